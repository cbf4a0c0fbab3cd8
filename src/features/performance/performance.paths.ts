export const paths = {
  scorecard: () => '/figures',
  download: () => '/figures.csv',
  measure: (id: string) => `/figures/${id}`,
  children: (id: string) => `/figures/${id}/children`,
  stockAndFlow: () => '/figures/stock-and-flow',
  local: () => '/figures/local',
  newLocal: () => '/figures/local/new',
  localOne: (id: string) => `/figures/local/${id}`,
  typeValue: (id: string) => `/figures/local/${id}/type`,
  changeLocal: (id: string) => `/figures/local/${id}/change`,
  endLocal: (id: string) => `/figures/local/${id}/end`,
}
