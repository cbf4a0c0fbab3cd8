import { addDays, addMonths, type IsoDate, sayDate } from '../domain/shared/calendar-date.ts'

/**
 * One action plan of the made-up council, as plans really are: some actions lack an owner, a date or a way to tell, so
 * that the gaps can be seen and listed. Nothing is filled in that the plan does not say.
 */
export interface DemoPlan {
  title: string
  period: string
  actions: DemoAction[]
}

export interface DemoAction {
  reference: string
  priority: string
  what: string
  how: string[]
  owners: string[]
  dueOn: IsoDate | null
  /** What the plan says in its date column, kept as written. Empty where it says nothing. */
  dueAsWritten: string
  /** How anybody will know that it worked. */
  wayToTell: string | null
  progress: 'not started' | 'under way' | 'done'
  evidence: string | null
}

const HOMES = 'Homes that last'
const VOICE = 'Heard and answered'
const WELL = 'Well and learning'
const NEXT = 'A good start as an adult'

export function makePlan(today: IsoDate): DemoPlan {
  const inDays = (days: number) => ({ dueOn: addDays(today, days), dueAsWritten: sayDate(addDays(today, days)) })
  const startYear = Number(addMonths(today, -8).slice(0, 4))
  const actions: Omit<DemoAction, 'reference'>[] = [
    {
      priority: HOMES,
      what: 'Find thirty more foster homes in the places our children come from',
      how: [
        'Carers tell their own stories at open evenings in each town',
        'A reply to every enquiry within one working day',
      ],
      owners: ['Head of service for children in our care', 'Director of Children’s Services'],
      ...inDays(160),
      wayToTell: 'More children live within 20 miles of home (M27)',
      progress: 'under way',
      evidence: null,
    },
    {
      priority: HOMES,
      what: 'Hold a meeting within five working days when a home begins to wobble',
      how: ['Carers may ask for it as well as workers', 'The child’s own words come first on the agenda'],
      owners: ['Head of service for children in our care'],
      ...inDays(-34),
      wayToTell: 'Fewer children with three or more homes in the year (M20)',
      progress: 'under way',
      evidence: null,
    },
    {
      priority: HOMES,
      what: 'Tell every child why, in writing they can read, when their home is outside Exampleshire',
      how: ['A letter in three text levels', 'The worker reads it with the child'],
      owners: ['Head of service for children in our care'],
      ...inDays(48),
      wayToTell: null,
      progress: 'not started',
      evidence: null,
    },
    {
      priority: HOMES,
      what: 'Keep brothers and sisters together, or in touch every month',
      how: ['Ask for sibling homes first in every search'],
      owners: [],
      dueOn: null,
      dueAsWritten: 'Ongoing',
      wayToTell: 'Share of brothers and sisters who live in one home',
      progress: 'under way',
      evidence: null,
    },
    {
      priority: VOICE,
      what: 'Give every child the name and number of the person who is there tonight',
      how: ['A card and a page on the phone', 'The night team tests the number each month'],
      owners: ['Director of Children’s Services'],
      ...inDays(90),
      wayToTell: 'Children asked in their review know who to call',
      progress: 'under way',
      evidence: null,
    },
    {
      priority: VOICE,
      what: 'A worker who leaves says goodbye in person and brings the new one along',
      how: ['Two weeks for every handover', 'A first-meeting page about each worker'],
      owners: ['Head of service for children in our care', 'Head of service for first steps and moving on'],
      ...inDays(-12),
      wayToTell: 'Fewer children with three or more social workers in the year (M23)',
      progress: 'not started',
      evidence: null,
    },
    {
      priority: VOICE,
      what: 'Make room for children to chair their own reviews',
      how: ['A script and a practice run', 'Reviewing officers step back when asked'],
      owners: ['Independent reviewing officers’ manager'],
      ...inDays(-75),
      wayToTell: 'Children take part in their reviews (M42)',
      progress: 'done',
      evidence: 'Script tried with 14 young people and changed after what they said; in use since the spring.',
    },
    {
      priority: VOICE,
      what: 'Put an item chosen by young people first at every board meeting',
      how: ['The item is sent by young people two weeks before'],
      owners: ['Clerk to the board'],
      ...inDays(-120),
      wayToTell: 'Minutes show the item and the answer it got',
      progress: 'done',
      evidence: 'First item at each of the last three meetings.',
    },
    {
      priority: WELL,
      what: 'See a mental health worker within four weeks of asking',
      how: [],
      owners: ['Director of Public Health'],
      ...inDays(180),
      wayToTell: null,
      progress: 'not started',
      evidence: null,
    },
    {
      priority: WELL,
      what: 'Every child has a dentist near where they live now',
      how: ['Two practices hold places for children in our care'],
      owners: ['Designated nurse'],
      dueOn: null,
      dueAsWritten: '',
      wayToTell: 'Children whose teeth were checked in the year',
      progress: 'under way',
      evidence: null,
    },
    {
      priority: WELL,
      what: 'No child changes school because they change home, unless they want to',
      how: ['Transport is agreed the same day', 'The virtual head signs off any change of school'],
      owners: ['Virtual school head'],
      ...inDays(20),
      wayToTell: 'School moves in the year',
      progress: 'under way',
      evidence: null,
    },
    {
      priority: NEXT,
      what: 'Twenty flats for young people leaving care, with a deposit paid by us',
      how: ['Five in each of four towns', 'Young people choose the paint'],
      owners: ['Director of Housing and Communities'],
      ...inDays(-5),
      wayToTell: 'Young adults in a suitable home (M112)',
      progress: 'under way',
      evidence: null,
    },
    {
      priority: NEXT,
      what: 'Ten apprenticeships in the council each year for young people we have cared for',
      how: ['A guaranteed interview', 'A mentor who is not their manager'],
      owners: ['Director of Education and Skills'],
      ...inDays(240),
      wayToTell: 'Young adults in work or learning (M113)',
      progress: 'under way',
      evidence: null,
    },
    {
      priority: NEXT,
      what: 'Pay council tax for young adults up to 25 who have left our care',
      how: ['Paid without having to ask'],
      owners: ['Director of Housing and Communities'],
      dueOn: addDays(today, -210),
      dueAsWritten: 'From the start of the plan',
      wayToTell: 'Number who pay nothing, of all who could',
      progress: 'done',
      evidence: 'Agreed by the council and applied to every bill sent this year.',
    },
    {
      priority: NEXT,
      what: 'Keep in touch for as long as the young person wants',
      how: [],
      owners: [],
      dueOn: null,
      dueAsWritten: '',
      wayToTell: null,
      progress: 'not started',
      evidence: null,
    },
  ]
  return {
    title: 'Together for Exampleshire’s children: action plan',
    period: `${startYear} to ${startYear + 3}`,
    actions: actions.map((action, index) => ({ reference: `A${index + 1}`, ...action })),
  }
}
