import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Query } from '../../database/database.ts'
import type { Effect } from '../../domain/impact/check-answer.ts'
import type { ImpactState } from '../../domain/impact/register.ts'
import type { IsoDate } from '../../domain/shared/calendar-date.ts'
import { isId } from '../../domain/shared/is-id.ts'

export interface ImpactPaper {
  id: string
  title: string
  whoDecides: string
  decidesOn: IsoDate
  organisation: string
  isMine: boolean
}

export type NewImpactPaper = Omit<ImpactPaper, 'id' | 'isMine'>

export interface ImpactAnswer {
  version: number
  effect: Effect
  why: string
  aboutHarm: string
  principles: number[]
  howAsked: string
  plainWords: string
  writtenBy: string
  isMine: boolean
  saidOn: IsoDate
  outcome: 'enough' | 'ask again' | null
  reviewWords: string
  reviewedOn: IsoDate | null
  openedOn: IsoDate | null
}

export interface PaperWithAnswers extends ImpactPaper {
  /** The newest first. */
  answers: ImpactAnswer[]
}

/** Those that the reader may know of, the newest decision first. */
export async function listImpactPapers(query: Query, only: string | null = null): Promise<PaperWithAnswers[]> {
  const { rows } =
    await sql<PaperWithAnswers>`select p.id, p.title, p.who_decides as "whoDecides", p.decides_on as "decidesOn",
      p.organisation, p.made_by = (select me()) as "isMine",
      coalesce((select jsonb_agg(jsonb_build_object('version', a.version, 'effect', a.effect, 'why', a.why, 'aboutHarm', a.about_harm,
          'principles', a.principles, 'howAsked', a.how_asked, 'plainWords', a.plain_words, 'writtenBy', a.written_by, 'isMine', a.said_by = (select me()),
          'saidOn', a.said_on, 'outcome', r.outcome, 'reviewWords', coalesce(r.words, ''), 'reviewedOn', r.said_on, 'openedOn', o.opened_on) order by a.version desc)
        from impact_answer a
          left join impact_review r on r.authority_id = a.authority_id and r.paper_id = a.paper_id and r.version = a.version
          left join impact_opened o on o.authority_id = a.authority_id and o.paper_id = a.paper_id and o.version = a.version
        where a.authority_id = p.authority_id and a.paper_id = p.id), '[]') as answers
    from impact_paper p where p.authority_id = (select authority()) and (${only}::uuid is null or p.id = ${only})
    order by p.decides_on desc, p.title, p.id`.execute(query)
  return rows
}

export async function findImpactPaper(query: Query, id: string): Promise<PaperWithAnswers | null> {
  return isId(id) ? ((await listImpactPapers(query, id))[0] ?? null) : null
}

export function stateOf({ answers }: PaperWithAnswers): ImpactState {
  const [last] = answers
  if (last === undefined) return 'no answer'
  return last.outcome === null ? 'waits' : last.outcome === 'enough' ? 'enough' : 'asked again'
}

export async function addImpactPaper(query: Query, authorityId: number, paper: NewImpactPaper): Promise<string> {
  const id = randomUUID()
  await sql`insert into impact_paper (authority_id, id, title, who_decides, decides_on, organisation)
    values (${authorityId}, ${id}, ${paper.title}, ${paper.whoDecides}, ${paper.decidesOn}, ${paper.organisation})`.execute(
    query,
  )
  return id
}

/** False where it is not theirs to change. */
export async function changeImpactPaper(query: Query, id: string, paper: NewImpactPaper): Promise<boolean> {
  const { numAffectedRows } =
    await sql`update impact_paper set title = ${paper.title}, who_decides = ${paper.whoDecides},
    decides_on = ${paper.decidesOn}, organisation = ${paper.organisation} where authority_id = (select authority()) and id = ${id}`.execute(
      query,
    )
  return Number(numAffectedRows) === 1
}

export type NewAnswer = Pick<
  ImpactAnswer,
  'effect' | 'why' | 'aboutHarm' | 'principles' | 'howAsked' | 'plainWords' | 'writtenBy'
>

/** On top of the version it began from. False where another has come since: nothing is overwritten. */
export async function addAnswer(
  query: Query,
  authorityId: number,
  paperId: string,
  from: number,
  answer: NewAnswer,
): Promise<boolean> {
  const { numAffectedRows } = await sql`insert into impact_answer
      (authority_id, paper_id, version, effect, why, about_harm, principles, how_asked, plain_words, written_by)
    select ${authorityId}, ${paperId}, ${from + 1}, ${answer.effect}, ${answer.why}, ${answer.aboutHarm},
      array(select jsonb_array_elements_text(${JSON.stringify(answer.principles)}::jsonb)::int), ${answer.howAsked}, ${answer.plainWords}, ${answer.writtenBy}
    where not exists (select from impact_answered() a where a.paper_id = ${paperId} and a.version > ${from})`.execute(
    query,
  )
  return Number(numAffectedRows) === 1
}

export async function reviewAnswer(
  query: Query,
  authorityId: number,
  review: { paperId: string; version: number; outcome: 'enough' | 'ask again'; words: string },
): Promise<boolean> {
  const { numAffectedRows } = await sql`insert into impact_review (authority_id, paper_id, version, outcome, words)
    values (${authorityId}, ${review.paperId}, ${review.version}, ${review.outcome}, ${review.words}) on conflict do nothing`.execute(
    query,
  )
  return Number(numAffectedRows) === 1
}

export async function openAnswer(query: Query, authorityId: number, paperId: string, version: number): Promise<void> {
  await sql`insert into impact_opened (authority_id, paper_id, version) values (${authorityId}, ${paperId}, ${version}) on conflict do nothing`.execute(
    query,
  )
}
