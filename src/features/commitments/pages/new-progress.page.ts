import { recordTrace } from '../../../shapes/person/access-trace.store.ts'
import { takeProgress } from '../../../shapes/plan/loose-progress.store.ts'
import type { Answer, Visit } from '../../../web/route.ts'
import { commitmentPaths } from '../commitments.paths.ts'
import { checkProgress, NO_PROGRESS, type ProgressForm } from '../new-progress.form.ts'
import { presentNewProgress } from './new-progress.presenter.ts'

export async function showNewProgress(): Promise<Answer> {
  return show(NO_PROGRESS, 200)
}

/** Reads it and shows it; kept only when it is accepted as shown, all of it in one transaction. */
export async function submitNewProgress(visit: Visit): Promise<Answer> {
  const form = checkProgress(visit.form, visit.files, visit.today)
  const { typed, read } = form
  if (form.errors.length > 0 || read === null) return show(form, 422)
  if (visit.form.step !== 'accept') return show(form, 200)
  await visit.database.as(visit.actor, async (query) => {
    await takeProgress(query, visit.actor, {
      report: typed.report,
      saidOn: typed.saidOn,
      eventId: null,
      items: read.items,
    })
    await recordTrace(query, visit.actor, {
      event: 'progress taken in',
      detail: { report: typed.report, items: read.items.length, leftOut: read.outside.length },
    })
  })
  return { redirect: `${commitmentPaths.progress()}?done=taken` }
}

function show(form: ProgressForm, status: number): Answer {
  return {
    template: 'features/commitments/pages/new-progress.njk',
    title: form.read ? 'Look at it before it is taken in' : 'Take in a report of progress',
    status,
    model: presentNewProgress(form),
    page: {
      back: { href: commitmentPaths.progress(), text: 'Progress without its commitment' },
      isNarrow: true,
      ...(form.errors.length > 0
        ? { errors: form.errors.map(({ field, text }) => ({ text, href: `#${field}` })) }
        : {}),
    },
  }
}
