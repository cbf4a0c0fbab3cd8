import { recordTrace } from '../../../shapes/person/access-trace.store.ts'
import { addColleague } from '../../../shapes/person/staff.store.ts'
import type { Answer, Visit } from '../../../web/route.ts'
import { paths } from '../people.paths.ts'

const FIELDS = [
  { name: 'givenName', label: 'First name', missing: 'Enter their first name.' },
  { name: 'familyName', label: 'Family name', missing: 'Enter their family name.' },
  { name: 'title', label: 'What they do', missing: 'Enter what they do, as colleagues say it.' },
  { name: 'email', label: 'Email address', missing: 'Enter the address they sign in with.' },
] as const

type Typed = Record<(typeof FIELDS)[number]['name'], string>

export async function showNewColleague(_visit: Visit): Promise<Answer> {
  return show({ givenName: '', familyName: '', title: '', email: '' }, [])
}

export async function submitNewColleague(visit: Visit): Promise<Answer> {
  const typed = Object.fromEntries(
    FIELDS.map(({ name }) => [name, (visit.form[name] ?? '').trim().slice(0, 200)]),
  ) as Typed
  const errors = FIELDS.filter(({ name }) => typed[name] === '').map(({ name, missing }) => ({
    field: name as string,
    text: missing as string,
  }))
  if (typed.email !== '' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(typed.email))
    errors.push({ field: 'email', text: 'Enter an address like name@council.example.' })
  if (errors.length > 0) return show(typed, errors)
  const id = await visit.database.as(visit.actor, async (query) => {
    const made = await addColleague(query, visit.actor, typed)
    await recordTrace(query, visit.actor, { event: 'colleague entered', detail: { person: made } })
    return made
  })
  return { redirect: `${paths.person(id)}?done=entered` }
}

function show(typed: Typed, errors: { field: string; text: string }[]): Answer {
  return {
    template: 'features/people/pages/new-colleague.njk',
    title: 'Enter a colleague',
    status: errors.length > 0 ? 422 : 200,
    page: {
      isNarrow: true,
      back: { href: paths.list(), text: 'People and roles' },
      ...(errors.length > 0 ? { errors: errors.map((error) => ({ text: error.text, href: `#${error.field}` })) } : {}),
    },
    model: {
      inputs: FIELDS.map(({ name, label }) => {
        const error = errors.find((one) => one.field === name)
        return {
          id: name,
          name,
          value: typed[name],
          label: { text: label },
          ...(name === 'email' ? { type: 'email', spellcheck: false } : {}),
          ...(error ? { errorMessage: { text: error.text } } : {}),
        }
      }),
    },
  }
}
