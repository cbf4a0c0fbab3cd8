// Long because it is one list: each promise in words for three ages.
import type { TextLevel } from '../domain/own/text-level.ts'

interface Words {
  short: string
  full: string
}

/** One promise of Exampleshire, or what it asks, in words for each level of age. The title is the pledge's own. */
export interface DemoPromiseWords {
  title: string
  words: Record<TextLevel, Words>
}

const three = (title: string, toEleven: Words, toFifteen: Words, older: Words): DemoPromiseWords => ({
  title,
  words: { 'to 11': toEleven, '12 to 15': toFifteen, '16 and over': older },
})

export const DEMO_PROMISE_WORDS: DemoPromiseWords[] = [
  three(
    'A home that lasts',
    {
      short: 'A home to stay in',
      full: 'We look hard for a good home for you. If it gets hard there, we help. We do not just move you.',
    },
    {
      short: 'A home that lasts',
      full: 'You should not have to keep packing your bags. We look hard for the right home first time. If things get hard there, we help before anyone talks of a move.',
    },
    {
      short: 'A home that lasts',
      full: 'We look for the right home first time and help early when things get difficult, so that a move is the last thing we talk about and never a surprise.',
    },
  ),
  three(
    'Close to what you know',
    {
      short: 'Near what you know',
      full: 'We try to find a home near your school and your friends. If it is far, we tell you why. We take you to see them.',
    },
    {
      short: 'Close to what you know',
      full: 'We look for a home close to your school, your friends and the people you love. If it is further, we tell you why and get you there to see them.',
    },
    {
      short: 'Close to what you know',
      full: 'Your home should be close enough to keep your school or college, your friends and your family. If it cannot be, we explain why and pay for the journeys.',
    },
  ),
  three(
    'A worker who stays',
    {
      short: 'A worker who stays',
      full: 'We try to keep the same worker for you. If they have to go, they come and say goodbye.',
    },
    {
      short: 'A worker who stays',
      full: 'You should not have to tell your story again and again. We try to keep the same worker with you. If yours leaves, they come and say a real goodbye.',
    },
    {
      short: 'A worker who stays',
      full: 'You should not have to tell your story again and again. We do our best to keep the same worker, and when someone leaves you hear it from them first.',
    },
  ),
  three(
    'Papers that are mine',
    {
      short: 'Papers of my own',
      full: 'When you turn sixteen you have a bank account and a passport. We help you get them. They are yours.',
    },
    {
      short: 'Papers that are mine',
      full: 'By your sixteenth birthday you have a bank account and a passport. We help you get them, we pay, and they are yours to keep.',
    },
    {
      short: 'Papers that are mine',
      full: 'By your sixteenth birthday you have a bank account and a passport. We help with the forms, we pay for them, and nobody keeps them in a drawer for you.',
    },
  ),
  three(
    'Your meeting, your way',
    {
      short: 'Your meeting',
      full: 'It is your meeting. You can come. You can send a note or draw what you think. We listen to you first.',
    },
    {
      short: 'Your meeting, your way',
      full: 'It is your meeting. Come, or send a note, a drawing or someone you trust. Nothing big is decided before we have heard you.',
    },
    {
      short: 'Your meeting, your way',
      full: 'It is your meeting: you choose the place, who comes and what is talked about. Nothing big is decided before we have heard what you think.',
    },
  ),
  three(
    'Who to call',
    { short: 'Who to call', full: 'You know who you can call, in the day and at night. A real person picks up.' },
    {
      short: 'Who to call',
      full: 'You always know who you can call, in the day and in the night. A real person picks up.',
    },
    {
      short: 'Who to call',
      full: 'You have a name and a number for the day and for the night, and a real person picks up.',
    },
  ),
  three(
    'Brothers and sisters',
    {
      short: 'Brothers and sisters',
      full: 'You belong with them. If you can not live in one home, we tell you why. We make sure you see them.',
    },
    {
      short: 'Brothers and sisters',
      full: 'You belong with each other. If you cannot live in the same home we tell you why, and make sure you see each other and talk when you want to.',
    },
    {
      short: 'Brothers and sisters',
      full: 'You belong with each other. If you live apart you know the reason, and you see and call each other when you want to, not only when somebody has planned it.',
    },
  ),
  three(
    'Well in body and mind',
    {
      short: 'Feeling well',
      full: 'Are you sad or scared, or can you not sleep? Someone who knows how to help will see you soon. We help with your teeth too.',
    },
    {
      short: 'Well in body and mind',
      full: 'If you are worried or sad, or cannot sleep, you see someone who knows how to help, and you do not wait for months. The dentist too.',
    },
    {
      short: 'Well in body and mind',
      full: 'When you are worried, low or cannot sleep, you see someone who knows how to help within weeks and not months. The same goes for the dentist.',
    },
  ),
  three(
    'A good place of your own',
    {
      short: 'A good place later',
      full: 'When you are grown up you will have a safe, warm place to live. Someone shows you how things work. You can come back for help.',
    },
    {
      short: 'A good place of your own',
      full: 'When you move out you will have a safe and warm place to live, and someone who shows you how the boiler works. You can come back for help.',
    },
    {
      short: 'A good place of your own',
      full: 'When you leave care you have somewhere safe and warm, with someone who helps you set it up. You can come back for help, as from any family.',
    },
  ),
  three(
    'Work or learning you like',
    {
      short: 'Things you want to do',
      full: 'What do you want to do when you grow up? We help you start. If it does not work out, we help you try again.',
    },
    {
      short: 'Work or learning you like',
      full: 'We help you begin what you want to do: college, a job or learning a trade. If it does not work out, we help you begin again.',
    },
    {
      short: 'Work or learning you like',
      full: 'College, university, an apprenticeship or a first job with us: we help you begin. If it does not work out, we help you begin again.',
    },
  ),
  three(
    'Kind words',
    { short: 'Kind words', full: 'We pick our words with you. If a word hurts, say so. Then we stop.' },
    {
      short: 'Kind words',
      full: 'We choose the words we use with you. If a word hurts, say so, and we all stop using it.',
    },
    {
      short: 'Kind words',
      full: 'We choose with you the words that are said and written about you. If one hurts, say so, and we all stop using it.',
    },
  ),
  three(
    'Things to look forward to',
    {
      short: 'Fun things to do',
      full: 'We plan trips and a big summer day with you. You can come, and it costs you nothing.',
    },
    {
      short: 'Things to look forward to',
      full: 'We plan the trips, the summer day and the awards night with you. Nobody is left out because of money.',
    },
    {
      short: 'Things to look forward to',
      full: 'Trips, the summer party and the awards night are planned with you, and nobody is left out because of money.',
    },
  ),
  three(
    'Putting it right',
    {
      short: 'Putting it right',
      full: 'When we do not do what we said, we tell you first. We say sorry. We put it right with you.',
    },
    {
      short: 'Putting it right',
      full: 'When we break a promise, we tell you first, say sorry, and work out with you how to put it right.',
    },
    {
      short: 'Putting it right',
      full: 'When we break a promise you hear it from us before anyone else does, with a sorry, and we work out with you how to mend it.',
    },
  ),
  three(
    'Tell us when it goes wrong',
    { short: 'Tell us', full: 'If it is not good, tell someone. You can pick who.' },
    {
      short: 'Tell us when it goes wrong',
      full: 'When something is wrong, tell somebody you trust. You do not need to find the right words.',
    },
    {
      short: 'Tell us when it goes wrong',
      full: 'When something is wrong, tell somebody. It does not have to be your worker.',
    },
  ),
  three(
    'Give people a chance',
    { short: 'Give people a chance', full: 'A new person may get it wrong. Tell them what you like.' },
    {
      short: 'Give people a chance',
      full: 'Somebody new may get it wrong at first. Tell them what you like and what you do not.',
    },
    {
      short: 'Give people a chance',
      full: 'Somebody new may get it wrong at first. Say what works for you and what does not.',
    },
  ),
  three(
    'We ask, and we learn',
    {
      short: 'We ask and we learn',
      full: 'We ask you what is done at home, and we learn it. We say your name as you say it.',
    },
    {
      short: 'We ask, and we learn',
      full: 'We ask you and your family what matters at home before we think we know. If we get your name wrong, you tell us once.',
    },
    {
      short: 'We ask, and we learn',
      full: 'We ask you and your family about your culture, your faith and what matters at home, before we think that we know.',
    },
  ),
  three(
    'Your language stays yours',
    { short: 'Your own words', full: 'You can talk as you do at home. You can learn to read it too.' },
    {
      short: 'Your language stays yours',
      full: 'You can speak your language at home, hear it and learn to read it. Nobody tells you to stop.',
    },
    {
      short: 'Your language stays yours',
      full: 'You can speak, hear and study your language. Nobody tells you to stop, and we pay for the class.',
    },
  ),
  three(
    'Your special days',
    {
      short: 'Your big days',
      full: 'We know which days are big for you. We keep them with you: the food, the fun and the clothes.',
    },
    {
      short: 'Your special days',
      full: 'We know which days matter to you, and keep them with you: the food, the clothes, the prayers, the party.',
    },
    {
      short: 'Your special days',
      full: 'We know which days matter to you, and see that you can keep them as you want to.',
    },
  ),
  three(
    'Hair, skin, food and faith',
    {
      short: 'Hair, skin and food',
      full: 'The people at home know how to look after your hair and skin. They cook what you like. You can pray where you want to.',
    },
    {
      short: 'Hair, skin, food and faith',
      full: 'The people you live with know how to look after your hair and skin, cook what you like, and take you where you pray.',
    },
    {
      short: 'Hair, skin, food and faith',
      full: 'Where you live, people know about your hair and skin, your food and your faith, or they learn it.',
    },
  ),
  three(
    'People like you around you',
    { short: 'People like you', full: 'We look for people who are like you, and who know what your home was like.' },
    {
      short: 'People like you around you',
      full: 'We look for carers, workers and mentors who share your heritage. If the people you live with do not, they learn.',
    },
    {
      short: 'People like you around you',
      full: 'We look for carers, workers and mentors who share your heritage, and help you find others who do.',
    },
  ),
]
