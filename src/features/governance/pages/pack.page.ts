import { sayAgendaNote } from '../../../domain/governance/pack.ts'
import { IMPACT_QUESTION, listMissingOfMeeting } from '../../../domain/governance/what-is-missing.ts'
import { sayDate } from '../../../domain/shared/calendar-date.ts'
import { recordTrace } from '../../../shapes/person/access-trace.store.ts'
import { writePdf } from '../../../web/document/write-pdf.ts'
import { writeWord } from '../../../web/document/write-word.ts'
import { type Answer, notFound, type Visit } from '../../../web/route.ts'
import { keepPrinted } from '../../performance/index.ts'
import { paths } from '../governance.paths.ts'
import { findMeeting, listItems } from '../meeting.store.ts'
import { findNames, sayName } from '../names/find-names.ts'
import { listPrintedFigures, makePack } from '../pack/make-pack.command.ts'
import { sayPackFile, setPack } from '../pack/set-pack.ts'
import { findPack, keepPack, type StoredPack } from '../pack.store.ts'
import { presentFigures } from './draw-figure.ts'
import { show as showMeetingAgain } from './meeting.page.ts'

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** The pack goes out: made once, kept word for word. Sent again, a new one is kept beside the old. */
export async function submitPack(visit: Visit): Promise<Answer> {
  const found = await visit.database.as(visit.actor, async (query) => {
    const meeting = await findMeeting(query, visit.params.id ?? '')
    return meeting && { meeting, items: await listItems(query, meeting.id) }
  })
  if (found === null || found.meeting.status === 'held') return notFound
  const faults = listMissingOfMeeting(found.items.map((item) => ({ ...item, paper: null })))
  if (found.meeting.status === 'planned') faults.push('Send the agenda out first.')
  const names = await visit.database.as(visit.actor, (query) =>
    findNames(
      query,
      found.items.map((item) => ({ field: item.id, words: [item.title, item.broughtBy].filter(Boolean).join(' · ') })),
    ),
  )
  faults.push(...names.filter(({ isWhole }) => isWhole).map(sayName))
  if (faults.length > 0) return showMeetingAgain(visit, faults)
  const pack = await makePack(visit, found.meeting)
  const printed = await listPrintedFigures(visit, found.meeting, pack)
  await visit.database.as(visit.actor, async (query) => {
    const packId = await keepPack(query, visit.actor.authorityId, found.meeting, pack)
    await keepPrinted(query, visit.actor.authorityId, packId, printed)
    const detail = { meeting: found.meeting.id, seal: pack.knownBy.sealNumber }
    await recordTrace(query, visit.actor, { event: 'pack published', detail })
  })
  return { redirect: `${paths.meeting(found.meeting.id)}?done=pack` }
}

export async function showPack(visit: Visit): Promise<Answer> {
  const stored = await readPack(visit)
  if (stored === null) return notFound
  const pack = stored.content
  return {
    template: 'features/governance/pages/pack.njk',
    title: 'The pack',
    model: {
      title: pack.title,
      lead: [pack.meeting.time, pack.meeting.place, pack.meeting.theme ? `Theme: ${pack.meeting.theme}` : '']
        .filter(Boolean)
        .join(' · '),
      knownOn: `Sent out on ${sayDate(stored.publishedOn)}. It does not change: its figures are as known on ${sayDate(pack.knownBy.asAt)}.`,
      agenda: pack.agenda.map((item) => ({
        ...item,
        note: sayAgendaNote(item),
      })),
      impactQuestion: IMPACT_QUESTION,
      sections: pack.sections.map((section) => ({
        ...section,
        id: `item-${section.number}`,
        figures: presentFigures(section.figures),
        knots: (section.thread ?? []).map(({ stage, words, isCurrent, isGap }) => ({
          kind: stage,
          title: words,
          isCurrent,
          isGap,
        })),
      })),
      checks: pack.checks,
      packHref: paths.pack(stored.meetingId),
    },
    page: { back: { href: paths.meeting(stored.meetingId), text: 'The meeting' } },
  }
}

export async function downloadPdf(visit: Visit): Promise<Answer> {
  const stored = await readPack(visit)
  if (stored === null) return notFound
  const body = await writePdf(setPack(stored.content))
  return { download: { name: `${sayPackFile(stored.content)}.pdf`, type: 'application/pdf', body } }
}

export async function downloadWord(visit: Visit): Promise<Answer> {
  const stored = await readPack(visit)
  if (stored === null) return notFound
  const body = await writeWord(setPack(stored.content))
  return { download: { name: `${sayPackFile(stored.content)}.docx`, type: WORD, body } }
}

async function readPack(visit: Visit): Promise<StoredPack | null> {
  return visit.database.as(visit.actor, async (query) => {
    const meeting = await findMeeting(query, visit.params.id ?? '')
    return meeting && findPack(query, meeting.id)
  })
}
