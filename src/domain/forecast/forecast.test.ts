import assert from 'node:assert/strict'
import { test } from 'node:test'
import { buildChild, buildEpisode } from '../measures/build-child.ts'
import type { ChildRecord } from '../measures/child-record.ts'
import { addDays, addMonths, birthday } from '../shared/calendar-date.ts'
import { makeChance } from '../statistics/chance.ts'
import { LEARNED_MONTHS, listTrials, monthsNeeded, sumUpTrials, tryForecast } from './back-test.ts'
import { findWholeFrom } from './find-whole-from.ts'
import { flowBefore, HOME_KINDS, readFlow } from './read-flow.ts'
import { simulate } from './simulate.ts'

const DAY = '2026-03-31'

function child(childId: string, episode: Parameters<typeof buildEpisode>[0], bornOn = '2016-01-01'): ChildRecord {
  return buildChild({ childId, bornOn, episodes: [buildEpisode(episode)] })
}

/** Six a month come, of all ages, and each leaves in a month with a chance of 1 in 30, or at 18. */
function steadyCouncil(seed: number, years: number): ChildRecord[] {
  const chance = makeChance(seed)
  const start = addMonths(DAY, -12 * years)
  const records: ChildRecord[] = []
  for (let month = 0; month < 12 * years; month++) {
    for (let many = chance.upTo(13); many > 0; many--) {
      const startsOn = addDays(addMonths(start, month), chance.upTo(28))
      const bornOn = addDays(startsOn, -chance.upTo(15 * 365) - 1)
      let endsOn = addDays(startsOn, Math.floor(-Math.log(1 - chance.next()) * 30 * 30.4) + 1)
      if (endsOn > birthday(bornOn, 18)) endsOn = birthday(bornOn, 18)
      const placement = chance.next() < 0.7 ? 'U6' : 'K2'
      if (startsOn <= DAY)
        records.push(
          child(
            `${seed}-${records.length}`,
            { startsOn, endsOn: endsOn > DAY ? null : endsOn, placement, reasonEnded: endsOn > DAY ? null : 'E8' },
            bornOn,
          ),
        )
    }
  }
  return records
}

test('a flow counts who was there, who came and who left, and a child who turned 18 took no step', () => {
  const flow = readFlow(
    [
      child('stays', { startsOn: '2025-01-01' }),
      child('leaves', { startsOn: '2025-01-01', endsOn: '2026-03-15' }),
      child('comes', { startsOn: '2026-03-02', placement: 'K2' }),
      child('turns 18', { startsOn: '2020-01-01', endsOn: '2026-03-20' }, '2008-03-20'),
      child('came and went', { startsOn: '2026-03-05', endsOn: '2026-03-09' }),
    ],
    DAY,
    1,
  )
  const [month] = flow.months
  assert.equal(month!.from, '2026-02-28')
  assert.equal(month!.stock.length, 3)
  assert.deepEqual(
    month!.steps.map(({ left }) => left),
    [false, true],
  )
  assert.deepEqual(
    month!.came.map(({ home }) => HOME_KINDS[home]!.code),
    ['home'],
  )
  assert.equal(flow.stock.length, 2)
})

for (const [bornOn, age] of [
  ['2016-03-31', 120],
  ['2016-04-01', 119],
  ['2025-03-31', 12],
] as const)
  test(`who was born on ${bornOn} is ${age} months old on ${DAY}`, () => {
    const { stock } = readFlow([child('a', { startsOn: '2026-01-01' }, bornOn)], DAY, 1)
    assert.equal(stock[0]!.age, age)
  })

test('the same seed makes the same forecast', () => {
  const flow = readFlow(steadyCouncil(1, 4), DAY, 24)
  const make = (seed: number) => simulate(flow, { months: 6, futures: 50, seed })
  assert.deepEqual(make(5), make(5))
  assert.notDeepEqual(make(5), make(6))
})

test('bands lie within each other, open with time, and the kinds of home make up all', () => {
  const { all, byHome } = simulate(readFlow(steadyCouncil(2, 5), DAY, 24), { months: 24, futures: 200, seed: 1 })
  for (const { middle, half, most } of all) {
    assert.ok(most.low <= half.low && half.low <= middle && middle <= half.high && half.high <= most.high)
  }
  const width = (at: number) => all[at]!.most.high - all[at]!.most.low
  assert.ok(width(23) > width(0))
  const sum = byHome.reduce((total, bands) => total + bands[0]!.middle, 0)
  assert.ok(Math.abs(sum - all[0]!.middle) <= 3)
})

test('everybody leaves at 18, whatever the rates', () => {
  const nearly = Array.from({ length: 30 }, (_, at) => child(`n${at}`, { startsOn: '2020-01-01' }, '2008-06-30'))
  const { all } = simulate(readFlow(nearly, DAY, 24), { months: 6, futures: 20, seed: 1 })
  assert.ok(all[0]!.middle > 20)
  assert.deepEqual(all[5]!.most, { low: 0, high: 0 })
})

test('of a council whose pace is steady, nine of ten forecasts hold, and no more than chance allows', () => {
  let [inside, half, tried] = [0, 0, 0]
  for (let seed = 1; seed <= 3; seed++) {
    const back = listTrials('2020-03-31', DAY)
    const flow = readFlow(steadyCouncil(seed, 9), DAY, monthsNeeded(back))
    const found = sumUpTrials(back.map((months) => tryForecast(flow, months, seed)))
    inside += found.insideMost
    half += found.insideHalf
    tried += found.trials.length
  }
  assert.equal(tried, 3 * 13)
  assert.ok(inside / tried >= 0.8, `${inside} of ${tried}`)
  assert.ok(half / tried >= 0.35 && half / tried <= 0.8, `${half} of ${tried}`)
})

test('an earlier forecast is made of what had happened by then: later facts change nothing in it', () => {
  const records = steadyCouncil(3, 6)
  const madeOn = addMonths(DAY, -15)
  const byThen = records.map((record) => ({
    ...record,
    episodes: record.episodes
      .filter(({ startsOn }) => startsOn <= madeOn)
      .map((episode) => (episode.endsOn !== null && episode.endsOn > madeOn ? { ...episode, endsOn: null } : episode)),
  }))
  assert.deepEqual(flowBefore(readFlow(records, DAY, 39), 15, LEARNED_MONTHS), readFlow(byThen, madeOn, LEARNED_MONTHS))
})

test('a trial is held to the number twelve months after it was made', () => {
  const flow = readFlow(steadyCouncil(4, 6), DAY, 48)
  const [year, more] = [tryForecast(flow, 12, 1), tryForecast(flow, 15, 1)]
  assert.deepEqual([year.madeOn, year.of, year.came], ['2025-03-31', DAY, flow.stock.length])
  assert.deepEqual([more.madeOn, more.of, more.came], ['2024-12-31', '2025-12-31', flow.months[45]!.stock.length])
})

for (const [begins, trials] of [
  ['2023-03-31', 1],
  ['2023-04-01', 0],
  ['2022-12-31', 2],
] as const)
  test(`of a record whole from ${begins} there can be ${trials} trials by ${DAY}`, () => {
    assert.equal(listTrials(begins, DAY).length, trials)
  })

test('history is whole from the year in which leavers begin to be known', () => {
  const left = (year: number, many: number) =>
    Array.from({ length: many }, (_, at) =>
      child(`${year}-${at}`, { startsOn: '2010-01-01', endsOn: `${year - 1}-07-01`, reasonEnded: 'E8' }),
    )
  const records = [...left(2020, 1), ...left(2023, 6), ...left(2024, 8), ...left(2025, 5), ...left(2026, 10)]
  assert.equal(findWholeFrom(records, [2018, 2026], '2026-07-10'), '2022-04-01')
  assert.equal(findWholeFrom(records, [2025, 2026], '2026-07-10'), '2024-04-01')
  assert.equal(findWholeFrom([], [2026], '2026-07-10'), null)
  assert.equal(findWholeFrom(records, [], '2026-07-10'), null)
})
