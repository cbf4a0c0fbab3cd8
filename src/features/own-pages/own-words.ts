import type { TextLevel } from '../../domain/own/text-level.ts'
import { sayWords } from './say-words.ts'

/** One text at the three levels of rule 30. A level left out reads as the one before it. */
export type Levels = readonly [toEleven: string, toFifteen?: string, older?: string]

/** Every fixed sentence of these pages. test/policing/reading-age.test.ts keeps every level easy to read. */
export const ownWords = {
  ...sayWords,
  answerWaiting: ['An answer is waiting'],
  answerFor: ['for something you sent'],
  say: ['Say something'],
  sayTo: [
    'to a person you pick. You see who it is before you write.',
    'to someone you choose. You see who before you write.',
  ],
  people: ['My people'],
  promises: ['My promises'],
  promisesAsk: ['what they said they would do, and is it true for you?', 'what they promised, and is it true for you?'],
  notSafe: ['I am not safe'],

  peopleFirst: ['These are your people.', 'These are the people who are here for you.'],
  peopleWhy: [
    'You can ask for any of them. You can ask again.',
    'You can ask for any of them, for any reason, as often as you need.',
  ],
  nobody: [
    'Nobody is named here yet. Tell any grown-up you trust, and ask them to put it right.',
    'Nobody is named here yet. Ask any adult you trust to put that right.',
  ],
  tonight: ['Here tonight', 'There tonight'],
  nobodyTonight: [
    'We do not know yet who is there tonight. Ask the people you live with.',
    'Nobody has told us yet who is there tonight. Ask the people you live with, or call the night number.',
  ],
  worker: [
    'Helps make sure you have a good home, a good school and time with Mum, Dad or others you love. Comes to see you.',
    'Makes sure that your plan happens. Comes to see you, and sorts out home, school and family time with you.',
    'Makes sure that your plan is carried out, visits you, and speaks up for you inside the council.',
  ],
  reviewer: [
    'Runs your big meeting. Checks that people did what they said.',
    'Runs your review meetings, and checks that people do what they said they would.',
    'Chairs your reviews, checks that your plan is carried out, and takes it further when they are not.',
  ],
  adviser: [
    'Helps you get ready for a home of your own.',
    'Helps you get ready for your own place, with money, home and learning.',
    'Helps with home, money, work or learning, and whatever comes next. You choose how often you meet.',
  ],
  carer: ['Looks after you at home.', 'Looks after you at home.', 'Lives with you and looks out for you.'],
  nightStaff: [
    'Is awake all night. You can wake up and talk.',
    'Is awake all night, so you can talk at any time.',
    'Is awake through the night. Knock at any time.',
  ],
  sleepsIn: [
    'Sleeps at your home. You can wake them if you need them.',
    'Sleeps in at your home. You can wake them when you need someone.',
  ],
  onCall: ['Is not there, but will pick up the phone.'],

  promisesFirst: ['What they promised you', 'What the council promised you'],
  promisesWhy: [
    'Look at each one. Then say if it is true for you. You can skip any of them.',
    'Open one to see what was done, and say whether it is true for you. You never have to.',
  ],
  together: ['We do these together', 'These we do together'],
  heritage: ['Where you come from, and who you are'],
  askedOfYou: ['What we ask of you'],
  doneForYou: ['What was done for you'],
  nothingDone: [
    'Nothing is written down on this for you. You can still say what you think.',
    'There is nothing in your record about this yet. What you say counts all the same.',
  ],
  isItTrue: ['Is this true for you?'],
  isItTrueWhy: [
    'You do not have to say. You can change it any time. Nobody sees that it was you.',
    'You never have to say, and you can change it at any time. It is only ever counted with many others.',
    'Answering is up to you, and you can change it at any time. Only counts of more than five people are ever shown.',
  ],
  beside: ['Who is with you now?', 'Who is beside you while you answer?'],
  besideWhy: [
    'It helps us know if you could say what you really think.',
    'We ask so that we know whether you could say what you really think.',
  ],
  saidThanks: ['Thank you. We will keep what you said.'],

  lookFirst: ['Make these pages yours', 'Make these pages yours'],
  lookPicture: ['Your picture'],
  lookColours: ['Your colours'],
  lookLetters: ['Letters'],
  lookWords: ['How much to read'],

  inFirst: ['Hello! Come in.'],
  inHow: ['You have been here before', 'You have been here before'],
  inName: ['Your door name'],
  inNameHint: [
    'Like brave-otter-42. It is on the card you got.',
    'It looks like brave-otter-42. It is on the card you were given.',
  ],
  inCode: ['Your code'],
  inCodeHint: [
    'Six numbers. A grown-up who helps you can get one.',
    'Six numbers. Someone who works with you can make one for you.',
  ],
  inNew: ['I have a code', 'I have a code'],
  inNewWhy: [
    'Is it your first time here? Did you forget your pictures? Use a code.',
    'For your first time, or when you have forgotten your pictures.',
  ],
  inWrong: [
    'That did not work. Look at each letter and number, then try again. After five tries you have to wait a bit.',
    'That did not work. Check each part and try again. After five tries you have to wait fifteen minutes.',
  ],
  keyPick: ['Pick four pictures. They are your secret key.', 'Choose four pictures. They are your secret key.'],
  keyPickWhy: [
    'Keep the order in your head. Do not tell anyone, not even us.',
    'Remember them in this order, and do not tell anyone, not even us.',
  ],
  keyTry: ['Press your four pictures, one by one.'],
  keyPlain: ['Pick at least three different pictures, so that nobody can guess.'],
  keyKeep: ['These are your four pictures. Keep them in your head, in this order.'],
  doorShut: [
    'This door is not open yet. You can talk to any grown-up you trust, or call Childline on 0800 1111.',
    'This door is not open yet. Talk to any adult you trust, or call Childline free on 0800 1111, day or night.',
  ],
  signedIn: ['When someone came in as you', 'When someone signed in as you'],
  lastTime: ['Last time someone came in as you:', 'The last time someone signed in as you:'],
  notMe: ['Was it not you?', 'Was that not you?'],
  signedInWhy: [
    'Was one of these not you? Tell a grown-up you trust. They can get you a new code.',
    'If one of these was not you, tell an adult you trust and ask for a new code.',
  ],
} as const satisfies Record<string, Levels>

export type OwnWord = keyof typeof ownWords

/** A fixed sentence at somebody's level. */
export function sayTo(level: TextLevel, word: OwnWord): string {
  const [first, second = first, third = second]: Levels = ownWords[word]
  return level === 'to 11' ? first : level === '12 to 15' ? second : third
}
