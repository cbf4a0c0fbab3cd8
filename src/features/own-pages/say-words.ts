import type { Levels } from './own-words.ts'

/** The fixed sentences of saying something and of what comes back. {who}, {cover}, {when} are filled in by `fill`. */
export const sayWords = {
  sayFirst: ['Who do you want to tell?', 'Who do you want to tell?'],
  sayFirstWhy: [
    'Pick one person. Then you see who else could read it. You write after that.',
    'Choose one person. Before you write, you see who else could read it and when.',
  ],
  sayBegun: ['You began something.', 'You began something.'],
  sayBegunWhy: [
    'It is still here. Nobody has seen it.',
    'It is still here, and nobody else can see it.',
    'It is still here, and nobody else can read it.',
  ],
  sayGoOn: ['Go on with it'],
  sayThrow: ['Throw it away'],
  sayThrown: ['It is gone.', 'It is gone. Nobody has read it.'],
  sayNobody: ['Nobody can read it in time here yet.', 'Nobody here could read it in time yet.'],
  sayNobodyWhy: [
    'That is not your fault. These ways work now.',
    'That is not your fault, and we do not want your words to lie unread. These ways work now.',
  ],
  sayOther: ['Other ways to tell someone'],
  sayAdvocate: [
    'An advocate is on your side. They help you say it. Call Help at Hand on {phone}. It is free.',
    'An advocate is on your side and helps you say it. Ask any adult for one, or call Help at Hand free on {phone}.',
    'An advocate is on your side and helps you say it. Ask for one, or call Help at Hand free on {phone}, on working days.',
  ],
  sayPaper: [
    'Write or draw it on paper. Give it to a grown-up you trust.',
    'Write or draw it on paper and give it to an adult you trust, or post it to the council.',
  ],
  sayAdult: [
    'It is about a grown-up who looks after me or works with me',
    'It is about an adult who looks after me or works with me',
  ],
  sayAdultWhy: ['That grown-up will not get it.', 'It goes past that adult and everyone in charge of them.'],
  sayWhichAdult: ['Which grown-up is it about?', 'Which adult is it about?'],
  sayWhichAdultWhy: [
    'That grown-up does not see it. The people in charge of them do not see it.',
    'That adult cannot see it, and neither can the people in charge of them.',
  ],
  sayAnotherAdult: ['It is someone else', 'It is somebody who is not here'],
  sayAnotherAdultWhy: [
    'You can write who it is. That goes to the people who keep you safe.',
    'There you can write who it is. It goes to the people whose job is to keep you safe.',
  ],

  aboutNobody: [
    'Everyone who could read it here is too close to {who}. So please do not write it here. Press “I am not safe”, or call Childline on 0800 1111.',
    'Nobody here could read it who is not close to {who}, so please do not write it here. Use “I am not safe”, or call Childline free on 0800 1111.',
  ],

  beforeFirst: ['Before you write', 'Before you write'],
  beforeReads: [
    '{who} will read it.',
    '{who} will read it. Below you see who else could.',
    '{who} will read it. Below you see who else could, and when.',
  ],
  beforeCover: [
    'What if {who} does not open it? Then {cover} can read it from {when}.',
    'If {who} has not opened it, {cover} can read it from {when}, so that it never lies unread.',
  ],
  beforeAnswer: ['{who} is asked to answer by {by}.', '{who} is asked to answer by {by}.'],
  beforeShare: [
    'Is someone being hurt, or in danger? Then {who} must tell people who can help. They talk to you first if that is safe.',
    'One thing cannot stay between you: if you or someone else is being hurt or in danger, {who} has to tell people who can help. They talk to you first, unless that is not safe.',
  ],
  beforeUnsent: [
    'What you write is only yours until you send it.',
    'Until you send it, what you write is yours alone. Nobody reads it.',
  ],
  aboutReads: [
    'It does not go to {who}. It does not go to the people in charge of {who}.',
    '{who} cannot see it. The people in charge of {who} cannot see it or search for it.',
  ],
  aboutLead: [
    'It goes to a person at the council. Their job is to check what grown-ups do.',
    'It goes to one person at the council, whose job it is to look into what adults do.',
    'It goes to the allegations lead: the person at the council whose job it is to look into what adults do.',
  ],
  aboutShare: [
    'They may have to tell people who can help, like the police. They talk to you first if that is safe.',
    'It cannot always stay with them. They may have to tell others who can help, like the police. They talk to you first, unless that is not safe.',
  ],
  beforeGo: ['I have read it. Go on', 'I have read this. Go on'],

  writeFirst: ['What do you want to say?'],
  writeWhy: [
    'A face, a picture or some words. One is enough.',
    'Words, a face, pictures, a clip: any one of them is enough.',
  ],
  writeTo: ['To {who}. You can stop at any time.', 'To {who}. You can stop at any time and it stays here.'],
  writeAbout: [
    'About {who}. {who} does not see it.',
    'About {who}, who cannot see it. You can stop at any time and it stays here.',
  ],
  writeFeeling: ['How do you feel?'],
  writePictures: ['Pick pictures', 'Pictures, if they help'],
  writeWords: ['Your words'],
  writeHint: ['Write it like you would say it.', 'Write it as you would say it. Spelling does not matter.'],
  writeEmpty: [
    'Write some words, or pick a face or a picture, or add a photo, sound or video',
    'Write some words, or pick a face or a picture, or add a photo, sound or video',
  ],
  offline: [
    'You are not online. Your words stay on this phone till you are.',
    'You are offline. Your words stay on this phone or computer until you are back.',
  ],
  addFile: ['Add a photo, your voice or a video', 'Add a photo, a sound or a signed video'],
  addedFile: ['You added:', 'You added:'],

  fileFirst: ['Show it or say it', 'Add a photo, sound or video'],
  fileWhy: [
    'Take a photo of a drawing. Say it out loud. Or sign it on video. Press the box to pick it.',
    'A photo of a drawing, a sound clip, or a video of you signing. On a phone you can record it when you press the box.',
  ],
  fileVoice: [
    'Say it out loud. Make the clip on your phone or tablet, then press the box to pick it.',
    'Say it out loud: record a clip on your phone or tablet, then press the box and choose it.',
  ],
  fileSign: [
    'Sign it on video. Press the box to make the video or to pick it.',
    'Sign it on video: press the box to record it or to choose one you made.',
  ],
  fileNote: [
    'We take off the place where a photo was made. A long video can be slow to send.',
    'We remove the place where a photo or video was taken. A video may hold 50 megabytes, which is about a minute.',
  ],
  filePick: ['Pick it here', 'Choose it here'],
  fileNone: ['Press the box and pick something first', 'Choose a photo, a sound clip or a video first'],
  fileEnough: ['Three is the most. Take one away first', 'Three is the most. Take one away first'],

  checkFirst: ['Is this what you want to say?', 'Is this what you want to send?'],
  checkTo: ['To {who}'],
  checkAbout: ['About {who}'],
  countedAsk: ['May we count it?', 'May it be counted?'],
  countedTick: ['Yes, count it without my name', 'Yes, it may be counted, without my name'],
  countedWhy: [
    'If many children say the same, we can tell the people in charge how many. We never say that it was you. We never show your words. For five or fewer we give no number.',
    'If many say the same, the people in charge should know how many. Your name and your words are never shown with it, and no number is given for five or fewer.',
  ],
  sayFailed: [
    'That did not go. Your words are still here. {who} may not be one of your people now, or nobody can step in. Pick someone else.',
    'It was not sent, and your words are still here. {who} may not be one of your people any more, or has nobody to step in. Choose somebody else.',
  ],
  aboutFailed: [
    'That did not go. Everyone who could read it here is too close to {who}. Your words are still here. Press “I am not safe”, or call Childline on 0800 1111.',
    'It was not sent: nobody here could read it who is not close to {who}. Your words are still here. Use “I am not safe”, or call Childline free on 0800 1111.',
  ],
  changedCover: [
    'Something has changed. Please read this once more. Your words are still here.',
    'Who could read it has changed. Please read this once more: your words are still here.',
  ],

  sentTo: ['{who} has it now.'],
  sentAbout: ['It is sent.'],
  sentAboutWhy: [
    'The person who checks what grown-ups do has it now. The grown-up it is about does not.',
    'The person whose job it is to look into this has it now. Nobody else does.',
  ],
  answerAsked: ['You should get an answer by {by}.', 'You should have an answer by {by}.'],
  answerLate: [
    'An answer should be here by now. It is late, and that is not OK. You can say it to someone else too.',
    'An answer was due by {by}. It is late, and that is not all right. You can also say it to somebody else.',
  ],
  backAsk: ['Take it back'],
  backWhy: [
    'If nobody has opened it, nobody will. If someone has opened it, they still know it.',
    'If nobody has opened it, nobody can any more. Whoever has opened it already still knows.',
  ],
  backDo: ['Yes, take it back'],
  backDone: ['You took this back.'],

  answersFirst: ['What I said'],
  answersWaiting: ['An answer is here for you.'],
  answersNone: ['You have not said anything here yet.'],
  openedBy: ['{who} has opened it.'],
  notOpened: ['{who} has not opened it yet.'],
  coverLooks: ['{cover} can read it from {when}.'],
  coverCan: ['{cover} can read it now too.'],
  aboutOpened: ['A person has opened it.'],
  aboutNotOpened: ['Nobody has opened it yet.'],
  answerFrom: ['{who} says:'],
  answerFromSomebody: ['The answer:'],
  answerTold: ['You were told this: {when}.'],
  answerChanges: ['What will change'],
  answerChangesBy: ['What will change by {by}', 'What will change, by {by}'],
  answerDid: ['Does this answer it?', 'Did that answer it?'],
  saidYes: ['You said: yes. You can change that.', 'You said: yes. You can change that at any time.'],
  saidOpen: [
    'You said: {said}. So it stays open. {who} can see that.',
    'You said: {said}. So it stays open, and {who} can see that.',
  ],

  togetherFirst: ['You are not the only one'],
  togetherPromise: ['What children said, and what came of it'],
  togetherSaid: ['More than {many} children spoke about this. You are one of them.'],
  togetherOthers: ['More than {many} children spoke about this.'],
  togetherFew: [
    'You spoke about this. When more than five children do, we say so.',
    'You spoke about this. We say so when more than five did.',
  ],
  togetherWaits: ['There is no answer to all of you yet. You will be told first.'],
  togetherDid: ['What we did:'],
  togetherWill: ['What we will do:'],
  togetherNo: ['We said no. This is why:', 'We said no, and this is why:'],
} as const satisfies Record<string, Levels>

/** Puts names and days into a sentence. What is not given stays out of it and is a fault of ours. */
export function fill(sentence: string, names: Record<string, string>): string {
  return sentence.replace(/\{(\w+)\}/g, (_, key: string) => {
    const name = names[key]
    if (name === undefined) throw new Error(`Nothing was given for {${key}} in "${sentence}".`)
    return name
  })
}
