import { createHash, randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Query } from '../../database/database.ts'
import type { DemoCouncil } from '../../demo-data/demo-council.ts'
import { DEMO_MESSAGES, DEMO_SAFE_DOOR, type DemoMessage } from '../../demo-data/safe-door.ts'
import { addDays, type IsoDate } from '../../domain/shared/calendar-date.ts'
import type { Council } from '../../shapes/person/council.store.ts'

/** What stands behind the safe door: its numbers and leads, a test that was answered, a message that was opened in time. */
export async function placeSafeDoor(
  query: Query,
  { authorityId }: Council,
  demo: DemoCouncil,
  idOf: (key: string) => string,
  today: IsoDate,
): Promise<void> {
  const holder = (role: string | null) => demo.staff.find((person) => person.role === role)
  const idOfHolder = (role: string) => idOf(holder(role)!.key)
  await sql`insert into safe_door (authority_id, night_number, safeguarding_lead_id, allegations_lead_id, dpia_reference)
    values (${authorityId}, ${DEMO_SAFE_DOOR.nightNumber}, ${idOfHolder('safeguarding_lead')}, ${idOfHolder('allegations_lead')}, ${DEMO_SAFE_DOOR.dpiaReference})`.execute(
    query,
  )
  for (const chain of ['duty', 'allegations'] as const) {
    const places = DEMO_SAFE_DOOR[chain].map((place, index) => {
      const person = holder(place.role)
      const name = person ? `${person.givenName} ${person.familyName}` : place.name
      return { ...place, position: index + 1, name, person: person ? idOf(person.key) : null }
    })
    await sql`insert into phone_chain (authority_id, chain, position, name, number, minutes, person_id)
      select ${authorityId}, ${chain}, r.position, r.name, r.number, r.minutes, r.person
      from jsonb_to_recordset(${JSON.stringify(places)}::jsonb) as r(position int, name text, number text, minutes int, person uuid)`.execute(
      query,
    )
  }
  for (const message of DEMO_MESSAGES)
    await placeMessage(query, authorityId, message, idOfHolder('duty_worker'), addDays(today, -message.daysAgo))
}

async function placeMessage(
  query: Query,
  authorityId: number,
  message: DemoMessage,
  dutyId: string,
  day: IsoDate,
): Promise<void> {
  const id = randomUUID()
  const sent = Temporal.PlainDateTime.from(`${day}T${message.at}`).toZonedDateTime('Europe/London').toInstant()
  const at = (minutes: number) => sent.add({ minutes }).toString()
  await sql`insert into not_safe_message (authority_id, id, sent_at, said_name, words, how_to_reach, word_hash, is_test)
    values (${authorityId}, ${id}, ${sent.toString()}, ${message.name}, ${message.words}, ${message.reach}, ${createHash('sha256').update(id).digest()}, ${message.isTest})`.execute(
    query,
  )
  for (const { kind, words, after } of message.steps)
    await sql`insert into not_safe_step (authority_id, message_id, kind, words, by_person, at)
      values (${authorityId}, ${id}, ${kind}, ${words}, ${dutyId}, ${at(after)})`.execute(query)
  for (const [index, after] of message.rung.entries())
    await sql`insert into duty_notice (authority_id, message_id, round, position, name, number, written_at)
      select authority_id, ${id}, 1, position, name, number, ${at(after)} from phone_chain
      where authority_id = ${authorityId} and chain = 'duty' and position = ${index + 1}`.execute(query)
}
