import type { Query } from '../../../database/database.ts'
import { isId } from '../../../domain/shared/is-id.ts'
import { PART_KINDS, type PartKind, type StrategyPart } from '../../../domain/strategy/strategy.ts'
import { recordTrace } from '../../../shapes/person/access-trace.store.ts'
import { type Answer, notFound, type Visit } from '../../../web/route.ts'
import { checkPart, EMPTY_PART, type PartTyped, typedFrom } from '../part.form.ts'
import { readVersions, readWhole, type StandingVersion, type Strategy } from '../read-strategy.ts'
import { listDecisionsToJoin, readStepDecisions, setStepDecision } from '../step-decision.store.ts'
import { strategyPaths } from '../strategy.paths.ts'
import { addPart, endStrategyJoin, joinPart, rewritePart, takeOutPart } from '../strategy.store.ts'
import type { FieldError } from '../version.form.ts'
import { findDraft, formPage } from './edit.page.ts'
import { listKnots } from './list-knots.ts'
import { presentPart } from './part.presenter.ts'

interface Typed {
  typed: PartTyped
  errors: FieldError[]
}

/** A new part of the draft, of the kind asked for. */
export async function showNewPart(visit: Visit): Promise<Answer> {
  const kind = readKind(visit.query.kind)
  return kind === null
    ? notFound
    : writeNew(visit, kind, { typed: { ...EMPTY_PART, areaId: visit.query.area ?? '' }, errors: [] })
}

export async function submitNewPart(visit: Visit): Promise<Answer> {
  const kind = readKind(visit.form.kind)
  const draft = await findDraft(visit)
  if (kind === null || draft === null) return notFound
  const { parts } = await visit.database.as(visit.actor, (query) => readWhole(query, draft))
  const checked = checkPart(visit.form, kind, areasOf(parts))
  if (checked.errors.length > 0) return writeNew(visit, kind, checked)
  await visit.database.as(visit.actor, async (query) => {
    const part = await addPart(query, visit.actor, draft.id, checked.value)
    await keepDecision(query, visit, kind, part)
    await recordTrace(query, visit.actor, { event: 'strategy written', detail: { version: draft.id, part } })
  })
  return { redirect: `${strategyPaths.edit()}?done=part` }
}

/** A step's decision: one that the writer may read, or none. */
async function keepDecision(query: Query, visit: Visit, kind: PartKind, partId: string): Promise<void> {
  if (kind !== 'step') return
  const chosen = (await listDecisionsToJoin(query)).find(({ id }) => id === visit.form.decision)
  await setStepDecision(query, partId, chosen?.id ?? null)
}

async function writeNew(visit: Visit, kind: PartKind, { typed, errors }: Typed): Promise<Answer> {
  const draft = await findDraft(visit)
  if (draft === null) return notFound
  const { parts, decisions } = await visit.database.as(visit.actor, async (query) => ({
    parts: (await readWhole(query, draft)).parts,
    decisions: kind === 'step' ? await listDecisionsToJoin(query) : [],
  }))
  return {
    template: 'features/strategy/pages/part.njk',
    title: 'Add to the draft',
    status: errors.length > 0 ? 422 : 200,
    model: presentPart({
      kind,
      id: null,
      isDraft: true,
      typed,
      errors,
      areas: areasOf(parts),
      joined: [],
      knots: [],
      decisions,
      decisionId: visit.form.decision ?? '',
    }),
    page: formPage(errors, { href: strategyPaths.edit(), text: `Version ${draft.number}` }),
  }
}

/** One part: its words while it is a draft's, and what it is joined to, always. */
export async function showPart(visit: Visit): Promise<Answer> {
  const found = await findPart(visit)
  return found === null ? notFound : show(visit, found, { typed: typedFrom(found.part), errors: [] })
}

export async function submitPart(visit: Visit): Promise<Answer> {
  const found = await findPart(visit)
  if (found === null || found.version.state !== 'draft') return notFound
  const checked = checkPart(visit.form, found.part.kind, areasOf(found.strategy.parts))
  if (checked.errors.length > 0) return show(visit, found, checked)
  return change(visit, found, 'strategy written', async (query) => {
    const done = await rewritePart(query, found.part.id, checked.value)
    if (done) await keepDecision(query, visit, found.part.kind, found.part.id)
    return done
  })
}

export async function submitTakeOut(visit: Visit): Promise<Answer> {
  const found = await findPart(visit)
  if (found === null || found.version.state !== 'draft') return notFound
  if (found.strategy.parts.some(({ areaId }) => areaId === found.part.id))
    return show(visit, found, {
      typed: typedFrom(found.part),
      errors: [{ field: 'title', text: 'Statements stand under this priority. Move them or take them out first.' }],
    })
  return change(visit, found, 'strategy written', (query) => takeOutPart(query, found.part.id))
}

export async function submitPartJoin(visit: Visit): Promise<Answer> {
  const found = await findPart(visit)
  if (found === null) return notFound
  const knot = (await listKnots(visit)).find(({ value }) => value === visit.form.knot)
  if (!knot)
    return show(visit, found, {
      typed: typedFrom(found.part),
      errors: [{ field: 'knot', text: 'Choose the promise, the action or the figure it leans on.' }],
    })
  await visit.database.as(visit.actor, async (query) => {
    await joinPart(query, visit.actor, { partId: found.part.id, toKind: knot.kind, toRef: knot.ref })
    await recordTrace(query, visit.actor, {
      event: 'strategy joined',
      detail: { part: found.part.id, to: `${knot.kind} ${knot.ref}` },
    })
  })
  return { redirect: `${strategyPaths.part(found.part.id)}?done=joined` }
}

export async function submitEndPartJoin(visit: Visit): Promise<Answer> {
  const found = await findPart(visit)
  const join = found?.strategy.joins.find(({ id }) => id === visit.params.joinId)
  if (!found || !join) return notFound
  await visit.database.as(visit.actor, async (query) => {
    await endStrategyJoin(query, join.id)
    await recordTrace(query, visit.actor, {
      event: 'strategy join ended',
      detail: { part: found.part.id, to: `${join.toKind} ${join.toRef}` },
    })
  })
  return { redirect: `${strategyPaths.part(found.part.id)}?done=ended` }
}

interface Found {
  version: StandingVersion
  strategy: Strategy
  part: StrategyPart
}

/** In the draft, or in the version in force: what was replaced is joined to nothing new. */
async function findPart(visit: Visit): Promise<Found | null> {
  const { id } = visit.params
  if (!isId(id)) return null
  for (const version of await readVersions(visit)) {
    if (version.state === 'replaced') continue
    const strategy = await visit.database.as(visit.actor, (query) => readWhole(query, version))
    const part = strategy.parts.find((one) => one.id === id)
    if (part) return { version, strategy, part }
  }
  return null
}

async function change(
  visit: Visit,
  { version, part }: Found,
  event: string,
  work: (query: Parameters<Parameters<Visit['database']['as']>[1]>[0]) => Promise<boolean>,
): Promise<Answer> {
  const isDone = await visit.database.as(visit.actor, async (query) => {
    const isDone = await work(query)
    if (isDone) await recordTrace(query, visit.actor, { event, detail: { version: version.id, part: part.id } })
    return isDone
  })
  return isDone ? { redirect: `${strategyPaths.edit()}?done=part` } : notFound
}

async function show(visit: Visit, { version, strategy, part }: Found, { typed, errors }: Typed): Promise<Answer> {
  const joins = strategy.joins.filter(({ partId }) => partId === part.id)
  const isDraft = version.state === 'draft'
  const { decisions, decided } = await visit.database.as(visit.actor, async (query) => ({
    decisions: part.kind === 'step' ? await listDecisionsToJoin(query) : [],
    decided: await readStepDecisions(query, version.id),
  }))
  return {
    template: 'features/strategy/pages/part.njk',
    title: part.title,
    status: errors.length > 0 ? 422 : 200,
    model: presentPart({
      kind: part.kind,
      id: part.id,
      isDraft,
      typed,
      errors,
      areas: areasOf(strategy.parts),
      joined: nameJoins(joins, await listKnots(visit)),
      knots: await listKnots(visit),
      decisions,
      decisionId: visit.form.decision ?? decided.get(part.id)?.id ?? '',
    }),
    page: {
      ...formPage(
        errors,
        isDraft
          ? { href: strategyPaths.edit(), text: `Version ${version.number}` }
          : { href: strategyPaths.now(), text: 'Our strategy' },
      ),
      ...(errors.length === 0 && visit.query.done
        ? { notice: { isSuccess: true, text: visit.query.done === 'ended' ? 'No longer joined.' : 'Joined.' } }
        : {}),
    },
  }
}

type Joins = Strategy['joins']

function nameJoins(joins: Joins, knots: Awaited<ReturnType<typeof listKnots>>) {
  return joins.map(({ id, toKind, toRef }) => ({
    id,
    text:
      knots.find(({ kind, ref }) => kind === toKind && ref === toRef)?.text ??
      `${toKind} that is in no plan or pledge of today`,
  }))
}

function areasOf(parts: readonly StrategyPart[]): StrategyPart[] {
  return parts.filter(({ kind }) => kind === 'area')
}

function readKind(kind: string | undefined): PartKind | null {
  return PART_KINDS.find((one) => one === kind) ?? null
}
