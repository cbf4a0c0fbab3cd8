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

/** What is no id leads nowhere, and never reaches the database. */
export function isBatchId(text: string | undefined): text is string {
  return text !== undefined && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)
}
