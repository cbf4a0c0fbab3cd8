import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { sql } from 'kysely'
import type { z } from 'zod'
import { eventKinds } from '../domain/record/event-kinds.ts'
import type { Database } from './database.ts'

const folder = new URL('./migrations/', import.meta.url)

/**
 * Brings the schema up to this release: the migrations not yet run, each in one transaction, then what follows from the
 * code (the kinds of event and a plain view of each). Migrations expand; what they replace goes a release later.
 */
export async function migrate(database: Database): Promise<string[]> {
  await database.runScript(
    `${ONE_AT_A_TIME}; create table if not exists kept.migration (name text primary key, run_at timestamptz not null default clock_timestamp())`,
  )
  const done = await readDone(database)
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.sql') && !done.has(name))
    .sort()
  for (const name of names) await runOnce(database, name, readFileSync(new URL(name, folder), 'utf8'))
  await database.runScript(`${ONE_AT_A_TIME}; select kept.make_audit_months(kept.today(), 4)`)
  await followKinds(database, names.length > 0 ? new Set() : done)
  return names
}

/** Servers that start at once take turns, and the second finds it done. */
const ONE_AT_A_TIME = `select pg_advisory_xact_lock(hashtext('kept migrations'))`

async function readDone(database: Database): Promise<Set<string>> {
  return database.asOwner(async (query) => {
    const { rows } = await sql<{ name: string }>`select name from kept.migration`.execute(query)
    return new Set(rows.map((row) => row.name))
  })
}

async function runOnce(database: Database, name: string, script: string): Promise<void> {
  try {
    await database.runScript(`${ONE_AT_A_TIME}; insert into kept.migration (name) values ('${name}'); ${script}`)
  } catch (error) {
    if (!(await readDone(database)).has(name)) throw error
  }
}

/** Making the views again takes a quarter of a second, so it is done once for each release's kinds; going back to one before as well. */
async function followKinds(database: Database, done: Set<string>): Promise<void> {
  const script = kindsScript()
  const mark = `kinds ${createHash('sha256').update(script).digest('hex')}`
  if (done.has(mark)) return
  await runOnce(database, mark, `delete from kept.migration where name like 'kinds %' and name <> '${mark}'; ${script}`)
}

function kindsScript(): string {
  return Object.entries(eventKinds)
    .map(([kind, is]) => {
      const quote = (text: string) => `'${text.replaceAll("'", "''")}'`
      const columns = [kind, is.title, is.fieldGroup, is.systemOfRecord].map(quote).join(', ')
      return `insert into kept.event_kind values (${columns}, ${is.thirdParty}, ${quote(is.retention)})
        on conflict (kind) do update set title = excluded.title, field_group = excluded.field_group, system_of_record = excluded.system_of_record,
          third_party = excluded.third_party, retention = excluded.retention;
        ${viewScript(kind, is.payload)}`
    })
    .join(';\n')
}

/** `kept.current_<kind>`: the facts of a kind as they stand, with ordinary columns. Row security holds through it. */
function viewScript(kind: string, payload: z.ZodObject): string {
  const fields = Object.keys(payload.shape).map((name) => `e.data->>'${name}' as ${snakeCase(name)}`)
  const columns = [
    'e.authority_id',
    'e.child_id',
    'e.id as event_id',
    'e.starts_on',
    'e.ends_on',
    ...fields,
    'e.stated_on',
    'e.recorded_at',
    'e.recorded_by',
  ]
  return `drop view if exists kept.current_${kind};
    create view kept.current_${kind} with (security_invoker = true) as select ${columns.join(', ')} from kept.event e
      where e.kind = '${kind}' and not e.voids and not exists (select from kept.event c where c.authority_id = e.authority_id and c.supersedes = e.id);
    grant select on kept.current_${kind} to kept_app`
}

function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}
