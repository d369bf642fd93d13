-- 0023-recovery.sql: who lost every passkey gets a new one by two officers and 72 hours; a link by mail; what is told of every way in.

create table recovery (
  id uuid primary key default gen_random_uuid(),
  person uuid not null references person (id),
  state text not null check (state in ('asked', 'started', 'waiting', 'done', 'stopped', 'lapsed')),
  stop_key uuid not null unique default gen_random_uuid(),
  asked_by text not null check (asked_by in ('person', 'officer')),
  asked_at timestamptz not null default now(),
  recognised text check (recognised in ('known', 'paper', 'call_back')),
  started_by uuid references person (id),
  started_by_name text,
  started_by_unit text,
  started_at timestamptz,
  agreed_by uuid references person (id),
  agreed_by_name text,
  agreed_by_unit text,
  agreed_at timestamptz,
  opens_at timestamptz,
  reminded_at timestamptz,
  given_at timestamptz,
  given_by_name text,
  ended_at timestamptz,
  stopped_by text check (stopped_by in ('person', 'link', 'officer')),
  check ((started_by is null) = (recognised is null) and (started_by is null) = (started_at is null)),
  check (state not in ('started', 'waiting', 'done') or started_by is not null),
  check (state not in ('waiting', 'done') or (agreed_by is not null and opens_at is not null)),
  check (started_by <> person and agreed_by <> person and agreed_by <> started_by),
  check (opens_at >= agreed_at + interval '72 hours'),
  check ((state in ('done', 'stopped', 'lapsed')) = (ended_at is not null)),
  check ((state = 'stopped') = (stopped_by is not null))
);
create unique index recovery_open on recovery (person) where state in ('asked', 'started', 'waiting');
create index recovery_person on recovery (person, asked_at desc);
create index recovery_started_by on recovery (started_by) where state = 'started';
comment on column recovery.id is 'personal: no. Random';
comment on column recovery.person is 'personal: yes. Who lost every passkey';
comment on column recovery.state is 'personal: no. Where it stands; recovery_steps() says from where to where';
comment on column recovery.stop_key is 'personal: no. Known to its person and in their mail alone: who has it stops the recovery, and can do nothing else';
comment on column recovery.asked_by is 'personal: no. The person, at the public page, or an officer for them';
comment on column recovery.asked_at is 'personal: no. When';
comment on column recovery.recognised is 'personal: no. How the first officer saw who it is';
comment on column recovery.started_by is 'personal: yes. The first officer';
comment on column recovery.started_by_name is 'personal: yes. Name of the first officer, on that day';
comment on column recovery.started_by_unit is 'personal: no. Unit of the first officer, on that day';
comment on column recovery.started_at is 'personal: no. When the first officer had seen the person';
comment on column recovery.agreed_by is 'personal: yes. The second officer';
comment on column recovery.agreed_by_name is 'personal: yes. Name of the second officer, on that day';
comment on column recovery.agreed_by_unit is 'personal: no. Unit of the second officer, on that day';
comment on column recovery.agreed_at is 'personal: no. When the second officer agreed; the 72 hours begin';
comment on column recovery.opens_at is 'personal: no. From when on a new passkey can be made; later where the second notice went out late';
comment on column recovery.reminded_at is 'personal: no. When the person was told for the second time';
comment on column recovery.given_at is 'personal: no. When the link was last handed over';
comment on column recovery.given_by_name is 'personal: yes. Name of the officer who handed it over, on that day';
comment on column recovery.ended_at is 'personal: no. When it was done, stopped or lapsed';
comment on column recovery.stopped_by is 'personal: no. Its person, whoever had the link of the notice, or an officer';

alter table invitation add column recovery uuid references recovery (id);
create index invitation_recovery on invitation (recovery) where recovery is not null;
comment on column invitation.recovery is 'personal: no. The recovery it belongs to: by using it every older way in ends';
alter table recovery enable row level security; alter table recovery force row level security;
grant select on recovery to chinhdanh_app;
create policy own on recovery for select to chinhdanh_app using (person = actor());
grant select, insert, update on recovery to chinhdanh_keeper;
create policy keeper on recovery to chinhdanh_keeper using (true) with check (true);

-- The whole of it: from where, by what, to where. A step that does not stand here is refused, whoever takes it.
create function recovery_steps() returns table (before text, act text, after text) language sql immutable
begin atomic
  select * from (values
    ('-',       'the person asks, at the public page',           'asked'),
    ('-',       'an officer saw the person',                     'started'),
    ('asked',   'an officer saw the person',                     'started'),
    ('started', 'a second officer agrees',                       'waiting'),
    ('started', 'the first officer hands over',                  'asked'),
    ('waiting', '72 hours later the link is used',               'done'),
    ('asked',   'stopped by the person, the link or an officer', 'stopped'),
    ('started', 'stopped by the person, the link or an officer', 'stopped'),
    ('waiting', 'stopped by the person, the link or an officer', 'stopped'),
    ('asked',   'nothing for 14 days, or the person left',       'lapsed'),
    ('started', 'nothing for 14 days, or the person left',       'lapsed'),
    ('waiting', 'nothing for 14 days, or the person left',       'lapsed')
  ) as step (before, act, after);
end;
comment on function recovery_steps is 'The state machine of a recovery.';

create function recovery_standing(r recovery) returns text language sql stable
  return case
    when r.state in ('asked', 'started') and coalesce(r.started_at, r.asked_at) < now() - interval '14 days' then 'lapsed'
    when r.state = 'waiting' and r.opens_at < now() - interval '14 days' then 'lapsed'
    when r.state = 'waiting' and r.opens_at <= now() and r.reminded_at is not null then 'ready'
    else r.state end;
comment on function recovery_standing is 'Where it stands now, by the clock of the database: after 72 hours and two notices it is ready, after 14 days of nothing it has lapsed.';
grant execute on function recovery_standing to chinhdanh_app, chinhdanh_keeper;

create function recovery_steps_on() returns trigger language plpgsql security definer set search_path = register, public, pg_temp as $$
begin
  if not exists (select from recovery_steps() s where s.before = case when tg_op = 'INSERT' then '-' else old.state end and s.after = new.state) then
    raise exception 'a recovery does not go from % to %', case when tg_op = 'INSERT' then '-' else old.state end, new.state using errcode = '42501';
  end if;
  return new;
end $$;
create trigger recovery_steps_on_insert before insert on recovery for each row execute function recovery_steps_on();
create trigger recovery_steps_on_update before update of state on recovery for each row when (old.state <> new.state) execute function recovery_steps_on();

-- The one unit that keeps the person, and the next above it that has an officer: whoever serves there may be the second.
create function recovery_units(of_unit uuid) returns setof uuid language sql stable security definer set search_path = register, public, pg_temp
begin atomic
  with kept as (select next_keeper(of_unit) as id)
  select id from kept where id is not null
  union
  select next_keeper(u.parent) from kept join unit u on u.id = kept.id where next_keeper(u.parent) is not null;
end;

create function may_second(asked uuid) returns boolean language sql stable security definer set search_path = register, public, pg_temp
  return exists (
    select from recovery r join person p on p.id = r.person join role_held mine on mine.person = actor() and mine.role = 'officer' and serving(mine)
    where r.id = asked and recovery_standing(r) = 'started' and r.person <> actor() and r.started_by <> actor()
      and (p.left_at is null or p.left_at > now()) and mine.unit in (select recovery_units(p.unit)));
comment on function may_second is 'Is the actor an officer of the unit that keeps this person, or of the one above, and neither the person nor the first officer?';

create function may_recover(asked uuid) returns boolean language sql stable security definer set search_path = register, public, pg_temp
  return exists (select from recovery r where r.id = asked and r.person <> actor() and kept_in(r.person) is not null);
comment on function may_recover is 'Does the actor keep the register of the person whose recovery this is?';
create function seconded(asked uuid) returns boolean language sql stable security definer set search_path = register, public, pg_temp
  return exists (select from recovery r join role_held mine on mine.person = r.agreed_by and mine.role = 'officer' and serving(mine)
    where r.id = asked and r.agreed_by = actor());
comment on function seconded is 'Did the actor, who is still an officer, agree to this recovery?';
grant execute on function may_second, may_recover, seconded to chinhdanh_app;

-- First the row that the person sees.
create function seconds_for(subject uuid) returns boolean language sql stable security definer set search_path = register, public, pg_temp
  return exists (select from recovery r where r.person = subject and may_second(r.id));
grant execute on function seconds_for to chinhdanh_app;
create policy officer_recovers on access for insert to chinhdanh_app with check (
  channel = 'web' and purpose = 'recovery' and fields = 'roll' and subject is not null and subject <> actor() and verified_lately() and not by_token()
  and (keeps(subject) or seconds_for(subject)));

create function recovery_officers(asked uuid, which text) returns setof uuid language sql stable security definer set search_path = register, public, pg_temp
begin atomic
  select distinct held.person
  from recovery r join person p on p.id = r.person join role_held held on held.role = 'officer' and serving(held) and held.person <> p.id
  where r.id = asked and case recovery_officers.which
    when 'second' then held.unit in (select recovery_units(p.unit)) and held.person <> r.started_by
    when 'took part' then held.person in (r.started_by, r.agreed_by)
    when 'keeps' then held.unit = next_keeper(p.unit) end;
end;
comment on function recovery_officers is 'Whom a recovery concerns: who keeps the person now, who could be the second, or who took part.';

-- What nobody has touched for 14 days makes room for a new one.
create function recovery_lapses(whom uuid) returns void language sql security definer set search_path = register, public, pg_temp
begin atomic
  select pg_advisory_xact_lock(hashtextextended('recovery ' || whom, 0));
  update recovery r set state = 'lapsed', ended_at = now()
    where r.person = whom and r.state in ('asked', 'started', 'waiting') and recovery_standing(r) = 'lapsed';
end;

create function recovery_ask(known text) returns void language plpgsql security definer set search_path = register, public, pg_temp as $$
declare
  lost uuid;
  made uuid;
  key uuid;
begin
  select p.id into lost from person p where p.unit is not null and (p.left_at is null or p.left_at > now()) and (p.ref = btrim(known)
    or p.id = (select (array_agg(a.person))[1] from mail_address a where lower(a.address) = lower(btrim(known)) having count(*) = 1)) limit 1;
  if lost is null then return; end if;
  perform recovery_lapses(lost);
  if exists (select from recovery r where r.person = lost and r.state in ('asked', 'started', 'waiting'))
    or exists (select from recovery r where r.person = lost and r.state = 'stopped' and r.ended_at > now() - interval '7 days')
    or (select count(*) from recovery r where r.person = lost and r.asked_at > now() - interval '30 days') >= 3 then return; end if;
  insert into recovery (person, state, asked_by) values (lost, 'asked', 'person') returning id, stop_key into made, key;
  perform tell(lost, 'recovery_asked', made::text, key);
  perform tell(officer, 'recovery_to_start', made::text, made) from recovery_officers(made, 'keeps') as officer;
end $$;
comment on function recovery_ask is 'By anybody, for the number or the confirmed mail address of somebody. It says nothing of whether there is such a person. One at a time, three a month, and none for a week after one was stopped.';

create function recovery_start(subject uuid, how text) returns text language plpgsql security definer set search_path = register, public, pg_temp as $$
declare
  open recovery;
  made uuid;
  key uuid;
begin
  if actor() is null or subject = actor() or kept_in(subject) is null then return 'not_found'; end if;
  if not verified_lately() or by_token() or not said_before(subject, 'recovery') then raise exception 'first the row, by who showed who they are' using errcode = '42501'; end if;
  if exists (select from role_held held where held.person = subject and for_two(held.role) and serving(held)) then return 'recovery_bears_role'; end if;
  perform recovery_lapses(subject);
  select * into open from recovery r where r.person = subject and r.state in ('asked', 'started', 'waiting') for update;
  if open.state in ('started', 'waiting') then return case when open.started_by = actor() then 'started' else 'recovery_open' end; end if;
  if open.id is null then
    insert into recovery (person, state, asked_by, recognised, started_by, started_by_name, started_by_unit, started_at)
      select subject, 'started', 'officer', how, me.id, me.name, u.name, now() from person me left join unit u on u.id = me.unit where me.id = actor() returning id, stop_key into made, key;
    perform tell(subject, 'recovery_asked', made::text, key);
  else
    made := open.id;
    update recovery r set state = 'started', recognised = how, started_by = me.id, started_by_name = me.name, started_by_unit = u.name, started_at = now()
      from person me left join unit u on u.id = me.unit where me.id = actor() and r.id = made;
  end if;
  perform tell(officer, 'recovery_to_agree', made || '.' || actor(), made) from recovery_officers(made, 'second') as officer;
  return 'started';
end $$;
comment on function recovery_start is 'The first officer, who keeps the unit, has seen the person. Not for who decides about others: their role was given by two administrators.';

create function recovery_agree(asked uuid) returns text language plpgsql security definer set search_path = register, public, pg_temp as $$
declare open recovery;
begin
  select * into open from recovery r where r.id = asked for update;
  if open.state = 'waiting' and open.agreed_by = actor() then return 'agreed'; end if;
  if not may_second(asked) then return 'not_found'; end if;
  if not verified_lately() or by_token() or not said_before(open.person, 'recovery') then raise exception 'first the row, by who showed who they are' using errcode = '42501'; end if;
  update recovery r set state = 'waiting', agreed_by = me.id, agreed_by_name = me.name, agreed_by_unit = u.name, agreed_at = now(), opens_at = now() + interval '72 hours'
    from person me left join unit u on u.id = me.unit where me.id = actor() and r.id = asked;
  -- From here the 72 hours run.
  perform tell(open.person, 'recovery_waiting', asked::text, open.stop_key);
  return 'agreed';
end $$;
comment on function recovery_agree is 'The second officer. The person is told at once by every way they have.';

create function recovery_end(asked uuid, who text) returns text language plpgsql security definer set search_path = register, public, pg_temp as $$
declare open recovery;
begin
  perform from invitation i where i.recovery = asked for update; -- the link first, then the recovery: as using it does
  select * into open from recovery r where r.id = asked for update;
  if open.state = 'stopped' then return 'stopped'; end if;
  if open.state in ('done', 'lapsed') then return 'recovery_over'; end if;
  update invitation i set expires_at = now() where i.recovery = asked and i.used_at is null and i.expires_at > now();
  update recovery r set state = 'stopped', stopped_by = who, ended_at = now() where r.id = asked;
  perform tell(open.person, 'recovery_stopped', asked::text, open.stop_key);
  if who <> 'officer' then perform tell(officer, 'recovery_stopped_work', asked::text, asked) from recovery_officers(asked, 'took part') as officer; end if;
  return 'stopped';
end $$;

create function recovery_stop(asked uuid) returns text language plpgsql security definer set search_path = register, public, pg_temp as $$
begin
  if exists (select from recovery r where r.id = asked and (kept_in(r.person) is not null or may_second(asked)) and r.person <> actor()) then return recovery_end(asked, 'officer'); end if;
  return 'not_found';
end $$;
comment on function recovery_stop is 'By an officer who keeps the person, or who was to agree.';

create function recovery_stop_by(key uuid) returns text language plpgsql security definer set search_path = register, public, pg_temp as $$
declare open recovery;
begin
  select * into open from recovery r where r.stop_key = key;
  if open.id is null then return 'not_found'; end if;
  return recovery_end(open.id, case when open.person = actor() then 'person' else 'link' end);
end $$;
comment on function recovery_stop_by is '"This was not me": by its person, or by whoever has the link of the notice.';

create function recovery_told(key uuid) returns table (state text, opens_at timestamptz) language sql stable security definer set search_path = register, public, pg_temp
begin atomic
  select recovery_standing(r), r.opens_at from recovery r where r.stop_key = key;
end;
comment on function recovery_told is 'Where a recovery stands, for whoever has the link of the notice. It names nobody.';

create function recovery_give(asked uuid, secret bytea) returns text language plpgsql security definer set search_path = register, public, pg_temp as $$
declare open recovery;
begin
  select * into open from recovery r where r.id = asked for update;
  if open.id is null or open.person = actor() or kept_in(open.person) is null then return 'not_found'; end if;
  if recovery_standing(open) <> 'ready' then return 'recovery_not_ready'; end if;
  if not verified_lately() or by_token() or not said_before(open.person, 'recovery') then raise exception 'first the row, by who showed who they are' using errcode = '42501'; end if;
  insert into invitation (hash, person, recovery) values (secret, open.person, asked);
  update recovery r set given_at = now(), given_by_name = (select name from person where id = actor()) where r.id = asked;
  return 'given';
end $$;
comment on function recovery_give is 'After the 72 hours: a link for one use, for the officer who keeps the unit to hand over.';
grant execute on function recovery_ask, recovery_start, recovery_agree, recovery_stop, recovery_stop_by, recovery_told, recovery_give to chinhdanh_app;
grant insert (hash, person, recovery) on invitation to chinhdanh_keeper;

-- By using the link, and not before, every older way in ends.
create function recovery_used() returns trigger language plpgsql security definer set search_path = register, public, pg_temp as $$
declare open recovery;
begin
  select * into open from recovery r where r.id = new.recovery for update;
  if recovery_standing(open) <> 'ready' then return null; end if;
  delete from passkey where person = new.person;
  delete from session where person = new.person;
  update api_token set revoked_at = now() where person = new.person and revoked_at is null;
  update sign_in_code c set expires_at = now() where c.person = new.person and c.used_at is null and c.expires_at > now();
  update recovery r set state = 'done', ended_at = now() where r.id = open.id;
  perform tell(open.person, 'recovery_done', open.id::text, open.stop_key);
  return new;
end $$;
create trigger recovery_used before update of used_at on invitation for each row
  when (new.recovery is not null and old.used_at is null and new.used_at is not null) execute function recovery_used();
grant select (person), delete on passkey to chinhdanh_keeper;
create policy keeper_shuts on passkey to chinhdanh_keeper using (true);

create function recovery_leaves() returns trigger language plpgsql security definer set search_path = register, public, pg_temp as $$
begin
  update invitation i set expires_at = now() where i.person = new.id and i.recovery is not null and i.used_at is null and i.expires_at > now();
  update recovery r set state = 'lapsed', ended_at = now() where r.person = new.id and r.state in ('asked', 'started', 'waiting');
  return null;
end $$;
create trigger recovery_leaves after update of left_at on person for each row when (new.left_at is not null and old.left_at is null) execute function recovery_leaves();

-- The first officer's term has ended before a second agreed: whoever keeps the unit now sees the person anew.
create function recoveries_go_back(officer uuid, over uuid) returns void language plpgsql security definer set search_path = register, public, pg_temp as $$
declare one uuid;
begin
  for one in update recovery r set state = 'asked', recognised = null, started_by = null, started_by_name = null, started_by_unit = null, started_at = null
      from person p, unit here, unit top where r.started_by = officer and r.state = 'started' and recovery_standing(r) = 'started'
        and p.id = r.person and here.id = p.unit and top.id = over and here.path operator(public.<@) top.path returning r.id loop
    perform tell(next, 'recovery_to_start', one || '.' || over, one) from recovery_officers(one, 'keeps') as next;
  end loop;
end $$;

create function settle_recoveries() returns int language plpgsql security definer set search_path = register, public, pg_temp as $$
declare
  one recovery;
  done int := 0;
begin
  for one in select * from recovery r where r.state in ('asked', 'started', 'waiting') and (recovery_standing(r) in ('lapsed', 'ready')
      or (r.state = 'waiting' and r.reminded_at is null and r.opens_at <= now() + interval '24 hours 15 minutes'))
      order by r.asked_at limit 1000 for update skip locked loop
    if recovery_standing(one) = 'lapsed' then
      update recovery r set state = 'lapsed', ended_at = now() where r.id = one.id;
    elsif recovery_standing(one) = 'ready' then
      perform tell(officer, 'recovery_ready', one.id::text, one.id) from recovery_officers(one.id, 'keeps') as officer;
    else
      update recovery r set reminded_at = now(), opens_at = greatest(r.opens_at, now() + interval '24 hours') where r.id = one.id;
      perform tell(one.person, 'recovery_soon', one.id::text, one.stop_key);
    end if;
    done := done + 1;
  end loop;
  return done;
end $$;
comment on function settle_recoveries is 'As the reminder: tells the person a second time, a day before the end; where that is late, the end is later. Twice is once.';
grant execute on function settle_recoveries to chinhdanh_reminder;

create type recovery_line as (id uuid, person uuid, name text, office text, unit_name text, state text, asked_by text, asked_at timestamptz, recognised text,
  started_by_name text, started_by_unit text, started_at timestamptz, agreed_by_name text, agreed_by_unit text, agreed_at timestamptz, opens_at timestamptz, reminded_at timestamptz,
  given_at timestamptz, given_by_name text, ended_at timestamptz, stopped_by text, keeps boolean, agrees boolean, seconds bigint);
create function recovery_line_of(r recovery) returns setof recovery_line language sql stable security definer set search_path = register, public, pg_temp
begin atomic
  select r.id, r.person, p.name, p.office, u.name, recovery_standing(r), r.asked_by, r.asked_at, r.recognised, r.started_by_name, r.started_by_unit, r.started_at,
    r.agreed_by_name, r.agreed_by_unit, r.agreed_at, r.opens_at, r.reminded_at, r.given_at, r.given_by_name, r.ended_at, r.stopped_by, kept_in(p.id) is not null, may_second(r.id),
    (select count(distinct held.person) from role_held held where held.unit in (select recovery_units(p.unit)) and held.role = 'officer' and serving(held)
      and held.person <> p.id and held.person is distinct from coalesce(r.started_by, actor()))
  from person p left join unit u on u.id = p.unit where p.id = r.person;
end;
create function recoveries_seen() returns setof recovery_line language sql stable security definer set search_path = register, public, pg_temp
begin atomic
  select line.* from (
    select distinct r.id from role_held mine join unit top on top.id = mine.unit join unit here on here.path operator(public.<@) top.path
      join person p on p.unit = here.id join recovery r on r.person = p.id and r.state in ('asked', 'started', 'waiting') and recovery_standing(r) <> 'lapsed'
    where mine.person = actor() and mine.role = 'officer' and serving(mine) and r.person <> actor()
  ) near join recovery r on r.id = near.id, recovery_line_of(r) line
  where line.keeps or line.agrees order by r.asked_at limit 200;
end;
comment on function recoveries_seen is 'Open recoveries that wait for the actor, as the officer who keeps the person or as the second.';
create function recovery_seen(asked uuid) returns setof recovery_line language sql stable security definer set search_path = register, public, pg_temp
begin atomic
  select line.* from recovery r, recovery_line_of(r) line where r.id = asked and r.person <> actor() and (may_recover(asked) or may_second(asked) or seconded(asked));
end;
create function recovery_open_of(whom uuid) returns setof recovery_line language sql stable security definer set search_path = register, public, pg_temp
begin atomic
  select line.* from recovery r, recovery_line_of(r) line
  where r.person = whom and whom <> actor() and kept_in(whom) is not null and r.state in ('asked', 'started', 'waiting') and recovery_standing(r) <> 'lapsed';
end;
grant execute on function recoveries_seen, recovery_seen, recovery_open_of to chinhdanh_app;

-- One officer alone lets in only who has no passkey; who had one and lost it takes two.
create function has_passkey(subject uuid) returns boolean language sql stable security definer set search_path = register, public, pg_temp
  return (subject = actor() or kept_in(subject) is not null) and exists (select from passkey where person = subject);
comment on function has_passkey is 'Told of oneself, and to the officer who keeps the person.';
grant execute on function has_passkey to chinhdanh_app;
create policy by_two_where_a_passkey_is on invitation as restrictive for insert to chinhdanh_app with check (not has_passkey(person));

-- A code that somebody handed over, or a mailbox, lets its holder in and makes no lasting way in beside a passkey that is there.
create function came_strongly() returns boolean language sql stable security definer set search_path = register, public, pg_temp
  return came_by() is null or not has_passkey(actor()) or exists (
    select from session s where s.hash = came_by() and s.person = actor() and s.how not in ('code', 'mail'));
comment on function came_strongly is 'Did the actor come by a passkey, the provider or an invitation, or is there no passkey to come by?';
grant execute on function came_strongly to chinhdanh_app;
create policy strongly on passkey as restrictive for insert to chinhdanh_app with check (came_strongly());
create policy strongly on api_token as restrictive for insert to chinhdanh_app with check (came_strongly());

-- The person hears of every way in that begins or ends.
create function tells_way_in() returns trigger language plpgsql security definer set search_path = register, public, pg_temp as $$
begin
  -- Only of what the acts do: a register that is filled by hand has nothing to tell.
  if session_user not in ('chinhdanh_app', 'chinhdanh_operator') then return null; end if;
  if tg_table_name = 'passkey' and tg_op = 'INSERT' then perform tell(new.person, 'passkey_added', new.id::text, new.id);
  elsif tg_table_name = 'passkey' then perform tell(old.person, 'passkey_removed', old.id::text, old.id);
  elsif tg_op = 'INSERT' then perform tell(new.person, 'token_added', new.id::text, new.id);
  else perform tell(new.person, 'token_revoked', new.id::text, new.id);
  end if;
  return null;
end $$;
create trigger tells_way_in after insert or delete on passkey for each row execute function tells_way_in();
create trigger tells_way_in after insert on api_token for each row execute function tells_way_in();
create trigger tells_way_in_revoked after update of revoked_at on api_token for each row when (old.revoked_at is null and new.revoked_at is not null) execute function tells_way_in();

-- A link by mail ---------------------------------------------------------------------------------------------------------------------
create table sign_in_link (
  hash bytea primary key,
  person uuid not null references person (id),
  made_at timestamptz not null default now(),
  expires_at timestamptz not null default now() + interval '15 minutes',
  used_at timestamptz
);
create index sign_in_link_person on sign_in_link (person, made_at);
comment on column sign_in_link.hash is 'personal: no. SHA-256 of the secret in the link that was mailed';
comment on column sign_in_link.person is 'personal: yes. Who may sign in with it';
comment on column sign_in_link.made_at is 'personal: no. When it was mailed';
comment on column sign_in_link.expires_at is 'personal: no. Fifteen minutes later';
comment on column sign_in_link.used_at is 'personal: no. When it was used, once';
alter table sign_in_link enable row level security; alter table sign_in_link force row level security;
grant select, update (used_at) on sign_in_link to chinhdanh_app;
create policy shown on sign_in_link for select to chinhdanh_app using (hash = bearer());
create policy spent on sign_in_link for update to chinhdanh_app using (hash = bearer() and used_at is null and expires_at > now()) with check (hash = bearer());
grant select, insert (hash, person), update (expires_at), delete on sign_in_link to chinhdanh_keeper;
create policy keeper on sign_in_link to chinhdanh_keeper using (true) with check (true);

create function sign_in_link_for(whom uuid, secret bytea) returns boolean language plpgsql security definer set search_path = register, public, pg_temp as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('sign_in_link ' || whom, 0));
  delete from sign_in_link l where l.person = whom and l.made_at < now() - interval '1 day';
  if not exists (select from mail_address a join person p on p.id = a.person where a.person = whom and (p.left_at is null or p.left_at > now()))
    or exists (select from sign_in_link l where l.person = whom and l.made_at > now() - interval '1 minute')
    or (select count(*) from sign_in_link l where l.person = whom) >= 10 then return false; end if;
  update sign_in_link l set expires_at = now() where l.person = whom and l.used_at is null and l.expires_at > now();
  insert into sign_in_link (hash, person) values (secret, whom);
  return true;
end $$;
comment on function sign_in_link_for is 'Keeps the secret that is mailed to somebody who confirmed an address; only the newest counts. One a minute, ten a day: nobody is flooded from here.';
grant execute on function sign_in_link_for to chinhdanh_reminder;

-- Functions of others that these call.
grant execute on function by_token, came_by to chinhdanh_keeper;

-- Last: from here on the owner of the tables has no right to these any more.
alter function recovery_steps owner to chinhdanh_keeper;
alter function recovery_steps_on owner to chinhdanh_keeper;
alter function recovery_units owner to chinhdanh_keeper;
alter function may_second owner to chinhdanh_keeper;
alter function may_recover owner to chinhdanh_keeper;
alter function seconded owner to chinhdanh_keeper;
alter function seconds_for owner to chinhdanh_keeper;
alter function recovery_officers owner to chinhdanh_keeper;
alter function recovery_lapses owner to chinhdanh_keeper;
alter function recovery_ask owner to chinhdanh_keeper;
alter function recovery_start owner to chinhdanh_keeper;
alter function recovery_agree owner to chinhdanh_keeper;
alter function recovery_end owner to chinhdanh_keeper;
alter function recovery_stop owner to chinhdanh_keeper;
alter function recovery_stop_by owner to chinhdanh_keeper;
alter function recovery_told owner to chinhdanh_keeper;
alter function recovery_give owner to chinhdanh_keeper;
alter function recovery_used owner to chinhdanh_keeper;
alter function recovery_leaves owner to chinhdanh_keeper;
alter function recoveries_go_back owner to chinhdanh_keeper;
alter function settle_recoveries owner to chinhdanh_keeper;
alter function recovery_line_of owner to chinhdanh_keeper;
alter function recoveries_seen owner to chinhdanh_keeper;
alter function recovery_seen owner to chinhdanh_keeper;
alter function recovery_open_of owner to chinhdanh_keeper;
alter function has_passkey owner to chinhdanh_keeper;
alter function came_strongly owner to chinhdanh_keeper;
alter function tells_way_in owner to chinhdanh_keeper;
alter function sign_in_link_for owner to chinhdanh_keeper;
