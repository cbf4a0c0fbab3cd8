import { sql } from 'kysely'
import type { Query } from '../../database/database.ts'
import type { Filter } from '../../domain/cohort/filter.ts'

export interface SavedFilter {
  id: string
  name: string
  filter: Record<string, unknown>
  isShared: boolean
  isMine: boolean
  /** Null where the reader may not see the owner. */
  owner: string | null
}

/** The reader's own and those shared with them, by name. */
export async function listFilters(query: Query): Promise<SavedFilter[]> {
  const { rows } =
    await sql<SavedFilter>`select f.id, f.name, f.filter, f.is_shared as "isShared", f.owner_id = (select me()) as "isMine",
      (select nullif(concat_ws(' ', p.given_name, p.family_name), '') from person p where p.authority_id = f.authority_id and p.id = f.owner_id) as owner
    from saved_filter f where f.authority_id = (select authority()) and f.removed_on is null order by lower(f.name), f.id`.execute(
      query,
    )
  return rows
}

/** One of the same name is replaced: it is the owner's own. */
export async function saveFilter(query: Query, name: string, filter: Filter, isShared: boolean): Promise<void> {
  await sql`insert into saved_filter (authority_id, name, filter, is_shared)
    values ((select authority()), ${name}, ${JSON.stringify(filter)}::jsonb, ${isShared})
    on conflict (authority_id, owner_id, name) do update set filter = excluded.filter, is_shared = excluded.is_shared, removed_on = null`.execute(
    query,
  )
}

/** False where it is not there or somebody else's. */
export async function removeFilter(query: Query, id: string): Promise<boolean> {
  const { rows } =
    await sql`update saved_filter set removed_on = (select today()) where authority_id = (select authority()) and id = ${id}
    and owner_id = (select me()) and removed_on is null returning id`.execute(query)
  return rows.length > 0
}
