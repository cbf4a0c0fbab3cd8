import { dayOf, differenceBetween, surenessOf, type Validated } from '../../../domain/measure-story/validated.ts'
import type { Measure, MeasureResult } from '../../../domain/measures/measure.ts'
import { type IsoDate, sayDate } from '../../../domain/shared/calendar-date.ts'
import { paths } from '../performance.paths.ts'
import type { Story } from '../story.store.ts'
import { presentFigure } from './figure.presenter.ts'
import { isComparable, sayMove, saySureness, sayTarget, sayWords } from './say-story.ts'

export interface StoryOf {
  measure: Measure
  story: Story
  now: MeasureResult
  yearBefore: MeasureResult
  checks: Validated[]
  /** Of each check that the record contradicts now. */
  changes: Map<Validated, { now: MeasureResult; corrected: number; late: number }>
  today: IsoDate
  isTrue: boolean
  maySpeak: boolean
  maySet: boolean
}

/** Finishes what people say of one figure: its target, its words, how sure it is, what changed. */
export function presentStory(given: StoryOf) {
  const { measure, story, now, yearBefore, isTrue } = given
  const shown = presentFigure(now, isTrue)
  const before = isComparable(now, yearBefore) ? presentFigure(yearBefore, isTrue) : null
  const target = sayTarget(measure, story.targets, {
    asAt: now.asAt,
    now: shown,
    yearBefore: before,
    isPartYear: now.isPartYear,
  })
  const checksOfDay = given.checks.filter(({ asAt }) => asAt === dayOf(now))
  const isWorkedOut = now.cannotCompute === null && !now.isTyped
  const [direction] = story.directions
  return {
    owner: story.owners[0]?.name ?? '',
    target,
    move: sayMove(measure, shown, before),
    sureness: isWorkedOut ? saySureness(surenessOf(checksOfDay, now)) : null,
    chosenDirection: direction
      ? `Our own choice of direction, for staff: ${sayDirection(direction.direction)}. ${direction.setBy}, ${sayDate(direction.setOn)}: ${direction.why}`
      : '',
    words: sayWords(story.words, given.today),
    wordHref: given.maySpeak ? `${paths.word(measure.id)}?as-at=${now.asAt}` : '',
    targetHref: given.maySet ? paths.target(measure.id) : '',
    validate: given.maySet && isWorkedOut ? { action: paths.validate(measure.id), asAt: now.asAt } : null,
    checks: isTrue ? given.checks.toReversed().map((check) => sayCheck(check, given)) : [],
    changed: isTrue && isWorkedOut && before !== null ? sayChanged(measure, yearBefore, now) : null,
    csvHref: `${paths.measureCsv(measure.id)}?as-at=${now.asAt}`,
  }
}

function sayDirection(direction: Measure['direction']): string {
  return { higher: 'higher is better', lower: 'lower is better', none: 'neither way is good' }[direction]
}

function sayCheck(check: Validated, { changes }: StoryOf) {
  const change = changes.get(check)
  const was = sayTrue(check.result)
  const who = `validated by ${check.validatedBy} on ${sayDate(check.validatedOn)}`
  return {
    heading: `As at ${sayDate(check.asAt)}`,
    text: change
      ? `It was ${was} (${who}); now it is ${sayTrue(change.now)}: ${sayFacts(change)}`
      : `It is ${was}, as ${who}.`,
    isChanged: change !== undefined,
  }
}

function sayTrue(result: MeasureResult): string {
  if (result.cannotCompute !== null) return 'not worked out'
  const { value, of } = presentFigure(result, true)
  return of === '' ? value : `${value}, ${of}`
}

function sayFacts({ corrected, late }: { corrected: number; late: number }): string {
  const facts = (count: number) => `${count} ${count === 1 ? 'fact' : 'facts'}`
  if (corrected + late === 0) return 'the directory of places or the population it is worked out with changed.'
  const parts = [
    ...(corrected > 0 ? [`${facts(corrected)} ${corrected === 1 ? 'was' : 'were'} corrected`] : []),
    ...(late > 0 ? [`${facts(late)} came late`] : []),
  ]
  return `${parts.join(' and ')}.`
}

/** Who stands behind the figure now and did not a year before, in numbers; the names are one click away for those allowed. */
function sayChanged(measure: Measure, before: MeasureResult, now: MeasureResult) {
  if (before.counted.length + now.counted.length === 0) return null
  const { newlyMet, noLongerMet, cameIn, wentOut } = differenceBetween(before, now)
  const isShare = measure.kind !== 'count' && measure.kind !== 'list'
  return {
    text: isShare
      ? `Since ${sayDate(dayOf(before))}, ${cameIn.length} came among those counted and ${wentOut.length} left; ${newlyMet.length} are newly met and ${noLongerMet.length} are no longer.`
      : `Since ${sayDate(dayOf(before))}, ${cameIn.length} came and ${wentOut.length} left; ${now.counted.length - cameIn.length} stand behind it both times.`,
    nowHref: `${paths.children(measure.id)}?as-at=${now.asAt}`,
    beforeHref: `${paths.children(measure.id)}?as-at=${before.asAt}`,
  }
}
