import type { EventKindName } from '../record/event-kinds.ts'
import type { CodeSetName } from './codes.ts'

/** The tables of the return and their columns, in the order in which the Department for Education lists them. */
export type CellType =
  | 'child'
  | 'date'
  | 'partial date'
  | 'postcode'
  | 'yes or no'
  | 'pupil number'
  | 'provider number'
  | 'worker'
  | 'authority'
  | { codes: CodeSetName }
  | { from: number; to: number }

/**
 * What a blank or unreadable cell does to its row.
 * - `required`: either refuses the row.
 * - `blank or readable`: unreadable refuses the row (an end that cannot be read must not become "still so").
 * - `expected`: mandatory in the return, but the record can hold "not known": either is a warning.
 * - `optional`: unreadable is a warning.
 */
export type Presence = 'required' | 'blank or readable' | 'expected' | 'optional'

export interface Column {
  name: string
  type: CellType
  presence: Presence
}

export interface TableSpec {
  columns: readonly Column[]
  /** The kinds of fact that its rows become. */
  kinds: readonly EventKindName[]
}

const column = (presence: Presence) => (name: string, type: CellType) => ({ name, type, presence }) as Column
const required = column('required')
const readable = column('blank or readable')
const expected = column('expected')
const optional = column('optional')

const child = required('CHILD', 'child')
/** Beside the Header a birth date is only a check on the child's code, so a blank one refuses nothing. */
const birthDate = expected('DOB', 'date')

export const tables = {
  Header: {
    columns: [
      child,
      required('SEX', { codes: 'sex' }),
      required('DOB', 'date'),
      required('ETHNIC', { codes: 'ethnicity' }),
      optional('UPN', 'pupil number'),
      optional('MOTHER', 'yes or no'),
      optional('MC_DOB', 'date'),
    ],
    kinds: ['characteristics', 'pupil_number'],
  },
  Episodes: {
    columns: [
      child,
      required('DECOM', 'date'),
      required('RNE', { codes: 'reasonForNewEpisode' }),
      required('LS', { codes: 'legalStatus' }),
      required('CIN', { codes: 'need' }),
      required('PLACE', { codes: 'placement' }),
      optional('PLACE_PROVIDER', { codes: 'provider' }),
      readable('DEC', 'date'),
      optional('REC', { codes: 'reasonEnded' }),
      optional('REASON_PLACE_CHANGE', { codes: 'reasonPlaceChanged' }),
      optional('HOME_POST', 'postcode'),
      optional('PL_POST', 'postcode'),
      optional('URN', 'provider number'),
    ],
    kinds: ['episode', 'placement_address'],
  },
  Reviews: {
    columns: [child, birthDate, required('REVIEW', 'date'), required('REVIEW_CODE', { codes: 'participation' })],
    kinds: ['review'],
  },
  UASC: {
    columns: [child, expected('SEX', { codes: 'sex' }), birthDate, optional('DUC', 'date')],
    kinds: ['unaccompanied'],
  },
  OC2: {
    columns: [
      child,
      birthDate,
      optional('SDQ_SCORE', { from: 0, to: 40 }),
      optional('SDQ_REASON', { codes: 'sdqReason' }),
      optional('CONVICTED', 'yes or no'),
      optional('HEALTH_CHECK', 'yes or no'),
      expected('IMMUNISATIONS', 'yes or no'),
      expected('TEETH_CHECK', 'yes or no'),
      expected('HEALTH_ASSESSMENT', 'yes or no'),
      expected('SUBSTANCE_MISUSE', 'yes or no'),
      optional('INTERVENTION_RECEIVED', 'yes or no'),
      optional('INTERVENTION_OFFERED', 'yes or no'),
    ],
    kinds: ['health_year', 'conviction_year'],
  },
  OC3: {
    columns: [
      child,
      birthDate,
      required('IN_TOUCH', { codes: 'inTouch' }),
      required('ACTIV', { codes: 'activity' }),
      required('ACCOM', { codes: 'accommodation' }),
    ],
    kinds: ['leaving_care_year'],
  },
  AD1: {
    columns: [
      child,
      birthDate,
      required('DATE_INT', 'date'),
      required('DATE_MATCH', 'date'),
      expected('FOSTER_CARE', 'yes or no'),
      expected('NB_ADOPTR', { from: 1, to: 2 }),
      expected('SEX_ADOPTR', { codes: 'adopterSex' }),
      expected('LS_ADOPTR', { codes: 'adopterStatus' }),
    ],
    kinds: ['adoption'],
  },
  PlacedAdoption: {
    columns: [
      child,
      birthDate,
      required('DATE_PLACED', 'date'),
      readable('DATE_PLACED_CEASED', 'date'),
      optional('REASON_PLACED_CEASED', { codes: 'reasonPlacedCeased' }),
    ],
    kinds: ['adoption_decision'],
  },
  PrevPerm: {
    columns: [
      child,
      birthDate,
      required('PREV_PERM', { codes: 'previousPermanence' }),
      optional('LA_PERM', 'authority'),
      optional('DATE_PERM', 'partial date'),
    ],
    kinds: ['previous_permanence'],
  },
  Missing: {
    columns: [
      child,
      birthDate,
      required('MISSING', { codes: 'missing' }),
      required('MIS_START', 'date'),
      readable('MIS_END', 'date'),
    ],
    kinds: ['missing'],
  },
  SWEpisodes: {
    columns: [
      child,
      birthDate,
      required('SW_ID', 'worker'),
      required('SW_DECOM', 'date'),
      readable('SW_DEC', 'date'),
      optional('SW_REASON', { codes: 'workerReason' }),
    ],
    kinds: ['social_worker'],
  },
  /** From 2026-27. Recognised, so that a set of files is not refused for it; no kind of fact holds it yet. */
  DoLo: {
    columns: [child, birthDate, required('DOLO_START', 'date'), readable('DOLO_END', 'date')],
    kinds: [],
  },
} as const satisfies Record<string, TableSpec>

export type TableName = keyof typeof tables
export const tableNames = Object.keys(tables) as TableName[]

export function tableSpec(table: TableName): TableSpec {
  return tables[table]
}

export function columnNames(table: TableName): string[] {
  return tableSpec(table).columns.map(({ name }) => name)
}

/** Where a column stands in a row as read (rows are put in the order above). -1: the table has no such column. */
export function columnIndex(table: TableName, name: string): number {
  return tableSpec(table).columns.findIndex((each) => each.name === name)
}

const tableByKind = new Map<EventKindName, TableName>(
  tableNames.flatMap((table) => tableSpec(table).kinds.map((kind) => [kind, table] as const)),
)

/** The table whose rows state facts of a kind; undefined for a kind that no return states. */
export function tableOfKind(kind: EventKindName): TableName | undefined {
  return tableByKind.get(kind)
}
