// Long because it is one text: both versions of the made-up strategy, line by line, so that they can be read and compared.

import { addDays, addMonths, type IsoDate } from '../domain/shared/calendar-date.ts'
import type { StatementKind } from '../domain/strategy/strategy.ts'

/** Two versions of the made-up council's strategy over three years: what was promised first, and what holds now. */
export interface DemoStrategy {
  versions: DemoStrategyVersion[]
}

export interface DemoStrategyVersion {
  number: number
  title: string
  period: string
  vision: string
  foreword: string
  forewordBy: string
  forewordOn: IsoDate
  plainWords: string
  plainWordsBy: string
  why: string
  madeOn: IsoDate
  approvedOn: IsoDate
  inForceFrom: IsoDate
  minute: string
  parts: DemoStrategyPart[]
}

export interface DemoStrategyPart {
  /** The same thing in both versions. */
  line: string
  kind: 'contributor' | 'step' | 'principle' | 'objective' | 'benefit' | 'wish' | 'area' | 'statement'
  area?: string
  statementKind?: StatementKind
  title: string
  words?: string
  isChildren?: boolean
  onDay?: IsoDate
  principles?: number[]
  /** "promise 4", "action A24", "measure K01". */
  leansOn?: string[]
}

/** One line of the strategy: its words in the first version and in the second; null where that one has none. */
type Line = [kind: StatementKind, first: string | null, second: string | null, leansOn?: string[]]

interface Area {
  title: string
  words: [first: string, second: string]
  principles: number[]
  leansOn: string[]
  lines: Line[]
}

const same = (text: string): [string, string] => [text, text]

const AREAS: Area[] = [
  {
    title: 'Homes that last',
    words: same('A child who comes to us has lost enough. The first home we find should be one they can stay in.'),
    principles: [1, 6],
    leansOn: ['promise 1', 'measure M20', 'measure M21'],
    lines: [
      ['doing well', ...same('Carers who ring at night reach somebody who knows them.')],
      [
        'doing well',
        null,
        'A meeting is held when a home begins to wobble, and the child’s words come first in it.',
        ['action A2'],
      ],
      [
        'opportunity',
        ...same('Two towns have large houses that families want to share, and nobody has asked them.'),
        ['action A1'],
      ],
      [
        'challenge',
        'Too many children live outside Exampleshire because there is no room here.',
        'Too many children live outside Exampleshire, and brothers and sisters are parted because no home has room for all of them.',
        ['measure M25', 'promise 7'],
      ],
      [
        'will improve',
        'Find twenty more foster homes.',
        'Find thirty more foster homes, in the places our children come from.',
        ['action A1', 'measure M27'],
      ],
      ['will improve', ...same('Keep brothers and sisters together.'), ['action A4', 'action A5', 'promise 7']],
      ['will improve', 'Write a guide about matching for our own teams.', null],
      [
        'will improve',
        null,
        'Nobody moves without having met the people they may live with, unless it is an emergency.',
        ['action A6', 'measure M29'],
      ],
    ],
  },
  {
    title: 'Heard and answered',
    words: [
      'Children should be heard about their own lives and about the service.',
      'Children are heard about their own lives and about the service, and they hear what came of it.',
    ],
    principles: [2, 3],
    leansOn: ['promise 5', 'promise 6'],
    lines: [
      [
        'doing well',
        'Most children take part in their reviews.',
        'More children chair their own review each year, with a script that young people wrote.',
        ['measure M42', 'action A12'],
      ],
      ['doing well', null, 'The first item of every board meeting is brought by young people.', ['action A13']],
      ['opportunity', ...same('Young people who left our care want to train our workers, and know how.')],
      [
        'challenge',
        'Many children have had several social workers.',
        'Children tell their story to worker after worker.',
        ['measure M23', 'promise 3'],
      ],
      [
        'challenge',
        null,
        'We ask well and answer slowly: an answer in a month is no answer to a child.',
        ['action A15'],
      ],
      [
        'will improve',
        ...same('A worker who leaves says goodbye in person and brings the new one along.'),
        ['action A10', 'promise 3'],
      ],
      ['will improve', 'Run a survey every year.', null],
      [
        'will improve',
        null,
        'Whatever a child says is answered within ten working days, in the way they said it.',
        ['action A15'],
      ],
      ['will improve', null, 'Young people sit on every panel that appoints a manager.'],
    ],
  },
  {
    title: 'Well and learning',
    words: [
      'Health and school go together: we see to both.',
      'Health and school go together: a child who sleeps, sees and hears well, and is not afraid, can learn.',
    ],
    principles: [1, 4, 5],
    leansOn: ['promise 8'],
    lines: [
      [
        'doing well',
        ...same('Nearly every child has a plan for their education, and the school writes it with them.'),
        ['measure M70'],
      ],
      ['opportunity', ...same('The clinic will share its rooms with us one day a week.')],
      [
        'challenge',
        'It takes long to see a mental health worker.',
        'A child who asks to see a mental health worker waits nine weeks.',
        ['promise 8', 'action A17'],
      ],
      [
        'challenge',
        ...same('A child who changes home often loses their dentist and their school with it.'),
        ['measure M52', 'measure M24'],
      ],
      [
        'will improve',
        'See a mental health worker within eight weeks.',
        'See a mental health worker within four weeks, and somebody of our own until then.',
        ['action A17', 'action A18'],
      ],
      ['will improve', ...same('A dentist near where each child lives now.'), ['action A19', 'measure M52']],
      [
        'will improve',
        null,
        'A new home does not mean a new school, unless the child wants it.',
        ['action A20', 'measure M24'],
      ],
    ],
  },
  {
    title: 'A good start as an adult',
    words: same('Eighteen is a birthday, not the end of having a family that asks how you are.'),
    principles: [4, 5, 7],
    leansOn: ['promise 9', 'promise 10'],
    lines: [
      ['doing well', ...same('We know how nearly all of our care-experienced young people are.'), ['measure M111']],
      ['doing well', null, 'Seven flats are painted and lived in, each as its tenant chose.', ['promise 9']],
      ['opportunity', ...same('Builders, the hospital and the bus company have asked how they can help.')],
      ['challenge', ...same('A landlord says no where there is no parent to sign.'), ['action A32']],
      [
        'challenge',
        null,
        'Too many young people turn sixteen without a passport, or an account in their own name.',
        ['measure K01', 'promise 4'],
      ],
      [
        'will improve',
        'Help young people to get a passport before they are eighteen.',
        'A passport and a bank account by sixteen, paid for by us.',
        ['action A24', 'action A25', 'measure K01'],
      ],
      [
        'will improve',
        'Ten flats for young people who leave care.',
        'Twenty flats for young people who leave care, with the deposit paid by us.',
        ['action A26', 'measure M112'],
      ],
      [
        'will improve',
        ...same('An apprenticeship with the council for everybody who wants one.'),
        ['action A27', 'measure M113'],
      ],
      [
        'will improve',
        null,
        'When a course or a job does not work out, a second go without a form to fill in.',
        ['action A31'],
      ],
    ],
  },
]

type Whole = [line: string, first: string | null, second: string | null, leansOn?: string[]]

const OBJECTIVES: Whole[] = [
  ['fewer-moves', ...same('Fewer children move, and fewer move far.'), ['measure M20', 'measure M27']],
  [
    'answers',
    'Children say that they are listened to.',
    'Children say that they are listened to, and answered.',
    ['promise 5'],
  ],
  [
    'adults',
    ...same('Young adults have a home, and work or learning that they like.'),
    ['measure M112', 'measure M113'],
  ],
]
const BENEFITS: Whole[] = [
  ['roots', ...same('Children keep their friends, their school and their people.'), ['promise 2']],
  ['trust', ...same('Children trust that what we say will happen.')],
  [
    'money',
    'Money goes to homes here, not to homes far away.',
    'Money that went to homes far away stays with children here.',
    ['measure M25'],
  ],
]
const WISHES: Whole[] = [
  ['safe', ...same('to be safe, and to feel it'), ['measure M126']],
  ['loved', ...same('to be loved by somebody who stays')],
  ['fun', ...same('to have something to look forward to this week')],
  ['good-at', null, 'to find out what they are good at'],
]
const PRINCIPLES: Whole[] = [
  [
    'my-child',
    'Would this be good enough for my own child?',
    'Would this be good enough for my own child? If not, we say so aloud.',
  ],
  ['with', ...same('Nothing about children without them.')],
  ['plain', null, 'We say what went wrong before anybody asks.'],
]

export function makeStrategy(today: IsoDate): DemoStrategy {
  const second = addMonths(today, -8)
  const first = addMonths(today, -34)
  const year = (day: IsoDate) => Number(day.slice(0, 4))
  const steps = (approved: IsoDate, told: [title: string, words: string, daysBefore: number][]): DemoStrategyPart[] =>
    told.map(([title, words, daysBefore], index) => ({
      line: `step-${approved}-${index}`,
      kind: 'step',
      title,
      words,
      onDay: addDays(approved, -daysBefore),
    }))
  return {
    versions: [
      {
        number: 1,
        title: 'Together for Exampleshire’s children',
        period: `${year(first)} to ${year(second)}`,
        vision:
          'Every child in our care grows up in a home where they are wanted, goes to school with their friends, and is heard.',
        foreword:
          'When the council becomes somebody’s parent, all of it does: the people who mend the roads as well as the people who find the homes.\n\nThis strategy says what we mean to do for the next three years. We have not always done what we said. We hope that writing it down will help.',
        forewordBy: 'Lead member for children and chair of the corporate parenting board',
        forewordOn: addDays(first, -20),
        plainWords:
          'We look after you, so we have to do it well.\n\nWe want you to have a good home, to go to school, and to say what you think.',
        plainWordsBy: 'the participation officer',
        why: '',
        madeOn: addMonths(first, -5),
        approvedOn: first,
        inForceFrom: addDays(first, 14),
        minute: 'Agreed without a vote.',
        parts: [
          { line: 'c1-board', kind: 'contributor', title: 'Members of the board', words: 'chose the four priorities' },
          {
            line: 'c1-teams',
            kind: 'contributor',
            title: 'Managers of the children’s teams',
            words: 'wrote the first draft',
          },
          ...steps(first, [['Read by the children’s services managers', 'Two rounds of changes.', 60]]),
          ...makeParts(1),
        ],
      },
      {
        number: 2,
        title: 'Together for Exampleshire’s children',
        period: `${year(second)} to ${year(second) + 3}`,
        vision:
          'Every child in our care grows up in a home where they are wanted and can stay, goes to school with their friends, is heard, and is answered.',
        foreword:
          'When the council becomes somebody’s parent, all of it does: the people who mend the roads as well as the people who find the homes.\n\nThree years ago we wrote down what we meant to do. Some of it we did. Some of it we did not, and young people told us so, in this chamber, with the figures in their hands. This time each thing we say leans on a promise, an action or a figure that anybody can look up. Where it leans on nothing yet, that shows too.',
        forewordBy: 'Lead member for children and chair of the corporate parenting board',
        forewordOn: addDays(second, -12),
        plainWords:
          'When you live with us, the whole council is your parent. That is a big job, so we wrote down how we will do it.\n\nWe want you to have a home where you can stay. We want you to keep your friends, your school and your people. When you tell us something, you get an answer. And when you are grown up, we still ask how you are.\n\nWe do not always manage. You can see here what we have done and what we have not.',
        plainWordsBy: 'six members of the young people’s group, with a cake',
        why: 'Young people said that the first version spoke of what we do and not of what changes for them. So most of what we want to make better is now something a child would notice. The survey and the guide were taken out, because nobody could say whom they had helped.',
        madeOn: addMonths(second, -7),
        approvedOn: second,
        inForceFrom: addDays(second, 7),
        minute: 'Agreed, with two changes that young representatives asked for.',
        parts: [
          {
            line: 'c2-young',
            kind: 'contributor',
            title: 'The young people’s group',
            words: 'read every line aloud and struck out what they would not say; wrote the short version',
            isChildren: true,
          },
          {
            line: 'c2-little',
            kind: 'contributor',
            title: 'Children aged five to nine, at the summer party',
            words: 'drew the home they would build; the drawings hang in the chamber',
            isChildren: true,
          },
          {
            line: 'c2-carers',
            kind: 'contributor',
            title: 'Foster carers',
            words: 'three evenings, with the children looked after next door',
          },
          {
            line: 'c2-health',
            kind: 'contributor',
            title: 'The clinic and the virtual school',
            words: 'wrote the third priority together',
          },
          {
            line: 'c2-directors',
            kind: 'contributor',
            title: 'All four directors',
            words: 'said what their own people would do',
          },
          ...steps(second, [
            [
              'The big conversation: ninety children and young people in eleven places',
              'What they said first is what the priorities say first.',
              190,
            ],
            ['Health, police and schools read the draft', 'Their changes are in the third priority.', 75],
            ['The directors’ group agreed to the money', 'For the flats and the deposits.', 21],
          ]),
          ...makeParts(2),
        ],
      },
    ],
  }
}

function makeParts(version: 1 | 2): DemoStrategyPart[] {
  const pick = <T>(first: T, second: T): T => (version === 1 ? first : second)
  const areas = AREAS.flatMap((area, at): DemoStrategyPart[] => [
    {
      line: `area-${at}`,
      kind: 'area',
      title: area.title,
      words: pick(...area.words),
      principles: area.principles,
      leansOn: area.leansOn,
    },
    ...area.lines.flatMap(([statementKind, first, second, leansOn], index): DemoStrategyPart[] => {
      const title = pick(first, second)
      return title === null
        ? []
        : [
            {
              line: `statement-${at}-${index}`,
              kind: 'statement',
              area: `area-${at}`,
              statementKind,
              title,
              ...(leansOn ? { leansOn } : {}),
            },
          ]
    }),
  ])
  const list = (kind: DemoStrategyPart['kind'], lines: Whole[]) =>
    lines.flatMap(([line, first, second, leansOn]): DemoStrategyPart[] => {
      const title = pick(first, second)
      return title === null ? [] : [{ line: `${kind}-${line}`, kind, title, ...(leansOn ? { leansOn } : {}) }]
    })
  return [
    ...areas,
    ...list('objective', OBJECTIVES),
    ...list('benefit', BENEFITS),
    ...list('wish', WISHES),
    ...list('principle', PRINCIPLES),
  ]
}
