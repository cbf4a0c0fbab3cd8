export const paths = {
  themes: () => '/themes',
  begin: () => '/themes/new',
  theme: (id: string) => `/themes/${id}`,
  answer: (id: string) => `/themes/${id}/answer`,
  join: (id: string) => `/themes/${id}/join`,
  told: (answerId: string) => `/themes/answers/${answerId}/told`,
  put: (viewId: string) => `/themes/views/${viewId}`,
}
