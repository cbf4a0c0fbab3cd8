import { sayMoreThan } from '../disclosure/more-than.ts'

/** "More than 10 children spoke of “Pets”": what reaches a promise's page, an agenda and a pack. */
export function sayTheme({ title, moreThan }: { title: string; moreThan: number | null }): string {
  const who = sayMoreThan(moreThan)
  return `${who[0]!.toUpperCase()}${who.slice(1)} spoke of “${title}”`
}
