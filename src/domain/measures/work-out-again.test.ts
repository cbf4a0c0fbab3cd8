import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { addDays, type IsoDate } from '../shared/calendar-date.ts'
import { allMeasures } from './all-measures.ts'
import { buildChild, buildChildInCare, buildCouncil, buildEpisode } from './build-child.ts'
import type { ChildRecord } from './child-record.ts'
import { workOutAgain } from './work-out-again.ts'

const AS_AT = '2026-03-31'
const council = buildCouncil({ returnYears: [2025, 2026] })

const day = fc.integer({ min: 0, max: 1400 }).map((days) => addDays('2022-06-01', days))
const yearStart = fc.constantFrom('2023-04-01', '2024-04-01', '2025-04-01')
const oneOf = (...codes: string[]) => fc.constantFrom(...codes)
const yesNo = fc.constantFrom(true, false, null)
const dated = <T extends object>(start: fc.Arbitrary<IsoDate>, rest: Record<string, fc.Arbitrary<unknown>>) =>
  fc.array(fc.record({ startsOn: start, endsOn: fc.constant(null), ...rest }) as fc.Arbitrary<unknown>, {
    maxLength: 2,
  }) as never as fc.Arbitrary<(T & { startsOn: IsoDate; endsOn: null })[]>

/** Up to three homes after one another, the last one open or ended. */
const episodes = fc
  .array(
    fc.record({
      days: fc.integer({ min: 1, max: 500 }),
      legalStatus: oneOf('C2', 'C2', 'V2', 'V3'),
      placement: oneOf('U6', 'U1', 'K2', 'H5', 'P1', 'A5'),
      provider: oneOf('PR1', 'PR4'),
      reasonForNewEpisode: oneOf('P', 'B', 'L'),
      reasonEnded: oneOf('E11', 'E4A', 'E8'),
      reasonPlaceChanged: oneOf('CHILD', 'CARPL', 'PLACE'),
      need: oneOf('N1', 'N2'),
      miles: fc.constantFrom(3, 40, null),
      insideArea: fc.constantFrom(true, false, null),
    }),
    { maxLength: 3 },
  )
  .chain((homes) => fc.record({ homes: fc.constant(homes), start: day, isOpen: fc.boolean() }))
  .map(({ homes, start, isOpen }) => {
    let startsOn = start
    return homes.map(({ days, reasonEnded, reasonPlaceChanged, reasonForNewEpisode, ...home }, index) => {
      const isLast = index === homes.length - 1
      const endsOn = isLast && isOpen ? null : addDays(startsOn, days)
      const episode = buildEpisode({
        ...home,
        startsOn,
        endsOn,
        reasonForNewEpisode: index === 0 ? 'S' : reasonForNewEpisode,
        reasonEnded: endsOn === null ? null : isLast ? reasonEnded : 'X1',
        reasonPlaceChanged: endsOn === null || isLast ? null : reasonPlaceChanged,
      })
      startsOn = endsOn ?? startsOn
      return episode
    })
  })

const child: fc.Arbitrary<Omit<ChildRecord, 'childId'>> = fc.record({
  bornOn: fc.option(
    fc.integer({ min: 0, max: 7000 }).map((days) => addDays('2005-01-01', days)),
    { freq: 9 },
  ),
  sex: oneOf('F', 'M'),
  ethnicity: oneOf('WBRI', 'APKN'),
  episodes,
  reviews: fc.array(fc.record({ on: day, participation: oneOf('PN0', 'PN1', 'PN7') }), { maxLength: 3 }),
  workers: dated(day, { worker: oneOf('w1', 'w2', 'w3') }),
  leavingCare: dated(yearStart, {
    inTouch: oneOf('YES', 'NO', 'DIED'),
    activity: oneOf('F2', 'G4', 'F4'),
    accommodation: oneOf('B1', 'X2', '0'),
  }),
  documents: dated(day, { paper: oneOf('passport', 'bank account') }),
  unaccompanied: dated(day, {}),
  health: dated(yearStart, {
    sdqScore: fc.constantFrom(5, 18, null),
    sdqReason: fc.constantFrom('SDQ1', null),
    developmentCheck: yesNo,
    immunisations: yesNo,
    teethCheck: yesNo,
    healthAssessment: yesNo,
    substanceMisuse: yesNo,
    interventionReceived: yesNo,
    interventionOffered: yesNo,
  }),
  convictions: dated(yearStart, { convicted: yesNo }),
  missing: dated(day, { type: oneOf('M', 'A') }),
  adoptions: dated(day, {
    matchedOn: day,
    byFormerCarer: yesNo,
    adopters: fc.constantFrom(1, 2, null),
    adopterSex: fc.constant(null),
    adopterStatus: fc.constant(null),
  }),
  adoptionDecisions: dated(day, { reasonCeased: fc.constantFrom('RD1', null) }),
  earlierPermanence: dated(yearStart, {
    order: oneOf('P1', 'P2'),
    authority: fc.constant(null),
    orderDate: fc.constant(null),
  }),
})

/** A council as it was and as it is: each child stays, comes, goes, or is known otherwise. */
const councils = fc
  .array(fc.tuple(child, child, oneOf('same', 'same', 'came', 'gone', 'known otherwise')), { maxLength: 12 })
  .map((children) => {
    const was: ChildRecord[] = []
    const is: ChildRecord[] = []
    const change = { before: [] as ChildRecord[], now: [] as ChildRecord[] }
    for (const [index, [before, now, fate]] of children.entries()) {
      const childId = `child ${String(index).padStart(2, '0')}`
      const old = { childId, ...before }
      if (fate !== 'came') was.push(old)
      if (fate === 'same') is.push(old)
      else if (fate !== 'came') change.before.push(old)
      if (fate === 'same' || fate === 'gone') continue
      is.push({ childId, ...now })
      change.now.push({ childId, ...now })
    }
    return { was, is, change }
  })

test('whatever changes, every measure worked out again is the one worked out anew', () => {
  fc.assert(
    fc.property(councils, ({ was, is, change }) => {
      for (const measure of allMeasures) {
        const previous = measure.compute(was, council, AS_AT)
        const again = workOutAgain(measure, { previous, change }, is, council, AS_AT)
        assert.deepEqual(again, measure.compute(is, council, AS_AT), measure.id)
      }
    }),
    { numRuns: 150 },
  )
})

test('where a change does not touch a measure its result stands, and nobody else is looked at', () => {
  const reviewed = buildChildInCare('a', {}, { reviews: [{ on: '2025-09-01', participation: 'PN1' }] })
  const change = { before: [buildChildInCare('a')], now: [reviewed] }
  const was = [...change.before, buildChild({ childId: 'b' })]
  const is = [...change.now, buildChild({ childId: 'b' })]
  const again = allMeasures.filter((measure) => {
    const previous = measure.compute(was, council, AS_AT)
    return workOutAgain(measure, { previous, change }, is, council, AS_AT) !== previous
  })
  const ids = again.filter(({ needs }) => !needs.endsWith('typed in')).map(({ id }) => id)
  assert.ok(ids.includes('M42') && !ids.includes('M01') && !ids.includes('M20'), ids.join(' '))
})
