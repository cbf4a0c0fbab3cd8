export const paths = {
  scorecard: () => '/figures',
  download: () => '/figures.csv',
  measure: (id: string) => `/figures/${id}`,
  children: (id: string) => `/figures/${id}/children`,
}
