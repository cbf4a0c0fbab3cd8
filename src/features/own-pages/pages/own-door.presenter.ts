import { KEY_LENGTH, KEY_PICTURES } from '../../../domain/own/picture-key.ts'
import { type OwnWord, sayTo } from '../own-words.ts'

/** Nobody has said how old they are yet, so everything is said as to the youngest. */
const say = (word: OwnWord) => sayTo('to 11', word)

export interface OwnDoorPage {
  template: string
  title: string
  model: Record<string, unknown>
  errors?: { text: string; href: string }[]
}

export function presentEnter({
  doorWord,
  isWrong,
  isCode = false,
}: {
  doorWord: string
  isWrong: boolean
  isCode?: boolean
}): OwnDoorPage {
  const field = isCode ? 'code-name' : 'name'
  return {
    template: 'enter.njk',
    title: 'Come in',
    model: {
      sentence: say('inFirst'),
      beforeTitle: say('inHow'),
      nameLabel: say('inName'),
      nameHint: say('inNameHint'),
      codeTitle: say('inNew'),
      codeWhy: say('inNewWhy'),
      codeLabel: say('inCode'),
      codeHint: say('inCodeHint'),
      notSafe: say('notSafe'),
      doorWord: isCode ? '' : doorWord,
      codeDoorWord: isCode ? doorWord : '',
      isCodeFirst: isCode,
    },
    ...(isWrong ? { errors: [{ text: say('inWrong'), href: `#${field}` }] } : {}),
  }
}

export function presentPad({
  purpose,
  doorWord,
  chosen,
  isTooPlain = false,
}: {
  purpose: 'try' | 'set'
  doorWord: string
  chosen: readonly string[]
  isTooPlain?: boolean
}): OwnDoorPage {
  const isDone = chosen.length === KEY_LENGTH
  return {
    template: 'pad.njk',
    title: 'Pictures',
    model: {
      sentence: say(purpose === 'try' ? 'keyTry' : isDone ? 'keyKeep' : 'keyPick'),
      why: purpose === 'set' && !isDone ? say('keyPickWhy') : '',
      action: purpose === 'try' ? '/in/pictures' : '/in/key',
      doorWord,
      isSet: purpose === 'set',
      chosen: chosen.join(' '),
      // Only at the end, once, and only while they are being set, are the pictures shown again.
      shown: isDone ? chosen : [],
      said: `${chosen.length} of ${KEY_LENGTH} pressed`,
      steps: Array.from({ length: KEY_LENGTH }, (_, nth) => nth < chosen.length),
      pictures: KEY_PICTURES,
      isDone,
    },
    ...(isTooPlain ? { errors: [{ text: say('keyPlain'), href: '#pad' }] } : {}),
  }
}

export function presentShut(why: 'shut' | 'wait' = 'shut'): OwnDoorPage {
  return {
    template: 'shut.njk',
    title: 'Come in',
    model: {
      sentence: why === 'shut' ? say('doorShut') : 'Wait ten minutes, then try again.',
      notSafe: say('notSafe'),
    },
  }
}
