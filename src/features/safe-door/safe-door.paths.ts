export const paths = {
  notSafe: () => '/not-safe',
  opened: () => '/not-safe/opened',
  leave: () => '/leave',
  duty: () => '/duty',
  message: (id: string) => `/duty/${id}`,
  open: (id: string) => `/duty/${id}/open`,
  step: (id: string) => `/duty/${id}/step`,
  door: () => '/door',
}
