/**
 * Everything that is to be published together, with what is known already, as cells and equations (`sdc-pack/1`). A pack
 * of figures, a download, a chart and last quarter's pack all become one of these before anything of them is shown.
 */
export interface SdcPack {
  format: 'sdc-pack/1'
  id?: string
  rule: SdcRule
  cells: SdcCell[]
  relations: SdcRelation[]
  percents?: SdcPercent[]
}

export interface SdcRule {
  /** The largest small number: 5 hides 1 to 5. */
  threshold: number
  /** `hideable`: a nought is shown, but may be hidden to protect another. `shown`: the reader is promised every nought. */
  zeros: 'hideable' | 'shown'
  /** One symbol for every hidden cell, or `two`: one for the small ones and one for those that protect them. */
  symbol: 'one' | 'two'
  /**
   * What must stay possible of a small cell: each number from 1 to the threshold; also one `beyond` it, so that nobody
   * can prove it is small; or so many numbers, by a person's recorded decision.
   */
  protect: 'whole-range' | 'beyond' | number
}

/** One true count of one group at one date or period. The same group in two tables is one cell. */
export interface SdcCell {
  id: string
  /** A whole number, 0 or more. */
  value: number
  /** What hiding it costs the reader; 1 unless told. */
  weight?: number
  /**
   * `may` (unless told): can be hidden. `never`: public whatever we do. `implied`: printed nowhere, but anybody can
   * subtract it. `earlier-hidden`: hidden in an earlier pack, so it stays hidden.
   */
  hide?: 'may' | 'never' | 'implied' | 'earlier-hidden'
  /** False: a category that says nothing of anybody ("not known"), so never small. True unless told. */
  sensitive?: boolean
  /** A nought that cannot be anything else, and that the reader knows of. */
  structural?: boolean
  /** The largest small number of this cell, where it is not the pack's: 9 for health, offending, immigration, faith, sexuality. */
  threshold?: number
}

/** Parts add to a total; or any whole-number sum of cells has a known result, nought unless told (before + came − left − now). */
export type SdcRelation =
  | { id: string; total: string; parts: string[] }
  | { id: string; terms: { cell: string; coef: number }[]; equals?: number }

/** A percentage that is to be shown, rounded half up to so many decimals. */
export interface SdcPercent {
  id: string
  of: string
  base: string
  decimals: number
}

/** What is hidden of a pack (`sdc-pattern/1`). Cells that are `implied` or `earlier-hidden` are hidden without being listed. */
export interface SdcPattern {
  format: 'sdc-pattern/1'
  hidden: string[]
  hidden_percents: string[]
  rounded?: Record<string, { base: number; kind: 'nearest' | 'controlled'; shown?: number }>
  /** Cells shown with a symbol of their own as small; only with two symbols. */
  primary?: string[]
  seconds: number
  claims: 'optimal' | 'bound' | 'heuristic' | 'impossible'
}
