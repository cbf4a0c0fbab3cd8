import type { Query } from '../../database/database.ts'
import { isNewClaim, type PreElection } from '../../domain/governance/pre-election.ts'
import { sayDate } from '../../domain/shared/calendar-date.ts'
import { sayTheme } from '../../domain/thread/say-theme.ts'
import { type AnswerKind, listThemes } from '../../shapes/voice/theme.store.ts'
import { listChallengesTold } from '../governance/index.ts'

/** What young people said together, and what came of it, once everybody before the public in the order of telling knows it (rule 34). */
export interface PublicAnswer {
  said: string
  kind: AnswerKind
  answer: string
  on: string
}

/** What was first told to the public since the time before an election began waits until it is over. */
export async function readPublicAnswers(query: Query, election: PreElection | null): Promise<PublicAnswer[]> {
  // Kept itself reads every theme; of up to five children none is shown (rule 5).
  const themes = (await listThemes(query)).filter(({ moreThan }) => moreThan !== null)
  const told = themes.flatMap((theme) =>
    theme.answers.flatMap(({ kind, words, told }) =>
      told.public === null ? [] : [{ theme, kind, words, on: told.public }],
    ),
  )
  const answers = told.map(({ theme, kind, words, on }) => ({ said: sayTheme(theme), kind, answer: words, on }))
  // What was challenged at a board and accepted as answered is told beside it.
  const challenged = (await listChallengesTold(query)).map(({ youSaid, kind, answer, on }) => ({
    said: youSaid,
    kind,
    answer,
    on,
  }))
  return [...answers, ...challenged]
    .filter(({ on }) => !isNewClaim(on, election))
    .toSorted((one, other) => (one.on < other.on ? 1 : -1))
    .map(({ on, ...answer }) => ({ ...answer, on: sayDate(on) }))
}
