import type { Route } from '../../web/route.ts'
import { showEditPack, showNewPack, submitEditPack, submitNewPack } from './pages/edit-pack.page.ts'
import { downloadPackFile, showFigurePack } from './pages/figure-pack.page.ts'
import { showFigurePacks } from './pages/figure-packs.page.ts'
import { submitApproval, submitCheck, submitPublication, submitWithdrawal } from './pages/pack-step.page.ts'
import {
  showNewQuoted,
  showQuoted,
  showQuotedOne,
  submitNewQuoted,
  submitQuotedAnswer,
} from './pages/quoted-table.page.ts'

export const figurePackRoutes: Route[] = [
  { method: 'GET', path: '/figures/packs', needs: 'figures:read', trace: null, handle: showFigurePacks },
  { method: 'GET', path: '/figures/packs/new', needs: 'true figures:write', trace: null, handle: showNewPack },
  {
    method: 'POST',
    path: '/figures/packs/new',
    needs: 'true figures:write',
    trace: 'figure pack made',
    handle: submitNewPack,
  },
  {
    method: 'GET',
    path: '/figures/packs/quoted',
    needs: 'true figures:read',
    trace: null,
    handle: showQuoted,
  },
  { method: 'GET', path: '/figures/packs/quoted/new', needs: 'true figures:write', trace: null, handle: showNewQuoted },
  {
    method: 'POST',
    path: '/figures/packs/quoted/new',
    needs: 'true figures:write',
    trace: 'table quoted',
    handle: submitNewQuoted,
  },
  { method: 'GET', path: '/figures/packs/quoted/:id', needs: 'true figures:read', trace: null, handle: showQuotedOne },
  {
    method: 'POST',
    path: '/figures/packs/quoted/:id',
    needs: 'true figures:write',
    trace: 'quoted table answered',
    handle: submitQuotedAnswer,
  },
  {
    method: 'GET',
    path: '/figures/packs/:id',
    needs: 'figures:read',
    trace: 'true figures shown',
    handle: showFigurePack,
  },
  {
    method: 'GET',
    path: '/figures/packs/:id/file/:kind',
    needs: 'figures:read',
    trace: null,
    handle: downloadPackFile,
  },
  { method: 'GET', path: '/figures/packs/:id/edit', needs: 'true figures:write', trace: null, handle: showEditPack },
  {
    method: 'POST',
    path: '/figures/packs/:id/edit',
    needs: 'true figures:write',
    trace: 'figure pack changed',
    handle: submitEditPack,
  },
  {
    method: 'POST',
    path: '/figures/packs/:id/check',
    needs: 'true figures:write',
    trace: 'figure pack checked',
    handle: submitCheck,
  },
  {
    method: 'POST',
    path: '/figures/packs/:id/approved',
    needs: 'packs:write',
    trace: 'figure pack approved',
    handle: submitApproval,
  },
  {
    method: 'POST',
    path: '/figures/packs/:id/published',
    needs: 'packs:write',
    trace: 'figure pack published',
    handle: submitPublication,
  },
  {
    method: 'POST',
    path: '/figures/packs/:id/withdrawn',
    needs: 'packs:write',
    trace: 'figure pack withdrawn',
    handle: submitWithdrawal,
  },
]
