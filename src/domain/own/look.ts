/** Colours to choose for one's own pages. What they are in numbers is in `src/web/theme/palette.ts`. */
export const PALETTES = ['plum', 'sea', 'leaf', 'berry', 'sun'] as const
export type PaletteName = (typeof PALETTES)[number]

/** Pictures to choose for oneself, each with the word that names it. */
export const OWN_PICTURES = [
  ['face-1', 'Face, short black hair'],
  ['face-2', 'Face, ginger bob'],
  ['face-3', 'Face, curly black hair'],
  ['face-4', 'Face, hair in a bun'],
  ['face-5', 'Face, purple scarf'],
  ['face-6', 'Face, long fair hair'],
  ['cat', 'Cat'],
  ['dog', 'Dog'],
  ['rabbit', 'Rabbit'],
  ['butterfly', 'Butterfly'],
  ['boat', 'Boat'],
  ['star', 'Star'],
] as const
/** Pictures a colleague may show instead of a photo (rule 32). */
export const WORKER_PICTURES = [
  ...OWN_PICTURES.slice(0, 6),
  ['face-7', 'Face, short grey hair'],
  ['face-8', 'Face, curly red hair'],
  ['tree', 'Tree'],
  ['sun', 'Sun'],
  ['cup', 'Cup'],
  ['kite', 'Kite'],
] as const

export interface OwnLook {
  picture: string
  palette: PaletteName
  isEasyRead: boolean
  isShort: boolean
}

export const STARTING_LOOK: OwnLook = { picture: 'star', palette: 'plum', isEasyRead: false, isShort: false }

/** Only what is on offer is kept; anything else leaves things as they are. */
export function chooseLook(given: Record<string, string | undefined>, present: OwnLook): OwnLook {
  const picture = OWN_PICTURES.find(([name]) => name === given.picture)?.[0]
  const palette = PALETTES.find((name) => name === given.palette)
  return {
    picture: picture ?? present.picture,
    palette: palette ?? present.palette,
    isEasyRead: given.letters === undefined ? present.isEasyRead : given.letters === 'easy',
    isShort: given.words === undefined ? present.isShort : given.words === 'short',
  }
}
