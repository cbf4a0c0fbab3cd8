import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { IsoDate } from '../shared/calendar-date.ts'
import { type TextLevel, textLevel } from './text-level.ts'

const cases: [claim: string, bornOn: IsoDate | null, today: IsoDate, level: TextLevel][] = [
  ['a child of nine reads the first level', '2017-01-31', '2026-07-10', 'to 11'],
  ['the day before the twelfth birthday is still the first level', '2014-07-11', '2026-07-10', 'to 11'],
  ['the twelfth birthday begins the second', '2014-07-10', '2026-07-10', '12 to 15'],
  ['the day before the sixteenth birthday is still the second', '2010-07-11', '2026-07-10', '12 to 15'],
  ['the sixteenth birthday begins the third', '2010-07-10', '2026-07-10', '16 and over'],
  ['born on 29 February, twelve comes on the day itself in a leap year', '2012-02-29', '2024-02-29', '12 to 15'],
  ['born on 29 February, sixteen has not come on 28 February', '2008-02-29', '2024-02-28', '12 to 15'],
  ['an adult reads the third', '2002-05-05', '2026-07-10', '16 and over'],
  ['whose age nobody recorded reads the second', null, '2026-07-10', '12 to 15'],
]

for (const [claim, bornOn, today, level] of cases) {
  test(claim, () => assert.equal(textLevel(bornOn, today), level))
}
