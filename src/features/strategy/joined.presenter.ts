import { isLate } from '../../domain/plans/item-standing.ts'
import type { IsoDate } from '../../domain/shared/calendar-date.ts'
import { presentStanding, promisePaths, sayState } from '../promises/index.ts'
import type { Live } from './read-live.ts'
import type { StrategyJoin } from './strategy.store.ts'

export interface JoinedRow {
  text: string
  /** What it is and how it is today, in the fewest words. */
  brief: string
  href?: string
  note: string
  pill?: { state: string; text?: string }
}

/** Whom it is for. Everybody outside reads no action word for word, and gets no link that asks for a sign-in; a child gets no state and no number. */
export type Audience = 'staff' | 'young' | 'everybody'

/** What one part is joined to, with how each stands today. What cannot be shown to this reader is not there. */
export function presentJoined(
  joins: readonly StrategyJoin[],
  live: Live,
  today: IsoDate,
  audience: Audience,
): JoinedRow[] {
  const link = (href: string) => (audience === 'staff' ? { href } : {})
  const promises = joins.flatMap(({ toKind, toRef }): JoinedRow[] => {
    const promise = toKind === 'promise' ? live.promises.get(toRef) : undefined
    if (!promise) return []
    const { kept, item, state } = promise
    const share =
      kept === null || kept.isHidden
        ? ''
        : `, for ${kept.kept.toLocaleString('en-GB')} of ${kept.of.toLocaleString('en-GB')} ${kept.unit}`
    return [
      {
        text: item.title,
        brief: `${item.title}: ${sayState(state)}`,
        ...link(promisePaths.promise(item.id)),
        note: `Promise ${item.position}${share}`,
        pill: { state, text: sayState(state) },
      },
    ]
  })
  const figures = joins.flatMap(({ toKind, toRef }): JoinedRow[] => {
    const figure = toKind === 'measure' ? live.figures.get(toRef) : undefined
    if (!figure) return []
    const value = figure.isHidden ? 'hidden, because it is a small number' : figure.value
    return [
      {
        text: `${figure.title}: ${value}`,
        brief: `${figure.title}: ${figure.isHidden ? 'hidden' : figure.value}`,
        ...link(figure.definitionHref),
        note: [figure.isHidden ? '' : figure.of, figure.asAt, figure.direction].filter(Boolean).join(' · '),
      },
    ]
  })
  const actions = joins.flatMap(({ toKind, toRef }) => (toKind === 'action' ? (live.actions.get(toRef) ?? []) : []))
  if (audience !== 'staff') return [...promises, ...figures, ...countActions(actions, today)]
  return [
    ...promises,
    ...figures,
    ...actions.map((item) => ({
      text: `${item.reference ? `${item.reference} ` : ''}${item.title}`,
      brief: `${item.reference ?? 'a commitment'}: ${presentStanding(item, today).text}`,
      href: promisePaths.action(item.id),
      note: item.kind === 'commitments' ? `Commitment of ${item.directorate ?? 'a directorate'}` : 'Action',
      pill: presentStanding(item, today),
    })),
  ]
}

function countActions(actions: readonly Parameters<typeof isLate>[0][], today: IsoDate): JoinedRow[] {
  if (actions.length === 0) return []
  const done = actions.filter(({ progress }) => progress === 'done').length
  const late = actions.filter((item) => isLate(item, today)).length
  const toCome = actions.length - done - late
  const text = actions.length === 1 ? 'One action of the plan' : `${actions.length} actions of the plan`
  const note = [done ? `${done} done` : '', late ? `${late} late` : '', toCome ? `${toCome} still to come` : '']
    .filter(Boolean)
    .join(', ')
  return [{ text, note, brief: `${actions.length === 1 ? 'one action' : `${actions.length} actions`}: ${note}` }]
}
