import { roles } from '../../../domain/access/roles.ts'
import { type IsoDate, sayDate } from '../../../domain/shared/calendar-date.ts'
import { sayDay } from '../../../domain/shared/say-day.ts'
import type { Opening } from '../../../shapes/person/break-glass.store.ts'
import type { Colleague } from '../../../shapes/person/staff.store.ts'
import { type Figures, presentFigure } from '../../performance/index.ts'
import { sayCount } from '../../promises/index.ts'
import type { EndingRole } from '../home.store.ts'

type Row = Record<string, unknown>

/** What an office's first screen says: the sentence, what waits, what a person can do, and a side card. */
export interface OfficeHome {
  sentence: string
  waiting: Row[]
  ways: Row[]
  aside: { title: string; text: string; rows: Row[] } | null
  purpose: string
}

/** Children asked for these: they come first (rule 40). */
const FIRST_FIGURES = ['M20', 'M25', 'M27', 'M23']

/** Files that wait for an answer, and how the figures children asked for stand today. */
export function presentAnalystHome({ awaiting, figures }: { awaiting: number; figures: Figures }): OfficeHome {
  return {
    sentence:
      awaiting === 0
        ? 'No file waits for your answer.'
        : `${sayCount(awaiting)} ${awaiting === 1 ? 'set of files waits' : 'sets of files wait'} for your answer.`,
    waiting:
      awaiting === 0
        ? []
        : [
            {
              text: 'Files that were checked',
              href: '/imports',
              note: 'nothing in them is kept until you accept',
              pill: { state: 'on-the-way', text: `${awaiting} to answer` },
            },
          ],
    ways: [
      {
        text: 'Take in a year’s return',
        href: '/imports/new',
        note: 'checked and shown first; nothing is kept until you accept',
      },
      { text: 'Data quality of the last return', href: '/imports/quality', note: 'what was refused, and why' },
      {
        text: 'All figures',
        href: '/figures',
        note: 'true counts for you; a small number is hidden from everybody else',
      },
    ],
    aside: {
      title: 'Children asked for these',
      text: `As at ${sayDate(figures.asAt)}.`,
      rows: FIRST_FIGURES.flatMap((id) => {
        const result = figures.results.find((one) => one.id === id)
        if (!result || result.cannotCompute !== null) return []
        const shown = presentFigure(result, false)
        return [
          {
            text: `${shown.title}: ${shown.isHidden ? 'hidden' : shown.value}`,
            href: shown.definitionHref,
            note: shown.of || shown.hiddenBecause,
          },
        ]
      }),
    },
    purpose: roles.performance_analyst.purpose,
  }
}

/** Openings with a reason that nobody has looked into come first. */
export function presentAuditorHome({ openings, looks }: { openings: Opening[]; looks: number }): OfficeHome {
  const { length } = openings
  return {
    sentence:
      length === 0
        ? `No opening with a reason waits. Records were opened ${looks.toLocaleString('en-GB')} times in seven days.`
        : `${sayCount(length)} ${length === 1 ? 'opening waits' : 'openings wait'} for somebody to look into the reason.`,
    waiting: openings.map(({ person, openedAt }) => ({
      text: `${person} opened a record that was not theirs`,
      href: '/who-looked',
      note: 'does the reason hold?',
      pill: { state: 'on-the-way', text: sayDate(openedAt.slice(0, 10)) },
    })),
    ways: [
      {
        text: 'Who looked',
        href: '/who-looked',
        note: `${looks.toLocaleString('en-GB')} openings in seven days, newest first`,
      },
      { text: 'Who looked at one record', href: '/children', note: 'find the child, then “Who looked” on their page' },
      { text: 'People and roles', href: '/people', note: 'who works here, and what each role may do' },
    ],
    aside: null,
    purpose: roles.records_auditor.purpose,
  }
}

/** Roles that the law or a child's door counts on: somebody must hold each. */
const NEEDED = [
  'safeguarding_lead',
  'allegations_lead',
  'duty_worker',
  'records_auditor',
  'clerk',
  'strategy_lead',
  'participation_officer',
] as const

/** Who has no role and so cannot sign in, what ends soon, and which needed role nobody holds. */
export function presentAdministratorHome(
  { colleagues, ending }: { colleagues: Colleague[]; ending: EndingRole[] },
  today: IsoDate,
): OfficeHome {
  const held = new Set(colleagues.flatMap((colleague) => colleague.roles))
  const empty = NEEDED.filter((role) => !held.has(role))
  const without = colleagues.filter((colleague) => colleague.roles.length === 0)
  const waiting = [
    ...empty.map((role) => ({
      text: `Nobody is ${roles[role].title.toLowerCase()}`,
      href: '/people',
      note: roles[role].purpose,
      pill: { state: 'not-kept', text: 'not held' },
    })),
    ...without.map((colleague) => ({
      text: `${nameOf(colleague)} holds no role`,
      href: `/people/${colleague.id}`,
      note: 'and so cannot sign in',
      pill: { state: 'unknown', text: 'no role' },
    })),
    ...ending.map(({ personId, name, role, endsOn }) => ({
      text: `${name} stops being ${(roles[role as keyof typeof roles]?.title ?? role).toLowerCase()}`,
      href: `/people/${personId}`,
      note: 'their sign-in ends with their last role',
      pill: { state: 'on-the-way', text: sayDay(endsOn, today) },
    })),
  ]
  return {
    sentence:
      waiting.length === 0
        ? `Every needed role is held, and all ${colleagues.length} colleagues can sign in.`
        : sayAdministrator(empty.length, without.length, ending.length),
    waiting,
    ways: [
      { text: 'People and roles', href: '/people', note: 'who works here and what they may do' },
      { text: 'Enter a colleague', href: '/people/new', note: 'with their first role, and the day it begins' },
    ],
    aside: null,
    purpose: roles.administrator.purpose,
  }
}

function sayAdministrator(empty: number, without: number, ending: number): string {
  const parts = [
    empty > 0 ? `${sayCount(empty)} needed ${empty === 1 ? 'role is' : 'roles are'} held by nobody.` : '',
    without > 0
      ? `${sayCount(without)} ${without === 1 ? 'colleague has' : 'colleagues have'} no role and cannot sign in.`
      : '',
    ending > 0 ? `${sayCount(ending)} ${ending === 1 ? 'role ends' : 'roles end'} within 30 days.` : '',
  ]
  return parts.filter(Boolean).join(' ')
}

function nameOf(colleague: Colleague): string {
  return [colleague.givenName, colleague.familyName].filter(Boolean).join(' ') || (colleague.email ?? 'Somebody')
}
