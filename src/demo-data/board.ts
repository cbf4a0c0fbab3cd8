import { addDays, addMonths, type IsoDate } from '../domain/shared/calendar-date.ts'
import { actionsPaper, type DemoPaper, goodbyePaper, homesPaper, nursePaper, promisesPaper } from './board-papers.ts'
import { pastMeetings } from './board-past.ts'

/** The made-up council's board: three years of meetings, what was decided, and what was asked and answered. */
export interface DemoBoard {
  meetings: DemoMeeting[]
  challenges: DemoChallenge[]
}

export interface DemoMeeting {
  day: IsoDate
  theme: string
  isHeld: boolean
  items: DemoItem[]
}

export interface DemoItem {
  title: string
  by?: string
  minutes?: number
  isPrivate?: boolean
  paper?: DemoPaper
  decision?: DemoDecision
  /** An action of the plan that it speaks of, by its title. */
  planAction?: string
  /** The key of the challenge that brought it here. */
  challenge?: string
  /** The promise it is about, by its title. */
  promise?: string
}

export interface DemoDecision {
  title: string
  words: string
  outcome: 'yes' | 'no, because' | 'noted'
  whatCame?: string
  /** What was to be done: by whom, within how many days, and what showed that it was. */
  actions?: [words: string, owner: string, days: number, shownBy?: string][]
  /** An action of the plan that the decision is joined to, by its title. */
  planAction?: string
}

export interface DemoChallenge {
  key: string
  title: string
  words: string
  /** Job title of who must answer. */
  to: string
  raisedOn: IsoDate
  answerDueOn: IsoDate
  answers: {
    words: string
    on: IsoDate
    verdict?: 'accepted' | 'not answered yet'
    verdictWords?: string
    verdictOn?: IsoDate
  }[]
}

export const GROUP = 'the Children in Care Council'
const TUESDAY = 2

/** The next meeting is on the first Tuesday that is four days off or more; the others every three months before it. */
export function makeBoard(today: IsoDate): DemoBoard {
  const next = toTuesday(addDays(today, 4))
  const past = pastMeetings.map((told, index) => ({
    day: toTuesday(addMonths(next, -3 * (index + 1))),
    theme: told.theme,
    isHeld: true,
    items: told.items,
  }))
  return {
    meetings: [
      {
        day: next,
        theme: 'Homes and people who stay',
        isHeld: false,
        items: [
          {
            title: goodbyePaper.title,
            by: GROUP,
            minutes: 15,
            paper: goodbyePaper,
            planAction: 'A worker who leaves says goodbye in person and brings the new one along',
          },
          {
            title: 'Three or more homes in a year',
            minutes: 20,
            paper: homesPaper,
            planAction: 'Hold a meeting within five working days when a home begins to wobble',
          },
          { title: 'The promises', minutes: 20, paper: promisesPaper },
          { title: 'Actions that need somebody', minutes: 10, paper: actionsPaper },
          { title: 'First health checks', minutes: 15, paper: nursePaper },
          { title: 'Why do we change schools when we move?', by: GROUP, minutes: 10, challenge: 'schools' },
          { title: 'Can our pets come too?', by: GROUP, minutes: 10, challenge: 'pets' },
          { title: 'Papers that are mine: what young people say', minutes: 10, promise: 'Papers that are mine' },
          { title: 'The contract with a provider of homes', minutes: 10, isPrivate: true },
        ],
      },
      ...past,
    ],
    challenges: makeChallenges(today),
  }
}

function makeChallenges(today: IsoDate): DemoChallenge[] {
  const ago = (days: number) => addDays(today, -days)
  return [
    {
      key: 'schools',
      title: 'Why do we change schools when we move?',
      words:
        'When we move home we often get a new school as well, because it is nearer. Nobody asked us. Some of us would rather sit on a bus for an hour than start again. We want to be asked every time, and the answer written down.',
      to: 'Director of Education and Skills',
      raisedOn: ago(26),
      answerDueOn: ago(4),
      answers: [],
    },
    {
      key: 'pets',
      title: 'Can our pets come too?',
      words:
        'A pet is family. When somebody moves, the dog or the hamster goes to a shelter and nobody says goodbye to it. Could a carer who takes pets be looked for first, and could we visit if there is none?',
      to: 'Head of service for children in our care',
      raisedOn: ago(9),
      answerDueOn: addDays(today, 12),
      answers: [],
    },
    {
      key: 'phones',
      title: 'Who pays when a phone breaks?',
      words:
        'Some carers replace a broken phone and some say to wait for a birthday. For us a phone is how we reach our family and our worker. We want one rule for everybody.',
      to: 'Director of Children’s Services',
      raisedOn: ago(40),
      answerDueOn: ago(12),
      answers: [
        {
          words:
            'You are right that it should not depend on the home. From next month the rule is: a working phone is an essential. It is mended or replaced within a week, and paid from the home’s allowance or by us. It is written on one page for carers and one for you.',
          on: ago(14),
        },
      ],
    },
    {
      key: 'goodbye',
      title: 'Tell me before my worker leaves',
      words:
        'Nobody told us that our worker was leaving. Some of us found out when a stranger stood at the door. We want to hear it from the worker, early, and to say goodbye.',
      to: 'Director of Children’s Services',
      raisedOn: ago(200),
      answerDueOn: ago(174),
      answers: [
        {
          words: 'Thank you for raising this. All managers have been reminded how important goodbyes are.',
          on: ago(188),
          verdict: 'not answered yet',
          verdictWords: 'A reminder is not a goodbye. What will be different, for whom, and from when?',
          verdictOn: ago(184),
        },
        {
          words:
            'A worker who gives notice now has a goodbye visit in the diary within a week, together with the new worker. Since we began, 44 of 51 young people whose worker left had one. We wrote to the others to say sorry, and asked what they would like instead.',
          on: ago(92),
          verdict: 'accepted',
          verdictWords: 'This one is an answer. Please keep counting.',
          verdictOn: ago(88),
        },
      ],
    },
    {
      key: 'sleepover',
      title: 'Why is a sleepover a form?',
      words:
        'To sleep at a friend’s we wait for a form, a check and two signatures, and by then the party is over. Other children just ask at home.',
      to: 'Head of service for children in our care',
      raisedOn: ago(570),
      answerDueOn: ago(550),
      answers: [
        {
          words:
            'Your carer decides about a sleepover, as any parent would, unless your plan says otherwise and tells you why. Every carer and every one of you has had this in writing.',
          on: ago(553),
          verdict: 'accepted',
          verdictWords: 'Yes. We tried it.',
          verdictOn: ago(545),
        },
      ],
    },
  ]
}

function toTuesday(day: IsoDate): IsoDate {
  return addDays(day, (TUESDAY - Temporal.PlainDate.from(day).dayOfWeek + 7) % 7)
}
