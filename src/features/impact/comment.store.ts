import { sql } from 'kysely'
import type { Query } from '../../database/database.ts'
import type { IsoDate } from '../../domain/shared/calendar-date.ts'
import { isId } from '../../domain/shared/is-id.ts'

/** What somebody said of a paper, as far as the reader may see it. */
export interface ImpactComment {
  id: string
  paperId: string
  isMine: boolean
  /** As it was typed: for whoever typed it and those who pass it on. Else null. */
  typed: string | null
  /** As it was passed on; null where it was not, or not yet. */
  words: string | null
  /** Why it was not, for whoever typed it. */
  because: string | null
  /** The name they chose to put under it, if any. */
  signed: string
  saidOn: IsoDate | null
  passedOn: IsoDate | null
  takenBackOn: IsoDate | null
  reply: { words: string; writtenBy: string; saidOn: IsoDate } | null
}

/** Of one paper, or of all. What was taken back is there for whoever typed it alone. */
export async function listComments(query: Query, paperId: string | null = null): Promise<ImpactComment[]> {
  const { rows } =
    await sql<ImpactComment>`select coalesce(c.id, p.comment_id) as id, coalesce(c.paper_id, p.paper_id) as "paperId",
      coalesce(c.said_by = (select me()), false) as "isMine", c.words as typed, p.words, p.because, coalesce(c.signed, p.signed) as signed,
      c.said_on as "saidOn", p.passed_on as "passedOn", c.taken_back_on as "takenBackOn",
      case when r.words is not null then jsonb_build_object('words', r.words, 'writtenBy', r.written_by, 'saidOn', r.said_on) end as reply
    from impact_comment c full join impact_passed p on p.authority_id = c.authority_id and p.comment_id = c.id
      left join impact_reply r on r.authority_id = p.authority_id and r.comment_id = p.comment_id
    where coalesce(c.authority_id, p.authority_id) = (select authority()) and (${paperId}::uuid is null or coalesce(c.paper_id, p.paper_id) = ${paperId})
      and (c.taken_back_on is null or c.said_by = (select me()))
    order by coalesce(p.passed_on, c.said_on), coalesce(c.id, p.comment_id)`.execute(query)
  return rows
}

export async function findComment(query: Query, id: string): Promise<ImpactComment | null> {
  if (!isId(id)) return null
  return (await listComments(query)).find((comment) => comment.id === id) ?? null
}

export async function addComment(
  query: Query,
  authorityId: number,
  comment: { paperId: string; words: string; signed: string },
): Promise<void> {
  await sql`insert into impact_comment (authority_id, paper_id, words, signed)
    values (${authorityId}, ${comment.paperId}, ${comment.words}, ${comment.signed})`.execute(query)
}

/** False where it is not theirs, or is taken back already. */
export async function takeBackComment(query: Query, id: string): Promise<boolean> {
  if (!isId(id)) return false
  const { numAffectedRows } = await sql`update impact_comment set taken_back_on = (select today())
    where authority_id = (select authority()) and id = ${id} and said_by = (select me()) and taken_back_on is null`.execute(
    query,
  )
  return Number(numAffectedRows) === 1
}

/** Its words as others may read them, or why they are not passed on. */
export async function passOn(
  query: Query,
  authorityId: number,
  { id, paperId, signed }: ImpactComment,
  said: { words: string } | { because: string },
): Promise<void> {
  await sql`insert into impact_passed (authority_id, comment_id, paper_id, words, signed, because)
    values (${authorityId}, ${id}, ${paperId}, ${'words' in said ? said.words : null}, ${signed}, ${'because' in said ? said.because : null}) on conflict do nothing`.execute(
    query,
  )
}

export async function replyTo(
  query: Query,
  authorityId: number,
  reply: { commentId: string; words: string; writtenBy: string },
): Promise<void> {
  await sql`insert into impact_reply (authority_id, comment_id, words, written_by)
    values (${authorityId}, ${reply.commentId}, ${reply.words}, ${reply.writtenBy}) on conflict do nothing`.execute(
    query,
  )
}

/** Who reads it first, and who covers for them: told before anything is written (rules 6 and 7). */
export async function listCommentReaders(query: Query): Promise<{ readers: string[]; covers: string[] }> {
  const { rows } = await sql<{ part: string; name: string }>`select part, name from impact_comment_readers()`.execute(
    query,
  )
  const of = (part: string) => rows.filter((row) => row.part === part).map(({ name }) => name)
  return { readers: of('reader'), covers: of('cover') }
}
