// Long because it is one list: what each group of the made-up council watches, met about, decided and gave out.
import type { Rhythm } from '../domain/governance/rhythm.ts'
import { addMonths, type IsoDate } from '../domain/shared/calendar-date.ts'
import type { DemoBody } from './bodies.ts'

export interface DemoGroupDecision {
  title: string
  words: string
  outcome: 'yes' | 'no, because' | 'noted'
  /** What is to be done, whose it is, in how many days from today, and what shows that it is done. */
  actions?: [words: string, owner: string, dueInDays: number, shownBy?: string][]
}

export interface DemoGroupMeeting {
  /** How many months ago at least; else one after the other, the latest first. */
  monthsAgo?: number
  theme: string
  young: string
  items: { title: string; by?: string; decision?: DemoGroupDecision }[]
  views?: { by: 'young people' | 'the council'; words: string; shaped?: string; refused?: string; decision?: string }[]
}

/** The figures that bodies watch. */
export const WATCHED: Record<string, string[]> = {
  board: ['M20', 'M42', 'M27', 'M138'],
  health: ['M50', 'M51', 'M52', 'M53', 'M60'],
  school: ['M70', 'M75', 'M76', 'M77', 'M78', 'M73'],
  homes: ['M130', 'M131', 'M13', 'M25'],
  work: ['M113', 'M114', 'M116', 'M115', 'M137'],
  'care-leavers': ['M112', 'M119', 'M111', 'M122', 'M125', 'M126'],
  adoption: ['M102', 'M103', 'M105', 'M101', 'M106'],
  improvement: ['M20', 'M23', 'M40', 'M43', 'M70', 'M119'],
}

const group = (
  body: Pick<DemoBody, 'key' | 'name' | 'regime' | 'whatItDoes' | 'rhythm' | 'place' | 'time' | 'seats' | 'terms'> &
    Partial<DemoBody>,
): DemoBody => ({
  kind: 'working group',
  parent: 'board',
  isKept: false,
  calendarName: 'Group meeting',
  themes: [],
  young: [],
  items: [],
  ...body,
})

export function makeGroups(today: IsoDate): DemoBody[] {
  const month = (months: number) => addMonths(`${today.slice(0, 7)}-01`, months).slice(0, 7)
  const every = (months: number, from: number, week: 1 | 2 | 3 | 4, weekday: number): Rhythm => ({
    kind: 'every',
    months,
    from: month(from),
    week,
    weekday,
    skips: [8],
  })
  return [
    group({
      key: 'exchange',
      name: 'Lead member and young people',
      regime: 'advisory',
      whatItDoes:
        'The lead member and the Children in Care Council ask each other things, and both come back with answers.',
      rhythm: every(2, -1, 2, 4),
      calendarName: 'Thursday tea',
      place: 'The Boathouse',
      time: '5pm',
      seats: [
        { title: 'Lead member for children and chair of the corporate parenting board', part: 'chair' },
        { name: 'Six of the Children in Care Council', part: 'young people', organisation: 'Young people' },
        { title: 'Participation officer', part: 'officer' },
      ],
      terms:
        'Every two months, with food, and half of the time belongs to each side. What is raised is written down in the group’s words. At the next meeting the lead member says what each thing shaped, or why it shaped nothing, and takes it to the board.',
    }),
    group({
      key: 'strategic',
      name: 'Strategic governance group',
      regime: 'partnership',
      whatItDoes: 'Partners who read a strategy and question it before anybody is asked to agree to it.',
      rhythm: every(3, 1, 2, 3),
      place: 'County Hall annexe',
      time: '2pm',
      seats: [
        { name: 'Superintendent for people at risk', part: 'chair', organisation: 'Exampleshire Police' },
        { name: 'Chief nurse', part: 'partner', organisation: 'Exampleshire Health Trust' },
        { name: 'Head teacher', part: 'partner', organisation: 'Exampleshire head teachers' },
        { name: 'Head of lettings', part: 'partner', organisation: 'Riverside Homes' },
        { title: 'Strategy lead for corporate parenting', part: 'officer' },
      ],
      terms:
        'The group reads every strategy and every yearly report in draft, says in writing what it would change, and sees what was changed. It agrees nothing on the board’s behalf.',
    }),
    group({
      key: 'work',
      name: 'Work and learning task group',
      regime: 'partnership',
      whatItDoes: 'Finds a course, a job or an apprenticeship for everybody of 16 to 25 who has none, one by one.',
      rhythm: every(2, 0, 3, 1),
      place: 'Vale College',
      time: '3.30pm',
      seats: [
        { name: 'Assistant director for skills', part: 'chair', organisation: 'Council officers' },
        { title: 'Head of service for first steps and moving on', part: 'officer' },
        { name: 'Head of the college', part: 'partner', organisation: 'Vale College' },
        { name: 'Manager of the job centre', part: 'partner', organisation: 'Hartwell job centre' },
        { name: 'Head of personnel', part: 'partner', organisation: 'Exampleshire Health Trust' },
      ],
      terms:
        'The group works from counts and from lists that stay with the advisers: nobody is spoken of by name here. Each partner brings places, and says at each meeting how many were taken.',
    }),
    group({
      key: 'care-leavers',
      name: 'Care leaver group',
      regime: 'partnership',
      whatItDoes:
        'A home that suits, feeling well, money that lasts the month, and the papers and facts that are yours.',
      rhythm: every(2, -1, 1, 2),
      place: 'The Old Bakery',
      time: '10am',
      seats: [
        { title: 'Head of service for first steps and moving on', part: 'chair' },
        { title: 'Director of Housing and Communities', part: 'officer' },
        { name: 'Two of the Care Leavers’ Forum', part: 'young people', organisation: 'Care Leavers’ Forum' },
        { name: 'Money adviser', part: 'partner', organisation: 'Exampleshire Money Advice' },
        { name: 'Manager, talking therapies', part: 'partner', organisation: 'Bright Minds' },
      ],
      terms:
        'Four subjects, one at each meeting: homes, feeling well, money, papers. The group keeps one list of what is to be done and reads it out at the start.',
    }),
    group({
      key: 'adoption',
      name: 'Adoption improvement board',
      kind: 'board',
      regime: 'partnership',
      whatItDoes: 'Follows how long children wait for a new family, step by step, and takes away what makes them wait.',
      rhythm: every(3, 0, 1, 3),
      place: 'County Hall annexe',
      time: '9.30am',
      seats: [
        { title: 'Director of Children’s Services', part: 'chair' },
        { title: 'Head of service for children in our care', part: 'officer' },
        { name: 'Manager of the adoption agency', part: 'partner', organisation: 'Vale Adoption' },
        { name: 'Adoptive parent', part: 'partner', organisation: 'Adoptive families' },
      ],
      terms:
        'The board reads days, from coming into care to living with a new family, and never one child’s story. What is too small a number stays hidden here too.',
    }),
    group({
      key: 'improvement',
      name: 'Performance improvement board',
      kind: 'board',
      regime: 'advisory',
      whatItDoes: 'Each head of service brings their plan, says what came of it for children, and is asked about it.',
      rhythm: every(2, 0, 4, 2),
      place: 'Committee room 1, County Hall',
      time: '9am',
      seats: [
        { title: 'Director of Children’s Services', part: 'chair' },
        { title: 'Head of service for children in our care', part: 'officer' },
        { title: 'Head of service for first steps and moving on', part: 'officer' },
        { title: 'Head of safeguarding', part: 'officer' },
        { title: 'Senior performance analyst', part: 'officer' },
      ],
      terms:
        'What is expected: two pages from each head of service, what they said they would do, what they did, what is different for children, and what they ask. Lateness of one team is not shown. The next step has a name and a day.',
    }),
  ]
}

const YOUNG = 'the Children in Care Council'

/** What the groups met about, the latest first. */
export const groupMeetings: Record<string, DemoGroupMeeting[]> = {
  exchange: [
    {
      theme: 'What a goodbye is',
      young: 'You said, and what we heard back',
      items: [{ title: 'What the lead member wants to ask you', by: 'the lead member' }],
      views: [
        { by: 'young people', words: 'Do not move the meeting to a school night before tests.' },
        { by: 'young people', words: 'We want to read what is written about our home before the board does.' },
        { by: 'the council', words: 'What should a new children’s home have on its first day?' },
      ],
    },
    {
      theme: 'Papers and passports',
      young: 'Three things from our last meeting',
      items: [{ title: 'What happened at the board', by: 'the lead member' }],
      views: [
        {
          by: 'young people',
          words: 'The passport evenings are all in the north. Some of us need two buses.',
          shaped: 'The board moved the next evenings to three towns, each near a bus station.',
          decision: 'A passport evening in three towns, twice a year',
        },
        {
          by: 'young people',
          words: 'A worker who leaves should come and say it, and bring the new one.',
          shaped: 'Goodbye visits are now how every worker leaves, and they are counted.',
          decision: 'Goodbye visits stay, and are counted every quarter',
        },
        {
          by: 'young people',
          words: 'Pay us for the meetings we miss work for.',
          refused:
            'A wage would be taken off benefits for some of you. We pay fares, food and a voucher, and asked the minister to change the rule.',
        },
        {
          by: 'the council',
          words: 'Which words in our letters would you take out?',
          shaped: 'Your list of forty words is on the wall of every team, and “contact” is gone from the letters.',
        },
      ],
    },
  ],
  strategic: [
    {
      monthsAgo: 9,
      theme: 'The strategy, second version',
      young: 'What the big conversation said first',
      items: [
        {
          title: 'The draft strategy: our questions',
          by: 'the strategy lead',
          decision: {
            title: 'Ready for the board, with three changes',
            outcome: 'yes',
            words:
              'The group asked how a child would notice each aim, who pays for the flats, and why health stood last. The third priority was written again by the clinic and the virtual school, and the group agreed that the draft may go to the board.',
            actions: [
              [
                'Write the third priority again',
                'Strategy lead for corporate parenting',
                -200,
                'The draft’s fourth reading',
              ],
            ],
          },
        },
      ],
    },
  ],
  work: [
    {
      theme: 'Places that start in January',
      young: 'An interview that went well, and one that did not',
      items: [
        {
          title: 'Who has neither work nor a course, by age',
          decision: {
            title: 'Each partner holds three places until the end of the month',
            outcome: 'yes',
            words:
              'The college, the health trust and the council hold three places each, and advisers ring round this week.',
            actions: [
              [
                'Hold three apprenticeships for care leavers, with the test week moved',
                'Head of personnel, Exampleshire Health Trust',
                20,
              ],
              ['Ring everybody of 16 to 18 without a place', 'Head of service for first steps and moving on', 9],
              ['Pay the bus for the first month of any job', 'Director of Education and Skills', -6],
            ],
          },
        },
      ],
    },
  ],
  'care-leavers': [
    {
      theme: 'Money that lasts the month',
      young: 'What a first month alone costs',
      items: [
        {
          title: 'The list, read out',
          decision: {
            title: 'A money evening before every first tenancy',
            outcome: 'yes',
            words: 'An adviser and a care leaver sit down with everybody who is about to sign, with a real budget.',
            actions: [
              ['Book the first six money evenings', 'Head of service for first steps and moving on', 16],
              [
                'One page that says what is yours at 18, 21 and 25',
                'Head of service for first steps and moving on',
                30,
              ],
              ['A spare room list for nights between two homes', 'Director of Housing and Communities', -3],
            ],
          },
        },
        { title: 'Somewhere to go at eleven at night', by: 'the Care Leavers’ Forum' },
      ],
    },
  ],
  adoption: [
    {
      theme: 'From court to a family',
      young: 'What children wrote to those who match',
      items: [
        {
          title: 'Days, step by step: where children wait',
          decision: {
            title: 'Family finding begins before the court’s last day',
            outcome: 'yes',
            words:
              'The longest wait is between the court and the match. The agency begins to look when the plan is made.',
            actions: [['A meeting of both managers each fortnight', 'Head of service for children in our care', 25]],
          },
        },
      ],
    },
  ],
  improvement: [
    {
      theme: 'Plans and what came of them',
      young: 'What we would ask a head of service',
      items: [
        {
          title: 'Children in our care: what we said, what happened',
          by: 'the head of service for children in our care',
          decision: {
            title: 'The plan goes on, with one aim taken out',
            outcome: 'yes',
            words:
              'Fewer moves in the first year, no change in the second. The head of service explained why, and takes one aim out that nobody could have noticed.',
            actions: [
              [
                'Say what is different for children whose second year begins',
                'Head of service for children in our care',
                40,
              ],
            ],
          },
        },
        {
          title: 'First steps and moving on: what we said, what happened',
          by: 'the head of service for first steps and moving on',
          decision: {
            title: 'Plans in date are not enough: are they read?',
            outcome: 'noted',
            words:
              'Most plans are in date. The board asked what young people say of theirs, and will hear it from them.',
          },
        },
      ],
    },
  ],
}

/** What bodies that met before decided at their latest meeting, and gave out. */
export const latestDecisions: Record<string, DemoGroupDecision> = {
  school: {
    title: 'The plan of the virtual school, for two years',
    outcome: 'yes',
    words:
      'The governors agreed the plan: every child in lessons, nobody out of school for a move, and a tutor they like. They asked for attendance beside each aim, and for what children say of their meetings.',
    actions: [
      ['A school place agreed before any move that is planned', 'Director of Education and Skills', 45],
      ['Ask every child about their school meeting, in two questions', 'Director of Education and Skills', 24],
    ],
  },
  health: {
    title: 'Checks are booked from the day a child comes',
    outcome: 'yes',
    words: 'The nurse books on the first day, and the worker moves the day if it does not suit.',
    actions: [['Open the booking sheet to every team', 'Director of Public Health', 18]],
  },
}

export interface DemoIssue {
  body: string
  title: string
  words: string
  tried: string
  asked: string
  weight: 'can wait' | 'serious' | 'urgent'
  /** A job title; null for the social worker whom visitors can be. */
  by: string | null
  daysAgo: number
  decisions: {
    outcome: 'taken' | 'passed up' | 'settled'
    words: string
    owner?: string
    dueInDays?: number
    daysAgo: number
  }[]
}

export const demoIssues: DemoIssue[] = [
  {
    body: 'health',
    title: 'The wait for someone to talk to begins again with each move',
    words:
      'Children who move to another part of the county go to the end of another list. They wait longest who moved most.',
    tried: 'We asked both clinics to carry the date over. Each says that the other’s list is not theirs to read.',
    asked: 'One list for the county, or a date that moves with the child.',
    weight: 'urgent',
    by: null,
    daysAgo: 70,
    decisions: [
      {
        outcome: 'passed up',
        words:
          'One list costs more than this group may spend, and two boards must agree. We ask the board to write to the trust.',
        daysAgo: 24,
      },
    ],
  },
  {
    body: 'health',
    title: 'No dentist in the north takes new patients',
    words: 'Nobody who came into care in the north this year has a dentist there. Carers drive an hour.',
    tried: 'We rang every practice twice. Two would come to a school for a day if somebody paid for the chair.',
    asked: 'Pay for a visiting dentist, one day a month.',
    weight: 'serious',
    by: 'Head of service for children in our care',
    daysAgo: 48,
    decisions: [
      {
        outcome: 'taken',
        words: 'Public health pays for three days and asks the trust for the rest.',
        owner: 'Director of Public Health',
        dueInDays: 21,
        daysAgo: 24,
      },
    ],
  },
  {
    body: 'health',
    title: 'Health summaries that nobody could read',
    words: 'Young people turned 18 with twelve pages of codes.',
    tried: 'We asked the records team for plain words; they had nobody to write them.',
    asked: 'A nurse who writes one page with the young person.',
    weight: 'serious',
    by: 'Head of service for first steps and moving on',
    daysAgo: 200,
    decisions: [
      {
        outcome: 'taken',
        words: 'The trust lends a nurse for half a day each week.',
        owner: 'Director of Public Health',
        dueInDays: -90,
        daysAgo: 170,
      },
      {
        outcome: 'settled',
        words:
          'Each summary is now one page, written together. The forum read ten of them and said that they would keep theirs.',
        daysAgo: 60,
      },
    ],
  },
  {
    body: 'homes',
    title: 'Sheds and bicycles: no home may be let without a place for them',
    words: 'First flats have nowhere to put a bicycle, and so people cannot get to early shifts.',
    tried: 'We asked the landlord for a rail; the answer was that the lease does not allow it.',
    asked: 'Put a line into the lease.',
    weight: 'can wait',
    by: null,
    daysAgo: 15,
    decisions: [],
  },
]

/** What the forum brought to the board, at its latest meetings. */
export const FORUM = 'the Care Leavers’ Forum'
export const forumItems: { title: string; decision: DemoGroupDecision }[] = [
  {
    title: 'Letters about council tax that frighten people',
    decision: {
      title: 'The letter is written again, with the forum',
      outcome: 'yes',
      words: 'The forum read out the letter. The board asked for one that says first that nothing is owed.',
      actions: [['The new letter, tried out on ten people', 'Director of Housing and Communities', 12]],
    },
  },
  {
    title: 'A seat for us, and not only a visit',
    decision: {
      title: 'Two seats for the forum, with the papers a week before',
      outcome: 'yes',
      words: 'The forum has two seats from now on and may bring an item to each meeting.',
    },
  },
]

export const TAKEN_OVER = { by: YOUNG, board: 2, health: 1 }
