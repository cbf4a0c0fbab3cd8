import { sql } from 'kysely'
import type { Query } from '../../../database/database.ts'
import { readFilter } from '../../../domain/cohort/filter.ts'
import { findCohort } from '../../../domain/cohort/find-cohort.ts'
import { findMeasure } from '../../../domain/measures/all-measures.ts'
import { isId } from '../../../domain/shared/is-id.ts'
import { recordTrace } from '../../../shapes/person/access-trace.store.ts'
import { type Answer, notFound, type Visit } from '../../../web/route.ts'
import { figurePaths, readAskedDays, readOwnRecords } from '../../performance/index.ts'
import { paths } from '../analysis.paths.ts'
import { listFilters, removeFilter, saveFilter } from '../saved-filter.store.ts'
import { type NamedChild, presentCohort } from './cohort.presenter.ts'

/** Children in care who fit a question: only those whom the reader may see, from what the reader may read of them. */
export async function showCohort(visit: Visit): Promise<Answer> {
  return show(visit, visit.query, '', [])
}

export async function submitFilter(visit: Visit): Promise<Answer> {
  const { filter, errors } = readFilter(visit.form)
  const name = (visit.form.name ?? '').trim()
  const faults = errors.map(({ field, text }) => ({ text, href: `#${field}` }))
  if (name.length < 2 || name.length > 80)
    faults.push({ text: 'Name the filter in 2 to 80 letters, so that you find it again.', href: '#name' })
  if (faults.length > 0) return show(visit, visit.form, name, faults)
  await visit.database.as(visit.actor, async (query) => {
    await saveFilter(query, name, filter, visit.form.shared === 'yes')
    await recordTrace(query, visit.actor, { event: 'filter saved', detail: { name } })
  })
  return { redirect: paths.cohort(filter) }
}

export async function submitRemoval(visit: Visit): Promise<Answer> {
  const id = visit.params.id ?? ''
  if (!isId(id)) return notFound
  const isGone = await visit.database.as(visit.actor, async (query) => {
    const wasThere = await removeFilter(query, id)
    if (wasThere) await recordTrace(query, visit.actor, { event: 'filter removed', detail: { id } })
    return wasThere
  })
  return isGone ? { redirect: paths.cohort() } : notFound
}

async function show(
  visit: Visit,
  given: Record<string, string>,
  name: string,
  faults: { text: string; href: string }[],
): Promise<Answer> {
  const { asAt, errors: dayErrors } = readAskedDays(given, visit.today, visit.can('true figures:read'))
  const { filter, errors } = readFilter(given)
  const measure = filter.measure === '' ? null : findMeasure(filter.measure)
  const all = [...dayErrors, ...errors.map(({ field, text }) => ({ text, href: `#${field}` }))]
  if (filter.measure !== '' && measure === null)
    all.push({ text: 'Choose a measure from the list, or none.', href: '#measure' })
  for (const fault of faults) if (!all.some(({ href }) => href === fault.href)) all.push(fault)
  const { records, facts } = await readOwnRecords(visit.database, visit.actor, visit.council)
  const result = measure?.compute(records, facts, asAt) ?? null
  // Nothing asked, nobody listed: a list of every child answers no question.
  const isAsked = given['as-at'] !== undefined || Object.values(filter).some((value) => value !== '')
  const canList = isAsked && all.every(({ href }) => href === '#name')
  const found = canList ? findCohort(records, asAt, filter, result) : []
  const { names, saved } = await visit.database.as(visit.actor, async (query) => {
    const named = await readNames(
      query,
      found.map(({ childId }) => childId),
    )
    if (canList)
      await recordTrace(query, visit.actor, {
        event: 'cohort listed',
        childIds: named.map(({ id }) => id),
        detail: { asAt, filter },
      })
    return { names: named, saved: await listFilters(query) }
  })
  return {
    template: 'features/analysis/pages/cohort.njk',
    title: 'Children in our care',
    model: {
      ...presentCohort({
        isAsked,
        filter,
        asAt,
        found,
        names,
        saved,
        result,
        name,
        isShared: given.shared === 'yes',
        errors: all,
      }),
    },
    status: all.length > 0 ? 422 : 200,
    page: {
      back: { href: figurePaths.scorecard(), text: 'All figures' },
      ...(all.length > 0 && { errors: all }),
    },
  }
}

async function readNames(query: Query, ids: string[]): Promise<NamedChild[]> {
  const { rows } = await sql<NamedChild>`select p.id, nullif(concat_ws(' ', p.given_name, p.family_name), '') as name,
      (select i.value from identifier i where i.authority_id = p.authority_id and i.person_id = p.id and i.scheme = 'return' limit 1) as code
    from person p where p.authority_id = (select authority()) and p.kind = 'child'
      and p.id in (select v::uuid from jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb) v) order by p.family_name, p.given_name, code`.execute(
    query,
  )
  return rows
}
