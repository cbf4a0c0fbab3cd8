import { sql } from 'kysely'
import type { Actor, Query } from '../../database/database.ts'
import type { Knot } from '../../domain/thread/chain.ts'

export type { Knot } from '../../domain/thread/chain.ts'

/** What is joined to a knot today, either way round. */
export async function listJoined(query: Query, { kind, ref }: Knot): Promise<Knot[]> {
  const { rows } =
    await sql<Knot>`select to_kind as kind, to_ref as ref from knot_join where authority_id = (select authority())
      and from_kind = ${kind} and from_ref = ${ref} and (ended_on is null or ended_on > (select today()))
    union select from_kind, from_ref from knot_join where authority_id = (select authority())
      and to_kind = ${kind} and to_ref = ${ref} and (ended_on is null or ended_on > (select today())) order by 1, 2`.execute(
      query,
    )
  return rows
}

export async function joinKnots(query: Query, actor: Actor, from: Knot, to: Knot): Promise<void> {
  await sql`insert into knot_join (authority_id, from_kind, from_ref, to_kind, to_ref)
    values (${actor.authorityId}, ${from.kind}, ${from.ref}, ${to.kind}, ${to.ref})`.execute(query)
}
