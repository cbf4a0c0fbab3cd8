import { type ReadingAge, readingAge, sentencesOf } from '../../src/domain/own/reading-age.ts'
import type { SourceFile } from './source-file.ts'

/** A text of fewer words than this is judged with the rest alone: a formula says nothing of four words. */
const FEWEST_WORDS = 8
/** How much harder than the rest one text may be, in years. */
const MOST_ABOVE = 3

/**
 * The oldest somebody must be to read these texts together (Flesch and Kincaid's grade of 1975, and SMOG as the stricter second), and each
 * text alone. SMOG gives 8.1 to a text without one long word, so it may be a year above.
 */
export function checkReadingAge(where: string, texts: readonly string[], age: number): string[] {
  const all = readingAge(texts)
  const alone = texts
    .filter((text) => sentencesOf(text).join(' ').split(' ').length >= FEWEST_WORDS)
    .filter((text) => readingAge([text]).fleschKincaid > age + MOST_ABOVE)
  return [
    ...(all.fleschKincaid > age || all.smog > age + 1 ? [`${where}: read at ${sayAge(all)}, not at ${age}.`] : []),
    ...alone.map((text) => `${where}: read at ${sayAge(readingAge([text]))}, far from ${age}: “${text}”`),
  ]
}

function sayAge({ fleschKincaid, smog }: ReadingAge): string {
  return `${fleschKincaid.toFixed(1)} (SMOG ${smog.toFixed(1)})`
}

/** What a page's template says itself: its words without marks, values and tags. A value reads as a name. */
export function textsOfTemplate({ text }: SourceFile): string[] {
  return text
    .replace(/\{#[\s\S]*?#\}/g, '')
    .replace(/\{%[\s\S]*?%\}/g, '\n')
    .replace(/\{\{[\s\S]*?\}\}/g, 'Sam')
    .replace(/<\/?(?:strong|b|em|span)\b[^>]*>/g, '')
    .replace(/<[^>]+>/g, '\n')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => /[a-z]{2}/.test(line.replaceAll('Sam', '')))
}

/** Lists of one text at up to three levels, by name: what a word file holds. */
export function levelsOf(exported: Record<string, unknown>): Record<string, readonly string[]>[] {
  return Object.values(exported).filter(
    (value): value is Record<string, readonly string[]> =>
      typeof value === 'object' &&
      value !== null &&
      Object.keys(value).length > 0 &&
      Object.values(value).every((texts) => Array.isArray(texts) && texts.every((text) => typeof text === 'string')),
  )
}
