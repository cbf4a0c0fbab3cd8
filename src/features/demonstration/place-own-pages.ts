import { sql } from 'kysely'
import type { Query } from '../../database/database.ts'
import type { DemoCouncil } from '../../demo-data/demo-council.ts'
import { DEMO_DOOR, makeNights, makeShown } from '../../demo-data/own-pages.ts'
import type { Council } from '../../shapes/person/council.store.ts'

/** What young people's own pages show: their door, the people with them, and who is there tonight. */
export async function placeOwnPages(
  query: Query,
  { authorityId }: Council,
  demo: DemoCouncil,
  idOf: (key: string) => string,
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
      r."fromTime", r."toTime", (select today()) - 30
    from jsonb_to_recordset(${JSON.stringify(nights)}::jsonb)
      as r(child uuid, "firstName" text, part text, picture text, phone text, nights jsonb, "fromTime" text, "toTime" text)`.execute(
    query,
  )
}
