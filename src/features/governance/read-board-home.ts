import { sql } from 'kysely'
import type { Query } from '../../database/database.ts'
import { listMissingOfMeeting } from '../../domain/governance/what-is-missing.ts'
import type { IsoDate } from '../../domain/shared/calendar-date.ts'
import { type Challenge, listChallenges, listSeats, type Seat } from './challenge.store.ts'
import { type ActionGaps, readActionGaps } from './live-subject.ts'
import { type AgendaItem, findNextMeeting, listItems, type Meeting } from './meeting.store.ts'
import { withPapers } from './pages/meeting.presenter.ts'
import { listPapers, type Paper } from './paper.store.ts'

export interface BoardHome {
  next: { meeting: Meeting; items: AgendaItem[]; papers: Paper[]; missing: string[] } | null
  challenges: Challenge[]
  seats: Seat[]
  gaps: ActionGaps
}

/** What somebody who sits on a body, or serves it, needs first: the next meeting, what waits for an answer, what is late. */
export async function readBoardHome(query: Query, today: IsoDate): Promise<BoardHome> {
  const meeting = await findNextMeeting(query, today)
  const items = meeting ? await listItems(query, meeting.id) : []
  const papers = meeting ? await listPapers(query, meeting.id) : []
  return {
    next: meeting && { meeting, items, papers, missing: listMissingOfMeeting(withPapers(items, papers)) },
    challenges: await listChallenges(query, today),
    seats: await listSeats(query),
    gaps: await readActionGaps(query, today),
  }
}

/** Challenges put to somebody and not answered yet, the one due first at the top. */
export async function readAskedOf(query: Query, personId: string, today: IsoDate): Promise<Challenge[]> {
  // Most are asked nothing: they wait for no list.
  const { rows } =
    await sql`select from challenge where authority_id = (select authority()) and to_person = ${personId} limit 1`.execute(
      query,
    )
  if (rows.length === 0) return []
  const challenges = await listChallenges(query, today)
  return challenges.filter(
    (challenge) => challenge.toPerson === personId && (challenge.state === 'open' || challenge.state === 'late'),
  )
}
