import { addDays, type IsoDate } from '../domain/shared/calendar-date.ts'

/** The days on which the directorates gave their word and said what came of it, and what was told there that answers none of it. */
export interface DemoCommitmentEvent {
  kind: 'launch' | 'update' | 'at the board'
  title: string
  heldOn: IsoDate
  place: string
  guests: DemoGuest[]
}

export interface DemoGuest {
  invited: string
  directorate: string | null
  came: 'came' | 'sent somebody' | 'did not come' | null
}

export interface DemoLooseProgress {
  /** The title of the event it was told at; null where it stood in a report. */
  event: string | null
  report: string
  saidOn: IsoDate
  directorate: string | null
  words: string
  /** The commitment that somebody joined it to since. */
  answers: string | null
}

const CAME: [invited: string, directorate: string | null, launch: string, spring: string, autumn: string][] = [
  ['Director of Children’s Services', 'Children’s Services', 'came', 'came', 'came'],
  ['Director of Housing and Communities', 'Housing and Communities', 'came', 'came', 'came'],
  ['Director of Education and Skills', 'Education and Skills', 'came', 'did not come', 'sent somebody'],
  ['Director of Public Health', 'Public Health', 'came', 'sent somebody', 'came'],
  ['Director of Finance', null, 'sent somebody', 'did not come', 'did not come'],
]

const GUESTS = (at: 2 | 3 | 4 | null): DemoGuest[] =>
  CAME.map((guest) => ({
    invited: guest[0],
    directorate: guest[1],
    came: at === null ? null : (guest[at] as DemoGuest['came']),
  }))

const LOOSE: [event: 'spring' | 'report', directorate: string | null, words: string, answers?: string][] = [
  [
    'spring',
    'Housing and Communities',
    'The two parks teams each took a young person along for a fortnight of planting.',
  ],
  [
    'spring',
    'Public Health',
    'A nurse has gone to the young people’s drop-in on Thursdays since Easter.',
    'A nurse whom young adults can ring without a referral, to 25',
  ],
  [
    'report',
    'Children’s Services',
    'The life-story boxes were redesigned by six young people, and cost less than before.',
  ],
  [
    'report',
    'Children’s Services',
    'Birthday cards now come with a stamp in the child’s own language where they want it.',
    'A birthday card with a real signature for every child in our care',
  ],
  [
    'report',
    'Housing and Communities',
    'A handyman helps with the first week in a flat: shelves, curtains, the fuse box.',
  ],
  [
    'report',
    'Housing and Communities',
    'Swimming and the climbing wall were the two things the passes were used for most.',
    'Leisure passes for every child in our care and those who look after them',
  ],
  ['report', 'Education and Skills', 'Library fines are struck off for every child in our care, for good.'],
  ['report', 'Education and Skills', 'Two schools kept their breakfast clubs open in the holidays.'],
  ['report', null, 'The fire service let a group sleep a night at the station. The alarm rang twice.'],
]

/** How many took up what was offered, counted by the strategy lead; the last is too few to show. */
export const TAKE_UP: { commitment: string; from: string; offered: number; taken: number; daysAgo: number }[] = [
  {
    commitment: 'Leisure passes for every child in our care and those who look after them',
    from: 'The centres’ list of passes used, each child once',
    offered: 118,
    taken: 74,
    daysAgo: 21,
  },
  {
    commitment: 'A guaranteed interview for every council job they apply for',
    from: 'Recruitment’s list of interviews, each young person once',
    offered: 31,
    taken: 3,
    daysAgo: 40,
  },
]

export function makeCommitmentEvents(launchedOn: IsoDate, today: IsoDate) {
  const spring = onWeekday(addDays(today, -230))
  const reportedOn = onWeekday(addDays(today, -96))
  const events: DemoCommitmentEvent[] = [
    { kind: 'launch', title: 'The listening day', heldOn: launchedOn, place: 'Town hall', guests: GUESTS(2) },
    { kind: 'update', title: 'First update to the board', heldOn: spring, place: 'Committee room', guests: GUESTS(3) },
    {
      kind: 'update',
      title: 'Second update to the board',
      heldOn: onWeekday(addDays(today, -20)),
      place: 'The drop-in on Mill Street',
      guests: GUESTS(4),
    },
    {
      kind: 'update',
      title: 'Third update to the board',
      heldOn: onWeekday(addDays(today, 118)),
      place: 'Committee room',
      guests: GUESTS(null),
    },
  ]
  const progress: DemoLooseProgress[] = LOOSE.map(([told, directorate, words, answers]) => ({
    event: told === 'spring' ? events[1]!.title : null,
    report: told === 'spring' ? events[1]!.title : 'Half a year on: report to the committee',
    saidOn: told === 'spring' ? spring : reportedOn,
    directorate,
    words,
    answers: answers ?? null,
  }))
  return { events, progress }
}

/** A Saturday or a Sunday becomes the Monday after it. */
function onWeekday(day: IsoDate): IsoDate {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return weekday === 6 ? addDays(day, 2) : weekday === 0 ? addDays(day, 1) : day
}
