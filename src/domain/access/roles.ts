import { FIELD_GROUPS, type FieldGroup } from '../record/event-kinds.ts'

/** Two field groups hold no event: who opened a record, and what was corrected away in it. */
export type AccessGroup = FieldGroup | 'who_looked' | 'history'
export type Scope = 'self' | 'related' | 'team' | 'break-glass' | 'all'

/** One line of what a role may do. A rule not written here is a no. */
export interface Grant {
  resource: 'child' | 'colleagues' | 'people' | 'import' | 'figures' | 'true figures' | 'break-glass'
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

const manager: Grant[] = [
  ...child('read', 'team', everything),
  ...child('write', 'team', work),
  ...child('read', 'break-glass', urgent),
  right('colleagues'),
  right('figures'),
  right('true figures'),
  right('break-glass', 'write'),
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
      right('colleagues'),
      right('figures'),
      right('break-glass', 'write'),
    ],
  },
  team_manager: {
    title: 'Team manager',
    purpose: 'Answers for the children of a team, and reads who looked.',
    grants: manager,
  },
  service_manager: { title: 'Head of service', purpose: 'Answers for the children of several teams.', grants: manager },
  iro: {
    title: 'Independent reviewing officer',
    purpose: 'Reviews the plans of the children they are named for.',
    grants: [...child('read', 'related', [...work, 'history']), right('colleagues'), right('figures')],
  },
  personal_adviser: {
    title: 'Personal adviser',
    purpose: 'Helps the young adults they are named for.',
    grants: [
      ...child('read', 'related', ['identity', 'care', 'location', 'workers', 'health', 'education', 'leaving_care']),
      ...child('write', 'related', ['leaving_care']),
      right('colleagues'),
      right('figures'),
    ],
  },
  performance_analyst: {
    title: 'Performance analyst',
    purpose: 'Takes in returns and answers for the figures of the whole council.',
    grants: [
      ...child('read', 'all', [...work, 'history']),
      ...child('write', 'all', work),
      right('colleagues'),
      right('figures'),
      right('true figures'),
      right('true figures', 'write'),
      right('import', 'write'),
    ],
  },
  director: {
    title: 'Director',
    purpose: 'Keeps the promises of a directorate.',
    grants: [right('figures'), right('colleagues')],
  },
  board_member: {
    title: 'Board member',
    purpose: 'Holds everyone to the promises. Has no path to a child’s record.',
    grants: [right('figures')],
  },
  records_auditor: {
    title: 'Records auditor',
    purpose: 'Reads who opened which record, and why.',
    grants: [...child('read', 'all', ['identity', 'who_looked']), right('colleagues'), right('people')],
  },
  administrator: {
    title: 'Administrator',
    purpose: 'Enters colleagues and gives roles. Has no path to a child’s record.',
    grants: [right('colleagues'), right('people'), right('people', 'write')],
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
      right('import', 'write'),
    ],
  },
} as const satisfies Record<string, Role>

export type RoleName = keyof typeof roles

export function isRole(name: string): name is RoleName {
  return Object.hasOwn(roles, name)
}
