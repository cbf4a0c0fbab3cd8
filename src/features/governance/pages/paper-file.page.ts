import { readStoredFile } from '../../../database/file-folder.ts'
import { type Answer, notFound, type Visit } from '../../../web/route.ts'
import { paths } from '../governance.paths.ts'
import { findPaper } from '../paper.store.ts'
import { findPaperFile, keepPaperFile, nameOfFile } from '../paper-file/keep-paper-file.command.ts'
import { showPaperForm } from './edit-paper.page.ts'

export async function submitPaperFile(visit: Visit): Promise<Answer> {
  const [given] = visit.files
  if (!given) return showPaperForm(visit, [{ field: 'file', text: 'Choose the paper: a PDF or a Word file.' }])
  const kept = await keepPaperFile(visit, visit.params.id ?? '', given)
  if (kept === null) return notFound
  if ('problem' in kept) return showPaperForm(visit, [{ field: 'file', text: kept.problem }])
  if (kept.warnings.length > 0) return showPaperForm(visit, [], { warnings: kept.warnings })
  return { redirect: `${paths.editPaper(visit.params.id!)}?done=file` }
}

/** The paper as it was uploaded, under its own title. */
export async function downloadPaperFile(visit: Visit): Promise<Answer> {
  const paper = await visit.database.as(visit.actor, (query) => findPaper(query, visit.params.id ?? ''))
  const file = paper?.fileId ? await findPaperFile(visit, paper.fileId) : null
  if (!paper || file === null) return notFound
  const body = await readStoredFile(visit.filesFolder, file.name).catch(() => null)
  return body === null ? notFound : { download: { name: nameOfFile(paper.title, file.type), type: file.type, body } }
}
