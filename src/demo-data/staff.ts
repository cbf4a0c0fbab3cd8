import type { DemoOptions, DemoStaff, RoleName } from './demo-council.ts'
import { pickStaffName } from './name.ts'
import type { Random } from './random.ts'

/** The people who work for the made-up council, each with a name of their own and an address nobody can write to. */
export interface StaffList {
  all: DemoStaff[]
  add(role: RoleName, title: string, teamKey: string | null, workerNumber?: string): DemoStaff
}

export function makeStaffList(random: Random): StaffList {
  const all: DemoStaff[] = []
  const taken = new Set<string>()
  return {
    all,
    add(role, title, teamKey, workerNumber) {
      let name = pickStaffName(random)
      let email = addressOf(name)
      for (let tries = 0; taken.has(email) && tries < 50; tries++) {
        name = pickStaffName(random)
        email = addressOf(name)
      }
      // A very large council runs out of names: then they are numbered, as real ones do.
      for (let number = 2; taken.has(email); number++) email = addressOf(name, number)
      taken.add(email)
      const member = {
        key: `${role.replaceAll('_', '-')}-${all.length + 1}`,
        ...name,
        role,
        title,
        email,
        teamKey,
        workerNumber: workerNumber ?? null,
      }
      all.push(member)
      return member
    },
  }
}

function addressOf(name: { givenName: string; familyName: string }, number?: number): string {
  return `${name.givenName}.${name.familyName}${number ?? ''}@exampleshire.example`.toLowerCase()
}

export function teamLeader(team: string): string {
  return `Team manager for ${team}`
}

const CHILDREN_AN_IRO = 106
const ADULTS_AN_ADVISER = 31
const BOARD = [
  'Lead member for children and chair of the corporate parenting board',
  'Vice-chair of the corporate parenting board',
  'Councillor, member of the corporate parenting board',
  'Councillor, member of the corporate parenting board',
  'Councillor, member of the corporate parenting board',
  'Councillor, member of the corporate parenting board',
  'Health partner on the corporate parenting board',
  'Foster carers’ representative on the corporate parenting board',
]
const DIRECTORS = [
  'Director of Children’s Services',
  'Director of Housing and Communities',
  'Director of Education and Skills',
  'Director of Public Health',
]

const YOUNG = 'Young representative'

/** Everybody who is not in a social work team. A young representative's seat is a sign-in of its own: two hats are two (rule 41). */
export function addOtherStaff(options: DemoOptions, afterCareTeam: string, staff: StaffList): void {
  const iros = Math.max(1, Math.round(options.children / CHILDREN_AN_IRO))
  for (let index = 0; index < iros; index++) staff.add('iro', 'Independent reviewing officer', null)
  const advisers = Math.max(1, Math.round(options.careExperienced / ADULTS_AN_ADVISER))
  for (let index = 0; index < advisers; index++) staff.add('personal_adviser', 'Personal adviser', afterCareTeam)
  for (const title of BOARD) staff.add('board_member', title, null)
  for (const title of DIRECTORS) staff.add('director', title, null)
  staff.add('performance_analyst', 'Senior performance analyst', null)
  staff.add('performance_analyst', 'Performance analyst', null)
  staff.add('strategy_lead', 'Strategy lead for corporate parenting', null)
  staff.add('records_auditor', 'Records and information rights officer', null)
  staff.add('administrator', 'Systems administrator', null)
  staff.add('clerk', 'Clerk to the corporate parenting board', null)
  for (let index = 0; index < 2; index++) staff.add('young_representative', YOUNG, null)
  for (let index = 0; index < 2; index++) staff.add('duty_worker', 'Duty social worker', null)
  staff.add('safeguarding_lead', 'Head of safeguarding', null)
  staff.add('allegations_lead', 'Designated officer for allegations', null)
  staff.add('participation_officer', 'Participation officer', null)
  staff.add('monitoring_officer', 'Monitoring officer', null)
  staff.add('report_author', 'Planning manager of the health trust', null)
}
