import { type EarlierNumber, listTold } from '../../domain/figure-pack/collect-release.ts'
import type { PackFigure, PackSection, PrintedPack } from '../../domain/governance/pack.ts'
import { partsOf, type ReportPart } from '../../domain/report/report-parts.ts'
import { sayDate } from '../../domain/shared/calendar-date.ts'
import type { Visit } from '../../web/route.ts'
import { compileAnnual } from './compile/annual.ts'
import { compileOneYearOn } from './compile/one-year-on.ts'
import type { PartWords, Report } from './report.store.ts'

export type Reader = Pick<Visit, 'database' | 'council' | 'actor' | 'today'>

export interface Compiled {
  content: PrintedPack
  forChildren: PrintedPack | null
  printed: EarlierNumber[]
}

/**
 * A report as its data and its words are now: figures as anybody may see them, placed in their parts; words as they were
 * written. What is frozen of it never changes.
 */
export async function compileReport(
  reader: Reader,
  report: Report,
  words: ReadonlyMap<string, PartWords>,
): Promise<Compiled> {
  const { figures, trend, measures } = await (report.kind === 'annual report' ? compileAnnual : compileOneYearOn)(
    reader,
    report,
  )
  const sealNumber = trend.at(-1)?.sealNumber ?? 0
  const parts = partsOf(report.kind)
  const sections = parts
    .map((part) => makeSection(part, words.get(part.id)?.words ?? '', figures.get(part.id) ?? []))
    .filter((section) => section.plain.length > 0 || section.figures.length > 0)
  const about = {
    title: report.title,
    council: reader.council.name,
    under: `From ${sayDate(report.from)} to ${sayDate(report.to)}.`,
    knownBy: { sealNumber, asAt: reader.today },
    agenda: [],
  }
  return {
    content: { ...about, sections: number(sections), checks: sayChecks(reader, report, sealNumber) },
    forChildren:
      report.kind === 'annual report'
        ? {
            ...about,
            isForChildren: true,
            sections: number(
              parts.flatMap(({ id, forChildren }) =>
                forChildren === null ? [] : [makeSection({ title: forChildren }, words.get(id)?.forChildren ?? '', [])],
              ),
            ),
            checks: ['Grown-ups wrote these words. The longer report has the numbers. You can ask your worker for it.'],
          }
        : null,
    printed: trend.flatMap(({ asAt, results }) =>
      results.filter(({ id }) => measures.includes(id)).flatMap((result) => listTold(asAt, result)),
    ),
  }
}

function makeSection({ title }: Pick<ReportPart, 'title'>, words: string, figures: PackFigure[]): PackSection {
  return {
    paperId: null,
    number: 0,
    title,
    writtenBy: '',
    plain: words
      .split(/\r?\n\s*\r?\n/)
      .map((paragraph) => paragraph.trim())
      .filter(Boolean),
    full: [],
    impact: [],
    figures,
  }
}

const number = (sections: PackSection[]) => sections.map((section, at) => ({ ...section, number: at + 1 }))

function sayChecks({ today }: Reader, { kind }: Report, sealNumber: number): string[] {
  return [
    'Numbers stand where the record has them; nobody typed one into a table. What people wrote stands apart from them.',
    ...(kind === 'annual report'
      ? [
          '“c” means that a number is hidden. The figures of a day are hidden together, with all that earlier packs and reports have printed of them, so that nothing more can be told of a small number. How many children spoke of something is said in steps of five.',
        ]
      : []),
    `As known on ${sayDate(today)}${sealNumber > 0 ? ` (seal ${sealNumber} of the record)` : ''}.`,
  ]
}
