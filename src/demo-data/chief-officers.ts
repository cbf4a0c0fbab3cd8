import { addDays, type IsoDate } from '../domain/shared/calendar-date.ts'

/** The Chief Officer pledge, launched twice, and two young people whom a chief officer stands up for without knowing who they are. */
export interface DemoOfficerPledge {
  title: string
  agreedOn: IsoDate
  why: string | null
  commitments: DemoOfficerWord[]
}

export interface DemoOfficerWord {
  officer: string
  what: string
  wayToTell: string
  updates: {
    saidOn: IsoDate
    words: string
    progress: 'under way' | 'broken down' | 'offered again' | null
    isAtBoard: boolean
  }[]
}

export interface DemoArmsLength {
  what: string
  saidYesOn: IsoDate
  obstacles: { words: string; raisedOn: IsoDate; byOfficer: boolean; cleared: { words: string; on: IsoDate } | null }[]
}

const STAND_UP = 'Stand up, at arm’s length, for one young adult who is looking for work or learning'

export function makeOfficerPledges(today: IsoDate): DemoOfficerPledge[] {
  const on = (days: number) => addDays(today, -days)
  return [
    {
      title: 'Chief Officer pledge',
      agreedOn: on(930),
      why: null,
      commitments: [
        {
          officer: 'Director of Housing and Communities',
          what: 'One work placement a year',
          wayToTell: 'Placements taken up',
          updates: [],
        },
        {
          officer: 'Director of Public Health',
          what: 'One work placement a year',
          wayToTell: 'Placements taken up',
          updates: [],
        },
      ],
    },
    {
      title: 'Chief Officer pledge, second time',
      agreedOn: on(310),
      why: 'The review found four placements offered and one taken up. Nobody had asked what was in the way: the bus, the form, the start at seven.',
      commitments: [
        {
          officer: 'Director of Children’s Services',
          what: STAND_UP,
          wayToTell: 'Obstacles raised, and out of the way',
          updates: [
            {
              saidOn: on(120),
              words: 'I rang the training provider myself. It took four minutes.',
              progress: 'under way',
              isAtBoard: false,
            },
            {
              saidOn: on(62),
              words: 'Most of what is in the way is ours: forms, opening hours, a rule nobody could explain to me.',
              progress: null,
              isAtBoard: true,
            },
          ],
        },
        {
          officer: 'Director of Education and Skills',
          what: 'Two placements a year that begin at ten and pay from the first day',
          wayToTell: 'Placements finished, not only begun',
          updates: [
            {
              saidOn: on(200),
              words: 'Both are on offer, in the archive and the school kitchens.',
              progress: 'under way',
              isAtBoard: false,
            },
            {
              saidOn: on(140),
              words:
                'The one in the kitchens ended in the second week. It was not what was promised: the shifts began at six.',
              progress: 'broken down',
              isAtBoard: false,
            },
            {
              saidOn: on(62),
              words: 'Offered again, in the print room, after an afternoon there to see whether it suits.',
              progress: 'offered again',
              isAtBoard: true,
            },
          ],
        },
        {
          officer: 'Director of Public Health',
          what: STAND_UP,
          wayToTell: 'Obstacles raised, and out of the way',
          updates: [],
        },
        {
          officer: 'Director of Housing and Communities',
          what: 'Do up one children’s home before any office of ours',
          wayToTell: 'Dates of the works, and what the young people there say',
          updates: [
            {
              saidOn: on(62),
              words: 'The homes are first on the list of works. The offices wait until spring.',
              progress: 'under way',
              isAtBoard: true,
            },
          ],
        },
      ],
    },
  ]
}

export function makeArmsLength(today: IsoDate): DemoArmsLength[] {
  const on = (days: number) => addDays(today, -days)
  return [
    {
      what: STAND_UP,
      saidYesOn: on(160),
      obstacles: [
        {
          words: 'The course starts at half past eight, and the first bus comes at nine.',
          raisedOn: on(155),
          byOfficer: false,
          cleared: { words: 'The college moved the group to ten.', on: on(120) },
        },
        {
          words: 'The application asks for a landline and two referees who are not paid to know you.',
          raisedOn: on(90),
          byOfficer: false,
          cleared: { words: 'Form changed. Their adviser and a youth worker count.', on: on(70) },
        },
        {
          words: 'Rent help stops for six weeks when the work begins.',
          raisedOn: on(25),
          byOfficer: true,
          cleared: null,
        },
      ],
    },
  ]
}

/** When chief officers told the board what they do. */
export function makeBoardVisit(today: IsoDate) {
  return {
    kind: 'at the board' as const,
    title: 'Chief officers at the board',
    heldOn: addDays(today, -62),
    place: 'Town hall',
    guests: [
      { invited: 'Director of Housing and Communities', directorate: null, came: 'came' as const },
      { invited: 'Director of Education and Skills', directorate: null, came: 'came' as const },
      { invited: 'Director of Public Health', directorate: null, came: 'did not come' as const },
      { invited: 'Director of Children’s Services', directorate: null, came: 'came' as const },
    ],
  }
}
