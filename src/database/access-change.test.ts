// Long because it is one table of cases: every right to change something, by one who may and one who may not.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { sql } from 'kysely'
import { attempt } from '../../test/kit/attempt.ts'
import { bodyChanges } from '../../test/kit/body-changes.ts'
import { type ChangeCase as Case, changeCase as c, type Verb } from '../../test/kit/change-case.ts'
import { checkReasonChanges } from '../../test/kit/check-reason-changes.ts'
import { commitmentChanges } from '../../test/kit/commitment-changes.ts'
import { comparatorChanges } from '../../test/kit/comparator-changes.ts'
import { engines } from '../../test/kit/council.ts'
import { figurePackChanges } from '../../test/kit/figure-pack-changes.ts'
import { groupChanges } from '../../test/kit/group-changes.ts'
import { impactChanges } from '../../test/kit/impact-changes.ts'
import { localMeasureChanges } from '../../test/kit/local-measure-changes.ts'
import { measureStoryChanges } from '../../test/kit/measure-story-changes.ts'
import { memberChanges } from '../../test/kit/member-changes.ts'
import { minutesChanges } from '../../test/kit/minutes-changes.ts'
import { planChanges } from '../../test/kit/plan-changes.ts'
import { reportChanges } from '../../test/kit/report-changes.ts'
import { strategyChanges } from '../../test/kit/strategy-changes.ts'
import { threadChanges } from '../../test/kit/thread-changes.ts'
import { makeTwoCouncils, type Place, type TwoCouncils } from '../../test/kit/two-councils.ts'
import { voiceChanges } from '../../test/kit/voice-changes.ts'

const BATCH = '00000000-0000-4000-8000-000000000001'
const council = (place: Place) => place.council.council.authorityId

function addPerson(kind: string, isElsewhere = false): Case['statement'] {
  return (ours, theirs) =>
    sql`insert into person (authority_id, kind, given_name) values (${council(isElsewhere ? theirs : ours)}, ${kind}, 'New')`
}
function retitle(whom: (place: Place) => string): Case['statement'] {
  return (ours) => sql`update person set title = 'Someone else' where id = ${whom(ours)}`
}
function addRole(whom: (place: Place) => string, role: string): Case['statement'] {
  return (ours) =>
    sql`insert into role_held (authority_id, person_id, role, starts_on) values (${council(ours)}, ${whom(ours)}, ${role}, '2026-01-01')`
}
function relate(whom: (place: Place) => string, role = 'social_worker'): Case['statement'] {
  return (ours) => sql`insert into relationship (authority_id, person_id, child_id, role, reason, starts_on)
    values (${council(ours)}, ${whom(ours)}, ${ours.otherKid}, ${role}, 'asked for', '2026-01-01')`
}
function identify(whom: (place: Place) => string, scheme: string): Case['statement'] {
  return (ours) =>
    sql`insert into identifier (authority_id, person_id, scheme, value) values (${council(ours)}, ${whom(ours)}, ${scheme}, 'X1')`
}
function state(
  childOf: (ours: Place, theirs: Place) => string,
  given: { by?: (place: Place) => string; extra?: string; value?: string; kind?: string } = {},
): Case['statement'] {
  return (
    ours,
    theirs,
  ) => sql`insert into event (authority_id, child_id, kind, starts_on, data, source, stated_on, recorded_by${sql.raw(given.extra ? `, ${given.extra}` : '')})
    values (${council(ours)}, ${childOf(ours, theirs)}, ${given.kind ?? 'missing'}, '2026-01-01', '{"type":"M"}', '{"form":"test"}', '2026-01-02',
      ${(given.by ?? ((place: Place) => place.worker.personId))(ours)}${sql.raw(given.extra ? `, ${given.value}` : '')})`
}
function trace(by: (place: Place) => string, column = '', elsewhere = false): Case['statement'] {
  return (ours, theirs) => sql`insert into audit (authority_id, person_id, event${sql.raw(column && `, ${column}`)})
    values (${council(elsewhere ? theirs : ours)}, ${by(ours)}, 'looked'${sql.raw(column && `, '2020-01-01'`)})`
}
function stage(table: 'import_batch' | 'import_row' | 'import_finding', elsewhere = false): Case['statement'] {
  return (ours, theirs) => {
    const authority = council(elsewhere ? theirs : ours)
    if (table === 'import_batch')
      return sql`insert into import_batch (authority_id, kind, status, files, summary, made_by) values (${authority}, 'return', 'checked', '[]', '{}', ${ours.analyst.personId})`
    if (table === 'import_row')
      return sql`insert into import_row (authority_id, batch_id, position, action, child_code, kind, starts_on, data, source, stated_on)
        values (${authority}, ${BATCH}, 9, 'new', 'K9', 'episode', '2025-01-01', '{}', '{}', '2025-01-01')`
    return sql`insert into import_finding (authority_id, batch_id, position, severity, message) values (${authority}, ${BATCH}, 9, 'note', 'A note.')`
  }
}
function keepFilter(by: (place: Place) => string = (place) => place.manager.personId): Case['statement'] {
  return (ours) =>
    sql`insert into saved_filter (authority_id, owner_id, name, filter) values (${council(ours)}, ${by(ours)}, 'Mine', '{}')`
}
function estimate(elsewhere = false): Case['statement'] {
  return (ours, theirs) =>
    sql`insert into population_estimate values (${council(elsewhere ? theirs : ours)}, 2030, 1, 'made up')`
}
function value(elsewhere = false): Case['statement'] {
  return (
    ours,
    theirs,
  ) => sql`insert into measure_value (authority_id, measure_id, as_at, seal_number, reference_version, result)
    values (${council(elsewhere ? theirs : ours)}, 'M99', '2026-01-01', 1, 1, '{}')`
}
function join(by: (place: Place) => string, elsewhere = false): Case['statement'] {
  return (ours, theirs) => sql`insert into knot_join (authority_id, from_kind, from_ref, to_kind, to_ref, joined_by)
    values (${council(elsewhere ? theirs : ours)}, 'promise', 'one', 'action', 'other', ${by(ours)})`
}
const endJoin: Case['statement'] = () => sql`update knot_join set ended_on = '2026-01-01'`
const me = (who: Exclude<keyof Place, 'council' | 'kid' | 'otherKid' | 'kidEvent' | 'teamId'>) => (place: Place) =>
  place[who].personId
const CASES: Case[] = [
  ...minutesChanges,
  ...threadChanges,
  ...bodyChanges,
  ...groupChanges,
  ...memberChanges,
  ...voiceChanges,
  ...localMeasureChanges,
  ...measureStoryChanges,
  ...checkReasonChanges,
  ...reportChanges,
  ...figurePackChanges,
  ...planChanges,
  ...commitmentChanges,
  ...comparatorChanges,
  ...strategyChanges,
  ...impactChanges,
  c('knot_join', 'INSERT', 'system', 'that two knots are joined', '1 rows', join(me('system'))),
  c('knot_join', 'INSERT', 'system', 'a join that somebody else made', 'refused', join(me('worker'))),
  c('knot_join', 'INSERT', 'system', 'a join of another council', 'refused', join(me('system'), true)),
  c('knot_join', 'INSERT', 'board', 'that two knots are joined', 'refused', join(me('board'))),
  c('knot_join', 'UPDATE', 'system', 'the end of a join', '1 rows', endJoin),
  c('knot_join', 'UPDATE', 'worker', 'the end of a join', '0 rows', endJoin),
  c('person', 'INSERT', 'admin', 'a colleague', '1 rows', addPerson('staff')),
  c('person', 'INSERT', 'analyst', 'a child, from a return', '1 rows', addPerson('child')),
  c('person', 'INSERT', 'worker', 'a colleague', 'refused', addPerson('staff')),
  c('person', 'INSERT', 'admin', 'a child', 'refused', addPerson('child')),
  c('person', 'INSERT', 'admin', 'another Kept itself', 'refused', addPerson('system')),
  c('person', 'INSERT', 'admin', 'a colleague of another council', 'refused', addPerson('staff', true)),
  c(
    'person',
    'INSERT',
    'analyst',
    'a restricted child',
    'refused',
    (ours) => sql`insert into person (authority_id, kind, is_restricted) values (${council(ours)}, 'child', true)`,
  ),
  c('person', 'UPDATE', 'admin', 'the title of a colleague', '1 rows', retitle(me('worker'))),
  c('person', 'UPDATE', 'worker', 'the title of a colleague', '0 rows', retitle(me('manager'))),
  c(
    'person',
    'UPDATE',
    'admin',
    'a child',
    '0 rows',
    retitle((place) => place.kid),
  ),
  c(
    'person',
    'UPDATE',
    'system',
    'a child to be a colleague',
    'refused',
    (ours) => sql`update person set kind = 'staff' where id = ${ours.kid}`,
  ),
  c(
    'person',
    'UPDATE',
    'system',
    'a child to be open to all',
    'refused',
    (ours) => sql`update person set is_restricted = false where id = ${ours.kid}`,
  ),
  c(
    'identifier',
    'INSERT',
    'analyst',
    'a return number',
    '1 rows',
    identify((place) => place.kid, 'return'),
  ),
  c('identifier', 'INSERT', 'admin', 'a registration', '1 rows', identify(me('worker'), 'social work registration')),
  c(
    'identifier',
    'INSERT',
    'worker',
    'a return number',
    'refused',
    identify((place) => place.kid, 'return'),
  ),
  c('identifier', 'INSERT', 'analyst', 'a registration', 'refused', identify(me('worker'), 'social work registration')),
  c('role_held', 'INSERT', 'admin', 'a role for a colleague', '1 rows', addRole(me('worker'), 'team_manager')),
  c('role_held', 'INSERT', 'admin', 'a role for themselves', 'refused', addRole(me('admin'), 'performance_analyst')),
  c('role_held', 'INSERT', 'admin', 'the rights of Kept itself', 'refused', addRole(me('worker'), 'system')),
  c('role_held', 'INSERT', 'worker', 'a role for a colleague', 'refused', addRole(me('stranger'), 'team_manager')),
  c(
    'role_held',
    'UPDATE',
    'admin',
    'the end of a role',
    '1 rows',
    (ours) => sql`update role_held set ends_on = '2026-01-01' where person_id = ${ours.worker.personId}`,
  ),
  c(
    'role_held',
    'UPDATE',
    'admin',
    'the end of their own role',
    '0 rows',
    (ours) => sql`update role_held set ends_on = null where person_id = ${ours.admin.personId}`,
  ),
  c(
    'role_held',
    'UPDATE',
    'worker',
    'the end of their own role',
    '0 rows',
    (ours) => sql`update role_held set ends_on = null where person_id = ${ours.worker.personId}`,
  ),
  c(
    'role_held',
    'UPDATE',
    'admin',
    'which role it is',
    'refused',
    (ours) => sql`update role_held set role = 'system' where person_id = ${ours.worker.personId}`,
  ),
  c('relationship', 'INSERT', 'admin', 'a worker for a child', '1 rows', relate(me('worker'))),
  c('relationship', 'INSERT', 'admin', 'a bar', '1 rows', relate(me('worker'), 'barred')),
  c('relationship', 'INSERT', 'admin', 'themselves as the worker of a child', 'refused', relate(me('admin'))),
  c('relationship', 'INSERT', 'worker', 'themselves as the worker of a child', 'refused', relate(me('worker'))),
  c(
    'relationship',
    'UPDATE',
    'system',
    'the end of a relationship',
    '1 rows',
    (ours) =>
      sql`update relationship set ends_on = '2026-01-01' where child_id = ${ours.kid} and role = 'social_worker'`,
  ),
  c(
    'relationship',
    'UPDATE',
    'worker',
    'the end of their own',
    '0 rows',
    (ours) => sql`update relationship set ends_on = null where child_id = ${ours.kid}`,
  ),
  c(
    'relationship',
    'UPDATE',
    'system',
    'whose relationship it is',
    'refused',
    (ours) => sql`update relationship set person_id = ${ours.stranger.personId} where child_id = ${ours.kid}`,
  ),
  c(
    'break_glass',
    'UPDATE',
    'manager',
    'the review of it',
    '1 rows',
    (ours) =>
      sql`update break_glass set reviewed_by = ${ours.manager.personId}, finding = 'right' where child_id = ${ours.kid}`,
  ),
  c(
    'break_glass',
    'UPDATE',
    'stranger',
    'the review of their own',
    '0 rows',
    (ours) => sql`update break_glass set reviewed_by = ${ours.stranger.personId} where child_id = ${ours.kid}`,
  ),
  c(
    'break_glass',
    'UPDATE',
    'manager',
    'a review in the name of a colleague',
    'refused',
    (ours) => sql`update break_glass set reviewed_by = ${ours.head.personId} where child_id = ${ours.kid}`,
  ),
  c(
    'break_glass',
    'UPDATE',
    'stranger',
    'when it closes',
    'refused',
    (ours) => sql`update break_glass set closes_at = '2027-01-01' where child_id = ${ours.kid}`,
  ),
  c(
    'event',
    'INSERT',
    'worker',
    'a fact about their child',
    '1 rows',
    state((ours) => ours.kid),
  ),
  c(
    'event',
    'INSERT',
    'worker',
    'a fact about a child who is not theirs',
    'refused',
    state((ours) => ours.otherKid),
  ),
  c(
    'event',
    'INSERT',
    'worker',
    'a fact about a child of another council',
    'refused',
    state((_, theirs) => theirs.kid),
  ),
  c(
    'event',
    'INSERT',
    'worker',
    'a fact in the name of a colleague',
    'refused',
    state((ours) => ours.kid, { by: me('manager') }),
  ),
  c(
    'event',
    'INSERT',
    'child',
    'a fact about themselves',
    'refused',
    state((ours) => ours.kid, { by: (place) => place.kid }),
  ),
  c(
    'event',
    'INSERT',
    'board',
    'a fact',
    'refused',
    state((ours) => ours.kid, { by: me('board') }),
  ),
  c(
    'event',
    'INSERT',
    'worker',
    'the moment it was recorded',
    'refused',
    state((ours) => ours.kid, { extra: 'recorded_at', value: `'2020-01-01'` }),
  ),
  c(
    'event',
    'INSERT',
    'worker',
    'the group it is read by',
    'refused',
    state((ours) => ours.kid, { extra: 'field_group', value: `'identity'` }),
  ),
  c(
    'event',
    'INSERT',
    'worker',
    'the seal it stands under',
    'refused',
    state((ours) => ours.kid, { extra: 'seal_number', value: '1' }),
  ),
  c(
    'event',
    'INSERT',
    'worker',
    'its salt',
    'refused',
    state((ours) => ours.kid, { extra: 'salt', value: `'x'` }),
  ),
  c(
    'event',
    'INSERT',
    'worker',
    'its hash',
    'refused',
    state((ours) => ours.kid, { extra: 'payload_hash', value: `'x'` }),
  ),
  c(
    'event',
    'UPDATE',
    'worker',
    'a fact',
    'refused',
    (ours) => sql`update event set starts_on = '2020-01-01' where id = ${ours.kidEvent}`,
  ),
  c('event', 'DELETE', 'worker', 'a fact', 'refused', (ours) => sql`delete from event where id = ${ours.kidEvent}`),
  c('audit', 'INSERT', 'worker', 'what they did', '1 rows', trace(me('worker'))),
  c('audit', 'INSERT', 'worker', 'what a colleague did', 'refused', trace(me('stranger'))),
  c('audit', 'INSERT', 'worker', 'at another moment', 'refused', trace(me('worker'), 'at')),
  c('audit', 'INSERT', 'worker', 'in another council', 'refused', trace(me('worker'), '', true)),
  c('import_batch', 'INSERT', 'analyst', 'a return', '1 rows', stage('import_batch')),
  c('import_batch', 'INSERT', 'manager', 'a return', 'refused', stage('import_batch')),
  c('import_batch', 'INSERT', 'analyst', 'a return of another council', 'refused', stage('import_batch', true)),
  c(
    'import_batch',
    'UPDATE',
    'analyst',
    'the state of a return',
    '1 rows',
    () => sql`update import_batch set status = 'dropped'`,
  ),
  c(
    'import_batch',
    'UPDATE',
    'manager',
    'the state of a return',
    '0 rows',
    () => sql`update import_batch set status = 'dropped'`,
  ),
  c('import_row', 'INSERT', 'analyst', 'a staged row', '1 rows', stage('import_row')),
  c('import_row', 'INSERT', 'manager', 'a staged row', 'refused', stage('import_row')),
  c('import_row', 'INSERT', 'analyst', 'a staged row of another council', 'refused', stage('import_row', true)),
  c('import_row', 'DELETE', 'analyst', 'the staged rows', '1 rows', () => sql`delete from import_row`),
  c('import_row', 'DELETE', 'manager', 'the staged rows', '0 rows', () => sql`delete from import_row`),
  c('import_finding', 'INSERT', 'analyst', 'a finding', '1 rows', stage('import_finding')),
  c('import_finding', 'INSERT', 'worker', 'a finding', 'refused', stage('import_finding')),
  c('population_estimate', 'INSERT', 'analyst', 'an estimate', '1 rows', estimate()),
  c('population_estimate', 'INSERT', 'board', 'an estimate', 'refused', estimate()),
  c('population_estimate', 'INSERT', 'analyst', 'an estimate of another council', 'refused', estimate(true)),
  c(
    'population_estimate',
    'UPDATE',
    'analyst',
    'a newer estimate',
    '1 rows',
    () => sql`update population_estimate set children = 50001`,
  ),
  c(
    'population_estimate',
    'UPDATE',
    'board',
    'a newer estimate',
    '0 rows',
    () => sql`update population_estimate set children = 50001`,
  ),
  c('saved_filter', 'INSERT', 'manager', 'a filter', '1 rows', keepFilter()),
  c(
    'saved_filter',
    'INSERT',
    'worker',
    'a filter',
    'refused',
    keepFilter((p) => p.worker.personId),
  ),
  c(
    'saved_filter',
    'INSERT',
    'manager',
    'a filter in another’s name',
    'refused',
    keepFilter((p) => p.analyst.personId),
  ),
  ...(['analyst', 'manager'] as const).flatMap((who) => [
    c(
      'saved_filter',
      'UPDATE',
      who,
      'the analyst’s filter',
      who === 'analyst' ? '1 rows' : '0 rows',
      () => sql`update saved_filter set is_shared = true where name = 'Far away'`,
    ),
  ]),
  c('measure_value', 'INSERT', 'analyst', 'a figure', '1 rows', value()),
  c('measure_value', 'INSERT', 'manager', 'a figure', 'refused', value()),
  c('measure_value', 'INSERT', 'analyst', 'a figure of another council', 'refused', value(true)),
]

for (const engine of engines) {
  describe(`changes as two people, on ${engine}`, () => {
    let world: TwoCouncils
    before(async () => {
      world = await makeTwoCouncils(engine)
    })
    after(async () => world?.database.close())

    for (const { table, verb, who, what, gives, statement } of CASES) {
      test(`${verb} ${table}, ${who}: ${what} → ${gives}`, async () => {
        assert.equal(await attempt(world.database, world.ours[who], statement(world.ours, world.theirs)), gives)
      })
    }

    test('every right to change a table is proved by one who may and one who may not', async () => {
      const { rows } = await world.database.asOwner((query) =>
        sql<{
          name: string
          verb: Verb
        }>`select c.relname as name, verb from pg_class c join pg_namespace n on n.oid = c.relnamespace
          cross join unnest(array['INSERT', 'UPDATE', 'DELETE']) verb
          where n.nspname = 'kept' and c.relkind in ('r', 'p') and (has_table_privilege('kept_app', c.oid, verb)
            or (verb <> 'DELETE' and has_any_column_privilege('kept_app', c.oid, verb))) order by 1, 2`.execute(query),
      )
      const unproved = rows.filter(({ name, verb }) => {
        const cases = CASES.filter((each) => each.table === name && each.verb === verb)
        return !cases.some(({ gives }) => gives === '1 rows') || !cases.some(({ gives }) => gives !== '1 rows')
      })
      assert.deepEqual(unproved, [])
    })
  })
}
