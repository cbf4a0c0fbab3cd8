-- The roles and the schema, made once per server by someone who may make roles (`kept database prepare`); the embedded
-- database runs it when its folder is made. Roles belong to a server, not to a database, so no migration makes them.
--   kept_owner  owns the tables, never a superuser: forced row security binds it too
--   kept_guard  cannot sign in; owns the security-definer functions, sees rows by its own policies
--   kept_app    the plain role in which all work is done
--   kept_door   sessions and sign-in, nothing else
--   kept_login  the application's login: may only become kept_app or kept_door
do $$
begin
  if not exists (select from pg_roles where rolname = 'kept_owner') then create role kept_owner login; end if;
  if not exists (select from pg_roles where rolname = 'kept_guard') then create role kept_guard nologin; end if;
  if not exists (select from pg_roles where rolname = 'kept_app') then create role kept_app nologin; end if;
  if not exists (select from pg_roles where rolname = 'kept_door') then create role kept_door nologin; end if;
  if not exists (select from pg_roles where rolname = 'kept_login') then create role kept_login login noinherit; end if;
end $$;
grant kept_guard to kept_owner;
grant kept_app, kept_door to kept_login;
create schema if not exists kept authorization kept_owner;
grant usage on schema kept to kept_app, kept_door, kept_guard;
grant create on schema kept to kept_guard;
