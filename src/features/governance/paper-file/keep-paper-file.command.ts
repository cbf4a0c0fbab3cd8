import { sql } from 'kysely'
import { checkPaper, type GivenFile } from '../../../shapes/file/check-file.ts'
import { keepChecked } from '../../../shapes/file/file.store.ts'
import { readWords } from '../../../shapes/file/read-words.ts'
import { withoutAuthor } from '../../../shapes/file/without-author.ts'
import { recordTrace } from '../../../shapes/person/access-trace.store.ts'
import type { Visit } from '../../../web/route.ts'
import { findNames, sayName } from '../names/find-names.ts'
import { findPaper, setPaperFile } from '../paper.store.ts'

/** What the clerk must read before the paper goes out: the file is kept. */
export type KeptPaper = { warnings: string[] } | { problem: string }

/**
 * An uploaded paper: checked by its content, its properties cleaned, its words read for the search and for names. A whole name of a young
 * person refuses it; what may be a name, and what nobody could read, is told.
 */
export async function keepPaperFile(visit: Visit, paperId: string, given: GivenFile): Promise<KeptPaper | null> {
  const paper = await visit.database.as(visit.actor, (query) => findPaper(query, paperId))
  if (paper === null) return null
  const checked = await checkPaper(given)
  if ('problem' in checked) return checked
  const cleaned = await withoutAuthor(checked.type, checked.bytes, paper.title)
  if ('problem' in cleaned) return cleaned
  const words = await readWords(checked.type, cleaned.bytes)
  const names = await visit.database.as(visit.actor, (query) =>
    findNames(query, [{ field: 'file', words: words ?? '' }]),
  )
  const whole = names.filter(({ isWhole }) => isWhole)
  if (whole.length > 0) return { problem: whole.map(sayName).join(' ') }
  const owner = { kind: 'paper' as const, ref: paper.id }
  const kept = await keepChecked(
    visit.database,
    visit.actor,
    visit.filesFolder,
    { ...checked, bytes: cleaned.bytes },
    owner,
  )
  await visit.database.as(visit.actor, async (query) => {
    await setPaperFile(query, paper.id, kept.id, words ?? '')
    await recordTrace(query, visit.actor, { event: 'paper uploaded', detail: { paper: paper.id, file: kept.id } })
  })
  return {
    warnings: [
      ...(cleaned.warning ? [cleaned.warning] : []),
      ...(words === null
        ? [
            'Its words cannot be read by Kept: it may be a scan. Nobody using a screen reader can read it, no search finds it, and no name in it is found. Read it through, or upload the document it was made from.',
          ]
        : []),
      ...names.map(sayName),
    ],
  }
}

export interface PaperFile {
  name: string
  type: string
}

/** As far as the reader may see it. */
export async function findPaperFile(visit: Visit, fileId: string): Promise<PaperFile | null> {
  return visit.database.as(visit.actor, async (query) => {
    const { rows } =
      await sql<PaperFile>`select name, type from stored_file where authority_id = (select authority()) and id = ${fileId} and owner_kind = 'paper'`.execute(
        query,
      )
    return rows[0] ?? null
  })
}

/** "why-checks-were-late.pdf": the paper's own title, never the name that the file came with. */
export function nameOfFile(title: string, type: string): string {
  const words = title
    .normalize('NFKD')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .toLowerCase()
    .slice(0, 80)
  return `${words || 'paper'}.${type === 'application/pdf' ? 'pdf' : 'docx'}`
}
