import type { Answer, Visit } from '../../../web/route.ts'
import { importPaths } from '../imports.paths.ts'
import { checkNewImport } from '../new-import.form.ts'
import { takeFiles } from '../take-files.command.ts'
import { presentNewImport } from './new-import.presenter.ts'

const template = 'features/imports/pages/new-import.njk'

export async function showNewImport({ council }: Visit): Promise<Answer> {
  const { title, page, ...model } = presentNewImport({ council })
  return { template, title, model, page }
}

/** Checks the files and goes on to their preview. A browser does not give its files a second time: they are chosen anew. */
export async function submitNewImport(visit: Visit): Promise<Answer> {
  const form = checkNewImport(visit.form, visit.files)
  if (!form.isGood) {
    const { title, page, ...model } = presentNewImport({ council: visit.council, year: form.year, faults: form.faults })
    return { template, title, model, page, status: 422 }
  }
  const options = form.year === undefined ? {} : { year: form.year }
  const taken = await takeFiles(visit.database, visit.council, visit.actor.personId, visit.files, options)
  if (taken.returnId === null) return { redirect: importPaths.preview(taken.reference!.id) }
  const beside = taken.reference === null ? '' : `?with=${taken.reference.id}`
  return { redirect: `${importPaths.preview(taken.returnId)}${beside}` }
}
