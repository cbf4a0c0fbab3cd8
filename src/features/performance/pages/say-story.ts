import {
  findTarget,
  numberOf,
  type PointsAt,
  type Standing,
  standingOf,
  type Target,
} from '../../../domain/measure-story/target.ts'
import { dayOf, type Sureness } from '../../../domain/measure-story/validated.ts'
import { isStale, type Word } from '../../../domain/measure-story/word.ts'
import type { MeasureResult, MeasureWords } from '../../../domain/measures/measure.ts'
import { sayValue } from '../../../domain/measures/say-value.ts'
import { type IsoDate, sayDate } from '../../../domain/shared/calendar-date.ts'
import type { ShownFigure } from './figure.presenter.ts'

type Measure = Pick<MeasureWords, 'kind' | 'decimals' | 'unit' | 'direction'>
type Shown = Pick<ShownFigure, 'value' | 'plotted' | 'isHidden' | 'cannotCompute'>

export interface SaidTarget {
  /** With its dates. */
  text: string
  /** Without. */
  short: string
  /** Null where the figure may not be compared: hidden, or nothing to compare with. */
  standing: { state: string; text: string; word: Standing } | null
  goal: number | null
  why: string
}

const STANDINGS: Record<Standing, { state: string; text: string }> = {
  met: { state: 'kept', text: 'target met' },
  near: { state: 'partly', text: 'near the target' },
  missed: { state: 'not-kept', text: 'target missed' },
}

/** The target of a day in words, and how the figure stands against it: judged by what is shown, so nothing more is told. */
export function sayTarget(
  measure: Measure & Pick<MeasureWords, 'id'>,
  targets: readonly Target[],
  { asAt, now, yearBefore, isPartYear }: { asAt: IsoDate; now: Shown; yearBefore: Shown | null; isPartYear: boolean },
): SaidTarget | null {
  const target = findTarget(targets, measure.id, asAt)
  if (target === null) return null
  const goal = numberOf(target, yearBefore?.plotted ?? null)
  const number = sayGoal(measure, target)
  // Half a year's count says nothing yet of a whole year's target; of the same half a year before it does.
  const isTooEarly = isPartYear && (target.value !== null || target.pointsAt !== null)
  const standing = goal === null || now.plotted === null || isTooEarly ? null : standingOf(target, goal, now.plotted)
  return {
    short: `${target.way} ${number}`,
    text: `${target.way} ${number}, from ${sayDate(target.fromOn)} to ${sayDate(target.toOn)}${isTooEarly ? '; judged when the year is over' : ''}`,
    standing: standing && { ...STANDINGS[standing], word: standing },
    goal: target.value ?? target.pointed?.value ?? null,
    why: `Set by ${target.setBy} on ${sayDate(target.setOn)}: ${target.why}`,
  }
}

function sayGoal(measure: Measure, { value, pointsAt, pointed }: Target): string {
  if (value !== null) return sayValue(value, measure)
  if (pointsAt === null) return 'what it was a year before'
  if (pointed === null) return `${POINTED_WORDS[pointsAt]}, of which nothing published is held`
  return `${POINTED_WORDS[pointsAt]}: ${sayValue(pointed.value, measure)} in ${pointed.year}`
}

const POINTED_WORDS: Record<PointsAt, string> = {
  England: 'the figure of England',
  'councils like ours': 'the average of councils like ours',
  'the best quarter': 'the edge of the best quarter of councils',
}

/** Two results of different days that count equal lengths of time, and both of a time that the record holds. */
export function isComparable(now: MeasureResult, before: MeasureResult): boolean {
  const isOther = dayOf(before) !== dayOf(now)
  return isOther && before.isPartYear === now.isPartYear && !before.isTooEarly && before.cannotCompute === null
}

/** How it moved against the same day a year before: equal parts of two years, never a part against a whole. */
export function sayMove(measure: Measure, now: Shown, yearBefore: Shown | null): string {
  if (now.plotted === null || yearBefore === null || yearBefore.cannotCompute !== '' || yearBefore.plotted === null)
    return ''
  if (now.value === yearBefore.value) return `the same as a year before`
  const isUp = now.plotted > yearBefore.plotted
  const better = measure.direction === 'none' ? '' : isUp === (measure.direction === 'higher') ? ': better' : ': worse'
  return `${isUp ? 'up' : 'down'} from ${yearBefore.value} a year before${better}`
}

export function saySureness(sureness: Sureness): { state: string; text: string } {
  if (sureness.status === 'provisional') return { state: 'unknown', text: 'provisional' }
  const on = sayDate(sureness.last.validatedOn)
  return sureness.status === 'validated'
    ? { state: 'kept', text: `validated on ${on}` }
    : { state: 'partly', text: `restated: the record changed after it was validated on ${on}` }
}

export interface SaidWord {
  heading: string
  why: string
  nextStep: string
  by: string
  stale: string
}

export function sayWords(words: readonly Word[], today: IsoDate): SaidWord[] {
  return words.toReversed().map((word, index) => ({
    heading: `As at ${sayDate(word.asAt)}`,
    why: word.why,
    nextStep: word.nextStep,
    by: `${word.saidBy}, ${sayDate(word.saidOn)}`,
    stale: index === 0 && isStale(word.asAt, today) ? 'older than a quarter: a new word is due' : '',
  }))
}
