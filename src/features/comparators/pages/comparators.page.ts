import { sayDate } from '../../../domain/shared/calendar-date.ts'
import type { Answer, Visit } from '../../../web/route.ts'
import { listReleases, type Release } from '../comparator.store.ts'
import { paths } from '../comparators.paths.ts'

/** What is held of other councils, and what waits to be looked at. */
export async function showComparators(visit: Visit): Promise<Answer> {
  const releases = await visit.database.as(visit.actor, (query) => listReleases(query))
  const counted = releases.filter(({ acceptedOn }) => acceptedOn !== null).length
  return {
    template: 'features/comparators/pages/comparators.njk',
    title: 'What others publish',
    model: {
      sentence:
        counted === 0
          ? 'Nothing that others publish has been taken in yet.'
          : `${counted} published ${counted === 1 ? 'file stands' : 'files stand'} beside our figures.`,
      lead: 'Figures of every council, of England and of our region, and the councils most like ours. A file counts once somebody has looked at what it changes.',
      rows: releases.map((release) => ({
        text: release.title,
        href: paths.release(release.id),
        note: `${release.kind === 'neighbours' ? 'A list of councils like each other. ' : ''}${release.source}, ${sayDate(release.publishedOn)}`,
        pill: pillOf(release),
      })),
      newHref: visit.can('import:write') ? paths.newRelease() : '',
    },
    page: { back: { href: '/figures', text: 'Figures' } },
  }
}

export function pillOf({ acceptedOn, setAsideOn }: Release) {
  if (acceptedOn !== null) return { state: 'kept', text: 'counts' }
  return setAsideOn !== null
    ? { state: 'unknown', text: 'set aside' }
    : { state: 'on-the-way', text: 'waits to be accepted' }
}
