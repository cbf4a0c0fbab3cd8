export const paths = {
  list: () => '/reports',
  new: () => '/reports/new',
  report: (id: string) => `/reports/${id}`,
  part: (id: string, part: string) => `/reports/${id}/parts/${part}`,
  freeze: (id: string) => `/reports/${id}/freeze`,
  step: (id: string, step: 'published' | 'withdrawn') => `/reports/${id}/${step}`,
  file: (id: string, kind: string) => `/reports/${id}/file/${kind}`,
  forChildren: (id: string, kind: string) => `/reports/${id}/for-children/${kind}`,
}
