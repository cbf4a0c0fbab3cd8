import type { Answer, Visit } from '../../../web/route.ts'
import { readMyReports } from '../../bodies/index.ts'
import { impactWay, readImpactWaits, showImpactRegister } from '../../impact/index.ts'
import { readYoungAdultHome } from '../../offers/index.ts'
import { showOwnHome } from '../../own-pages/index.ts'
import { waitingWords } from '../../performance/index.ts'
import { showDuty } from '../../safe-door/index.ts'
import { pledgeAsk } from '../../strategy/index.ts'
import { showBoardHome } from './board-home.page.ts'
import { showDirectorHome } from './director-home.page.ts'
import { showOfficeHome } from './office-home.page.ts'
import { showVoiceHome } from './voice-home.page.ts'
import { showWorkHome } from './work-home.page.ts'

/** The first screen, by role: a person with several sees the one closest to children. */
export async function showHome(visit: Visit): Promise<Answer> {
  const has = (...roles: string[]) => roles.some((role) => visit.person.roles.includes(role))
  if (has('young_adult')) return showYoungAdultHome(visit)
  if (has('child')) return showOwnHome(visit)
  const home = await showColleaguesHome(visit, has)
  // Each adult is asked for their own word on the promises, once for a version.
  return 'template' in home
    ? {
        ...home,
        model: {
          ...home.model,
          pledgeAsk: await pledgeAsk(visit),
          impactWay: await impactWay(visit),
          impactWaits: await readImpactWaits(visit),
        },
      }
    : home
}

async function showColleaguesHome(visit: Visit, has: (...roles: string[]) => boolean): Promise<Answer> {
  // Who is on duty comes for one thing.
  if (has('duty_worker', 'safeguarding_lead', 'allegations_lead')) return showDuty(visit)
  return withReportsToWrite(visit, await showWork(visit, has))
}

async function showWork(visit: Visit, has: (...roles: string[]) => boolean): Promise<Answer> {
  if (has('social_worker', 'team_manager', 'service_manager', 'personal_adviser', 'iro'))
    return withWaitingWords(visit, await showWorkHome(visit))
  if (has('performance_analyst', 'records_auditor', 'administrator'))
    return withWaitingWords(visit, await showOfficeHome(visit))
  if (has('participation_officer')) return showVoiceHome(visit)
  if (has('director', 'strategy_lead')) return withWaitingWords(visit, await showDirectorHome(visit))
  // Who answers for papers and nothing else comes for that.
  if (visit.person.roles.every((role) => role === 'report_author')) return showImpactRegister(visit)
  return showBoardHome(visit)
}

/** Whoever answers for a figure reads first which of theirs wait for a word. */
async function withWaitingWords(visit: Visit, answer: Answer): Promise<Answer> {
  return 'template' in answer
    ? { ...answer, model: { ...answer.model, waitingWords: await waitingWords(visit) } }
    : answer
}

/** Whoever is to write for a meeting is reminded here, until it is in. */
async function withReportsToWrite(visit: Visit, answer: Answer): Promise<Answer> {
  if (!('template' in answer) || !visit.can('meetings:read')) return answer
  const { personId } = visit.actor
  const reportsToWrite = await visit.database.as(visit.actor, (query) => readMyReports(query, personId, visit.today))
  return { ...answer, model: { ...answer.model, reportsToWrite } }
}

/** A young adult's: their own pages' home, with what is theirs and their next step before the rest. */
async function showYoungAdultHome(visit: Visit): Promise<Answer> {
  const answer = await showOwnHome(visit)
  return 'template' in answer
    ? { ...answer, model: { ...answer.model, adult: await readYoungAdultHome(visit) } }
    : answer
}
