import { listUnreviewed } from '../../../shapes/person/break-glass.store.ts'
import { listColleagues } from '../../../shapes/person/staff.store.ts'
import type { Answer, Visit } from '../../../web/route.ts'
import { workOutFigures } from '../../performance/index.ts'
import { listEndingRoles, readWorkCounts } from '../home.store.ts'
import {
  type OfficeHome,
  presentAdministratorHome,
  presentAnalystHome,
  presentAuditorHome,
} from './office-home.presenter.ts'

/** The first screen of an office that works with no child by name: analyst, records auditor, administrator. */
export async function showOfficeHome(visit: Visit): Promise<Answer> {
  const model = await readOffice(visit)
  return { template: 'features/home/pages/office-home.njk', title: 'Home', model: { ...model } }
}

async function readOffice(visit: Visit): Promise<OfficeHome> {
  const has = (role: string) => visit.person.roles.includes(role)
  if (has('performance_analyst')) {
    const { awaiting } = await visit.database.as(visit.actor, readWorkCounts)
    const figures = await workOutFigures(visit.database, visit.council, visit.today, null)
    return presentAnalystHome({ awaiting, figures })
  }
  return visit.database.as(visit.actor, async (query) =>
    has('records_auditor')
      ? presentAuditorHome({ openings: await listUnreviewed(query), looks: (await readWorkCounts(query)).looks })
      : presentAdministratorHome(
          { colleagues: await listColleagues(query, ''), ending: await listEndingRoles(query) },
          visit.today,
        ),
  )
}
