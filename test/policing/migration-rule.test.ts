import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkMigrations } from './migration-rule.ts'
import { readSource } from './source-file.ts'

const faultOf = (text: string) => checkMigrations([{ path: 'a.sql', text }]).join('\n')
const protect = (verb: string) => `alter table kept.thing ${verb} row level security;`

test('every table is protected, every definer function fixed, every policy a set, and London has the day', () => {
  const files = readSource('src/database/**/*.sql')
  assert.ok(files.length > 0)
  assert.deepEqual(checkMigrations(files), [])
})

const refused: [what: string, sql: string, says: RegExp][] = [
  ['a table without row security', 'create table kept.thing (id int);', /the table thing needs/],
  ['a table not forced', `create table kept.thing (id int); ${protect('enable')}`, /the table thing needs/],
  [
    'a table protected only in a comment',
    `create table kept.thing (id int);\n-- ${protect('enable')} ${protect('force')}`,
    /thing needs/,
  ],
  [
    'a table whose name is in a loop that does something else',
    `create table kept.thing (id int); do $$ begin foreach t in array array['thing'] loop execute format('grant select on kept.%I to x', t); end loop; end $$;`,
    /thing needs/,
  ],
  [
    'a definer function without its search path',
    'create function kept.f() returns int language sql security definer as $$ select 1 $$;',
    /kept\.f is security definer/,
  ],
  [
    'sessions granted to the plain role',
    'grant select, insert on kept.session, kept.sign_in_attempt to kept_door, kept_app;',
    /session has no row security/,
  ],
  ['current_date', 'select current_date;', /a\.sql:1: the server's day/],
  ['now() as a day', 'select now()::date;', /the server's day/],
  ['now()', 'create view v as select now();', /clock_timestamp/],
  [
    'a policy that calls a function for every row',
    'create policy p on kept.event using (kept.can_see(child_id, field_group));',
    /calls kept\.can_see for every row/,
  ],
]
for (const [what, sql, says] of refused) test(`${what} is refused`, () => assert.match(faultOf(sql), says))

const allowed: [what: string, sql: string][] = [
  ['a protected table', `create table kept.thing (id int); ${protect('enable')} ${protect('force')}`],
  [
    'tables protected in a loop',
    `create table kept.thing (id int); do $$ begin foreach t in array array['other', 'thing'] loop
      execute format('alter table kept.%I enable row level security', t);
      execute format('alter table kept.%I force row level security', t); end loop; end $$;`,
  ],
  ['public reference data', 'create table kept.postcode (id int);'],
  ['a partition made by name', "select format('create table kept.%I partition of kept.audit', name);"],
  [
    'a definer function with its search path',
    'create function kept.f() returns int language sql security definer set search_path = kept, pg_temp as $$ select 1 $$;',
  ],
  [
    'a policy by sets',
    "create policy p on kept.event using (authority_id = (select kept.authority()) and (child_id, field_group) in (select v.child_id, v.field_group from kept.visible('read') v));",
  ],
  ['sessions granted to the door', 'grant select on kept.session to kept_door;'],
  ['clock_timestamp()', 'select clock_timestamp(); -- not now()'],
]
for (const [what, sql] of allowed) test(`${what} is fine`, () => assert.equal(faultOf(sql), ''))
