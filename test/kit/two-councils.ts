import { sql } from 'kysely'
import type { Actor, Database, Query } from '../../src/database/database.ts'
import { fillBodies } from './body-changes.ts'
import { fillCheckReason } from './check-reason-changes.ts'
import { fillArmsLength, fillCommitments } from './commitment-changes.ts'
import { fillComparators } from './comparator-changes.ts'
import { characteristics, episode, makeTestCouncil, TestCouncil, TODAY } from './council.ts'
import { fillFigurePacks } from './figure-pack-changes.ts'
import { fillGovernance, fillOffer, fillOwnPages, fillPlan, fillSafeDoor, fillVoice } from './fill-thread.ts'
import { fillGroups } from './group-changes.ts'
import { fillImpact } from './impact-changes.ts'
import { fillLocalMeasures } from './local-measure-changes.ts'
import { fillMeasureStory } from './measure-story-changes.ts'
import { fillMembers } from './member-changes.ts'
import { fillMinutes } from './minutes-changes.ts'
import { fillPlanParts } from './plan-changes.ts'
import { fillReports } from './report-changes.ts'
import { fillStrategy } from './strategy-changes.ts'

/** People of one council, each in a different place towards the same child. */
export interface Place {
  council: TestCouncil
  /** The social worker of `kid`. */
  worker: Actor
  /** A social worker of nobody here. */
  stranger: Actor
  /** Manages the team the worker is in. */
  manager: Actor
  /** Manages the team above. */
  head: Actor
  analyst: Actor
  auditor: Actor
  admin: Actor
  board: Actor
  safeguard: Actor
  duty: Actor
  system: Actor
  /** The child, signed in. */
  child: Actor
  kid: string
  /** A child whom nobody here works with. */
  otherKid: string
  kidEvent: string
  teamId: string
}

export interface TwoCouncils {
  database: Database
  ours: Place
  theirs: Place
}

/** Two councils in one database, each with a row in every table, and everybody in both holding the same rights. */
export async function makeTwoCouncils(engine: 'embedded' | 'postgresql'): Promise<TwoCouncils> {
  const council = await makeTestCouncil(engine)
  return fillTwoCouncils(council)
}

export async function fillTwoCouncils(first: TestCouncil): Promise<TwoCouncils> {
  const { database } = first
  const second = await database.asOwner((query) => addCouncil(query, first))
  const ours = await fill(first, 1)
  const theirs = await fill(new TestCouncil(database, second), 2)
  return { database, ours, theirs }
}

async function addCouncil(query: Query, first: TestCouncil): Promise<TestCouncil['council']> {
  const made = await sql<{ authorityId: number }>`insert into authority (code, ons_code, name)
    values ('TS2', 'E10999997', 'Elsewhereshire Council') returning authority_id as "authorityId"`.execute(query)
  const authorityId = made.rows[0]!.authorityId
  await sql`insert into grant_rule select ${authorityId}, role, resource, action, scope, field_group from grant_rule
    where authority_id = ${first.council.authorityId}`.execute(query)
  const person = await sql<{ id: string }>`insert into person (authority_id, kind, given_name)
    values (${authorityId}, 'system', 'Kept') returning id`.execute(query)
  const systemId = person.rows[0]!.id
  await sql`insert into role_held (authority_id, person_id, role, starts_on) values (${authorityId}, ${systemId}, 'system', '2000-01-01')`.execute(
    query,
  )
  return { ...first.council, authorityId, systemId, code: 'TS2', name: 'Elsewhereshire Council' }
}

async function fill(council: TestCouncil, number: number): Promise<Place> {
  const worker = await council.addStaff('social_worker', 'Wren Example')
  const stranger = await council.addStaff('social_worker', 'Sten Example')
  const manager = await council.addStaff('team_manager', 'Mo Example')
  const head = await council.addStaff('service_manager', 'Hal Example')
  const analyst = await council.addStaff('performance_analyst', 'Ana Example')
  const auditor = await council.addStaff('records_auditor', 'Aud Example')
  const admin = await council.addStaff('administrator', 'Addy Example')
  const board = await council.addStaff('board_member', 'Bo Example')
  const safeguard = await council.addStaff('safeguarding_lead', 'Saf Example')
  const duty = await council.addStaff('duty_worker', 'Dot Example')
  const kid = await council.addChild({ code: `K${number}`, given: 'Kit', role: 'child' })
  const otherKid = await council.addChild({ code: `O${number}`, given: 'Oak' })
  await council.relate(worker, kid, 'social_worker')
  await council.relate(worker, kid, 'personal_adviser')
  const above = await council.addTeam(head, [])
  const teamId = await council.addTeam(manager, [worker], above)
  await council.state(kid, characteristics('2012-05-06'))
  const kidEvent = await council.state(kid, episode('2025-01-01'))
  await council.state(otherKid, episode('2025-02-01'))
  await council.database.as(stranger, (query) => openGlass(query, number))
  await council.database.asOwner((query) =>
    fillRest(query, { council, number, worker, stranger, analyst, board, duty }),
  )
  const child = council.actor(kid)
  await council.database.asOwner((query) => fillOwnPages(query, authorityOf(council), kid, worker.personId))
  await council.database.asOwner((query) => fillVoice(query, authorityOf(council), { kid, worker, head }))
  await council.database.asOwner((query) =>
    fillFigurePacks(query, authorityOf(council), { analyst: analyst.personId, head: head.personId }),
  )
  await council.database.asOwner((query) => fillCheckReason(query, authorityOf(council), kid, analyst.personId))
  await council.database.asOwner((query) => fillReports(query, authorityOf(council), head.personId))
  await council.database.asOwner((query) => fillComparators(query, authorityOf(council), analyst.personId))
  await council.database.asOwner((query) =>
    fillImpact(query, authorityOf(council), { kid, worker: worker.personId, reviewer: head.personId }),
  )
  const people = { worker, stranger, manager, head, analyst, auditor, admin, board, safeguard, duty, child }
  await council.database.asOwner((query) => fillOffer(query, authorityOf(council), kid))
  await council.database.asOwner((query) => fillArmsLength(query, authorityOf(council), kid, worker.personId))
  return { council, ...people, system: council.system, kid, otherKid, kidEvent, teamId }
}

/** The glass is broken for the child, then closed again, so that it opens nothing in the tests that follow. */
async function openGlass(query: Query, number: number): Promise<void> {
  await sql`select open_record(${`K${number}`}, 'The night duty desk asked for it.')`.execute(query)
}

type Filling = {
  council: TestCouncil
  number: number
  worker: Actor
  stranger: Actor
  analyst: Actor
  board: Actor
  duty: Actor
}
const authorityOf = (council: TestCouncil) => council.council.authorityId

async function fillRest(
  query: Query,
  { council, number, worker, stranger, analyst, board, duty }: Filling,
): Promise<void> {
  const authorityId = council.council.authorityId
  const batch = '00000000-0000-4000-8000-000000000001'
  const plan = '00000000-0000-4000-8000-000000000002'
  await sql`update break_glass set closes_at = opened_at where authority_id = ${authorityId}`.execute(query)
  await sql`update role_held set ends_on = '2099-12-31' where authority_id = ${authorityId} and person_id = ${stranger.personId}`.execute(
    query,
  )
  await sql`insert into login_identity values (${authorityId}, 'https://sign-in.example', ${`subject ${number}`}, ${worker.personId})`.execute(
    query,
  )
  await sql`insert into sql_login values (${authorityId}, ${`login_${number}`}, ${stranger.personId})`.execute(query)
  await sql`insert into picker_entry values (${authorityId}, 1, ${worker.personId}, 'Worker', 'Works with Kit.')`.execute(
    query,
  )
  await sql`insert into session (token_hash, authority_id, person_id, ends_at) values (sha256(${`token ${number}`}::text::bytea), ${authorityId}, ${worker.personId}, '2099-01-01')`.execute(
    query,
  )
  await sql`insert into sign_in_attempt (address) values ('192.0.2.1')`.execute(query)
  await sql`insert into import_batch (authority_id, id, kind, status, files, summary, made_by)
    values (${authorityId}, ${batch}, 'return', 'checked', '[]', '{}', ${analyst.personId})`.execute(query)
  await sql`insert into import_row (authority_id, batch_id, position, action, child_code, kind, starts_on, data, source, stated_on)
    values (${authorityId}, ${batch}, 1, 'new', ${`K${number}`}, 'episode', '2025-01-01', '{}', '{}', ${TODAY})`.execute(
    query,
  )
  await sql`insert into import_finding (authority_id, batch_id, position, severity, child_code, message)
    values (${authorityId}, ${batch}, 1, 'row', ${`K${number}`}, 'A date is missing.')`.execute(query)
  await sql`insert into population_estimate values (${authorityId}, 2025, 50000, 'made up')`.execute(query)
  await sql`insert into knot_join (authority_id, from_kind, from_ref, to_kind, to_ref, joined_by)
    values (${authorityId}, 'promise', ${plan}, 'measure', 'M42', ${worker.personId})`.execute(query)
  await sql`insert into saved_filter (authority_id, owner_id, name, filter)
    values (${authorityId}, ${analyst.personId}, 'Far away', '{"area":"out"}')`.execute(query)
  await sql`insert into measure_value (authority_id, measure_id, as_at, seal_number, reference_version, result)
    values (${authorityId}, 'M01', ${TODAY}, 1, 1, '{}')`.execute(query)
  await sql`insert into plan (authority_id, id, kind, title) values (${authorityId}, ${plan}, 'pledge', 'Our pledge')`.execute(
    query,
  )
  await sql`insert into plan_item (authority_id, id, plan_id, position, title) values (${authorityId}, ${plan}, ${plan}, 1, 'We listen.')`.execute(
    query,
  )
  await fillPlan(query, authorityId, plan, analyst)
  await fillPlanParts(query, authorityId, worker.personId)
  await fillCommitments(query, authorityId, worker.personId)
  await fillGovernance(query, authorityId, worker, board)
  await fillBodies(query, authorityId, board)
  await fillGroups(query, authorityId, board)
  await fillMembers(query, authorityId, board)
  await fillLocalMeasures(query, authorityId, analyst.personId)
  await fillMinutes(query, authorityId, worker.personId, board.personId)
  await fillMeasureStory(query, authorityId, analyst.personId, worker.personId)
  await fillSafeDoor(query, authorityId, duty)
  await fillStrategy(query, authorityId, worker.personId)
  await sql`insert into stored_file (authority_id, name, type, bytes, sha256, owner_kind, owner_ref, added_by)
    values (${authorityId}, ${String(number).repeat(32)}, 'image/png', 1, ${'0'.repeat(64)}, 'picture', ${worker.personId}, ${worker.personId})`.execute(
    query,
  )
  await sql`insert into postcode values (${`ZZ${number} 1AA`}, 'E07999901', 1, 1)`.execute(query)
  await sql`insert into district values (${`E0799990${number}`}, 'A district', 'E10999998')`.execute(query)
}
