import { addDays, addMonths, type IsoDate } from '../domain/shared/calendar-date.ts'

/** Promises of the made-up council about where a child comes from and who they are, each with how it is to be kept. */
export interface DemoHeritagePledge {
  title: string
  version: string
  agreedOn: IsoDate
  promises: DemoHeritagePromise[]
}

export interface DemoHeritagePromise {
  title: string
  words: string
  hows: string[]
  owners: string[]
  dueOn: IsoDate | null
  dueAsWritten: string | null
  wayToTell: string | null
  /** Of every hundred children who were asked, for how many it is true; null where nobody has counted. */
  trueForOfHundred: number | null
}

const CHILDREN = 'Director of Children’s Services'
const EDUCATION = 'Director of Education and Skills'
const LEAD = 'Strategy lead for corporate parenting'

export function makeHeritagePledge(today: IsoDate): DemoHeritagePledge {
  return {
    title: 'Our promises about heritage and identity',
    version: '1',
    agreedOn: addMonths(today, -5),
    promises: [
      {
        title: 'We ask, and we learn',
        words:
          'We ask you and your family about your culture, your faith and what matters at home, before we think that we know. If we get a name wrong, you tell us once.',
        hows: [
          'Your worker asks in the first week, and again every half year, because you change',
          'How to say your name stands at the top of your record',
        ],
        owners: [CHILDREN],
        dueOn: addDays(today, 60),
        dueAsWritten: null,
        wayToTell: 'Asked in reviews: does your worker know what matters in your family?',
        trueForOfHundred: 82,
      },
      {
        title: 'Your language stays yours',
        words: 'You can speak your language at home, hear it, and learn to read it. Nobody tells you to stop.',
        hows: ['A class or a tutor, paid for by us', 'Books and radio in your language in every home'],
        owners: [EDUCATION],
        dueOn: null,
        dueAsWritten: 'From September, and then each term',
        wayToTell: 'How many who want a class have one, counted each term',
        trueForOfHundred: 57,
      },
      {
        title: 'Your special days',
        words:
          'We know which days matter to you, and we keep them with you: the food, the clothes, the prayers, the party.',
        hows: [
          'Your days stand in the calendar of your home',
          'We pay for what the day needs, and for the journey to be with your people',
        ],
        owners: [CHILDREN, LEAD],
        dueOn: addDays(today, -20),
        dueAsWritten: null,
        wayToTell: 'Asked after each festival: was it kept as you wanted?',
        trueForOfHundred: null,
      },
      {
        title: 'Hair, skin, food and faith',
        words:
          'The people you live with know how to look after your hair and your skin, cook what you like, and take you where you pray.',
        hows: [
          'Training for carers, given by people who share your heritage',
          'A list of hairdressers, shops and places of worship, made with young people',
        ],
        owners: [CHILDREN],
        dueOn: addDays(today, 130),
        dueAsWritten: null,
        wayToTell: null,
        trueForOfHundred: null,
      },
      {
        title: 'People like you around you',
        words:
          'We look for carers, workers and mentors who share your heritage. If you live with somebody who does not, they learn, and we help you find people who do.',
        hows: ['Ask in mosques, churches, temples and clubs for carers, three times a year'],
        owners: [],
        dueOn: null,
        dueAsWritten: null,
        wayToTell: 'Carers by heritage beside children by heritage, once a year',
        trueForOfHundred: null,
      },
    ],
  }
}
