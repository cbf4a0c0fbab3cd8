import { sql } from 'kysely'
import type { Database, Query } from '../../database/database.ts'
import { type Finding, fieldGroupOf } from '../../domain/checks/rule.ts'
import { type Checked, listChildrenWithFinding, runChecks } from '../../domain/checks/run-checks.ts'
import type { MeasureResult } from '../../domain/measures/measure.ts'
import { recordTrace } from '../../shapes/person/access-trace.store.ts'
import { systemActor } from '../../shapes/person/council.store.ts'
import type { Visit } from '../../web/route.ts'
import { readRecords } from '../performance/index.ts'
import { type CheckReason, keyOf, listReasons } from './check-reason.store.ts'

export interface SeenFinding extends Finding {
  childName: string
  /** Why it is right as it is; null: it is open. */
  reason: CheckReason | null
}

/** The newest check of a council's record: of one seal it is always the same. */
const newest = new WeakMap<Database, { key: string; checked: Checked }>()

async function check({ database, council }: Pick<Visit, 'database' | 'council'>): Promise<Checked> {
  const { records, facts, basis } = await readRecords(database, council, null)
  const key = [council.authorityId, basis.sealNumber, basis.referenceVersion].join('/')
  const known = newest.get(database)
  if (known?.key === key) return known.checked
  const checked = runChecks(records, facts)
  newest.set(database, { key, checked })
  return checked
}

/**
 * How many of the children behind a figure have an open finding of a rule that protects it, and how many have only such as
 * somebody has explained: for those with true figures.
 */
export async function countWithFinding(
  visit: Visit,
  result: MeasureResult,
): Promise<{ open: number; explained: number }> {
  const { findings } = await check(visit)
  const reasons = await visit.database.as(systemActor(visit.council), listReasons)
  const all = listChildrenWithFinding(result, findings)
  const open = listChildrenWithFinding(
    result,
    findings.filter((finding) => !reasons.has(keyOf(finding))),
  )
  return { open: open.length, explained: all.length - open.length }
}

/**
 * The findings whose child and part of the record this person may read. Worked out over the whole record by Kept itself, so
 * that what a reader may not see is no finding. Traced as one list with its children. `about`: those that protect one
 * figure; `only`: those of one child.
 */
export async function readFindings(
  visit: Visit,
  about: string,
  { only = '' }: { only?: string } = {},
): Promise<{ findings: SeenFinding[]; notRun: Checked['notRun'] }> {
  const { findings, notRun } = await check(visit)
  const chosen = findings.filter(
    ({ rule, childId }) => (about === '' || rule.protects.includes(about)) && (only === '' || childId === only),
  )
  return visit.database.as(visit.actor, async (query) => {
    const seen = await readSeen(query, chosen)
    const detail = { about: about || 'all' }
    await recordTrace(query, visit.actor, {
      event: 'data checks listed',
      childIds: [...new Set(seen.map(({ childId }) => childId))],
      detail,
    })
    return { findings: seen, notRun }
  })
}

async function readSeen(query: Query, findings: readonly Finding[]): Promise<SeenFinding[]> {
  const ids = JSON.stringify([...new Set(findings.map(({ childId }) => childId))])
  const { rows: children } = await sql<{
    id: string
    name: string
  }>`select p.id, coalesce(nullif(concat_ws(' ', p.given_name, p.family_name), ''),
      'Child ' || (select i.value from identifier i where i.authority_id = p.authority_id and i.person_id = p.id and i.scheme = 'return' limit 1), 'A child') as name
    from person p where p.authority_id = (select authority()) and p.id in (select v::uuid from jsonb_array_elements_text(${ids}::jsonb) v)`.execute(
    query,
  )
  const { rows: pairs } = await sql<{
    child: string | null
    group: string
  }>`select null as child, unnest(groups_all()) as group
    union all select child_id::text, field_group from visible()`.execute(query)
  const reasons = await listReasons(query)
  const names = new Map(children.map(({ id, name }) => [id, name]))
  const may = new Set(pairs.map(({ child, group }) => `${child ?? ''} ${group}`))
  return findings.flatMap((finding) => {
    const childName = names.get(finding.childId)
    const group = fieldGroupOf(finding.rule)
    const isSeen = may.has(` ${group}`) || may.has(`${finding.childId} ${group}`)
    return childName !== undefined && isSeen
      ? [{ ...finding, childName, reason: reasons.get(keyOf(finding)) ?? null }]
      : []
  })
}
