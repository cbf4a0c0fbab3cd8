import assert from 'node:assert/strict'
import { test } from 'node:test'
import { nightOf, sayHour } from './night.ts'

const nights: [claim: string, today: string, hour: number, night: string][] = [
  ['at two in the morning it is still the night before', '2026-07-10', 2, '2026-07-09'],
  ['at five it is still the night before', '2026-07-10', 5, '2026-07-09'],
  ['from six on, tonight is this evening', '2026-07-10', 6, '2026-07-10'],
  ['before midnight it is this evening', '2026-07-10', 23, '2026-07-10'],
  ['after midnight of 1 March it is the leap day’s night', '2028-03-01', 0, '2028-02-29'],
]
for (const [claim, today, hour, night] of nights) test(claim, () => assert.equal(nightOf(today, hour), night))

const hours: [time: string, said: string][] = [
  ['20:00', '8 at night'],
  ['21:30', '9.30 at night'],
  ['00:00', 'midnight'],
  ['12:00', '12 in the afternoon'],
  ['04:59', '4.59 at night'],
  ['08:00', '8 in the morning'],
]
for (const [time, said] of hours) test(`${time} is ${said}`, () => assert.equal(sayHour(time), said))
