import { A_WORD_EVERY } from '../plans/item-standing.ts'
import { addDays, type IsoDate } from '../shared/calendar-date.ts'

/** What somebody said of a figure as at a day: why it moved, and what happens next. */
export interface Word {
  measureId: string
  asAt: IsoDate
  why: string
  nextStep: string
  saidBy: string
  saidOn: IsoDate
}

/** A word about a day longer ago than a quarter no longer speaks of how things are. */
export function isStale(asAt: IsoDate, today: IsoDate): boolean {
  return asAt < addDays(today, -A_WORD_EVERY)
}

/** The newest word of each measure. `words`: in the order said. */
export function newestWords(words: readonly Word[]): Map<string, Word> {
  const newest = new Map<string, Word>()
  for (const word of words) {
    const before = newest.get(word.measureId)
    if (before === undefined || before.asAt <= word.asAt) newest.set(word.measureId, word)
  }
  return newest
}

/** Of the measures given, those about which nobody has said anything lately. */
export function listWaiting(measureIds: readonly string[], words: readonly Word[], today: IsoDate): string[] {
  const newest = newestWords(words)
  return measureIds.filter((id) => {
    const word = newest.get(id)
    return word === undefined || isStale(word.asAt, today)
  })
}

const FEW =
  /(?<![\w.,-])(?:[1-5](?![\d.,:/%]*\d|%)|one|two|three|four|five)\s+(?:(?!(?:with|by|and|to|for|at|from|or|in|when|because)\s)[a-z-]+\s+){0,2}?(?:child(?:ren)?|young (?:people|persons?|adults?|m[ae]n|wom[ae]n)|people|persons?|boys?|girls?|babies|baby|siblings?|brothers?|sisters?|teenagers?|care leavers?)\b/giu

/** Numbers from 1 to 5 of children or young people, as written: they could point at somebody. Whether they do is for people to say. */
export function findFew(text: string): string[] {
  return [...text.matchAll(FEW)].map(([found]) => found.replace(/\s+/g, ' '))
}
