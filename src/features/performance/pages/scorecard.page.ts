import { dayOf, surenessOf, type Validated } from '../../../domain/measure-story/validated.ts'
import type { MeasureResult } from '../../../domain/measures/measure.ts'
import { addMonths } from '../../../domain/shared/calendar-date.ts'
import { recordTrace } from '../../../shapes/person/access-trace.store.ts'
import { systemActor } from '../../../shapes/person/council.store.ts'
import type { Answer, Visit } from '../../../web/route.ts'
import { writeCsv } from '../../../web/write-csv.ts'
import { type Figures, workOutTrend } from '../figures.command.ts'
import { paths } from '../performance.paths.ts'
import { pointTargets } from '../point-targets.ts'
import { listJoinedMeasures, listValidated, readStory } from '../story.store.ts'
import { readAskedDays } from './asked-days.form.ts'
import { presentRows, type ScoreRow } from './score-row.presenter.ts'
import { presentScorecard, readChoice } from './scorecard.presenter.ts'

/** The scorecard: true for those with the right, and then traced; safe for everybody else. */
export async function showScorecard(visit: Visit): Promise<Answer> {
  const asked = readAskedDays(visit.query, visit.today, visit.can('true figures:read'))
  const { figures, rows } = await readScores(visit)
  await traceTrueFigures(visit, 'true figures shown', figures)
  const joined = await visit.database.as(visit.actor, listJoinedMeasures)
  const isTrue = visit.can('true figures:read')
  return {
    template: 'features/performance/pages/scorecard.njk',
    title: 'Figures',
    model: {
      ...presentScorecard(figures, rows, { isTrue, asked, joined, choice: readChoice(visit.query) }),
      localHref: isTrue ? paths.local() : '',
    },
    status: asked.errors.length > 0 ? 422 : 200,
    page: asked.errors.length > 0 ? { errors: asked.errors } : {},
  }
}

export async function downloadFigures(visit: Visit): Promise<Answer> {
  const { figures, rows } = await readScores(visit)
  await traceTrueFigures(visit, 'true figures downloaded', figures)
  const header =
    'id,title,value,counted,period,direction,why not,against a year before,target,standing,status,last word'
  const lines = rows.map(({ measure, shown, move, target, sureness, word }) => [
    shown.id,
    measure.title,
    shown.isHidden ? 'c' : shown.value,
    shown.of,
    shown.asAt,
    shown.direction,
    shown.cannotCompute,
    move,
    target?.text ?? '',
    target?.standing?.word ?? '',
    sureness?.text ?? '',
    word?.asAt ?? '',
  ])
  return {
    download: {
      name: `figures-${figures.asAt}.csv`,
      type: 'text/csv; charset=utf-8',
      body: writeCsv([header.split(','), ...lines]),
    },
  }
}

/** Every figure of a day and the same day of the two years before, with what is said of each. */
async function readScores(visit: Visit): Promise<{ figures: Figures; rows: ScoreRow[] }> {
  const { database, council } = visit
  const { asAt, knownOn } = readAskedDays(visit.query, visit.today, visit.can('true figures:read'))
  const days = [addMonths(asAt, -24), addMonths(asAt, -12), asAt]
  const trend = await workOutTrend(database, council, days, knownOn)
  const story = await database.as(visit.actor, async (query) => {
    const read = await readStory(query)
    return { ...read, targets: await pointTargets(query, council, read.targets) }
  })
  const checks = await database.as(systemActor(council), (query) => listValidated(query, null))
  const rows = presentRows(trend, {
    story,
    isTrue: visit.can('true figures:read'),
    today: visit.today,
    surenessOf: (now) => surenessOf(ofFigure(checks, now), now),
  })
  return { figures: trend.at(-1)!, rows }
}

function ofFigure(checks: readonly Validated[], now: MeasureResult): Validated[] {
  return checks.filter(({ measureId, asAt }) => measureId === now.id && asAt === dayOf(now))
}

export async function traceTrueFigures(visit: Visit, event: string, figures: Figures): Promise<void> {
  if (!visit.can('true figures:read')) return
  await visit.database.as(visit.actor, (query) =>
    recordTrace(query, visit.actor, { event, detail: { asAt: figures.asAt, seal: figures.sealNumber } }),
  )
}
