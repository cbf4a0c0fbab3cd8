import type { Actor, Database } from '../../database/database.ts'
import type { Audit } from '../../domain/disclosure/audit.ts'
import { DEFAULT_THRESHOLD } from '../../domain/disclosure/hide-in-equations.ts'
import {
  collectRelease,
  hiddenCells,
  listNumbers,
  markRelease,
  nameOf,
  type Release,
} from '../../domain/figure-pack/collect-release.ts'
import { roundResult } from '../../domain/figure-pack/round-result.ts'
import type { MeasureResult } from '../../domain/measures/measure.ts'
import type { IsoDate } from '../../domain/shared/calendar-date.ts'
import type { Council } from '../../shapes/person/council.store.ts'
import { checkPack, roundPack } from '../disclosure/index.ts'
import { listPrinted, workOutTrend } from '../performance/index.ts'
import { type FigurePack, keepCheck, keepEdition, type PackCheck } from './figure-pack.store.ts'
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
  const byDay = figures.map(({ asAt, results }) => ({ day: asAt, results }))
  const rounded = pack.smallNumbers === 'rounded'
  const { days: shown, ...decided } = await (rounded ? roundRelease : hideRelease)(pack, byDay, release)
  const check = {
    ...decided,
    sealNumber: figures.at(-1)!.sealNumber,
    model: release.pack,
    against: before.map(({ packId }) => packId),
  }
  const isSafe = check.outcome === 'safe' && check.isSound
  const content = isSafe ? makeContent(pack, { council: council.name, days: shown, check }) : null
  const files = content && (await hashFiles(content))
  await database.as(actor, async (query) => {
    const now = await listPrinted(query, days)
    if (now.length !== before.length) throw new FrozenMeanwhile()
    const number = await keepCheck(query, actor, pack.id, check)
    if (content && files) await keepEdition(query, actor, pack.id, number, { content, files })
  })
  return isSafe || check.outcome !== 'safe' ? check.outcome : 'unsound'
}

type Days = { day: IsoDate; results: MeasureResult[] }[]
type Decided = Pick<PackCheck, 'outcome' | 'protection' | 'audit' | 'isSound' | 'printed'> & { days: Days }

async function hideRelease(pack: FigurePack, days: Days, release: Release): Promise<Decided> {
  const { protection, audit } = await checkPack(release.pack, { seconds: SECONDS })
  const hidden = hiddenCells(release.pack, protection.pattern)
  return {
    outcome: protection.outcome,
    protection,
    audit,
    isSound: audit.safe && audit.hiddenForNothing.length === 0,
    printed: listNumbers(days, pack.measures, release, hidden),
    days: days.map(({ day, results }) => ({ day, results: markRelease(day, results, release, hidden) })),
  }
}

const BASE = 5
/** Of a rounded number at least so many true ones must be possible. */
const LEAST_POSSIBLE = 3

/** Every number of the pack to a multiple of five. What the pages of figures show stays known beside it, and is attacked so. */
async function roundRelease(pack: FigurePack, days: Days, release: Release): Promise<Decided> {
  const printed = listNumbers(days, pack.measures, release, new Set())
  const model = { ...release.pack, rule: { ...release.pack.rule, protect: LEAST_POSSIBLE } }
  const cells = [...new Set(printed.map((number) => release.cellOf.get(nameOf(number))!))]
  const found = await roundPack(model, { printed: cells, base: BASE, seconds: SECONDS })
  const known = new Set(release.pack.cells.flatMap(({ id, hide }) => (hide === 'never' ? [id] : [])))
  const roundOf = (day: IsoDate, measureId: string) => (name: string) =>
    found?.rounding.shown[release.cellOf.get(nameOf({ day, measureId, name })) ?? ''] ?? null
  const audit = found?.audit ?? NOT_ATTACKED
  const isSafe = found !== null && audit.safe
  return {
    outcome: isSafe ? 'safe' : 'impossible',
    protection: {
      outcome: isSafe ? 'safe' : 'impossible',
      pattern: found?.rounding.pattern ?? {
        format: 'sdc-pattern/1',
        hidden: [],
        hidden_percents: [],
        seconds: 0,
        claims: 'impossible',
      },
      primary: [],
      knownSmall: audit.knownSmall,
      unprotectable: audit.open.map(({ cell }) => cell),
      contradictions: [],
      weight: 0,
      bound: 0,
      witnesses: [],
    },
    audit,
    isSound: isSafe,
    // A rounded number tells no true one: what later packs must keep hidden stays so.
    printed: printed.map((number) => ({ ...number, isShown: known.has(release.cellOf.get(nameOf(number))!) })),
    days: days.map(({ day, results }) => ({
      day,
      results: results.map((result) =>
        pack.measures.includes(result.id) ? roundResult(result, roundOf(day, result.id)) : result,
      ),
    })),
  }
}

const NOT_ATTACKED: Audit = {
  safe: false,
  open: [],
  hiddenForNothing: [],
  contradiction: false,
  broken: [],
  knownSmall: [],
  interval: {},
}

/** The day and the same day of the years before, the oldest first. */
function listDays({ asAt, years }: Pick<FigurePack, 'asAt' | 'years'>): IsoDate[] {
  const day = Temporal.PlainDate.from(asAt)
  return Array.from({ length: years + 1 }, (_, back) => day.subtract({ years: years - back }).toString())
}
