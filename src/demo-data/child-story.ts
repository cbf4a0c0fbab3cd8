import type { Fact } from '../domain/record/event-kinds.ts'
import { type CareJourney, pickNeed, planJourney, tellEpisodes } from './care-journey.ts'
import { ageAt, birthdayOf, type Day, isoOf } from './day-number.ts'
import { type DemoChild, type DemoPostcode, makeFact } from './demo-council.ts'
import type { Family, Member } from './family.ts'
import type { HomePool } from './home.ts'
import { tellYearsAfterCare } from './leaving-care.ts'
import { tellMissing } from './missing.ts'
import { pickEthnicity, pickFamilyName, pickGivenName, pickHeritage } from './name.ts'
import { tellPapers } from './papers.ts'
import { tellPermanence } from './permanence.ts'
import type { Places } from './place.ts'
import { tellPupilNumber } from './pupil-number.ts'
import type { Random } from './random.ts'
import { tellReviews } from './review.ts'
import type { WorkTeam } from './team.ts'
import { countChild, type Desks, giveDesks, tellWorkers } from './worker.ts'
import { tellYearsInCare } from './year-in-care.ts'

/** A child with everything that the record says of them. */
export interface ChildStory {
  child: DemoChild
  member: Member
}

export interface StoryContext {
  today: Day
  windowStart: Day
  collectionYears: number[]
  places: Places
  pool: HomePool
  teams: WorkTeam[]
  supported: Set<Member>
  waiting: Set<Member>
  codes: Map<Member, string>
}

/** The eldest first: brothers and sisters who came on the same day often share home, worker and court. */
export function tellFamily(family: Family, context: StoryContext, random: Random): ChildStory[] {
  const members = [...family.members].sort((one, other) => one.born - other.born)
  const isAlone = members.some((member) => member.alone)
  const heritage = pickHeritage(isAlone, random)
  const shared = {
    need: pickNeed(isAlone, random),
    familyHome: random.pick(context.places.inside),
    familyName: pickFamilyName(heritage, random),
    ethnicity: pickEthnicity(heritage, random),
    taken: new Set<string>(),
    elder: null as CareJourney | null,
    desks: null as Desks | null,
  }
  return members.map((member) => {
    const givenName = pickGivenName(heritage, member.sex, shared.taken, random)
    shared.taken.add(givenName)
    const facts = tellFacts(member, shared, context, random)
    return {
      member,
      child: {
        code: context.codes.get(member) as string,
        givenName,
        familyName: shared.familyName,
        facts,
        isCareLeaver: context.supported.has(member),
        restricted: false,
      },
    }
  })
}

interface SharedByFamily {
  need: string
  familyHome: DemoPostcode
  ethnicity: string
  elder: CareJourney | null
  desks: Desks | null
}

function tellFacts(member: Member, shared: SharedByFamily, context: StoryContext, random: Random): Fact[] {
  const { today, windowStart, collectionYears, pool, teams } = context
  const journeyContext = { today, pool, need: shared.need, familyHome: shared.familyHome }
  const facts: Fact[] = [tellCharacteristics(member, shared.ethnicity, today, random)]
  if (member.alone) facts.push(makeFact('unaccompanied', isoOf(member.born), isoOf(birthdayOf(member.born, 18)), {}))
  facts.push(tellPupilNumber(member, Number(context.codes.get(member)), today, random))
  for (const stay of member.stays) {
    const journey = planJourney(member, stay, shared.elder, journeyContext, random)
    const isWithElder = shared.elder !== null && shared.elder.stay.start === stay.start
    const desks = isWithElder && shared.desks !== null ? shared.desks : giveDesks(journey, teams, today, random)
    if (shared.elder === null) Object.assign(shared, { elder: journey, desks })
    if (stay.end === null) countChild(desks, today)
    facts.push(
      ...tellEpisodes(journey, random),
      ...tellReviews(member, stay, today, random),
      ...tellWorkers(journey, desks, windowStart - 365),
      ...tellPermanence(journey, collectionYears, random),
      ...tellMissing(member, stay, windowStart, today, random),
    )
  }
  facts.push(...tellYearsInCare(member, collectionYears, random))
  facts.push(...tellYearsAfterCare(member, context.supported.has(member), collectionYears, random))
  const isWithUs = member.stays.at(-1)?.end === null || context.supported.has(member)
  if (isWithUs) facts.push(...tellPapers(member, context.waiting.has(member), today, random.fork('papers')))
  return keepFirstOfYear(facts)
}

/** A child who came twice in one year has one row of earlier permanence in its return. */
function keepFirstOfYear(facts: Fact[]): Fact[] {
  const told = new Set<string>()
  return facts.filter((fact) => {
    if (fact.kind !== 'previous_permanence') return true
    const isNew = !told.has(fact.startsOn)
    told.add(fact.startsOn)
    return isNew
  })
}

function tellCharacteristics(member: Member, ethnicity: string, today: Day, random: Random): Fact {
  const age = ageAt(member.born, today)
  const isMother = member.sex === 'F' && age >= 16 && random.chance(0.05)
  // Born when she was between 16 and now.
  const childBorn = Math.min(today - 20, birthdayOf(member.born, 16) + random.whole(60, 900))
  return makeFact('characteristics', isoOf(member.born), null, {
    sex: member.sex,
    ethnicity,
    isMother: member.sex === 'F' ? isMother : null,
    motherOfChildBornOn: isMother ? isoOf(childBorn) : null,
  })
}
