import {
  describePicture,
  type Pack,
  type PackFigure,
  type PackSection,
  type PrintedPack,
  sayAgendaNote,
  sayKnot,
  sayUnder,
} from '../../../domain/governance/pack.ts'
import { IMPACT_QUESTION } from '../../../domain/governance/what-is-missing.ts'
import { sayDate } from '../../../domain/shared/calendar-date.ts'
import type { Block, Document } from '../../../web/document/document.ts'
import { makePictureFile } from './picture-file.ts'

/**
 * A pack as a document: its agenda, what is inside, each section, and how its numbers were checked. A meeting’s papers begin
 * on pages of their own, to be handed out one by one; parts of a report follow on, and waste none.
 */
export function setPack(pack: PrintedPack): Document {
  const { meeting } = pack
  return {
    title: pack.title,
    publisher: pack.council,
    kind: meeting ? 'Meeting pack' : 'Report',
    ...(pack.isForChildren && { isLarge: true }),
    under: [sayUnder(pack), meeting?.theme ? `Theme: ${meeting.theme}` : ''].filter(Boolean),
    day: pack.knownBy.asAt,
    blocks: [...setAgenda(pack), ...(pack.isForChildren ? setShort(pack) : setWhole(pack))],
  }
}

function setWhole(pack: PrintedPack): Block[] {
  return [
    { kind: 'contents', title: 'What is inside' },
    ...pack.sections.flatMap((section) => setSection(section, pack.meeting !== undefined)),
    heading('How the numbers were checked', 1),
    { kind: 'list', items: pack.checks.map((words) => ({ words })) },
  ]
}

/** Headings and short words, one after the other; nothing is headed that nobody has written yet. */
function setShort({ sections, checks }: PrintedPack): Block[] {
  return [
    ...sections.flatMap(({ title, plain }) => (plain.length === 0 ? [] : [heading(title, 1), ...plain.map(paragraph)])),
    ...checks.map((words): Block => ({ kind: 'paragraph', words, tone: 'quiet' })),
  ]
}

export function sayPackFile(pack: Pack): string {
  return `pack ${sayDate(pack.meeting.day)}`.replaceAll(' ', '-').toLowerCase()
}

function setAgenda({ agenda }: PrintedPack): Block[] {
  if (agenda.length === 0) return []
  const items = agenda.map((item) => ({ words: item.title, note: sayAgendaNote(item) }))
  return [
    { kind: 'heading', level: 1, words: 'Agenda', isUnlisted: true },
    { kind: 'list', isNumbered: true, items },
  ]
}

function setSection(section: PackSection, isApart: boolean): Block[] {
  const { thread = [], full, impact } = section
  const stages = thread.map((knot) => ({ stage: knot.stage, words: sayKnot(knot), isGap: knot.isGap }))
  return [
    {
      kind: 'heading',
      level: 1,
      words: `${section.number}. ${section.title}`,
      ...(isApart && { isOnNewPage: true }),
    },
    ...(section.writtenBy ? [paragraph(`Written by: ${section.writtenBy}`)] : []),
    ...(stages.length > 0
      ? [heading('Where this stands on the thread', 2), { kind: 'thread', stages } satisfies Block]
      : []),
    ...(full.length > 0 ? [heading('In plain words', 2)] : []),
    ...section.plain.map(paragraph),
    ...section.figures.flatMap(setFigure),
    ...(impact.length > 0 ? [heading(IMPACT_QUESTION, 2), ...impact.map(paragraph)] : []),
    ...(full.length > 0 ? [heading('The full paper', 2), ...full.map(paragraph)] : []),
  ]
}

/** A finding, its picture if it has one, and always its table. */
export function setFigure(figure: PackFigure): Block[] {
  const file = makePictureFile(figure)
  return [
    heading(figure.title, 2),
    ...(file === null
      ? []
      : [{ kind: 'picture', id: figure.id, ...file, alt: describePicture(figure) } satisfies Block]),
    { kind: 'table', title: figure.title, columns: figure.table.columns, rows: figure.table.rows },
    ...(figure.source ? [{ kind: 'paragraph', words: figure.source, tone: 'quiet' } satisfies Block] : []),
  ]
}

function heading(words: string, level: 1 | 2): Block {
  return { kind: 'heading', level, words }
}

function paragraph(words: string): Block {
  return { kind: 'paragraph', words }
}
