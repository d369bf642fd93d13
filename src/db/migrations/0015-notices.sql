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

-- Mail ------------------------------------------------------------------------------------------------------------------------------
create table mail_address (
  person uuid primary key references person (id),
  address text not null check (length(address) between 3 and 254),
  lang text not null check (lang in ('vi', 'en')),
  confirmed_at timestamptz not null default now(),
  optional boolean not null default true,
  unsubscribe uuid not null unique default gen_random_uuid(),
  bounced_at timestamptz
);
create index mail_address_lower on mail_address (lower(address));
comment on column mail_address.person is 'personal: yes. Whose address';
comment on column mail_address.address is 'personal: yes. Where mail reaches the person, as they wrote it';
comment on column mail_address.lang is 'personal: yes. In which language to write';
comment on column mail_address.confirmed_at is 'personal: yes. When the person opened the link that was mailed there';
comment on column mail_address.optional is 'personal: yes. Whether letters are wanted that may be left out, such as reminders';
comment on column mail_address.unsubscribe is 'personal: no. Random: whoever has it, from a letter, ends the letters that may be left out';
comment on column mail_address.bounced_at is 'personal: yes. When a letter came back for good; from then on nothing is sent there';

create table mail_confirmation (
  hash bytea primary key,
  person uuid not null references person (id),
  address text not null check (length(address) between 3 and 254),
  lang text not null check (lang in ('vi', 'en')),
  made_at timestamptz not null default now(),
  expires_at timestamptz not null default now() + interval '1 day',
  used_at timestamptz
);
create index mail_confirmation_person on mail_confirmation (person, made_at);
create index mail_confirmation_address on mail_confirmation (lower(address), made_at);
comment on column mail_confirmation.hash is 'personal: no. SHA-256 of the secret in the link that was mailed';
comment on column mail_confirmation.person is 'personal: yes. Who says that the address is theirs';
comment on column mail_confirmation.address is 'personal: yes. The address to confirm';
comment on column mail_confirmation.lang is 'personal: yes. In which language to write from then on';
comment on column mail_confirmation.made_at is 'personal: no. When it was mailed';
comment on column mail_confirmation.expires_at is 'personal: no. A day later';
comment on column mail_confirmation.used_at is 'personal: no. When the address was confirmed by it';

create table outgoing_mail (
  notice uuid primary key references notice (id),
  person uuid not null references person (id),
  made_at timestamptz not null default now(),
  tries int not null default 0,
  due_at timestamptz default now(),
  sent_at timestamptz,
  failed text check (failed ~ '^[A-Za-z0-9_]{1,40}$'),
  bounced_at timestamptz
);
create index outgoing_mail_due on outgoing_mail (due_at) where due_at is not null;
create index outgoing_mail_waiting on outgoing_mail (person) where due_at is not null;
create index outgoing_mail_newest on outgoing_mail (made_at desc);
comment on column outgoing_mail.notice is 'personal: no. The notice that is mailed; the Message-ID is made of it';
comment on column outgoing_mail.person is 'personal: yes. To whom; the address is read when it is sent';
comment on column outgoing_mail.made_at is 'personal: no. When it was to be sent';
comment on column outgoing_mail.tries is 'personal: no. How often it was taken in hand';
comment on column outgoing_mail.due_at is 'personal: no. From when on it may be taken in hand; none once it is settled';
comment on column outgoing_mail.sent_at is 'personal: no. When the mail server took it';
comment on column outgoing_mail.bounced_at is 'personal: no. When it came back after a server had taken it';
comment on column outgoing_mail.failed is 'personal: no. Code of the last failure, never its text';

do $$ declare t text; begin
  foreach t in array array['mail_address', 'mail_confirmation', 'outgoing_mail'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
  end loop;
end $$;

-- Its own person sees it, says in which language, and takes it back. It comes about by a confirmation alone. An officer does not see it.
grant select, update (lang, optional) on mail_address to chinhdanh_app;
create policy own on mail_address for select to chinhdanh_app using (person = actor());
create policy own_language on mail_address for update to chinhdanh_app using (person = actor());
grant select (hash, person, address, made_at, expires_at, used_at) on mail_confirmation to chinhdanh_app;
create policy own on mail_confirmation for select to chinhdanh_app using (person = actor());

grant select, insert, update, delete on mail_address, mail_confirmation to chinhdanh_keeper;
grant select, insert (notice, person), update (bounced_at, failed, due_at) on outgoing_mail to chinhdanh_keeper;
grant select (made_at) on notice to chinhdanh_keeper;
create policy keeper on mail_address to chinhdanh_keeper using (true) with check (true);
create policy keeper on mail_confirmation to chinhdanh_keeper using (true) with check (true);
create policy keeper on outgoing_mail to chinhdanh_keeper using (true) with check (true);

-- Who sends is told whom, where, and what kind: no name, and no page.
grant select (person, address, lang, optional, unsubscribe, bounced_at) on mail_address to chinhdanh_reminder;
grant select (id, kind, about) on notice to chinhdanh_reminder;
grant select, update (tries, due_at, sent_at, failed) on outgoing_mail to chinhdanh_reminder;
create policy reminder on mail_address for select to chinhdanh_reminder using (true);
create policy reminder on notice for select to chinhdanh_reminder using (true);
create policy reminder on outgoing_mail to chinhdanh_reminder using (true) with check (true);

create function mail_ask(secret bytea, address text, lang text) returns text language plpgsql security definer set search_path = register, public, pg_temp as $$
declare asked bigint;
begin
  perform token_needs('declare');
  if actor() is null then return 'nobody'; end if;
  perform pg_advisory_xact_lock(hashtextextended('mail ' || actor(), 0));
  if exists (select from mail_confirmation m where m.person = actor() and m.address = mail_ask.address and m.lang = mail_ask.lang
    and m.used_at is null and m.made_at > now() - interval '1 minute' and m.expires_at > now()) then return 'just_now'; end if;
  select count(*) into asked from mail_confirmation m where m.made_at > now() - interval '1 day'
    and (m.person = actor() or lower(m.address) = lower(mail_ask.address));
  if asked >= 5 then return 'too_many'; end if;
  insert into mail_confirmation (hash, person, address, lang) values (secret, actor(), mail_ask.address, mail_ask.lang);
  return 'asked';
end $$;
comment on function mail_ask is 'Keeps the secret that is mailed; pressed twice, the first is on its way. Five a day for one person, and five a day for one address whoever asks: nobody is flooded from here.';

create function mail_confirm(secret bytea) returns boolean language plpgsql security definer set search_path = register, public, pg_temp as $$
declare shown mail_confirmation;
begin
  perform token_needs('declare');
  perform pg_advisory_xact_lock(hashtextextended('mail ' || actor(), 0));
  select * into shown from mail_confirmation m where m.hash = secret and m.person = actor() for update;
  if shown.hash is null then return false; end if;
  if shown.used_at is not null then return exists (select from mail_address a where a.person = actor() and a.address = shown.address); end if;
  if shown.expires_at <= now() then return false; end if;
  update mail_confirmation m set used_at = now() where m.hash = secret;
  update mail_confirmation m set expires_at = now() where m.person = actor() and m.used_at is null and m.expires_at > now();
  insert into mail_address (person, address, lang) values (actor(), shown.address, shown.lang)
  on conflict (person) do update set address = excluded.address, lang = excluded.lang, confirmed_at = now(), bounced_at = null;
  return true;
end $$;
comment on function mail_confirm is 'The address is the actor''s from now on: the one who asked for the link opened it. Twice is once.';

create function mail_remove() returns void language sql security definer set search_path = register, public, pg_temp
begin atomic
  select pg_advisory_xact_lock(hashtextextended('mail ' || actor(), 0));
  update mail_confirmation m set expires_at = now() where m.person = actor() and m.used_at is null and m.expires_at > now();
  delete from mail_address a where a.person = actor();
end;
comment on function mail_remove is 'The actor gets no mail any more, and no link that was mailed makes it otherwise.';
grant execute on function mail_ask, mail_confirm, mail_remove to chinhdanh_app;

-- From here on each notice to somebody who has an address is mailed as well.
create function mail_follows() returns trigger language plpgsql security definer set search_path = register, public, pg_temp as $$
begin
  insert into outgoing_mail (notice, person) select new.id, a.person from mail_address a where a.person = new.person and a.bounced_at is null
    and not (new.kind like 'campaign\_%' and objects(new.person, 'campaign_mail'));
  return null;
end $$;
create trigger mail_follows after insert on notice for each row execute function mail_follows();

-- Whoever has left is written to no more.
create function mail_ends() returns trigger language plpgsql security definer set search_path = register, public, pg_temp as $$
begin
  delete from mail_address where person = new.id;
  delete from mail_confirmation where person = new.id;
  return null;
end $$;
create trigger mail_ends after update of left_at on person for each row when (new.left_at is not null and old.left_at is null) execute function mail_ends();

create function mail_due() returns bigint language sql volatile security definer set search_path = register, public, pg_temp
begin atomic
  select count(*) from (select from outgoing_mail where due_at <= now() limit 1000 for no key update skip locked) waiting;
end;
comment on function mail_due is 'How many are due and in nobody''s hand, whatever the asking role may see: a job that claims nothing while work is due fails loudly.';
grant execute on function mail_due to chinhdanh_reminder;

create function mail_unsubscribe(key uuid) returns boolean language sql volatile security definer set search_path = register, public, pg_temp
begin atomic
  with ended as (update mail_address a set optional = false where a.unsubscribe = key returning 1) select exists (select from ended);
end;
comment on function mail_unsubscribe is 'Whoever shows the key of a letter ends the letters that may be left out. Twice is once; whose it is, nobody is told.';
create function mail_subscribed(key uuid) returns boolean language sql stable security definer set search_path = register, public, pg_temp
  return (select a.optional from mail_address a where a.unsubscribe = key);
comment on function mail_subscribed is 'Whether these letters still go out; nothing where there is no such key.';
grant execute on function mail_unsubscribe, mail_subscribed to chinhdanh_app;

-- A letter that came back. For good: nothing more is sent to that address until its person confirms one again.
create function mail_bounced(letter uuid, code text, for_good boolean) returns text language plpgsql security definer set search_path = register, public, pg_temp as $$
declare it outgoing_mail;
begin
  update outgoing_mail m set bounced_at = coalesce(m.bounced_at, now()), failed = code, due_at = null where m.notice = letter returning * into it;
  if it.notice is null then return 'unknown'; end if;
  if not for_good then return 'noted'; end if;
  update mail_address a set bounced_at = now() where a.person = it.person and a.bounced_at is null and a.confirmed_at <= it.made_at;
  return 'unreachable';
end $$;
comment on function mail_bounced is 'Notes that a letter came back. What comes back for good ends mail to the address that it went to, not to one confirmed since.';
grant execute on function mail_bounced to chinhdanh_operator, chinhdanh_reminder;

create function outbox(most int) returns table (address text, kind text, made_at timestamptz, sent_at timestamptz, waits boolean, tries int, failed text)
language sql stable security definer set search_path = register, public, pg_temp
begin atomic
  select a.address, n.kind, m.made_at, m.sent_at, m.due_at is not null, m.tries, m.failed
  from outgoing_mail m join notice n on n.id = m.notice left join mail_address a on a.person = m.person
    join person p on p.id = m.person
  where holds('administrator') and organises(p.unit) order by m.made_at desc, m.notice limit least(most, 500);
end;
comment on function outbox is 'What is to be mailed to people of what an administrator is over: where to and which kind; neither whose it is nor what it is about.';
grant execute on function outbox to chinhdanh_app;
grant execute on function holds to chinhdanh_keeper;

-- Last: from here on the owner of the tables has no right to these any more.
alter function tell owner to chinhdanh_keeper;
alter function tells_missing owner to chinhdanh_keeper;
alter function tells_lower_level owner to chinhdanh_keeper;
alter function tells_renewal owner to chinhdanh_keeper;
alter function tells_incident owner to chinhdanh_keeper;
alter function mail_ask owner to chinhdanh_keeper;
alter function mail_confirm owner to chinhdanh_keeper;
alter function mail_remove owner to chinhdanh_keeper;
alter function mail_follows owner to chinhdanh_keeper;
alter function mail_ends owner to chinhdanh_keeper;
alter function mail_due owner to chinhdanh_keeper;
alter function mail_unsubscribe owner to chinhdanh_keeper;
alter function mail_subscribed owner to chinhdanh_keeper;
alter function mail_bounced owner to chinhdanh_keeper;
alter function outbox owner to chinhdanh_keeper;
