import type { IsoDate } from '../../../domain/shared/calendar-date.ts'
import type { NextStep } from '../../../shapes/offer/next-step.store.ts'
import { sayCount } from '../../promises/index.ts'
import type { TypedStep } from '../claim.form.ts'
import { sayDay, sayWhen } from '../say-when.ts'

/** Somebody's next steps. A day that has passed is not called late: the step is theirs. */
export function presentSteps(steps: NextStep[], typed: TypedStep, today: IsoDate) {
  const open = steps.filter(({ doneOn }) => doneOn === null)
  return {
    open: open.map((step) => ({ id: step.id, words: step.words, note: sayStep(step, today) })),
    done: steps
      .filter(({ doneOn }) => doneOn !== null)
      .map((step) => ({ words: step.words, note: `Done on ${sayDay(step.doneOn!, today)}` })),
    typed,
  }
}

export function sayStep({ byOn, whoHelps }: NextStep, today: IsoDate): string {
  const when =
    byOn === null ? '' : byOn < today ? `I meant to by ${sayDay(byOn, today)}.` : `By ${sayWhen(byOn, today)}.`
  const who = whoHelps === '' ? '' : `${whoHelps} helps.`
  return [when, who].filter((part) => part !== '').join(' ')
}

export function sayFirstStep(open: { words: string }[]): string {
  if (open.length === 0) return 'No next step is written down yet.'
  return open.length === 1 ? 'One next step, in your words.' : `${sayCount(open.length)} next steps, in your words.`
}
