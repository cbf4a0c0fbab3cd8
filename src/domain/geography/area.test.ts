import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isInside } from './area.ts'

const upperTierOf = new Map([
  ['E07000901', 'E10000900'],
  ['E07000902', 'E10000901'],
  ['E06000900', 'E06000900'],
])

const cases: { name: string; district: string | null; own: string; inside: boolean | null }[] = [
  { name: 'a district of the county', district: 'E07000901', own: 'E10000900', inside: true },
  { name: 'a district of another county', district: 'E07000902', own: 'E10000900', inside: false },
  { name: 'a unitary beside the county', district: 'E06000900', own: 'E10000900', inside: false },
  { name: 'the unitary itself', district: 'E06000900', own: 'E06000900', inside: true },
  { name: 'a unitary newer than the list, itself', district: 'E06000999', own: 'E06000999', inside: true },
  { name: 'a London borough not in the list', district: 'E09000900', own: 'E10000900', inside: false },
  { name: 'Wales', district: 'W06000900', own: 'E10000900', inside: false },
  { name: 'a county district not in the list', district: 'E07000999', own: 'E10000900', inside: null },
  { name: 'no district', district: null, own: 'E10000900', inside: null },
]

test('a district is inside when its upper-tier authority is ours', () => {
  for (const { name, district, own, inside } of cases) assert.equal(isInside(district, upperTierOf, own), inside, name)
})
