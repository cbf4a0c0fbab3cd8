import type { Query } from '../../database/database.ts'
import {
  type StrategyPart,
  type StrategyVersion,
  standVersions,
  type VersionState,
} from '../../domain/strategy/strategy.ts'
import type { Visit } from '../../web/route.ts'
import { listParts, listStrategyJoins, listVersions, type StrategyJoin } from './strategy.store.ts'

export type StandingVersion = StrategyVersion & { state: VersionState }

export interface Strategy {
  version: StandingVersion
  parts: StrategyPart[]
  joins: StrategyJoin[]
}

type Reader = Pick<Visit, 'database' | 'actor' | 'today'>

/** Every version the reader may have, newest first, each with how it stands today. */
export async function readVersions({ database, actor, today }: Reader): Promise<StandingVersion[]> {
  const versions = await database.as(actor, listVersions)
  const standing = standVersions(versions, today)
  return versions.map((version) => ({ ...version, state: standing.get(version.id)! }))
}

/** What holds today; before that, what was approved and begins later, or the draft. */
export function pickVersion(versions: readonly StandingVersion[]): StandingVersion | null {
  return versions.find(({ state }) => state === 'in force') ?? versions[0] ?? null
}

export async function readWhole(query: Query, version: StandingVersion): Promise<Strategy> {
  return {
    version,
    parts: await listParts(query, version.id),
    joins: await listStrategyJoins(query, version.id),
  }
}
