import assert from 'node:assert/strict'
import { test } from 'node:test'
import { milesBetween, type Place } from './distance.ts'

const at = (easting: number, northing: number, district = 'E06000900'): Place => ({ district, easting, northing })
const origin = at(400_000, 300_000)

const cases: { name: string; home: Place | null; placement: Place | null; miles: number | null }[] = [
  { name: 'the same point', home: origin, placement: origin, miles: 0 },
  { name: 'one mile east', home: origin, placement: at(401_609, 300_000), miles: 1 },
  { name: '3-4-5 triangle in miles', home: origin, placement: at(404_827.9, 306_437.2), miles: 5 },
  { name: 'just under 20 miles', home: origin, placement: at(400_000, 332_186), miles: 20 },
  { name: 'rounds up past 20 miles', home: origin, placement: at(400_000, 332_270), miles: 20.1 },
  { name: 'own home unknown', home: null, placement: origin, miles: null },
  { name: 'new home unknown', home: origin, placement: null, miles: null },
  { name: 'own home in Wales', home: at(1, 1, 'W06000900'), placement: origin, miles: null },
  { name: 'new home in Wales', home: origin, placement: at(384_000, 300_000, 'W06000900'), miles: 9.9 },
  { name: 'new home in Northern Ireland', home: origin, placement: at(1, 1, 'N09000900'), miles: null },
]

test('miles are a straight line to one decimal, unknown where the return has none', () => {
  for (const { name, home, placement, miles } of cases) assert.equal(milesBetween(home, placement), miles, name)
})
