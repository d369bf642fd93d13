-- 0019-import-life.sql: an import in pages: read first, then written in blocks by a job, and taken back for seven days.

alter table person add column unit_ref text check (length(unit_ref) between 1 and 2000);
comment on column person.unit_ref is 'personal: yes. Number under which the list of their own officer has them; it says nothing outside that unit';
create index person_unit_ref on person (unit, code_key(unit_ref)) where unit_ref is not null;

alter table import
  add column by_person uuid references person (id),
  add column state text check (state in ('unread', 'read', 'writing', 'written', 'cancelled', 'undoing', 'undone')),
  add column file_name text check (length(file_name) <= 200),
  add column header text[] not null default '{}',
  add column warnings jsonb not null default '{}',
  add column read_at timestamptz not null default now(),
  add column cancel_at timestamptz,
  add column undo_at timestamptz,
  add column undone int not null default 0,
  add column moved_at timestamptz not null default now(),
  add check (by_person is null or state is not null);
create index import_mine on import (by_person, id) where by_person is not null;
comment on column import.by_person is 'personal: yes. Who brought the file; none is the operator at the machine itself';
comment on column import.state is 'personal: no. How far it is';
comment on column import.file_name is 'personal: yes. What the file was called; it may hold a name';
comment on column import.header is 'personal: no. The names of its columns';
comment on column import.warnings is 'personal: no. Codes of warnings, and how many of each';
comment on column import.read_at is 'personal: no. When the file was read';
comment on column import.cancel_at is 'personal: no. When it was asked to stop before its next block';
comment on column import.undo_at is 'personal: no. When it was asked to be taken back';
comment on column import.undone is 'personal: no. How many rows were gone through to be taken back; a block of them is done whole or not at all';
comment on column import.moved_at is 'personal: no. When its last block was done';

create table import_file (
  import uuid primary key references import (id) on delete cascade,
  bytes bytea not null check (length(bytes) <= 10485760)
);
comment on column import_file.import is 'personal: no. Which import';
comment on column import_file.bytes is 'personal: yes. The file itself, until its rows go in or for seven days';

create table import_row (
  import uuid not null references import (id) on delete cascade,
  n int not null,
  row int not null,
  fields text[] not null default '{}',
  line jsonb,
  change text not null check (change in ('new', 'changed', 'moved', 'same', 'offered', 'rejected', 'missing')),
  differs text[] not null default '{}',
  reason text check (reason ~ '^[a-z_]{1,40}$'),
  target uuid,
  before jsonb,
  after jsonb,
  undo text check (undo ~ '^[a-z_]{1,40}$'),
  primary key (import, n),
  check (change not in ('rejected') or reason is not null)
);
create index import_row_shown on import_row (import, change, n);
comment on column import_row.import is 'personal: no. Which import';
comment on column import_row.n is 'personal: no. In the order in which rows are written; behind them those that are not';
comment on column import_row.row is 'personal: no. Number of the row in the file; 0 for who is missing in it';
comment on column import_row.fields is 'personal: yes. The row as the file has it, to be given back with its reason; or code and name of who is missing';
comment on column import_row.line is 'personal: yes. The row as it is written';
comment on column import_row.change is 'personal: no. What it does to the register, or did';
comment on column import_row.differs is 'personal: no. Which fields it changes';
comment on column import_row.reason is 'personal: no. Why it is not written';
comment on column import_row.target is 'personal: yes. The unit or the person it was written to';
comment on column import_row.before is 'personal: yes. What stood there before, so that it can be taken back';
comment on column import_row.after is 'personal: yes. What stood there after it';
comment on column import_row.undo is 'personal: no. What became of taking it back';

create table import_column (
  unit uuid references unit (id),
  kind text not null check (kind in ('units', 'people', 'accounts')),
  header text not null check (length(header) between 1 and 2000),
  field text not null check (field ~ '^[a-z_]{1,40}$'),
  chosen_at timestamptz not null default now(),
  unique nulls not distinct (unit, kind, header)
);
comment on column import_column.unit is 'personal: no. For whose files: of this unit; none is the whole organisation';
comment on column import_column.kind is 'personal: no. For what kind of file';
comment on column import_column.header is 'personal: no. Name of the column, without accents and letter case';
comment on column import_column.field is 'personal: no. What the column holds; `none` is nothing';
comment on column import_column.chosen_at is 'personal: no. When it was chosen';

alter table import_file enable row level security; alter table import_file force row level security;
alter table import_row enable row level security; alter table import_row force row level security;
alter table import_column enable row level security; alter table import_column force row level security;

-- An import is its uploader's alone, while in office: to read, to go on with, to take back.
grant select, insert (id, kind, file_hash, rows, accepted, rejected, by_person, state, file_name, header, warnings), delete on import to chinhdanh_app;
create policy own on import for select to chinhdanh_app using (by_person = actor() and (holds('administrator') or holds('officer')));
create policy own_begins on import for insert to chinhdanh_app with check (by_person = actor() and state in ('unread', 'read') and case kind
  when 'units' then holds('administrator') when 'people' then holds('administrator') or holds('officer') else holds('officer') end);
create policy own_discards on import for delete to chinhdanh_app using (by_person = actor() and state in ('unread', 'read'));
grant select, insert, delete on import_file to chinhdanh_app;
create policy own on import_file to chinhdanh_app using (exists (select from import mine where mine.id = import and mine.by_person = actor()))
  with check (exists (select from import mine where mine.id = import and mine.by_person = actor() and mine.state in ('unread', 'read')));
grant select, insert (import, n, row, fields, line, change, differs, reason) on import_row to chinhdanh_app;
create policy own on import_row for select to chinhdanh_app using (exists (select from import mine where mine.id = import and mine.by_person = actor()));
create policy own_begins on import_row for insert to chinhdanh_app
  with check (exists (select from import mine where mine.id = import and mine.by_person = actor() and mine.state in ('unread', 'read')));
-- What a column holds is chosen by who keeps the unit, or administers it; and read by who brings files.
grant select, insert (unit, kind, header, field), update (field) on import_column to chinhdanh_app;
create policy who_brings on import_column for select to chinhdanh_app
  using ((holds('administrator') or holds('officer')) and (unit is null or organises(unit) or covers(unit)));
create policy who_chooses on import_column for insert to chinhdanh_app with check (organises(unit) or unit is not null and covers(unit));
create policy who_changes on import_column for update to chinhdanh_app using (organises(unit) or unit is not null and covers(unit))
  with check (organises(unit) or unit is not null and covers(unit));

create policy token_scope on import as restrictive for insert to chinhdanh_app with check (token_allows('imports'));

grant select, update (state, written, ended_at, cancel_at, undo_at, undone, moved_at, file_name) on import to chinhdanh_keeper;
grant select, delete on import_file to chinhdanh_keeper;
grant select, delete, update (change, differs, reason, target, before, after, undo) on import_row to chinhdanh_keeper;
create policy keeper on import to chinhdanh_keeper using (true) with check (true);
create policy keeper on import_file to chinhdanh_keeper using (true) with check (true);
create policy keeper on import_row to chinhdanh_keeper using (true) with check (true);
grant select (phone, started_on, unit_ref), insert (phone, started_on, unit_ref), update (ref, name, phone, started_on, unit_ref), delete on person to chinhdanh_keeper;
create policy keeper_takes_back on person for delete to chinhdanh_keeper using (true);
grant insert (id, code, name, kind, parent, path), update (name, kind), delete on unit to chinhdanh_keeper;
create policy keeper_enters on unit for insert to chinhdanh_keeper with check (true);
create policy keeper_takes_back on unit for delete to chinhdanh_keeper using (true);
grant select (unit, act), delete on unit_event to chinhdanh_keeper;
create policy keeper_takes_back on unit_event for delete to chinhdanh_keeper using (true);
create policy keeper_sees on unit_event for select to chinhdanh_keeper using (true);
grant delete on membership, roll, offered_account to chinhdanh_keeper;
grant select (id, manager, made_at, changed_at), delete on draft to chinhdanh_keeper;
create policy keeper_takes_back on draft for delete to chinhdanh_keeper using (true);

-- Offered accounts ----------------------------------------------------------------------------------------------------------------
grant update (answer, answered_at) on offered_account to chinhdanh_app;
create policy own_answers on offered_account for update to chinhdanh_app using (person = actor() and answer is null) with check (person = actor() and answer is not null);

-- What a file of people would do ----------------------------------------------------------------------------------------------------
-- An officer's number is looked for in their own unit only, so that no clash tells of a person elsewhere.
create function import_people_plan(lines jsonb) returns table (n int, change text, differs text[], reason text, target uuid, into_unit uuid, organised boolean)
language sql stable security definer set search_path = register, public, pg_temp
begin atomic
  with given as materialized (
    select (l ->> 'n')::int as n, l, code_key(l ->> 'ref') as key, code_key(l ->> 'unit') as unit_key from jsonb_array_elements(lines) l
  ), place as materialized (
    select u.id, wanted.unit_key, u.closed_at is not null as closed, organises(u.id) as organised, covers(u.id) as kept
    from (select distinct given.unit_key from given) wanted join unit u on code_key(u.code) = wanted.unit_key
  ), met as materialized (
    select given.n, given.l, place.id as into_unit, place.organised and not place.closed as organised, (place.organised or place.kept) and not place.closed as mine,
      coalesce((select p.id from person p where code_key(p.ref) = given.key and p.ref is not null and (place.organised or p.unit = place.id or covers(p.unit))),
        (select p.id from person p where p.unit = place.id and code_key(p.unit_ref) = given.key and p.unit_ref is not null order by p.id limit 1)) as target
    from given left join place on place.unit_key = given.unit_key
  ), side as (
    select met.*, p.unit, p.left_at,
      array_remove(array[
        case when p.name <> met.l ->> 'name' then 'full_name' end,
        case when met.l ? 'office' and p.office is distinct from met.l ->> 'office' then 'office_title' end,
        case when met.l ? 'phone' and p.phone is distinct from met.l ->> 'phone' then 'phone' end,
        case when met.l ? 'start' and p.started_on is distinct from (met.l ->> 'start')::date then 'start_date' end,
        case when met.organised and p.ref is null then 'person_id' end,
        case when p.unit <> met.into_unit then 'unit_code' end], null) as differs,
      p.unit is distinct from met.into_unit as moves,
      case when p.unit is distinct from met.into_unit then organises(p.unit) or p.unit is not null and covers(p.unit) else true end as mine_before,
      exists (select from role_held held where held.person = p.id and in_term(held)) as bears
    from met left join person p on p.id = met.target
  )
  select side.n,
    case when side.target is null then 'new' when side.moves then 'moved' when cardinality(side.differs) > 0 then 'changed' else 'same' end,
    case when side.target is null then '{}' else side.differs end,
    case when side.mine is not true then 'missing_unit'
      when side.target is null then null
      when side.left_at is not null then 'person_left'
      when not side.mine_before then 'person_elsewhere'
      when side.target = actor() and not side.organised and cardinality(side.differs) > 0 then 'oneself'
      when side.moves and side.bears then 'bears_role' end,
    side.target, side.into_unit, side.organised
  from side;
end;
comment on function import_people_plan is 'What each row would do for this actor, row by row; nothing of what stands there.';
create function import_people_told(lines jsonb) returns table (n int, change text, differs text[], reason text) language sql stable security definer set search_path = register, public, pg_temp
begin atomic
  select n, change, differs, reason from import_people_plan(lines);
end;
comment on function import_people_told is 'The same without ids, for the dry run.';
create function import_accounts_told(refs text[]) returns setof text language sql stable security definer set search_path = register, public, pg_temp
begin atomic
  select asked from unnest(refs) asked where exists (select from person p where (code_key(p.ref) = code_key(asked) and p.ref is not null
    or code_key(p.unit_ref) = code_key(asked) and p.unit_ref is not null) and p.left_at is null and p.unit is not null and covers(p.unit));
end;
comment on function import_accounts_told is 'Which of these numbers somebody has in the units that the actor keeps.';

-- Who is in these units and has none of these numbers: names to their officer, who has listed the roll; numbers to an administrator.
create function import_beside(units uuid[], refs text[]) returns table (ref text, name text) language sql stable security definer set search_path = register, public, pg_temp
begin atomic
  with here as materialized (
    select given.id, organises(given.id) as organised, exists (select from access a where a.tx = pg_current_xact_id_if_assigned() and a.at = now()
      and a.unit = given.id and a.actor = actor() and a.fields = 'roll') as listed from unnest(units) as given (id)
  ), named as materialized (select distinct code_key(asked) as key from unnest(refs) asked)
  select coalesce(p.ref, p.unit_ref), case when here.listed then p.name end from here join person p on p.unit = here.id and p.left_at is null
  where (here.listed or here.organised and p.ref is not null)
    and not exists (select from named where named.key = code_key(p.ref)) and not exists (select from named where named.key = code_key(p.unit_ref))
  order by 1, 2;
end;
comment on function import_beside is 'Nothing is done to them.';

-- Writing -------------------------------------------------------------------------------------------------------------------------
create function person_image(who uuid) returns jsonb language sql stable security definer set search_path = register, public, pg_temp
  return (select jsonb_build_object('name', name, 'office', office, 'phone', phone, 'started_on', started_on, 'unit', unit, 'ref', ref, 'unit_ref', unit_ref, 'left_at', left_at)
    from person where id = who);
create function unit_image(which uuid) returns jsonb language sql stable security definer set search_path = register, public, pg_temp
  return (select jsonb_build_object('code', code, 'name', name, 'kind', kind, 'parent', parent, 'closed_at', closed_at) from unit where id = which);

create function import_write_person(which uuid, plan record) returns void language plpgsql security definer set search_path = register, public, pg_temp as $$
declare
  l jsonb := (select line from import_row where import = which and n = plan.n);
  who uuid := plan.target;
  was jsonb := person_image(plan.target);
begin
  if plan.reason is null and plan.change = 'new' then
    who := gen_random_uuid();
    insert into person (id, unit, name, office, phone, started_on, ref, unit_ref) values (who, plan.into_unit, l ->> 'name', l ->> 'office', l ->> 'phone', (l ->> 'start')::date,
      case when plan.organised then l ->> 'ref' end, case when not plan.organised then l ->> 'ref' end);
  elsif plan.reason is null and plan.change in ('changed', 'moved') then
    update person set name = l ->> 'name',
      office = case when l ? 'office' then l ->> 'office' else office end,
      phone = case when l ? 'phone' then l ->> 'phone' else phone end,
      started_on = case when l ? 'start' then (l ->> 'start')::date else started_on end,
      ref = case when plan.organised then coalesce(ref, l ->> 'ref') else ref end,
      unit_ref = case when not plan.organised and ref is null then coalesce(unit_ref, l ->> 'ref') else unit_ref end,
      unit = plan.into_unit, unit_since = case when unit is distinct from plan.into_unit then now() else unit_since end
      where id = who;
  end if;
  update import_row set change = plan.change, differs = plan.differs, reason = plan.reason, target = case when plan.reason is null then who end,
    before = case when plan.reason is null then was end, after = case when plan.reason is null then person_image(who) end
    where import = which and n = plan.n;
end $$;
comment on function import_write_person is 'One row of a file of people, as it was just planned.';

create function import_offer(which uuid, first int, last int) returns void language sql security definer set search_path = register, public, pg_temp
begin atomic
  select offer_accounts(which, array_agg(a.id order by r.n, a.n), array_agg(a.draft order by r.n, a.n), array_agg(r.target order by r.n, a.n),
      array_agg(a.typed order by r.n, a.n), array_agg(a.address order by r.n, a.n))
    from import_row r cross join lateral rows from (jsonb_to_recordset(r.line -> 'accounts') as (id uuid, draft uuid, typed text, address jsonb)) with ordinality as a (id, draft, typed, address, n)
    where r.import = which and r.n between first and last and r.target is not null and r.reason is null having count(*) > 0;
end;
comment on function import_offer is 'Puts the accounts of these rows before their people, all of them at once.';

create function import_write_people(which uuid, first int, last int) returns void language plpgsql security definer set search_path = register, public, pg_temp as $$
declare plan record;
begin
  perform from person p join import_row r on r.import = which and r.n between first and last and code_key(p.ref) = code_key(r.line ->> 'ref') order by p.id for update of p;
  for plan in select * from import_people_plan((select jsonb_agg(line || jsonb_build_object('n', n)) from import_row where import = which and n between first and last)) loop
    perform import_write_person(which, plan);
  end loop;
  perform import_offer(which, first, last);
end $$;

create function import_write_accounts(which uuid, first int, last int) returns void language plpgsql security definer set search_path = register, public, pg_temp as $$
declare
  here record;
  who uuid;
begin
  for here in select * from import_row where import = which and n between first and last order by n loop
    select p.id into who from person p where (code_key(p.ref) = code_key(here.line ->> 'ref') and p.ref is not null
      or code_key(p.unit_ref) = code_key(here.line ->> 'ref') and p.unit_ref is not null) and p.left_at is null and p.unit is not null and covers(p.unit)
      order by p.ref is null, p.id limit 1;
    update import_row set target = who, reason = case when who is null then 'missing_person' end where import = which and n = here.n;
  end loop;
  perform import_offer(which, first, last);
end $$;

create function import_write_unit(which uuid, here import_row) returns void language plpgsql security definer set search_path = register, public, pg_temp as $$
declare
  l jsonb := here.line;
  it uuid := (select id from unit where code_key(code) = code_key(l ->> 'code'));
  was jsonb := unit_image(it);
  above uuid := (select id from unit where code_key(code) = code_key(l ->> 'parent'));
  moves boolean := l ? 'parent' and it is not null and above is distinct from (was ->> 'parent')::uuid;
  why text;
  act text := case when it is null then 'new' when moves then 'moved' else 'same' end;
begin
  if l ->> 'parent' is not null and above is null then why := 'missing_parent';
  elsif was ->> 'closed_at' is not null then why := 'duplicate_code';
  elsif not organises(coalesce(it, above)) then why := 'not_yours';
  elsif it is null and exists (select from unit where id = above and closed_at is not null) then why := 'missing_parent';
  elsif it is null and (select public.nlevel(path) from unit where id = above) >= 20 then why := 'too_deep';
  elsif it is null then
    it := gen_random_uuid();
    insert into unit (id, code, name, kind, parent, path) values (it, l ->> 'code', l ->> 'name', l ->> 'type', above, public.text2ltree(replace(it::text, '-', '_')));
  else
    if moves then
      why := unit_move(it, above, false);
      why := case why when 'moved' then null when 'below_itself' then 'cycle' when 'too_deep' then 'too_deep' when 'parent_closed' then 'missing_parent' else 'not_yours' end;
    end if;
    if why is null and (was ->> 'name' <> l ->> 'name' or l ? 'type' and was ->> 'kind' is distinct from l ->> 'type') then
      update unit set name = l ->> 'name', kind = case when l ? 'type' then l ->> 'type' else kind end where id = it;
      act := case act when 'same' then 'changed' else act end;
    end if;
  end if;
  update import_row set change = act, reason = why, target = case when why is null then it end,
    before = case when why is null then was end, after = case when why is null then unit_image(it) end
    where import = which and n = here.n;
end $$;
comment on function import_write_unit is 'One row of a file of units. Whoever may not change this part of the tree changes nothing.';

create function import_write_units(which uuid, first int, last int) returns void language plpgsql security definer set search_path = register, public, pg_temp as $$
declare here import_row;
begin
  for here in select * from import_row where import = which and n between first and last order by n loop
    perform import_write_unit(which, here);
  end loop;
end $$;

-- One block, whole or not at all: the transaction of the caller. Two workers do one after the other, and neither does one twice.
create function import_step(which uuid, most int default 1000) returns text language plpgsql security definer set search_path = register, public, pg_temp as $$
declare
  it import;
  last int;
begin
  perform token_needs('imports');
  select * into it from import where id = which and by_person = actor() for update;
  if it.id is null or it.state <> 'writing' then return 'nothing'; end if;
  if it.cancel_at is not null then
    update import set state = 'cancelled', ended_at = now(), moved_at = now() where id = which;
    return 'ended';
  end if;
  perform pg_advisory_xact_lock(hashtextextended('import', 0));
  if it.kind = 'units' then perform pg_advisory_xact_lock(hashtextextended('tree', 0));
  else perform pg_advisory_xact_lock_shared(hashtextextended('tree', 0)); end if;
  last := least(it.written + least(greatest(most, 1), 1000), it.accepted);
  if it.kind = 'units' then perform import_write_units(which, it.written + 1, last);
  elsif it.kind = 'people' then perform import_write_people(which, it.written + 1, last);
  else perform import_write_accounts(which, it.written + 1, last); end if;
  update import set written = last, moved_at = now(),
    state = case when last >= it.accepted then 'written' else state end, ended_at = case when last >= it.accepted then now() end where id = which;
  return case when last >= it.accepted then 'ended' else 'more' end;
end $$;
comment on function import_step is 'Writes the next rows of one''s own import, at most so many and never above a thousand: `more`, `ended`, or `nothing` where there is none to write.';

create function import_confirm(which uuid) returns text language plpgsql security definer set search_path = register, public, pg_temp as $$
declare it import;
begin
  perform token_needs('imports');
  select * into it from import where id = which and by_person = actor() for update;
  if it.id is null then return 'not_found'; end if;
  if it.state <> 'read' then return 'confirmed_already'; end if;
  update import set state = 'writing', moved_at = now() where id = which;
  delete from import_file where import = which;
  return 'confirmed';
end $$;
comment on function import_confirm is 'From here on the rows go in; the file itself is not needed any more.';

create function import_cancel(which uuid) returns text language plpgsql security definer set search_path = register, public, pg_temp as $$
begin
  perform token_needs('imports');
  if not exists (select from import where id = which and by_person = actor()) then return 'not_found'; end if;
  update import set cancel_at = coalesce(cancel_at, now()) where id = which and state = 'writing';
  return case when found then 'cancelled' else 'nothing_to_stop' end;
end $$;
comment on function import_cancel is 'Stops before the next block; what is in stays in.';

-- Taking back ---------------------------------------------------------------------------------------------------------------------
create function import_undo(which uuid) returns text language plpgsql security definer set search_path = register, public, pg_temp as $$
declare it import;
begin
  perform token_needs('imports');
  select * into it from import where id = which and (by_person = actor() or session_user = 'chinhdanh_operator') for update;
  if it.id is null then return 'not_found'; end if;
  if it.state in ('undoing', 'undone') then return 'undone_already'; end if;
  if it.state not in ('written', 'cancelled') and not (it.by_person is null and it.state = 'writing') then return 'not_written'; end if;
  if coalesce(it.ended_at, it.moved_at) < now() - interval '7 days' then return 'undo_too_late'; end if;
  update import set state = 'undoing', undo_at = now(), moved_at = now(), ended_at = coalesce(ended_at, now()) where id = which;
  return 'undoing';
end $$;
comment on function import_undo is 'Once, for seven days, by whoever brought it or the operator; what was cut off at the machine itself as well.';

create function import_undo_person(here import_row) returns text language plpgsql security definer set search_path = register, public, pg_temp as $$
begin
  if here.change in ('new', 'changed', 'moved') and person_image(here.target) is distinct from here.after then return 'changed_since'; end if;
  if not places(here.target) then return 'not_yours'; end if;
  if here.change = 'new' then
    delete from draft d using offered_account o where o.import = here.import and o.person = here.target and d.id = o.draft and d.person = o.person and d.manager is null and d.changed_at = d.made_at;
    delete from offered_account where import = here.import and person = here.target and answer is null;
    perform offers_untell(here.target);
    delete from membership where person = here.target;
    delete from roll where person = here.target;
    delete from person where id = here.target;
    return 'undone';
  end if;
  if here.change in ('changed', 'moved') then
    if exists (select from unit where id = (here.before ->> 'unit')::uuid and closed_at is not null) then return 'changed_since'; end if;
    update person set name = here.before ->> 'name', office = here.before ->> 'office', phone = here.before ->> 'phone', started_on = (here.before ->> 'started_on')::date,
      ref = here.before ->> 'ref', unit_ref = here.before ->> 'unit_ref', unit = (here.before ->> 'unit')::uuid,
      unit_since = case when unit is distinct from (here.before ->> 'unit')::uuid then now() else unit_since end where id = here.target;
  end if;
  perform import_undo_offers(here);
  return 'undone';
exception when foreign_key_violation then return 'in_use'; -- whoever has filed anything, or was looked at, or holds a key, stays
end $$;

create function offers_untell(whom uuid) returns void language sql security definer set search_path = register, public, pg_temp
begin atomic
  delete from notice n where n.person = whom and n.kind = 'accounts_offered' and n.seen_at is null
    and not exists (select from offered_account o where o.person = whom and o.answer is null)
    and not exists (select from outgoing_mail m where m.notice = n.id);
end;
comment on function offers_untell is 'Nobody is told of accounts that are offered no more.';
grant delete on notice to chinhdanh_keeper;
create policy keeper_untells on notice for delete to chinhdanh_keeper using (kind = 'accounts_offered');
create function import_undo_offers(here import_row) returns void language sql security definer set search_path = register, public, pg_temp
begin atomic
  delete from draft d using offered_account o where o.import = here.import and o.person = here.target and o.answer is null
    and d.id = o.draft and d.person = o.person and d.manager is null and d.changed_at = d.made_at;
  delete from offered_account where import = here.import and person = here.target and answer is null;
  select offers_untell(here.target);
end;
comment on function import_undo_offers is 'What nobody has answered yet is offered no more. Whether somebody has, is not told.';

create function import_undo_unit(here import_row) returns text language plpgsql security definer set search_path = register, public, pg_temp as $$
declare said text;
begin
  if here.change = 'same' then return 'undone'; end if;
  if unit_image(here.target) is distinct from here.after then return 'changed_since'; end if;
  if not organises(here.target) then return 'not_yours'; end if;
  if here.change = 'new' then
    delete from unit_event where unit = here.target and act = 'created';
    delete from import_column where unit = here.target;
    delete from unit where id = here.target;
    return 'undone';
  end if;
  if here.change = 'moved' then
    said := unit_move(here.target, (here.before ->> 'parent')::uuid, false);
    if said <> 'moved' then return case said when 'parent_not_found' then 'not_yours' else 'changed_since' end; end if;
  end if;
  update unit set name = here.before ->> 'name', kind = here.before ->> 'kind' where id = here.target
    and (name, kind) is distinct from (here.before ->> 'name', here.before ->> 'kind');
  return 'undone';
exception when foreign_key_violation then return 'in_use';
end $$;
grant select (unit), delete on import_column to chinhdanh_keeper;
create policy keeper on import_column to chinhdanh_keeper using (true);

create function import_undo_step(which uuid, most int default 1000) returns text language plpgsql security definer set search_path = register, public, pg_temp as $$
declare
  it import;
  here import_row;
  last int;
begin
  perform token_needs('imports');
  select * into it from import where id = which and (by_person = actor() or session_user = 'chinhdanh_operator') for update;
  if it.id is null or it.state <> 'undoing' then return 'nothing'; end if;
  if it.bulk then return import_undo_bulk(it); end if;
  perform pg_advisory_xact_lock(hashtextextended('import', 0));
  if it.kind = 'units' then perform pg_advisory_xact_lock(hashtextextended('tree', 0));
  else perform pg_advisory_xact_lock_shared(hashtextextended('tree', 0)); end if;
  last := least(it.undone + least(greatest(most, 1), 1000), it.written);
  for here in select * from import_row where import = which and n between it.written - last + 1 and it.written - it.undone and target is not null order by n desc loop
    if it.kind = 'accounts' then perform import_undo_offers(here); end if;
    update import_row set undo = case it.kind when 'units' then import_undo_unit(here) when 'people' then import_undo_person(here) else 'undone' end
      where import = which and n = here.n;
  end loop;
  update import set undone = last, moved_at = now(), state = case when last >= it.written then 'undone' else state end where id = which;
  return case when last >= it.written then 'ended' else 'more' end;
end $$;
comment on function import_undo_step is 'Takes back the last rows that are not gone through yet, at most so many and never above a thousand, the last one first; what was changed since is left and listed.';

create function import_sweep() returns int language sql security definer set search_path = register, public, pg_temp
begin atomic
  delete from import_file f using import i where i.id = f.import and i.read_at < now() - interval '7 days';
  update import set file_name = null where file_name is not null and coalesce(ended_at, read_at) < now() - interval '7 days' and state not in ('writing', 'undoing');
  with gone as (
    delete from import_row r using import i where i.id = r.import and coalesce(i.undo_at, i.ended_at, i.read_at) < now() - interval '7 days' and i.state not in ('writing', 'undoing') returning 1)
  select count(*)::int from gone;
end;
comment on function import_sweep is 'After seven days nothing of a file is kept but its figures.';

create function imports_stalled() returns table (import uuid, by_person uuid) language sql stable security definer set search_path = register, public, pg_temp
begin atomic
  select id, import.by_person from import
  where state in ('writing', 'undoing') and import.by_person is not null and moved_at < now() - interval '5 minutes' order by moved_at limit 100;
end;
comment on function imports_stalled is 'Begun and not gone on with for five minutes: whoever worked on them was killed, or gave up on a machine that was too busy.';

grant execute on function import_people_told, import_accounts_told, import_beside, import_confirm, import_cancel, import_step, import_undo, import_undo_step to chinhdanh_app;
grant execute on function import_sweep, imports_stalled to chinhdanh_checker;
grant execute on function person_image, unit_image, import_undo, import_undo_step to chinhdanh_operator;
grant execute on function person_image to chinhdanh_loader;

-- Last: from here on the owner of the tables has no right to these any more.
alter function import_people_plan owner to chinhdanh_keeper;
alter function import_people_told owner to chinhdanh_keeper;
alter function import_accounts_told owner to chinhdanh_keeper;
alter function import_beside owner to chinhdanh_keeper;
alter function person_image owner to chinhdanh_keeper;
alter function unit_image owner to chinhdanh_keeper;
alter function import_write_person owner to chinhdanh_keeper;
alter function import_offer owner to chinhdanh_keeper;
alter function import_write_people owner to chinhdanh_keeper;
alter function import_write_accounts owner to chinhdanh_keeper;
alter function import_write_unit owner to chinhdanh_keeper;
alter function import_write_units owner to chinhdanh_keeper;
alter function import_step owner to chinhdanh_keeper;
alter function import_confirm owner to chinhdanh_keeper;
alter function import_cancel owner to chinhdanh_keeper;
alter function import_undo owner to chinhdanh_keeper;
alter function import_undo_person owner to chinhdanh_keeper;
alter function offers_untell owner to chinhdanh_keeper;
alter function import_undo_offers owner to chinhdanh_keeper;
alter function import_undo_unit owner to chinhdanh_keeper;
alter function import_undo_step owner to chinhdanh_keeper;
alter function import_sweep owner to chinhdanh_keeper;
alter function imports_stalled owner to chinhdanh_keeper;
