import { addDays, addMonths, type IsoDate } from '../domain/shared/calendar-date.ts'

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
  /** The measure that shows whether it is kept; its state is then worked out, never typed. */
  measureId: string | null
  /** Job title of the person who answers for it. */
  owner: string
  /** Only where no measure is joined yet. "On the way" always has an owner and a date (rule 2). */
  state: { word: 'we do not know' } | { word: 'on the way'; owner: string; dueOn: IsoDate } | null
}

const CHILDREN = 'Director of Children’s Services'
const HOUSING = 'Director of Housing and Communities'
const EDUCATION = 'Director of Education and Skills'
const HEALTH = 'Director of Public Health'

export function makePledge(today: IsoDate): DemoPledge {
  const promises: Omit<DemoPromise, 'number'>[] = [
    {
      title: 'A home that lasts',
      text: 'You should not have to keep packing your bags. We will look hard for the right home first time, and if things get wobbly we will help before anyone talks about moving.',
      by: 'we',
      measureId: 'M20',
      owner: CHILDREN,
      state: null,
    },
    {
      title: 'Close to what you know',
      text: 'We will find you a home close enough to keep your school, your friends and the people you love. If it has to be further, we will tell you why and get you there to see them.',
      by: 'we',
      measureId: 'M27',
      owner: CHILDREN,
      state: null,
    },
    {
      title: 'Still part of Exampleshire',
      text: 'Most of our homes should be here. If you live outside Exampleshire you are still ours: you get the same visits, the same birthday card and the same say.',
      by: 'we',
      measureId: 'M25',
      owner: CHILDREN,
      state: null,
    },
    {
      title: 'A worker who stays',
      text: 'You should not have to tell your story again and again. We will do our best to keep the same social worker with you, and if yours leaves they will come and say a proper goodbye.',
      by: 'we',
      measureId: 'M23',
      owner: CHILDREN,
      state: null,
    },
    {
      title: 'Your meeting, your way',
      text: 'It is your meeting. Come, or send a message, a drawing or someone you trust. Nothing big is decided before we have heard what you think.',
      by: 'we',
      measureId: 'M42',
      owner: CHILDREN,
      state: null,
    },
    {
      title: 'Who to call',
      text: 'You will always know who you can call, in the day and in the night, and a real person will pick up.',
      by: 'we',
      measureId: null,
      owner: CHILDREN,
      state: { word: 'on the way', owner: CHILDREN, dueOn: addMonths(today, 3) },
    },
    {
      title: 'Brothers and sisters',
      text: 'You belong together. If you cannot live in the same home we will tell you why, and make sure you see each other and talk when you want to.',
      by: 'we',
      measureId: null,
      owner: CHILDREN,
      state: { word: 'we do not know' },
    },
    {
      title: 'Well in body and mind',
      text: 'If you are worried, sad or cannot sleep, you can see someone who knows how to help, and you will not wait for months. The dentist too.',
      by: 'we',
      measureId: null,
      owner: HEALTH,
      state: { word: 'on the way', owner: HEALTH, dueOn: addMonths(today, 6) },
    },
    {
      title: 'A good place of your own',
      text: 'When you leave care you will have somewhere safe and warm to live, and someone who shows you how the boiler works. You can come back for help.',
      by: 'we',
      measureId: 'M112',
      owner: HOUSING,
      state: null,
    },
    {
      title: 'Work or learning you like',
      text: 'Whatever you want to do, we will help you begin: college, university, an apprenticeship, a first job with us. If it does not work out, we will help you begin again.',
      by: 'we',
      measureId: 'M113',
      owner: EDUCATION,
      state: null,
    },
    {
      title: 'Kind words',
      text: 'Together we choose the words we use. If a word hurts, say so, and we will all stop using it.',
      by: 'together',
      measureId: null,
      owner: CHILDREN,
      state: { word: 'we do not know' },
    },
    {
      title: 'Things to look forward to',
      text: 'Together we plan the trips, the summer party and the awards night, and nobody is left out because of money.',
      by: 'together',
      measureId: null,
      owner: HOUSING,
      state: { word: 'on the way', owner: HOUSING, dueOn: addMonths(today, 2) },
    },
    {
      title: 'Putting it right',
      text: 'When we break a promise, we tell you before anyone else, say sorry and work out together how to mend it.',
      by: 'together',
      measureId: null,
      owner: CHILDREN,
      state: { word: 'we do not know' },
    },
  ]
  return {
    title: 'Our promises to you',
    version: '2',
    agreedOn: addDays(addMonths(today, -8), -11),
    promises: promises.map((promise, index) => ({ number: index + 1, ...promise })),
  }
}
