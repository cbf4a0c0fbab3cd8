import type { Query } from '../../database/database.ts'
import { countReadingMinutes } from '../../domain/governance/reading-time.ts'
import type { IsoDate } from '../../domain/shared/calendar-date.ts'
import { governancePaths, listMeetings, listMySeats, listPapers, type Meeting } from '../governance/index.ts'

export interface Reading {
  meeting: Meeting
  papers: { id: string; title: string; minutes: number; href: string }[]
}

/** The papers that are out for the coming meetings of the bodies I sit on, the soonest first. */
export async function readReading(query: Query, today: IsoDate): Promise<Reading[]> {
  const mine = new Set((await listMySeats(query)).map(({ bodyId }) => bodyId))
  const coming = (await listMeetings(query))
    .filter(({ bodyId, day, status }) => mine.has(bodyId) && status !== 'held' && day >= today)
    .toReversed()
  const all: Reading[] = []
  for (const meeting of coming) {
    const papers = (await listPapers(query, meeting.id)).filter(({ publishedOn }) => publishedOn !== null)
    if (papers.length === 0) continue
    all.push({
      meeting,
      papers: papers.map(({ id, title, fullText, fileText }) => ({
        id,
        title,
        minutes: Math.max(1, countReadingMinutes(fullText || fileText)),
        href: governancePaths.paper(id),
      })),
    })
  }
  return all
}
