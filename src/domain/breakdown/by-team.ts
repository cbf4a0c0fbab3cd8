import type { Measure } from '../measures/measure.ts'
import type { Dimension } from './dimension.ts'

/**
 * Measures that say how children live. What says how a worker, a team or an office keeps to its time is never set out by
 * team (rule 38): why something is late is a cause first, and a small team is a person.
 */
const ABOUT_LIVES = ['in care', 'homes', 'safe']
const ABOUT_WORKERS = ['M23', 'M28', 'M92']

export function canBreakByTeam({ theme, id }: Pick<Measure, 'theme' | 'id'>): boolean {
  return ABOUT_LIVES.includes(theme) && !ABOUT_WORKERS.includes(id)
}

export const TEAM = { id: 'team', title: 'team' }

/** By the team of the child's social worker. Children whose worker the reader may not see are of no known team. */
export function teamDimension(teams: readonly { childId: string; teamId: string; team: string }[]): Dimension {
  const teamOf = new Map(teams.map(({ childId, teamId }) => [childId, teamId]))
  const labels = new Map(teams.map(({ teamId, team }) => [teamId, team]))
  return {
    ...TEAM,
    unknownLabel: 'Another team, or none',
    groups: [...labels]
      .map(([code, label]) => ({ code, label }))
      .sort((one, other) => one.label.localeCompare(other.label, 'en-GB')),
    groupOf: ({ childId }) => teamOf.get(childId) ?? null,
  }
}
