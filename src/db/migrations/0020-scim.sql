-- 0020-scim.sql: the organisation's directory provisions people and units below one unit. It is no person, holds no role and reads no table
-- but the tree: what it sees of people, functions tell it, and only while the token that it shows is in force.
create table directory_client (
  id uuid primary key,
  hash bytea not null unique check (length(hash) = 32),
  name text not null check (length(name) between 1 and 100),
  unit uuid not null references unit (id),
  made_at timestamptz not null default now(),
  expires_at timestamptz not null,
  used_at timestamptz,
  revoked_at timestamptz,
  check (expires_at <= made_at + interval '731 days')
);
comment on column directory_client.id is 'personal: no. UUIDv7';
comment on column directory_client.hash is 'personal: no. SHA-256 of the token';
comment on column directory_client.name is 'personal: no. What the directory is called, in histories and to the people it changes';
comment on column directory_client.unit is 'personal: no. The unit it provisions, with all below; people without a group wait here';
comment on column directory_client.made_at is 'personal: no. When it was made';
comment on column directory_client.expires_at is 'personal: no. Until when it is good';
comment on column directory_client.used_at is 'personal: no. When it was last used, to the hour';
comment on column directory_client.revoked_at is 'personal: no. When it was taken back';

-- Each directory has its own names for people: a name that is taken tells it of nothing but what it sent itself.
create table directory_person (
  client uuid not null references directory_client (id),
  person uuid not null references person (id),
  user_name text not null check (length(user_name) between 1 and 256),
  external_id text check (length(external_id) between 1 and 256),
  family_name text check (length(family_name) <= 200),
  given_name text check (length(given_name) <= 200),
  made_at timestamptz not null default now(),
  changed_at timestamptz not null default now(),
  gone_at timestamptz,
  primary key (client, person)
);
create unique index directory_user_name on directory_person (client, lower(user_name)) where gone_at is null;
create unique index directory_external_id on directory_person (client, external_id) where gone_at is null;
create index directory_gone on directory_person (client, external_id) where gone_at is not null;
comment on column directory_person.client is 'personal: no. Which directory';
comment on column directory_person.person is 'personal: yes. Who';
comment on column directory_person.user_name is 'personal: yes. What the directory calls them (userName)';
comment on column directory_person.external_id is 'personal: yes. The id that the directory has for them (externalId)';
comment on column directory_person.family_name is 'personal: yes. Family name, as the directory has it';
comment on column directory_person.given_name is 'personal: yes. Given name, as the directory has it';
comment on column directory_person.made_at is 'personal: no. When the directory first named them';
comment on column directory_person.changed_at is 'personal: no. When it last did';
comment on column directory_person.gone_at is 'personal: yes. When the directory deleted them; nothing else was erased';

create table directory_unit (
  client uuid not null references directory_client (id),
  unit uuid not null references unit (id),
  external_id text check (length(external_id) between 1 and 256),
  changed_at timestamptz not null default now(),
  primary key (client, unit)
);
create unique index directory_unit_external_id on directory_unit (client, external_id);
comment on column directory_unit.client is 'personal: no. Which directory';
comment on column directory_unit.unit is 'personal: no. Which unit';
comment on column directory_unit.external_id is 'personal: no. The id that the directory has for it (externalId)';
comment on column directory_unit.changed_at is 'personal: no. When the directory last changed that';

alter table directory_client enable row level security; alter table directory_client force row level security;
alter table directory_person enable row level security; alter table directory_person force row level security;
alter table directory_unit enable row level security; alter table directory_unit force row level security;
grant select, insert (id, hash, name, unit, expires_at), update (revoked_at) on directory_client to chinhdanh_operator;
create policy operator on directory_client to chinhdanh_operator using (true) with check (true);
grant select, update (used_at) on directory_client to chinhdanh_keeper;
create policy keeper on directory_client to chinhdanh_keeper using (hash = bearer()) with check (hash = bearer());
grant select, insert, update on directory_person to chinhdanh_keeper;
create policy keeper on directory_person to chinhdanh_keeper using (true) with check (true);
grant select, insert, update, delete on directory_unit to chinhdanh_keeper;
create policy keeper on directory_unit to chinhdanh_keeper using (true) with check (true);
-- What a directory calls somebody, that person may read.
grant select on directory_person to chinhdanh_app;
create policy own on directory_person for select to chinhdanh_app using (person = actor());

-- The tree is no secret to it; what it writes there, `organises` admits below its own unit.
grant select, insert (id, code, name, kind, parent, path), update (name, kind) on unit to chinhdanh_directory;
create policy directory_adds on unit for insert to chinhdanh_directory with check (provisions(parent) and closed_at is null and merged_into is null);
create policy directory_names on unit for update to chinhdanh_directory using (provisions(id)) with check (provisions(id));
grant execute on function folded, code_key to chinhdanh_directory;
-- Each change of a person leaves a row that they see, with the name of the directory.
grant insert (id, subject, purpose, fields, channel) on access to chinhdanh_directory;
create policy directory_leaves_a_trace on access for insert to chinhdanh_directory
  with check (channel = 'scim' and purpose = 'directory' and fields = 'roll' and subject is not null and places(subject));

create function directory_enters() returns table (id uuid, name text, unit uuid, code text) language plpgsql security definer set search_path = register, public, pg_temp as $$
begin
  if directory_name() is null then return; end if;
  update directory_client c set used_at = now() where c.hash = bearer() and (c.used_at is null or c.used_at < now() - interval '1 hour');
  return query select c.id, c.name, c.unit, u.code from directory_client c join unit u on u.id = c.unit where c.hash = bearer();
end $$;
comment on function directory_enters is 'The directory whose token is shown, while it is in force. Its last use is noted to the hour.';

create function directory_id() returns uuid language sql stable security definer set search_path = register, public, pg_temp
  return (select id from directory_client where hash = bearer() and directory_name() is not null);

-- Those whom these say; null asks for all. `total` counts them all, the rows are one page.
create function directory_people(wanted jsonb, skip int, most int) returns table (total bigint, id uuid, user_name text, external_id text, family_name text,
  given_name text, name text, office text, ref text, active boolean, unit uuid, unit_name text, created timestamptz, changed timestamptz)
language plpgsql stable security definer set search_path = register, public, pg_temp as $$
declare
  mine uuid := directory_id();
  top public.ltree := (select u.path from unit u where u.id = (select c.unit from directory_client c where c.hash = bearer()));
  ids uuid[];
begin
  if mine is null then return; end if;
  if wanted ? 'userName' then
    ids := array(select d.person from directory_person d where d.client = mine and d.gone_at is null and lower(d.user_name) = lower(wanted ->> 'userName')
      union select p.id from person p where code_key(p.ref) = code_key(wanted ->> 'userName') and p.ref is not null
        and not exists (select from directory_person d where d.client = mine and d.person = p.id and d.gone_at is null)
      union select p.id from person p where p.ref is null and p.id = case when wanted ->> 'userName' ~* '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then (wanted ->> 'userName')::uuid end
        and not exists (select from directory_person d where d.client = mine and d.person = p.id and d.gone_at is null));
  end if;
  if wanted ? 'externalId' then
    ids := array(select d.person from directory_person d where d.client = mine and d.gone_at is null and d.external_id = wanted ->> 'externalId' and (ids is null or d.person = any (ids)));
  end if;
  if wanted ? 'number' then
    ids := array(select p.id from person p where code_key(p.ref) = code_key(wanted ->> 'number') and p.ref is not null and (ids is null or p.id = any (ids)));
  end if;
  if wanted ? 'id' then
    ids := array(select (wanted ->> 'id')::uuid where ids is null or (wanted ->> 'id')::uuid = any (ids));
  end if;
  return query
    with seen as (
      select p.id, p.name, p.office, p.ref, p.left_at, p.unit, p.joined_at from unit u join person p on p.unit = u.id where ids is null and u.path operator(public.<@) top
      union all select p.id, p.name, p.office, p.ref, p.left_at, p.unit, p.joined_at from person p join unit u on u.id = p.unit where ids is not null and p.id = any (ids) and u.path operator(public.<@) top
    ), shown as (
      select p.id, p.name, p.office, p.ref, p.left_at is null as here, p.unit, p.joined_at, d.user_name, d.external_id, d.family_name, d.given_name, d.changed_at
      from seen p left join directory_person d on d.client = mine and d.person = p.id
      where d.gone_at is null and (not wanted ? 'active' or (p.left_at is null) = (wanted ->> 'active')::boolean)
    ), counted as (select count(*) as n from shown), page as (select s.* from shown s order by s.id offset skip limit most)
    select counted.n, page.id, coalesce(page.user_name, page.ref, page.id::text), page.external_id, page.family_name, page.given_name, page.name, page.office, page.ref,
      page.here, page.unit, u.name, page.joined_at,
      greatest(page.changed_at, page.joined_at, (select max(greatest(m.from_at, m.to_at)) from membership m where m.person = page.id))
    from counted left join page on true left join unit u on u.id = page.unit order by page.id;
end $$;
comment on function directory_people is 'Name, office, number and unit of the people below the directory''s unit: no state, no page, no role.';

create function directory_units(wanted jsonb, skip int, most int) returns table (total bigint, id uuid, code text, name text, kind text, parent_code text,
  external_id text, created timestamptz, changed timestamptz)
language sql stable security definer set search_path = register, public, pg_temp
begin atomic
  with shown as (
    select u.*, d.external_id, d.changed_at from directory_client c join unit top on top.id = c.unit join unit u on u.path operator(public.<@) top.path
      left join directory_unit d on d.client = c.id and d.unit = u.id
    where c.id = directory_id() and u.closed_at is null
      and (not wanted operator(pg_catalog.?) 'id' or u.id = (wanted ->> 'id')::uuid)
      and (not wanted operator(pg_catalog.?) 'displayName' or lower(u.name) = lower(wanted ->> 'displayName'))
      and (not wanted operator(pg_catalog.?) 'externalId' or d.external_id = wanted ->> 'externalId')
      and (not wanted operator(pg_catalog.?) 'code' or code_key(u.code) = code_key(wanted ->> 'code'))
      and (not wanted operator(pg_catalog.?) 'member' or u.id = (select p.unit from person p where p.id = (wanted ->> 'member')::uuid and p.left_at is null))
  ), counted as (select count(*) as n from shown), page as (select s.* from shown s order by s.id offset skip limit most)
  select counted.n, page.id, page.code, page.name, page.kind, above.code, page.external_id, page.created_at,
    greatest(page.created_at, page.changed_at, (select max(e.at) from unit_event e where e.unit = page.id))
  from counted left join page on true left join unit above on above.id = page.parent order by page.id;
end;
grant select on unit_event to chinhdanh_keeper;
create policy keeper_reads on unit_event for select to chinhdanh_keeper using (true);

create function directory_members(units uuid[]) returns table (unit uuid, person uuid, name text) language sql stable security definer set search_path = register, public, pg_temp
begin atomic
  select p.unit, p.id, p.name from person p where p.unit = any (units) and p.left_at is null and provisions(p.unit) order by p.id;
end;
comment on function directory_members is 'Who is in these units now, to the directory that provisions them.';

-- Whom a new user is: somebody whom this directory deleted, by its own id for them; else whoever has the number and is named by it no more, or not yet.
create function directory_known(external text, number text) returns uuid language sql stable security definer set search_path = register, public, pg_temp
  return coalesce(
    (select d.person from directory_person d where d.client = directory_id() and d.external_id = external and d.gone_at is not null and places(d.person) order by d.gone_at desc limit 1),
    (select p.id from person p where code_key(p.ref) = code_key(number) and p.ref is not null and places(p.id)
      and not exists (select from directory_person d where d.client = directory_id() and d.person = p.id and d.gone_at is null)));

create function directory_links(subject uuid, user_name text, external text, family text, given text) returns text
language plpgsql security definer set search_path = register, public, pg_temp as $$
declare mine uuid := directory_id();
begin
  if mine is null or not places(subject) then return 'person_not_found'; end if;
  if exists (select from directory_person d where d.client = mine and d.person <> subject and d.gone_at is null
    and (lower(d.user_name) = lower(directory_links.user_name) or d.external_id = external)) then return 'name_taken'; end if;
  insert into directory_person as d (client, person, user_name, external_id, family_name, given_name)
    values (mine, subject, user_name, external, family, given)
  on conflict (client, person) do update set user_name = excluded.user_name, external_id = excluded.external_id, family_name = excluded.family_name,
    given_name = excluded.given_name, changed_at = now(), gone_at = null
  where (d.user_name, d.external_id, d.family_name, d.given_name, d.gone_at)
    is distinct from (excluded.user_name, excluded.external_id, excluded.family_name, excluded.given_name, null);
  return 'linked';
end $$;

create function directory_deletes(subject uuid) returns text language plpgsql security definer set search_path = register, public, pg_temp as $$
declare mine uuid := directory_id();
begin
  if mine is null or not places(subject) then return 'person_not_found'; end if;
  insert into directory_person (client, person, user_name, gone_at) values (mine, subject, subject::text, now())
  on conflict (client, person) do update set gone_at = now();
  return 'gone';
end $$;
comment on function directory_deletes is 'The directory does not see this person any more. Nothing is erased; that they left is `person_leave`.';

create function directory_renames(subject uuid, given_name text) returns text language plpgsql security definer set search_path = register, public, pg_temp as $$
declare stop text := may_place(subject);
begin
  if directory_id() is null or stop is not null then return 'person_not_found'; end if;
  update person set name = given_name where id = subject and name <> given_name;
  return case when found then 'changed' else 'unchanged' end;
end $$;

create function directory_numbers(subject uuid, number text) returns text language plpgsql security definer set search_path = register, public, pg_temp as $$
declare stop text := may_place(subject);
begin
  if directory_id() is null or stop is not null then return 'person_not_found'; end if;
  update person set ref = number where id = subject and ref is distinct from number;
  return case when found then 'changed' else 'unchanged' end;
exception when unique_violation then return 'ref_taken';
end $$;
grant update (name, ref) on person to chinhdanh_keeper;

create function directory_links_unit(target uuid, external text) returns text language plpgsql security definer set search_path = register, public, pg_temp as $$
declare mine uuid := directory_id();
begin
  if mine is null or not provisions(target) then return 'unit_not_found'; end if;
  if exists (select from directory_unit d where d.client = mine and d.unit <> target and d.external_id = external) then return 'name_taken'; end if;
  if external is null then
    delete from directory_unit where client = mine and unit = target;
    return 'linked';
  end if;
  insert into directory_unit as d (client, unit, external_id) values (mine, target, external)
  on conflict (client, unit) do update set external_id = excluded.external_id, changed_at = now() where d.external_id is distinct from excluded.external_id;
  return 'linked';
end $$;
grant execute on function directory_enters, directory_people, directory_units, directory_members, directory_known, directory_links, directory_deletes, directory_renames,
  directory_numbers, directory_links_unit to chinhdanh_directory;

-- Last: from here on the owner of the tables has no right to these any more.
alter function directory_enters owner to chinhdanh_keeper;
alter function directory_id owner to chinhdanh_keeper;
alter function directory_people owner to chinhdanh_keeper;
alter function directory_units owner to chinhdanh_keeper;
alter function directory_members owner to chinhdanh_keeper;
alter function directory_known owner to chinhdanh_keeper;
alter function directory_links owner to chinhdanh_keeper;
alter function directory_deletes owner to chinhdanh_keeper;
alter function directory_renames owner to chinhdanh_keeper;
alter function directory_numbers owner to chinhdanh_keeper;
alter function directory_links_unit owner to chinhdanh_keeper;
