import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ReturnFile } from '../../../src/domain/ssda903/return.ts'
import { columnNames, type TableName } from '../../../src/domain/ssda903/tables.ts'

/** One of the two small returns beside this file. */
export function loadReturn(year: 2025 | 2026, group?: string): ReturnFile[] {
  const folder = join(import.meta.dirname, `return-${year}`)
  return readdirSync(folder).map((name) => {
    const file = { name: `${year}/${name}`, bytes: new Uint8Array(readFileSync(join(folder, name))) }
    return group === undefined ? file : { ...file, group }
  })
}

type Row = Record<string, string>

/** One valid row of each table, of the year 2025-26; a test says only what matters to it. */
const valid: Record<TableName, Row> = {
  Header: { CHILD: 'A1', SEX: 'F', DOB: '05/05/2012', ETHNIC: 'WBRI' },
  Episodes: {
    CHILD: 'A1',
    DECOM: '10/06/2025',
    RNE: 'S',
    LS: 'C2',
    CIN: 'N1',
    PLACE: 'U4',
    PLACE_PROVIDER: 'PR1',
    HOME_POST: 'ZX1 1AA',
    PL_POST: 'ZX2 2BB',
    URN: 'SC999001',
  },
  Reviews: { CHILD: 'A1', DOB: '05/05/2012', REVIEW: '01/07/2025', REVIEW_CODE: 'PN1' },
  UASC: { CHILD: 'A1', SEX: 'F', DOB: '05/05/2012', DUC: '05/05/2030' },
  OC2: {
    CHILD: 'A1',
    DOB: '05/05/2012',
    SDQ_SCORE: '12',
    CONVICTED: '0',
    IMMUNISATIONS: '1',
    TEETH_CHECK: '1',
    HEALTH_ASSESSMENT: '1',
    SUBSTANCE_MISUSE: '0',
  },
  OC3: { CHILD: 'L1', DOB: '22/08/2005', IN_TOUCH: 'YES', ACTIV: 'F2', ACCOM: 'B1' },
  AD1: {
    CHILD: 'A1',
    DOB: '05/05/2012',
    DATE_INT: '12/06/2025',
    DATE_MATCH: '01/08/2025',
    FOSTER_CARE: '0',
    NB_ADOPTR: '2',
    SEX_ADOPTR: 'MF',
    LS_ADOPTR: 'L11',
  },
  PlacedAdoption: { CHILD: 'A1', DOB: '05/05/2012', DATE_PLACED: '12/06/2025' },
  PrevPerm: { CHILD: 'A1', DOB: '05/05/2012', PREV_PERM: 'Z1' },
  Missing: { CHILD: 'A1', DOB: '05/05/2012', MISSING: 'M', MIS_START: '01/08/2025', MIS_END: '02/08/2025' },
  SWEpisodes: { CHILD: 'A1', DOB: '05/05/2012', SW_ID: 'SW10001', SW_DECOM: '10/06/2025', SW_REASON: 'FCONTA' },
  DoLo: { CHILD: 'A1', DOB: '05/05/2012', DOLO_START: '01/09/2025' },
}

export function writeText(table: TableName, rows: Row[] = [{}]): string {
  const names = columnNames(table)
  const lines = rows.map((row) => names.map((name) => ({ ...valid[table], ...row })[name] ?? '').join(','))
  return [names.join(','), ...lines, ''].join('\r\n')
}

export function toFile(text: string, name = 'table.csv'): ReturnFile {
  return { name, bytes: new TextEncoder().encode(text) }
}

/** Files of a return: the tables given, and a Header and Episodes with one valid row where they are not. */
export function writeReturn(tables: Partial<Record<TableName, Row[]>>): ReturnFile[] {
  const all = { Header: [{}], Episodes: [{}], ...tables }
  return Object.entries(all).map(([table, rows]) => toFile(writeText(table as TableName, rows), `${table}.csv`))
}
