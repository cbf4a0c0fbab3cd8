/**
 * The code sets of the return, every collection year from 2022-23 together. A code carries the years it belongs to only
 * where the set changed: the importer takes a code of another year (with a warning), and refuses only unknown ones.
 */
export interface CodeYears {
  /** First and last collection year in which the code is right; absent: no limit since 2022-23. */
  from?: number
  until?: number
}

export interface CodeSet {
  /** What the codes say, in words for a sentence: "a legal status". */
  says: string
  codes: ReadonlyMap<string, CodeYears>
  /** Codes of an earlier year that mean exactly a code of today. */
  recode?: ReadonlyMap<string, string>
}

function codeSet(says: string, codes: string, years: Record<string, CodeYears> = {}): CodeSet {
  return { says, codes: new Map(codes.split(' ').map((code) => [code, years[code] ?? {}])) }
}

/** Suitable (1) and unsuitable (2) of each kind of accommodation; no fixed abode and custody are never suitable. */
const ACCOMMODATION = [...'BCDEGHKRTUVWYZ'].flatMap((letter) => [`${letter}1`, `${letter}2`]).join(' ')

export const codeSets = {
  // 1 and 2 until 2023-24, letters since.
  sex: {
    ...codeSet('a sex', 'M F U'),
    recode: new Map([
      ['1', 'M'],
      ['2', 'F'],
    ]),
  } as CodeSet,
  ethnicity: codeSet(
    'an ethnic background',
    'WBRI WIRI WIRT WROM WOTH MWBC MWBA MWAS MOTH AIND APKN ABAN AOTH BCRB BAFR BOTH CHNE OOTH REFU NOBT',
  ),
  reasonForNewEpisode: codeSet('a reason for a new episode', 'S L P T B U'),
  legalStatus: codeSet('a legal status', 'C1 C2 D1 E1 V2 V3 V4 J1 J2 J3 L1 L2 L3', { D1: { until: 2024 } }),
  need: codeSet('a main need', 'N1 N2 N3 N4 N5 N6 N7 N8'),
  placement: codeSet(
    'a kind of home',
    'A3 A4 A5 A6 H5 K1 K2 K3 P1 P2 P3 R1 R2 R3 R5 S1 T0 T1 T2 T3 T4 U1 U2 U3 U4 U5 U6 Z1 Z11 Z12 Z13 Z14',
    {
      H5: { until: 2024 },
      P2: { until: 2024 },
      K3: { from: 2025 },
      Z1: { until: 2025 },
      Z11: { from: 2026 },
      Z12: { from: 2026 },
      Z13: { from: 2026 },
      Z14: { from: 2026 },
    },
  ),
  provider: codeSet('a provider', 'PR0 PR1 PR2 PR3 PR4 PR5'),
  reasonEnded: codeSet(
    'a reason why an episode ended',
    'X1 E11 E12 E2 E3 E4A E4B E13 E41 E43 E44 E45 E46 E47 E48 E5 E6 E7 E8 E9 E14 E15 E16 E17',
    // Replaced in 2018-19 by E45 to E48.
    { E43: { until: 2018 }, E44: { until: 2018 } },
  ),
  reasonPlaceChanged: codeSet(
    'a reason for a change of home',
    'CARPL CLOSE ALLEG STAND APPRR CREQB CREQO CHILD LAREQ PLACE CUSTOD OTHER',
  ),
  participation: codeSet('a way of taking part in a review', 'PN0 PN1 PN2 PN3 PN4 PN5 PN6 PN7'),
  sdqReason: codeSet('a reason for no questionnaire', 'SDQ1 SDQ2 SDQ3 SDQ4 SDQ5'),
  inTouch: codeSet('an in-touch answer', 'YES NO DIED REFU NREQ RHOM'),
  activity: codeSet('an activity', 'F1 P1 F2 P2 F3 P3 F4 P4 F5 P5 G4 G5 G6 0', {
    F3: { until: 2021 },
    P3: { until: 2021 },
  }),
  accommodation: codeSet('a kind of accommodation', `${ACCOMMODATION} S2 X2 0`),
  previousPermanence: codeSet('an earlier permanent home', 'P1 P2 P3 P4 Z1'),
  reasonPlacedCeased: codeSet('a reason why the decision ended', 'RD1 RD2 RD3 RD4'),
  adopterSex: codeSet('a sex of adopters', 'M1 F1 MM FF MF'),
  adopterStatus: codeSet('a legal status of adopters', 'L0 L11 L12 L2 L3 L4'),
  missing: codeSet('a kind of missing episode', 'M A'),
  workerReason: codeSet(
    'a reason for a change of social worker',
    'MANAGE FCONTA LEFTRL ORGRST TSPROC ABSENC CHCHAN PCCHAN SWDIED OTHERS',
  ),
} as const satisfies Record<string, CodeSet>

export type CodeSetName = keyof typeof codeSets

/** Whether a known code belongs to the set of a collection year. */
export function isCodeOfYear(set: CodeSet, code: string, year: number): boolean {
  const years = set.codes.get(code)
  return years !== undefined && year >= (years.from ?? 0) && year <= (years.until ?? 9999)
}
