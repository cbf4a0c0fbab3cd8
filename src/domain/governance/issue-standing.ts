import type { IsoDate } from '../shared/calendar-date.ts'

/** Waits for its body; taken by somebody with a day; that day has passed; what came of it is said. */
export type IssueStanding = 'waits' | 'taken' | 'late' | 'settled'

export interface StoodIssue {
  state: 'open' | 'taken' | 'settled'
  dueOn: IsoDate | null
}

/** Nobody types how an issue stands: it follows from what was decided last, and from the day. */
export function findIssueStanding({ state, dueOn }: StoodIssue, today: IsoDate): IssueStanding {
  if (state === 'settled') return 'settled'
  if (state === 'open') return 'waits'
  return dueOn !== null && dueOn < today ? 'late' : 'taken'
}

/** "2 wait, 1 is taken, 1 is late and 3 are settled": what is none is not told. */
export function sayIssueCounts(issues: readonly StoodIssue[], today: IsoDate): string {
  const standings = issues.map((issue) => findIssueStanding(issue, today))
  const told = (
    [
      ['waits', 'waits', 'wait'],
      ['taken', 'is taken', 'are taken'],
      ['late', 'is late', 'are late'],
      ['settled', 'is settled', 'are settled'],
    ] as const
  ).flatMap(([standing, one, many]) => {
    const count = standings.filter((own) => own === standing).length
    return count === 0 ? [] : [`${count} ${count === 1 ? one : many}`]
  })
  return told.length < 2 ? told.join('') : `${told.slice(0, -1).join(', ')} and ${told.at(-1)}`
}
