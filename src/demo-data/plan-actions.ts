// Long because it is one list: every action of the made-up plan, as it is written.
import type { DemoAction, Said } from './plan.ts'

/** One action as the plan has it: what is not written is not there. `due`: days from today, and the words of its column. */
export interface Written {
  priority: string
  what: string
  how?: string[]
  owners?: string[]
  due: [inDays: number | null, words?: string]
  tell?: string
  progress?: DemoAction['progress']
  evidence?: string
  promise?: number
  measure?: string
  said?: Said[]
}

const HOMES = 'Homes that last'
const VOICE = 'Heard and answered'
const WELL = 'Well and learning'
const NEXT = 'A good start as an adult'

const IN_CARE = 'Head of service for children in our care'
const MOVING_ON = 'Head of service for first steps and moving on'
const CHILDREN = 'Director of Children’s Services'
const HOUSING = 'Director of Housing and Communities'
const EDUCATION = 'Director of Education and Skills'
const HEALTH = 'Director of Public Health'
const REVIEWING = 'Independent reviewing officers’ manager'

/** Thirty-two actions of a made-up plan, with the gaps that real plans have. */
export const writtenActions: Written[] = [
  {
    priority: HOMES,
    what: 'Find thirty more foster homes in the places our children come from',
    how: [
      'Carers tell their own stories at open evenings in each town',
      'A reply to every enquiry within one working day',
    ],
    owners: [IN_CARE, CHILDREN],
    due: [160],
    tell: 'More children live within 20 miles of home (M27)',
    promise: 2,
    measure: 'M27',
    said: [
      [120, 'Open evenings held in three towns; nineteen families asked for a visit.', 'under way'],
      [31, 'Eleven homes approved since the plan began, nineteen to go. Enquiries are answered in two days, not one.'],
    ],
  },
  {
    priority: HOMES,
    what: 'Hold a meeting within five working days when a home begins to wobble',
    how: ['Carers may ask for it as well as workers', 'The child’s own words come first on the agenda'],
    owners: [IN_CARE],
    due: [-34],
    tell: 'Fewer children with three or more homes in the year (M20)',
    promise: 1,
    measure: 'M20',
    said: [[90, 'Held in time for most; where it was late, the carer had told the night team and nobody told us.']],
  },
  {
    priority: HOMES,
    what: 'Tell every child why, in writing they can read, when their home is outside Exampleshire',
    how: ['A letter in three text levels', 'The worker reads it with the child'],
    owners: [IN_CARE],
    due: [48],
    progress: 'not started',
    promise: 2,
  },
  {
    priority: HOMES,
    what: 'Keep brothers and sisters together, or in touch every month',
    how: ['Ask for homes with room for all of them first, in every search'],
    due: [null, 'Ongoing'],
    tell: 'Share of brothers and sisters who live in one home',
    promise: 7,
  },
  {
    priority: HOMES,
    what: 'Pay for building work where it lets brothers and sisters stay in one foster home',
    how: ['Up to three houses a year', 'Decided within four weeks of the carer asking'],
    owners: [HOUSING],
    due: [75],
    tell: 'Rooms built, and who sleeps in them',
    promise: 7,
    said: [[52, 'Two extensions agreed with the carers. The third family changed their mind.', 'under way']],
  },
  {
    priority: HOMES,
    what: 'Every child meets the people they may live with before they move, unless it is that same night',
    how: ['A film or a letter from the home where a visit cannot be made'],
    owners: [IN_CARE],
    due: [110],
    tell: 'Asked in the first review: did you meet them before?',
    promise: 1,
  },
  {
    priority: HOMES,
    what: 'Nobody’s things go in a bin bag',
    how: ['Two proper bags for each child, theirs to keep', 'Spare ones with the night team'],
    owners: [CHILDREN],
    due: [-150],
    tell: 'Young people say so',
    progress: 'done',
    evidence: 'Bags chosen by young people; given with every move since they came.',
    promise: 1,
    said: [
      [149, 'Bags are in every office and in the night team’s car.', 'done', 'Order and delivery note for 400 bags'],
    ],
  },
  {
    priority: HOMES,
    what: 'Look again at every home further than fifty miles away',
    owners: [IN_CARE, CHILDREN],
    due: [null, 'by the summer'],
    tell: 'List read by both heads of service each quarter',
    promise: 2,
    measure: 'M25',
  },
  {
    priority: VOICE,
    what: 'Give every child the name and number of the person who is there tonight',
    how: ['A card and a page on the phone', 'The night team tests the number each month'],
    owners: [CHILDREN],
    due: [90],
    tell: 'Children asked in their review know who to call',
    promise: 6,
    said: [[33, 'Cards are out to all homes. The page follows when the night team has tried it.', 'under way']],
  },
  {
    priority: VOICE,
    what: 'A worker who leaves says goodbye in person and brings the new one along',
    how: ['Two weeks for every handover', 'A first-meeting page about each worker'],
    owners: [IN_CARE, MOVING_ON],
    due: [-12],
    tell: 'Fewer children with three or more social workers in the year (M23)',
    progress: 'not started',
    promise: 3,
    measure: 'M23',
    said: [
      [
        5,
        'Workers’ goodbye visits are in the diary in both services. Late: the same for reviewing officers and carers.',
        'under way',
      ],
    ],
  },
  {
    priority: VOICE,
    what: 'Ask workers who stay why they stay, and do more of it',
    owners: [CHILDREN],
    due: [130],
    promise: 3,
    measure: 'M23',
    said: [[64, 'Twenty-six conversations held. “My manager has time for me” came first.', 'under way']],
  },
  {
    priority: VOICE,
    what: 'Make room for children to chair their own reviews',
    how: ['A script and a practice run', 'Reviewing officers step back when asked'],
    owners: [REVIEWING],
    due: [-75],
    tell: 'Children take part in their reviews (M42)',
    progress: 'done',
    evidence: 'Script tried with 14 young people and changed after what they said; in use since the spring.',
    promise: 5,
    measure: 'M42',
  },
  {
    priority: VOICE,
    what: 'Put an item chosen by young people first at every board meeting',
    how: ['The item is sent by young people two weeks before'],
    owners: ['Clerk to the board'],
    due: [-120],
    tell: 'Minutes show the item and the answer it got',
    progress: 'done',
    evidence: 'First item at each of the last three meetings.',
  },
  {
    priority: VOICE,
    what: 'An advocate visits every children’s home each month, not only when asked',
    owners: ['Commissioning manager'],
    due: [40],
    tell: 'Visits made, and what young people asked for',
    promise: 5,
  },
  {
    priority: VOICE,
    what: 'Answer what children say within ten working days, in the way they said it',
    how: ['By film where they sent a film'],
    due: [-20],
    tell: 'Days until an answer',
    promise: 5,
  },
  {
    priority: VOICE,
    what: 'Record reviews in words a child can read at once, and again at twenty-five',
    how: ['Written to the child', 'Read aloud before it is filed'],
    owners: [REVIEWING, IN_CARE],
    due: [200],
    promise: 5,
  },
  {
    priority: WELL,
    what: 'See a mental health worker within four weeks of asking',
    owners: [HEALTH],
    due: [180],
    progress: 'not started',
    promise: 8,
    said: [[26, 'Two posts advertised twice and not filled. We are asking whether our own worker can begin sooner.']],
  },
  {
    priority: WELL,
    what: 'A worker of our own for those who wait longest',
    owners: [HEALTH, CHILDREN],
    due: [35],
    tell: 'Weeks waited by whoever waited longest',
    promise: 8,
    said: [[19, 'Appointed; begins on the first of next month.', 'under way']],
  },
  {
    priority: WELL,
    what: 'Every child has a dentist near where they live now',
    how: ['Two practices hold places for children in our care'],
    owners: ['Designated nurse'],
    due: [null, ''],
    tell: 'Children whose teeth were checked in the year',
    promise: 8,
  },
  {
    priority: WELL,
    what: 'No child changes school because they change home, unless they want to',
    how: ['Transport is agreed the same day', 'The virtual head signs off any change of school'],
    owners: ['Virtual school head'],
    due: [20],
    tell: 'School moves in the year',
    promise: 2,
  },
  {
    priority: WELL,
    what: 'A bicycle, a musical instrument or a sports kit for every child who wants one',
    owners: [HEALTH, HOUSING],
    due: [60],
    tell: 'Asked for, and given',
    said: [
      [
        41,
        'Fifty-eight asked for so far, forty-four given. Bicycles take longest: helmets were the wrong size.',
        'under way',
      ],
    ],
  },
  {
    priority: WELL,
    what: 'Health letters go to the young person as well as to their carer',
    owners: ['Designated nurse', 'Designated doctor'],
    due: [-60],
    progress: 'not started',
  },
  {
    priority: WELL,
    what: 'Help with reading before the age of eight',
    how: ['A tutor who comes home, twice a week'],
    owners: ['Virtual school head', EDUCATION],
    due: [95],
    tell: 'Reading age after two terms',
  },
  {
    priority: NEXT,
    what: 'A bank account by sixteen',
    how: ['One letter from us instead of a parent’s signature', 'A worker goes along to the branch'],
    owners: [MOVING_ON],
    due: [52],
    tell: 'Everybody who turns sixteen has an account (K01)',
    promise: 4,
    measure: 'K01',
    said: [
      [140, 'Two banks agreed the letter. The third asks for more than we can give.', 'under way'],
      [18, 'Each young person who is still waiting has a named worker and a day at the branch.'],
    ],
  },
  {
    priority: NEXT,
    what: 'A passport by sixteen',
    how: [
      'Asked for at fifteen, and paid by us',
      'Forms filled in together at the youth café',
      'Who came here alone: a travel document, with a solicitor’s help',
    ],
    owners: [MOVING_ON],
    due: [52],
    tell: 'Everybody who turns sixteen has a passport (K01)',
    promise: 4,
    measure: 'K01',
    said: [[18, 'Most who wait need a birth certificate first; ordered for each of them.', 'under way']],
  },
  {
    priority: NEXT,
    what: 'Twenty flats for young people leaving care, with a deposit paid by us',
    how: ['Five in each of four towns', 'Young people choose the paint'],
    owners: [HOUSING],
    due: [-5],
    tell: 'Young adults in a suitable home (M112)',
    promise: 9,
    measure: 'M112',
    said: [
      [
        47,
        'Seven let. The builder in the fourth town has stopped work.',
        'under way',
        'Photos of the first seven, with the tenants’ yes',
      ],
    ],
  },
  {
    priority: NEXT,
    what: 'Ten apprenticeships in the council each year for young people we have cared for',
    how: ['A guaranteed interview', 'A mentor who is not their manager'],
    owners: [EDUCATION],
    due: [240],
    tell: 'Young adults in work or learning (M113)',
    promise: 10,
    measure: 'M113',
    said: [[130, 'Four have begun, and three are still there.', 'under way']],
  },
  {
    priority: NEXT,
    what: 'Pay council tax for young adults up to 25 who have left our care',
    how: ['Paid without having to ask'],
    owners: [HOUSING],
    due: [-210, 'From the start of the plan'],
    tell: 'Number who pay nothing, of all who could',
    progress: 'done',
    evidence: 'Agreed by the council and applied to every bill sent this year.',
    promise: 9,
  },
  {
    priority: NEXT,
    what: 'Keep in touch for as long as the young person wants',
    due: [null, ''],
    progress: 'not started',
  },
  {
    priority: NEXT,
    what: 'Someone to ring about the boiler, the letter you cannot read, the night before the interview',
    owners: [MOVING_ON],
    due: [85],
    tell: 'Calls answered the same evening',
    promise: 9,
  },
  {
    priority: NEXT,
    what: 'A second go: help to begin again after a course or job ends, without a new assessment',
    owners: [EDUCATION, MOVING_ON],
    due: [-70],
    promise: 10,
    measure: 'M113',
  },
  {
    priority: NEXT,
    what: 'Guarantors for rent, so that a landlord cannot say no for want of a parent',
    owners: [HOUSING],
    due: [null, 'Spring'],
    tell: 'Tenancies signed with our guarantee',
    promise: 9,
    said: [[100, 'Legal advice taken; the scheme goes to the cabinet.', 'under way']],
  },
]
