import { splitParagraphs } from '../../../domain/governance/reading-time.ts'
import { sayDate } from '../../../domain/shared/calendar-date.ts'
import type { Answer, Visit } from '../../../web/route.ts'
import { promisePaths, readWall, sayCount, sayState } from '../../promises/index.ts'
import { listPledges, listPromisesOf, type PromiseOf } from '../pledge.store.ts'
import { strategyPaths } from '../strategy.paths.ts'
import { isYoung } from './strategy.page.ts'

/** The promises about heritage and identity, each with what will be done, by whom, by when and how anybody can tell. */
export async function showHeritage(visit: Visit): Promise<Answer> {
  const found = await visit.database.as(visit.actor, async (query) => {
    const [pledge, before] = await listPledges(query, 'heritage')
    return pledge ? { pledge, before, promises: await listPromisesOf(query, pledge.id) } : null
  })
  const newHref = visit.can('plan:write') ? strategyPaths.newHeritage() : ''
  if (found === null)
    return {
      template: 'features/strategy/pages/no-heritage.njk',
      title: 'Heritage and identity',
      model: { newHref },
    }
  const { pledge, promises } = found
  const wall = await readWall(visit, 'heritage')
  const standing = new Map((wall?.promises ?? []).map((promise) => [promise.item.id, promise]))
  const gaps = promises.filter(({ hows, owners, wayToTell }) => hows.length === 0 || owners.length === 0 || !wayToTell)
  return {
    template: 'features/strategy/pages/heritage.njk',
    title: pledge.title,
    model: {
      isYoung: isYoung(visit),
      sentence: `${sayCount(promises.length)} ${promises.length === 1 ? 'promise' : 'promises'} about where you come from and who you are, each with how we will keep it.`,
      lead: [
        pledge.title,
        pledge.version ? `version ${pledge.version}` : '',
        pledge.agreedOn ? `agreed on ${sayDate(pledge.agreedOn)}` : '',
      ]
        .filter(Boolean)
        .join(', '),
      why: splitParagraphs(pledge.why ?? ''),
      gaps:
        gaps.length === 0
          ? ''
          : `${sayCount(gaps.length)} of them ${gaps.length === 1 ? 'does' : 'do'} not say yet what will be done, by whom, or how anybody can tell.`,
      // On a child's page no state and no number.
      promises: promises.map((promise) => presentHow(promise, isYoung(visit) ? undefined : standing.get(promise.id))),
      newHref,
    },
    page: {
      back: { href: isYoung(visit) ? '/me/promises' : promisePaths.wall(), text: 'Our promises' },
      ...(visit.query.done ? { notice: { isSuccess: true, text: 'This version holds from now on.' } } : {}),
    },
  }
}

type Standing = NonNullable<Awaited<ReturnType<typeof readWall>>>['promises'][number] | undefined

/** What a promise lacks is said, never filled in. */
function presentHow(promise: PromiseOf, standing: Standing) {
  return {
    id: `promise-${promise.position}`,
    title: `${promise.position}. ${promise.title}`,
    words: promise.words ?? '',
    href: standing ? promisePaths.promise(promise.id) : '',
    pill: standing ? { state: standing.state, text: sayState(standing.state) } : null,
    share:
      standing?.kept && !standing.kept.isHidden
        ? `Kept for ${standing.kept.kept.toLocaleString('en-GB')} of ${standing.kept.of.toLocaleString('en-GB')} ${standing.kept.unit}.`
        : '',
    hows: promise.hows,
    rows: [
      { label: 'Who does it', text: promise.owners.join(', ') || 'Nobody is named yet.' },
      {
        label: 'By when',
        text: promise.dueAsWritten || (promise.dueOn ? sayDate(promise.dueOn) : 'No day is set.'),
      },
      { label: 'How we can tell', text: promise.wayToTell || 'Nothing is written that would show it.' },
    ],
  }
}
