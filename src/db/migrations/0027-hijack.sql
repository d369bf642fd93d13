-- 0027-hijack.sql: a page that was taken: frozen at once, answered within hours, given back by a fresh proof. One table of states (src/incidents/rules.ts).

-- What the functions below need to see and to write, and no more.
grant select (current_version, current_step) on declaration to chinhdanh_keeper;
grant select, insert (id, declaration, person, n, state, visibility, shows, manager, since, channel) on declaration_version to chinhdanh_keeper;
create policy keeper_freezes on declaration_version to chinhdanh_keeper using (true) with check (state in ('frozen', 'active', 'closing', 'lost'));
grant insert (id, code, person, act, declaration, version) on receipt to chinhdanh_keeper;
create policy keeper_gives on receipt for insert to chinhdanh_keeper with check (act in ('hijack_reported', 'given_up', 'false_alarm', 'renamed'));
grant select (method, made_at, found_at) on proof to chinhdanh_keeper;
grant execute on function token_allows to chinhdanh_keeper;

-- Who answers ----------------------------------------------------------------------------------------------------------------------
create function nearest_officers(from_unit uuid, subject uuid, above_it boolean) returns uuid language sql stable security definer set search_path = register, public, pg_temp
  return (select up.id from unit here, unnest(string_to_array(replace(here.path::text, '_', '-'), '.')::uuid[]) with ordinality as up (id, depth)
    where here.id = from_unit and not (above_it and up.id = from_unit)
      and exists (select from role_held held where held.unit = up.id and held.role = 'officer' and serving(held) and held.person <> subject)
    order by up.depth desc limit 1);
comment on function nearest_officers is 'This unit, or the nearest above it, with an officer in term who is not the person concerned.';

create function handed_up(i incident) returns boolean language sql stable security definer set search_path = register, public, pg_temp
  return i.closed_at is null and i.person is distinct from actor() and exists (select from role_held mine
    where mine.person = actor() and mine.role = 'officer' and serving(mine) and mine.unit = next_keeper(i.raised_to))
    and exists (select from person p where p.id = i.person and p.left_at is null);
create function handles(asked uuid) returns boolean language sql stable security definer set search_path = register, public, pg_temp
  return exists (select from incident i where i.id = asked and i.closed_at is null and i.person is distinct from actor() and (kept_in(i.person) is not null or handed_up(i)));
comment on function handles is 'Is the actor, now, an officer who answers this open incident: who keeps the person, or the unit above that it was handed up to?';
grant execute on function handles to chinhdanh_app;

-- What went up unanswered opens the record of that one person, for as long as it is open, to the officer it went up to.
create function concerns_above(why text, given text, subject uuid) returns boolean language sql stable security definer set search_path = register, public, pg_temp
  return why = 'incident' and exists (select from incident i where i.number = given and i.person = subject and handed_up(i));
grant execute on function concerns_above to chinhdanh_app;
create policy officer_above_opens_for on access for insert to chinhdanh_app with check (
  channel in ('web', 'api') and subject is not null and fields = 'record' and purpose = 'incident' and subject <> actor()
  and concerns_above(purpose, number, subject));

create function tell_officers(i incident, above boolean) returns bigint language plpgsql security definer set search_path = register, public, pg_temp as $$
declare
  at_unit uuid := coalesce(next_keeper(i.raised_to), (select nearest_officers(p.unit, p.id, false) from person p where p.id = i.person));
  one uuid;
  told bigint := 0;
begin
  for one in select distinct held.person from role_held held where held.unit = at_unit and held.role = 'officer' and serving(held)
      and held.person <> i.person and held.person is distinct from actor() loop
    if above then perform tell(one, 'incident_raised', i.id || '.' || i.raised, i.id);
    else perform tell(one, 'incident_task', i.id || '.' || i.stage, i.id);
    end if;
    told := told + 1;
  end loop;
  return told;
end $$;

-- The page --------------------------------------------------------------------------------------------------------------------------
create function next_version(page uuid, into_state text, by_channel text) returns uuid language sql security definer set search_path = register, public, pg_temp
begin atomic
  insert into declaration_version (id, declaration, person, n, state, visibility, shows, manager, since, channel)
    select gen_random_uuid(), v.declaration, v.person, v.n + 1, into_state, v.visibility, v.shows, v.manager, v.since, by_channel
    from declaration d join declaration_version v on v.id = d.current_version where d.id = page
    returning id;
end;
comment on function next_version is 'The version in force once more, in another state.';
create function state_of(page uuid) returns text language sql stable security definer set search_path = register, public, pg_temp
  return (select v.state from declaration d join declaration_version v on v.id = d.current_version where d.id = page);
create function lock_page(page uuid) returns void language sql security definer set search_path = register, public, pg_temp
begin atomic
  select pg_advisory_xact_lock(hashtextextended(d.canonical, 0)) from declaration d where d.id = page;
end;
create function new_receipt(code text, of_act text, page uuid) returns text language plpgsql security definer set search_path = register, public, pg_temp as $$
begin
  insert into receipt (id, code, person, act, declaration, version)
    select gen_random_uuid(), new_receipt.code, d.person, of_act, d.id, d.current_version from declaration d where d.id = page;
  return new_receipt.code;
end $$;

-- Opens an incident, or finds the one that is open. What was only asked for becomes real when its owner or an officer says so.
create function incident_open(fresh uuid, page uuid, of_kind text, what text, came text, of_stage text, look uuid, by_channel text, code text) returns incident
language plpgsql security definer set search_path = register, public, pg_temp as $$
declare
  i incident;
  home uuid;
begin
  perform lock_page(page);
  if state_of(page) not in ('active', 'closing', 'frozen') then return null; end if;
  select * into i from incident where declaration = page and kind = of_kind and closed_at is null for update;
  if i.id is not null and (i.stage <> 'asked' or of_stage = 'asked') then return i; end if;
  if i.id is null then
    select p.unit into home from declaration d join person p on p.id = d.person where d.id = page;
    insert into incident (id, kind, matter, stage, how, declaration, proof, due_at, raised_to)
      values (fresh, of_kind, what, of_stage, came, page, look, now() + interval '4 hours',
        (select nullif(nearest_officers(home, d.person, false), next_keeper(home)) from declaration d where d.id = page))
      returning * into i;
  else
    update incident set stage = 'open', how = came, matter = what, due_at = now() + interval '4 hours' where id = i.id returning * into i;
  end if;
  insert into incident_event (incident, what) values (i.id, case when i.stage = 'asked' then 'asked' else 'opened' end);
  if i.stage <> 'asked' then
    update incident set was = coalesce((select o.was from incident o where o.declaration = page and o.closed_at is null and o.was is not null limit 1),
      case when state_of(page) = 'closing' then 'closing' else 'active' end) where id = i.id returning * into i;
    if state_of(page) <> 'frozen' then perform next_version(page, 'frozen', by_channel); end if;
    if code is not null then
      update incident set receipt = new_receipt(code, 'hijack_reported', page) where id = i.id returning * into i;
    end if;
  end if;
  if tell_officers(i, false) > 0 then insert into incident_event (incident, what, whom, actor) values (i.id, 'sent', 'unit', null); end if;
  return i;
end $$;

-- Settles one. The page goes back to what it was when nothing about it is open any more.
create function incident_close(asked uuid, how_it_ended text, by_channel text) returns void language plpgsql security definer set search_path = register, public, pg_temp as $$
declare i incident;
begin
  update incident set closed_at = now(), outcome = how_it_ended, due_at = null, letter_due_at = null where id = asked and closed_at is null returning * into i;
  if i.id is null then return; end if;
  insert into incident_event (incident, what) values (i.id, 'closed');
  if i.was is not null and state_of(i.declaration) = 'frozen'
    and not exists (select from incident o where o.declaration = i.declaration and o.closed_at is null and o.was is not null) then
    perform next_version(i.declaration, i.was, by_channel);
  end if;
end $$;

-- As the checker ----------------------------------------------------------------------------------------------------------------------
create function incident_found(fresh uuid, page uuid, look uuid) returns boolean language plpgsql security definer set search_path = register, public, pg_temp as $$
declare i incident;
begin
  i := incident_open(fresh, page, 'reused_handle', null, 'check', 'open', look, 'check', null);
  return coalesce(i.id = fresh, false);
end $$;
comment on function incident_found is 'A check met another account under this name: once, and what was confirmed is frozen. Gives whether it is new.';
grant execute on function incident_found to chinhdanh_checker;

-- A fresh proof gives a page back: begun after it was reported taken, and of the same permanent id wherever one is known.
create function incident_recovers() returns trigger language plpgsql security definer set search_path = register, public, pg_temp as $$
declare
  i incident;
  known text := (select p.uid from proof p where p.declaration = new.declaration and p.id <> new.id and p.uid is not null order by p.found_at desc nulls last limit 1);
begin
  for i in select * from incident where declaration = new.declaration and closed_at is null and stage <> 'asked' order by opened_at, id loop
    if (known is null or new.uid = known) and (i.kind = 'hijack' and new.made_at > i.opened_at or i.kind = 'reused_handle' and new.uid is not null) then
      perform incident_close(i.id, 'proven_again', 'check');
      perform tell(new.person, 'page_recovered', i.id::text, i.id);
    end if;
  end loop;
  -- The same account proven under another name: what its owner said of the old name is so, and the old page is over.
  for i in select x.* from incident x join declaration gone on gone.id = x.declaration join declaration here on here.id = new.declaration
      where x.person = new.person and x.closed_at is null and x.decision = 'renamed' and x.declaration <> new.declaration and gone.platform = here.platform
        and new.uid = (select p.uid from proof p where p.declaration = x.declaration and p.uid is not null order by p.found_at desc nulls last limit 1) loop
    update incident set was = null where id = i.id;
    perform incident_close(i.id, 'renamed', 'check');
    perform lock_page(i.declaration);
    perform next_version(i.declaration, 'lost', 'check');
    perform tell(new.person, 'page_recovered', i.id::text, i.id);
  end loop;
  return null;
end $$;
create trigger incident_recovers after update of state on proof for each row when (old.state = 'waiting' and new.state = 'found') execute function incident_recovers();

create function incident_ends() returns trigger language plpgsql security definer set search_path = register, public, pg_temp as $$
begin
  perform incident_close(i.id, 'declaration_ended', 'check') from incident i where i.declaration = new.id and i.closed_at is null;
  return null;
end $$;
create trigger incident_ends after update of ended_at on declaration for each row when (new.ended_at is not null and old.ended_at is null) execute function incident_ends();

-- The owner -------------------------------------------------------------------------------------------------------------------------
create type hijack_line as (page uuid, incident uuid, number text, receipt text, again boolean);
create function hijack_open_all(subject uuid, pages uuid[], ids uuid[], codes text[], what text, came text, by_channel text) returns setof hijack_line
language plpgsql security definer set search_path = register, public, pg_temp as $$
declare
  one record;
  i incident;
begin
  perform pg_advisory_xact_lock(hashtextextended('declarations of ' || subject, 0));
  for one in select d.id, given.fresh, given.code from unnest(pages, ids, codes) as given (page, fresh, code) join declaration d on d.id = given.page
      where d.person = subject and d.ended_at is null order by d.canonical loop
    i := incident_open(one.fresh, one.id, 'hijack', what, came, 'open', null, by_channel, one.code);
    if i.id is not null then return next row(one.id, i.id, i.number, i.receipt, i.receipt is distinct from one.code)::hijack_line; end if;
  end loop;
end $$;
create function hijack_report(pages uuid[], ids uuid[], codes text[], what text, by_channel text) returns setof hijack_line
language plpgsql security definer set search_path = register, public, pg_temp as $$
begin
  if actor() is null or not token_allows('declare') or by_channel not in ('web', 'api') then return; end if;
  return query select * from hijack_open_all(actor(), pages, ids, codes, what, 'self', by_channel);
end $$;
comment on function hijack_report is 'The red button: each of these pages of the actor is frozen now. Pressed again it gives what the first press gave.';

create function incident_decide(asked uuid, said text, fresh uuid, code text, by_channel text) returns text language plpgsql security definer set search_path = register, public, pg_temp as $$
declare
  i incident;
  other incident;
begin
  perform pg_advisory_xact_lock(hashtextextended('declarations of ' || actor(), 0));
  perform lock_page(declaration) from incident where id = asked and person = actor();
  select * into i from incident where id = asked and person = actor() for update;
  if i.id is null or not token_allows('declare') then return 'not_found'; end if;
  if i.closed_at is not null then return 'incident_closed'; end if;
  if i.kind <> 'reused_handle' then return 'not_for_this'; end if;
  if said = 'renamed' then
    if i.decision = 'renamed' then return 'again'; end if;
    update incident set decision = 'renamed', receipt = new_receipt(code, 'renamed', i.declaration) where id = asked;
    insert into incident_event (incident, what) values (asked, 'renamed');
    return 'decided';
  end if;
  other := incident_open(fresh, i.declaration, 'hijack', 'taken_over', 'self', 'open', null, by_channel, code);
  return case when other.receipt is distinct from code then 'again' else 'decided' end;
end $$;
comment on function incident_decide is 'What its owner says of a name that belongs to another account: renamed by me, or hijacked, which opens that incident beside this one.';

create function incident_end(asked uuid, said text, code text, by_channel text) returns text language plpgsql security definer set search_path = register, public, pg_temp as $$
declare i incident;
begin
  perform pg_advisory_xact_lock(hashtextextended('declarations of ' || actor(), 0));
  perform lock_page(declaration) from incident where id = asked and person = actor();
  select * into i from incident where id = asked and person = actor() for update;
  if i.id is null or not token_allows('declare') or not verified_lately() then return 'not_found'; end if;
  if i.closed_at is not null then return case when i.outcome = said then 'again' else 'incident_closed' end; end if;
  if said = 'lost' then
    update incident set was = null where id = asked;
    perform incident_close(asked, 'lost', by_channel);
    perform next_version(i.declaration, 'lost', by_channel);
    perform new_receipt(code, 'given_up', i.declaration);
  elsif i.kind = 'hijack' then
    perform incident_close(asked, 'false_alarm', by_channel);
    perform new_receipt(code, 'false_alarm', i.declaration);
  else return 'not_for_this';
  end if;
  return 'ended';
end $$;
comment on function incident_end is 'Its owner, who has just shown who they are, gives the page up (lost) or says that nothing is wrong (false_alarm). A name that belongs to another account is no false alarm.';

-- The officer -----------------------------------------------------------------------------------------------------------------------
create function hijack_by_phone(subject uuid, pages uuid[], ids uuid[], codes text[], what text) returns setof hijack_line
language plpgsql security definer set search_path = register, public, pg_temp as $$
declare one hijack_line;
begin
  if subject = actor() or kept_in(subject) is null or not said_before(subject, 'asked_by_person') then return; end if;
  for one in select * from hijack_open_all(subject, pages, ids, codes, what, 'phone', 'phone') loop
    if not one.again then
      perform incident_answered(one.incident, false);
      perform tell(subject, 'hijack_by_officer', one.incident::text, one.incident);
    end if;
    return next one;
  end loop;
end $$;
comment on function hijack_by_phone is 'The same, pressed by the officer who keeps the person and has them on the phone; the row that the person sees comes first.';

create function said_for(asked uuid) returns boolean language sql stable security definer set search_path = register, public, pg_temp
  return exists (select from incident i join access a on a.subject = i.person and a.number = i.number where i.id = asked and a.actor = actor() and a.fields = 'record');
comment on function said_for is 'Has the actor ever opened the record for the sake of this incident?';
create policy keeper_sees_numbers on access for select to chinhdanh_keeper using (actor = actor() and number is not null);

create function incident_answered(asked uuid, says boolean) returns void language plpgsql security definer set search_path = register, public, pg_temp as $$
begin
  update incident set due_at = now() + interval '24 hours' where id = asked and stage in ('open', 'in_hand');
  update incident set stage = 'in_hand' where id = asked and stage = 'open';
  if not found then return; end if;
  insert into incident_event (incident, what) values (asked, 'answered');
  if says then perform tell(i.person, 'incident_answered', i.id::text, i.id) from incident i where i.id = asked; end if;
end $$;
create function incident_answer(asked uuid) returns text language plpgsql security definer set search_path = register, public, pg_temp as $$
begin
  perform from incident where id = asked for update;
  if not handles(asked) or not token_allows('records') then return 'not_found'; end if;
  if exists (select from incident where id = asked and stage = 'asked') then return 'call_back_first'; end if;
  perform incident_answered(asked, true);
  return 'answered';
end $$;
create function hijack_confirm(asked uuid, code text) returns text language plpgsql security definer set search_path = register, public, pg_temp as $$
declare i incident;
begin
  select * into i from incident where id = asked;
  if i.id is null or not handles(asked) or not said_before(i.person, 'incident') then return 'not_found'; end if;
  if i.stage <> 'asked' then return 'again'; end if;
  i := incident_open(asked, i.declaration, 'hijack', i.matter, 'asked', 'open', null, 'phone', code);
  if i.receipt is distinct from code then return 'again'; end if;
  perform incident_answered(asked, false);
  perform tell(i.person, 'hijack_by_officer', i.id::text, i.id);
  return 'confirmed';
end $$;
comment on function hijack_confirm is 'The officer called the number that the unit has of the person, and the person said that it is so: frozen now.';
create function hijack_dismiss(asked uuid) returns text language plpgsql security definer set search_path = register, public, pg_temp as $$
begin
  perform from incident where id = asked for update;
  if not handles(asked) or not said_for(asked) or not token_allows('records') then return 'not_found'; end if;
  if not exists (select from incident where id = asked and stage = 'asked') then return 'not_for_this'; end if;
  perform incident_close(asked, 'not_confirmed', 'phone');
  return 'dismissed';
end $$;

create function incident_mark(asked uuid, to_whom text, how_done text) returns text language plpgsql security definer set search_path = register, public, pg_temp as $$
declare
  i incident;
  officer boolean;
begin
  select * into i from incident where id = asked for update;
  officer := handles(asked) and said_for(asked) and token_allows('records');
  if i.id is null or not (officer or i.person = actor() and token_allows('declare')) then return 'not_found'; end if;
  if i.closed_at is not null then return 'incident_closed'; end if;
  if i.stage = 'asked' then return 'call_back_first'; end if;
  if officer then perform incident_answered(asked, true); end if;
  if how_done = (select e.what from incident_event e where e.incident = asked and e.whom = to_whom order by e.n desc limit 1) then return 'again'; end if;
  if how_done = 'queued' then
    if to_whom <> 'authority' or i.letter_due_at is not null or i.letter_sent_at is not null then return 'again'; end if;
    update incident set letter_due_at = now(), letter_tries = 0 where id = asked;
  end if;
  insert into incident_event (incident, what, whom) values (asked, how_done, to_whom);
  return 'marked';
end $$;
comment on function incident_mark is 'By its owner or the officer who answers: a notice was printed, or is done, or (to the authority) is to be mailed. Of an officer it is an answer.';
grant execute on function hijack_report, incident_decide, incident_end, hijack_by_phone, incident_answer, hijack_confirm, hijack_dismiss, incident_mark to chinhdanh_app;

create type incident_line as (id uuid, number text, kind text, stage text, matter text, unit text, opened_at timestamptz, due_at timestamptz, raised int);
create function incident_tasks() returns setof incident_line language sql stable security definer set search_path = register, public, pg_temp
begin atomic
  select i.id, i.number, i.kind, i.stage, i.matter, here.name, i.opened_at, i.due_at, i.raised
  from incident i join person p on p.id = i.person join unit here on here.id = p.unit
  where i.closed_at is null and (i.raised_to in (select mine.unit from role_held mine where mine.person = actor() and mine.role = 'officer' and serving(mine))
      or exists (select from role_held mine join unit kept on kept.id = mine.unit
        where mine.person = actor() and mine.role = 'officer' and serving(mine) and here.path operator(public.<@) kept.path))
    and handles(i.id)
  order by i.due_at nulls last, i.opened_at limit 200;
end;
comment on function incident_tasks is 'Open incidents that the actor answers: number, kind and unit; no name and no address.';
create function incident_task(asked uuid) returns setof incident_line language sql stable security definer set search_path = register, public, pg_temp
begin atomic
  select i.id, i.number, i.kind, i.stage, i.matter, here.name, i.opened_at, i.due_at, i.raised
  from incident i join person p on p.id = i.person join unit here on here.id = p.unit where i.id = asked and handles(i.id);
end;
create function incident_subject(asked uuid) returns table (subject uuid, number text) language sql stable security definer set search_path = register, public, pg_temp
begin atomic
  select i.person, i.number from incident i where i.id = asked and handles(asked);
end;
comment on function incident_subject is 'Whose record the actor is about to open for the sake of this incident: an id, for the row that comes first.';
grant execute on function incident_tasks, incident_task, incident_subject to chinhdanh_app;

-- Nobody who signed in ----------------------------------------------------------------------------------------------------------------
create function help_ask(address text, what text) returns void language sql security definer set search_path = register, public, pg_temp
begin atomic
  insert into help_asked (canonical, matter) values (address, what) on conflict (canonical) do nothing;
end;
comment on function help_ask is 'Keeps an address for the next run of the clock: the same work for every address, known here or not.';
grant execute on function help_ask to chinhdanh_app;

create function help_settle() returns int language plpgsql security definer set search_path = register, public, pg_temp as $$
declare
  one record;
  i incident;
  opened int := 0;
begin
  for one in
    with gone as (delete from help_asked where canonical in (select canonical from help_asked order by at limit 500) returning canonical, matter)
    select d.id, d.person, gone.matter from gone join declaration d on d.canonical = gone.canonical and d.ended_at is null
      join person p on p.id = d.person and p.left_at is null
    -- What was looked into and was nothing is not asked again for a day: nobody is kept busy by a form.
    where not exists (select from incident before where before.declaration = d.id and before.kind = 'hijack'
      and (before.closed_at is null or before.outcome in ('not_confirmed', 'false_alarm') and before.closed_at > now() - interval '1 day'))
    order by d.canonical
  loop
    i := incident_open(gen_random_uuid(), one.id, 'hijack', one.matter, 'asked', 'asked', null, 'check', null);
    if i.id is null then continue; end if;
    perform tell(one.person, 'help_was_asked', i.id::text, i.id);
    opened := opened + 1;
  end loop;
  return opened;
end $$;
comment on function help_settle is 'Whoever declared the address is told, and their officer is asked to call them; of an address that nobody declared nothing remains.';

-- The clock -------------------------------------------------------------------------------------------------------------------------
create function incidents_late() returns int language plpgsql security definer set search_path = register, public, pg_temp as $$
declare
  i incident;
  up uuid;
  late int := 0;
begin
  for i in select x.* from incident x join person p on p.id = x.person and p.left_at is null where x.closed_at is null and x.due_at <= now()
      order by x.due_at limit 1000 for update of x skip locked loop
    up := nearest_officers(coalesce(i.raised_to, (select next_keeper(p.unit) from person p where p.id = i.person)), i.person, true);
    update incident set raised = raised + 1, raised_to = coalesce(up, raised_to), due_at = now() + case when up is null or stage = 'in_hand' then interval '24 hours' else interval '4 hours' end
      where id = i.id returning * into i;
    insert into incident_event (incident, what) values (i.id, 'raised');
    perform tell_officers(i, true);
    late := late + 1;
  end loop;
  return late;
end $$;
comment on function incidents_late is 'Nobody answered in time: the unit above is told and may answer too; where there is none above, the last one is told again each day.';

create function incident_letters(most int) returns table (id uuid, number text, matter text, address text, uid text, unit text, opened_at timestamptz) language plpgsql security definer set search_path = register, public, pg_temp as $$
begin
  return query
    with mine as (
      update incident i set letter_tries = i.letter_tries + 1, letter_due_at = now() + interval '10 minutes'
      where i.id in (select x.id from incident x where x.letter_due_at <= now() order by x.letter_due_at limit most for update skip locked)
      returning i.id, i.number, coalesce(i.matter, 'reused_handle') as matter, i.declaration, i.person, i.opened_at)
    select mine.id, mine.number, mine.matter, d.canonical, d.uid, u.name, mine.opened_at
    from mine join declaration d on d.id = mine.declaration join person p on p.id = mine.person left join unit u on u.id = p.unit;
end $$;
comment on function incident_letters is 'Letters to the authority that were asked for, taken in hand for ten minutes: the page, the unit and the number; nobody is named.';
create function incident_posted(asked uuid, failure text) returns void language plpgsql security definer set search_path = register, public, pg_temp as $$
declare i incident;
begin
  select * into i from incident where id = asked and letter_due_at is not null for update;
  if i.id is null then return; end if;
  if failure is null then
    update incident set letter_sent_at = now(), letter_due_at = null where id = asked;
    insert into incident_event (incident, what, whom) values (asked, 'sent', 'authority');
  elsif failure ~ '^5' or i.letter_tries >= 7 then
    update incident set letter_due_at = null where id = asked;
    insert into incident_event (incident, what, whom) values (asked, 'failed', 'authority');
  end if;
end $$;
grant execute on function help_settle, incidents_late, incident_letters, incident_posted to chinhdanh_reminder;

-- Last: from here on the owner of the tables has no right to these any more.
alter function nearest_officers owner to chinhdanh_keeper;
alter function handed_up owner to chinhdanh_keeper;
alter function handles owner to chinhdanh_keeper;
alter function concerns_above owner to chinhdanh_keeper;
alter function tell_officers owner to chinhdanh_keeper;
alter function next_version owner to chinhdanh_keeper;
alter function state_of owner to chinhdanh_keeper;
alter function lock_page owner to chinhdanh_keeper;
alter function new_receipt owner to chinhdanh_keeper;
alter function incident_open owner to chinhdanh_keeper;
alter function incident_close owner to chinhdanh_keeper;
alter function incident_found owner to chinhdanh_keeper;
alter function incident_recovers owner to chinhdanh_keeper;
alter function incident_ends owner to chinhdanh_keeper;
alter function hijack_open_all owner to chinhdanh_keeper;
alter function hijack_report owner to chinhdanh_keeper;
alter function incident_decide owner to chinhdanh_keeper;
alter function incident_end owner to chinhdanh_keeper;
alter function hijack_by_phone owner to chinhdanh_keeper;
alter function said_for owner to chinhdanh_keeper;
alter function incident_answered owner to chinhdanh_keeper;
alter function incident_answer owner to chinhdanh_keeper;
alter function hijack_confirm owner to chinhdanh_keeper;
alter function hijack_dismiss owner to chinhdanh_keeper;
alter function incident_mark owner to chinhdanh_keeper;
alter function incident_tasks owner to chinhdanh_keeper;
alter function incident_task owner to chinhdanh_keeper;
alter function incident_subject owner to chinhdanh_keeper;
alter function help_ask owner to chinhdanh_keeper;
alter function help_settle owner to chinhdanh_keeper;
alter function incidents_late owner to chinhdanh_keeper;
alter function incident_letters owner to chinhdanh_keeper;
alter function incident_posted owner to chinhdanh_keeper;
