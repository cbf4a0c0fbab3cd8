import type { Right, Route } from '../../web/route.ts'
import { showDirectory } from './pages/directory.page.ts'
import { showOwn, submitAct, submitEndOffer, submitOffer, submitRead, submitWithdraw } from './pages/own.page.ts'
import { showTraining, submitTraining } from './pages/training.page.ts'

const read = (path: string, handle: Route['handle'], needs: Right = 'meetings:read'): Route => ({
  method: 'GET',
  path,
  needs,
  trace: null,
  handle,
})
/** Whose it is is a row: one's own. */
const write = (path: string, trace: string, handle: Route['handle'], needs: Right = 'meetings:read'): Route => ({
  method: 'POST',
  path,
  needs,
  trace,
  handle,
})

export const memberRoutes: Route[] = [
  read('/members', showDirectory),
  read('/members/me', showOwn),
  write('/members/me/acts', 'act written down', submitAct),
  write('/members/me/acts/:id/withdraw', 'act taken back', submitWithdraw),
  write('/members/me/offers', 'offer made', submitOffer),
  write('/members/me/offers/:id/end', 'offer ended', submitEndOffer),
  write('/members/me/read', 'own row, without what was read', submitRead),
  read('/members/training', showTraining, 'meetings:write'),
  write('/members/training', 'training written down', submitTraining, 'meetings:write'),
]
