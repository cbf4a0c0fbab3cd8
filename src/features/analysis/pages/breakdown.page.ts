import { breakDown, findPopulation } from '../../../domain/breakdown/break-down.ts'
import { canBreakByTeam, TEAM, teamDimension } from '../../../domain/breakdown/by-team.ts'
import { DIMENSIONS, type Dimension } from '../../../domain/breakdown/dimension.ts'
import { findMeasure } from '../../../domain/measures/all-measures.ts'
import type { Measure } from '../../../domain/measures/measure.ts'
import { sayDate } from '../../../domain/shared/calendar-date.ts'
import { recordTrace } from '../../../shapes/person/access-trace.store.ts'
import { type Answer, notFound, type Visit } from '../../../web/route.ts'
import { writeCsv } from '../../../web/write-csv.ts'
import { figurePaths, readAskedDays, readRecords } from '../../performance/index.ts'
import { protectBreakdowns } from '../protect-breakdown.command.ts'
import { readTeams } from '../team-of-child.store.ts'
import { type Asked, presentBreakdown, presentNoBreakdown } from './breakdown.presenter.ts'

export async function showBreakdown(visit: Visit): Promise<Answer> {
  const asked = await readAsked(visit)
  if (asked === null) return notFound
  const shown = await workOut(visit, asked, 'true figures shown')
  return {
    template: 'features/analysis/pages/breakdown.njk',
    title: `${asked.measure.plainTitle}, by ${asked.dimension.title}`,
    model: { ...shown },
    status: asked.errors.length > 0 ? 422 : 200,
    page: {
      back: { href: figurePaths.measure(asked.measure.id), text: asked.measure.plainTitle },
      ...(asked.errors.length > 0 && { errors: asked.errors }),
    },
  }
}

export async function downloadBreakdown(visit: Visit): Promise<Answer> {
  const asked = await readAsked(visit)
  if (asked === null || asked.errors.length > 0) return notFound
  const { csv } = await workOut(visit, asked, 'true figures downloaded')
  if (csv.length === 0) return notFound
  return {
    download: {
      name: `${asked.measure.id}-by-${asked.dimension.id}-${asked.asAt}.csv`,
      type: 'text/csv; charset=utf-8',
      body: writeCsv(csv),
    },
  }
}

async function readAsked(visit: Visit): Promise<Asked | null> {
  const measure: Measure | null = findMeasure(visit.params.id ?? '')
  if (measure === null) return null
  const isTrue = visit.can('true figures:read')
  const { asAt: day, errors } = readAskedDays(visit.query, visit.today, isTrue)
  const byTeam = isTrue && canBreakByTeam(measure)
  const dimension: Dimension =
    byTeam && visit.query.by === TEAM.id
      ? teamDimension(await visit.database.as(visit.actor, (query) => readTeams(query, day)))
      : (DIMENSIONS.find(({ id }) => id === visit.query.by) ?? DIMENSIONS[0]!)
  return { measure, dimension, asAt: day, when: `on ${sayDate(day)}`, errors, isTrue, byTeam }
}

async function workOut(visit: Visit, request: Asked, event: string) {
  const { measure, dimension, asAt, isTrue } = request
  const read = await readRecords(visit.database, visit.council, null)
  const result = measure.compute(read.records, read.facts, asAt)
  const { period, isPartYear } = result
  const asked = period
    ? { ...request, when: `${sayDate(period.from)} to ${sayDate(period.to)}${isPartYear ? ', part of the year' : ''}` }
    : request
  const population = findPopulation(result, read.records)
  if (typeof population === 'string') return presentNoBreakdown(asked, population)
  const shown = isTrue ? null : await protectBreakdowns(read, visit.council.authorityId, measure, asAt)
  if (!isTrue && !shown?.dimensions.has(dimension.id))
    return presentNoBreakdown(
      asked,
      `On ${sayDate(asAt)} the numbers by ${dimension.title} are so small that none can be shown without somebody being recognised.`,
    )
  if (isTrue)
    await visit.database.as(visit.actor, (query) =>
      recordTrace(query, visit.actor, {
        event,
        detail: { measure: measure.id, by: dimension.id, asAt, seal: read.basis.sealNumber },
      }),
    )
  return presentBreakdown(
    asked,
    population,
    breakDown(population, read.records, dimension, asAt),
    shown?.isHidden ?? (() => false),
  )
}
