import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Query } from '../../database/database.ts'
import { makeArmsLength, makeBoardVisit, makeOfficerPledges } from '../../demo-data/chief-officers.ts'
import type { DemoCouncil } from '../../demo-data/demo-council.ts'
import type { IsoDate } from '../../domain/shared/calendar-date.ts'
import type { Council } from '../../shapes/person/council.store.ts'

/** The Chief Officer pledge and its relaunch, what officers told the board, and whom one of them stands up for. */
export async function placeOfficers(
  query: Query,
  { authorityId }: Council,
  demo: DemoCouncil,
  idOf: (key: string) => string,
  today: IsoDate,
): Promise<void> {
  const lead = idOf(demo.staff.find(({ role }) => role === 'strategy_lead')!.key)
  const idOfTitle = (title: string) => {
    const member = demo.staff.find((one) => one.title === title)
    return member ? idOf(member.key) : null
  }
  const visit = { ...makeBoardVisit(today), id: randomUUID() }
  await sql`insert into commitment_event (authority_id, id, kind, title, held_on, place, made_by, made_on)
    values (${authorityId}, ${visit.id}, ${visit.kind}, ${visit.title}, ${visit.heldOn}::date, ${visit.place}, ${lead}, ${visit.heldOn}::date)`.execute(
    query,
  )
  await sql`insert into event_guest (authority_id, event_id, position, invited, came)
    select ${authorityId}, ${visit.id}, r.ordinality::int, r.guest->>'invited', r.guest->>'came'
    from jsonb_array_elements(${JSON.stringify(visit.guests)}::jsonb) with ordinality as r(guest, ordinality)`.execute(
    query,
  )
  const pledges = makeOfficerPledges(today).map((pledge) => ({ ...pledge, id: randomUUID() }))
  for (const [nth, { id, title, agreedOn, why }] of pledges.entries())
    await sql`insert into plan (authority_id, id, kind, about, title, agreed_on, replaces_id, why)
      values (${authorityId}, ${id}, 'commitments', 'chief officers', ${title}, ${agreedOn}::date, ${pledges[nth - 1]?.id ?? null}::uuid, ${why})`.execute(
      query,
    )
  const items = pledges.flatMap((pledge) =>
    pledge.commitments.map((one, nth) => ({
      ...one,
      id: randomUUID(),
      plan: pledge.id,
      position: nth + 1,
      // Only the pledge that holds asks for a word.
      owner: pledge === pledges.at(-1) ? idOfTitle(one.officer) : null,
      givenAt: pledge.title,
      givenOn: pledge.agreedOn,
    })),
  )
  await sql`insert into plan_item (authority_id, id, plan_id, position, title, owners, owner_id, way_to_tell, given_at, given_on)
    select ${authorityId}, r.id, r.plan, r.position, r.what, array[r.officer], r.owner, r."wayToTell", r."givenAt", r."givenOn"
    from jsonb_to_recordset(${JSON.stringify(items)}::jsonb) as r(id uuid, plan uuid, position int, what text, officer text, owner uuid, "wayToTell" text, "givenAt" text, "givenOn" date)`.execute(
    query,
  )
  const said = items.flatMap(({ id, officer, updates }) =>
    updates.map((update) => ({
      ...update,
      item: id,
      by: idOfTitle(officer) ?? lead,
      officer,
      event: update.isAtBoard ? visit.id : null,
    })),
  )
  await sql`insert into item_update (authority_id, item_id, words, progress, said_by, said_as, said_on, said_at, event_id)
    select ${authorityId}, r.item, r.words, r.progress, r.by, r.officer, r."saidOn", r."saidOn", r.event
    from jsonb_to_recordset(${JSON.stringify(said)}::jsonb) as r(item uuid, words text, progress text, by uuid, officer text, "saidOn" date, event uuid)`.execute(
    query,
  )
  await placeArmsLength(query, authorityId, demo, idOf, today, items)
}

/** Begun by the adviser whom the demonstration opens with, for the first young adult they advise. */
async function placeArmsLength(
  query: Query,
  authorityId: number,
  demo: DemoCouncil,
  idOf: (key: string) => string,
  today: IsoDate,
  items: { id: string; what: string; officer: string; owner: string | null }[],
): Promise<void> {
  const adviser = demo.staff.find(
    ({ key, role }) => role === 'personal_adviser' && demo.picker.some(({ staffKey }) => staffKey === key),
  )
  const ties = demo.relationships.filter(
    ({ role, personKey, endsOn }) => role === 'personal_adviser' && personKey === adviser?.key && endsOn === null,
  )
  for (const [nth, one] of makeArmsLength(today).entries()) {
    const tie = ties[nth]
    const item = items.find(({ what, owner }) => what === one.what && owner !== null)
    if (!adviser || !tie || !item) return
    const id = randomUUID()
    await sql`insert into arms_length (authority_id, id, item_id, child_id, said_yes_on, begun_by, begun_on)
      values (${authorityId}, ${id}, ${item.id}, ${idOf(tie.childCode)}, ${one.saidYesOn}::date, ${idOf(adviser.key)}, ${one.saidYesOn}::date)`.execute(
      query,
    )
    const rows = one.obstacles.map(({ byOfficer, cleared, ...obstacle }) => ({
      ...obstacle,
      by: byOfficer ? item.owner : idOf(adviser.key),
      as: byOfficer ? item.officer : adviser.title,
      clearedWords: cleared?.words ?? null,
      clearedOn: cleared?.on ?? null,
    }))
    await sql`insert into obstacle (authority_id, arms_length_id, words, raised_by, raised_as, raised_on, cleared_words, cleared_by, cleared_as, cleared_on)
      select ${authorityId}, ${id}, r.words, r.by, r.as, r."raisedOn", r."clearedWords", case when r."clearedOn" is not null then ${item.owner}::uuid end,
        case when r."clearedOn" is not null then ${item.officer} end, r."clearedOn"
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(words text, by uuid, "as" text, "raisedOn" date, "clearedWords" text, "clearedOn" date)`.execute(
      query,
    )
  }
}
