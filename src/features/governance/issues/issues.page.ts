import { isNameRefused } from '../../../database/name-refused.ts'
import { recordTrace } from '../../../shapes/person/access-trace.store.ts'
import { type FieldError, listErrors, makeField, makeSelect } from '../../../web/form-field.ts'
import type { Answer, Visit } from '../../../web/route.ts'
import { paths } from '../governance.paths.ts'
import { listNameErrors, NAMED } from '../names/find-names.ts'
import { readIssue } from './issue.form.ts'
import { presentIssues, WEIGHT_WORDS } from './issue.presenter.ts'
import { listBodiesToAsk, listIssues, raiseIssue, WEIGHTS } from './issue.store.ts'

export async function showIssues(visit: Visit): Promise<Answer> {
  const issues = await visit.database.as(visit.actor, listIssues)
  return {
    template: 'features/governance/issues/issues.njk',
    title: 'Issues',
    model: { ...presentIssues(issues, visit.today), raiseHref: paths.raiseIssue() },
    page: { back: { href: paths.meetings(), text: 'Meetings' } },
  }
}

export async function showRaiseIssue(visit: Visit): Promise<Answer> {
  return show(visit, [])
}

export async function submitRaiseIssue(visit: Visit): Promise<Answer> {
  const bodies = await visit.database.as(visit.actor, listBodiesToAsk)
  const { issue, errors } = readIssue(visit.form, bodies)
  const fields = ['title', 'words', 'tried', 'asked'].map((field) => ({ field, words: visit.form[field] ?? '' }))
  errors.push(...(await visit.database.as(visit.actor, (query) => listNameErrors(query, fields))))
  if (issue === null || errors.length > 0) return show(visit, errors)
  try {
    const id = await visit.database.as(visit.actor, async (query) => {
      const made = await raiseIssue(query, visit.actor.authorityId, issue)
      await recordTrace(query, visit.actor, { event: 'issue raised', detail: { issue: made } })
      return made
    })
    return { redirect: `${paths.issue(id)}?done=raised` }
  } catch (error) {
    if (!isNameRefused(error)) throw error
    return show(visit, [{ field: 'words', text: NAMED }])
  }
}

async function show(visit: Visit, errors: FieldError[]): Promise<Answer> {
  const bodies = await visit.database.as(visit.actor, listBodiesToAsk)
  const { form } = visit
  const choose = { value: '', text: 'Choose' }
  return {
    template: 'form.njk',
    title: 'Put an issue to a body',
    status: errors.length > 0 ? 422 : 200,
    model: {
      sentence: 'What could your service not settle, and who could?',
      lead: 'It stands on that body’s next agenda. The body settles it, gives it to somebody with a day, or passes it up. You see each step.',
      action: paths.raiseIssue(),
      button: 'Put it to them',
      cancelHref: paths.issues(),
      extras: [],
      fields: [
        makeSelect(
          'body',
          { label: 'To which body', value: form.body ?? visit.query.body },
          [choose, ...bodies.map(({ id, name }) => ({ value: id, text: name }))],
          errors,
        ),
        makeField(
          'title',
          {
            label: 'What it is, in a few words',
            hint: 'This stands on the agenda. Never a young person’s name.',
            value: form.title,
          },
          errors,
        ),
        makeField(
          'words',
          {
            label: 'What happens',
            hint: 'Read by you, the body and its clerk, and it can be released on request. Tell of no single child.',
            value: form.words,
            rows: 4,
          },
          errors,
        ),
        makeField('tried', { label: 'What was tried, and what came of it', value: form.tried, rows: 4 }, errors),
        makeField('asked', { label: 'What you ask of them', value: form.asked, rows: 3 }, errors),
        makeSelect(
          'weight',
          { label: 'How serious it is', value: form.weight },
          [choose, ...WEIGHTS.map((value) => ({ value, text: WEIGHT_WORDS[value] }))],
          errors,
        ),
      ],
    },
    page: { isNarrow: true, back: { href: paths.issues(), text: 'All issues' }, ...listErrors(errors) },
  }
}
