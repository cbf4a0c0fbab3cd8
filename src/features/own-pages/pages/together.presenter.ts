import { sayStep } from '../../../domain/disclosure/more-than.ts'
import type { TextLevel } from '../../../domain/own/text-level.ts'
import type { Theme } from '../../../shapes/voice/theme.store.ts'
import { speaker } from './say.presenter.ts'

const TITLES = { 'we did': 'togetherDid', 'we will': 'togetherWill', 'no, because': 'togetherNo' } as const

/** What children said that speaks of one promise, and what came of it, as far as it has been told. */
export function presentCameOfIt(themes: readonly Theme[], mine: ReadonlySet<string>, level: TextLevel) {
  const say = speaker(level)
  return {
    title: say('togetherPromise'),
    themes: themes
      .filter(({ answers }) => answers.length > 0)
      .map(({ id, title, moreThan, answers }) => ({
        title,
        many:
          moreThan === null ? '' : say(mine.has(id) ? 'togetherSaid' : 'togetherOthers', { many: sayStep(moreThan) }),
        answers: answers.map(({ kind, words }) => ({ title: say(TITLES[kind]), words })),
      })),
  }
}

/** What I said with others: more than how many of us, and what all of us were told. */
export function presentTogether(themes: readonly Theme[], level: TextLevel) {
  const say = speaker(level)
  return {
    title: say('togetherFirst'),
    themes: themes.map(({ id, title, moreThan, answers }) => ({
      id,
      title,
      many: moreThan === null ? say('togetherFew') : say('togetherSaid', { many: sayStep(moreThan) }),
      waits: answers.length === 0 ? say('togetherWaits') : '',
      answers: answers.map(({ kind, words }) => ({ title: say(TITLES[kind]), words })),
    })),
  }
}
