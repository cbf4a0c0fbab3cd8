import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { pastReport } from '../../../test/kit/past-report.ts'
import { countByDirectorate, readProgress } from './read-progress.ts'

describe('a report of progress is read as it is written', () => {
  test('a past year’s report of 35 updates comes in as 35, by directorate 9, 8, 15 and 3', () => {
    const { items, outside } = readProgress(pastReport())
    assert.deepEqual(countByDirectorate(items), [
      { directorate: 'Learning and Care', count: 9 },
      { directorate: 'Streets and Leisure Directorate', count: 8 },
      { directorate: 'Finance and Rules', count: 15 },
      { directorate: 'Riverside Homes', count: 3 },
    ])
    assert.ok(
      outside.includes('Classification: OFFICIAL'),
      'what stands between two bullets of one directorate is no directorate',
    )
    assert.ok(outside.some((words) => words.startsWith('What follows was told')))
  })

  for (const [name, text, items] of [
    [
      'a table with a column of progress',
      'Directorate\tCommitment\tProgress\nHousing\tTwo flats\tOne is let\nHousing\tA fair\t\n',
      [['Housing', 'One is let']],
    ],
    ['a table without one', 'Department,What\nHousing,One is let\n', [['Housing', 'One is let']]],
    [
      'a line for each',
      'One flat is let\n\nThe fair was held\n',
      [
        [null, 'One flat is let'],
        [null, 'The fair was held'],
      ],
    ],
    ['one line', 'One flat is let', [[null, 'One flat is let']]],
    ['nothing', ' \n', []],
  ] as const)
    test(name, () =>
      assert.deepEqual(
        readProgress(text).items.map(({ directorate, words }) => [directorate, words]),
        items,
      ),
    )

  test('a row of a table without progress is shown as left out', () => {
    const text = 'Directorate\tCommitment\tProgress\nHousing\tTwo flats\tOne is let\nHousing\tA fair\t\n'
    assert.deepEqual(readProgress(text).outside, ['Housing · A fair'])
  })

  test('of bullets under headings no word is lost and none is said twice', () => {
    const words = fc.stringMatching(/^w[a-z]{3,8}( w[a-z]{3,8}){0,3}$/)
    const part = fc.tuple(words, fc.array(words, { minLength: 1, maxLength: 5 }))
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 4 }), (parts) => {
        const text = parts
          .map(([title, said]) => `# ${title}\n\n${said.map((one) => `- ${one}`).join('\n')}\n`)
          .join('\n')
        assert.deepEqual(
          readProgress(text).items.map(({ directorate, words: said }) => [directorate, said]),
          parts.flatMap(([title, said]) => said.map((one) => [title, one])),
        )
      }),
    )
  })
})
