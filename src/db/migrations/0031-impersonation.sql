-- 0031-impersonation.sql: a page that uses the name of a listed person: reported by anybody, denied by the person, found so by a reviewer, and only then said in public.
create sequence impersonation_number;
create table impersonation (
  id uuid primary key,
  number text not null unique,
  code text not null unique,
  canonical text not null,
  platform text not null,
  uid text,
  person uuid not null references person (id),
  ways text[] not null check (cardinality(ways) > 0 and ways <@ array['name', 'photograph', 'office', 'money', 'links']),
  stage text not null default 'asked' check (stage in ('asked', 'denied', 'found', 'objected')),
  reported_at timestamptz not null default now(),
  denied_at timestamptz,
  found_at timestamptz,
  found_on date,
  found_by uuid references person (id),
  reasons text[] not null default '{}' check (reasons <@ array['name', 'photograph', 'office', 'money', 'links']),
  objection text check (objection in ('own_name', 'says_so', 'changed', 'gone')),
  objection_code text unique,
  objected_at timestamptz,
  heard text[] not null default '{}',
  closed_at timestamptz,
  outcome text check (outcome in ('mine', 'not_imitation', 'lifted', 'not_answered', 'not_decided', 'objection_not_decided', 'lapsed', 'removed', 'changed', 'confirmed_here', 'left')),
  check ((closed_at is null) = (outcome is null)),
  check ((stage in ('found', 'objected')) <= (denied_at is not null and found_at is not null and found_by is not null and cardinality(reasons) > 0)),
  check ((stage = 'objected') <= (objection is not null and objected_at is not null))
);
create unique index impersonation_once on impersonation (canonical, person) where closed_at is null;
create index impersonation_address on impersonation (canonical, person, closed_at);
create index impersonation_person on impersonation (person);
create index impersonation_open on impersonation (stage) where closed_at is null;
comment on column impersonation.id is 'personal: no. UUIDv7';
comment on column impersonation.number is 'personal: no. Short number, M-0001: what the access row names';
comment on column impersonation.code is 'personal: no. Receipt code: whoever reports this page about this person gets the same one';
comment on column impersonation.canonical is 'personal: yes. The reported address';
comment on column impersonation.platform is 'personal: no. Its platform';
comment on column impersonation.uid is 'personal: yes. Permanent id of the account, where the address holds it';
comment on column impersonation.person is 'personal: yes. Whom it is said to imitate: somebody who chose to be listed';
comment on column impersonation.ways is 'personal: no. How, from a closed list, as reported';
comment on column impersonation.stage is 'personal: no. asked: the person has not answered; denied: not theirs, waits for a reviewer; found: said in public; objected: said in public, with an objection open';
comment on column impersonation.reported_at is 'personal: no. When it was reported first; how often, is not kept';
comment on column impersonation.denied_at is 'personal: no. When the person said that it is not theirs';
comment on column impersonation.found_at is 'personal: no. When a reviewer found it so';
comment on column impersonation.found_on is 'personal: no. That day in the zone of the register: 180 days later it lapses';
comment on column impersonation.found_by is 'personal: yes. Which reviewer found it so; never decides an objection against it';
comment on column impersonation.reasons is 'personal: no. By what, from the same closed list, as found; said in public';
comment on column impersonation.objection is 'personal: no. Ground of an objection, from a closed list: it is the name of whoever runs it, it says that it is parody, fan or comment, it has changed, it is gone';
comment on column impersonation.objection_code is 'personal: no. Receipt code of the objection';
comment on column impersonation.objected_at is 'personal: no. When it was made';
comment on column impersonation.heard is 'personal: no. Grounds on which an objection was decided before';
comment on column impersonation.closed_at is 'personal: no. When it ended';
comment on column impersonation.outcome is 'personal: no. How: mine, not_imitation and lifted (by reviewers), not_answered, not_decided and objection_not_decided (in time), lapsed, removed and changed (said by the person), confirmed_here (the register confirms the page), left (the person has)';

-- Who reported while signed in: kept for one thing, that they do not decide it.
create table impersonation_reporter (
  impersonation uuid not null references impersonation (id) on delete cascade,
  person uuid not null references person (id),
  primary key (impersonation, person)
);
create index impersonation_reporter_person on impersonation_reporter (person);
comment on column impersonation_reporter.impersonation is 'personal: no. What was reported';
comment on column impersonation_reporter.person is 'personal: yes. Who reported it while signed in, and therefore does not decide it; shown to nobody';

create table impersonation_event (
  n bigint generated always as identity primary key,
  impersonation uuid not null references impersonation (id),
  person uuid not null references person (id),
  what text not null check (what in ('reported', 'not_mine', 'mine', 'found', 'not_found', 'objected', 'upheld', 'lifted', 'printed', 'done', 'refused', 'no_reply', 'closed')),
  whom text check (whom in ('platform', 'authority')),
  at timestamptz not null default now(),
  actor uuid default actor(),
  by_name text,
  by_unit text,
  check ((what in ('printed', 'done', 'refused', 'no_reply')) = (whom is not null))
);
create index impersonation_event_of on impersonation_event (impersonation, n);
create index impersonation_event_person on impersonation_event (person);
comment on column impersonation_event.n is 'personal: no. In which order';
comment on column impersonation_event.impersonation is 'personal: no. Of what';
comment on column impersonation_event.person is 'personal: yes. Whom it is said to imitate; kept here for row security';
comment on column impersonation_event.what is 'personal: no. What was done';
comment on column impersonation_event.whom is 'personal: no. Of a referral, to whom: the platform, the authority';
comment on column impersonation_event.at is 'personal: no. When';
comment on column impersonation_event.actor is 'personal: yes. Who did it; none: the register itself, or whoever was not signed in';
comment on column impersonation_event.by_name is 'personal: yes. Name of who did it, on that day';
comment on column impersonation_event.by_unit is 'personal: no. Unit of who did it, on that day';

do $$ declare t text; begin
  foreach t in array array['impersonation', 'impersonation_reporter', 'impersonation_event'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
  end loop;
end $$;

-- A reviewer opens the one report, by a row with its number that the person sees, and nothing else of that person.
create function opened_imitation(given text) returns boolean language sql stable
  return exists (select from access a where a.tx = pg_current_xact_id_if_assigned() and a.at = now()
    and a.number = given and a.actor = actor() and a.fields = 'imitation');
comment on function opened_imitation is 'Has the actor, in this very transaction, written down that this report is opened?';
grant execute on function opened_imitation to chinhdanh_app, chinhdanh_keeper;
grant select (id, number, code, canonical, platform, uid, person, ways, stage, reported_at, denied_at, found_at, found_on, reasons, objection, objected_at, closed_at, outcome)
  on impersonation to chinhdanh_app;
grant select on impersonation_event to chinhdanh_app;
create policy own on impersonation for select to chinhdanh_app using (person = actor());
create policy reviewer_who_opened on impersonation for select to chinhdanh_app using (opened_imitation(number));
create policy own on impersonation_event for select to chinhdanh_app using (person = actor());
create policy reviewer_who_opened on impersonation_event for select to chinhdanh_app
  using (exists (select from impersonation i where i.id = impersonation and opened_imitation(i.number)));

-- Written by functions of the keeper alone; what it says in public, by the publisher.
grant select, insert, update on impersonation to chinhdanh_keeper;
grant select, insert on impersonation_reporter, impersonation_event to chinhdanh_keeper;
grant usage on sequence impersonation_number to chinhdanh_keeper;
create policy keeper on impersonation to chinhdanh_keeper using (true) with check (true);
create policy keeper on impersonation_reporter to chinhdanh_keeper using (true) with check (true);
create policy keeper on impersonation_event to chinhdanh_keeper using (true) with check (true);
grant select (id, canonical, stage, found_at, reasons, objected_at, closed_at) on impersonation to chinhdanh_publisher;
create policy publisher on impersonation for select to chinhdanh_publisher using (stage in ('found', 'objected') and closed_at is null);

create function impersonation_event_is_signed() returns trigger language plpgsql security definer set search_path = register, public, pg_temp as $$
begin
  select person into strict new.person from impersonation where id = new.impersonation;
  if new.what in ('reported', 'objected') then new.actor := null; end if;
  select p.name, u.name into new.by_name, new.by_unit from person p left join unit u on u.id = p.unit where p.id = new.actor;
  return new;
end $$;
create trigger impersonation_event_is_signed before insert on impersonation_event for each row execute function impersonation_event_is_signed();

-- What is public, as the publisher ---------------------------------------------------------------------------------------------------
create function listed_person(on_page text) returns uuid language sql stable security definer set search_path = register, public, pg_temp
  return (select mine.person from person_page mine join person p on p.id = mine.person where mine.page = on_page and p.left_at is null
    and exists (select from published shown where shown.page = on_page and shown.answer = 'confirmed' and shown.level >= 1));
comment on function listed_person is 'Whose public page this is, while something stands on it.';
create function said_of(address text) returns text language sql stable security definer set search_path = register, public, pg_temp
  return (select answer from published where canonical = address);
create function proven_here(address text) returns boolean language sql stable security definer set search_path = register, public, pg_temp
  return exists (select from declaration d join level_step s on s.id = d.current_step where d.canonical = address and d.ended_at is null and s.level >= 1);
create function publish_imitation(address text) returns void language plpgsql security definer set search_path = register, public, pg_temp as $$
declare i record;
begin
  perform pg_advisory_xact_lock(hashtextextended(address, 0));
  select id, found_at, reasons, objected_at, stage into i from impersonation where canonical = address order by found_at, id limit 1;
  if i.id is null then
    delete from published where canonical = address and answer = 'imitation';
    return;
  end if;
  insert into published (canonical, declaration, answer, level, level_at, reasons, objected_at, changed_at)
    values (address, i.id, 'imitation', 0, i.found_at, i.reasons, case i.stage when 'objected' then i.objected_at end, i.found_at)
    on conflict (canonical) do update set declaration = excluded.declaration, reasons = excluded.reasons, objected_at = excluded.objected_at,
      level_at = excluded.level_at, changed_at = excluded.changed_at where published.answer = 'imitation';
end $$;
comment on function publish_imitation is 'Says in public what stands as found, or no longer says it. What the register confirms it never touches.';
grant execute on function listed_person, said_of, proven_here, publish_imitation to chinhdanh_keeper;

-- Anybody ---------------------------------------------------------------------------------------------------------------------------
create type impersonation_line as (code text, came text);
create function impersonation_report(fresh uuid, new_code text, address text, of_platform text, of_uid text, on_page text, how text[]) returns impersonation_line
language plpgsql security definer set search_path = register, public, pg_temp as $$
declare
  i impersonation;
  who uuid := listed_person(on_page);
begin
  if actor() is not null then perform token_needs('declare'); end if;
  if who is null then return (null, 'nobody_listed')::impersonation_line; end if;
  if said_of(address) in ('confirmed', 'suspended', 'closed') then return (null, 'confirmed_here')::impersonation_line; end if;
  perform pg_advisory_xact_lock(hashtextextended('imitation ' || who || address, 0));
  select * into i from impersonation where canonical = address and person = who
    and (closed_at is null or outcome in ('mine', 'not_imitation', 'lifted') and closed_at > now() - interval '90 days')
    order by closed_at nulls first limit 1;
  if i.id is null then
    if (select count(*) from (select from impersonation where person = who and closed_at is null limit 50) open) >= 50 then
      return (null, 'too_many_open')::impersonation_line;
    end if;
    insert into impersonation (id, number, code, canonical, platform, uid, person, ways)
      values (fresh, 'M-' || to_char(nextval('impersonation_number'), 'FM99999999990000'), new_code, address, of_platform, of_uid, who, how)
      returning * into i;
    insert into impersonation_event (impersonation, what) values (i.id, 'reported');
    perform tell(who, 'imitation_reported', i.id::text, i.id);
  elsif i.stage in ('asked', 'denied') and i.closed_at is null and not how <@ i.ways then
    update impersonation set ways = (select array_agg(distinct way order by way) from unnest(ways || how) way) where id = i.id;
  end if;
  if actor() is not null and i.closed_at is null then
    insert into impersonation_reporter (impersonation, person) values (i.id, actor()) on conflict do nothing;
  end if;
  return (i.code, 'received')::impersonation_line;
end $$;
comment on function impersonation_report is 'One page and one person are one report, however often it comes: the second writes nothing that the first has said.';

create function impersonation_state(given text) returns table (about text, stage text, outcome text, at timestamptz) language sql stable security definer set search_path = register, public, pg_temp
begin atomic
  select case when i.code = given then 'report' else 'objection' end, i.stage, i.outcome, coalesce(i.closed_at, i.objected_at, i.found_at, i.denied_at, i.reported_at)
  from impersonation i where given in (i.code, i.objection_code);
end;
comment on function impersonation_state is 'How it stands, to whoever has the code: the state alone.';

create function impersonation_object(address text, ground text, new_code text) returns impersonation_line language plpgsql security definer set search_path = register, public, pg_temp as $$
declare i impersonation;
begin
  if actor() is not null then perform token_needs('declare'); end if;
  perform pg_advisory_xact_lock(hashtextextended(address, 0));
  if said_of(address) is distinct from 'imitation' then return (null, 'nothing_to_object')::impersonation_line; end if;
  select * into i from impersonation where canonical = address and closed_at is null and stage in ('found', 'objected') order by found_at, id limit 1 for update;
  if i.id is null then return (null, 'nothing_to_object')::impersonation_line; end if;
  if i.stage = 'objected' then return (i.objection_code, 'received')::impersonation_line; end if;
  if ground = any (i.heard) then return (null, 'heard_before')::impersonation_line; end if;
  update impersonation set stage = 'objected', objection = ground, objection_code = new_code, objected_at = now() where id = i.id returning * into i;
  insert into impersonation_event (impersonation, what) values (i.id, 'objected');
  perform publish_imitation(address);
  perform tell_reviewers(i);
  return (i.objection_code, 'received')::impersonation_line;
end $$;
comment on function impersonation_object is 'Whoever runs the page objects, once on each ground. While it is open the answer says so; a reviewer who did not find it decides.';
grant execute on function impersonation_report, impersonation_state, impersonation_object to chinhdanh_app;

-- The reviewer ------------------------------------------------------------------------------------------------------------------------
create function reviews(who uuid, i impersonation) returns boolean language sql stable security definer set search_path = register, public, pg_temp
  return i.closed_at is null and who is not null and who <> i.person and i.stage in ('denied', 'objected')
    and not (i.stage = 'objected' and who = i.found_by)
    and not exists (select from impersonation_reporter r where r.impersonation = i.id and r.person = who)
    and exists (select from role_held mine join person p on p.id = i.person and p.left_at is null left join unit here on here.id = p.unit left join unit top on top.id = mine.unit
      where mine.person = who and mine.role = 'reviewer' and serving(mine) and (mine.unit is null or here.path operator(public.<@) top.path))
    and not exists (select from role_held other join person p on p.id = i.person and p.unit = other.unit where other.person = who and other.role = 'officer' and serving(other));
comment on function reviews is 'May this person decide it: a reviewer over the unit, who is not the person, did not report it, is not their officer, and did not find what is objected to?';
create function judges(asked uuid) returns boolean language sql stable security definer set search_path = register, public, pg_temp
  return exists (select from impersonation i where i.id = asked and kept_in(i.person) is null
    and (reviews(actor(), i) or i.closed_at is null and i.found_by = actor() and holds('reviewer')));
comment on function judges is 'Is it the actor''s to decide, or did they find it so, while it is open?';
create function judges_number(given text, subject uuid) returns boolean language sql stable security definer set search_path = register, public, pg_temp
  return exists (select from impersonation i where i.number = given and i.person = subject and judges(i.id));
grant execute on function judges, judges_number to chinhdanh_app;
create policy reviewer_opens_for on access for insert to chinhdanh_app with check (
  channel in ('web', 'api') and subject is not null and fields = 'imitation' and purpose = 'incident' and subject <> actor() and judges_number(number, subject));

create function tell_reviewers(i impersonation) returns void language plpgsql security definer set search_path = register, public, pg_temp as $$
declare one uuid;
begin
  for one in select distinct held.person from role_held held where held.role = 'reviewer' and serving(held) and reviews(held.person, i) limit 50 loop
    perform tell(one, 'imitation_to_judge', i.id || '.' || i.stage || '.' || cardinality(i.heard), i.id);
  end loop;
end $$;

create type impersonation_task as (id uuid, number text, stage text, platform text, since timestamptz);
create function impersonation_tasks() returns setof impersonation_task language sql stable security definer set search_path = register, public, pg_temp
begin atomic
  select i.id, i.number, i.stage, i.platform, coalesce(i.objected_at, i.denied_at) from impersonation i
  where i.closed_at is null and i.stage in ('denied', 'objected') and exists (select from role_held mine where mine.person = actor() and mine.role = 'reviewer' and serving(mine))
    and kept_in(i.person) is null and reviews(actor(), i)
  order by i.stage = 'objected' desc, coalesce(i.objected_at, i.denied_at), i.id limit 200;
end;
comment on function impersonation_tasks is 'What the actor may decide: number and platform, no name and no address.';
create function impersonation_subject(asked uuid) returns table (subject uuid, number text, stage text, platform text, since timestamptz) language sql stable security definer set search_path = register, public, pg_temp
begin atomic
  select i.person, i.number, i.stage, i.platform, coalesce(i.objected_at, i.denied_at) from impersonation i where i.id = asked and judges(asked);
end;
create function impersonated(asked uuid) returns table (name text, office text, unit text) language sql stable security definer set search_path = register, public, pg_temp
begin atomic
  select p.name, p.office, u.name from impersonation i join person p on p.id = i.person left join unit u on u.id = p.unit
  where i.id = asked and (opened_imitation(i.number) or i.person = actor());
end;
comment on function impersonated is 'Whom it is said to imitate, to them and to the reviewer who has opened it in this transaction.';
grant execute on function impersonation_tasks, impersonation_subject, impersonated to chinhdanh_app;

create function impersonation_close(asked uuid, how_it_ended text) returns void language plpgsql security definer set search_path = register, public, pg_temp as $$
declare i impersonation;
begin
  update impersonation set closed_at = now(), outcome = how_it_ended where id = asked and closed_at is null returning * into i;
  if i.id is null then return; end if;
  insert into impersonation_event (impersonation, what) values (i.id, 'closed');
  perform publish_imitation(i.canonical);
end $$;

create function impersonation_find(asked uuid, as_own boolean, says text, by_what text[]) returns text language plpgsql security definer set search_path = register, public, pg_temp as $$
declare
  i impersonation;
  what_day date := (now() at time zone (select time_zone from watch_rule))::date;
begin
  perform pg_advisory_xact_lock(hashtextextended(canonical, 0)) from impersonation where id = asked;
  select * into i from impersonation where id = asked for update;
  if i.id is null or not opened_imitation(i.number) or not verified_lately() or not token_allows('records') then return 'not_found'; end if;
  if i.stage <> 'denied' or i.closed_at is not null then return 'decided_before'; end if;
  if not reviews(actor(), i) or kept_in(i.person) is not null then return 'not_found'; end if;
  if as_own and says = 'nothing' then
    if cardinality(by_what) = 0 then return 'reasons_missing'; end if;
    if said_of(i.canonical) in ('confirmed', 'suspended', 'closed') or proven_here(i.canonical) then return 'not_decidable'; end if;
    update impersonation set stage = 'found', found_at = now(), found_on = what_day, found_by = actor(), reasons = by_what where id = asked returning * into i;
    insert into impersonation_event (impersonation, what) values (asked, 'found');
    perform publish_imitation(i.canonical);
    perform tell(i.person, 'imitation_found', i.id::text, i.id);
    return 'found';
  end if;
  insert into impersonation_event (impersonation, what) values (asked, 'not_found');
  perform impersonation_close(asked, 'not_imitation');
  perform tell(i.person, 'imitation_closed', i.id::text, i.id);
  return 'not_found_so';
end $$;
comment on function impersonation_find is 'By a reviewer who has opened it: does the page present itself as that person''s own, and does it say that it is parody, fan or comment? Only yes and no together are an imitation.';

create function impersonation_judge(asked uuid, stands boolean) returns text language plpgsql security definer set search_path = register, public, pg_temp as $$
declare i impersonation;
begin
  perform pg_advisory_xact_lock(hashtextextended(canonical, 0)) from impersonation where id = asked;
  select * into i from impersonation where id = asked for update;
  if i.id is null or not opened_imitation(i.number) or not verified_lately() or not token_allows('records') then return 'not_found'; end if;
  if i.stage <> 'objected' or i.closed_at is not null then return 'decided_before'; end if;
  if not reviews(actor(), i) or kept_in(i.person) is not null then return 'not_found'; end if;
  insert into impersonation_event (impersonation, what) values (asked, case when stands then 'upheld' else 'lifted' end);
  if stands then
    update impersonation set stage = 'found', heard = heard || objection where id = asked;
    perform publish_imitation(i.canonical);
    return 'upheld';
  end if;
  perform impersonation_close(asked, 'lifted');
  perform tell(i.person, 'imitation_closed', i.id::text, i.id);
  return 'lifted';
end $$;
comment on function impersonation_judge is 'An objection, by another reviewer than the one who found it: the finding stands, or it is lifted.';
grant execute on function impersonation_find, impersonation_judge to chinhdanh_app;

-- The person ------------------------------------------------------------------------------------------------------------------------
create function impersonation_answer(asked uuid, theirs boolean) returns text language plpgsql security definer set search_path = register, public, pg_temp as $$
declare i impersonation;
begin
  perform pg_advisory_xact_lock(hashtextextended(canonical, 0)) from impersonation where id = asked and person = actor();
  select * into i from impersonation where id = asked and person = actor() for update;
  if i.id is null or not token_allows('declare') then return 'not_found'; end if;
  if i.closed_at is not null then return case when theirs and i.outcome = 'mine' then 'again' else 'over' end; end if;
  if theirs then
    insert into impersonation_event (impersonation, what) values (asked, 'mine');
    perform impersonation_close(asked, 'mine');
    return 'answered';
  end if;
  if i.stage <> 'asked' then return 'again'; end if;
  update impersonation set stage = 'denied', denied_at = now() where id = asked returning * into i;
  insert into impersonation_event (impersonation, what) values (asked, 'not_mine');
  perform tell_reviewers(i);
  return 'answered';
end $$;
comment on function impersonation_answer is 'Mine ends it, whenever it is said; not mine brings it before a reviewer.';

create function impersonation_mark(asked uuid, to_whom text, how text) returns text language plpgsql security definer set search_path = register, public, pg_temp as $$
declare i impersonation;
begin
  perform pg_advisory_xact_lock(hashtextextended(canonical, 0)) from impersonation where id = asked and person = actor();
  select * into i from impersonation where id = asked and person = actor() for update;
  if i.id is null or not token_allows('declare') then return 'not_found'; end if;
  if i.closed_at is not null then return case when how = i.outcome then 'again' else 'over' end; end if;
  if i.stage not in ('found', 'objected') then return 'not_found_yet'; end if;
  if how in ('removed', 'changed') then
    perform impersonation_close(asked, how);
    return 'marked';
  end if;
  if how = (select e.what from impersonation_event e where e.impersonation = asked and e.whom = to_whom order by e.n desc limit 1) then return 'again'; end if;
  insert into impersonation_event (impersonation, what, whom) values (asked, how, to_whom);
  return 'marked';
end $$;
comment on function impersonation_mark is 'The person says to whom it was referred, and what came of it: what is removed or changed is no longer said in public.';
grant execute on function impersonation_answer, impersonation_mark to chinhdanh_app;

-- The clock -------------------------------------------------------------------------------------------------------------------------
create function impersonation_lapse(today date) returns int language plpgsql security definer set search_path = register, public, pg_temp as $$
declare
  one record;
  over int := 0;
begin
  for one in
    select i.id, i.person, i.canonical, case
      when p.left_at is not null then 'left'
      when i.stage in ('found', 'objected') and said_of(i.canonical) is distinct from 'imitation' then 'confirmed_here'
      when i.stage in ('found', 'objected') and i.found_on + 180 <= today then 'lapsed'
      when i.stage = 'objected' and (i.objected_at at time zone 'UTC')::date + 14 <= today then 'objection_not_decided'
      when i.stage = 'asked' and (i.reported_at at time zone 'UTC')::date + 30 <= today then 'not_answered'
      when i.stage = 'denied' and (i.denied_at at time zone 'UTC')::date + 180 <= today then 'not_decided' end as ends
    from impersonation i join person p on p.id = i.person where i.closed_at is null
      and (p.left_at is not null or i.stage in ('found', 'objected') or i.reported_at < now() - interval '29 days' or i.denied_at < now() - interval '179 days'
        or today > (now() at time zone 'UTC')::date + 1)
    order by i.canonical, i.id
  loop
    if one.ends is null then continue; end if;
    perform pg_advisory_xact_lock(hashtextextended(one.canonical, 0));
    perform impersonation_close(one.id, one.ends);
    if one.ends in ('lapsed', 'objection_not_decided', 'not_answered', 'not_decided') then perform tell(one.person, 'imitation_closed', one.id::text, one.id); end if;
    over := over + 1;
  end loop;
  return over;
end $$;
comment on function impersonation_lapse is 'Each day: a finding ends after 180 days, an objection that nobody decided in 14 ends it too, what was not answered in 30 days or not decided in 180 is closed.';
grant execute on function impersonation_lapse to chinhdanh_reminder;

-- Tokens: what writes for somebody is bound as everywhere (0026).
do $$
declare t text;
begin
  foreach t in array array['impersonation', 'impersonation_reporter', 'impersonation_event'] loop
    execute format('create trigger token_scope before insert or update or delete on %I for each statement execute function token_is_scoped(%L, %L)', t, 'declare', 'records');
  end loop;
end $$;

-- Names that look like a listed person's own website, seen by that person alone ------------------------------------------------------------
create table lookalike_watch (
  declaration uuid primary key references declaration (id),
  person uuid not null references person (id),
  since timestamptz not null default now(),
  next_at timestamptz default now(),
  looked_at timestamptz
);
create index lookalike_watch_person on lookalike_watch (person);
create index lookalike_watch_due on lookalike_watch (next_at) where next_at is not null;
comment on column lookalike_watch.declaration is 'personal: no. Which listed website is watched';
comment on column lookalike_watch.person is 'personal: yes. Whose, who asked for it; kept here for row security';
comment on column lookalike_watch.since is 'personal: no. Since when';
comment on column lookalike_watch.next_at is 'personal: no. When it is looked for next: each week';
comment on column lookalike_watch.looked_at is 'personal: no. When it was looked for last';
create table lookalike (
  declaration uuid not null references lookalike_watch (declaration) on delete cascade,
  person uuid not null references person (id),
  name text not null,
  how text not null check (how in ('ending', 'homoglyph', 'diacritic', 'omission', 'transposition', 'repetition', 'replacement', 'vowel', 'hyphen', 'addition', 'bit')),
  has_address boolean not null,
  first_seen_at timestamptz not null default now(),
  known_at timestamptz,
  primary key (declaration, name)
);
create index lookalike_person on lookalike (person);
comment on column lookalike.declaration is 'personal: no. Of which watch';
comment on column lookalike.person is 'personal: yes. Who sees it, and nobody else';
comment on column lookalike.name is 'personal: no. A domain name that looks like theirs and exists';
comment on column lookalike.how is 'personal: no. By what it looks like it';
comment on column lookalike.has_address is 'personal: no. Whether something can be opened there, or it is only registered';
comment on column lookalike.first_seen_at is 'personal: no. When it was found first';
comment on column lookalike.known_at is 'personal: yes. When the person said that it is known to them';
do $$ declare t text; begin
  foreach t in array array['lookalike_watch', 'lookalike'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create trigger token_scope before insert or update or delete on %I for each statement execute function token_is_scoped(%L)', t, 'declare');
  end loop;
end $$;
grant select on lookalike_watch, lookalike to chinhdanh_app;
create policy own on lookalike_watch for select to chinhdanh_app using (person = actor());
create policy own on lookalike for select to chinhdanh_app using (person = actor());
grant select, insert, update, delete on lookalike_watch, lookalike to chinhdanh_keeper;
create policy keeper on lookalike_watch to chinhdanh_keeper using (true) with check (true);
create policy keeper on lookalike to chinhdanh_keeper using (true) with check (true);

create function listed_site(site uuid) returns text language sql stable security definer set search_path = register, public, pg_temp
  return (select d.canonical from declaration d join published shown on shown.canonical = d.canonical and shown.declaration = d.id
    where d.id = site and d.platform = 'website' and d.ended_at is null and shown.page is not null and shown.answer = 'confirmed');
comment on function listed_site is 'The address of a website that stands on its owner''s public page.';
grant execute on function listed_site to chinhdanh_keeper;

create function lookalike_set(which uuid, watched boolean) returns text language plpgsql security definer set search_path = register, public, pg_temp as $$
begin
  if not token_allows('declare') or not exists (select from declaration d where d.id = which and d.person = actor()) then return 'not_found'; end if;
  if not watched then
    delete from lookalike_watch where declaration = which and person = actor();
    return 'set';
  end if;
  if listed_site(which) is null then return 'not_listed'; end if;
  insert into lookalike_watch (declaration, person) values (which, actor()) on conflict do nothing;
  return 'set';
end $$;
create function lookalike_known(which uuid, given text) returns text language plpgsql security definer set search_path = register, public, pg_temp as $$
begin
  if not token_allows('declare') or not exists (select from lookalike l where l.declaration = which and l.name = given and l.person = actor()) then return 'not_found'; end if;
  update lookalike set known_at = now() where declaration = which and name = given and person = actor() and known_at is null;
  return 'set';
end $$;
comment on function lookalike_known is 'The person knows this name: it is not shown to them again.';
grant execute on function lookalike_set, lookalike_known to chinhdanh_app;

create function lookalike_due(most int) returns table (declaration uuid, canonical text) language plpgsql security definer set search_path = register, public, pg_temp as $$
begin
  -- What is listed no more is watched no more, nor whose owner objected.
  delete from lookalike_watch w where w.next_at <= now() and (listed_site(w.declaration) is null or objects(w.person, 'lookalikes'));
  return query
    with mine as (
      update lookalike_watch w set next_at = now() + interval '1 hour'
      where w.declaration in (select x.declaration from lookalike_watch x where x.next_at <= now() order by x.next_at limit most for update skip locked)
      returning w.declaration)
    select mine.declaration, listed_site(mine.declaration) from mine;
end $$;
comment on function lookalike_due is 'Sites whose week is over, taken in hand for an hour: what a killed process leaves is due again then.';
create function lookalike_seen(which uuid, names text[], hows text[], addressed boolean[]) returns int language plpgsql security definer set search_path = register, public, pg_temp as $$
declare fresh int;
begin
  update lookalike_watch set looked_at = now(), next_at = now() + interval '7 days' where declaration = which;
  if not found then return 0; end if;
  update lookalike l set has_address = seen.addressed from unnest(names, addressed) as seen (name, addressed)
    where l.declaration = which and l.name = seen.name and l.has_address <> seen.addressed;
  insert into lookalike (declaration, person, name, how, has_address)
    select w.declaration, w.person, seen.name, seen.how, seen.addressed from lookalike_watch w, unnest(names, hows, addressed) as seen (name, how, addressed)
    where w.declaration = which on conflict do nothing;
  get diagnostics fresh = row_count;
  if fresh > 0 then
    perform tell(w.person, 'lookalike_found', which || '.' || to_char(now() at time zone 'UTC', 'YYYY-MM-DD'), which) from lookalike_watch w where w.declaration = which;
  end if;
  return fresh;
end $$;
comment on function lookalike_seen is 'What was found to exist; of what is new the person is told, and nobody else.';
grant execute on function lookalike_due, lookalike_seen to chinhdanh_checker;

-- Last: from here on the owner of the tables has no right to these any more.
grant execute on function holds to chinhdanh_keeper;
alter function impersonation_event_is_signed owner to chinhdanh_keeper;
alter function listed_person owner to chinhdanh_publisher;
alter function said_of owner to chinhdanh_publisher;
alter function proven_here owner to chinhdanh_publisher;
alter function publish_imitation owner to chinhdanh_publisher;
alter function impersonation_report owner to chinhdanh_keeper;
alter function impersonation_state owner to chinhdanh_keeper;
alter function impersonation_object owner to chinhdanh_keeper;
alter function reviews owner to chinhdanh_keeper;
alter function judges owner to chinhdanh_keeper;
alter function judges_number owner to chinhdanh_keeper;
alter function tell_reviewers owner to chinhdanh_keeper;
alter function impersonation_tasks owner to chinhdanh_keeper;
alter function impersonation_subject owner to chinhdanh_keeper;
alter function impersonated owner to chinhdanh_keeper;
alter function impersonation_close owner to chinhdanh_keeper;
alter function impersonation_find owner to chinhdanh_keeper;
alter function impersonation_judge owner to chinhdanh_keeper;
alter function impersonation_answer owner to chinhdanh_keeper;
alter function impersonation_mark owner to chinhdanh_keeper;
alter function impersonation_lapse owner to chinhdanh_keeper;
alter function listed_site owner to chinhdanh_publisher;
alter function lookalike_set owner to chinhdanh_keeper;
alter function lookalike_known owner to chinhdanh_keeper;
alter function lookalike_due owner to chinhdanh_keeper;
alter function lookalike_seen owner to chinhdanh_keeper;
