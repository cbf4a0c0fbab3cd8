import type { Command } from 'commander'
import { DEFAULT_THRESHOLD, hideMeasure } from '../domain/disclosure/hide-measure.ts'
import type { MeasureResult } from '../domain/measures/measure.ts'
import { isIsoDate, londonDay } from '../domain/shared/calendar-date.ts'
import { workOutFigures } from '../features/performance/index.ts'
import { recordTrace } from '../shapes/person/access-trace.store.ts'
import { systemActor } from '../shapes/person/council.store.ts'
import { CommandRefused, requireCouncil, type Work } from './command-line.ts'

/** `kept measures`: true counts, which is audited; `--public` hides what may not leave. */
export function addMeasuresCommand(program: Command, run: (work: Work) => Promise<void>): void {
  program
    .command('measures')
    .description('the measures as at a day, as known on another')
    .option('--as-at <date>', 'yyyy-mm-dd; today unless given')
    .option('--known-on <date>', 'yyyy-mm-dd; everything recorded by the end of that day')
    .option('--public', 'hide small numbers')
    .option('--json', 'print JSON alone on standard output')
    .action((options: { asAt?: string; knownOn?: string; public?: boolean; json?: boolean }) =>
      run(async ({ database, terminal }) => {
        const council = await requireCouncil(database)
        const asAt = readDay(options.asAt, '--as-at') ?? londonDay(Temporal.Now.instant())
        const figures = await workOutFigures(database, council, asAt, readDay(options.knownOn, '--known-on'))
        if (!options.public) {
          const actor = systemActor(council)
          await database.as(actor, (query) =>
            recordTrace(query, actor, {
              event: 'true figures printed',
              detail: { asAt, knownOn: options.knownOn ?? null },
            }),
          )
        }
        const rows = figures.results.map((result) =>
          options.public ? hideMeasure(result, { threshold: DEFAULT_THRESHOLD }) : withoutChildren(result),
        )
        if (options.json) terminal.out(JSON.stringify(rows, null, 2))
        else for (const row of rows) terminal.out(sayRow(row as unknown as MeasureResult))
      }),
    )
}

/** The children behind a figure are for pages that leave a trace, never for a file. */
function withoutChildren({
  met: _met,
  counted: _counted,
  ...row
}: MeasureResult): Omit<MeasureResult, 'met' | 'counted'> {
  return row
}

function readDay(text: string | undefined, option: string): string | null {
  if (text === undefined) return null
  if (!isIsoDate(text)) throw new CommandRefused(`${option} takes a day as yyyy-mm-dd, for example 2026-03-31.`)
  return text
}

function sayRow(row: MeasureResult): string {
  const figure = row.cannotCompute
    ? `cannot be worked out: ${row.cannotCompute}`
    : [
        row.numerator ?? 'c',
        row.denominator === null ? '' : ` of ${row.denominator}`,
        row.value === null ? '' : ` (${Math.round(row.value * 10) / 10})`,
      ].join('')
  return `${row.id.padEnd(5)} ${row.title}: ${figure}`
}
