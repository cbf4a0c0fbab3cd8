/** Where a theme ends for everybody without a relationship to a child: a count above five, or that there is none to show. */
export function sayChildren(children: number | null): string {
  return children === null ? 'five children or fewer' : `${children} children`
}

/** "12 children spoke of “Pets”": what reaches a promise's page, an agenda and a pack. */
export function sayTheme({ title, children }: { title: string; children: number | null }): string {
  const who = sayChildren(children)
  return `${who[0]!.toUpperCase()}${who.slice(1)} spoke of “${title}”`
}
