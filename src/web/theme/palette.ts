import { PALETTES, type PaletteName } from '../../domain/own/look.ts'

/** The colours of one palette on a young person's pages. What is read on what is in `palettePairs`, and tested. */
export interface Palette {
  title: string
  /** The large card: white letters. */
  main: string
  /** The buttons on it: white letters. */
  soft: string
  /** The top of the page, fading into `paper`. */
  top: string
  paper: string
  line: string
  /** What is new and good. */
  pale: string
  paleLine: string
  paleInk: string
}

export const palettes: Record<PaletteName, Palette> = {
  plum: {
    title: 'Plum',
    main: '#43295c',
    soft: '#5b4274',
    top: '#ffe1cc',
    paper: '#fdf9f2',
    line: '#f0e4cf',
    pale: '#e3f4f0',
    paleLine: '#8fd0c2',
    paleInk: '#0b6e5f',
  },
  sea: {
    title: 'Sea',
    main: '#134b73',
    soft: '#2c6189',
    top: '#c6e8f6',
    paper: '#f5fafd',
    line: '#cfe3ee',
    pale: '#fff1d2',
    paleLine: '#e6c884',
    paleInk: '#6f4a00',
  },
  leaf: {
    title: 'Leaf',
    main: '#1f5a38',
    soft: '#356f4e',
    top: '#dbf2c9',
    paper: '#f8fcf3',
    line: '#d9e8cb',
    pale: '#fdecd8',
    paleLine: '#eec091',
    paleInk: '#84400a',
  },
  berry: {
    title: 'Berry',
    main: '#8a1c4a',
    soft: '#9c375f',
    top: '#ffd7e4',
    paper: '#fff8fa',
    line: '#f3d5df',
    pale: '#e9e4fa',
    paleLine: '#bdb1e6',
    paleInk: '#4b3491',
  },
  sun: {
    title: 'Sun',
    main: '#6b4a00',
    soft: '#7d5d10',
    top: '#ffe79a',
    paper: '#fffbee',
    line: '#efe1b3',
    pale: '#e0f1fa',
    paleLine: '#9ccbe4',
    paleInk: '#11547d',
  },
}

export const YOUNG_INK = '#1f1a2e'
export const YOUNG_QUIET = '#575265'
const WHITE = '#ffffff'

/** Every pair that is read, one on the other: 4.5 to 1 (WCAG 2.2, 1.4.3). */
export function palettePairs({ main, soft, top, paper, pale, paleInk }: Palette): [text: string, ground: string][] {
  return [
    [WHITE, main],
    [WHITE, soft],
    [YOUNG_INK, top],
    [YOUNG_INK, paper],
    [YOUNG_INK, pale],
    [YOUNG_QUIET, WHITE],
    [YOUNG_QUIET, top],
    [YOUNG_QUIET, paper],
    [YOUNG_QUIET, pale],
    [paleInk, pale],
    [main, WHITE],
    [main, paper],
  ]
}

/** The custom properties of each palette, which `_young.scss` uses. */
export function paletteRules(): string {
  return PALETTES.map((name) => {
    const { main, soft, top, paper, line, pale, paleLine, paleInk } = palettes[name]
    return (
      `.young--${name}{--own-main:${main};--own-soft:${soft};--own-top:${top};--own-paper:${paper};--own-line:${line};` +
      `--own-pale:${pale};--own-pale-line:${paleLine};--own-pale-ink:${paleInk}}`
    )
  }).join('\n')
}
