import { BESIDE, type Beside, VERDICTS, type Verdict } from '../domain/promises/verdict.ts'
import { addDays, ageOn, type IsoDate } from '../domain/shared/calendar-date.ts'
import type { DemoChild } from './demo-council.ts'
import { makeRandom } from './random.ts'

export interface DemoVerdict {
  childCode: string
  promiseTitle: string
  said: Verdict
  beside: Beside
  saidOn: IsoDate
}

const HOW_MANY = 44
const FROM_AGE = 6
const TO_AGE = 19

/** Shares of yes, a bit, no, not about me, rather not say: what Exampleshire's children think of each promise. */
const SHARES: Record<string, [number, number, number, number, number]> = {
  'A home that lasts': [0.5, 0.25, 0.2, 0.05, 0],
  'Close to what you know': [0.42, 0.3, 0.2, 0.08, 0],
  'A worker who stays': [0.2, 0.26, 0.42, 0, 0.12],
  'Papers that are mine': [0.2, 0.6, 0.04, 0.16, 0],
  'Your meeting, your way': [0.4, 0.36, 0.16, 0.04, 0.04],
  'Who to call': [0.62, 0.22, 0.16, 0, 0],
  'Brothers and sisters': [0.22, 0.26, 0.3, 0.22, 0],
  'Well in body and mind': [0.26, 0.4, 0.24, 0.02, 0.08],
  'A good place of your own': [0.16, 0.16, 0.05, 0.63, 0],
  'Work or learning you like': [0.3, 0.26, 0.06, 0.38, 0],
  'Kind words': [0.55, 0.3, 0.15, 0, 0],
  'Things to look forward to': [0.66, 0.2, 0.14, 0, 0],
  'Putting it right': [0.16, 0.38, 0.34, 0.02, 0.1],
  'We ask, and we learn': [0.4, 0.32, 0.18, 0.06, 0.04],
  'Your language stays yours': [0.24, 0.2, 0.16, 0.4, 0],
  'Your special days': [0.34, 0.28, 0.3, 0.08, 0],
  'Hair, skin, food and faith': [0.36, 0.24, 0.2, 0.2, 0],
  'People like you around you': [0.18, 0.26, 0.38, 0.14, 0.04],
}
/** What speaks of growing up is not about the youngest, and they say so. */
const FOR_OLDER = new Set(['Papers that are mine', 'A good place of your own', 'Work or learning you like'])

/** About forty children and young adults of different ages, each saying what they like of each promise. Some changed their mind. */
export function makeVerdicts(children: readonly DemoChild[], today: IsoDate): DemoVerdict[] {
  const random = makeRandom('verdicts')
  const asked = random.shuffle(children.filter((child) => isAsked(child, today))).slice(0, HOW_MANY)
  return Object.entries(SHARES).flatMap(([promiseTitle, shares]) => {
    const chance = random.fork(promiseTitle)
    const mixed = chance.shuffle(asked)
    const order = FOR_OLDER.has(promiseTitle) ? mixed.toSorted((a, b) => bornOn(a).localeCompare(bornOn(b))) : mixed
    const answers = spread(shares, order.length, FOR_OLDER.has(promiseTitle))
    return order.flatMap((child, nth): DemoVerdict[] => {
      const said = answers[nth]!
      const saidOn = addDays(today, -chance.whole(3, 150))
      const one = { childCode: child.code, promiseTitle, beside: chance.weighted(WITH) }
      const earlier =
        chance.chance(0.12) && said !== 'no' ? [{ ...one, said: 'no' as const, saidOn: addDays(saidOn, -60) }] : []
      return [...earlier, { ...one, said, saidOn }]
    })
  })
}

const WITH = BESIDE.map((name, nth) => [name, [10, 4, 5, 2, 1][nth]!] as const)

function isAsked({ facts, restricted, isCareLeaver }: DemoChild, today: IsoDate): boolean {
  const isHere = isCareLeaver || facts.some(({ kind, endsOn }) => kind === 'episode' && endsOn === null)
  const born = facts.find(({ kind }) => kind === 'characteristics')
  if (!isHere || restricted || born === undefined) return false
  const age = ageOn(born.startsOn, today)
  return age >= FROM_AGE && age <= TO_AGE
}

function bornOn({ facts }: DemoChild): IsoDate {
  return facts.find(({ kind }) => kind === 'characteristics')!.startsOn
}

/** Answers in these shares. For promises about growing up, "not about me" comes last, where the youngest stand. */
function spread(shares: readonly number[], count: number, isYoungestLast: boolean): Verdict[] {
  const order: Verdict[] = isYoungestLast ? ['a bit', 'yes', 'no', 'rather not say', 'not about me'] : [...VERDICTS]
  const share = (said: Verdict) => shares[VERDICTS.indexOf(said)]!
  let sum = 0
  const ends = order.map((said) => {
    sum += share(said)
    return { said, end: Math.round(sum * count) }
  })
  return Array.from({ length: count }, (_, nth) => ends.find(({ end }) => nth < end)?.said ?? order[0]!)
}
