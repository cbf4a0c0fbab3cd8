import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { sql } from 'kysely'
import { attempt, countRows } from '../../../test/kit/attempt.ts'
import {
  characteristics,
  engines,
  episode,
  makeTestCouncil,
  type TestCouncil,
  TODAY,
} from '../../../test/kit/council.ts'
import type { Actor } from '../../database/database.ts'
import { readMyAdvisers, readOfferFacts } from './care-dates.store.ts'
import { addClaim, answerClaim, listClaims, payClaim } from './claim.store.ts'
import { addNextStep, listNextSteps, tickNextStep } from './next-step.store.ts'
import { listOffers } from './offer.store.ts'

const OFFER = '00000000-0000-4000-8000-000000000901'
const OLD_OFFER = '00000000-0000-4000-8000-000000000902'
const RULE = '{"fromAge":18,"untilAge":25,"groups":["former relevant"],"condition":null}'

for (const engine of engines) {
  describe(`offers and claims, on ${engine}`, () => {
    let council: TestCouncil
    let young: Actor
    let other: Actor
    let adviser: Actor
    let manager: Actor
    let head: Actor
    let worker: Actor
    let iro: Actor
    let analyst: Actor
    let board: Actor
    let stranger: Actor
    let claimId: string
    const as = <T>(actor: Actor, work: Parameters<typeof council.database.as<T>>[1]) => council.database.as(actor, work)

    before(async () => {
      council = await makeTestCouncil(engine)
      const id = await council.addChild({ code: '1', given: 'Noor', role: 'young_adult' })
      const otherId = await council.addChild({ code: '2', given: 'Finn', role: 'young_adult' })
      young = council.actor(id)
      other = council.actor(otherId)
      adviser = await council.addStaff('personal_adviser', 'Pat Example', 'pat@council.example')
      manager = await council.addStaff('team_manager', 'Mo Example')
      head = await council.addStaff('service_manager', 'Hal Example')
      worker = await council.addStaff('social_worker', 'Wren Example')
      iro = await council.addStaff('iro', 'Ivo Example')
      analyst = await council.addStaff('performance_analyst', 'Ana Example')
      board = await council.addStaff('board_member', 'Bo Example')
      stranger = await council.addStaff('personal_adviser', 'Sten Example')
      await council.relate(adviser, id, 'personal_adviser')
      await council.relate(worker, id, 'social_worker')
      await council.relate(iro, id, 'iro')
      await council.addTeam(manager, [adviser], await council.addTeam(head, []))
      await council.state(id, characteristics('2007-03-04'))
      await council.state(id, episode('2015-01-01', '2025-03-04', { reasonEnded: 'E8' }))
      await council.database.asOwner(async (query) => {
        const { authorityId } = council.council
        await sql`insert into offer (authority_id, id, position, title, words, rule, source, amount_pence, amount_words, how_to_claim, answer_within_days, valid_from, valid_to) values
          (${authorityId}, ${OFFER}, 1, 'A first home', 'For a bed.', ${RULE}::jsonb, '{"kind":"national","words":"Guidance"}', 300000, '£3,000', 'Ask', 10, '2023-04-01', null),
          (${authorityId}, ${OLD_OFFER}, 2, 'Before', 'For a bed.', ${RULE}::jsonb, '{"kind":"own","words":"Ours"}', 200000, '£2,000', 'Ask', 10, '2020-04-01', ${TODAY}::date - 1)`.execute(
          query,
        )
      })
      await as(young, (query) => addClaim(query, OFFER, 'For a bed and a cooker.'))
      claimId = (await as(young, (query) => listClaims(query)))[0]!.id
    })
    after(async () => council?.close())

    test('an offer is valid on its days, and its rule is checked', async () => {
      const offers = await as(young, (query) => listOffers(query, TODAY))
      assert.deepEqual(
        offers.map(({ id, rule }) => [id, rule.fromAge]),
        [[OFFER, 18]],
      )
      assert.deepEqual(
        (await as(young, (query) => listOffers(query, '2022-01-01'))).map(({ id }) => id),
        [OLD_OFFER],
      )
    })

    test('a claim is read by the young person, their adviser and those who manage the adviser, and by nobody else', async () => {
      const readers = {
        young,
        other,
        adviser,
        manager,
        head,
        worker,
        iro,
        analyst,
        board,
        stranger,
        system: council.system,
      }
      const seen: string[] = []
      for (const [name, actor] of Object.entries(readers))
        if ((await countRows(council.database, actor, 'claim')) > 0) seen.push(name)
      assert.deepEqual(seen, ['young', 'adviser', 'manager', 'head'])
    })

    test('a young person claims in their own name, once until it is refused, and nobody claims for them', async () => {
      assert.equal(await as(young, (query) => addClaim(query, OFFER, 'Again')), false)
      const claim = sql`insert into claim (authority_id, offer_id, words) values ((select kept.authority()), ${OFFER}, 'For me')`
      assert.equal(await attempt(council.database, other, claim), '1 rows')
      for (const actor of [adviser, manager, board])
        assert.equal(await attempt(council.database, actor, claim), 'refused')
      const forOther = sql`insert into claim (authority_id, child_id, offer_id) values ((select kept.authority()), ${young.personId}, ${OFFER})`
      assert.equal(await attempt(council.database, other, forOther), 'refused')
    })

    test('nobody answers their own claim, or answers in another’s name or for another day', async () => {
      const answer = (by: string, on: string) =>
        sql`update kept.claim set decision = 'yes', reason = 'It is yours.', answered_on = ${on}::date, decided_by = ${by} where id = ${claimId}`
      assert.equal(await attempt(council.database, young, answer(young.personId, TODAY)), '0 rows')
      assert.equal(await attempt(council.database, worker, answer(worker.personId, TODAY)), '0 rows')
      assert.equal(await attempt(council.database, adviser, answer(manager.personId, TODAY)), '23514')
      assert.equal(await attempt(council.database, adviser, answer(adviser.personId, '2026-07-09')), '23514')
      assert.equal(await attempt(council.database, adviser, answer(adviser.personId, TODAY)), '1 rows')
    })

    test('rule 12: a no is refused until a person has told them', async () => {
      const no = (told: string | null) =>
        sql`update kept.claim set decision = 'no', reason = 'You had it in May.', answered_on = ${TODAY}, decided_by = ${adviser.personId}, told_on = ${told}::date where id = ${claimId}`
      assert.equal(await attempt(council.database, adviser, no(null)), '23514')
      assert.equal(await attempt(council.database, adviser, no('2026-07-11')), '23514')
      assert.equal(await attempt(council.database, adviser, no(TODAY)), '1 rows')
    })

    test('a claim is answered once, with a reason, then paid once, and may be asked for again only after a no', async () => {
      const yes = { decision: 'yes', reason: 'It is yours.', amountPence: 300000, toldOn: null } as const
      assert.equal(await as(stranger, (query) => answerClaim(query, claimId, yes)), false)
      assert.equal(await as(adviser, (query) => answerClaim(query, claimId, yes)), true)
      assert.equal(await as(manager, (query) => answerClaim(query, claimId, { ...yes, decision: 'no' })), false)
      const undo = sql`update kept.claim set decision = 'no', amount_pence = null where id = ${claimId}`
      assert.equal(await attempt(council.database, manager, undo), '23514')
      assert.equal(await as(manager, (query) => payClaim(query, claimId, TODAY)), true)
      assert.equal(await as(adviser, (query) => payClaim(query, claimId, TODAY)), false)
      const [claim] = await as(manager, (query) => listClaims(query))
      assert.deepEqual(
        [claim!.childName, claim!.decision, claim!.amountPence, claim!.paidOn, claim!.decidedBy, claim!.advisers],
        ['Noor Example', 'yes', 300000, TODAY, 'Pat Example', 'Pat Example'],
      )
      assert.equal(await as(young, (query) => addClaim(query, OFFER, 'More')), false)
    })

    test('a claim’s words stay in the claim: no history copies them', async () => {
      const copies = await council.database.asOwner(
        async (query) =>
          (await sql`select from row_history where table_name in ('claim', 'next_step')`.execute(query)).rows,
      )
      assert.equal(copies.length, 0)
    })

    test('the days that decide are read for oneself and by those who advise, and by nobody else', async () => {
      const facts = await as(young, (query) => readOfferFacts(query, young.personId))
      assert.equal(facts!.care.bornOn, '2007-03-04')
      assert.deepEqual(facts!.care.stays, [{ startsOn: '2015-01-01', endsOn: '2025-03-04', byGuardianship: false }])
      assert.equal(facts!.isInHigherEducation, null)
      for (const actor of [adviser, manager])
        assert.ok(await as(actor, (query) => readOfferFacts(query, young.personId)))
      for (const actor of [other, worker, board, stranger, analyst])
        assert.equal(await as(actor, (query) => readOfferFacts(query, young.personId)), null)
    })

    test('a young person knows who advises them and how to reach them', async () => {
      assert.deepEqual(await as(young, readMyAdvisers), [
        { name: 'Pat Example', title: 'personal_adviser', email: 'pat@council.example' },
      ])
      assert.deepEqual(await as(other, readMyAdvisers), [])
      await council.relate(adviser, other.personId, 'personal_adviser')
      await council.relate(adviser, other.personId, 'barred')
      assert.deepEqual(await as(other, readMyAdvisers), [], 'barred from them beats every tie')
      assert.equal(await as(adviser, (query) => readOfferFacts(query, other.personId)), null)
    })

    test('a next step is written by the young person or their adviser, and read by them and the manager', async () => {
      const step = (words: string, byOn: string | null = null) => ({ words, byOn, whoHelps: 'Pat' })
      await as(young, (query) => addNextStep(query, young.personId, step('I will view the flat.', '2026-07-20')))
      await as(adviser, (query) => addNextStep(query, young.personId, step('I will have my passport.', '2026-07-15')))
      await assert.rejects(
        as(worker, (query) => addNextStep(query, young.personId, step('I will move.'))),
        { code: '42501' },
      )
      await assert.rejects(
        as(other, (query) => addNextStep(query, young.personId, step('I will move.'))),
        { code: '42501' },
      )
      const steps = await as(manager, (query) => listNextSteps(query, young.personId))
      assert.deepEqual(
        steps.map(({ words, isOwn }) => [words, isOwn]),
        [
          ['I will have my passport.', false],
          ['I will view the flat.', true],
        ],
      )
      assert.equal(await as(worker, (query) => tickNextStep(query, steps[0]!.id)), false)
      assert.equal(await as(young, (query) => tickNextStep(query, steps[0]!.id)), true)
      assert.equal(
        (await as(young, (query) => listNextSteps(query, young.personId)))[0]!.words,
        'I will view the flat.',
      )
      assert.equal((await as(worker, (query) => listNextSteps(query, young.personId))).length, 0)
    })
  })
}
