import { sql } from 'kysely'
import type { Query } from '../../database/database.ts'
import { GROUP } from '../../demo-data/board.ts'
import type { DemoCouncil } from '../../demo-data/demo-council.ts'
import { unmatchedNames, writtenParts, youngViews } from '../../demo-data/plan-parts.ts'
import { addDays, type IsoDate, sayDate } from '../../domain/shared/calendar-date.ts'
import type { Council } from '../../shapes/person/council.store.ts'

/** Steps with owners of their own, what young people say of some, and who is meant by the names of the plans: all but a few, which wait for a person. */
export async function placePlanParts(
  query: Query,
  { authorityId }: Council,
  demo: DemoCouncil,
  idOf: (key: string) => string,
  today: IsoDate,
): Promise<void> {
  const lead = demo.staff.find(({ title }) => title === 'Strategy lead for corporate parenting')!
  const parts = writtenParts.map(({ action, how, owner, inDays }, nth) => {
    const dueOn = inDays === null ? null : addDays(today, inDays)
    const position = writtenParts.slice(0, nth).filter((part) => part.action === action).length + 1
    return { action, how, owners: [owner], dueOn, due: dueOn && sayDate(dueOn), position }
  })
  await sql`insert into plan_part (authority_id, item_id, position, how, owners, due_as_written, due_on)
    select ${authorityId}, i.id, r.position, r.how, array(select jsonb_array_elements_text(r.owners)), r.due, r."dueOn"
    from jsonb_to_recordset(${JSON.stringify(parts)}::jsonb) as r(action text, position int, how text, owners jsonb, due text, "dueOn" date)
      join plan_item i on i.authority_id = ${authorityId} and i.title = r.action`.execute(query)
  const young = demo.staff.find(({ role }) => role === 'young_representative')
  const views = youngViews.map((view) => ({ ...view, on: addDays(today, -view.daysAgo) }))
  if (young)
    await sql`insert into young_view (authority_id, item_id, group_name, said, words, said_by, said_on, said_at)
      select ${authorityId}, i.id, ${GROUP}, r.said, r.words, ${idOf(young.key)}, r."on", r."on"::timestamptz
      from jsonb_to_recordset(${JSON.stringify(views)}::jsonb) as r(action text, said text, words text, "on" date)
        join plan_item i on i.authority_id = ${authorityId} and i.title = r.action`.execute(query)
  const matches = demo.staff
    .filter(({ title }) => title !== null && !unmatchedNames.includes(title))
    .map(({ title, key }) => ({ title, person: idOf(key) }))
  await sql`insert into owner_match (authority_id, written, person_id, matched_by)
    select distinct on (r.title) ${authorityId}::int, r.title, r.person, ${idOf(lead.key)}::uuid
    from jsonb_to_recordset(${JSON.stringify(matches)}::jsonb) as r(title text, person uuid)
    where r.title in (select unnest(i.owners) from plan_item i where i.authority_id = ${authorityId})
    order by r.title, r.person`.execute(query)
}
