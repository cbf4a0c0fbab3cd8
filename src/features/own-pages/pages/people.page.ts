import { nightOf } from '../../../domain/own/night.ts'
import { londonHour } from '../../../domain/shared/calendar-date.ts'
import type { Answer, Visit } from '../../../web/route.ts'
import { paths } from '../own-pages.paths.ts'
import { readMyPeople, readTonight } from '../people.store.ts'
import { asYoung } from '../young-visit.ts'
import { presentPeople } from './people.presenter.ts'

export async function showPeople(visit: Visit): Promise<Answer> {
  return asYoung(visit, async ({ level }) => {
    const night = nightOf(visit.today, londonHour(Temporal.Now.instant()))
    const [people, tonight] = await visit.database.as(visit.actor, async (query) => [
      await readMyPeople(query),
      await readTonight(query, visit.actor.personId, night),
    ])
    return {
      template: 'features/own-pages/pages/people.njk',
      title: 'People',
      model: presentPeople(people, tonight, level),
      page: { back: { href: paths.home(), text: 'Home' } },
    }
  })
}
