import type { Answer, Visit } from '../../../web/route.ts'
import { readMyChildren } from '../../children/index.ts'
import { presentChallengeRow, readAskedOf } from '../../governance/index.ts'
import { countLateClaims } from '../../offers/index.ts'
import { readInboxRows } from '../../voices/index.ts'
import { readWorkCounts } from '../home.store.ts'
import { presentWorkHome } from './work-home.presenter.ts'

/** The first screen of those who work here: the children who need them today, or the queue their role has. */
export async function showWorkHome(visit: Visit): Promise<Answer> {
  const isWithChildren = ['social_worker', 'team_manager', 'service_manager', 'personal_adviser', 'iro'].some((role) =>
    visit.person.roles.includes(role),
  )
  return visit.database.as(visit.actor, async (query) => {
    const children = isWithChildren ? await readMyChildren(query, visit.today) : null
    const counts = await readWorkCounts(query)
    const { rows: heard, late, cover, isCoverMissing } = await readInboxRows(query, visit)
    const model = presentWorkHome({
      heard,
      children,
      counts,
      claims: await countLateClaims(query, visit.today),
      rights: visit.person.rights,
      roles: visit.person.roles,
      name: visit.person.name,
    })
    const asked = await readAskedOf(query, visit.actor.personId, visit.today)
    return {
      template: 'features/home/pages/work-home.njk',
      title: 'Home',
      model: {
        lateTellings: late,
        cover,
        isCoverMissing: isCoverMissing && children !== null && children.length > 0,
        asked: asked.map((challenge) => presentChallengeRow(challenge, visit.today)),
        ...model,
      },
    }
  })
}
