import { type IsoDate, sayDate } from '../../../domain/shared/calendar-date.ts'
import { type MyItem, presentWall, promisePaths, sayCount, type Wall } from '../../promises/index.ts'

export interface DirectorHomeFacts {
  items: MyItem[]
  wall: Wall | null
  personId: string
  /** Whether the reader keeps the plan, rather than answering for parts of it. */
  keepsPlan: boolean
  today: IsoDate
}

/** Finishes every word of a director's first screen. */
export function presentDirectorHome({ items, wall, personId, keepsPlan, today }: DirectorHomeFacts) {
  const owed = items.filter((item) => item.owed !== null)
  const rest = items.filter((item) => item.owed === null)
  const mine = (wall?.promises ?? []).filter(({ item }) => item.ownerId === personId)
  const shown = wall === null ? null : presentWall(wall, today)
  return {
    sentence:
      keepsPlan && items.length === 0
        ? (shown?.sentence ?? 'No promises have been entered yet.')
        : sayOwed(items, owed),
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
