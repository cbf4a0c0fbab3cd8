import { sayYear } from '../../../domain/ssda903/return.ts'
import { type FindingGroup, groupFindings } from '../group-findings.ts'
import type { Batch, Finding } from '../import.store.ts'
import { importPaths } from '../imports.paths.ts'
import { LEFT_OUT } from '../left-out.ts'
import type { Preview } from '../preview.store.ts'
import { addCounts } from '../summary.ts'
import { joinWords, sayCount, sayDayOf, sayNumber, sayReturns, sayTable } from './words.ts'

const back = { back: { href: importPaths.list(), text: 'Files taken in' } }

export function presentNoQuality() {
  return {
    title: 'Data quality',
    page: back,
    sentence: 'No return is in the record yet, so nothing can be said of its data.',
    firstTime: {
      title: 'What will be here',
      text: 'After a return is accepted: which rows were refused and why, which were taken with something to look at, and which children may have been left out.',
      who: 'Whoever takes files in fills this page by doing so.',
      action: { text: 'Choose files', href: importPaths.choose() },
    },
    isEmpty: true,
  }
}

export function presentDataQuality(batch: Batch, preview: Preview) {
  const isLeftOut = ({ message }: Finding) => message === LEFT_OUT
  const leftOut = preview.warnings.filter(isLeftOut)
  const warnings = preview.warnings.filter((finding) => !isLeftOut(finding))
  return {
    title: 'Data quality',
    page: back,
    isEmpty: false,
    sentence: saySentence(batch, preview),
    lead: `${capital(sayReturns(batch.years))}, taken in${batch.acceptedAt === null ? '' : ` on ${sayDayOf(batch.acceptedAt)}`}. Every row below can be put right in the case system; the next time the return is taken in, it is gone from here.`,
    refused: presentGroups('Rows that were refused', preview.refused),
    warnings: presentGroups('Rows that were taken, with something to look at', warnings),
    leftOut: {
      count: leftOut.length,
      title: `${sayCount(leftOut.length, 'child', 'children')} may have been left out`,
      text: LEFT_OUT.replace('This child was', 'These children were').replace(
        'Their record stays as it is',
        'Their records stay as they are',
      ),
      years: [...Map.groupBy(leftOut, ({ year }) => year)].map(
        ([year, each]) =>
          `${year === null ? '' : `${sayYear(year)}: `}${each.map(({ childCode }) => childCode).join(', ')}`,
      ),
    },
    notes: preview.notes.map(({ year, message }) => (year === null ? message : `${sayYear(year)}: ${message}`)),
    rowsHref: `${importPaths.preview(batch.id)}#rows`,
    findingsHref: importPaths.findings(batch.id),
  }
}

/** "31 of 11,898 rows were refused (0.3%), and 33 have something to look at." */
function saySentence(batch: Batch, preview: Preview): string {
  const totals = addCounts(preview.years.map((year) => year.totals))
  const all = totals.new + totals.changed + totals.ended + totals.unchanged + totals.refused
  const others = preview.warnings.length
  if (totals.refused === 0 && others === 0)
    return `All ${sayNumber(all)} rows of ${sayReturns(batch.years)} could be read, with nothing to look at.`
  const share = all === 0 ? '' : ` (${((totals.refused / all) * 100).toFixed(1)}%)`
  const refused =
    totals.refused === 0
      ? `None of ${sayNumber(all)} rows was refused`
      : `${sayNumber(totals.refused)} of ${sayNumber(all)} rows ${totals.refused === 1 ? 'was' : 'were'} refused${share}`
  return others === 0 ? `${refused}.` : `${refused}, and ${sayCount(others, 'thing is', 'things are')} worth a look.`
}

function presentGroups(caption: string, findings: Finding[]) {
  const groups = groupFindings(findings)
  return {
    count: findings.length,
    title: `${caption}: ${sayNumber(findings.length)}`,
    table: {
      caption,
      isCaptionHidden: true,
      columns: [
        { text: 'Why' },
        { text: 'Where' },
        { text: 'Rows', isNumeric: true },
        { text: 'Children', isNumeric: true },
        { text: 'For example' },
      ],
      rows: groups.map((group) => [
        group.cause,
        { text: sayTable(group.table), note: group.column === null ? '' : `column ${group.column}` },
        sayNumber(group.count),
        sayNumber(group.children),
        sayLines(group),
      ]),
    },
  }
}

function sayLines({ lines, count }: FindingGroup): string {
  if (lines.length === 0) return ''
  const words = `${lines.length === 1 ? 'line' : 'lines'} ${joinWords(lines.map(sayNumber))}`
  return count > lines.length ? `${words} …` : words
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
