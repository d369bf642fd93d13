-- 0002-units-and-people.sql: the organisation, its tree, its people and the roles they hold.
create table organisation (
  only_one boolean primary key default true check (only_one),
  name text not null check (length(name) between 1 and 200),
  set_up_at timestamptz
);
comment on column organisation.only_one is 'personal: no. Keeps this table at one row';
comment on column organisation.name is 'personal: no. The organisation''s own name, shown under the word mark';
comment on column organisation.set_up_at is 'personal: no. When the first administrator enrolled';

create table unit (
  id uuid primary key,
  code text not null unique check (length(code) between 1 and 64),
  name text not null check (length(name) between 1 and 300),
  kind text,
  parent uuid references unit (id),
  path public.ltree not null,
  created_at timestamptz not null default now(),
  closed_at timestamptz,
  check (path::text = replace(id::text, '-', '_') or path::text like '%.' || replace(id::text, '-', '_'))
);
create index unit_path on unit using gist (path);
create index unit_parent on unit (parent);
comment on column unit.id is 'personal: no. UUIDv7';
comment on column unit.code is 'personal: no. The organisation''s own code of the unit';
comment on column unit.name is 'personal: no. Name of the unit';
comment on column unit.kind is 'personal: no. Kind of unit, from the vocabulary';
comment on column unit.parent is 'personal: no. The unit above';
comment on column unit.path is 'personal: no. Ids from the root to this unit';
comment on column unit.created_at is 'personal: no. When the row was made';
comment on column unit.closed_at is 'personal: no. When the unit was closed';

create table person (
  id uuid primary key,
  ref text check (length(ref) between 1 and 64),
  name text not null check (length(name) between 1 and 200),
  office text check (length(office) <= 200),
  unit uuid references unit (id),
  unit_since timestamptz not null default now(),
  joined_at timestamptz not null default now(),
  left_at timestamptz
);
create index person_unit on person (unit);
create unique index person_ref on person (ref) where ref is not null;
comment on column person.id is 'personal: yes. UUIDv7 of the person';
comment on column person.ref is 'personal: yes. The organisation''s own number of the person';
comment on column person.name is 'personal: yes. Name, as the person writes it';
comment on column person.office is 'personal: yes. Title of the office held';
comment on column person.unit is 'personal: yes. The unit the person belongs to; none for an administrator from outside the tree';
comment on column person.unit_since is 'personal: yes. Since when in this unit';
comment on column person.joined_at is 'personal: yes. When the person joined';
comment on column person.left_at is 'personal: yes. When the person left';

create table role_held (
  id uuid primary key,
  person uuid not null references person (id),
  role text not null check (role in ('officer', 'reviewer', 'overseer', 'auditor', 'administrator')),
  unit uuid references unit (id),
  from_at timestamptz not null default now(),
  to_at timestamptz,
  state text not null default 'active' check (state in ('proposed', 'active', 'refused', 'lapsed')),
  granted_at timestamptz not null default now(),
  granted_because text check (length(granted_because) between 1 and 500),
  proposed_by uuid references person (id),
  proposed_by_name text,
  decided_by uuid references person (id),
  decided_by_name text,
  decided_at timestamptz,
  ended_by uuid references person (id),
  ended_by_name text,
  moved_from uuid references role_held (id),
  check (unit is not null or role in ('auditor', 'administrator'))
);
create index role_held_person on role_held (person);
create index role_held_officer on role_held (unit) where role = 'officer' and state = 'active';
create unique index role_held_once on role_held (person, role, unit) nulls not distinct where to_at is null and state in ('proposed', 'active');
create index role_held_granted on role_held (granted_at desc, id desc);
create index role_held_past on role_held (granted_at desc, id desc) where state <> 'active' or to_at is not null;
create index role_held_proposed_by on role_held (proposed_by) where proposed_by is not null;
create index role_held_decided_by on role_held (decided_by) where decided_by is not null;
create index role_held_ended_by on role_held (ended_by) where ended_by is not null;
comment on column role_held.id is 'personal: no. UUIDv7';
comment on column role_held.person is 'personal: yes. Who holds the role';
comment on column role_held.role is 'personal: yes. Which role';
comment on column role_held.unit is 'personal: yes. Over which unit; none is the whole organisation';
comment on column role_held.from_at is 'personal: yes. First moment of the term';
comment on column role_held.to_at is 'personal: yes. End of the term';
comment on column role_held.state is 'personal: no. proposed waits for a second person; refused and lapsed never began';
comment on column role_held.granted_at is 'personal: no. When it was granted or proposed';
comment on column role_held.granted_because is 'personal: yes. Reason the operator gave for granting alone what needs two persons';
comment on column role_held.proposed_by is 'personal: yes. Who granted or proposed it; none is the operator at the machine itself';
comment on column role_held.proposed_by_name is 'personal: yes. Name of who granted or proposed it, on that day';
comment on column role_held.decided_by is 'personal: yes. The second person: who agreed or refused';
comment on column role_held.decided_by_name is 'personal: yes. Name of the second person, on that day';
comment on column role_held.decided_at is 'personal: no. When the second person decided';
comment on column role_held.ended_by is 'personal: yes. Who set the end of the term; none is the operator, or a term that ran out';
comment on column role_held.ended_by_name is 'personal: yes. Name of who set the end, on that day';
comment on column role_held.moved_from is 'personal: no. The term over a unit that was merged, which goes on in this one';

-- In force now: asked anew in every transaction, so that a revoked role ends with the next request.
create function in_term(held role_held) returns boolean language sql stable
  return held.state = 'active' and held.from_at <= now() and (held.to_at is null or held.to_at > now());

-- The questions a policy may ask about other people, answered without showing them. Owned by `keeper`, which sees ids, units and terms.
create function serving(held role_held) returns boolean language sql stable
  return in_term(held) and exists (select from person holder where holder.id = held.person and (holder.left_at is null or holder.left_at > now()));
comment on function serving is 'In term, and the holder has not left: whoever left keeps nothing and stands in nobody''s way.';

create function covers(target uuid) returns boolean language sql stable security definer set search_path = register, public, pg_temp
  return exists (
    select from role_held mine
    where mine.person = actor() and mine.role = 'officer' and serving(mine) and mine.unit = (
      select above.id
      from unit here, unnest(string_to_array(replace(here.path::text, '_', '-'), '.')::uuid[]) with ordinality as above (id, depth)
      where here.id = target
        and (select true from role_held other where other.unit = above.id and other.role = 'officer' and other.state = 'active' and serving(other) limit 1)
      order by above.depth desc limit 1));
comment on function covers is 'Is the actor the officer of this unit, or of the nearest unit above it that has an officer in term?';

create function kept_in(subject uuid) returns uuid language sql stable security definer set search_path = register, public, pg_temp
  return (select unit from person where id = subject and left_at is null and unit is not null and covers(unit));
comment on function kept_in is 'The unit of this person, while they are in it, told to its officer and to nobody else.';

create function keeps(subject uuid) returns boolean language sql stable
  return kept_in(subject) is not null;
comment on function keeps is 'Does the actor keep the register of this person''s unit?';

create function bears_role(subject uuid) returns boolean language sql stable security definer set search_path = register, public, pg_temp
  return kept_in(subject) is not null and exists (select from role_held held where held.person = subject and in_term(held));
comment on function bears_role is 'Does this person hold a role in term? Told to the officer of their unit: to let such a person in is to lend the role.';

create function holds(wanted text) returns boolean language sql stable
  return exists (select from role_held mine where mine.person = actor() and mine.role = wanted and in_term(mine));

alter table organisation enable row level security; alter table organisation force row level security;
alter table unit enable row level security; alter table unit force row level security;
alter table person enable row level security; alter table person force row level security;
alter table role_held enable row level security; alter table role_held force row level security;

grant select on organisation to chinhdanh_asker;
grant select on organisation, unit to chinhdanh_app, chinhdanh_checker, chinhdanh_operator, chinhdanh_publisher, chinhdanh_keeper;
create policy known_to_all on organisation for select using (true);
create policy known_to_all on unit for select using (true);

grant select on person to chinhdanh_app, chinhdanh_operator, chinhdanh_publisher;
grant select (id, unit, name, office, unit_since, left_at) on person to chinhdanh_keeper;
create policy self on person for select to chinhdanh_app using (id = actor());
create policy everyone on person for select to chinhdanh_operator, chinhdanh_publisher, chinhdanh_keeper using (true);

grant select on role_held to chinhdanh_app, chinhdanh_operator, chinhdanh_keeper;
create policy own on role_held for select to chinhdanh_app using (person = actor());
create policy everyone on role_held for select to chinhdanh_operator, chinhdanh_keeper using (true);

grant insert, update on organisation, unit, person to chinhdanh_operator;
create policy operator_writes on organisation to chinhdanh_operator using (true) with check (true);
create policy operator_writes on unit to chinhdanh_operator using (true) with check (true);
create policy operator_writes on person to chinhdanh_operator using (true) with check (true);
grant execute on function in_term, covers, kept_in, keeps, holds, bears_role to chinhdanh_app, chinhdanh_operator;
grant execute on function in_term, serving to chinhdanh_keeper;

-- Last: from here on the owner of the tables has no right to these any more.
alter function covers owner to chinhdanh_keeper;
alter function kept_in owner to chinhdanh_keeper;
alter function bears_role owner to chinhdanh_keeper;
