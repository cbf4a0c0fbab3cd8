import type { PackFigure } from '../../../domain/governance/pack.ts'
import { countReadingMinutes, splitParagraphs } from '../../../domain/governance/reading-time.ts'
import { sayMeetingDay } from '../../../domain/governance/say-meeting-day.ts'
import { IMPACT_QUESTION } from '../../../domain/governance/what-is-missing.ts'
import { sayDate } from '../../../domain/shared/calendar-date.ts'
import { type Answer, notFound, type Visit } from '../../../web/route.ts'
import { tellOfPromise } from '../../promises/index.ts'
import { readThread } from '../../thread/index.ts'
import { paths } from '../governance.paths.ts'
import { readLiveFigures } from '../live-subject.ts'
import { findItem, findMeeting, listItems } from '../meeting.store.ts'
import { findPack } from '../pack.store.ts'
import { findPaper, listPapers } from '../paper.store.ts'
import { presentFigures } from './draw-figure.ts'

/** A paper, plain version first; the full one is a link away. Its figures are the pack's once the pack went out. */
export async function showPaper(visit: Visit): Promise<Answer> {
  const found = await visit.database.as(visit.actor, async (query) => {
    const paper = await findPaper(query, visit.params.id ?? '')
    if (paper === null) return null
    const meeting = await findMeeting(query, paper.meetingId)
    const item = await findItem(query, paper.itemId)
    if (meeting === null || item === null) return null
    const items = await listItems(query, meeting.id)
    const papers = await listPapers(query, meeting.id)
    return { paper, meeting, item, items, papers, pack: await findPack(query, meeting.id) }
  })
  if (found === null) return notFound
  const { paper, meeting, item, pack } = found
  const frozen = pack?.content.sections.find((section) => section.paperId === paper.id)?.figures
  const figures: PackFigure[] = frozen ?? (await readLiveFigures(visit, paper))
  const isFull = visit.query.version === 'full'
  const order = found.items.flatMap((one) =>
    found.papers.filter((other) => other.itemId === one.id && other.publishedOn !== null),
  )
  const next = order[order.findIndex((other) => other.id === paper.id) + 1]
  return {
    template: 'features/governance/pages/paper.njk',
    title: 'A paper',
    model: {
      threadKnots: await readThread(visit, { kind: 'agenda item', ref: paper.itemId }, tellOfPromise),
      title: paper.title,
      lead: [
        `${meeting.body}, ${sayMeetingDay(meeting.day, visit.today)}`,
        item.title && item.title !== paper.title ? `for “${item.title}”` : '',
        paper.writtenBy ? `written by: ${paper.writtenBy}` : '',
      ]
        .filter(Boolean)
        .join(' · '),
      file: paper.fileId ? { href: paths.paperFile(paper.id), isAll: paper.fullText.trim() === '' } : null,
      isDraft: paper.publishedOn === null,
      isFull,
      switchHref: isFull ? paths.paper(paper.id) : `${paths.paper(paper.id)}?version=full`,
      switchText: isFull
        ? `Read the plain version: ${sayMinutes(paper.plainVersion)}`
        : `Read the full paper: ${sayMinutes(paper.fullText)}`,
      nowText: isFull
        ? `Full paper, ${sayMinutes(paper.fullText)}`
        : `Plain version, ${sayMinutes(paper.plainVersion)}`,
      paragraphs: splitParagraphs(isFull ? paper.fullText : paper.plainVersion),
      impactQuestion: IMPACT_QUESTION,
      impact: splitParagraphs(paper.impact),
      figures: presentFigures(figures),
      knownOn:
        figures.length === 0
          ? ''
          : frozen
            ? `As known on ${sayDate(pack!.content.knownBy.asAt)}, when the pack went out. Small numbers are hidden.`
            : `As known today. They are frozen when the pack goes out. Small numbers are hidden.`,
      measureHref: paper.subject === 'measure' ? `/figures/${paper.subjectRef}` : '',
      planHref: paper.subject === 'actions' ? '/promises/plan' : '',
      wallHref: paper.subject === 'promises' ? '/promises' : '',
      editHref: visit.can('meetings:write') ? paths.editPaper(paper.id) : '',
      next: next ? { href: paths.paper(next.id), text: `Next: ${next.title}` } : null,
    },
    page: { back: { href: paths.meeting(meeting.id), text: 'The agenda' } },
  }
}

function sayMinutes(text: string): string {
  const minutes = countReadingMinutes(text)
  return `${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`
}
