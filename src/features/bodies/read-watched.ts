import { findMeasure } from '../../domain/measures/all-measures.ts'
import { collectionYearOf, sayDate } from '../../domain/shared/calendar-date.ts'
import type { Visit } from '../../web/route.ts'
import { figurePaths, presentFigure, workOutTrend } from '../performance/index.ts'

/** The figures a body watches, today and when the last year ended: as anybody may see them, whoever asks. */
export async function readWatched(visit: Visit, watched: readonly string[]) {
  const known = watched.flatMap((id) => findMeasure(id) ?? [])
  if (known.length === 0 || !visit.can('figures:read')) return []
  const yearEnd = `${collectionYearOf(visit.today) - 1}-03-31`
  const [now, before] = await workOutTrend(visit.database, visit.council, [visit.today, yearEnd], null)
  return known.map((measure) => {
    const [today, last] = [now, before].map((figures) => {
      const result = figures!.results.find(({ id }) => id === measure.id)
      return result === undefined ? null : presentFigure(result, false)
    })
    const shown = today && today.cannotCompute === '' ? today : last
    if (shown?.cannotCompute !== '')
      return {
        id: measure.id,
        lead: { text: '–' },
        text: measure.plainTitle,
        href: figurePaths.measure(measure.id),
        note: shown?.cannotCompute || 'No figure yet',
      }
    return {
      id: measure.id,
      lead: { text: shown.isHidden ? 'hidden' : shown.value },
      text: measure.plainTitle,
      href: figurePaths.measure(measure.id),
      note: [
        shown.isHidden ? 'a small number' : shown.of,
        shown.asAt,
        shown === today && last && last.cannotCompute === '' && !last.isHidden
          ? `${last.value} at ${sayDate(yearEnd)}`
          : '',
        shown.direction,
      ]
        .filter(Boolean)
        .join(' · '),
    }
  })
}
