import { placesOf, type SourceFile, withoutSqlComments } from './source-file.ts'

/** Tables that are not under row security, each with its reason. Everything else is on and forced. */
export const OPEN_TABLES: Record<string, string> = {
  migration: 'which migrations have run; no person in it, no grant to the plain role',
  installation: 'whether this installation is made-up or real; public',
  event_kind: 'the kinds of fact, the same for every council; public',
  authority: 'names and numbers of councils; public',
  postcode: 'public reference data',
  district: 'public reference data',
  session: 'read before anybody is signed in; no grant to the plain role, its own door role only',
  sign_in_attempt: 'counted before anybody is signed in; no grant to the plain role',
}

const DEFINER = /create\s+(?:or\s+replace\s+)?function\s+([\w.]+)[\s\S]*?\$\$/gi

/** All migrations together, because a table may be protected in a later block or file than its own. */
export function checkMigrations(files: SourceFile[]): string[] {
  const sql = files.map(({ text }) => withoutSqlComments(text)).join('\n')
  const enabled = protectedTables(sql, 'enable')
  const forced = protectedTables(sql, 'force')
  return files.flatMap((file) => [
    ...checkTables(file, enabled, forced),
    ...checkGrants(file),
    ...checkFunctions(file),
    ...checkPolicies(file),
    ...checkClock(file),
  ])
}

function checkTables(file: SourceFile, enabled: Set<string>, forced: Set<string>): string[] {
  const made = [
    ...withoutSqlComments(file.text).matchAll(/create\s+table\s+(?:if\s+not\s+exists\s+)?(?:kept\.)?([\w%]+)/gi),
  ]
  return made
    .map((match) => match[1]!)
    .filter((name) => !name.startsWith('%') && !Object.hasOwn(OPEN_TABLES, name))
    .filter((name) => !enabled.has(name) || !forced.has(name))
    .map(
      (name) =>
        `${file.path}: the table ${name} needs "enable row level security" and "force row level security" with its policies; ` +
        'public data is named with its reason in test/policing/migration-rule.ts.',
    )
}

/** Open tables that are not public are kept from the plain role by having no grant. */
function checkGrants(file: SourceFile): string[] {
  const grants = withoutSqlComments(file.text).matchAll(/\bgrant\s[^;]*?\bon\s([^;]*?)\bto\b([^;]*);/gi)
  return [...grants].flatMap(([, tables, roles]) => {
    const closed = /\bkept\.(migration|session|sign_in_attempt)\b/.exec(tables!)
    if (!closed || !/\b(kept_app|public)\b/.test(roles!)) return []
    return [`${file.path}: ${closed[1]} has no row security, so kept_app may not be granted it. Use kept_door.`]
  })
}

/** Named one by one, or in an array that a block goes through with `kept.%I`. */
function protectedTables(sql: string, verb: 'enable' | 'force'): Set<string> {
  const single = new RegExp(`alter\\s+table\\s+(?:kept\\.)?(\\w+)\\s+${verb}\\s+row\\s+level\\s+security`, 'gi')
  const names = new Set([...sql.matchAll(single)].map((match) => match[1]!))
  const each = new RegExp(`alter\\s+table\\s+kept\\.%I\\s+${verb}\\s+row\\s+level\\s+security`, 'i')
  for (const block of sql.matchAll(/\bdo\s+\$\$[\s\S]*?\$\$/gi)) {
    for (const loop of block[0].matchAll(/\barray\s+array\s*\[([^\]]*)\]\s*loop([\s\S]*?)end\s+loop/gi)) {
      if (!each.test(loop[2]!)) continue
      for (const name of loop[1]!.matchAll(/'(\w+)'/g)) names.add(name[1]!)
    }
  }
  return names
}

function checkFunctions(file: SourceFile): string[] {
  return [...withoutSqlComments(file.text).matchAll(DEFINER)]
    .filter(
      (match) => /security\s+definer/i.test(match[0]) && !/set\s+search_path\s*=\s*kept,\s*pg_temp/i.test(match[0]),
    )
    .map((match) => `${file.path}: ${match[1]} is security definer, so it needs "set search_path = kept, pg_temp".`)
}

/** A function of the row's own columns is called for every row: 10 to 100 times slower (see the decision on row security). */
function checkPolicies(file: SourceFile): string[] {
  const policies = withoutSqlComments(file.text).matchAll(/create\s+policy\s+(\w+)\s+on\s+([\w.%]+)([\s\S]*?);/gi)
  return [...policies].flatMap(([, name, table, body]) => {
    const perRow = [...body!.matchAll(/\bkept\.(\w+)\s*\(([^()]*)\)/g)].find(([, , given]) =>
      /\b(child_id|person_id|field_group|authority_id|kind|id)\b/.test(given!.replace(/'[^']*'/g, '')),
    )
    if (!perRow) return []
    return [
      `${file.path}: policy ${name} on ${table} calls kept.${perRow[1]} for every row. ` +
        'Use a set worked out once: (child_id, field_group) in (select … from kept.visible() v).',
    ]
  })
}

function checkClock(file: SourceFile): string[] {
  const sql = file.text.replace(/--.*$/gm, '')
  return [
    ...placesOf(file, /\bcurrent_date\b|\bnow\(\)\s*::\s*date/i, sql).map(
      (place) => `${place}: the server's day is not London's. Use kept.today().`,
    ),
    ...placesOf(file, /\bnow\(\)|\bcurrent_timestamp\b|\blocaltimestamp\b/i, sql).map(
      (place) =>
        `${place}: now() is when the transaction began, so a slow one appears in the past. Use clock_timestamp(), or kept.today() for a day.`,
    ),
  ]
}
