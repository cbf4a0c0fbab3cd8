import { findLast, findNext, wordAt } from '../../../domain/commitments/event-words.ts'
import type { KeptShare } from '../../../domain/promises/promise-share.ts'
import { daysBetween, type IsoDate, sayDate } from '../../../domain/shared/calendar-date.ts'
import type { ItemUpdateOf } from '../../../shapes/plan/item-update.store.ts'
import type { LooseProgress } from '../../../shapes/plan/loose-progress.store.ts'
import type { PlanItem } from '../../../shapes/plan/plan.store.ts'
import { owedOf, presentStanding, promisePaths, sayCount, sayOwed, sayWho } from '../../promises/index.ts'
import type { CommitmentName } from '../commitment.store.ts'
import { commitmentPaths } from '../commitments.paths.ts'
import type { CommitmentEvent } from '../event.store.ts'
import { sayTakeUp } from '../read-take-up.ts'
import { toRow } from './progress.presenter.ts'

export interface DirectorateFacts {
  name: string
  /** The reader answers for it. */
  isMine: boolean
  items: PlanItem[]
  /** Given in earlier years. */
  before: CommitmentName[]
  updates: ItemUpdateOf[]
  events: CommitmentEvent[]
  loose: LooseProgress[]
  /** By commitment: how many took up what was offered. */
  takeUp: Map<string, KeptShare>
}

/** Finishes every word of one directorate's page: each commitment with its last word and when, and what is owed at the next event. */
export function presentDirectorate(
  { name, isMine, items, before, updates, events, loose, takeUp }: DirectorateFacts,
  today: IsoDate,
) {
  const done = items.filter(({ progress }) => progress === 'done').length
  const next = findNext(events, today)
  const last = findLast(events, today)
  const owed = items.filter((item) =>
    next === null
      ? owedOf(item, today) !== null
      : wordAt(
          updates.filter(({ itemId }) => itemId === item.id),
          next,
          events,
        ) === 'no word',
  )
  const row = (item: PlanItem) => ({
    text: item.title,
    href: promisePaths.action(item.id),
    note: [
      item.lastUpdate ? `Last word, ${sayDate(item.lastUpdate.saidOn)}: ${item.lastUpdate.words}` : 'No word yet',
      sayTakeUp(takeUp.get(item.id)),
      item.lastUpdate ? sayOwed(owedOf(item, today)) : '',
    ]
      .filter(Boolean)
      .join(' · '),
    pill: presentStanding(item, today),
    action: { text: 'Take-up', href: commitmentPaths.takeUp(item.id), visuallyHiddenText: `of ${item.title}` },
  })
  return {
    eyebrow: [...new Set(items.map(sayWho))].join('; '),
    sentence: `${isMine ? 'Your directorate' : name} gave its word on ${sayFew(items.length)} ${items.length === 1 ? 'thing' : 'things'}; ${sayFew(done)} ${done < 2 ? 'is' : 'are'} done.`,
    lead: [
      next === null
        ? 'No update event is planned.'
        : `Next: ${next.title}, ${sayDate(next.heldOn)}, ${sayDays(daysBetween(today, next.heldOn))}.`,
      last === null ? '' : `A word said since ${sayDate(last.heldOn)} counts for it.`,
    ]
      .filter(Boolean)
      .join(' '),
    nextHref: next === null ? '' : commitmentPaths.event(next.id),
    owedTitle: next === null ? 'Wants a word' : 'Owed at the next event',
    owed: owed.map((item) => ({
      ...row(item),
      ...(isMine
        ? {
            action: {
              text: 'Say how it stands',
              href: `${promisePaths.action(item.id)}#update`,
              visuallyHiddenText: item.title,
            },
          }
        : {}),
    })),
    rest: items.filter((item) => !owed.includes(item)).map(row),
    before: before.map(({ id, title, givenOn }) => ({
      text: title,
      href: promisePaths.action(id),
      note: givenOn === null ? '' : `Given on ${sayDate(givenOn)}`,
    })),
    loose: loose.map(toRow),
  }
}

const sayFew = (count: number) => sayCount(count).toLowerCase()
const sayDays = (days: number) => (days === 0 ? 'today' : days === 1 ? 'tomorrow' : `in ${days} days`)
