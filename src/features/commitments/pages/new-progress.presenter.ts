import { countByDirectorate } from '../../../domain/commitments/read-progress.ts'
import { fieldsOf, sayCount } from '../../promises/index.ts'
import { commitmentPaths } from '../commitments.paths.ts'
import type { ProgressForm } from '../new-progress.form.ts'

export const NO_DIRECTORATE = 'No directorate named'

/** Finishes every word of taking in a report: what to paste, then what was read, by directorate, and what was left out. */
export function presentNewProgress({ typed, errors, read }: ProgressForm) {
  const field = fieldsOf(errors)
  return {
    sentence: read
      ? `${sayCount(read.items.length)} ${read.items.length === 1 ? 'thing was' : 'things were'} said, and ${read.items.length === 1 ? 'it answers' : 'each answers'} no commitment on file until somebody joins it.`
      : 'Choose the report’s file, or paste what was said under each directorate’s name.',
    action: commitmentPaths.newProgress(),
    report: field('report', typed.report, 'What was it told in?', 'Such as “One Year On”, or the event’s name'),
    saidOn: {
      ...field('saidOn', typed.saidOn, 'When was it told?', 'Year-month-day'),
      classes: 'govuk-input--width-10',
    },
    file: {
      ...field(
        'file',
        '',
        'The report’s file',
        'Word (.docx), Excel (.xlsx), CSV or text, up to 15 MB. It is read and not kept',
      ),
      attributes: { accept: '.docx,.xlsx,.csv,.tsv,.txt' },
    },
    text: {
      ...field(
        'text',
        typed.text,
        read ? 'The report, as it was read' : 'Or type or paste it',
        'Bullets under each directorate’s name, a table with its headings, or a line for each',
      ),
      rows: 12,
    },
    read:
      read === null
        ? null
        : {
            canAccept: errors.length === 0,
            accept: `Take in ${read.items.length === 1 ? 'this one' : `these ${read.items.length}`}`,
            counts: countByDirectorate(read.items)
              .map(({ directorate, count }) => `${directorate ?? NO_DIRECTORATE}: ${count}`)
              .join(' · '),
            parts: [...Map.groupBy(read.items, ({ directorate }) => directorate ?? NO_DIRECTORATE)].map(
              ([title, items]) => ({
                title,
                aside: String(items.length),
                rows: items.map(({ words }) => ({ text: words })),
              }),
            ),
            outside: read.outside,
          },
  }
}
