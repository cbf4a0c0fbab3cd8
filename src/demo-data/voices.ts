// Long because it is what Exampleshire's children say, each in their own way.
import { addDays, ageOn, type IsoDate } from '../domain/shared/calendar-date.ts'
import type { Feeling, SayPicture } from '../domain/voice/say-set.ts'
import type { DemoChild, DemoCouncil, DemoStaff } from './demo-council.ts'
import { makeRandom } from './random.ts'

export type ThemeKey = 'pets' | 'goodbye' | 'siblings' | 'papers' | 'sleepover' | 'bus'

export interface DemoTheme {
  key: ThemeKey
  title: string
  about: string
  /** What it is joined to: the number of a promise, a challenge by its title, an item of the next meeting by its title. */
  promise?: number
  challenge?: string
  item?: string
  answer?: {
    kind: 'we did' | 'we will' | 'no, because'
    words: string
    decision?: string
    /** Days before today on which it was written, and on which each was told, in the order of telling. */
    ago: number
    told: number[]
  }
}

export interface DemoView {
  /** Who says it: somebody of this age. */
  ages: [from: number, to: number]
  words: string
  feeling?: Feeling
  pictures?: SayPicture[]
  beside?: 'a friend' | 'someone at home' | 'my worker' | 'another adult'
  theme?: ThemeKey
  /** Days before today. */
  ago: number
  answer?: {
    words: string
    changes?: string
    /** Days from today by which it is to be done. */
    byIn?: number
    /** Days after it was said. */
    after: number
    /** Hard news: days after the answer on which a person told them, or null while they have not. */
    told?: number | null
  }
  reply?: 'yes' | 'a bit' | 'no'
  isOpened?: boolean
  isTakenBack?: boolean
  isAboutAdult?: boolean
}

export const demoThemes: DemoTheme[] = [
  {
    key: 'pets',
    title: 'Pets',
    about: 'Animals left behind in a move, seeing them again, and homes that take them.',
    promise: 2,
    challenge: 'Can our pets come too?',
    item: 'Can our pets come too?',
  },
  {
    key: 'goodbye',
    title: 'Tell me before my worker leaves',
    about: 'Hearing it from the worker, early, and saying goodbye.',
    promise: 3,
    challenge: 'Tell me before my worker leaves',
    answer: {
      kind: 'we did',
      words:
        'Every worker who leaves now comes to say goodbye and brings the new one along. 44 of 51 young people had that visit. We said sorry to the others, and asked what they would like instead.',
      decision: 'Goodbye visits stay, and are counted every quarter',
      ago: 86,
      told: [84, 70, 60, 45],
    },
  },
  {
    key: 'siblings',
    title: 'Seeing my brothers and sisters',
    about: 'How often, for how long, and who gets everybody there.',
    promise: 7,
    answer: {
      kind: 'we will',
      words:
        'We will write down for each of you how often you meet, and who drives. If a day is called off, a new one is found within two weeks. We begin with those who told us, and tell you by spring how many of those days really happened.',
      ago: 20,
      told: [16, 9],
    },
  },
  {
    key: 'papers',
    title: 'A card and a passport of my own',
    about: 'Bank cards, passports and the forms between.',
    promise: 4,
    item: 'Papers that are mine: what young people say',
    answer: {
      kind: 'we did',
      words:
        'There are passport evenings with a photo booth in three towns now, and nobody has to pay. One bank still says no without a parent. The leader of the council wrote to them, and they have said yes from next month.',
      decision: 'A passport evening in three towns, twice a year',
      ago: 50,
      told: [48, 41, 33, 21],
    },
  },
  {
    key: 'sleepover',
    title: 'Sleeping at a friend’s',
    about: 'Being asked in time, like anybody else.',
    answer: {
      kind: 'no, because',
      words:
        'You asked that nobody has to say yes at all. To that we say no, because somebody has to know where you are at night, as any parent does. But it is no form any more: your carer can say yes the same day, and only a judge’s order can stop it. Tell us if a carer says that they have to ask us.',
      ago: 120,
      told: [117, 110, 92, 80],
    },
  },
  { key: 'bus', title: 'The bus on Sundays', about: 'Getting to work or family when no bus goes.' },
]

/** The picker's youngest child says this, and an answer waits. */
export const dogView: DemoView = {
  ages: [9, 9],
  words: 'I miss my dog',
  feeling: 'sad',
  pictures: ['dog', 'heart'],
  theme: 'pets',
  ago: 6,
  answer: {
    words:
      'Thank you for telling me about Biscuit. I rang to ask how he is. He is well, he is a bit fat, and he sleeps on your old blue blanket.',
    changes: 'Biscuit comes to see you in the park, and I come too.',
    byIn: 8,
    after: 3,
  },
}

const sure = (words: string, after: number) => ({ words, after })

export const demoViews: DemoView[] = [
  // Pets
  {
    ages: [6, 9],
    words: 'where is my cat',
    feeling: 'worried',
    pictures: ['cat', 'house'],
    theme: 'pets',
    ago: 12,
    isOpened: true,
  },
  {
    ages: [6, 9],
    words: '',
    feeling: 'sad',
    pictures: ['cat', 'bed'],
    beside: 'someone at home',
    theme: 'pets',
    ago: 31,
    answer: sure(
      'I saw the cat and the bed. Does it mean that she slept with you? I will ask if you can have a photo of her by your bed.',
      2,
    ),
    reply: 'yes',
  },
  {
    ages: [8, 11],
    words: 'My hamster is called Sir Nibbles and nobody will say if he is dead. I would rather know.',
    feeling: 'worried',
    theme: 'pets',
    ago: 40,
    answer: {
      words:
        'You asked me straight, so I say it straight. Sir Nibbles died in the summer. Your gran buried him under the apple tree with his wheel. I am sorry that nobody told you.',
      changes: 'We go and see the apple tree together.',
      after: 4,
      told: 1,
    },
    reply: 'yes',
  },
  {
    ages: [8, 11],
    words: 'Can I have a fish? Only one. I asked at home and they said ask you.',
    feeling: 'happy',
    theme: 'pets',
    ago: 22,
    answer: sure('Yes. You do not need me for a fish, and I have told them so. Send me a photo.', 1),
    reply: 'yes',
  },
  {
    ages: [9, 12],
    words: 'I want to live where there is a dog. Not any dog. A big one that is not scared of the hoover.',
    feeling: 'ok',
    pictures: ['dog'],
    theme: 'pets',
    ago: 55,
    answer: sure(
      'I have written “a big dog” at the top of what we look for. It may take a while, and I will tell you on the first of each month how it stands.',
      2,
    ),
    reply: 'a bit',
  },
  {
    ages: [10, 13],
    words: 'They said the rabbits went to a farm. Everybody knows what that means.',
    feeling: 'angry',
    theme: 'pets',
    ago: 70,
    answer: sure(
      'This time it was true: they are at a rescue place and there is a film of them. I will bring it on my phone on Tuesday.',
      3,
    ),
    reply: 'yes',
  },
  {
    ages: [12, 15],
    words: 'When I moved I got told to pack in a hour and my dog wasnt on the list. Hes 11. Dogs dont wait',
    feeling: 'angry',
    theme: 'pets',
    ago: 17,
    answer: {
      words:
        'You are right to be angry. He should have been on the list. I found out where he is and he is fine. I cannot promise that he can live with you. I can promise that you see him.',
      changes: 'A visit to him, every second Saturday',
      byIn: 4,
      after: 1,
    },
    reply: 'a bit',
  },
  {
    ages: [12, 15],
    words: 'could foster carers put on their page if they got pets and what kind. I sneeze with cats but nobody asked',
    theme: 'pets',
    ago: 90,
    answer: sure(
      'Good idea, and we are doing it: every carer’s page gets a line about animals. Yours will say no cats.',
      5,
    ),
    reply: 'yes',
  },
  {
    ages: [13, 16],
    words: 'its stupid but I miss the parrot more than my stepdad',
    feeling: 'ok',
    theme: 'pets',
    ago: 35,
    answer: sure(
      'It is not stupid. I laughed, and then I did not. Shall we ask for a recording of him? He must still say your name.',
      2,
    ),
    reply: 'yes',
  },
  {
    ages: [14, 17],
    words:
      'I look after the neighbours dog here and it is the best hour of the day. Please put that in my plan so the next place knows.',
    feeling: 'happy',
    theme: 'pets',
    ago: 48,
    answer: sure('It is in your plan now, in your words. I read it to you on Thursday.', 3),
    reply: 'yes',
  },
  {
    ages: [15, 17],
    words: 'Supported housing says no animals. Not even a gecko. Who decides that and can I talk to them',
    theme: 'pets',
    ago: 9,
    isOpened: true,
  },
  // Tell me before my worker leaves
  {
    ages: [7, 11],
    words: 'A lady came and said she is my new worker. I said I have one.',
    feeling: 'worried',
    theme: 'goodbye',
    ago: 210,
    answer: sure(
      'That was wrong, and I am sorry. He is coming on Friday to say goodbye properly and to tell you why.',
      2,
    ),
    reply: 'a bit',
  },
  {
    ages: [8, 11],
    words: 'Did I do something so she left',
    feeling: 'sad',
    theme: 'goodbye',
    ago: 205,
    answer: {
      words:
        'No. You did nothing wrong. She has a baby coming and could not do long drives any more. She wrote you a card. I read it to you when I came.',
      after: 1,
      told: 0,
    },
    reply: 'yes',
  },
  {
    ages: [10, 13],
    words: 'I have had six. I made a list. I would like to keep the seventh for two birthdays.',
    theme: 'goodbye',
    ago: 230,
    answer: sure(
      'I cannot promise two birthdays. I promise that if I ever go you hear it from me, at least a month before, face to face.',
      4,
    ),
    reply: 'yes',
  },
  {
    ages: [12, 15],
    words: 'You get told by a text. A TEXT. From the office phone so you cant even write back',
    feeling: 'angry',
    theme: 'goodbye',
    ago: 198,
    answer: sure(
      'You are right. I have taken this to the people who decide, and it is now a rule that nobody is told by text.',
      6,
    ),
    reply: 'a bit',
  },
  {
    ages: [13, 16],
    words:
      'She was the only one who knew about the thing with my mum. Now I have to say it again to somebody or leave it.',
    feeling: 'sad',
    theme: 'goodbye',
    ago: 190,
    answer: sure('You do not have to say it again. With your yes she tells me what you choose, and nothing else.', 2),
    reply: 'yes',
  },
  {
    ages: [14, 17],
    words: 'Goodbye visit was alright tbh. He brought the new one and chips.',
    feeling: 'happy',
    theme: 'goodbye',
    ago: 64,
    answer: sure('I will tell them: chips help. Thank you for saying so.', 2),
    reply: 'yes',
  },
  {
    ages: [15, 18],
    words: 'Same for reviewing officers pls. Mine just changed name on the letter.',
    theme: 'goodbye',
    ago: 58,
    answer: sure('You are right, and the young representatives have asked the board for exactly that.', 3),
    reply: 'a bit',
  },
  // Brothers and sisters
  {
    ages: [6, 9],
    words: 'I want to see my baby brother he has teeth now',
    feeling: 'happy',
    pictures: ['family'],
    theme: 'siblings',
    ago: 28,
    answer: {
      words: 'Yes he does, two at the bottom. You see him on Sunday.',
      changes: 'Every second Sunday, two hours',
      byIn: 5,
      after: 2,
    },
    reply: 'yes',
  },
  {
    ages: [7, 10],
    words: '',
    feeling: 'worried',
    pictures: ['family', 'car', 'clock'],
    beside: 'my worker',
    theme: 'siblings',
    ago: 33,
    answer: sure(
      'You showed me family, a car and worried. The car broke down and the day was called off. The new day is Saturday, and I drive you myself.',
      1,
    ),
    reply: 'yes',
  },
  {
    ages: [8, 11],
    words: 'It is my sisters birthday on the 14th. I have to be there because I am the one who does the candles.',
    theme: 'siblings',
    ago: 45,
    answer: sure('You will be there, with the matches. I asked both homes and both said yes.', 2),
    reply: 'yes',
  },
  {
    ages: [10, 13],
    words: 'We are three and we get one hour in a room with a clock on the wall. We would like a garden.',
    feeling: 'sad',
    pictures: ['clock'],
    theme: 'siblings',
    ago: 52,
    answer: {
      words: 'A garden is a fair thing to ask. We found one behind the library that is ours on Saturdays.',
      changes: 'Three hours in the garden, and no clock',
      byIn: 11,
      after: 6,
    },
    reply: 'a bit',
  },
  {
    ages: [12, 15],
    words: 'my brother is 4 and he thinks I left on purpose. can someone tell him in a way he gets it',
    feeling: 'sad',
    theme: 'siblings',
    ago: 15,
    answer: sure(
      'Yes. We make a small book about it, you and I, and his carer reads it to him. You choose the pictures.',
      2,
    ),
    reply: 'yes',
  },
  {
    ages: [12, 15],
    words: 'stop saying CONTACT. its called seeing my sister',
    theme: 'siblings',
    ago: 77,
    answer: sure('You are right. I have stopped, and I told the team why.', 1),
    reply: 'yes',
  },
  {
    ages: [14, 17],
    words: 'They cancelled again. Third time. Nobody is ill, there is just nobody to drive.',
    feeling: 'angry',
    theme: 'siblings',
    ago: 5,
    isOpened: true,
  },
  {
    ages: [15, 18],
    words: 'When Im 18 can my little sister come and live with me. Real question.',
    theme: 'siblings',
    ago: 11,
    isOpened: true,
  },
  // A card and a passport
  {
    ages: [14, 16],
    words: 'School trip to France, everyone has a passport, mine is “in process” since March',
    feeling: 'worried',
    theme: 'papers',
    ago: 61,
    answer: {
      words: 'It was stuck because a form had the wrong name. I drove it there on Monday.',
      changes: 'It is in your hands',
      byIn: 20,
      after: 3,
    },
    reply: 'a bit',
  },
  {
    ages: [15, 17],
    words: 'Got my card!! First thing I bought was socks',
    feeling: 'happy',
    theme: 'papers',
    ago: 26,
    answer: sure('Socks are a very good start. Well done for doing the bank by yourself.', 1),
    reply: 'yes',
  },
  {
    ages: [15, 17],
    words: 'The bank man talked to my carer the whole time like I wasnt there',
    feeling: 'angry',
    theme: 'papers',
    ago: 66,
    answer: sure(
      'I have written to the bank. Next time you sit on the chair that faces him, and your carer on the one behind.',
      4,
    ),
    reply: 'a bit',
  },
  {
    ages: [16, 18],
    words: 'Which name do I put. The one on my birth certificate is not what anyone calls me.',
    feeling: 'worried',
    theme: 'papers',
    ago: 38,
    answer: sure(
      'Both are possible, and it is your choice. We go through it on Wednesday, with somebody who knows the law on names.',
      2,
    ),
    reply: 'yes',
  },
  {
    ages: [16, 18],
    words: 'cant get paid without an account. boss is being nice about it but for how long',
    feeling: 'worried',
    theme: 'papers',
    ago: 72,
    answer: sure('We opened one with you the same week. If your pay is late because of us, we lend you the bridge.', 2),
    reply: 'yes',
  },
  {
    ages: [17, 19],
    words: 'passport photo booth night was good. the pizza was cold',
    theme: 'papers',
    ago: 30,
    answer: sure('Noted: hot pizza. Thank you for coming.', 5),
    reply: 'yes',
  },
  {
    ages: [17, 19],
    words: 'I paid £88 myself because nobody said. Can I have it back?',
    theme: 'papers',
    ago: 44,
    answer: {
      words: 'Yes. It is ours to pay. It will be on your account.',
      changes: '£88 is back on your account',
      byIn: -30,
      after: 2,
    },
    reply: 'yes',
  },
  // Sleeping at a friend's
  {
    ages: [8, 11],
    words: 'Everybody slept in a tent in Mias garden but me',
    feeling: 'sad',
    pictures: ['friends', 'moon'],
    theme: 'sleepover',
    ago: 150,
    answer: sure(
      'I am sorry. Your carer could have said yes by herself, and now she knows. There will be another tent.',
      2,
    ),
    reply: 'a bit',
  },
  {
    ages: [10, 13],
    words: 'Do they really have to do a police check on Aidens mum. She makes lasagne.',
    theme: 'sleepover',
    ago: 146,
    answer: sure('No, they do not. Somebody told you an old rule. Enjoy the lasagne.', 1),
    reply: 'yes',
  },
  {
    ages: [11, 14],
    words: 'By the time the form comes back I am not invited anymore',
    feeling: 'angry',
    theme: 'sleepover',
    ago: 140,
    answer: sure('There is no form any more from today. If somebody asks you for one, show them this.', 4),
    reply: 'yes',
  },
  {
    ages: [12, 15],
    words: 'nobody should have to say yes. its just sleeping',
    theme: 'sleepover',
    ago: 133,
    answer: {
      words:
        'I asked. The answer is no to that part, because somebody has to know where you are at night. But your carer says yes, not us.',
      after: 5,
      told: 1,
    },
    reply: 'no',
  },
  {
    ages: [12, 15],
    words: 'Its embarrassing when my carer rings their mum to ask if theyve got a gun or whatever',
    feeling: 'worried',
    theme: 'sleepover',
    ago: 128,
    answer: sure('It must be. We told carers what to ask and what not to. A hello and a phone number is enough.', 3),
    reply: 'yes',
  },
  {
    ages: [13, 16],
    words: 'went to one. it was fine. nobody died',
    feeling: 'ok',
    theme: 'sleepover',
    ago: 88,
    answer: sure('Best report I have had all year.', 1),
    reply: 'yes',
  },
  // The bus: too few to show
  {
    ages: [16, 19],
    words: 'No bus on Sunday so I walk 6 miles from my shift. Its dark.',
    feeling: 'worried',
    theme: 'bus',
    ago: 8,
    isOpened: true,
  },
  {
    ages: [16, 19],
    words: 'Sunday is the only day I can see nan and its the only day with no bus',
    theme: 'bus',
    ago: 25,
    answer: sure('We pay a taxi for the next four Sundays while we look for something better.', 2),
    reply: 'a bit',
  },
  {
    ages: [17, 19],
    words: 'bus pass doesnt work before 9.30, work starts at 8',
    theme: 'bus',
    ago: 41,
    answer: sure('You are right. Young people with a job get the one that works all day. Yours is in the post.', 3),
    reply: 'yes',
  },
  // What stays between two
  {
    ages: [7, 11],
    words: 'I like it here. Dont change anything.',
    feeling: 'happy',
    pictures: ['house', 'heart'],
    ago: 19,
    answer: sure('I will not. Thank you for telling me. It is written at the front of your plan.', 1),
    reply: 'yes',
  },
  {
    ages: [9, 12],
    words: 'I dont want to talk about it I just want you to know that I am sad on Sundays',
    feeling: 'sad',
    ago: 13,
    answer: sure(
      'Now I know, and I will not ask. I ring you on Sunday at five, and you can hang up whenever you like.',
      1,
    ),
    reply: 'yes',
  },
  {
    ages: [10, 14],
    words:
      'I signed this and my friend wrote it down. I want someone at meetings who signs, not my carer doing it for me.',
    feeling: 'happy',
    beside: 'a friend',
    ago: 24,
    answer: sure('Yes. An interpreter is booked for the next meeting, and you can say beforehand who it should be.', 4),
    reply: 'yes',
  },
  {
    ages: [12, 15],
    words: 'can I stop the tuesday group. its all little kids and the man calls me champ',
    ago: 7,
    answer: sure('Yes. You tell me what you would rather do on Tuesdays, even if it is nothing.', 2),
    reply: 'yes',
  },
  {
    ages: [13, 16],
    words: 'I read what it says about me in the form. It says I am “attention seeking”. I was asking for help.',
    feeling: 'angry',
    ago: 21,
    answer: {
      words:
        'You were asking for help. I have put that in the record beside it, in your words, with today’s date. I am sorry that it was written.',
      changes: 'Your words stand next to theirs',
      byIn: -12,
      after: 3,
    },
    reply: 'a bit',
  },
  { ages: [14, 17], words: 'forget it', ago: 16, isTakenBack: true },
  {
    ages: [15, 18],
    words: 'Thanks for coming to my match. You were the only one there for me and I saw you',
    feeling: 'happy',
    pictures: ['ball'],
    ago: 10,
    answer: sure('I would not have missed it. You played like somebody who knows that they are watched.', 1),
    reply: 'yes',
  },
  {
    ages: [16, 19],
    words: 'I dont get how the money works when I move out. Everyone says a different number.',
    feeling: 'worried',
    ago: 4,
  },
  {
    ages: [12, 16],
    words:
      'My worker reads my messages over my shoulder and says that it is a joke when I ask for it to stop. I do not want them to know that I said it.',
    feeling: 'worried',
    ago: 6,
    isAboutAdult: true,
    answer: {
      words:
        'You did right to tell us. It is not a joke when you have said stop. They do not know that you told me, and they are not the one who decides what happens. I come to you on Wednesday in the lunch break, and we talk only as long as you like.',
      changes: 'You and I talk about what happens next, before anything does.',
      byIn: 3,
      after: 2,
    },
  },
  {
    ages: [10, 13],
    words: 'When can I go home',
    feeling: 'sad',
    pictures: ['house', 'clock'],
    ago: 7,
    answer: {
      words:
        'The meeting decided that you stay where you are until the summer, and then asks again. You will be there for that, and so will I.',
      changes: 'We make the list of what has to be different at home, so that you can see it too.',
      byIn: 14,
      after: 4,
      told: null,
    },
  },
  {
    ages: [11, 15],
    words:
      'I have asked three times about the trip. It is £45. I am tired of being the one who is always “we are checking”.',
    feeling: 'angry',
    ago: 6,
  },
  { ages: [9, 13], words: 'Can you come to parents’ evening and not send a letter', pictures: ['school'], ago: 1 },
  { ages: [11, 15], words: 'I think I want to change my school', ago: 3, isTakenBack: true },
]

export interface PlacedView {
  view: DemoView
  childCode: string
  /** Who it was said to, and who covers for them. */
  readerKey: string
  coverKey: string
  saidOn: IsoDate
}

/** Everybody a child may write to has a cover (rule 7): a colleague of their calling, of their team if there is one, or else a manager. */
export function makeCovers({
  staff,
  relationships,
}: Pick<DemoCouncil, 'staff' | 'relationships'>): { forKey: string; coverKey: string }[] {
  const barred = new Set(relationships.filter(({ role }) => role === 'barred').map(({ personKey }) => personKey))
  const able = staff.filter(({ key }) => !barred.has(key))
  const managers = able.filter(({ role }) => role === 'team_manager')
  return ['social_worker', 'personal_adviser', 'iro'].flatMap((role) => {
    const same = able.filter((person) => person.role === role)
    return staff
      .filter((person) => person.role === role)
      .flatMap(({ key, teamKey }) => {
        const coverKey =
          nextAfter(
            key,
            same.filter((one) => one.teamKey === teamKey),
          ) ??
          nextAfter(key, same) ??
          (managers.find((one) => one.teamKey === teamKey) ?? managers[0])?.key
        return coverKey === undefined ? [] : [{ forKey: key, coverKey }]
      })
  })
}

function nextAfter(key: string, list: DemoStaff[]): string | undefined {
  const after = list.findIndex((one) => one.key > key)
  const order = after < 0 ? list : [...list.slice(after), ...list.slice(0, after)]
  return order.find((one) => one.key !== key)?.key
}

/** Each view with a child of its age, no child twice in one theme; the picker's youngest misses the dog. */
export function makeVoices(
  demo: Pick<DemoCouncil, 'children' | 'staff' | 'teams' | 'relationships' | 'picker'>,
  today: IsoDate,
): PlacedView[] {
  const covers = new Map(makeCovers(demo).map(({ forKey, coverKey }) => [forKey, coverKey]))
  const readers = new Map(
    demo.relationships
      .filter(
        ({ role, endsOn }) =>
          (role === 'social_worker' || role === 'personal_adviser') && (endsOn === null || endsOn >= today),
      )
      .map(({ childCode, personKey }) => [childCode, personKey!] as const),
  )
  const able = demo.children.filter((child) => !child.restricted && covers.has(readers.get(child.code) ?? ''))
  const picked = demo.picker.filter(({ role }) => role === 'child').map(({ childCode }) => childCode)
  const first = able.find(({ code }) => code === picked[0])
  const random = makeRandom('voices')
  const order = random.shuffle(able.filter(({ code }) => code !== first?.code))
  const said = new Map<string, number>()
  const place = (view: DemoView, child: DemoChild): PlacedView => {
    said.set(child.code, (said.get(child.code) ?? 0) + 1)
    const readerKey = readers.get(child.code)!
    return {
      view,
      childCode: child.code,
      readerKey,
      coverKey: covers.get(readerKey)!,
      saidOn: addDays(today, -view.ago),
    }
  }
  const placed = first === undefined ? [] : [place(dogView, first)]
  for (const view of demoViews) {
    const inTheme = new Set(
      placed
        .filter((one) => one.view.theme !== undefined && one.view.theme === view.theme)
        .map(({ childCode }) => childCode),
    )
    const fits = order.filter((child) => !inTheme.has(child.code) && isOfAge(child, view, today))
    const child = fits.toSorted((one, other) => (said.get(one.code) ?? 0) - (said.get(other.code) ?? 0))[0]
    if (child !== undefined) placed.push(place(view, child))
  }
  return placed
}

function isOfAge({ facts }: DemoChild, { ages, ago }: DemoView, today: IsoDate): boolean {
  const born = facts.find(({ kind }) => kind === 'characteristics')?.startsOn
  if (born === undefined) return false
  const age = ageOn(born, addDays(today, -ago))
  return age >= ages[0] && age <= ages[1]
}
