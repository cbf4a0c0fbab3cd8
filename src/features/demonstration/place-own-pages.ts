import { sql } from 'kysely'
import type { Query } from '../../database/database.ts'
import type { DemoCouncil } from '../../demo-data/demo-council.ts'
import { DEMO_DOOR, makeNights, makeShown } from '../../demo-data/own-pages.ts'
import { DEMO_PROMISE_WORDS } from '../../demo-data/promise-words.ts'
import { makeVerdicts } from '../../demo-data/verdicts.ts'
import { addDays, type IsoDate } from '../../domain/shared/calendar-date.ts'
import type { Council } from '../../shapes/person/council.store.ts'

/** What young people's own pages show: their door, the people with them, and who is there tonight. */
export async function placeOwnPages(
  query: Query,
  { authorityId }: Council,
  demo: DemoCouncil,
  idOf: (key: string) => string,
  today: IsoDate,
): Promise<void> {
  await sql`insert into door_setting (authority_id, name, picture) values (${authorityId}, ${DEMO_DOOR.name}, ${DEMO_DOOR.picture})`.execute(
    query,
  )
  const shown = makeShown(demo.staff).map((one) => ({ ...one, person: idOf(one.staffKey) }))
  await sql`insert into shown_to_children (authority_id, person_id, picture, first_name, hours, what_i_do)
    select ${authorityId}, r.person, r.picture, r."firstName", r.hours, r."whatIDo"
    from jsonb_to_recordset(${JSON.stringify(shown)}::jsonb) as r(person uuid, picture text, "firstName" text, hours text, "whatIDo" text)`.execute(
    query,
  )
  const nights = makeNights(demo.children).map((one) => ({ ...one, child: idOf(one.childCode) }))
  await sql`insert into on_tonight (authority_id, child_id, first_name, part, picture, phone, nights, from_time, to_time, starts_on)
    select ${authorityId}, r.child, r."firstName", r.part, r.picture, r.phone, array(select jsonb_array_elements_text(r.nights)::int),
      r."fromTime", r."toTime", ${addDays(today, -30)}
    from jsonb_to_recordset(${JSON.stringify(nights)}::jsonb)
      as r(child uuid, "firstName" text, part text, picture text, phone text, nights jsonb, "fromTime" text, "toTime" text)`.execute(
    query,
  )
  await placeLooks(query, authorityId, demo, idOf)
  const words = DEMO_PROMISE_WORDS.flatMap(({ title, words: levels }) =>
    Object.entries(levels).map(([level, { short, full }]) => ({ title, level, short, full })),
  )
  await sql`insert into promise_words (authority_id, promise_id, level, short, full_text)
    select i.authority_id, i.id, r.level, r.short, r."full" from jsonb_to_recordset(${JSON.stringify(words)}::jsonb)
      as r(title text, level text, short text, "full" text) join plan_item i on i.title = r.title and i.authority_id = ${authorityId}
      join plan p on p.authority_id = i.authority_id and p.id = i.plan_id and p.kind = 'pledge'`.execute(query)
  const verdicts = makeVerdicts(demo.children, today).map((one) => ({ ...one, child: idOf(one.childCode) }))
  await sql`insert into verdict (authority_id, child_id, promise_id, said, beside, said_at)
    select i.authority_id, r.child, i.id, r.said, r.beside, r."saidOn"::timestamptz from jsonb_to_recordset(${JSON.stringify(verdicts)}::jsonb)
      as r(child uuid, "promiseTitle" text, said text, beside text, "saidOn" text) join plan_item i on i.title = r."promiseTitle" and i.authority_id = ${authorityId}
      join plan p on p.authority_id = i.authority_id and p.id = i.plan_id and p.kind = 'pledge'`.execute(query)
}

const LOOKS = [
  { picture: 'dog', palette: 'plum' },
  { picture: 'boat', palette: 'sea' },
]

/** The children of the picker have made their pages theirs. */
async function placeLooks(
  query: Query,
  authorityId: number,
  demo: DemoCouncil,
  idOf: (key: string) => string,
): Promise<void> {
  const children = demo.picker.filter(({ role }) => role === 'child').slice(0, LOOKS.length)
  for (const [nth, { childCode }] of children.entries())
    await sql`insert into own_look (authority_id, person_id, picture, palette)
      values (${authorityId}, ${idOf(childCode!)}, ${LOOKS[nth]!.picture}, ${LOOKS[nth]!.palette})`.execute(query)
}
