export const paths = {
  list: () => '/children',
  record: (id: string) => `/children/${id}`,
  papers: (id: string) => `/children/${id}/papers`,
  correct: (id: string, eventId: string) => `/children/${id}/events/${eventId}/correct`,
  whoLooked: (id: string) => `/children/${id}/who-looked`,
}
