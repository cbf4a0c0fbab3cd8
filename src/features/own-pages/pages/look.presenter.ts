import { OWN_PICTURES, PALETTES } from '../../../domain/own/look.ts'
import { sayHour } from '../../../domain/own/night.ts'
import { sayDate } from '../../../domain/shared/calendar-date.ts'
import type { YoungFrame } from '../../../shapes/voice/own-look.store.ts'
import { palettes } from '../../../web/theme/palette.ts'
import type { OwnSignIn } from '../own-sign-in.store.ts'
import { type OwnWord, sayTo } from '../own-words.ts'

const HOW: Record<string, string> = {
  pictures: 'with the four pictures',
  'helper code': 'with a new code',
  picker: 'from the list of made-up people',
  'council account': 'with a council account',
}

export function presentLook(frame: YoungFrame, signIns: OwnSignIn[]): Record<string, unknown> {
  const say = (word: OwnWord) => sayTo(frame.level, word)
  return {
    sentence: say('lookFirst'),
    pictureTitle: say('lookPicture'),
    pictures: OWN_PICTURES.map(([name, text]) => ({ name, text, isChosen: name === frame.picture })),
    colourTitle: say('lookColours'),
    colours: PALETTES.map((name) => ({ name, text: palettes[name].title, isChosen: name === frame.palette })),
    letterTitle: say('lookLetters'),
    letters: [
      { name: 'plain', text: 'These letters', isChosen: !frame.isEasyRead },
      { name: 'easy', text: 'Easy letters', isChosen: frame.isEasyRead },
    ],
    wordTitle: say('lookWords'),
    words: [
      { name: 'full', text: 'All the words', isChosen: !frame.isShort },
      { name: 'short', text: 'Just a few words', isChosen: frame.isShort },
    ],
    signedIn: say('signedIn'),
    signedInWhy: say('signedInWhy'),
    signIns: signIns.map(saySignIn),
  }
}

/** "3 July 2026, at 8 at night, with the four pictures". */
export function saySignIn({ at, by }: OwnSignIn): string {
  const [day, time] = at.split('T') as [string, string]
  return `${sayDate(day)}, at ${sayHour(time)}, ${HOW[by] ?? 'in another way'}`
}
