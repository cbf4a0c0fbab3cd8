import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readFilter, sayFilter } from '../domain/cohort/filter.ts'
import { SAVED_FILTERS } from './saved-filters.ts'

for (const { name, filter } of SAVED_FILTERS)
  test(`“${name}” asks for all that it holds`, () => {
    const read = readFilter(filter)
    assert.deepEqual(read.errors, [])
    const asked = Object.fromEntries(Object.entries(read.filter).filter(([, value]) => value !== ''))
    assert.deepEqual(asked, filter)
    assert.notEqual(
      sayFilter(read.filter, (id) => id),
      '',
    )
  })
