-- 0010-incidents.sql: what is wrong with a page. So far the register itself finds one kind: a name that now belongs to another account.
create sequence incident_number;
create table incident (
  id uuid primary key,
  number text not null unique,
  kind text not null check (kind in ('reused_handle')),
  declaration uuid not null references declaration (id),
  person uuid not null references person (id),
  proof uuid references proof (id),
  opened_at timestamptz not null default now(),
  closed_at timestamptz,
  outcome text check (outcome in ('proven_again', 'declaration_ended')),
  check ((closed_at is null) = (outcome is null))
);
create unique index incident_once on incident (declaration, kind) where closed_at is null;
create index incident_person on incident (person);
comment on column incident.id is 'personal: no. UUIDv7';
comment on column incident.number is 'personal: no. Short number, S-0001: what the roll and the access row name';
comment on column incident.kind is 'personal: no. reused_handle: the name belongs to another permanent id than the one that was proven';
comment on column incident.declaration is 'personal: no. About which declaration';
comment on column incident.person is 'personal: yes. Whose declaration; kept here for row security';
comment on column incident.proof is 'personal: no. The proof whose check found it';
comment on column incident.opened_at is 'personal: no. When it was found';
comment on column incident.closed_at is 'personal: no. When it was settled';
comment on column incident.outcome is 'personal: no. proven_again: the same account was proven anew; declaration_ended';
alter table incident enable row level security; alter table incident force row level security;
grant select on incident to chinhdanh_app;
create policy own on incident for select to chinhdanh_app using (person = actor());
create policy officer_who_opened on incident for select to chinhdanh_app using (opened(person));
grant select (id, kind, declaration, proof, opened_at, closed_at, outcome), insert (id, kind, declaration, proof), update (closed_at, outcome) on incident to chinhdanh_checker;
create policy checker on incident to chinhdanh_checker using (true) with check (true);
create function incident_belongs() returns trigger language plpgsql security definer set search_path = register, public, pg_temp as $$
begin
  select person into strict new.person from declaration where id = new.declaration;
  new.number := 'S-' || to_char(nextval('incident_number'), 'FM99999999990000');
  return new;
end $$;
grant usage on sequence incident_number to chinhdanh_keeper;
create trigger incident_belongs before insert on incident for each row execute function incident_belongs();

-- Last: from here on the owner of the tables has no right to this any more.
alter function incident_belongs owner to chinhdanh_keeper;
