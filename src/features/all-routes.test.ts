import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { makeTestApp, type TestApp } from '../../test/kit/app.ts'
import { makeTestCouncil, type TestCouncil } from '../../test/kit/council.ts'
import type { Actor } from '../database/database.ts'
import { type RoleName, roles } from '../domain/access/roles.ts'
import type { Route } from '../web/route.ts'
import { allRoutes } from './all-routes.ts'

const NOBODYS_ID = '00000000-0000-4000-8000-000000000000'

let council: TestCouncil
let app: TestApp
before(async () => {
  council = await makeTestCouncil()
  app = await makeTestApp(council)
})
after(() => app.close())

/** Every id in the address is one that belongs to nobody. */
function visit(route: Route, actor: Actor | null, isWordRight = true) {
  return app.ask(route.method, route.path.replace(/:[a-zA-Z]+/g, NOBODYS_ID), actor, {}, isWordRight)
}

function roleWith(right: string, isHeld: boolean): RoleName {
  const names = (Object.keys(roles) as RoleName[]).filter((name) => name !== 'system')
  const found = names.find(
    (name) => roles[name].grants.some((grant) => `${grant.resource}:${grant.action}` === right) === isHeld,
  )
  assert.ok(found, `some role ${isHeld ? 'holds' : 'lacks'} ${right}`)
  return found
}

for (const route of allRoutes) {
  const name = `${route.method} ${route.path}`

  test(`${name} asks a stranger to sign in`, async () => {
    const answer = await visit(route, null)
    assert.equal(answer.statusCode, 303)
    assert.match(String(answer.headers.location), /^\/sign-in/)
  })

  if (route.needs !== null) {
    const needs = route.needs
    test(`${name} is not found without the right ${needs}`, async () => {
      const answer = await visit(route, await council.addStaff(roleWith(needs, false)))
      assert.equal(answer.statusCode, 404)
    })
    test(`${name} answers those with the right ${needs}, and never with a fault`, async () => {
      const answer = await visit(route, await council.addStaff(roleWith(needs, true)))
      assert.ok(answer.statusCode < 500, `${answer.statusCode}: ${answer.body.slice(0, 300)}`)
    })
  }

  if (route.method === 'POST') {
    test(`${name} does nothing without the form's own word`, async () => {
      const person = await council.addStaff(route.needs === null ? 'social_worker' : roleWith(route.needs, true))
      assert.equal((await visit(route, person, false)).statusCode, 403)
    })
  }
}

test('every route says what right it needs and what trace it leaves, and stands once in the table', () => {
  const names = allRoutes.map((route) => `${route.method} ${route.path}`)
  assert.equal(new Set(names).size, names.length)
  for (const route of allRoutes) {
    assert.notEqual(route.needs, undefined)
    assert.notEqual(route.trace, undefined)
    if (route.method === 'POST') assert.ok(route.trace, `${route.path} changes something and leaves no trace`)
  }
})
