import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Query } from '../../database/database.ts'
import type { ChainPlace } from '../../domain/voice/phone-chain.ts'

/** What somebody sends through the safe door. Everything but the id may be left out. */
export interface NewNotSafe {
  /** From the form: the same message once, however often its button is pressed. */
  id: string
  childId: string | null
  name: string | null
  words: string | null
  reach: string | null
  isAboutAdult: boolean
  adultId: string | null
  adultWords: string | null
  word: string
  isOneOfMany: boolean
  isTest: boolean
}

/** At the door. False where it was sent already. */
export async function sendNotSafe(query: Query, authorityId: number, message: NewNotSafe): Promise<boolean> {
  const { rows } = await sql<{ sent: boolean }>`select send_not_safe(${authorityId}, ${message.id}, ${JSON.stringify({
    child: message.childId,
    name: message.name,
    words: message.words,
    reach: message.reach,
    aboutAdult: message.isAboutAdult,
    adult: message.isAboutAdult ? message.adultId : null,
    adultWords: message.isAboutAdult ? message.adultWords : null,
    wordHash: hashWord(message.word).toString('hex'),
    many: message.isOneOfMany,
    test: message.isTest,
  })}::jsonb) as sent`.execute(query)
  return rows[0]!.sent
}

export interface SeenMessage {
  sentAt: string
  /** When a person opened it; null: nobody yet. */
  openedAt: string | null
  calledAt: string | null
}

/** At the door: by the sender's word, or for the child who is signed in. Times alone, never a word of it. */
export async function readSeen(
  query: Query,
  authorityId: number,
  by: { word: string } | { childId: string },
): Promise<SeenMessage[]> {
  const { rows } = await sql<SeenMessage>`select sent_at as "sentAt", opened_at as "openedAt", called_at as "calledAt"
    from not_safe_seen(${authorityId}, ${'word' in by ? hashWord(by.word) : null}, ${'childId' in by ? by.childId : null})`.execute(
    query,
  )
  return rows
}

/** At the door: for everybody, signed in or not. */
export async function readNightNumber(query: Query, authorityId: number): Promise<string | null> {
  const { rows } = await sql<{ number: string | null }>`select night_number(${authorityId}) as number`.execute(query)
  return rows[0]!.number
}

export interface WaitingMessage {
  id: string
  sentAt: string
  chain: ChainPlace[]
}

/** At the door: what nobody has opened, and who may be rung for it. */
export async function listWaiting(query: Query, authorityId: number): Promise<WaitingMessage[]> {
  const { rows } = await sql<{ id: string; sent_at: string; chain: ChainPlace[] }>`select id, sent_at, chain
    from not_safe_waiting(${authorityId}) order by sent_at`.execute(query)
  return rows.map(({ id, sent_at, chain }) => ({ id, sentAt: sent_at, chain }))
}

/** At the door. False where this turn was written already, by another process too. */
export async function writeNotice(
  query: Query,
  authorityId: number,
  messageId: string,
  { round, place }: { round: number; place: ChainPlace },
): Promise<boolean> {
  const { rows } = await sql<{ written: boolean }>`select write_duty_notice(${authorityId}, ${messageId}, ${round},
    ${place.position}, ${place.name}, ${place.number}) as written`.execute(query)
  return rows[0]!.written
}

/** What is still missing before the door may open on real data, as keys; the page has the sentences. */
export async function listMissing(query: Query, authorityId: number): Promise<string[]> {
  const { rows } = await sql<{ missing: string[] }>`select door_missing(${authorityId}) as missing`.execute(query)
  return rows[0]!.missing
}

/** However a child writes it down: capitals, spaces and hyphens do not matter. */
function hashWord(word: string): Buffer {
  return createHash('sha256')
    .update(word.toLowerCase().replace(/[^a-z0-9]/g, ''))
    .digest()
}
