import { compareVersions } from '../../../domain/strategy/compare-versions.ts'
import type { Answer, Visit } from '../../../web/route.ts'
import { readVersions } from '../read-strategy.ts'
import { strategyPaths } from '../strategy.paths.ts'
import { listParts } from '../strategy.store.ts'
import { presentComparison } from './compare.presenter.ts'

/** Two versions side by side in one text: without a choice, the newest two. */
export async function showCompare(visit: Visit): Promise<Answer> {
  const versions = await readVersions(visit)
  const find = (number: string | undefined) => versions.find((one) => String(one.number) === number)
  const [one, other] = [find(visit.query.from) ?? versions[1], find(visit.query.to) ?? versions[0]]
  const [older, newer] = [one, other].sort((first, second) => (first?.number ?? 0) - (second?.number ?? 0))
  const isTwo = older !== undefined && newer !== undefined && older.id !== newer.id
  const comparison = isTwo
    ? await visit.database.as(visit.actor, async (query) =>
        compareVersions(
          { version: older, parts: await listParts(query, older.id) },
          { version: newer, parts: await listParts(query, newer.id) },
        ),
      )
    : null
  const choices = (chosen: number | undefined) =>
    versions.map(({ number, period, state }) => ({
      value: String(number),
      text: `Version ${number}${period ? `, ${period}` : ''} (${state})`,
      selected: number === chosen,
    }))
  return {
    template: 'features/strategy/pages/compare.njk',
    title: 'Compare two versions',
    model: {
      ...presentComparison(comparison, older, newer),
      from: { id: 'from', name: 'from', label: { text: 'Version' }, items: choices(older?.number) },
      to: { id: 'to', name: 'to', label: { text: 'and version' }, items: choices(newer?.number) },
    },
    page: { back: { href: strategyPaths.now(), text: 'Our strategy' } },
  }
}
