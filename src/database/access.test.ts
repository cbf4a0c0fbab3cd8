// Long because it is one table: who sees a row of each table, and who does not.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { sql } from 'kysely'
import { attempt, countRows } from '../../test/kit/attempt.ts'
import { engines } from '../../test/kit/council.ts'
import { makeTwoCouncils, type Place, type TwoCouncils } from '../../test/kit/two-councils.ts'

type Who =
  | 'worker'
  | 'stranger'
  | 'manager'
  | 'analyst'
  | 'auditor'
  | 'admin'
  | 'board'
  | 'duty'
  | 'child'
  | 'system'
  | 'unknown'
/** Public: all may read, nobody writes. Closed: not even Kept itself, working as a person does. Else: one who sees, one who does not. */
type Reading = 'public' | 'closed' | { row: (place: Place) => string; sees: Who; doesNot: Who }

/** Every table, and who reads it. A table that is not here fails the first test: say who may read it, and prove it. */
const TABLES: Record<string, Reading> = {
  authority: 'public',
  installation: 'public',
  event_kind: 'public',
  postcode: 'public',
  district: 'public',
  reference_version: 'public',
  migration: 'closed',
  session: 'closed',
  sign_in_attempt: 'closed',
  login_identity: 'closed',
  sql_login: 'closed',
  picker_entry: 'closed',
  seal: 'closed',
  seal_head: 'closed',
  person: { row: (p) => `id = '${p.kid}'`, sees: 'worker', doesNot: 'stranger' },
  identifier: { row: (p) => `person_id = '${p.kid}'`, sees: 'worker', doesNot: 'stranger' },
  role_held: { row: (p) => `person_id = '${p.worker.personId}'`, sees: 'admin', doesNot: 'stranger' },
  grant_rule: { row: () => `role = 'system'`, sees: 'worker', doesNot: 'board' },
  team: { row: (p) => `id = '${p.teamId}'`, sees: 'worker', doesNot: 'board' },
  team_member: { row: (p) => `team_id = '${p.teamId}'`, sees: 'worker', doesNot: 'board' },
  relationship: { row: (p) => `child_id = '${p.kid}'`, sees: 'worker', doesNot: 'stranger' },
  break_glass: { row: (p) => `child_id = '${p.kid}'`, sees: 'manager', doesNot: 'worker' },
  event: { row: (p) => `child_id = '${p.kid}'`, sees: 'worker', doesNot: 'stranger' },
  audit: { row: (p) => `child_id = '${p.kid}'`, sees: 'auditor', doesNot: 'worker' },
  row_history: { row: () => `table_name = 'role_held'`, sees: 'admin', doesNot: 'worker' },
  import_batch: { row: () => 'true', sees: 'analyst', doesNot: 'manager' },
  import_row: { row: () => 'true', sees: 'analyst', doesNot: 'manager' },
  import_finding: { row: () => 'true', sees: 'analyst', doesNot: 'manager' },
  population_estimate: { row: () => 'true', sees: 'board', doesNot: 'child' },
  measure_value: { row: () => 'true', sees: 'analyst', doesNot: 'board' },
  local_measure: { row: () => 'true', sees: 'board', doesNot: 'child' },
  stated_value: { row: () => 'true', sees: 'manager', doesNot: 'board' },
  comparator_release: { row: () => 'true', sees: 'board', doesNot: 'child' },
  comparator_value: { row: () => 'true', sees: 'board', doesNot: 'child' },
  neighbour: { row: () => 'true', sees: 'board', doesNot: 'child' },
  figure_pack: { row: () => 'true', sees: 'analyst', doesNot: 'board' },
  figure_pack_check: { row: () => 'true', sees: 'manager', doesNot: 'board' },
  figure_pack_edition: { row: () => 'true', sees: 'analyst', doesNot: 'board' },
  figure_pack_step: { row: () => 'true', sees: 'analyst', doesNot: 'board' },
  quoted_table: { row: () => 'true', sees: 'analyst', doesNot: 'board' },
  measure_owner: { row: () => 'true', sees: 'board', doesNot: 'child' },
  measure_target: { row: () => 'true', sees: 'board', doesNot: 'child' },
  measure_direction: { row: () => 'true', sees: 'worker', doesNot: 'board' },
  measure_word: { row: () => 'true', sees: 'board', doesNot: 'child' },
  validated_value: { row: () => 'true', sees: 'manager', doesNot: 'board' },
  report: { row: () => `id = '00000000-0000-4000-8000-00000000e003'`, sees: 'worker', doesNot: 'child' },
  report_words: { row: () => 'true', sees: 'system', doesNot: 'worker' },
  report_edition: { row: () => 'true', sees: 'worker', doesNot: 'child' },
  printed_in_report: { row: () => 'true', sees: 'analyst', doesNot: 'worker' },
  report_step: { row: () => 'true', sees: 'worker', doesNot: 'child' },
  check_reason: { row: (p) => `child_id = '${p.kid}'`, sees: 'analyst', doesNot: 'worker' },
  saved_filter: { row: () => 'not is_shared', sees: 'analyst', doesNot: 'manager' },
  plan: { row: () => 'true', sees: 'child', doesNot: 'unknown' },
  plan_item: { row: () => 'true', sees: 'child', doesNot: 'unknown' },
  plan_part: { row: () => 'true', sees: 'board', doesNot: 'child' },
  owner_match: { row: () => 'true', sees: 'board', doesNot: 'child' },
  plan_columns: { row: () => 'true', sees: 'system', doesNot: 'board' },
  item_proof: { row: () => 'true', sees: 'board', doesNot: 'unknown' },
  item_update: { row: () => 'true', sees: 'board', doesNot: 'child' },
  commitment_event: { row: () => 'true', sees: 'board', doesNot: 'child' },
  event_guest: { row: () => 'true', sees: 'board', doesNot: 'child' },
  loose_progress: { row: () => 'true', sees: 'board', doesNot: 'child' },
  arms_length: { row: (p) => `child_id = '${p.kid}'`, sees: 'manager', doesNot: 'board' },
  obstacle: { row: () => 'true', sees: 'manager', doesNot: 'board' },
  progress_join: { row: () => 'true', sees: 'board', doesNot: 'child' },
  promise_reason: { row: () => 'true', sees: 'child', doesNot: 'unknown' },
  promise_rule: { row: () => 'true', sees: 'child', doesNot: 'unknown' },
  strategy_version: { row: () => 'true', sees: 'child', doesNot: 'unknown' },
  strategy_part: { row: () => 'true', sees: 'child', doesNot: 'unknown' },
  strategy_approval: { row: () => 'true', sees: 'child', doesNot: 'unknown' },
  strategy_join: { row: () => 'true', sees: 'child', doesNot: 'unknown' },
  pledge_read: { row: () => 'true', sees: 'worker', doesNot: 'system' },
  impact_paper: { row: () => 'true', sees: 'duty', doesNot: 'unknown' },
  impact_answer: { row: () => 'version = 1', sees: 'board', doesNot: 'child' },
  impact_review: { row: () => 'true', sees: 'worker', doesNot: 'child' },
  impact_opened: { row: () => 'true', sees: 'child', doesNot: 'unknown' },
  impact_comment: { row: () => 'true', sees: 'child', doesNot: 'worker' },
  impact_passed: { row: () => 'words is null', sees: 'child', doesNot: 'worker' },
  impact_reply: { row: () => 'true', sees: 'worker', doesNot: 'unknown' },
  checked_plan: { row: () => 'true', sees: 'worker', doesNot: 'child' },
  related_document: { row: () => 'true', sees: 'child', doesNot: 'unknown' },
  word_meaning: { row: () => 'true', sees: 'child', doesNot: 'unknown' },
  cover: { row: () => 'true', sees: 'stranger', doesNot: 'child' },
  view: { row: () => 'true', sees: 'worker', doesNot: 'manager' },
  view_reader: { row: () => 'true', sees: 'child', doesNot: 'analyst' },
  view_opened: { row: () => 'true', sees: 'child', doesNot: 'auditor' },
  view_answer: { row: () => 'true', sees: 'child', doesNot: 'system' },
  view_reply: { row: () => 'true', sees: 'worker', doesNot: 'board' },
  view_draft: { row: () => 'true', sees: 'child', doesNot: 'worker' },
  theme: { row: () => 'true', sees: 'worker', doesNot: 'board' },
  theme_view: { row: () => 'true', sees: 'worker', doesNot: 'board' },
  theme_answer: { row: () => 'true', sees: 'child', doesNot: 'board' },
  knot_join: { row: () => 'true', sees: 'child', doesNot: 'unknown' },
  body: { row: () => 'true', sees: 'board', doesNot: 'child' },
  body_member: { row: () => 'true', sees: 'board', doesNot: 'child' },
  terms_of_reference: { row: () => 'true', sees: 'board', doesNot: 'child' },
  guest_rule: { row: () => 'true', sees: 'board', doesNot: 'child' },
  expected_report: { row: () => 'true', sees: 'worker', doesNot: 'child' },
  half_term: { row: () => 'true', sees: 'worker', doesNot: 'child' },
  attendance: { row: () => 'true', sees: 'system', doesNot: 'board' },
  calendar_feed: { row: () => 'true', sees: 'board', doesNot: 'system' },
  principle_label: { row: () => 'true', sees: 'board', doesNot: 'child' },
  young_view: { row: () => 'true', sees: 'worker', doesNot: 'child' },
  member_act: { row: () => 'true', sees: 'board', doesNot: 'system' },
  member_offer: { row: () => 'true', sees: 'worker', doesNot: 'child' },
  paper_read: { row: () => 'true', sees: 'board', doesNot: 'system' },
  meeting: { row: () => 'true', sees: 'worker', doesNot: 'child' },
  challenge: { row: () => 'true', sees: 'worker', doesNot: 'child' },
  challenge_answer: { row: () => 'true', sees: 'board', doesNot: 'child' },
  body_issue: { row: () => 'true', sees: 'board', doesNot: 'worker' },
  issue_decision: { row: () => 'true', sees: 'board', doesNot: 'child' },
  meeting_view: { row: () => 'true', sees: 'board', doesNot: 'worker' },
  body_measure: { row: () => 'true', sees: 'worker', doesNot: 'child' },
  agenda_item: { row: () => `meeting_id = '00000000-0000-4000-8000-000000000012'`, sees: 'board', doesNot: 'worker' },
  paper: { row: () => 'true', sees: 'board', doesNot: 'worker' },
  decision: { row: () => 'true', sees: 'board', doesNot: 'worker' },
  minute_action: { row: () => 'true', sees: 'board', doesNot: 'child' },
  minute: { row: () => 'true', sees: 'board', doesNot: 'child' },
  minutes_step: { row: () => 'true', sees: 'board', doesNot: 'child' },
  minute_action_update: { row: () => 'true', sees: 'board', doesNot: 'child' },
  saved_version: { row: () => 'true', sees: 'system', doesNot: 'board' },
  challenge_told: { row: () => 'true', sees: 'board', doesNot: 'child' },
  release_request: { row: () => 'true', sees: 'system', doesNot: 'board' },
  release_item: { row: () => 'true', sees: 'system', doesNot: 'worker' },
  release_withheld: { row: () => 'true', sees: 'system', doesNot: 'board' },
  pre_election: { row: () => 'true', sees: 'child', doesNot: 'unknown' },
  pack: { row: () => 'true', sees: 'board', doesNot: 'worker' },
  printed_in_meeting: { row: () => 'true', sees: 'analyst', doesNot: 'board' },
  own_key: 'closed',
  door_setting: { row: () => 'true', sees: 'child', doesNot: 'unknown' },
  own_look: { row: () => 'true', sees: 'child', doesNot: 'worker' },
  helper_code: { row: (p) => `child_id = '${p.kid}'`, sees: 'worker', doesNot: 'stranger' },
  shown_to_children: { row: () => 'true', sees: 'child', doesNot: 'stranger' },
  verdict: { row: () => 'true', sees: 'child', doesNot: 'worker' },
  promise_words: { row: () => 'true', sees: 'child', doesNot: 'unknown' },
  on_tonight: { row: (p) => `child_id = '${p.kid}'`, sees: 'child', doesNot: 'stranger' },
  safe_door: { row: () => 'true', sees: 'duty', doesNot: 'worker' },
  phone_chain: { row: () => 'true', sees: 'duty', doesNot: 'worker' },
  not_safe_message: { row: () => 'true', sees: 'duty', doesNot: 'worker' },
  not_safe_step: { row: () => 'true', sees: 'duty', doesNot: 'manager' },
  duty_notice: { row: () => 'true', sees: 'duty', doesNot: 'child' },
  stored_file: { row: () => 'true', sees: 'worker', doesNot: 'stranger' },
  offer: { row: () => 'true', sees: 'child', doesNot: 'unknown' },
  claim: { row: (p) => `child_id = '${p.kid}'`, sees: 'child', doesNot: 'worker' },
  next_step: { row: (p) => `child_id = '${p.kid}'`, sees: 'child', doesNot: 'worker' },
}

for (const engine of engines) {
  describe(`every table as two people, on ${engine}`, () => {
    let world: TwoCouncils
    before(async () => {
      world = await makeTwoCouncils(engine)
    })
    after(async () => world?.database.close())

    const be = (who: Who) =>
      who === 'unknown' ? world.ours.council.actor('00000000-0000-4000-8000-00000000dead') : world.ours[who]

    test('every table of the schema is listed here', async () => {
      const tables = await world.database.asOwner(
        async (query) =>
          (
            await sql<{
              name: string
            }>`select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
              where n.nspname = 'kept' and c.relkind in ('r', 'p', 'f', 'm') and not c.relispartition order by 1`.execute(
              query,
            )
          ).rows,
      )
      assert.deepEqual(
        tables.map(({ name }) => name),
        Object.keys(TABLES).sort(),
      )
    })

    test('row security is on and forced on every table that holds more than public rows, audit months included', async () => {
      const unforced = await world.database.asOwner(
        async (query) =>
          (
            await sql<{
              name: string
            }>`select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
              where n.nspname = 'kept' and c.relkind in ('r', 'p') and not (c.relrowsecurity and c.relforcerowsecurity) order by 1`.execute(
              query,
            )
          ).rows,
      )
      assert.deepEqual(
        unforced.map(({ name }) => name),
        ['authority', 'district', 'event_kind', 'installation', 'migration', 'postcode', 'session', 'sign_in_attempt'],
      )
    })

    for (const [table, reading] of Object.entries(TABLES)) {
      if (reading === 'public') {
        test(`${table} is public, and nobody writes to it`, async () => {
          assert.ok((await countRows(world.database, be('board'), table)) > 0)
          assert.deepEqual(await privileges(table), ['SELECT'])
        })
      } else if (reading === 'closed') {
        test(`${table} is closed to everybody who works in the plain role`, async () => {
          assert.deepEqual(await privileges(table), [])
          assert.equal(
            await attempt(world.database, be('system'), sql`select from ${sql.table(`kept.${table}`)}`),
            'refused',
          )
        })
      } else {
        test(`${table}: ${reading.sees} sees the row, ${reading.doesNot} does not, and neither sees another council's`, async () => {
          const row = reading.row(world.ours)
          assert.ok((await countRows(world.database, be(reading.sees), table, row)) > 0)
          assert.equal(await countRows(world.database, be(reading.doesNot), table, row), 0)
          const elsewhere = `authority_id = ${world.theirs.council.council.authorityId}`
          for (const who of [reading.sees, reading.doesNot, 'system'] as const)
            assert.equal(await countRows(world.database, be(who), table, elsewhere), 0)
          const their = world.theirs[reading.sees as keyof Place] as Place['worker']
          assert.ok((await countRows(world.database, their, table, elsewhere)) > 0, 'the other council has such rows')
        })
        test(`${table}: nobody sees a row when nobody is asking, or somebody the council does not know`, async () => {
          const { database, ours } = world
          assert.equal(await countRows(database, be('unknown'), table), 0)
          assert.equal(
            await countRows(database, { ...ours.worker, authorityId: ours.worker.authorityId + 90 }, table),
            0,
          )
          assert.equal(await countRows(database, { ...ours.worker, personId: '' }, table), 0)
        })
      }
    }

    test('what was not granted is refused on every table, and nothing may be deleted but what is staged, drafted or a file', async () => {
      for (const table of Object.keys(TABLES)) {
        const has = await privileges(table)
        const name = sql.table(`kept.${table}`)
        const column = sql.ref(await anyColumn(table))
        const tries = {
          INSERT: sql`insert into ${name} default values`,
          UPDATE: sql`update ${name} set ${column} = ${column}`,
          DELETE: sql`delete from ${name}`,
          TRUNCATE: sql`truncate ${name}`,
        }
        for (const [verb, statement] of Object.entries(tries)) {
          if (has.includes(verb)) continue
          assert.equal(await attempt(world.database, be('system'), statement), 'refused', `${verb} ${table}`)
        }
        assert.equal(
          has.includes('DELETE'),
          ['import_row', 'view_draft', 'stored_file', 'strategy_part'].includes(table),
          table,
        )
        assert.equal(has.includes('TRUNCATE'), false, table)
      }
    })

    async function privileges(table: string): Promise<string[]> {
      return world.database.asOwner(async (query) => {
        const { rows } = await sql<{
          verb: string
        }>`select verb from unnest(array['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE']) verb
          where has_table_privilege('kept_app', ${`kept.${table}`}, verb)
            or (verb in ('SELECT', 'INSERT', 'UPDATE') and has_any_column_privilege('kept_app', ${`kept.${table}`}, verb))`.execute(
          query,
        )
        return rows.map(({ verb }) => verb)
      })
    }

    async function anyColumn(table: string): Promise<string> {
      return world.database.asOwner(async (query) => {
        const { rows } = await sql<{ name: string }>`select attname as name from pg_attribute
          where attrelid = ${`kept.${table}`}::regclass and attnum > 0 and attidentity = '' order by attnum limit 1`.execute(
          query,
        )
        return rows[0]!.name
      })
    }
  })
}
