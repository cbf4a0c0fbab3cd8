import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { sql } from 'kysely'
import { attempt } from '../../test/kit/attempt.ts'
import { engines, makeTestCouncil, type TestCouncil } from '../../test/kit/council.ts'

/** What the plain role may call. Everything else is the door's, a trigger's or the owner's. */
const PLAIN = [
  'advised',
  'arms_length_barred',
  'asks_as_young',
  'attendance_counts',
  'authority',
  'bar',
  'can_tell_about',
  'care_dates',
  'carry_promises',
  'colleague_name',
  'confirm_helper_code',
  'cover_choices',
  'done_for_me',
  'door_missing',
  'groups_all',
  'guest_days',
  'heard',
  'heard_children',
  'helped',
  'impact_answered',
  'impact_comment_readers',
  'impact_taken_back',
  'inbox',
  'is_application',
  'is_door_open',
  'judge_answer',
  'late_tellings',
  'london_day',
  'make_helper_code',
  'may',
  'me',
  'meeting_people',
  'member_act_counts',
  'member_training',
  'more_than',
  'my_advisers',
  'my_arms_length',
  'my_issues',
  'my_people',
  'my_plan_items',
  'my_readers',
  'my_view_readers',
  'names_in',
  'not_safe_readable',
  'obstacle_counts',
  'open_record',
  'owners_gone',
  'packs_frozen',
  'packs_out',
  'packs_with',
  'pledge_read_shares',
  'reports_frozen',
  'reports_in',
  'reports_out',
  'role_holders',
  'say_more_than',
  'send_view',
  'strategies_approved',
  'take_districts',
  'take_postcodes',
  'theme_counts',
  'thread_joins',
  'thread_names',
  'today',
  'verdict_counts',
  'verdict_most',
  'views',
  'visible',
  'withheld',
  'withheld_codes',
  'without_cover',
  'words_of',
]
const DOOR = [
  'calendar_at_door',
  'council_at_door',
  'door_at_door',
  'is_application',
  'is_door_open',
  'keep_identity',
  'keep_own_key',
  'london_day',
  'night_number',
  'not_safe_seen',
  'not_safe_waiting',
  'open_own_key',
  'person_at_door',
  'person_of_identity',
  'picker',
  'salts_at_door',
  'send_not_safe',
  'today',
  'use_helper_code',
  'write_duty_notice',
]

for (const engine of engines) {
  describe(`functions, on ${engine}`, () => {
    let council: TestCouncil
    before(async () => {
      council = await makeTestCouncil(engine)
    })
    after(async () => council?.close())

    const list = (where: string) =>
      council.database.asOwner(async (query) => {
        const { rows } = await sql<{
          name: string
        }>`select p.proname as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
          where n.nspname = 'kept' and ${sql.raw(where)} order by 1`.execute(query)
        return rows.map(({ name }) => name)
      })

    test('every function with its definer’s rights belongs to the guard and keeps to the schema', async () => {
      assert.ok((await list('p.prosecdef')).length > 15)
      assert.deepEqual(await list(`p.prosecdef and p.proowner <> 'kept_guard'::regrole`), [])
      assert.deepEqual(
        await list(`p.prosecdef and not coalesce(p.proconfig, '{}') @> array['search_path=kept, pg_temp']`),
        [],
      )
    })

    test('no function is open to whoever comes', async () => {
      assert.deepEqual(
        await list(
          `exists (select from aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a where a.grantee = 0)`,
        ),
        [],
      )
    })

    test('the plain role and the door call what is theirs, and no more', async () => {
      assert.deepEqual(await list(`has_function_privilege('kept_app', p.oid, 'execute')`), PLAIN)
      assert.deepEqual(await list(`has_function_privilege('kept_door', p.oid, 'execute')`), DOOR)
    })

    test('the door has its own tables, and sees no child', async () => {
      const { rows } = await council.database.asOwner((query) =>
        sql<{ name: string }>`select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
          where n.nspname = 'kept' and c.relkind in ('r', 'p', 'v') and has_any_column_privilege('kept_door', c.oid, 'SELECT, INSERT, UPDATE') order by 1`.execute(
          query,
        ),
      )
      assert.deepEqual(
        rows.map(({ name }) => name),
        ['authority', 'installation', 'session', 'sign_in_attempt'],
      )
    })

    test('a directory is taken in by those who take files in, and refused to others', async () => {
      const analyst = await council.addStaff('performance_analyst')
      const worker = await council.addStaff('social_worker')
      for (const call of [
        sql`select take_postcodes(${'ZZ1 1AA\tE07999901\t1\t2'})`,
        sql`select take_districts(${'E07999901\tA\tE10999998'})`,
      ]) {
        assert.equal(await attempt(council.database, analyst, call), '1 rows')
        assert.equal(await attempt(council.database, worker, call), 'P0001')
      }
    })

    test('within a request a RESET ROLE reaches no table', async () => {
      const worker = await council.addStaff('social_worker')
      for (const statement of [
        'select * from kept.person',
        'set role kept_owner',
        'alter table kept.event disable row level security',
      ])
        await assert.rejects(
          council.database.as(worker, async (query) => {
            await sql`reset role`.execute(query)
            await sql.raw(statement).execute(query)
          }),
          { code: '42501' },
          statement,
        )
    })
  })
}
