import { isShortBreak } from '../../../domain/measures/in-care.ts'
import { sayCode } from '../../../domain/record/code-words.ts'
import type { Payload } from '../../../domain/record/event-kinds.ts'
import { eventKinds } from '../../../domain/record/event-kinds.ts'
import { findHomeOn, type Home, listHomes } from '../../../domain/record/list-homes.ts'
import { ageOn, type IsoDate, sayDate } from '../../../domain/shared/calendar-date.ts'
import { sayInstant } from '../../../domain/shared/say-instant.ts'
import type { RecordedEvent } from '../../../shapes/event/ledger.store.ts'
import { type ChildRights, type NamedPerson, nameOf } from '../../../shapes/person/child.store.ts'
import { homesTimeline } from '../../../web/chart/homes-timeline.ts'
import { paths } from '../children.paths.ts'
import type { HomePlace } from '../home-place.store.ts'
import { sayFact } from './say-fact.ts'

const ROLES: Record<string, string> = {
  social_worker: 'Social worker',
  iro: 'Reviewing officer',
  personal_adviser: 'Personal adviser',
  sibling: 'Brother or sister',
}

interface RecordFacts {
  child: { id: string; givenName: string | null; familyName: string | null; code: string | null; isRestricted: boolean }
  rights: ChildRights
  events: RecordedEvent[]
  people: NamedPerson[]
  corrections: (RecordedEvent & { was: RecordedEvent })[]
  places: ReadonlyMap<string, HomePlace>
  today: IsoDate
}

/** Finishes every word of a record, of what this reader may see of it. */
export function presentRecord({ child, rights, events, people, corrections, places, today }: RecordFacts) {
  const name = nameOf(child)
  const homes = homesOf(events)
  const home = findHomeOn(homesOf(events.filter((event) => !isBreak(event))), today)
  const addresses = events.filter((event) => event.kind === 'placement_address')
  const shown = events.filter((event) => event.kind !== 'placement_address')
  const years = [...new Set(shown.map((event) => event.startsOn.slice(0, 4)))].sort().reverse()
  return {
    name,
    sentence: saySentence(name, events, home, rights, today),
    lead: [
      home === null ? '' : sayInCareSince(events, home),
      child.givenName && child.code ? `Return number ${child.code}.` : '',
    ]
      .filter(Boolean)
      .join(' '),
    banner:
      rights.openUntil === null
        ? ''
        : `You opened this record for a reason. It closes to you at ${sayInstant(rights.openUntil)}, and a manager of the child’s team can read that you opened it.`,
    papersHref: rights.canWrite.has('leaving_care') ? paths.papers(child.id) : '',
    isRestricted: child.isRestricted,
    people: people.map((person) => ({
      lead: { text: ROLES[person.role] ?? person.role },
      text: person.name,
      note: saySpan(person.startsOn, person.endsOn),
    })),
    chart: presentChart(events, homes, today),
    years: years.map((year) => ({
      title: year,
      rows: shown
        .filter((event) => event.startsOn.startsWith(year))
        .reverse()
        .map((event) => presentEvent(event, child.id, rights)),
    })),
    addresses: addresses.reverse().map((event) => ({
      lead: { text: saySpan(event.startsOn, event.endsOn) },
      text: `${isOpenOn(event, today) ? 'Lives' : 'Lived'} at ${event.data.placementPostcode ?? 'a place not held'}; from ${event.data.homePostcode ?? 'a place not held'}`,
      note: sayHomePlace(places.get(event.id), event.data.urn),
      ...(rights.canWrite.has('location')
        ? {
            action: {
              text: 'Put right',
              href: paths.correct(child.id, event.id),
              visuallyHiddenText: `where the home was from ${sayDate(event.startsOn)}`,
            },
          }
        : {}),
    })),
    corrections: corrections.map((event) => ({
      lead: { text: eventKinds[event.kind].title },
      text: event.voids
        ? 'Said to have never happened'
        : `Now: ${sayFact(event.kind, event.data)}, ${saySpan(event.startsOn, event.endsOn)}`,
      note: `Before: ${sayFact(event.kind, event.was.data)}, ${saySpan(event.was.startsOn, event.was.endsOn)}. Why: ${event.reason}. ${event.recordedBy ?? 'Somebody'}, ${sayInstant(event.recordedAt)}`,
    })),
    tonightHref: rights.canWrite.has('location') ? `/children/${child.id}/tonight` : '',
    letInHref: rights.canLetIn ? `/children/${child.id}/let-in` : '',
    whoLookedHref: rights.canReadWhoLooked ? paths.whoLooked(child.id) : '',
  }
}

function presentEvent(event: RecordedEvent, childId: string, rights: ChildRights) {
  const kind = eventKinds[event.kind]
  const isBirth = kind.key === 'child'
  const writable = rights.canWrite.has(kind.fieldGroup)
  return {
    lead: { text: kind.title },
    text: sayFact(event.kind, event.data),
    note: `${isBirth ? `Born ${sayDate(event.startsOn)}` : saySpan(event.startsOn, event.endsOn)} · ${saySource(event)}`,
    ...(writable
      ? {
          action: {
            text: 'Put right',
            href: paths.correct(childId, event.id),
            visuallyHiddenText: `${kind.title.toLowerCase()} from ${sayDate(event.startsOn)}`,
          },
        }
      : {}),
  }
}

/** Colleagues are all seen by colleagues; a recorder who is none of them is Kept itself. */
function saySource(event: RecordedEvent): string {
  const { file, line, form } = event.source
  const by = `recorded ${sayInstant(event.recordedAt).split(',')[0]} by ${event.recordedBy || 'Kept itself'}`
  if (file && line) return `from the return of ${sayDate(event.statedOn)}, ${file} line ${line}, ${by}`
  if (form === 'made up') return 'made up'
  return form ? `${form} of ${sayDate(event.statedOn)}, ${by}` : `as stated on ${sayDate(event.statedOn)}, ${by}`
}

function sayHomePlace(place: HomePlace | undefined, urn: unknown): string {
  return [
    place === undefined || place.isInOurArea === null ? '' : place.isInOurArea ? 'In our area' : 'Not in our area',
    place === undefined || place.miles === null
      ? ''
      : `${place.miles} ${place.miles === 1 ? 'mile' : 'miles'} from their own home`,
    urn ? `Home’s number ${urn}` : '',
  ]
    .filter(Boolean)
    .join(' · ')
}

function saySpan(startsOn: IsoDate, endsOn: IsoDate | null): string {
  if (endsOn === startsOn) return sayDate(startsOn)
  return endsOn === null ? `since ${sayDate(startsOn)}` : `${sayDate(startsOn)} to ${sayDate(endsOn)}`
}

function homesOf(events: RecordedEvent[]): Home[] {
  return listHomes(
    events
      .filter((event) => event.kind === 'episode')
      .map(({ startsOn, endsOn, data }) => ({ startsOn, endsOn, ...(data as Payload<'episode'>) })),
  )
}

/** A short break under an agreement is not being in our care. */
function isBreak({ kind, data }: RecordedEvent): boolean {
  return kind === 'episode' && isShortBreak(data as Payload<'episode'>)
}

function isOpenOn({ startsOn, endsOn }: RecordedEvent, day: IsoDate): boolean {
  return startsOn <= day && (endsOn === null || endsOn > day)
}

function saySentence(
  name: string,
  events: RecordedEvent[],
  home: Home | null,
  rights: ChildRights,
  today: IsoDate,
): string {
  const bornOn = events.find((event) => event.kind === 'characteristics')?.startsOn
  const first = bornOn === undefined ? name : `${name} is ${ageOn(bornOn, today)}`
  if (home === null)
    return !rights.canReadCare || bornOn === undefined
      ? `${first}.`
      : events.some((event) => isBreak(event) && isOpenOn(event, today))
        ? `${first} and has short breaks with us, and is not in our care today.`
        : `${first} and is not in our care today.`
  return `${first}${bornOn === undefined ? ':' : ' and'} ${sayPlace(home.placement)}, since ${sayDate(home.startsOn)}.`
}

function sayPlace(placement: string): string {
  const place = sayCode('placement', placement)
  if (/^T[0-4]$/.test(placement)) return `is away from home: ${place}`
  return /^(with|where|somewhere) /.test(place) ? `lives ${place}` : `lives in ${place}`
}

/** When they came into our care this time, where that is not the day they came to live where they live. */
function sayInCareSince(events: RecordedEvent[], home: Home): string {
  const came = events.findLast(
    (event) => event.kind === 'episode' && event.data.reasonForNewEpisode === 'S' && event.startsOn <= home.startsOn,
  )
  return came === undefined || came.startsOn === home.startsOn ? '' : `In our care since ${sayDate(came.startsOn)}.`
}

function presentChart(events: RecordedEvent[], homes: Home[], today: IsoDate) {
  const episodes = events.filter((event) => event.kind === 'episode')
  if (episodes.length === 0) return null
  const stretch = (event: RecordedEvent, text: string) => ({ startsOn: event.startsOn, endsOn: event.endsOn, text })
  return homesTimeline({
    id: 'years',
    title: 'Homes, workers and reviews over time',
    from: episodes[0]!.startsOn,
    until: today,
    lanes: [
      {
        title: 'Homes',
        stretches: homes.map(({ startsOn, endsOn, placement }) => ({
          startsOn,
          endsOn,
          text: sayCode('placement', placement),
        })),
      },
      {
        title: 'Social workers',
        stretches: events
          .filter((event) => event.kind === 'social_worker' && (event.endsOn ?? today) >= episodes[0]!.startsOn)
          .map((event) =>
            stretch(
              { ...event, startsOn: event.startsOn < episodes[0]!.startsOn ? episodes[0]!.startsOn : event.startsOn },
              String(event.data.worker),
            ),
          ),
      },
      {
        title: 'Reviews',
        moments: events
          .filter((event) => event.kind === 'review')
          .map((event) => ({ on: event.startsOn, text: sayCode('participation', String(event.data.participation)) })),
      },
    ].filter((lane) => (lane.stretches ?? lane.moments ?? []).length > 0),
  })
}
