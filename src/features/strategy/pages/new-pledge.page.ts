import { recordTrace } from '../../../shapes/person/access-trace.store.ts'
import { type Answer, notFound, type Visit } from '../../../web/route.ts'
import { fieldsOf } from '../../promises/index.ts'
import { checkPledge, PARTIES, type PledgeTyped, startPledge } from '../pledge.form.ts'
import { listPledges, listPromisesOf, takePledge } from '../pledge.store.ts'
import { strategyPaths } from '../strategy.paths.ts'
import type { FieldError } from '../version.form.ts'
import { formPage } from './edit.page.ts'
import { nameOf } from './pledge.presenter.ts'

/** The next version of the pledge, from the one that holds. */
export async function showNewPledge(visit: Visit): Promise<Answer> {
  const start = await readStart(visit)
  return start === null ? notFound : show(start.name, start.typed, [])
}

export async function submitNewPledge(visit: Visit): Promise<Answer> {
  const start = await readStart(visit)
  if (start === null) return notFound
  const { typed, errors, promises } = checkPledge(visit.form, start.typed, visit.today, start.pledge.agreedOn)
  if (errors.length > 0) return show(start.name, typed, errors)
  await visit.database.as(visit.actor, async (query) => {
    const { version, agreedOn, why } = typed
    const { title, id: replacesId } = start.pledge
    const id = await takePledge(query, visit.actor, { title, version, agreedOn, why, replacesId, promises })
    await recordTrace(query, visit.actor, {
      event: 'pledge version taken',
      detail: { pledge: id, replaces: replacesId },
    })
  })
  return { redirect: `${strategyPaths.pledge()}?done=version` }
}

async function readStart(visit: Visit) {
  return visit.database.as(visit.actor, async (query) => {
    const [pledge] = await listPledges(query)
    if (!pledge) return null
    return {
      pledge,
      name: nameOf(pledge),
      typed: startPledge(pledge, await listPromisesOf(query, pledge.id), visit.today),
    }
  })
}

function show(name: string, typed: PledgeTyped, errors: FieldError[]): Answer {
  const field = fieldsOf(errors)
  return {
    template: 'features/strategy/pages/new-pledge.njk',
    title: 'The next version of our promises',
    status: errors.length > 0 ? 422 : 200,
    model: {
      sentence: `The next version begins as ${name.charAt(0).toLowerCase()}${name.slice(1)} stands: change what changes.`,
      lead: 'What shows a promise, and why one cannot be kept, goes on only where its words stay. Children are asked again whether it is true for them.',
      action: strategyPaths.newPledge(),
      promises: typed.promises.map(({ key, followsId, party, title, words, isGone }, index) => ({
        legend: followsId === null ? 'A new promise (you may leave this empty)' : `Promise ${index + 1}`,
        party: {
          ...field(`party-${key}`, party, 'Who promises?'),
          items: Object.entries(PARTIES).map(([value, text]) => ({ value, text, selected: value === party })),
        },
        title: field(`title-${key}`, title, 'Its short name'),
        words: { ...field(`words-${key}`, words, 'The promise'), rows: 3 },
        gone:
          followsId === null
            ? null
            : {
                idPrefix: `gone-${key}`,
                name: `gone-${key}`,
                items: [{ value: 'yes', text: 'Take this promise away', checked: isGone }],
              },
      })),
      inputs: [
        { ...field('version', typed.version, 'Version'), classes: 'govuk-input--width-5' },
        { ...field('agreedOn', typed.agreedOn, 'Agreed on', 'Year-month-day'), classes: 'govuk-input--width-10' },
      ],
      why: { ...field('why', typed.why, 'What changed, and why?', 'Children and the board read it'), rows: 4 },
    },
    page: formPage(errors, { href: strategyPaths.pledge(), text: 'Our promises, every version' }),
  }
}
