import type { Query } from '../../../database/database.ts'
import { listCarriedOver } from '../../../domain/governance/carried-over.ts'
import { listMissingOfMeeting } from '../../../domain/governance/what-is-missing.ts'
import { recordTrace } from '../../../shapes/person/access-trace.store.ts'
import { listThemesJoined } from '../../../shapes/voice/theme.store.ts'
import { listErrors } from '../../../web/form-field.ts'
import { type Answer, notFound, type Visit } from '../../../web/route.ts'
import { listChallenges } from '../challenge.store.ts'
import { listDecisions } from '../decision.store.ts'
import { paths } from '../governance.paths.ts'
import { listIssues } from '../issues/issue.store.ts'
import { findMeeting, listItems, setStatus } from '../meeting.store.ts'
import { findMeetingBefore, listActionsBefore } from '../minutes/action.store.ts'
import { findMinutesState } from '../minutes/minutes.store.ts'
import { findNames, sayName } from '../names/find-names.ts'
import { findPack } from '../pack.store.ts'
import { listPapers } from '../paper.store.ts'
import { readSaidOfItems } from '../read-said-of-items.ts'
import { listViews } from '../views/view.store.ts'
import { type MeetingFacts, presentMeeting, withPapers } from './meeting.presenter.ts'

const DONE: Record<string, string> = {
  agenda: 'The agenda is out.',
  takeover: 'It is saved.',
  held: 'The meeting is marked as held. Minute what was decided.',
  pack: 'The pack is out. Its figures are frozen.',
  item: 'The agenda is saved.',
  copied: 'The next meeting is there. Fill in young people’s item first.',
}

export async function showMeeting(visit: Visit): Promise<Answer> {
  return show(visit, [])
}

/** The agenda goes out only when young people's item is filled or its absence is minuted. */
export async function submitAgenda(visit: Visit): Promise<Answer> {
  const outcome = await visit.database.as(visit.actor, async (query) => {
    const meeting = await findMeeting(query, visit.params.id ?? '')
    if (meeting === null || meeting.status !== 'planned') return null
    const items = await listItems(query, meeting.id)
    const lacks = listMissingOfMeeting(items.map((item) => ({ ...item, paper: null })))
    const names = await findNames(
      query,
      items.map((item) => ({
        field: item.id,
        words: [item.title, item.broughtBy, item.otherwiseBecause].filter(Boolean).join(' · '),
      })),
    )
    lacks.push(...names.filter(({ isWhole }) => isWhole).map(sayName))
    if (lacks.length > 0) return lacks
    await setStatus(query, meeting.id, 'published')
    await recordTrace(query, visit.actor, { event: 'agenda published', detail: { meeting: meeting.id } })
    return []
  })
  if (outcome === null) return notFound
  if (outcome.length > 0) return show(visit, outcome)
  return { redirect: `${paths.meeting(visit.params.id!)}?done=agenda` }
}

export async function submitHeld(visit: Visit): Promise<Answer> {
  const outcome = await visit.database.as(visit.actor, async (query) => {
    const meeting = await findMeeting(query, visit.params.id ?? '')
    if (meeting === null || meeting.status !== 'published') return null
    if (meeting.day > visit.today) return ['The meeting has not been held: its day is still to come.']
    await setStatus(query, meeting.id, 'held')
    await recordTrace(query, visit.actor, { event: 'meeting held', detail: { meeting: meeting.id } })
    return []
  })
  if (outcome === null) return notFound
  if (outcome.length > 0) return show(visit, outcome)
  return { redirect: `${paths.meeting(visit.params.id!)}?done=held` }
}

export async function readMeetingFacts(query: Query, visit: Visit, id: string): Promise<MeetingFacts | null> {
  const meeting = await findMeeting(query, id)
  if (meeting === null) return null
  const challenges = await listChallenges(query, visit.today)
  const items = await listItems(query, meeting.id)
  return {
    meeting,
    items,
    said: await readSaidOfItems(query, items),
    themes: await listThemesJoined(
      query,
      'agenda item',
      items.map(({ id }) => id),
    ),
    papers: await listPapers(query, meeting.id),
    decisions: await listDecisions(query, meeting.id),
    challenges:
      meeting.status === 'held'
        ? []
        : challenges.filter((challenge) => challenge.bodyId === meeting.bodyId && challenge.state !== 'accepted'),
    issues: items.some(({ issueId }) => issueId) ? (await listIssues(query)).map(({ id }) => id) : [],
    views: (await listViews(query, meeting.id)).length,
    pack: await findPack(query, meeting.id),
    carried: listCarriedOver(
      await listActionsBefore(query, meeting.bodyId, meeting.day),
      meeting.day,
      await findMeetingBefore(query, meeting.bodyId, meeting.day),
    ),
    minutesState: await findMinutesState(query, meeting.id),
    canWrite: visit.can('meetings:write'),
    today: visit.today,
  }
}

export async function show(visit: Visit, faults: string[]): Promise<Answer> {
  const facts = await visit.database.as(visit.actor, (query) => readMeetingFacts(query, visit, visit.params.id ?? ''))
  if (facts === null) return notFound
  const done = DONE[visit.query.done ?? '']
  return {
    template: 'features/governance/pages/meeting.njk',
    title: 'A meeting',
    status: faults.length > 0 ? 422 : 200,
    model: presentMeeting(facts),
    page: {
      back: { href: paths.meetings(), text: 'All meetings' },
      ...listErrors(faults.map((text) => ({ field: 'missing', text }))),
      ...(done ? { notice: { text: done, isSuccess: true } } : {}),
    },
  }
}

export function listUnreadyPapers(facts: MeetingFacts): string[] {
  return listMissingOfMeeting(withPapers(facts.items, facts.papers))
}
