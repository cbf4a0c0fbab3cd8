import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Query } from '../../database/database.ts'
import { makeCommitmentEvents, TAKE_UP } from '../../demo-data/commitment-events.ts'
import type { DemoCouncil } from '../../demo-data/demo-council.ts'
import { addDays, type IsoDate } from '../../domain/shared/calendar-date.ts'
import type { Council } from '../../shapes/person/council.store.ts'

/** The events at which directorates gave their word, and progress that answers none of it: some joined since, most not yet. */
export async function placeCommitments(
  query: Query,
  { authorityId }: Council,
  demo: DemoCouncil,
  idOf: (key: string) => string,
  today: IsoDate,
): Promise<void> {
  const lead = demo.staff.find(({ role }) => role === 'strategy_lead')!
  const made = makeCommitmentEvents(demo.commitments.agreedOn, today)
  const events = made.events.map((event) => ({ ...event, id: randomUUID() }))
  await sql`insert into commitment_event (authority_id, id, kind, title, held_on, place, made_by, made_on)
    select ${authorityId}, r.id, r.kind, r.title, r."heldOn", r.place, ${idOf(lead.key)}::uuid, ${addDays(demo.commitments.agreedOn, -30)}::date
    from jsonb_to_recordset(${JSON.stringify(events)}::jsonb) as r(id uuid, kind text, title text, "heldOn" date, place text)`.execute(
    query,
  )
  const guests = events.flatMap(({ id, guests: all }) =>
    all.map((guest, nth) => ({ ...guest, event: id, position: nth + 1 })),
  )
  await sql`insert into event_guest (authority_id, event_id, position, invited, directorate, came)
    select ${authorityId}, r.event, r.position, r.invited, r.directorate, r.came
    from jsonb_to_recordset(${JSON.stringify(guests)}::jsonb) as r(event uuid, position int, invited text, directorate text, came text)`.execute(
    query,
  )
  const progress = made.progress.map((one, nth) => ({
    ...one,
    id: randomUUID(),
    position: nth + 1,
    event: events.find(({ title }) => title === one.event)?.id ?? null,
    joinedOn: addDays(one.saidOn, 9),
  }))
  const rows = JSON.stringify(progress)
  await sql`insert into loose_progress (authority_id, id, event_id, report, said_on, position, directorate, words, taken_by, taken_on)
    select ${authorityId}, r.id, r.event, r.report, r."saidOn", r.position, r.directorate, r.words, ${idOf(lead.key)}::uuid, r."joinedOn"
    from jsonb_to_recordset(${rows}::jsonb) as r(id uuid, event uuid, report text, "saidOn" date, position int, directorate text, words text, "joinedOn" date)`.execute(
    query,
  )
  await sql`insert into progress_join (authority_id, progress_id, item_id, joined_by, joined_as, joined_on)
    select ${authorityId}, r.id, i.id, ${idOf(lead.key)}::uuid, ${lead.title}, r."joinedOn"
    from jsonb_to_recordset(${rows}::jsonb) as r(id uuid, answers text, "joinedOn" date)
      join plan_item i on i.authority_id = ${authorityId} and i.title = r.answers`.execute(query)
  const counts = TAKE_UP.map((one) => ({ ...one, on: addDays(today, -one.daysAgo), until: addDays(today, 180) }))
  await sql`insert into item_proof (authority_id, item_id, kind, title, kept_for, made_to, added_by, added_as, added_on, good_until)
    select ${authorityId}, i.id, 'count', r."from", r.taken, r.offered, ${idOf(lead.key)}::uuid, ${lead.title}, r."on", r.until
    from jsonb_to_recordset(${JSON.stringify(counts)}::jsonb) as r(commitment text, "from" text, taken int, offered int, "on" date, until date)
      join plan_item i on i.authority_id = ${authorityId} and i.title = r.commitment`.execute(query)
}
