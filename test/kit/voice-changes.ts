import { sql } from 'kysely'
import { both, type ChangeCase, changeCase } from './change-case.ts'
import type { Place } from './two-councils.ts'

const id = (n: number) => `00000000-0000-4000-8000-0000000000${String(n).padStart(2, '0')}`
const [PLEDGE, ACTION, OFFER, VIEW, REPLIED, THEME, SECOND_THEME] = [2, 3, 21, 31, 32, 33, 35].map(id)
const a = (place: Place) => place.council.council.authorityId

/** Every right to change what a child sees and says, and what they are offered. */
export const voiceChanges: ChangeCase[] = [
  ...both(
    ['door_setting', 'INSERT', 'what the door is called'],
    'safeguard',
    ['worker', 'refused'],
    (o) =>
      sql`insert into door_setting (authority_id, name, picture) values (${a(o)}, 'The Nest', 'den') on conflict (authority_id) do update set name = excluded.name`,
  ),
  ...both(
    ['door_setting', 'UPDATE', 'what the door is called'],
    'safeguard',
    ['worker', '0 rows'],
    () => sql`update door_setting set name = 'The Nest'`,
  ),
  ...both(
    ['own_look', 'UPDATE', 'their own colours'],
    'child',
    ['worker', '0 rows'],
    () => sql`update own_look set palette = 'sea'`,
  ),
  ...both(
    ['own_look', 'INSERT', 'how their own pages look'],
    'worker',
    ['child', '23505'],
    (o) =>
      sql`insert into own_look (authority_id, person_id, picture, palette) values (${a(o)}, kept.me(), 'cat', 'sea')`,
  ),
  ...both(
    ['shown_to_children', 'INSERT', 'what children see of them'],
    'stranger',
    ['child', 'refused'],
    (o) =>
      sql`insert into shown_to_children (authority_id, person_id, picture, first_name) values (${a(o)}, kept.me(), 'face-2', 'Sten')`,
  ),
  ...both(
    ['shown_to_children', 'UPDATE', 'what children see of them'],
    'worker',
    ['manager', '0 rows'],
    () => sql`update shown_to_children set first_name = 'Wrenna'`,
  ),
  ...both(
    ['on_tonight', 'INSERT', 'who is there tonight'],
    'worker',
    ['stranger', 'refused'],
    (o) =>
      sql`insert into on_tonight (authority_id, child_id, first_name, part, picture, nights, from_time, to_time) values (${a(o)}, ${o.kid}, 'Al', 'night staff', 'face-3', '{6,7}', '20:00', '08:00')`,
  ),
  ...both(
    ['on_tonight', 'UPDATE', 'when that ends'],
    'worker',
    ['stranger', '0 rows'],
    () => sql`update on_tonight set ends_on = kept.today()`,
  ),
  ...both(
    ['stored_file', 'INSERT', 'what shows that an action is done'],
    'worker',
    ['child', 'refused'],
    (o) =>
      sql`insert into stored_file (authority_id, name, type, bytes, sha256, owner_kind, owner_ref)
      values (${a(o)}, ${'ab'.repeat(16)}, 'image/png', 10, ${'ab'.repeat(32)}, 'proof', ${ACTION})`,
  ),
  ...both(
    ['stored_file', 'INSERT', 'a drawing for what a child has not sent yet'],
    'child',
    ['worker', 'refused'],
    (o) =>
      sql`insert into stored_file (authority_id, name, type, bytes, sha256, owner_kind, owner_ref)
      values (${a(o)}, ${'cd'.repeat(16)}, 'image/png', 10, ${'cd'.repeat(32)}, 'view',
        coalesce((select d.view_id from view_draft d limit 1), '00000000-0000-4000-8000-000000000031'))`,
  ),
  ...both(
    ['stored_file', 'DELETE', 'a drawing taken away before it was sent'],
    'child',
    ['worker', '0 rows'],
    () => sql`delete from stored_file`,
  ),

  ...both(
    ['offer', 'INSERT', 'an offer'],
    'system',
    ['worker', 'refused'],
    (o) =>
      sql`insert into offer (authority_id, position, title, words, rule, source, amount_words, how_to_claim, answer_within_days, valid_from)
      values (${a(o)}, 2, 'A bus pass', 'For every bus.', '{}', '{}', 'Free', 'Ask', 10, '2024-01-01')`,
  ),
  ...both(
    ['offer', 'UPDATE', 'until when it holds'],
    'system',
    ['worker', '0 rows'],
    () => sql`update offer set valid_to = '2030-01-01' where id = ${OFFER}`,
  ),
  ...both(
    ['claim', 'INSERT', 'what they ask for'],
    'child',
    ['worker', 'refused'],
    (o) => sql`insert into claim (authority_id, offer_id, words) values (${a(o)}, ${OFFER}, 'For a lamp.')`,
  ),
  ...both(
    ['claim', 'UPDATE', 'the answer to what a child asked'],
    'manager',
    ['child', '0 rows'],
    () =>
      sql`update claim set decision = 'yes', reason = 'It is theirs by right.', answered_on = kept.today(), decided_by = kept.me()`,
  ),
  ...both(
    ['next_step', 'INSERT', 'their own next step'],
    'child',
    ['stranger', 'refused'],
    (o) => sql`insert into next_step (authority_id, child_id, words) values (${a(o)}, ${o.kid}, 'I will cook.')`,
  ),
  ...both(
    ['next_step', 'UPDATE', 'that it is done'],
    'child',
    ['stranger', '0 rows'],
    () => sql`update next_step set done_on = kept.today()`,
  ),

  ...both(
    ['verdict', 'INSERT', 'whether a promise is true for them'],
    'child',
    ['worker', 'refused'],
    (o) =>
      sql`insert into verdict (authority_id, promise_id, said, beside) values (${a(o)}, ${PLEDGE}, 'a bit', 'nobody')`,
  ),
  ...both(
    ['promise_words', 'INSERT', 'a promise in plain words'],
    'system',
    ['child', 'refused'],
    (o) =>
      sql`insert into promise_words (authority_id, promise_id, level, short, full_text) values (${a(o)}, ${PLEDGE}, '16 and over', 'We listen', 'We listen to you.')`,
  ),
  ...both(
    ['promise_words', 'UPDATE', 'a promise in plain words'],
    'system',
    ['child', '0 rows'],
    () => sql`update promise_words set short = 'We hear you'`,
  ),

  ...both(
    ['cover', 'INSERT', 'their own cover'],
    'worker',
    ['child', 'refused'],
    (o) =>
      sql`insert into cover (authority_id, for_person, covered_by) values (${a(o)}, kept.me(), ${o.head.personId})`,
  ),
  changeCase(
    'cover',
    'INSERT',
    'stranger',
    'a cover for somebody else',
    'refused',
    (o) =>
      sql`insert into cover (authority_id, for_person, covered_by) values (${a(o)}, ${o.worker.personId}, kept.me())`,
  ),
  ...both(
    ['cover', 'UPDATE', 'the end of a cover'],
    'safeguard',
    ['stranger', '0 rows'],
    () => sql`update cover set ends_on = '2030-01-01'`,
  ),
  ...both(
    ['view', 'UPDATE', 'that it is taken back'],
    'child',
    ['worker', '0 rows'],
    () => sql`update view set withdrawn_on = kept.today()`,
  ),
  ...both(
    ['view_opened', 'INSERT', 'that it was opened'],
    'worker',
    ['manager', 'refused'],
    (o) => sql`insert into view_opened (authority_id, view_id) values (${a(o)}, ${VIEW})`,
  ),
  ...both(
    ['view_answer', 'INSERT', 'an answer'],
    'worker',
    ['manager', 'refused'],
    (o) => sql`insert into view_answer (authority_id, view_id, words) values (${a(o)}, ${VIEW}, 'On Friday.')`,
  ),
  ...both(
    ['view_answer', 'UPDATE', 'that the child was told'],
    'worker',
    ['child', '0 rows'],
    () => sql`update view_answer set told_on = kept.today(), told_by = kept.me()`,
  ),
  ...both(
    ['view_reply', 'INSERT', 'whether it is an answer'],
    'child',
    ['analyst', 'refused'],
    (o) => sql`insert into view_reply (authority_id, answer_id, said) values (${a(o)}, ${REPLIED}, 'yes')`,
  ),
  ...both(
    ['view_draft', 'INSERT', 'what they began'],
    'child',
    ['worker', 'refused'],
    (o) =>
      sql`insert into view_draft (authority_id, child_id, draft) values (${a(o)}, ${o.kid}, '{}') on conflict (authority_id, child_id) do update set draft = '{}'`,
  ),
  ...both(
    ['view_draft', 'UPDATE', 'what they began'],
    'child',
    ['system', '0 rows'],
    () => sql`update view_draft set draft = '{}'`,
  ),
  ...both(
    ['view_draft', 'DELETE', 'what they began'],
    'child',
    ['system', '0 rows'],
    () => sql`delete from view_draft`,
  ),

  ...both(
    ['theme', 'INSERT', 'a theme'],
    'system',
    ['worker', 'refused'],
    (o) => sql`insert into theme (authority_id, title) values (${a(o)}, 'Bikes')`,
  ),
  ...both(
    ['theme', 'UPDATE', 'what it is called'],
    'system',
    ['board', '0 rows'],
    () => sql`update theme set title = 'Pets and animals' where title = 'Pets'`,
  ),
  ...both(
    ['theme_view', 'INSERT', 'a view put to a theme'],
    'worker',
    ['system', 'refused'],
    (o) => sql`insert into theme_view (authority_id, theme_id, view_id) values (${a(o)}, ${SECOND_THEME}, ${VIEW})`,
  ),
  ...both(
    ['theme_view', 'UPDATE', 'that it is taken out'],
    'worker',
    ['system', '0 rows'],
    () => sql`update theme_view set taken_out_on = '2026-07-10' where theme_id = ${THEME}`,
  ),
  ...both(
    ['theme_answer', 'INSERT', 'what came of it'],
    'system',
    ['worker', 'refused'],
    (o) =>
      sql`insert into theme_answer (authority_id, theme_id, kind, words) values (${a(o)}, ${THEME}, 'we will', 'We will ask.')`,
  ),
  ...both(
    ['theme_answer', 'UPDATE', 'that everybody is told'],
    'system',
    ['board', '0 rows'],
    () =>
      sql`update theme_answer set told_public_on = (select today()) where theme_id = ${THEME} and told_board_on is not null`,
  ),
  ...both(
    ['safe_door', 'INSERT', 'the night number'],
    'safeguard',
    ['worker', 'refused'],
    (o) =>
      sql`insert into safe_door (authority_id, night_number) values (${a(o)}, '01632 960 009') on conflict (authority_id) do update set night_number = excluded.night_number`,
  ),
  ...both(
    ['safe_door', 'UPDATE', 'the night number'],
    'safeguard',
    ['duty', '0 rows'],
    () => sql`update safe_door set night_number = '01632 960 008'`,
  ),
  ...both(
    ['phone_chain', 'INSERT', 'who is called next'],
    'safeguard',
    ['duty', 'refused'],
    (o) =>
      sql`insert into phone_chain (authority_id, chain, position, name, number, minutes) values (${a(o)}, 'duty', 2, 'Manager', '01632 960 002', 10)`,
  ),
  ...both(
    ['phone_chain', 'UPDATE', 'that a number holds no longer'],
    'safeguard',
    ['duty', '0 rows'],
    () => sql`update phone_chain set ended_at = clock_timestamp()`,
  ),
  ...both(
    ['not_safe_step', 'INSERT', 'that somebody was called'],
    'duty',
    ['worker', 'refused'],
    (o) => sql`insert into not_safe_step (authority_id, message_id, kind) values (${a(o)}, ${id(5)}, 'called')`,
  ),
]
