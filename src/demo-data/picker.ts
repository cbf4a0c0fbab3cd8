import { ageOn, type IsoDate } from '../domain/shared/calendar-date.ts'
import type { ChildStory } from './child-story.ts'
import { isoOf } from './day-number.ts'
import type { DemoPick, DemoRelationship, DemoStaff, RoleName } from './demo-council.ts'

/** One made-up person to be for each role, who belong together where they can: worker, their manager, a child of theirs. */
export function makePicker(
  stories: ChildStory[],
  staff: DemoStaff[],
  relationships: DemoRelationship[],
  today: IsoDate,
): DemoPick[] {
  const barred = new Set(relationships.filter((one) => one.role === 'barred').map((one) => one.personKey))
  const counts = countChildren(relationships, today)
  const worker = nearest(
    staff.filter((one) => one.role === 'social_worker' && !barred.has(one.key)),
    (one) => Math.abs((counts.get(`social_worker ${one.key}`) ?? 0) - 18),
  )
  const picked: DemoPick[] = []
  const first = (role: RoleName) => staff.find((one) => one.role === role)
  const manager =
    staff.find((one) => one.role === 'team_manager' && one.teamKey === worker?.teamKey) ?? first('team_manager')
  const add = (member: DemoStaff | undefined, sentence: string) => {
    if (member === undefined) return
    const label = `${member.givenName} ${member.familyName}, ${lowerFirst(member.title)}`
    picked.push({ staffKey: member.key, childCode: null, role: member.role, label, sentence })
  }
  const children = counts.get(`social_worker ${worker?.key}`) ?? 0

  add(
    first('board_member'),
    'Chairs the board that holds the council to its promises, and sees figures, never a child’s record.',
  )
  add(first('clerk'), 'Makes the meetings, their papers and the pack.')
  add(
    first('young_representative'),
    'Speaks for other young people at the board, and says when a challenge is answered.',
  )
  add(
    first('monitoring_officer'),
    'Sets the period before an election, and says what is withheld when the council is asked.',
  )
  add(first('participation_officer'), 'Helps young people be heard together, and tells them what came of it.')
  add(first('director'), 'Answers for keeping the promises of children’s services.')
  add(first('strategy_lead'), 'Keeps the promises and the plan, and sets no promise’s state.')
  add(first('service_manager'), 'Leads the teams that stay with children while they are in our care.')
  add(first('performance_analyst'), 'Brings in the returns and answers for every figure.')
  add(manager, 'Leads a team of social workers and reads who opened a child’s record.')
  add(worker, `Works with ${children} children and young people, and sees only their records.`)
  const adviser = busiest(staff, 'personal_adviser', counts)
  add(adviser, 'Helps young adults who have left our care, for as long as they want.')
  add(
    staff.find((one) => one.role === 'team_manager' && one.teamKey === adviser?.teamKey),
    'Leads the personal advisers, and sees a claim that is late before anybody chases it.',
  )
  add(busiest(staff, 'iro', counts), 'Chairs children’s reviews and says so when a plan drifts.')
  add(first('duty_worker'), 'Opens what somebody sends when they are not safe, by day and by night.')
  add(first('safeguarding_lead'), 'Answers for the safe door: its numbers, its phone chain, and whether it may open.')
  add(first('allegations_lead'), 'Reads what a child says about an adult who looks after or works with them.')
  add(first('records_auditor'), 'Reads who looked at which record, and asks why.')
  add(first('report_author'), 'Writes papers at the health trust, and says of each what it does for our children.')
  add(first('administrator'), 'Says who works here and in what role, and has no path to a child’s record.')

  const mine = new Set(
    relationships
      .filter((one) => one.personKey === worker?.key && one.role === 'social_worker' && one.endsOn === null)
      .concat(relationships.filter((one) => one.personKey === adviser?.key && one.role === 'personal_adviser'))
      .map((one) => one.childCode),
  )
  const addChild = (
    age: number,
    role: 'child' | 'young_adult',
    sentence: (age: number) => string,
    fits: (story: ChildStory) => boolean = () => true,
  ) => {
    const taken = new Set(picked.map((one) => one.childCode))
    const able = stories.filter(({ child, member }) => {
      const isInCare = member.stays.at(-1)?.end === null
      return !child.restricted && !taken.has(child.code) && (role === 'child' ? isInCare : child.isCareLeaver)
    })
    const ageOf = (story: ChildStory) => ageOn(isoOf(story.member.born), today)
    const story = nearest(
      able.filter(fits),
      (one) => Math.abs(ageOf(one) - age) * 2 + (mine.has(one.child.code) ? 0 : 1),
    )
    if (story === undefined) return
    const { child } = story
    const label = `${child.givenName}, ${ageOf(story)}`
    picked.push({ staffKey: null, childCode: child.code, role, label, sentence: sentence(ageOf(story)) })
  }
  addChild(9, 'child', (age) => `Is ${age} and lives in our care; likes pages with few words.`)
  addChild(14, 'child', (age) => `Is ${age}, lives in our care and wants to know what happens to what they say.`)
  addChild(
    19,
    'young_adult',
    (age) => `Is ${age}, has left our care and is finding out what the council still owes them.`,
  )
  addChild(
    23,
    'young_adult',
    (age) => `Is ${age}, was gone for two years and has come back: her plan is as she left it.`,
    // Gone for two years, and an adult before that.
    ({ member }) => member.sex === 'F' && !member.alone && ageOn(isoOf(member.born), today) >= 21,
  )
  return picked
}

/** Present children and young adults by role and person: "social_worker KEY". */
function countChildren(relationships: DemoRelationship[], today: IsoDate): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { role, personKey, endsOn } of relationships) {
    if (personKey === null || (endsOn !== null && endsOn < today)) continue
    counts.set(`${role} ${personKey}`, (counts.get(`${role} ${personKey}`) ?? 0) + 1)
  }
  return counts
}

function busiest(staff: DemoStaff[], role: RoleName, counts: Map<string, number>): DemoStaff | undefined {
  return nearest(
    staff.filter((one) => one.role === role),
    (one) => -(counts.get(`${role} ${one.key}`) ?? 0),
  )
}

/** The one with the least distance; the first of equals. */
function nearest<T>(list: T[], distance: (one: T) => number): T | undefined {
  let best: T | undefined
  let least = Number.POSITIVE_INFINITY
  for (const one of list) {
    const far = distance(one)
    if (far < least) {
      best = one
      least = far
    }
  }
  return best
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}
