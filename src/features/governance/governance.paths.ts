export const paths = {
  meetings: () => '/meetings',
  meeting: (id: string) => `/meetings/${id}`,
  copy: (id: string) => `/meetings/${id}/copy`,
  pack: (id: string) => `/meetings/${id}/pack`,
  item: (id: string) => `/meetings/items/${id}`,
  minute: (id: string) => `/meetings/items/${id}/minute`,
  paper: (id: string) => `/meetings/papers/${id}`,
  editPaper: (id: string) => `/meetings/papers/${id}/edit`,
  decision: (id: string) => `/meetings/decisions/${id}`,
  challenges: () => '/challenges',
  raise: () => '/challenges/new',
  challenge: (id: string) => `/challenges/${id}`,
}
