import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { runDrills } from '../../scripts/drill/run-drills.ts'
import { temporaryFolder } from '../../test/kit/command.ts'

/** A sample of `npm run drill`, which does each fifty times. */
const TIMES = 2

test('killed in its middle, started twice or out of room: nothing acknowledged is lost, and the record is whole', async () => {
  for await (const { name, faults } of runDrills(temporaryFolder({ after }), TIMES)) assert.deepEqual(faults, [], name)
})
