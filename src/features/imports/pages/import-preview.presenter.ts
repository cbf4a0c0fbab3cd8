import { sayYear } from '../../../domain/ssda903/return.ts'
import { type TableName, tableOfKind } from '../../../domain/ssda903/tables.ts'
import type { PageExtras } from '../../../web/route.ts'
import type { StagedExample } from '../example.store.ts'
import type { Batch, Finding } from '../import.store.ts'
import { importPaths } from '../imports.paths.ts'
import type { Preview } from '../preview.store.ts'
import { addCounts, type YearSummary } from '../summary.ts'
import { sayChange, sayKindOf } from './say-change.ts'
import { sayFault, sayTotals } from './say-preview.ts'
import { sayCount, sayDayOf, sayMoment, sayNumber, saySize, sayTable } from './words.ts'

interface PreviewFacts {
  batch: Batch
  preview: Preview
  examples: StagedExample[]
  done?: string | undefined
  /** Why an acceptance was refused. */
  refusal?: string | undefined
  /** What came in beside the return, from the same upload. */
  beside?: string | undefined
}

const titles = {
  checked: 'What these files would change',
  accepted: 'What these files changed',
  refused: 'These files were refused',
  dropped: 'Closed files',
} as const

/** A page shows as many refused rows and warnings; the download has all. */
const MOST_ROWS = 200

export function presentPreview(facts: PreviewFacts) {
  const { batch, preview, examples } = facts
  const totals = addCounts(preview.years.map((year) => year.totals))
  const good = totals.new + totals.changed + totals.ended
  const changes = good + totals.withdrawn
  const isOpen = batch.status === 'checked'
  return {
    title: titles[batch.status],
    page: pageExtras(facts),
    sentence: saySentence(facts),
    lead: sayLead(batch, changes),
    made: `Checked ${sayMoment(batch.madeAt)} by ${batch.madeBy}.`,
    files: batch.files.map(({ name, bytes }) => `${name}, ${saySize(bytes)}`),
    faults: preview.faults.map(sayFault),
    years: preview.years.map((year) => presentYear(year, examples)),
    refused: presentRows('Rows that are refused', preview.refused),
    warnings: presentRows('Rows that are taken, with something to look at', preview.warnings),
    notes: preview.notes.map(({ year, message }) => (year === null ? message : `${sayYear(year)}: ${message}`)),
    hasFindings: preview.refused.length + preview.warnings.length + preview.faults.length > 0,
    findingsHref: importPaths.findings(batch.id),
    accept:
      isOpen && changes > 0 ? { href: importPaths.accept(batch.id), text: sayAccept(good, totals.withdrawn) } : null,
    drop: isOpen ? { href: importPaths.drop(batch.id), text: 'Close without taking anything in' } : null,
    isAccepted: batch.status === 'accepted',
    isRefused: batch.status === 'refused',
    chooseHref: importPaths.choose(),
    qualityHref: importPaths.quality(),
    figuresHref: '/figures',
  }
}

function pageExtras({ batch, done, refusal, beside }: PreviewFacts): Partial<PageExtras> {
  const back = { back: { href: importPaths.list(), text: 'Files taken in' } }
  if (refusal !== undefined) return { ...back, errors: [{ text: refusal, href: '#main-content' }] }
  if (done === 'accepted' && batch.status === 'accepted') {
    return {
      ...back,
      notice: { isSuccess: true, text: 'The good rows are in the record. Figures count them from now on.' },
    }
  }
  if (done === 'dropped' && batch.status === 'dropped')
    return { ...back, notice: { text: 'Closed. Nothing was taken in.' } }
  return beside === undefined ? back : { ...back, notice: { isSuccess: true, text: beside } }
}

function saySentence({ batch, preview }: PreviewFacts): string {
  const totals = addCounts(preview.years.map((year) => year.totals))
  if (batch.status === 'refused') {
    return `Nothing was taken in: ${sayCount(preview.faults.length, 'thing', 'things')} to put right in these files.`
  }
  if (batch.status === 'dropped') return 'These files were closed, and nothing was taken in.'
  if (batch.status === 'accepted') {
    const taken = typeof batch.summary.taken === 'number' ? batch.summary.taken : 0
    const when = batch.acceptedAt === null ? '' : ` on ${sayDayOf(batch.acceptedAt)}`
    return `Taken in${when}: ${sayCount(taken, 'fact', 'facts')} about ${sayCount(preview.children, 'child', 'children')}, accepted by ${batch.acceptedBy}.`
  }
  const whose = preview.years.length > 1 ? `these ${preview.years.length} returns` : 'this return'
  const children = `${sayCount(preview.children, 'child', 'children')} in ${whose}`
  if (totals.new + totals.changed + totals.ended + totals.withdrawn + totals.refused === 0) {
    return `${children}, and nothing new: all ${sayNumber(totals.unchanged)} rows are in the record already.`
  }
  return `${children}: ${sayTotals(totals)}.`
}

function sayAccept(good: number, withdrawn: number): string {
  if (good === 0) return `Take back ${sayCount(withdrawn, 'row that is', 'rows that are')} no longer there`
  return `Accept the ${good === 1 ? 'one good row' : `${sayNumber(good)} good rows`}`
}

function sayLead({ status }: Batch, changes: number): string {
  if (status === 'refused')
    return 'A fault of one file refuses them all, so nothing was kept. Put these right, and choose all the files again.'
  if (status === 'dropped') return 'To take them in after all, choose the files again.'
  if (status === 'accepted') {
    return 'Figures are worked out from them as soon as somebody opens the page. Rows that were refused are not in the record: put them right in the case system, and take the return in again.'
  }
  if (changes === 0) return 'There is nothing to accept. You can close this page.'
  return 'Nothing is in the record yet. What a row restates stays in the record’s history, with the reason “restated”. Refused rows are left out.'
}

function presentYear(summary: YearSummary, examples: StagedExample[]) {
  const { year, byTable, files } = summary
  const rows = byTable.map(({ table, counts }) => {
    const file = files.find((each) => each.table === table)
    const note = file === undefined ? '' : `${file.file}, ${sayCount(file.rows, 'row', 'rows')}`
    const numbers = [counts.new, counts.changed, counts.ended, counts.withdrawn, counts.unchanged, counts.refused]
    return [{ text: sayTable(table), note }, ...numbers.map(sayNumber)]
  })
  const { totals } = summary
  const sum = [totals.new, totals.changed, totals.ended, totals.withdrawn, totals.unchanged, totals.refused]
  const columns = ['New', 'Changed', 'Ended', 'No longer there', 'The same', 'Refused']
  return {
    title: `${sayYear(year)}: ${sayCount(summary.children, 'child', 'children')}`,
    table: {
      caption: `Rows of the return of ${sayYear(year)}, table by table`,
      isCaptionHidden: true,
      columns: [{ text: 'Table' }, ...columns.map((text) => ({ text, isNumeric: true }))],
      rows: [...rows, ['All', ...sum.map(sayNumber)]],
    },
    examples: presentExamples(examples.filter((example) => example.year === year)),
  }
}

const actionWords = { new: 'New', changed: 'Changed', ended: 'Ended', withdrawn: 'No longer there' } as const

/** Facts that share a row with a fuller one: shown only where they alone may have changed. */
const besideAnother = new Set<StagedExample['kind']>(['placement_address', 'pupil_number', 'conviction_year'])

function presentExamples(examples: StagedExample[]) {
  const telling = examples.filter(
    ({ kind, action }) => action === 'changed' || action === 'withdrawn' || !besideAnother.has(kind),
  )
  const tables = Map.groupBy(telling, ({ kind }) => tableOfKind(kind) ?? ('Header' as TableName))
  return [...tables].map(([table, each]) => {
    const inOrder = (['changed', 'ended', 'withdrawn', 'new'] as const).flatMap((action) =>
      each.filter((example) => example.action === action),
    )
    return {
      summary: `Examples: ${sayTable(table)}`,
      table: {
        caption: `Examples of ${sayTable(table)}`,
        isCaptionHidden: true,
        columns: ['', 'Child', 'What', 'What it says', 'Line'].map((text) => ({ text: text || 'Change' })),
        rows: inOrder.map((example) => [
          actionWords[example.action],
          example.childCode,
          sayKindOf(example),
          sayChange(example),
          example.source.line === 0 ? '' : String(example.source.line),
        ]),
      },
    }
  })
}

function presentRows(caption: string, findings: Finding[]) {
  const shown = findings.slice(0, MOST_ROWS)
  const left = findings.length - shown.length
  return {
    count: findings.length,
    title: `${caption}: ${sayNumber(findings.length)}`,
    more: left === 0 ? '' : `And ${sayNumber(left)} more: the download has them all.`,
    table: {
      caption,
      isCaptionHidden: true,
      isFirstColumnHeader: false,
      columns: ['Where', 'Cell', 'Child', 'Why'].map((text) => ({ text })),
      rows: shown.map((finding) => [
        { text: sayWhere(finding), note: finding.file ?? '' },
        { text: finding.column ?? '', note: finding.value === null ? '' : `“${finding.value.slice(0, 60)}”` },
        finding.childCode ?? '',
        finding.message,
      ]),
    },
  }
}

function sayWhere({ table, line }: Finding): string {
  return [table, line === null ? null : `line ${sayNumber(line)}`].filter(Boolean).join(', ')
}
