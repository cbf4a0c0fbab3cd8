import { addDays, daysBetween, type IsoDate } from '../shared/calendar-date.ts'

export type ChallengeState = 'open' | 'late' | 'answered' | 'accepted'

export interface AnswerGiven {
  verdict: 'accepted' | 'not answered yet' | null
}

/**
 * A challenge stays open until those who raised it accept an answer: an answer alone closes nothing, and "not answered yet"
 * opens it again. Late is worked out, the day after the answer was due, and only while no answer waits to be judged.
 */
export function findChallengeState(answerDueOn: IsoDate, answers: AnswerGiven[], today: IsoDate): ChallengeState {
  if (answers.some((answer) => answer.verdict === 'accepted')) return 'accepted'
  if (answers.some((answer) => answer.verdict === null)) return 'answered'
  return answerDueOn < today ? 'late' : 'open'
}

/** An answer is asked for within ten working days unless those who ask say otherwise: two weeks, whatever the weekday. */
export function suggestAnswerDay(today: IsoDate): IsoDate {
  return addDays(today, 14)
}

export function countDaysLate(answerDueOn: IsoDate, today: IsoDate): number {
  return Math.max(0, daysBetween(answerDueOn, today))
}
