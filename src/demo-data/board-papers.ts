/** The papers of the made-up board's next meeting, as their authors wrote them. An empty text is one that is still missing. */
export interface DemoPaper {
  title: string
  writtenBy: string
  subject: 'words' | 'measure' | 'promises' | 'actions'
  measureId: string | null
  plain: string
  impact: string
  full: string
  isPublished: boolean
}

const NONE = { plain: '', impact: '', full: '', measureId: null, isPublished: false }

export const goodbyePaper: DemoPaper = {
  ...NONE,
  title: 'What a good goodbye looks like',
  writtenBy: 'The Children in Care Council, with the participation officer',
  subject: 'words',
  isPublished: true,
  plain: `When a worker leaves, it matters how. We asked in our group what a good goodbye is, and this is what we agreed.

Tell us early, face to face, and before you tell the office. Tell us why, if you can. Come once more, just to say goodbye and not to fill in a form. Bring the new person with you, so that we do not have to open the door to a stranger. Leave us something: a card, a photo, a page about what we did together.

Before, many of us found out from somebody else. Since the board said yes to goodbye visits it has changed for most of us, and we say thank you. We ask for one more thing: the same when a carer, a reviewing officer or a teacher who knows us goes.`,
  impact:
    'A goodbye is how a child learns that people who leave do not disappear. It costs an hour and is remembered for years.',
  full: `Why we brought this. Earlier this year our group raised a challenge: nobody told us that our worker was leaving. The first answer said that managers had been reminded. We said that this was not an answer, because nothing was different for us. The second answer was a plan, and then it was done.

What is different now. A worker who gives notice has a goodbye visit in the diary within a week. The new worker comes along, or the manager if there is no new worker yet. The visit is written down as what it is. The plan says who makes sure of it.

What we found when we asked. Two of our meetings talked about goodbyes, with drawings for those who would rather draw. Most of us had a visit. Some had a visit that was about a form, and did not know it was the last one until the end. A few of the younger ones keep the card their worker wrote on the wall next to the bed.

What we wrote. Our page “a good goodbye” has five lines: early, in person, with a reason, with the next person, with something to keep. It may be used by anybody who works with us. It says nothing about any one of us.

What we ask the board. First, to agree the page, so that it counts for reviewing officers and foster carers too. Second, to ask schools whether they would use it when a designated teacher leaves. Third, to look again in six months, and to ask us and not only the diary.`,
}

export const homesPaper: DemoPaper = {
  ...NONE,
  title: 'Three or more homes in a year: what moved, and why',
  writtenBy: 'Head of service for children in our care',
  subject: 'measure',
  measureId: 'M20',
  isPublished: true,
  plain: `Some children in our care lived in three homes or more last year. The chart shows how many of every hundred, year by year.

We looked at why homes ended. The commonest reason was that nobody noticed early enough that things were going wrong. The next was that the first home was found in a hurry, on a Friday, far from school.

Since last summer anybody, a carer or a child too, may ask for a “wobble meeting”. It is held within five working days. What the child wants is said first. We also keep six homes free for emergencies, so that a hurried first night does not have to become a hurried first home.

What we do not know yet: whether children think that the meetings help. We will ask them, and bring their answer here.`,
  impact:
    'Every move that does not happen is a school, friends and a bed kept. Children put this measure at the top of what they want us to show.',
  full: `What is counted. The measure counts children in our care on 31 March who had lived in three or more homes in the year before. A stay in hospital or a planned short break is not a home. A child who came into our care during the year is counted with the homes since then. Lower is better. The chart has whole years only; this year so far is not compared with them.

What we did. We read the records of every home that ended without a plan in the last two years, and talked with carers and workers. The reading was done by two reviewing officers who knew none of the children. Three things came up more often than any other: a first home chosen in a hurry, no help for the carer until it was too late, and a change of worker in the month before.

What has changed. Wobble meetings began last summer. The helpline for carers is open until ten at night. Six homes are kept free for emergencies, which costs money when they stand empty; the money comes from fewer homes bought at short notice. The plan’s action on wobble meetings is late in one respect: children are invited but do not yet say first what they want in every meeting.

What the figure cannot tell. A move can be right: to brothers and sisters, back to family, to the home a child asked for. The measure counts those too. It says nothing about how a move was done. A small council would see large swings from a few children; ours is large enough for the trend to mean something, and small enough for one bad month to show.

What we ask the board. To agree that the emergency homes are kept for a second year. To ask for the answer of the children who had a wobble meeting, by the next meeting, collected by somebody who did not run it. To read this measure together with the one on changes of worker, because the reading of records says they go together.`,
}

export const promisesPaper: DemoPaper = {
  ...NONE,
  title: 'Promise by promise: where we stand',
  writtenBy: 'Strategy lead for corporate parenting',
  subject: 'promises',
  isPublished: true,
  plain: `We made ten promises to children and young people. The table says for each how many it is kept for, and who answers for it.

Nobody who answers for a promise can set its state. It follows from the numbers, and where there are none we say that we do not know.

Two things to ask about. The promises we know nothing of: who finds out, and by when? And those that are kept for most: who are the children they are not kept for, and what do they need?`,
  impact:
    'It is their list. A promise that is kept for nine in ten is broken for the tenth, and the board is the place where that is said.',
  full: `How a state is decided. A promise is made to each child, so its state is a share: kept for so many of so many. The rule that turns a share into a word is the same for all promises and stands on the promises page. “On the way” needs a name and a date; when the date has passed it becomes “not kept” without anybody typing it. Proof that has grown old no longer counts, and the promise goes back to “we do not know”.

What changed since last time. Two promises have a count now that had none. One went from “on the way” to “not kept” because its date passed. That is uncomfortable, and it is what the board asked for two years ago.

What children say about the same promises stands beside each on its page, wherever more than five answered. It is not in this table, because a table of both invites a comparison the numbers cannot bear.

What we ask the board. To name, for each promise that we know nothing of, who will find out. To invite the owner of one promise to every meeting, with the young people who chose it.`,
}

export const actionsPaper: DemoPaper = {
  ...NONE,
  title: 'Actions that need somebody',
  writtenBy: 'Strategy lead for corporate parenting',
  subject: 'actions',
  impact: 'An action nobody owns is a promise nobody keeps.',
  full: `The table lists every open action that is late, has no owner, or has nothing that would tell us it worked. Nothing has been filled in to make it shorter.

Late actions are mostly late because of one other thing: a contract, a vacancy, a building. The owner says which on the action’s own page. Those without an owner came from the last strategy and were not taken up by anybody when the service was reorganised.

We ask the board to name an owner today for each action without one, or to end it and say why.`,
}

export const nursePaper: DemoPaper = {
  ...NONE,
  title: 'First health checks: why some were late',
  writtenBy: 'Designated nurse',
  subject: 'words',
  full: `The first health check is due within twenty working days of a child coming into our care. This paper sets out the reasons for checks that were late in the last half-year, and what the two health trusts have agreed.

Most were late because consent came late: the form went to an address the family had left. From this month the form is signed at the first visit, on the worker’s own tablet. Children who live outside Exampleshire wait longest, since another area’s clinic has to find the time; the trusts now pay for a clinic day each month in the two towns where most of them live.`,
}

export const papersPaper: DemoPaper = {
  ...NONE,
  title: 'Papers that are mine: a bank account and a passport by sixteen',
  writtenBy: 'Head of service for first steps and moving on',
  subject: 'measure',
  measureId: 'K01',
  isPublished: true,
  plain: `By sixteen every young person in our care should have a bank account and a passport. Most do. Some do not, and this paper says why.

It is hardly ever the young person. It is a form that needs a parent’s signature, a birth certificate nobody can find, a photo that has to be paid for on the day.

Two banks now open an account with one letter from us. We ask for three passport evenings, in three towns, with the photo booth, pizza and somebody who can sign.`,
  impact:
    'Without papers there is no first job, no school trip abroad and no renting. With them, sixteen is a beginning.',
  full: `What is counted: young people in our care who turned sixteen in the year and had both an account in their own name and a passport on that day. It is checked child by child with each worker every quarter.

Why some have neither. For young people who came here alone a passport is not the right paper; they are counted with the travel paper they are entitled to. For others the birth certificate is missing and has to be ordered, which takes six weeks and a fee that nobody was sure they could pay. The fee is now paid from the team’s own card.

What we ask: three evenings a year, a named person in each team who holds the list, and a letter to the third bank from the leader of the council.`,
}
