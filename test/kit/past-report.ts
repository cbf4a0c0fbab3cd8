/** A past year's report of a made-up council: thirty-five updates under four directorates, and words that are none of them. */
export function pastReport(): string {
  const parts: [string, number][] = [
    ['Learning and Care', 9],
    ['Streets and Leisure Directorate', 8],
    ['Finance and Rules', 15],
    ['Riverside Homes', 3],
  ]
  const told = ['A club was held', 'Papers came in time for', 'Someone was named for', 'A first place was found for']
  const lines = parts.map(([name, count]) => {
    const bullets = Array.from({ length: count }, (_, nth) => {
      const goes = nth % 4 === 2 ? '\n and it will go on next year' : ''
      // A long report has a mark at the foot of a page, among the bullets of one directorate.
      const foot = count === 15 && nth === 4 ? '\n\nClassification: OFFICIAL\n' : ''
      const sign = nth === count - 1 && count === 15 ? '\n•' : '-'
      return `${sign} ${told[nth % 4]} group ${nth + 1}${goes}.${foot}`
    })
    return `${name}\n\n${bullets.join('\n')}\n`
  })
  return [
    'Report to the committee: 3 March',
    '',
    'What became of our word',
    '',
    'What follows was told by directors at two events. Some of it is finished, and some of it goes on.',
    '',
    ...lines,
  ].join('\n')
}
