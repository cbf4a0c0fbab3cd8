import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from '../config.ts'
import { type Database, openDatabase } from '../database/database.ts'
import { migrate } from '../database/migrate.ts'
import { followRoles } from '../shapes/person/council.store.ts'
import { refuseNoCouncil } from './command.ts'

type Use<T> = (database: Database) => Promise<T>

/** True where the folder's database was made, or there is a server for it. */
export function isDatabaseThere({ source }: Config): boolean {
  return source.engine === 'postgresql' || existsSync(join(source.folder, 'database'))
}

/** Opens the database that is there, brought up to this release. The folder's lock is the caller's. */
export async function openHere(config: Config): Promise<Database> {
  if (!isDatabaseThere(config)) refuseNoCouncil()
  return openMigrated(config.source)
}

export async function withDatabase<T>(database: Database, use: Use<T>): Promise<T> {
  try {
    return await use(database)
  } finally {
    await database.close()
  }
}

/**
 * Makes a council where there is none. Embedded: beside its place, and moved there when it is whole, so that a making
 * that was killed leaves nothing half made, neither the database nor what goes into it.
 */
export async function makeHere<T>(config: Config, make: Use<T>): Promise<T> {
  const { source } = config
  if (source.engine === 'postgresql' || isDatabaseThere(config)) return withDatabase(await openMigrated(source), make)
  const unfinished = join(source.folder, 'unfinished')
  rmSync(unfinished, { recursive: true, force: true })
  mkdirSync(source.folder, { recursive: true, mode: 0o700 })
  try {
    const made = await withDatabase(await openMigrated({ engine: 'embedded', folder: unfinished }), make)
    renameSync(join(unfinished, 'database'), join(source.folder, 'database'))
    return made
  } finally {
    rmSync(unfinished, { recursive: true, force: true })
  }
}

async function openMigrated(source: Config['source']): Promise<Database> {
  const database = await openDatabase(source)
  try {
    if (source.engine === 'embedded' || source.ownerUrl !== null) {
      const done = await migrate(database)
      if (done.length > 0) await followRoles(database)
    }
    return database
  } catch (error) {
    await database.close()
    throw error
  }
}
