import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Actor, Query } from '../../database/database.ts'
import type { EventKind } from '../../domain/commitments/event-words.ts'
import type { Guest } from '../../domain/commitments/read-guests.ts'
import type { IsoDate } from '../../domain/shared/calendar-date.ts'

export const CAME = ['came', 'sent somebody', 'did not come'] as const
export type Came = (typeof CAME)[number]

export interface CommitmentEvent {
  id: string
  kind: EventKind
  title: string
  heldOn: IsoDate
  place: string | null
  guests: (Guest & { position: number; came: Came | null })[]
}

export interface NewEvent {
  kind: EventKind
  title: string
  heldOn: IsoDate
  place: string | null
}

/** Every event, newest first, with who was invited. */
export async function listEvents(query: Query): Promise<CommitmentEvent[]> {
  const { rows } = await sql<CommitmentEvent>`select e.id, e.kind, e.title, e.held_on as "heldOn", e.place,
      coalesce((select jsonb_agg(jsonb_build_object('position', g.position, 'invited', g.invited, 'directorate', g.directorate, 'came', g.came) order by g.position)
        from event_guest g where g.authority_id = e.authority_id and g.event_id = e.id), '[]') as guests
    from commitment_event e where e.authority_id = (select authority()) order by e.held_on desc, e.id`.execute(query)
  return rows
}

export async function addEvent(query: Query, actor: Actor, event: NewEvent): Promise<string> {
  const id = randomUUID()
  await sql`insert into commitment_event (authority_id, id, kind, title, held_on, place)
    values (${actor.authorityId}, ${id}, ${event.kind}, ${event.title}, ${event.heldOn}::date, ${event.place})`.execute(
    query,
  )
  return id
}

/** Another day, place or title. What it was before stays in the history. */
export async function changeEvent(query: Query, id: string, event: Omit<NewEvent, 'kind'>): Promise<void> {
  await sql`update commitment_event set title = ${event.title}, held_on = ${event.heldOn}::date, place = ${event.place}
    where authority_id = (select authority()) and id = ${id}`.execute(query)
}

/** Invites those who are not invited yet, after those who are. */
export async function inviteGuests(
  query: Query,
  actor: Actor,
  eventId: string,
  guests: readonly Guest[],
): Promise<void> {
  await sql`insert into event_guest (authority_id, event_id, position, invited, directorate)
    select ${actor.authorityId}, ${eventId}::uuid, r.position + coalesce((select max(g.position) from event_guest g
      where g.authority_id = ${actor.authorityId} and g.event_id = ${eventId}::uuid), 0), r.invited, r.directorate
    from jsonb_to_recordset(${JSON.stringify(guests.map((guest, index) => ({ ...guest, position: index + 1 })))}::jsonb) as r(position int, invited text, directorate text)
    where not exists (select from event_guest g where g.authority_id = ${actor.authorityId} and g.event_id = ${eventId}::uuid and g.invited = r.invited)`.execute(
    query,
  )
}

/** Who came. Null where nobody can say. */
export async function sayWhoCame(
  query: Query,
  eventId: string,
  came: readonly { position: number; came: Came | null }[],
): Promise<void> {
  await sql`update event_guest g set came = r.came
    from jsonb_to_recordset(${JSON.stringify(came)}::jsonb) as r(position int, came text)
    where g.authority_id = (select authority()) and g.event_id = ${eventId}::uuid and g.position = r.position and g.came is distinct from r.came`.execute(
    query,
  )
}

/** One commitment given at an event, after those that the plan has. */
export async function giveCommitment(
  query: Query,
  actor: Actor,
  given: {
    planId: string
    directorate: string | null
    title: string
    owners: string[]
    dueAsWritten: string | null
    dueOn: IsoDate | null
    wayToTell: string | null
    event: Pick<CommitmentEvent, 'title' | 'heldOn'>
  },
): Promise<void> {
  await sql`insert into plan_item (authority_id, id, plan_id, position, title, directorate, owners, due_as_written, due_on, way_to_tell, given_at, given_on)
    select ${actor.authorityId}, ${randomUUID()}, ${given.planId}::uuid, 1 + coalesce((select max(position) from plan_item
      where authority_id = ${actor.authorityId} and plan_id = ${given.planId}::uuid), 0), ${given.title}, ${given.directorate},
      array(select jsonb_array_elements_text(${JSON.stringify(given.owners)}::jsonb)), ${given.dueAsWritten}, ${given.dueOn}::date, ${given.wayToTell},
      ${given.event.title}, ${given.event.heldOn}::date`.execute(query)
}
