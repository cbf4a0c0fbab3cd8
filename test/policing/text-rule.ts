import { placesOf, type SourceFile } from './source-file.ts'

const LONGEST = 300
const FIRST_LINES = 8
/** Written in halves so that this file does not break its own rule. */
const UNFINISHED = new RegExp(`\\b(${['TO', 'FIX'].map((half) => half + (half === 'TO' ? 'DO' : 'ME')).join('|')})\\b`)
const MACHINE_PATH = new RegExp(
  ['/work/(main|shared)\\b', '(^|[\\s\'"`(=])/root/', '/Users/[a-z]', '(^|[\\s\'"`(=])/home/[a-z]+/'].join('|'),
)
const OUTSIDE = new RegExp(`\\.\\./${'shared'}/(data|reference|requirements|sources)`)

export function checkLength({ path, text }: SourceFile): string[] {
  if (!/\.(ts|sql|njk|scss)$/.test(path)) return []
  const lines = text.split('\n').length - 1
  if (lines <= LONGEST) return []
  if (text.split('\n').slice(0, FIRST_LINES).join('\n').includes('Long because')) return []
  return [`${path} has ${lines} lines, over ${LONGEST}: split it, or say why in its first lines ("Long because …").`]
}

export function checkWords(file: SourceFile): string[] {
  return [
    ...placesOf(file, UNFINISHED).map(
      (place) => `${place}: finish it, or file an issue and say in words what is not done.`,
    ),
    ...placesOf(file, MACHINE_PATH).map(
      (place) => `${place}: a path of one machine. Use a path from the project's root.`,
    ),
    ...placesOf(file, OUTSIDE).map(
      (place) =>
        `${place}: nobody else has this folder. Put what is needed under test/vectors or data, with its source.`,
    ),
  ]
}
