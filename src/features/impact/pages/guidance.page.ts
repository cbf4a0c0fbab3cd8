import { GUIDANCE } from '../../../domain/impact/guidance.ts'
import { LEGAL_PRINCIPLES, PRINCIPLES_SOURCE } from '../../../domain/strategy/principles.ts'
import { writePdf } from '../../../web/document/write-pdf.ts'
import { writeWord } from '../../../web/document/write-word.ts'
import { type Answer, notFound, type Visit } from '../../../web/route.ts'
import { FILE_KINDS } from '../../figure-packs/index.ts'
import { writeGuidance } from '../guidance-document.ts'
import { paths } from '../impact.paths.ts'

export async function showGuidance(): Promise<Answer> {
  return {
    template: 'features/impact/pages/guidance.njk',
    title: 'Guidance on the impact check',
    model: {
      sentence: `${GUIDANCE.question} Ask it of every paper, before anything is decided.`,
      why: GUIDANCE.why,
      steps: GUIDANCE.steps,
      principles: LEGAL_PRINCIPLES.map(({ letter, title }) => `(${letter}) ${title}`),
      source: PRINCIPLES_SOURCE,
      template: {
        caption: 'For your report template',
        isCaptionHidden: true,
        columns: [{ text: 'Asked' }, { text: 'Answer' }],
        rows: GUIDANCE.template.map(({ title, words }) => [title, words]),
        isStacked: true,
      },
      files: [
        { href: paths.guidanceFile('docx'), text: 'Download for Word' },
        { href: paths.guidanceFile('pdf'), text: 'Download as PDF' },
      ],
      newHref: paths.new(),
    },
    page: { isNarrow: true, back: { href: paths.register(), text: 'Impact check' } },
  }
}

export async function downloadGuidance({ council, today, params }: Visit): Promise<Answer> {
  const { kind } = params
  if (kind !== 'docx' && kind !== 'pdf') return notFound
  const document = writeGuidance(council.name, today)
  const body = await (kind === 'docx' ? writeWord(document) : writePdf(document))
  return { download: { name: `impact-check-guidance.${kind}`, type: FILE_KINDS[kind].type, body } }
}
