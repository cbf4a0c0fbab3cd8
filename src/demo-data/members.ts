import { addDays, addMonths, type IsoDate } from '../domain/shared/calendar-date.ts'

/** Who: by their place among the board's own people, the chair first. */
export interface DemoAct {
  who: number
  kind: 'visit' | 'award' | 'young people' | 'group' | 'question' | 'training' | 'induction' | 'other'
  doneOn: IsoDate
  words: string
  answered: string | null
  isTold: boolean
  /** Written down by the clerk. */
  isByClerk: boolean
}

export interface DemoMemberOffer {
  who: number
  kind: 'skill' | 'interest' | 'place' | 'network'
  words: string
}

type Told = [who: number, kind: DemoAct['kind'], daysAgo: number, words: string, answered?: string]

/** What each told of themselves; what begins with a dash they keep to themselves. */
const ACTS: Told[] = [
  [
    0,
    'visit',
    24,
    'Hartwell House, at tea time. The kitchen was full and the garden was not.',
    'The garden gate is mended, and there is a goal.',
  ],
  [0, 'award', 71, 'Gave out the cups at the summer sports, and lost the egg race.'],
  [
    0,
    'young people',
    40,
    'The Children in Care Council had questions about phones.',
    'Broken phones are mended within a week.',
  ],
  [0, 'question', 96, 'At full council, on the new bus contract.', 'Young people from 16 travel free at weekends.'],
  [1, 'visit', 150, 'The flats above the library, with the keys handed over the same day.'],
  [
    1,
    'group',
    55,
    'The virtual school’s governing group: exclusions, school by school.',
    'Two heads came to talk about it.',
  ],
  [1, 'question', 33, 'At planning, on forty new homes by the canal.', 'Four are kept for care leavers.'],
  [2, 'young people', 118, 'The Care Leavers’ Forum cooked, and I washed up.'],
  [2, 'other', 15, '– Wrote to the bus company about a lost pass.'],
  [3, 'award', 71, 'Read out the names at the summer sports.'],
  [3, 'visit', 290, '– Millbrook Lodge. I did not stay long enough.'],
  [4, 'question', 61, 'At licensing, on a new taxi firm.', 'It takes on two apprentices.'],
  [6, 'group', 80, 'Health and wellbeing group: dentists.', 'Two practices hold places for us.'],
  [
    0,
    'visit',
    300,
    'Hartwell House on a wet Sunday, for the quiz.',
    'Somebody comes every month now, on a different day.',
  ],
  [0, 'question', 340, 'At cabinet, on closing two libraries.', 'One stays open late for homework.'],
  [1, 'award', 430, 'The awards night: forty cups and one speech, short.'],
  [2, 'visit', 390, 'A first flat, with the paint still wet.'],
  [3, 'young people', 410, 'The Children in Care Council asked what I do all day.', 'I send them a page each quarter.'],
  [4, 'award', 430, 'The awards night, at the cloakroom.'],
  [4, 'group', 370, 'The virtual school’s governing group: who misses school, and why.'],
  [6, 'question', 320, 'At the health board, on moving a clinic.', 'It stays by the bus station.'],
]

const OFFERS: [who: number, kind: DemoMemberOffer['kind'], words: string][] = [
  [0, 'network', 'I know most of the shops on the High Street, and will ask any of them.'],
  [1, 'skill', 'I was a maths teacher: help before an exam, on Saturdays.'],
  [2, 'place', 'I run a garage: a week of work experience in any school holiday.'],
  [4, 'interest', 'Allotment on Mill Lane: come and dig, and take home what you grow.'],
  [6, 'place', 'Two days in the hospital’s kitchens or laboratory, with somebody who likes questions.'],
]

/** Sessions that the clerk wrote down: how many months ago, and who of the board came. */
const SESSIONS: [kind: 'training' | 'induction', monthsAgo: number, words: string, came: number[]][] = [
  ['induction', 38, 'What it is to be a corporate parent, with three care leavers', [0, 1, 3]],
  ['induction', 14, 'What it is to be a corporate parent, with the Children in Care Council', [2, 4]],
  ['training', 20, 'Reading the figures without being fooled by small numbers', [0, 1, 4]],
  ['training', 7, 'What a move feels like: told by young people', [0, 2, 3, 4]],
]

export function makeMemberActs(today: IsoDate): DemoAct[] {
  const told = ACTS.map(([who, kind, daysAgo, words, answered]) => ({
    who,
    kind,
    doneOn: addDays(today, -daysAgo),
    words: words.replace(/^– /, ''),
    answered: answered ?? null,
    isTold: !words.startsWith('–'),
    isByClerk: false,
  }))
  const learned = SESSIONS.flatMap(([kind, monthsAgo, words, came]) =>
    came.map((who) => ({
      who,
      kind,
      doneOn: addDays(addMonths(today, -monthsAgo), -3),
      words,
      answered: null,
      isTold: false,
      isByClerk: true,
    })),
  )
  return [...told, ...learned]
}

export function makeMemberOffers(): DemoMemberOffer[] {
  return OFFERS.map(([who, kind, words]) => ({ who, kind, words }))
}
