import { sql } from 'kysely'
import type { Query } from '../../database/database.ts'
import type { IsoDate } from '../../domain/shared/calendar-date.ts'

/** Whether young people notice what an action was meant to change. */
export const YOUNG_SAYS = ['we see it', 'a bit', 'we do not see it'] as const
export type YoungSays = (typeof YOUNG_SAYS)[number]

export interface YoungView {
  groupName: string
  said: YoungSays
  words: string | null
  saidOn: IsoDate
}

/** What groups of young people said of one action, the newest first. Nobody's name. */
export async function listYoungViews(query: Query, itemId: string): Promise<YoungView[]> {
  const { rows } = await sql<YoungView>`select group_name as "groupName", said, words, said_on as "saidOn"
    from young_view where authority_id = (select authority()) and item_id = ${itemId} order by said_at desc`.execute(
    query,
  )
  return rows
}

/** The newest view of each group on each action, for a list of them. */
export async function listNewestYoungViews(query: Query): Promise<(YoungView & { itemId: string })[]> {
  const { rows } = await sql<
    YoungView & { itemId: string }
  >`select distinct on (item_id, group_name) item_id as "itemId", group_name as "groupName", said, words, said_on as "saidOn"
    from young_view where authority_id = (select authority()) order by item_id, group_name, said_at desc`.execute(query)
  return rows
}

/** The groups that whoever asks speaks for today. */
export async function listMyGroups(query: Query): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`select distinct group_name as name from body_member
    where authority_id = (select authority()) and person_id = (select me()) and group_name is not null
      and starts_on <= (select today()) and (ends_on is null or ends_on >= (select today())) order by 1`.execute(query)
  return rows.map(({ name }) => name)
}

export async function sayAsYoung(
  query: Query,
  authorityId: number,
  itemId: string,
  { groupName, said, words }: Omit<YoungView, 'saidOn'>,
): Promise<void> {
  await sql`insert into young_view (authority_id, item_id, group_name, said, words)
    values (${authorityId}, ${itemId}, ${groupName}, ${said}, ${words})`.execute(query)
}
