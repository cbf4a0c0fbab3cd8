import { isId } from '../../../domain/shared/is-id.ts'
import { comparePledges } from '../../../domain/strategy/compare-pledges.ts'
import { recordTrace } from '../../../shapes/person/access-trace.store.ts'
import { type Answer, notFound, type Visit } from '../../../web/route.ts'
import { promisePaths } from '../../promises/index.ts'
import { giveOwnWord, listPledges, listPromisesOf, listReadShares } from '../pledge.store.ts'
import { findOwnWord, isAskedForWord } from '../pledge-word.ts'
import { strategyPaths } from '../strategy.paths.ts'
import { presentPledge } from './pledge.presenter.ts'

/** The version of the pledge that holds: its words by party, what changed and why, and one's own word on it. */
export async function showPledge(visit: Visit): Promise<Answer> {
  return show(visit, null)
}

export async function showPledgeVersion(visit: Visit): Promise<Answer> {
  return isId(visit.params.id) ? show(visit, visit.params.id) : notFound
}

/** "I have read this and will keep it": one's own act, for the version that holds. */
export async function submitWord(visit: Visit): Promise<Answer> {
  const word = await findOwnWord(visit)
  if (word === null || word.pledge.id !== visit.params.id) return notFound
  await visit.database.as(visit.actor, async (query) => {
    await giveOwnWord(query, visit.actor, word.pledge.id)
    await recordTrace(query, visit.actor, { event: 'pledge read', detail: { pledge: word.pledge.id } })
  })
  return { redirect: `${strategyPaths.pledge()}?done=word` }
}

async function show(visit: Visit, id: string | null): Promise<Answer> {
  const found = await visit.database.as(visit.actor, async (query) => {
    const pledges = await listPledges(query)
    const pledge = id === null ? pledges[0] : pledges.find((one) => one.id === id)
    if (!pledge) return null
    const before = pledges.find((one) => one.id === pledge.replacesId) ?? null
    const promises = await listPromisesOf(query, pledge.id)
    return {
      pledge,
      before,
      pledges,
      promises,
      changes: before ? comparePledges(await listPromisesOf(query, before.id), promises) : [],
      shares: visit.can('plan:write') && pledge === pledges[0] ? await listReadShares(query, pledge.id) : [],
    }
  })
  if (found === null)
    return id === null
      ? { template: 'features/strategy/pages/no-pledge.njk', title: 'Our promises', model: {} }
      : notFound
  const isNow = found.pledge === found.pledges[0]
  const word = isNow ? await findOwnWord(visit) : null
  return {
    template: 'features/strategy/pages/pledge.njk',
    title: found.pledge.title,
    model: presentPledge({
      ...found,
      isNow,
      word,
      isAsked: isAskedForWord(visit),
      canWrite: visit.can('plan:write') && isNow,
    }),
    page: {
      back: { href: promisePaths.wall(), text: 'How each promise is kept' },
      ...(visit.query.done
        ? {
            notice: {
              isSuccess: true,
              text:
                visit.query.done === 'word'
                  ? 'Thank you. Your word is written down, with today’s date.'
                  : 'The new version holds from now on.',
            },
          }
        : {}),
    },
  }
}
