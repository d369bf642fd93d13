-- 0016-roles-life.sql: roles are granted by two where two are needed, end at their day, and what was open is handed over.

-- Who wrote it is read from the register, never from the request.
create function role_is_signed() returns trigger language plpgsql security definer set search_path = register, public, pg_temp as $$
declare who text := (select name from person where id = actor());
begin
  if tg_op = 'INSERT' then
    if new.moved_from is null then
      new.proposed_by := actor();
      new.proposed_by_name := who;
    end if;
    return new;
  end if;
  if new.state <> old.state then
    new.decided_by := actor();
    new.decided_by_name := who;
    new.decided_at := now();
  end if;
  if new.to_at is distinct from old.to_at then
    new.ended_by := case when new.to_at is not null then actor() end;
    new.ended_by_name := case when new.to_at is not null then who end;
  end if;
  return new;
end $$;
create trigger role_is_signed before insert or update of state, to_at on role_held for each row execute function role_is_signed();

create function for_two(role text) returns boolean language sql immutable return role in ('reviewer', 'auditor', 'administrator');
comment on function for_two is 'Does it take two persons to grant this role? Whoever decides about others, looks over them, or grants.';
create function open_until(held role_held) returns timestamptz language sql immutable return held.granted_at + interval '14 days';
create function waits(held role_held) returns boolean language sql stable
  return held.state = 'proposed' and open_until(held) > now() and (held.to_at is null or held.to_at > now());
comment on function waits is 'Does this proposal still wait for a second person?';
grant execute on function for_two, open_until, waits to chinhdanh_app, chinhdanh_operator, chinhdanh_keeper;

-- How many administer the whole organisation without an end to their term.
create function administer_all() returns bigint language sql stable security definer set search_path = register, public, pg_temp
  return (select count(distinct held.person) from role_held held where held.role = 'administrator' and held.unit is null and held.state = 'active'
    and (held.to_at is null or held.to_at > now()) and exists (select from person p where p.id = held.person and (p.left_at is null or p.left_at > now())));
create function last_administrator(holder uuid) returns boolean language sql stable security definer set search_path = register, public, pg_temp
  return exists (select from role_held mine where mine.person = holder and mine.role = 'administrator' and mine.unit is null and serving(mine))
    and not exists (select from role_held other where other.person <> holder and other.role = 'administrator' and other.unit is null and serving(other) and other.to_at is null);
comment on function last_administrator is 'Would nobody administer the whole organisation without an end to their term, if this person did not?';

-- The second wall of "two persons": whatever function writes it. Rows that set-up and the tests of the database write are theirs to answer for.
create function role_needs_two() returns trigger language plpgsql set search_path = register, public, pg_temp as $$
begin
  if current_user <> 'chinhdanh_keeper' or new.state <> 'active' or not for_two(new.role) then return new; end if;
  if tg_op = 'INSERT' then
    if new.moved_from is not null or (new.granted_because is not null and session_user = 'chinhdanh_operator')
      or (new.role = 'administrator' and new.unit is null and administer_all() < 2) then return new; end if;
  elsif old.state = 'active' then return new;
  elsif waits(old) and actor() is not null and actor() <> old.person and actor() is distinct from old.proposed_by
    and session_user <> 'chinhdanh_operator' and organises(old.unit) then return new;
  end if;
  raise exception 'this role is granted by two persons' using errcode = 'insufficient_privilege';
end $$;
create trigger role_needs_two before insert or update of state on role_held for each row execute function role_needs_two();

-- Who is told: the person granted, who may agree, and, where one person alone did what takes two, every administrator and auditor.
create function role_tells() returns trigger language plpgsql security definer set search_path = register, public, pg_temp as $$
begin
  -- Only of what the acts do: a register that is filled or mended by hand has nothing to tell.
  if new.moved_from is not null or session_user not in ('chinhdanh_app', 'chinhdanh_operator') then return null; end if;
  if tg_op = 'INSERT' and new.state = 'proposed' then
    perform tell(other.person, 'role_proposed', new.id::text, new.id) from role_held other left join unit top on top.id = other.unit left join unit here on here.id = new.unit
      where other.role = 'administrator' and serving(other) and other.person <> new.person and other.person is distinct from new.proposed_by
        and (top.id is null or here.path operator(public.<@) top.path);
  elsif new.state = 'active' and (tg_op = 'INSERT' or old.state <> 'active') and new.proposed_by is distinct from new.person then
    perform tell(new.person, 'role_granted', new.id::text, new.id);
    if new.granted_because is not null then
      perform tell(other.person, 'broken_glass', new.id::text, new.id) from role_held other
        where other.role in ('administrator', 'auditor') and serving(other) and other.person <> new.person;
    end if;
  elsif new.state = 'active' and new.to_at is not null and new.to_at is distinct from old.to_at then
    perform tell(new.person, 'role_ended', new.id || '.' || floor(extract(epoch from new.to_at))::bigint, new.id)
      where exists (select from person where id = new.person and left_at is null);
  end if;
  return null;
end $$;
create trigger role_tells after insert or update of state, to_at on role_held for each row execute function role_tells();

-- The acts ------------------------------------------------------------------------------------------------------------------------
grant update (state, from_at, decided_by, decided_by_name, decided_at, ended_by, ended_by_name) on role_held to chinhdanh_keeper;

create function role_propose(fresh uuid, whom uuid, wanted text, over uuid, begins timestamptz, ends timestamptz, broken_glass text) returns text
language plpgsql security definer set search_path = register, public, pg_temp as $$
declare
  by_operator boolean := session_user = 'chinhdanh_operator';
  starts timestamptz := greatest(coalesce(begins, now()), now());
  alone boolean;
begin
  perform token_needs('roles');
  perform pg_advisory_xact_lock_shared(hashtextextended('tree', 0));
  if wanted = 'administrator' then perform pg_advisory_xact_lock(hashtextextended('administrators', 0)); end if;
  if (over is not null and not exists (select from unit where id = over)) or not organises(over) then return 'unit_not_found'; end if;
  if exists (select from unit where id = over and closed_at is not null) then return 'unit_closed'; end if;
  perform from person where id = whom for update;
  if not exists (select from person where id = whom and left_at is null and organises(unit)) then return 'person_not_found'; end if;
  if whom = actor() then return 'role_for_oneself'; end if;
  if ends <= starts then return 'role_dates_wrong'; end if;
  if exists (select from role_held where id = fresh) then
    return case when exists (select from role_held where id = fresh and person = whom and role = wanted and unit is not distinct from over
      and proposed_by is not distinct from actor()) then 'granted' else 'role_held_already' end;
  end if;
  update role_held h set state = 'lapsed' where person = whom and role = wanted and unit is not distinct from over and state = 'proposed' and not waits(h);
  if exists (select from role_held where person = whom and role = wanted and unit is not distinct from over and state in ('proposed', 'active')
    and (to_at is null or to_at > starts) and (ends is null or from_at < ends)) then return 'role_held_already'; end if;
  alone := not for_two(wanted) or (by_operator and broken_glass is not null)
    or (not by_operator and wanted = 'administrator' and over is null and administer_all() < 2);
  insert into role_held (id, person, role, unit, from_at, to_at, state, granted_because)
    values (fresh, whom, wanted, over, starts, ends, case when alone then 'active' else 'proposed' end,
      case when by_operator and for_two(wanted) then broken_glass end);
  return 'granted';
end $$;
comment on function role_propose is 'In force at once, or waiting for a second person. Until two administer the organisation, the first may name one more alone.';

create function role_agree(asked uuid) returns text language plpgsql security definer set search_path = register, public, pg_temp as $$
declare held role_held;
begin
  perform token_needs('roles');
  perform pg_advisory_xact_lock_shared(hashtextextended('tree', 0));
  select * into held from role_held where id = asked for update;
  if held.id is null or session_user = 'chinhdanh_operator' or not organises(held.unit) then return 'role_not_found'; end if;
  if held.state = 'active' and held.decided_by = actor() then return 'agreed'; end if;
  if held.state = 'proposed' and (held.person = actor() or held.proposed_by = actor()) then return 'role_needs_another'; end if;
  if held.state <> 'proposed' then return 'role_decided'; end if;
  if not waits(held) then return 'role_lapsed'; end if;
  update role_held set state = 'active', from_at = greatest(from_at, now()) where id = asked;
  return 'agreed';
end $$;
comment on function role_agree is 'The second person: an administrator over the unit, neither who proposed it nor who is granted it.';

create function role_refuse(asked uuid) returns text language plpgsql security definer set search_path = register, public, pg_temp as $$
declare held role_held;
begin
  perform token_needs('roles');
  select * into held from role_held where id = asked for update;
  if held.id is null or not organises(held.unit) then return 'role_not_found'; end if;
  if held.state = 'refused' and held.decided_by is not distinct from actor() then return 'refused_role'; end if;
  if held.state <> 'proposed' then return 'role_decided'; end if;
  if not waits(held) then return 'role_lapsed'; end if;
  update role_held set state = 'refused' where id = asked;
  return 'refused_role';
end $$;
comment on function role_refuse is 'By any administrator over the unit: whoever proposed it takes it back, whoever is granted it declines.';

create function role_end(asked uuid, at timestamptz) returns text language plpgsql security definer set search_path = register, public, pg_temp as $$
declare
  held role_held;
  until timestamptz;
begin
  perform token_needs('roles');
  perform pg_advisory_xact_lock_shared(hashtextextended('tree', 0));
  perform pg_advisory_xact_lock(hashtextextended('administrators', 0));
  select * into held from role_held where id = asked for update;
  if held.id is null or not organises(held.unit) then return 'role_not_found'; end if;
  if held.state <> 'active' then return 'role_not_held'; end if;
  if held.to_at <= now() then return 'role_over'; end if;
  until := greatest(coalesce(at, now()), now(), held.from_at);
  if until > held.to_at then return 'role_end_later'; end if;
  if held.role = 'administrator' and held.unit is null and last_administrator(held.person) then return 'last_administrator'; end if;
  update role_held set to_at = until where id = asked;
  return 'ended';
end $$;
comment on function role_end is 'Ends a term now, or sets the moment at which it ends. Never later than it would have ended, and never the last administrator''s.';
grant execute on function role_propose, role_refuse, role_end to chinhdanh_app, chinhdanh_operator;
grant execute on function role_agree to chinhdanh_app;
create function role_standing(asked uuid) returns text language sql stable security definer set search_path = register, public, pg_temp
  return (select state from role_held where id = asked and organises(unit));
grant execute on function role_standing to chinhdanh_app, chinhdanh_operator;

-- Hand-over -----------------------------------------------------------------------------------------------------------------------
alter table invitation add column given_by uuid references person (id) default actor();
alter table sign_in_code add column given_by uuid references person (id) default actor();
comment on column invitation.given_by is 'personal: yes. Who gave it; none is the operator at the machine itself';
comment on column sign_in_code.given_by is 'personal: yes. Who gave it; none is the operator at the machine itself';
create index invitation_given_by on invitation (given_by) where used_at is null;
create index sign_in_code_given_by on sign_in_code (given_by) where used_at is null;
alter table roll add column invite_again boolean not null default false;
comment on column roll.invite_again is 'personal: yes. That an invitation ended with the term of the officer who gave it';

create table handover (
  id uuid primary key default gen_random_uuid(),
  term uuid not null unique references role_held (id) on delete cascade,
  officer uuid not null references person (id),
  officer_name text not null,
  unit uuid not null references unit (id),
  to_unit uuid references unit (id),
  at timestamptz not null default now(),
  why text not null check (why in ('ended', 'term_over', 'left', 'transferred', 'unit_gone')),
  by_person uuid references person (id),
  by_name text,
  witness int not null,
  invitations int not null,
  incidents int not null default 0,
  recoveries int not null default 0,
  cases int not null default 0,
  rights int not null default 0
);
create index handover_at on handover (at desc, id);
comment on column handover.id is 'personal: no. Which hand-over';
comment on column handover.term is 'personal: no. The term that ended';
comment on column handover.officer is 'personal: yes. The officer who left';
comment on column handover.officer_name is 'personal: yes. Name of that officer, on that day';
comment on column handover.unit is 'personal: no. The unit whose register they kept';
comment on column handover.to_unit is 'personal: no. The unit whose officer takes over; none: there is no officer here or above';
comment on column handover.at is 'personal: no. When';
comment on column handover.why is 'personal: no. Ended, term over, left, transferred, or the unit was merged or closed';
comment on column handover.by_person is 'personal: yes. Who ended the term; none is the operator, or the day itself';
comment on column handover.by_name is 'personal: yes. Name of who ended the term, on that day';
comment on column handover.witness is 'personal: no. How many requests for a witness were open; nobody is named';
comment on column handover.recoveries is 'personal: no. How many recoveries were open; nobody is named';
comment on column handover.cases is 'personal: no. How many cases were open; nobody is named';
comment on column handover.rights is 'personal: no. How many requests about one''s own data were open; nobody is named';
comment on column handover.invitations is 'personal: no. How many invitations were open, and are to be given anew';
comment on column handover.incidents is 'personal: no. How many incidents were open; nobody is named';
create table broken_glass_seen (
  term uuid not null references role_held (id) on delete cascade,
  person uuid not null references person (id),
  at timestamptz not null default now(),
  primary key (term, person)
);
comment on column broken_glass_seen.term is 'personal: no. Which role was granted by one person alone';
comment on column broken_glass_seen.person is 'personal: yes. Who has taken note';
comment on column broken_glass_seen.at is 'personal: no. When';
alter table handover enable row level security; alter table handover force row level security;
alter table broken_glass_seen enable row level security; alter table broken_glass_seen force row level security;
grant select, insert, update (to_unit, why) on handover to chinhdanh_keeper;
grant select, insert on broken_glass_seen to chinhdanh_keeper;
create policy keeper on handover to chinhdanh_keeper using (true) with check (true);
create policy keeper on broken_glass_seen to chinhdanh_keeper using (true) with check (true);

create function next_keeper(of_unit uuid) returns uuid language sql stable security definer set search_path = register, public, pg_temp
  return (select above.id from unit here, unnest(string_to_array(replace(here.path::text, '_', '-'), '.')::uuid[]) with ordinality as above (id, depth)
    where here.id = of_unit
      and (select true from role_held held where held.unit = above.id and held.role = 'officer' and held.state = 'active' and serving(held) limit 1)
    order by above.depth desc limit 1);
comment on function next_keeper is 'This unit, or the nearest above it, that has an officer in term.';

create function officers_for(subject uuid, first_of_all uuid) returns setof uuid language sql stable security definer set search_path = register, public, pg_temp
begin atomic
  with above as (select a.id from person p join unit here on here.id = p.unit, unnest(string_to_array(replace(here.path::text, '_', '-'), '.')::uuid[]) as a (id) where p.id = subject),
    still as (select first_of_all as id where exists (select from role_held held where held.person = first_of_all and held.role = 'officer' and serving(held) and held.unit in (select id from above)))
  select id from still
  union
  select held.person from person p join role_held held on held.unit = next_keeper(p.unit) and held.role = 'officer' and serving(held)
    where p.id = subject and not exists (select from still);
end;
comment on function officers_for is 'Whom to tell of something that this officer did for a person: the officer, or, when they have handed over, who keeps the unit now.';

-- What is open with an officer. Whatever else comes to be keyed to an officer is counted and passed on here.
-- Recoveries are told in 0023, cases in 0030; so these are read when they run.
create function open_recoveries(asked uuid) returns int language plpgsql stable security definer set search_path = register, public, pg_temp as $$
begin
  return (select count(*)::int from role_held held join unit top on top.id = held.unit
      join recovery r on r.state in ('asked', 'started', 'waiting') and recovery_standing(r) <> 'lapsed'
      join person p on p.id = r.person and p.id <> held.person
      join unit here on here.id = p.unit left join unit nearest on nearest.id = next_keeper(here.id)
    where held.id = asked and here.path operator(public.<@) top.path
      and (nearest.id is null or public.nlevel(nearest.path) <= public.nlevel(top.path)));
end $$;

create function open_cases(asked uuid) returns int language plpgsql stable security definer set search_path = register, public, pg_temp as $$
begin
  return (select count(*)::int from role_held held join unit top on top.id = held.unit
      join duty_case c on c.sealed_at is null and c.person <> held.person
      join person p on p.id = c.person
      join unit here on here.id = p.unit left join unit nearest on nearest.id = next_keeper(here.id)
    where held.id = asked and here.path operator(public.<@) top.path
      and (nearest.id is null or public.nlevel(nearest.path) <= public.nlevel(top.path)));
end $$;

-- Requests are told in 0033. Who is to answer is found from the unit at which they lie.
create function open_rights(asked uuid) returns int language plpgsql stable security definer set search_path = register, public, pg_temp as $$
begin
  return (select count(*)::int from role_held held join unit top on top.id = held.unit
      join right_request r on r.state in ('asked', 'appealed') and r.person <> held.person
      join unit here on here.id = r.at_unit left join unit nearest on nearest.id = next_keeper(here.id)
    where held.id = asked and here.path operator(public.<@) top.path
      and (nearest.id is null or public.nlevel(nearest.path) <= public.nlevel(top.path)));
end $$;

create function open_work(asked uuid) returns table (witness int, invitations int, incidents int, recoveries int, cases int, rights int) language sql stable security definer set search_path = register, public, pg_temp
begin atomic
  select
    (select count(*)::int from witness_request w join person p on p.id = w.person join unit here on here.id = p.unit
        left join witness_request first on w.look = 2 and first.id = w.follows
        left join unit floor on floor.id = first.kept_unit left join unit now_at on now_at.id = witnessing_unit_of(w.id)
      where w.state = 'open' and here.path operator(public.<@) top.path and impartial(held.person, w.person, w.declaration, first.witness)
        and (floor.id is null or public.nlevel(top.path) < public.nlevel(floor.path))
        and (now_at.id is null or public.nlevel(now_at.path) <= public.nlevel(top.path))),
    (select count(*)::int from invitation i join person p on p.id = i.person join unit here on here.id = p.unit
      where i.given_by = held.person and i.used_at is null and i.expires_at > now() and here.path operator(public.<@) top.path),
    -- What was handed up to this unit, and what is open of the people of the units kept, unless a nearer officer keeps them.
    (select count(*)::int from incident i join person p on p.id = i.person join unit here on here.id = p.unit
        left join unit now_at on now_at.id = next_keeper(here.id)
      where i.closed_at is null and i.person <> held.person and (i.raised_to = top.id or here.path operator(public.<@) top.path
        and (now_at.id is null or public.nlevel(now_at.path) <= public.nlevel(top.path)))),
    open_recoveries(asked), open_cases(asked), open_rights(asked)
  from role_held held join unit top on top.id = held.unit where held.id = asked;
end;
comment on function open_work is 'Counted the same before the term ends and after: what the nearest officer would have been this one for.';

create function hand_over(asked uuid, why text) returns void language plpgsql security definer set search_path = register, public, pg_temp as $$
declare
  held role_held;
  open record;
begin
  select * into held from role_held where id = asked;
  if held.role <> 'officer' or held.state <> 'active' or held.from_at >= held.to_at
    or exists (select from role_held onward where onward.moved_from = asked) then return; end if;
  select * into open from open_work(asked);
  insert into handover (term, officer, officer_name, unit, to_unit, why, by_person, by_name, witness, invitations, incidents, recoveries, cases, rights)
    select held.id, held.person, p.name, held.unit, next_keeper(held.unit), hand_over.why, held.ended_by, held.ended_by_name, open.witness, open.invitations, open.incidents, open.recoveries, open.cases, open.rights
    from person p where p.id = held.person on conflict do nothing;
  perform tell(next.person, 'handed_over', h.id::text, h.id) from handover h join role_held next on next.unit = h.to_unit and next.role = 'officer' and serving(next)
    where h.term = asked and h.at = now() and h.witness + h.invitations + h.incidents + h.recoveries + h.cases + h.rights > 0 and next.person <> held.person;
  -- Whoever gave an invitation or a code knows it: it ends with the term, and the next officer gives a new one.
  with over as (update invitation i set expires_at = now() from person p, unit here, unit top
      where i.given_by = held.person and i.used_at is null and i.expires_at > now() and p.id = i.person and here.id = p.unit and top.id = held.unit
        and here.path operator(public.<@) top.path returning i.person)
    update roll set invite_again = true from over where roll.person = over.person;
  update sign_in_code c set expires_at = now() from person p, unit here, unit top
    where c.given_by = held.person and c.used_at is null and c.expires_at > now() and p.id = c.person and here.id = p.unit and top.id = held.unit
      and here.path operator(public.<@) top.path;
  delete from witness_code where officer = held.person and not exists (
    select from role_held still where still.person = held.person and still.role = 'officer' and serving(still));
  perform recoveries_go_back(held.person, held.unit);
end $$;
comment on function hand_over is 'What was open is the next officer''s from this transaction on: requests are found by scope, invitations are given anew.';

create function role_is_over() returns trigger language plpgsql security definer set search_path = register, public, pg_temp as $$
begin
  perform hand_over(new.id, case when exists (select from person where id = new.person and left_at is not null) then 'left' else 'ended' end);
  return null;
end $$;
create trigger role_is_over after update of to_at on role_held for each row
  when (new.role = 'officer' and new.to_at <= now() and (old.to_at is null or old.to_at > now())) execute function role_is_over();

-- A unit that goes away: what its officers kept goes where its people went.
create function handover_goes(gone uuid, toward uuid) returns void language sql security definer set search_path = register, public, pg_temp
begin atomic
  update handover set why = 'unit_gone', to_unit = coalesce(next_keeper(toward), to_unit) where unit = gone and at = now();
end;

-- As the reminder: terms whose last day has passed, and proposals that nobody decided. The wall does not wait for it: a term counts by its dates.
create function settle_roles() returns int language plpgsql security definer set search_path = register, public, pg_temp as $$
declare
  one uuid;
  settled int := 0;
begin
  for one in select held.id from role_held held where held.role = 'officer' and held.state = 'active' and held.to_at <= now() and held.from_at < held.to_at
      and not exists (select from handover h where h.term = held.id) and not exists (select from role_held onward where onward.moved_from = held.id)
      order by held.to_at limit 1000 for update skip locked loop
    perform hand_over(one, 'term_over');
    settled := settled + 1;
  end loop;
  update role_held h set state = 'lapsed' where h.state = 'proposed' and not waits(h);
  return settled;
end $$;
grant execute on function settle_roles to chinhdanh_reminder;

create function invited_again() returns trigger language plpgsql security definer set search_path = register, public, pg_temp as $$
begin
  update roll set invite_again = false where person = new.person and invite_again;
  return null;
end $$;
create trigger invited_again after insert on invitation for each row execute function invited_again();
create trigger invited_again after insert on passkey for each row execute function invited_again();

-- A code is seen by the officer who may still look.
drop policy own on witness_code;
create policy own on witness_code for select to chinhdanh_app using (officer = actor() and may_witness(request));

-- Who holds what -----------------------------------------------------------------------------------------------------------------
create type role_line as (id uuid, person uuid, name text, office text, role text, unit uuid, unit_code text, unit_name text, from_at timestamptz, to_at timestamptz,
  state text, granted_at timestamptz, open_until timestamptz, granted_because text, proposed_by uuid, proposed_by_name text, decided_by_name text, decided_at timestamptz,
  ended_by_name text);
create function line_of(held role_held) returns role_line language sql stable security definer set search_path = register, public, pg_temp
begin atomic
  select held.id, held.person, p.name, p.office, held.role, held.unit, u.code, u.name, held.from_at, held.to_at,
    case when held.state = 'refused' then 'refused' when waits(held) then 'proposed' when held.state in ('proposed', 'lapsed') then 'lapsed'
      when held.to_at <= now() then 'ended' when held.from_at > now() then 'coming' else 'serving' end,
    held.granted_at, open_until(held), held.granted_because, held.proposed_by, held.proposed_by_name, held.decided_by_name, held.decided_at, held.ended_by_name
  from person p left join unit u on u.id = held.unit where p.id = held.person;
end;

-- What the actor administers is found once, from above; then each list is read along its index until there are enough. What ended in all the
-- years is not gone through for what is in force.
create function roles_seen(over uuid[], which text, skip int, most int) returns setof role_line language plpgsql stable security definer set search_path = register, public, pg_temp as $$
declare
  tops public.ltree[] := array(select top.path from role_held mine left join unit top on top.id = mine.unit
    where mine.person = actor() and mine.role = 'administrator' and serving(mine));
  within uuid[] := over;
begin
  if session_user <> 'chinhdanh_operator' and array_position(tops, null) is null then
    within := array(select u.id from unit u where u.path operator(public.<@) any (tops) and (over is null or u.id = any (over)));
  end if;
  if which = 'now' then
    return query select line.* from (select held from role_held held where (within is null or held.unit = any (within))
      and held.state = 'active' and (held.to_at is null or held.to_at > now())
      order by held.granted_at desc, held.id desc offset skip limit most) few, line_of(few.held) line;
  elsif which = 'proposed' then
    return query select line.* from (select held from role_held held where (within is null or held.unit = any (within))
      and held.state <> 'active' and waits(held)
      order by held.granted_at desc, held.id desc offset skip limit most) few, line_of(few.held) line;
  else
    return query select line.* from (select held from role_held held where (within is null or held.unit = any (within))
      and (held.state <> 'active' or held.to_at is not null) and (held.state <> 'active' or held.to_at <= now()) and not waits(held)
      order by held.granted_at desc, held.id desc offset skip limit most) few, line_of(few.held) line;
  end if;
end $$;
comment on function roles_seen is 'Who holds, is to hold or held which role over what the actor administers.';
create function role_seen(asked uuid) returns setof role_line language sql stable security definer set search_path = register, public, pg_temp
begin atomic
  select line.* from role_held held, line_of(held) line where held.id = asked and organises(held.unit);
end;
create function roles_of_mine() returns setof role_line language sql stable security definer set search_path = register, public, pg_temp
begin atomic
  select line.* from role_held held, line_of(held) line where held.person = actor() order by held.granted_at desc, held.id desc limit 200;
end;

create function broken_glass_tells(asked uuid) returns boolean language sql stable security definer set search_path = register, public, pg_temp
  return exists (select from role_held held where held.id = asked and held.granted_because is not null and held.moved_from is null and for_two(held.role)
    and exists (select from role_held mine where mine.person = actor() and mine.role in ('administrator', 'auditor') and serving(mine)
      and (mine.role = 'auditor' or organises(held.unit))));
comment on function broken_glass_tells is 'Was this role granted by one person alone, and is the actor one of those who are told?';
create function broken_glass() returns setof role_line language sql stable security definer set search_path = register, public, pg_temp
begin atomic
  select line.* from role_held held, line_of(held) line
  where held.granted_because is not null and broken_glass_tells(held.id)
    and not exists (select from broken_glass_seen seen where seen.term = held.id and seen.person = actor())
  order by held.granted_at desc limit 50;
end;
comment on function broken_glass is 'Roles granted by one person alone, with the reason, to every administrator and auditor until they have taken note.';
create index role_held_because on role_held (granted_at) where granted_because is not null;
create function broken_glass_note(asked uuid) returns boolean language plpgsql security definer set search_path = register, public, pg_temp as $$
begin
  perform token_needs('roles');
  if actor() is null or not broken_glass_tells(asked) then return false; end if;
  insert into broken_glass_seen (term, person) values (asked, actor()) on conflict do nothing;
  return true;
end $$;

create function role_reach(wanted text, over uuid) returns table (units bigint, persons bigint) language sql stable security definer set search_path = register, public, pg_temp
begin atomic
  with recursive reached as (
    select over as id where over is not null and organises(over)
    union
    select child.id from reached join unit child on child.parent = reached.id and child.closed_at is null
    where wanted <> 'officer'
      or (select true from role_held other where other.unit = child.id and other.role = 'officer' and other.state = 'active' and serving(other) limit 1) is null
  ) select count(*), (select count(*) from person p where p.unit in (select id from reached) and p.left_at is null) from reached;
end;
comment on function role_reach is 'How many units and persons a role over this unit is about. An officer keeps a unit, and those below it down to the next officer in term.';

create type handover_line as (id uuid, officer_name text, unit_code text, unit_name text, to_code text, to_name text, same_unit boolean, at timestamptz, why text, by_name text,
  witness int, invitations int, incidents int, recoveries int, cases int, rights int);
create function handover_of(asked uuid) returns setof handover_line language sql stable security definer set search_path = register, public, pg_temp
begin atomic
  select h.id, h.officer_name, u.code, u.name, t.code, t.name, h.to_unit = h.unit, h.at, h.why, h.by_name, h.witness, h.invitations, h.incidents, h.recoveries, h.cases, h.rights
  from handover h join unit u on u.id = h.unit left join unit t on t.id = h.to_unit where h.term = asked and organises(h.unit);
end;
create function handovers_seen(skip int, most int) returns setof handover_line language sql stable security definer set search_path = register, public, pg_temp
begin atomic
  with mine as materialized (select id from kept_units() as kept (id)),
    tops as materialized (select top.path from role_held mine left join unit top on top.id = mine.unit
      where mine.person = actor() and mine.role = 'administrator' and serving(mine))
  select h.id, h.officer_name, u.code, u.name, t.code, t.name, h.to_unit = h.unit, h.at, h.why, h.by_name, h.witness, h.invitations, h.incidents, h.recoveries, h.cases, h.rights
  from handover h join unit u on u.id = h.unit left join unit t on t.id = h.to_unit
  where coalesce(h.to_unit, h.unit) in (select id from mine) or exists (select from tops where tops.path is null or u.path operator(public.<@) tops.path)
  order by h.at desc, h.id offset skip limit most;
end;
comment on function handovers_seen is 'To the officer who takes over now, and to administrators over the unit. Whoever handed over keeps none of it.';
-- What would be handed over if this term ended now, and to whom.
create function handover_ahead(asked uuid) returns table (witness int, invitations int, incidents int, recoveries int, cases int, rights int, to_code text, to_name text, same_unit boolean)
language sql stable security definer set search_path = register, public, pg_temp
begin atomic
  select work.witness, work.invitations, work.incidents, work.recoveries, work.cases, work.rights, t.code, t.name, t.id = held.unit
  from role_held held join open_work(asked) work on true
    left join unit t on t.id = (select above.id
      from unit here, unnest(string_to_array(replace(here.path::text, '_', '-'), '.')::uuid[]) with ordinality as above (id, depth)
      where here.id = held.unit and exists (select from role_held other where other.unit = above.id and other.role = 'officer' and other.id <> held.id and serving(other))
      order by above.depth desc limit 1)
  where held.id = asked and held.role = 'officer' and organises(held.unit) and in_term(held);
end;
grant execute on function roles_seen, role_seen, role_reach, handover_of, handovers_seen, handover_ahead, roles_of_mine, broken_glass, broken_glass_tells, broken_glass_note to chinhdanh_app;
grant execute on function roles_seen to chinhdanh_operator;

-- Last: from here on the owner of the tables has no right to these any more.
alter function role_is_signed owner to chinhdanh_keeper;
alter function role_tells owner to chinhdanh_keeper;
alter function administer_all owner to chinhdanh_keeper;
alter function last_administrator owner to chinhdanh_keeper;
alter function role_propose owner to chinhdanh_keeper;
alter function role_agree owner to chinhdanh_keeper;
alter function role_refuse owner to chinhdanh_keeper;
alter function role_end owner to chinhdanh_keeper;
alter function role_standing owner to chinhdanh_keeper;
alter function next_keeper owner to chinhdanh_keeper;
alter function open_recoveries owner to chinhdanh_keeper;
alter function open_cases owner to chinhdanh_keeper;
alter function open_rights owner to chinhdanh_keeper;
alter function open_work owner to chinhdanh_keeper;
alter function officers_for owner to chinhdanh_keeper;
alter function hand_over owner to chinhdanh_keeper;
alter function role_is_over owner to chinhdanh_keeper;
alter function handover_goes owner to chinhdanh_keeper;
alter function settle_roles owner to chinhdanh_keeper;
alter function invited_again owner to chinhdanh_keeper;
alter function line_of owner to chinhdanh_keeper;
alter function roles_seen owner to chinhdanh_keeper;
alter function role_seen owner to chinhdanh_keeper;
alter function roles_of_mine owner to chinhdanh_keeper;
alter function broken_glass_tells owner to chinhdanh_keeper;
alter function broken_glass owner to chinhdanh_keeper;
alter function broken_glass_note owner to chinhdanh_keeper;
alter function role_reach owner to chinhdanh_keeper;
alter function handover_of owner to chinhdanh_keeper;
alter function handovers_seen owner to chinhdanh_keeper;
alter function handover_ahead owner to chinhdanh_keeper;
