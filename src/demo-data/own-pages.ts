import { WORKER_PICTURES } from '../domain/own/look.ts'
import type { Payload } from '../domain/record/event-kinds.ts'
import type { DemoChild, DemoStaff } from './demo-council.ts'
import { makeRandom, type Random } from './random.ts'

/** What Exampleshire's young people called their door, and the picture they drew for it. */
export const DEMO_DOOR = { name: 'The Den', picture: 'den' }

export interface DemoShown {
  staffKey: string
  picture: string
  firstName: string
  hours: string
  whatIDo: string
}

const HOURS = [
  'Monday to Friday, 9 to 5. I text back the same day.',
  'Monday to Thursday, 9 to 6. On Fridays I am out on visits.',
  'Every day but Wednesday, 9 to 5.',
  'Monday to Friday, 10 to 6. You can leave me a message at night.',
]
const WORKER_WORDS = [
  '',
  'I come to see you, I listen, and I tell people what you need. I like board games.',
  'I am there to sort things out with you. Ask me anything, even if it seems small.',
  'I visit you at home or we go for a walk. I bring the dog if you like dogs.',
]
const REVIEWER_WORDS = ['', 'I run your meeting the way you like it. You can call me before it.']
const ADVISER_WORDS = ['', 'Home, money, college, forms: we do them together, when you want to.']

/** What each colleague who works with children chose to show. A few have not chosen yet. */
export function makeShown(staff: readonly DemoStaff[]): DemoShown[] {
  const words: Partial<Record<string, string[]>> = {
    social_worker: WORKER_WORDS,
    iro: REVIEWER_WORDS,
    personal_adviser: ADVISER_WORDS,
  }
  return staff.flatMap((one) => {
    const own = words[one.role]
    if (own === undefined) return []
    const random = makeRandom(`shown ${one.key}`)
    if (random.chance(0.1)) return []
    const picture = random.pick(WORKER_PICTURES.map(([name]) => name))
    return [
      { staffKey: one.key, picture, firstName: one.givenName, hours: random.pick(HOURS), whatIDo: random.pick(own) },
    ]
  })
}

export interface DemoNight {
  childCode: string
  firstName: string
  part: 'carer' | 'night staff' | 'sleeps in' | 'on call'
  picture: string
  phone: string | null
  nights: number[]
  fromTime: string
  toTime: string
}

type NightPerson = Omit<DemoNight, 'childCode'>

const CARERS = ['Jean', 'Tony', 'Marcia', 'Dil', 'Annie', 'Bert', 'Precious', 'Kath', 'Musa', 'Lorna', 'Ravi', 'Sheila']
const NIGHT_STAFF = ['Bea', 'Kwame', 'Jools', 'Nadia', 'Terry', 'Ife', 'Sian', 'Marek', 'Dot', 'Amir']
const FACES = WORKER_PICTURES.slice(0, 8).map(([name]) => name)
const ALL_WEEK = [1, 2, 3, 4, 5, 6, 7]

/** Who is there at night in each home of today. Children of one home have the same people. */
export function makeNights(children: readonly DemoChild[]): DemoNight[] {
  return children.flatMap((child) => {
    const home = child.facts.findLast((fact) => fact.kind === 'episode' && fact.endsOn === null)
    if (home === undefined) return []
    const address = child.facts.findLast((fact) => fact.kind === 'placement_address' && fact.startsOn === home.startsOn)
    const { placementPostcode, urn } = (address?.data ?? {}) as Partial<Payload<'placement_address'>>
    const random = makeRandom(`night ${urn ?? placementPostcode ?? child.code}`)
    const people = whoIsThere((home.data as Payload<'episode'>).placement, random)
    return people.map((person) => ({ childCode: child.code, ...person }))
  })
}

function whoIsThere(placement: string, random: Random): NightPerson[] {
  if (/^[UQ]/.test(placement)) return carers(random)
  if (/^K/.test(placement)) return shifts(random)
  if (placement === 'H5') return [sleeper(random), caller(random)]
  return placement === 'P2' ? [caller(random)] : []
}

function carers(random: Random): NightPerson[] {
  const names = random.shuffle(CARERS).slice(0, random.chance(0.6) ? 2 : 1)
  return names.map((firstName) => ({
    ...seen(firstName, random),
    part: 'carer',
    nights: ALL_WEEK,
    fromTime: '00:00',
    toTime: '00:00',
  }))
}

/** Two shifts share the week, and somebody is always on the phone. */
function shifts(random: Random): NightPerson[] {
  const [first, second] = random.shuffle(NIGHT_STAFF) as [string, string]
  const week = [
    [first, [1, 2, 3, 7]],
    [second, [4, 5, 6]],
  ] as const
  const awake = week.map(([firstName, nights]) => ({
    ...seen(firstName, random),
    part: 'night staff' as const,
    nights: [...nights],
    fromTime: '21:00',
    toTime: '07:30',
  }))
  return [...awake, caller(random)]
}

function sleeper(random: Random): NightPerson {
  const firstName = random.pick(NIGHT_STAFF)
  return { ...seen(firstName, random), part: 'sleeps in', nights: ALL_WEEK, fromTime: '22:00', toTime: '08:00' }
}

/** A number that leads nowhere: Ofcom keeps 01632 960 for stories. */
function caller(random: Random): NightPerson {
  const phone = `01632 960${random.whole(100, 999)}`
  return {
    ...seen(random.pick(NIGHT_STAFF), random),
    phone,
    part: 'on call',
    nights: ALL_WEEK,
    fromTime: '17:00',
    toTime: '09:00',
  }
}

function seen(firstName: string, random: Random) {
  return { firstName, picture: random.pick(FACES), phone: null }
}
