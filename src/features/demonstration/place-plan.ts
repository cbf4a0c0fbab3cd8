import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Query } from '../../database/database.ts'
import type { DemoCouncil } from '../../demo-data/demo-council.ts'
import type { DemoUpdate } from '../../demo-data/plan.ts'
import type { DemoProof } from '../../demo-data/pledge.ts'
import { addDays, type IsoDate } from '../../domain/shared/calendar-date.ts'
import type { Council } from '../../shapes/person/council.store.ts'

/** The pledge, the plan and the directorates' commitments, with a year of what was said and shown. */
export async function placePlan(
  query: Query,
  { authorityId }: Council,
  demo: DemoCouncil,
  idOf: (key: string) => string,
): Promise<void> {
  const idOfTitle = (title: string | undefined) => {
    const member = demo.staff.find((one) => one.title === title)
    return member ? idOf(member.key) : null
  }
  const lead = idOfTitle('Strategy lead for corporate parenting')!
  const place = new Placing(query, authorityId, lead, idOfTitle)
  const { pledge, plan, commitments } = demo
  const pledgeId = await place.plan('pledge', pledge.title, pledge.version, pledge.agreedOn)
  const promiseIds = new Map<number, string>()
  for (const { number, ...promise } of pledge.promises) {
    const id = await place.item(pledgeId, number, {
      reference: String(number),
      title: promise.title,
      words: promise.text,
      party: promise.by,
      owners: [promise.owner],
      measure_id: promise.measureId,
      due_on: promise.dueOn,
    })
    promiseIds.set(number, id)
    for (const proof of promise.proofs) await place.proof(id, proof)
    if (promise.reason) await place.reason(id, promise.reason)
    if (promise.measureId) await place.join('promise', id, 'measure', promise.measureId)
  }
  const planId = await place.plan('action plan', plan.title, plan.period, null)
  for (const [position, action] of plan.actions.entries()) {
    const id = await place.item(planId, position + 1, {
      reference: action.reference,
      title: action.what,
      priority: action.priority,
      hows: action.how,
      owners: action.owners,
      due_on: action.dueOn,
      due_as_written: action.dueAsWritten,
      way_to_tell: action.wayToTell,
      progress: action.progress,
      evidence: action.evidence,
    })
    for (const update of action.updates) await place.update(id, update, action.owners[0])
    if (action.promise !== null) await place.join('promise', promiseIds.get(action.promise)!, 'action', id)
    if (action.measureId !== null) await place.join('action', id, 'measure', action.measureId)
  }
  const commitmentsId = await place.plan('commitments', commitments.title, null, commitments.agreedOn)
  for (const [position, commitment] of commitments.commitments.entries()) {
    const id = await place.item(commitmentsId, position + 1, {
      title: commitment.what,
      directorate: commitment.directorate,
      owners: [commitment.owner],
      due_on: commitment.dueOn,
      way_to_tell: commitment.wayToTell,
      given_at: commitments.givenAt,
      given_on: commitments.agreedOn,
    })
    for (const update of commitment.updates) await place.update(id, update, commitment.owner)
  }
}

interface PlacedItem {
  title: string
  reference?: string
  words?: string
  party?: string
  priority?: string
  hows?: string[]
  owners: string[]
  due_on?: IsoDate | null
  due_as_written?: string
  way_to_tell?: string | null
  measure_id?: string | null
  progress?: string
  evidence?: string | null
  directorate?: string
  given_at?: string
  given_on?: IsoDate
}

/** Puts in one thing each, as the one who would have. Whoever has no account here spoke through the strategy lead. */
class Placing {
  readonly #query: Query
  readonly #authorityId: number
  readonly #lead: string
  readonly #idOfTitle: (title: string | undefined) => string | null
  constructor(
    query: Query,
    authorityId: number,
    lead: string,
    idOfTitle: (title: string | undefined) => string | null,
  ) {
    this.#query = query
    this.#authorityId = authorityId
    this.#lead = lead
    this.#idOfTitle = idOfTitle
  }

  async plan(kind: string, title: string, version: string | null, agreedOn: IsoDate | null): Promise<string> {
    const id = randomUUID()
    await sql`insert into plan (authority_id, id, kind, title, version, agreed_on) values (${this.#authorityId}, ${id}, ${kind}, ${title}, ${version}, ${agreedOn}::date)`.execute(
      this.#query,
    )
    return id
  }

  async item(planId: string, position: number, item: PlacedItem): Promise<string> {
    const id = randomUUID()
    const row = {
      ...item,
      authority_id: this.#authorityId,
      id,
      plan_id: planId,
      position,
      hows: item.hows ?? [],
      owner_id: this.#idOfTitle(item.owners[0]),
    }
    await sql`insert into plan_item select * from jsonb_populate_record(null::plan_item, ${JSON.stringify(row)}::jsonb)`.execute(
      this.#query,
    )
    return id
  }

  async proof(itemId: string, proof: DemoProof): Promise<string> {
    const id = randomUUID()
    const { count } = proof
    await sql`insert into item_proof (authority_id, id, item_id, kind, title, words, kept_for, made_to, added_by, added_as, added_on, good_until)
      values (${this.#authorityId}, ${id}, ${itemId}, ${count ? 'count' : 'text'}, ${proof.title}, ${proof.words}, ${count?.keptFor ?? null}::int, ${count?.madeTo ?? null}::int,
        ${this.#idOfTitle(proof.by) ?? this.#lead}, ${proof.by}, ${proof.addedOn}::date, ${proof.goodUntil}::date)`.execute(
      this.#query,
    )
    return id
  }

  async update(itemId: string, update: DemoUpdate, owner: string | undefined): Promise<void> {
    const by = owner ?? 'Strategy lead for corporate parenting'
    const proofId =
      update.proof === null
        ? null
        : await this.proof(itemId, {
            title: update.proof,
            words: null,
            by,
            addedOn: update.saidOn,
            goodUntil: addDays(update.saidOn, 365),
            count: null,
          })
    await sql`insert into item_update (authority_id, item_id, words, progress, proof_id, said_by, said_as, said_on, said_at)
      values (${this.#authorityId}, ${itemId}, ${update.words}, ${update.progress}, ${proofId}, ${this.#idOfTitle(owner) ?? this.#lead}, ${by}, ${update.saidOn}::date, ${update.saidOn}::date)`.execute(
      this.#query,
    )
  }

  async reason(
    itemId: string,
    reason: { because: string; by: string; saidOn: IsoDate; reviewOn: IsoDate },
  ): Promise<void> {
    await sql`insert into promise_reason (authority_id, item_id, because, review_on, said_by, said_as, said_on)
      values (${this.#authorityId}, ${itemId}, ${reason.because}, ${reason.reviewOn}::date, ${this.#lead}, ${reason.by}, ${reason.saidOn}::date)`.execute(
      this.#query,
    )
  }

  async join(fromKind: string, fromRef: string, toKind: string, toRef: string): Promise<void> {
    await sql`insert into knot_join (authority_id, from_kind, from_ref, to_kind, to_ref, joined_by)
      values (${this.#authorityId}, ${fromKind}, ${fromRef}, ${toKind}, ${toRef}, ${this.#lead})`.execute(this.#query)
  }
}
