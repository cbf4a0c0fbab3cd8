import type { IsoDate } from '../shared/calendar-date.ts'

export const PART_KINDS = [
  'contributor',
  'step',
  'principle',
  'objective',
  'benefit',
  'wish',
  'area',
  'statement',
] as const
export type PartKind = (typeof PART_KINDS)[number]

/** Four as most strategies have them; "done" and "next" for those that tell of each area what was done and what comes next. */
export const STATEMENT_KINDS = ['doing well', 'done', 'opportunity', 'challenge', 'will improve', 'next'] as const
export type StatementKind = (typeof STATEMENT_KINDS)[number]

export interface StrategyPart {
  id: string
  /** The same thing carried from version to version. */
  lineId: string
  kind: PartKind
  /** The area of a statement. */
  areaId: string | null
  statementKind: StatementKind | null
  position: number
  title: string
  words: string
  isChildren: boolean
  onDay: IsoDate | null
  principles: number[]
}

export interface Approval {
  bodyName: string
  approvedOn: IsoDate
  inForceFrom: IsoDate
  note: string
}

export interface StrategyVersion {
  id: string
  number: number
  title: string
  period: string
  vision: string
  foreword: string
  forewordBy: string
  forewordOn: IsoDate | null
  plainWords: string
  plainWordsBy: string
  why: string
  madeOn: IsoDate
  approval: Approval | null
}

export type VersionState = 'draft' | 'approved' | 'in force' | 'replaced'

/**
 * How each version stands today: it follows from what was approved and from when, and is typed nowhere. In force is the approved
 * one whose day came last, that day included; those before it are replaced.
 */
export function standVersions(
  versions: readonly Pick<StrategyVersion, 'id' | 'approval'>[],
  today: IsoDate,
): Map<string, VersionState> {
  const begun = versions
    .filter(({ approval }) => approval !== null && approval.inForceFrom <= today)
    .sort((one, other) => (one.approval!.inForceFrom < other.approval!.inForceFrom ? 1 : -1))
  return new Map(
    versions.map(({ id, approval }) => {
      if (approval === null) return [id, 'draft']
      if (approval.inForceFrom > today) return [id, 'approved']
      return [id, begun[0]!.id === id ? 'in force' : 'replaced']
    }),
  )
}

/** What keeps a draft from being approved, each as a sentence that says what to do. */
export function findMissing(
  version: Pick<StrategyVersion, 'vision' | 'plainWords' | 'plainWordsBy' | 'number' | 'why'>,
  parts: readonly Pick<StrategyPart, 'kind'>[],
): string[] {
  return [
    version.vision.trim() === '' ? 'Write the vision.' : '',
    parts.some(({ kind }) => kind === 'area') ? '' : 'Add at least one priority.',
    version.plainWords.trim() === '' || version.plainWordsBy.trim() === ''
      ? 'Write the short version for children, and say who wrote it.'
      : '',
    version.number > 1 && version.why.trim() === '' ? 'Say what changed since the version before, and why.' : '',
  ].filter(Boolean)
}
