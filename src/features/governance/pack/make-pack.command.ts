import {
  type Pack,
  type PackFigure,
  type PackKnot,
  type PackSection,
  sayChecks,
} from '../../../domain/governance/pack.ts'
import { isMember } from '../../../domain/governance/pre-election.ts'
import { splitParagraphs } from '../../../domain/governance/reading-time.ts'
import { type IsoDate, sayDate } from '../../../domain/shared/calendar-date.ts'
import { readRunning } from '../../../shapes/person/pre-election.store.ts'
import { workOutFigures } from '../../performance/index.ts'
import { tellOfPromise } from '../../promises/index.ts'
import { readThread } from '../../thread/index.ts'
import { type Challenge, listChallenges } from '../challenge.store.ts'
import { listNumbersOf, type Reader, readLiveFigures } from '../live-subject.ts'
import { type AgendaItem, listItems, type Meeting } from '../meeting.store.ts'
import { listPapers, type Paper } from '../paper.store.ts'
import { listChanges, readWordings } from './list-changes.ts'

/**
 * The pack of a meeting as it is now: published papers of items that are not private, with their figures as anybody may see
 * them, known by the newest seal. What is not published yet is "to follow" and nothing of it is in here.
 */
export async function makePack(reader: Reader, meeting: Meeting): Promise<Pack> {
  const { items, papers, challenges } = await reader.database.as(reader.actor, async (query) => ({
    items: (await listItems(query, meeting.id)).filter((item) => !item.isPrivate),
    papers: await listPapers(query, meeting.id),
    challenges: (await listChallenges(query, reader.today)).filter(
      (challenge) => challenge.bodyId === meeting.bodyId && challenge.state !== 'accepted',
    ),
  }))
  const election = await readRunning(reader)
  const { sealNumber } = await workOutFigures(reader.database, reader.council, reader.today, null)
  const paperOf = (item: AgendaItem) => papers.find((paper) => paper.itemId === item.id)
  const sections: PackSection[] = []
  for (const [index, item] of items.entries()) {
    const paper = paperOf(item)
    if (paper?.publishedOn)
      sections.push({
        ...(election && paper.subject === 'promises'
          ? holdBack(index + 1, paper, election.endsOn)
          : makeSection(index + 1, paper, await readLiveFigures(reader, paper), election !== null)),
        // A paper on all promises is about the whole chain.
        thread: paper.subject === 'promises' ? [] : await readPackThread(reader, meeting, item),
      })
  }
  if (challenges.length > 0) sections.push(listOpen(items.length + 1, challenges, election !== null))
  const changes = await listChanges(reader, meeting, items.length + (challenges.length > 0 ? 2 : 1))
  if (changes) sections.push(changes)
  return {
    title: `${meeting.body}, ${sayDate(meeting.day)}`,
    council: reader.council.name,
    body: meeting.body,
    meeting: { day: meeting.day, time: meeting.time, place: meeting.place, theme: meeting.theme },
    knownBy: { sealNumber, asAt: reader.today },
    wordings: readWordings(),
    agenda: items.map((item, index) => ({
      number: index + 1,
      title: `${item.isYoungPeoples ? 'Young people’s item: ' : ''}${item.title ?? item.otherwiseBecause ?? 'to be brought'}`,
      note: [
        item.broughtBy && !(election && isMember(item.broughtBy)) ? `brought by ${item.broughtBy}` : '',
        paperOf(item) && !paperOf(item)!.publishedOn ? 'paper to follow' : '',
      ]
        .filter(Boolean)
        .join(', '),
      minutes: item.minutes,
    })),
    sections,
    checks: sayChecks(sections, reader.today, sealNumber),
  }
}

/** What its figures tell and hide, in true numbers: kept apart from the pack, so that no later one gives away what it hid. */
export async function listPrintedFigures(reader: Reader, meeting: Meeting, pack: Pack) {
  const printed = new Set(pack.sections.map(({ paperId }) => paperId))
  const papers = await reader.database.as(reader.actor, (query) => listPapers(query, meeting.id))
  return listNumbersOf(
    reader,
    papers.filter(({ id }) => printed.has(id)),
  )
}

/**
 * The item's thread for the readers of a pack, who are more than the clerk that makes it: nothing private is named, nothing
 * of another body, and nothing of an agenda that is not out.
 */
async function readPackThread(reader: Reader, meeting: Meeting, item: AgendaItem): Promise<PackKnot[]> {
  const knots = await readThread(
    reader,
    { kind: 'agenda item', ref: item.id },
    tellOfPromise,
    (knot) => knot.ref === item.id || ((knot.bodyId ?? meeting.bodyId) === meeting.bodyId && !knot.isHeldBack),
  )
  return knots.map(({ kind, title, note, isCurrent = false, isGap = false }) => ({
    stage: kind,
    words: [title, note].filter(Boolean).join(', '),
    isCurrent,
    isGap,
  }))
}

/** How far promises are kept is a claim, which waits until the election is over (rule 36). */
function holdBack(number: number, paper: Paper, endsOn: IsoDate): PackSection {
  const words = `This paper says how far promises are kept. It is held back until ${sayDate(endsOn)}, the time before an election.`
  return {
    ...makeSection(number, paper, [], true),
    ...{ plain: [words], full: [], impact: [] },
  }
}

function makeSection(number: number, paper: Paper, figures: PackFigure[], isBeforeElection: boolean): PackSection {
  return {
    paperId: paper.id,
    number,
    title: paper.title,
    writtenBy: isBeforeElection && isMember(paper.writtenBy) ? '' : paper.writtenBy,
    plain: splitParagraphs(paper.plainVersion),
    full: paper.fileId
      ? [...splitParagraphs(paper.fullText), 'The full paper is a file beside this pack, under its own title.']
      : splitParagraphs(paper.fullText),
    impact: splitParagraphs(paper.impact),
    figures,
  }
}

function listOpen(number: number, challenges: Challenge[], isBeforeElection: boolean): PackSection {
  return {
    paperId: null,
    number,
    title: 'Challenges still open',
    writtenBy: '',
    plain: ['Each stays here until those who raised it say that it is answered.'],
    full: [],
    impact: [],
    figures: [
      {
        id: 'challenges-open',
        title: `${challenges.length} ${challenges.length === 1 ? 'challenge is' : 'challenges are'} still open`,
        picture: null,
        table: {
          columns: ['Challenge', 'Raised by', 'Who answers', 'By when'].map((text) => ({ text, isNumeric: false })),
          rows: challenges.map((one) => [
            one.title,
            one.groupName ?? 'a member',
            isBeforeElection && isMember(one.toTitle ?? '') ? 'a member' : (one.toTitle ?? one.toName),
            one.state === 'answered'
              ? 'answered; not accepted yet'
              : `${sayDate(one.answerDueOn)}${one.state === 'late' ? ', late' : ''}`,
          ]),
        },
        source: '',
      },
    ],
  }
}
