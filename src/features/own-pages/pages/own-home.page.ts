import { nightOf } from '../../../domain/own/night.ts'
import { londonHour } from '../../../domain/shared/calendar-date.ts'
import { countWaitingAnswers } from '../../../shapes/voice/waiting.store.ts'
import type { Answer, Visit } from '../../../web/route.ts'
import { readOwnSignIns } from '../own-sign-in.store.ts'
import { readMyPeople, readTonight } from '../people.store.ts'
import { asYoung } from '../young-visit.ts'
import { presentOwnHome } from './own-home.presenter.ts'

/** The first screen of a child or young adult. */
export async function showOwnHome(visit: Visit): Promise<Answer> {
  return asYoung(visit, async ({ level }) => {
    const night = nightOf(visit.today, londonHour(Temporal.Now.instant()))
    const facts = await visit.database.as(visit.actor, async (query) => ({
      waiting: await countWaitingAnswers(query),
      people: await readMyPeople(query),
      tonight: await readTonight(query, visit.actor.personId, night),
      // The newest is this one.
      lastSignIn: (await readOwnSignIns(query, visit.actor.personId, 2))[1] ?? null,
    }))
    return {
      template: 'features/own-pages/pages/own-home.njk',
      title: 'Hello',
      model: presentOwnHome({ level, ...facts }),
    }
  })
}
