import { sayMoreThan } from '../../../domain/disclosure/more-than.ts'
import { sayDate } from '../../../domain/shared/calendar-date.ts'
import type { AnswerKind, Theme, ThemeAnswer } from '../../../shapes/voice/theme.store.ts'
import { sayCount } from '../../promises/index.ts'
import { paths } from '../themes.paths.ts'

export const KIND_WORDS: Record<AnswerKind, string> = {
  'we did': 'We did',
  'we will': 'We will',
  'no, because': 'No, because',
}

export function presentThemes(themes: Theme[], beginHref: string) {
  const waiting = themes.filter((theme) => theme.answers.length === 0)
  const answered = themes.filter((theme) => theme.answers.length > 0)
  return {
    sentence: sayThemes(themes, waiting.length),
    beginHref,
    waiting: waiting.map(presentRow),
    answered: answered.map(presentRow),
    isEmpty: themes.length === 0,
  }
}

function sayThemes(themes: Theme[], waiting: number): string {
  const most = themes[0]
  if (most === undefined) return 'Nothing that children say has been put to a theme yet.'
  const start =
    most.moreThan === null
      ? 'No theme has been raised by more than five children.'
      : themes[1]?.moreThan === most.moreThan
        ? `Several come up most: ${sayMoreThan(most.moreThan)} spoke of each.`
        : `“${most.title}” comes up most: ${sayMoreThan(most.moreThan)} spoke of it.`
  const end =
    waiting === 0
      ? 'Every theme has an answer.'
      : waiting === 1
        ? 'One theme has no answer yet.'
        : `${sayCount(waiting)} themes have no answer yet.`
  return `${start} ${end}`
}

function presentRow(theme: Theme) {
  const newest = theme.answers.at(-1)
  return {
    text: theme.title,
    href: paths.theme(theme.id),
    note: `said by ${sayMoreThan(theme.moreThan)}`,
    pill: newest ? presentKind(newest) : { state: 'unknown', text: 'no answer yet' },
  }
}

export function presentKind({ kind }: Pick<ThemeAnswer, 'kind'>): { state: string; text: string } {
  const state = { 'we did': 'kept', 'we will': 'on-the-way', 'no, because': 'cannot' }[kind]
  return { state, text: KIND_WORDS[kind].toLowerCase() }
}

const TOLD_STEPS = [
  { who: 'children', name: 'the children who said it', button: 'The children who said it were told' },
  { who: 'group', name: 'their group', button: 'Their group was told' },
  { who: 'board', name: 'the board', button: 'Tell the board' },
  { who: 'public', name: 'everybody', button: 'Put it on the public page' },
] as const

/** An answer, who knows it by now, and whose turn it is. */
export function presentAnswer(answer: ThemeAnswer, moreThan: number | null, canTell: boolean) {
  const next = TOLD_STEPS.find(({ who }) => answer.told[who] === null)
  return {
    title: `${KIND_WORDS[answer.kind]}`,
    pill: presentKind(answer),
    words: answer.words,
    told: TOLD_STEPS.map(({ who, name }) => ({
      name,
      on: answer.told[who] === null ? 'not yet' : sayDate(answer.told[who]),
      isTold: answer.told[who] !== null,
    })),
    alone:
      moreThan === null
        ? 'Five children or fewer said it, so it is told to them alone: told further, it could point to one of them.'
        : '',
    tell:
      canTell && next && (next.who === 'children' || moreThan !== null)
        ? { action: paths.told(answer.id), who: next.who, button: next.button }
        : null,
  }
}
