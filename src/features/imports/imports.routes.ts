import type { Route } from '../../web/route.ts'
import { showDataQuality } from './pages/data-quality.page.ts'
import { acceptPreview, downloadFindings, dropPreview, showPreview } from './pages/import-preview.page.ts'
import { showImports } from './pages/imports.page.ts'
import { showNewImport, submitNewImport } from './pages/new-import.page.ts'

const needs = 'import:write'

export const importRoutes: Route[] = [
  { method: 'GET', path: '/imports', needs, trace: null, handle: showImports },
  { method: 'GET', path: '/imports/new', needs, trace: null, handle: showNewImport },
  { method: 'POST', path: '/imports', needs, trace: 'files checked', handle: submitNewImport },
  { method: 'GET', path: '/imports/quality', needs, trace: 'data quality opened', handle: showDataQuality },
  { method: 'GET', path: '/imports/:id', needs, trace: 'preview opened', handle: showPreview },
  { method: 'POST', path: '/imports/:id/accept', needs, trace: 'return accepted', handle: acceptPreview },
  { method: 'POST', path: '/imports/:id/drop', needs, trace: 'return closed', handle: dropPreview },
  { method: 'GET', path: '/imports/:id/findings.csv', needs, trace: 'findings downloaded', handle: downloadFindings },
]
