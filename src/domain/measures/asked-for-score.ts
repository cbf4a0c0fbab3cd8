import type { HealthChild } from './health-year.ts'

/** The strengths and difficulties questionnaire is asked for children of 5 to 16 on the last day of the year. */
export function isAskedForScore({ age }: HealthChild): boolean {
  return age !== null && age >= 5 && age <= 16
}

export function hasScore(child: HealthChild): boolean {
  return isAskedForScore(child) && child.health?.sdqScore != null
}
