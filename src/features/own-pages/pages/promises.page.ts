import { isBeside, isVerdict } from '../../../domain/promises/verdict.ts'
import { listMyThemes, listThemes, listThemesJoined } from '../../../shapes/voice/theme.store.ts'
import type { Answer, Visit } from '../../../web/route.ts'
import { notFound } from '../../../web/route.ts'
import { readOurSayWays } from '../../impact/index.ts'
import { readYoungWays } from '../../strategy/index.ts'
import { paths } from '../own-pages.paths.ts'
import { sayTo } from '../own-words.ts'
import { readDoneForMe, readOwnPromises, sayVerdict } from '../verdict.store.ts'
import { asYoung } from '../young-visit.ts'
import { isForUs, presentPromise, presentPromises } from './promises.presenter.ts'
import { presentCameOfIt } from './together.presenter.ts'

export async function showPromises(visit: Visit): Promise<Answer> {
  return asYoung(visit, async ({ level }) => ({
    template: 'features/own-pages/pages/promises.njk',
    title: 'Promises',
    model: {
      ...presentPromises(await visit.database.as(visit.actor, (query) => readOwnPromises(query, level)), level),
      alsoHere: [...(await readYoungWays(visit)), ...(await readOurSayWays(visit))],
    },
    page: {
      back: { href: paths.home(), text: 'Home' },
      ...(visit.query.said === '1' ? { notice: { text: sayTo(level, 'saidThanks') } } : {}),
    },
  }))
}

export async function showPromise(visit: Visit): Promise<Answer> {
  return showOne(visit)
}

/** Written down where the child alone can read it; no trace says who has answered, let alone what. */
export async function submitVerdict(visit: Visit): Promise<Answer> {
  const { said, beside } = visit.form
  if (!isVerdict(said) || !isBeside(beside)) return showOne(visit, { said, beside })
  return asYoung(visit, async ({ level }) => {
    const isThere = await visit.database.as(visit.actor, async (query) => {
      const promises = await readOwnPromises(query, level)
      if (!promises.some((promise) => promise.id === visit.params.id && isForUs(promise))) return false
      await sayVerdict(query, visit.params.id!, said, beside)
      return true
    })
    return isThere ? { redirect: `${paths.promises()}?said=1` } : notFound
  })
}

async function showOne(
  visit: Visit,
  given?: { said?: string | undefined; beside?: string | undefined },
): Promise<Answer> {
  return asYoung(visit, async ({ level }) => {
    const { promises, facts, joined, themes, mine } = await visit.database.as(visit.actor, async (query) => ({
      promises: await readOwnPromises(query, level),
      facts: await readDoneForMe(query),
      joined: await listThemesJoined(query, 'promise', [visit.params.id ?? '']),
      themes: await listThemes(query),
      mine: await listMyThemes(query),
    }))
    const promise = promises.find((one) => one.id === visit.params.id && isForUs(one))
    if (!promise) return notFound
    const errors = [
      ...(given && !isVerdict(given.said) ? [{ text: 'Pick what you want to say', href: '#yes' }] : []),
      ...(given && !isBeside(given.beside) ? [{ text: 'Pick who is with you', href: '#with-nobody' }] : []),
    ]
    return {
      template: 'features/own-pages/pages/promise.njk',
      title: 'Promises',
      model: {
        ...presentPromise({ promise, facts, level, today: visit.today, ...(given ? { given } : {}) }),
        cameOfIt: presentCameOfIt(
          themes.filter((theme) => joined.some(({ id }) => id === theme.id)),
          new Set(mine.map(({ id }) => id)),
          level,
        ),
      },
      page: { back: { href: paths.promises(), text: 'All of them' }, ...(given ? { errors } : {}) },
      ...(given ? { status: 422 } : {}),
    }
  })
}
