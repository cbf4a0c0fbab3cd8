import { collectionYearOf } from '../domain/shared/calendar-date.ts'
import { type CareFlow, makeCareFlow } from './care-flow.ts'
import { type ChildStory, tellFamily } from './child-story.ts'
import { makeCommitments } from './commitments.ts'
import { ageAt, completedYears, dayOf } from './day-number.ts'
import type { DemoCouncil, DemoOptions, DemoRelationship, DemoStaff } from './demo-council.ts'
import { type Family, isOwedSupport, type Member } from './family.ts'
import { makeHomePool } from './home.ts'
import { makePicker } from './picker.ts'
import { AUTHORITY, makePlaces, makePopulation } from './place.ts'
import { makePlan } from './plan.ts'
import { makePledge } from './pledge.ts'
import { makeRandom, type Random } from './random.ts'
import { barKin, relateAdviser, relateReviewer, relateSiblings, relateWorkers } from './relationship.ts'
import { addOtherStaff, makeStaffList } from './staff.ts'
import { makeTeams } from './team.ts'

/**
 * Exampleshire: a whole council that does not exist, at any size, the same for the same seed and day. For looking round,
 * for tests and for benches; never mixed with real children.
 */
export function makeExampleshire(options: DemoOptions): DemoCouncil {
  const random = makeRandom(`exampleshire ${options.seed}`)
  const collectionYears = completedYears(options.today, options.years)
  const today = dayOf(options.today)
  const places = makePlaces(random.fork('places'))
  const pool = makeHomePool(options.children, places, random.fork('homes'))
  const flow = makeCareFlow(options, collectionYears, random.fork('flow'))
  const staff = makeStaffList(random.fork('staff'))
  const teams = makeTeams(options, flow.windowStart, staff, random.fork('teams'))
  addOtherStaff(options, teams.at(-1)?.team.key ?? '', staff)

  const supported = chooseSupported(flow, options, random.fork('supported'))
  const waiting = chooseWaiting(flow, today, random.fork('waiting for papers'))
  const codes = makeCodes(flow, random.fork('codes'))
  const context = {
    today,
    windowStart: flow.windowStart,
    collectionYears,
    places,
    pool,
    teams,
    supported,
    waiting,
    codes,
  }
  const families = flow.families.map((family, index) => tellFamily(family, context, random.fork(`family ${index}`)))
  const stories = families.flat().sort((one, other) => (one.child.code < other.child.code ? -1 : 1))
  const relationships = relateAll(families, staff.all, today, random.fork('relationships'))

  return {
    authority: { ...AUTHORITY },
    districts: places.districts,
    postcodes: places.postcodes,
    // The newest mid-year estimate is for the June before the present collection year.
    population: makePopulation(options.children, collectionYearOf(options.today) - 2, options.years),
    children: stories.map((story) => story.child),
    staff: staff.all,
    teams: teams.map(({ team }) => team),
    relationships,
    picker: makePicker(stories, staff.all, relationships, options.today),
    pledge: makePledge(options.today, options.children),
    plan: makePlan(options.today),
    commitments: makeCommitments(options.today),
  }
}

const SHARE_UNDER_21 = 0.8
const SHARE_WAITING = 8 / 46

/** The young adults still supported: those who left at 16 or over, the younger the likelier; from 22 on, those who asked. */
function chooseSupported(flow: CareFlow, options: DemoOptions, random: Random): Set<Member> {
  const today = dayOf(options.today)
  const owed = flow.families.flatMap((family) => family.members).filter((member) => isOwedSupport(member, today))
  const isYoung = (member: Member) => ageAt(member.born, today) < 21
  const young = owed.filter(isYoung).sort((one, other) => other.born - one.born)
  const older = random.shuffle(owed.filter((member) => !isYoung(member)))
  const mostYoung = Math.round(options.careExperienced * SHARE_UNDER_21)
  const first = [...young.slice(0, mostYoung), ...older, ...young.slice(mostYoung)]
  return new Set(first.slice(0, options.careExperienced))
}

/** In our care, 16 or 17, and still waiting for a bank account or a passport: eight of 46, at any size. */
function chooseWaiting(flow: CareFlow, today: number, random: Random): Set<Member> {
  const old = flow.families
    .flatMap((family) => family.members)
    .filter((member) => member.stays.at(-1)?.end === null && ageAt(member.born, today) >= 16)
  return new Set(random.shuffle(old).slice(0, Math.round(old.length * SHARE_WAITING)))
}

/** Six digits each, given out in no order that tells anything about a child. */
function makeCodes(flow: CareFlow, random: Random): Map<Member, string> {
  const members = flow.families.flatMap((family: Family) => family.members)
  const numbers = random.shuffle(members.map((_, index) => 300_001 + index * 7))
  return new Map(members.map((member, index) => [member, String(numbers[index])]))
}

function relateAll(families: ChildStory[][], staff: DemoStaff[], today: number, random: Random): DemoRelationship[] {
  const byNumber = new Map(
    staff.filter((one) => one.workerNumber !== null).map((one) => [one.workerNumber as string, one]),
  )
  const reviewers = staff.filter((one) => one.role === 'iro')
  const advisers = staff.filter((one) => one.role === 'personal_adviser')
  const related: DemoRelationship[] = []
  for (const family of families) {
    const reviewer = random.pick(reviewers)
    for (const { child, member } of family) {
      related.push(...relateWorkers(child, byNumber))
      for (const stay of member.stays) if (stay.end === null) related.push(relateReviewer(child, stay, reviewer))
      const adviser = relateAdviser(child, member, random.pick(advisers), today)
      if (adviser !== null) related.push(adviser)
    }
    related.push(...relateSiblings(family))
  }
  const inCare = families.flat().filter(({ member }) => member.stays.at(-1)?.end === null)
  const kept = random.shuffle(inCare).slice(0, 2)
  for (const [index, { child }] of kept.entries()) {
    // The first is a colleague's own family: their record opens to few. The second only keeps one colleague out.
    if (index === 0) child.restricted = true
    related.push(barKin(child, related, staff, random))
  }
  return related
}
