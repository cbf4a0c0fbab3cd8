import { addDays, type Period } from '../shared/calendar-date.ts'
import { cameIn, leftIn } from './came-and-left.ts'
import type { ChildRecord } from './child-record.ts'
import { explainStockAndFlow, type StockAndFlow } from './explain-stock-and-flow.ts'
import { findEpisodeOn } from './in-care.ts'
import { explain, type Note, state } from './make-result.ts'

/** The four numbers of a period, and for the children by whom they differ, what happened. */
export function findStockAndFlow(records: readonly ChildRecord[], period: Period): StockAndFlow {
  const dayBefore = addDays(period.from, -1)
  const found = { opening: 0, started: 0, ceased: 0, closing: 0 }
  const reasons = { severalTimes: 0, startNotRecorded: 0, leavingNotRecorded: 0 }
  for (const record of records) {
    const opening = Number(findEpisodeOn(record, dayBefore) !== null)
    const closing = Number(findEpisodeOn(record, period.to) !== null)
    const started = Number(cameIn(record, period))
    const ceased = Number(leftIn(record, period))
    found.opening += opening
    found.started += started
    found.ceased += ceased
    found.closing += closing
    const difference = closing - (opening + started - ceased)
    if (difference === 0) continue
    if (started === 1 && ceased === 1) reasons.severalTimes += 1
    else if (difference > 0) reasons.startNotRecorded += 1
    else reasons.leavingNotRecorded += 1
  }
  return { ...found, reasons }
}

/** Rule 39: stock and flow that differ are explained, never refused and never silent. */
export function noteOnStockAndFlow(records: readonly ChildRecord[], period: Period): Note[] {
  return [
    explain(
      'A child who comes or leaves more than once in the year counts once, so those in care at the start, with those who came and without those who left, may not make the number at the end.',
    ),
    state(explainStockAndFlow(findStockAndFlow(records, period)).sentence),
  ]
}
