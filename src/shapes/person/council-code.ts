import { readFileSync } from 'node:fs'

/** The ONS area code of a council by the department's three-digit number; null where the list does not have it. */
export function onsCodeOf(number: string): string | null {
  const list = readFileSync(new URL('../../../data/council-codes.csv', import.meta.url), 'utf8')
  const line = list.split('\n').find((row) => row.startsWith(`${number},`))
  return line?.split(',')[1] ?? null
}
