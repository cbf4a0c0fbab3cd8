export const paths = {
  requests: () => '/releases',
  newRequest: () => '/releases/new',
  request: (id: string) => `/releases/${id}`,
  download: (id: string, kind: 'pdf' | 'docx') => `/releases/${id}/${kind}`,
  withhold: (id: string, itemId: string) => `/releases/${id}/items/${itemId}`,
}
