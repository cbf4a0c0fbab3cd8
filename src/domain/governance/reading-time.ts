/** A slow and careful reader's pace, with time to look at a figure: no paper takes less than a minute. */
const WORDS_A_MINUTE = 120

export function countReadingMinutes(text: string): number {
  const words = text.split(/\s+/).filter(Boolean).length
  return words === 0 ? 0 : Math.max(1, Math.round(words / WORDS_A_MINUTE))
}

/** Paragraphs are parted by an empty line. */
export function splitParagraphs(text: string): string[] {
  return text
    .split(/\r?\n\s*\r?\n/)
    .map((paragraph) => paragraph.replaceAll(/\s+/g, ' ').trim())
    .filter((paragraph) => paragraph !== '')
}
