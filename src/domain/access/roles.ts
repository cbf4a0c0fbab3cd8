import { FIELD_GROUPS, type FieldGroup } from '../record/event-kinds.ts'

/** Two field groups hold no event: who opened a record, and what was corrected away in it. */
export type AccessGroup = FieldGroup | 'who_looked' | 'history'
export type Scope = 'self' | 'related' | 'team' | 'break-glass' | 'all'

/** One line of what a role may do. A rule not written here is a no. */
export interface Grant {
  resource:
    | 'child'
    | 'colleagues'
    | 'people'
    | 'import'
    | 'figures'
    | 'true figures'
    | 'packs'
    | 'break-glass'
    | 'plan'
    | 'meetings'
    | 'challenges'
    | 'themes'
    | 'accounts'
    | 'door'
    | 'release'
    | 'election'
    | 'duty'
    | 'impact'
  action: 'read' | 'write'
  scope: Scope
  fieldGroup: AccessGroup | '*'
}

export interface Role {
  title: string
  /** What the role is for, as the people-and-roles page says it. */
  purpose: string
  grants: Grant[]
}

const everything: readonly AccessGroup[] = [...FIELD_GROUPS, 'who_looked', 'history']
const work: readonly AccessGroup[] = FIELD_GROUPS
const urgent: readonly AccessGroup[] = ['identity', 'care', 'location', 'workers', 'safety', 'health']

function child(action: 'read' | 'write', scope: Scope, groups: readonly AccessGroup[]): Grant[] {
  return groups.map((fieldGroup) => ({ resource: 'child', action, scope, fieldGroup }))
}

function right(resource: Exclude<Grant['resource'], 'child'>, action: 'read' | 'write' = 'read'): Grant {
  return { resource, action, scope: 'all', fieldGroup: '*' }
}

/** What colleagues share: the directory, figures, the plan, the meetings, and the impact check of any paper. */
const together: Grant[] = [right('colleagues'), right('figures'), right('plan'), right('meetings'), right('impact')]

const manager: Grant[] = [
  ...child('read', 'team', everything),
  ...child('write', 'team', work),
  ...child('read', 'break-glass', urgent),
  ...together,
  right('true figures'),
  right('break-glass', 'write'),
  right('accounts', 'write'),
]

/** The roles a council starts with. They become rows (`grant_rule`), which are what the database obeys. */
export const roles = {
  social_worker: {
    title: 'Social worker',
    purpose: 'Works with their own children and sees what they need for that.',
    grants: [
      ...child('read', 'related', [...work, 'history']),
      ...child('write', 'related', work),
      ...child('read', 'break-glass', urgent),
      ...together,
      right('break-glass', 'write'),
      right('accounts', 'write'),
    ],
  },
  team_manager: {
    title: 'Team manager',
    purpose: 'Answers for the children of a team, and reads who looked.',
    grants: manager,
  },
  service_manager: {
    title: 'Head of service',
    purpose: 'Answers for the children of several teams, and approves what is published of the figures.',
    grants: [...manager, right('packs', 'write')],
  },
  iro: {
    title: 'Independent reviewing officer',
    purpose: 'Reviews the plans of the children they are named for.',
    grants: [...child('read', 'related', [...work, 'history']), ...together],
  },
  personal_adviser: {
    title: 'Personal adviser',
    purpose: 'Helps the young adults they are named for.',
    grants: [
      ...child('read', 'related', ['identity', 'care', 'location', 'workers', 'health', 'education', 'leaving_care']),
      ...child('write', 'related', ['leaving_care']),
      ...together,
      right('accounts', 'write'),
    ],
  },
  performance_analyst: {
    title: 'Performance analyst',
    purpose: 'Takes in returns and answers for the figures of the whole council.',
    grants: [
      ...child('read', 'all', [...work, 'history']),
      ...child('write', 'all', work),
      ...together,
      right('true figures'),
      right('true figures', 'write'),
      right('import', 'write'),
    ],
  },
  director: {
    title: 'Director',
    purpose: 'Keeps the promises of a directorate.',
    grants: together,
  },
  board_member: {
    title: 'Board member',
    purpose: 'Holds everyone to the promises. Has no path to a child’s record.',
    grants: [right('figures'), right('plan'), right('meetings'), right('challenges', 'write'), right('impact')],
  },
  young_representative: {
    title: 'Young representative',
    purpose: 'Speaks for other young people at the board, and says when a challenge is answered.',
    grants: [right('figures'), right('plan'), right('meetings'), right('challenges', 'write')],
  },
  clerk: {
    title: 'Clerk to the board',
    purpose: 'Makes the meetings, their papers and the pack.',
    grants: [...together, right('meetings', 'write'), right('challenges', 'write'), right('release', 'write')],
  },
  monitoring_officer: {
    title: 'Monitoring officer',
    purpose: 'Sets the period before an election, and says what is withheld from what is released on request.',
    grants: [...together, right('release', 'write'), right('election', 'write')],
  },
  strategy_lead: {
    title: 'Strategy lead',
    purpose: 'Keeps the pledge, the strategy and its actions, and sets no promise’s state.',
    grants: [...together, right('plan', 'write'), right('impact', 'write')],
  },
  participation_officer: {
    title: 'Participation officer',
    purpose: 'Helps young people be heard together, and sees what was given to a theme.',
    grants: [...together, right('themes'), right('themes', 'write'), right('challenges', 'write')],
  },
  duty_worker: {
    title: 'Duty social worker',
    purpose: 'Opens what a child sends when they are not safe, by day or night.',
    grants: [right('colleagues'), right('duty'), right('impact')],
  },
  safeguarding_lead: {
    title: 'Safeguarding lead',
    purpose: 'Answers for the child’s door: its numbers, its covers, and whether it may open.',
    grants: [right('colleagues'), right('duty'), right('door', 'write'), right('impact')],
  },
  allegations_lead: {
    title: 'Allegations lead',
    purpose: 'Reads what a child says about an adult who looks after or works with them.',
    grants: [right('colleagues'), right('impact')],
  },
  records_auditor: {
    title: 'Records auditor',
    purpose: 'Reads who opened which record, and why.',
    grants: [
      ...child('read', 'all', ['identity', 'who_looked']),
      right('colleagues'),
      right('people'),
      right('impact'),
    ],
  },
  administrator: {
    title: 'Administrator',
    purpose: 'Enters colleagues and gives roles. Has no path to a child’s record.',
    grants: [right('colleagues'), right('people'), right('people', 'write'), right('impact')],
  },
  report_author: {
    title: 'Report author',
    purpose: 'Says what a paper of the council or a partner does for children in our care, and sees nothing else.',
    grants: [right('impact')],
  },
  child: {
    title: 'Child or young person',
    purpose: 'Sees their own pages.',
    grants: child('read', 'self', ['identity', 'workers']),
  },
  young_adult: {
    title: 'Care-experienced young adult',
    purpose: 'Sees their own pages.',
    grants: child('read', 'self', ['identity', 'workers', 'leaving_care']),
  },
  system: {
    title: 'Kept itself',
    purpose: 'Works out figures and runs commands, on behalf of a named person.',
    grants: [
      ...child('read', 'all', everything),
      ...child('write', 'all', work),
      right('colleagues'),
      right('people'),
      right('people', 'write'),
      right('figures'),
      right('true figures'),
      right('true figures', 'write'),
      right('packs', 'write'),
      right('import', 'write'),
      right('plan'),
      right('plan', 'write'),
      right('meetings'),
      right('meetings', 'write'),
      right('challenges', 'write'),
      right('themes'),
      right('themes', 'write'),
      right('release', 'write'),
      right('election', 'write'),
      right('impact'),
      right('impact', 'write'),
    ],
  },
} as const satisfies Record<string, Role>

export type RoleName = keyof typeof roles

export function isRole(name: string): name is RoleName {
  return Object.hasOwn(roles, name)
}
