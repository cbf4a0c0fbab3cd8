/** What was said, as minuted, on the items of the latest four meetings: by the item's title. Nobody's name is in it. */
export const boardMinutes: Record<string, string> = {
  '“We did”: goodbye visits, and what we think of them':
    'The group told the board what a goodbye visit is like when it is done well: both workers come, there is time, and somebody brings cake. Two of them had one by telephone and said that it does not count.\n\nThe director said that the count was 44 of 51 and that the other seven had been written to. A member asked what happens when a worker is suddenly ill. The director said that the team manager then comes, and says so.\n\nThe chair thanked the group and asked whether the answer was one they accept. They said yes, and asked the board to keep counting.',
  'Papers that are mine':
    'The head of service said that the passport evenings fill up, and that the photo booth is what people come for. One bank still asks for a proof of address that a child in a children’s home cannot have.\n\nA young representative asked why the evenings are all in the north. The board agreed to hold the next ones in three towns.',
  'Rent guarantees for first flats':
    'The director of housing set out what a guarantee costs and what it saves. Members asked what happens when rent is not paid; the answer was that a worker calls within the week, before anybody writes a letter.',
  '“Nobody told me that my worker was leaving”':
    'The group read out what three of them had said, without names. The director’s answer was that managers had been reminded. The group said that a reminder is not a goodbye. Members agreed, and sent the answer back.',
  'Laptops that arrive before the homework':
    'The head of the virtual school said that half of the laptops came within two weeks and some took two months. The delay is the order, not the shop. The board agreed that the order is made on the day a school place is known.',
  'A phone for everybody at ten?':
    'The group made its case with a drawing of a telephone box. Carers and schools had sent their views. Some younger children had told the group’s worker that they feel safer without a phone of their own.\n\nThe chair said that the answer would be told to the group before it was in any minutes.',
  'Waiting for someone to talk to':
    'The health trust gave the waiting times by month. A member asked whether waiting is longer for those who move. It is, because a new referral begins again. The trust will let a referral move with the child.',
  'Why are we taken out of lessons for meetings?':
    'The group had counted: of the last twenty meetings about them, eleven were in lesson time. A head teacher on the board said that schools had never been asked. The board asked every school and team to hold meetings outside lessons.',
}

/** How actions stand that are not done, as their owners said it: by the action's words. */
export const actionUpdates: Record<string, { said: 'on the way' | 'stuck'; words: string }[]> = {
  'Hold the first three evenings': [
    { said: 'stuck', words: 'The hall in the second town was double booked; the library has offered its long room.' },
    { said: 'on the way', words: 'Two evenings held, 41 forms signed and paid for. The third is in the diary.' },
  ],
}

/** What everybody was told of challenges that were accepted as answered: by the challenge's title. */
export const challengesTold: Record<
  string,
  { youSaid: string; kind: 'we did' | 'we will' | 'no, because'; answer: string }
> = {
  'Why is a sleepover a form?': {
    youSaid: 'A sleepover at a friend’s takes a form, a check and two signatures, and by then the party is over.',
    kind: 'we did',
    answer:
      'Your carer decides about a sleepover, as any parent would, unless your plan says otherwise and tells you why.',
  },
  'Tell me before my worker leaves': {
    youSaid: 'Nobody tells us before our worker leaves, and we cannot say goodbye.',
    kind: 'we did',
    answer:
      'A worker who leaves now plans a goodbye visit with you, and brings the new one along. The board counts them every quarter.',
  },
}

/** What somebody asked the council for, and what was withheld of it. */
export const requestsForInformation = [
  {
    reference: 'FOI 2041',
    subject: 'Everything the board was told and decided about goodbye visits and workers who leave.',
    words: 'goodbye OR "worker was leaving"',
    daysAgo: 12,
    withhold: {
      title: 'Tell me before my worker leaves',
      exemption: 'section 40',
      why: 'The words of a small group of young people could show who they are.',
      instead: 'The group asked to be told by the worker, early, and to be able to say goodbye.',
    },
  },
] as const

/** Elections of the last years, in days before today: the time before each is over. */
export const pastElections = [{ why: 'County council elections', from: 240, to: 199 }] as const
