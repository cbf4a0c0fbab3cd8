export const paths = {
  comparators: () => '/figures/comparators',
  newRelease: () => '/figures/comparators/new',
  release: (id: string) => `/figures/comparators/${id}`,
}
