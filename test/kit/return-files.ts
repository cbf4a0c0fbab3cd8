import type { ReturnFile } from '../../src/domain/ssda903/return.ts'
import { columnNames, type TableName } from '../../src/domain/ssda903/tables.ts'

/** One file of a return: its first line by the table, its rows as written. */
export function returnFile(table: TableName, rows: string[], name = `${table}.csv`): ReturnFile {
  return textFile(name, [columnNames(table).join(','), ...rows])
}

export function textFile(name: string, lines: string[]): ReturnFile {
  return { name, bytes: new TextEncoder().encode(`${lines.join('\r\n')}\r\n`) }
}

/** Two children in 2025-26, with the postcodes of nowhere: the smallest return that says something in four tables. */
export function smallReturn(
  changes: { header?: string[]; episodes?: string[]; reviews?: string[]; workers?: string[] } = {},
): ReturnFile[] {
  return [
    returnFile('Header', changes.header ?? ['A1,F,03/05/2012,WBRI,,,', 'A2,M,17/09/2014,BAFR,,,']),
    returnFile(
      'Episodes',
      changes.episodes ?? [
        'A1,10/06/2024,S,C2,N1,U6,PR1,,,,ZX1 1AA,ZX1 1AB,',
        'A2,02/07/2025,S,V2,N5,U6,PR1,20/12/2025,X1,CARPL,ZX1 2AA,ZX1 1AB,',
        'A2,20/12/2025,P,V2,N5,K2,PR4,,,,ZX1 2AA,ZX1 3AB,SC123456',
      ],
    ),
    returnFile('Reviews', changes.reviews ?? ['A1,03/05/2012,14/11/2025,PN1', 'A2,17/09/2014,28/07/2025,PN6']),
    returnFile(
      'SWEpisodes',
      changes.workers ?? ['A1,03/05/2012,SW11111,10/06/2024,,', 'A2,17/09/2014,SW22222,02/07/2025,,'],
    ),
  ]
}
