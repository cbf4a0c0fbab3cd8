import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Grant, type RoleName, roles } from './roles.ts'

const ALL = Object.keys(roles) as RoleName[]
const grantsOf = (role: RoleName): readonly Grant[] => roles[role].grants
const holds = (role: RoleName, resource: Grant['resource'], action?: Grant['action']) =>
  grantsOf(role).some((grant) => grant.resource === resource && (action === undefined || grant.action === action))

/** Those who sit at a board, and the clerk who serves it. */
const BOARD: RoleName[] = ['board_member', 'young_representative', 'clerk']

test('rule 41: nobody of a board has a path to a record, a true count or a record opened for a reason', () => {
  for (const role of BOARD)
    for (const resource of ['child', 'true figures', 'break-glass', 'duty', 'themes', 'import'] as const)
      assert.equal(holds(role, resource), false, `${role} ${resource}`)
})

test('rule 38: a member of a board has no list of colleagues to sort by lateness', () => {
  for (const role of ['board_member', 'young_representative'] as const) {
    assert.equal(holds(role, 'colleagues'), false)
    assert.equal(holds(role, 'people'), false)
  }
})

test('rule 4: whoever answers for promises cannot write the plan: its keeper alone can', () => {
  const keepers = ALL.filter((role) => holds(role, 'plan', 'write'))
  assert.deepEqual(keepers, ['strategy_lead', 'system'])
})

test('who opened a record is read by those who answer for the team and the auditor, not by the child’s worker', () => {
  const readers = ALL.filter((role) => grantsOf(role).some(({ fieldGroup }) => fieldGroup === 'who_looked'))
  assert.deepEqual(readers, ['team_manager', 'service_manager', 'records_auditor', 'system'])
})

test('a child’s and a young adult’s role reads their own pages and writes no record', () => {
  for (const role of ['child', 'young_adult'] as const) {
    assert.ok(grantsOf(role).length > 0)
    for (const { resource, action, scope } of grantsOf(role))
      assert.deepEqual({ resource, action, scope }, { resource: 'child', action: 'read', scope: 'self' })
  }
})

test('the administrator gives roles and reaches no child', () => {
  assert.equal(holds('administrator', 'child'), false)
  assert.deepEqual(
    ALL.filter((role) => holds(role, 'people', 'write')),
    ['administrator', 'system'],
  )
})
