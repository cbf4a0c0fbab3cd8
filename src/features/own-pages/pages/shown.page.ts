import { WORKER_PICTURES } from '../../../domain/own/look.ts'
import { recordTrace } from '../../../shapes/person/access-trace.store.ts'
import type { Answer, Visit } from '../../../web/route.ts'
import { paths } from '../own-pages.paths.ts'
import { keepShown, readOwnFirstName, readShown, type Shown } from '../people.store.ts'
import { readShownForm } from '../shown.form.ts'

/** A colleague's own small page: what the children now with them see (rule 32). */
export async function showShown(visit: Visit): Promise<Answer> {
  const shown = await visit.database.as(
    visit.actor,
    async (query) =>
      (await readShown(query)) ?? { picture: '', firstName: await readOwnFirstName(query), hours: '', whatIDo: '' },
  )
  return answer(shown, visit.query.kept === '1' ? 'Children you work with see this from now on.' : null)
}

export async function submitShown(visit: Visit): Promise<Answer> {
  const { shown, errors } = readShownForm(visit.form)
  if (errors.length > 0) return { ...answer(shown, null, errors), status: 422 }
  await visit.database.as(visit.actor, async (query) => {
    await keepShown(query, shown)
    await recordTrace(query, visit.actor, { event: 'shown to children' })
  })
  return { redirect: `${paths.shown()}?kept=1` }
}

function answer(shown: Shown, done: string | null, errors: { text: string; href: string }[] = []) {
  const fault = (name: string) => errors.find(({ href }) => href === `#${name}`)
  return {
    template: 'features/own-pages/pages/shown.njk',
    title: 'What children see of you',
    model: {
      shown,
      faults: { firstName: fault('firstName'), hours: fault('hours'), whatIDo: fault('whatIDo') },
      pictures: WORKER_PICTURES.map(([name, text]) => ({ name, text, isChosen: name === shown.picture })),
    },
    page: {
      isNarrow: true,
      ...(errors.length > 0 ? { errors } : {}),
      ...(done ? { notice: { text: done, isSuccess: true } } : {}),
    },
  }
}
