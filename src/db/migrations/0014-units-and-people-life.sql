-- 0014-units-and-people-life.sql: units are renamed, moved, merged and closed; people come, go and are away. Nothing is overwritten without its row.

-- What two spellings of a name have in common for whoever searches: accents and letter case do not count.
create function folded(name text) returns text language sql immutable strict parallel safe
  return lower(public.unaccent('public.unaccent'::regdictionary, normalize(name, NFC)));
comment on function folded is 'A name without accents, in small letters: "nguyen" finds "Nguyễn".';
grant execute on function folded to chinhdanh_app, chinhdanh_operator, chinhdanh_loader, chinhdanh_keeper;

-- Units ---------------------------------------------------------------------------------------------------------------------------
alter table unit add column merged_into uuid references unit (id),
  add column words text not null generated always as (' ' || folded(left(name, 300)) || ' ' || folded(left(code, 100))) stored,
  add check (merged_into is null or closed_at is not null), add check (merged_into <> id);
comment on column unit.merged_into is 'personal: no. The unit that took in its people and its work';
comment on column unit.words is 'personal: no. Name and code without accents, for the search';
create index unit_words on unit using gin (words public.gin_trgm_ops);
create index unit_children on unit (parent, (left(name, 100)) collate "vi-x-icu", id);
drop index unit_parent;

create table unit_event (
  n bigint generated always as identity primary key,
  unit uuid not null references unit (id),
  act text not null check (act in ('created', 'renamed', 'kind_changed', 'code_changed', 'moved', 'merged', 'took_in', 'closed', 'opened')),
  at timestamptz not null default now(),
  by_person uuid references person (id),
  by_name text,
  from_text text,
  to_text text,
  from_unit uuid references unit (id),
  to_unit uuid references unit (id)
);
create index unit_event_unit on unit_event (unit, n);
comment on column unit_event.n is 'personal: no. In the order in which it happened';
comment on column unit_event.unit is 'personal: no. Which unit';
comment on column unit_event.act is 'personal: no. What happened to it';
comment on column unit_event.at is 'personal: no. When';
comment on column unit_event.by_person is 'personal: yes. Who did it; none is the operator at the machine itself';
comment on column unit_event.by_name is 'personal: yes. Name of who did it, on that day';
comment on column unit_event.from_text is 'personal: no. What it was called before';
comment on column unit_event.to_text is 'personal: no. What it is called from then on';
comment on column unit_event.from_unit is 'personal: no. The unit above before; or the unit that was taken in';
comment on column unit_event.to_unit is 'personal: no. The unit above from then on; or the unit it was merged into';
alter table unit_event enable row level security; alter table unit_event force row level security;
grant select on unit_event to chinhdanh_app, chinhdanh_operator;
create policy operator on unit_event for select to chinhdanh_operator using (true);
grant insert on unit_event to chinhdanh_keeper;
create policy keeper on unit_event for insert to chinhdanh_keeper with check (true);

-- A unit stands where its parent is. Whoever adds one holds the tree still until the end; whoever moves one has it alone.
create function unit_stands() returns trigger language plpgsql security definer set search_path = register, public, pg_temp as $$
declare above unit;
begin
  perform pg_advisory_xact_lock_shared(hashtextextended('tree', 0));
  if new.parent is null then
    new.path := public.text2ltree(replace(new.id::text, '-', '_'));
    return new;
  end if;
  select * into above from unit where id = new.parent;
  if above.closed_at is not null then
    raise exception 'the unit above is closed' using errcode = 'check_violation', constraint = 'parent_open';
  end if;
  new.path := public.text2ltree(above.path::text || '.' || replace(new.id::text, '-', '_'));
  if public.nlevel(new.path) > 20 then
    raise exception 'a tree is at most 20 units deep' using errcode = 'check_violation', constraint = 'unit_depth';
  end if;
  return new;
end $$;
comment on function unit_stands is 'The path follows from the parent, whoever writes it.';
create trigger unit_stands before insert on unit for each row execute function unit_stands();

create function unit_history() returns trigger language plpgsql security definer set search_path = register, public, pg_temp as $$
declare who text := coalesce((select name from person where id = actor()), directory_name());
begin
  if tg_op = 'INSERT' then
    insert into unit_event (unit, act, by_person, by_name, to_text, to_unit) values (new.id, 'created', actor(), who, new.name, new.parent);
    return null;
  end if;
  if new.name <> old.name then
    insert into unit_event (unit, act, by_person, by_name, from_text, to_text) values (new.id, 'renamed', actor(), who, old.name, new.name);
  end if;
  if new.code <> old.code then
    insert into unit_event (unit, act, by_person, by_name, from_text, to_text) values (new.id, 'code_changed', actor(), who, old.code, new.code);
  end if;
  if new.kind is distinct from old.kind then
    insert into unit_event (unit, act, by_person, by_name, from_text, to_text) values (new.id, 'kind_changed', actor(), who, old.kind, new.kind);
  end if;
  if new.parent is distinct from old.parent then
    insert into unit_event (unit, act, by_person, by_name, from_unit, to_unit) values (new.id, 'moved', actor(), who, old.parent, new.parent);
  end if;
  if new.closed_at is not null and old.closed_at is null then
    insert into unit_event (unit, act, by_person, by_name, to_unit)
      values (new.id, case when new.merged_into is null then 'closed' else 'merged' end, actor(), who, new.merged_into);
    insert into unit_event (unit, act, by_person, by_name, from_unit)
      select new.merged_into, 'took_in', actor(), who, new.id where new.merged_into is not null;
  elsif new.closed_at is null and old.closed_at is not null then
    insert into unit_event (unit, act, by_person, by_name) values (new.id, 'opened', actor(), who);
  end if;
  return null;
end $$;
comment on function unit_history is 'Whatever changes a unit leaves its row: who, when, what, from, to.';
create trigger unit_history_begins after insert on unit for each row execute function unit_history();
create trigger unit_history after update of name, code, kind, parent, closed_at on unit for each row
  when ((old.name, old.code, old.kind, old.parent, old.closed_at) is distinct from (new.name, new.code, new.kind, new.parent, new.closed_at))
  execute function unit_history();

-- The organisation's directory (SCIM) is no person. Its tokens are kept in 0020-scim.sql; without one in force it is nobody.
create function directory_name() returns text language plpgsql stable security definer set search_path = register, public, pg_temp as $$
begin
  if session_user <> 'chinhdanh_directory' then return null; end if;
  return (select name from directory_client where hash = bearer() and revoked_at is null and expires_at > now());
end $$;
comment on function directory_name is 'What the directory that shows its token is called; null to everybody else.';
create function provisions(target uuid) returns boolean language plpgsql stable security definer set search_path = register, public, pg_temp as $$
begin
  return session_user = 'chinhdanh_directory' and exists (
    select from directory_client mine join unit top on top.id = mine.unit, unit here
    where mine.hash = bearer() and mine.revoked_at is null and mine.expires_at > now()
      and here.id = target and here.path operator(public.<@) top.path);
end $$;
comment on function provisions is 'Is this unit the one that the directory was given, or below it?';

-- Who may change the organisation: administrators over what is theirs, and the operator at the machine itself.
create function organises(target uuid) returns boolean language sql stable security definer set search_path = register, public, pg_temp
  return session_user = 'chinhdanh_operator' or provisions(target) or exists (
    select from role_held mine where mine.person = actor() and mine.role = 'administrator' and serving(mine)
      and (mine.unit is null or exists (
        select from unit here, unit top where here.id = target and top.id = mine.unit and here.path operator(public.<@) top.path)));
comment on function organises is 'May the actor change this unit (none: the root of the tree) and the place of its people?';
grant execute on function organises to chinhdanh_app, chinhdanh_operator, chinhdanh_directory;
grant execute on function provisions to chinhdanh_directory;
create policy administrator on unit_event for select to chinhdanh_app using (organises(unit));

grant insert (id, code, name, kind, parent, path), update (name, kind) on unit to chinhdanh_app;
create policy administrator_adds on unit for insert to chinhdanh_app with check (organises(parent) and closed_at is null and merged_into is null);
create policy administrator_names on unit for update to chinhdanh_app using (organises(id)) with check (organises(id));
grant update (path, parent, closed_at, merged_into) on unit to chinhdanh_keeper;
create policy keeper_moves on unit for update to chinhdanh_keeper using (true) with check (true);
grant insert (id, person, role, unit, state, granted_because, from_at, to_at, granted_at, proposed_by, proposed_by_name, decided_by, decided_by_name, decided_at, moved_from),
  update (to_at) on role_held to chinhdanh_keeper;
create policy keeper_grants on role_held for insert to chinhdanh_keeper with check (true);
create policy keeper_ends on role_held for update to chinhdanh_keeper using (true) with check (true);

create function end_terms(holder uuid, over uuid) returns void language sql security definer set search_path = register, public, pg_temp
begin atomic
  update role_held set to_at = greatest(now(), from_at)
    where state in ('proposed', 'active') and (to_at is null or to_at > now()) and (holder is null or person = holder) and (over is null or unit = over) and num_nonnulls(holder, over) > 0;
end;
comment on function end_terms is 'Ends, now, the terms of this person, or those over this unit, or both together.';

-- Deepest unit of a subtree, counted from its top.
create function depth_below(top public.ltree) returns int language sql stable security definer set search_path = register, public, pg_temp
  return (select max(public.nlevel(path)) - public.nlevel(top) from unit where path operator(public.<@) top);

create function hang(top uuid, below uuid) returns void language plpgsql security definer set search_path = register, public, pg_temp as $$
declare
  old_path public.ltree := (select path from unit where id = top);
  new_path public.ltree := (select path from unit where id = below);
begin
  update unit set parent = case when id = top then below else parent end,
    path = case when new_path is null then public.subpath(path, public.nlevel(old_path) - 1)
      else new_path operator(public.||) public.subpath(path, public.nlevel(old_path) - 1) end
  where path operator(public.<@) old_path;
end $$;
comment on function hang is 'Hangs a unit, with all that is below it, under another one.';

create function unit_move(moved uuid, below uuid, end_officers boolean) returns text language plpgsql security definer set search_path = register, public, pg_temp as $$
declare
  here unit;
  there unit;
begin
  perform token_needs('units', 'imports');
  perform pg_advisory_xact_lock(hashtextextended('tree', 0));
  select * into here from unit where id = moved;
  select * into there from unit where id = below;
  if here.id is null or not organises(moved) then return 'unit_not_found'; end if;
  if not organises(below) or (below is not null and there.id is null) then return 'parent_not_found'; end if;
  if here.closed_at is not null then return 'unit_closed'; end if;
  if there.closed_at is not null then return 'parent_closed'; end if;
  if there.path operator(public.<@) here.path then return 'below_itself'; end if;
  if here.parent is not distinct from below then return 'there_already'; end if;
  if coalesce(public.nlevel(there.path), 0) + 1 + depth_below(here.path) > 20 then return 'too_deep'; end if;
  perform hang(moved, below);
  if end_officers then
    perform end_terms(null, u.id) from unit u, unit top where top.id = moved and u.path operator(public.<@) top.path
      and exists (select from role_held held where held.unit = u.id and (held.to_at is null or held.to_at > now()));
  end if;
  return 'moved';
end $$;
comment on function unit_move is 'People stay in their units. Terms over the moved units go with them, or end now.';

create function unit_merge(merged uuid, other uuid, terms_go_on boolean) returns text language plpgsql security definer set search_path = register, public, pg_temp as $$
declare
  here unit;
  there unit;
begin
  perform token_needs('units');
  perform pg_advisory_xact_lock(hashtextextended('tree', 0));
  select * into here from unit where id = merged;
  select * into there from unit where id = other;
  if here.id is null or not organises(merged) then return 'unit_not_found'; end if;
  if there.id is null or not organises(other) then return 'other_not_found'; end if;
  if here.closed_at is not null then return 'unit_closed'; end if;
  if there.closed_at is not null then return 'other_closed'; end if;
  if there.path operator(public.<@) here.path then return 'below_itself'; end if;
  if public.nlevel(there.path) + depth_below(here.path) > 20 then return 'too_deep'; end if;
  perform hang(child.id, other) from unit child where child.parent = merged;
  if terms_go_on then
    insert into role_held (id, person, role, unit, state, granted_because, from_at, to_at, granted_at, proposed_by, proposed_by_name, decided_by, decided_by_name, decided_at, moved_from)
      select gen_random_uuid(), held.person, held.role, other, held.state, held.granted_because, greatest(held.from_at, now()), held.to_at, held.granted_at,
        held.proposed_by, held.proposed_by_name, held.decided_by, held.decided_by_name, held.decided_at, held.id from role_held held
      where held.unit = merged and held.state in ('proposed', 'active') and (held.to_at is null or held.to_at > now()) on conflict do nothing;
  end if;
  perform end_terms(null, merged);
  update person set unit = other, unit_since = now() where unit = merged and left_at is null;
  perform handover_goes(merged, other);
  update unit set closed_at = now(), merged_into = other where id = merged;
  return 'merged';
end $$;
comment on function unit_merge is 'People, units below and open work go to the other unit: work is found by where its person is. Terms end, or go on over the other unit.';

create function unit_close(closed uuid, people_to uuid) returns text language plpgsql security definer set search_path = register, public, pg_temp as $$
declare
  here unit;
  there unit;
begin
  perform token_needs('units');
  perform pg_advisory_xact_lock(hashtextextended('tree', 0));
  select * into here from unit where id = closed;
  select * into there from unit where id = people_to;
  if here.id is null or not organises(closed) then return 'unit_not_found'; end if;
  if people_to is not null and (there.id is null or people_to = closed or not organises(people_to)) then return 'other_not_found'; end if;
  if here.closed_at is not null then return 'unit_closed'; end if;
  if there.closed_at is not null then return 'other_closed'; end if;
  if exists (select from unit where parent = closed and closed_at is null) then return 'has_units'; end if;
  if people_to is null and exists (select from person where unit = closed and left_at is null) then return 'has_people'; end if;
  perform end_terms(null, closed);
  update person set unit = people_to, unit_since = now() where unit = closed and left_at is null;
  perform handover_goes(closed, people_to);
  update unit set closed_at = now() where id = closed;
  return 'closed';
end $$;
comment on function unit_close is 'Not while people or open units are in it; its people go where they are told to go.';
grant execute on function unit_move, unit_merge, unit_close to chinhdanh_app, chinhdanh_operator;
grant execute on function unit_move, unit_close to chinhdanh_directory;

-- People --------------------------------------------------------------------------------------------------------------------------
create table membership (
  person uuid not null references person (id),
  n int not null,
  unit uuid references unit (id),
  name text not null,
  office text,
  from_at timestamptz not null default now(),
  to_at timestamptz,
  began text not null check (began in ('joined', 'transferred', 'returned', 'office', 'name')),
  began_by uuid references person (id),
  began_by_name text,
  ended text check (ended in ('transferred', 'left', 'office', 'name')),
  ended_by uuid references person (id),
  ended_by_name text,
  primary key (person, n),
  check ((to_at is null) = (ended is null))
);
create unique index membership_now on membership (person) where to_at is null;
create index membership_unit on membership (unit, person);
comment on column membership.person is 'personal: yes. Who';
comment on column membership.n is 'personal: no. Which stretch of their time here';
comment on column membership.unit is 'personal: yes. In which unit';
comment on column membership.name is 'personal: yes. Under which name';
comment on column membership.office is 'personal: yes. In which office';
comment on column membership.from_at is 'personal: yes. From when';
comment on column membership.to_at is 'personal: yes. Until when';
comment on column membership.began is 'personal: yes. What began it';
comment on column membership.began_by is 'personal: yes. Who wrote that; none is the operator at the machine itself';
comment on column membership.began_by_name is 'personal: yes. Name of who wrote that, on that day';
comment on column membership.ended is 'personal: yes. What ended it';
comment on column membership.ended_by is 'personal: yes. Who wrote that; none is the operator at the machine itself';
comment on column membership.ended_by_name is 'personal: yes. Name of who wrote that, on that day';

create table absence (
  id uuid primary key,
  person uuid not null references person (id),
  kind text not null check (kind in ('leave', 'abroad', 'exempt')),
  reason text check (reason in ('age', 'health', 'no_network', 'by_rule')),
  from_on date not null,
  until_on date not null,
  noted_at timestamptz not null default now(),
  noted_by uuid references person (id),
  noted_by_name text,
  ended_at timestamptz,
  ended_by uuid references person (id),
  check (until_on >= from_on),
  check ((kind = 'exempt') = (reason is not null))
);
create index absence_person on absence (person, from_on);
comment on column absence.id is 'personal: no. UUIDv7';
comment on column absence.person is 'personal: yes. Who is away';
comment on column absence.kind is 'personal: yes. On leave, abroad, or exempt from the duty';
comment on column absence.reason is 'personal: yes. Why exempt, from a closed list';
comment on column absence.from_on is 'personal: yes. First day';
comment on column absence.until_on is 'personal: yes. Last day; there is always one';
comment on column absence.noted_at is 'personal: no. When it was written down';
comment on column absence.noted_by is 'personal: yes. Who wrote it down; none is the operator at the machine itself';
comment on column absence.noted_by_name is 'personal: yes. Name of who wrote it down, on that day';
comment on column absence.ended_at is 'personal: no. When it was ended before its last day';
comment on column absence.ended_by is 'personal: yes. Who ended it';
alter table membership enable row level security; alter table membership force row level security;
alter table absence enable row level security; alter table absence force row level security;
grant select, insert, update on membership, absence to chinhdanh_keeper;
create policy keeper on membership to chinhdanh_keeper using (true) with check (true);
create policy keeper on absence to chinhdanh_keeper using (true) with check (true);

create function membership_history() returns trigger language plpgsql security definer set search_path = register, public, pg_temp as $$
declare
  who text := coalesce((select name from person where id = actor()), directory_name());
  act text := case when new.left_at is not null and old.left_at is null then 'left'
    when new.left_at is null and old.left_at is not null then 'returned' when new.unit is distinct from old.unit then 'transferred'
    when new.office is distinct from old.office then 'office' when new.name <> old.name then 'name' end;
begin
  if act is null or (act not in ('left', 'returned') and new.left_at is not null) then return null; end if;
  update membership set to_at = now(), ended = act, ended_by = actor(), ended_by_name = who where person = new.id and to_at is null and act <> 'returned';
  if act <> 'left' then
    insert into membership (person, n, unit, name, office, from_at, began, began_by, began_by_name)
      select new.id, coalesce(max(n), 0) + 1, new.unit, new.name, new.office, now(), act, actor(), who
      from membership where person = new.id;
  end if;
  return null;
end $$;
comment on function membership_history is 'Whatever changes the place of a person leaves its stretch: where, as what, from when to when, and who wrote it.';
-- Once for a statement, however many people it enters.
create function membership_begins() returns trigger language plpgsql security definer set search_path = register, public, pg_temp as $$
begin
  insert into membership (person, n, unit, name, office, from_at, began, began_by, began_by_name)
    select entered.id, 1, entered.unit, entered.name, entered.office, entered.unit_since, 'joined', actor(), coalesce((select name from person where id = actor()), directory_name()) from entered;
  return null;
end $$;
create trigger membership_begins after insert on person referencing new table as entered for each statement execute function membership_begins();
create trigger membership_history after update of unit, office, name, left_at on person for each row
  when ((old.unit, old.office, old.name, old.left_at) is distinct from (new.unit, new.office, new.name, new.left_at))
  execute function membership_history();

-- A list that was seen while one was in the unit stays seen after one has gone elsewhere.
drop policy person_sees_lists on access;
create policy person_sees_lists on access for select to chinhdanh_app using (
  unit is not null and exists (select from membership mine where mine.person = actor() and mine.unit = access.unit
    and mine.from_at <= access.at and (mine.to_at is null or mine.to_at > access.at)));

-- Whoever leaves keeps no role and no key: to come back is to be let in anew.
create function leaves() returns trigger language plpgsql security definer set search_path = register, public, pg_temp as $$
begin
  perform end_terms(new.id, null);
  delete from session where person = new.id;
  update api_token set revoked_at = now() where person = new.id and revoked_at is null;
  update invitation set expires_at = now() where person = new.id and used_at is null and expires_at > now();
  update sign_in_code set expires_at = now() where person = new.id and used_at is null and expires_at > now();
  return null;
end $$;
grant select (person), delete on session to chinhdanh_keeper;
grant update (revoked_at) on api_token to chinhdanh_keeper;
create policy keeper_shuts on session to chinhdanh_keeper using (true);
create policy keeper_shuts on api_token to chinhdanh_keeper using (true) with check (true);
create trigger leaves after update of left_at on person for each row when (new.left_at is not null and old.left_at is null) execute function leaves();

-- May the actor see and change where this person stands? Administrators over the unit; the officer who keeps it.
create function places(subject uuid) returns boolean language sql stable security definer set search_path = register, public, pg_temp
  return exists (select from person p where p.id = subject and (organises(p.unit) or p.unit is not null and covers(p.unit)));
comment on function places is 'Also of somebody who left, by the unit they were in last.';
grant execute on function places to chinhdanh_app, chinhdanh_operator, chinhdanh_directory;

create policy who_places_opens on access for insert to chinhdanh_app with check (
  channel in ('web', 'api') and subject is not null and subject <> actor() and fields = 'roll' and purpose = 'place' and places(subject));
create function place_opened(whose uuid) returns boolean language sql stable
  return whose = actor() or exists (select from access a where a.tx = pg_current_xact_id_if_assigned() and a.at = now()
    and a.subject = whose and a.actor = actor() and a.purpose = 'place');
comment on function place_opened is 'Is it the actor, or has the actor, in this very transaction, written the row that opens this person''s place?';
grant execute on function place_opened to chinhdanh_app;
grant select on membership, absence to chinhdanh_app;
create policy own_or_opened on membership for select to chinhdanh_app using (place_opened(person));
create policy own_or_opened on absence for select to chinhdanh_app using (place_opened(person));

grant select (ref, joined_at), insert (id, name, unit, office, ref), update (unit, unit_since, office, left_at) on person to chinhdanh_keeper;
create policy keeper_enters on person for insert to chinhdanh_keeper with check (true);
create policy keeper_places on person for update to chinhdanh_keeper using (true) with check (true);

create function place_of(whose uuid) returns table (id uuid, name text, office text, ref text, unit uuid, unit_since timestamptz, joined_at timestamptz, left_at timestamptz)
language sql stable security definer set search_path = register, public, pg_temp
begin atomic
  select p.id, p.name, p.office, p.ref, p.unit, p.unit_since, p.joined_at, p.left_at from person p
  where p.id = whose and (p.id = actor() or session_user = 'chinhdanh_operator' or said_before(p.id, 'place'));
end;
comment on function place_of is 'Name, office, number and unit of one person: no state, no page. To others only after the row that the person sees.';
create function numbered(wanted text) returns uuid language sql stable security definer set search_path = register, public, pg_temp
  return (select id from person where code_key(ref) = code_key(wanted) and ref is not null and organises(unit));
comment on function numbered is 'Who has this number, told to administrators over the unit: they name people by number and browse no names.';
grant execute on function code_key to chinhdanh_app, chinhdanh_keeper;
grant execute on function place_of, numbered to chinhdanh_app, chinhdanh_operator;

create function person_enter(fresh uuid, into_unit uuid, given_name text, given_office text, given_ref text) returns text
language plpgsql security definer set search_path = register, public, pg_temp as $$
begin
  perform token_needs('people');
  perform pg_advisory_xact_lock_shared(hashtextextended('tree', 0));
  if not exists (select from unit where id = into_unit and closed_at is null) or not (organises(into_unit) or covers(into_unit)) then return 'unit_not_found'; end if;
  -- A number that is taken would tell an officer of a person elsewhere.
  if given_ref is not null and not organises(into_unit) then return 'ref_not_yours'; end if;
  insert into person (id, unit, name, office, ref) values (fresh, into_unit, given_name, given_office, given_ref) on conflict do nothing;
  return case when found then 'added' else 'ref_taken' end;
end $$;

-- What stands in the way of changing the place of this person, if anything; the row is locked until the end.
create function may_place(subject uuid) returns text language plpgsql security definer set search_path = register, public, pg_temp as $$
declare p person;
begin
  perform pg_advisory_xact_lock_shared(hashtextextended('tree', 0));
  perform from person where person.id = subject for update;
  if not exists (select from person where person.id = subject and erased_at is null) or not places(subject) then return 'person_not_found'; end if;
  if organises((select unit from person where person.id = subject)) then return null; end if;
  if subject = actor() then return 'not_oneself'; end if;
  -- To take somebody out ends their terms: an officer would decide who audits.
  if exists (select from role_held held where held.person = subject and in_term(held)) then return 'bears_role'; end if;
  return null;
end $$;

create function person_transfer(subject uuid, to_unit uuid, keep_terms boolean) returns text language plpgsql security definer set search_path = register, public, pg_temp as $$
declare
  stop text := may_place(subject);
  before uuid;
begin
  perform token_needs('people');
  if stop is not null then return stop; end if;
  if not exists (select from unit where id = to_unit) or not (organises(to_unit) or covers(to_unit)) then return 'other_not_found'; end if;
  if exists (select from unit where id = to_unit and closed_at is not null) then return 'other_closed'; end if;
  if exists (select from person where id = subject and left_at is not null) then return 'person_left'; end if;
  select unit into before from person where id = subject;
  if before = to_unit then return 'there_already'; end if;
  update person set unit = to_unit, unit_since = now() where id = subject;
  if not keep_terms and before is not null then
    perform end_terms(subject, before);
    update handover set why = 'transferred' where officer = subject and unit = before and at = now();
  end if;
  return 'transferred';
end $$;
comment on function person_transfer is 'Terms over the unit that is left end, unless they are to go on.';

create function person_leave(subject uuid) returns text language plpgsql security definer set search_path = register, public, pg_temp as $$
declare stop text := may_place(subject);
begin
  perform token_needs('people');
  if stop is not null then return stop; end if;
  if exists (select from person where id = subject and left_at is not null) then return 'person_left'; end if;
  perform pg_advisory_xact_lock(hashtextextended('administrators', 0));
  if last_administrator(subject) then return 'last_administrator'; end if;
  update person set left_at = now() where id = subject;
  return 'left';
end $$;

create function person_return(subject uuid, to_unit uuid) returns text language plpgsql security definer set search_path = register, public, pg_temp as $$
declare
  stop text := may_place(subject);
  into_unit uuid;
begin
  perform token_needs('people');
  if stop is not null then return stop; end if;
  if exists (select from person where id = subject and left_at is null) then return 'person_here'; end if;
  select coalesce(to_unit, unit) into into_unit from person where id = subject;
  if not exists (select from unit where id = into_unit) or not (organises(into_unit) or covers(into_unit)) then return 'other_not_found'; end if;
  if exists (select from unit where id = into_unit and closed_at is not null) then return 'other_closed'; end if;
  update person set left_at = null, unit = into_unit, unit_since = now() where id = subject;
  return 'returned';
end $$;
comment on function person_return is 'Into the unit they were in last, or another. Roles and keys do not come back.';

create function person_office(subject uuid, title text) returns text language plpgsql security definer set search_path = register, public, pg_temp as $$
declare stop text := may_place(subject);
begin
  perform token_needs('people');
  if stop is not null and stop <> 'bears_role' then return stop; end if;
  if exists (select from person where id = subject and left_at is not null) then return 'person_left'; end if;
  update person set office = title where id = subject and office is distinct from title;
  return case when found then 'changed' else 'unchanged' end;
end $$;

create function person_absent(fresh uuid, subject uuid, what text, why text, first_day date, last_day date) returns text
language plpgsql security definer set search_path = register, public, pg_temp as $$
declare stop text := may_place(subject);
begin
  perform token_needs('people');
  if stop is not null and stop <> 'bears_role' then return stop; end if;
  if exists (select from person where id = subject and left_at is not null) then return 'person_left'; end if;
  if exists (select from absence where person = subject and ended_at is null and kind = what and reason is not distinct from why
    and from_on = first_day and until_on = last_day) then return 'noted_already'; end if;
  if exists (select from absence where person = subject and ended_at is null and from_on <= last_day and until_on >= first_day) then return 'absence_overlaps'; end if;
  insert into absence (id, person, kind, reason, from_on, until_on, noted_by, noted_by_name)
    values (fresh, subject, what, why, first_day, last_day, actor(), (select name from person where id = actor()));
  return 'noted';
end $$;

create function absence_end(which uuid, subject uuid) returns text language plpgsql security definer set search_path = register, public, pg_temp as $$
declare stop text := may_place(subject);
begin
  perform token_needs('people');
  if stop is not null and stop <> 'bears_role' then return stop; end if;
  update absence set ended_at = now(), ended_by = actor() where id = which and person = subject and ended_at is null;
  return case when found then 'ended' when exists (select from absence where id = which and person = subject) then 'ended_already' else 'absence_not_found' end;
end $$;
grant execute on function person_enter, person_transfer, person_leave, person_return, person_office, person_absent, absence_end to chinhdanh_app, chinhdanh_operator;
grant execute on function person_enter, person_transfer, person_leave, person_return, person_office to chinhdanh_directory;

-- The roll ------------------------------------------------------------------------------------------------------------------------
alter table roll add column absence text, add column absence_from date, add column absence_until date,
  add column sort text collate "vi-x-icu" not null generated always as (left(name, 100)) stored,
  add column words text not null generated always as (' ' || folded(left(name, 150))) stored;
comment on column roll.absence is 'personal: yes. That the person is away: on leave, abroad or exempt';
comment on column roll.absence_from is 'personal: yes. First day of that';
comment on column roll.absence_until is 'personal: yes. Last day of that';
comment on column roll.sort is 'personal: yes. Name, in Vietnamese order';
comment on column roll.words is 'personal: yes. Name without accents, for the search';
create index roll_in_order on roll (unit, sort, person) include (words);
drop index roll_unit;

create function absence_on_roll() returns trigger language plpgsql security definer set search_path = register, public, pg_temp as $$
begin
  update roll set absence = away.kind, absence_from = away.from_on, absence_until = away.until_on
    from (select kind, from_on, until_on from (select true) always
      left join (select * from absence where person = new.person and ended_at is null order by until_on desc limit 1) last on true) away
    where roll.person = new.person;
  return null;
end $$;
create trigger absence_on_roll after insert or update of ended_at on absence for each row execute function absence_on_roll();

-- Units whose register the actor keeps: those held, and below each, down to the next unit that has an officer in term. Asked unit by unit, by
-- its index: as `not exists` it is planned as a join with every officer of the nation, and takes seconds.
create function kept_units() returns setof uuid language sql stable security definer set search_path = register, public, pg_temp
begin atomic
  with recursive kept as (
    select held.unit as id from role_held held where held.person = actor() and held.role = 'officer' and serving(held)
    union
    select child.id from kept join unit child on child.parent = kept.id and child.closed_at is null
    where (select true from role_held other where other.unit = child.id and other.role = 'officer' and other.state = 'active' and serving(other) limit 1) is null
  ) select id from kept;
end;
comment on function kept_units is 'The units that `covers` says yes to, found from above.';

-- Trigrams and LIKE use no index under row security; in here they do not need to: each roll is walked in its own order, first to whom it has first.
-- Only the rolls whose first is among the first of all can have anybody who is shown; so a name that everybody has costs no more than one that nobody has.
create function found_in_kept(wanted text[], most int) returns table (person uuid, unit uuid) language sql stable security definer set search_path = register, public, pg_temp
begin atomic
  with first as materialized (
    select hit.* from kept_units() as kept (id) cross join lateral (
      select r.unit, r.sort, r.person from roll r where r.unit = kept.id and r.words like all (wanted) order by r.sort, r.person limit 1) hit
  ), within as (
    select first.unit from first order by first.sort, first.person limit most
  )
  select hit.person, hit.unit from within cross join lateral (
    select r.person, r.unit, r.sort from roll r where r.unit = within.unit and r.words like all (wanted) order by r.sort, r.person limit most) hit
  order by hit.sort, hit.person limit most;
end;
comment on function found_in_kept is 'Who in the units that the actor keeps has all these words in their name. Ids only: names are read from the roll, after the row that says it was listed.';
grant execute on function found_in_kept to chinhdanh_app;

-- Last: from here on the owner of the tables has no right to these any more.
alter function unit_stands owner to chinhdanh_keeper;
alter function unit_history owner to chinhdanh_keeper;
alter function directory_name owner to chinhdanh_keeper;
alter function provisions owner to chinhdanh_keeper;
alter function organises owner to chinhdanh_keeper;
alter function end_terms owner to chinhdanh_keeper;
alter function depth_below owner to chinhdanh_keeper;
alter function hang owner to chinhdanh_keeper;
alter function unit_move owner to chinhdanh_keeper;
alter function unit_merge owner to chinhdanh_keeper;
alter function unit_close owner to chinhdanh_keeper;
alter function membership_history owner to chinhdanh_keeper;
alter function membership_begins owner to chinhdanh_keeper;
alter function leaves owner to chinhdanh_keeper;
alter function places owner to chinhdanh_keeper;
alter function place_of owner to chinhdanh_keeper;
alter function numbered owner to chinhdanh_keeper;
alter function person_enter owner to chinhdanh_keeper;
alter function may_place owner to chinhdanh_keeper;
alter function person_transfer owner to chinhdanh_keeper;
alter function person_leave owner to chinhdanh_keeper;
alter function person_return owner to chinhdanh_keeper;
alter function person_office owner to chinhdanh_keeper;
alter function person_absent owner to chinhdanh_keeper;
alter function absence_end owner to chinhdanh_keeper;
alter function absence_on_roll owner to chinhdanh_keeper;
alter function kept_units owner to chinhdanh_keeper;
alter function found_in_kept owner to chinhdanh_keeper;
