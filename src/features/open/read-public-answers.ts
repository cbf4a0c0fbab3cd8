import type { Query } from '../../database/database.ts'
import { sayDate } from '../../domain/shared/calendar-date.ts'
import { sayTheme } from '../../domain/thread/say-theme.ts'
import { type AnswerKind, listThemes } from '../../shapes/voice/theme.store.ts'

/** What young people said together, and what came of it, once everybody before the public in the order of telling knows it (rule 34). */
export interface PublicAnswer {
  said: string
  kind: AnswerKind
  answer: string
  on: string
}

export async function readPublicAnswers(query: Query): Promise<PublicAnswer[]> {
  // Kept itself reads every theme; of up to five children none is shown (rule 5).
  const themes = (await listThemes(query)).filter(({ moreThan }) => moreThan !== null)
  const told = themes.flatMap((theme) =>
    theme.answers.flatMap(({ kind, words, told }) =>
      told.public === null ? [] : [{ theme, kind, words, on: told.public }],
    ),
  )
  return told
    .toSorted((one, other) => (one.on < other.on ? 1 : -1))
    .map(({ theme, kind, words, on }) => ({ said: sayTheme(theme), kind, answer: words, on: sayDate(on) }))
}
