/** Addresses of this area. */
export const importPaths = {
  list: () => '/imports',
  choose: () => '/imports/new',
  quality: () => '/imports/quality',
  preview: (id: string) => `/imports/${id}`,
  findings: (id: string) => `/imports/${id}/findings.csv`,
  accept: (id: string) => `/imports/${id}/accept`,
  drop: (id: string) => `/imports/${id}/drop`,
}
