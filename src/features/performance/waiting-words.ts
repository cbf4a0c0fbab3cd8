import { isStale, listWaiting, newestWords } from '../../domain/measure-story/word.ts'
import { sayDate } from '../../domain/shared/calendar-date.ts'
import type { Visit } from '../../web/route.ts'
import { findAnyMeasure } from './find-any-measure.ts'
import { paths } from './performance.paths.ts'
import { listOwned, readStory } from './story.store.ts'

export interface WaitingWord {
  text: string
  href: string
  note: string
  pill: { state: string; text: string }
}

/** The figures somebody owns that wait for a word from them, for their first screen. */
export async function waitingWords(visit: Visit): Promise<WaitingWord[]> {
  if (!visit.can('figures:read')) return []
  return visit.database.as(visit.actor, async (query) => {
    const owned = await listOwned(query, visit.actor.personId)
    if (owned.length === 0) return []
    const { words } = await readStory(query)
    const newest = newestWords(words)
    const rows: WaitingWord[] = []
    for (const id of listWaiting(owned, words, visit.today)) {
      const found = await findAnyMeasure(query, id)
      if (found === null || found.local?.isEnded) continue
      const word = newest.get(id)
      rows.push({
        text: found.measure.plainTitle,
        href: paths.word(id),
        note: word ? `The last word speaks of ${sayDate(word.asAt)}` : 'Nothing has been said of it yet',
        pill: { state: 'on-the-way', text: word && isStale(word.asAt, visit.today) ? 'a new word' : 'a first word' },
      })
    }
    return rows
  })
}
