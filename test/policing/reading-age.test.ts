import assert from 'node:assert/strict'
import { test } from 'node:test'
import { presentNumbers, presentSeen } from '../../src/features/safe-door/pages/not-safe.presenter.ts'
import { checkReadingAge, levelsOf, textsOfTemplate } from './reading-age-rule.ts'
import { readSource } from './source-file.ts'

/** Pages in the same folders that colleagues read, not children. */
const COLLEAGUES = /\/(let-in|shown|tonight|door|duty|message)\.njk$/
const templates = readSource('src/{features/{own-pages,safe-door}/pages,web/templates}/*.njk').filter(
  ({ path }) => !COLLEAGUES.test(path) && (path.startsWith('src/features') || path.endsWith('/young.njk')),
)

/** Every file of words beside a child's pages, those added later too. */
const files = readSource('src/features/{own-pages,safe-door,offers}/**/*-words.ts')
const words = await Promise.all(
  files.map(async ({ path }) => ({
    path,
    texts: levelsOf(await import(new URL(`../../${path}`, import.meta.url).href)).flatMap((list) =>
      Object.values(list),
    ),
  })),
)
const fill = (text: string) => text.replace(/\{\w+\}/g, 'Sam')

test('the texts are there to be judged', () => {
  assert.deepEqual(
    files.map(({ path }) => path.split('/').pop()),
    words.filter(({ texts }) => texts.length > 0).map(({ path }) => path.split('/').pop()),
  )
  assert.ok(words.length >= 2 && words.flatMap(({ texts }) => texts).length > 100)
  assert.ok(templates.flatMap(textsOfTemplate).length > 40)
})

// 16 and over: no age is asked by a rule; what the Government's own style asks of texts for everybody is twelve to fourteen.
for (const [level, index, age] of [
  ['to 11', 0, 9],
  ['12 to 15', 1, 11],
  ['16 and over', 2, 12],
] as const) {
  test(`rule 30: the words of a young person’s pages for ${level} are read at ${age}`, () => {
    for (const { path, texts } of words)
      assert.deepEqual(
        checkReadingAge(
          path,
          texts.map((levels) => fill(levels.slice(0, index + 1).at(-1)!)),
          age,
        ),
        [],
      )
  })
}

test('rule 30: what a page says at every level, its buttons and the safe door included, is read at nine', () => {
  const numbers = presentNumbers({ councilName: 'Testshire', nightNumber: '01632 960 000' })
  const seen = [null, '2026-07-10T21:00:00Z'].flatMap((openedAt) => {
    const sentAt = '2026-07-10T20:00:00Z'
    const { sentence, lines } = presentSeen([{ sentAt, openedAt, calledAt: openedAt }] as Parameters<
      typeof presentSeen
    >[0])
    return [sentence, ...lines]
  })
  const texts = [
    ...templates.flatMap(textsOfTemplate),
    ...numbers.flatMap(({ title, lines }) => [title, ...lines]),
    ...seen,
    ...Object.values(presentSeen([])).flat(),
  ]
  assert.deepEqual(checkReadingAge('the templates', texts, 9), [])
})

test('rule 30: what a young adult’s pages say is read at twelve', () => {
  const own = readSource('src/features/offers/pages/{offer,offers,own-steps,young-adult-*}.njk')
  assert.ok(own.length >= 5)
  assert.deepEqual(checkReadingAge('the offers', own.flatMap(textsOfTemplate), 12), [])
})

test('office language is refused, by the whole and by the sentence', () => {
  const office =
    'The local authority will undertake a statutory assessment of the accommodation requirements identified within the pathway plan.'
  assert.match(checkReadingAge('here', [office], 9)[0]!, /not at 9/)
  const easy = Array.from({ length: 80 }, () => 'The dog ran to the park. We all had a good time.')
  assert.match(checkReadingAge('here', [...easy, office], 9).join(), /far from 9: “The local authority/)
  assert.deepEqual(checkReadingAge('here', easy, 9), [])
})
