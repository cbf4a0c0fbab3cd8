import { readFileSync } from 'node:fs'

/** Bank holidays in England, read once. */
export const bankHolidays: ReadonlySet<string> = new Set(
  readFileSync(new URL('../../../data/bank-holidays-england.csv', import.meta.url), 'utf8')
    .split('\n')
    .slice(1)
    .filter(Boolean),
)
