import type { Query } from '../../database/database.ts'
import { ageOn, birthday, daysBetween, type IsoDate, sayDate } from '../../domain/shared/calendar-date.ts'
import { sayDay } from '../../domain/shared/say-day.ts'
import { findReviewDue } from '../../domain/timescales/review-due.ts'
import { type ListedChild, listChildren, nameOf } from '../../shapes/person/child.store.ts'
import { bankHolidays } from './bank-holiday.ts'

/** A child on a worker's first screen: the next thing that is due for them, and how soon. */
export interface DueChild {
  childId: string
  name: string
  what: string
  note: string
  when: 'now' | 'this week' | 'later' | 'nothing due'
  pill: { state: 'kept' | 'on-the-way' | 'not-kept' | 'unknown'; text: string }
}

const MOST = 2000

/** The children named for the reader or their teams, soonest due first: in our care, and after it for their adviser. */
export async function readMyChildren(query: Query, today: IsoDate): Promise<DueChild[]> {
  const { children } = await listChildren(
    query,
    { search: '', onlyInCare: true, onlyMine: true, limit: MOST, offset: 0 },
    today,
  )
  return children
    .map((child) => ({ due: reviewDueOf(child), child }))
    .sort((a, b) => ((a.due ?? '9999') < (b.due ?? '9999') ? -1 : 1))
    .map(({ child, due }) => presentDue(child, due, today))
}

/** The day of the next review; null where the reader may not know, or the record does not say when they came into our care. */
export function reviewDueOf(child: ListedChild): IsoDate | null {
  return child.inCareSince === null || !child.isReviewShown
    ? null
    : findReviewDue(child.inCareSince, child.lastReviewOn, child.reviewsSinceThen, bankHolidays)
}

function presentDue(child: ListedChild, due: IsoDate | null, today: IsoDate): DueChild {
  const days = due === null ? null : daysBetween(today, due)
  const last = !child.isReviewShown
    ? ''
    : child.lastReviewOn === null
      ? 'no review held yet'
      : `last review ${sayDate(child.lastReviewOn)}`
  const about = { childId: child.id, name: nameOf(child) }
  if (days !== null && days < 0)
    return {
      ...about,
      what: 'Review',
      note: last,
      when: 'now',
      pill: { state: 'not-kept', text: `${-days} ${days === -1 ? 'day' : 'days'} late` },
    }
  if (days === 0)
    return { ...about, what: 'Review', note: last, when: 'now', pill: { state: 'on-the-way', text: 'due today' } }
  const turning = sayTurning(child, today)
  if (turning !== null && (days === null || turning.days <= days)) return { ...about, ...turning.shown }
  if (days === null || days > 30)
    return { ...about, what: 'Nothing due', note: last, when: 'nothing due', pill: { state: 'kept', text: 'in time' } }
  return {
    ...about,
    what: 'Review',
    note: last,
    when: days <= 7 ? 'this week' : 'later',
    pill: { state: 'on-the-way', text: `by ${sayDay(due!, today)}` },
  }
}

function sayTurning(
  child: ListedChild,
  today: IsoDate,
): { days: number; shown: Pick<DueChild, 'what' | 'note' | 'when' | 'pill'> } | null {
  if (child.bornOn === null) return null
  const age = ageOn(child.bornOn, today) + 1
  const day = birthday(child.bornOn, age)
  const days = daysBetween(today, day)
  if (![16, 18].includes(age) || days > 30) return null
  const note =
    age === 16
      ? 'an adviser and a first plan for what comes next'
      : 'adult from that day: their own choice of who stays'
  return {
    days,
    shown: {
      what: `Turns ${age} on ${sayDay(day, today)}`,
      note,
      when: days <= 7 ? 'this week' : 'later',
      pill: { state: 'on-the-way', text: `in ${days} ${days === 1 ? 'day' : 'days'}` },
    },
  }
}
