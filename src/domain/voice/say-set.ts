/** What a child may say a feeling with: five drawn faces, none better than another. */
export const FEELINGS = ['happy', 'ok', 'sad', 'worried', 'angry'] as const
export type Feeling = (typeof FEELINGS)[number]

/** Pictures to say something with: what is drawn (src/web/pictures), and its word. */
export const SAY_PICTURES = [
  ['dog', 'dog'],
  ['cat', 'cat'],
  ['family', 'family'],
  ['friends', 'friends'],
  ['house', 'home'],
  ['bed', 'bed'],
  ['food', 'food'],
  ['school', 'school'],
  ['phone', 'phone'],
  ['ball', 'football'],
  ['heart', 'love'],
  ['bag', 'my things'],
  ['car', 'car'],
  ['clock', 'waiting'],
  ['sun', 'day'],
  ['moon', 'night'],
] as const
export type SayPicture = (typeof SAY_PICTURES)[number][0]

export function isFeeling(text: string | undefined): text is Feeling {
  return (FEELINGS as readonly (string | undefined)[]).includes(text)
}

/** Of what was given only what is on offer, in the order of the set, each once. */
export function chooseSayPictures(given: readonly string[]): SayPicture[] {
  return SAY_PICTURES.map(([name]) => name).filter((name) => given.includes(name))
}

/** The word of a picture, for whoever reads what was said; the name itself where the set has changed since. */
export function sayPictureWord(name: string): string {
  return SAY_PICTURES.find(([known]) => known === name)?.[1] ?? name
}

/** How many letters fit. More is kept as it was typed, and asked to be made shorter. */
export const MOST_LETTERS = 4000
