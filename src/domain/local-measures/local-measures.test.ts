import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { hideMeasure } from '../disclosure/hide-measure.ts'
import { computeAll, findMeasure, wordsOf } from '../measures/all-measures.ts'
import { buildChild, buildChildInCare, buildCouncil, buildEpisode } from '../measures/build-child.ts'
import type { MeasureWords } from '../measures/measure.ts'
import { checkStated, listNumbers, type TypedValue } from './check-stated.ts'
import type { Filter } from './filter.ts'
import { listFields } from './filter.ts'
import { computeLocal, type LocalMeasure, readLocalMeasure, toMeasure } from './local-measure.ts'
import { listStanding, resultOfStated, type StatedValue, withStated } from './stated-value.ts'

const AS_AT = '2026-03-31'
const words: LocalMeasure['words'] = {
  title: 'Children with a review in the last year',
  plainTitle: 'Had a review this year',
  whyItMatters: 'Somebody should look at the plan.',
  theme: 'heard',
  askedForByChildren: false,
  kind: 'percent',
  direction: 'higher',
  period: 'year',
  decimals: 0,
  whoIsCounted: 'Children in our care',
  whoIsMet: 'Those with a review',
  source: 'Our own',
  isSensitive: false,
}
const local = (filter: Partial<Filter> | null, given: Partial<LocalMeasure> = {}): LocalMeasure => ({
  id: 'L01',
  version: 1,
  words,
  filter: filter && { kind: 'review', when: 'in the year', base: 'in care', counted: [], met: [], ...filter },
  isEnded: false,
  ...given,
})
const numbersOf = (measure: LocalMeasure, ...children: ReturnType<typeof buildChild>[]) => {
  const { numerator, denominator } = toMeasure(measure).compute(children, buildCouncil(), AS_AT)
  return [numerator, denominator]
}

describe('a measure of a council’s own, as a filter', () => {
  const reviewed = (childId: string, ...days: string[]) =>
    buildChildInCare(childId, {}, { reviews: days.map((on) => ({ on, participation: 'PN1' })) })

  test('of all children in our care, those with the fact in the year', () => {
    const children = [
      reviewed('before', '2025-03-31'),
      reviewed('first day', '2025-04-01'),
      reviewed('last day', '2026-03-31'),
      reviewed('after', '2026-04-01'),
    ]
    assert.deepEqual(numbersOf(local({}), ...children), [2, 4])
  })

  test('of those with the fact, those where it meets the condition', () => {
    const children = [reviewed('a', '2025-05-01'), buildChildInCare('none')]
    const met = [{ field: 'participation', operator: 'is' as const, value: 'PN1, PN2' }]
    assert.deepEqual(numbersOf(local({ base: 'with the fact', met }), ...children), [1, 1])
    const other = [{ field: 'participation', operator: 'is' as const, value: 'PN7' }]
    assert.deepEqual(numbersOf(local({ base: 'with the fact', met: other }), ...children), [0, 1])
  })

  test('facts that stand on the day, short breaks left out', () => {
    const filter: Partial<Filter> = {
      kind: 'episode',
      when: 'on the day',
      met: [{ field: 'placement', operator: 'is', value: 'K2' }],
    }
    const children = [
      buildChildInCare('home', { placement: 'K2' }),
      buildChild({
        childId: 'left it',
        episodes: [
          buildEpisode({ placement: 'K2', endsOn: AS_AT }),
          buildEpisode({ startsOn: AS_AT, placement: 'U6', reasonForNewEpisode: 'P' }),
        ],
      }),
      buildChildInCare('short break', { placement: 'K2', legalStatus: 'V4' }),
    ]
    assert.deepEqual(numbersOf(local(filter), ...children), [1, 2])
  })

  const conditions: [string, string, string, boolean][] = [
    ['age', 'at least', '10', true],
    ['age', 'at least', '11', false],
    ['age', 'at most', '10', true],
    ['age', 'at most', '9', false],
    ['sex', 'is', 'f', true],
    ['sex', 'is not', 'F', false],
    ['ethnicity', 'is known', '', true],
    ['provider', 'is not known', '', true],
    ['provider', 'is not', 'PR1', false],
    ['miles', 'at most', '4', true],
    ['miles', 'at most', '3.9', false],
    ['insideArea', 'is', 'yes', true],
    ['insideArea', 'is', 'no', false],
    ['days', 'at least', '668', true],
    ['days', 'at least', '669', false],
    ['nothing of the kind', 'is known', '', false],
  ]
  for (const [field, operator, value, expected] of conditions) {
    test(`${field} ${operator} ${value}: ${expected}`, () => {
      const met = [{ field, operator, value }] as Filter['met']
      const child = buildChildInCare('a', { provider: null }, { bornOn: '2015-04-01' })
      assert.equal(numbersOf(local({ kind: 'episode', when: 'on the day', met }), child)[0], expected ? 1 : 0)
    })
  }

  test('no kind of fact that a filter may look at tells where a child lives', () => {
    for (const kind of ['episode', 'review', 'missing', 'adoption'] as const)
      assert.ok(!listFields(kind).some((field) => /postcode|urn/i.test(field)))
  })

  test('what is sensitive by its kind hides numbers up to 9, marked or not', () => {
    assert.equal(toMeasure(local({ kind: 'health_year' })).smallUpTo, 9)
    assert.equal(toMeasure(local({ kind: 'conviction_year' })).smallUpTo, 9)
    assert.equal(toMeasure(local({ kind: 'unaccompanied' })).smallUpTo, 9)
    assert.equal(toMeasure(local({})).smallUpTo, undefined)
    assert.equal(toMeasure(local({}, { words: { ...words, isSensitive: true } })).smallUpTo, 9)
  })

  test('its result carries its words and their version; without a filter it waits for a number', () => {
    const [result] = computeLocal([local({}, { version: 3 })], [], buildCouncil(), AS_AT)
    assert.deepEqual([result!.definition!.version, wordsOf(result!).plainTitle], [3, words.plainTitle])
    const [typed] = computeLocal([local(null)], [], buildCouncil(), AS_AT)
    assert.match(typed!.cannotCompute!, /type the number in/)
  })

  test('what is kept is read again; what cannot be read is left out', () => {
    const { id, version, isEnded } = local({})
    const row = { id, version, isEnded, words: JSON.parse(JSON.stringify(words)), filter: local({}).filter }
    assert.deepEqual(readLocalMeasure(row), local({}))
    assert.equal(readLocalMeasure({ ...row, words: { ...words, kind: 'guess' } }), null)
    assert.equal(readLocalMeasure({ ...row, filter: { kind: 'placement_address' } }), null)
  })
})

const stated = (given: Partial<StatedValue> = {}): StatedValue => ({
  id: 's1',
  measureId: 'M43',
  fromOn: '2026-03-01',
  asAt: AS_AT,
  numerator: 180,
  denominator: 200,
  value: null,
  children: null,
  status: 'validated',
  source: 'The case system’s list of visits',
  replaces: null,
  reason: null,
  statedBy: 'Ana',
  statedOn: '2026-04-10',
  ...given,
})
const M43 = findMeasure('M43')!

describe('numbers typed in', () => {
  test('a typed number stands where Kept has none, with its source; who typed it is for officers', () => {
    const result = resultOfStated(M43, [stated()], '2026-04-30')!
    assert.deepEqual([result.value, result.numerator, result.asAt, result.period?.from], [90, 180, AS_AT, '2026-03-01'])
    assert.match(result.publicNotes.join(' '), /Typed in from: The case system/)
    assert.doesNotMatch(result.publicNotes.join(' '), /Ana/)
    assert.match(result.notes.join(' '), /Ana/)
  })

  const ages: [string, string, boolean][] = [
    ['2026-03-30', 'before it', false],
    ['2026-03-31', 'on its day', true],
    ['2027-03-30', 'a day short of twelve months on', true],
    ['2027-03-31', 'twelve months on', false],
  ]
  for (const [asAt, when, isShown] of ages) {
    test(`a typed number asked for ${when} is ${isShown ? 'shown' : 'not shown'}`, () => {
      const result = resultOfStated(M43, [stated()], asAt)
      assert.equal(result?.value ?? null, isShown ? 90 : null)
    })
  }

  test('a number replaced stays, and is what was known before', () => {
    const later = stated({
      id: 's2',
      numerator: 170,
      replaces: 's1',
      reason: 'two visits were written twice',
      statedOn: '2026-05-01',
    })
    const valueOn = (knownOn: string | null) =>
      resultOfStated(M43, listStanding([later, stated()], knownOn), AS_AT)?.numerator
    assert.deepEqual([valueOn(null), valueOn('2026-04-30'), valueOn('2026-05-01')], [170, 180, 170])
    assert.equal(valueOn('2026-04-09'), undefined)
  })

  test('what Kept works out from the record stands, save before all that is held', () => {
    const council = buildCouncil({ returnYears: [2026] })
    const children = [buildChildInCare('a')]
    const typed = [stated({ measureId: 'M01', fromOn: null, asAt: '2022-03-31', numerator: 627, denominator: null })]
    const on = (asAt: string) =>
      withStated(computeAll(children, council, asAt), typed, { asAt, wordsOf }).find(({ id }) => id === 'M01')!.value
    assert.deepEqual([on('2022-03-31'), on('2026-03-31')], [627, 1])
  })

  const parts: [MeasureWords['period'], string, string, boolean][] = [
    ['year', '2025-04-01', '2026-03-31', false],
    ['year', '2025-04-01', '2026-03-30', true],
    ['year', '2023-04-01', '2024-03-31', false],
    ['academic year', '2025-09-01', '2026-07-20', false],
    ['academic year', '2025-09-01', '2026-02-13', true],
    ['term', '2026-01-05', '2026-03-27', false],
  ]
  for (const [period, fromOn, asAt, expected] of parts) {
    test(`a ${period} from ${fromOn} to ${asAt} is ${expected ? 'part' : 'the whole'} of it`, () => {
      const result = resultOfStated({ ...M43, period }, [stated({ fromOn, asAt })], asAt)!
      assert.equal(result.isPartYear, expected)
    })
  }

  test('the disclosure rule is the same: small numbers, small bases and few children behind are hidden', () => {
    const shown = (id: string, given: Partial<StatedValue>) => {
      const made = hideMeasure(resultOfStated(findMeasure(id)!, [stated({ measureId: id, ...given })], AS_AT)!)
      return [made.numerator.shown, made.denominator.shown, made.value.shown]
    }
    assert.deepEqual(shown('M43', { numerator: 4, denominator: 200 }), [null, 200, null])
    assert.deepEqual(shown('M43', { numerator: 196, denominator: 200 }), [null, 200, null])
    assert.deepEqual(shown('M15', { numerator: 5, denominator: null }), [null, null, null])
    assert.deepEqual(shown('M15', { numerator: 6, denominator: null }), [6, null, 6])
    assert.deepEqual(shown('M50', { numerator: 9, denominator: 60 }), [null, 60, null])
    assert.deepEqual(shown('M74', { numerator: null, denominator: 10, value: 18.2 }), [null, 10, null])
    assert.deepEqual(shown('M74', { numerator: null, denominator: 11, value: 18.2 }), [null, 11, 18.2])
    assert.deepEqual(shown('M74g', { numerator: null, denominator: 26, value: 31.8 }), [null, 26, 31.8])
    assert.deepEqual(shown('M75', { numerator: 900, denominator: 9000, children: 5 }), [null, null, null])
    assert.deepEqual(shown('M75', { numerator: 900, denominator: 9000, children: 10 }), [900, 9000, null])
    assert.deepEqual(shown('M75', { numerator: 900, denominator: 9000, children: 30 }), [900, 9000, 10])
    assert.deepEqual(shown('M138', { numerator: 3, denominator: 4 }), [3, 4, 75])
  })

  test('nought of nought is no percentage', () => {
    assert.match(resultOfStated(M43, [stated({ numerator: 0, denominator: 0 })], AS_AT)!.cannotCompute!, /nobody/)
  })
})

describe('what is wrong with what was typed', () => {
  const today = '2026-06-01'
  const good: TypedValue = {
    from: '2026-03-01',
    asAt: AS_AT,
    numerator: '1,180',
    denominator: '1,200',
    value: '',
    children: '',
    status: 'validated',
    source: 'A list',
    reason: '',
  }
  const faultsOf = (given: Partial<TypedValue>, id = 'M43', isReplacing = false) =>
    checkStated(findMeasure(id)!, { ...good, ...given }, { today, isReplacing }).errors.map(({ field }) => field)

  test('nothing, when it is whole', () => {
    const { checked } = checkStated(M43, good, { today, isReplacing: false })
    assert.deepEqual(
      [checked!.numerator, checked!.denominator, checked!.fromOn, checked!.reason],
      [1180, 1200, '2026-03-01', null],
    )
  })
  const cases: [string, Partial<TypedValue>, string[], string?, boolean?][] = [
    ['no day', { asAt: '' }, ['asAt']],
    ['a day that does not exist', { asAt: '2026-02-30' }, ['asAt']],
    ['today', { asAt: today }, []],
    ['tomorrow', { asAt: '2026-06-02' }, ['asAt']],
    ['a time that ends as it begins', { from: AS_AT }, ['from']],
    ['no first day of a time', { from: '' }, ['from']],
    ['a number as at a day, no first day', { from: '' }, [], 'M46'],
    ['no number', { numerator: '' }, ['numerator']],
    ['a number in words', { numerator: 'ten' }, ['numerator']],
    ['a part that is no whole number', { numerator: '1.5' }, ['numerator']],
    ['more than all', { numerator: '1,201' }, ['numerator']],
    ['as many as all', { numerator: '1,200' }, []],
    ['of nobody', { numerator: '0', denominator: '0' }, ['denominator']],
    ['a count without a base', { denominator: '' }, [], 'M15'],
    ['an average without a base', { denominator: '', value: '14.9' }, ['denominator'], 'M74'],
    ['an average', { value: '14.9' }, [], 'M74'],
    ['a gap below nought', { value: '-3.5' }, [], 'M74g'],
    ['half days without the children behind them', {}, ['children'], 'M75'],
    ['no source', { source: ' ' }, ['source']],
    ['no status', { status: '' }, ['status']],
    ['another number for the same day without a reason', {}, ['reason'], 'M43', true],
    ['another number for the same day with one', { reason: 'late visits were added' }, [], 'M43', true],
  ]
  for (const [name, given, expected, id, isReplacing] of cases)
    test(`${name}: ${expected.join(', ') || 'nothing'}`, () =>
      assert.deepEqual(faultsOf(given, id, isReplacing), expected))

  test('the numbers asked for follow the kind of measure', () => {
    assert.deepEqual(listNumbers(findMeasure('M15')!), ['numerator'])
    assert.deepEqual(listNumbers(M43), ['numerator', 'denominator'])
    assert.deepEqual(listNumbers(findMeasure('M74')!), ['value', 'denominator'])
    assert.deepEqual(listNumbers(findMeasure('M75')!), ['numerator', 'denominator', 'children'])
    assert.deepEqual(listNumbers(findMeasure('M138')!), ['numerator', 'denominator'])
  })
})
