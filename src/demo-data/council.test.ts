import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { describe, test } from 'node:test'
import { eventKinds, factKey } from '../domain/record/event-kinds.ts'
import { makeExampleshire } from './council.ts'
import { inCareOn, of, share, sizes, TODAY } from './council-of-each-size.ts'

const LATEST_MARCH = '2026-03-31'

test('the same seed and day make the same council; another seed makes another', () => {
  const hash = (seed: number) => {
    const council = makeExampleshire({ children: 60, careExperienced: 30, years: 3, seed, today: TODAY })
    return createHash('sha256').update(JSON.stringify(council)).digest('hex')
  }
  assert.equal(hash(1), hash(1))
  assert.notEqual(hash(1), hash(2))
})

test('a council can be made on any day: the last and first of a year, a leap day', () => {
  for (const today of ['2026-03-31', '2026-04-01', '2024-02-29', '2027-01-01']) {
    const council = makeExampleshire({ children: 40, careExperienced: 20, years: 2, seed: 7, today })
    assert.equal(council.children.filter((child) => inCareOn(child, today)).length, 40, today)
  }
})

for (const { name, options, council } of sizes) {
  describe(name, () => {
    test('as many are in care today, and about as many on the last 31 March, as asked for', () => {
      assert.equal(council.children.filter((child) => inCareOn(child, TODAY)).length, options.children)
      const inMarch = council.children.filter((child) => inCareOn(child, LATEST_MARCH)).length
      assert.ok(Math.abs(inMarch - options.children) <= Math.max(2, options.children * 0.03), `${inMarch}`)
    })

    test('as many young adults are supported as asked for, all of 17 to 25 and out of care', () => {
      const leavers = council.children.filter((child) => child.isCareLeaver)
      assert.equal(leavers.length, options.careExperienced)
      for (const child of leavers) {
        assert.ok(!inCareOn(child, TODAY))
        const born = child.facts[0]!.startsOn
        assert.ok(born <= '2009-11-10' && born > '2000-11-10', born)
      }
    })

    test('every payload is of its kind, and no two facts of a child are the same fact', () => {
      for (const child of council.children) {
        const keys = new Set<string>()
        for (const fact of child.facts) {
          const checked = eventKinds[fact.kind].payload.safeParse(fact.data)
          assert.ok(checked.success, `${fact.kind}: ${JSON.stringify(fact.data)}`)
          assert.ok(!keys.has(factKey(fact)), `${child.code} ${factKey(fact)}`)
          keys.add(factKey(fact))
        }
      }
    })

    test('nothing is dated after today but the 18th birthday of those who came here alone', () => {
      for (const child of council.children) {
        for (const { kind, startsOn, endsOn } of child.facts) {
          assert.ok(startsOn <= TODAY, `${kind} ${startsOn}`)
          assert.ok(endsOn === null || endsOn <= TODAY || kind === 'unaccompanied', `${kind} ${endsOn}`)
          assert.ok(endsOn === null || endsOn >= startsOn, `${kind} ${startsOn} ${endsOn}`)
        }
      }
    })

    test('codes are six digits and nobody shares one', () => {
      const codes = council.children.map((child) => child.code)
      assert.ok(codes.every((code) => /^\d{6}$/.test(code)))
      assert.equal(new Set(codes).size, codes.length)
    })

    test('every postcode of a home is in the made-up directory, which no real area shares', () => {
      const known = new Set(council.postcodes.map((one) => one.postcode))
      assert.equal(known.size, council.postcodes.length)
      assert.ok([...known].every((postcode) => /^Z[XY]\d \d[A-Z]{2}$/.test(postcode)))
      for (const child of council.children) {
        for (const { data } of of(child, 'placement_address')) {
          assert.ok(known.has(data.placementPostcode ?? ''))
          assert.ok(data.homePostcode === null || known.has(data.homePostcode))
        }
      }
    })

    test('the picker has one of each role, four of them young', () => {
      const roles = council.picker.map((one) => one.role)
      assert.equal(new Set(roles).size, 21)
      assert.equal(council.picker.filter((one) => one.childCode !== null).length, 4)
      for (const { label, sentence } of council.picker) {
        assert.ok(!/undefined|null|NaN/.test(`${label} ${sentence}`))
        assert.match(sentence, /\.$/)
      }
    })

    test('every fifteen or so children have a social worker, and every team a manager of its own', () => {
      const workers = council.staff.filter((one) => one.role === 'social_worker')
      assert.ok(workers.length >= Math.max(4, Math.floor(options.children / 20)))
      for (const team of council.teams) {
        const manager = council.staff.find((one) => one.key === team.managerKey)
        assert.equal(manager?.teamKey, team.key)
        assert.equal(manager?.role, team.parentKey === null ? 'service_manager' : 'team_manager')
      }
      const emails = council.staff.map((one) => one.email)
      assert.equal(new Set(emails).size, emails.length)
      assert.ok(emails.every((email) => /^[a-z.\d-]+@exampleshire\.example$/.test(email)))
    })
  })
}

describe('the whole looks like an English council', () => {
  const council = sizes.at(-1)!.council
  const inCare = council.children.filter((child) => inCareOn(child, LATEST_MARCH))
  const placementOf = (child: (typeof inCare)[number]) =>
    of(child, 'episode').find(
      (one) => one.startsOn <= LATEST_MARCH && (one.endsOn === null || one.endsOn > LATEST_MARCH),
    )!.data.placement

  test('every kind of fact occurs', () => {
    const kinds = new Set(council.children.flatMap((child) => child.facts.map((fact) => fact.kind)))
    assert.deepEqual([...kinds].sort(), Object.keys(eventKinds).sort())
  })

  const cases: [string, (child: (typeof inCare)[number]) => boolean, number, number][] = [
    ['foster homes', (child) => /^U/.test(placementOf(child)), 0.62, 0.77],
    ['children’s and secure homes', (child) => /^K[12]/.test(placementOf(child)), 0.08, 0.16],
    ['supported accommodation', (child) => /^K3/.test(placementOf(child)), 0.04, 0.12],
    ['parents', (child) => /^P1/.test(placementOf(child)), 0.02, 0.09],
    ['came here alone', (child) => of(child, 'unaccompanied').length > 0, 0.04, 0.1],
    ['girls', (child) => of(child, 'characteristics')[0]!.data.sex === 'F', 0.36, 0.5],
    ['missing in the year', (child) => of(child, 'missing').some((one) => one.startsOn > '2025-03-31'), 0.06, 0.22],
    ['three or more workers', (child) => workersIn(child).size >= 3, 0.08, 0.32],
  ]
  for (const [name, is, low, high] of cases) {
    test(`${name}: a believable share`, () => {
      const found = share(inCare, is)
      assert.ok(found >= low && found <= high, `${found}`)
    })
  }

  test('children change worker more often in some teams than in others', () => {
    const teamOf = new Map(council.staff.map((one) => [one.workerNumber, one.teamKey]))
    const current = (child: (typeof inCare)[number]) => of(child, 'social_worker').at(-1)?.data.worker ?? ''
    const shareOf = (team: string) => {
      const children = inCare.filter((child) => inCareOn(child, TODAY) && teamOf.get(current(child)) === team)
      return share(children, (child) => workersIn(child).size >= 3)
    }
    assert.ok(shareOf('aldermarsh') > shareOf('eastwold'))
  })

  function workersIn(child: (typeof inCare)[number]): Set<string> {
    const during = of(child, 'social_worker').filter(
      (one) => one.startsOn <= LATEST_MARCH && (one.endsOn === null || one.endsOn >= '2025-04-01'),
    )
    return new Set(during.map((one) => one.data.worker))
  }
})
