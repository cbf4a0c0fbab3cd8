import { type Beside, isBeside } from '../../domain/promises/verdict.ts'
import { chooseSayPictures, type Feeling, isFeeling, MOST_LETTERS, SAY_PICTURES } from '../../domain/voice/say-set.ts'
import type { Draft } from '../../shapes/voice/draft.store.ts'

/** More than can be sent is kept as well, so that it can be made shorter; beyond this nobody has typed it. */
const MOST_KEPT = 20_000
export const MOST_FILES = 3

export const WAYS = ['words', 'pictures', 'voice', 'sign'] as const
export type Way = (typeof WAYS)[number]

export function readWay(text: string | undefined): Way {
  return WAYS.find((way) => way === text) ?? 'words'
}

/** What was typed and picked, as it is kept in the draft. A field that is not there stays as it was. */
export function readWritten(form: Record<string, string>): Draft {
  const names = SAY_PICTURES.map(([name]) => name).filter((name) => form[`picture-${name}`] !== undefined)
  return {
    ...(form.words === undefined ? {} : { words: form.words.replaceAll('\r\n', '\n').slice(0, MOST_KEPT) }),
    feeling: isFeeling(form.feeling) ? form.feeling : '',
    pictures: names.join(' '),
  }
}

export function readLast(form: Record<string, string>): Draft {
  return { beside: isBeside(form.beside) ? form.beside : '', counted: form.counted === 'yes' ? 'yes' : '' }
}

/** A draft as something that can be sent; drafts are only text and may hold anything. */
export interface Written {
  words: string
  feeling: Feeling | null
  pictures: string[]
  beside: Beside | null
  isCounted: boolean
}

export function readDraftAsWritten(draft: Draft): Written {
  return {
    words: draft.words ?? '',
    feeling: isFeeling(draft.feeling) ? draft.feeling : null,
    pictures: chooseSayPictures((draft.pictures ?? '').split(' ')),
    beside: isBeside(draft.beside) ? draft.beside : null,
    isCounted: draft.counted === 'yes',
  }
}

export interface FormError {
  text: string
  href: string
}

export function checkWritten({ words, feeling, pictures }: Written, files: number, empty: string): FormError[] {
  if (words.trim().length > MOST_LETTERS)
    return [
      {
        text: `Make it a bit shorter: ${MOST_LETTERS} letters fit, and these are ${words.trim().length}`,
        href: '#words',
      },
    ]
  if (words.trim() === '' && feeling === null && pictures.length === 0 && files === 0)
    return [{ text: empty, href: '#words' }]
  return []
}
