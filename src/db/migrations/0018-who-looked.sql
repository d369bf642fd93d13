-- 0018-who-looked.sql: for whose sake a record opens, what a token may, what is unusual, and why somebody looked.

-- A number must name something that is open and is about this person -----------------------------------------------------------------
create function concerns(why text, given text, subject uuid) returns boolean language sql stable security definer set search_path = register, public, pg_temp
  return kept_in(subject) is not null
    and why = 'incident' and exists (select from incident i where i.number = given and i.closed_at is null and i.person = subject);
comment on function concerns is 'Is there, now, something open under this number that is about this person? Told to the officer who keeps them. A further kind of number is a further line here.';
grant execute on function concerns to chinhdanh_app;
create policy officer_opens_for on access for insert to chinhdanh_app with check (
  channel in ('web', 'api') and subject is not null and fields = 'record' and purpose = 'incident' and subject <> actor() and keeps(subject)
  and concerns(purpose, number, subject));

-- That an incident, or a request about one's own data (0033), is open stands on the roll, where no witness is waited for: kind and number.
create function task_on_roll(who uuid) returns void language plpgsql security definer set search_path = register, public, pg_temp as $$
begin
  update roll set task = open.task, task_number = open.number
    from (select true) always left join (
      select 'incident' as task, i.number, 1 as rank from incident i where i.person = who and i.closed_at is null
      union all select 'right', r.number, 2 from right_request r where r.person = who and r.state in ('asked', 'appealed')
      order by rank, number limit 1) open on true
    where roll.person = who and roll.task is distinct from 'witness';
end $$;
create function incident_on_roll() returns trigger language plpgsql security definer set search_path = register, public, pg_temp as $$
begin
  perform task_on_roll(new.person);
  return null;
end $$;
create trigger incident_on_roll after insert or update of closed_at on incident for each row execute function incident_on_roll();
create trigger witness_then_incident after update of state on witness_request for each row execute function incident_on_roll();

-- What a token may -------------------------------------------------------------------------------------------------------------------
create function token_allows(variadic wanted text[]) returns boolean language sql stable
  return coalesce(nullif(current_setting('cd.scopes', true), '') is null or string_to_array(current_setting('cd.scopes', true), ' ') && wanted, false);
comment on function token_allows is 'Does this transaction act for somebody at the browser, or by a token that has one of these scopes?';
create function by_token() returns boolean language sql stable
  return nullif(current_setting('cd.scopes', true), '') is not null;
create function token_needs(variadic wanted text[]) returns void language plpgsql stable set search_path = register, public, pg_temp as $$
begin
  if not token_allows(variadic wanted) then
    raise exception 'the scopes of this token do not reach this' using errcode = 'insufficient_privilege';
  end if;
end $$;
comment on function token_needs is 'The first line of every function that acts for somebody: what the scopes of a token do not reach is not begun.';
grant execute on function token_allows, by_token to chinhdanh_app, chinhdanh_keeper;
grant execute on function token_needs to chinhdanh_keeper;

alter table api_token
  add column scopes text[] not null default array['read', 'declare', 'prove', 'roll', 'records', 'units', 'people', 'roles', 'imports']
    check (cardinality(scopes) > 0 and scopes <@ array['read', 'declare', 'prove', 'roll', 'records', 'units', 'people', 'roles', 'imports']),
  alter column expires_at set default now() + interval '365 days',
  alter column expires_at set not null,
  add check (expires_at <= made_at + interval '366 days');
comment on column api_token.scopes is 'personal: no. What the token may do of what its person may';
grant insert (scopes) on api_token to chinhdanh_app, chinhdanh_operator;

-- Beside what the person may, and never instead of it.
create policy token_scope on access as restrictive for insert to chinhdanh_app with check (
  case purpose when 'list' then token_allows('roll') when 'place' then token_allows('roll', 'people') when 'right' then token_allows('people') else token_allows('records') end);
create policy token_scope on declaration as restrictive for select to chinhdanh_app using (token_allows('read', 'declare', 'prove', 'records'));
create policy token_scope_files on declaration as restrictive for insert to chinhdanh_app with check (token_allows('declare'));
create policy token_scope on declaration_version as restrictive for insert to chinhdanh_app with check (token_allows('declare'));
create policy token_scope on proof as restrictive for insert to chinhdanh_app with check (token_allows('prove'));
create policy token_scope on unit as restrictive for insert to chinhdanh_app with check (token_allows('units', 'imports'));
create policy token_scope_names on unit as restrictive for update to chinhdanh_app using (token_allows('units', 'imports'));
-- A token that got away makes no other way in.
create policy at_the_browser on api_token as restrictive for insert to chinhdanh_app with check (not by_token());
create policy at_the_browser on passkey as restrictive for insert to chinhdanh_app with check (not by_token());
create policy at_the_browser on session as restrictive for insert to chinhdanh_app with check (not by_token());

-- What is unusual --------------------------------------------------------------------------------------------------------------------
create table watch_rule (
  only_one boolean primary key default true check (only_one),
  time_zone text not null default 'Asia/Ho_Chi_Minh',
  from_hour int not null default 7 check (from_hour between 0 and 23),
  until_hour int not null default 19 check (until_hour between 1 and 24),
  every_day boolean not null default false,
  most_a_day int not null default 30 check (most_a_day > 0),
  check (from_hour < until_hour)
);
insert into watch_rule default values;
comment on table watch_rule is 'What counts as unusual, as the settings say it: written at start by the operator, read by the trigger, by no request.';
comment on column watch_rule.only_one is 'personal: no. Keeps this table at one row';
comment on column watch_rule.time_zone is 'personal: no. Zone of the register';
comment on column watch_rule.from_hour is 'personal: no. First hour in which looking is usual';
comment on column watch_rule.until_hour is 'personal: no. End of it';
comment on column watch_rule.every_day is 'personal: no. Whether days off are as usual as working days';
comment on column watch_rule.most_a_day is 'personal: no. Records of different people that one person opens in a day';

create table day_off (
  day date primary key,
  off boolean not null
);
comment on column day_off.day is 'personal: no. A day unlike its day of the week';
comment on column day_off.off is 'personal: no. true: a holiday; false: a Saturday or Sunday that is worked';

-- So that who reads the record cannot be told from who it is about: the same person has the same name in the auditors' list, and no other.
create table pseudonym_salt (
  only_one boolean primary key default true check (only_one),
  salt bytea not null default uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())
);
insert into pseudonym_salt default values;
comment on column pseudonym_salt.only_one is 'personal: no. Keeps this table at one row';
comment on column pseudonym_salt.salt is 'personal: no. What the names in the auditors'' list are made with; read by nobody';

alter table access add column unusual text[] not null default '{}' check (unusual <@ array['outside_hours', 'many']);
comment on column access.unusual is 'personal: no. What was unusual about it, as the register found it when it was written';
create index access_actor on access (actor, at desc) where actor is not null;
create index access_at on access (at desc, id desc);
create index access_unusual on access (at desc, id desc) where unusual <> '{}';

create table why_request (
  id uuid primary key,
  access uuid not null references access (id),
  asker uuid not null default actor() references person (id),
  viewer uuid references person (id),
  unit uuid references unit (id),
  state text not null default 'asked' check (state in ('asked', 'answered')),
  asked_at timestamptz not null default now(),
  due_on date not null,
  raised int not null default 0,
  answer text check (answer in ('purpose_stated', 'mistake', 'not_justified')),
  answered_at timestamptz,
  answered_by uuid references person (id),
  by_unit text,
  unique (access, asker),
  check ((state = 'answered') = (answer is not null)),
  check ((state = 'answered') = (answered_at is not null)),
  check ((state = 'answered') = (answered_by is not null)),
  check (viewer is distinct from asker and (answered_by is null or answered_by is distinct from viewer and answered_by <> asker))
);
create index why_request_unit on why_request (unit) where state = 'asked';
create index why_request_asker on why_request (asker);
comment on column why_request.id is 'personal: no. UUIDv7';
comment on column why_request.access is 'personal: no. Which look it is about';
comment on column why_request.asker is 'personal: yes. Who asks';
comment on column why_request.viewer is 'personal: yes. Who looked; none is the operator at the machine itself';
comment on column why_request.unit is 'personal: no. The unit whose officer is to answer; none: the auditors';
comment on column why_request.state is 'personal: no. asked or answered';
comment on column why_request.asked_at is 'personal: no. When it was asked';
comment on column why_request.due_on is 'personal: no. Last day to answer: two working days, anew with each unit above';
comment on column why_request.raised is 'personal: no. How often it went up because nobody answered in time';
comment on column why_request.answer is 'personal: no. What was answered, from a closed list';
comment on column why_request.answered_at is 'personal: no. When it was answered';
comment on column why_request.answered_by is 'personal: yes. Who answered';
comment on column why_request.by_unit is 'personal: no. Name of the unit that answered, on that day; none: the auditors';

create table access_digest (
  id uuid primary key default gen_random_uuid(),
  person uuid not null references person (id),
  month date not null check (extract(day from month) = 1),
  records int not null,
  lists int not null,
  made_at timestamptz not null default now(),
  unique (person, month)
);
comment on column access_digest.id is 'personal: no. Random';
comment on column access_digest.person is 'personal: yes. Whose record it counts';
comment on column access_digest.month is 'personal: no. Which month, its first day';
comment on column access_digest.records is 'personal: yes. How often the record was opened';
comment on column access_digest.lists is 'personal: yes. How often a list with the name was seen';
comment on column access_digest.made_at is 'personal: no. When it was counted';

do $$ declare t text; begin
  foreach t in array array['watch_rule', 'day_off', 'pseudonym_salt', 'why_request', 'access_digest'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
  end loop;
end $$;
grant select, insert, update on watch_rule to chinhdanh_operator;
grant select, insert, update, delete on day_off to chinhdanh_operator;
create policy operator on watch_rule to chinhdanh_operator using (true) with check (true);
create policy operator on day_off to chinhdanh_operator using (true) with check (true);
grant select on watch_rule, day_off, pseudonym_salt to chinhdanh_keeper;
create policy keeper on watch_rule for select to chinhdanh_keeper using (true);
create policy keeper on day_off for select to chinhdanh_keeper using (true);
create policy keeper on pseudonym_salt for select to chinhdanh_keeper using (true);
grant select (id, unit, fields, channel, number, by_name, by_office, by_unit, looker_unit, persons, unusual) on access to chinhdanh_keeper;
create policy keeper_watches on access for select to chinhdanh_keeper using (true);
grant select (from_at, to_at) on membership to chinhdanh_keeper;

create function is_working_day(which date) returns boolean language sql stable security definer set search_path = register, public, pg_temp
  return coalesce((select not off from day_off where day = which), extract(isodow from which) < 6);
create function register_day() returns date language sql stable security definer set search_path = register, public, pg_temp
  return (now() at time zone (select time_zone from watch_rule))::date;
create function working_day_after(which date, days int) returns date language plpgsql stable security definer set search_path = register, public, pg_temp as $$
declare day date := which; still int := days;
begin
  while still > 0 loop
    day := day + 1;
    if is_working_day(day) then still := still - 1; end if;
  end loop;
  return day;
end $$;
comment on function working_day_after is 'The n-th working day after this day: Monday to Friday without holidays, and weekend days that are worked.';

-- The mark is the register's, not the request's.
create function access_is_watched() returns trigger language plpgsql security definer set search_path = register, public, pg_temp as $$
declare
  rule watch_rule;
  local timestamp;
begin
  new.unusual := '{}';
  if new.actor is null then return new; end if;
  select * into rule from watch_rule;
  local := new.at at time zone rule.time_zone;
  if extract(hour from local) < rule.from_hour or extract(hour from local) >= rule.until_hour
    or not (rule.every_day or is_working_day(local::date)) then new.unusual := new.unusual || 'outside_hours'::text; end if;
  if new.subject is not null and new.fields = 'record' and rule.most_a_day <= (
    select count(distinct a.subject) from access a
    where a.actor = new.actor and a.fields = 'record' and a.subject <> new.subject and a.at < new.at + interval '1 second'
      and a.at >= date_trunc('day', local) at time zone rule.time_zone) then new.unusual := new.unusual || 'many'::text; end if;
  return new;
end $$;
create trigger access_is_watched before insert on access for each row execute function access_is_watched();

create function tells_unusual() returns trigger language plpgsql security definer set search_path = register, public, pg_temp as $$
begin
  perform tell(new.subject, 'unusual_access', new.actor || '.' || to_char(new.at at time zone 'UTC', 'YYYY-MM-DD'), new.id);
  return null;
end $$;
comment on function tells_unusual is 'At once, and once a day for the same viewer: the rows themselves are all there.';
create trigger tells_unusual after insert on access for each row
  when (new.subject is not null and new.actor is not null and new.unusual <> '{}') execute function tells_unusual();

-- Why somebody looked ----------------------------------------------------------------------------------------------------------------
grant select, insert, update on why_request to chinhdanh_keeper;
create policy keeper on why_request to chinhdanh_keeper using (true) with check (true);

create function answering_unit(below uuid, viewer uuid, asker uuid) returns uuid language sql stable security definer set search_path = register, public, pg_temp
  return (
    select above.id
    from unit here, unnest(string_to_array(replace(here.path::text, '_', '-'), '.')::uuid[]) with ordinality as above (id, depth)
    where here.id = below and above.id <> here.id
      and exists (select from role_held held where held.unit = above.id and held.role = 'officer' and serving(held)
        and held.person is distinct from viewer and held.person <> asker)
    order by above.depth desc limit 1);
comment on function answering_unit is 'The nearest unit above with an officer in term who neither looked nor asks; none: the auditors.';

create function may_answer_why(asked uuid) returns boolean language sql stable security definer set search_path = register, public, pg_temp
  return exists (select from why_request w where w.id = asked and actor() is distinct from w.viewer and actor() <> w.asker
    and case when w.state = 'answered' then w.answered_by = actor()
        and exists (select from role_held mine where mine.person = actor() and mine.role in ('officer', 'auditor') and serving(mine))
      when w.unit is null then exists (select from role_held mine where mine.person = actor() and mine.role = 'auditor' and serving(mine))
      else exists (select from role_held mine where mine.person = actor() and mine.role = 'officer' and mine.unit = w.unit and serving(mine)) end);
comment on function may_answer_why is 'Is the actor the one whose answer is asked for, or who answered and is still in office? Never who looked, never who asks.';

create function why_question(asked uuid) returns table (id uuid, state text, asked_at timestamptz, due_on date, late boolean, raised int, answer text,
  at timestamptz, by_name text, by_office text, by_unit text, purpose text, number text, fields text, channel text)
language sql stable security definer set search_path = register, public, pg_temp
begin atomic
  select w.id, w.state, w.asked_at, w.due_on, w.state = 'asked' and w.due_on < register_day(), w.raised, w.answer,
    a.at, a.by_name, a.by_office, a.by_unit, a.purpose, a.number, a.fields, a.channel
  from why_request w join access a on a.id = w.access
  where (asked is null and w.state = 'asked' or w.id = asked)
    and (w.id = asked or w.unit is null or w.unit in (select mine.unit from role_held mine where mine.person = actor() and mine.role = 'officer'))
    and may_answer_why(w.id)
  order by w.due_on, w.id limit 200;
end;
comment on function why_question is 'What the actor is to answer, one or all: the look that is asked about, not whose record it was nor who asks.';

create function tell_answerers(asked uuid) returns void language plpgsql security definer set search_path = register, public, pg_temp as $$
declare
  w why_request;
  who uuid;
begin
  select * into w from why_request where id = asked;
  for who in select held.person from role_held held where serving(held) and held.person is distinct from w.viewer and held.person <> w.asker
    and case when w.unit is null then held.role = 'auditor' else held.role = 'officer' and held.unit = w.unit end limit 50
  loop
    perform tell(who, 'why_asked', w.id || '.' || w.raised, w.id);
  end loop;
end $$;

create function why_is_asked() returns trigger language plpgsql security definer set search_path = register, public, pg_temp as $$
begin
  select a.actor, answering_unit(a.looker_unit, a.actor, new.asker) into new.viewer, new.unit from access a where a.id = new.access;
  new.due_on := working_day_after(register_day(), 2);
  return new;
end $$;
create trigger why_is_asked before insert on why_request for each row execute function why_is_asked();
create function why_was_asked() returns trigger language plpgsql security definer set search_path = register, public, pg_temp as $$
begin
  perform tell_answerers(new.id);
  return null;
end $$;
create trigger why_was_asked after insert on why_request for each row execute function why_was_asked();

create function why_answer(asked uuid, said text) returns text language plpgsql security definer set search_path = register, public, pg_temp as $$
declare
  w why_request;
  who uuid;
begin
  perform token_needs('records');
  select * into w from why_request where id = asked for update;
  if w.id is null or not may_answer_why(asked) then return 'not_found'; end if;
  if w.state = 'answered' then return 'already'; end if;
  update why_request set state = 'answered', answer = said, answered_at = now(), answered_by = actor(),
    by_unit = (select name from unit where id = w.unit) where id = asked;
  perform tell(w.asker, 'why_answered', w.id::text, w.access);
  if said = 'not_justified' then
    for who in select held.person from role_held held where held.role = 'auditor' and serving(held) and held.person is distinct from w.viewer limit 50
    loop
      perform tell(who, 'why_not_justified', w.id::text, null);
    end loop;
  end if;
  return 'answered';
end $$;

create function why_raise() returns int language plpgsql security definer set search_path = register, public, pg_temp as $$
declare
  w why_request;
  n int := 0;
begin
  for w in select * from why_request where state = 'asked' and unit is not null and due_on < register_day() order by id limit 1000 for update skip locked
  loop
    update why_request set unit = answering_unit(w.unit, w.viewer, w.asker), raised = w.raised + 1, due_on = working_day_after(register_day(), 2) where id = w.id;
    perform tell_answerers(w.id);
    perform tell(w.asker, 'why_raised', w.id || '.' || (w.raised + 1), w.access);
    n := n + 1;
  end loop;
  return n;
end $$;
comment on function why_raise is 'What nobody answered in time goes one level up, with a new time; from the root to the auditors, where it stays and is shown late.';
grant execute on function why_raise to chinhdanh_reminder;
grant execute on function may_answer_why, why_question, why_answer to chinhdanh_app;

grant select (id, access, asker, unit, state, asked_at, due_on, raised, answer, answered_at, by_unit), insert (id, access) on why_request to chinhdanh_app;
create policy own on why_request for select to chinhdanh_app using (asker = actor());
create policy own_asks on why_request for insert to chinhdanh_app with check (
  asker = actor() and state = 'asked' and exists (select from access a where a.id = access and a.actor is distinct from actor()));
create policy token_scope on why_request as restrictive for insert to chinhdanh_app with check (token_allows('declare'));

-- For the auditors -------------------------------------------------------------------------------------------------------------------
create function pseudonym_of(whose uuid) returns text language sql stable security definer set search_path = register, public, pg_temp
  return 'N-' || upper(substr(encode(sha256((select salt from pseudonym_salt) || uuid_send(whose)), 'hex'), 1, 10));

create function audits(looker uuid) returns boolean language sql stable security definer set search_path = register, public, pg_temp
  return exists (select from role_held mine where mine.person = actor() and mine.role = 'auditor' and serving(mine)
    and (mine.unit is null or exists (select from unit here, unit top where here.id = looker and top.id = mine.unit and here.path operator(public.<@) top.path)));
comment on function audits is 'May the actor see the looks of people of this unit? An auditor of a part of the tree sees that part, one of the whole also the operator.';

create function access_for_audit(only_unusual boolean, before uuid, most int) returns table (id uuid, at timestamptz, by_name text, by_office text, by_unit text,
  purpose text, number text, fields text, channel text, listed text, persons int, pseudonym text, unusual text[], why_state text, why_answer text)
language sql stable security definer set search_path = register, public, pg_temp
begin atomic
  select a.id, a.at, a.by_name, a.by_office, a.by_unit, a.purpose, a.number, a.fields, a.channel,
    (select u.name from unit u where u.id = a.unit), a.persons, pseudonym_of(a.subject), a.unusual, why.state, why.answer
  from access a
    left join lateral (select w.state, w.answer from why_request w where w.access = a.id
      order by w.answer = 'not_justified' desc nulls last, w.id limit 1) why on true
  where audits(a.looker_unit) and (not only_unusual or a.unusual <> '{}')
    and (before is null or (a.at, a.id) < (select last.at, last.id from access last where last.id = before and audits(last.looker_unit)))
  order by a.at desc, a.id desc limit most;
end;
comment on function access_for_audit is 'Who looked, which office, when and why; of whose record it was a name that means nothing outside this list. Auditors alone get rows, and go on from a row of theirs alone: where another''s lies in time is not told.';
grant execute on function access_for_audit to chinhdanh_app;

-- Once a month -----------------------------------------------------------------------------------------------------------------------
grant select, insert on access_digest to chinhdanh_keeper;
create policy keeper on access_digest to chinhdanh_keeper using (true) with check (true);
grant select on access_digest to chinhdanh_app;
create policy own on access_digest for select to chinhdanh_app using (person = actor());

create function tell_digests(which date) returns bigint language plpgsql security definer set search_path = register, public, pg_temp as $$
declare
  zone text := (select time_zone from watch_rule);
  since timestamptz := which::timestamp at time zone zone;
  ends timestamptz := (which + interval '1 month') at time zone zone;
  n bigint;
begin
  if ends > now() then return 0; end if;
  with looks (person, record) as (
    select a.subject, true from access a where a.subject is not null and a.at >= since and a.at < ends
    union all
    select m.person, false from access a join membership m on m.unit = a.unit and m.from_at <= a.at and (m.to_at is null or m.to_at > a.at)
      where a.unit is not null and a.at >= since and a.at < ends and a.actor is distinct from m.person
  ), made as (
    insert into access_digest (person, month, records, lists)
      select person, which, count(*) filter (where record), count(*) filter (where not record) from looks group by person
    on conflict do nothing returning id, person
  ) select count(tell(made.person, 'access_digest', to_char(which, 'YYYY-MM'), made.id)) into n from made;
  return coalesce(n, 0);
end $$;
comment on function tell_digests is 'Counts a month that is over, once a person and month, and tells whoever was looked at. Whoever was not is told nothing.';
grant execute on function tell_digests to chinhdanh_reminder;

-- Last: from here on the owner of the tables has no right to these any more.
alter function concerns owner to chinhdanh_keeper;
alter function task_on_roll owner to chinhdanh_keeper;
alter function incident_on_roll owner to chinhdanh_keeper;
alter function is_working_day owner to chinhdanh_keeper;
alter function register_day owner to chinhdanh_keeper;
alter function working_day_after owner to chinhdanh_keeper;
alter function access_is_watched owner to chinhdanh_keeper;
alter function tells_unusual owner to chinhdanh_keeper;
alter function answering_unit owner to chinhdanh_keeper;
alter function may_answer_why owner to chinhdanh_keeper;
alter function why_question owner to chinhdanh_keeper;
alter function tell_answerers owner to chinhdanh_keeper;
alter function why_is_asked owner to chinhdanh_keeper;
alter function why_was_asked owner to chinhdanh_keeper;
alter function why_answer owner to chinhdanh_keeper;
alter function why_raise owner to chinhdanh_keeper;
alter function pseudonym_of owner to chinhdanh_keeper;
alter function audits owner to chinhdanh_keeper;
alter function access_for_audit owner to chinhdanh_keeper;
alter function tell_digests owner to chinhdanh_keeper;
