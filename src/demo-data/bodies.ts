// Long because it is one list: every body of the made-up council, with its people and what it talks about.
import type { Rhythm } from '../domain/governance/rhythm.ts'
import { addDays, addMonths, type IsoDate, type Period } from '../domain/shared/calendar-date.ts'
import { makeGroups } from './groups.ts'

/** The made-up council's bodies besides its board: whom they answer to, how often they meet, and what they talk about. */
export interface DemoBody {
  key: string
  name: string
  kind: 'council' | 'board' | 'scrutiny' | 'working group' | 'young people'
  regime: 'formal' | 'advisory' | 'partnership'
  whatItDoes: string
  parent: string | null
  rhythm: Rhythm
  /** Meetings of the last three years are kept of these; the others’ rhythm begins today. */
  isKept: boolean
  /** Which of its meetings fell through: counted back from today. */
  missed?: number[]
  calendarName: string
  place: string
  time: string
  themes: string[]
  seats: DemoSeat[]
  /** First items, in turn: what young people bring. */
  young: string[]
  items: string[]
  terms: string
}

export interface DemoSeat {
  /** A job title, where a colleague sits there. */
  title?: string
  name?: string
  part: 'chair' | 'vice chair' | 'member' | 'partner' | 'young people' | 'officer'
  party?: string
  organisation?: string
}

/** The board’s own rhythm follows from the day of its next meeting, so that it is the same weekday of the same week. */
export function rhythmOfBoard(next: IsoDate): Rhythm {
  const nth = Math.ceil(Number(next.slice(8)) / 7)
  const week = nth > 4 ? 'last' : (nth as 1 | 2 | 3 | 4)
  return { kind: 'every', months: 3, from: next.slice(0, 7), week, weekday: 2, skips: [8] }
}

export const BOARD_THEMES = [
  'Homes and people who stay',
  'Health and feeling well',
  'Learning and school',
  'Growing up and moving on',
  'Voice and rights',
]

export const PARTIES = ['Meadow Party', 'Meadow Party', 'Riverside Alliance', 'Riverside Alliance', 'Independent Group']

/** Who sits on the board and never signs in. */
export const BOARD_GUEST_SEATS: DemoSeat[] = [
  { name: 'Chief inspector for people at risk', part: 'partner', organisation: 'Exampleshire Police' },
  { name: 'Head of lettings', part: 'partner', organisation: 'Riverside Homes' },
]

export const BOARD_TERMS: [years: number, by: string, words: string][] = [
  [
    -4,
    'Full council',
    'The board watches over what the council does for the children in its care. It meets four times a year and reports to full council once.\n\nIts members are six councillors of every group, and officers who advise them.',
  ],
  [
    -1,
    'Full council',
    'The board holds every part of the council, and its partners, to the promises made to children in our care and to care leavers until they are 25.\n\nIt meets every three months, not in August. Young people’s item is first, always. Each meeting has one theme, in turn, so that every theme comes round within fifteen months.\n\nIts members are six councillors of every group, two people chosen by the Children in Care Council, foster carers, health, police and housing. Members keep their seat for as long as their term lasts.\n\nThe chief executive comes at least once a year. No paper is read without a plain version, and none without saying what it does for our children. A challenge stays open until those who raised it say that it is answered.',
  ],
]

const COUNCILLOR = (name: string, part: DemoSeat['part'], party: string): DemoSeat => ({ name, part, party })

export function makeBodies(today: IsoDate): DemoBody[] {
  const month = (months: number) => addMonths(`${today.slice(0, 7)}-01`, months).slice(0, 7)
  return [
    {
      key: 'council',
      name: 'Full council',
      kind: 'council',
      regime: 'formal',
      whatItDoes: 'Every councillor is a corporate parent here, and hears once a year how the promises stand.',
      parent: null,
      rhythm: { kind: 'in months', months: [2, 5, 7, 9, 12], week: 3, weekday: 4, skips: [] },
      isKept: false,
      calendarName: 'Council',
      place: 'Council chamber, County Hall',
      time: '2pm',
      themes: [],
      seats: [COUNCILLOR('Chair of the council', 'chair', 'Meadow Party')],
      young: [],
      items: [],
      terms:
        'Full council agrees the pledge and the strategy, and hears the annual report in July with young people beside the chair of the board.',
    },
    {
      key: 'health-board',
      name: 'Health governing board',
      kind: 'board',
      regime: 'partnership',
      whatItDoes: 'Plans and pays for health in the county, and answers for checks, dentists and someone to talk to.',
      parent: null,
      rhythm: { kind: 'every', months: 3, from: month(1), week: 3, weekday: 3, skips: [] },
      isKept: false,
      calendarName: 'Health board',
      place: 'Infirmary House',
      time: '10am',
      themes: [],
      seats: [{ name: 'Chair of the health trust', part: 'chair', organisation: 'Exampleshire Health Trust' }],
      young: [],
      items: [],
      terms: 'The health board hears once a year how children in our care are, and decides with us what is paid for.',
    },
    {
      key: 'scrutiny',
      name: 'Children and families scrutiny committee',
      kind: 'scrutiny',
      regime: 'formal',
      whatItDoes: 'Asks in public whether what the council says it does for children is what happens.',
      parent: 'council',
      rhythm: { kind: 'every', months: 2, from: month(1), week: 1, weekday: 4, skips: [8] },
      isKept: true,
      calendarName: 'Scrutiny committee',
      place: 'Committee room 2, County Hall',
      time: '10.30am',
      themes: [
        'Moves between homes',
        'Money for the first flat',
        'Schools and exclusions',
        'Waiting for someone to talk to',
        'Foster carers',
        'Brothers and sisters',
      ],
      seats: [
        COUNCILLOR('Chair of scrutiny', 'chair', 'Riverside Alliance'),
        COUNCILLOR('Vice chair of scrutiny', 'vice chair', 'Independent Group'),
        COUNCILLOR('Councillor for Millbrook', 'member', 'Meadow Party'),
        COUNCILLOR('Councillor for Hartwell', 'member', 'Meadow Party'),
        COUNCILLOR('Councillor for the Vale', 'member', 'Riverside Alliance'),
        { title: 'Director of Children’s Services', part: 'officer' },
        { name: 'Parent governor', part: 'partner', organisation: 'School governors' },
      ],
      young: ['What we want you to look into', 'What changed since you asked', 'Our questions to the director'],
      items: [
        'Answers to last time’s questions',
        'What the figures say, and what they leave out',
        'Visit to a home: what members saw',
        'Plan of work',
      ],
      terms:
        'The committee chooses what it looks into, and always asks the Children in Care Council first. It takes evidence in public, and never about one child.',
    },
    {
      key: 'young',
      name: 'Children in Care Council',
      kind: 'young people',
      regime: 'advisory',
      whatItDoes:
        'Young people in our care, in their own meeting: what matters, what to ask, and whether an answer is one.',
      parent: 'board',
      rhythm: { kind: 'half-termly', nth: 3, weekday: 3 },
      isKept: true,
      calendarName: 'Wednesday group',
      place: 'The Boathouse',
      time: '4.45pm',
      themes: [],
      seats: [
        { name: 'Chair, chosen by the group for a year', part: 'chair', organisation: 'Young people' },
        { name: 'Seats for twelve, from eight to eighteen', part: 'young people', organisation: 'Young people' },
        { title: 'Participation officer', part: 'officer' },
      ],
      young: [
        'What happened since last time',
        'A phone that breaks',
        'Whose news is it when a worker leaves',
        'Words we want and words we do not',
        'A bedroom that stays mine at weekends',
        'School trips and who signs',
        'Our pets',
        'How we choose who speaks at the board',
        'What we would ask a new worker',
      ],
      items: [
        'What we take to the board',
        'Pizza, and who chooses it',
        'Planning the awards night',
        'Questions for a home that wants to open',
        'Our page of the newsletter',
      ],
      terms:
        'We decide what we talk about. Grown-ups come when we ask them. What we say here is told as the group’s and never as one person’s. Two of us go to every board.',
    },
    {
      key: 'leavers',
      name: 'Care Leavers’ Forum',
      kind: 'young people',
      regime: 'advisory',
      whatItDoes: 'People of 16 to 25 who have left our care, or soon will: flats, money, work and someone to ring.',
      parent: 'board',
      rhythm: { kind: 'every', months: 2, from: month(0), week: 2, weekday: 1, skips: [] },
      isKept: true,
      missed: [2],
      calendarName: 'Monday forum',
      place: 'The Old Bakery',
      time: '6pm',
      themes: [],
      seats: [
        { name: 'Two chairs, chosen each spring', part: 'chair', organisation: 'Young people' },
        { title: 'Personal adviser', part: 'officer' },
      ],
      young: [
        'What a first flat really costs',
        'Council tax letters',
        'Christmas on your own',
        'Driving lessons',
        'Who is there at eleven at night',
      ],
      items: ['What we ask of the board', 'Cooking together', 'Jobs and apprenticeships that came in'],
      terms:
        'Anybody who was in care and is not yet 26 may come, once or always. Dinner first, then talk. We choose two to go to the board.',
    },
    {
      key: 'health',
      name: 'Health and wellbeing group',
      kind: 'working group',
      regime: 'partnership',
      whatItDoes: 'Gets checks, dentists and someone to talk to on time, and takes upwards what it cannot solve.',
      parent: 'board',
      rhythm: { kind: 'every', months: 3, from: month(-1), week: 'last', weekday: 3, skips: [] },
      isKept: true,
      calendarName: 'Partnership meeting',
      place: 'Infirmary House',
      time: '1.30pm',
      themes: ['First health checks', 'Teeth', 'Someone to talk to', 'Leaving with your health history'],
      seats: [
        { title: 'Director of Public Health', part: 'chair' },
        { name: 'Designated nurse', part: 'partner', organisation: 'Exampleshire Health Trust' },
        { name: 'Designated doctor', part: 'partner', organisation: 'Exampleshire Health Trust' },
        { name: 'Manager, mental health in schools', part: 'partner', organisation: 'Bright Minds' },
        { name: 'Foster carer', part: 'partner', organisation: 'Foster carers’ association' },
      ],
      young: ['What it is like to wait', 'A dentist who explains', 'Who has to know that I am in care'],
      items: ['Checks that were late, and why', 'What we could not solve', 'Dentists who take new patients'],
      terms:
        'The group has the power to change how checks are booked. What costs more than it may spend goes to the board with a proposal and a date.',
    },
    {
      key: 'school',
      name: 'Virtual school governing group',
      kind: 'working group',
      regime: 'partnership',
      whatItDoes: 'Asks the virtual head what a board of governors would ask: attendance, results, exclusions, joy.',
      parent: 'board',
      rhythm: { kind: 'in months', months: [3, 6, 11], week: 2, weekday: 2, skips: [] },
      isKept: true,
      calendarName: 'Governors',
      place: 'Hartwell Academy',
      time: '5pm',
      themes: ['Being in school', 'Results, and what comes after'],
      seats: [
        { title: 'Director of Education and Skills', part: 'chair' },
        { name: 'Head teacher', part: 'partner', organisation: 'Exampleshire head teachers' },
        { name: 'Head of the college', part: 'partner', organisation: 'Vale College' },
        COUNCILLOR('Councillor for Hartwell', 'member', 'Meadow Party'),
      ],
      young: ['Meetings in lesson time', 'A tutor I like', 'Changing school because of a move'],
      items: ['The school plan of each child: made on time, and read', 'Exclusions', 'Books and laptops'],
      terms:
        'The group meets once a term, in a school. It reads how children are doing together and never one child’s report.',
    },
    {
      key: 'homes',
      name: 'Homes we need group',
      kind: 'working group',
      regime: 'advisory',
      whatItDoes:
        'Looks a year ahead: how many homes, where, for whom, and what would keep brothers and sisters together.',
      parent: 'board',
      rhythm: { kind: 'every', months: 2, from: month(-1), week: 3, weekday: 4, skips: [] },
      isKept: true,
      missed: [1, 4],
      calendarName: 'Planning meeting',
      place: 'County Hall annexe',
      time: '9.30am',
      themes: [],
      seats: [
        { title: 'Director of Housing and Communities', part: 'chair' },
        { title: 'Head of service for children in our care', part: 'officer' },
        { name: 'Head of lettings', part: 'partner', organisation: 'Riverside Homes' },
      ],
      young: ['What makes a house a home', 'Near my school'],
      items: ['Homes that opened and closed', 'Asking families to foster'],
      terms: 'The group keeps one list of the homes we need, and says at each meeting what changed on it.',
    },
    ...makeGroups(today),
  ]
}

export interface DemoReport {
  body: string
  title: string
  by: string
  months: number[] | null
  daysBefore: number
}

/** What comes by the calendar. The board’s begin after its next meeting, whose papers are named already. */
export function makeReports(next: IsoDate): DemoReport[] {
  const after = (...months: number[]) =>
    months.map((one) => Number(addMonths(`${next.slice(0, 7)}-01`, one).slice(5, 7))).sort((a, b) => a - b)
  const on = (body: string, title: string, by: string, months: number[] | null, daysBefore = 14): DemoReport => ({
    body,
    title,
    by,
    months,
    daysBefore,
  })
  return [
    on('board', 'Complaints, and what we learned from them', 'Records and information rights officer', after(3, 9)),
    on('board', 'School results, and what comes after school', 'Director of Education and Skills', after(3), 21),
    on('board', 'The health of our children: the year', 'Director of Public Health', after(6), 21),
    on('board', 'Homes we need next year', 'Director of Housing and Communities', after(9)),
    on('council', 'Annual report of the corporate parenting board', 'Strategy lead for corporate parenting', [7], 28),
    on(
      'health-board',
      'Annual report of the corporate parenting board',
      'Strategy lead for corporate parenting',
      after(3),
      28,
    ),
    on('scrutiny', 'Progress on the plan, by promise', 'Strategy lead for corporate parenting', null, 10),
    on('scrutiny', 'Complaints by children: the year', 'Records and information rights officer', [5], 14),
    on('school', 'The plan of the virtual school, and how it stands', 'Director of Education and Skills', [11], 14),
    on('improvement', 'Plan and results: children in our care', 'Head of service for children in our care', null, 7),
    on(
      'improvement',
      'Plan and results: first steps and moving on',
      'Head of service for first steps and moving on',
      null,
      7,
    ),
    on('adoption', 'Days from care to a new family', 'Senior performance analyst', null, 7),
    on('school', 'Attendance and exclusions', 'Director of Education and Skills', null, 10),
  ]
}

/** Who is to come at least once a year without being a member. */
export const GUEST_RULES: [body: string, who: string, meetingsAgo: number | null][] = [
  ['board', 'Chief executive', 2],
  ['young', 'Leader of the council', null],
]

/** Half terms from three school years back to the one after this, Monday to Friday. */
export function makeHalfTerms(today: IsoDate): Period[] {
  const year = Number(today.slice(0, 4))
  return [-4, -3, -2, -1, 0, 1].flatMap((more) => {
    const [autumn, spring] = [year + more, year + more + 1]
    return [
      [`${autumn}-09-03`, `${autumn}-10-24`],
      [`${autumn}-11-02`, `${autumn}-12-19`],
      [`${spring}-01-05`, `${spring}-02-14`],
      [`${spring}-02-22`, `${spring}-03-28`],
      [`${spring}-04-13`, `${spring}-05-23`],
      [`${spring}-06-01`, `${spring}-07-21`],
    ].map(([from, to]) => ({ from: toSchoolDay(from!, 1), to: toSchoolDay(to!, -1) }))
  })
}

function toSchoolDay(day: IsoDate, step: 1 | -1): IsoDate {
  let found = day
  while (Temporal.PlainDate.from(found).dayOfWeek > 5) found = addDays(found, step)
  return found
}
