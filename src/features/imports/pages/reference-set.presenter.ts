import type { Batch, Finding } from '../import.store.ts'
import { importPaths } from '../imports.paths.ts'
import type { ReferenceTaken } from '../reference/take-reference.command.ts'
import { joinWords, sayCount, sayDayOf, sayMoment, sayNumber } from './words.ts'

const kindWords: Record<ReferenceTaken['kind'], { one: string; many: string; title: string; use: string }> = {
  postcodes: {
    one: 'postcode',
    many: 'postcodes',
    title: 'Postcode directory',
    use: 'How far children live from home, and whether that is in our area.',
  },
  districts: {
    one: 'district',
    many: 'districts',
    title: 'Districts and their authorities',
    use: 'Which postcodes are in our area.',
  },
  population: {
    one: 'estimate',
    many: 'estimates',
    title: 'Children in our area',
    use: 'How many children in every 10,000 are in our care.',
  },
}

export function takenOf({ summary }: Batch): ReferenceTaken[] {
  return Array.isArray(summary.taken) ? summary.taken : []
}

/** "189,649 postcodes and 318 districts", or that they were known. */
function sayTaken(taken: ReferenceTaken[]): string {
  const counts = taken.map(({ kind, rows }) => sayCount(rows, kindWords[kind].one, kindWords[kind].many))
  const isKnown = taken.every(({ changed }) => changed === 0)
  return `${joinWords(counts)}${isKnown ? ', and nothing in them is new' : ''}`
}

export function sayReferenceSet(batch: Batch): string {
  if (batch.status === 'refused')
    return 'The directory or population that came with them was refused: see “Files taken in”.'
  return `Also taken in: ${sayTaken(takenOf(batch))}.`
}

export function presentReferenceSet(batch: Batch, findings: Finding[]) {
  const taken = takenOf(batch)
  const isRefused = batch.status === 'refused'
  return {
    title: isRefused ? 'These files were refused' : 'Taken in',
    page: { back: { href: importPaths.list(), text: 'Files taken in' } },
    sentence: isRefused
      ? `Nothing was taken in: ${sayCount(findings.length, 'thing', 'things')} to put right.`
      : `Taken in on ${sayDayOf(batch.madeAt)}: ${sayTaken(taken)}.`,
    lead: isRefused
      ? 'A fault of one file refuses all of its kind, so nothing was kept.'
      : 'These files name no child. They are used at once.',
    faults: findings.map(({ file, message }) => ({ place: file ?? '', message })),
    table: {
      isStacked: true,
      caption: 'What was taken in',
      isCaptionHidden: true,
      columns: [
        { text: 'What' },
        ...['Rows', 'New or changed', 'Could not be read'].map((text) => ({ text, isNumeric: true })),
        { text: 'What it is for' },
      ],
      rows: taken.map((each) => [
        { text: kindWords[each.kind].title, note: each.file },
        sayNumber(each.rows),
        sayNumber(each.changed),
        sayNumber(each.unreadable),
        kindWords[each.kind].use,
      ]),
    },
    isRefused,
    chooseHref: importPaths.choose(),
    made: `${isRefused ? 'Checked' : 'Taken in'} ${sayMoment(batch.madeAt)} by ${batch.madeBy}.`,
  }
}
