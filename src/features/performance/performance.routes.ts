import type { Route } from '../../web/route.ts'
import { showLocal } from './pages/local.page.ts'
import { showChangeLocal, showNewLocal, submitChangeLocal, submitNewLocal } from './pages/local-measure.page.ts'
import { endLocalMeasure, showLocalOne } from './pages/local-one.page.ts'
import { downloadMeasure, showMeasure } from './pages/measure.page.ts'
import { showMeasureChildren } from './pages/measure-children.page.ts'
import { downloadFigures, showScorecard } from './pages/scorecard.page.ts'
import { showStockAndFlow } from './pages/stock-and-flow.page.ts'
import { showTarget, submitDirection, submitOwner, submitTarget, submitValidate } from './pages/target.page.ts'
import { showTypeValue, submitTypedValue } from './pages/type-value.page.ts'
import { showSayWord, submitWord } from './pages/word.page.ts'

export const performanceRoutes: Route[] = [
  { method: 'GET', path: '/figures', needs: 'figures:read', trace: 'true figures shown', handle: showScorecard },
  {
    method: 'GET',
    path: '/figures.csv',
    needs: 'figures:read',
    trace: 'true figures downloaded',
    handle: downloadFigures,
  },
  { method: 'GET', path: '/figures/:id', needs: 'figures:read', trace: 'true figures shown', handle: showMeasure },
  {
    method: 'GET',
    path: '/figures/:id/children',
    needs: 'true figures:read',
    trace: 'children behind a figure listed',
    handle: showMeasureChildren,
  },
  {
    method: 'GET',
    path: '/figures/:id/figure.csv',
    needs: 'figures:read',
    trace: 'true figures downloaded',
    handle: downloadMeasure,
  },
  { method: 'GET', path: '/figures/:id/word', needs: 'figures:read', trace: null, handle: showSayWord },
  { method: 'POST', path: '/figures/:id/word', needs: 'figures:read', trace: 'figure spoken of', handle: submitWord },
  { method: 'GET', path: '/figures/:id/target', needs: 'true figures:write', trace: null, handle: showTarget },
  {
    method: 'POST',
    path: '/figures/:id/target',
    needs: 'true figures:write',
    trace: 'target set',
    handle: submitTarget,
  },
  {
    method: 'POST',
    path: '/figures/:id/owner',
    needs: 'true figures:write',
    trace: 'figure owner given',
    handle: submitOwner,
  },
  {
    method: 'POST',
    path: '/figures/:id/direction',
    needs: 'true figures:write',
    trace: 'figure direction chosen',
    handle: submitDirection,
  },
  {
    method: 'POST',
    path: '/figures/:id/validate',
    needs: 'true figures:write',
    trace: 'figure validated',
    handle: submitValidate,
  },
  {
    method: 'GET',
    path: '/figures/stock-and-flow',
    needs: 'figures:read',
    trace: 'true figures shown',
    handle: showStockAndFlow,
  },
  { method: 'GET', path: '/figures/local', needs: 'true figures:read', trace: 'true figures shown', handle: showLocal },
  { method: 'GET', path: '/figures/local/new', needs: 'true figures:write', trace: null, handle: showNewLocal },
  {
    method: 'POST',
    path: '/figures/local/new',
    needs: 'true figures:write',
    trace: 'local measure added',
    handle: submitNewLocal,
  },
  {
    method: 'GET',
    path: '/figures/local/:id',
    needs: 'true figures:read',
    trace: 'true figures shown',
    handle: showLocalOne,
  },
  {
    method: 'GET',
    path: '/figures/local/:id/type',
    needs: 'true figures:write',
    trace: 'true figures shown',
    handle: showTypeValue,
  },
  {
    method: 'POST',
    path: '/figures/local/:id/type',
    needs: 'true figures:write',
    trace: 'figure typed in',
    handle: submitTypedValue,
  },
  {
    method: 'GET',
    path: '/figures/local/:id/change',
    needs: 'true figures:write',
    trace: null,
    handle: showChangeLocal,
  },
  {
    method: 'POST',
    path: '/figures/local/:id/change',
    needs: 'true figures:write',
    trace: 'local measure changed',
    handle: submitChangeLocal,
  },
  {
    method: 'POST',
    path: '/figures/local/:id/end',
    needs: 'true figures:write',
    trace: 'local measure changed',
    handle: endLocalMeasure,
  },
]
