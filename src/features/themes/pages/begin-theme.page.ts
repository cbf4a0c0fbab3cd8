import { recordTrace } from '../../../shapes/person/access-trace.store.ts'
import { beginTheme } from '../../../shapes/voice/theme.store.ts'
import { type FieldError, listErrors, makeField } from '../../../web/form-field.ts'
import type { Answer, Visit } from '../../../web/route.ts'
import { paths } from '../themes.paths.ts'

export async function showBegin(visit: Visit): Promise<Answer> {
  return show(visit, [])
}

export async function submitBegin(visit: Visit): Promise<Answer> {
  const title = (visit.form.title ?? '').trim()
  const about = (visit.form.about ?? '').trim()
  const errors: FieldError[] = []
  if (title.length < 2 || title.length > 80)
    errors.push({ field: 'title', text: 'Name the theme in 2 to 80 letters, such as “Pets”.' })
  if (about.length > 600) errors.push({ field: 'about', text: 'Say what belongs to it in at most 600 letters.' })
  if (errors.length > 0) return show(visit, errors)
  const id = await visit.database.as(visit.actor, async (query) => {
    const made = await beginTheme(query, visit.actor.authorityId, { title, about })
    await recordTrace(query, visit.actor, { event: 'theme begun', detail: { theme: made } })
    return made
  })
  return { redirect: `${paths.theme(id)}?done=begun` }
}

async function show({ form }: Visit, errors: FieldError[]): Promise<Answer> {
  return {
    template: 'form.njk',
    title: 'Begin a theme',
    status: errors.length > 0 ? 422 : 200,
    model: {
      sentence: 'What are children talking about?',
      lead: 'Everybody who reads meetings sees its name. Use no name of a child, a home or a school.',
      action: paths.begin(),
      button: 'Begin it',
      cancelHref: paths.themes(),
      extras: [],
      fields: [
        makeField('title', { label: 'Its name, in children’s own words if you can', value: form.title }, errors),
        makeField('about', { label: 'What belongs to it', value: form.about, rows: 3 }, errors),
      ],
    },
    page: { isNarrow: true, back: { href: paths.themes(), text: 'All themes' }, ...listErrors(errors) },
  }
}
