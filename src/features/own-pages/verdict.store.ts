import { sql } from 'kysely'
import type { Query } from '../../database/database.ts'
import type { OwnFact } from '../../domain/own/done-for-me.ts'
import type { TextLevel } from '../../domain/own/text-level.ts'
import type { Beside, Verdict } from '../../domain/promises/verdict.ts'

export interface OwnPromise {
  id: string
  party: 'we' | 'you' | 'together' | null
  /** Null of the pledge itself. */
  about: 'heritage' | null
  measureId: string | null
  /** In words for this level, or the pledge's own where there are none. */
  short: string
  full: string
  said: Verdict | null
  beside: Beside | null
}

/** The newest pledge and the newest about heritage, in words for one level, with what whoever asks said last of each promise. */
export async function readOwnPromises(query: Query, level: TextLevel): Promise<OwnPromise[]> {
  const { rows } = await sql<OwnPromise>`select i.id, i.party, p.about, i.measure_id as "measureId",
      coalesce(w.short, i.title) as short, coalesce(w.full_text, i.words, '') as full, v.said, v.beside
    from plan_item i
    join (select distinct on (about) id, about from plan where authority_id = (select authority()) and kind = 'pledge'
      order by about, agreed_on desc nulls last) p on p.id = i.plan_id
    left join promise_words w on w.authority_id = i.authority_id and w.promise_id = i.id and w.level = ${level}
    left join lateral (select l.said, l.beside from verdict l where l.authority_id = i.authority_id and l.promise_id = i.id
      and l.child_id = (select me()) order by l.said_at desc, l.id limit 1) v on true
    where i.authority_id = (select authority())
    order by p.about nulls first, i.position`.execute(query)
  return rows
}

/** Keeps what somebody says now; what they said before stays theirs, and counts no more. */
export async function sayVerdict(query: Query, promiseId: string, said: Verdict, beside: Beside): Promise<void> {
  await sql`insert into verdict (authority_id, promise_id, said, beside)
    values ((select authority()), ${promiseId}, ${said}, ${beside})`.execute(query)
}

/** The facts about whoever asks that a promise may speak of. */
export async function readDoneForMe(query: Query): Promise<OwnFact[]> {
  const { rows } =
    await sql<OwnFact>`select kind, starts_on as "startsOn", ends_on as "endsOn", data from done_for_me() order by starts_on`.execute(
      query,
    )
  return rows
}
