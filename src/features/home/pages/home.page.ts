import type { Answer, Visit } from '../../../web/route.ts'
import { showYoungAdultHome } from '../../offers/index.ts'
import { workOutFigures } from '../../performance/index.ts'
import { readWall } from '../../promises/index.ts'
import { readMyPeople } from '../home.store.ts'
import { presentBoardHome } from './board-home.presenter.ts'
import { presentOwnHome } from './own-home.presenter.ts'
import { showWorkHome } from './work-home.page.ts'

/** The first screen, by role: a person with several sees the one closest to children. */
export async function showHome(visit: Visit): Promise<Answer> {
  const has = (...roles: string[]) => roles.some((role) => visit.person.roles.includes(role))
  if (has('young_adult')) return showYoungAdultHome(visit)
  if (has('child', 'young_adult')) return showOwnHome(visit)
  if (
    has(
      'social_worker',
      'team_manager',
      'service_manager',
      'personal_adviser',
      'iro',
      'performance_analyst',
      'records_auditor',
      'administrator',
    )
  )
    return showWorkHome(visit)
  return showBoardHome(visit)
}

async function showBoardHome(visit: Visit): Promise<Answer> {
  const wall = await readWall(visit)
  const figures = await workOutFigures(visit.database, visit.council, visit.today, null)
  return {
    template: 'features/home/pages/board-home.njk',
    title: 'Home',
    model: presentBoardHome(wall, figures, visit.today),
  }
}

/** A child's or young adult's own page: no care status in the tab, no counts, no table (rule 13, rule 31). */
async function showOwnHome(visit: Visit): Promise<Answer> {
  const wall = await readWall(visit)
  const people = await visit.database.as(visit.actor, (query) => readMyPeople(query, visit.actor.personId))
  return {
    template: 'features/home/pages/own-home.njk',
    title: 'Hello',
    model: presentOwnHome(visit.person.name, people, wall),
  }
}
