import { sayDate } from '../../../domain/shared/calendar-date.ts'
import { type Answer, notFound, type Visit } from '../../../web/route.ts'
import { compareWords } from '../clash/compare-words.ts'
import { listVersions } from '../clash/version.store.ts'
import { paths } from '../governance.paths.ts'
import { findMinute } from '../minutes/minutes.store.ts'

/** What each save of one item's minutes put in and took out, the latest first. */
export async function showVersions(visit: Visit): Promise<Answer> {
  const found = await visit.database.as(visit.actor, async (query) => {
    const minute = await findMinute(query, visit.params.id ?? '')
    return minute && { minute, versions: await listVersions(query, 'minute', minute.id) }
  })
  if (found === null) return notFound
  const { minute, versions } = found
  return {
    template: 'features/governance/pages/minute-versions.njk',
    title: 'Earlier versions',
    model: {
      sentence: `“${minute.title ?? 'Young people’s item'}” was saved ${versions.length === 1 ? 'once' : `${versions.length} times`}. Every version is kept.`,
      versions: versions.map(({ version, words, savedBy, savedOn, savedTime }, index) => ({
        title: `Version ${version}`,
        note: `Saved at ${savedTime} on ${sayDate(savedOn)}${savedBy ? ` by ${savedBy}` : ''}`,
        parts: compareWords(String(versions[index + 1]?.words.words ?? ''), String(words.words ?? '')),
      })),
    },
    page: { isNarrow: true, back: { href: paths.minutes(minute.meetingId), text: 'The minutes' } },
  }
}
