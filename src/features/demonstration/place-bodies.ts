import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Query } from '../../database/database.ts'
import { makeBoard } from '../../demo-data/board.ts'
import {
  BOARD_GUEST_SEATS,
  BOARD_TERMS,
  BOARD_THEMES,
  type DemoBody,
  type DemoSeat,
  GUEST_RULES,
  makeBodies,
  makeHalfTerms,
  makeReports,
  PARTIES,
  rhythmOfBoard,
} from '../../demo-data/bodies.ts'
import type { DemoCouncil } from '../../demo-data/demo-council.ts'
import { listRhythmDays } from '../../domain/governance/rhythm.ts'
import { addDays, addMonths, type IsoDate } from '../../domain/shared/calendar-date.ts'
import type { Council } from '../../shapes/person/council.store.ts'
import { bankHolidays } from '../children/index.ts'

/** The bodies around the board: their place, rhythms, three years of meetings, who came, and what is written for them. */
export async function placeBodies(
  query: Query,
  { authorityId }: Council,
  demo: DemoCouncil,
  idOf: (key: string) => string,
  today: IsoDate,
): Promise<void> {
  const { rows } = await sql<{ id: string; clerk: string }>`select b.id, m.person_id as clerk from body b
    join body_member m on m.authority_id = b.authority_id and m.body_id = b.id and m.part = 'clerk' where b.authority_id = ${authorityId}`.execute(
    query,
  )
  const { id: board, clerk } = rows[0]!
  const bodies = makeBodies(today)
  const ids = new Map([['board', board], ...bodies.map(({ key }) => [key, randomUUID()] as const)])
  const person = (title: string) => {
    const found = demo.staff.find((one) => one.title === title)
    return found ? idOf(found.key) : null
  }
  const put = async (rows: unknown[], statement: (text: string) => ReturnType<typeof sql>) => {
    await statement(JSON.stringify(rows)).execute(query)
  }
  const halfTerms = makeHalfTerms(today)
  const next = makeBoard(today).meetings[0]!.day
  await put(
    halfTerms,
    (text) => sql`insert into half_term (authority_id, starts_on, ends_on)
    select ${authorityId}, r."from", r."to" from jsonb_to_recordset(${text}::jsonb) as r("from" date, "to" date)`,
  )
  await put(
    bodies.map((body) => ({ ...body, id: ids.get(body.key), since: body.isKept ? addMonths(today, -36) : today })),
    (
      text,
    ) => sql`insert into body (authority_id, id, name, kind, regime, what_it_does, rhythm, rhythm_since, themes, calendar_name)
      select ${authorityId}, r.id, r.name, r.kind, r.regime, r."whatItDoes", r.rhythm, r.since, array(select jsonb_array_elements_text(r.themes)), r."calendarName"
      from jsonb_to_recordset(${text}::jsonb) as r(id uuid, name text, kind text, regime text, "whatItDoes" text, rhythm jsonb, since date, themes jsonb, "calendarName" text)`,
  )
  await put(
    bodies
      .flatMap(({ key, parent }) => (parent === null ? [] : [{ id: ids.get(key), parent: ids.get(parent) }]))
      .concat({ id: board, parent: ids.get('council') }),
    (text) =>
      sql`update body b set parent_id = r.parent from jsonb_to_recordset(${text}::jsonb) as r(id uuid, parent uuid) where b.authority_id = ${authorityId} and b.id = r.id`,
  )
  await sql`update body set rhythm = ${JSON.stringify(rhythmOfBoard(next))}::jsonb, rhythm_since = ${addMonths(today, -36)}, themes = ${BOARD_THEMES}, calendar_name = 'Quarterly meeting'
    where authority_id = ${authorityId} and id = ${board}`.execute(query)
  await placeTerms(query, authorityId, bodies, ids, clerk, today)
  await placeSeats(query, authorityId, bodies, ids, person, today)
  await put(
    makeReports(next).map((report) => ({
      ...report,
      body: ids.get(report.body),
      person: person(report.by),
      turn: report.months === null ? { kind: 'every meeting' } : { kind: 'in months', months: report.months },
    })),
    (
      text,
    ) => sql`insert into expected_report (authority_id, body_id, title, turn, written_by_person, written_by, days_before)
      select ${authorityId}, r.body, r.title, r.turn, r.person, r.by, r."daysBefore"
      from jsonb_to_recordset(${text}::jsonb) as r(body uuid, title text, turn jsonb, person uuid, "by" text, "daysBefore" int)`,
  )
  await placeMeetings(query, authorityId, bodies, ids, { today, next, halfTerms })
  await placeAttendance(query, authorityId, ids)
}

async function placeTerms(
  query: Query,
  authorityId: number,
  bodies: DemoBody[],
  ids: Map<string, string>,
  clerk: string,
  today: IsoDate,
): Promise<void> {
  const terms = [
    ...BOARD_TERMS.map(([years, by, words], index) => ({
      body: ids.get('board'),
      number: index + 1,
      words,
      by,
      on: addMonths(today, years * 12),
      review: addMonths(today, years * 12 + 24),
    })),
    ...bodies.map(({ key, terms: words, parent }) => ({
      body: ids.get(key),
      number: 1,
      words,
      by: parent === 'board' ? 'the corporate parenting board' : 'Full council',
      on: addMonths(today, -20),
      review: addMonths(today, 4),
    })),
  ]
  await sql`insert into terms_of_reference (authority_id, body_id, number, words, agreed_on, agreed_by, review_on, added_by, added_on)
    select ${authorityId}, r.body, r.number, r.words, r."on", r."by", r.review, ${clerk}, r."on"
    from jsonb_to_recordset(${JSON.stringify(terms)}::jsonb) as r(body uuid, number int, words text, "on" date, "by" text, review date)`.execute(
    query,
  )
}

/** A councillor's seat ends with the term of the council: the access ends with it. */
async function placeSeats(
  query: Query,
  authorityId: number,
  bodies: DemoBody[],
  ids: Map<string, string>,
  person: (title: string) => string | null,
  today: IsoDate,
): Promise<void> {
  const endOfTerm = `${Number(today.slice(0, 4)) + 2}-05-08`
  const started = addMonths(today, -40)
  const seat = (key: string, told: DemoSeat) => ({
    ...told,
    body: ids.get(key),
    person: told.title ? person(told.title) : null,
    ends: told.party ? endOfTerm : null,
  })
  const seats = [
    ...BOARD_GUEST_SEATS.map((told) => seat('board', told)),
    ...bodies.flatMap((body) => body.seats.map((told) => seat(body.key, told))),
  ].filter(({ title, person }) => title === undefined || person !== null)
  await sql`insert into body_member (authority_id, body_id, person_id, seat_name, part, party, organisation, sees_private, starts_on, ends_on)
    select ${authorityId}, r.body, r.person, r.name, r.part, r.party, r.organisation, r.part not in ('partner', 'young people'), ${started}, r.ends
    from jsonb_to_recordset(${JSON.stringify(seats)}::jsonb) as r(body uuid, person uuid, name text, part text, party text, organisation text, ends date)`.execute(
    query,
  )
  await sql`update body_member m set part = case when p.title like 'Vice-chair%' then 'vice chair' else m.part end,
      party = case when m.part in ('chair', 'member') then (${PARTIES}::text[])[1 + (length(p.family_name) % ${PARTIES.length})] end,
      organisation = case when p.title like 'Health partner%' then 'Exampleshire Health Trust' when p.title like 'Foster carers%' then 'Foster carers’ association' end,
      ends_on = case when m.part in ('chair', 'member') then ${endOfTerm}::date end
    from person p where m.authority_id = ${authorityId} and m.body_id = ${ids.get('board')!} and p.authority_id = m.authority_id and p.id = m.person_id`.execute(
    query,
  )
}

/** Three years of meetings where they are kept, and the next one where it comes after the board's. */
async function placeMeetings(
  query: Query,
  authorityId: number,
  bodies: DemoBody[],
  ids: Map<string, string>,
  { today, next, halfTerms }: { today: IsoDate; next: IsoDate; halfTerms: { from: IsoDate; to: IsoDate }[] },
): Promise<void> {
  const almanac = { bankHolidays, halfTerms }
  const meetings = bodies
    .filter(({ isKept }) => isKept)
    .flatMap((body) => {
      const past = listRhythmDays(
        body.rhythm,
        { from: addMonths(today, -36), to: addDays(today, -1) },
        almanac,
      ).toReversed()
      const coming = listRhythmDays(body.rhythm, { from: addDays(next, 1), to: addMonths(next, 8) }, almanac).slice(
        0,
        1,
      )
      const turn = (list: string[], index: number) => list[index % Math.max(list.length, 1)] ?? ''
      return [
        ...coming.map((day) => ({
          body: ids.get(body.key),
          id: randomUUID(),
          day,
          isHeld: false,
          theme: turn(body.themes, past.length),
          place: body.place,
          time: body.time,
          first: null as string | null,
          items: body.items.slice(0, 1),
        })),
        ...past
          .map((day, index) => ({ body: ids.get(body.key), id: randomUUID(), day, index }))
          .filter(({ index }) => !body.missed?.includes(index + 1))
          .map(({ index, ...meeting }) => ({
            ...meeting,
            isHeld: true,
            theme: turn(body.themes, past.length - 1 - index),
            place: body.place,
            time: body.time,
            first: turn(body.young, past.length - 1 - index) as string | null,
            items: [turn(body.items, index), turn(body.items, index + 1)],
          })),
      ]
    })
  const text = JSON.stringify(meetings)
  const rows = sql`jsonb_to_recordset(${text}::jsonb) as r(body uuid, id uuid, day date, "isHeld" boolean, theme text, place text, time text, first text, items jsonb)`
  await sql`insert into meeting (authority_id, id, body_id, held_on, at_time, place, theme) select ${authorityId}, r.id, r.body, r.day, r.time, r.place, r.theme from ${rows}`.execute(
    query,
  )
  await sql`update agenda_item i set title = r.first, brought_by = 'young people' from ${rows} where i.authority_id = ${authorityId} and i.meeting_id = r.id and i.is_young_peoples and r.first is not null`.execute(
    query,
  )
  await sql`insert into agenda_item (authority_id, meeting_id, body_id, position, title, minutes)
    select ${authorityId}, r.id, r.body, 1 + t.n, t.title, 20 from ${rows} cross join lateral jsonb_array_elements_text(r.items) with ordinality t(title, n)`.execute(
    query,
  )
  await sql`update meeting m set status = 'held' from ${rows} where m.authority_id = ${authorityId} and m.id = r.id and r."isHeld"`.execute(
    query,
  )
}

/** Who came to each meeting that was held: most came, some sent somebody or apologies, by a number that stays the same. */
async function placeAttendance(query: Query, authorityId: number, ids: Map<string, string>): Promise<void> {
  await sql`insert into attendance (authority_id, meeting_id, body_id, seat_id, answer)
    select m.authority_id, m.id, m.body_id, s.id, (array['came', 'came', 'came', 'came', 'came', 'came', 'came', 'sent apologies', 'sent somebody', 'came', 'came', 'invited'])
      [1 + (row_number() over (order by b.name, m.held_on, s.part, s.seat_name, p.title, p.family_name) * 7 % 12)]
    from meeting m join body b on b.authority_id = m.authority_id and b.id = m.body_id
      join body_member s on s.authority_id = m.authority_id and s.body_id = m.body_id and s.part <> 'clerk' and s.starts_on <= m.held_on
      left join person p on p.authority_id = s.authority_id and p.id = s.person_id
    where m.authority_id = ${authorityId} and m.status = 'held'`.execute(query)
  for (const [key, who, ago] of GUEST_RULES) {
    const rule = randomUUID()
    const body = ids.get(key)!
    await sql`insert into guest_rule (authority_id, id, body_id, who) values (${authorityId}, ${rule}, ${body}, ${who})`.execute(
      query,
    )
    if (ago === null) continue
    await sql`insert into attendance (authority_id, meeting_id, body_id, guest_rule_id, answer)
      select authority_id, id, body_id, ${rule}, 'came' from meeting where authority_id = ${authorityId} and body_id = ${body} and status = 'held' order by held_on desc offset ${ago - 1} limit 1`.execute(
      query,
    )
  }
}
