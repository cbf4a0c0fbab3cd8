import type { Payload } from '../domain/record/event-kinds.ts'
import { birthdayOf, type Day, isoOf } from './day-number.ts'
import type { DemoChild, DemoRelationship, DemoStaff } from './demo-council.ts'
import type { CareStay, Member } from './family.ts'
import type { Random } from './random.ts'

/** Who is what to a child, from when to when: what opens a record, and what (barred) keeps it shut. */
export function relateWorkers(child: DemoChild, byNumber: Map<string, DemoStaff>): DemoRelationship[] {
  const related: DemoRelationship[] = []
  for (const fact of child.facts) {
    if (fact.kind !== 'social_worker') continue
    const worker = byNumber.get((fact.data as Payload<'social_worker'>).worker)
    if (worker === undefined) continue // has left the council
    related.push(relate(worker.key, child, 'social_worker', fact.startsOn, fact.endsOn))
  }
  return related
}

/** The independent reviewing officer, who stays with a child through all of their time in care. */
export function relateReviewer(child: DemoChild, stay: CareStay, reviewer: DemoStaff): DemoRelationship {
  return relate(reviewer.key, child, 'iro', isoOf(stay.start), stay.end === null ? null : isoOf(stay.end))
}

/** A personal adviser: by three months after the 16th birthday for those in care, and on after leaving. */
export function relateAdviser(
  child: DemoChild,
  member: Member,
  adviser: DemoStaff,
  today: Day,
): DemoRelationship | null {
  const last = member.stays.at(-1) as CareStay
  const offered = Math.max(birthdayOf(member.born, 16) + 60, (member.stays[0] as CareStay).start + 30)
  const from = last.end !== null && last.end < offered ? last.end : offered
  const isOwed = child.isCareLeaver || (last.end === null && from <= today)
  return isOwed && from <= today ? relate(adviser.key, child, 'personal_adviser', isoOf(from), null) : null
}

/** Brothers and sisters, each to each. */
export function relateSiblings(children: { child: DemoChild; member: Member }[]): DemoRelationship[] {
  const related: DemoRelationship[] = []
  for (const one of children) {
    for (const other of children) {
      if (one === other) continue
      const startsOn = isoOf(Math.max(one.member.born, other.member.born))
      related.push({
        personKey: null,
        relatedChildCode: other.child.code,
        childCode: one.child.code,
        role: 'sibling',
        reason: null,
        startsOn,
        endsOn: null,
      })
    }
  }
  return related
}

/** Somebody who must never see this child's record, whatever their role: here, because they are family (rule 15). */
export function barKin(
  child: DemoChild,
  others: DemoRelationship[],
  staff: DemoStaff[],
  random: Random,
): DemoRelationship {
  const known = new Set(others.filter((one) => one.childCode === child.code).map((one) => one.personKey))
  const teams = new Set(staff.filter((one) => known.has(one.key)).map((one) => one.teamKey))
  const workers = staff.filter((one) => one.role === 'social_worker')
  const strangers = workers.filter((one) => !known.has(one.key) && !teams.has(one.teamKey))
  const anybody = workers.filter((one) => !known.has(one.key))
  const kin = random.pick(
    strangers.length > 0
      ? strangers
      : anybody.length > 0
        ? anybody
        : staff.filter((one) => one.role === 'board_member'),
  )
  return { ...relate(kin.key, child, 'barred', child.facts[0]?.startsOn ?? '', null), reason: 'Related to the child' }
}

function relate(
  personKey: string,
  child: DemoChild,
  role: DemoRelationship['role'],
  startsOn: string,
  endsOn: string | null,
): DemoRelationship {
  return { personKey, relatedChildCode: null, childCode: child.code, role, reason: null, startsOn, endsOn }
}
