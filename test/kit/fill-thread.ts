import { sql } from 'kysely'
import type { Actor, Query } from '../../src/database/database.ts'
import { TODAY } from './council.ts'

/** What a child's own pages are made of. */
export async function fillOwnPages(query: Query, authorityId: number, kid: string, worker: string): Promise<void> {
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

/** A promise with its proof, reason and rule, and an action that somebody spoke of. */
export async function fillPlan(query: Query, authorityId: number, plan: string, { personId }: Actor): Promise<void> {
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
export async function fillGovernance(query: Query, authority: number, worker: Actor, board: Actor): Promise<void> {
  const id = (n: number) => `00000000-0000-4000-8000-0000000000${n}`
  const [body, meeting, item, challenge, decision] = [id(11), id(12), id(13), id(14), id(15)]
  await sql`insert into body (authority_id, id, name, regime) values (${authority}, ${body}, 'A board', 'advisory')`.execute(
    query,
  )
  await sql`insert into body_member (authority_id, body_id, person_id, part, starts_on) values (${authority}, ${body}, ${board.personId}, 'chair', '2020-01-01')`.execute(
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
  const pack = '00000000-0000-4000-8000-000000000021'
  await sql`insert into pack (authority_id, id, meeting_id, body_id, seal_number, as_at, content, published_by)
    values (${authority}, ${pack}, ${meeting}, ${body}, 1, '2026-07-01', '{}', ${worker.personId}),
      (${authority}, '00000000-0000-4000-8000-000000000022', ${meeting}, ${body}, 1, '2026-07-01', '{}', ${worker.personId})`.execute(
    query,
  )
  await sql`insert into printed_in_meeting (authority_id, pack_id, printed) values (${authority}, ${pack}, '[]')`.execute(
    query,
  )
}

/** Something to claim, a claim of the child's own, and a step they wrote. */
export async function fillOffer(query: Query, authority: number, kid: string): Promise<void> {
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
export async function fillSafeDoor(query: Query, authorityId: number, duty: Actor): Promise<void> {
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
export async function fillVoice(
  query: Query,
  authority: number,
  { kid, worker, head }: { kid: string; worker: Actor; head: Actor },
): Promise<void> {
  const [view, answer] = ['00000000-0000-4000-8000-000000000031', '00000000-0000-4000-8000-000000000032']
  await sql`insert into cover (authority_id, for_person, covered_by, starts_on) values (${authority}, ${worker.personId}, ${head.personId}, '2020-01-01')`.execute(
    query,
  )
  await sql`insert into view (authority_id, id, child_id, words, may_be_counted) values (${authority}, ${view}, ${kid}, 'I miss my dog.', true)`.execute(
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
  const theme = '00000000-0000-4000-8000-000000000033'
  await sql`insert into theme (authority_id, id, title, begun_by) values (${authority}, ${theme}, 'Pets', ${worker.personId}), (${authority}, '00000000-0000-4000-8000-000000000035', 'Food', ${worker.personId})`.execute(
    query,
  )
  await sql`insert into theme_view (authority_id, theme_id, view_id, put_by) values (${authority}, ${theme}, ${view}, ${worker.personId})`.execute(
    query,
  )
  await sql`insert into theme_answer (authority_id, id, theme_id, kind, words, answered_by, answered_on, told_children_on, told_group_on, told_board_on)
    values (${authority}, '00000000-0000-4000-8000-000000000034', ${theme}, 'we did', 'Pets can visit.', ${worker.personId}, ${TODAY}, ${TODAY}, ${TODAY}, ${TODAY})`.execute(
    query,
  )
  await sql`insert into view_draft (authority_id, child_id, draft) values (${authority}, ${kid}, '{"words":"not yet"}')`.execute(
    query,
  )
  await sql`insert into stored_file (authority_id, name, type, bytes, sha256, owner_kind, owner_ref, added_by)
    select ${authority}, md5(view_id::text), 'image/png', 1, ${'0'.repeat(64)}, 'view', view_id, child_id from view_draft
    where authority_id = ${authority}`.execute(query)
}
