-- 0034-push.sql: who wishes it has a browser say that something is new. What it says is the same for every notice, so a row names none of its words.
create table push_subscription (
  id uuid primary key default gen_random_uuid(),
  person uuid not null references person (id),
  endpoint text not null check (length(endpoint) between 12 and 2000 and endpoint like 'https://%'),
  p256dh text not null check (p256dh ~ '^[A-Za-z0-9_-]{87}$'),
  auth text not null check (auth ~ '^[A-Za-z0-9_-]{22}$'),
  label text not null check (length(label) <= 60),
  lang text not null check (lang in ('vi', 'en')),
  made_at timestamptz not null default now(),
  pushed_at timestamptz,
  not_before timestamptz not null default now(),
  tries int not null default 0,
  failed text check (failed ~ '^[A-Za-z0-9_]{1,40}$'),
  unique (person, endpoint)
);
comment on column push_subscription.id is 'personal: no. Random';
comment on column push_subscription.person is 'personal: yes. Whose browser';
comment on column push_subscription.endpoint is 'personal: yes. The address that the maker of the browser gave it; whoever has it can send there';
comment on column push_subscription.p256dh is 'personal: yes. Public key of the browser: what is sent is sealed for it alone';
comment on column push_subscription.auth is 'personal: yes. Secret of the browser that belongs to that key';
comment on column push_subscription.label is 'personal: yes. Browser and kind of device, so that its person knows which it is';
comment on column push_subscription.lang is 'personal: yes. In which language to say it';
comment on column push_subscription.made_at is 'personal: yes. When the person turned it on';
comment on column push_subscription.pushed_at is 'personal: yes. When the push service last took something';
comment on column push_subscription.not_before is 'personal: no. Nothing is sent there earlier: after one that went or failed';
comment on column push_subscription.tries is 'personal: no. How often it failed since';
comment on column push_subscription.failed is 'personal: no. Code of the last failure, never its text';

-- One row a notice and browser, gone as soon as it is settled.
create table outgoing_push (
  subscription uuid not null references push_subscription (id) on delete cascade,
  notice uuid not null references notice (id) on delete cascade,
  due_at timestamptz not null default now(),
  primary key (subscription, notice)
);
create index outgoing_push_notice on outgoing_push (notice);
create index outgoing_push_due on outgoing_push (due_at, subscription);
comment on column outgoing_push.subscription is 'personal: no. Which browser is to say it';
comment on column outgoing_push.notice is 'personal: no. What it is to say that there is something new for';
comment on column outgoing_push.due_at is 'personal: no. Not on its account before: what may be left out waits for the morning';

do $$ declare t text; begin
  foreach t in array array['push_subscription', 'outgoing_push'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
  end loop;
end $$;

-- Its own person sees it and takes it back. It comes about by push_keep alone. The keys are read by who sends.
grant select (id, person, endpoint, label, made_at, pushed_at, failed), delete on push_subscription to chinhdanh_app;
create policy own on push_subscription for select to chinhdanh_app using (person = actor());
create policy own_ends on push_subscription for delete to chinhdanh_app using (person = actor() and token_allows('declare'));

grant select, insert, update, delete on push_subscription to chinhdanh_keeper;
grant select, insert, delete on outgoing_push to chinhdanh_keeper;
create policy keeper on push_subscription to chinhdanh_keeper using (true) with check (true);
create policy keeper on outgoing_push to chinhdanh_keeper using (true) with check (true);

-- Who sends is told where, and which kinds: no name, and no page.
grant select (id, endpoint, p256dh, auth, lang, not_before, tries), update (pushed_at, not_before, tries, failed), delete on push_subscription to chinhdanh_reminder;
grant select, update (due_at), delete on outgoing_push to chinhdanh_reminder;
grant select (seen_at) on notice to chinhdanh_reminder;
create policy reminder on push_subscription to chinhdanh_reminder using (true) with check (true);
create policy reminder on outgoing_push to chinhdanh_reminder using (true) with check (true);

create function push_keep(address text, key text, secret text, named text, language text) returns uuid language plpgsql security definer set search_path = register, public, pg_temp as $$
declare kept uuid;
begin
  perform token_needs('declare');
  if actor() is null then return null; end if;
  perform pg_advisory_xact_lock(hashtextextended('push ' || actor(), 0));
  if (select count(*) from push_subscription s where s.person = actor() and s.endpoint <> address) >= 10 then return null; end if;
  insert into push_subscription as s (person, endpoint, p256dh, auth, label, lang) values (actor(), address, key, secret, named, language)
  on conflict (person, endpoint) do update set p256dh = key, auth = secret, label = named, lang = language, failed = null, tries = 0
  returning s.id into kept;
  return kept;
end $$;
comment on function push_keep is 'Keeps a browser of the actor''s; the same one twice is one. Ten at most: then nothing is kept and nothing given.';
grant execute on function push_keep to chinhdanh_app;

create function push_follows() returns trigger language plpgsql security definer set search_path = register, public, pg_temp as $$
begin
  insert into outgoing_push (subscription, notice) select s.id, new.id from push_subscription s where s.person = new.person;
  return null;
end $$;
comment on function push_follows is 'From here on each notice waits for every browser that its person turned on.';
create trigger push_follows after insert on notice for each row execute function push_follows();

-- Whoever has left is told no more, and no address of a browser of theirs is kept.
create function push_ends() returns trigger language plpgsql security definer set search_path = register, public, pg_temp as $$
begin
  delete from push_subscription where person = new.id;
  return null;
end $$;
comment on function push_ends is 'Deletes the browsers of who leaves.';
create trigger push_ends after update of left_at on person for each row when (new.left_at is not null and old.left_at is null) execute function push_ends();

create function push_due() returns bigint language sql volatile security definer set search_path = register, public, pg_temp
begin atomic
  select count(*) from (select from push_subscription s where s.not_before <= now() and exists (select from outgoing_push o where o.subscription = s.id and o.due_at <= now())
    limit 1000 for no key update of s skip locked) waiting;
end;
comment on function push_due is 'How many browsers are due and in nobody''s hand, whatever the asking role may see: a job that claims nothing while work is due fails loudly.';
grant execute on function push_due to chinhdanh_reminder;

create trigger token_scope before insert or update or delete on push_subscription for each statement execute function token_is_scoped('declare');
create trigger token_scope before insert or update or delete on outgoing_push for each statement execute function token_is_scoped();

alter function push_keep owner to chinhdanh_keeper;
alter function push_follows owner to chinhdanh_keeper;
alter function push_ends owner to chinhdanh_keeper;
alter function push_due owner to chinhdanh_keeper;
