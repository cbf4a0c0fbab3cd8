import { sayDate } from '../../../domain/shared/calendar-date.ts'
import type { LooseProgress } from '../../../shapes/plan/loose-progress.store.ts'
import { sayCount } from '../../promises/index.ts'
import { commitmentPaths } from '../commitments.paths.ts'
import { NO_DIRECTORATE } from './new-progress.presenter.ts'

export const ANSWERS_NONE = { state: 'unknown', text: 'answers no commitment on file' }

/** Finishes every word of the list: report by report and directorate by directorate what answers nothing; then what was joined. */
export function presentProgress(progress: readonly LooseProgress[]) {
  const open = progress.filter(({ answers }) => answers === null)
  const joined = progress.filter(({ answers }) => answers !== null)
  return {
    sentence: say(open.length, joined.length),
    reports: [...Map.groupBy(open, ({ report, saidOn }) => `${report}\n${saidOn}`).values()].map((all) => ({
      title: all[0]!.report,
      when: `${sayDate(all[0]!.saidOn)} · ${all.length} to join`,
      parts: [...Map.groupBy(all, ({ directorate }) => directorate ?? NO_DIRECTORATE)].map(([title, items]) => ({
        title: `${title} (${items.length})`,
        rows: items.map(toRow),
      })),
    })),
    joined: joined.map((one) => ({
      text: one.words,
      href: commitmentPaths.oneProgress(one.id),
      note: `Answers “${one.answers!.title}”. ${one.answers!.joinedAs ?? 'Somebody'} says so since ${sayDate(one.answers!.joinedOn)}`,
      pill: { state: 'kept', text: 'joined' },
    })),
  }
}

export function toRow({ id, words, ended }: LooseProgress) {
  return {
    text: words,
    href: commitmentPaths.oneProgress(id),
    note: ended.length > 0 ? `Was joined to “${ended.at(-1)!.title}” until ${sayDate(ended.at(-1)!.endedOn)}` : '',
    pill: ANSWERS_NONE,
  }
}

function say(open: number, joined: number): string {
  if (open + joined === 0) return 'Nothing was told here without its commitment.'
  const rest =
    joined === 0
      ? 'none is joined yet'
      : `${sayCount(joined).toLowerCase()} ${joined === 1 ? 'is' : 'are'} joined to one`
  if (open === 0)
    return `All that was told answers a commitment: ${sayCount(joined).toLowerCase()} ${joined === 1 ? 'is' : 'are'} joined.`
  return `${sayCount(open)} ${open === 1 ? 'thing that was told answers' : 'things that were told answer'} no commitment on file; ${rest}.`
}
