import { sayDate } from '../../../domain/shared/calendar-date.ts'
import type { Answer, Visit } from '../../../web/route.ts'
import { paths } from '../release.paths.ts'
import { listRequests } from '../release.store.ts'

export async function showRequests(visit: Visit): Promise<Answer> {
  const requests = await visit.database.as(visit.actor, listRequests)
  return {
    template: 'features/release/pages/requests.njk',
    title: 'Requests for information',
    model: {
      sentence:
        requests.length === 0
          ? 'Nobody’s request for information is logged yet.'
          : `${requests.length === 1 ? 'One request' : `${requests.length} requests`} for information ${requests.length === 1 ? 'is' : 'are'} logged. Nothing in ${requests.length === 1 ? 'it' : 'them'} can be removed.`,
      newHref: paths.newRequest(),
      requests: requests.map((one) => ({
        text: `${one.reference}: ${one.subject}`,
        href: paths.request(one.id),
        note: `Asked for on ${sayDate(one.askedOn)}, to be answered by ${sayDate(one.answerDueOn)} · ${one.found} found, ${one.withheld} withheld`,
      })),
    },
  }
}
