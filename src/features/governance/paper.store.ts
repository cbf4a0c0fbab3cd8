import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Query } from '../../database/database.ts'
import type { IsoDate } from '../../domain/shared/calendar-date.ts'
import { isId } from '../../domain/shared/is-id.ts'

export type Subject = 'words' | 'measure' | 'promises' | 'actions'

export interface Paper {
  id: string
  itemId: string
  meetingId: string
  bodyId: string
  title: string
  writtenBy: string
  fullText: string
  plainVersion: string
  impact: string
  subject: Subject
  subjectRef: string | null
  publishedOn: IsoDate | null
  /** What of the forward plan it is, if anything. */
  expectedReportId: string | null
  version: number
  /** The full paper as it was uploaded: its words are for searching and checking alone. */
  fileId: string | null
  fileText: string
}

const PAPER = sql`p.id, p.agenda_item_id as "itemId", p.meeting_id as "meetingId", p.body_id as "bodyId", p.title, p.written_by as "writtenBy", p.full_text as "fullText",
  p.plain_version as "plainVersion", p.impact, p.subject, p.subject_ref as "subjectRef", p.published_on as "publishedOn", p.version, p.file_id as "fileId", p.file_text as "fileText",
  p.expected_report_id as "expectedReportId"
  from paper p where p.authority_id = (select authority())`

export async function listPapers(query: Query, meetingId: string): Promise<Paper[]> {
  const { rows } = await sql<Paper>`select ${PAPER} and p.meeting_id = ${meetingId}`.execute(query)
  return rows
}

export async function findPaper(query: Query, id: string): Promise<Paper | null> {
  if (!isId(id)) return null
  const { rows } = await sql<Paper>`select ${PAPER} and p.id = ${id}`.execute(query)
  return rows[0] ?? null
}

export type NewPaper = Pick<
  Paper,
  'itemId' | 'meetingId' | 'bodyId' | 'title' | 'writtenBy' | 'subject' | 'subjectRef'
> & { expectedReportId?: string }

export async function addPaper(query: Query, authorityId: number, paper: NewPaper): Promise<string> {
  const id = randomUUID()
  await sql`insert into paper (authority_id, id, agenda_item_id, meeting_id, body_id, title, written_by, subject, subject_ref, expected_report_id)
    values (${authorityId}, ${id}, ${paper.itemId}, ${paper.meetingId}, ${paper.bodyId}, ${paper.title}, ${paper.writtenBy}, ${paper.subject}, ${paper.subjectRef}, ${paper.expectedReportId ?? null})`.execute(
    query,
  )
  return id
}

export type PaperWords = Pick<Paper, 'title' | 'writtenBy' | 'fullText' | 'plainVersion' | 'impact'>

/** False where somebody saved since the version that was begun from. */
export async function changePaper(query: Query, id: string, paper: PaperWords, from: number): Promise<boolean> {
  const { numAffectedRows } =
    await sql`update paper set title = ${paper.title}, written_by = ${paper.writtenBy}, full_text = ${paper.fullText},
    plain_version = ${paper.plainVersion}, impact = ${paper.impact} where authority_id = (select authority()) and id = ${id} and version = ${from}`.execute(
      query,
    )
  return Number(numAffectedRows) === 1
}

/** The database refuses a paper that is not whole: ask `listMissingOfPaper` first. */
export async function publishPaper(query: Query, id: string, today: IsoDate): Promise<void> {
  await sql`update paper set published_on = ${today} where authority_id = (select authority()) and id = ${id} and published_on is null`.execute(
    query,
  )
}

/** The uploaded paper, in the place of one that was there. */
export async function setPaperFile(query: Query, id: string, fileId: string, text: string): Promise<void> {
  await sql`update paper set file_id = ${fileId}, file_text = ${text} where authority_id = (select authority()) and id = ${id}`.execute(
    query,
  )
}
