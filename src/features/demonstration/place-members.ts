import { sql } from 'kysely'
import type { Query } from '../../database/database.ts'
import type { DemoCouncil } from '../../demo-data/demo-council.ts'
import { makeMemberActs, makeMemberOffers } from '../../demo-data/members.ts'
import { addMonths, type IsoDate } from '../../domain/shared/calendar-date.ts'
import type { Council } from '../../shapes/person/council.store.ts'

/** What the board's members did and learned, what they offer, and what one of them has read. */
export async function placeMembers(
  query: Query,
  { authorityId }: Council,
  demo: DemoCouncil,
  idOf: (key: string) => string,
  today: IsoDate,
): Promise<void> {
  const members = demo.staff.filter(({ role }) => role === 'board_member').map(({ key }) => idOf(key))
  const clerk = idOf(demo.staff.find(({ role }) => role === 'clerk')!.key)
  const acts = makeMemberActs(today).flatMap((act) => {
    const person = members[act.who]
    return person === undefined ? [] : [{ ...act, person, by: act.isByClerk ? clerk : person }]
  })
  await sql`insert into member_act (authority_id, person_id, kind, done_on, words, answered, is_told, recorded_by, recorded_on)
    select ${authorityId}, r.person, r.kind, r."doneOn", r.words, r.answered, r."isTold", r."by", r."doneOn"
    from jsonb_to_recordset(${JSON.stringify(acts)}::jsonb) as r(person uuid, kind text, "doneOn" date, words text, answered text, "isTold" boolean, "by" uuid)`.execute(
    query,
  )
  const offers = makeMemberOffers().flatMap((offer) => {
    const person = members[offer.who]
    return person === undefined ? [] : [{ ...offer, person }]
  })
  await sql`insert into member_offer (authority_id, person_id, kind, words, offered_on)
    select ${authorityId}, r.person, r.kind, r.words, ${addMonths(today, -5)}::date
    from jsonb_to_recordset(${JSON.stringify(offers)}::jsonb) as r(person uuid, kind text, words text)`.execute(query)
}
