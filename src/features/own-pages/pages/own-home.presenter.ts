import type { TextLevel } from '../../../domain/own/text-level.ts'
import { paths } from '../own-pages.paths.ts'
import type { OwnSignIn } from '../own-sign-in.store.ts'
import { type OwnWord, sayTo } from '../own-words.ts'
import type { MyPerson, NightPerson } from '../people.store.ts'
import { saySignIn } from './look.presenter.ts'

interface HomeFacts {
  level: TextLevel
  waiting: number
  people: MyPerson[]
  tonight: NightPerson[]
  lastSignIn: OwnSignIn | null
}

/** The first screen: that an answer waits and never what it is, no counts, no ways into what is not there (rules 13 and 31). */
export function presentOwnHome({ level, waiting, people, tonight, lastSignIn }: HomeFacts): Record<string, unknown> {
  const say = (word: OwnWord) => sayTo(level, word)
  return {
    hello: 'Hello!',
    answer: waiting > 0 ? { href: paths.answers(), title: say('answerWaiting'), text: say('answerFor') } : null,
    say: { href: paths.say(), title: say('say'), text: say('sayTo') },
    ways: [
      { way: 'words', picture: 'pencil', text: 'words' },
      { way: 'pictures', picture: 'smile', text: 'pictures' },
      { way: 'voice', picture: 'sound', text: 'voice' },
      { way: 'sign', picture: 'hand', text: 'sign' },
    ].map(({ way, ...rest }) => ({ href: `${paths.say()}?way=${way}`, ...rest })),
    people: { href: paths.people(), title: say('people'), faces: chooseFaces(people, tonight) },
    promises: { href: paths.promises(), title: say('promises'), text: say('promisesAsk') },
    lastTime: lastSignIn && {
      text: `${say('lastTime')} ${saySignIn(lastSignIn)}.`,
      ask: say('notMe'),
      href: paths.look(),
    },
    notSafe: { href: paths.notSafe(), text: say('notSafe') },
  }
}

/** A worker or adviser, somebody at home, and whoever is there tonight. */
function chooseFaces(people: MyPerson[], tonight: NightPerson[]) {
  const first = people.find(({ part }) => part === 'social_worker') ?? people[0]
  const home = tonight.find(({ part }) => part === 'carer')
  const isStaffed = tonight.some(({ part }) => part !== 'carer')
  return [
    ...(first ? [{ picture: first.picture ?? 'smile', text: first.firstName, isTonight: false }] : []),
    ...(home ? [{ picture: home.picture, text: home.firstName, isTonight: false }] : []),
    ...(isStaffed || home ? [{ picture: 'moon', text: 'Tonight', isTonight: true }] : []),
  ]
}
