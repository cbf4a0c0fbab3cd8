import type { Query } from '../../../database/database.ts'
import { isNameRefused } from '../../../database/name-refused.ts'
import { recordTrace } from '../../../shapes/person/access-trace.store.ts'
import { type FieldError, listErrors, makeField, makeSelect } from '../../../web/form-field.ts'
import { type Answer, notFound, type Visit } from '../../../web/route.ts'
import { paths } from '../governance.paths.ts'
import { listOwners } from '../minutes/action.store.ts'
import { listNameErrors, NAMED } from '../names/find-names.ts'
import { readIssueDecision } from './issue.form.ts'
import { presentIssue } from './issue.presenter.ts'
import { decideIssue, findIssue, findIssueMeeting, type Issue, listChaired, listIssueDecisions } from './issue.store.ts'

const DONE: Record<string, string> = {
  raised: 'It is put to them. You can follow it here.',
  taken: 'It has somebody and a day. On that day it is asked about again.',
  up: 'It is passed up.',
  settled: 'It is settled, and stays to be read with what came of it.',
}

export async function showIssue(visit: Visit): Promise<Answer> {
  return show(visit, [])
}

export async function submitIssueDecision(visit: Visit): Promise<Answer> {
  const found = await visit.database.as(visit.actor, async (query) => {
    const issue = await findIssue(query, visit.params.id ?? '')
    return issue && (await mayDecide(query, visit, issue)) ? { issue, owners: await listOwners(query) } : null
  })
  if (!found) return notFound
  const { issue, owners } = found
  const { decision, errors } = readIssueDecision(visit.form, owners, issue.parentId !== null, visit.today)
  const words = [{ field: 'words', words: visit.form.words ?? '' }]
  errors.push(...(await visit.database.as(visit.actor, (query) => listNameErrors(query, words))))
  if (decision === null || errors.length > 0) return show(visit, errors)
  try {
    await visit.database.as(visit.actor, async (query) => {
      await decideIssue(query, visit.actor.authorityId, issue.id, decision)
      const detail = { issue: issue.id, outcome: decision.outcome }
      await recordTrace(query, visit.actor, { event: 'issue decided', detail })
    })
  } catch (error) {
    if (!isNameRefused(error)) throw error
    return show(visit, [{ field: 'words', text: NAMED }])
  }
  return { redirect: `${paths.issue(issue.id)}?done=${decision.outcome === 'passed up' ? 'up' : decision.outcome}` }
}

/** The clerk writes down what the body decided; its chairs may do it themselves. */
async function mayDecide(query: Query, visit: Visit, issue: Issue): Promise<boolean> {
  if (issue.state === 'settled') return false
  return visit.can('meetings:write') || (await listChaired(query)).includes(issue.bodyId)
}

async function show(visit: Visit, errors: FieldError[]): Promise<Answer> {
  const found = await visit.database.as(visit.actor, async (query) => {
    const issue = await findIssue(query, visit.params.id ?? '')
    return (
      issue && {
        issue,
        decisions: await listIssueDecisions(query, issue.id),
        next: await findIssueMeeting(query, issue),
        owners: (await mayDecide(query, visit, issue)) ? await listOwners(query) : null,
      }
    )
  })
  if (!found) return notFound
  const { issue, decisions, next, owners } = found
  const { form } = visit
  const done = DONE[visit.query.done ?? '']
  return {
    template: 'features/governance/issues/issue.njk',
    title: 'An issue',
    status: errors.length > 0 ? 422 : 200,
    model: {
      ...presentIssue(issue, decisions, next, visit.today),
      decide:
        owners === null
          ? null
          : {
              action: `${paths.issue(issue.id)}/decide`,
              fields: [
                makeSelect(
                  'outcome',
                  { label: `What the ${issue.body} decided`, value: form.outcome },
                  [
                    { value: '', text: 'Choose' },
                    { value: 'taken', text: 'Somebody takes it, by a day' },
                    ...(issue.parent === null
                      ? []
                      : [{ value: 'passed up', text: `It is passed up to the ${issue.parent}` }]),
                    { value: 'settled', text: 'It is settled' },
                  ],
                  errors,
                ),
                makeField(
                  'words',
                  {
                    label: 'Why, or what came of it',
                    hint: 'It can be released on request. Never a young person’s name.',
                    value: form.words,
                    rows: 4,
                  },
                  errors,
                ),
                makeSelect(
                  'owner',
                  { label: 'Who takes it', hint: 'Only where somebody takes it', value: form.owner },
                  [{ value: '', text: 'Nobody' }, ...owners.map(({ personId, text }) => ({ value: personId, text }))],
                  errors,
                ),
                makeField(
                  'due',
                  {
                    label: 'By when',
                    hint: 'Year-month-day, only where somebody takes it',
                    value: form.due,
                    classes: 'govuk-input--width-10',
                  },
                  errors,
                ),
              ],
            },
    },
    page: {
      back: { href: paths.issues(), text: 'All issues' },
      ...listErrors(errors),
      ...(done ? { notice: { text: done, isSuccess: true } } : {}),
    },
  }
}
