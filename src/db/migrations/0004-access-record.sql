-- 0004-access-record.sql: who looked. The row comes first and is the key: a policy that opens a person's record asks for it.
create table access (
  id uuid primary key,
  actor uuid default actor(),
  at timestamptz not null default now(),
  tx xid8 not null default pg_current_xact_id(),
  subject uuid references person (id),
  unit uuid references unit (id),
  persons int,
  purpose text not null check (purpose in ('help', 'asked_by_person', 'invitation', 'code', 'list', 'token', 'export', 'witness', 'place', 'incident', 'directory', 'assist', 'recovery', 'vouched', 'duty', 'case', 'right')),
  fields text not null check (fields in ('record', 'roll', 'page', 'imitation')),
  channel text not null default 'web' check (channel in ('web', 'api', 'command_line', 'scim')),
  by_name text,
  by_office text,
  by_unit text,
  about uuid,
  number text check (length(number) between 1 and 40),
  looker_unit uuid references unit (id),
  check ((purpose in ('incident', 'case', 'right')) = (number is not null)),
  check (num_nonnulls(subject, unit) = 1),
  check ((purpose = 'witness') = (about is not null)),
  check ((fields = 'page') = (purpose = 'witness')),
  check (fields <> 'imitation' or purpose = 'incident'),
  check (purpose not in ('place', 'directory', 'vouched', 'right') or fields = 'roll')
);
create index access_key on access (tx, subject);
create index access_subject on access (subject, at desc);
create index access_unit on access (unit, at desc);
create index access_about on access (about, actor) where about is not null;
comment on column access.id is 'personal: no. UUIDv7';
comment on column access.actor is 'personal: yes. Who looked; none is the operator at the machine itself, or the directory, which is named';
comment on column access.at is 'personal: no. When; it can only be the time of its own transaction';
comment on column access.tx is 'personal: no. The transaction it opens the record for, and no other';
comment on column access.subject is 'personal: yes. Whose record was opened';
comment on column access.unit is 'personal: no. Whose roll was listed';
comment on column access.persons is 'personal: no. How many persons the list had';
comment on column access.purpose is 'personal: no. Why, chosen before opening';
comment on column access.fields is 'personal: no. Which group of fields it opens';
comment on column access.channel is 'personal: no. Web page, API, command line or the directory of the organisation';
comment on column access.by_name is 'personal: yes. Name of who looked, on that day';
comment on column access.by_office is 'personal: yes. Office of who looked, on that day';
comment on column access.by_unit is 'personal: yes. Unit of who looked, on that day';
comment on column access.about is 'personal: no. The open request for whose sake it was opened';
comment on column access.number is 'personal: no. Number of what is open about the person, and for whose sake it was opened';
comment on column access.looker_unit is 'personal: yes. Unit of who looked, on that day: the unit above it is asked why';

-- Who it was, and how many a list shows, is read from the register, never from the request.
create function sign_access() returns trigger language plpgsql security definer set search_path = register, public, pg_temp as $$
begin
  select p.name, p.office, u.name, u.id into new.by_name, new.by_office, new.by_unit, new.looker_unit
    from person p left join unit u on u.id = p.unit where p.id = new.actor;
  if new.actor is null then new.by_name := directory_name(); end if;
  new.persons := case when new.unit is not null then (select count(*) from roll where unit = new.unit) end;
  return new;
end $$;
create trigger access_is_signed before insert on access for each row execute function sign_access();


alter table access enable row level security; alter table access force row level security;
grant insert (id, subject, unit, purpose, fields, channel, about, number), select on access to chinhdanh_app;
create policy officer_opens on access for insert to chinhdanh_app with check (
  channel in ('web', 'api') and (
    (subject is not null and fields = 'record' and purpose in ('help', 'asked_by_person', 'invitation', 'code') and subject <> actor() and keeps(subject)
      -- Whoever gives a way in could use it: an officer would be an administrator for fifteen minutes.
      and (purpose in ('help', 'asked_by_person') or not bears_role(subject)))
    or (unit is not null and fields = 'roll' and purpose = 'list' and covers(unit))));
create policy person_sees on access for select to chinhdanh_app using (subject = actor());
create policy person_sees_lists on access for select to chinhdanh_app using (
  unit is not null and exists (select from person me where me.id = actor() and me.unit = access.unit and me.unit_since <= access.at));
create policy own_in_this_transaction on access for select to chinhdanh_app using (actor = actor() and tx = pg_current_xact_id_if_assigned());
grant insert (id, subject, unit, purpose, fields, channel) on access to chinhdanh_operator;
create policy operator_leaves_a_trace on access for insert to chinhdanh_operator with check (channel = 'command_line');

create function opened(whose uuid) returns boolean language sql stable
  return exists (select from access a where a.tx = pg_current_xact_id_if_assigned() and a.at = now()
    and a.subject = whose and a.actor = actor() and a.fields = 'record');
comment on function opened is 'Has the actor, in this very transaction, written down why this person''s record is opened?';
grant execute on function opened to chinhdanh_app;

create policy officer_who_opened on person for select to chinhdanh_app using (opened(id));

-- Whoever makes a way into a person's account can act as that person: first the row that says so, which the person sees.
create function said_before(whose uuid, why text) returns boolean language sql stable security definer set search_path = register, public, pg_temp
  return exists (select from access a where a.tx = pg_current_xact_id_if_assigned() and a.at = now()
    and a.subject = whose and a.actor is not distinct from actor() and a.purpose = why);
comment on function said_before is 'Has the actor (nobody: the operator), in this very transaction, written the row that says this is done to the person?';
grant execute on function said_before to chinhdanh_app, chinhdanh_operator;
grant select (tx, at, subject, actor, purpose) on access to chinhdanh_keeper;
create policy keeper_sees_this_transaction on access for select to chinhdanh_keeper using (tx = pg_current_xact_id_if_assigned());

create policy officer_invites on invitation for insert to chinhdanh_app with check (said_before(person, 'invitation'));
create policy officer_gives on sign_in_code for insert to chinhdanh_app with check (said_before(person, 'code'));
create policy operator_invites on invitation for insert to chinhdanh_operator with check (said_before(person, 'invitation'));
create policy operator_gives on sign_in_code for insert to chinhdanh_operator with check (said_before(person, 'code'));
create policy operator_makes on api_token for insert to chinhdanh_operator with check (said_before(person, 'token'));

-- Last: from here on the owner of the tables has no right to these any more.
alter function sign_access owner to chinhdanh_keeper;
alter function said_before owner to chinhdanh_keeper;
