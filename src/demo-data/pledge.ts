import { addDays, addMonths, type IsoDate } from '../domain/shared/calendar-date.ts'

/** What shows something, and until when it counts. A count is of children, taken by hand. */
export interface DemoProof {
  title: string
  words: string | null
  /** Job title of the person who added it. */
  by: string
  addedOn: IsoDate
  goodUntil: IsoDate
  count: { keptFor: number; madeTo: number } | null
}

/** The promises of the made-up council, in words a ten-year-old can read. */
export interface DemoPledge {
  title: string
  version: string
  agreedOn: IsoDate
  promises: DemoPromise[]
}

export interface DemoPromise {
  number: number
  /** Short, as on a button. */
  title: string
  /** To the child. */
  text: string
  /** Who promises. */
  by: 'we' | 'you' | 'together'
  /** The measure that shows for how many it is kept; its state is worked out, never typed. */
  measureId: string | null
  /** Job title of the person who answers for it. */
  owner: string
  /** The day by which it is to be kept for everybody; null where no day is set. */
  dueOn: IsoDate | null
  /** Why it cannot be kept, said by somebody who does not answer for it. */
  reason: { because: string; by: string; saidOn: IsoDate; reviewOn: IsoDate } | null
  proofs: DemoProof[]
}

const CHILDREN = 'Director of Children’s Services'
const HOUSING = 'Director of Housing and Communities'
const EDUCATION = 'Director of Education and Skills'
const HEALTH = 'Director of Public Health'
const FIRST_STEPS = 'Head of service for first steps and moving on'
const LEAD = 'Strategy lead for corporate parenting'

type Told = Omit<DemoPromise, 'number' | 'dueOn' | 'reason' | 'proofs'> & Partial<DemoPromise>

/** `children`: how many are in care, so that a count by hand fits the council's size. */
export function makePledge(today: IsoDate, children: number): DemoPledge {
  const asked = Math.round(children / 3)
  const ago = (days: number) => addDays(today, -days)
  const shows = (
    title: string,
    by: string,
    daysAgo: number,
    months: number,
    more: Partial<DemoProof> = {},
  ): DemoProof => ({
    title,
    words: null,
    by,
    addedOn: ago(daysAgo),
    goodUntil: addMonths(ago(daysAgo), months),
    count: null,
    ...more,
  })
  const promises: Told[] = [
    {
      title: 'A home that lasts',
      text: 'You should not have to keep packing your bags. We will look hard for the right home first time, and if things get wobbly we will help before anyone talks about moving.',
      by: 'we',
      measureId: 'M20',
      owner: CHILDREN,
      proofs: [
        shows(
          'Notes of the first eleven wobble meetings: what was tried, and what the child asked for',
          CHILDREN,
          38,
          6,
        ),
        shows('Carers’ helpline log: what carers rang about at night', LEAD, 250, 6),
      ],
    },
    {
      title: 'Close to what you know',
      text: 'We will find you a home close enough to keep your school, your friends and the people you love. If it has to be further, we will tell you why and get you there to see them.',
      by: 'we',
      measureId: 'M27',
      owner: CHILDREN,
      proofs: [shows('Map of new foster homes approved this year, by town', CHILDREN, 61, 6)],
    },
    {
      title: 'A worker who stays',
      text: 'You should not have to tell your story again and again. We will do our best to keep the same social worker with you, and if yours leaves they will come and say a proper goodbye.',
      by: 'we',
      measureId: 'M23',
      owner: CHILDREN,
      proofs: [shows('Goodbye visits of the last quarter, counted from the visit notes', LEAD, 20, 3)],
    },
    {
      title: 'Papers that are mine',
      text: 'By your sixteenth birthday you have a bank account and a passport. We help you get them, we pay for them, and they are yours to keep.',
      by: 'we',
      measureId: 'K01',
      owner: FIRST_STEPS,
      dueOn: ago(-52),
      proofs: [
        shows('The list of papers, checked child by child with each worker', LEAD, 8, 3),
        shows(
          'Letter from two banks: a young person in our care opens an account with one letter from us',
          FIRST_STEPS,
          60,
          6,
          {
            words: 'Nobody has to find a parent to sign.',
          },
        ),
        shows('Passport evening at the youth café, with the photo booth', FIRST_STEPS, 213, 3),
      ],
    },
    {
      title: 'Your meeting, your way',
      text: 'It is your meeting. Come, or send a message, a drawing or someone you trust. Nothing big is decided before we have heard what you think.',
      by: 'we',
      measureId: 'M42',
      owner: CHILDREN,
      proofs: [shows('The script for chairing your own review, as young people changed it', CHILDREN, 75, 12)],
    },
    {
      title: 'Who to call',
      text: 'You will always know who you can call, in the day and in the night, and a real person will pick up.',
      by: 'we',
      measureId: null,
      owner: CHILDREN,
      proofs: [
        shows('Asked in reviews: do you know who to call tonight?', LEAD, 33, 6, {
          words: 'Asked by reviewing officers, never by the child’s own worker.',
          // Eight who did not know; in a small council all did.
          count: { keptFor: asked - (asked >= 200 ? 8 : 0), madeTo: asked },
        }),
        shows('The night team rang its own number twelve times: answered within a minute, each time', CHILDREN, 33, 3),
        shows('Asked in reviews a year ago', LEAD, 390, 6, {
          count: { keptFor: Math.round(asked * 0.72), madeTo: asked },
        }),
      ],
    },
    {
      title: 'Brothers and sisters',
      text: 'You belong together. If you cannot live in the same home we will tell you why, and make sure you see each other and talk when you want to.',
      by: 'we',
      measureId: null,
      owner: CHILDREN,
      proofs: [
        shows('Counted from family plans: brothers and sisters who live together or meet every month', LEAD, 270, 6, {
          count: { keptFor: Math.round(asked * 0.69), madeTo: asked },
        }),
      ],
    },
    {
      title: 'Well in body and mind',
      text: 'If you are worried, sad or cannot sleep, you see someone who knows how to help within four weeks. The dentist too.',
      by: 'we',
      measureId: null,
      owner: HEALTH,
      reason: {
        because:
          'The clinic has two people fewer than it needs, so the wait is nine weeks and not four. Until they are found, a worker of our own sees whoever has waited longest, and each of you is told where you are in the line.',
        by: LEAD,
        saidOn: ago(26),
        reviewOn: ago(-65),
      },
      proofs: [shows('The clinic’s letter about how long people wait', HEALTH, 26, 3)],
    },
    {
      title: 'A good place of your own',
      text: 'When you leave care you will have somewhere safe and warm to live, and someone who shows you how the boiler works. You can come back for help.',
      by: 'we',
      measureId: 'M112',
      owner: HOUSING,
      proofs: [shows('Photos and keys: the first seven flats, painted as the tenants chose', HOUSING, 47, 6)],
    },
    {
      title: 'Work or learning you like',
      text: 'Whatever you want to do, we will help you begin: college, university, an apprenticeship, a first job with us. If it does not work out, we will help you begin again.',
      by: 'we',
      measureId: 'M113',
      owner: EDUCATION,
      dueOn: ago(70),
      proofs: [shows('List of the council’s own openings, with a guaranteed interview for each', EDUCATION, 130, 6)],
    },
    {
      title: 'Kind words',
      text: 'Together we choose the words we use. If a word hurts, say so, and we will all stop using it.',
      by: 'together',
      measureId: null,
      owner: CHILDREN,
    },
    {
      title: 'Things to look forward to',
      text: 'Together we plan the trips, the summer party and the awards night, and nobody is left out because of money.',
      by: 'together',
      measureId: null,
      owner: HOUSING,
    },
    {
      title: 'Putting it right',
      text: 'When we break a promise, we tell you before anyone else, say sorry and work out together how to mend it.',
      by: 'together',
      measureId: null,
      owner: CHILDREN,
    },
    {
      title: 'Tell us when it goes wrong',
      text: 'When something is wrong, tell somebody. It does not have to be your worker, and you do not have to find the right words.',
      by: 'you',
      measureId: null,
      owner: CHILDREN,
    },
    {
      title: 'Give people a chance',
      text: 'Somebody new may get it wrong at first. Tell them what you like and what you do not.',
      by: 'you',
      measureId: null,
      owner: CHILDREN,
    },
  ]
  return {
    title: 'Our promises to you',
    version: '2',
    agreedOn: addDays(addMonths(today, -8), -11),
    promises: promises.map((promise, index) => ({
      dueOn: null,
      reason: null,
      proofs: [],
      ...promise,
      number: index + 1,
    })),
  }
}
