/** One line of the bench: what was measured, the limit it is to keep, and what the same costs bare. */
export interface Figure {
  what: string
  unit: 'ms' | 'a second'
  value: number
  p95: number | null
  /** A time is to stay under it, a rate to reach it; null where none was promised. */
  limit: number | null
  /** What `limit` speaks of. */
  limitOf: 'median' | 'p95'
  baseline: { what: string; value: number } | null
  note?: string
}

export interface Times {
  median: number
  p95: number
}

/** Runs `work` again and again, the first time unmeasured, and says how long it took. */
export async function timeIt(times: number, work: (turn: number) => unknown): Promise<Times> {
  await work(0)
  const taken: number[] = []
  for (let turn = 1; turn <= times; turn += 1) {
    const start = performance.now()
    await work(turn)
    taken.push(performance.now() - start)
  }
  return summarise(taken)
}

export function summarise(taken: number[]): Times {
  const sorted = taken.toSorted((one, other) => one - other)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN
  return { median: at(0.5), p95: at(0.95) }
}

export function isWithin({ unit, value, p95, limit, limitOf }: Figure): boolean | null {
  if (limit === null) return null
  if (unit === 'a second') return value >= limit
  return (limitOf === 'p95' ? p95! : value) < limit
}

/** The bench as a table for the terminal. */
export function sayFigures(figures: Figure[]): string {
  const rows = figures.map((figure) => {
    const { what, unit, value, p95, limit, limitOf, baseline, note } = figure
    const within = isWithin(figure)
    return [
      what,
      `${sayNumber(value)} ${unit}`,
      p95 === null ? '' : sayNumber(p95),
      limit === null ? '' : unit === 'a second' ? `at least ${limit}` : `${limitOf} under ${limit}`,
      within === null ? '' : within ? 'kept' : 'MISSED',
      baseline === null ? '' : `${sayNumber(baseline.value)} ${baseline.what}`,
      note ?? '',
    ]
  })
  const table = [['', 'median', 'p95', 'limit', '', 'beside it, in the same run', ''], ...rows]
  const widths = table[0]!.map((_, column) => Math.max(...table.map((row) => row[column]!.length)))
  return table
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column]!))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

function sayNumber(value: number): string {
  return value >= 100 ? Math.round(value).toLocaleString('en-GB') : value.toFixed(1)
}
