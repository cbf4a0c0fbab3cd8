import { sql } from 'kysely'
import type { Query } from '../../database/database.ts'
import type { DemoCouncil } from '../../demo-data/demo-council.ts'
import { SAVED_FILTERS } from '../../demo-data/saved-filters.ts'
import type { Council } from '../../shapes/person/council.store.ts'

/** Questions about children in care that colleagues keep, some of them shared. */
export async function placeSavedFilters(
  query: Query,
  { authorityId }: Council,
  demo: DemoCouncil,
  idOf: (key: string) => string,
): Promise<void> {
  const rows = SAVED_FILTERS.flatMap(({ role, ...filter }) => {
    const owner = demo.staff.find((person) => person.role === role)
    return owner ? [{ ...filter, owner: idOf(owner.key) }] : []
  })
  await sql`insert into saved_filter (authority_id, owner_id, name, filter, is_shared)
    select ${authorityId}, r.owner, r.name, r.filter, r."isShared"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(owner uuid, name text, filter jsonb, "isShared" boolean)`.execute(
    query,
  )
}
