import type { IsoDate } from '../../domain/shared/calendar-date.ts'
import type { Visit } from '../../web/route.ts'
import { listPledges, type PledgeVersion, readOwnWord } from './pledge.store.ts'
import { strategyPaths } from './strategy.paths.ts'

/** Adults who work for the council and with it. A young representative speaks for those to whom it is promised. */
export function isAskedForWord({ person }: Pick<Visit, 'person'>): boolean {
  return person.roles.some((role) => !['child', 'young_adult', 'young_representative', 'system'].includes(role))
}

export interface OwnWord {
  pledge: PledgeVersion
  /** Null: not said yet for this version. */
  saidOn: IsoDate | null
}

export async function findOwnWord(visit: Visit): Promise<OwnWord | null> {
  if (!isAskedForWord(visit)) return null
  return visit.database.as(visit.actor, async (query) => {
    const [pledge] = await listPledges(query)
    return pledge ? { pledge, saidOn: await readOwnWord(query, pledge.id) } : null
  })
}

/** The small ask on a colleague's first screen; null where they gave their word on the version that holds. */
export async function pledgeAsk(visit: Visit): Promise<{ text: string; href: string; linkText: string } | null> {
  const word = await findOwnWord(visit)
  if (word === null || word.saidOn !== null) return null
  const { replacesId } = word.pledge
  return {
    text:
      replacesId === null
        ? 'Have you read what the council promises its children?'
        : 'The council’s promises to its children have a new version. Have you read it?',
    href: strategyPaths.pledge(),
    linkText: 'Read it, and say that you will keep it',
  }
}
