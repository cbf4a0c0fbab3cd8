import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { sql } from 'kysely'
import { engines, makeTestCouncil, type TestCouncil } from '../../../test/kit/council.ts'
import type { Actor } from '../../database/database.ts'
import {
  answerTheme,
  beginTheme,
  findTheme,
  listMyThemes,
  listThemes,
  listThemesOfView,
  putToTheme,
  TOLD,
  takeOutOfTheme,
  tellTheme,
} from './theme.store.ts'
import { openView, readMyViews, sendView, withdrawView } from './view.store.ts'

for (const engine of engines) {
  describe(`themes, on ${engine}`, () => {
    let council: TestCouncil
    const children: Actor[] = []
    const people: Record<string, Actor> = {}
    const as = <T>(actor: Actor, work: Parameters<typeof council.database.as<T>>[1]) => council.database.as(actor, work)
    const say = async (child: Actor, mayBeCounted = true, about: string | null = null) => {
      const said = { words: 'I miss my dog', feeling: null, pictures: [], beside: 'nobody', mayBeCounted }
      return (await as(child, (query) =>
        sendView(query, said, {
          to: about === null ? people.worker!.personId : null,
          about,
          coverFrom: '2099-01-01T09:00',
        }),
      ))!
    }
    const begin = (title: string) =>
      as(people.officer!, (query) => beginTheme(query, council.council.authorityId, { title, about: '' }))
    const put = (viewId: string, themeId: string, actor = people.worker!) =>
      as(actor, async (query) => {
        await openView(query, viewId)
        return putToTheme(query, viewId, themeId)
      })
    const count = async (themeId: string, actor = people.board!) =>
      (await as(actor, (query) => findTheme(query, themeId)))?.moreThan ?? null

    before(async () => {
      council = await makeTestCouncil(engine)
      people.worker = await council.addStaff('social_worker', 'Wren Example')
      people.other = await council.addStaff('social_worker', 'Oli Example')
      people.officer = await council.addStaff('participation_officer', 'Par Example')
      people.board = await council.addStaff('board_member', 'Bo Example')
      people.analyst = await council.addStaff('performance_analyst', 'Ana Example')
      people.young = await council.addStaff('young_representative', 'Yaz Example')
      people.adult = await council.addStaff('iro', 'Ad Example')
      people.lead = await council.addStaff('allegations_lead', 'Lee Example')
      await council.database.asOwner((query) =>
        sql`insert into cover (authority_id, for_person, covered_by, starts_on) values (${council.council.authorityId}, ${people.worker!.personId}, ${people.other!.personId}, '2020-01-01')`.execute(
          query,
        ),
      )
      for (let number = 0; number < 8; number++) {
        const kid = await council.addChild({ code: `K${number}`, given: `Kit${number}`, role: 'child' })
        await council.relate(people.worker, kid, 'social_worker')
        await council.relate(people.adult, kid, 'iro')
        children.push(council.actor(kid))
      }
    })
    after(async () => council?.close())

    test('rules 5 and 39: five children are hidden and six are more than five, each counted once', async () => {
      const theme = await begin('Pets')
      for (const child of children.slice(0, 5)) {
        assert.equal(await put(await say(child), theme), true)
        assert.equal(await put(await say(child), theme), true)
        assert.equal(await count(theme), null)
      }
      const sixth = await say(children[5]!)
      await put(sixth, theme)
      assert.equal(await count(theme), 5)
      assert.equal(await count(theme, people.officer), 5)
      await as(people.worker!, (query) => takeOutOfTheme(query, sixth, theme))
      assert.equal(await count(theme), null)
      await put(sixth, theme)
      await as(children[5]!, (query) => withdrawView(query, sixth))
      assert.equal(await count(theme), null)
    })

    test('only what its child lets be counted is put to a theme, by somebody who may open it', async () => {
      const theme = await begin('Food')
      const private_ = await say(children[0]!, false)
      assert.equal(await put(private_, theme), false)
      const open = await say(children[0]!)
      for (const actor of [people.officer!, people.board!, children[0]!, children[1]!])
        assert.equal(await as(actor, (query) => putToTheme(query, open, theme)), false)
      assert.equal(await put(open, theme), true)
      assert.deepEqual(
        (await as(people.worker!, (query) => listThemesOfView(query, open))).map(({ title }) => title),
        ['Food'],
      )
      const about = await say(children[0]!, true, people.adult!.personId)
      assert.equal(await put(about, theme, people.lead), false)
    })

    test('rule 5: no table of a theme shows who said it, but to the child and to those who may open it', async () => {
      const theme = await begin('Brothers')
      const view = await say(children[0]!)
      await put(view, theme)
      const rows = async (actor: Actor) =>
        as(actor, async (query) => {
          const { rows } = await sql<{
            n: number
          }>`select count(*)::int as n from theme_view where view_id = ${view}`.execute(query)
          return rows[0]!.n
        })
      for (const actor of [people.officer!, people.board!, people.analyst!, people.other!, children[1]!])
        assert.equal(await rows(actor), 0)
      assert.equal(await rows(people.worker!), 1)
      assert.equal(await rows(children[0]!), 1)
      assert.deepEqual(
        (await as(children[1]!, listThemes)).filter(({ title }) => title === 'Brothers'),
        [],
      )
      const mine = await as(children[0]!, listMyThemes)
      assert.ok(mine.some(({ id }) => id === theme))
      assert.equal((await as(children[0]!, readMyViews)).filter(({ id }) => id === view).length, 1)
    })

    test('rule 34: those who said it are told first, then their group, the board, everybody; nobody before their turn', async () => {
      const theme = await begin('Goodbyes')
      for (const number of [0, 2, 3, 4, 5, 6]) await put(await say(children[number]!), theme)
      const answer = await as(people.officer!, (query) =>
        answerTheme(query, theme, {
          kind: 'no, because',
          words: 'There is no room for it this year.',
          decisionId: null,
        }),
      )
      const readers: [string, Actor][] = [
        ['children', children[0]!],
        ['group', people.young!],
        ['board', people.board!],
        ['public', children[1]!],
      ]
      const whoReads = async () => {
        const found: string[] = []
        for (const [name, actor] of readers)
          if ((await as(actor, (query) => findTheme(query, theme)))?.answers.length) found.push(name)
        return found
      }
      assert.deepEqual(await whoReads(), [])
      for (const [position, who] of TOLD.entries()) {
        for (const early of TOLD.slice(position + 1))
          assert.equal(await as(people.officer!, (query) => tellTheme(query, answer, early)), false)
        assert.equal(await as(people.worker!, (query) => tellTheme(query, answer, who)), false)
        assert.equal(await as(people.officer!, (query) => tellTheme(query, answer, who)), true)
        assert.equal(await as(people.officer!, (query) => tellTheme(query, answer, who)), false)
        assert.deepEqual(await whoReads(), TOLD.slice(0, position + 1))
      }
    })

    test('rule 5: an answer to up to five children is told to them alone, and is with nobody else when they are that few again', async () => {
      const theme = await begin('Kites')
      const views: string[] = []
      for (const child of children.slice(0, 6)) {
        const view = await say(child)
        views.push(view)
        await put(view, theme)
      }
      const answer = await as(people.officer!, (query) =>
        answerTheme(query, theme, { kind: 'we did', words: 'There are kites now.', decisionId: null }),
      )
      for (const who of TOLD) assert.equal(await as(people.officer!, (query) => tellTheme(query, answer, who)), true)
      const whoReads = async () => {
        const found: number[] = []
        for (const actor of [children[0]!, children[7]!, people.board!, people.young!])
          found.push((await as(actor, (query) => findTheme(query, theme)))?.answers.length ?? 0)
        return found
      }
      assert.deepEqual(await whoReads(), [1, 1, 1, 1])
      await as(children[5]!, (query) => withdrawView(query, views[5]!))
      assert.deepEqual(await whoReads(), [1, 0, 0, 0])
      const second = await as(people.officer!, (query) =>
        answerTheme(query, theme, { kind: 'we will', words: 'There will be more.', decisionId: null }),
      )
      assert.deepEqual(
        [
          await as(people.officer!, (query) => tellTheme(query, second, 'children')),
          await as(people.officer!, (query) => tellTheme(query, second, 'group')),
        ],
        [true, false],
      )
    })

    test('the database refuses a telling out of turn, whoever writes it', async () => {
      const theme = await begin('Bikes')
      const answer = await as(people.officer!, (query) =>
        answerTheme(query, theme, { kind: 'we did', words: 'There are bikes now.', decisionId: null }),
      )
      await assert.rejects(
        as(people.officer!, (query) =>
          sql`update theme_answer set told_public_on = (select today()) where id = ${answer}`.execute(query),
        ),
        /check/,
      )
    })
  })
}
