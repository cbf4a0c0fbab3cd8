import type { Batch } from '../import.store.ts'
import { importPaths } from '../imports.paths.ts'
import { addCounts } from '../summary.ts'
import { takenOf } from './reference-set.presenter.ts'
import { sayCount, sayDayOf, sayKind, sayMoment, sayNumber, sayReturns } from './words.ts'

const pills = {
  checked: { state: 'on-the-way', text: 'waits for you' },
  accepted: { state: 'kept', text: 'taken in' },
  refused: { state: 'not-kept', text: 'refused' },
  dropped: { state: 'unknown', text: 'closed' },
} as const

export function presentImports(batches: Batch[]) {
  const last = batches.find((batch) => batch.kind === 'return' && batch.status === 'accepted')
  return {
    sentence: saySentence(batches, last),
    chooseHref: importPaths.choose(),
    qualityHref: last === undefined ? null : importPaths.quality(),
    isEmpty: batches.length === 0,
    firstTime: {
      title: 'No file has been taken in yet',
      text: 'Here will be every set of files, with what it changed. Start with the last return on children in our care: its files become each child’s record, and the figures follow.',
      who: 'The performance analyst takes files in, with the right to do so.',
      action: { text: 'Choose files', href: importPaths.choose() },
    },
    table: {
      isStacked: true,
      caption: 'Files taken in, newest first',
      isCaptionHidden: true,
      columns: [{ text: 'Files' }, { text: 'How it stands' }, { text: 'What it holds' }, { text: 'When and who' }],
      rows: batches.map((batch) => [
        {
          text: sayKind(batch),
          href: importPaths.preview(batch.id),
          note: sayCount(batch.files.length, 'file', 'files'),
        },
        { pill: pills[batch.status] },
        sayContent(batch),
        `${sayMoment(batch.acceptedAt ?? batch.madeAt)}, ${batch.acceptedBy ?? batch.madeBy}`,
      ]),
    },
  }
}

function saySentence(batches: Batch[], last: Batch | undefined): string {
  const waiting = batches.filter((batch) => batch.status === 'checked').length
  if (waiting > 0) {
    return `${sayCount(waiting, 'set of files is', 'sets of files are')} checked and ${waiting === 1 ? 'waits' : 'wait'} for you to accept or close.`
  }
  if (last?.acceptedAt) {
    const accepted = batches.filter((batch) => batch.kind === 'return' && batch.status === 'accepted')
    const years = [...new Set(accepted.flatMap((batch) => batch.years))].sort()
    return `The record holds ${sayReturns(years)}, last taken in on ${sayDayOf(last.acceptedAt)}.`
  }
  return batches.length === 0 ? 'The record waits for its first files.' : 'No return is in the record yet.'
}

function sayContent(batch: Batch): string {
  const taken = takenOf(batch)
  if (batch.kind !== 'return')
    return taken.length === 0
      ? 'Nothing was kept'
      : `${sayNumber(taken.reduce((sum, each) => sum + each.rows, 0))} rows`
  const { children, years = [] } = batch.summary
  if (children === undefined) return 'Nothing was kept'
  const totals = addCounts(years.map((year) => year.totals))
  const rows = `${sayNumber(totals.new)} new, ${sayNumber(totals.changed)} changed, ${sayNumber(totals.refused)} refused`
  return `${sayCount(children, 'child', 'children')}: ${rows}`
}
