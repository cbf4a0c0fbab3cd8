/**
 * How old a reader must be: SMOG (McLaughlin 1969), the formula used most for health and public leaflets in Britain. It counts words of
 * three syllables or more in a number of sentences, and gives a school grade; five more is an age. SMOG was made for thirty sentences, so
 * texts are judged together. Flesch and Kincaid's grade (1975) stands beside it, because short texts have few long words.
 */
export interface ReadingAge {
  smog: number
  fleschKincaid: number
}

export function readingAge(texts: readonly string[]): ReadingAge {
  const sentences = texts.flatMap(sentencesOf)
  const words = sentences.flatMap(wordsOf)
  const syllables = words.map(countSyllables)
  const long = syllables.filter((count) => count >= 3).length
  const sum = syllables.reduce((total, count) => total + count, 0)
  return {
    smog: 1.043 * Math.sqrt((long * 30) / sentences.length) + 3.1291 + 5,
    fleschKincaid: 0.39 * (words.length / sentences.length) + 11.8 * (sum / words.length) - 15.59 + 5,
  }
}

export function sentencesOf(text: string): string[] {
  return text
    .split(/[.!?:]+(?:\s|$)/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
}

function wordsOf(sentence: string): string[] {
  return sentence.match(/[A-Za-z][A-Za-z’'-]*/g) ?? []
}

/** By groups of vowels: a silent e at the end, and -ed after most letters, are not heard. */
export function countSyllables(word: string): number {
  const plain = word.toLowerCase().replace(/[^a-z]/g, '')
  const heard = plain.replace(/(?:[^laeiouy]es|[^td]ed|[^laeiouy]e)$/, (end) => end[0]!).replace(/^y/, '')
  return Math.max(1, (heard.match(/[aeiouy]{1,2}/g) ?? []).length)
}
