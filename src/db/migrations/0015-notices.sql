-- 0015-notices.sql: what the register has to tell a person. A row says which kind and about what, by ids alone; the words are the rooms'.
create table notice (
  id uuid primary key default gen_random_uuid(),
  person uuid not null references person (id),
  kind text not null check (kind ~ '^[a-z][a-z0-9_]{0,60}$'),
  key text not null check (key ~ '^[a-z0-9_.:-]{1,120}$'),
  about uuid,
  made_at timestamptz not null default now(),
  seen_at timestamptz,
  unique (person, kind, key)
);
create index notice_person on notice (person, made_at desc, id desc);
create index notice_unseen on notice (person, made_at desc) where seen_at is null;
comment on column notice.id is 'personal: no. Random; the mail that carries it has the same';
comment on column notice.person is 'personal: yes. Who is told';
comment on column notice.kind is 'personal: no. What about: the words of it lie in the room that says it';
comment on column notice.key is 'personal: no. Ids and dates only: of one kind and key a person is told once';
comment on column notice.about is 'personal: no. What it leads to: a declaration, a proof, a request';
comment on column notice.made_at is 'personal: no. When it was said';
comment on column notice.seen_at is 'personal: yes. When the person said that they had seen it';

alter table notice enable row level security; alter table notice force row level security;
grant select, update (seen_at) on notice to chinhdanh_app;
create policy own on notice for select to chinhdanh_app using (person = actor());
create policy own_has_seen on notice for update to chinhdanh_app
  using (person = actor() and seen_at is null) with check (person = actor() and seen_at = now());
grant select (id, person, kind, key), insert (person, kind, key, about) on notice to chinhdanh_keeper;
create policy keeper_sees on notice for select to chinhdanh_keeper using (true);
create policy keeper_tells on notice for insert to chinhdanh_keeper with check (true);

-- The one way to tell somebody something. A request cannot call it: an act that has something to tell is a function of its own, which
-- may. Of one kind and key a person is told once, however often it is called.
create function tell(whom uuid, kind text, key text, about uuid default null) returns void language sql security definer set search_path = register, public, pg_temp
begin atomic
  insert into notice (person, kind, key, about) values (tell.whom, tell.kind, tell.key, tell.about)
  on conflict on constraint notice_person_kind_key_key do nothing;
end;
comment on function tell is 'Tells a person something, once: its kind, a key of ids, and what it is about. Never called by a request itself.';
grant execute on function tell to chinhdanh_checker, chinhdanh_reminder, chinhdanh_operator, chinhdanh_publisher;

-- What the checks have to say ------------------------------------------------------------------------------------------------------
-- Three looks found nothing: told before the fourteen days of grace begin to count.
create function tells_missing() returns trigger language plpgsql security definer set search_path = register, public, pg_temp as $$
begin
  perform tell(new.person, 'proof_missing', new.id || '.' || to_char(new.grace_until at time zone 'UTC', 'YYYY-MM-DD'), new.id);
  return null;
end $$;
create trigger tells_missing after update of grace_until on proof for each row
  when (old.grace_until is null and new.grace_until is not null) execute function tells_missing();

-- And after it dropped. What a person did (a page made private) nobody need tell them.
create function tells_lower_level() returns trigger language plpgsql security definer set search_path = register, public, pg_temp as $$
begin
  if new.level = 0 then perform tell(new.person, 'level_gone', new.id::text, new.declaration);
  else perform tell(new.person, 'level_lower', new.id::text, new.declaration);
  end if;
  return null;
end $$;
create trigger tells_lower_level after insert on level_step for each row
  when (new.reason in ('proof_missed', 'not_reconfirmed', 'lapsed')) execute function tells_lower_level();

-- Another has proven the same address: seven days to renew.
create function tells_renewal() returns trigger language plpgsql security definer set search_path = register, public, pg_temp as $$
begin
  perform tell(new.person, 'renew_proof', new.declaration || '.' || to_char(new.asked_at at time zone 'UTC', 'YYYY-MM-DD'), new.declaration);
  return null;
end $$;
create trigger tells_renewal after insert or update of asked_at on renewal for each row execute function tells_renewal();

create function tells_incident() returns trigger language plpgsql security definer set search_path = register, public, pg_temp as $$
begin
  if new.kind = 'reused_handle' then perform tell(new.person, 'changed_hands', new.id::text, new.declaration); end if;
  return null;
end $$;
create trigger tells_incident after insert on incident for each row execute function tells_incident();

-- Last: from here on the owner of the tables has no right to these any more.
alter function tell owner to chinhdanh_keeper;
alter function tells_missing owner to chinhdanh_keeper;
alter function tells_lower_level owner to chinhdanh_keeper;
alter function tells_renewal owner to chinhdanh_keeper;
alter function tells_incident owner to chinhdanh_keeper;
