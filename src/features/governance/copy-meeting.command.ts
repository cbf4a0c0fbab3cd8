import type { Query } from '../../database/database.ts'
import { recordTrace } from '../../shapes/person/access-trace.store.ts'
import type { Visit } from '../../web/route.ts'
import { listChallenges } from './challenge.store.ts'
import { addItem, addMeeting, findMeeting, listItems, type NewMeeting } from './meeting.store.ts'
import { addPaper, listPapers } from './paper.store.ts'

/** What the forward plan says is to be written for the meeting. */
export interface ExpectedPaper {
  reportId: string
  title: string
  writtenBy: string
}

/** The new meeting's id; null where there is nothing to copy; "taken" where the body meets on that day already. */
export async function copyMeeting(
  visit: Pick<Visit, 'database' | 'actor' | 'today'>,
  id: string,
  next: Omit<NewMeeting, 'bodyId'>,
  expected: ExpectedPaper[] = [],
): Promise<string | 'taken' | null> {
  const { actor, today } = visit
  return visit.database.as(actor, async (query) => {
    const last = await findMeeting(query, id)
    if (last === null) return null
    const made = await addMeeting(query, actor.authorityId, { ...next, bodyId: last.bodyId })
    if (made === null) return 'taken'
    const to = { meetingId: made, bodyId: last.bodyId }
    const papers = await listPapers(query, last.id)
    for (const item of await listItems(query, last.id)) {
      // What its body still has to settle, the database has put there.
      if (item.issueId !== null) continue
      // Young people's item is there already. A challenge that was closed is not carried on; one that is open comes below.
      if (item.isYoungPeoples || item.challengeId !== null || item.title === null) continue
      const paper = papers.find((one) => one.itemId === item.id)
      // What came by the calendar comes again by the calendar, or not.
      if (paper?.expectedReportId) continue
      const { title, broughtBy, minutes, isPrivate } = item
      const itemId = await addItem(query, actor.authorityId, { ...to, title, broughtBy, minutes, isPrivate })
      if (paper === undefined) continue
      const { title: paperTitle, writtenBy, subject, subjectRef } = paper
      await addPaper(query, actor.authorityId, { ...to, itemId, title: paperTitle, writtenBy, subject, subjectRef })
    }
    await addExpected(query, actor.authorityId, to, expected)
    const open = (await listChallenges(query, today)).filter(
      (challenge) => challenge.bodyId === last.bodyId && challenge.state !== 'accepted',
    )
    for (const { title, groupName, id: challengeId } of open)
      await addItem(query, actor.authorityId, {
        ...to,
        title,
        broughtBy: groupName,
        minutes: 10,
        isPrivate: false,
        challengeId,
      })
    await recordTrace(query, actor, { event: 'meeting copied', detail: { from: last.id, to: made } })
    return made
  })
}

/** Each on the agenda with its paper begun: who writes it stands on it, its words are still to come. */
export async function addExpected(
  query: Query,
  authorityId: number,
  to: { meetingId: string; bodyId: string },
  expected: ExpectedPaper[],
): Promise<void> {
  for (const { reportId, title, writtenBy } of expected) {
    const itemId = await addItem(query, authorityId, { ...to, title, broughtBy: null, minutes: 10, isPrivate: false })
    const subject = { subject: 'words', subjectRef: null } as const
    await addPaper(query, authorityId, { ...to, itemId, title, writtenBy, ...subject, expectedReportId: reportId })
  }
}
