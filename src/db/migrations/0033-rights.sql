-- 0033-rights.sql: what a person may ask about what the register keeps of them: a copy, a correction, a restriction, an objection, erasure. One table of states (src/rights/rules.ts).
create sequence right_number;
create table right_request (
  id uuid primary key,
  number text not null unique,
  kind text not null check (kind in ('copy', 'correction', 'restriction', 'objection', 'erasure')),
  what text,
  wish text check (length(wish) between 1 and 200),
  person uuid not null references person (id),
  receipt text not null unique check (receipt ~ '^BN-'),
  state text not null check (state in ('asked', 'appealed', 'granted', 'refused', 'upheld', 'ended', 'done')),
  asked_at timestamptz not null default now(),
  due_on date,
  at_unit uuid references unit (id),
  raised int not null default 0,
  ground text,
  closed_at timestamptz,
  check (case kind
    when 'correction' then what in ('name', 'office', 'unit', 'ref', 'phone', 'started_on')
    when 'restriction' then what in ('inaccurate', 'use_disputed', 'needed_for_a_claim', 'safety')
    when 'objection' then what in ('listing', 'campaign_mail', 'lookalikes', 'second_look')
    else what is null end),
  check (wish is null or kind = 'correction'),
  check (ground in ('right_as_it_is', 'not_shown', 'a_duty_needs_it', 'already_so', 'another_way')),
  check ((ground is not null) = (state in ('refused', 'upheld')) or state in ('appealed', 'granted', 'done', 'ended')),
  check ((due_on is not null) = (state in ('asked', 'appealed')))
);
create index right_request_person on right_request (person, asked_at desc);
create index right_request_due on right_request (due_on) where due_on is not null;
create index right_request_unit on right_request (at_unit) where due_on is not null;
create index right_request_erasure on right_request (person) where kind = 'erasure' and state = 'granted';
create index right_request_force on right_request (person, kind, what) where state in ('asked', 'appealed', 'granted');
-- Of one kind and one thing one is open or in force at a time: sent twice is asked once.
create unique index right_request_once on right_request (person, kind, coalesce(what, '')) where state in ('asked', 'appealed', 'granted');
comment on column right_request.id is 'personal: no. UUIDv7';
comment on column right_request.number is 'personal: no. Short number, Y-0001: what the access row names';
comment on column right_request.kind is 'personal: yes. What is asked for';
comment on column right_request.what is 'personal: yes. Which field is wrong, why it is to be restricted, or which use is objected to: chosen, not typed';
comment on column right_request.wish is 'personal: yes. The right value, of a correction; gone with the answer';
comment on column right_request.person is 'personal: yes. Who asks, about themselves';
comment on column right_request.receipt is 'personal: yes. What the person keeps, BN-XXXX-XXXX';
comment on column right_request.state is 'personal: yes. Where it stands';
comment on column right_request.asked_at is 'personal: yes. When';
comment on column right_request.due_on is 'personal: no. Last day to answer: two working days, anew with each unit above';
comment on column right_request.at_unit is 'personal: no. From which unit upwards the officer is found who answers; none: the administrators of the whole';
comment on column right_request.raised is 'personal: no. How often it went up because nobody answered in time';
comment on column right_request.ground is 'personal: yes. Why it was refused, from a closed list';
comment on column right_request.closed_at is 'personal: no. When nothing was open or in force any more';

create table right_event (
  n bigint generated always as identity primary key,
  request uuid not null references right_request (id) on delete cascade,
  what text not null check (what in ('asked', 'copied', 'granted', 'refused', 'appealed', 'upheld', 'taken_back', 'raised', 'left', 'returned', 'erased')),
  at timestamptz not null default now(),
  actor uuid default actor(),
  by_office text,
  by_unit text
);
create index right_event_request on right_event (request, n);
create index right_event_actor on right_event (actor) where actor is not null;
comment on column right_event.n is 'personal: no. In which order';
comment on column right_event.request is 'personal: no. Of which request';
comment on column right_event.what is 'personal: yes. What was done';
comment on column right_event.at is 'personal: yes. When';
comment on column right_event.actor is 'personal: yes. Who did it; none: the register itself';
comment on column right_event.by_office is 'personal: yes. Office of who did it, on that day; no name';
comment on column right_event.by_unit is 'personal: yes. Unit of who did it, on that day';

alter table person add column erased_at timestamptz;
comment on column person.erased_at is 'personal: no. When all that was kept about them was erased: what stays of the row is an id';

do $$ declare t text; begin
  foreach t in array array['right_request', 'right_event'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('grant select, insert, update on %I to chinhdanh_keeper', t);
    execute format('create policy keeper on %I to chinhdanh_keeper using (true) with check (true)', t);
    execute format('create trigger token_scope before insert or update or delete on %I for each statement execute function token_is_scoped(''declare'', ''people'')', t);
  end loop;
end $$;
grant usage on sequence right_number to chinhdanh_keeper;
grant select (phone, ref, started_on, unit_ref, erased_at), update (name, phone, ref, started_on) on person to chinhdanh_keeper;

-- What is in force --------------------------------------------------------------------------------------------------------------------
create function is_restricted(who uuid) returns boolean language sql stable security definer set search_path = register, public, pg_temp
  return exists (select from right_request r where r.person = who and r.kind = 'restriction' and r.state in ('asked', 'appealed', 'granted'));
comment on function is_restricted is 'Has this person asked that their entries be neither shown nor used? From the moment of asking, until it is refused or taken back.';
create function objects(who uuid, use text) returns boolean language sql stable security definer set search_path = register, public, pg_temp
  return exists (select from right_request r where r.person = who and r.kind = 'objection' and r.what = use and r.state = 'granted');
comment on function objects is 'Does an objection of this person to this use stand?';
grant execute on function is_restricted, objects to chinhdanh_publisher;

-- While it is restricted a record opens for what is open about the person, to let them in, and to change their place: not to help, to look for
-- duties, or to file for them. Whoever does not keep them is refused anyway, and learns nothing here.
create function may_look_though(subject uuid, why text) returns boolean language sql stable security definer set search_path = register, public, pg_temp
  return why in ('incident', 'case', 'right', 'invitation', 'code', 'recovery', 'place', 'witness')
    or not (kept_in(subject) is not null or reviews_above(subject)) or not is_restricted(subject);
grant execute on function may_look_though to chinhdanh_app;
create policy restricted on access as restrictive for insert to chinhdanh_app with check (subject is null or may_look_though(subject, purpose));

-- Who answers -------------------------------------------------------------------------------------------------------------------------
create function right_impartial(who uuid, r right_request) returns boolean language sql stable security definer set search_path = register, public, pg_temp
  return who <> r.person and not exists (select from right_event e where e.request = r.id and e.actor = who);
comment on function right_impartial is 'Neither whose request it is, nor who has done anything in it: who refused it does not answer it again.';

create function right_bench(r right_request, from_unit uuid, above_it boolean) returns uuid language sql stable security definer set search_path = register, public, pg_temp
  return (select up.id from unit here, unnest(string_to_array(replace(here.path::text, '_', '-'), '.')::uuid[]) with ordinality as up (id, depth)
    where here.id = from_unit and not (above_it and up.id = from_unit)
      and (select true from role_held held where held.unit = up.id and held.role = 'officer' and serving(held) and right_impartial(held.person, r) limit 1)
    order by up.depth desc limit 1);
comment on function right_bench is 'This unit, or the nearest above it, with an officer in term who may answer this request; none: the administrators of the whole.';

create function right_answerers(r right_request) returns setof uuid language sql stable security definer set search_path = register, public, pg_temp
begin atomic
  with bench as materialized (select right_bench(r, r.at_unit, false) as id), -- once, and not for each who holds a role
    those as (
      select held.id from bench join role_held held on held.unit = bench.id and held.role = 'officer'
      union all select held.id from bench join role_held held on held.unit is null and held.role = 'administrator' where bench.id is null)
  select distinct held.person from those join role_held held on held.id = those.id where serving(held) and right_impartial(held.person, r)
  limit 50;
end;
create function right_handled(asked uuid) returns boolean language sql stable security definer set search_path = register, public, pg_temp
  return exists (select from right_request r where r.id = asked and r.state in ('asked', 'appealed') and actor() in (select right_answerers(r)));
comment on function right_handled is 'Is it, now, this actor''s to answer?';
create function right_acted(asked uuid) returns boolean language sql stable security definer set search_path = register, public, pg_temp
  return exists (select from right_event e join right_request r on r.id = e.request
    where e.request = asked and e.actor = actor() and r.person <> actor() and e.what in ('granted', 'refused', 'upheld'));
comment on function right_acted is 'Has the actor answered it? Pressed twice is answered once.';
grant execute on function right_handled, right_acted to chinhdanh_app;

create function concerns_right(given text, subject uuid) returns boolean language sql stable security definer set search_path = register, public, pg_temp
  return exists (select from right_request r where r.number = given and r.person = subject and right_handled(r.id));
grant execute on function concerns_right to chinhdanh_app;
create policy opens_for_a_right on access for insert to chinhdanh_app with check (
  channel in ('web', 'api') and subject is not null and fields = 'roll' and purpose = 'right' and subject <> actor() and concerns_right(number, subject));

grant select on right_request, right_event to chinhdanh_app;
create policy own on right_request for select to chinhdanh_app using (person = actor());
create policy opened_for_it on right_request for select to chinhdanh_app using (said_before(person, 'right') and right_handled(id));
create policy with_its_request on right_event for select to chinhdanh_app using (exists (select from right_request r where r.id = request));

-- What is done in a request is told, shown on the roll, and reaches the public answer, by one trigger each: whoever writes it.
create function right_event_is_signed() returns trigger language plpgsql security definer set search_path = register, public, pg_temp as $$
begin
  select p.office, u.name into new.by_office, new.by_unit from person p left join unit u on u.id = p.unit
    where p.id = new.actor and new.actor is distinct from (select person from right_request where id = new.request);
  return new;
end $$;
create trigger right_event_is_signed before insert on right_event for each row execute function right_event_is_signed();

create function right_tells() returns trigger language plpgsql security definer set search_path = register, public, pg_temp as $$
declare
  r right_request;
  one uuid;
begin
  select * into r from right_request where id = new.request;
  if new.what in ('asked', 'raised', 'appealed') then
    for one in select right_answerers(r) loop
      perform tell(one, 'right_task', r.id || '.' || r.state || '.' || r.raised, r.id);
    end loop;
  end if;
  if new.what = 'granted' then perform tell(r.person, 'right_granted', r.id::text, r.id);
  elsif new.what in ('refused', 'upheld') then perform tell(r.person, 'right_refused', r.id || '.' || r.state, r.id);
  elsif new.what = 'raised' then perform tell(r.person, 'right_raised', r.id || '.' || r.raised, r.id);
  elsif new.what = 'copied' then perform tell(r.person, 'right_copied', r.id::text, r.id);
  end if;
  return null;
end $$;
create trigger right_tells after insert on right_event for each row execute function right_tells();
create function right_on_roll() returns trigger language plpgsql security definer set search_path = register, public, pg_temp as $$
begin
  perform task_on_roll(new.person);
  return null;
end $$;
create trigger right_on_roll after insert or update of state on right_request for each row execute function right_on_roll();

create function publish_right() returns trigger language plpgsql security definer set search_path = register, public, pg_temp as $$
begin
  perform publish(canonical) from (select distinct canonical from declaration where person = new.person order by canonical) one;
  return null;
end $$;
create trigger publish_right after insert or update of state on right_request for each row
  when (new.kind = 'restriction' or new.kind = 'objection' and new.what = 'listing') execute function publish_right();

-- Asking ------------------------------------------------------------------------------------------------------------------------------
create function right_now(whose uuid, field text) returns text language sql stable security definer set search_path = register, public, pg_temp
  return (select case field when 'name' then p.name when 'office' then p.office when 'unit' then u.code when 'ref' then p.ref when 'phone' then p.phone
    when 'started_on' then p.started_on::text end from person p left join unit u on u.id = p.unit where p.id = whose);

create function right_ask(fresh uuid, code text, of_kind text, of_what text, right_value text, out outcome text, out request uuid) language plpgsql security definer set search_path = register, public, pg_temp as $$
declare
  r right_request;
  home uuid;
begin
  outcome := 'not_found';
  if not token_allows('declare') then return; end if;
  perform from person p where p.id = actor() and p.left_at is null for update;
  if not found or of_kind = 'copy' then return; end if;
  select p.unit into home from person p where p.id = actor();
  select * into r from right_request k where k.person = actor() and k.kind = of_kind and k.what is not distinct from of_what and k.state in ('asked', 'appealed', 'granted');
  if r.id is not null then
    outcome := case when r.wish is not distinct from right_value then 'again' else 'asked_already' end;
    request := r.id;
    return;
  end if;
  if of_kind = 'correction' then
    outcome := 'value_not_right';
    if right_value is null or of_what = 'phone' and right_value !~ '^0\d{9}$' or of_what = 'started_on' and right_value !~ '^\d{4}-\d{2}-\d{2}$' then return; end if;
    if of_what = 'unit' and not exists (select from unit u where code_key(u.code) = code_key(right_value) and u.closed_at is null) then return; end if;
    outcome := 'as_it_is';
    if right_now(actor(), of_what) is not distinct from right_value then return; end if;
  end if;
  r.id := fresh; r.person := actor();
  insert into right_request (id, number, kind, what, wish, person, receipt, state, due_on, at_unit)
    values (fresh, 'Y-' || to_char(nextval('right_number'), 'FM99999999990000'), of_kind, of_what, right_value, actor(), code, 'asked', working_day_after(register_day(), 2),
      -- A place in another unit, and a number, are not an officer's to give; an objection is for the unit above.
      case when of_what in ('unit', 'ref') then null when of_kind = 'objection' then coalesce(right_bench(r, home, true), home) else home end);
  insert into right_event (request, what) values (fresh, 'asked');
  outcome := 'asked'; request := fresh;
end $$;
comment on function right_ask is 'With a number, a clock, and word to who answers in the same transaction. What is open or in force already is not asked twice.';

create function right_copied(fresh uuid, code text) returns uuid language plpgsql security definer set search_path = register, public, pg_temp as $$
declare known uuid;
begin
  if not token_allows('declare') then return null; end if;
  perform from person p where p.id = actor() for update;
  if not found then return null; end if;
  select r.id into known from right_request r where r.person = actor() and r.kind = 'copy' and register_day_of(r.asked_at) = register_day();
  if known is not null then return known; end if;
  insert into right_request (id, number, kind, person, receipt, state, closed_at)
    values (fresh, 'Y-' || to_char(nextval('right_number'), 'FM99999999990000'), 'copy', actor(), code, 'done', now());
  insert into right_event (request, what) values (fresh, 'copied');
  return fresh;
end $$;
comment on function right_copied is 'Answered at once, by the register itself. Once a day there is a request; the file is made as often as it is asked for.';

-- Answering ---------------------------------------------------------------------------------------------------------------------------
create function right_subject(asked uuid) returns table (subject uuid, number text) language sql stable security definer set search_path = register, public, pg_temp
begin atomic
  select r.person, r.number from right_request r where r.id = asked and right_handled(asked);
end;
comment on function right_subject is 'Whose place the actor is about to open for the sake of this request: an id, for the row that comes first.';
create type right_line as (id uuid, number text, kind text, what text, state text, unit text, asked_at timestamptz, due_on date, late boolean, raised int);
create function right_lines(asked uuid) returns setof right_line language sql stable security definer set search_path = register, public, pg_temp
begin atomic
  select r.id, r.number, r.kind, r.what, r.state, here.name, r.asked_at, r.due_on, r.due_on < register_day(), r.raised
  from right_request r join person p on p.id = r.person left join unit here on here.id = p.unit left join unit lies on lies.id = r.at_unit
  where r.state in ('asked', 'appealed') and (asked is null or r.id = asked)
    and exists (select from role_held mine left join unit top on top.id = mine.unit where mine.person = actor() and serving(mine)
      and (mine.role = 'administrator' and mine.unit is null or mine.role = 'officer' and lies.path operator(public.<@) top.path))
    and right_handled(r.id)
  order by r.due_on, r.number limit 200;
end;
comment on function right_lines is 'Requests that the actor answers, or one of them: number, kind and unit; no name and no value.';
create function right_opened(asked uuid) returns table (name text, office text, unit text, now_is text, wish text, wished_unit text) language sql stable security definer set search_path = register, public, pg_temp
begin atomic
  select p.name, p.office, u.name, case when r.kind = 'correction' then right_now(p.id, r.what) end, r.wish,
    (select other.name from unit other where r.what = 'unit' and code_key(other.code) = code_key(r.wish))
  from right_request r join person p on p.id = r.person left join unit u on u.id = p.unit
  where r.id = asked and right_handled(asked) and said_before(r.person, 'right');
end;
comment on function right_opened is 'Who asks, and of a correction what stands there and what is right: after the row that the person sees.';

create function right_said_for(asked uuid) returns boolean language sql stable security definer set search_path = register, public, pg_temp
  return exists (select from right_request r join access a on a.subject = r.person and a.number = r.number where r.id = asked and a.actor = actor() and a.purpose = 'right');

create function right_answer(asked uuid, verdict text, why text) returns text language plpgsql security definer set search_path = register, public, pg_temp as $$
declare
  r right_request;
  into_unit uuid;
begin
  select * into r from right_request k where k.id = asked for update;
  if r.id is null or not token_allows('people') then return 'not_found'; end if;
  if right_acted(asked) then return 'again'; end if;
  if not right_handled(asked) or not right_said_for(asked) then return 'not_found'; end if;
  if verdict = 'refused' then
    update right_request k set state = case when r.state = 'asked' then 'refused' else 'upheld' end, ground = why, due_on = null,
      wish = case when r.state = 'appealed' then null else k.wish end, closed_at = now() where k.id = asked;
    insert into right_event (request, what) values (asked, case when r.state = 'asked' then 'refused' else 'upheld' end);
    return 'refused';
  end if;
  if r.kind = 'correction' then
    if r.what = 'ref' and exists (select from person p where code_key(p.ref) = code_key(r.wish) and p.id <> r.person) then return 'ref_taken'; end if;
    if r.what = 'unit' then
      select u.id into into_unit from unit u where code_key(u.code) = code_key(r.wish) and u.closed_at is null;
      if into_unit is null then return 'unit_not_found'; end if;
      update person p set unit = into_unit, unit_since = now() where p.id = r.person and p.unit is distinct from into_unit;
    end if;
    update person p set name = case r.what when 'name' then r.wish else p.name end, office = case r.what when 'office' then r.wish else p.office end,
        ref = case r.what when 'ref' then r.wish else p.ref end, phone = case r.what when 'phone' then r.wish else p.phone end,
        started_on = case r.what when 'started_on' then r.wish::date else p.started_on end
      where p.id = r.person and r.what <> 'unit';
  end if;
  update right_request k set state = case when k.kind = 'correction' then 'done' else 'granted' end, due_on = null, wish = null,
    closed_at = case when k.kind = 'correction' then now() end where k.id = asked;
  insert into right_event (request, what) values (asked, 'granted');
  return 'granted';
end $$;
comment on function right_answer is 'Granted it is done in the same transaction: what was wrong is put right, what was objected to ends. Refused, it can be taken one level up.';

create function right_appeal(asked uuid) returns text language plpgsql security definer set search_path = register, public, pg_temp as $$
declare
  r right_request;
  up uuid;
begin
  select * into r from right_request k where k.id = asked and k.person = actor() for update;
  if r.id is null or not token_allows('declare') then return 'not_found'; end if;
  if r.state in ('appealed', 'upheld') then return 'again'; end if;
  if r.state <> 'refused' then return 'right_step_over'; end if;
  if exists (select from right_request k where k.person = r.person and k.kind = r.kind and k.what is not distinct from r.what and k.state in ('asked', 'appealed', 'granted')) then return 'asked_already'; end if;
  up := right_bench(r, r.at_unit, true);
  update right_request k set state = 'appealed', at_unit = up, due_on = working_day_after(register_day(), 2), closed_at = null where k.id = asked;
  insert into right_event (request, what) values (asked, 'appealed');
  return 'appealed';
end $$;
comment on function right_appeal is 'One level up; from the top to the administrators. Whoever refused it has no more part in it.';

create function right_take_back(asked uuid) returns text language plpgsql security definer set search_path = register, public, pg_temp as $$
declare r right_request;
begin
  select * into r from right_request k where k.id = asked and k.person = actor() for update;
  if r.id is null or not token_allows('declare') then return 'not_found'; end if;
  if r.state = 'ended' then return 'again'; end if;
  if r.state not in ('asked', 'appealed', 'granted') then return 'right_step_over'; end if;
  update right_request k set state = 'ended', due_on = null, wish = null, closed_at = now() where k.id = asked;
  insert into right_event (request, what) values (asked, 'taken_back');
  return 'ended';
end $$;
comment on function right_take_back is 'Before it is answered, or afterwards: a restriction is lifted, an objection withdrawn, an erasure called off.';
grant execute on function right_ask, right_copied, right_subject, right_lines, right_opened, right_answer, right_appeal, right_take_back to chinhdanh_app;

-- The clock ---------------------------------------------------------------------------------------------------------------------------
create function rights_late() returns int language plpgsql security definer set search_path = register, public, pg_temp as $$
declare
  r right_request;
  n int := 0;
begin
  for r in select * from right_request k where k.due_on < register_day() and k.at_unit is not null order by k.due_on, k.id limit 1000 for update skip locked loop
    update right_request k set at_unit = right_bench(r, coalesce(right_bench(r, r.at_unit, false), r.at_unit), true), raised = k.raised + 1,
      due_on = working_day_after(register_day(), 2) where k.id = r.id;
    insert into right_event (request, what, actor) values (r.id, 'raised', null);
    n := n + 1;
  end loop;
  return n;
end $$;
comment on function rights_late is 'What nobody answered in time goes one level up, with a new time; from the top to the administrators, where it stays and is shown late.';
grant execute on function rights_late to chinhdanh_reminder;

create function right_leaves() returns trigger language plpgsql security definer set search_path = register, public, pg_temp as $$
begin
  with over as (
    update right_request r set state = 'ended', due_on = null, wish = null, closed_at = now() where r.person = new.id and r.state in ('asked', 'appealed', 'granted')
      and (r.kind = 'erasure') = (new.left_at is null) returning r.id
  ) insert into right_event (request, what, actor) select id, case when new.left_at is null then 'returned' else 'left' end, null from over;
  return null;
end $$;
comment on function right_leaves is 'Whoever leaves has nothing left to correct or to object to; erasure is for then. Whoever comes back calls it off.';
create trigger right_leaves after update of left_at on person for each row when ((new.left_at is null) <> (old.left_at is null)) execute function right_leaves();

-- All that is kept about one person ---------------------------------------------------------------------------------------------------
-- Each table with a person in it, in the order in which they are erased: by what it belongs to them, what of it a copy holds, and what becomes
-- of it. Tests compare it with the schema.
create function kept_about() returns table (n bigint, of_table text, whose text, copied text[], erased text) language sql immutable set search_path = register, public, pg_temp
begin atomic
  select row_number() over (), given.* from (values
    ('answered_once', 'person = $1', array[]::text[], 'gone'),
    ('check_request', 'person = $1', array['at'], 'gone'),
    ('proof_check', 'person = $1', array['at', 'how', 'result', 'reason', 'place', 'resolvers', 'proof'], 'gone'),
    ('proof_sign_in', 'person = $1', array['made_at', 'provider', 'used_at'], 'gone'),
    ('incident_event', 'person = $1', array['at', 'what', 'whom', 'by_unit', 'incident'], 'gone'),
    ('roll', 'person = $1', array['attestation', 'due_on', 'pages', 'task', 'task_number', 'invite_again'], 'gone'),
    ('incident', 'person = $1', array['opened_at', 'number', 'kind', 'stage', 'matter', 'how', 'decision', 'outcome', 'receipt', 'closed_at', 'declaration'], 'gone'),
    ('witness_request', 'person = $1', array['asked_at', 'number', 'state', 'decided_at', 'by_office', 'by_unit', 'declaration'], 'gone'),
    ('impersonation_reporter', 'person = $1', array[]::text[], 'gone'),
    ('impersonation_event', 'person = $1', array['at', 'what', 'whom', 'by_unit'], 'gone'),
    ('impersonation', 'person = $1', array['reported_at', 'number', 'platform', 'canonical', 'uid', 'ways', 'stage', 'denied_at', 'found_at', 'reasons', 'outcome', 'closed_at'], 'gone'),
    ('lookalike', 'person = $1', array['first_seen_at', 'name', 'how', 'has_address', 'known_at'], 'gone'),
    ('lookalike_watch', 'person = $1', array['since', 'looked_at', 'next_at', 'declaration'], 'gone'),
    ('renewal', 'person = $1', array['asked_at', 'due_at', 'renewed_at', 'declaration'], 'gone'),
    ('closing', 'person = $1', array['stated_at', 'looked_at', 'looked', 'watch_until', 'watch_ended', 'declaration'], 'gone'),
    ('assisted_filing', 'person = $1', array['filed_at', 'how', 'paper_on', 'by_office', 'by_unit', 'answer', 'answered_at', 'declaration'], 'gone'),
    ('attestation_answer', 'person = $1', array['answered_at', 'answer', 'declaration'], 'gone'),
    ('attestation_duty', 'person = $1', array['state', 'opens_on', 'due_on', 'answered', 'said', 'attested_at', 'lapsed_at', 'joined_at', 'moved_at'], 'gone'),
    ('attestation', 'person = $1', array['made_at', 'code', 'due_on', 'said', 'pages', 'channel'], 'gone'),
    ('receipt', 'person = $1', array['made_at', 'code', 'act', 'declaration'], 'gone'),
    ('level_step', 'person = $1', array['made_at', 'level', 'reason', 'declaration'], 'gone'),
    ('proof', 'person = $1', array['made_at', 'id', 'method', 'state', 'keep', 'uid', 'found_at', 'last_found_at', 'declaration'], 'gone'),
    ('declaration_version', 'person = $1', array['made_at', 'n', 'state', 'visibility', 'shows', 'manager', 'since', 'channel', 'declaration'], 'gone'),
    ('case_text', 'duty_case in (select c.id from duty_case c where c.person = $1)', array['what', 'said', 'duty_case'], 'kept until its date'),
    ('case_evidence', 'duty_case in (select c.id from duty_case c where c.person = $1)', array['made_at', 'what', 'said', 'thing', 'duty_case'], 'kept until its date'),
    ('case_event', 'duty_case in (select c.id from duty_case c where c.person = $1)', array['at', 'what', 'by_unit', 'duty_case'], 'kept until its date'),
    ('duty_case', 'person = $1', array['opened_at', 'id', 'number', 'kind', 'fact', 'fact_on', 'thing', 'state', 'outcome', 'rule', 'decided_at', 'settled', 'ground', 'settled_at', 'ended', 'sealed_at', 'erase_on', 'declaration'], 'kept until its date'),
    ('declaration', 'person = $1', array['filed_at', 'id', 'platform', 'kind', 'canonical', 'handle', 'uid', 'typed', 'ended_at'], 'gone'),
    ('draft', 'person = $1', array['made_at', 'typed', 'address', 'manager', 'since'], 'gone'),
    ('offered_account', 'person = $1', array['offered_at', 'typed', 'canonical', 'answer', 'answered_at'], 'gone'),
    ('person_page', 'person = $1', array['page'], 'gone'),
    ('acknowledgement', 'person = $1', array['at', 'version', 'channel'], 'gone'),
    ('campaign_message', 'person = $1', array['told_at', 'step', 'state', 'unit'], 'gone'),
    ('outgoing_mail', 'person = $1', array['made_at', 'sent_at', 'bounced_at'], 'gone'),
    ('push_subscription', 'person = $1', array['made_at', 'label', 'lang', 'pushed_at'], 'gone'),
    ('notice', 'person = $1', array['made_at', 'kind', 'seen_at'], 'gone'),
    ('why_request', 'asker = $1', array['asked_at', 'state', 'due_on', 'answer', 'answered_at', 'by_unit'], 'gone'),
    ('access_digest', 'person = $1', array['month', 'records', 'lists'], 'gone'),
    ('access', 'subject = $1 or unit in (select m.unit from membership m where m.person = $1) and exists (select from membership m where m.person = $1 and m.unit = access.unit and m.from_at <= at and (m.to_at is null or m.to_at > at))',
      array['at', 'by_office', 'by_unit', 'purpose', 'number', 'fields', 'channel', 'persons', 'unusual'], 'an id without a person'),
    ('passkey', 'person = $1', array['made_at', 'name', 'used_at'], 'gone'),
    ('session', 'person = $1', array['made_at', 'how', 'device', 'seen_at', 'verified_at', 'expires_at'], 'gone'),
    ('api_token', 'person = $1', array['made_at', 'name', 'scopes', 'used_at', 'expires_at', 'revoked_at'], 'gone'),
    ('organisation_identity', 'person = $1', array['made_at', 'issuer', 'subject'], 'gone'),
    ('invitation', 'person = $1', array['made_at', 'expires_at', 'used_at'], 'gone'),
    ('recovery', 'person = $1', array['asked_at', 'asked_by', 'state', 'started_by_unit', 'agreed_by_unit', 'ended_at'], 'gone'),
    ('sign_in_code', 'person = $1', array['made_at', 'expires_at', 'used_at'], 'gone'),
    ('sign_in_link', 'person = $1', array['made_at', 'expires_at', 'used_at'], 'gone'),
    ('set_up_link', 'person = $1', array['made_at', 'used_at'], 'gone'),
    ('mail_address', 'person = $1', array['confirmed_at', 'address', 'lang', 'optional', 'bounced_at'], 'gone'),
    ('mail_confirmation', 'person = $1', array['made_at', 'address', 'lang', 'expires_at', 'used_at'], 'gone'),
    ('directory_person', 'person = $1', array['made_at', 'user_name', 'external_id', 'family_name', 'given_name', 'changed_at', 'gone_at'], 'gone'),
    ('absence', 'person = $1', array['from_on', 'until_on', 'kind', 'reason', 'noted_at', 'ended_at'], 'gone'),
    ('import_row', 'target = $1', array['fields', 'line', 'before', 'after', 'change'], 'emptied'),
    ('membership', 'person = $1', array['from_at', 'to_at', 'unit', 'name', 'office', 'began', 'ended'], 'without name and office'),
    ('role_held', 'person = $1', array['from_at', 'role', 'unit', 'state', 'to_at', 'granted_because'], 'an id without a person'),
    ('broken_glass_seen', 'person = $1', array['at'], 'gone'),
    ('right_event', 'request in (select r.id from right_request r where r.person = $1)', array['at', 'what', 'by_office', 'by_unit', 'request'], 'an id without a person'),
    ('right_request', 'person = $1', array['asked_at', 'id', 'number', 'kind', 'what', 'wish', 'receipt', 'state', 'due_on', 'ground'], 'an id without a person'),
    ('person', 'id = $1', array['name', 'office', 'unit', 'unit_since', 'ref', 'unit_ref', 'phone', 'started_on', 'joined_at', 'left_at'], 'an id without a person')
  ) as given (of_table, whose, copied, erased);
end;
comment on function kept_about is 'All that the register keeps about one person: where, by which column, what a copy of it holds, and what becomes of it when they left and asked for erasure.';

create function may_be_erased(who uuid) returns boolean language sql stable security definer set search_path = register, public, pg_temp
  return exists (select from right_request r join person p on p.id = r.person
    where r.person = who and r.kind = 'erasure' and r.state = 'granted' and p.left_at < now() - interval '7 days');
comment on function may_be_erased is 'Left a week ago, and it was granted: until then a mistake is undone by letting them return.';
grant execute on function may_be_erased to chinhdanh_rights;

-- The narrow role: of the actor it reads, of who may be erased it reads and erases; of anybody else it sees nothing.
grant select (id, name, code) on unit to chinhdanh_rights;
create function reaches_rights(who uuid) returns boolean language sql stable
  return who = actor() or may_be_erased(who);
grant execute on function reaches_rights to chinhdanh_rights;
create function rights_reach() returns void language plpgsql set search_path = register, public, pg_temp as $$
declare
  line record;
  owner_column text;
  own text;
begin
  for line in select * from kept_about() k where to_regclass(k.of_table) is not null
      and not exists (select from pg_policy p where p.polrelid = to_regclass(k.of_table) and p.polname = 'rights') loop
    owner_column := split_part(line.whose, ' ', 1);
    own := case
      when line.of_table in ('case_text', 'case_evidence', 'case_event') then 'exists (select from duty_case c where c.id = duty_case)'
      when line.of_table = 'right_event' then 'exists (select from right_request r where r.id = request)'
      when line.of_table = 'access' then 'subject = actor() or unit is not null and exists (select from membership mine where mine.person = actor() and mine.unit = access.unit and mine.from_at <= access.at and (mine.to_at is null or mine.to_at > access.at))'
      else format('reaches_rights(%I)', owner_column) end;
    execute format('create policy rights on %I to chinhdanh_rights using (%s)', line.of_table, own);
    execute format('grant select (%s) on %I to chinhdanh_rights',
      (select string_agg(distinct quote_ident(one), ', ') from unnest(line.copied || owner_column || case when line.of_table = 'access' then array['unit'] else '{}' end) one), line.of_table);
    if line.erased = 'gone' then execute format('grant delete on %I to chinhdanh_rights', line.of_table); end if;
  end loop;
end $$;
comment on function rights_reach is 'Lets the role that copies and erases reach each table of kept_about, once. A later migration with such a table ends with it.';
select rights_reach();
grant update (current_version, current_step) on declaration to chinhdanh_rights;
grant update (declaration) on duty_case to chinhdanh_rights;
grant select (actor), update (by_name, by_unit) on case_event to chinhdanh_rights;
grant update (fields, line, before, after, target) on import_row to chinhdanh_rights;
grant update (name, office) on membership to chinhdanh_rights;
grant update (granted_because) on role_held to chinhdanh_rights;
grant select (officer), update (officer_name) on handover to chinhdanh_rights;
create policy rights on handover to chinhdanh_rights using (reaches_rights(officer));
grant select (officer), delete on witness_code to chinhdanh_rights;
create policy rights on witness_code to chinhdanh_rights using (reaches_rights(officer) or exists (select from witness_request w where w.id = request));
grant select (request) on witness_code to chinhdanh_rights;
grant select (id) on witness_request to chinhdanh_rights;
grant select (erased_at), update (name, office, unit, unit_ref, ref, phone, started_on, erased_at) on person to chinhdanh_rights;
grant update (state, wish, closed_at) on right_request to chinhdanh_rights;
grant insert (request, what, actor) on right_event to chinhdanh_rights;

create function may_copy() returns boolean language sql stable security definer set search_path = register, public, pg_temp
  return coalesce(actor() is not null and token_allows('declare') and verified_lately(), false);
comment on function may_copy is 'Whoever has the copy has the person: it is for who has just shown who they are.';
grant execute on function may_copy to chinhdanh_rights;
create function right_copy() returns jsonb language plpgsql stable security definer set search_path = register, public, pg_temp as $$
declare
  line record;
  rows jsonb;
  all_of_it jsonb := '{}';
begin
  if not may_copy() then return null; end if;
  for line in select * from kept_about() where cardinality(copied) > 0 loop
    execute format('select coalesce(jsonb_agg(to_jsonb(one)), ''[]'') from (select %s from %I where %s order by 1) one',
      (select string_agg(quote_ident(c), ', ' order by o) from unnest(line.copied) with ordinality as x (c, o)), line.of_table, line.whose) into rows using actor();
    all_of_it := all_of_it || jsonb_build_object(line.of_table, rows);
  end loop;
  return all_of_it;
end $$;
comment on function right_copy is 'All that is kept about the actor, table by table. Of nobody else: the role that it runs as sees nobody else.';
grant execute on function right_copy to chinhdanh_app;

create function right_erase(who uuid) returns boolean language plpgsql security definer set search_path = register, public, pg_temp as $$
declare
  line record;
  asked uuid;
begin
  select r.id into asked from right_request r where r.person = who and r.kind = 'erasure' and r.state = 'granted' and may_be_erased(who);
  if asked is null then return false; end if;
  -- What answers in public ends with the pointers, by the trigger that publishes.
  update declaration d set current_version = null, current_step = null where d.person = who;
  update duty_case c set declaration = null where c.person = who;
  update case_event e set by_name = null, by_unit = null where e.actor = who and e.duty_case in (select c.id from duty_case c where c.person = who);
  update import_row i set fields = '{}', line = null, before = null, after = null, target = null where i.target = who;
  update membership m set name = '—', office = null where m.person = who;
  update role_held h set granted_because = null where h.person = who and h.granted_because is not null;
  update handover h set officer_name = '—' where h.officer = who;
  delete from witness_code w where w.officer = who or w.request in (select r.id from witness_request r where r.person = who);
  update person p set name = '—', office = null, unit = null, unit_ref = null, ref = null, phone = null, started_on = null, erased_at = now() where p.id = who;
  for line in select * from kept_about() where erased = 'gone' order by kept_about.n loop
    execute format('delete from %I where %s', line.of_table, line.whose) using who;
  end loop;
  update right_request r set wish = null where r.person = who and r.wish is not null;
  -- Last, for with it this person may be erased no more.
  insert into right_event (request, what, actor) values (asked, 'erased', null);
  update right_request r set state = 'done', closed_at = now() where r.id = asked;
  return true;
end $$;
comment on function right_erase is 'All of it or nothing, in one transaction; a second time there is nothing to do. What stays names nobody.';
create function rights_to_erase() returns setof uuid language sql stable security definer set search_path = register, public, pg_temp
begin atomic
  select r.person from right_request r where r.kind = 'erasure' and r.state = 'granted' and may_be_erased(r.person) order by r.person limit 100;
end;
grant execute on function right_erase, rights_to_erase to chinhdanh_reminder;

-- Last: from here on the owner of the tables has no right to these any more.
do $$ declare f text; begin
  foreach f in array array['is_restricted', 'objects', 'may_look_though', 'right_impartial', 'right_bench', 'right_answerers', 'right_handled', 'right_acted', 'concerns_right',
      'right_event_is_signed', 'right_tells', 'right_on_roll', 'right_now', 'right_ask', 'right_copied', 'right_subject', 'right_lines', 'right_opened', 'right_said_for', 'right_answer',
      'right_appeal', 'right_take_back', 'rights_late', 'right_leaves', 'may_copy', 'may_be_erased', 'rights_to_erase'] loop
    execute format('alter function %I owner to chinhdanh_keeper', f);
  end loop;
end $$;
grant execute on function kept_about to chinhdanh_rights;
alter function publish_right owner to chinhdanh_publisher;
alter function right_copy owner to chinhdanh_rights;
alter function right_erase owner to chinhdanh_rights;
