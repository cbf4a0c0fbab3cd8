import { sayDate } from '../../../domain/shared/calendar-date.ts'
import type { Answer, Visit } from '../../../web/route.ts'
import { paths } from '../governance.paths.ts'
import { type Hit, type HitKind, MOST_HITS, searchMeetings } from '../search/search.store.ts'

const KINDS: Record<HitKind, string> = {
  'agenda item': 'On an agenda',
  paper: 'A paper',
  minutes: 'Minutes',
  decision: 'A decision',
  action: 'Something to do',
  challenge: 'A challenge',
  issue: 'An issue',
}

/** What the reader may read of meetings, by its words. */
export async function showSearch(visit: Visit): Promise<Answer> {
  const words = (visit.query.words ?? '')
    .replace(/\p{Cc}/gu, ' ')
    .trim()
    .slice(0, 200)
  const hits = words === '' ? [] : await visit.database.as(visit.actor, (query) => searchMeetings(query, words))
  return {
    template: 'features/governance/pages/search.njk',
    title: 'Search meetings',
    model: {
      sentence: saySentence(words, hits.length),
      action: paths.search(),
      words,
      hits: hits.slice(0, MOST_HITS).map((hit) => ({
        kind: `${KINDS[hit.kind]} · ${hit.body} · ${sayDate(hit.day)}`,
        title: hit.title,
        href: hrefOf(hit),
        parts: markParts(hit.excerpt),
      })),
    },
    page: { isNarrow: true, back: { href: paths.meetings(), text: 'All meetings' } },
  }
}

function saySentence(words: string, count: number): string {
  if (words === '') return 'Search agendas, papers, minutes, decisions, actions, challenges and issues.'
  if (count === 0) return `Nothing that you may read has “${words}” in it.`
  if (count > MOST_HITS) return `More than ${MOST_HITS} places have “${words}”: the latest ${MOST_HITS} are here.`
  return `${count === 1 ? 'One place has' : `${count} places have`} “${words}”.`
}

function hrefOf(hit: Hit): string {
  switch (hit.kind) {
    case 'agenda item':
      return paths.meeting(hit.meetingId!)
    case 'paper':
      return paths.paper(hit.id)
    case 'minutes':
      return paths.minutes(hit.meetingId!)
    case 'decision':
      return paths.decision(hit.id)
    case 'action':
      return paths.action(hit.id)
    case 'challenge':
      return paths.challenge(hit.id)
    case 'issue':
      return paths.issue(hit.id)
  }
}

/** "a ⟦nurse⟧ comes" as plain and marked parts. */
function markParts(excerpt: string): { text: string; isMarked: boolean }[] {
  return excerpt
    .split(/(⟦[^⟧]*⟧)/)
    .filter((part) => part !== '')
    .map((part) => ({ text: part.replace(/[⟦⟧]/g, ''), isMarked: part.startsWith('⟦') }))
}
