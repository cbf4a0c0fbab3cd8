import { sql } from 'kysely'
import type { Query } from '../../src/database/database.ts'
import { both, type ChangeCase, changeCase as c, type Who } from './change-case.ts'
import type { Place } from './two-councils.ts'

const council = (place: Place) => place.council.council.authorityId
const SAFE = '00000000-0000-4000-8000-00000000f001'
const APPROVED = '00000000-0000-4000-8000-00000000f002'
const OWN = '00000000-0000-4000-8000-00000000f003'
const READY = '00000000-0000-4000-8000-00000000f005'
const UNSAFE = '00000000-0000-4000-8000-00000000f004'

/** A pack found safe, one approved, one made by who approves, one found unsafe; and a quoted table. */
export async function fillFigurePacks(
  query: Query,
  authorityId: number,
  { analyst, head }: Record<'analyst' | 'head', string>,
): Promise<void> {
  for (const id of [SAFE, APPROVED, OWN, READY, UNSAFE]) {
    await sql`insert into figure_pack (authority_id, id, title, audience, as_at, years, measures, made_by, made_on)
      values (${authorityId}, ${id}, 'A pack', 'board', '2026-03-31', 0, '{M20}', ${id === OWN ? head : analyst}, '2026-04-01')`.execute(
      query,
    )
    await sql`insert into figure_pack_check (authority_id, pack_id, number, outcome, is_audit_safe, seal_number, model, protection, audit, printed, against, checked_by)
      values (${authorityId}, ${id}, 1, ${id === UNSAFE ? 'impossible' : 'safe'}, ${id !== UNSAFE}, 1, '{}', '{}', '{}', '[]', '{}', ${analyst})`.execute(
      query,
    )
    if (id !== UNSAFE && id !== READY)
      await sql`insert into figure_pack_edition (authority_id, pack_id, number, content, files) values (${authorityId}, ${id}, 1, '{}', '{}')`.execute(
        query,
      )
  }
  await sql`insert into figure_pack_step (authority_id, pack_id, step, done_by, done_on) values (${authorityId}, ${APPROVED}, 'approved', ${head}, '2026-04-02')`.execute(
    query,
  )
  await sql`insert into quoted_table (authority_id, title, source, rows_text, findings, stated_by, stated_on)
    values (${authorityId}, 'A table', 'A report', 'A 1', '[]', ${analyst}, '2026-04-01')`.execute(query)
}

function make(by: 'analyst' | 'manager' | 'worker', of: 'ours' | 'theirs' = 'ours'): ChangeCase['statement'] {
  return (ours, theirs) => sql`insert into figure_pack (authority_id, title, audience, as_at, years, measures, made_by)
    values (${council(of === 'ours' ? ours : theirs)}, 'Another', 'board', '2026-03-31', 0, '{M20}', ${ours[by].personId})`
}
function check(pack: string, by: 'analyst' | 'manager' = 'analyst'): ChangeCase['statement'] {
  return (
    ours,
  ) => sql`insert into figure_pack_check (authority_id, pack_id, number, outcome, is_audit_safe, seal_number, model, protection, audit, printed, against, checked_by)
    values (${council(ours)}, ${pack}, 2, 'safe', true, 1, '{}', '{}', '{}', '[]', '{}', ${ours[by].personId})`
}
function freeze(pack: string): ChangeCase['statement'] {
  return (ours) =>
    sql`insert into figure_pack_edition (authority_id, pack_id, number, content, files) values (${council(ours)}, ${pack}, 1, '{}', '{}')`
}
function step(pack: string, which: string, by: 'head' | 'manager' | 'analyst'): ChangeCase['statement'] {
  return (ours) => sql`insert into figure_pack_step (authority_id, pack_id, step, reason, done_by)
    values (${council(ours)}, ${pack}, ${which}, ${which === 'withdrawn' ? 'A mistake' : null}, ${ours[by].personId})`
}
const rename =
  (pack: string): ChangeCase['statement'] =>
  (ours) =>
    sql`update figure_pack set title = 'Renamed' where authority_id = ${council(ours)} and id = ${pack}`
const quote =
  (by: 'analyst' | 'manager'): ChangeCase['statement'] =>
  (ours) =>
    sql`insert into quoted_table
  (authority_id, title, source, rows_text, findings, stated_by) values (${council(ours)}, 'T', 'S', 'A 1', '[]', ${ours[by].personId})`
const answer: ChangeCase['statement'] = (ours) =>
  sql`update quoted_table set answer = 'It was a slip', answered_on = '2026-04-03' where authority_id = ${council(ours)}`
const steps = (who: Who, what: string, gives: string, statement: ChangeCase['statement']) =>
  c('figure_pack_step', 'INSERT', who, what, gives, statement)

export const figurePackChanges: ChangeCase[] = [
  ...both(['figure_pack', 'INSERT', 'a pack'], 'analyst', ['worker', 'refused'], make('analyst')),
  c('figure_pack', 'INSERT', 'manager', 'a pack', 'refused', make('manager')),
  c('figure_pack', 'INSERT', 'analyst', 'a pack of another council', 'refused', make('analyst', 'theirs')),
  c('figure_pack', 'UPDATE', 'analyst', 'a pack on its way', '1 rows', rename(UNSAFE)),
  c('figure_pack', 'UPDATE', 'analyst', 'a pack that is frozen', '0 rows', rename(SAFE)),
  c('figure_pack', 'UPDATE', 'board', 'a pack on its way', '0 rows', rename(UNSAFE)),
  c('figure_pack_check', 'INSERT', 'analyst', 'a check', '1 rows', check(UNSAFE)),
  c('figure_pack_check', 'INSERT', 'manager', 'a check', 'refused', check(UNSAFE, 'manager')),
  c('figure_pack_check', 'INSERT', 'analyst', 'a check of what is frozen', 'refused', check(SAFE)),
  ...both(
    ['figure_pack_edition', 'INSERT', 'an edition of what was found safe'],
    'analyst',
    ['manager', 'refused'],
    freeze(READY),
  ),
  c('figure_pack_edition', 'INSERT', 'analyst', 'an edition of what was found unsafe', 'refused', freeze(UNSAFE)),
  steps('head', 'the approval of another’s pack', '1 rows', step(SAFE, 'approved', 'head')),
  steps('head', 'the approval of what is not frozen', '23503', step(READY, 'approved', 'head')),
  steps('head', 'the approval of their own pack', 'refused', step(OWN, 'approved', 'head')),
  steps('analyst', 'an approval', 'refused', step(SAFE, 'approved', 'analyst')),
  steps('manager', 'an approval', 'refused', step(SAFE, 'approved', 'manager')),
  steps('head', 'the publication of what was approved', '1 rows', step(APPROVED, 'published', 'head')),
  steps('head', 'the publication of what was not', 'refused', step(SAFE, 'published', 'head')),
  steps('head', 'the withdrawal of what is not out', 'refused', step(APPROVED, 'withdrawn', 'head')),
  ...both(['quoted_table', 'INSERT', 'a quoted table'], 'analyst', ['manager', 'refused'], quote('analyst')),
  ...both(['quoted_table', 'UPDATE', 'an answer'], 'analyst', ['manager', '0 rows'], answer),
]
