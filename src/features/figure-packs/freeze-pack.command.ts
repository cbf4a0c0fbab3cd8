import type { Actor, Database } from '../../database/database.ts'
import { DEFAULT_THRESHOLD } from '../../domain/disclosure/hide-in-equations.ts'
import { collectRelease, hiddenCells, listNumbers, markRelease } from '../../domain/figure-pack/collect-release.ts'
import type { IsoDate } from '../../domain/shared/calendar-date.ts'
import type { Council } from '../../shapes/person/council.store.ts'
import { checkPack } from '../disclosure/index.ts'
import { listPrinted, workOutTrend } from '../performance/index.ts'
import { type FigurePack, isSound, keepCheck, keepEdition, type PackCheck } from './figure-pack.store.ts'
import { hashFiles } from './files/write-files.ts'
import { makeContent } from './make-content.ts'

export interface Freezer {
  database: Database
  council: Council
  actor: Actor
}

const SECONDS = 20

/** Another pack was frozen while this one was checked: it has to be checked against that too. */
export class FrozenMeanwhile extends Error {}

/**
 * Works the figures out as known now, decides for the whole pack and all earlier ones what is hidden, has that attacked, and
 * keeps both. What is sound is frozen: its words and numbers, and the hash of every file, never change. Gives the outcome.
 */
export async function freezePack(
  { database, council, actor }: Freezer,
  pack: FigurePack,
): Promise<PackCheck['outcome'] | 'unsound'> {
  const days = listDays(pack)
  const figures = await workOutTrend(database, council, days, null)
  const before = await database.as(actor, (query) => listPrinted(query, days))
  const release = collectRelease(
    figures.map(({ asAt, results }) => ({ day: asAt, results })),
    before.flatMap(({ printed }) => printed),
    DEFAULT_THRESHOLD,
  )
  const { protection, audit } = await checkPack(release.pack, { seconds: SECONDS })
  const hidden = hiddenCells(release.pack, protection.pattern)
  const byDay = figures.map(({ asAt, results }) => ({ day: asAt, results }))
  const check = {
    outcome: protection.outcome,
    sealNumber: figures.at(-1)!.sealNumber,
    model: release.pack,
    protection,
    audit,
    printed: listNumbers(byDay, pack.measures, release, hidden),
    against: before.map(({ packId }) => packId),
  }
  const isSafe = check.outcome === 'safe' && isSound(audit)
  const content = isSafe
    ? makeContent(pack, {
        council: council.name,
        days: byDay.map(({ day, results }) => ({ day, results: markRelease(day, results, release, hidden) })),
        check,
      })
    : null
  const files = content && (await hashFiles(content))
  await database.as(actor, async (query) => {
    const now = await listPrinted(query, days)
    if (now.length !== before.length) throw new FrozenMeanwhile()
    const number = await keepCheck(query, actor, pack.id, check)
    if (content && files) await keepEdition(query, actor, pack.id, number, { content, files })
  })
  return isSafe || check.outcome !== 'safe' ? check.outcome : 'unsound'
}

/** The day and the same day of the years before, the oldest first. */
function listDays({ asAt, years }: Pick<FigurePack, 'asAt' | 'years'>): IsoDate[] {
  const day = Temporal.PlainDate.from(asAt)
  return Array.from({ length: years + 1 }, (_, back) => day.subtract({ years: years - back }).toString())
}
