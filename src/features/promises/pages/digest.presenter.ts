import type { Asked } from '../../../domain/plans/my-digest.ts'
import { daysBetween, type IsoDate, sayDate } from '../../../domain/shared/calendar-date.ts'
import type { PlanItem } from '../../../shapes/plan/plan.store.ts'
import { promisePaths } from '../promises.paths.ts'
import { sayOwed } from '../standing.presenter.ts'
import { sayCount } from './wall.presenter.ts'

type Row = Asked<PlanItem & { lastSaidOn: IsoDate | null }>

/** Finishes every word of one person's digest of one day. */
export function presentDigest(asked: readonly Row[], today: IsoDate, day: IsoDate) {
  const count = asked.length
  const when = day === today ? 'today' : `on ${sayDate(day)}, the next working day`
  return {
    sentence:
      count === 0
        ? `Nothing is asked of you ${when}.`
        : `${sayCount(count)} ${count === 1 ? 'thing asks' : 'things ask'} for a word from you ${when}.`,
    lead: 'All that you answer for, in one list a day, on working days. Only you see it.',
    textHref: count === 0 ? '' : promisePaths.digestText(),
    rows: asked.map((row) => ({
      text: row.part?.how ?? row.item.title.replaceAll('\n', ' · '),
      href: `${promisePaths.action(row.item.id)}${row.part ? `?part=${row.part.position}` : ''}#update`,
      note: [
        row.part?.how ? row.item.title.replaceAll('\n', ' · ') : '',
        row.dueOn ? `by ${row.dueAsWritten || sayDate(row.dueOn)}` : (row.dueAsWritten ?? ''),
      ]
        .filter(Boolean)
        .join(' · '),
      pill: { state: row.why === 'due soon' ? 'on-the-way' : 'unknown', text: sayWhy(row, day) },
    })),
  }
}

function sayWhy({ why, dueOn }: Row, day: IsoDate): string {
  if (why !== 'due soon') return sayOwed(why)
  const days = daysBetween(day, dueOn!)
  return days === 0 ? 'due today' : `due in ${days === 1 ? 'a day' : `${days} days`}`
}

/** As plain words, a thing to a line. */
export function writeDigest({ sentence, rows }: ReturnType<typeof presentDigest>): string {
  const lines = rows.map(({ text, note, pill }) => `- ${text}${note ? ` (${note})` : ''}: ${pill.text}`)
  return `${[sentence, '', ...lines, '', 'Say a sentence to each in Kept: Promises, My digest.'].join('\n')}\n`
}
