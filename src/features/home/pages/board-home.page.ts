import { collectionYearOf } from '../../../domain/shared/calendar-date.ts'
import type { Answer, Visit } from '../../../web/route.ts'
import { readBoardHome } from '../../governance/index.ts'
import { workOutTrend } from '../../performance/index.ts'
import { readWall } from '../../promises/index.ts'
import { presentBoardHome } from './board-home.presenter.ts'

const YEARS = 5

/** The first screen of board members, young representatives and the clerk. */
export async function showBoardHome(visit: Visit): Promise<Answer> {
  const wall = await readWall(visit)
  const last = collectionYearOf(visit.today) - 1
  const ends = Array.from({ length: YEARS }, (_, index) => `${last - YEARS + 1 + index}-03-31`)
  const years = visit.can('figures:read') ? await workOutTrend(visit.database, visit.council, ends, null) : []
  const board = await visit.database.as(visit.actor, (query) => readBoardHome(query, visit.today))
  return {
    template: 'features/home/pages/board-home.njk',
    title: 'Home',
    model: presentBoardHome({
      wall,
      years,
      board,
      isClerk: visit.can('meetings:write'),
      isYoung: visit.person.roles.includes('young_representative'),
      personId: visit.actor.personId,
      today: visit.today,
    }),
  }
}
