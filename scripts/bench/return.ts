import type { DemoCouncil } from '../../src/demo-data/demo-council.ts'
import { toReturnFiles } from '../../src/demo-data/return-files.ts'
import type { ReturnFile } from '../../src/domain/ssda903/return.ts'

export interface MadeReturn {
  rows: number
  /** The same return about other children: each code (six digits from 300,001) begins with letters of this turn. */
  ofTurn: (turn: number) => ReturnFile[]
}

/** A year's return of a made-up council, of as many children as fill so many rows. */
export function makeReturn(demo: DemoCouncil, year: number, rows: number): MadeReturn {
  const whole = toReturnFiles(demo, year)
  const most = Math.ceil((demo.children.length * rows) / countRows(whole))
  const files = toReturnFiles({ children: demo.children.slice(0, most) }, year)
  return {
    rows: countRows(files),
    ofTurn: (turn) =>
      files.map(({ name, csv }) => ({
        name,
        bytes: new TextEncoder().encode(csv.replaceAll(/^3(?=\d{5},)/gm, `T${turn}-`)),
      })),
  }
}

function countRows(files: ReturnType<typeof toReturnFiles>): number {
  return files.reduce((sum, { csv }) => sum + csv.split('\r\n').length - 2, 0)
}
