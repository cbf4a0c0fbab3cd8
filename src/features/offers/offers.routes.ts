import type { Route } from '../../web/route.ts'
import { showClaim, submitAnswer, submitPayment } from './pages/claim.page.ts'
import { showClaims } from './pages/claims.page.ts'
import { showOffer, submitClaim } from './pages/offer.page.ts'
import { showOffers } from './pages/offers.page.ts'
import { showOwnSteps, showSteps, submitOwnStep, submitStep, submitTick } from './pages/steps.page.ts'

/** Whose offer, claim or step it is decides, row by row: see the policies of 0023. */
export const offerRoutes: Route[] = [
  { method: 'GET', path: '/offers', needs: null, trace: null, handle: showOffers },
  { method: 'GET', path: '/offers/:id', needs: null, trace: null, handle: showOffer },
  { method: 'POST', path: '/offers/:id', needs: null, trace: 'claim made', handle: submitClaim },
  { method: 'GET', path: '/claims', needs: null, trace: 'claims read', handle: showClaims },
  { method: 'GET', path: '/claims/:id', needs: null, trace: 'claim opened', handle: showClaim },
  { method: 'POST', path: '/claims/:id', needs: null, trace: 'claim answered', handle: submitAnswer },
  { method: 'POST', path: '/claims/:id/paid', needs: null, trace: 'claim paid', handle: submitPayment },
  { method: 'GET', path: '/steps', needs: null, trace: null, handle: showOwnSteps },
  { method: 'POST', path: '/steps', needs: null, trace: 'next step written', handle: submitOwnStep },
  { method: 'POST', path: '/steps/done', needs: null, trace: 'next step done', handle: submitTick },
  { method: 'GET', path: '/steps/:id', needs: null, trace: 'next steps opened', handle: showSteps },
  { method: 'POST', path: '/steps/:id', needs: null, trace: 'next step written', handle: submitStep },
]
