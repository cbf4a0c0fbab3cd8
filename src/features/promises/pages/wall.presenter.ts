import { type PromiseState, sayRule } from '../../../domain/promises/promise-state.ts'
import { type IsoDate, sayDate } from '../../../domain/shared/calendar-date.ts'
import type { PlanItem } from '../../../shapes/plan/plan.store.ts'
import { promisePaths } from '../promises.paths.ts'
import type { Wall, WallPromise } from '../read-wall.ts'

const STATES: PromiseState[] = ['kept', 'partly', 'on-the-way', 'not-kept', 'cannot', 'unknown']
const WORDS: Record<PromiseState, string> = {
  kept: 'kept',
  partly: 'partly kept',
  'on-the-way': 'on the way',
  'not-kept': 'not kept',
  cannot: 'not possible',
  unknown: 'not known',
}
const NUMBERS =
  'None One Two Three Four Five Six Seven Eight Nine Ten Eleven Twelve Thirteen Fourteen Fifteen Sixteen Seventeen Eighteen Nineteen Twenty'.split(
    ' ',
  )

/** Finishes every word of the promise wall. */
export function presentWall(wall: Wall, today: IsoDate) {
  const { promises } = wall
  const count = (state: PromiseState) => promises.filter((promise) => promise.state === state).length
  return {
    sentence: sayWall(wall),
    lead: `${wall.plan.title}${wall.plan.agreedOn ? `, agreed on ${sayDate(wall.plan.agreedOn)}` : ''}. As at ${sayDate(today)}.`,
    knots: promises.map((promise) => ({
      number: promise.item.position,
      title: promise.item.title,
      href: promisePaths.promise(promise.item.id),
      state: promise.state,
      share: promise.share === null ? '–' : `${Math.round(promise.share * 100)}%`,
      ...(promise.share === null ? {} : { part: promise.share }),
    })),
    totals: STATES.map((state) => ({ state, count: count(state) })).filter((total) => total.count > 0),
    rule: sayRule(wall.rule),
    promises: promises.map(presentPromise),
    together: wall.others.filter((item) => item.party === 'together').map(sayWords),
    asked: wall.others.filter((item) => item.party === 'you').map(sayWords),
  }
}

/** The first sentence: how many are kept, how many we know nothing of. */
export function sayWall({ promises }: Wall): string {
  const kept = promises.filter((promise) => promise.state === 'kept').length
  const partly = promises.filter((promise) => promise.state === 'partly').length
  const unknown = promises.filter((promise) => promise.state === 'unknown').length
  const start = `${sayCount(kept)} of ${sayCount(promises.length).toLowerCase()} promises ${kept === 1 ? 'is' : 'are'} kept, and ${sayCount(partly).toLowerCase()} partly.`
  return unknown === 0 ? start : `${start} Of ${sayCount(unknown).toLowerCase()} we do not know.`
}

function sayWords(item: PlanItem) {
  return { title: item.title, words: item.words ?? '' }
}

function presentPromise({ item, state, share, kept, because }: WallPromise) {
  return {
    id: `promise-${item.position}`,
    title: `${item.position}. ${item.title}`,
    href: promisePaths.promise(item.id),
    words: item.words ?? '',
    pill: { state },
    owner: item.owners.length > 0 ? `Answered for by: ${item.owners.join(', ')}` : 'Nobody is named yet',
    due: state === 'on-the-way' && item.dueOn ? `By ${sayDate(item.dueOn)}` : '',
    proof: sayProof(kept, share),
    because,
  }
}

function sayProof(kept: WallPromise['kept'], share: number | null): string {
  if (kept === null) return 'Nothing that still counts shows how many children it is kept for.'
  if (kept.isHidden || share === null) return 'A small number, so it is hidden.'
  return `Kept for ${kept.kept.toLocaleString('en-GB')} of ${kept.of.toLocaleString('en-GB')} ${kept.unit}.`
}

export function sayCount(count: number): string {
  return NUMBERS[count] ?? String(count)
}

export function sayState(state: PromiseState): string {
  return WORDS[state]
}
