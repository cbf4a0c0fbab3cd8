import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Query } from '../../database/database.ts'
import type { DemoCouncil } from '../../demo-data/demo-council.ts'
import { CHECKED_PLANS, IMPACT_PAPERS, RELATED_DOCUMENTS, WORD_MEANINGS } from '../../demo-data/impact.ts'
import { addDays, type IsoDate } from '../../domain/shared/calendar-date.ts'
import type { Council } from '../../shapes/person/council.store.ts'

/** A year of papers that said what they do for children, what young people said of some, and the plan check. */
export async function placeImpact(
  query: Query,
  { authorityId }: Council,
  demo: DemoCouncil,
  idOf: (key: string) => string,
  today: IsoDate,
): Promise<void> {
  const staff = (fits: (person: DemoCouncil['staff'][number]) => boolean) => idOf(demo.staff.find(fits)!.key)
  const byRole = (role: string) => staff((person) => person.role === role)
  const [lead, voice, clerk] = [byRole('strategy_lead'), byRole('participation_officer'), byRole('clerk')]
  const author = (by: string) =>
    ({ lead, clerk, author: byRole('report_author') })[by] ?? staff(({ title }) => title === by)
  const picked = (role: string) => demo.picker.find((entry) => entry.role === role && entry.childCode)?.childCode
  const young = (by: string) => {
    const code = by === 'representative' ? undefined : picked(by === 'child' ? 'child' : 'young_adult')
    return code ? idOf(code) : byRole('young_representative')
  }
  const day = (days: number) => addDays(today, days)
  const put = async (rows: unknown[], statement: (text: string) => ReturnType<typeof sql>) => {
    await statement(JSON.stringify(rows)).execute(query)
  }
  const papers = IMPACT_PAPERS.map((paper) => ({ ...paper, id: randomUUID(), who: author(paper.by) }))
  await put(
    papers.map((paper) => ({
      ...paper,
      on: day(paper.decidesIn),
      made: day(Math.min(paper.answers[0]?.saidIn ?? -30, paper.decidesIn)),
    })),
    (
      text,
    ) => sql`insert into impact_paper (authority_id, id, title, who_decides, decides_on, organisation, made_by, made_on)
      select ${authorityId}, r.id, r.title, r."whoDecides", r."on", r.organisation, r.who, r.made
      from jsonb_to_recordset(${text}::jsonb) as r(id uuid, title text, "whoDecides" text, "on" date, organisation text, who uuid, made date)`,
  )
  const answers = papers.flatMap(({ id, who, writtenBy, isOpened, answers }) =>
    answers.map((answer, index) => ({
      ...{ paper: id, version: index + 1, who, writtenBy, ...answer, said: day(answer.saidIn) },
      ...{ harm: answer.aboutHarm ?? '', plain: answer.plain ?? '' },
      reviewed: answer.review ? day(answer.review.in) : null,
      outcome: answer.review?.outcome,
      words: answer.review?.words ?? '',
      opened: isOpened === true && index === answers.length - 1,
    })),
  )
  await put(
    answers,
    (
      text,
    ) => sql`insert into impact_answer (authority_id, paper_id, version, effect, why, about_harm, principles, how_asked, plain_words, written_by, said_by, said_on)
      select ${authorityId}, r.paper, r.version, r.effect, r.why, r.harm, array(select jsonb_array_elements_text(r.principles)::int), r."howAsked", r.plain, r."writtenBy", r.who, r.said
      from jsonb_to_recordset(${text}::jsonb) as r(paper uuid, version int, effect text, why text, harm text, principles jsonb, "howAsked" text, plain text, "writtenBy" text, who uuid, said date)`,
  )
  const reviewed = answers.filter(({ reviewed }) => reviewed !== null)
  await put(
    reviewed,
    (text) => sql`insert into impact_review (authority_id, paper_id, version, outcome, words, said_by, said_on)
      select ${authorityId}, r.paper, r.version, r.outcome, r.words, ${lead}, r.reviewed
      from jsonb_to_recordset(${text}::jsonb) as r(paper uuid, version int, outcome text, words text, reviewed date)`,
  )
  await put(
    reviewed.filter(({ opened }) => opened),
    (text) => sql`insert into impact_opened (authority_id, paper_id, version, opened_by, opened_on)
      select ${authorityId}, r.paper, r.version, ${voice}, r.reviewed from jsonb_to_recordset(${text}::jsonb) as r(paper uuid, version int, reviewed date)`,
  )
  const comments = papers.flatMap(({ id, who, writtenBy, comments = [] }) =>
    comments.map((comment) => ({
      ...{ id: randomUUID(), paper: id, who, writtenBy, by: young(comment.by) },
      ...{ typed: comment.typed, signed: comment.signed ?? '', said: day(comment.in) },
      ...{ words: comment.passed?.words, passed: comment.passed && day(comment.passed.in) },
      ...{ reply: comment.reply?.words, replied: comment.reply && day(comment.reply.in) },
    })),
  )
  await put(
    comments,
    (text) => sql`insert into impact_comment (authority_id, id, paper_id, words, signed, said_by, said_on)
      select ${authorityId}, r.id, r.paper, r.typed, r.signed, r.by, r.said
      from jsonb_to_recordset(${text}::jsonb) as r(id uuid, paper uuid, typed text, signed text, by uuid, said date)`,
  )
  await put(
    comments.filter(({ words }) => words !== undefined),
    (text) => sql`insert into impact_passed (authority_id, comment_id, paper_id, words, signed, passed_by, passed_on)
      select ${authorityId}, r.id, r.paper, r.words, r.signed, ${voice}, r.passed
      from jsonb_to_recordset(${text}::jsonb) as r(id uuid, paper uuid, words text, signed text, passed date)`,
  )
  await put(
    comments.filter(({ reply }) => reply !== undefined),
    (text) => sql`insert into impact_reply (authority_id, comment_id, words, written_by, said_by, said_on)
      select ${authorityId}, r.id, r.reply, r."writtenBy", r.who, r.replied
      from jsonb_to_recordset(${text}::jsonb) as r(id uuid, reply text, "writtenBy" text, who uuid, replied date)`,
  )
  const when = (days: number | null | undefined) => (days === null || days === undefined ? null : day(days))
  await put(
    CHECKED_PLANS.map((plan) => ({
      section: '',
      approvedBy: '',
      ...plan,
      review: day(plan.reviewIn),
      said: when(plan.saidIn),
      approved: when(plan.approvedIn),
    })),
    (
      text,
    ) => sql`insert into checked_plan (authority_id, title, reference, organisation, review_on, includes, words, said_by, said_on, section, approved_by, approved_on, made_by)
      select ${authorityId}, r.title, r.reference, r.organisation, r.review, r.includes, r.words, r."saidBy", r.said, r.section, r."approvedBy", r.approved, ${lead}
      from jsonb_to_recordset(${text}::jsonb) as r(title text, reference text, organisation text, review date, includes text, words text, "saidBy" text, said date, section text, "approvedBy" text, approved date)`,
  )
  await put(
    RELATED_DOCUMENTS.map((one) => ({ ...one, dated: when(one.datedIn) })),
    (text) => sql`insert into related_document (authority_id, title, what_it_is, link, dated_on, made_by)
      select ${authorityId}, r.title, r."whatItIs", r.link, r.dated, ${lead} from jsonb_to_recordset(${text}::jsonb) as r(title text, "whatItIs" text, link text, dated date)`,
  )
  await put(
    WORD_MEANINGS.map(([word, meaning]) => ({ word, meaning })),
    (text) => sql`insert into word_meaning (authority_id, word, meaning, made_by)
      select ${authorityId}, r.word, r.meaning, ${lead} from jsonb_to_recordset(${text}::jsonb) as r(word text, meaning text)`,
  )
}
