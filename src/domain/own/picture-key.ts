/** The pictures a key is made of: easily named, easily told apart, and none that says anything about a child. */
export const KEY_PICTURES = [
  'cat',
  'dog',
  'rabbit',
  'fish',
  'bird',
  'snail',
  'butterfly',
  'ladybird',
  'tree',
  'flower',
  'apple',
  'mushroom',
  'sun',
  'star',
  'cloud',
  'umbrella',
  'boat',
  'kite',
  'ball',
  'drum',
  'cup',
  'cake',
  'balloon',
  'bell',
] as const

export const KEY_LENGTH = 4

/** The pictures chosen so far, or null where one of them is not on offer or there are too many. */
export function readPictures(text: string): string[] | null {
  const chosen = text.split(' ').filter((name) => name !== '')
  if (chosen.length > KEY_LENGTH) return null
  return chosen.every((name) => (KEY_PICTURES as readonly string[]).includes(name)) ? chosen : null
}

/** Four of one picture, or fewer than three different ones, are seen over a shoulder at once. */
export function isKeyTooPlain(chosen: readonly string[]): boolean {
  return new Set(chosen).size < 3
}

const FIRST =
  'amber brave bright calm clever cosy daring dizzy early fancy fluffy gentle golden happy humming jolly kind little lucky merry mighty misty proud quick quiet royal rusty shiny silver smiling snowy sunny swift tidy wild windy'
const SECOND =
  'acorn badger beetle bramble bubble comet cricket dolphin dragon falcon fern fox hedgehog heron lantern maple meadow melon moth nettle otter owl panda parrot pebble penguin pepper puffin river robin rocket seal sparrow tiger turtle walnut'

/** A made-up name for the door, "brave-otter-42": it holds nothing of who somebody is. `at` gives a whole number below its argument. */
export function makeDoorWord(at: (below: number) => number): string {
  const [first, second] = [FIRST.split(' '), SECOND.split(' ')]
  return `${first[at(first.length)]}-${second[at(second.length)]}-${10 + at(90)}`
}

/** As it may be typed: "Brave Otter 42". Null where it cannot be a name of the door. */
export function readDoorWord(text: string): string | null {
  const word = text
    .trim()
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((part) => part !== '')
    .join('-')
  return /^[a-z]{3,9}-[a-z]{3,9}-\d{2}$/.test(word) ? word : null
}

/** Six figures, with or without a gap. */
export function readCode(text: string): string | null {
  const code = text.replaceAll(/[\s-]/g, '')
  return /^\d{6}$/.test(code) ? code : null
}
