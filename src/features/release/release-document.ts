import type { PackSection, PrintedPack } from '../../domain/governance/pack.ts'
import { splitParagraphs } from '../../domain/governance/reading-time.ts'
import { findExemption } from '../../domain/release/exemptions.ts'
import { type IsoDate, sayDate } from '../../domain/shared/calendar-date.ts'
import type { GatheredKind } from './gather.store.ts'
import type { ReleaseItem, ReleaseRequest } from './release.store.ts'

export const KINDS: Record<GatheredKind, string> = {
  challenge: 'Challenge',
  answer: 'Answer to a challenge',
  paper: 'Paper',
  minutes: 'Minutes',
  decision: 'Decision',
  action: 'Something to do',
  comment: 'Said beside a figure',
  progress: 'How an action stands',
  reason: 'Why a promise cannot be kept',
  rule: 'Rule of when a promise is kept',
  issue: 'Issue put to a body',
  impact: 'Impact check of a paper',
  act: 'What a corporate parent did',
  view: 'What was said of it',
}

export function isWithheld({ log }: Pick<ReleaseItem, 'log'>): boolean {
  return log[0]?.isWithheld ?? false
}

/** The answer as the requester gets it: what is released, and of what is withheld the kind, the day and the exemption. */
export function makeReleaseDocument(
  council: string,
  request: ReleaseRequest,
  items: ReleaseItem[],
  today: IsoDate,
): PrintedPack {
  const released = items.filter((item) => !isWithheld(item) || item.log[0]!.instead !== null)
  const withheld = items.filter(isWithheld)
  const sections: PackSection[] = released.map((item, index) => makeSection(index + 1, item))
  if (withheld.length > 0) sections.push(listWithheld(sections.length + 1, withheld))
  return {
    title: `Request ${request.reference}: ${request.subject}`,
    council,
    under: `Asked for on ${sayDate(request.askedOn)}. From ${sayDate(request.from)} to ${sayDate(request.to)}.`,
    knownBy: { sealNumber: 0, asAt: today },
    agenda: [],
    sections,
    checks: [
      `${items.length} ${items.length === 1 ? 'thing was' : 'things were'} found, and ${withheld.length === 0 ? 'none is' : `${withheld.length} ${withheld.length === 1 ? 'is' : 'are'}`} withheld in whole or in part.`,
    ],
  }
}

function makeSection(number: number, item: ReleaseItem): PackSection {
  const words = isWithheld(item) ? (item.log[0]!.instead ?? '') : item.words
  return {
    paperId: null,
    number,
    title: `${KINDS[item.kind]}, ${sayDate(item.saidOn)}: ${isWithheld(item) ? 'released in part' : item.title}`,
    writtenBy: '',
    plain: splitParagraphs(words),
    full: [],
    impact: [],
    figures: [],
  }
}

function listWithheld(number: number, items: ReleaseItem[]): PackSection {
  return {
    paperId: null,
    number,
    title: 'What is withheld',
    writtenBy: '',
    plain: ['You may ask us to look again at what is withheld, and then the Information Commissioner.'],
    full: [],
    impact: [],
    figures: [
      {
        id: 'withheld',
        title: `${items.length} ${items.length === 1 ? 'thing is' : 'things are'} withheld in whole or in part`,
        picture: null,
        table: {
          columns: ['What', 'Day', 'Exemption', 'Why'].map((text) => ({ text, isNumeric: false })),
          rows: items.map(({ kind, saidOn, log }) => [
            `${KINDS[kind]}${log[0]!.instead === null ? '' : ', in part'}`,
            sayDate(saidOn),
            findExemption(log[0]!.exemption)?.title ?? log[0]!.exemption,
            log[0]!.why,
          ]),
        },
        source: 'Exemptions of the Freedom of Information Act 2000.',
      },
    ],
  }
}
