-- 0008-roll.sql: what an officer's list shows of each person, and no more. Kept in the transaction of the act.
create table roll (
  person uuid primary key references person (id),
  unit uuid references unit (id),
  name text not null,
  office text,
  attestation text not null default 'never_asked',
  due_on date,
  pages int not null default 0,
  task text,
  task_number text
);
create index roll_unit on roll (unit, name);
comment on column roll.person is 'personal: yes. Who';
comment on column roll.unit is 'personal: yes. In which unit';
comment on column roll.name is 'personal: yes. Name';
comment on column roll.office is 'personal: yes. Office';
comment on column roll.attestation is 'personal: yes. State of the attestation';
comment on column roll.due_on is 'personal: yes. When the attestation is due';
comment on column roll.pages is 'personal: yes. How many pages are declared';
comment on column roll.task is 'personal: yes. That a task is open, its kind';
comment on column roll.task_number is 'personal: yes. Number of that task';
alter table roll enable row level security; alter table roll force row level security;
grant select on roll to chinhdanh_app;
create policy own on roll for select to chinhdanh_app using (person = actor());
create policy officer_who_listed on roll for select to chinhdanh_app using (exists (
  select from access a where a.tx = pg_current_xact_id_if_assigned() and a.at = now() and a.unit = roll.unit and a.actor = actor() and a.fields = 'roll'));
-- As `opened` says it, but asked once for a whole list and not once for each of its people.
create policy officer_who_opened on roll for select to chinhdanh_app using (person in (
  select a.subject from access a where a.tx = pg_current_xact_id_if_assigned() and a.at = now() and a.actor = actor() and a.fields = 'record'));

grant select, insert, update on roll to chinhdanh_keeper;
create policy keeper on roll to chinhdanh_keeper using (true) with check (true);
-- Once for a statement, however many people it enters.
create function enrol() returns trigger language plpgsql security definer set search_path = register, public, pg_temp as $$
begin
  insert into roll (person, unit, name, office) select id, case when left_at is null then unit end, name, office from entered;
  return null;
end $$;
create function keep_enrolled() returns trigger language plpgsql security definer set search_path = register, public, pg_temp as $$
begin
  update roll set unit = case when new.left_at is null then new.unit end, name = new.name, office = new.office where person = new.id;
  return null;
end $$;
create function count_pages() returns trigger language plpgsql security definer set search_path = register, public, pg_temp as $$
begin
  update roll set pages = (select count(*) from declaration where person = new.person and ended_at is null) where person = new.person;
  return null;
end $$;
create function persons_of(target uuid) returns bigint language sql stable security definer set search_path = register, public, pg_temp
  return (select count(*) from roll where unit = target and covers(target));
comment on function persons_of is 'How many persons a list of this unit would show its officer; 0 to everyone else.';
grant execute on function persons_of to chinhdanh_app;
create trigger enrol after insert on person referencing new table as entered for each statement execute function enrol();
create trigger keep_enrolled after update of name, office, unit, left_at on person for each row execute function keep_enrolled();
create trigger count_pages after insert or update of ended_at on declaration for each row execute function count_pages();

-- Last: from here on the owner of the tables has no right to these any more.
alter function enrol owner to chinhdanh_keeper;
alter function keep_enrolled owner to chinhdanh_keeper;
alter function count_pages owner to chinhdanh_keeper;
alter function persons_of owner to chinhdanh_keeper;
