/**
 * Kept's colours, named once: the theme, the charts and the contrast test all read them here. A state's colour always
 * comes with a shape and a word (macros/state-pill.njk); colour alone says nothing.
 */
export const colours = {
  white: '#ffffff',
  ink: '#1f1a2e',
  inkQuiet: '#575265',
  paper: '#fbf7f1',
  rule: '#e2dcd3',
  control: '#77708a',
  plum: '#43295c',
  plumDeep: '#2b1a3d',
  plumPale: '#f3edf9',
  plumRule: '#d9cbe8',
  plumText: '#e8def2',
  thread: '#c2410c',
  threadText: '#9a3309',
  threadPale: '#ffb185',
  madeUp: '#fff6e2',
  madeUpRule: '#ecd9ae',
  kept: '#0b6e5f',
  keptPale: '#e3f4f0',
  onTheWay: '#7a4d00',
  onTheWayPale: '#fff3d6',
  notKept: '#9b1c46',
  notKeptPale: '#fde8ef',
  unknown: '#4a4f57',
  unknownPale: '#eef0f2',
  hatch: '#b7a9c7',
  band: '#eef0f2',
} as const

export type ColourName = keyof typeof colours

/** Every pair in which one is read on the other; each must reach 4.5 to 1 (WCAG 2.2, 1.4.3). */
export const readPairs: [text: ColourName, ground: ColourName][] = [
  ['ink', 'white'],
  ['ink', 'paper'],
  ['ink', 'plumPale'],
  ['ink', 'madeUp'],
  ['inkQuiet', 'white'],
  ['inkQuiet', 'paper'],
  ['inkQuiet', 'plumPale'],
  ['white', 'plum'],
  ['plumText', 'plum'],
  ['threadPale', 'plum'],
  ['plum', 'white'],
  ['plum', 'paper'],
  ['plum', 'plumPale'],
  ['plumDeep', 'plumPale'],
  ['thread', 'white'],
  ['threadText', 'white'],
  ['white', 'kept'],
  ['kept', 'white'],
  ['kept', 'keptPale'],
  ['onTheWay', 'onTheWayPale'],
  ['notKept', 'white'],
  ['notKept', 'notKeptPale'],
  ['unknown', 'unknownPale'],
  ['unknown', 'white'],
]

/** Lines and controls that must be seen but are not read: 3 to 1 (WCAG 2.2, 1.4.11). */
export const seenPairs: [mark: ColourName, ground: ColourName][] = [
  ['control', 'white'],
  ['thread', 'paper'],
  ['kept', 'keptPale'],
  ['notKept', 'notKeptPale'],
]

/** The contrast ratio of two colours (WCAG 2.2, relative luminance). */
export function contrast(first: string, second: string): number {
  const [low, high] = [luminance(first), luminance(second)].sort((a, b) => a - b)
  return (high! + 0.05) / (low! + 0.05)
}

function luminance(hex: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!
}
