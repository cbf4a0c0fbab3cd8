export const paths = {
  inbox: () => '/inbox',
  view: (id: string) => `/inbox/${id}`,
  answer: (id: string) => `/inbox/${id}/answer`,
  told: (id: string, answerId: string) => `/inbox/${id}/answers/${answerId}/told`,
  covers: () => '/covers',
  endCover: (id: string) => `/covers/${id}/end`,
}
