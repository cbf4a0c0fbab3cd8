import { sql } from 'kysely'
import type { Query } from '../../database/database.ts'
import type { IsoDate } from '../../domain/shared/calendar-date.ts'
import type { Join, Knot, KnotKind } from '../../domain/thread/chain.ts'

interface JoinRow {
  fromKind: KnotKind
  fromRef: string
  toKind: KnotKind
  toRef: string
}

/**
 * Every join the reader may see: those that somebody made, and those that follow from the record itself (a promise's
 * measure, a decision's agenda item, what a theme was answered). A few hundred in a council.
 */
export async function readJoins(query: Query): Promise<Join[]> {
  const { rows } =
    await sql<JoinRow>`select a_kind as "fromKind", a_ref as "fromRef", b_kind as "toKind", b_ref as "toRef" from thread_joins()`.execute(
      query,
    )
  return rows.map((row) => ({
    from: { kind: row.fromKind, ref: row.fromRef },
    to: { kind: row.toKind, ref: row.toRef },
  }))
}

export interface NamedKnot extends Knot {
  title: string
  /** Who answers for it, or null where nobody is named. */
  owner: string | null
  /** The day it is due, was decided on, or is met about. */
  on: IsoDate | null
  /** Where its page hangs: an agenda item's meeting; else itself. */
  home: string
  /** The meeting of an agenda item or a decision, and its body; a challenge has its body alone. */
  meetingId: string | null
  bodyId: string | null
  /** For members alone, on an agenda that is not out, or an answer the board has not been told yet (rule 34). */
  isHeldBack: boolean
}

/** What the knots are called. One that the reader may not see has no name, and so is not there. */
export async function nameKnots(query: Query, knots: readonly Knot[]): Promise<Map<string, NamedKnot>> {
  const refs = knots.filter(({ kind }) => kind !== 'measure').map(({ ref }) => ref)
  const { rows } = await sql<{ knot: NamedKnot }>`select knot from thread_names(
    array(select v::uuid from jsonb_array_elements_text(${JSON.stringify(refs)}::jsonb) v)) knot`.execute(query)
  return new Map(rows.map(({ knot }) => [`${knot.kind} ${knot.ref}`, knot]))
}
