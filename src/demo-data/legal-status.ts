import type { Day } from './day-number.ts'
import type { CareStay, Member } from './family.ts'
import type { Random } from './random.ts'

/** By what law the council looks after a child, from which day: the codes of the return. */
export interface LegalStep {
  from: Day
  status: string
}

export function planLegalStatus(member: Member, stay: CareStay, last: Day, random: Random): LegalStep[] {
  if (member.alone) return [{ from: stay.start, status: 'V2' }]
  const isUnder14 = (stay.start - member.born) / 365.25 < 14
  const steps: LegalStep[] = []
  let day = stay.start
  const first = random.weighted(isUnder14 ? UNDER_14 : FROM_14)
  steps.push({ from: day, status: first })
  // Police protection ends within 72 hours, an emergency order within eight days.
  if (first === 'L1' || first === 'L2') {
    day += first === 'L1' ? random.whole(1, 3) : random.whole(3, 8)
    steps.push({ from: day, status: random.chance(0.7) ? 'C1' : 'V2' })
  }
  const agreed = steps.at(-1)?.status === 'V2'
  const goesToCourt = agreed && (stay.leaving === 'adoption' || random.chance(isUnder14 ? 0.75 : 0.25))
  if (goesToCourt) {
    day += random.whole(40, 240)
    steps.push({ from: day, status: 'C1' })
  }
  if (steps.at(-1)?.status === 'C1') {
    // Care proceedings: 26 weeks is the aim, and often a little more.
    day += random.whole(150, 330)
    steps.push({ from: day, status: 'C2' })
  }
  return steps.filter((step) => step.from < last)
}

/** A placement order takes the place of what was there; a child placed for adoption must have had one. */
export function addPlacementOrder(steps: LegalStep[], ordered: Day): LegalStep[] {
  return [...steps.filter((step) => step.from < ordered), { from: ordered, status: 'E1' }]
}

export function statusOn(steps: LegalStep[], day: Day): string {
  let status = (steps[0] as LegalStep).status
  for (const step of steps) if (step.from <= day) status = step.status
  return status
}

const UNDER_14: [string, number][] = [
  ['C1', 46],
  ['V2', 40],
  ['L1', 7],
  ['L2', 7],
]
const FROM_14: [string, number][] = [
  ['V2', 60],
  ['C1', 32],
  ['L1', 6],
  ['L2', 2],
]
