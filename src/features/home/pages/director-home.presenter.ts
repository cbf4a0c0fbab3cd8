import { type IsoDate, sayDate } from '../../../domain/shared/calendar-date.ts'
import type { ActionGaps } from '../../governance/index.ts'
import { type MyItem, presentWall, promisePaths, sayCount, type Wall } from '../../promises/index.ts'

export interface DirectorHomeFacts {
  items: MyItem[]
  wall: Wall | null
  personId: string
  /** What the plan lacks, for whoever keeps it; null for those who answer for parts of it. */
  gaps: ActionGaps | null
  today: IsoDate
}

/** Finishes every word of a director's first screen. */
export function presentDirectorHome({ items, wall, personId, gaps, today }: DirectorHomeFacts) {
  const keepsPlan = gaps !== null
  const owed = items.filter((item) => item.owed !== null)
  const rest = items.filter((item) => item.owed === null)
  const mine = (wall?.promises ?? []).filter(({ item }) => item.ownerId === personId)
  const shown = wall === null ? null : presentWall(wall, today)
  return {
    hasCommitments: items.some(({ kind }) => kind === 'commitments'),
    sentence:
      gaps !== null && items.length === 0
        ? wall === null
          ? 'No promises have been entered yet.'
          : sayGaps(gaps)
        : sayOwed(items, owed),
    gaps:
      gaps === null
        ? []
        : [
            { value: String(gaps.late), text: 'late' },
            { value: String(gaps.noOwner), text: 'with no owner' },
            { value: String(gaps.noWayToTell), text: 'with no way to tell' },
          ],
    owed: owed.map(presentRow),
    rest: rest.map(presentRow),
    promises: mine.map(({ item, state, because }) => ({
      text: `${item.position}. ${item.title}`,
      href: promisePaths.promise(item.id),
      note: because,
      pill: { state },
    })),
    wall: shown,
    asAt: `as at ${sayDate(today)}`,
    isEmpty: items.length === 0 && mine.length === 0 && !keepsPlan,
    keepsPlan,
  }
}

function sayOwed(items: MyItem[], owed: MyItem[]): string {
  if (items.length === 0) return 'Nothing is yours to answer for today.'
  if (owed.length === 0)
    return `Nothing is owed today. You answer for ${items.length === 1 ? 'one thing' : `${sayCount(items.length).toLowerCase()} things`}.`
  return `${sayCount(owed.length)} of your ${sayCount(items.length).toLowerCase()} ${items.length === 1 ? 'commitment or action' : 'commitments and actions'} ${owed.length === 1 ? 'wants' : 'want'} a word from you.`
}

/** Why whoever keeps the plan came: what is late or lacks somebody or a way to tell. */
function sayGaps({ late, noOwner, noWayToTell }: ActionGaps): string {
  const parts = [
    [late, 'late'],
    [noOwner, 'without an owner'],
    [noWayToTell, 'without a way to tell'],
  ].flatMap(([count, said]) => (count === 0 ? [] : [{ count: Number(count), said }]))
  if (parts.length === 0) return 'Every action has an owner, a day and a way to tell, and none is late.'
  const [first, ...rest] = parts
  const begin = `${sayCount(first!.count)} ${first!.count === 1 ? 'action is' : 'actions are'} ${first!.said}`
  return `${[begin, ...rest.map(({ count, said }) => `${sayCount(count).toLowerCase()} ${said}`)].join(', ')}.`
}

function presentRow(item: MyItem) {
  return {
    text: item.title,
    note: `${item.kind === 'commitments' ? 'A commitment' : 'An action'} · ${item.owedText || item.when} · ${item.said}`,
    pill: item.pill,
    action: {
      text: item.owed === null ? 'Open' : 'Say how it stands',
      href: item.href,
      visuallyHiddenText: item.title,
    },
  }
}
