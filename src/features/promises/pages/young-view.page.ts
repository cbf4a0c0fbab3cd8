import { keepUnlessNamed } from '../../../database/name-refused.ts'
import { sayDate } from '../../../domain/shared/calendar-date.ts'
import { recordTrace } from '../../../shapes/person/access-trace.store.ts'
import {
  listMyGroups,
  sayAsYoung,
  YOUNG_SAYS,
  type YoungSays,
  type YoungView,
} from '../../../shapes/plan/young-view.store.ts'
import { makeField } from '../../../web/form-field.ts'
import { type Answer, notFound, type Visit } from '../../../web/route.ts'
import { promisePaths } from '../promises.paths.ts'
import type { FieldError } from '../proof.form.ts'
import { findAction, showActionWith } from './action.page.ts'

const SAYS: Record<YoungSays, { text: string; state: string }> = {
  'we see it': { text: 'We see it', state: 'kept' },
  'a bit': { text: 'We see a bit of it', state: 'partly' },
  'we do not see it': { text: 'We do not see it', state: 'not-kept' },
}

/** What a group says of an action, by one who speaks for it. */
export async function submitYoungView(visit: Visit): Promise<Answer> {
  const item = await findAction(visit)
  if (item === null) return notFound
  const groups = await visit.database.as(visit.actor, listMyGroups)
  if (groups.length === 0) return notFound
  const groupName = groups.find((group) => group === visit.form.group) ?? groups[0]!
  const said = YOUNG_SAYS.find((one) => one === visit.form.seen)
  const words = (visit.form['young-words'] ?? '').trim()
  const errors: FieldError[] = []
  if (said === undefined) errors.push({ field: 'seen', text: 'Choose whether you see it.' })
  if (words.length > 600) errors.push({ field: 'young-words', text: 'Say it in up to 600 letters.' })
  if (said === undefined || errors.length > 0) return showActionWith(visit, { errors })
  const named = await keepUnlessNamed('young-words', () =>
    visit.database.as(visit.actor, async (query) => {
      await sayAsYoung(query, visit.actor.authorityId, item.id, { groupName, said, words: words || null })
      await recordTrace(query, visit.actor, { event: 'young people’s view given', detail: { item: item.id } })
    }),
  )
  if (named.length > 0) return showActionWith(visit, { errors: named })
  return { redirect: `${promisePaths.action(item.id)}?done=young` }
}

/** What young people said, and the form for who speaks for them. */
export function presentYoungViews(
  itemId: string,
  views: YoungView[],
  groups: string[],
  form: Record<string, string>,
  errors: FieldError[],
) {
  const error = errors.find(({ field }) => field === 'seen')
  return {
    views: views.map(({ groupName, said, words, saidOn }) => ({
      group: groupName,
      pill: SAYS[said],
      words: words ?? '',
      when: sayDate(saidOn),
    })),
    form:
      groups.length === 0
        ? null
        : {
            action: promisePaths.youngView(itemId),
            as: groups[0],
            says: {
              idPrefix: 'seen',
              name: 'seen',
              fieldset: { legend: { text: 'Do you see it where you live?', classes: 'govuk-fieldset__legend--s' } },
              ...(error ? { errorMessage: { text: error.text } } : {}),
              items: YOUNG_SAYS.map((value) => ({ value, text: SAYS[value].text, checked: form.seen === value })),
            },
            words: makeField(
              'young-words',
              {
                label: 'Say more, if you like',
                hint: 'As your group says it. No names',
                value: form['young-words'],
                rows: 3,
              },
              errors,
            ),
          },
  }
}

/** For a list of actions: what each group said last. */
export function sayYoungViews(views: YoungView[]): string {
  return views.map(({ groupName, said }) => `${groupName}: “${SAYS[said].text}”`).join(' · ')
}
