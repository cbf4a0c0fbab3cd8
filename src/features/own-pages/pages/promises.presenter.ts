import type { OwnFact } from '../../../domain/own/done-for-me.ts'
import { sayDoneForMe } from '../../../domain/own/done-for-me.ts'
import type { TextLevel } from '../../../domain/own/text-level.ts'
import { BESIDE, type Beside, VERDICTS, type Verdict } from '../../../domain/promises/verdict.ts'
import type { IsoDate } from '../../../domain/shared/calendar-date.ts'
import { paths } from '../own-pages.paths.ts'
import { type OwnWord, sayTo } from '../own-words.ts'
import type { OwnPromise } from '../verdict.store.ts'

const SAID: Record<Verdict, string> = {
  yes: 'Yes',
  'a bit': 'A bit',
  no: 'No',
  'not about me': 'This is not about me',
  'rather not say': 'I would rather not say',
}
const WITH: Record<Beside, string> = {
  nobody: 'Nobody',
  'a friend': 'A friend, brother or sister',
  'someone at home': 'Someone at home',
  'my worker': 'My worker',
  'another adult': 'Another adult',
}

/** All promises, one after another, and what is asked of the reader in turn; no state, no score, no number. */
export function presentPromises(promises: OwnPromise[], level: TextLevel): Record<string, unknown> {
  const say = (word: OwnWord) => sayTo(level, word)
  const present = ({ id, short, said }: OwnPromise) => ({
    href: paths.promise(id),
    text: short,
    said: said === null ? '' : `You said: ${SAID[said]}`,
  })
  const pledge = promises.filter(({ about }) => about === null)
  return {
    sentence: say('promisesFirst'),
    why: say('promisesWhy'),
    ours: pledge.filter(({ party }) => party === 'we' || party === null).map(present),
    togetherTitle: say('together'),
    together: pledge.filter(({ party }) => party === 'together').map(present),
    heritageTitle: say('heritage'),
    heritage: promises.filter((promise) => promise.about === 'heritage' && isForUs(promise)).map(present),
    askedTitle: say('askedOfYou'),
    asked: promises.filter((promise) => !isForUs(promise)).map(({ short, full }) => ({ short, full })),
  }
}

/** Whether it binds the council: only that can be kept or broken by it. */
export function isForUs({ party }: OwnPromise): boolean {
  return party !== 'you'
}

interface OnePromise {
  promise: OwnPromise
  facts: OwnFact[]
  level: TextLevel
  today: IsoDate
  given?: { said?: string | undefined; beside?: string | undefined }
}

export function presentPromise({ promise, facts, level, today, given }: OnePromise): Record<string, unknown> {
  const say = (word: OwnWord) => sayTo(level, word)
  const done = sayDoneForMe(promise.measureId, facts, today, level)
  const said = given ? given.said : promise.said
  const beside = given ? given.beside : promise.beside
  return {
    sentence: promise.short,
    full: promise.full,
    doneTitle: say('doneForYou'),
    done,
    nothingDone: done.length > 0 ? '' : say('nothingDone'),
    askTitle: say('isItTrue'),
    askWhy: say('isItTrueWhy'),
    answers: VERDICTS.map((name) => ({
      id: name.replaceAll(' ', '-'),
      name,
      text: SAID[name],
      isChosen: name === said,
    })),
    besideTitle: say('beside'),
    besideWhy: say('besideWhy'),
    besides: presentBeside(beside, level),
    action: paths.promise(promise.id),
  }
}

/** Who is beside them, to choose from. */
export function presentBeside(chosen: string | null | undefined, level: TextLevel) {
  return BESIDE.map((name) => ({
    id: `with-${name.replaceAll(' ', '-')}`,
    name,
    text: level === 'to 11' && name === 'another adult' ? 'Another grown-up' : WITH[name],
    isChosen: name === chosen,
  }))
}
