import { recordTrace } from '../../shapes/person/access-trace.store.ts'
import type { Visit } from '../../web/route.ts'
import { listChallenges } from './challenge.store.ts'
import { addItem, addMeeting, findMeeting, listItems, type NewMeeting } from './meeting.store.ts'
import { addPaper, listPapers } from './paper.store.ts'

/** The new meeting's id; null where there is nothing to copy; "taken" where the body meets on that day already. */
export async function copyMeeting(
  visit: Pick<Visit, 'database' | 'actor' | 'today'>,
  id: string,
  next: Omit<NewMeeting, 'bodyId'>,
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
      // Young people's item is there already. A challenge that was closed is not carried on; one that is open comes below.
      if (item.isYoungPeoples || item.challengeId !== null || item.title === null) continue
      const { title, broughtBy, minutes, isPrivate } = item
      const itemId = await addItem(query, actor.authorityId, { ...to, title, broughtBy, minutes, isPrivate })
      const paper = papers.find((one) => one.itemId === item.id)
      if (paper === undefined) continue
      const { title: paperTitle, writtenBy, subject, subjectRef } = paper
      await addPaper(query, actor.authorityId, { ...to, itemId, title: paperTitle, writtenBy, subject, subjectRef })
    }
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
