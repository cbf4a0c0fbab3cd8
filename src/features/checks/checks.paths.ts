interface Finding {
  rule: { id: string }
  childId: string
  on: string
}

const named = ({ rule, childId, on }: Finding) =>
  `rule=${encodeURIComponent(rule.id)}&child=${encodeURIComponent(childId)}&on=${encodeURIComponent(on)}`

export const paths = {
  list: (given: { about?: string; show?: string } = {}) => {
    const query = new URLSearchParams(Object.entries(given).filter(([, value]) => value)).toString()
    return `/figures/checks${query === '' ? '' : `?${query}`}`
  },
  csv: (given: { about: string; show: string }) => `/figures/checks/csv?${new URLSearchParams(given).toString()}`,
  reason: (finding: Finding) => `/figures/checks/reason?${named(finding)}`,
}
