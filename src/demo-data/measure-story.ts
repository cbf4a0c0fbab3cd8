import { addDays, collectionYearOf, type IsoDate } from '../domain/shared/calendar-date.ts'

/** What Exampleshire says of its figures: who answers for each, what it should reach, and why it is where it is. */
export interface DemoStory {
  measureId: string
  /** The title of the director who answers for it. */
  owner: string
  target: {
    way: 'at least' | 'at most'
    value: number | null
    pointsAt?: 'England' | 'councils like ours'
    near: number
    why: string
  }
  /** Oldest first: two years’ ends ago, the last year’s end, the last quarter’s end. No number: the figure has them. */
  words: [why: string, next: string][]
}

const CHILDREN = 'Director of Children’s Services'
const HOUSING = 'Director of Housing and Communities'
const EDUCATION = 'Director of Education and Skills'
const HEALTH = 'Director of Public Health'
const STRATEGY = 'Our corporate parenting strategy'

export const demoStories: DemoStory[] = [
  {
    measureId: 'M20',
    owner: CHILDREN,
    target: {
      way: 'at most',
      value: 9,
      near: 2,
      why: `${STRATEGY}: children asked that nobody has to move because we planned badly.`,
    },
    words: [
      [
        'Most moves began as a stay that was only ever meant to be short. We had too few carers who could say yes for longer.',
        'The fostering team asks every new carer about longer stays, and tells the board each quarter.',
      ],
      [
        'The first meeting before a move was often skipped when things went wrong at a weekend.',
        'A manager is on call at weekends to bring people together before a home is given up.',
      ],
      [
        'Moves are now looked at one by one with the young person’s own account of them. Endings that came from school trouble stand out.',
        'The virtual school joins the meeting whenever school is the reason. We look again in three months.',
      ],
    ],
  },
  {
    measureId: 'M25',
    owner: CHILDREN,
    target: { way: 'at most', value: 20, near: 5, why: `${STRATEGY}: more homes here.` },
    words: [
      [
        'We bought homes where there was room, and that was rarely here.',
        'A plan for homes of our own goes to cabinet.',
      ],
      [
        'The plan was agreed; building had not begun. Some young people are happy where they are and asked not to be moved back.',
        'Nobody is moved back for the sake of this figure. New searches begin inside our area.',
      ],
      [
        'The first of our own homes opened later than we had promised, because the lease took longer.',
        'The second home’s lease is signed before the first of its staff is appointed.',
      ],
    ],
  },
  {
    measureId: 'M27',
    owner: CHILDREN,
    target: { way: 'at least', value: 78, near: 5, why: `${STRATEGY}: near school, friends and family.` },
    words: [
      [
        'Our area is long: a home here can still be an hour from school.',
        'Distance from school is asked for in every search for a home.',
      ],
      [
        'More carers came forward in the towns than in the villages.',
        'Carers in the north of the area are asked by those who already foster there.',
      ],
      [
        'We do not know yet how much of this is where carers live and how much is whom we ask first.',
        'The commissioning team reads the last searches and tells the board what it finds.',
      ],
    ],
  },
  {
    measureId: 'M23',
    owner: CHILDREN,
    target: {
      way: 'at most',
      value: 25,
      near: 5,
      why: 'Asked for by the children in care council: “stop changing them”.',
    },
    words: [
      [
        'Two teams were reorganised in the same year, and children paid for it.',
        'No team is reorganised without saying first how many children change worker.',
      ],
      [
        'Too many posts were held by agency workers, who leave sooner.',
        'A permanent worker is named first for the children who have had most changes.',
      ],
      [
        'Vacancies fell, but changes inside the year were already made. This figure follows late.',
        'Goodbyes are planned: the old and the new worker visit together once.',
      ],
    ],
  },
  {
    measureId: 'M42',
    owner: CHILDREN,
    target: { way: 'at least', value: 95, near: 5, why: 'Our pledge: you are heard where things are decided.' },
    words: [
      [
        'Reviews were held in school hours, and those who would not miss a lesson were marked absent.',
        'The young person is asked first when and where.',
      ],
      [
        'Sending views by message now counts, since that is what young people chose.',
        'Reviewing officers offer it each time.',
      ],
      [
        'What was said is written down; what was done about it is not yet told back everywhere.',
        'Each review’s letter begins with what the young person asked, and our answer.',
      ],
    ],
  },
  {
    measureId: 'M40',
    owner: CHILDREN,
    target: { way: 'at least', value: 95, near: 3, why: 'The law gives the days; our strategy gives the aim.' },
    words: [
      ['Reviews slipped in school holidays.', 'Summer reviews are booked by Easter.'],
      [
        'Booked earlier, fewer slipped; changes of worker were the main cause of those that did.',
        'The review stands even when the worker changes.',
      ],
      [
        'Some were put off because the young person asked for it. They count as late here, and we think that is right to say.',
        'The reason is written beside each.',
      ],
    ],
  },
  {
    measureId: 'M51',
    owner: HEALTH,
    target: {
      way: 'at least',
      value: null,
      pointsAt: 'England',
      near: 3,
      why: 'Agreed with the health board: England is the least.',
    },
    words: [
      ['Requests left us late, so clinics could not keep the date.', 'Requests go out eight weeks before.'],
      [
        'For those who live outside our area another health service holds the clinic, and we waited for it.',
        'One nurse follows every request outside our area.',
      ],
      [
        'Older teenagers more often say no, which is theirs to say. We count them as not met.',
        'The nurse offers a talk by phone or on a walk instead of a clinic.',
      ],
    ],
  },
  {
    measureId: 'M52',
    owner: HEALTH,
    target: { way: 'at least', value: 85, near: 5, why: 'Our pledge names the dentist.' },
    words: [
      ['Practices were not taking new patients.', 'The health board keeps places for children in our care.'],
      ['Places were kept in two towns only.', 'Carers are told where, by text, when a child comes to live with them.'],
      [
        'Checks that had been made were written down late; the figure for the year was put right afterwards.',
        'Carers send the date on the day, and the nurse enters it.',
      ],
    ],
  },
  {
    measureId: 'M14',
    owner: CHILDREN,
    target: {
      way: 'at least',
      value: null,
      near: 0,
      why: `${STRATEGY}: family first, where it is safe. No less than a year before.`,
    },
    words: [
      [
        'Family was often asked only after a stranger’s home had been found.',
        'A family meeting comes before the search.',
      ],
      [
        'Family carers told us that money and being left alone are why it breaks.',
        'Family carers have the same pay and the same support line.',
      ],
      [
        'It is early to say what the support line changed.',
        'Family carers are asked in the spring, and we publish what they say.',
      ],
    ],
  },
  {
    measureId: 'M112',
    owner: HOUSING,
    target: {
      way: 'at least',
      value: null,
      pointsAt: 'councils like ours',
      near: 3,
      why: 'Our offer to care leavers: as good as our neighbours.',
    },
    words: [
      [
        'Young adults waited in places that were meant for a few weeks.',
        'Flats are set aside each year for young adults who leave our care.',
      ],
      [
        'Flats came, but without furniture or a person to call.',
        'Nobody is given keys before the furniture is in and the first bill is talked through.',
      ],
      [
        'Those in custody count as not suitably housed, and should. The rest is mostly staying with friends for too long.',
        'The housing team and the advisers look at that list together each month.',
      ],
    ],
  },
  {
    measureId: 'M113',
    owner: EDUCATION,
    target: { way: 'at least', value: 60, near: 5, why: 'Our offer to care leavers: work in the council family.' },
    words: [
      [
        'Few of our own jobs were open to young people without experience.',
        'Each directorate keeps apprenticeships for care leavers.',
      ],
      ['Apprentice pay did not cover rent.', 'The council tops up pay for the first year.'],
      [
        'Some who care for a small child or are ill are counted here with those who look for work.',
        'We show them apart in what we tell the board.',
      ],
    ],
  },
  {
    measureId: 'M114',
    owner: CHILDREN,
    target: { way: 'at most', value: null, near: 2, why: 'No more than a year before.' },
    // Nobody has said anything since: this one is old, and its owner is asked.
    words: [
      ['Young adults told us that nobody called after a course fell through.', 'Advisers call within a week.'],
      [
        'Calls are made; open doors at the end of them are what is missing.',
        'The council’s suppliers are asked for places.',
      ],
    ],
  },
]

/** The days the words speak of, oldest first. */
export function storyDays(today: IsoDate): IsoDate[] {
  const last = collectionYearOf(today) - 1
  const quarter = ['03-31', '06-30', '09-30', '12-31']
    .flatMap((day) => [`${Number(today.slice(0, 4)) - 1}-${day}`, `${today.slice(0, 4)}-${day}`])
    .filter((day) => day < today)
    .sort()
    .at(-1)!
  const days = [`${last - 1}-03-31`, `${last}-03-31`, quarter]
  return quarter === days[1] ? [`${last - 2}-03-31`, `${last - 1}-03-31`, quarter] : days
}

/** When it was said: some weeks after the day it speaks of. */
export function saidOn(asAt: IsoDate, today: IsoDate): IsoDate {
  const day = addDays(asAt, 24)
  return day < today ? day : today
}

/** Of these the analyst validated the figure of the last year; one was then corrected in the record. */
export const DEMO_VALIDATED = ['M01', 'M20', 'M42', 'M52']
export const DEMO_RESTATED = 'M52'
