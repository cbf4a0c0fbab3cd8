const ROOT = '/promises/commitments'

export const commitmentPaths = {
  all: () => ROOT,
  oneYearOn: () => `${ROOT}/one-year-on`,
  directorate: (name: string) => `${ROOT}/directorate?name=${encodeURIComponent(name)}`,
  mine: () => `${ROOT}/directorate`,
  progress: () => `${ROOT}/progress`,
  newProgress: () => `${ROOT}/progress/new`,
  oneProgress: (id: string) => `${ROOT}/progress/${id}`,
  join: (id: string) => `${ROOT}/progress/${id}/join`,
  endJoin: (id: string) => `${ROOT}/progress/${id}/end`,
  newEvent: () => `${ROOT}/events/new`,
  event: (id: string) => `${ROOT}/events/${id}`,
  changeEvent: (id: string) => `${ROOT}/events/${id}/change`,
  word: (id: string) => `${ROOT}/events/${id}/word`,
  given: (id: string) => `${ROOT}/events/${id}/given`,
  came: (id: string) => `${ROOT}/events/${id}/came`,
}
