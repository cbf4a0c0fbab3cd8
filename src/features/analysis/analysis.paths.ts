import type { Filter } from '../../domain/cohort/filter.ts'

export const paths = {
  breakdown: (id: string, by: string, asAt: string) => `/figures/${id}/breakdown?by=${by}&as-at=${asAt}`,
  downloadBreakdown: (id: string, by: string, asAt: string) => `/figures/${id}/breakdown.csv?by=${by}&as-at=${asAt}`,
  overTime: (id: string) => `/figures/${id}/over-time`,
  forecast: () => '/figures/forecast',
  downloadForecast: () => '/figures/forecast.csv',
  cohort: (filter: Partial<Filter> = {}) => {
    const asked = Object.entries(filter).filter(([, value]) => value !== '')
    return asked.length === 0 ? '/figures/cohort' : `/figures/cohort?${new URLSearchParams(asked)}`
  },
  saveFilter: () => '/figures/cohort',
  removeFilter: (id: string) => `/figures/cohort/${id}/remove`,
}
