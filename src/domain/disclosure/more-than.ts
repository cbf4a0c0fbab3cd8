/**
 * How many different children said something, as anybody may see it: null up to five, then the multiple of five that it is
 * more than (6 to 10 are more than 5). Who counts again tomorrow, or in another list, sees the same number, so that no
 * difference of the two shows that one more child spoke. The database does the same in `kept.more_than`.
 */
export function findMoreThan(children: number): number | null {
  return children <= 5 ? null : Math.floor((children - 1) / 5) * 5
}

/** "More than 10 children", or that there is no number to show. */
export function sayMoreThan(moreThan: number | null, who = 'children'): string {
  return moreThan === null ? `five ${who} or fewer` : `more than ${sayStep(moreThan)} ${who}`
}

export function sayStep(moreThan: number): string {
  return moreThan === 5 ? 'five' : String(moreThan)
}
