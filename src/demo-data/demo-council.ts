import type { EventKindName, Fact, Payload } from '../domain/record/event-kinds.ts'
import type { IsoDate } from '../domain/shared/calendar-date.ts'
import type { DemoCommitments } from './commitments.ts'
import type { DemoPlan } from './plan.ts'
import type { DemoPledge } from './pledge.ts'

/** What a made-up council is made of. All of it is invented; nothing here is about a real person, home or council. */
export interface DemoOptions {
  /** Children in care today. */
  children: number
  /** Young adults of 17 to 25 who have left care and are still supported. */
  careExperienced: number
  /** Whole collection years of history before the present one. */
  years: number
  seed: number
  today: IsoDate
}

export interface DemoCouncil {
  authority: { code: string; onsCode: string; name: string }
  districts: DemoDistrict[]
  postcodes: DemoPostcode[]
  population: { year: number; children: number }[]
  children: DemoChild[]
  staff: DemoStaff[]
  teams: DemoTeam[]
  relationships: DemoRelationship[]
  picker: DemoPick[]
  pledge: DemoPledge
  plan: DemoPlan
  commitments: DemoCommitments
}

export interface DemoDistrict {
  code: string
  name: string
  /** The ONS code of the upper-tier authority it lies in. */
  upperTier: string
}

export interface DemoPostcode {
  postcode: string
  district: string
  easting: number
  northing: number
}

export interface DemoChild {
  /** The council's own id in the return: six digits. */
  code: string
  givenName: string
  familyName: string
  facts: Fact[]
  /** Has left care and is supported today. */
  isCareLeaver: boolean
  /** A record few may open, for example a staff member's own family. */
  restricted: boolean
}

export type RoleName =
  | 'participation_officer'
  | 'monitoring_officer'
  | 'social_worker'
  | 'clerk'
  | 'duty_worker'
  | 'safeguarding_lead'
  | 'allegations_lead'
  | 'young_representative'
  | 'team_manager'
  | 'service_manager'
  | 'performance_analyst'
  | 'strategy_lead'
  | 'iro'
  | 'board_member'
  | 'director'
  | 'personal_adviser'
  | 'records_auditor'
  | 'administrator'
  | 'report_author'
  | 'child'
  | 'young_adult'

export interface DemoStaff {
  key: string
  givenName: string
  familyName: string
  role: RoleName
  title: string
  email: string
  teamKey: string | null
  /** As written in the `worker` of social worker facts. */
  workerNumber: string | null
}

export interface DemoTeam {
  key: string
  name: string
  parentKey: string | null
  managerKey: string
}

/** Who is what to whom: `personKey` for staff, `relatedChildCode` for brothers and sisters; one of the two is set. */
export interface DemoRelationship {
  personKey: string | null
  relatedChildCode: string | null
  childCode: string
  role: 'social_worker' | 'iro' | 'personal_adviser' | 'sibling' | 'barred'
  /** Why somebody is barred; null for everybody else. */
  reason: string | null
  startsOn: IsoDate
  endsOn: IsoDate | null
}

/** A made-up person to sign in as: `staffKey` or `childCode` is set. */
export interface DemoPick {
  staffKey: string | null
  childCode: string | null
  role: RoleName
  label: string
  /** Who they are, in one sentence. */
  sentence: string
}

/** One fact, its payload checked by the compiler against its kind. */
export function makeFact<K extends EventKindName>(
  kind: K,
  startsOn: IsoDate,
  endsOn: IsoDate | null,
  data: Payload<K>,
): Fact {
  return { kind, startsOn, endsOn, data } as Fact
}
