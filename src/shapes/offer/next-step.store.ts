import { sql } from 'kysely'
import type { Query } from '../../database/database.ts'
import type { IsoDate } from '../../domain/shared/calendar-date.ts'

export interface NextStep {
  id: string
  /** As an "I" sentence. */
  words: string
  byOn: IsoDate | null
  whoHelps: string
  isOwn: boolean
  doneOn: IsoDate | null
}

/** Somebody's next steps: what is still to do first, soonest first, then what is done. */
export async function listNextSteps(query: Query, childId: string): Promise<NextStep[]> {
  const { rows } =
    await sql<NextStep>`select id, words, by_on as "byOn", who_helps as "whoHelps", written_by = child_id as "isOwn", done_on as "doneOn"
    from next_step where authority_id = (select authority()) and child_id = ${childId}
    order by done_on desc nulls first, by_on nulls last, written_on`.execute(query)
  return rows
}

export async function addNextStep(
  query: Query,
  childId: string,
  step: { words: string; byOn: IsoDate | null; whoHelps: string },
): Promise<void> {
  await sql`insert into next_step (authority_id, child_id, words, by_on, who_helps)
    values ((select authority()), ${childId}, ${step.words}, ${step.byOn}, ${step.whoHelps})`.execute(query)
}

export async function tickNextStep(query: Query, id: string): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`update next_step set done_on = (select today())
    where authority_id = (select authority()) and id = ${id} and done_on is null returning id`.execute(query)
  return rows.length > 0
}
