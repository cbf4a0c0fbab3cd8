import { CompiledQuery, type KyselyPlugin, PostgresQueryCompiler, sql } from 'kysely'
import type { Database } from '../../src/database/database.ts'
import { londonDay } from '../../src/domain/shared/calendar-date.ts'
import { makePageModel } from '../../src/web/page-model.ts'
import { createRenderer } from '../../src/web/render/nunjucks.ts'
import type { Answer, Route, Visit } from '../../src/web/route.ts'
import { findSession, formWord, openSession } from '../../src/web/session.store.ts'
import type { BenchCouncil } from './council.ts'
import { timeIt } from './figure.ts'

export interface BenchPage {
  name: string
  role: string
  path: string
}

/** What a page costs without the server: its queries replayed bare, and its template with fixed data. */
export interface BarePage extends BenchPage {
  queries: number
  barely: number
  templated: number
}

/** The pages people open most, each as the person who opens it. `childId`: one of the social worker's children. */
export async function choosePages({ database, council }: BenchCouncil): Promise<BenchPage[]> {
  const childId = await database.asOwner(async (query) => {
    const { rows } = await sql<{ child_id: string }>`select r.child_id from picker_entry e
      join role_held h on h.person_id = e.person_id and h.role = 'social_worker'
      join relationship r on r.person_id = e.person_id and r.role = 'social_worker' and r.ends_on is null
      join event v on v.child_id = r.child_id
      where e.authority_id = ${council.authorityId} group by r.child_id order by count(*) desc limit 1`.execute(query)
    return rows[0]!.child_id
  })
  return [
    { name: "social worker's home", role: 'social_worker', path: '/' },
    { name: 'list of children', role: 'social_worker', path: '/children' },
    { name: "a child's record", role: 'social_worker', path: `/children/${childId}` },
    { name: 'scorecard', role: 'performance_analyst', path: '/figures' },
    { name: 'one measure', role: 'performance_analyst', path: '/figures/M20' },
  ]
}

export async function timeBarePages(bench: BenchCouncil, pages: BenchPage[], times: number): Promise<BarePage[]> {
  const { allRoutes } = await import('../../src/features/all-routes.ts')
  const renderer = createRenderer({ isStrict: false })
  const bare: BarePage[] = []
  for (const page of pages) {
    const { answer, queries, visit } = await visitRecorded(bench, page, allRoutes)
    if (!('template' in answer)) throw new Error(`The bench's page ${page.path} was not shown.`)
    const model = makePageModel({
      title: answer.title,
      path: page.path,
      council: bench.council,
      person: visit.person,
      csrf: 'word',
      asset: { css: '', js: '', favicon: '', font: '' },
      extras: answer.page ?? {},
    })
    const replay = await timeIt(times, () => replayBare(bench, queries))
    const template = await timeIt(times, () => renderer.render(answer.template, { page: model, ...answer.model }))
    bare.push({ ...page, queries: queries.length, barely: replay.median, templated: template.median })
  }
  return bare
}

async function visitRecorded(
  { database, council }: BenchCouncil,
  { role, path }: BenchPage,
  routes: Route[],
): Promise<{ answer: Answer; queries: CompiledQuery[]; visit: Visit }> {
  const personId = await findPick(database, council.authorityId, role)
  const token = await openSession(database, council.authorityId, personId)
  const person = (await findSession(database, token))!
  const queries: CompiledQuery[] = []
  const route = routes.find((each) => each.method === 'GET' && isRouteOf(each.path, path))!
  const visit: Visit = {
    database: recordQueries(database, queries),
    council,
    today: londonDay(Temporal.Now.instant()),
    person,
    actor: person.actor,
    params: paramsOf(route.path, path),
    query: {},
    form: { _csrf: formWord(token) },
    files: [],
    filesFolder: '',
    address: 'http://localhost',
    can: (right) => person.rights.has(right),
  }
  await route.handle(visit) // so that figures kept by seal are there, as for every reader but the first
  queries.length = 0
  return { answer: await route.handle(visit), queries, visit }
}

export async function findPick(database: Database, authorityId: number, role: string): Promise<string> {
  return database.asOwner(async (query) => {
    const { rows } = await sql<{ person_id: string }>`select e.person_id from picker_entry e
      join role_held h on h.person_id = e.person_id and h.role = ${role} where e.authority_id = ${authorityId}`.execute(
      query,
    )
    return rows[0]!.person_id
  })
}

function recordQueries(database: Database, queries: CompiledQuery[]): Database {
  const compiler = new PostgresQueryCompiler()
  const recorder: KyselyPlugin = {
    transformQuery: ({ node, queryId }) => {
      queries.push(compiler.compileQuery(node, queryId))
      return node
    },
    transformResult: async ({ result }) => result,
  }
  return {
    ...database,
    as: (actor, work, mode) => database.as(actor, (query) => work(query.withPlugin(recorder)), mode),
  }
}

/** The same queries in one transaction, as the owner, whose policies are plain. */
async function replayBare({ database, council }: BenchCouncil, queries: CompiledQuery[]): Promise<void> {
  await database.asOwner(async (query) => {
    await sql`select set_config('kept.authority', ${String(council.authorityId)}, true)`.execute(query)
    for (const each of queries) await query.executeQuery(CompiledQuery.raw(each.sql, [...each.parameters]))
  })
}

function isRouteOf(pattern: string, path: string): boolean {
  const [ours, theirs] = [pattern.split('/'), path.split('/')]
  return ours.length === theirs.length && ours.every((part, index) => part.startsWith(':') || part === theirs[index])
}

function paramsOf(pattern: string, path: string): Record<string, string> {
  const given = path.split('/')
  const named = pattern.split('/').map((part, index) => [part, given[index]!] as const)
  return Object.fromEntries(
    named.filter(([part]) => part.startsWith(':')).map(([part, value]) => [part.slice(1), value]),
  )
}
