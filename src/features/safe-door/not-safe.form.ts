import { isId } from '../../domain/shared/is-id.ts'
import type { UploadedFile } from '../../web/route.ts'

export interface NotSafeForm {
  id: string
  name: string | null
  words: string | null
  reach: string | null
  isAboutAdult: boolean
  /** One of the child's own people; checked against them before it is believed. */
  adultId: string | null
  adultWords: string | null
  picture: UploadedFile | null
}

const MOST_LETTERS = 20_000

/** Nothing is ever refused here: whatever came is what the child could send. Too long is cut, an empty message is a message. */
export function readNotSafe(form: Record<string, string>, files: UploadedFile[], newId: () => string): NotSafeForm {
  const text = (key: string, most = 300) => (form[key] ?? '').trim().slice(0, most) || null
  const adult = text('adult')
  return {
    id: isId(form.message ?? '') ? form.message! : newId(),
    name: text('name'),
    words: text('words', MOST_LETTERS),
    reach: form.reach === 'no' ? 'Please do not contact me. Help another way.' : text('how'),
    isAboutAdult: form.about === 'adult',
    adultId: adult !== null && isId(adult) ? adult : null,
    adultWords: text('who'),
    picture: files[0] ?? null,
  }
}
