import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Query } from '../../database/database.ts'
import type { DemoCouncil } from '../../demo-data/demo-council.ts'
import { type DemoTheme, demoThemes, makeCovers, makeVoices, type PlacedView } from '../../demo-data/voices.ts'
import { addDays, type IsoDate } from '../../domain/shared/calendar-date.ts'
import { coverFrom } from '../../domain/voice/cover-from.ts'
import type { Council } from '../../shapes/person/council.store.ts'
import { bankHolidays } from '../children/index.ts'

const SAID_AT = '16:00'

/** Who covers for whom; what about forty children said, to whom, and what came back; and the themes that many of them share. */
export async function placeVoices(
  query: Query,
  { authorityId }: Council,
  demo: DemoCouncil,
  idOf: (key: string) => string,
  today: IsoDate,
): Promise<void> {
  const covers = makeCovers(demo).map(({ forKey, coverKey }) => ({ of: idOf(forKey), by: idOf(coverKey) }))
  await sql`insert into cover (authority_id, for_person, covered_by, starts_on) select ${authorityId}, r."of", r."by", ${addDays(today, -400)}
    from jsonb_to_recordset(${JSON.stringify(covers)}::jsonb) as r("of" uuid, "by" uuid)`.execute(query)
  const placed = makeVoices(demo, today).map((one) => ({ ...one, id: randomUUID() }))
  const lead = idOf(demo.staff.find(({ role }) => role === 'allegations_lead')!.key)
  const rows = placed.map((one) => makeRows(one, idOf, lead, today))
  const all = JSON.stringify(rows)
  await sql`insert into view (authority_id, id, child_id, words, feeling, pictures, beside, about_adult, may_be_counted, said_at, said_on, withdrawn_on)
    select ${authorityId}, r.id, r.child, r.words, r.feeling, array(select jsonb_array_elements_text(r.pictures)), r.beside, r.about, r.counted,
      (r."saidOn"::date + ${SAID_AT}::time) at time zone 'Europe/London', r."saidOn"::date, r."withdrawnOn"::date
    from jsonb_to_recordset(${all}::jsonb) as r(id uuid, child uuid, words text, feeling text, pictures jsonb, beside text, about uuid, counted boolean, "saidOn" text, "withdrawnOn" text)`.execute(
    query,
  )
  await sql`insert into view_reader (authority_id, view_id, person_id, part, from_at)
    select ${authorityId}, r.id, x.person, x.part, x."from"::timestamp at time zone 'Europe/London' from jsonb_to_recordset(${all}::jsonb) as r(id uuid, readers jsonb),
      jsonb_to_recordset(r.readers) as x(person uuid, part text, "from" text)`.execute(query)
  await sql`insert into view_opened (authority_id, view_id, person_id, opened_at)
    select ${authorityId}, r.id, r.reader, (r."saidOn"::date + ${SAID_AT}::time + interval '2 hours') at time zone 'Europe/London'
    from jsonb_to_recordset(${all}::jsonb) as r(id uuid, reader uuid, "isOpened" boolean, "saidOn" text) where r."isOpened"`.execute(
    query,
  )
  await sql`insert into view_answer (authority_id, id, view_id, words, what_changes, by_on, is_hard, answered_by, answered_on, told_on, told_by)
    select ${authorityId}, a.id, r.id, a.words, a.changes, a."byOn"::date, a."isHard", r.reader, a."on"::date, a."toldOn"::date, case when a."toldOn" is not null then r.reader end
    from jsonb_to_recordset(${all}::jsonb) as r(id uuid, reader uuid, answer jsonb),
      jsonb_to_record(r.answer) as a(id uuid, words text, changes text, "byOn" text, "isHard" boolean, "on" text, "toldOn" text) where r.answer is not null and r.answer <> 'null'`.execute(
    query,
  )
  await sql`insert into view_reply (authority_id, answer_id, child_id, said, said_at)
    select ${authorityId}, (r.answer->>'id')::uuid, r.child, r.reply, ((r.answer->>'on')::date + 1 + time '17:00') at time zone 'Europe/London'
    from jsonb_to_recordset(${all}::jsonb) as r(child uuid, answer jsonb, reply text) where r.reply is not null`.execute(
    query,
  )
  const officer = idOf(demo.staff.find(({ role }) => role === 'participation_officer')!.key)
  for (const theme of demoThemes) {
    const views = placed.filter(({ view }) => view.theme === theme.key)
    await placeTheme(query, { authorityId, officer, today, theme, views, idOf })
  }
}

function makeRows(
  { view, id, childCode, readerKey, coverKey, saidOn }: PlacedView & { id: string },
  idOf: (key: string) => string,
  lead: string,
  today: IsoDate,
) {
  const reader = view.isAboutAdult ? lead : idOf(readerKey)
  const { answer } = view
  const answeredOn = answer && addDays(saidOn, answer.after)
  const told = answer?.told
  return {
    id,
    child: idOf(childCode),
    words: view.words,
    feeling: view.feeling ?? null,
    pictures: view.pictures ?? [],
    beside: view.beside ?? 'nobody',
    about: view.isAboutAdult ? idOf(readerKey) : null,
    counted: view.theme !== undefined,
    saidOn,
    withdrawnOn: view.isTakenBack ? addDays(saidOn, 1) : null,
    reader,
    readers: view.isAboutAdult
      ? [{ person: reader, part: 'allegations', from: `${saidOn}T${SAID_AT}` }]
      : [
          { person: reader, part: 'chosen', from: `${saidOn}T${SAID_AT}` },
          { person: idOf(coverKey), part: 'cover', from: coverFrom(saidOn, SAID_AT, bankHolidays) },
        ],
    isOpened: view.isOpened === true || answer !== undefined,
    answer: answer && {
      id: randomUUID(),
      words: answer.words,
      changes: answer.changes ?? '',
      byOn: answer.byIn === undefined ? null : addDays(today, answer.byIn),
      isHard: told !== undefined,
      on: answeredOn,
      toldOn: typeof told === 'number' ? addDays(answeredOn!, told) : null,
    },
    reply: view.reply ?? null,
  }
}

interface Placing {
  authorityId: number
  officer: string
  today: IsoDate
  theme: DemoTheme
  views: (PlacedView & { id: string })[]
  idOf: (key: string) => string
}

/** A theme with the views put to it, what it is joined to, and its answer told as far as it has been. */
async function placeTheme(query: Query, { authorityId, officer, today, theme, views, idOf }: Placing): Promise<void> {
  const id = randomUUID()
  const begunOn = addDays(today, -Math.max(...views.map(({ view }) => view.ago), 1))
  await sql`insert into theme (authority_id, id, title, about, begun_by, begun_on) values (${authorityId}, ${id}, ${theme.title}, ${theme.about}, ${officer}, ${begunOn})`.execute(
    query,
  )
  const put = views.map((one) => ({ view: one.id, by: idOf(one.readerKey), on: addDays(one.saidOn, 1) }))
  await sql`insert into theme_view (authority_id, theme_id, view_id, put_by, put_on) select ${authorityId}, ${id}, r.view, r."by", r."on"
    from jsonb_to_recordset(${JSON.stringify(put)}::jsonb) as r(view uuid, "by" uuid, "on" date)`.execute(query)
  await sql`insert into knot_join (authority_id, from_kind, from_ref, to_kind, to_ref, joined_by)
    select ${authorityId}::int, 'theme', ${id}, 'promise', i.id::text, ${officer}::uuid from plan_item i join plan p on p.authority_id = i.authority_id and p.id = i.plan_id
      where i.authority_id = ${authorityId} and p.kind = 'pledge' and i.party = 'we' and i.position = ${theme.promise ?? null}
    union all select ${authorityId}::int, 'theme', ${id}, 'challenge', c.id::text, ${officer}::uuid from challenge c where c.authority_id = ${authorityId} and c.title = ${theme.challenge ?? null}
    union all select ${authorityId}::int, 'theme', ${id}, 'agenda item', a.id::text, ${officer}::uuid from agenda_item a join meeting m on m.authority_id = a.authority_id and m.id = a.meeting_id
      where a.authority_id = ${authorityId} and a.title = ${theme.item ?? null} and m.held_on >= ${today}`.execute(
    query,
  )
  const { answer } = theme
  if (answer === undefined) return
  const [children, group, board, everybody] = answer.told.map((ago) => addDays(today, -ago))
  await sql`insert into theme_answer (authority_id, theme_id, kind, words, decision_id, answered_by, answered_on, told_children_on, told_group_on, told_board_on, told_public_on)
    values (${authorityId}, ${id}, ${answer.kind}, ${answer.words}, (select d.id from decision d where d.authority_id = ${authorityId} and d.title = ${answer.decision ?? null} limit 1),
      ${officer}, ${addDays(today, -answer.ago)}, ${children ?? null}, ${group ?? null}, ${board ?? null}, ${everybody ?? null})`.execute(
    query,
  )
}
