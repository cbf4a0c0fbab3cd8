import { eventKinds } from '../../../domain/record/event-kinds.ts'
import { type IsoDate, sayDate } from '../../../domain/shared/calendar-date.ts'
import type { StagedExample } from '../example.store.ts'

const fieldWords: Record<string, string> = {
  reasonForNewEpisode: 'why it began',
  legalStatus: 'legal status',
  need: 'main need',
  placement: 'kind of home',
  reasonEnded: 'why it ended',
  reasonPlaceChanged: 'why the home changed',
  participation: 'part in the review',
  homePostcode: 'own home',
  placementPostcode: 'where the home is',
  urn: 'number of the home',
  upn: 'pupil number',
  inTouch: 'in touch',
}

/** What a staged row says, in one line: from when to when, and what would be different. */
export function sayChange(example: StagedExample): string {
  const dates = isOfWholeLife(example)
    ? `born ${sayDate(example.startsOn)}`
    : sayDates(example.startsOn, example.endsOn)
  if (example.was === null) return dates
  if (example.action === 'withdrawn') return `${dates}: no longer in the return`
  const differences = [...sayDateDifferences(example, example.was), ...sayFieldDifferences(example, example.was.data)]
  return `${dates}: ${differences.join('; ')}`
}

export function sayKindOf({ kind }: StagedExample): string {
  return eventKinds[kind].title
}

/** Who the child is starts with the birth date. */
function isOfWholeLife({ kind }: StagedExample): boolean {
  return eventKinds[kind].key === 'child'
}

function sayDates(startsOn: IsoDate, endsOn: IsoDate | null): string {
  if (endsOn === null) return `from ${sayDate(startsOn)}`
  return endsOn === startsOn ? sayDate(startsOn) : `${sayDate(startsOn)} to ${sayDate(endsOn)}`
}

function sayDateDifferences(now: StagedExample, was: NonNullable<StagedExample['was']>): string[] {
  const said: string[] = []
  const began = isOfWholeLife(now) ? 'born' : 'began'
  if (was.startsOn !== now.startsOn) said.push(`${began} ${sayDate(was.startsOn)} → ${sayDate(now.startsOn)}`)
  if (was.endsOn !== now.endsOn) {
    if (was.endsOn === null) said.push('now has an end')
    else said.push(`ended ${sayDate(was.endsOn)} → ${now.endsOn === null ? 'goes on' : sayDate(now.endsOn)}`)
  }
  return said
}

function sayFieldDifferences({ kind, data }: StagedExample, was: Record<string, unknown>): string[] {
  // Rule 16: what tells where a child is stays off a page that does not need it.
  const isLocation = eventKinds[kind].fieldGroup === 'location'
  const names = [...new Set([...Object.keys(was), ...Object.keys(data)])]
  return names
    .filter((name) => (was[name] ?? null) !== (data[name] ?? null))
    .map((name) =>
      isLocation ? `${sayField(name)} changed` : `${sayField(name)} ${sayValue(was[name])} → ${sayValue(data[name])}`,
    )
}

function sayField(name: string): string {
  return fieldWords[name] ?? name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
}

function sayValue(value: unknown): string {
  if (value === null || value === undefined) return 'blank'
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return String(value)
}
