export const paths = {
  breakdown: (id: string, by: string, asAt: string) => `/figures/${id}/breakdown?by=${by}&as-at=${asAt}`,
  downloadBreakdown: (id: string, by: string, asAt: string) => `/figures/${id}/breakdown.csv?by=${by}&as-at=${asAt}`,
  overTime: (id: string) => `/figures/${id}/over-time`,
  forecast: () => '/figures/forecast',
  downloadForecast: () => '/figures/forecast.csv',
}
