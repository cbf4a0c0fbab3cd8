import { isSameNumber, type Validated } from '../../../domain/measure-story/validated.ts'
import type { MeasureResult } from '../../../domain/measures/measure.ts'
import { addMonths, collectionYearOf, type IsoDate } from '../../../domain/shared/calendar-date.ts'
import { systemActor } from '../../../shapes/person/council.store.ts'
import { sayLabels } from '../../../shapes/plan/principle-label.store.ts'
import { type Answer, notFound, type Visit } from '../../../web/route.ts'
import { writeCsv } from '../../../web/write-csv.ts'
import { countWithFinding } from '../../checks/index.ts'
import { readComparison } from '../../comparators/index.ts'
import { tellOfPromise } from '../../promises/index.ts'
import { readThread } from '../../thread/index.ts'
import { type Figures, workOutTrend } from '../figures.command.ts'
import { findAnyMeasure } from '../find-any-measure.ts'
import { paths } from '../performance.paths.ts'
import { pointTargets } from '../point-targets.ts'
import { countFactsSince, listOwned, listValidated, readStory } from '../story.store.ts'
import { readAskedDays } from './asked-days.form.ts'
import { presentMeasure } from './measure.presenter.ts'
import { traceTrueFigures } from './scorecard.page.ts'
import { presentStory } from './story.presenter.ts'

const YEARS_SHOWN = 5

const DONE: Record<string, string> = {
  said: 'Your words are on file. Earlier ones stay.',
  set: 'That is set. What was set before stays on file.',
  validated: 'The figure is validated as it stands. If the record changes, the page will say so.',
}

export async function showMeasure(visit: Visit): Promise<Answer> {
  const read = await readMeasure(visit)
  if (read === null) return notFound
  const { measure, trend } = read
  await traceTrueFigures(visit, 'true figures shown', trend.at(-1)!)
  const isTrue = visit.can('true figures:read')
  const story = presentStory({
    ...read,
    today: visit.today,
    isTrue,
    maySpeak: read.isOwner || visit.can('true figures:write'),
    maySet: visit.can('true figures:write'),
  })
  const done = DONE[visit.query.done ?? '']
  return {
    template: 'features/performance/pages/measure.njk',
    title: measure.plainTitle,
    model: {
      ...presentMeasure(measure, trend, isTrue, story.target?.goal ?? null),
      principles: (await visit.database.as(visit.actor, (query) => sayLabels(query, 'measure', measure.id))).join('; '),
      story,
      threadKnots: await readThread(visit, { kind: 'measure', ref: measure.id }, tellOfPromise),
      checksText: isTrue ? await sayChecks(visit, measure.id, trend.at(-1)!) : '',
      comparison: (await readComparison(visit, measure)) ?? false,
      askHref: visit.can('challenges:write') ? `/challenges/new?about=${measure.id}` : '',
    },
    page: {
      back: { href: paths.scorecard(), text: 'All figures' },
      ...(done ? { notice: { text: done, isSuccess: true } } : {}),
    },
  }
}

const NO_FINDING = { open: 0, explained: 0 }

/** How many of those behind the figure have something in their record that looks wrong. */
async function sayChecks(visit: Visit, id: string, figures: Figures): Promise<string> {
  const result = figures.results.find((one) => one.id === id)
  const { open, explained } = result && !result.isTyped ? await countWithFinding(visit, result) : NO_FINDING
  if (open + explained === 0) return ''
  const rest = explained === 0 ? '' : `; of ${explained} more somebody has said why it is right`
  return open === 0
    ? `Somebody has said of ${explained} of the children behind it why the record is right as it is`
    : `${open} of the children behind it ${open === 1 ? 'has' : 'have'} something in the record that looks wrong${rest}`
}

/** The years of one figure, as they are shown to whoever asks. */
export async function downloadMeasure(visit: Visit): Promise<Answer> {
  const read = await readMeasure(visit)
  if (read === null) return notFound
  await traceTrueFigures(visit, 'true figures downloaded', read.trend.at(-1)!)
  const { table } = presentMeasure(read.measure, read.trend, visit.can('true figures:read'), null)
  const rows = [['period', 'value', 'counted', 'why not'], ...table]
  return {
    download: { name: `${read.measure.id}.csv`, type: 'text/csv; charset=utf-8', body: writeCsv(rows) },
  }
}

async function readMeasure(visit: Visit) {
  const { database, actor, council } = visit
  const found = await database.as(actor, async (query) => {
    const one = await findAnyMeasure(query, visit.params.id ?? '')
    if (one === null || one.local?.isEnded) return null
    const read = await readStory(query, one.measure.id)
    const story = { ...read, targets: await pointTargets(query, council, read.targets) }
    return { ...one, story, isOwner: (await listOwned(query, actor.personId)).includes(one.measure.id) }
  })
  if (found === null) return null
  // What was checked is true: read by Kept itself, and only how sure a figure is goes further.
  const checks = await database.as(systemActor(council), (query) => listValidated(query, found.measure.id))
  const asked = readAskedDays(visit.query, visit.today, visit.can('true figures:read'))
  const before = addMonths(asked.asAt, -12)
  const ends = endsOfYears(asked.asAt)
  const checkedOn = checks.map(({ asAt }) => asAt)
  const days = [...new Set([...ends, ...checkedOn, before, asked.asAt])]
  const figures = new Map(
    (await workOutTrend(database, council, days, asked.knownOn)).map((one) => [one.asAt, one] as const),
  )
  const resultOn = (day: IsoDate) => figures.get(day)!.results.find(({ id }) => id === found.measure.id)!
  const [direction] = found.story.directions
  return {
    measure: direction ? { ...found.measure, direction: direction.direction } : found.measure,
    story: found.story,
    isOwner: found.isOwner,
    trend: [...ends, asked.asAt].map((day) => figures.get(day)!) as Figures[],
    now: resultOn(asked.asAt),
    yearBefore: resultOn(before),
    checks,
    changes: await readChanges(visit, checks, resultOn),
  }
}

/** Of each check that the record contradicts now: what it says instead, and how many facts made the difference. */
async function readChanges(visit: Visit, checks: Validated[], resultOn: (day: IsoDate) => MeasureResult) {
  const changes = new Map<Validated, { now: MeasureResult; corrected: number; late: number }>()
  if (!visit.can('true figures:read')) return changes
  const changed = checks.filter((check) => !isSameNumber(check.result, resultOn(check.asAt)))
  await visit.database.as(systemActor(visit.council), async (query) => {
    for (const check of changed) {
      const now = resultOn(check.asAt)
      const behind = [...new Set([...check.result.counted, ...now.counted, ...check.result.met, ...now.met])]
      changes.set(check, { now, ...(await countFactsSince(query, behind, check)) })
    }
  })
  return changes
}

/** The ends of the whole years before a day. */
function endsOfYears(asAt: IsoDate): IsoDate[] {
  const last = collectionYearOf(asAt) - 1
  return Array.from({ length: YEARS_SHOWN }, (_, index) => `${last - YEARS_SHOWN + 1 + index}-03-31`)
}
