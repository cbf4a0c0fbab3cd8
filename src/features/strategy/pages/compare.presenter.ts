import { type Change, type Comparison, countChanges } from '../../../domain/strategy/compare-versions.ts'
import type { PartKind, StrategyPart } from '../../../domain/strategy/strategy.ts'
import type { Stretch } from '../../../domain/strategy/word-changes.ts'
import { sayCount } from '../../promises/index.ts'
import type { StandingVersion } from '../read-strategy.ts'
import { STATEMENT_TITLES } from './strategy.presenter.ts'

const KINDS: [PartKind, string][] = [
  ['area', 'Priorities'],
  ['statement', 'What stands under the priorities'],
  ['objective', 'Aims'],
  ['benefit', 'What good it should do'],
  ['wish', 'What we want for every child'],
  ['principle', 'Our own principles'],
]
const TEXTS = { title: 'The title', vision: 'The vision', foreword: 'The foreword', plainWords: 'The short version' }
const MARKS: Record<Change['change'], string> = {
  added: 'Added',
  'taken away': 'Taken away',
  reworded: 'Reworded',
  moved: 'Moved',
  same: 'The same',
}

/** Contributors and steps belong to their version: they are not changes of what was promised. */
export function presentComparison(
  comparison: Comparison | null,
  older: StandingVersion | undefined,
  newer: StandingVersion | undefined,
) {
  if (comparison === null || !older || !newer)
    return {
      sentence: newer ? 'Choose two different versions.' : 'There are no two versions to compare yet.',
      lead: '',
      texts: [],
      groups: [],
    }
  const counted = comparison.changes.filter(({ part }) => KINDS.some(([kind]) => kind === part.kind))
  const { added, takenAway, reworded, moved } = countChanges(counted)
  const areaOf = (part: StrategyPart) =>
    comparison.changes
      .flatMap((change) => ('before' in change ? [change.part, change.before] : [change.part]))
      .find(({ id }) => id === part.areaId)?.title ?? ''
  const where = (part: StrategyPart) =>
    part.statementKind === null ? '' : `${areaOf(part)}: ${STATEMENT_TITLES[part.statementKind].toLowerCase()}`
  return {
    sentence: `From version ${older.number} to version ${newer.number}: ${sayCount(added).toLowerCase()} added, ${sayCount(takenAway).toLowerCase()} taken away, ${sayCount(reworded).toLowerCase()} reworded, ${sayCount(moved).toLowerCase()} moved.`,
    lead: newer.why,
    texts: comparison.texts.map(({ name, stretches }) => ({ title: TEXTS[name], stretches: mark(stretches) })),
    groups: KINDS.map(([kind, title]) => {
      const changes = counted.filter(({ part }) => part.kind === kind)
      return {
        title,
        same: changes.filter(({ change }) => change === 'same').length,
        rows: changes
          .filter(({ change }) => change !== 'same')
          .map((change) => ({
            mark: MARKS[change.change],
            where: where(change.part),
            from: change.change === 'moved' ? `before, in ${where(change.before)}` : '',
            ...presentWords(change),
          })),
      }
    }).filter(({ rows, same }) => rows.length > 0 || same > 0),
  }
}

function presentWords(change: Change) {
  if (change.change === 'reworded') return { title: mark(change.title), words: mark(change.words) }
  const whole = change.change === 'added' || change.change === 'taken away' ? change.change : 'same'
  const as = (text: string) => mark(text === '' ? [] : [{ change: whole, text }])
  return { title: as(change.part.title), words: as(change.part.words) }
}

export function mark(stretches: readonly Stretch[]) {
  return stretches.map(({ change, text }) => ({ tag: { same: '', added: 'ins', 'taken away': 'del' }[change], text }))
}
