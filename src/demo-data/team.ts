import { type Day, dayOf } from './day-number.ts'
import type { DemoOptions, DemoStaff, DemoTeam } from './demo-council.ts'
import type { Random } from './random.ts'
import { type StaffList, teamLeader } from './staff.ts'

/** What a team does: meets children when they come into care, stays with them, or works with those who came here alone. */
export type TeamWork = 'first steps' | 'staying' | 'alone' | 'after care'

/** One worker's time at one desk. The desk stays, people change: children of the desk change worker when they do. */
export interface Tenure {
  worker: string
  from: Day
  /** Null: here today. */
  to: Day | null
  /** Why the one before ended (SW_REASON of the new worker's rows). */
  reason: string
}

export interface Desk {
  team: WorkTeam
  tenures: Tenure[]
  /** Children who have this desk today; grows as they are given out. */
  children: number
}

export interface WorkTeam {
  team: DemoTeam
  work: TeamWork
  desks: Desk[]
}

const TEAM_NAMES: [string, TeamWork][] = [
  ['First Steps North', 'first steps'],
  ['Aldermarsh', 'staying'],
  ['Young People Here Alone', 'alone'],
  ['Brackenfold', 'staying'],
  ['Coppleton', 'staying'],
  ['Dunmere', 'staying'],
  ['First Steps South', 'first steps'],
  ['Eastwold', 'staying'],
]
const CHILDREN_A_DESK = 15
const DESKS_A_TEAM = 5.6
/** Days a worker stays at a desk on average, by how settled the team is: the second and fifth teams are having a hard time. */
const USUAL_TENURE = [1000, 290, 1300, 1700, 330, 1900, 900, 1500]

export function makeTeams(options: DemoOptions, windowStart: Day, staff: StaffList, random: Random): WorkTeam[] {
  const deskCount = Math.max(4, Math.round(options.children / CHILDREN_A_DESK))
  const teamCount = Math.max(2, Math.round(deskCount / DESKS_A_TEAM))
  const firstDay = windowStart - 2 * 365
  const heads = [staff.add('service_manager', HEAD_TITLES[0], null), staff.add('service_manager', HEAD_TITLES[1], null)]
  const services = [
    makeTop('children-in-our-care', 'Children in Our Care', heads[0]),
    makeTop('first-steps-and-moving-on', 'First Steps and Moving On', heads[1]),
  ]
  const teams: WorkTeam[] = services.map((team) => ({ team, work: 'staying', desks: [] }))
  let number = 0
  for (let index = 0; index < teamCount; index++) {
    const [baseName, work] = TEAM_NAMES[index % TEAM_NAMES.length] as [string, TeamWork]
    const round = Math.floor(index / TEAM_NAMES.length)
    const parent = services[work === 'first steps' ? 1 : 0] as DemoTeam
    const team = makeTeam(round === 0 ? baseName : `${baseName} ${round + 1}`, parent, staff)
    const made: WorkTeam = { team, work, desks: [] }
    const share = Math.floor((deskCount * (index + 1)) / teamCount) - Math.floor((deskCount * index) / teamCount)
    for (let desk = 0; desk < share; desk++) {
      const usual = USUAL_TENURE[index % USUAL_TENURE.length] as number
      made.desks.push({
        team: made,
        tenures: makeTenures(firstDay, dayOf(options.today), usual, nextNumber, random),
        children: 0,
      })
    }
    for (const desk of made.desks) seatPresentWorker(desk, staff, random)
    teams.push(made)
  }
  const movingOn = makeTeam('Moving On', services[1] as DemoTeam, staff)
  teams.push({ team: movingOn, work: 'after care', desks: [] })
  return teams

  function nextNumber(): string {
    number++
    return `SW99${String(number).padStart(4, '0')}`
  }
}

const HEAD_TITLES = [
  'Head of service for children in our care',
  'Head of service for first steps and moving on',
] as const

function makeTop(key: string, name: string, head: DemoStaff | undefined): DemoTeam {
  if (head === undefined) throw new Error('A service needs its head.')
  head.teamKey = key
  return { key, name, parentKey: null, managerKey: head.key }
}

function makeTeam(name: string, parent: DemoTeam, staff: StaffList): DemoTeam {
  const key = name.toLowerCase().replaceAll(' ', '-')
  const manager = staff.add('team_manager', teamLeader(name), key)
  return { key, name, parentKey: parent.key, managerKey: manager.key }
}

function makeTenures(first: Day, today: Day, usual: number, nextNumber: () => string, random: Random): Tenure[] {
  const tenures: Tenure[] = []
  let from = first
  let reason = 'MANAGE'
  for (;;) {
    const length = Math.round(120 + random.wait(usual))
    const to = from + length
    if (to >= today - 20) {
      tenures.push({ worker: nextNumber(), from, to: null, reason })
      return tenures
    }
    tenures.push({ worker: nextNumber(), from, to, reason })
    from = to
    reason = 'LEFTRL'
    // An agency worker covers until somebody new is found, likelier where people leave often.
    if (random.chance(usual < 500 ? 0.55 : 0.25) && from + 130 < today) {
      const covered = from + random.whole(45, 120)
      tenures.push({ worker: nextNumber(), from, to: covered, reason: 'LEFTRL' })
      from = covered
      reason = 'ABSENC'
    }
  }
}

function seatPresentWorker(desk: Desk, staff: StaffList, random: Random): void {
  const present = desk.tenures.at(-1) as Tenure
  const title = random.weighted([
    ['Social worker', 62],
    ['Senior social worker', 26],
    ['Newly qualified social worker', 12],
  ])
  staff.add('social_worker', title, desk.team.team.key, present.worker)
}
