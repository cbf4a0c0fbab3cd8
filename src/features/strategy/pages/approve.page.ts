import { isIsoDate } from '../../../domain/shared/calendar-date.ts'
import { findMissing } from '../../../domain/strategy/strategy.ts'
import { recordTrace } from '../../../shapes/person/access-trace.store.ts'
import { type Answer, notFound, type Visit } from '../../../web/route.ts'
import { fieldsOf } from '../../promises/index.ts'
import { readVersions, readWhole } from '../read-strategy.ts'
import { strategyPaths } from '../strategy.paths.ts'
import { approveVersion, listApprovingBodies } from '../strategy.store.ts'
import type { FieldError } from '../version.form.ts'
import { findDraft, formPage } from './edit.page.ts'

const NOTHING = { bodyId: '', approvedOn: '', inForceFrom: '', note: '' }
type Typed = typeof NOTHING

export async function showApprove(visit: Visit): Promise<Answer> {
  return show(visit, NOTHING, [])
}

/** A body approved it on a day; from then on nothing of it changes. */
export async function submitApprove(visit: Visit): Promise<Answer> {
  const draft = mayApprove(visit) ? await findDraft(visit) : null
  if (draft === null) return notFound
  const { bodies, parts } = await read(visit, draft)
  const text = (name: keyof Typed) => (visit.form[name] ?? '').trim()
  const typed = {
    bodyId: text('bodyId'),
    approvedOn: text('approvedOn'),
    inForceFrom: text('inForceFrom'),
    note: text('note'),
  }
  const errors: FieldError[] = findMissing(draft, parts).map((missing) => ({ field: 'bodyId', text: missing }))
  if (!bodies.some(({ id }) => id === typed.bodyId))
    errors.push({ field: 'bodyId', text: 'Choose the body that approved it.' })
  if (!isIsoDate(typed.approvedOn) || typed.approvedOn > visit.today)
    errors.push({
      field: 'approvedOn',
      text: `Enter the day it was approved, today or before, as year-month-day: ${visit.today}.`,
    })
  if (!isIsoDate(typed.inForceFrom) || typed.inForceFrom < typed.approvedOn)
    errors.push({ field: 'inForceFrom', text: 'Enter the day from which it holds: the day of the approval or later.' })
  const others = (await readVersions(visit)).flatMap(({ approval }) => approval?.inForceFrom ?? [])
  if (others.some((day) => day >= typed.inForceFrom))
    errors.push({
      field: 'inForceFrom',
      text: 'An earlier version holds from that day or a later one. Choose a day after it.',
    })
  if (typed.note.length > 500) errors.push({ field: 'note', text: 'Say it in 500 letters at most.' })
  if (errors.length > 0) return show(visit, typed, errors)
  await visit.database.as(visit.actor, async (query) => {
    await approveVersion(query, visit.actor, { versionId: draft.id, ...typed })
    await recordTrace(query, visit.actor, {
      event: 'strategy approved',
      detail: { version: draft.id, body: typed.bodyId, approvedOn: typed.approvedOn, inForceFrom: typed.inForceFrom },
    })
  })
  return { redirect: `${strategyPaths.version(draft.number)}?done=approved` }
}

/** Whoever keeps the plan, or the clerk who minutes what a body decides. */
function mayApprove(visit: Visit): boolean {
  return visit.can('plan:write') || visit.can('meetings:write')
}

async function read(visit: Visit, draft: Parameters<typeof readWhole>[1]) {
  return visit.database.as(visit.actor, async (query) => ({
    bodies: await listApprovingBodies(query),
    parts: (await readWhole(query, draft)).parts,
  }))
}

async function show(visit: Visit, typed: Typed, errors: FieldError[]): Promise<Answer> {
  const draft = mayApprove(visit) ? await findDraft(visit) : null
  if (draft === null) return notFound
  const { bodies, parts } = await read(visit, draft)
  const field = fieldsOf(errors)
  return {
    template: 'features/strategy/pages/approve.njk',
    title: `Who approved version ${draft.number}`,
    status: errors.length > 0 ? 422 : 200,
    model: {
      sentence: `Which body approved version ${draft.number}, and on which day?`,
      lead: 'Once this is written down, nothing of the version can be changed by anybody. A change is a new version.',
      missing: findMissing(draft, parts),
      action: strategyPaths.approve(),
      body: {
        ...field('bodyId', typed.bodyId, 'Approved by'),
        items: [
          ...(typed.bodyId === '' ? [{ value: '', text: 'Choose', selected: true }] : []),
          ...bodies.map(({ id, name }) => ({ value: id, text: name, selected: id === typed.bodyId })),
        ],
      },
      inputs: [
        {
          ...field('approvedOn', typed.approvedOn, 'On', `Year-month-day, for example ${visit.today}`),
          classes: 'govuk-input--width-10',
        },
        {
          ...field('inForceFrom', typed.inForceFrom, 'It holds from', 'Year-month-day'),
          classes: 'govuk-input--width-10',
        },
        field('note', typed.note, 'Where it is minuted (you may leave this empty)'),
      ],
    },
    page: formPage(errors, { href: strategyPaths.now(), text: 'Our strategy' }),
  }
}
