import type { EventKindName, Fact, Payload } from '../record/event-kinds.ts'
import type { IsoDate, Period } from '../shared/calendar-date.ts'
import type { TableName } from './tables.ts'

/** The cells of one accepted row by column name, read and checked; null where blank or not known. */
export type Cells = Readonly<Record<string, string | null>>

export interface RowContext {
  /** The collection year of the return. */
  window: Period
  /** From the Header, else from the row itself. Null where no readable one is stated. */
  bornOn: IsoDate | null
}

/** The dated facts that one row states. Required cells are filled by now. */
export function rowToFacts(table: TableName, cells: Cells, context: RowContext): Fact[] {
  return makers[table](cells, context)
}

function fact<K extends EventKindName>(
  kind: K,
  startsOn: string | null,
  endsOn: string | null,
  data: Payload<K>,
): Fact<K> {
  return { kind, startsOn: startsOn!, endsOn, data }
}

const makers: Record<TableName, (row: Cells, context: RowContext) => Fact[]> = {
  Header: (row) => {
    const about = fact('characteristics', row.DOB!, null, {
      sex: row.SEX!,
      ethnicity: row.ETHNIC!,
      isMother: yesNo(row.MOTHER),
      motherOfChildBornOn: row.MC_DOB ?? null,
    })
    return row.UPN ? [about, fact('pupil_number', row.DOB!, null, { upn: row.UPN })] : [about]
  },
  Episodes: (row) => {
    const episode = fact('episode', row.DECOM!, row.DEC!, {
      reasonForNewEpisode: row.RNE!,
      legalStatus: row.LS!,
      need: row.CIN!,
      placement: row.PLACE!,
      provider: row.PLACE_PROVIDER!,
      reasonEnded: row.REC!,
      reasonPlaceChanged: row.REASON_PLACE_CHANGE!,
    })
    const address = { homePostcode: row.HOME_POST!, placementPostcode: row.PL_POST!, urn: row.URN! }
    const isBlank = Object.values(address).every((value) => value === null)
    return isBlank ? [episode] : [episode, fact('placement_address', row.DECOM!, row.DEC!, address)]
  },
  Reviews: (row) => [fact('review', row.REVIEW!, row.REVIEW!, { participation: row.REVIEW_CODE! })],
  UASC: (row, { bornOn }) => [fact('unaccompanied', bornOn, row.DUC!, {})],
  OC2: (row, { window }) => [
    fact('health_year', window.from, window.to, {
      sdqScore: number(row.SDQ_SCORE),
      sdqReason: row.SDQ_REASON!,
      developmentCheck: yesNo(row.HEALTH_CHECK),
      immunisations: yesNo(row.IMMUNISATIONS),
      teethCheck: yesNo(row.TEETH_CHECK),
      healthAssessment: yesNo(row.HEALTH_ASSESSMENT),
      substanceMisuse: yesNo(row.SUBSTANCE_MISUSE),
      interventionReceived: yesNo(row.INTERVENTION_RECEIVED),
      interventionOffered: yesNo(row.INTERVENTION_OFFERED),
    }),
    fact('conviction_year', window.from, window.to, { convicted: yesNo(row.CONVICTED) }),
  ],
  OC3: (row, { window }) => [
    fact('leaving_care_year', window.from, window.to, {
      inTouch: row.IN_TOUCH!,
      activity: row.ACTIV!,
      accommodation: row.ACCOM!,
    }),
  ],
  AD1: (row) => [
    fact('adoption', row.DATE_INT!, null, {
      matchedOn: row.DATE_MATCH!,
      byFormerCarer: yesNo(row.FOSTER_CARE),
      adopters: number(row.NB_ADOPTR),
      adopterSex: row.SEX_ADOPTR!,
      adopterStatus: row.LS_ADOPTR!,
    }),
  ],
  PlacedAdoption: (row) => [
    fact('adoption_decision', row.DATE_PLACED!, row.DATE_PLACED_CEASED!, { reasonCeased: row.REASON_PLACED_CEASED! }),
  ],
  PrevPerm: (row, { window }) => [
    fact('previous_permanence', window.from, window.to, {
      order: row.PREV_PERM!,
      authority: row.LA_PERM!,
      orderDate: row.DATE_PERM!,
    }),
  ],
  Missing: (row) => [fact('missing', row.MIS_START!, row.MIS_END!, { type: row.MISSING! })],
  SWEpisodes: (row) => [
    fact('social_worker', row.SW_DECOM!, row.SW_DEC!, { worker: row.SW_ID!, reason: row.SW_REASON! }),
  ],
  DoLo: () => [],
}

function yesNo(cell: string | null | undefined): boolean | null {
  return cell === null || cell === undefined ? null : cell === '1'
}

function number(cell: string | null | undefined): number | null {
  return cell === null || cell === undefined ? null : Number(cell)
}
