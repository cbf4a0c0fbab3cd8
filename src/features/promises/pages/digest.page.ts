import { type Asked, listAsked } from '../../../domain/plans/my-digest.ts'
import { addDays, type IsoDate } from '../../../domain/shared/calendar-date.ts'
import { isWorkingDay } from '../../../domain/timescales/review-due.ts'
import { listItemsOf, type PlanItem } from '../../../shapes/plan/plan.store.ts'
import type { Answer, Visit } from '../../../web/route.ts'
import { bankHolidays } from '../../children/index.ts'
import { promisePaths } from '../promises.paths.ts'
import { presentDigest, writeDigest } from './digest.presenter.ts'

/** What the reader is asked today of all that they answer for: once a day, on working days, to nobody but them. */
export async function showDigest(visit: Visit): Promise<Answer> {
  const { asked, day } = await readDigest(visit)
  return {
    template: 'features/promises/pages/digest.njk',
    title: 'My digest',
    model: presentDigest(asked, visit.today, day),
    page: { back: { href: promisePaths.plan(), text: 'The action plan' } },
  }
}

/** The same as plain words, to read away from Kept. */
export async function sendDigest(visit: Visit): Promise<Answer> {
  const { asked, day } = await readDigest(visit)
  const body = writeDigest(presentDigest(asked, visit.today, day))
  return { download: { name: `digest-${day}.txt`, type: 'text/plain; charset=utf-8', body } }
}

async function readDigest(
  visit: Visit,
): Promise<{ asked: Asked<PlanItem & { lastSaidOn: IsoDate | null }>[]; day: IsoDate }> {
  const items = await visit.database.as(visit.actor, (query) => listItemsOf(query, visit.actor.personId))
  const own = items
    .filter(({ kind }) => kind !== 'pledge')
    .map((item) => ({ ...item, lastSaidOn: item.lastUpdate?.saidOn ?? null }))
  let day = visit.today
  while (!isWorkingDay(day, bankHolidays)) day = addDays(day, 1)
  return { asked: listAsked(own, visit.actor.personId, day), day }
}
