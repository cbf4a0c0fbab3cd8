import assert from 'node:assert/strict'
import { test } from 'node:test'
import { makeExampleshire } from './council.ts'
import { demoThemes, makeCovers, makeVoices } from './voices.ts'

const TODAY = '2026-07-10'

for (const children of [60, 640])
  test(`of ${children} children about forty say something, each to somebody who has a cover, and no child twice in a theme`, () => {
    const demo = makeExampleshire({ children, careExperienced: children / 2, years: 3, seed: 1, today: TODAY })
    const voices = makeVoices(demo, TODAY)
    assert.ok(new Set(voices.map(({ childCode }) => childCode)).size >= 38)
    for (const { readerKey, coverKey } of voices) assert.notEqual(readerKey, coverKey)
    const counts = Object.fromEntries(
      demoThemes.map(({ key }) => {
        const who = voices.filter(({ view }) => view.theme === key).map(({ childCode }) => childCode)
        assert.equal(new Set(who).size, who.length)
        return [key, who.length]
      }),
    )
    assert.deepEqual(counts, { pets: 12, goodbye: 7, siblings: 8, papers: 7, sleepover: 6, bus: 3 })
    for (const { view, saidOn } of voices) {
      assert.ok(view.answer === undefined || view.answer.after < view.ago, `${view.words} ${saidOn}`)
      // Nobody puts to a theme what they have not opened.
      assert.ok(view.theme === undefined || view.isOpened || view.answer, view.words)
    }
    const covers = makeCovers(demo)
    const barred = new Set(demo.relationships.filter(({ role }) => role === 'barred').map(({ personKey }) => personKey))
    for (const { key, role } of demo.staff.filter(({ role }) =>
      ['social_worker', 'personal_adviser', 'iro'].includes(role),
    )) {
      const cover = covers.find(({ forKey }) => forKey === key)?.coverKey
      assert.ok(cover !== undefined && cover !== key && !barred.has(cover), `${role} ${key}`)
    }
  })
