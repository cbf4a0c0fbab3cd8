import { sayHour } from '../../../domain/own/night.ts'
import type { TextLevel } from '../../../domain/own/text-level.ts'
import { type OwnWord, sayTo } from '../own-words.ts'
import type { MyPerson, NightPart, NightPerson } from '../people.store.ts'

const WHAT: Record<string, OwnWord> = { social_worker: 'worker', iro: 'reviewer', personal_adviser: 'adviser' }
export const WHO: Record<string, string> = {
  social_worker: 'My social worker',
  iro: 'For my reviews',
  personal_adviser: 'My adviser',
}
const NIGHT_WHAT: Record<NightPart, OwnWord> = {
  carer: 'carer',
  'night staff': 'nightStaff',
  'sleeps in': 'sleepsIn',
  'on call': 'onCall',
}

/** Who is with me, what each does for me in words for my age, and who is there tonight. */
export function presentPeople(people: MyPerson[], tonight: NightPerson[], level: TextLevel): Record<string, unknown> {
  const say = (word: OwnWord) => sayTo(level, word)
  return {
    sentence: say(people.length > 0 ? 'peopleFirst' : 'people'),
    why: say(people.length > 0 ? 'peopleWhy' : 'nobody'),
    people: people.map(({ firstName, part, picture, hours, whatIDo }) => ({
      name: firstName,
      who: WHO[part] ?? '',
      picture: picture ?? 'smile',
      what: whatIDo === '' ? say(WHAT[part] ?? 'worker') : whatIDo,
      hours,
    })),
    tonightTitle: say('tonight'),
    nobodyTonight: tonight.length > 0 ? '' : say('nobodyTonight'),
    tonight: tonight.map(({ firstName, part, picture, phone, fromTime, toTime }) => ({
      name: firstName,
      picture,
      what: say(NIGHT_WHAT[part]),
      when: part === 'carer' ? '' : `From ${sayHour(fromTime)} to ${sayHour(toTime)}.`,
      phone: phone ?? '',
      phoneHref: phone === null ? '' : `tel:${phone.replaceAll(' ', '')}`,
    })),
  }
}
