// Long because it is one list: a year of papers with their answers, what young people said of them, and the council's plans.
import type { Effect } from '../domain/impact/check-answer.ts'
import type { Includes } from '../domain/impact/plan-check.ts'

/** Papers of the made-up council and its partners. Days are counted from today. */
export interface DemoImpactPaper {
  title: string
  organisation: string
  whoDecides: string
  decidesIn: number
  /** Whose sign-in wrote it: a director's title, "author" for the partner's, or "clerk". */
  by: string
  writtenBy: string
  answers: DemoImpactAnswer[]
  isOpened?: boolean
  comments?: DemoImpactComment[]
}

export interface DemoImpactAnswer {
  effect: Effect
  why: string
  aboutHarm?: string
  principles: number[]
  howAsked: string
  plain?: string
  saidIn: number
  review?: { outcome: 'enough' | 'ask again'; words?: string; in: number }
}

export interface DemoImpactComment {
  /** A child of the picker, or the representative. */
  by: 'child' | 'young adult' | 'representative'
  typed: string
  signed?: string
  in: number
  passed?: { words: string; in: number }
  reply?: { words: string; in: number }
}

const HOUSING = 'Director of Housing and Communities'
const SCHOOL = 'Director of Education and Skills'
const HEALTH = 'Director of Public Health'
const TRUST = 'Exampleshire Health Trust'

export const IMPACT_PAPERS: DemoImpactPaper[] = [
  {
    title: 'Who comes first on the list for a council flat',
    organisation: 'Housing and Communities',
    whoDecides: 'Cabinet',
    decidesIn: -318,
    by: HOUSING,
    writtenBy: 'Head of lettings',
    answers: [
      {
        effect: 'helps',
        why: 'Care leavers until they are 25 go into the first band, wherever in the county they were placed. Today eleven of them wait in the third.',
        principles: [4, 6, 7],
        howAsked: 'The Care Leavers’ Forum read the draft twice and struck out “local connection”.',
        plain:
          'If you have left our care and are not yet 25, you come first for a council flat. It does not matter in which town you lived with your carers. You can say no once and still stay first.',
        saidIn: -352,
        review: { outcome: 'enough', words: 'The forum’s words are in it. Thank you.', in: -349 },
      },
    ],
    isOpened: true,
    comments: [
      {
        by: 'young adult',
        typed: 'First for a flat is good but the flat I saw in Millbrook had no floor. Who pays for the floor?',
        in: -340,
        passed: { words: 'First for a flat is good. But some have no floor. Who pays for the floor?', in: -339 },
        reply: {
          words:
            'You are right, and it was not in the paper. From April every flat let to a care leaver has floors in all rooms before the keys are handed over.',
          in: -333,
        },
      },
      {
        by: 'representative',
        typed: 'Please say “you can say no once” in the letter as well. People are scared of saying no.',
        signed: 'The two of us on the board',
        in: -338,
        passed: {
          words: 'Please say “you can say no once” in the letter as well. People are scared of saying no.',
          in: -337,
        },
        reply: { words: 'It is the second line of the letter now.', in: -330 },
      },
    ],
  },
  {
    title: 'Prices at pools and gyms',
    organisation: 'Culture and Leisure',
    whoDecides: 'Cabinet member for leisure',
    decidesIn: -284,
    by: 'clerk',
    writtenBy: 'Leisure contracts manager',
    answers: [
      {
        effect: 'no difference',
        why: 'Not applicable: this report is about prices.',
        principles: [],
        howAsked: 'Not asked.',
        saidIn: -310,
        review: {
          outcome: 'ask again',
          words:
            'Prices decide who can come. What does a foster family of five pay, and a care leaver on an apprentice’s wage?',
          in: -307,
        },
      },
      {
        effect: 'helps',
        why: 'Foster families and care leavers until 25 swim and train without paying. It costs less than one leaflet a year.',
        principles: [1, 4],
        howAsked: 'The Children in Care Council chose the pools it should begin with.',
        plain: 'You, and the family you live with, swim for free. Show your card, which has no word about care on it.',
        saidIn: -299,
        review: { outcome: 'enough', in: -297 },
      },
    ],
  },
  {
    title: 'Council tax support for the year',
    organisation: 'Finance',
    whoDecides: 'Full council',
    decidesIn: -246,
    by: 'clerk',
    writtenBy: 'Head of revenues',
    answers: [
      {
        effect: 'helps',
        why: 'Care leavers under 25 pay nothing, in a shared house too. Before, one unpaid bill of a flatmate could end in court for both.',
        principles: [1, 7],
        howAsked: 'Six care leavers told us what the letters did to them. Their words are in the paper.',
        plain:
          'You pay no council tax until you are 25, even if you share. You need not ask: we know, and write to you once.',
        saidIn: -270,
        review: { outcome: 'enough', in: -266 },
      },
    ],
  },
  {
    title: 'A smaller library in Hartwell',
    organisation: 'Culture and Leisure',
    whoDecides: 'Cabinet',
    decidesIn: -206,
    by: 'clerk',
    writtenBy: 'Head of libraries',
    answers: [
      {
        effect: 'could harm',
        why: 'Nine children in care do homework there because it is quiet and warm, and three care leavers have no other computer.',
        aboutHarm:
          'The study room moves to the school next door before the old one closes, open until six. The head of libraries answers for it.',
        principles: [4, 5],
        howAsked: 'We sat there for two afternoons and asked whoever wanted to say.',
        plain:
          'The library in Hartwell gets smaller. The quiet room does not go: it moves next door, and opens before the old one shuts.',
        saidIn: -235,
        review: { outcome: 'enough', words: 'Tell us in a year whether the room is used.', in: -231 },
      },
    ],
    isOpened: true,
    comments: [
      {
        by: 'child',
        typed: 'Is there still the lady who knows where the space books are',
        in: -226,
        passed: { words: 'Is the person who knows where the space books are still there?', in: -225 },
        reply: { words: 'Yes, three afternoons a week. The space books come too.', in: -222 },
      },
    ],
  },
  {
    title: 'Which roads are gritted in winter',
    organisation: 'Highways and Transport',
    whoDecides: 'Head of highways',
    decidesIn: -181,
    by: 'clerk',
    writtenBy: 'Head of highways',
    answers: [
      {
        effect: 'no difference',
        why: 'The routes stay as they are; only the contractor’s depot moves. We looked at the two streets with our own homes: both stay on the first route.',
        principles: [],
        howAsked: 'Nobody was asked, because nothing changes for anybody on the road.',
        saidIn: -196,
        review: { outcome: 'enough', words: 'A good reason, and somebody looked.', in: -194 },
      },
    ],
  },
  {
    title: 'Who gets a bus to school',
    organisation: 'Education and Skills',
    whoDecides: 'Cabinet',
    decidesIn: -149,
    by: SCHOOL,
    writtenBy: 'School transport manager',
    answers: [
      {
        effect: 'could harm',
        why: 'The new three-mile rule would end the taxi of children who moved home in the school year and stayed at their school.',
        aboutHarm:
          'Children in care keep their school transport until the end of the key stage, whatever the miles. The transport manager answers for it from September.',
        principles: [1, 6],
        howAsked:
          'The virtual school asked twelve pupils; all said that keeping the school mattered more than the time in the car.',
        plain:
          'If you move home, you can stay at your school, and we still take you there. That is true until your exams are over.',
        saidIn: -178,
        review: { outcome: 'enough', in: -175 },
      },
    ],
    isOpened: true,
    comments: [
      {
        by: 'child',
        typed: 'I dont want to be the one with a taxi. Everyone at Millbrook primary asks',
        in: -170,
        passed: { words: 'I do not want to be the one with a taxi. Everyone asks.', in: -169 },
        reply: {
          words:
            'Thank you for saying it. You can be dropped round the corner, or share the school bus where there is one. Your worker can arrange either.',
          in: -163,
        },
      },
    ],
  },
  {
    title: 'Contract for community dentists',
    organisation: TRUST,
    whoDecides: 'Health governing board',
    decidesIn: -118,
    by: 'author',
    writtenBy: 'Planning manager, health trust',
    answers: [
      {
        effect: 'helps',
        why: 'Two mornings a week are kept for children in care and care leavers, also where they have only just moved here.',
        principles: [1, 4],
        howAsked: 'The health group read out what young people said about waiting.',
        plain: 'There are two mornings a week at the dentist only for you. You can bring somebody.',
        saidIn: -140,
        review: { outcome: 'enough', in: -137 },
      },
    ],
  },
  {
    title: 'Parking charges at the Infirmary',
    organisation: TRUST,
    whoDecides: 'Health governing board',
    decidesIn: -92,
    by: 'lead',
    writtenBy: '',
    answers: [],
  },
  {
    title: 'Apprenticeships across the council',
    organisation: 'Education and Skills',
    whoDecides: 'Chief executive',
    decidesIn: -61,
    by: SCHOOL,
    writtenBy: 'Skills manager',
    answers: [
      {
        effect: 'helps',
        why: 'Ten places a year are offered to care leavers first, with a mentor and rent topped up for the first six months.',
        principles: [5, 7],
        howAsked: 'Four care leavers who left an apprenticeship told us why. It was the rent.',
        plain: 'Ten apprenticeships a year are for care leavers first. We help with the rent while you begin.',
        saidIn: -88,
        review: { outcome: 'enough', in: -85 },
      },
    ],
    isOpened: true,
  },
  {
    title: 'Rules for buying goods and services',
    organisation: 'Finance',
    whoDecides: 'Audit committee',
    decidesIn: -27,
    by: 'clerk',
    writtenBy: 'Head of procurement',
    answers: [
      {
        effect: 'helps',
        why: 'Every contract over a million pounds now offers a work placement to a care leaver. The paper was decided before this was written down.',
        principles: [5, 7],
        howAsked: 'Nobody was asked before the decision. The forum has it on its next agenda.',
        saidIn: -6,
      },
    ],
  },
  {
    title: 'Shops that sell vapes near schools',
    organisation: 'Public Health',
    whoDecides: 'Licensing committee',
    decidesIn: 9,
    by: HEALTH,
    writtenBy: 'Public health specialist',
    answers: [
      {
        effect: 'helps',
        why: 'Children in our homes are offered vapes more often than others of their age; fewer shops within a ten-minute walk of two of our homes helps.',
        principles: [1],
        howAsked: 'A worker talked about it at tea in each home. We will ask the older ones in the group next month.',
        plain: 'Fewer shops near schools and homes may sell vapes.',
        saidIn: -4,
      },
    ],
  },
  {
    title: 'Bus fares for people of 16 to 25',
    organisation: 'Highways and Transport',
    whoDecides: 'Cabinet',
    decidesIn: 16,
    by: 'clerk',
    writtenBy: 'Public transport manager',
    answers: [
      {
        effect: 'helps',
        why: 'A free pass for care leavers until 25, on every bus in the county. Going to work from the Vale costs 38 pounds a week today.',
        principles: [4, 5, 7],
        howAsked: 'The idea came from the Monday forum. Two of its members helped to write the answer.',
        plain:
          'If you have left our care, every bus in the county is free for you until you are 25. The pass looks like everybody else’s.',
        saidIn: -20,
        review: { outcome: 'enough', in: -17 },
      },
    ],
    isOpened: true,
    comments: [
      {
        by: 'young adult',
        typed: 'What about the night bus? I finish at the bakery at 4 in the morning.',
        in: -9,
        passed: { words: 'What about the night bus, for people who finish work at night?', in: -8 },
      },
      {
        by: 'representative',
        typed: 'Does it work on the train to college as well? Half of us go by train.',
        in: -2,
      },
    ],
  },
  {
    title: 'Ninety new homes at Mill Lane',
    organisation: 'Planning',
    whoDecides: 'Planning committee',
    decidesIn: 24,
    by: HOUSING,
    writtenBy: 'Principal planner',
    answers: [
      {
        effect: 'no difference',
        why: 'The report is about land use. No difference to this group.',
        principles: [],
        howAsked: 'The public was consulted.',
        saidIn: -11,
        review: {
          outcome: 'ask again',
          words:
            'Ninety homes, and none for anybody who grew up with us? Say how many one-bedroom flats there are, and whether a foster family could live in the larger ones.',
          in: -7,
        },
      },
    ],
  },
  {
    title: 'One waiting list for talking therapies',
    organisation: TRUST,
    whoDecides: 'Health governing board',
    decidesIn: 38,
    by: 'author',
    writtenBy: 'Planning manager, health trust',
    answers: [
      {
        effect: 'could harm',
        why: 'With one list, a child who moves into the county in our care would begin at its end again.',
        aboutHarm:
          'Time waited elsewhere counts. The trust’s list manager checks each move with the designated nurse, from the first day.',
        principles: [1, 4, 6],
        howAsked: 'The designated nurse asked seven young people who had waited twice.',
        plain: 'If you move, you do not start waiting from the beginning. The weeks you waited before count.',
        saidIn: -3,
      },
    ],
  },
  {
    title: 'Selling the Old Bakery',
    organisation: 'Property',
    whoDecides: 'Cabinet',
    decidesIn: 45,
    by: 'lead',
    writtenBy: '',
    answers: [],
  },
]

export interface DemoCheckedPlan {
  title: string
  reference: string
  organisation: string
  reviewIn: number
  includes: Includes
  words: string
  saidBy: string
  saidIn: number | null
  section?: string
  approvedBy?: string
  approvedIn?: number
}

export const CHECKED_PLANS: DemoCheckedPlan[] = [
  {
    title: 'Community safety plan',
    reference: 'CSP 3',
    organisation: 'Community safety partnership',
    reviewIn: -74,
    includes: 'not known',
    words: '',
    saidBy: '',
    saidIn: null,
  },
  {
    title: 'Local transport plan',
    reference: 'T 11',
    organisation: 'Highways and Transport',
    reviewIn: -19,
    includes: 'no',
    words: 'They are nowhere in it. The paper on bus fares is the first that names them.',
    saidBy: 'Public transport manager',
    saidIn: -40,
  },
  {
    title: 'Digital inclusion plan',
    reference: 'D 2',
    organisation: 'Culture and Leisure',
    reviewIn: 48,
    includes: 'partly',
    words: 'A laptop at sixteen is in it; a connection in the first flat is not.',
    saidBy: 'Head of libraries',
    saidIn: -130,
  },
  {
    title: 'Housing strategy',
    reference: 'H 7',
    organisation: 'Housing and Communities',
    reviewIn: 190,
    includes: 'yes',
    words: 'Chapter 4: flats for care leavers, and houses large enough for foster families.',
    saidBy: 'Director of Housing and Communities',
    saidIn: -210,
  },
  {
    title: 'Equality policy',
    reference: 'E 1',
    organisation: 'Policy',
    reviewIn: 262,
    includes: 'yes',
    words: 'Care experience is treated as if it were a characteristic that the law protects.',
    saidBy: 'Head of policy',
    saidIn: -96,
    section:
      'Nobody is treated worse here because they were in care: not in a job interview, not at a counter, not in a letter.\n\nWe ask about care experience only where it opens something, and say what it opens. Whoever answers can change their answer, and it goes no further than they say.',
    approvedBy: 'care-experienced officer',
    approvedIn: -92,
  },
  {
    title: 'Health and wellbeing strategy',
    reference: 'HWB 5',
    organisation: 'Health governing board',
    reviewIn: 395,
    includes: 'yes',
    words: 'Its second aim: checks, dentists and someone to talk to, on time.',
    saidBy: 'Director of Public Health',
    saidIn: -60,
  },
  {
    title: 'Local plan: where homes are built',
    reference: 'P 20',
    organisation: 'Planning',
    reviewIn: 610,
    includes: 'partly',
    words: 'Small children’s homes are allowed for; one-bedroom flats are not counted for care leavers.',
    saidBy: 'Principal planner',
    saidIn: -150,
  },
]

/** Documents that belong beside the plans: what each is, and how old. */
export const RELATED_DOCUMENTS: { title: string; whatItIs: string; link: string; datedIn: number | null }[] = [
  {
    title: 'Adoption: the year',
    whatItIs: 'How many children were adopted, how long they waited, and what helps afterwards.',
    link: 'https://council.example/adoption-year',
    datedIn: -160,
  },
  {
    title: 'Our homes: statements of purpose',
    whatItIs: 'What each of the council’s own homes is for, and who looks after it.',
    link: 'https://council.example/homes',
    datedIn: -240,
  },
  {
    title: 'Fostering: the year',
    whatItIs: 'Who fosters here, who began and who stopped, and why.',
    link: 'https://council.example/fostering-year',
    datedIn: -130,
  },
  {
    title: 'The board’s terms of reference',
    whatItIs: 'Who sits on the board, and what it may ask of whom.',
    link: 'https://council.example/board',
    datedIn: -365,
  },
  {
    title: 'What care leavers can get: the local offer',
    whatItIs: 'Money, homes, work and people to ring, until 25.',
    link: 'https://council.example/local-offer',
    datedIn: -80,
  },
]

export const WORD_MEANINGS: [word: string, meaning: string][] = [
  ['Cabinet', 'Ten councillors who decide most things for the council.'],
  ['Commissioner', 'Somebody who chooses and pays for a service, and does not run it.'],
  ['Corporate parent', 'The whole council, as the parent of every child in its care. So are those who work with it.'],
  ['Key stage', 'A few years of school that belong together.'],
  ['Local offer', 'The list of everything a care leaver can get here.'],
  ['Scrutiny', 'Councillors who check in public whether the council does what it says.'],
  ['Virtual school', 'People who see that every child in care does well in their own school. It has no building.'],
]
