-- 0030-cases.sql: a duty of the register in question: facts, notice, reply, decision by another, appeal one level up, sealed, erased. One table of states (src/cases/rules.ts).
create sequence case_number;
create table duty_case (
  id uuid primary key,
  number text not null unique,
  kind text not null check (kind in ('not_filed', 'false_declaration', 'not_kept_up_to_date', 'lent_or_sold')),
  fact text not null check (fact in ('not_attested', 'proven_by_another', 'not_seen_again', 'change_not_filed', 'rename_not_filed', 'other_account', 'said_lost')),
  thing uuid not null,
  fact_on date not null,
  declaration uuid references declaration (id),
  person uuid not null references person (id),
  opened_by uuid not null references person (id),
  opened_at timestamptz not null default now(),
  state text not null default 'notified' check (state in ('notified', 'to_decide', 'decided', 'appealed', 'sealed')),
  since date not null,
  days int not null check (days between 1 and 60),
  due_on date,
  at_unit uuid references unit (id),
  raised int not null default 0,
  outcome text check (outcome in ('unfounded', 'excused', 'reminder')),
  rule text check (rule ~ '^[0-9]{1,3}$'),
  decided_by uuid references person (id),
  decided_at timestamptz,
  settled text check (settled in ('upheld', 'annulled')),
  ground text check (ground in ('holds', 'fact_not_so', 'good_reason', 'steps_not_kept', 'late')),
  settled_by uuid references person (id),
  settled_at timestamptz,
  ended text check (ended in ('decided', 'settled', 'withdrawn', 'not_decided', 'person_left')),
  sealed_at timestamptz,
  erase_on date,
  unique (person, fact, thing, fact_on),
  check (opened_by <> person),
  check (decided_by is null or decided_by <> person and decided_by <> opened_by),
  check (settled_by is null or settled_by <> person and settled_by <> opened_by and settled_by <> decided_by),
  check ((decided_by is null) = (outcome is null) and (decided_by is null) = (rule is null) and (decided_by is null) = (decided_at is null)),
  check ((settled is null) = (ground is null) and (settled is null) = (settled_at is null)),
  check ((state = 'sealed') = (sealed_at is not null) and (state = 'sealed') = (ended is not null) and (state = 'sealed') = (erase_on is not null)),
  check ((state = 'sealed') = (due_on is null))
);
create index duty_case_person on duty_case (person);
create index duty_case_due on duty_case (due_on) where due_on is not null;
create index duty_case_erase on duty_case (erase_on) where erase_on is not null;
create index duty_case_unit on duty_case (at_unit) where sealed_at is null;
comment on column duty_case.id is 'personal: no. UUIDv7';
comment on column duty_case.number is 'personal: no. Short number, H-0001: what the access row names';
comment on column duty_case.kind is 'personal: yes. Which duty is in question';
comment on column duty_case.fact is 'personal: yes. Which fact of the register it starts from; offered by the database, never typed';
comment on column duty_case.thing is 'personal: yes. Id of the row that says so';
comment on column duty_case.fact_on is 'personal: yes. Day of that fact';
comment on column duty_case.declaration is 'personal: yes. About which declaration, where it is about one';
comment on column duty_case.person is 'personal: yes. Whose duty';
comment on column duty_case.opened_by is 'personal: yes. Who opened it';
comment on column duty_case.opened_at is 'personal: yes. When it was opened';
comment on column duty_case.state is 'personal: yes. Where it stands';
comment on column duty_case.since is 'personal: no. From which day the clock counts';
comment on column duty_case.days is 'personal: no. So many working days';
comment on column duty_case.due_on is 'personal: no. Last day of the clock, with what the person is away';
comment on column duty_case.at_unit is 'personal: no. The unit whose reviewer decides, or the nearest above it that has one';
comment on column duty_case.raised is 'personal: no. How often it went up because nobody decided in time';
comment on column duty_case.outcome is 'personal: yes. unfounded: the fact is not so; excused: it is, with good reason; reminder';
comment on column duty_case.rule is 'personal: yes. Number of the rule that the reasons rest on';
comment on column duty_case.decided_by is 'personal: yes. Who decided: neither the person nor who opened it';
comment on column duty_case.decided_at is 'personal: yes. When';
comment on column duty_case.settled is 'personal: yes. What became of the appeal';
comment on column duty_case.ground is 'personal: yes. Why, from a closed list; late: nobody answered it in time';
comment on column duty_case.settled_by is 'personal: yes. Who answered the appeal: nobody who acted before; none: the register, when nobody did in time';
comment on column duty_case.settled_at is 'personal: yes. When';
comment on column duty_case.ended is 'personal: yes. How it ended';
comment on column duty_case.sealed_at is 'personal: yes. When it was sealed: its number opens nothing from then on';
comment on column duty_case.erase_on is 'personal: no. Day on which it is erased';

-- The three places in which something is typed.
create table case_text (
  duty_case uuid not null references duty_case (id) on delete cascade,
  what text not null check (what in ('reply', 'reasons', 'appeal')),
  said text not null check (length(said) between 1 and 2000),
  primary key (duty_case, what)
);
comment on column case_text.duty_case is 'personal: no. Of which case';
comment on column case_text.what is 'personal: no. The person''s reply, the reasons of the decision, or the appeal';
comment on column case_text.said is 'personal: yes. What was typed: in no search, export, log or notice; erased with the case';

create table case_evidence (
  duty_case uuid not null references duty_case (id) on delete cascade,
  what text not null check (what in ('receipt', 'attestation', 'proof')),
  thing uuid not null,
  said text not null,
  made_at timestamptz not null,
  primary key (duty_case, thing)
);
comment on column case_evidence.duty_case is 'personal: no. Of which case';
comment on column case_evidence.what is 'personal: no. Chosen from the register: a receipt, an attestation or a proof';
comment on column case_evidence.thing is 'personal: yes. Which one';
comment on column case_evidence.said is 'personal: yes. Code of the receipt, or method of the proof';
comment on column case_evidence.made_at is 'personal: yes. When that was made';

create table case_event (
  n bigint generated always as identity primary key,
  duty_case uuid not null references duty_case (id) on delete cascade,
  what text not null check (what in ('opened', 'replied', 'no_reply', 'handed_up', 'raised', 'decided', 'appealed', 'settled', 'withdrawn', 'sealed')),
  at timestamptz not null default now(),
  actor uuid default actor(),
  by_name text,
  by_unit text
);
create index case_event_case on case_event (duty_case, n);
create index case_event_actor on case_event (actor) where actor is not null;
comment on column case_event.n is 'personal: no. In which order';
comment on column case_event.duty_case is 'personal: no. Of which case';
comment on column case_event.what is 'personal: yes. What was done';
comment on column case_event.at is 'personal: yes. When';
comment on column case_event.actor is 'personal: yes. Who did it; none: the register itself';
comment on column case_event.by_name is 'personal: yes. Name of who did it, on that day';
comment on column case_event.by_unit is 'personal: yes. Unit of who did it, on that day';

-- What stays: that there was a case, of whom nobody can tell.
create table case_erased (
  id uuid primary key default gen_random_uuid(),
  kind text not null,
  ended text not null,
  outcome text,
  settled text,
  opened_in int not null,
  erased_on date not null
);
comment on column case_erased.id is 'personal: no. Random; no id that the case had';
comment on column case_erased.kind is 'personal: no. Which duty was in question';
comment on column case_erased.ended is 'personal: no. How it ended';
comment on column case_erased.outcome is 'personal: no. What was decided';
comment on column case_erased.settled is 'personal: no. What became of an appeal';
comment on column case_erased.opened_in is 'personal: no. In which year it was opened';
comment on column case_erased.erased_on is 'personal: no. When it was erased';

do $$ declare t text; begin
  foreach t in array array['duty_case', 'case_text', 'case_evidence', 'case_event', 'case_erased'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('grant select, insert, delete on %I to chinhdanh_keeper', t);
    execute format('create policy keeper on %I to chinhdanh_keeper using (true) with check (true)', t);
    execute format('create trigger token_scope before insert or update or delete on %I for each statement execute function token_is_scoped(''declare'', ''records'')', t);
  end loop;
end $$;
grant update on duty_case to chinhdanh_keeper;
grant usage on sequence case_number to chinhdanh_keeper;

-- What the functions below need to see beside their own tables.
grant select (id, code, person, act, made_at) on receipt to chinhdanh_keeper;
create policy keeper_chooses on receipt for select to chinhdanh_keeper using (true);
grant select (made_at, declaration) on declaration_version to chinhdanh_keeper;
grant select (subject, actor, number, purpose) on access to chinhdanh_keeper;
grant delete on notice, outgoing_mail to chinhdanh_keeper;
create policy keeper_erases on notice for delete to chinhdanh_keeper using (kind like 'case\_%');

-- Days -------------------------------------------------------------------------------------------------------------------------------
create function register_day_of(moment timestamptz) returns date language sql stable security definer set search_path = register, public, pg_temp
  return (moment at time zone (select time_zone from watch_rule))::date;

create function is_away(who uuid, which date) returns boolean language sql stable security definer set search_path = register, public, pg_temp
  return exists (select from absence a where a.person = who and (a.kind = 'leave' or a.reason = 'health') and which between a.from_on and a.until_on
    and (a.ended_at is null or which < register_day_of(a.ended_at)));
comment on function is_away is 'On leave or ill on that day, as it was written down: days on which no clock of a case runs for them.';

create function case_day(who uuid, since date, days int) returns date language plpgsql stable security definer set search_path = register, public, pg_temp as $$
declare
  day date := since;
  still int := days;
begin
  while still > 0 loop
    day := day + 1;
    if is_working_day(day) and (who is null or not is_away(who, day)) then still := still - 1; end if;
  end loop;
  return day;
end $$;
comment on function case_day is 'The n-th working day after this day on which this person is here; nobody: the n-th working day.';

-- The facts --------------------------------------------------------------------------------------------------------------------------
create type case_fact as (fact text, thing uuid, fact_on date, declaration uuid);
create function case_kind(of_fact text) returns text language sql immutable set search_path = register, public, pg_temp
  return case of_fact when 'not_attested' then 'not_filed' when 'proven_by_another' then 'false_declaration' when 'not_seen_again' then 'false_declaration'
    when 'change_not_filed' then 'not_kept_up_to_date' when 'rename_not_filed' then 'not_kept_up_to_date' when 'other_account' then 'lent_or_sold' when 'said_lost' then 'lent_or_sold' end;

create function case_facts_of(subject uuid) returns setof case_fact language sql stable security definer set search_path = register, public, pg_temp
begin atomic
  select found.fact, found.thing, found.fact_on, found.declaration from (
    -- Asked, could be reached, and the day went by without an answer.
    select 'not_attested' as fact, d.person as thing, d.due_on as fact_on, null::uuid as declaration from attestation_duty d
      where d.person = subject and d.state = 'overdue' and not d.answered and d.due_on < register_day()
    union all
    -- Declared by this person without proof; somebody else has proven it, and the days to prove it anew are over.
    select 'proven_by_another', d.id, min(register_day_of(p.found_at)) + 7, d.id from declaration d
        join declaration other on other.canonical = d.canonical and other.person <> d.person and other.ended_at is null
        join proof p on p.declaration = other.id and p.state = 'found' and p.method <> 'witnessed'
      where d.person = subject and d.ended_at is null and not exists (select from proof own where own.declaration = d.id and own.state = 'found')
      group by d.id
    union all
    -- Witnessed once; when the unit above looked again, the account was not there to be shown.
    select 'not_seen_again', w.id, register_day_of(w.decided_at), w.declaration from witness_request w
      where w.person = subject and w.look = 2 and w.state = 'not_seen'
    union all
    -- The person said that something had changed, and filed nothing of it for thirty days.
    select 'change_not_filed', a.id, register_day_of(a.answered_at) + 30, a.declaration from attestation_answer a join declaration d on d.id = a.declaration
      where a.person = subject and a.answer = 'changed' and a.attestation is not null and d.ended_at is null
        and not exists (select from declaration_version v where v.declaration = a.declaration and v.made_at > a.answered_at)
    union all
    -- The person said that they had renamed the account, and has not declared the new name for thirty days.
    select 'rename_not_filed', i.id, register_day_of(i.opened_at) + 30, i.declaration from incident i
      where i.person = subject and i.kind = 'reused_handle' and i.decision = 'renamed' and i.closed_at is null
    union all
    -- The name belongs to another permanent id, and for thirty days the person said neither that they renamed it nor that it was taken.
    select 'other_account', i.id, register_day_of(i.opened_at) + 30, i.declaration from incident i
      where i.person = subject and i.kind = 'reused_handle' and i.decision is null and i.closed_at is null
        and not exists (select from incident taken where taken.declaration = i.declaration and taken.kind = 'hijack')
    union all
    -- The person's own statement.
    select 'said_lost', a.id, register_day_of(a.answered_at), a.declaration from attestation_answer a
      where a.person = subject and a.answer = 'not_in_control' and a.attestation is not null
        and not exists (select from incident taken where taken.declaration = a.declaration and taken.kind = 'hijack')
  ) found
  -- A year old is old enough; and what was a case is none a second time.
  where found.fact_on <= register_day() and found.fact_on > register_day() - 365
    and not exists (select from duty_case c where c.person = subject and c.fact = found.fact and c.thing = found.thing and c.fact_on = found.fact_on)
  order by found.fact_on desc, found.thing limit 50;
end;
comment on function case_facts_of is 'What the register itself knows of duties not done. Nothing else begins a case.';

create function case_has_its_fact() returns trigger language plpgsql security definer set search_path = register, public, pg_temp as $$
begin
  if not exists (select from case_facts_of(new.person) f where f.fact = new.fact and f.thing = new.thing and f.fact_on = new.fact_on) then
    raise exception 'a case begins with a fact of the register' using errcode = 'check_violation';
  end if;
  new.kind := case_kind(new.fact);
  new.number := 'H-' || to_char(nextval('case_number'), 'FM99999999990000');
  select f.declaration into new.declaration from case_facts_of(new.person) f where f.fact = new.fact and f.thing = new.thing and f.fact_on = new.fact_on;
  return new;
end $$;
create trigger case_has_its_fact before insert on duty_case for each row execute function case_has_its_fact();

create function case_event_is_signed() returns trigger language plpgsql security definer set search_path = register, public, pg_temp as $$
begin
  select p.name, u.name into new.by_name, new.by_unit from person p left join unit u on u.id = p.unit where p.id = new.actor;
  return new;
end $$;
create trigger case_event_is_signed before insert on case_event for each row execute function case_event_is_signed();

-- Who ---------------------------------------------------------------------------------------------------------------------------------
create function case_impartial(who uuid, c duty_case) returns boolean language sql stable security definer set search_path = register, public, pg_temp
  return who <> c.person and who <> c.opened_by and not exists (select from case_event e where e.duty_case = c.id and e.actor = who);
comment on function case_impartial is 'Neither whose duty it is, nor anybody who did anything in it before.';

create function case_bench(c duty_case, from_unit uuid, above_it boolean, but uuid) returns uuid language sql stable security definer set search_path = register, public, pg_temp
  return (select up.id from unit here, unnest(string_to_array(replace(here.path::text, '_', '-'), '.')::uuid[]) with ordinality as up (id, depth)
    where here.id = from_unit and not (above_it and up.id = from_unit)
      and exists (select from role_held held where held.unit = up.id and held.role = 'reviewer' and serving(held)
        and held.person is distinct from but and case_impartial(held.person, c))
    order by up.depth desc limit 1);
comment on function case_bench is 'This unit, or the nearest above it, with a reviewer in term who may decide this case.';

create function reviews_above(subject uuid) returns boolean language sql stable security definer set search_path = register, public, pg_temp
  return exists (select from role_held mine where mine.person = actor() and mine.role = 'reviewer' and serving(mine) and mine.unit = (
    select up.id from person p join unit here on here.id = p.unit, unnest(string_to_array(replace(here.path::text, '_', '-'), '.')::uuid[]) with ordinality as up (id, depth)
      where p.id = subject and p.left_at is null and up.id <> here.id
        and exists (select from role_held held where held.unit = up.id and held.role = 'reviewer' and serving(held))
      order by up.depth desc limit 1));
create function may_open_case(subject uuid) returns boolean language sql stable security definer set search_path = register, public, pg_temp
  return subject <> actor() and (kept_in(subject) is not null or reviews_above(subject));
comment on function may_open_case is 'The officer who keeps this person, or a reviewer of the unit above theirs.';
grant execute on function may_open_case to chinhdanh_app;

create function case_kept(c duty_case) returns boolean language sql stable security definer set search_path = register, public, pg_temp
  return c.sealed_at is null and c.person <> actor() and (kept_in(c.person) is not null or c.opened_by = actor() and reviews_above(c.person));
create function case_judged(c duty_case) returns boolean language sql stable security definer set search_path = register, public, pg_temp
  return c.state in ('to_decide', 'appealed') and case_impartial(actor(), c) and exists (select from role_held mine
    where mine.person = actor() and mine.role = 'reviewer' and serving(mine) and mine.unit = case_bench(c, c.at_unit, false, null));
comment on function case_judged is 'Is it, now, this actor''s to decide?';
create function case_handled(asked uuid) returns boolean language sql stable security definer set search_path = register, public, pg_temp
  return exists (select from duty_case c where c.id = asked and (case_kept(c) or case_judged(c)));
create function case_acted(asked uuid) returns boolean language sql stable security definer set search_path = register, public, pg_temp
  return exists (select from case_event e join duty_case c on c.id = e.duty_case
    where e.duty_case = asked and e.actor = actor() and c.person <> actor() and e.what in ('handed_up', 'decided', 'settled', 'withdrawn'));
comment on function case_acted is 'Has the actor done their part in it? Pressed twice is done once.';
grant execute on function case_handled, case_acted to chinhdanh_app;

-- The access row: to look for facts, and for a case by its number, as long as it is open and the actor's to handle.
create function concerns_case(given text, subject uuid) returns boolean language sql stable security definer set search_path = register, public, pg_temp
  return exists (select from duty_case c where c.number = given and c.person = subject and c.sealed_at is null and case_handled(c.id));
grant execute on function concerns_case to chinhdanh_app;
create policy opens_for_a_case on access for insert to chinhdanh_app with check (
  channel in ('web', 'api') and subject is not null and fields = 'record' and purpose = 'case' and subject <> actor() and concerns_case(number, subject));
create policy looks_for_facts on access for insert to chinhdanh_app with check (
  channel in ('web', 'api') and subject is not null and fields = 'record' and purpose = 'duty' and number is null and may_open_case(subject));

create function opened_for_case(given text, whose uuid) returns boolean language sql stable
  return exists (select from access a where a.tx = pg_current_xact_id_if_assigned() and a.at = now()
    and a.subject = whose and a.actor = actor() and a.purpose = 'case' and a.number = given);
comment on function opened_for_case is 'Has the actor, in this very transaction, written down that this record is opened for this case? Another reason opens no case.';
grant execute on function opened_for_case to chinhdanh_app;
grant select on duty_case, case_text, case_evidence, case_event to chinhdanh_app;
create policy own on duty_case for select to chinhdanh_app using (person = actor());
create policy opened_for_it on duty_case for select to chinhdanh_app using (opened_for_case(number, person));
create policy with_its_case on case_text for select to chinhdanh_app using (exists (select from duty_case c where c.id = duty_case));
create policy with_its_case on case_evidence for select to chinhdanh_app using (exists (select from duty_case c where c.id = duty_case));
create policy with_its_case on case_event for select to chinhdanh_app using (exists (select from duty_case c where c.id = duty_case));

-- Steps -------------------------------------------------------------------------------------------------------------------------------
create function case_tell_bench(c duty_case) returns void language plpgsql security definer set search_path = register, public, pg_temp as $$
declare one uuid;
begin
  for one in select distinct held.person from role_held held where held.role = 'reviewer' and serving(held) and held.unit = case_bench(c, c.at_unit, false, null) and case_impartial(held.person, c) loop
    if c.state = 'appealed' then perform tell(one, 'case_appeal_task', c.id || '.' || c.raised, c.id);
    else perform tell(one, 'case_task', c.id || '.' || c.raised, c.id);
    end if;
  end loop;
end $$;

create function case_turns(asked uuid, into_state text, working_days int, bench uuid) returns duty_case language plpgsql security definer set search_path = register, public, pg_temp as $$
declare c duty_case;
begin
  update duty_case k set state = into_state, since = register_day(), days = working_days, at_unit = coalesce(bench, k.at_unit),
      due_on = case_day(case when into_state in ('notified', 'decided') then k.person end, register_day(), working_days)
    where k.id = asked returning * into c;
  return c;
end $$;
comment on function case_turns is 'The next state, its clock and its next person. Clocks of the person rest while they are away; those of reviewers do not.';

create function case_seals(asked uuid, how text) returns duty_case language plpgsql security definer set search_path = register, public, pg_temp as $$
declare c duty_case;
begin
  update duty_case k set state = 'sealed', ended = how, sealed_at = now(), due_on = null,
      -- Where nothing was found it goes soon, but not while the same fact could still be taken up.
      erase_on = case when k.outcome = 'reminder' and k.settled is distinct from 'annulled' and how in ('decided', 'settled') then (register_day() + interval '1 year')::date
        else greatest(register_day() + 90, k.fact_on + 366) end
    where k.id = asked and k.sealed_at is null returning * into c;
  if c.id is not null then insert into case_event (duty_case, what, actor) values (c.id, 'sealed', null); end if;
  return c;
end $$;

create function case_said_for(asked uuid) returns boolean language sql stable security definer set search_path = register, public, pg_temp
  return exists (select from duty_case c join access a on a.subject = c.person and a.number = c.number where c.id = asked and a.actor = actor() and a.purpose = 'case');
comment on function case_said_for is 'Has the actor opened this case before? Nobody decides what they have not read.';

create function case_facts(subject uuid) returns setof case_fact language sql stable security definer set search_path = register, public, pg_temp
begin atomic
  select f.fact, f.thing, f.fact_on, f.declaration from case_facts_of(subject) f where may_open_case(subject) and said_before(subject, 'duty');
end;

create function case_open(fresh uuid, subject uuid, of_fact text, of_thing uuid, of_day date, out outcome text, out opened uuid) language plpgsql security definer set search_path = register, public, pg_temp as $$
declare
  c duty_case;
  bench uuid;
begin
  outcome := 'not_found';
  if not may_open_case(subject) or not said_before(subject, 'duty') or not token_allows('records') then return; end if;
  perform pg_advisory_xact_lock(hashtextextended('cases of ' || subject, 0));
  select * into c from duty_case k where k.person = subject and k.fact = of_fact and k.thing = of_thing and k.fact_on = of_day;
  if c.opened_by = actor() then outcome := 'again'; opened := c.id; return; end if;
  outcome := 'fact_not_there';
  if not exists (select from case_facts_of(subject) f where f.fact = of_fact and f.thing = of_thing and f.fact_on = of_day) then return; end if;
  c.id := fresh; c.person := subject; c.opened_by := actor();
  bench := case_bench(c, (select p.unit from person p where p.id = subject), false, null);
  outcome := 'no_reviewer';
  if bench is null then return; end if;
  insert into duty_case (id, fact, thing, fact_on, person, opened_by, since, days, due_on, at_unit)
    values (fresh, of_fact, of_thing, of_day, subject, actor(), register_day(), 10, case_day(subject, register_day(), 10), bench);
  insert into case_event (duty_case, what) values (fresh, 'opened');
  perform tell(subject, 'case_opened', fresh::text, fresh);
  outcome := 'opened'; opened := fresh;
end $$;
comment on function case_open is 'A case begins: with a fact, where there is somebody to decide it, and with word to the person in the same transaction.';

create function case_choices_of(whose uuid) returns table (what text, thing uuid, said text, made_at timestamptz) language sql stable security definer set search_path = register, public, pg_temp
begin atomic
  select * from (
    select 'receipt' as what, r.id as thing, r.code as said, r.made_at from receipt r where r.person = whose
    union all select 'attestation', a.id, a.code, a.made_at from attestation a where a.person = whose
    union all select 'proof', p.id, p.method, p.found_at from proof p where p.person = whose and p.state = 'found'
  ) known order by 4 desc, 2 limit 50;
end;
create function case_choices() returns table (what text, thing uuid, said text, made_at timestamptz) language sql stable security definer set search_path = register, public, pg_temp
begin atomic
  select known.what, known.thing, known.said, known.made_at from case_choices_of(actor()) known where token_allows('read', 'declare');
end;
comment on function case_choices is 'What of their own the actor can point to: receipts, attestations, proofs. Nothing is uploaded.';

create function case_reply(asked uuid, said text, shown uuid[]) returns text language plpgsql security definer set search_path = register, public, pg_temp as $$
declare c duty_case;
begin
  select * into c from duty_case k where k.id = asked and k.person = actor() for update;
  if c.id is null or not token_allows('declare') then return 'not_found'; end if;
  if exists (select from case_text t where t.duty_case = asked and t.what = 'reply') then return 'again'; end if;
  if c.state not in ('notified', 'to_decide') then return 'case_step_over'; end if;
  insert into case_text (duty_case, what, said) values (asked, 'reply', case_reply.said);
  insert into case_evidence (duty_case, what, thing, said, made_at)
    select asked, known.what, known.thing, known.said, known.made_at from case_choices_of(actor()) known where known.thing = any (shown);
  insert into case_event (duty_case, what) values (asked, 'replied');
  if c.state = 'notified' then perform case_tell_bench(case_turns(asked, 'to_decide', 15, null)); end if;
  return 'replied';
end $$;
comment on function case_reply is 'Once. Until it is decided a reply that comes late is read as well.';

create function case_decide(asked uuid, verdict text, by_rule text, said text) returns text language plpgsql security definer set search_path = register, public, pg_temp as $$
declare
  c duty_case;
  bench uuid;
begin
  select * into c from duty_case k where k.id = asked for update;
  if c.id is null or not token_allows('records') then return 'not_found'; end if;
  if c.decided_by = actor() then return 'again'; end if;
  if not case_judged(c) or not case_said_for(asked) then return 'not_found'; end if;
  if c.state <> 'to_decide' then return 'case_step_over'; end if;
  bench := case_bench(c, c.at_unit, false, null);
  insert into case_text (duty_case, what, said) values (asked, 'reasons', case_decide.said);
  update duty_case k set outcome = verdict, rule = by_rule, decided_by = actor(), decided_at = now() where k.id = asked;
  insert into case_event (duty_case, what) values (asked, 'decided');
  if verdict = 'reminder' then c := case_turns(asked, 'decided', 10, bench);
  else c := case_seals(asked, 'decided');
  end if;
  perform tell(c.person, 'case_decided', c.id::text, c.id);
  return 'decided';
end $$;

create function case_hand_up(asked uuid) returns text language plpgsql security definer set search_path = register, public, pg_temp as $$
declare
  c duty_case;
  up uuid;
begin
  select * into c from duty_case k where k.id = asked for update;
  if c.id is null or not token_allows('records') then return 'not_found'; end if;
  if exists (select from case_event e where e.duty_case = asked and e.actor = actor() and e.what = 'handed_up') then return 'again'; end if;
  if not case_judged(c) or not case_said_for(asked) then return 'not_found'; end if;
  if c.state <> 'to_decide' then return 'case_step_over'; end if;
  up := case_bench(c, case_bench(c, c.at_unit, false, null), true, actor());
  if up is null then return 'nobody_above'; end if;
  insert into case_event (duty_case, what) values (asked, 'handed_up');
  c := case_turns(asked, 'to_decide', 15, up);
  update duty_case k set raised = k.raised + 1 where k.id = asked returning * into c;
  perform tell(c.person, 'case_handed_up', c.id || '.' || c.raised, c.id);
  perform case_tell_bench(c);
  return 'handed_up';
end $$;
comment on function case_hand_up is 'The unit above decides instead. Whoever handed it up has no more part in it.';

create function case_withdraw(asked uuid) returns text language plpgsql security definer set search_path = register, public, pg_temp as $$
declare c duty_case;
begin
  select * into c from duty_case k where k.id = asked for update;
  if c.id is null or not token_allows('records') then return 'not_found'; end if;
  if c.ended = 'withdrawn' and case_acted(asked) then return 'again'; end if;
  if not case_kept(c) or not case_said_for(asked) then return 'not_found'; end if;
  if c.state not in ('notified', 'to_decide') then return 'case_step_over'; end if;
  insert into case_event (duty_case, what) values (asked, 'withdrawn');
  c := case_seals(asked, 'withdrawn');
  perform tell(c.person, 'case_withdrawn', c.id::text, c.id);
  return 'withdrawn';
end $$;

create function case_appeal(asked uuid, said text) returns text language plpgsql security definer set search_path = register, public, pg_temp as $$
declare c duty_case;
begin
  select * into c from duty_case k where k.id = asked and k.person = actor() for update;
  if c.id is null or not token_allows('declare') then return 'not_found'; end if;
  if exists (select from case_text t where t.duty_case = asked and t.what = 'appeal') then return 'again'; end if;
  if c.state <> 'decided' then return 'case_step_over'; end if;
  insert into case_text (duty_case, what, said) values (asked, 'appeal', case_appeal.said);
  insert into case_event (duty_case, what) values (asked, 'appealed');
  -- One level up; at the top, another reviewer of it.
  perform case_tell_bench(case_turns(asked, 'appealed', 15, coalesce(case_bench(c, c.at_unit, true, null), case_bench(c, c.at_unit, false, null))));
  return 'appealed';
end $$;

create function case_settle(asked uuid, verdict text, why text) returns text language plpgsql security definer set search_path = register, public, pg_temp as $$
declare c duty_case;
begin
  select * into c from duty_case k where k.id = asked for update;
  if c.id is null or not token_allows('records') then return 'not_found'; end if;
  if c.settled_by = actor() then return 'again'; end if;
  if not case_judged(c) or not case_said_for(asked) then return 'not_found'; end if;
  if c.state <> 'appealed' then return 'case_step_over'; end if;
  update duty_case k set settled = verdict, ground = why, settled_by = actor(), settled_at = now() where k.id = asked;
  insert into case_event (duty_case, what) values (asked, 'settled');
  c := case_seals(asked, 'settled');
  perform tell(c.person, 'case_settled', c.id::text, c.id);
  return 'settled';
end $$;
grant execute on function case_facts, case_open, case_choices, case_reply, case_decide, case_hand_up, case_withdraw, case_appeal, case_settle to chinhdanh_app;

create type case_line as (id uuid, number text, kind text, state text, unit text, opened_at timestamptz, due_on date, judge boolean);
create function case_tasks() returns setof case_line language sql stable security definer set search_path = register, public, pg_temp
begin atomic
  select c.id, c.number, c.kind, c.state, here.name, c.opened_at, c.due_on, case_judged(c)
  from duty_case c join person p on p.id = c.person join unit here on here.id = p.unit
  where c.sealed_at is null and exists (select from role_held mine join unit top on top.id = mine.unit left join unit bench on bench.id = c.at_unit
      where mine.person = actor() and mine.role in ('officer', 'reviewer') and serving(mine)
        and (here.path operator(public.<@) top.path or bench.path operator(public.<@) top.path))
    and case_handled(c.id)
  order by case_judged(c) desc, c.due_on, c.number limit 200;
end;
comment on function case_tasks is 'Open cases that the actor decides, or of people whom they keep: number, kind and unit; no name.';
create function case_task(asked uuid) returns setof case_line language sql stable security definer set search_path = register, public, pg_temp
begin atomic
  select c.id, c.number, c.kind, c.state, here.name, c.opened_at, c.due_on, case_judged(c)
  from duty_case c join person p on p.id = c.person join unit here on here.id = p.unit where c.id = asked and case_handled(c.id);
end;
create function case_subject(asked uuid) returns table (subject uuid, number text) language sql stable security definer set search_path = register, public, pg_temp
begin atomic
  select c.person, c.number from duty_case c where c.id = asked and case_handled(asked);
end;
comment on function case_subject is 'Whose record the actor is about to open for the sake of this case: an id, for the row that comes first.';
grant execute on function case_tasks, case_task, case_subject to chinhdanh_app;

-- The clock ---------------------------------------------------------------------------------------------------------------------------
create function case_is_late(c duty_case) returns void language plpgsql security definer set search_path = register, public, pg_temp as $$
declare up uuid;
begin
  if c.state = 'notified' then
    insert into case_event (duty_case, what, actor) values (c.id, 'no_reply', null);
    c := case_turns(c.id, 'to_decide', 15, null);
    perform tell(c.person, 'case_no_reply', c.id::text, c.id);
    perform case_tell_bench(c);
  elsif c.state = 'decided' then
    c := case_seals(c.id, 'decided');
    perform tell(c.person, 'case_stands', c.id::text, c.id);
  else
    up := case_bench(c, coalesce(case_bench(c, c.at_unit, false, null), c.at_unit), true, null);
    if up is not null then
      insert into case_event (duty_case, what, actor) values (c.id, 'raised', null);
      c := case_turns(c.id, c.state, 15, up);
      update duty_case k set raised = k.raised + 1 where k.id = c.id returning * into c;
      perform tell(c.person, 'case_late', c.id || '.' || c.raised, c.id);
      perform case_tell_bench(c);
    else
      -- Nobody is left to decide, or nobody did: that is not the person's to bear.
      if c.state = 'appealed' then update duty_case k set settled = 'annulled', ground = 'late', settled_at = now() where k.id = c.id; end if;
      c := case_seals(c.id, case when c.state = 'appealed' then 'settled' else 'not_decided' end);
      perform tell(c.person, 'case_not_decided', c.id::text, c.id);
    end if;
  end if;
end $$;
create function cases_late() returns int language plpgsql security definer set search_path = register, public, pg_temp as $$
declare
  c duty_case;
  n int := 0;
begin
  for c in select * from duty_case k where k.due_on < register_day() order by k.due_on, k.id limit 1000 for update skip locked loop
    perform case_is_late(c);
    n := n + 1;
  end loop;
  return n;
end $$;
comment on function cases_late is 'No reply leads on to the decision; no decision goes up; where it can go no further it ends for the person; no appeal lets the decision stand.';

create function cases_erase() returns int language plpgsql security definer set search_path = register, public, pg_temp as $$
declare
  c duty_case;
  n int := 0;
begin
  for c in select * from duty_case k where k.erase_on <= register_day() order by k.erase_on, k.id limit 1000 for update skip locked loop
    insert into case_erased (kind, ended, outcome, settled, opened_in, erased_on)
      values (c.kind, c.ended, c.outcome, c.settled, extract(year from register_day_of(c.opened_at)), register_day());
    delete from outgoing_mail m using notice told where told.id = m.notice and told.about = c.id and told.kind like 'case\_%';
    delete from notice told where told.about = c.id and told.kind like 'case\_%';
    delete from duty_case k where k.id = c.id;
    n := n + 1;
  end loop;
  return n;
end $$;
comment on function cases_erase is 'With all that was typed and shown, and with the notices about it. What stays names nobody.';
create function cases_due() returns bigint language sql stable security definer set search_path = register, public, pg_temp
  return (select count(*) from duty_case where due_on < register_day() or erase_on <= register_day());
comment on function cases_due is 'How many are due whatever the asking role may see: a job that does nothing while work is due fails loudly.';
grant select (about) on notice to chinhdanh_keeper;
grant execute on function cases_late, cases_erase, cases_due to chinhdanh_reminder;

-- Leave or illness that is written down, or ended, moves the days of the person at once.
create function case_rests() returns trigger language plpgsql security definer set search_path = register, public, pg_temp as $$
begin
  update duty_case c set due_on = case_day(c.person, c.since, c.days) where c.person = new.person and c.state in ('notified', 'decided');
  return null;
end $$;
create trigger case_rests after insert or update of ended_at on absence for each row execute function case_rests();

create function case_ends() returns trigger language plpgsql security definer set search_path = register, public, pg_temp as $$
begin
  perform case_seals(c.id, 'person_left') from duty_case c where c.person = new.id and c.sealed_at is null;
  return null;
end $$;
create trigger case_ends after update of left_at on person for each row when (new.left_at is not null and old.left_at is null) execute function case_ends();

-- Last: from here on the owner of the tables has no right to these any more.
alter function register_day_of owner to chinhdanh_keeper;
alter function is_away owner to chinhdanh_keeper;
alter function case_day owner to chinhdanh_keeper;
alter function case_facts_of owner to chinhdanh_keeper;
alter function case_has_its_fact owner to chinhdanh_keeper;
alter function case_event_is_signed owner to chinhdanh_keeper;
alter function case_impartial owner to chinhdanh_keeper;
alter function case_bench owner to chinhdanh_keeper;
alter function reviews_above owner to chinhdanh_keeper;
alter function may_open_case owner to chinhdanh_keeper;
alter function case_kept owner to chinhdanh_keeper;
alter function case_judged owner to chinhdanh_keeper;
alter function case_handled owner to chinhdanh_keeper;
alter function case_acted owner to chinhdanh_keeper;
alter function concerns_case owner to chinhdanh_keeper;
alter function case_tell_bench owner to chinhdanh_keeper;
alter function case_turns owner to chinhdanh_keeper;
alter function case_seals owner to chinhdanh_keeper;
alter function case_said_for owner to chinhdanh_keeper;
alter function case_facts owner to chinhdanh_keeper;
alter function case_open owner to chinhdanh_keeper;
alter function case_choices_of owner to chinhdanh_keeper;
alter function case_choices owner to chinhdanh_keeper;
alter function case_reply owner to chinhdanh_keeper;
alter function case_decide owner to chinhdanh_keeper;
alter function case_hand_up owner to chinhdanh_keeper;
alter function case_withdraw owner to chinhdanh_keeper;
alter function case_appeal owner to chinhdanh_keeper;
alter function case_settle owner to chinhdanh_keeper;
alter function case_tasks owner to chinhdanh_keeper;
alter function case_task owner to chinhdanh_keeper;
alter function case_subject owner to chinhdanh_keeper;
alter function case_is_late owner to chinhdanh_keeper;
alter function cases_late owner to chinhdanh_keeper;
alter function cases_erase owner to chinhdanh_keeper;
alter function cases_due owner to chinhdanh_keeper;
alter function case_rests owner to chinhdanh_keeper;
alter function case_ends owner to chinhdanh_keeper;
alter function case_kind owner to chinhdanh_keeper;
