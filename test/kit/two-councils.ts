import { sql } from 'kysely'
import type { Actor, Database, Query } from '../../src/database/database.ts'
import { characteristics, episode, makeTestCouncil, TestCouncil, TODAY } from './council.ts'

/** People of one council, each in a different place towards the same child. */
export interface Place {
  council: TestCouncil
  /** The social worker of `kid`. */
  worker: Actor
  /** A social worker of nobody here. */
  stranger: Actor
  /** Manages the team the worker is in. */
  manager: Actor
  /** Manages the team above. */
  head: Actor
  analyst: Actor
  auditor: Actor
  admin: Actor
  board: Actor
  safeguard: Actor
  duty: Actor
  system: Actor
  /** The child, signed in. */
  child: Actor
  kid: string
  /** A child whom nobody here works with. */
  otherKid: string
  kidEvent: string
  teamId: string
}

export interface TwoCouncils {
  database: Database
  ours: Place
  theirs: Place
}

/** Two councils in one database, each with a row in every table, and everybody in both holding the same rights. */
export async function makeTwoCouncils(engine: 'embedded' | 'postgresql'): Promise<TwoCouncils> {
  const council = await makeTestCouncil(engine)
  return fillTwoCouncils(council)
}

export async function fillTwoCouncils(first: TestCouncil): Promise<TwoCouncils> {
  const { database } = first
  const second = await database.asOwner((query) => addCouncil(query, first))
  const ours = await fill(first, 1)
  const theirs = await fill(new TestCouncil(database, second), 2)
  return { database, ours, theirs }
}

async function addCouncil(query: Query, first: TestCouncil): Promise<TestCouncil['council']> {
  const made = await sql<{ authorityId: number }>`insert into authority (code, ons_code, name)
    values ('TS2', 'E10999997', 'Elsewhereshire Council') returning authority_id as "authorityId"`.execute(query)
  const authorityId = made.rows[0]!.authorityId
  await sql`insert into grant_rule select ${authorityId}, role, resource, action, scope, field_group from grant_rule
    where authority_id = ${first.council.authorityId}`.execute(query)
  const person = await sql<{ id: string }>`insert into person (authority_id, kind, given_name)
    values (${authorityId}, 'system', 'Kept') returning id`.execute(query)
  const systemId = person.rows[0]!.id
  await sql`insert into role_held (authority_id, person_id, role, starts_on) values (${authorityId}, ${systemId}, 'system', '2000-01-01')`.execute(
    query,
  )
  return { ...first.council, authorityId, systemId, code: 'TS2', name: 'Elsewhereshire Council' }
}

async function fill(council: TestCouncil, number: number): Promise<Place> {
  const worker = await council.addStaff('social_worker', 'Wren Example')
  const stranger = await council.addStaff('social_worker', 'Sten Example')
  const manager = await council.addStaff('team_manager', 'Mo Example')
  const head = await council.addStaff('service_manager', 'Hal Example')
  const analyst = await council.addStaff('performance_analyst', 'Ana Example')
  const auditor = await council.addStaff('records_auditor', 'Aud Example')
  const admin = await council.addStaff('administrator', 'Addy Example')
  const board = await council.addStaff('board_member', 'Bo Example')
  const safeguard = await council.addStaff('safeguarding_lead', 'Saf Example')
  const duty = await council.addStaff('duty_worker', 'Dot Example')
  const kid = await council.addChild({ code: `K${number}`, given: 'Kit', role: 'child' })
  const otherKid = await council.addChild({ code: `O${number}`, given: 'Oak' })
  await council.relate(worker, kid, 'social_worker')
  await council.relate(worker, kid, 'personal_adviser')
  const above = await council.addTeam(head, [])
  const teamId = await council.addTeam(manager, [worker], above)
  await council.state(kid, characteristics('2012-05-06'))
  const kidEvent = await council.state(kid, episode('2025-01-01'))
  await council.state(otherKid, episode('2025-02-01'))
  await council.database.as(stranger, (query) => openGlass(query, number))
  await council.database.asOwner((query) =>
    fillRest(query, { council, number, worker, stranger, analyst, board, duty }),
  )
  const child = council.actor(kid)
  await council.database.asOwner((query) => fillOwnPages(query, authorityOf(council), kid, worker.personId))
  await council.database.asOwner((query) => fillVoice(query, authorityOf(council), { kid, worker, head }))
  const people = { worker, stranger, manager, head, analyst, auditor, admin, board, safeguard, duty, child }
  await council.database.asOwner((query) => fillOffer(query, authorityOf(council), kid))
  return { council, ...people, system: council.system, kid, otherKid, kidEvent, teamId }
}

/** The glass is broken for the child, then closed again, so that it opens nothing in the tests that follow. */
async function openGlass(query: Query, number: number): Promise<void> {
  await sql`select open_record(${`K${number}`}, 'The night duty desk asked for it.')`.execute(query)
}

type Filling = {
  council: TestCouncil
  number: number
  worker: Actor
  stranger: Actor
  analyst: Actor
  board: Actor
  duty: Actor
}
const authorityOf = (council: TestCouncil) => council.council.authorityId

/** What a child's own pages are made of. */
async function fillOwnPages(query: Query, authorityId: number, kid: string, worker: string): Promise<void> {
  await sql`insert into door_setting (authority_id, name, picture) values (${authorityId}, 'The Den', 'den')`.execute(
    query,
  )
  await sql`insert into own_look (authority_id, person_id, picture, palette) values (${authorityId}, ${kid}, 'cat', 'sea')`.execute(
    query,
  )
  await sql`insert into own_key (authority_id, child_id, door_word) values (${authorityId}, ${kid}, 'brave-otter-42')`.execute(
    query,
  )
  await sql`insert into helper_code (authority_id, child_id, salt, code_hash, issued_by, needs_second)
    values (${authorityId}, ${kid}, 'salt', 'hash', ${worker}, false)`.execute(query)
  await sql`insert into shown_to_children (authority_id, person_id, picture, first_name) values (${authorityId}, ${worker}, 'face-2', 'Wren')`.execute(
    query,
  )
  await sql`insert into on_tonight (authority_id, child_id, first_name, part, picture, nights, from_time, to_time, starts_on)
    values (${authorityId}, ${kid}, 'Bea', 'night staff', 'face-3', '{1,2,3,4,5,6,7}', '20:00', '08:00', '2025-01-01')`.execute(
    query,
  )
  await sql`insert into verdict (authority_id, child_id, promise_id, said, beside) select authority_id, ${kid}, id, 'a bit', 'nobody'
    from plan_item where authority_id = ${authorityId} limit 1`.execute(query)
  await sql`insert into promise_words (authority_id, promise_id, level, short, full_text) select authority_id, id, 'to 11', 'We listen', 'We listen to you.'
    from plan_item where authority_id = ${authorityId} limit 1`.execute(query)
}

async function fillRest(
  query: Query,
  { council, number, worker, stranger, analyst, board, duty }: Filling,
): Promise<void> {
  const authorityId = council.council.authorityId
  const batch = '00000000-0000-4000-8000-000000000001'
  const plan = '00000000-0000-4000-8000-000000000002'
  await sql`update break_glass set closes_at = opened_at where authority_id = ${authorityId}`.execute(query)
  await sql`update role_held set ends_on = '2099-12-31' where authority_id = ${authorityId} and person_id = ${stranger.personId}`.execute(
    query,
  )
  await sql`insert into login_identity values (${authorityId}, 'https://sign-in.example', ${`subject ${number}`}, ${worker.personId})`.execute(
    query,
  )
  await sql`insert into sql_login values (${authorityId}, ${`login_${number}`}, ${stranger.personId})`.execute(query)
  await sql`insert into picker_entry values (${authorityId}, 1, ${worker.personId}, 'Worker', 'Works with Kit.')`.execute(
    query,
  )
  await sql`insert into session (token_hash, authority_id, person_id, ends_at) values (sha256(${`token ${number}`}::text::bytea), ${authorityId}, ${worker.personId}, '2099-01-01')`.execute(
    query,
  )
  await sql`insert into sign_in_attempt (address) values ('192.0.2.1')`.execute(query)
  await sql`insert into import_batch (authority_id, id, kind, status, files, summary, made_by)
    values (${authorityId}, ${batch}, 'return', 'checked', '[]', '{}', ${analyst.personId})`.execute(query)
  await sql`insert into import_row (authority_id, batch_id, position, action, child_code, kind, starts_on, data, source, stated_on)
    values (${authorityId}, ${batch}, 1, 'new', ${`K${number}`}, 'episode', '2025-01-01', '{}', '{}', ${TODAY})`.execute(
    query,
  )
  await sql`insert into import_finding (authority_id, batch_id, position, severity, child_code, message)
    values (${authorityId}, ${batch}, 1, 'row', ${`K${number}`}, 'A date is missing.')`.execute(query)
  await sql`insert into population_estimate values (${authorityId}, 2025, 50000, 'made up')`.execute(query)
  await sql`insert into knot_join (authority_id, from_kind, from_ref, to_kind, to_ref, joined_by)
    values (${authorityId}, 'promise', ${plan}, 'measure', 'M42', ${worker.personId})`.execute(query)
  await sql`insert into measure_value (authority_id, measure_id, as_at, seal_number, reference_version, result)
    values (${authorityId}, 'M01', ${TODAY}, 1, 1, '{}')`.execute(query)
  await sql`insert into plan (authority_id, id, kind, title) values (${authorityId}, ${plan}, 'pledge', 'Our pledge')`.execute(
    query,
  )
  await sql`insert into plan_item (authority_id, id, plan_id, position, title) values (${authorityId}, ${plan}, ${plan}, 1, 'We listen.')`.execute(
    query,
  )
  await fillPlan(query, authorityId, plan, analyst)
  await fillGovernance(query, authorityId, worker, board)
  await fillSafeDoor(query, authorityId, duty)
  await sql`insert into stored_file (authority_id, name, type, bytes, sha256, owner_kind, owner_ref, added_by)
    values (${authorityId}, ${String(number).repeat(32)}, 'image/png', 1, ${'0'.repeat(64)}, 'picture', ${worker.personId}, ${worker.personId})`.execute(
    query,
  )
  await sql`insert into postcode values (${`ZZ${number} 1AA`}, 'E07999901', 1, 1)`.execute(query)
  await sql`insert into district values (${`E0799990${number}`}, 'A district', 'E10999998')`.execute(query)
}

/** A promise with its proof, reason and rule, and an action that somebody spoke of. */
async function fillPlan(query: Query, authorityId: number, plan: string, { personId }: Actor): Promise<void> {
  const [action, second] = ['00000000-0000-4000-8000-000000000003', '00000000-0000-4000-8000-000000000004']
  await sql`insert into plan (authority_id, id, kind, title) values (${authorityId}, ${action}, 'action plan', 'What we do')`.execute(
    query,
  )
  await sql`insert into plan_item (authority_id, id, plan_id, position, title) values (${authorityId}, ${action}, ${action}, 1, 'Ask every child.'), (${authorityId}, ${second}, ${plan}, 2, 'We answer.')`.execute(
    query,
  )
  await sql`insert into item_proof (authority_id, item_id, kind, title, added_by, added_on, good_until)
    values (${authorityId}, ${second}, 'text', 'Asked at reviews', ${personId}, ${TODAY}, ${TODAY})`.execute(query)
  await sql`insert into item_update (authority_id, item_id, words, said_by) values (${authorityId}, ${action}, 'Begun in May', ${personId})`.execute(
    query,
  )
  await sql`insert into promise_reason (authority_id, item_id, because, review_on, said_by, said_on)
    values (${authorityId}, ${second}, 'No home with room for four has been found.', '2026-09-01', ${personId}, ${TODAY})`.execute(
    query,
  )
  await sql`insert into promise_rule (authority_id, kept_from, partly_from, why, set_by) values (${authorityId}, 90, 50, 'Agreed by the board', ${personId})`.execute(
    query,
  )
}

/** A planned meeting of an advisory body that `board` sits on and `worker` does not, and something of everything in it. */
async function fillGovernance(query: Query, authority: number, worker: Actor, board: Actor): Promise<void> {
  const id = (n: number) => `00000000-0000-4000-8000-0000000000${n}`
  const [body, meeting, item, challenge, decision] = [id(11), id(12), id(13), id(14), id(15)]
  await sql`insert into body (authority_id, id, name, regime) values (${authority}, ${body}, 'A board', 'advisory')`.execute(
    query,
  )
  await sql`insert into body_member (authority_id, body_id, person_id, part, starts_on) values (${authority}, ${body}, ${board.personId}, 'member', '2020-01-01')`.execute(
    query,
  )
  await sql`insert into meeting (authority_id, id, body_id, held_on) values (${authority}, ${meeting}, ${body}, '2026-07-14')`.execute(
    query,
  )
  await sql`insert into agenda_item (authority_id, id, meeting_id, body_id, position, title) values (${authority}, ${item}, ${meeting}, ${body}, 2, 'Health')`.execute(
    query,
  )
  await sql`insert into challenge (authority_id, id, body_id, title, words, raised_by, to_person, answer_due_on)
    values (${authority}, ${challenge}, ${body}, 'Pets', 'Can our pets come too?', ${board.personId}, ${worker.personId}, '2026-07-03')`.execute(
    query,
  )
  await sql`insert into agenda_item (authority_id, id, meeting_id, body_id, position, title) values (${authority}, ${id(16)}, ${meeting}, ${body}, 3, 'Homes')`.execute(
    query,
  )
  await sql`insert into challenge (authority_id, id, body_id, title, words, raised_by, to_person, answer_due_on)
    values (${authority}, ${id(17)}, ${body}, 'Schools', 'Why do we change schools?', ${board.personId}, ${worker.personId}, '2026-07-03')`.execute(
    query,
  )
  await sql`insert into challenge_answer (authority_id, challenge_id, words, answered_by) values (${authority}, ${challenge}, 'Yes, where we can.', ${worker.personId})`.execute(
    query,
  )
  await sql`insert into paper (authority_id, agenda_item_id, meeting_id, body_id, title, full_text, plain_version, impact, published_on)
    values (${authority}, ${item}, ${meeting}, ${body}, 'First checks', 'All of it.', 'Shorter.', 'It helps.', '2026-07-01')`.execute(
    query,
  )
  await sql`insert into decision (authority_id, id, agenda_item_id, meeting_id, body_id, title, words, outcome, decided_on)
    values (${authority}, ${decision}, ${item}, ${meeting}, ${body}, 'A nurse', 'A second nurse is found.', 'yes', '2026-07-01')`.execute(
    query,
  )
  await sql`insert into minute_action (authority_id, decision_id, words, owner, due_on) values (${authority}, ${decision}, 'Write the advert.', 'Director', '2026-08-01')`.execute(
    query,
  )
  await sql`insert into pack (authority_id, meeting_id, body_id, seal_number, as_at, content, published_by)
    values (${authority}, ${meeting}, ${body}, 1, '2026-07-01', '{}', ${worker.personId})`.execute(query)
}

/** Something to claim, a claim of the child's own, and a step they wrote. */
async function fillOffer(query: Query, authority: number, kid: string): Promise<void> {
  const offer = '00000000-0000-4000-8000-000000000020'
  await sql`insert into offer (authority_id, id, position, title, words, rule, source, amount_words, how_to_claim, answer_within_days, valid_from)
    values (${authority}, ${offer}, 1, 'A first home', 'For a bed and a cooker.', '{}', '{}', 'Some', 'Ask', 10, '2024-01-01')`.execute(
    query,
  )
  await sql`insert into offer (authority_id, id, position, title, words, rule, source, amount_words, how_to_claim, answer_within_days, valid_from)
    values (${authority}, '00000000-0000-4000-8000-000000000021', 2, 'A bicycle', 'For the way to work.', '{}', '{}', 'One', 'Ask', 10, '2024-01-01')`.execute(
    query,
  )
  await sql`insert into claim (authority_id, child_id, offer_id, words, asked_on) values (${authority}, ${kid}, ${offer}, 'For a bed.', ${TODAY})`.execute(
    query,
  )
  await sql`insert into next_step (authority_id, child_id, words, written_by) values (${authority}, ${kid}, 'I will view a flat.', ${kid})`.execute(
    query,
  )
}

/** A message that duty opened, and the one notice that went out while it waited. */
async function fillSafeDoor(query: Query, authorityId: number, duty: Actor): Promise<void> {
  const message = '00000000-0000-4000-8000-000000000005'
  await sql`insert into safe_door (authority_id, night_number) values (${authorityId}, '01632 960 000')`.execute(query)
  await sql`insert into phone_chain (authority_id, chain, position, name, number, minutes) values (${authorityId}, 'duty', 1, 'Duty desk', '01632 960 001', 10)`.execute(
    query,
  )
  await sql`insert into not_safe_message (authority_id, id, words, word_hash) values (${authorityId}, ${message}, 'Please come.', sha256('word'::bytea))`.execute(
    query,
  )
  await sql`insert into not_safe_step (authority_id, message_id, kind, by_person) values (${authorityId}, ${message}, 'opened', ${duty.personId})`.execute(
    query,
  )
  await sql`insert into duty_notice (authority_id, message_id, round, position, name, number) values (${authorityId}, ${message}, 1, 1, 'Duty desk', '01632 960 001')`.execute(
    query,
  )
}

/** What the child said to their worker, opened, answered and answered back; and a draft. */
async function fillVoice(
  query: Query,
  authority: number,
  { kid, worker, head }: { kid: string; worker: Actor; head: Actor },
): Promise<void> {
  const [view, answer] = ['00000000-0000-4000-8000-000000000031', '00000000-0000-4000-8000-000000000032']
  await sql`insert into cover (authority_id, for_person, covered_by, starts_on) values (${authority}, ${worker.personId}, ${head.personId}, '2020-01-01')`.execute(
    query,
  )
  await sql`insert into view (authority_id, id, child_id, words) values (${authority}, ${view}, ${kid}, 'I miss my dog.')`.execute(
    query,
  )
  await sql`insert into view_reader values (${authority}, ${view}, ${worker.personId}, 'chosen', '2020-01-01'), (${authority}, ${view}, ${head.personId}, 'cover', '2099-01-01')`.execute(
    query,
  )
  await sql`insert into view_opened values (${authority}, ${view}, ${head.personId})`.execute(query)
  await sql`insert into view_answer (authority_id, id, view_id, words, answered_by, answered_on) values (${authority}, ${answer}, ${view}, 'He will visit.', ${worker.personId}, ${TODAY})`.execute(
    query,
  )
  await sql`insert into view_reply (authority_id, answer_id, child_id, said) values (${authority}, ${answer}, ${kid}, 'a bit')`.execute(
    query,
  )
  await sql`insert into view_draft (authority_id, child_id, draft) values (${authority}, ${kid}, '{"words":"not yet"}')`.execute(
    query,
  )
}
