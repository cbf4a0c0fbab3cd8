import type { IsoDate } from '../shared/calendar-date.ts'

/** How many of an organisation's seats were invited to a meeting, and what became of it. Nobody by name. */
export interface AttendanceCount {
  bodyId: string
  meetingId: string
  day: IsoDate
  organisation: string
  invited: number
  came: number
  apologies: number
  sentSomebody: number
}

export interface AttendanceSum {
  invited: number
  came: number
  apologies: number
  sentSomebody: number
  /** Invited, and nobody heard from them. */
  unheard: number
}

export function sumAttendance(counts: AttendanceCount[]): AttendanceSum {
  const sum = (key: 'invited' | 'came' | 'apologies' | 'sentSomebody') =>
    counts.reduce((total, count) => total + count[key], 0)
  const [invited, came, apologies, sentSomebody] = [sum('invited'), sum('came'), sum('apologies'), sum('sentSomebody')]
  return { invited, came, apologies, sentSomebody, unheard: invited - came - apologies - sentSomebody }
}

/** The same for each body, or each organisation, by name. */
export function groupAttendance(
  counts: AttendanceCount[],
  by: 'bodyId' | 'organisation',
): { key: string; meetings: number; sum: AttendanceSum }[] {
  return [...new Set(counts.map((count) => count[by]))].sort().map((key) => {
    const own = counts.filter((count) => count[by] === key)
    return { key, meetings: new Set(own.map(({ meetingId }) => meetingId)).size, sum: sumAttendance(own) }
  })
}
