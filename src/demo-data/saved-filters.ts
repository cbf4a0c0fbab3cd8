/** Questions that colleagues in Exampleshire ask again and again, kept under a name. */
export const SAVED_FILTERS: { role: string; name: string; filter: Record<string, string>; isShared: boolean }[] = [
  {
    role: 'performance_analyst',
    name: 'Older children living outside our area',
    filter: { ageFrom: '14', area: 'out' },
    isShared: true,
  },
  {
    role: 'performance_analyst',
    name: 'Two years in a children’s home or longer',
    filter: { home: 'home or secure', monthsFrom: '24' },
    isShared: true,
  },
  {
    role: 'performance_analyst',
    name: 'Still on an interim order after a year',
    filter: { legal: 'interim', monthsFrom: '12' },
    isShared: false,
  },
  {
    role: 'team_manager',
    name: 'Our under-fives who had three homes',
    filter: { ageTo: '4', measure: 'M20', met: 'yes' },
    isShared: false,
  },
]
