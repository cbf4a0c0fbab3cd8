import type { Query } from '../../database/database.ts'
import { addMonths, type IsoDate } from '../../domain/shared/calendar-date.ts'
import { listBodies, listSeats, type Part, saySeat } from '../bodies/index.ts'
import { ACT_KINDS, type Act, listOffers, listToldActs, type Offer } from './member.store.ts'

/** Somebody who is a parent here by their seat. */
export interface Parent {
  /** Null for those who never sign in: they have no page of their own. */
  personId: string | null
  name: string
  party: string | null
  organisation: string | null
  seats: { body: string; bodyId: string; part: Part }[]
  /** Whether they are among those whose induction and training are counted: as `member_training` counts them. */
  isMember: boolean
  offers: Offer[]
  told: Act[]
}

/** Everybody with a seat today, young people and clerks left out: rule 35 keeps the first unnamed, and the second serve. */
export async function readDirectory(query: Query, today: IsoDate): Promise<Parent[]> {
  const bodies = new Map((await listBodies(query)).map((body) => [body.id, body]))
  const offers = await listOffers(query)
  const told = await listToldActs(query, addMonths(today, -12))
  const parents = new Map<string, Parent>()
  for (const seat of await listSeats(query, null)) {
    if (seat.part === 'young people' || seat.part === 'clerk' || seat.organisation === 'Young people') continue
    const key = seat.personId ?? `${seat.bodyId} ${seat.name}`
    const parent = parents.get(key) ?? {
      personId: seat.personId,
      name: saySeat(seat),
      party: seat.party,
      organisation: seat.organisation,
      seats: [],
      isMember: false,
      offers: offers.filter(({ personId }) => personId === seat.personId),
      told: told.filter(({ personId }) => personId === seat.personId),
    }
    parent.party ??= seat.party
    parent.organisation ??= seat.organisation
    const body = bodies.get(seat.bodyId)!
    parent.seats.push({ body: body.name, bodyId: seat.bodyId, part: seat.part })
    parent.isMember ||=
      seat.personId !== null &&
      ['council', 'board', 'scrutiny'].includes(body.kind) &&
      ['chair', 'vice chair', 'member'].includes(seat.part) &&
      seat.startsOn <= today
    parents.set(key, parent)
  }
  return [...parents.values()].sort((one, other) => one.name.localeCompare(other.name))
}

/** Those in whose name, party, seats, offers or told acts every word stands, in any letters. */
export function findParents(parents: Parent[], words: string): Parent[] {
  const asked = words.toLocaleLowerCase('en-GB').split(/\s+/).filter(Boolean)
  return parents.filter((parent) => {
    const text = [
      parent.name,
      parent.party,
      parent.organisation,
      ...parent.seats.map(({ body }) => body),
      ...parent.offers.map((offer) => offer.words),
      ...parent.told.map((act) => `${ACT_KINDS[act.kind]} ${act.words}`),
    ]
      .join('\n')
      .toLocaleLowerCase('en-GB')
    return asked.every((word) => text.includes(word))
  })
}
