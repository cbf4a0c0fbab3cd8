import { wordsOf } from '../../../domain/measures/all-measures.ts'
import { recordTrace } from '../../../shapes/person/access-trace.store.ts'
import type { Answer, Visit } from '../../../web/route.ts'
import { type Figures, workOutFigures } from '../figures.command.ts'
import { paths } from '../performance.paths.ts'
import { readAskedDays } from './asked-days.form.ts'
import { presentFigure } from './figure.presenter.ts'
import { presentScorecard } from './scorecard.presenter.ts'

/** The scorecard: true for those with the right, and then traced; safe for everybody else. */
export async function showScorecard(visit: Visit): Promise<Answer> {
  const asked = readAskedDays(visit.query, visit.today, visit.can('true figures:read'))
  const figures = await workOutFigures(visit.database, visit.council, asked.asAt, asked.knownOn)
  await traceTrueFigures(visit, 'true figures shown', figures)
  const model = presentScorecard(figures, visit.can('true figures:read'), asked)
  return {
    template: 'features/performance/pages/scorecard.njk',
    title: 'Figures',
    model: { ...model, localHref: visit.can('true figures:read') ? paths.local() : '' },
    status: asked.errors.length > 0 ? 422 : 200,
    page: asked.errors.length > 0 ? { errors: asked.errors } : {},
  }
}

export async function downloadFigures(visit: Visit): Promise<Answer> {
  const asked = readAskedDays(visit.query, visit.today, visit.can('true figures:read'))
  const figures = await workOutFigures(visit.database, visit.council, asked.asAt, asked.knownOn)
  await traceTrueFigures(visit, 'true figures downloaded', figures)
  const isTrue = visit.can('true figures:read')
  const rows = figures.results.map((result) => {
    const shown = presentFigure(result, isTrue)
    return [
      shown.id,
      wordsOf(result).title,
      shown.isHidden ? 'c' : shown.value,
      shown.of,
      shown.asAt,
      shown.direction,
      shown.cannotCompute,
    ]
  })
  const lines = [['id', 'title', 'value', 'counted', 'period', 'direction', 'why not'], ...rows].map((row) =>
    row.map(quote).join(','),
  )
  return {
    download: { name: `figures-${asked.asAt}.csv`, type: 'text/csv; charset=utf-8', body: `${lines.join('\r\n')}\r\n` },
  }
}

/** A cell that a spreadsheet would run as a formula is kept as text. */
function quote(text: string): string {
  const safe = /^[=+@\t\r-]/.test(text) ? `'${text}` : text
  return `"${safe.replaceAll('"', '""')}"`
}

export async function traceTrueFigures(visit: Visit, event: string, figures: Figures): Promise<void> {
  if (!visit.can('true figures:read')) return
  await visit.database.as(visit.actor, (query) =>
    recordTrace(query, visit.actor, { event, detail: { asAt: figures.asAt, seal: figures.sealNumber } }),
  )
}
