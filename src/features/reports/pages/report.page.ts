import type { PrintedPack } from '../../../domain/governance/pack.ts'
import { listMissing, partsOf } from '../../../domain/report/report-parts.ts'
import { sayDate } from '../../../domain/shared/calendar-date.ts'
import { type Answer, notFound, type Visit } from '../../../web/route.ts'
import { FILE_KINDS, isFileKind, writeFile } from '../../figure-packs/index.ts'
import { presentFigures } from '../../governance/index.ts'
import { compileReport } from '../compile-report.command.ts'
import { findEdition, findReport, listWords, newestWords, type Report, stateOf } from '../report.store.ts'
import { paths } from '../reports.paths.ts'
import { PILLS } from './reports.page.ts'
import { listSteps } from './step.page.ts'

/** A report as its readers get it, or as it is being written. */
export async function showReport(visit: Visit, faults: string[] = []): Promise<Answer> {
  const found = await visit.database.as(visit.actor, async (query) => {
    const report = await findReport(query, visit.params.id ?? '')
    if (report === null) return null
    return {
      report,
      edition: await findEdition(query, report.id),
      words: newestWords(await listWords(query, report.id)),
    }
  })
  if (found === null) return notFound
  const { report, words } = found
  const state = stateOf(report)
  const isWriter = visit.can('plan:write') || visit.can('meetings:write')
  const shown = found.edition ?? (await compileReport(visit, report, words))
  const missing = found.edition ? [] : listMissing(report.kind, words)
  return {
    template: 'features/reports/pages/report.njk',
    title: report.title,
    status: faults.length > 0 ? 422 : 200,
    model: {
      title: report.title,
      lead: `From ${sayDate(report.from)} to ${sayDate(report.to)}.`,
      pill: PILLS[state],
      history: sayHistory(report),
      missing,
      parts:
        state === 'draft' && isWriter
          ? partsOf(report.kind).map(({ id, title, forChildren }) => ({
              text: title,
              href: paths.part(report.id, id),
              note: sayWritten(words.get(id)?.saidBy, words.get(id)?.saidOn),
              pill: isWritten(words.get(id), forChildren !== null)
                ? { state: 'kept', text: 'written' }
                : { state: 'unknown', text: 'to be written' },
            }))
          : [],
      actions: isWriter ? listSteps(visit, report, missing.length) : [],
      content: presentContent(shown.content),
      childrenHref: shown.forChildren ? paths.forChildren(report.id, 'html') : '',
      childrenPdf: shown.forChildren ? paths.forChildren(report.id, 'pdf') : '',
      files: Object.entries(FILE_KINDS).map(([kind, { title }]) => ({
        href: paths.file(report.id, kind),
        text: title,
      })),
    },
    page: {
      back: { href: paths.list(), text: 'Reports' },
      ...(faults.length > 0 && { errors: faults.map((text) => ({ text, href: '#next' })) }),
    },
  }
}

const isWritten = (words: { words: string; forChildren: string } | undefined, hasChildren: boolean) =>
  words !== undefined && words.words.trim() !== '' && (!hasChildren || words.forChildren.trim() !== '')

function sayWritten(by: string | undefined, on: string | undefined): string {
  return by && on ? `${by}, ${sayDate(on)}` : ''
}

function sayHistory({ madeByName, madeOn, frozenOn, steps }: Report): string[] {
  return [
    `Begun by ${madeByName} on ${sayDate(madeOn)}.`,
    ...(frozenOn ? [`Its words and numbers stand since ${sayDate(frozenOn)}.`] : []),
    ...steps.map(
      ({ step, by, on, reason }) =>
        `${step === 'published' ? 'Published' : 'Withdrawn'} by ${by} on ${sayDate(on)}${reason ? `: ${reason}` : ''}.`,
    ),
  ]
}

export function presentContent(content: PrintedPack) {
  return {
    checks: content.checks,
    sections: content.sections.map((section) => ({
      id: `part-${section.number}`,
      title: section.title,
      plain: section.plain,
      figures: presentFigures(section.figures),
    })),
  }
}

export async function downloadReport(visit: Visit): Promise<Answer> {
  return download(visit, 'content')
}

export async function downloadForChildren(visit: Visit): Promise<Answer> {
  return download(visit, 'forChildren')
}

async function download(visit: Visit, which: 'content' | 'forChildren'): Promise<Answer> {
  const { id = '', kind = '' } = visit.params
  if (!isFileKind(kind)) return notFound
  const found = await visit.database.as(visit.actor, async (query) => {
    const report = await findReport(query, id)
    if (report === null) return null
    return {
      report,
      edition: await findEdition(query, report.id),
      words: newestWords(await listWords(query, report.id)),
    }
  })
  if (found === null) return notFound
  const pack = (found.edition ?? (await compileReport(visit, found.report, found.words)))[which]
  if (pack === null) return notFound
  const name = `${found.report.kind.replaceAll(' ', '-')}${which === 'forChildren' ? '-for-children' : ''}-${found.report.to}.${kind}`
  return { download: { name, type: FILE_KINDS[kind].type, body: await writeFile(pack, kind) } }
}
