/** Two letters that every council writes and that name nobody. */
const KNOWN = new Set([
  'UK',
  'EU',
  'IT',
  'HR',
  'GP',
  'CV',
  'ID',
  'PE',
  'TV',
  'AI',
  'OK',
  'NO',
  'PA',
  'QA',
  'MP',
  'AM',
  'PM',
  'UN',
  'DJ',
  'CD',
  'RE',
])

export interface Place {
  from: number
  text: string
}

/**
 * Where initials stand that could be a young person's: "J.S.", "J. S.", "JS", "child A". A hint, never a refusal: places are told in
 * letters of the text (UTF-16), for the page to show.
 */
export function findInitials(words: string): Place[] {
  const places: Place[] = []
  for (const match of words.matchAll(/(?<![\p{L}\p{N}.])\p{Lu}\.\s?\p{Lu}(\.|(?![\p{L}\p{N}]))/gu))
    places.push({ from: match.index, text: match[0] })
  for (const match of words.matchAll(/(?<![\p{L}\p{N}.’'])\p{Lu}{2}(?![\p{L}\p{N}])/gu))
    if (!KNOWN.has(match[0])) places.push({ from: match.index, text: match[0] })
  for (const match of words.matchAll(/(?<![\p{L}])(?:child|young person|sibling) \p{Lu}(?![\p{L}\p{N}])/giu))
    if (/\p{Lu}$/u.test(match[0])) places.push({ from: match.index, text: match[0] })
  return places.toSorted((one, other) => one.from - other.from)
}

/** The words around a place, so that a reader finds it again. */
export function sayWhere(words: string, from: number, length: number): string {
  const start = Math.max(0, from - 30)
  const end = Math.min(words.length, from + length + 30)
  const before = start === 0 ? '' : '…'
  const after = end === words.length ? '' : '…'
  return `${before}${words.slice(start, end).replace(/\s+/g, ' ').trim()}${after}`
}
