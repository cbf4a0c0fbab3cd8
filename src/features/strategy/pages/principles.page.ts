import { sayDate } from '../../../domain/shared/calendar-date.ts'
import { LEGAL_PRINCIPLES, PRINCIPLES_SOURCE } from '../../../domain/strategy/principles.ts'
import { recordTrace } from '../../../shapes/person/access-trace.store.ts'
import {
  addLabel,
  endLabel,
  LABELLED,
  type Labelled,
  listLabels,
  type PrincipleLabel,
} from '../../../shapes/plan/principle-label.store.ts'
import { type FieldError, listErrors, makeSelect } from '../../../web/form-field.ts'
import { type Answer, notFound, type Visit } from '../../../web/route.ts'
import { governancePaths, listDecisionsOf, listMeetings } from '../../governance/index.ts'
import { promisePaths, sayCount } from '../../promises/index.ts'
import { strategyPaths } from '../strategy.paths.ts'
import { listKnots, type StrategyKnot } from './list-knots.ts'

type Thing = Omit<StrategyKnot, 'kind'> & { kind: Labelled }

const HREF: Record<Labelled, (ref: string) => string> = {
  promise: promisePaths.promise,
  action: promisePaths.action,
  measure: (ref) => `/figures/${ref}`,
  decision: governancePaths.decision,
}

/** Each of the seven principles in law, and what serves it. */
export async function showPrinciples(visit: Visit): Promise<Answer> {
  return show(visit, [])
}

export async function submitLabel(visit: Visit): Promise<Answer> {
  const principle = LEGAL_PRINCIPLES.find(({ letter }) => letter === visit.params.letter)
  if (principle === undefined) return notFound
  const thing = (await listThings(visit)).find(({ value }) => value === visit.form.thing)
  if (thing === undefined || !mayLabel(visit, thing.kind))
    return show(visit, [{ field: `thing-${principle.letter}`, text: 'Choose what serves this principle.' }])
  await visit.database.as(visit.actor, async (query) => {
    await addLabel(query, visit.actor.authorityId, { kind: thing.kind, ref: thing.ref, principle: principle.number })
    await recordTrace(query, visit.actor, {
      event: 'principle label given',
      detail: { to: thing.value, principle: principle.letter },
    })
  })
  return { redirect: `${strategyPaths.principles()}?done=${principle.letter}#${principle.letter}` }
}

export async function submitEndLabel(visit: Visit): Promise<Answer> {
  const isEnded = await visit.database.as(visit.actor, async (query) => {
    const ended = await endLabel(query, visit.params.id ?? '')
    if (ended)
      await recordTrace(query, visit.actor, { event: 'principle label ended', detail: { id: visit.params.id } })
    return ended
  })
  return isEnded ? { redirect: strategyPaths.principles() } : notFound
}

function mayLabel(visit: Visit, kind: Labelled): boolean {
  return visit.can(kind === 'decision' ? 'meetings:write' : 'plan:write')
}

/** What can be labelled, as far as the reader may read it. */
async function listThings(visit: Visit): Promise<Thing[]> {
  const decisions = await visit.database.as(visit.actor, async (query) => {
    const meetings = new Map((await listMeetings(query)).map(({ id, day }) => [id, day]))
    return (await listDecisionsOf(query)).map((one) => ({ ...one, day: meetings.get(one.meetingId) ?? '' }))
  })
  return [
    ...((await listKnots(visit)) as Thing[]),
    ...decisions.map(({ id, title, day }) => ({
      kind: 'decision' as const,
      ref: id,
      value: `decision ${id}`,
      text: `Decision${day ? ` of ${sayDate(day)}` : ''}: ${title}`,
    })),
  ]
}

async function show(visit: Visit, errors: FieldError[]): Promise<Answer> {
  const things = await listThings(visit)
  const labels = (await visit.database.as(visit.actor, listLabels)).filter(({ kind, ref }) =>
    things.some((thing) => thing.kind === kind && thing.ref === ref),
  )
  const canLabel = LABELLED.filter((kind) => mayLabel(visit, kind))
  return {
    template: 'features/strategy/pages/principles.njk',
    title: 'The seven principles',
    status: errors.length > 0 ? 422 : 200,
    model: {
      sentence: saySentence(things, labels),
      source: PRINCIPLES_SOURCE,
      principles: LEGAL_PRINCIPLES.map(({ number, letter, title }) => {
        // In the order of the things: promises, actions, figures, decisions.
        const own = things.flatMap((thing) =>
          labels
            .filter(({ principle, kind, ref }) => principle === number && kind === thing.kind && ref === thing.ref)
            .map((label) => ({ ...label, text: thing.text })),
        )
        const free = things.filter(
          ({ kind, ref }) => canLabel.includes(kind) && !own.some((label) => label.kind === kind && label.ref === ref),
        )
        return {
          letter,
          title: `(${letter}) ${title}`,
          rows: own.map((label) => ({
            text: label.text,
            href: HREF[label.kind](label.ref),
            end: canLabel.includes(label.kind) ? strategyPaths.endLabel(label.id) : '',
          })),
          form:
            free.length === 0
              ? null
              : {
                  action: strategyPaths.label(letter),
                  thing: {
                    ...makeSelect(
                      `thing-${letter}`,
                      { label: 'What else serves it?' },
                      [{ value: '', text: 'Choose' }, ...free.map(({ value, text }) => ({ value, text }))],
                      errors,
                    ),
                    name: 'thing',
                  },
                },
        }
      }),
    },
    page: {
      back: { href: strategyPaths.now(), text: 'The strategy' },
      ...(visit.query.done ? { notice: { isSuccess: true, text: 'Labelled. It says so on its own page too.' } } : {}),
      ...listErrors(errors),
    },
  }
}

/** Principles that nothing serves, and promises and actions that say no principle. */
function saySentence(things: Thing[], labels: PrincipleLabel[]): string {
  const bare = LEGAL_PRINCIPLES.filter(({ number }) => !labels.some(({ principle }) => principle === number)).length
  const silent = things.filter(
    ({ kind, ref }) =>
      (kind === 'promise' || kind === 'action') && !labels.some((label) => label.kind === kind && label.ref === ref),
  ).length
  const first =
    bare === 0
      ? 'Something serves each of the seven principles in law'
      : `${sayCount(bare)} of the seven principles in law ${bare === 1 ? 'has' : 'have'} nothing that serves ${bare === 1 ? 'it' : 'them'}`
  return `${first}; ${silent === 0 ? 'every promise and action says which' : `${silent} promises and actions say none yet`}.`
}
