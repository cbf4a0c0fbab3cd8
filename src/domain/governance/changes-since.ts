import { type IsoDate, sayDate } from '../shared/calendar-date.ts'

/** What changed, since the last pack, in how a figure is counted, when a promise is kept, or what is joined to what. */
export type ChangeSince =
  | { what: 'line'; on: IsoDate; keptFrom: number; partlyFrom: number; why: string }
  | { what: 'wording'; measure: string; from: number; to: number }
  | { what: 'local definition'; measure: string; on: IsoDate; isNew: boolean; why: string }
  | { what: 'direction'; measure: string; on: IsoDate; direction: 'higher' | 'lower' | 'none'; why: string }
  | { what: 'target'; measure: string; on: IsoDate; why: string }
  | { what: 'join'; on: IsoDate; from: string; to: string; isEnded: boolean }
  | { what: 'pledge'; version: string; on: IsoDate; why: string }
  | { what: 'strategy'; version: number; on: IsoDate; why: string }

const DIRECTIONS = { higher: 'higher is better', lower: 'lower is better', none: 'neither way is called good' }

/** What changed, when, and why: a row of words each, in the order of the kinds above. */
export function sayChange(change: ChangeSince): [what: string, on: string, why: string] {
  switch (change.what) {
    case 'line':
      return [
        `A promise is now kept from ${change.keptFrom} of every 100 children, and partly kept from ${change.partlyFrom}`,
        sayDate(change.on),
        change.why,
      ]
    case 'wording':
      return [
        `${change.measure} is counted by wording ${change.to} of its definition; in the last pack it was wording ${change.from}`,
        '',
        'A new release of Kept',
      ]
    case 'local definition':
      return [
        change.isNew ? `${change.measure} is a new figure of our own` : `${change.measure} is counted in another way`,
        sayDate(change.on),
        change.why,
      ]
    case 'direction':
      return [`${change.measure}: ${DIRECTIONS[change.direction]}`, sayDate(change.on), change.why]
    case 'target':
      return [`${change.measure} has a target that is new or changed`, sayDate(change.on), change.why]
    case 'join':
      return [
        change.isEnded
          ? `${change.from} is no longer joined to ${change.to}`
          : `${change.from} is joined to ${change.to}`,
        sayDate(change.on),
        '',
      ]
    case 'pledge':
      return [`The promises have a new version, ${change.version}`, sayDate(change.on), change.why]
    case 'strategy':
      return [`The strategy has a new version, ${change.version}`, sayDate(change.on), change.why]
  }
}

/** By which wording each figure is counted, where it is not the first: kept in a pack, so that the next can tell. */
export type Wordings = Record<string, number>

/** Which figures are counted otherwise than in the last pack. Null: that one did not write down how, so nothing can be said. */
export function compareWordings(last: Wordings | null, now: Wordings): { measure: string; from: number; to: number }[] {
  if (last === null) return []
  return [...new Set([...Object.keys(last), ...Object.keys(now)])]
    .sort()
    .map((measure) => ({ measure, from: last[measure] ?? 1, to: now[measure] ?? 1 }))
    .filter(({ from, to }) => from !== to)
}
