import { sql } from 'kysely'
import type { Database, Query } from '../../database/database.ts'
import { findRunning } from '../../domain/governance/pre-election.ts'
import type { IsoDate } from '../../domain/shared/calendar-date.ts'
import { type Council, systemActor } from './council.store.ts'

export interface PreElectionPeriod {
  id: string
  startsOn: IsoDate
  endsOn: IsoDate
  why: string
  setBy: string
  setOn: IsoDate
}

/** The latest first. */
export async function listPreElections(query: Query): Promise<PreElectionPeriod[]> {
  const { rows } = await sql<PreElectionPeriod>`select e.id, e.starts_on as "startsOn", e.ends_on as "endsOn", e.why,
      coalesce(p.title, 'the monitoring officer') as "setBy", e.set_on as "setOn"
    from pre_election e left join person p on p.authority_id = e.authority_id and p.id = e.set_by
    where e.authority_id = (select authority()) order by e.starts_on desc`.execute(query)
  return rows
}

export async function addPreElection(
  query: Query,
  authorityId: number,
  period: Pick<PreElectionPeriod, 'startsOn' | 'endsOn' | 'why'>,
): Promise<void> {
  await sql`insert into pre_election (authority_id, starts_on, ends_on, why)
    values (${authorityId}, ${period.startsOn}, ${period.endsOn}, ${period.why})`.execute(query)
}

/** Ends with yesterday, or on its first day where that is today; false where none such runs. */
export async function endPreElection(query: Query, id: string, today: IsoDate): Promise<boolean> {
  const { numAffectedRows } =
    await sql`update pre_election set ends_on = greatest(starts_on, ${today}::date - 1), set_by = (select me()), set_on = ${today}
    where authority_id = (select authority()) and id::text = ${id} and ends_on >= ${today}`.execute(query)
  return Number(numAffectedRows) === 1
}

type Where = { database: Database; council: Council; today: IsoDate }

/** The one that runs today, read as Kept itself: it is the same for everybody. */
export async function readRunning({ database, council, today }: Where): Promise<PreElectionPeriod | null> {
  return findRunning(await database.as(systemActor(council), listPreElections), today)
}

const KEPT_FOR = 30_000
const kept = new WeakMap<Database, { until: number; day: IsoDate; running: PreElectionPeriod | null }>()

/** For the banner on every page: read again after half a minute, or as soon as it is changed here. */
export async function readRunningForBanner(where: Where): Promise<PreElectionPeriod | null> {
  const known = kept.get(where.database)
  if (known && known.day === where.today && known.until > performance.now()) return known.running
  const running = await readRunning(where)
  kept.set(where.database, { until: performance.now() + KEPT_FOR, day: where.today, running })
  return running
}

export function forgetRunning(database: Database): void {
  kept.delete(database)
}
