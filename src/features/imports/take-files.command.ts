import type { Database } from '../../database/database.ts'
import type { ReturnFile } from '../../domain/ssda903/return.ts'
import type { Council } from '../../shapes/person/council.store.ts'
import { checkReturn } from './check-return.command.ts'
import { fromBytes, type IncomingFile, readFirstLine } from './reference/incoming-file.ts'
import { recogniseReference } from './reference/recognise-reference.ts'
import { splitCells } from './reference/split-cells.ts'
import { type RecognisedFile, type ReferenceSet, takeReference } from './reference/take-reference.command.ts'

export interface TakenFiles {
  /** The checked set of return files, to be accepted or closed; null where there was none among them. */
  returnId: string | null
  /** The return was refused for a fault of a file. */
  isRefused: boolean
  /** Directories and populations, which hold no child: taken in at once, or refused. Null where there was none. */
  reference: ReferenceSet | null
}

/**
 * The door for files: each is known by its columns, whatever it is called. What is not a directory or a population is
 * taken for a part of the return, which says what is wrong with it.
 */
export async function takeFiles(
  database: Database,
  council: Council,
  onBehalfOf: string,
  files: (ReturnFile | IncomingFile)[],
  options: { year?: number } = {},
  progress: (step: string) => void = () => {},
): Promise<TakenFiles> {
  const references: RecognisedFile[] = []
  const returned: ReturnFile[] = []
  for (const given of files) {
    const file = 'open' in given ? given : fromBytes(given)
    const line = await readFirstLine(file)
    const recognised = line === null ? null : recogniseReference(splitCells(line))
    if (recognised !== null) references.push({ file, recognised })
    else
      returned.push({
        name: file.name,
        bytes: file.readAll(),
        ...(file.group === undefined ? {} : { group: file.group }),
      })
  }
  const reference =
    references.length === 0 ? null : await takeReference(database, council, onBehalfOf, references, progress)
  const checked =
    returned.length === 0 ? null : await checkReturn(database, council, onBehalfOf, returned, options, progress)
  return { returnId: checked?.id ?? null, isRefused: checked?.isRefused ?? false, reference }
}
