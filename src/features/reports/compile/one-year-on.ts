import type { PackFigure } from '../../../domain/governance/pack.ts'
import { type IsoDate, sayDate } from '../../../domain/shared/calendar-date.ts'
import { type ItemUpdateOf, listUpdatesOf } from '../../../shapes/plan/item-update.store.ts'
import { type LooseProgress, listProgress } from '../../../shapes/plan/loose-progress.store.ts'
import { findPlan, type PlanItem } from '../../../shapes/plan/plan.store.ts'
import type { Figures } from '../../performance/index.ts'
import { presentStanding } from '../../promises/index.ts'
import type { Reader } from '../compile-report.command.ts'
import type { Report } from '../report.store.ts'
import { makeTable } from './table.ts'

/** Each commitment as it was given, with all that was said of it in the time; what nobody spoke of stands first. */
export async function compileOneYearOn(
  reader: Reader,
  { from, to }: Pick<Report, 'from' | 'to'>,
): Promise<{ figures: Map<string, PackFigure[]>; trend: Figures[]; measures: string[] }> {
  const { plan, updates, loose } = await reader.database.as(reader.actor, async (query) => {
    const found = await findPlan(query, 'commitments', null, to)
    return {
      plan: found,
      loose: (await listProgress(query)).filter(
        ({ answers, saidOn }) => answers === null && saidOn >= from && saidOn <= to,
      ),
      updates: found
        ? await listUpdatesOf(
            query,
            found.items.map(({ id }) => id),
          )
        : [],
    }
  })
  const given = (plan?.items ?? []).filter(({ givenOn }) => givenOn === null || givenOn <= to)
  const said = updates.filter(({ saidOn }) => saidOn >= from && saidOn <= to)
  const silent = given.filter(({ id }) => !said.some(({ itemId }) => itemId === id))
  const directorates = [...new Set(given.map(({ directorate }) => directorate ?? NOBODY))]
  return {
    trend: [],
    measures: [],
    figures: new Map([
      ['silent', tellSilent(silent, given.length)],
      [
        'directorates',
        directorates.map((name, at) => {
          const items = given.filter(({ directorate }) => (directorate ?? NOBODY) === name)
          const spoken = items.filter((item) => !silent.includes(item)).length
          return makeTable(
            `directorate-${at + 1}`,
            `${name}: ${spoken} of ${items.length} can say what came of them`,
            ['Commitment', 'What was said, and when', 'What shows it', 'Where it stands'],
            items.map((item) =>
              tellItem(
                item,
                said.filter(({ itemId }) => itemId === item.id),
                standAt(
                  item,
                  updates.filter(({ itemId }) => itemId === item.id),
                  to < reader.today ? to : reader.today,
                ),
              ),
            ),
          )
        }),
      ],
      ['loose', tellLoose(loose)],
    ]),
  }
}

const NOBODY = 'No directorate named'

function tellSilent(silent: PlanItem[], all: number): PackFigure[] {
  if (silent.length === 0) return []
  return [
    makeTable(
      'silent',
      silent.length === all
        ? `Nobody has said a word about any of the ${all} commitments`
        : `Nobody has said a word about ${silent.length} of ${all} commitments`,
      ['Commitment', 'Directorate', 'Who answers for it'],
      silent.map(({ title, directorate, owners }) => [
        title,
        directorate ?? NOBODY,
        owners.join(', ') || 'nobody named',
      ]),
    ),
  ]
}

/** What was told in the time and answers no commitment on file, until somebody joins it to one. */
function tellLoose(loose: LooseProgress[]): PackFigure[] {
  if (loose.length === 0) return []
  return [
    makeTable(
      'loose',
      `${loose.length} ${loose.length === 1 ? 'thing was' : 'things were'} told that ${loose.length === 1 ? 'answers' : 'answer'} no commitment on file`,
      ['What was told', 'Directorate', 'Where, and when'],
      loose.map(({ words, directorate, report, saidOn }) => [
        words,
        directorate ?? NOBODY,
        `${report}, ${sayDate(saidOn)}`,
      ]),
    ),
  ]
}

/** How it stood on the report’s last day: what was said after it is of another report. */
function standAt(item: PlanItem, updates: ItemUpdateOf[], day: IsoDate): string {
  const known = updates.filter(({ saidOn, part }) => saidOn <= day && part === null)
  const isLater = updates.some(({ saidOn }) => saidOn > day)
  if (!isLater) return presentStanding(item, day).text
  const progress = known.findLast((update) => update.progress !== null)?.progress ?? null
  const isShown = item.evidence !== null || known.some(({ proofTitle }) => proofTitle !== null)
  return presentStanding({ ...item, progress, isShown }, day).text
}

function tellItem(
  item: PlanItem,
  said: { words: string; saidOn: IsoDate; proofTitle: string | null }[],
  standing: string,
): string[] {
  return [
    item.title,
    said.map(({ words, saidOn }) => `${sayDate(saidOn)}: ${words}`).join('\n') || 'nothing was said',
    said.flatMap(({ proofTitle }) => proofTitle ?? []).join('; ') || '–',
    standing,
  ]
}
