/** A step of an action that has an owner or a day of its own. `inDays`: days from today. */
export interface WrittenPart {
  action: string
  how: string
  owner: string
  inDays: number | null
}

const IN_CARE = 'Head of service for children in our care'
const CHILDREN = 'Director of Children’s Services'
const HOUSING = 'Director of Housing and Communities'

export const writtenParts: WrittenPart[] = [
  {
    action: 'Find thirty more foster homes in the places our children come from',
    how: 'Carers tell their own stories at open evenings in each town',
    owner: IN_CARE,
    inDays: 9,
  },
  {
    action: 'Find thirty more foster homes in the places our children come from',
    how: 'A reply to every enquiry within one working day',
    owner: CHILDREN,
    inDays: -12,
  },
  {
    action: 'Pay for building work where it lets brothers and sisters stay in one foster home',
    how: 'Up to three houses a year',
    owner: HOUSING,
    inDays: 75,
  },
  {
    action: 'Pay for building work where it lets brothers and sisters stay in one foster home',
    how: 'Decided within four weeks of the carer asking',
    owner: IN_CARE,
    inDays: null,
  },
]

/** Names of the plan that nobody has matched to a colleague yet. */
export const unmatchedNames = ['Independent reviewing officers’ manager', 'Virtual school head']

/** What the young people’s group says of actions: whether they notice what was meant to change. */
export const youngViews: {
  action: string
  said: 'we see it' | 'a bit' | 'we do not see it'
  words: string
  daysAgo: number
}[] = [
  {
    action: 'Find thirty more foster homes in the places our children come from',
    said: 'we do not see it',
    words: 'Friends who came this year live further away than we do.',
    daysAgo: 190,
  },
  {
    action: 'Find thirty more foster homes in the places our children come from',
    said: 'a bit',
    words: 'There was an evening in our town and people came. Ask us before you print the next poster.',
    daysAgo: 37,
  },
  {
    action: 'Pay for building work where it lets brothers and sisters stay in one foster home',
    said: 'we see it',
    words: 'There is a house with a new room, and two sisters in it.',
    daysAgo: 37,
  },
]
