import type { DemoItem } from './board.ts'
import { papersPaper } from './board-papers.ts'

const GROUP = 'the Children in Care Council'

interface PastMeeting {
  theme: string
  items: DemoItem[]
}

/** Twelve meetings, the latest first: one theme each from a rota, young people's item first, and what was decided. */
export const pastMeetings: PastMeeting[] = [
  {
    theme: 'Growing up and moving on',
    items: [
      {
        title: '“We did”: goodbye visits, and what we think of them',
        by: GROUP,
        challenge: 'goodbye',
        decision: {
          title: 'Goodbye visits stay, and are counted every quarter',
          outcome: 'yes',
          words:
            'The board agreed that goodbye visits are now part of how every worker leaves, and that the count comes to each meeting with what young people say of it.',
          planAction: 'A worker who leaves says goodbye in person and brings the new one along',
          actions: [
            [
              'Put the count into the quarterly figures',
              'Senior performance analyst',
              60,
              'The quarterly figures, page 3',
            ],
          ],
        },
      },
      {
        title: 'Papers that are mine',
        paper: papersPaper,
        decision: {
          title: 'A passport evening in three towns, twice a year',
          outcome: 'yes',
          planAction: 'A passport by sixteen',
          words:
            'The board agreed three passport evenings this half-year and three the next, with the photo booth, and asked the leader of the council to write to the third bank.',
          whatCame:
            'The first two evenings were held within two months. Most of those who came went home with a form that was signed and paid for.',
          actions: [
            ['Hold the first three evenings', 'Head of service for first steps and moving on', 120],
            ['Write to the third bank', 'Leader of the council', 30, 'The letter, and the bank’s yes'],
          ],
        },
      },
      {
        title: 'Rent guarantees for first flats',
        decision: {
          title: 'The council stands behind the first tenancy',
          outcome: 'yes',
          words: 'The board agreed to ask cabinet for a guarantee on the first tenancy of every care leaver up to 25.',
          whatCame: 'Cabinet agreed. Twelve young people have signed a lease with it.',
          actions: [['Take the paper to cabinet', 'Director of Housing and Communities', 60, 'Cabinet minutes']],
        },
      },
    ],
  },
  {
    theme: 'Learning and school',
    items: [
      {
        title: '“Nobody told me that my worker was leaving”',
        by: GROUP,
        challenge: 'goodbye',
        decision: {
          title: 'The answer is sent back: what will be different?',
          outcome: 'noted',
          words:
            'The group said that a reminder to managers was not an answer. The director will come back with who does what, and from when.',
        },
      },
      {
        title: 'Laptops that arrive before the homework',
        decision: {
          title: 'A laptop within two weeks of a new school',
          outcome: 'yes',
          words: 'The board agreed that a laptop is ordered on the day a school place is known.',
        },
      },
    ],
  },
  {
    theme: 'Health and feeling well',
    items: [
      {
        title: 'A phone for everybody at ten?',
        by: GROUP,
        decision: {
          title: 'No phone for all at ten, because homes and children differ',
          outcome: 'no, because',
          words:
            'The group asked for a phone of one’s own for every child at ten. The board said no to one rule for all, because some families, carers and schools have agreed to wait until secondary school, and some children told us that they feel safer without one. The board said yes to what lay behind it: every child of ten can call their family and their worker in private from where they live, today.',
          whatCame:
            'The chair went to the group’s next meeting and told them herself, with the reasons, before it was in any minutes. They said it was fair, and that they would have said no too for some of the younger ones.',
          actions: [
            [
              'Check every home for a way to call in private',
              'Head of service for children in our care',
              90,
              'The list of homes, all checked',
            ],
          ],
        },
      },
      {
        title: 'Waiting for someone to talk to',
        decision: {
          title: 'A first talk within four weeks',
          outcome: 'yes',
          words: 'The board agreed with the health trust that the first talk is offered within four weeks of asking.',
        },
      },
    ],
  },
  {
    theme: 'Homes and people who stay',
    items: [
      {
        title: 'Why are we taken out of lessons for meetings?',
        by: GROUP,
        decision: {
          title: 'No meeting about a child in lesson time, unless the child wants it',
          outcome: 'yes',
          words: 'The board asked every school and team to hold meetings outside lessons, and to ask the child first.',
          whatCame: 'Reviews in lesson time fell from about half to one in ten within two terms.',
          actions: [['Write to every school', 'Director of Education and Skills', 21, 'The letter to schools']],
        },
      },
      {
        title: 'Emergency homes',
        decision: {
          title: 'Six homes are kept free for emergencies, for a year',
          outcome: 'yes',
          words: 'The board agreed to keep six homes free, and to look at the cost and the figure after a year.',
        },
      },
    ],
  },
  {
    theme: 'Voice and rights',
    items: [
      {
        title: 'Words we do not like',
        by: GROUP,
        decision: {
          title: 'Our own list of words',
          outcome: 'yes',
          words: 'The board agreed that the group’s list of words is used in every letter and on every page.',
          whatCame: '“Contact” became “family time” in all letters within a month.',
        },
      },
      { title: 'Advocates: who is offered one, and when' },
    ],
  },
  {
    theme: 'Growing up and moving on',
    items: [
      {
        title: 'A sleepover should not be a form',
        by: GROUP,
        challenge: 'sleepover',
        decision: {
          title: 'Carers decide about sleepovers',
          outcome: 'yes',
          words:
            'The board agreed that everyday permissions lie with the carer unless the plan says otherwise and why.',
          whatCame: 'Every carer has it in writing; the group tried it, and it worked.',
        },
      },
      { title: 'Apprenticeships in the council' },
    ],
  },
  {
    theme: 'Learning and school',
    items: [
      { title: 'Our school plans, in words we understand', by: GROUP },
      {
        title: 'Home tutors',
        decision: {
          title: 'Tutors may come to the home',
          outcome: 'yes',
          words:
            'The board agreed to pay tutors for coming to the home when a child has been out of school for a week.',
        },
      },
    ],
  },
  {
    theme: 'Health and feeling well',
    items: [
      { title: 'The dentist', by: GROUP },
      {
        title: 'Glasses',
        decision: {
          title: 'A second pair without asking',
          outcome: 'yes',
          words: 'The board agreed that a second pair of glasses is ordered with the first.',
        },
      },
    ],
  },
  {
    theme: 'Homes and people who stay',
    items: [
      {
        title: 'Moving day: boxes, not bin bags',
        by: GROUP,
        decision: {
          title: 'A suitcase for every child',
          outcome: 'yes',
          words: 'The board agreed that nobody’s things are ever moved in a bin bag, and bought two hundred suitcases.',
          whatCame: 'Suitcases are in every office and every car pool; bags are not.',
        },
      },
      { title: 'Foster carers we need, and where' },
    ],
  },
  {
    theme: 'Voice and rights',
    items: [{ title: 'How to complain without being afraid', by: GROUP }, { title: 'The year in complaints' }],
  },
  {
    theme: 'Growing up and moving on',
    items: [
      { title: 'Our first Christmas in our own flat', by: GROUP },
      {
        title: 'Setting-up home allowance',
        decision: {
          title: 'The allowance is paid before the move',
          outcome: 'yes',
          words: 'The board agreed that the setting-up home allowance is paid before the keys, not after the receipts.',
        },
      },
    ],
  },
  {
    theme: 'Learning and school',
    items: [
      {
        title: 'Why our group wants to go first',
        by: GROUP,
        decision: {
          title: 'Young people’s item is first at every meeting',
          outcome: 'yes',
          words: 'The board agreed that its first item belongs to young people, always.',
          planAction: 'Put an item chosen by young people first at every board meeting',
        },
      },
      { title: 'A strategy in plain words' },
    ],
  },
]
