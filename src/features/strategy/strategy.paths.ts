export const strategyPaths = {
  now: () => '/strategy',
  version: (number: number) => `/strategy/versions/${number}`,
  compare: (from?: number, to?: number) =>
    from === undefined ? '/strategy/compare' : `/strategy/compare?from=${from}&to=${to}`,
  short: () => '/strategy/short',
  begin: () => '/strategy/begin',
  edit: () => '/strategy/edit',
  newPart: (kind: string, areaId: string | null = null) =>
    `/strategy/parts/new?kind=${kind}${areaId ? `&area=${areaId}` : ''}`,
  addPart: () => '/strategy/parts/new',
  part: (id: string) => `/strategy/parts/${id}`,
  takeOut: (id: string) => `/strategy/parts/${id}/out`,
  join: (id: string) => `/strategy/parts/${id}/join`,
  endJoin: (partId: string, joinId: string) => `/strategy/parts/${partId}/join/${joinId}/end`,
  approve: () => '/strategy/approve',
  pledge: () => '/strategy/pledge',
  pledgeVersion: (id: string) => `/strategy/pledge/${id}`,
  newPledge: () => '/strategy/pledge/new',
  heritage: () => '/strategy/heritage',
  newHeritage: () => '/strategy/heritage/new',
  giveWord: (id: string) => `/strategy/pledge/${id}/word`,
}
