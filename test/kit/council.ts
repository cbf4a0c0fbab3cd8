import { sql } from 'kysely'
import pg from 'pg'
import { type Actor, type Database, openDatabase, prepareScript } from '../../src/database/database.ts'
import { migrate } from '../../src/database/migrate.ts'
import type { RoleName } from '../../src/domain/access/roles.ts'
import type { EventKindName, Fact, Payload } from '../../src/domain/record/event-kinds.ts'
import { type Council, makeCouncil, systemActor } from '../../src/shapes/person/council.store.ts'
import { createDatabase, startPostgres } from './postgres.ts'

export const TODAY = '2026-07-10'

/** The engines a store test runs on: always the embedded one, and PostgreSQL where the lane has started it. */
export const engines: ('embedded' | 'postgresql')[] = process.env.KEPT_TEST_POSTGRES
  ? ['embedded', 'postgresql']
  : ['embedded']

/** One council on a new, migrated database, with builders that give one valid thing each. */
export class TestCouncil {
  readonly database: Database
  readonly council: Council
  constructor(database: Database, council: Council) {
    this.database = database
    this.council = council
  }

  get system(): Actor {
    return { ...systemActor(this.council), today: TODAY }
  }

  /** A colleague holding a role since 2020. */
  async addStaff(role: RoleName, name = 'Sam Example', email: string | null = null): Promise<Actor> {
    const [given, family] = name.split(' ')
    return this.#own(async (query) => {
      const { rows } = await sql<{
        id: string
      }>`insert into person (authority_id, kind, given_name, family_name, title, email)
        values (${this.council.authorityId}, 'staff', ${given}, ${family}, ${role}, ${email}) returning id`.execute(
        query,
      )
      await this.#giveRole(query, rows[0]!.id, role)
      return this.actor(rows[0]!.id)
    })
  }

  async addChild({
    code,
    given = 'Ash',
    family = 'Example',
    isRestricted = false,
    role = null,
  }: {
    code: string
    given?: string
    family?: string
    isRestricted?: boolean
    role?: 'child' | 'young_adult' | null
  }): Promise<string> {
    return this.#own(async (query) => {
      const { rows } = await sql<{
        id: string
      }>`insert into person (authority_id, kind, given_name, family_name, is_restricted)
        values (${this.council.authorityId}, 'child', ${given}, ${family}, ${isRestricted}) returning id`.execute(query)
      const id = rows[0]!.id
      await sql`insert into identifier (authority_id, person_id, scheme, value) values (${this.council.authorityId}, ${id}, 'return', ${code})`.execute(
        query,
      )
      if (role) await this.#giveRole(query, id, role)
      return id
    })
  }

  async relate(
    person: Actor | string,
    childId: string,
    role: string,
    from = '2024-01-01',
    to: string | null = null,
  ): Promise<void> {
    const personId = typeof person === 'string' ? person : person.personId
    await this.#own((query) =>
      sql`insert into relationship (authority_id, person_id, child_id, role, reason, starts_on, ends_on)
        values (${this.council.authorityId}, ${personId}, ${childId}, ${role}, ${role === 'barred' ? 'kin of the child' : null}, ${from}, ${to})`.execute(
        query,
      ),
    )
  }

  /** A team with its manager and its people. */
  async addTeam(manager: Actor, people: Actor[], parentId: string | null = null): Promise<string> {
    return this.#own(async (query) => {
      const { rows } = await sql<{
        id: string
      }>`insert into team (authority_id, name, parent_id) values (${this.council.authorityId}, 'A team', ${parentId}) returning id`.execute(
        query,
      )
      const teamId = rows[0]!.id
      for (const person of [manager, ...people]) {
        await sql`insert into team_member (authority_id, team_id, person_id, manages, starts_on)
          values (${this.council.authorityId}, ${teamId}, ${person.personId}, ${person === manager}, '2020-01-01')`.execute(
          query,
        )
      }
      return teamId
    })
  }

  /** States a fact as Kept itself. Returns the event's id. */
  async state<K extends EventKindName>(childId: string, fact: Fact<K>): Promise<string> {
    return this.database.as(this.system, async (query) => {
      const { rows } = await sql<{
        id: string
      }>`insert into event (authority_id, child_id, kind, starts_on, ends_on, data, source, stated_on, recorded_by)
        values (${this.council.authorityId}, ${childId}, ${fact.kind}, ${fact.startsOn}, ${fact.endsOn}, ${JSON.stringify(fact.data)}::jsonb, '{"form":"test"}', ${TODAY}, ${this.council.systemId})
        returning id`.execute(query)
      return rows[0]!.id
    })
  }

  actor(personId: string): Actor {
    return { authorityId: this.council.authorityId, personId, today: TODAY }
  }

  async close(): Promise<void> {
    await this.database.close()
  }

  async #giveRole(
    query: Parameters<Parameters<Database['asOwner']>[0]>[0],
    personId: string,
    role: RoleName,
  ): Promise<void> {
    await sql`insert into role_held (authority_id, person_id, role, starts_on) values (${this.council.authorityId}, ${personId}, ${role}, '2020-01-01')`.execute(
      query,
    )
  }

  #own<T>(work: Parameters<typeof this.database.asOwner<T>>[0]): Promise<T> {
    return this.database.asOwner(work)
  }
}

export async function makeTestCouncil(
  engine: 'embedded' | 'postgresql' = 'embedded',
  nature: 'made-up' | 'real' = 'made-up',
): Promise<TestCouncil> {
  const database = await openDatabase(
    engine === 'embedded' ? { engine, folder: 'memory://' } : { engine, ...(await makePostgresDatabase()) },
  )
  await migrate(database)
  const council = await makeCouncil(database, { nature, name: 'Testshire Council', code: 'TST', onsCode: 'E10999998' })
  return new TestCouncil(database, council)
}

/** A database of its own on the lane's PostgreSQL, reached as the plain login and as the owner, never as a superuser. */
export async function makePostgresDatabase(): Promise<{ url: string; ownerUrl: string }> {
  const { superuserUrl } = await startPostgres()
  const made = await createDatabase(superuserUrl, `kept_${process.pid}_${Math.trunc(performance.now() * 1000)}`)
  const client = new pg.Client({ connectionString: made })
  await client.connect()
  await client.query(prepareScript())
  await client.end()
  const as = (user: string) => Object.assign(new URL(made), { username: user, password: '' }).href
  return { url: as('kept_login'), ownerUrl: as('kept_owner') }
}

/** One home with a foster carer, as the return states it. */
export function episode(
  startsOn: string,
  endsOn: string | null = null,
  data: Partial<Payload<'episode'>> = {},
): Fact<'episode'> {
  return {
    kind: 'episode',
    startsOn,
    endsOn,
    data: {
      reasonForNewEpisode: 'S',
      legalStatus: 'C2',
      need: 'N1',
      placement: 'U6',
      provider: 'PR1',
      reasonEnded: null,
      reasonPlaceChanged: null,
      ...data,
    },
  }
}

export function characteristics(bornOn: string): Fact<'characteristics'> {
  return {
    kind: 'characteristics',
    startsOn: bornOn,
    endsOn: null,
    data: { sex: 'F', ethnicity: 'WBRI', isMother: null, motherOfChildBornOn: null },
  }
}
