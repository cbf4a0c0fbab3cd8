import type { FastifyInstance } from 'fastify'
import type { Route } from '../../web/route.ts'
import type { Site } from '../../web/site.ts'
import { showNotSafe, showOpened, submitNotSafe } from './pages/at-the-door.ts'
import { showDoor, submitDoor, submitTest } from './pages/door.page.ts'
import { showDuty, showMessage, submitOpen, submitStep } from './pages/duty.page.ts'
import { leave } from './pages/leave.page.ts'

/** What is written down about a message stands in its own steps, where its readers alone see it (rule 9), never in the common trace. */
const OWN_STEPS = 'a step of the message'

export const safeDoorRoutes: Route[] = [
  { method: 'GET', path: '/duty', needs: null, trace: null, handle: showDuty },
  { method: 'GET', path: '/duty/:id', needs: null, trace: OWN_STEPS, handle: showMessage },
  { method: 'POST', path: '/duty/:id/open', needs: null, trace: OWN_STEPS, handle: submitOpen },
  { method: 'POST', path: '/duty/:id/step', needs: null, trace: OWN_STEPS, handle: submitStep },
  { method: 'GET', path: '/door', needs: 'door:write', trace: null, handle: showDoor },
  { method: 'POST', path: '/door', needs: 'door:write', trace: 'safe door set', handle: submitDoor },
  { method: 'POST', path: '/door/test', needs: 'door:write', trace: 'test message sent', handle: submitTest },
]

/** For anybody, signed in or not. */
export function addSafeDoor(app: FastifyInstance, site: Site): void {
  app.get('/not-safe', (request, reply) => showNotSafe(request, reply, site))
  app.post('/not-safe', (request, reply) => submitNotSafe(request, reply, site))
  app.get('/not-safe/opened', (request, reply) => showOpened(request, reply, site))
  app.post('/not-safe/opened', (request, reply) => showOpened(request, reply, site))
  app.get('/leave', (request, reply) => leave(request, reply, site))
}
