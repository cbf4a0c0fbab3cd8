import type { Answer, Visit } from '../../../web/route.ts'
import { showYoungAdultHome } from '../../offers/index.ts'
import { showOwnHome } from '../../own-pages/index.ts'
import { showBoardHome } from './board-home.page.ts'
import { showDirectorHome } from './director-home.page.ts'
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
  if (has('director', 'strategy_lead')) return showDirectorHome(visit)
  return showBoardHome(visit)
}
