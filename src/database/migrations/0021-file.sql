-- Pictures, clips and papers. Their bytes lie in a folder under random names (src/database/file-folder.ts); the row decides
-- who reaches them. What a file belongs to decides who reads it: each area adds a policy for its own kind.
create table kept.stored_file (
  authority_id int not null references kept.authority,
  id uuid not null default gen_random_uuid(),
  name text not null unique check (name ~ '^[0-9a-f]{32}$'),     -- on disk: chance alone, nothing of what it shows
  type text not null check (type in ('image/jpeg', 'image/png', 'image/webp', 'audio/mpeg', 'audio/mp4', 'audio/ogg', 'audio/webm',
    'video/mp4', 'video/webm', 'video/ogg', 'video/quicktime', 'application/pdf')),
  bytes int not null check (bytes > 0),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  owner_kind text not null check (owner_kind ~ '^[a-z ]{3,30}$'), -- 'proof', 'view', 'answer', 'picture', 'not safe', …
  owner_ref uuid not null,
  added_by uuid not null default kept.me(),
  added_at timestamptz not null default clock_timestamp(),
  primary key (authority_id, id),
  foreign key (authority_id, added_by) references kept.person (authority_id, id)
);
create index on kept.stored_file (authority_id, owner_kind, owner_ref);
alter table kept.stored_file enable row level security;
alter table kept.stored_file force row level security;
create policy guard on kept.stored_file to kept_guard using (true);
create policy owner on kept.stored_file to kept_owner using (true) with check (true);
grant select on kept.stored_file to kept_guard;

-- Whoever added it sees it again, while they are somebody here.
create policy app_own on kept.stored_file for select to kept_app using (authority_id = (select kept.authority()) and added_by = (select kept.me())
  and exists (select from kept.person p where p.authority_id = (select kept.authority()) and p.id = (select kept.me())));
create policy app_proof on kept.stored_file for select to kept_app using (authority_id = (select kept.authority()) and owner_kind = 'proof'
  and (select kept.may('plan', 'read')));
-- Nobody adds in another's name, and nothing is changed or taken away.
create policy app_add on kept.stored_file for insert to kept_app with check (authority_id = (select kept.authority()) and added_by = (select kept.me())
  and (owner_kind in ('view', 'answer', 'picture') or (owner_kind = 'proof' and (select kept.may('plan', 'read')))));
grant select, insert (authority_id, id, name, type, bytes, sha256, owner_kind, owner_ref) on kept.stored_file to kept_app;

-- What a child adds to what they say is read by those who hear it, and by nobody else (rule 6): before it is sent, by the child alone.
create policy app_view on kept.stored_file for select to kept_app using (authority_id = (select kept.authority()) and owner_kind = 'view'
  and owner_ref in (select h.view_id from kept.heard() h));
create policy heard_only on kept.stored_file as restrictive for select to kept_app using (owner_kind <> 'view'
  or owner_ref in (select h.view_id from kept.heard() h) or owner_ref in (select d.view_id from kept.view_draft d));
create policy own_view_only on kept.stored_file as restrictive for insert to kept_app with check (owner_kind <> 'view'
  or owner_ref in (select h.view_id from kept.heard() h where h.is_mine) or owner_ref in (select d.view_id from kept.view_draft d));
-- Until it is sent, the child may take it away again: then it is gone.
create policy app_take_away on kept.stored_file for delete to kept_app using (authority_id = (select kept.authority()) and owner_kind = 'view'
  and owner_ref in (select d.view_id from kept.view_draft d));
grant delete on kept.stored_file to kept_app;
