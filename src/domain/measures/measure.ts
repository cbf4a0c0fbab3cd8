import type { IsoDate, Period } from '../shared/calendar-date.ts'
import type { ChildRecord, CouncilFacts } from './child-record.ts'
import type { Theme } from './themes.ts'

/**
 * What a measure is. Each has a file of its own: who is counted, who is met, in which direction good lies, where the
 * definition comes from, and the function that works it out. Results carry the children behind them for those allowed
 * to see them; everything for anybody else goes through `domain/disclosure` first.
 */
export interface MeasureWords {
  /**
   * Which wording of the definition; 1 unless told. One more whenever what is counted changes, so that a figure worked out
   * by the wording before is not shown as one of this.
   */
  wording?: number
  /** As in the reference of indicators: M01, M20 …; K01 … for those of Kept's own; L01 … for a council's own. */
  id: string
  /** For officers. */
  title: string
  /** For everybody, children among them. */
  plainTitle: string
  /** One sentence: what it means for children. */
  whyItMatters: string
  theme: Theme
  /** Rule 40: those that children asked for come first, and are marked. */
  askedForByChildren: boolean
  /** `list`: children by group. `mean`: an average. `gap`: a difference between two percentages, in points. */
  kind: 'count' | 'percent' | 'rate' | 'mean' | 'gap' | 'list'
  /** Which way is good. Rule 40: numbers in care have no good direction unless the council decides one. */
  direction: 'higher' | 'lower' | 'none'
  period: 'as at' | 'year' | 'three years' | 'academic year' | 'term' | 'quarter' | 'month' | 'survey'
  /** Places shown: the DfE gives whole numbers for percentages and rates of an authority. Values stay unrounded. */
  decimals: number
  /** What a mean is a number of: "days". */
  unit?: string
  /** What the base counts, where it is not children and young people: "reviews". */
  baseWord?: string
  /** What is counted happens to children, to one of them several times: how many children stand behind decides what is hidden. */
  countsEvents?: true
  /** The base (denominator), in words: "percent of what". */
  whoIsCounted: string
  /** The numerator, in words. */
  whoIsMet: string
  /** The definition followed, and the fields of the return it reads. */
  source: string
  /** The DfE data set with figures to compare with; null where there is none. */
  nationalDataset: string | null
  /** Whether the national figure counts the same thing. */
  comparable: 'yes' | 'near' | 'no'
  /** The data it is worked out from, in words. */
  needs: string
  /** What a reader could get wrong. */
  traps: readonly string[]
  /** Rule 39: numbers up to this are hidden where it is more than usual: 9 for health, offending and immigration. */
  smallUpTo?: number
  /** False where nobody could be harmed by being recognised: money, promises, councillors. */
  isAboutPeople?: false
}

export interface Measure extends MeasureWords {
  compute(records: readonly ChildRecord[], council: CouncilFacts, asAt: IsoDate): MeasureResult
}

export interface BreakdownCell {
  code: string
  label: string
  count: number
  /** Of the measure's denominator, unrounded; null where the cell is not part of it or the base is nought. */
  percent: number | null
  /** How the cell adds up: met cells make the numerator, met and unmet the denominator, left-out ones neither. */
  part: 'met' | 'unmet' | 'left out'
  /** How many children stand behind it, where what is counted is not children. */
  children?: number
  /** A group more sensitive than the measure it belongs to. */
  smallUpTo?: number
}

export interface MeasureResult {
  id: string
  title: string
  /** What kind of number it is, so that whoever hides small ones knows what the parts are. */
  kind?: MeasureWords['kind']
  smallUpTo?: number
  isAboutPeople?: false
  /** The day is before all that is held: a number typed in tells more. */
  isTooEarly?: true
  /** Of a council's own measure: its words, and which version of them. */
  definition?: MeasureWords & { version: number }
  /** By which wording of its definition, where it is not the first. */
  wording?: number
  /** Typed in: no list of children stands behind it. */
  isTyped?: true
  /** Of numbers that count no children (moves, half days): how many children stand behind them, where no ids are held. */
  childrenBehind?: number
  asAt: IsoDate
  /** Of a year measure: 1 April to the as-at date, both included. */
  period: Period | null
  isPartYear: boolean
  numerator: number | null
  denominator: number | null
  /** Unrounded; round half up to the measure's `decimals` to show it. */
  value: number | null
  breakdown?: BreakdownCell[]
  /** All that a reader should know, counts included: for officers. */
  notes: string[]
  /** Those of the notes that state no count of children: for everybody. */
  publicNotes: string[]
  /**
   * Names of its numbers that only those with the right to true figures may see (`numerator`, `denominator`, `cell 0` …),
   * decided for all the figures of the day at once.
   */
  hidden?: string[]
  /** Why there is no figure, as a sentence; null where there is one. */
  cannotCompute: string | null
  /** Ids of the children behind the numerator, for drill-down by those allowed. */
  met: string[]
  /** Ids of the children behind the denominator (behind the count itself where there is none). */
  counted: string[]
}
