import { findIssueStanding, type StoodIssue, sayIssueCounts } from '../../../domain/governance/issue-standing.ts'
import { sayMeetingDay } from '../../../domain/governance/say-meeting-day.ts'
import { type IsoDate, sayDate } from '../../../domain/shared/calendar-date.ts'
import { paths } from '../governance.paths.ts'
import type { Issue, IssueDecision, Weight } from './issue.store.ts'

export const WEIGHT_WORDS: Record<Weight, string> = {
  'can wait': 'Can wait: a nuisance, and nobody is worse off by next meeting',
  serious: 'Serious: children or care leavers go without something they should have',
  urgent: 'Urgent: somebody may come to harm, or lose a home, a school or a right',
}

export function presentIssueState(issue: StoodIssue, today: IsoDate): { state: string; text: string } {
  const standing = findIssueStanding(issue, today)
  if (standing === 'waits') return { state: 'unknown', text: 'waits for the body' }
  if (standing === 'settled') return { state: 'kept', text: 'settled' }
  return standing === 'late'
    ? { state: 'not-kept', text: `was due ${sayDate(issue.dueOn!)}` }
    : { state: 'on-the-way', text: `by ${sayDate(issue.dueOn!)}` }
}

export function presentIssueRow(issue: Issue, today: IsoDate) {
  return {
    text: issue.title,
    href: paths.issue(issue.id),
    note: [
      issue.weight,
      issue.state === 'taken' ? `taken by ${issue.owner}` : '',
      issue.bodyId === issue.firstBodyId ? '' : 'passed up',
      `raised on ${sayDate(issue.raisedOn)}`,
    ]
      .filter(Boolean)
      .join(' · '),
    pill: presentIssueState(issue, today),
  }
}

/** The log of one body, or of all that the reader may see: what is open, and what came of the rest. */
export function presentIssues(issues: Issue[], today: IsoDate) {
  return {
    sentence:
      issues.length === 0
        ? 'No issue that you may see was put to a body.'
        : issues.every(({ state }) => state === 'settled')
          ? 'Nothing waits: every issue put to a body is settled.'
          : `Issues that a service could not settle alone: ${sayIssueCounts(issues, today)}.`,
    groups: (
      [
        ['Waiting for a body to decide', 'waits'],
        ['Past the day they were to be done by', 'late'],
        ['Taken, with a day', 'taken'],
        ['Settled, and what came of them', 'settled'],
      ] as const
    )
      .map(([title, standing]) => ({
        title,
        tone: standing === 'late' ? 'warning' : standing === 'waits' ? 'main' : '',
        rows: issues
          .filter((issue) => findIssueStanding(issue, today) === standing)
          .map((issue) => {
            const row = presentIssueRow(issue, today)
            return { ...row, note: issue.whatCame ?? `${issue.body} · ${row.note}` }
          }),
      }))
      .filter(({ rows }) => rows.length > 0),
  }
}

/** Where it is, who raised it and how serious they find it; then every step it took. */
export function presentIssue(
  issue: Issue,
  decisions: IssueDecision[],
  next: { meetingId: string; day: IsoDate } | null,
  today: IsoDate,
) {
  return {
    title: issue.title,
    lead: `Raised on ${sayDate(issue.raisedOn)} by ${issue.raisedByName ? `the ${lower(issue.raisedByName)}` : 'a colleague'}. ${issue.state === 'settled' ? 'It was settled by' : 'It stands with'} the ${issue.body}.`,
    pill: presentIssueState(issue, today),
    weight: WEIGHT_WORDS[issue.weight],
    parts: [
      { title: 'What happens', words: issue.words },
      { title: 'What was tried', words: issue.tried },
      { title: 'What is asked', words: issue.asked },
    ],
    taken: issue.state === 'taken' ? `Taken by ${issue.owner}, to be done by ${sayDate(issue.dueOn!)}.` : '',
    whatCame: issue.whatCame === null ? '' : issue.whatCame,
    next:
      issue.state === 'settled'
        ? null
        : next
          ? {
              text: `It stands on the agenda of ${sayMeetingDay(next.day, today)}`,
              href: paths.meeting(next.meetingId),
            }
          : {
              text: `The ${issue.body} has no meeting planned that it comes to: it is put on the agenda when one is made.`,
              href: '',
            },
    steps: decisions.map((decision) => ({
      title: sayStep(decision),
      words: decision.words,
    })),
  }
}

function sayStep({ body, outcome, owner, dueOn, toBody, saidOn }: IssueDecision): string {
  const on = `${sayDate(saidOn)}: the ${body}`
  if (outcome === 'settled') return `${on} settled it`
  return outcome === 'taken'
    ? `${on} gave it to ${owner}, by ${sayDate(dueOn!)}`
    : `${on} passed it up to the ${toBody}`
}

const lower = (text: string) => (/^[A-Z][a-z]/.test(text) ? `${text[0]!.toLowerCase()}${text.slice(1)}` : text)
