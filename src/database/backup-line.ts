import { createReadStream } from 'node:fs'
import { createGunzip } from 'node:zlib'

/** What a backup says of itself in its first line. */
export interface BackupHead {
  kept: 1
  /** The newest seal of each council, so that a record that was exchanged is found. */
  heads: { authority: number; number: string; hash: string }[]
  /** The migrations it was written with. */
  migrations: string[]
}

/** Rows of one table, each as the text of a JSON object. */
export interface BackupRows {
  table: string
  rows: string[]
}

const NOT_OURS = 'It is not a backup that this release of Kept can read.'
const ENDS_TOO_SOON = 'The backup ends too soon: it was cut off.'

/** The first line, then the rows in parcels as they were written, then how many rows each table should have had. */
export async function* readBackupFile(
  file: string,
): AsyncGenerator<{ head: BackupHead } | BackupRows | { end: Record<string, number> }> {
  let parcel: BackupRows | null = null
  let isFirst = true
  let isWhole = false
  for await (const line of readLines(file)) {
    if (isFirst) {
      yield { head: parseHead(line) }
      isFirst = false
    } else if (isWhole) {
      throw new Error('The backup is damaged: there is something after its end.')
    } else if (line.startsWith('{"table":') || line.startsWith('{"end":')) {
      if (parcel !== null) yield parcel
      const said = parseMark(line)
      if ('end' in said) yield said
      isWhole = 'end' in said
      parcel = 'table' in said ? { table: said.table, rows: [] } : null
    } else if (parcel === null) {
      throw new Error('The backup is damaged: it holds rows that belong to no table.')
    } else {
      parcel.rows.push(line)
    }
  }
  if (!isWhole) throw new Error(isFirst ? NOT_OURS : ENDS_TOO_SOON)
}

function parseHead(line: string): BackupHead {
  try {
    const head = JSON.parse(line) as BackupHead
    if (head.kept === 1 && Array.isArray(head.heads) && Array.isArray(head.migrations)) return head
  } catch {
    // not JSON: said below
  }
  throw new Error(NOT_OURS)
}

function parseMark(line: string): { table: string } | { end: Record<string, number> } {
  try {
    return JSON.parse(line) as { table: string } | { end: Record<string, number> }
  } catch {
    throw new Error('The backup is damaged: a line between its tables cannot be read.')
  }
}

async function* readLines(file: string): AsyncGenerator<string> {
  const unzipped = createGunzip()
  const source = createReadStream(file)
  source.on('error', (error) => unzipped.destroy(error))
  source.pipe(unzipped)
  unzipped.setEncoding('utf8')
  let rest = ''
  try {
    for await (const chunk of unzipped) {
      const parts = (rest + chunk).split('\n')
      rest = parts.pop()!
      yield* parts
    }
  } catch (error) {
    throw new Error(sayFault(error as NodeJS.ErrnoException), { cause: error })
  } finally {
    source.destroy()
  }
  if (rest !== '') throw new Error(ENDS_TOO_SOON)
}

function sayFault(error: NodeJS.ErrnoException): string {
  if (error.code === 'Z_BUF_ERROR') return ENDS_TOO_SOON
  if (error.code === 'Z_DATA_ERROR')
    return error.message.includes('header') ? NOT_OURS : 'The backup is damaged: what was compressed does not come out.'
  return error.message
}
