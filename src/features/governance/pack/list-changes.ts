import { compareWordings, sayChange, type Wordings } from '../../../domain/governance/changes-since.ts'
import type { PackSection } from '../../../domain/governance/pack.ts'
import { allMeasures } from '../../../domain/measures/all-measures.ts'
import { sayDate } from '../../../domain/shared/calendar-date.ts'
import type { Reader } from '../live-subject.ts'
import type { Meeting } from '../meeting.store.ts'
import { findLastPack, listChangesSince } from './changes.store.ts'

/** By which wording each of the product's measures is counted today, where it is not the first. */
export function readWordings(): Wordings {
  return Object.fromEntries(allMeasures.flatMap(({ id, wording = 1 }) => (wording === 1 ? [] : [[id, wording]])))
}

/**
 * What changed in definitions, lines and joins since the last pack of this body (rule 4), and that nothing did where nothing
 * did. Null for the first pack: there is nothing to compare it with.
 */
export async function listChanges(reader: Reader, meeting: Meeting, number: number): Promise<PackSection | null> {
  const found = await reader.database.as(reader.actor, async (query) => {
    const last = await findLastPack(query, meeting)
    return last && { last, changes: await listChangesSince(query, last) }
  })
  if (found === null) return null
  const { last, changes } = found
  const wordings = compareWordings(last.wordings, readWordings()).map((one) => ({ what: 'wording', ...one }) as const)
  const rows = [...wordings, ...changes].map(sayChange)
  const since = `the last pack, of ${sayDate(last.publishedOn)}`
  return {
    paperId: null,
    number,
    title: 'What changed in how we count and decide',
    writtenBy: '',
    plain: [
      rows.length === 0
        ? `Nothing changed since ${since}: no definition, no line from which a promise is kept, and nothing of what is joined to what.`
        : `Since ${since}, ${rows.length === 1 ? 'one thing' : `${rows.length} things`} changed in how a figure is counted, when a promise is kept, or what is joined to what. A figure or a state that moved may have moved because of it.`,
      ...(last.wordings === null ? ['That pack did not write down by which wording each figure was counted.'] : []),
    ],
    full: [],
    impact: [],
    figures:
      rows.length === 0
        ? []
        : [
            {
              id: 'changes-since',
              title: `${rows.length} ${rows.length === 1 ? 'change' : 'changes'} since ${since}`,
              picture: null,
              table: {
                columns: ['What changed', 'When', 'Why'].map((text) => ({ text, isNumeric: false })),
                rows,
              },
              source: '',
            },
          ],
  }
}
