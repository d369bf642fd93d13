-- 0005-declarations.sql: drafts, declarations, their versions and receipts. Versions are rows; only the pointer to the current one moves.
create table draft (
  id uuid primary key,
  person uuid not null references person (id),
  typed text not null check (length(typed) <= 2048),
  address jsonb not null,
  manager text check (manager in ('alone', 'shared', 'unit')),
  since text check (since ~ '^\d{4}(-\d{2})?$'),
  made_at timestamptz not null default now(),
  changed_at timestamptz not null default now()
);
create index draft_person on draft (person);
comment on column draft.id is 'personal: no. UUIDv7; the declaration keeps it, so that sending twice files once';
comment on column draft.person is 'personal: yes. Whose draft';
comment on column draft.typed is 'personal: yes. What was pasted';
comment on column draft.address is 'personal: yes. What was recognised in it: platform, kind, handle, uid, canonical';
comment on column draft.manager is 'personal: yes. Who manages the page';
comment on column draft.since is 'personal: yes. Since when, year or year and month';
comment on column draft.made_at is 'personal: no. When it was begun';
comment on column draft.changed_at is 'personal: no. When it was last changed';

create table declaration (
  id uuid primary key,
  person uuid not null references person (id),
  platform text not null,
  kind text not null,
  handle text,
  uid text,
  canonical text not null,
  typed text not null check (length(typed) <= 2048),
  filed_at timestamptz not null default now(),
  ended_at timestamptz,
  current_version uuid,
  current_step uuid
);
create index declaration_person on declaration (person);
create index declaration_canonical on declaration (canonical);
create unique index declaration_once on declaration (person, canonical) where ended_at is null;
comment on column declaration.id is 'personal: no. UUIDv7';
comment on column declaration.person is 'personal: yes. Who declared it';
comment on column declaration.platform is 'personal: yes. Platform of the address';
comment on column declaration.kind is 'personal: yes. Kind of address';
comment on column declaration.handle is 'personal: yes. Name on the platform, folded';
comment on column declaration.uid is 'personal: yes. Permanent id on the platform';
comment on column declaration.canonical is 'personal: yes. The one form of the address';
comment on column declaration.typed is 'personal: yes. What was pasted';
comment on column declaration.filed_at is 'personal: no. When it was filed';
comment on column declaration.ended_at is 'personal: no. When it was closed or lost';
comment on column declaration.current_version is 'personal: no. The version in force';
comment on column declaration.current_step is 'personal: no. The level step in force';

create table declaration_version (
  id uuid primary key,
  declaration uuid not null references declaration (id),
  person uuid not null references person (id),
  n int not null,
  state text not null check (state in ('active', 'closing', 'closed', 'frozen', 'lost')),
  visibility text not null check (visibility in ('private', 'confirmable', 'listed')),
  shows text not null check (shows in ('nothing', 'name', 'name_and_office')),
  manager text not null check (manager in ('alone', 'shared', 'unit')),
  since text check (since ~ '^\d{4}(-\d{2})?$'),
  channel text not null check (channel in ('web', 'api', 'check', 'sample', 'assisted', 'phone')),
  made_by uuid default actor(),
  made_at timestamptz not null default now(),
  unique (declaration, n)
);
create index declaration_version_person on declaration_version (person);
comment on column declaration_version.id is 'personal: no. UUIDv7';
comment on column declaration_version.declaration is 'personal: no. Of which declaration';
comment on column declaration_version.person is 'personal: yes. Whose declaration; kept here for row security';
comment on column declaration_version.n is 'personal: no. First version is 1';
comment on column declaration_version.state is 'personal: yes. active, closing, closed, frozen or lost';
comment on column declaration_version.visibility is 'personal: yes. private, confirmable or listed';
comment on column declaration_version.shows is 'personal: yes. What a public answer names';
comment on column declaration_version.manager is 'personal: yes. alone, shared, or run for the unit';
comment on column declaration_version.since is 'personal: yes. Since when, year or year and month';
comment on column declaration_version.channel is 'personal: no. How it came; assisted: filed by an officer for the person; phone: frozen by an officer on the phone with them';
comment on column declaration_version.made_by is 'personal: yes. Who filed this version';
comment on column declaration_version.made_at is 'personal: no. When it was filed';

create table level_step (
  id uuid primary key,
  declaration uuid not null references declaration (id),
  person uuid not null references person (id),
  level int not null check (level between 0 and 3),
  reason text not null check (reason in ('declared', 'vouched', 'proof_found', 'recheck_found', 'proof_missed', 'not_reconfirmed', 'kept_no_more', 'lapsed')),
  proof uuid,
  made_at timestamptz not null default now()
);
create index level_step_declaration on level_step (declaration, made_at);
create index level_step_person on level_step (person, made_at);
comment on column level_step.id is 'personal: no. UUIDv7';
comment on column level_step.declaration is 'personal: no. Of which declaration';
comment on column level_step.person is 'personal: yes. Whose declaration; kept here for row security';
comment on column level_step.level is 'personal: no. Level from here on, 0 to 3';
comment on column level_step.reason is 'personal: no. Why it changed';
comment on column level_step.proof is 'personal: no. The proof it rests on';
comment on column level_step.made_at is 'personal: no. When it changed';

create table receipt (
  id uuid primary key,
  code text not null unique,
  person uuid not null references person (id),
  act text not null check (act in ('declared', 'visibility_changed', 'hijack_reported', 'given_up', 'false_alarm', 'renamed', 'closing_stated', 'reopened', 'lost')),
  declaration uuid not null references declaration (id),
  version uuid not null references declaration_version (id),
  made_at timestamptz not null default now()
);
create index receipt_person on receipt (person, made_at desc);
comment on column receipt.id is 'personal: no. UUIDv7';
comment on column receipt.code is 'personal: yes. What the person keeps, BN-XXXX-XXXX';
comment on column receipt.person is 'personal: yes. Whose receipt';
comment on column receipt.act is 'personal: no. What was filed';
comment on column receipt.declaration is 'personal: no. About which declaration';
comment on column receipt.version is 'personal: no. The version that was filed';
comment on column receipt.made_at is 'personal: no. When it was filed';

do $$ declare t text; begin
  foreach t in array array['draft', 'declaration', 'declaration_version', 'level_step', 'receipt'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
  end loop;
end $$;

grant select, insert, update, delete on draft to chinhdanh_app;
create policy own on draft to chinhdanh_app using (person = actor()) with check (person = actor());

grant select, insert (id, person, platform, kind, handle, uid, canonical, typed) on declaration to chinhdanh_app;
create policy own on declaration for select to chinhdanh_app using (person = actor());
create policy officer_who_opened on declaration for select to chinhdanh_app using (opened(person));
create policy own_files on declaration for insert to chinhdanh_app with check (person = actor());

grant select, insert (id, declaration, person, n, state, visibility, shows, manager, since, channel) on declaration_version to chinhdanh_app;
create policy own on declaration_version for select to chinhdanh_app using (person = actor());
create policy officer_who_opened on declaration_version for select to chinhdanh_app using (opened(person));
create policy own_files on declaration_version for insert to chinhdanh_app with check (
  made_by = actor() and channel in ('web', 'api', 'sample') and exists (select from declaration d where d.id = declaration and d.person = actor() and d.person = declaration_version.person)
  -- What was frozen is made active by a proof, not by a wish, nor by way of a state from which it could become active.
  and (state in ('frozen', 'closed') or not exists (select from declaration d join declaration_version now on now.id = d.current_version
    where d.id = declaration_version.declaration and now.state = 'frozen')));

-- A request can only start at level 0: every other step is written by the check itself, under its own role.
grant select, insert (id, declaration, person, level, reason) on level_step to chinhdanh_app;
create policy own on level_step for select to chinhdanh_app using (person = actor());
create policy officer_who_opened on level_step for select to chinhdanh_app using (opened(person));
create policy begins_declared on level_step for insert to chinhdanh_app with check (
  level = 0 and reason = 'declared' and person = actor()
  and exists (select from declaration d where d.id = declaration and d.person = actor() and d.current_step is null));

-- When it was filed is the database's word, here as in the versions: no role may write the time.
grant select, insert (id, code, person, act, declaration, version) on receipt to chinhdanh_app;
create policy own on receipt for select to chinhdanh_app using (person = actor());
create policy own_files on receipt for insert to chinhdanh_app with check (
  person = actor() and exists (select from declaration_version v where v.id = version and v.declaration = receipt.declaration and v.person = actor()));

grant select (id, platform, kind, handle, uid, canonical, current_version, current_step, ended_at) on declaration to chinhdanh_checker;
grant select (id, declaration, n, state, visibility, shows, manager, since) on declaration_version to chinhdanh_checker;
grant select (id, declaration, level, reason, proof, made_at) on level_step to chinhdanh_checker;
create policy checker on declaration to chinhdanh_checker using (true) with check (true);
create policy checker on declaration_version to chinhdanh_checker using (true) with check (channel = 'check');
create policy checker on level_step to chinhdanh_checker using (true) with check (true);

-- A step of the checker belongs to whoever the declaration belongs to, without the checker being told who that is.
create function step_belongs() returns trigger language plpgsql security definer set search_path = register, public, pg_temp as $$
begin
  select person into strict new.person from declaration where id = new.declaration;
  return new;
end $$;
create trigger step_belongs before insert on level_step for each row execute function step_belongs();
create trigger version_belongs before insert on declaration_version for each row execute function step_belongs();
grant insert (id, declaration, level, reason, proof) on level_step to chinhdanh_checker;
grant insert (id, declaration, n, state, visibility, shows, manager, since, channel) on declaration_version to chinhdanh_checker;

-- The pointer follows the newest version and the newest step: no role moves it by hand, so no request can point back to a higher level.
create function version_in_force() returns trigger language plpgsql security definer set search_path = register, public, pg_temp as $$
begin
  update declaration set current_version = new.id, ended_at = case when new.state in ('closed', 'lost') then now() end where id = new.declaration;
  return null;
end $$;
create function step_in_force() returns trigger language plpgsql security definer set search_path = register, public, pg_temp as $$
begin
  update declaration set current_step = new.id where id = new.declaration;
  return null;
end $$;
create trigger version_in_force after insert on declaration_version for each row execute function version_in_force();
create trigger step_in_force after insert on level_step for each row execute function step_in_force();
grant select (id, person, canonical, ended_at), update (current_version, current_step, ended_at) on declaration to chinhdanh_keeper;
create policy keeper on declaration to chinhdanh_keeper using (true) with check (true);

create view declaration_now with (security_invoker) as
  select d.id, d.person, d.platform, d.kind, d.handle, d.uid, d.canonical, d.typed, d.filed_at, d.ended_at,
    v.n, v.state, v.visibility, v.shows, v.manager, v.since, v.made_at as changed_at, s.level, s.made_at as level_at
  from declaration d join declaration_version v on v.id = d.current_version join level_step s on s.id = d.current_step;
grant select on declaration_now to chinhdanh_app;

-- Last: from here on the owner of the tables has no right to these any more.
alter function step_belongs owner to chinhdanh_keeper;
alter function version_in_force owner to chinhdanh_keeper;
alter function step_in_force owner to chinhdanh_keeper;
