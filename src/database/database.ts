import { chmodSync, existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  Kysely,
  PostgresAdapter,
  PostgresDialect,
  PostgresIntrospector,
  PostgresQueryCompiler,
  sql,
  type Transaction,
} from 'kysely'
import pg from 'pg'
import type { IsoDate } from '../domain/shared/calendar-date.ts'
import { EmbeddedDriver, EmbeddedEngine } from './embedded.ts'

/** A transaction with somebody set as asking. The only thing a query can be made on. */
export type Query = Transaction<unknown>

/** Who is asking, in which council. `today` fixes the day for tests and demonstrations. */
export interface Actor {
  authorityId: number
  personId: string
  today?: IsoDate
}

export interface Database {
  engine: 'embedded' | 'postgresql'
  /** Work in the plain role as the actor: row security decides what is there. */
  as: <T>(actor: Actor, work: (query: Query) => Promise<T>, mode?: 'read committed' | 'repeatable read') => Promise<T>
  /** The same for an import's or a figure's long work, which lets pages go first where there is one connection. */
  inBackground: Database['as']
  /** Work in the door's role: sessions and sign-in, before anybody is anybody. */
  atDoor: <T>(work: (query: Query) => Promise<T>, today?: IsoDate) => Promise<T>
  /** Work as the owner of the tables: migrations, a council's making, backups. Never for a request. */
  asOwner: <T>(work: (query: Query) => Promise<T>, mode?: 'read committed' | 'repeatable read') => Promise<T>
  /** Several statements as the owner, in one transaction. For migrations alone. */
  runScript: (script: string) => Promise<void>
  /**
   * Tells the planner what is there, after a great many rows came in at once: without it the next joins take seconds.
   * The embedded database never does so by itself; a server does, in its own time. A hint, so a failure is no reason to fail.
   */
  refreshStatistics: () => Promise<void>
  close: () => Promise<void>
}

type Source = { engine: 'embedded'; folder: string } | { engine: 'postgresql'; url: string; ownerUrl: string | null }

const textTypes = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    [1082, 1114, 1184, 20, 1700].includes(oid) ? (value: string) => value : pg.types.getTypeParser(oid, format),
}

const BECOME_OWNER = 'set local session authorization kept_owner'

/** Opens the database; the embedded one makes its folder (0700) and roles where there is none. */
export async function openDatabase(source: Source): Promise<Database> {
  return source.engine === 'embedded' ? openEmbedded(source.folder) : openPostgres(source.url, source.ownerUrl)
}

async function openEmbedded(folder: string): Promise<Database> {
  const isInMemory = folder.startsWith('memory://')
  const path = isInMemory ? folder : join(folder, 'database')
  const isNew = isInMemory || !existsSync(path)
  if (!isInMemory) {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    chmodSync(folder, 0o700)
  }
  // As on a server: nobody works as the superuser, so a RESET ROLE reaches nothing and only the application says who asks.
  const greeting = 'set session authorization kept_login'
  const engine = await EmbeddedEngine.open(path, isNew ? prepareScript() : null, greeting)
  const connect = (isBackground: boolean) =>
    new Kysely<unknown>({
      dialect: {
        createAdapter: () => new PostgresAdapter(),
        createDriver: () => new EmbeddedDriver(engine, isBackground),
        createIntrospector: (db) => new PostgresIntrospector(db),
        createQueryCompiler: () => new PostgresQueryCompiler(),
      },
    })
  const kysely = connect(false)
  const { as, atDoor, asOwner } = doors(kysely, kysely, BECOME_OWNER)
  return {
    engine: 'embedded',
    as,
    inBackground: doors(connect(true), null, null).as,
    atDoor,
    asOwner,
    refreshStatistics: () => asOwner(analyse).catch(() => {}),
    runScript: async (script) => {
      const release = await engine.takeTurn()
      try {
        await engine.query(`begin; ${BECOME_OWNER}; ${script}; commit`, null)
      } catch (error) {
        await engine.query('rollback', null)
        throw error
      } finally {
        release()
      }
    },
    close: () => kysely.destroy(),
  }
}

function openPostgres(url: string, ownerUrl: string | null): Database {
  const connect = (connectionString: string, max: number) => {
    const pool = new pg.Pool({
      connectionString,
      max,
      types: textTypes as never,
      options: '-c timezone=UTC -c datestyle=ISO,YMD',
    })
    pool.on('error', () => {}) // an idle connection lost: the next query gets a new one or its own error
    return { pool, kysely: new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) }) }
  }
  const app = connect(url, 10)
  const owner = ownerUrl === null ? null : connect(ownerUrl, 2)
  const noOwner = () => Promise.reject(new Error('Set DATABASE_OWNER_URL: this needs the owner of the tables.'))
  const { as, atDoor, asOwner } = doors(app.kysely, owner?.kysely ?? null, null)
  return {
    engine: 'postgresql',
    as,
    inBackground: as,
    atDoor,
    asOwner: owner ? asOwner : noOwner,
    refreshStatistics: async () => {
      if (owner) await asOwner(analyse).catch(() => {})
    },
    runScript: async (script) => {
      if (!owner) return noOwner()
      const client = await owner.pool.connect()
      try {
        await client.query(`begin; ${script}; commit`)
      } catch (error) {
        await client.query('rollback')
        throw error
      } finally {
        client.release()
      }
    },
    close: async () => {
      await app.kysely.destroy()
      await owner?.kysely.destroy()
    },
  }
}

function doors(
  app: Kysely<unknown>,
  owner: Kysely<unknown> | null,
  becomeOwner: string | null,
): Pick<Database, 'as' | 'atDoor' | 'asOwner'> {
  return {
    as: (actor, work, mode = 'read committed') =>
      app
        .transaction()
        .setIsolationLevel(mode)
        .execute(async (query) => {
          // One round trip for all of it: the role as well is a setting of the transaction.
          await sql`select set_config('role', 'kept_app', true), set_config('kept.authority', ${String(actor.authorityId)}, true), set_config('kept.person', ${actor.personId}, true),
            set_config('kept.today', ${actor.today ?? ''}, true), set_config('search_path', 'kept, pg_temp', true)`.execute(
            query,
          )
          return work(query)
        }),
    atDoor: (work, today) =>
      app.transaction().execute(async (query) => {
        await sql`select set_config('role', 'kept_door', true), set_config('search_path', 'kept, pg_temp', true), set_config('kept.today', ${today ?? ''}, true)`.execute(
          query,
        )
        return work(query)
      }),
    asOwner: (work, mode = 'read committed') =>
      owner!
        .transaction()
        .setIsolationLevel(mode)
        .execute(async (query) => {
          if (becomeOwner) await sql.raw(becomeOwner).execute(query)
          await sql`select set_config('search_path', 'kept, pg_temp', true)`.execute(query)
          return work(query)
        }),
  }
}

/** The columns that are joined and searched; payloads and hashes are large, and nothing is found by them. */
async function analyse(query: Query): Promise<void> {
  await sql`analyze kept.event (authority_id, id, child_id, kind, field_group, starts_on, ends_on, supersedes, seal_number, voids),
    kept.person (authority_id, id, kind), kept.identifier, kept.relationship, kept.postcode`.execute(query)
}

/** The roles and the schema, as SQL for someone who may make roles. */
export function prepareScript(): string {
  return readFileSync(new URL('./prepare.sql', import.meta.url), 'utf8')
}
