-- 0022-assisted.sql: an officer files a declaration for a person, from paper or on the phone. It is private, at level 0, marked as such, and its person is asked.
create table assisted_filing (
  declaration uuid primary key references declaration (id),
  person uuid not null references person (id),
  filed_by uuid not null default actor() references person (id),
  by_name text not null,
  by_office text,
  by_unit text,
  how text not null check (how in ('paper', 'phone')),
  paper_on date,
  filed_at timestamptz not null default now(),
  answer text check (answer in ('right', 'not_mine')),
  answered_at timestamptz,
  check ((how = 'paper') = (paper_on is not null)),
  check ((answer is null) = (answered_at is null)),
  check (filed_by <> person)
);
create index assisted_filing_person on assisted_filing (person) where answer is null;
comment on column assisted_filing.declaration is 'personal: no. Which declaration';
comment on column assisted_filing.person is 'personal: yes. For whom; kept here for row security';
comment on column assisted_filing.filed_by is 'personal: yes. The officer who filed it';
comment on column assisted_filing.by_name is 'personal: yes. Name of the officer, on that day';
comment on column assisted_filing.by_office is 'personal: yes. Office of the officer, on that day';
comment on column assisted_filing.by_unit is 'personal: no. Unit of the officer, on that day';
comment on column assisted_filing.how is 'personal: no. From a paper form, or on the phone with the person';
comment on column assisted_filing.paper_on is 'personal: no. The date on the paper';
comment on column assisted_filing.filed_at is 'personal: no. When it was filed';
comment on column assisted_filing.answer is 'personal: yes. What the person said of it: right, or not theirs';
comment on column assisted_filing.answered_at is 'personal: no. When the person said so';
alter table assisted_filing enable row level security; alter table assisted_filing force row level security;

-- The access row is the key: the person sees that an officer filed for them, or nothing is filed.
create policy officer_assists on access for insert to chinhdanh_app with check (
  channel in ('web', 'api') and purpose = 'assist' and fields = 'record' and subject is not null and subject <> actor() and keeps(subject));

create policy officer_files_for on declaration for insert to chinhdanh_app with check (person <> actor() and said_before(person, 'assist'));
create policy officer_files_for on declaration_version for insert to chinhdanh_app with check (
  made_by = actor() and person <> actor() and channel = 'assisted' and n = 1 and state = 'active' and visibility = 'private' and shows = 'nothing'
  and said_before(person, 'assist')
  and exists (select from declaration d where d.id = declaration and d.person = declaration_version.person and d.current_version is null));
create policy officer_files_for on level_step for insert to chinhdanh_app with check (
  level = 0 and reason = 'declared' and person <> actor() and said_before(person, 'assist')
  and exists (select from declaration d where d.id = declaration and d.person = level_step.person and d.current_step is null));
create policy officer_files_for on receipt for insert to chinhdanh_app with check (
  act = 'declared' and person <> actor() and said_before(person, 'assist') and exists (
    select from declaration_version v where v.id = version and v.declaration = receipt.declaration and v.person = receipt.person
      and v.channel = 'assisted' and v.made_by = actor()));
create policy officer_gives on receipt for select to chinhdanh_app using (said_before(person, 'assist'));

-- By a token it is the work of an officer, as opening a record is.
alter policy token_scope_files on declaration with check (token_allows('declare') or (person <> actor() and token_allows('records')));
alter policy token_scope on declaration_version with check (token_allows('declare') or (person <> actor() and token_allows('records')));

grant select, insert (declaration, how, paper_on) on assisted_filing to chinhdanh_app;
create policy own on assisted_filing for select to chinhdanh_app using (person = actor());
create policy officer_who_opened on assisted_filing for select to chinhdanh_app using (opened(person));
create policy officer_files_for on assisted_filing for insert to chinhdanh_app with check (
  filed_by = actor() and said_before(person, 'assist') and exists (
    select from declaration_version v where v.declaration = assisted_filing.declaration and v.n = 1 and v.channel = 'assisted' and v.made_by = actor()));
grant select, update (answer, answered_at) on assisted_filing to chinhdanh_keeper;
create policy keeper on assisted_filing to chinhdanh_keeper using (true) with check (true);

-- For whom, and who, is read from the register, never from the request.
create function assisted_is_signed() returns trigger language plpgsql security definer set search_path = register, public, pg_temp as $$
begin
  select person into strict new.person from declaration where id = new.declaration;
  select p.name, p.office, u.name into new.by_name, new.by_office, new.by_unit
    from person p left join unit u on u.id = p.unit where p.id = new.filed_by;
  return new;
end $$;
create trigger assisted_is_signed before insert on assisted_filing for each row execute function assisted_is_signed();

create function tells_assisted() returns trigger language plpgsql security definer set search_path = register, public, pg_temp as $$
begin
  perform tell(new.person, 'assisted_filed', new.declaration::text, new.declaration);
  return null;
end $$;
create trigger tells_assisted after insert on declaration_version for each row when (new.channel = 'assisted') execute function tells_assisted();

create function assisted_answer(page uuid, said text) returns text language plpgsql security definer set search_path = register, public, pg_temp as $$
declare filing assisted_filing;
begin
  perform token_needs('declare');
  select * into filing from assisted_filing f where f.declaration = page and f.person = actor() for update;
  if filing.declaration is null then return 'not_found'; end if;
  if filing.answer is not null then return case when filing.answer = said then 'again' else 'answered_before' end; end if;
  update assisted_filing f set answer = said, answered_at = now() where f.declaration = page;
  if said = 'not_mine' then
    perform tell(officer, 'assisted_not_mine', page::text, filing.person) from officers_for(filing.person, filing.filed_by) as officer;
  end if;
  return 'answered';
end $$;
comment on function assisted_answer is 'The actor says of a declaration that was filed for them whether it is right. Once; the officer is told of what is not theirs.';
grant execute on function assisted_answer to chinhdanh_app;

-- Last: from here on the owner of the tables has no right to these any more.
alter function assisted_is_signed owner to chinhdanh_keeper;
alter function tells_assisted owner to chinhdanh_keeper;
alter function assisted_answer owner to chinhdanh_keeper;
