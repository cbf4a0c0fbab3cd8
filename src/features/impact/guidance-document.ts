import { GUIDANCE } from '../../domain/impact/guidance.ts'
import type { IsoDate } from '../../domain/shared/calendar-date.ts'
import { LEGAL_PRINCIPLES, PRINCIPLES_SOURCE } from '../../domain/strategy/principles.ts'
import type { Block, Document } from '../../web/document/document.ts'

/** The guidance, and the section that authors put into their own report template. */
export function writeGuidance(council: string, day: IsoDate): Document {
  const heading = (words: string, level: 1 | 2 = 1): Block => ({ kind: 'heading', level, words })
  const paragraph = (words: string): Block => ({ kind: 'paragraph', words })
  return {
    title: GUIDANCE.title,
    publisher: council,
    kind: 'Guidance for authors of papers',
    under: ['For everybody who writes a paper'],
    day,
    blocks: [
      heading('Why every paper says it'),
      paragraph(GUIDANCE.why),
      heading('How to answer'),
      {
        kind: 'list',
        isNumbered: true,
        items: GUIDANCE.steps.map(({ title, words }) => ({ words: title, note: words })),
      },
      heading('The seven principles'),
      paragraph(`In short words; the law’s own are in the ${PRINCIPLES_SOURCE.title}.`),
      { kind: 'list', items: LEGAL_PRINCIPLES.map(({ letter, title }) => ({ words: `(${letter}) ${title}` })) },
      heading('For your report template'),
      paragraph('Copy this section into the template of your department or organisation.'),
      heading(GUIDANCE.question, 2),
      {
        kind: 'table',
        title: GUIDANCE.question,
        columns: [
          { text: 'Asked', isNumeric: false },
          { text: 'Answer', isNumeric: false },
        ],
        rows: GUIDANCE.template.map(({ title, words }) => [title, words]),
      },
    ],
  }
}
