import { sql } from 'kysely'
import type { Database, Query } from '../../database/database.ts'
import {
  actionUpdates,
  boardMinutes,
  challengesTold,
  pastElections,
  requestsForInformation,
} from '../../demo-data/board-minutes.ts'
import type { DemoCouncil } from '../../demo-data/demo-council.ts'
import { answerDueOn } from '../../domain/release/exemptions.ts'
import { addDays, addMonths, type IsoDate } from '../../domain/shared/calendar-date.ts'
import type { Council } from '../../shapes/person/council.store.ts'
import { bankHolidays } from '../children/index.ts'
import { addWithheld, gather, listReleaseItems, logRequest } from '../release/index.ts'

/** What was said at the latest meetings: agreed at the next one, the last of them checked by the chair; and who does what. */
export async function placeMinutes(
  query: Query,
  { authorityId }: Council,
  demo: DemoCouncil,
  idOf: (key: string) => string,
  today: IsoDate,
): Promise<void> {
  const clerk = idOf(demo.staff.find(({ role }) => role === 'clerk')!.key)
  const owners = demo.staff.map(({ title, key }) => ({ title, id: idOf(key) }))
  await sql`insert into minute (authority_id, agenda_item_id, meeting_id, body_id, words, saved_by, saved_at)
    select i.authority_id, i.id, i.meeting_id, i.body_id, r.value, ${clerk}, m.held_on + time '17:10'
    from agenda_item i join meeting m on m.authority_id = i.authority_id and m.id = i.meeting_id
      join jsonb_each_text(${JSON.stringify(boardMinutes)}::jsonb) r on r.key = i.title
    where i.authority_id = ${authorityId} and m.status = 'held'`.execute(query)
  await sql`update minute_action a set owner_person_id = o.id from jsonb_to_recordset(${JSON.stringify(owners)}::jsonb) as o(title text, id uuid)
    where a.authority_id = ${authorityId} and o.title = a.owner`.execute(query)
  const updates = Object.entries(actionUpdates).flatMap(([action, said]) =>
    said.map((one, index) => ({ action, index, ...one })),
  )
  await sql`insert into minute_action_update (authority_id, action_id, said, words, said_by, said_on)
    select a.authority_id, a.id, r.said, r.words, coalesce(a.owner_person_id, ${clerk}), m.held_on + 20 * (r.index + 1)
    from jsonb_to_recordset(${JSON.stringify(updates)}::jsonb) as r(action text, index int, said text, words text)
      join minute_action a on a.words = r.action join meeting m on m.authority_id = a.authority_id and m.id = a.meeting_id
    where a.authority_id = ${authorityId} order by r.index`.execute(query)
  // Checked a week after, and agreed at the next meeting that was held: the latest has none yet.
  const chair = sql`(select s.person_id from body_member s where s.authority_id = m.authority_id and s.body_id = m.body_id and s.part = 'chair' limit 1)`
  const minuted = sql`m.authority_id = ${authorityId} and exists (select from minute x where x.authority_id = m.authority_id and x.meeting_id = m.id)`
  await sql`insert into minutes_step (authority_id, meeting_id, body_id, step, done_by, done_on)
    select m.authority_id, m.id, m.body_id, 'checked', coalesce(${chair}, ${clerk}), m.held_on + 7 from meeting m where ${minuted}`.execute(
    query,
  )
  await sql`insert into minutes_step (authority_id, meeting_id, body_id, step, agreed_at_meeting, done_by, done_on)
    select m.authority_id, m.id, m.body_id, 'agreed', n.id, ${clerk}, n.held_on from meeting m
      join lateral (select t.id, t.held_on from meeting t where t.authority_id = m.authority_id and t.body_id = m.body_id and t.held_on > m.held_on
        and t.status = 'held' order by t.held_on limit 1) n on true where ${minuted}`.execute(query)
  const told = Object.entries(challengesTold).map(([title, one]) => ({ title, ...one }))
  await sql`insert into challenge_told (authority_id, challenge_id, you_said, kind, answer, told_by, told_on)
    select distinct on (c.id) c.authority_id, c.id, r."youSaid", r.kind, r.answer, ${clerk}, m.held_on + 7
    from jsonb_to_recordset(${JSON.stringify(told)}::jsonb) as r(title text, "youSaid" text, kind text, answer text)
      join challenge c on c.authority_id = ${authorityId} and c.title = r.title
      join challenge_answer a on a.authority_id = c.authority_id and a.challenge_id = c.id and a.verdict = 'accepted'
      join meeting m on m.authority_id = c.authority_id and m.body_id = c.body_id and m.status = 'held' and m.held_on >= a.verdict_on and m.held_on + 7 <= ${today}
    order by c.id, m.held_on`.execute(query)
}

/** The time before the last election; and a request for information, logged by the clerk with all that the search finds, and what the monitoring officer withheld of it. */
export async function placeRequests(
  database: Database,
  { authorityId }: Council,
  demo: DemoCouncil,
  idOf: (key: string) => string,
  today: IsoDate,
): Promise<void> {
  const actorOf = (role: string) => ({ authorityId, personId: idOf(demo.staff.find((one) => one.role === role)!.key) })
  await database.asOwner(async (query) => {
    for (const { why, from, to } of pastElections)
      await sql`insert into pre_election (authority_id, starts_on, ends_on, why, set_by, set_on)
        values (${authorityId}, ${addDays(today, -from)}, ${addDays(today, -to)}, ${why}, ${actorOf('monitoring_officer').personId}, ${addDays(today, -from - 30)})`.execute(
        query,
      )
  })
  for (const { reference, subject, words, daysAgo, withhold } of requestsForInformation) {
    const askedOn = addDays(today, -daysAgo)
    const asked = { words, from: addMonths(askedOn, -12), to: askedOn }
    const id = await database.as(actorOf('clerk'), async (query) => {
      const request = { ...asked, reference, subject, askedOn, answerDueOn: answerDueOn(askedOn, bankHolidays) }
      return logRequest(query, authorityId, request, await gather(query, asked))
    })
    await database.as(actorOf('monitoring_officer'), async (query) => {
      const items = await listReleaseItems(query, id!)
      const item = items.find(({ kind, title }) => kind === 'challenge' && title === withhold.title)
      if (item) await addWithheld(query, authorityId, { ...withhold, itemId: item.id, isWithheld: true })
    })
  }
}
