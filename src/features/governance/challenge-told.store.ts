import { sql } from 'kysely'
import type { Query } from '../../database/database.ts'
import type { IsoDate } from '../../domain/shared/calendar-date.ts'

export const TOLD_KINDS = ['we did', 'we will', 'no, because'] as const
export type ToldKind = (typeof TOLD_KINDS)[number]

export interface ChallengeTold {
  challengeId: string
  youSaid: string
  kind: ToldKind
  answer: string
  on: IsoDate
}

/** Challenges that were told to everybody, the latest first. */
export async function listChallengesTold(query: Query): Promise<ChallengeTold[]> {
  const { rows } =
    await sql<ChallengeTold>`select challenge_id as "challengeId", you_said as "youSaid", kind, answer, told_on as "on"
    from challenge_told where authority_id = (select authority()) order by told_on desc, you_said`.execute(query)
  return rows
}

/** The first meeting that the body held since an answer was accepted: the board was told then. Null: not yet. */
export async function findBoardTold(query: Query, bodyId: string, acceptedOn: IsoDate): Promise<IsoDate | null> {
  const { rows } = await sql<{
    day: IsoDate
  }>`select held_on as day from meeting where authority_id = (select authority()) and body_id = ${bodyId}
    and status = 'held' and held_on between ${acceptedOn} and (select today()) order by held_on limit 1`.execute(query)
  return rows[0]?.day ?? null
}

export async function tellEverybody(query: Query, authorityId: number, told: Omit<ChallengeTold, 'on'>): Promise<void> {
  await sql`insert into challenge_told (authority_id, challenge_id, you_said, kind, answer)
    values (${authorityId}, ${told.challengeId}, ${told.youSaid}, ${told.kind}, ${told.answer})`.execute(query)
}
