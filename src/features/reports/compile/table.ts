import type { PackFigure } from '../../../domain/governance/pack.ts'

/** A table under the sentence that says what it shows. Columns whose names begin with “#” hold numbers. */
export function makeTable(id: string, title: string, columns: string[], rows: string[][], source = ''): PackFigure {
  return {
    id,
    title,
    picture: null,
    table: {
      columns: columns.map((text) => ({ text: text.replace(/^#/, ''), isNumeric: text.startsWith('#') })),
      rows,
    },
    source,
  }
}
