import { addDays, addMonths, collectionYear, collectionYearOf, type IsoDate } from '../domain/shared/calendar-date.ts'

/** Reports of Exampleshire: two of One Year On and an annual report that are out, and one that is being written. */
export interface DemoReport {
  kind: 'annual report' | 'one year on'
  title: string
  from: IsoDate
  to: IsoDate
  /** Of each part: what stands in it, and the same for children. */
  words: Record<string, [words: string, forChildren: string]>
  isOut: boolean
}

export function makeReports(today: IsoDate): DemoReport[] {
  const year = collectionYear(collectionYearOf(today) - 1)
  const name = `${year.from.slice(0, 4)} to ${year.to.slice(0, 4)}`
  const reports: DemoReport[] = [
    {
      kind: 'one year on',
      title: 'One Year On, at half-time',
      from: addDays(addMonths(today, -12), 1),
      to: addMonths(today, -6),
      words: {
        foreword: [
          'Half a year has gone since every director gave their word. Young people asked not to wait for the end of it: this says what was done by half-time, and what nobody has begun.',
          '',
        ],
        silent: ['There is time yet. Whoever stands here was rung, and said when they will begin.', ''],
      },
      isOut: true,
    },
    {
      kind: 'one year on',
      title: 'One Year On: what came of our word',
      from: addDays(addMonths(today, -12), 1),
      to: today,
      words: {
        foreword: [
          'A year ago every director stood up in front of young people and gave their word. This says what came of it: not who said they would, but what children would notice.\n\nTwo offers broke down this year. They are listed with the others, and one is open again.',
          '',
        ],
        silent: [
          'Each director named here has been asked for a word by the next meeting. Nobody is late in secret.',
          '',
        ],
      },
      isOut: true,
    },
    {
      kind: 'annual report',
      title: `Being a parent to our children: ${name}`,
      ...year,
      words: {
        foreword: [
          'A council is a parent of many children, and a parent is asked every day. Once a year we answer all at once, in front of everybody.\n\nWe begin with what children asked us to look at: how often they move, how far from home they live, and how many workers they have to get to know.',
          'This is about you and all the children we look after. Once a year we have to say what we did for you. Here it is.',
        ],
        promises: [
          'Our pledge has ten promises. Nobody set how they stand: it is worked out from how many children each was kept for.\n\nWhere we do not know, we say so, and it is not a kept promise.',
          'We made ten promises. Some we kept. Some we did not keep for everyone yet. We wrote down which.',
        ],
        voices: [
          'What children say together reaches the board only as what many of them said. What came of it was told to them first.\n\nThe answer “no” is printed with its reason.',
          'You told us about pets, buses and goodbyes. We answered you first, before anybody else.',
        ],
        figures: [
          'Fewer moves is not the aim; fewer moves that nobody planned is. The figures follow late, and we look at each child and not only at the total.',
          'You asked us to count how often children move home and how many workers they have. We count, and we try to make it fewer.',
        ],
        challenges: [
          'A challenge stays open until those who raised it say it is answered. That is why some are older than we would like.',
          'Young people asked the big bosses hard questions. A question is only done when the young people say so.',
        ],
        plan: [
          'What is late has a reason beside it in the plan itself. What nobody owns was given an owner at the last meeting, or taken out.',
          '',
        ],
        board: [
          'The first item of every meeting was young people’s. Partners came more often than the year before; housing sent somebody twice.',
          '',
        ],
        members: [
          'Councillors knocked on doors, asked what a bus contract does for our children, and came back to say what happened. Every member is asked to learn something each year; not every one has.',
          'People on the council came to see where children live, gave out cups, and asked hard questions in big meetings.',
        ],
        next: [
          'A second home of our own opens. Every child who changes worker gets a goodbye and a hello. The board asks of each paper what it does for children, and counts the answers.',
          'Next year there will be a new house near home for some of you. If your worker changes, you will get a proper goodbye.',
        ],
      },
      isOut: true,
    },
    {
      kind: 'annual report',
      title: 'Being a parent to our children: this year, so far',
      from: addDays(year.to, 1),
      to: today,
      words: {
        promises: ['To be written with the participation team after the summer conversation.', ''],
      },
      isOut: false,
    },
  ]
  return reports.filter(({ from, to }) => from < to)
}
