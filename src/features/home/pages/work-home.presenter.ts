import { roles } from '../../../domain/access/roles.ts'
import type { DueChild } from '../../children/index.ts'

export interface WorkHomeFacts {
  /** Null: this role works with no children by name. */
  children: DueChild[] | null
  counts: { awaiting: number; looks: number }
  /** Rows of the inbox that wait for whoever is here. */
  heard: object[]
  /** Claims of the young people somebody advises or answers for; nobody's for everybody else. */
  claims: { waiting: number; late: number }
  rights: ReadonlySet<string>
  roles: string[]
  name: string
}

/** Finishes every word of a worker's, manager's or officer's first screen. */
export function presentWorkHome({
  children,
  counts,
  heard,
  claims,
  rights,
  roles: held,
  name,
}: WorkHomeFacts): Record<string, unknown> {
  const when = (part: DueChild['when']) => (children ?? []).filter((child) => child.when === part).map(presentRow)
  const due = when('now')
  return {
    sentence:
      children === null
        ? sayQueue(name, counts, rights)
        : `${sayHeard(heard.length)}${sayLateClaims(claims.late)}${sayChildren(children, heard.length > 0)}`,
    today: [...heard, ...(claims.late > 0 ? [presentLateClaims(claims.late)] : []), ...due],
    soon: when('this week'),
    later: when('later'),
    nothingDue: (children ?? []).filter((child) => child.when === 'nothing due').length,
    hasChildren: children !== null,
    queues: [
      claims.waiting > claims.late && {
        text: 'Claims',
        href: '/claims',
        note: `${claims.waiting - claims.late} more ${claims.waiting - claims.late === 1 ? 'waits' : 'wait'} for an answer, in time`,
      },
      rights.has('import:write') && {
        text: 'Take in a year’s return',
        href: '/imports/new',
        note:
          counts.awaiting > 0
            ? `${counts.awaiting} checked and waiting for your answer`
            : 'checked and shown first, nothing is kept until you accept',
      },
      rights.has('import:write') && {
        text: 'Data quality of the last return',
        href: '/imports/quality',
        note: 'what was refused, and why',
      },
      rights.has('true figures:read') && {
        text: 'Figures',
        href: '/figures',
        note: 'those that children asked for come first',
      },
      rights.has('people:read') && {
        text: 'People and roles',
        href: '/people',
        note: 'who works here and what they may do',
      },
      held.some((role) => ['team_manager', 'service_manager', 'records_auditor'].includes(role)) && {
        text: 'Who looked',
        href: '/who-looked',
        note: `${counts.looks} openings in seven days`,
      },
      rights.has('break-glass:write') && {
        text: 'Open a record that is not yours',
        href: '/children/open',
        note: 'with a reason, for a day; a manager reads it',
      },
    ].filter((queue) => queue !== false),
    purpose: held
      .map((role) => roles[role as keyof typeof roles]?.purpose)
      .filter(Boolean)
      .join(' '),
  }
}

/** Past its day: the one thing a manager should know before a young person has to ask. */
function sayLateClaims(late: number): string {
  return late === 0 ? '' : `${late} ${late === 1 ? 'claim is' : 'claims are'} late. `
}

/** A child who waits comes before every date. */
function sayHeard(count: number): string {
  if (count === 0) return ''
  return count === 1 ? 'One child is waiting for you. ' : `${count} messages from children are waiting for you. `
}

function presentLateClaims(late: number) {
  return {
    lead: { text: 'Claims', href: '/claims' },
    text: late === 1 ? 'A young person should have had an answer' : `${late} young people should have had an answer`,
    note: '',
    pill: { state: 'not-kept', text: `${late} late` },
    action: { text: 'Answer', href: '/claims', visuallyHiddenText: 'late claims' },
  }
}

function sayChildren(children: DueChild[], isHeard: boolean): string {
  const due = children.filter((child) => child.when === 'now').length
  if (children.length === 0) return 'No child is named as yours today.'
  if (due === 0 && isHeard) return 'Nothing else is due today.'
  if (due === 0)
    return `Nothing is due today for your ${children.length === 1 ? 'child' : `${children.length} children`}.`
  return `${due} of your ${children.length} ${children.length === 1 ? 'child needs' : 'children need'} you today${isHeard ? ' as well' : ''}.`
}

function sayQueue(name: string, counts: WorkHomeFacts['counts'], rights: ReadonlySet<string>): string {
  if (counts.awaiting > 0)
    return `${counts.awaiting} ${counts.awaiting === 1 ? 'set of files waits' : 'sets of files wait'} for your answer.`
  if (rights.has('import:write')) return 'Everything you checked has been answered.'
  return `Hello ${name.split(' ')[0]}. This is where you begin.`
}

function presentRow(child: DueChild) {
  return {
    lead: { text: child.name, href: `/children/${child.childId}` },
    text: child.what,
    note: child.note,
    pill: child.pill,
    action: { text: 'Open', href: `/children/${child.childId}`, visuallyHiddenText: child.name },
  }
}
