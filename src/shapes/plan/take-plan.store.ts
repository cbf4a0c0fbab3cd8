import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Actor, Query } from '../../database/database.ts'
import type { ReadItem } from '../../domain/plans/read-plan-items.ts'
import type { PromiseParts } from '../../domain/plans/read-promise.ts'
import type { IsoDate } from '../../domain/shared/calendar-date.ts'

/** An item as read; of a pledge also its words, whose promise it is and the figure that shows it. */
export type TakenItem = ReadItem & Partial<PromiseParts>

export interface NewPlan {
  kind: 'pledge' | 'action plan' | 'commitments'
  title: string
  agreedOn: IsoDate
  items: TakenItem[]
}

/** Takes a whole plan in, as it is written. Within the caller's transaction: all of it, or none. */
export async function takePlan(query: Query, actor: Actor, { kind, title, agreedOn, items }: NewPlan): Promise<string> {
  const id = randomUUID()
  await sql`insert into plan (authority_id, id, kind, title, agreed_on)
    values (${actor.authorityId}, ${id}, ${kind}, ${title}, ${agreedOn}::date)`.execute(query)
  const rows = items.map((item, index) => ({ ...item, id: randomUUID(), position: index + 1 }))
  await sql`insert into plan_item (authority_id, id, plan_id, position, reference, title, priority, directorate, hows, owners, due_on, due_as_written, way_to_tell, given_on, words, party, measure_id)
    select ${actor.authorityId}, r.id, ${id}, r.position, r.reference, r.title, r.priority, r.directorate,
      array(select jsonb_array_elements_text(r.hows)), array(select jsonb_array_elements_text(r.owners)), r."dueOn", r."dueAsWritten", r."wayToTell",
      case when ${kind}::text = 'commitments' then ${agreedOn}::date end, r.words, r.party, r."measureId"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, position int, reference text, title text, priority text, directorate text, hows jsonb, owners jsonb,
      "dueOn" date, "dueAsWritten" text, "wayToTell" text, words text, party text, "measureId" text)`.execute(query)
  const parts = rows.flatMap(({ id: itemId, parts: of }) =>
    of.map((part, nth) => ({ ...part, itemId, position: nth + 1 })),
  )
  if (parts.length > 0)
    await sql`insert into plan_part (authority_id, item_id, position, how, owners, due_as_written, due_on)
      select ${actor.authorityId}, r."itemId", r.position, r.how, array(select jsonb_array_elements_text(r.owners)), nullif(r."dueAsWritten", ''), r."dueOn"
      from jsonb_to_recordset(${JSON.stringify(parts)}::jsonb) as r("itemId" uuid, position int, how text, owners jsonb, "dueAsWritten" text, "dueOn" date)`.execute(
      query,
    )
  return id
}
