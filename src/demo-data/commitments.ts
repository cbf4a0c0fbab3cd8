import { addDays, type IsoDate } from '../domain/shared/calendar-date.ts'
import { type DemoUpdate, type Said, toUpdate } from './plan.ts'

/** What each directorate committed to on one day, and what it has said in the year since. */
export interface DemoCommitments {
  title: string
  agreedOn: IsoDate
  givenAt: string
  commitments: DemoCommitment[]
}

export interface DemoCommitment {
  directorate: string
  /** Job title of the person who answers for it. */
  owner: string
  what: string
  wayToTell: string | null
  dueOn: IsoDate | null
  updates: DemoUpdate[]
}

interface Given {
  what: string
  tell?: string
  inDays?: number
  said?: Said[]
}

const GIVEN: [directorate: string, commitments: Given[]][] = [
  [
    'Children’s Services',
    [
      {
        what: 'Two trainee places in our own offices for young people leaving care',
        tell: 'Two people in post, and still there a year later',
        said: [
          [290, 'Both places agreed; young people helped to write the advert.', 'under way'],
          [110, 'One trainee began last month; the second place is offered to somebody else.'],
          [
            29,
            'It ended after ten weeks: the office moved, and nobody had asked how she would get there.',
            'broken down',
          ],
        ],
      },
      {
        what: 'The director reads ten letters from children each month and answers each one',
        tell: 'Letters, and days until the answer',
        said: [
          [300, 'Begun. Most ask about moving, and about pets.', 'under way'],
          [150, 'Sixty answered. Two took longer than a month, and I said sorry.'],
        ],
      },
      {
        what: 'A birthday card with a real signature for every child in our care',
        tell: 'Asked in reviews',
        said: [
          [180, 'Sent every week now, chosen by the younger children.', 'under way'],
          [36, 'Not one missed this year.', 'done', 'The birthday list, ticked by day'],
        ],
      },
      {
        what: 'Spend one day with the night team',
        said: [
          [
            240,
            'A long night. The number rang through to a wrong desk; put right the same week.',
            'done',
            'Note of the night, shared with the young people’s group',
          ],
        ],
      },
    ],
  ],
  [
    'Housing and Communities',
    [
      {
        what: 'First call on one flat in ten that we let',
        tell: 'Flats let, by quarter',
        said: [
          [270, 'The letting rules are changed.', 'under way'],
          [47, 'Seven let so far; the eighth and ninth wait for a builder.'],
        ],
      },
      {
        what: 'Leisure passes for every child in our care and those who look after them',
        tell: 'Passes used, not only sent',
        said: [
          [
            200,
            'Passes sent to every home, ours and others’.',
            'done',
            'List of homes, with the day each pass was handed over',
          ],
        ],
      },
      {
        what: 'A furniture store that young people choose from, not a list of what is left',
        tell: 'Young people say so',
      },
      {
        what: 'No eviction of a young person we cared for without the director’s own signature',
        said: [[84, 'Asked for twice and refused twice: a repayment plan instead.', 'under way']],
      },
    ],
  ],
  [
    'Education and Skills',
    [
      {
        what: 'A work taster in every department for anybody of fourteen or over who wants one',
        tell: 'Tasters asked for, and held',
        said: [
          [210, 'Nine departments offer one.', 'under way'],
          [75, 'Twenty-two held. Most asked-for: the kennels and the fire station.'],
        ],
      },
      {
        what: 'A guaranteed interview for every council job they apply for',
        said: [
          [
            130,
            'In the rules, and told to every manager who hires.',
            'done',
            'The recruitment rules, with the change marked',
          ],
        ],
      },
      { what: 'A laptop that works on the first day of a course', tell: 'Days from start until it works', inDays: -60 },
      { what: 'Someone at every results day who has time for one young person only' },
    ],
  ],
  [
    'Public Health',
    [
      {
        what: 'A nurse whom young adults can ring without a referral, to 25',
        tell: 'Calls, and what came of them',
        said: [
          [220, 'Number open on weekday afternoons.', 'under way'],
          [14, 'Open on Saturdays too since last month.'],
        ],
      },
      {
        what: 'Swimming lessons for every child who cannot swim',
        tell: 'Children who can swim a length',
        said: [[160, 'Two pools hold a lane on Sundays. Forty-one signed up.', 'under way']],
      },
      { what: 'Free prescriptions explained to everybody at sixteen', inDays: 20 },
      {
        what: 'A quiet room at the clinic, painted by the young people who use it',
        said: [
          [250, 'Room found.', 'under way'],
          [170, 'The clinic took it back for beds.', 'broken down'],
          [58, 'A smaller room on the ground floor, and paint bought.', 'offered again'],
        ],
      },
    ],
  ],
]

/** Sixteen, given at one meeting a little over a year ago. Some have had no word since: that shows. */
export function makeCommitments(today: IsoDate): DemoCommitments {
  const agreedOn = addDays(today, -378)
  return {
    title: 'What each directorate will do',
    agreedOn,
    givenAt: 'the listening day at the town hall',
    commitments: GIVEN.flatMap(([directorate, commitments]) =>
      commitments.map(({ what, tell, inDays, said }) => ({
        directorate,
        owner: `Director of ${directorate}`,
        what,
        wayToTell: tell ?? null,
        dueOn: inDays === undefined ? null : addDays(today, inDays),
        updates: (said ?? []).map((one) => toUpdate(one, today)),
      })),
    ),
  }
}
