export const promisePaths = {
  wall: () => '/promises',
  promise: (id: string) => `/promises/${id}`,
  proof: (id: string) => `/promises/${id}/proof`,
  reason: (id: string) => `/promises/${id}/reason`,
  plan: () => '/promises/plan',
  newPlan: () => '/promises/plan/new',
  action: (id: string) => `/promises/actions/${id}`,
  update: (id: string) => `/promises/actions/${id}/update`,
  join: (id: string) => `/promises/actions/${id}/join`,
  owner: (id: string) => `/promises/actions/${id}/owner`,
  commitments: () => '/promises/commitments',
  oneYearOn: () => '/promises/commitments/one-year-on',
}
