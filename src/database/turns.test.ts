import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { Turns } from './turns.ts'

test('one turn at a time, pages before background work, each in the order it came', async () => {
  const turns = new Turns()
  const order: string[] = []
  const first = await turns.take(true)
  const waiting = [
    ['background one', true],
    ['page one', false],
    ['background two', true],
    ['page two', false],
  ] as const
  const all = waiting.map(async ([name, isBackground]) => {
    const end = await turns.take(isBackground)
    order.push(name)
    await wait(1)
    end()
  })
  await wait(5)
  assert.deepEqual(order, [])
  first()
  await Promise.all(all)
  assert.deepEqual(order, ['page one', 'page two', 'background one', 'background two'])
})

test('the next transaction of the same page goes before background work that waited for it', async () => {
  const turns = new Turns()
  const order: string[] = []
  const page = await turns.take(false)
  const background = turns.take(true).then((end) => {
    order.push('background')
    end()
  })
  page()
  await Promise.resolve()
  const again = await turns.take(false)
  order.push('page')
  again()
  await background
  assert.deepEqual(order, ['page', 'background'])
})

test('background work is not kept waiting for ever by pages that never stop', async () => {
  const turns = new Turns()
  let isDone = false
  const background = turns.take(true).then((end) => {
    isDone = true
    end()
  })
  const readers = [1, 2].map(async () => {
    for (let page = 0; !isDone && page < 10_000; page += 1) {
      const end = await turns.take(false)
      await wait(1)
      end()
    }
  })
  await Promise.all([background, ...readers])
  assert.ok(isDone)
})
