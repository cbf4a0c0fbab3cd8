import { DOCUMENTS } from '../../../domain/record/event-kinds.ts'
import { sayDate } from '../../../domain/shared/calendar-date.ts'
import { readTimeline, stateFact } from '../../../shapes/event/ledger.store.ts'
import { recordTrace } from '../../../shapes/person/access-trace.store.ts'
import { findChild, nameOf, readChildRights } from '../../../shapes/person/child.store.ts'
import { type Answer, notFound, type Visit } from '../../../web/route.ts'
import { paths } from '../children.paths.ts'
import { type CheckedPaper, checkPaper, type HeldPaper, NO_PAPER, type PaperTyped } from '../paper.form.ts'

interface Found {
  childId: string
  name: string
  known: HeldPaper[]
}

/** A young person's papers, for whoever may write what helps them leave care; opening them is written down. */
async function find(visit: Visit): Promise<Found | null> {
  return visit.database.as(visit.actor, async (query) => {
    const child = await findChild(query, visit.params.id ?? '')
    if (child === null || !(await readChildRights(query, child.id)).canWrite.has('leaving_care')) return null
    const events = await readTimeline(query, child.id)
    await recordTrace(query, visit.actor, { event: 'record opened', childId: child.id, detail: { part: 'papers' } })
    const known = events
      .filter(({ kind }) => kind === 'document_held')
      .map(({ data, startsOn, endsOn }) => ({ paper: data.paper as HeldPaper['paper'], startsOn, endsOn }))
    return { childId: child.id, name: nameOf(child), known }
  })
}

export async function showPapers(visit: Visit): Promise<Answer> {
  const found = await find(visit)
  return found === null ? notFound : show(visit, found, NO_PAPER, [])
}

export async function submitPaper(visit: Visit): Promise<Answer> {
  const found = await find(visit)
  if (found === null) return notFound
  const text = (name: string) => (visit.form[name] ?? '').trim()
  const typed: PaperTyped = { paper: text('paper'), from: text('from'), until: text('until') }
  const { errors, held } = checkPaper(typed, found.known, visit.today)
  if (held === null) return show(visit, found, typed, errors)
  const { paper, startsOn, endsOn } = held
  await visit.database.as(visit.actor, async (query) => {
    const fact = { kind: 'document_held' as const, startsOn, endsOn, data: { paper } }
    await stateFact(query, visit.actor, found.childId, fact, visit.today)
    await recordTrace(query, visit.actor, { event: 'paper entered', childId: found.childId, detail: { paper } })
  })
  return { redirect: `${paths.papers(found.childId)}?done=entered` }
}

function show(
  visit: Visit,
  { childId, name, known }: Found,
  typed: PaperTyped,
  errors: CheckedPaper['errors'],
): Answer {
  const isGood = (one: HeldPaper) => one.endsOn === null || visit.today <= one.endsOn
  const has = (paper: string) => known.some((one) => one.paper === paper && isGood(one))
  const missing = ['bank account', 'passport'].filter((paper) => !has(paper))
  const errorOf = (field: string) => {
    const error = errors.find((one) => one.field === field)
    return error ? { errorMessage: { text: error.text } } : {}
  }
  const day = (field: 'from' | 'until', label: string, hint: string) => ({
    id: field,
    name: field,
    value: typed[field],
    label: { text: label },
    hint: { text: hint },
    classes: 'govuk-input--width-10',
    ...errorOf(field),
  })
  return {
    template: 'features/children/pages/papers.njk',
    title: `Papers: ${name}`,
    status: errors.length > 0 ? 422 : 200,
    model: {
      sentence:
        missing.length === 0
          ? `${name} has a bank account and a passport.`
          : `${name} has no ${missing.join(' and no ')} that we know of.`,
      rows: known.map((one) => ({
        text: one.paper.charAt(0).toUpperCase() + one.paper.slice(1),
        note: `since ${sayDate(one.startsOn)}${one.endsOn ? `, good until ${sayDate(one.endsOn)}` : ''}`,
        pill: isGood(one) ? { state: 'kept', text: 'has it' } : { state: 'not-kept', text: 'run out' },
      })),
      paper: {
        idPrefix: 'paper',
        name: 'paper',
        value: typed.paper,
        fieldset: { legend: { text: 'Which paper do they have now?' } },
        items: DOCUMENTS.map((text) => ({ value: text, text: text.charAt(0).toUpperCase() + text.slice(1) })),
        ...errorOf('paper'),
      },
      from: day('from', 'Since when?', `Year-month-day, for example ${visit.today}`),
      until: day('until', 'Until when is it good?', 'Leave this empty where it does not run out'),
    },
    page: {
      isNarrow: true,
      back: { href: paths.record(childId), text: name },
      ...(errors.length > 0 ? { errors: errors.map((error) => ({ text: error.text, href: `#${error.field}` })) } : {}),
      ...(errors.length === 0 && visit.query.done ? { notice: { text: 'Entered.', isSuccess: true } } : {}),
    },
  }
}
