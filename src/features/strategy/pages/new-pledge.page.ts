import { recordTrace } from '../../../shapes/person/access-trace.store.ts'
import type { About } from '../../../shapes/plan/plan.store.ts'
import { type Answer, notFound, type Visit } from '../../../web/route.ts'
import { fieldsOf } from '../../promises/index.ts'
import { checkPledge, PARTIES, type PledgeTyped, type PromiseTyped, startPledge } from '../pledge.form.ts'
import { listPledges, listPromisesOf, type PledgeVersion, takePledge } from '../pledge.store.ts'
import { strategyPaths } from '../strategy.paths.ts'
import type { FieldError } from '../version.form.ts'
import { formPage } from './edit.page.ts'
import { lowerFirst, nameOf } from './pledge.presenter.ts'

const HERITAGE_TITLE = 'Our promises about heritage and identity'

/** The next version of the pledge, from the one that holds. */
export async function showNewPledge(visit: Visit): Promise<Answer> {
  return showNew(visit, null)
}

export async function submitNewPledge(visit: Visit): Promise<Answer> {
  return submitNew(visit, null)
}

/** The next version of the promises about heritage, each with how it is to be kept; or the first. */
export async function showNewHeritage(visit: Visit): Promise<Answer> {
  return showNew(visit, 'heritage')
}

export async function submitNewHeritage(visit: Visit): Promise<Answer> {
  return submitNew(visit, 'heritage')
}

interface Start {
  about: About | null
  pledge: PledgeVersion | null
  typed: PledgeTyped
}

async function showNew(visit: Visit, about: About | null): Promise<Answer> {
  const start = await readStart(visit, about)
  return start === null ? notFound : show(start, start.typed, [])
}

async function submitNew(visit: Visit, about: About | null): Promise<Answer> {
  const start = await readStart(visit, about)
  if (start === null) return notFound
  const { pledge } = start
  const { typed, errors, promises } = checkPledge(visit.form, start.typed, visit.today, {
    lastAgreedOn: pledge?.agreedOn ?? null,
    isFirst: pledge === null,
    hasHow: about === 'heritage',
  })
  if (errors.length > 0) return show(start, typed, errors)
  await visit.database.as(visit.actor, async (query) => {
    const { version, agreedOn } = typed
    const [title, replacesId] = [pledge?.title ?? HERITAGE_TITLE, pledge?.id ?? null]
    const why = pledge === null ? null : typed.why
    const id = await takePledge(query, visit.actor, { about, title, version, agreedOn, why, replacesId, promises })
    await recordTrace(query, visit.actor, {
      event: 'pledge version taken',
      detail: { pledge: id, replaces: replacesId },
    })
  })
  return { redirect: `${about === null ? strategyPaths.pledge() : strategyPaths.heritage()}?done=version` }
}

/** The pledge itself comes in from a table first; promises about heritage may begin here. */
async function readStart(visit: Visit, about: About | null): Promise<Start | null> {
  return visit.database.as(visit.actor, async (query) => {
    const pledge = (await listPledges(query, about))[0] ?? null
    if (pledge === null && about === null) return null
    const promises = pledge === null ? [] : await listPromisesOf(query, pledge.id)
    return { about, pledge, typed: startPledge(pledge, promises, visit.today) }
  })
}

function show({ about, pledge }: Start, typed: PledgeTyped, errors: FieldError[]): Answer {
  const field = fieldsOf(errors)
  const isHeritage = about === 'heritage'
  return {
    template: 'features/strategy/pages/new-pledge.njk',
    title: isHeritage ? HERITAGE_TITLE : 'The next version of our promises',
    status: errors.length > 0 ? 422 : 200,
    model: {
      sentence:
        pledge === null
          ? 'Write the promises about heritage and identity, each with how it is to be kept.'
          : `The next version begins as ${lowerFirst(nameOf(pledge))} stands: change what changes.`,
      lead:
        pledge === null
          ? 'What you leave empty stands as a gap for everybody to see, and you can fill it in the next version.'
          : 'What shows a promise, and why one cannot be kept, goes on only where its words stay. Children are asked again whether it is true for them.',
      action: isHeritage ? strategyPaths.newHeritage() : strategyPaths.newPledge(),
      promises: typed.promises.map((promise, index) => presentPromise(promise, index, field, isHeritage)),
      inputs: [
        { ...field('version', typed.version, 'Version'), classes: 'govuk-input--width-5' },
        { ...field('agreedOn', typed.agreedOn, 'Agreed on', 'Year-month-day'), classes: 'govuk-input--width-10' },
      ],
      why:
        pledge === null
          ? null
          : { ...field('why', typed.why, 'What changed, and why?', 'Children and the board read it'), rows: 4 },
    },
    page: formPage(
      errors,
      isHeritage
        ? { href: strategyPaths.heritage(), text: HERITAGE_TITLE }
        : { href: strategyPaths.pledge(), text: 'Our promises, every version' },
    ),
  }
}

function presentPromise(
  { key, followsId, party, title, words, isGone, how }: PromiseTyped,
  index: number,
  field: ReturnType<typeof fieldsOf>,
  hasHow: boolean,
) {
  return {
    legend: followsId === null ? 'A new promise (you may leave this empty)' : `Promise ${index + 1}`,
    party: {
      ...field(`party-${key}`, party, 'Who promises?'),
      items: Object.entries(PARTIES).map(([value, text]) => ({ value, text, selected: value === party })),
    },
    title: field(`title-${key}`, title, 'Its short name'),
    words: { ...field(`words-${key}`, words, 'The promise'), rows: 3 },
    how: hasHow
      ? [
          { ...field(`hows-${key}`, how.hows, 'What will be done?', 'One thing to a line'), rows: 3 },
          { ...field(`owners-${key}`, how.owners, 'By whom?', 'One to a line, by office'), rows: 2 },
          { ...field(`due-${key}`, how.due, 'By when?', 'Year-month-day, or in words'), rows: 1 },
          { ...field(`tell-${key}`, how.wayToTell, 'How can we tell?'), rows: 2 },
        ]
      : [],
    gone:
      followsId === null
        ? null
        : {
            idPrefix: `gone-${key}`,
            name: `gone-${key}`,
            items: [{ value: 'yes', text: 'Take this promise away', checked: isGone }],
          },
  }
}
