import assert from 'node:assert/strict'
import { test } from 'node:test'
import { drillImport } from '../../test/kit/drill.ts'

test('an import that is killed is wholly there or wholly absent, and the record is whole', async () => {
  const result = await drillImport(3)
  assert.deepEqual(result.faults, [])
  assert.equal(result.whole + result.absent, 3)
})
