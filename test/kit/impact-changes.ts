import { sql } from 'kysely'
import type { Query } from '../../src/database/database.ts'
import { both, type ChangeCase, changeCase as c } from './change-case.ts'
import type { Place } from './two-councils.ts'

const council = (place: Place) => place.council.council.authorityId
const id = (n: number) => `00000000-0000-4000-8000-0000000039${String(n).padStart(2, '0')}`
const [OPENED, WAITING, BARE, REVIEWED] = [id(1), id(2), id(3), id(4)]
const [PASSED, KEPT_BACK, NEW, UNANSWERED] = [id(11), id(12), id(13), id(14)]
const PLAN = id(21)
const WHY = 'It gives care leavers a first flat of their own.'

/** Papers of the worker's: opened to young people after a second answer; waiting; without an answer; found enough. A child's words. */
export async function fillImpact(
  query: Query,
  authorityId: number,
  { kid, worker, reviewer }: { kid: string; worker: string; reviewer: string },
): Promise<void> {
  for (const paper of [OPENED, WAITING, BARE, REVIEWED])
    await sql`insert into impact_paper (authority_id, id, title, who_decides, decides_on, organisation, made_by)
      values (${authorityId}, ${paper}, 'Lettings policy', 'Cabinet', '2026-08-01', 'Housing', ${worker})`.execute(
      query,
    )
  for (const [paper, version] of [
    [OPENED, 1],
    [OPENED, 2],
    [WAITING, 1],
    [REVIEWED, 1],
  ] as const)
    await sql`insert into impact_answer (authority_id, paper_id, version, effect, why, principles, how_asked, plain_words, written_by, said_by)
      values (${authorityId}, ${paper}, ${version}, 'helps', ${WHY}, '{7}', 'The forum read it.', 'You get a flat.', 'Head of lettings', ${worker})`.execute(
      query,
    )
  await sql`insert into impact_review (authority_id, paper_id, version, outcome, words, said_by) values
    (${authorityId}, ${OPENED}, 1, 'ask again', 'Which care leavers, and when?', ${reviewer}),
    (${authorityId}, ${OPENED}, 2, 'enough', '', ${reviewer}), (${authorityId}, ${REVIEWED}, 1, 'enough', '', ${reviewer})`.execute(
    query,
  )
  await sql`insert into impact_opened (authority_id, paper_id, version, opened_by) values (${authorityId}, ${OPENED}, 2, ${reviewer})`.execute(
    query,
  )
  for (const comment of [PASSED, KEPT_BACK, NEW, UNANSWERED])
    await sql`insert into impact_comment (authority_id, id, paper_id, words, said_by)
      values (${authorityId}, ${comment}, ${OPENED}, 'Who pays for the sofa?', ${kid})`.execute(query)
  await sql`insert into impact_passed (authority_id, comment_id, paper_id, words, because, passed_by) values
    (${authorityId}, ${PASSED}, ${OPENED}, 'Who pays for furniture?', null, ${worker}),
    (${authorityId}, ${KEPT_BACK}, ${OPENED}, null, 'It is about you alone.', ${worker}),
    (${authorityId}, ${UNANSWERED}, ${OPENED}, 'And the cooker?', null, ${worker})`.execute(query)
  await sql`insert into impact_reply (authority_id, comment_id, words, written_by, said_by)
    values (${authorityId}, ${PASSED}, 'The council does.', 'Head of lettings', ${worker})`.execute(query)
  await sql`insert into checked_plan (authority_id, id, title, organisation, review_on, made_by)
    values (${authorityId}, ${PLAN}, 'Housing strategy', 'Housing', '2026-01-01', ${worker})`.execute(query)
  await sql`insert into related_document (authority_id, title, link, made_by) values (${authorityId}, 'Adoption report', 'https://council.example', ${worker})`.execute(
    query,
  )
  await sql`insert into word_meaning (authority_id, word, meaning, made_by) values (${authorityId}, 'Pledge', 'What we promise.', ${worker})`.execute(
    query,
  )
}

const enter =
  (of: 'ours' | 'theirs' = 'ours'): ChangeCase['statement'] =>
  (ours, theirs) =>
    sql`insert into impact_paper (authority_id, title, who_decides, decides_on, organisation)
      values (${council(of === 'ours' ? ours : theirs)}, 'Bus fares', 'Cabinet', '2026-09-01', 'Transport')`
const rename: ChangeCase['statement'] = (ours) =>
  sql`update impact_paper set title = 'Another' where authority_id = ${council(ours)} and id = ${BARE}`
const answer =
  (paper: string, version: number, why = WHY, principles = '{7}', effect = 'helps'): ChangeCase['statement'] =>
  (ours) =>
    sql`insert into impact_answer (authority_id, paper_id, version, effect, why, principles, how_asked, written_by)
      values (${council(ours)}, ${paper}, ${version}, ${effect}, ${why}, ${principles}::int[], 'The forum read it.', 'Head of lettings')`
const review =
  (paper: string, version: number, words = 'Which care leavers, and when?'): ChangeCase['statement'] =>
  (ours) =>
    sql`insert into impact_review (authority_id, paper_id, version, outcome, words) values (${council(ours)}, ${paper}, ${version}, 'ask again', ${words})`
const open =
  (paper: string): ChangeCase['statement'] =>
  (ours) =>
    sql`insert into impact_opened (authority_id, paper_id, version) values (${council(ours)}, ${paper}, 1)`
const comment =
  (paper: string): ChangeCase['statement'] =>
  (ours) =>
    sql`insert into impact_comment (authority_id, paper_id, words) values (${council(ours)}, ${paper}, 'I like it.')`
const takeBack =
  (day: string): ChangeCase['statement'] =>
  (ours) =>
    sql`update impact_comment set taken_back_on = ${day} where authority_id = ${council(ours)} and id = ${NEW}`
const pass =
  (ref: string, signed = ''): ChangeCase['statement'] =>
  (ours) =>
    sql`insert into impact_passed (authority_id, comment_id, paper_id, words, signed) values (${council(ours)}, ${ref}, ${OPENED}, 'Who pays?', ${signed})`
const reply =
  (ref: string): ChangeCase['statement'] =>
  (ours) =>
    sql`insert into impact_reply (authority_id, comment_id, words, written_by) values (${council(ours)}, ${ref}, 'We do.', 'Head of lettings')`
const addPlan: ChangeCase['statement'] = (ours) =>
  sql`insert into checked_plan (authority_id, title, organisation, review_on) values (${council(ours)}, 'Transport plan', 'Transport', '2027-01-01')`
const judgePlan =
  (saidBy: string): ChangeCase['statement'] =>
  (ours) =>
    sql`update checked_plan set includes = 'no', words = 'Nowhere.', said_by = ${saidBy}, said_on = '2026-07-01' where authority_id = ${council(ours)}`

const addDocument: ChangeCase['statement'] = (ours) =>
  sql`insert into related_document (authority_id, title, link) values (${council(ours)}, 'Statement of purpose', 'https://council.example')`
const addWord: ChangeCase['statement'] = (ours) =>
  sql`insert into word_meaning (authority_id, word, meaning) values (${council(ours)}, 'Cabinet', 'Ten councillors who decide.')`
const endAll =
  (table: string): ChangeCase['statement'] =>
  (ours) =>
    sql`update ${sql.table(table)} set ended_on = '2026-07-10' where authority_id = ${council(ours)}`

export const impactChanges: ChangeCase[] = [
  ...both(['impact_paper', 'INSERT', 'a paper of any department'], 'duty', ['child', 'refused'], enter()),
  c('impact_paper', 'INSERT', 'system', 'a paper of another council', 'refused', enter('theirs')),
  ...both(['impact_paper', 'UPDATE', 'a paper of their own'], 'worker', ['stranger', '0 rows'], rename),
  ...both(['impact_answer', 'INSERT', 'the first answer of a paper'], 'board', ['child', 'refused'], answer(BARE, 1)),
  ...both(
    ['impact_answer', 'INSERT', 'another answer of a paper of their own'],
    'worker',
    ['board', 'refused'],
    answer(WAITING, 2),
  ),
  c('impact_answer', 'INSERT', 'worker', 'an answer after one was found enough', 'refused', answer(REVIEWED, 2)),
  c('impact_answer', 'INSERT', 'worker', 'an answer without a reason', '23514', answer(BARE, 1, 'No.')),
  c('impact_answer', 'INSERT', 'worker', 'help for no principle', '23514', answer(BARE, 1, WHY, '{}')),
  c('impact_answer', 'INSERT', 'worker', 'harm with no answer', '23514', answer(BARE, 1, WHY, '{7}', 'could harm')),
  ...both(['impact_review', 'INSERT', 'that it asks again'], 'system', ['board', 'refused'], review(WAITING, 1)),
  c('impact_review', 'INSERT', 'system', 'that it asks again, without a word', '23514', review(WAITING, 1, '')),
  ...both(['impact_opened', 'INSERT', 'an answer found enough'], 'system', ['worker', 'refused'], open(REVIEWED)),
  c('impact_opened', 'INSERT', 'system', 'an answer nobody reviewed', 'refused', open(WAITING)),
  ...both(['impact_comment', 'INSERT', 'on an answer opened to them'], 'child', ['worker', 'refused'], comment(OPENED)),
  c('impact_comment', 'INSERT', 'child', 'on an answer not opened to them', 'refused', comment(REVIEWED)),
  ...both(['impact_comment', 'UPDATE', 'back, today'], 'child', ['system', '0 rows'], takeBack('2026-07-10')),
  c('impact_comment', 'UPDATE', 'child', 'back, on another day', 'refused', takeBack('2026-01-01')),
  ...both(['impact_passed', 'INSERT', 'words on'], 'system', ['worker', 'refused'], pass(NEW)),
  c('impact_passed', 'INSERT', 'child', 'their own words on', 'refused', pass(NEW)),
  c('impact_passed', 'INSERT', 'system', 'words under a name nobody chose', 'refused', pass(NEW, 'Kit')),
  ...both(
    ['impact_reply', 'INSERT', 'an answer to what was said of their paper'],
    'worker',
    ['stranger', 'refused'],
    reply(UNANSWERED),
  ),
  c('impact_reply', 'INSERT', 'worker', 'an answer to what was not passed on', 'refused', reply(KEPT_BACK)),
  ...both(['checked_plan', 'INSERT', 'a plan'], 'system', ['worker', 'refused'], addPlan),
  ...both(
    ['checked_plan', 'UPDATE', 'what somebody said of a plan'],
    'system',
    ['worker', '0 rows'],
    judgePlan('Head'),
  ),
  c('checked_plan', 'UPDATE', 'system', 'what nobody said of a plan', '23514', judgePlan('')),
  ...both(['related_document', 'INSERT', 'a document'], 'system', ['worker', 'refused'], addDocument),
  ...both(['related_document', 'UPDATE', 'its end'], 'system', ['child', '0 rows'], endAll('related_document')),
  ...both(['word_meaning', 'INSERT', 'what a word means'], 'system', ['worker', 'refused'], addWord),
  ...both(['word_meaning', 'UPDATE', 'its end'], 'system', ['child', '0 rows'], endAll('word_meaning')),
]
