import { sql } from 'kysely'
import type { Query } from '../../database/database.ts'
import type { IsoDate } from '../../domain/shared/calendar-date.ts'

export interface PlanItem {
  id: string
  position: number
  reference: string | null
  title: string
  words: string | null
  party: 'we' | 'you' | 'together' | null
  priority: string | null
  hows: string[]
  owners: string[]
  dueOn: IsoDate | null
  dueAsWritten: string | null
  wayToTell: string | null
  measureId: string | null
  progress: string | null
  evidence: string | null
}

export interface Plan {
  id: string
  title: string
  version: string | null
  agreedOn: IsoDate | null
  items: PlanItem[]
}

/** The newest plan of a kind with its items in order; null where the council has none. */
export async function findPlan(query: Query, kind: 'pledge' | 'action plan'): Promise<Plan | null> {
  const { rows } = await sql<Omit<Plan, 'items'>>`select id, title, version, agreed_on as "agreedOn" from plan
    where authority_id = (select authority()) and kind = ${kind} order by agreed_on desc nulls last limit 1`.execute(
    query,
  )
  const plan = rows[0]
  if (!plan) return null
  const items =
    await sql<PlanItem>`select id, position, reference, title, words, party, priority, hows, owners, due_on as "dueOn", due_as_written as "dueAsWritten",
      way_to_tell as "wayToTell", measure_id as "measureId", progress, evidence
    from plan_item where authority_id = (select authority()) and plan_id = ${plan.id} order by position`.execute(query)
  return { ...plan, items: items.rows }
}
