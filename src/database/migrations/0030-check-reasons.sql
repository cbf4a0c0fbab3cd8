-- Why a finding of the checks is right as it is: a person's words, never changed. Findings themselves are worked out each time, and
-- a reason answers one only as long as it says the same of the same day. A reason that is taken back says why, in a row of its own.

create table kept.check_reason (
  authority_id int not null references kept.authority,
  id uuid not null default gen_random_uuid(),
  rule_id text not null check (length(rule_id) between 1 and 12),
  child_id uuid not null,
  field_group text not null,                  -- what part of the record it tells of, so who may read it
  fact_on date not null,
  says text not null check (length(says) between 1 and 500),
  words text not null check (length(btrim(words)) between 10 and 500),
  is_taken_back boolean not null default false,
  said_by uuid not null default kept.me(),
  said_as text,
  said_on date not null default kept.today(),
  said_at timestamptz not null default clock_timestamp(),
  primary key (authority_id, id),
  foreign key (authority_id, child_id) references kept.person,
  foreign key (authority_id, said_by) references kept.person
);
create index on kept.check_reason (authority_id, child_id);

alter table kept.check_reason enable row level security;
alter table kept.check_reason force row level security;
create policy guard on kept.check_reason to kept_guard using (true);
create policy owner on kept.check_reason to kept_owner using (true) with check (true);
grant select on kept.check_reason to kept_guard;

-- As the facts they speak of, and only for those who may read true figures.
create policy app_read on kept.check_reason for select to kept_app using (authority_id = (select kept.authority())
  and (select kept.may('true figures', 'read')) and child_id not in (select w.child_id from kept.withheld() w) and (
    field_group = any ((select kept.groups_all())::text[])
    or (child_id, field_group) in (select v.child_id, v.field_group from kept.visible() v)));
create policy app_add on kept.check_reason for insert to kept_app with check (authority_id = (select kept.authority())
  and said_by = (select kept.me()) and said_on = (select kept.today()) and (select kept.may('true figures', 'read'))
  and child_id not in (select w.child_id from kept.withheld() w) and (
    field_group = any ((select kept.groups_all())::text[])
    or (child_id, field_group) in (select v.child_id, v.field_group from kept.visible() v)));
grant select, insert (authority_id, rule_id, child_id, field_group, fact_on, says, words, is_taken_back, said_as) on kept.check_reason to kept_app;
