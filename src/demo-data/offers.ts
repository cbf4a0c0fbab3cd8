import type { OfferRule, OfferSource } from '../domain/offers/offer-rule.ts'
import type { IsoDate } from '../domain/shared/calendar-date.ts'

/** What Exampleshire offers its young people at sixteen and after: two that every council owes, and one of its own. */
export interface DemoOffer {
  key: 'home' | 'council tax' | 'study'
  title: string
  words: string
  rule: OfferRule
  source: OfferSource
  amountPence: number | null
  amountWords: string
  howToClaim: string
  isPaid: boolean
  answerWithinDays: number
  validFrom: IsoDate
}

export const DEMO_OFFERS: DemoOffer[] = [
  {
    key: 'home',
    title: 'Setting up your home',
    words:
      'Money for the things a first home needs: a bed, a cooker, curtains, a kettle. You choose what. Your adviser can order with you, and what you do not spend stays yours for later.',
    rule: { fromAge: 16, untilAge: 25, groups: ['relevant', 'former relevant'], condition: null },
    source: {
      kind: 'national',
      words: 'the setting up home allowance is at least £3,000, and that is what we give',
    },
    amountPence: 300_000,
    amountWords: '£3,000',
    howToClaim: 'Press the button; a list of what you need helps, and is not asked for.',
    isPaid: true,
    answerWithinDays: 10,
    validFrom: '2023-04-01',
  },
  {
    key: 'council tax',
    title: 'Your council tax',
    words:
      'If you live in Exampleshire you pay no council tax until you are 25. If you share, we take off your part. If you live elsewhere, we pay you what your council asks for.',
    rule: { fromAge: 18, untilAge: 25, groups: ['former relevant'], condition: null },
    source: { kind: 'own', words: 'agreed by our full council; each council decides this for itself' },
    amountPence: null,
    amountWords: 'your whole bill',
    howToClaim: 'Press the button. We look for your bill ourselves; you need not send anything.',
    isPaid: false,
    answerWithinDays: 10,
    validFrom: '2020-04-01',
  },
  {
    key: 'study',
    title: 'Going to university',
    words: 'Money to begin with, once for your whole course: books, a laptop, a coat for a colder place.',
    rule: { fromAge: 18, untilAge: 25, groups: ['former relevant'], condition: 'in higher education' },
    source: {
      kind: 'law',
      words: 'Children Act 1989, section 23C(5A), and the higher education bursary regulations of 2009',
    },
    amountPence: 200_000,
    amountWords: '£2,000',
    howToClaim: 'Press the button; your adviser looks at your course with you.',
    isPaid: true,
    answerWithinDays: 15,
    validFrom: '2009-09-01',
  },
]

/** What young people wrote with a claim; many write nothing, and need not. */
export const CLAIM_WORDS: Record<DemoOffer['key'], string[]> = {
  home: [
    'I get my keys on the 20th. I have a mattress and nothing else.',
    'A cooker first please. I can borrow the rest from my nan for now.',
    '',
    'My adviser and me made the list together, it comes to £2,140.',
    'The flat has no floor. Is carpet in this?',
  ],
  'council tax': [
    'I got a red letter and I do not know what to do with it.',
    '',
    'We are three in the house, only I was in care.',
  ],
  study: [
    'I start in September, nursing. They said I need the laptop from day one.',
    '',
    'Second year. Nobody told me about this in the first.',
  ],
}

/** What advisers answered, with the reason the young person reads. */
export const YES_WORDS: Record<DemoOffer['key'], string[]> = {
  home: [
    'It is yours. Tell me which day suits you and we will order the big things together.',
    'Yes, and floors count: nobody should live on boards. I will ring you about the sizes.',
  ],
  'council tax': [
    'You owe nothing. I spoke to the council tax office and they have cancelled the letter.',
    'Your third of the bill is taken off. Your housemates will get a new one, and I have told you what it says.',
  ],
  study: ['You have a place and it is yours. Well done. It goes to your own account.'],
}

export const NO_WORDS =
  'You have had all of the £3,000 already: the last £410 was for the washing machine in spring. There is another fund for repairs, and we are asking it together on Thursday.'

export interface DemoStep {
  words: string
  /** Days from today; null: no day. */
  inDays: number | null
  whoHelps: string
  /** Days ago that it was done. */
  doneDaysAgo: number | null
  writtenDaysAgo: number
  isOwn: boolean
}

/** The next steps of the young adult of nineteen: theirs, in "I" words. */
export const STEPS_AT_NINETEEN: DemoStep[] = [
  {
    words: 'I will look at the flat in Mill Lane and say what I think of it.',
    inDays: 4,
    whoHelps: 'My adviser',
    doneDaysAgo: null,
    writtenDaysAgo: 9,
    isOwn: true,
  },
  {
    words: 'I will try three dinners I can cook for under five pounds.',
    inDays: 20,
    whoHelps: 'My old foster carer',
    doneDaysAgo: null,
    writtenDaysAgo: 9,
    isOwn: true,
  },
  {
    words: 'I will have my passport.',
    inDays: 45,
    whoHelps: 'My adviser',
    doneDaysAgo: null,
    writtenDaysAgo: 30,
    isOwn: false,
  },
  {
    words: 'I will open an account that only I can use.',
    inDays: null,
    whoHelps: '',
    doneDaysAgo: 25,
    writtenDaysAgo: 70,
    isOwn: true,
  },
]

/** As she left it, two years ago: what was done, and what was still to do. */
export const STEPS_ON_COMING_BACK: DemoStep[] = [
  {
    words: 'I will finish my level 2 in catering.',
    inDays: -700,
    whoHelps: 'My tutor',
    doneDaysAgo: null,
    writtenDaysAgo: 790,
    isOwn: true,
  },
  {
    words: 'I will see the doctor about sleeping.',
    inDays: -725,
    whoHelps: 'My adviser',
    doneDaysAgo: null,
    writtenDaysAgo: 790,
    isOwn: false,
  },
  {
    words: 'I will get my name on the housing list.',
    inDays: null,
    whoHelps: 'My adviser',
    doneDaysAgo: 760,
    writtenDaysAgo: 850,
    isOwn: true,
  },
]
