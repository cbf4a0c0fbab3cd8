import type { Answer, Visit } from '../../../web/route.ts'
import { readStandingUp } from '../../commitments/index.ts'
import { presentChallengeRow, readActionGaps, readAskedOf } from '../../governance/index.ts'
import { readMyItems, readWall } from '../../promises/index.ts'
import { presentDirectorHome } from './director-home.presenter.ts'

/** The first screen of who answers for commitments and actions: what wants a word today, and one click to say it. */
export async function showDirectorHome(visit: Visit): Promise<Answer> {
  const items = await readMyItems(visit)
  const wall = await readWall(visit)
  const asked = await visit.database.as(visit.actor, (query) => readAskedOf(query, visit.actor.personId, visit.today))
  const keepsPlan = visit.can('plan:write')
  const gaps = keepsPlan ? await visit.database.as(visit.actor, (query) => readActionGaps(query, visit.today)) : null
  return {
    template: 'features/home/pages/director-home.njk',
    title: 'Home',
    model: {
      standingUp: await readStandingUp(visit),
      asked: asked.map((challenge) => presentChallengeRow(challenge, visit.today)),
      ...presentDirectorHome({
        items,
        wall,
        personId: visit.actor.personId,
        gaps,
        today: visit.today,
      }),
    },
  }
}
