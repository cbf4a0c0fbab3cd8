import { type Command, InvalidArgumentError } from 'commander'
import { hideMeasure, type PublicResult } from '../domain/disclosure/hide-measure.ts'
import { wordsOf } from '../domain/measures/all-measures.ts'
import type { MeasureResult } from '../domain/measures/measure.ts'
import { sayNumber, sayValue } from '../domain/measures/say-value.ts'
import { isIsoDate, londonDay } from '../domain/shared/calendar-date.ts'
import { workOutFigures } from '../features/performance/index.ts'
import { recordTrace } from '../shapes/person/access-trace.store.ts'
import { systemActor } from '../shapes/person/council.store.ts'
import { type Run, requireCouncil } from './command.ts'

interface MeasuresOptions {
  asAt?: string
  knownOn?: string
  public?: boolean
  json?: boolean
}

/** `kept measures`: true counts, which is audited; `--public` hides what may not leave. */
export function addMeasuresCommand(program: Command, run: Run): void {
  program
    .command('measures')
    .description('the measures as at a day, as known on another')
    .option('--as-at <date>', 'yyyy-mm-dd; today unless given', readDay)
    .option('--known-on <date>', 'yyyy-mm-dd; everything recorded by the end of that day', readDay)
    .option('--public', 'hide small numbers')
    .option('--json', 'print JSON alone on standard output')
    .action((options: MeasuresOptions) =>
      run.onCouncil(async ({ database, terminal }) => {
        const council = await requireCouncil(database)
        const asAt = options.asAt ?? londonDay(Temporal.Now.instant())
        const knownOn = options.knownOn ?? null
        const { results } = await workOutFigures(database, council, asAt, knownOn, database.inBackground)
        if (!options.public) {
          const actor = systemActor(council)
          const trace = { event: 'true figures printed', detail: { asAt, knownOn } }
          await database.as(actor, (query) => recordTrace(query, actor, trace))
        }
        const rows = results.map((result) => ({
          ...(options.public ? hideMeasure(result) : withoutChildren(result)),
          ...(result.definition && { definition: result.definition }),
        }))
        if (options.json) terminal.out(JSON.stringify(rows, null, 2))
        else for (const row of rows) terminal.out(sayRow(row))
      }),
    )
}

type TrueResult = ReturnType<typeof withoutChildren>

/** The children behind a figure are for pages that leave a trace, never for a file. */
function withoutChildren({
  id,
  title,
  asAt,
  period,
  isPartYear,
  numerator,
  denominator,
  value,
  ...rest
}: MeasureResult) {
  const { breakdown, notes, cannotCompute } = rest
  const figure = { id, title, asAt, period, isPartYear, numerator, denominator, value }
  return { ...figure, ...(breakdown && { breakdown }), notes, cannotCompute }
}

function readDay(text: string): string {
  if (!isIsoDate(text)) throw new InvalidArgumentError('It is a day as yyyy-mm-dd, for example 2026-03-31.')
  return text
}

function sayRow(row: TrueResult | PublicResult): string {
  const start = `${row.id.padEnd(5)} ${row.title}: `
  if (row.cannotCompute !== null) return `${start}cannot be worked out: ${row.cannotCompute}`
  const measure = wordsOf(row)
  const count = (cell: TrueResult['numerator'] | PublicResult['numerator']) => {
    const shown = typeof cell === 'object' && cell !== null ? cell.shown : cell
    return shown === null ? 'hidden' : sayNumber(shown)
  }
  if (measure.kind === 'count' || measure.kind === 'list')
    return `${start}${count(row.numerator)}${row.isPartYear ? ', part of the year' : ''}`
  const value = typeof row.value === 'object' && row.value !== null ? row.value.shown : row.value
  const share = value === null ? '' : `, ${sayValue(value, measure)}`
  if (measure.kind === 'mean' || measure.kind === 'gap')
    return `${start}of ${count(row.denominator)}${share}${row.isPartYear ? ', part of the year' : ''}`
  return `${start}${count(row.numerator)} of ${count(row.denominator)}${share}${row.isPartYear ? ', part of the year' : ''}`
}
