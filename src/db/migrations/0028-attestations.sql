-- 0028-attestations.sql: once a cycle people say that their list is complete and true. When each is asked, what they said, and what follows.
create table attestation_cycle (
  kind text primary key check (length(kind) <= 100),
  months int not null check (months in (0, 6, 12, 24, 36)),
  month int not null check (month between 1 and 12),
  spread_days int not null check (spread_days between 1 and 180),
  began_at timestamptz not null default now(),
  changed_at timestamptz not null default now(),
  changed_by uuid references person (id),
  changed_by_name text,
  settled_at timestamptz
);
comment on column attestation_cycle.kind is 'personal: no. Kind of unit, from the vocabulary; empty: every kind without a line of its own';
comment on column attestation_cycle.months is 'personal: no. Every so many months; 0: people of these units are not asked';
comment on column attestation_cycle.month is 'personal: no. In which month the first of them are due';
comment on column attestation_cycle.spread_days is 'personal: no. Over how many days their dates are spread, so that not all fall due on one';
comment on column attestation_cycle.began_at is 'personal: no. Whoever was here by then has a date of the cycle; whoever comes later, thirty days of their own';
comment on column attestation_cycle.changed_at is 'personal: no. When it was last changed';
comment on column attestation_cycle.changed_by is 'personal: yes. Who changed it; none is the operator at the machine itself';
comment on column attestation_cycle.changed_by_name is 'personal: yes. Name of who changed it, on that day';
comment on column attestation_cycle.settled_at is 'personal: no. From when on all dates that were not open yet follow the change';

create table attestation_duty (
  person uuid primary key references person (id) on delete cascade,
  joined_at timestamptz,
  moved_at timestamptz,
  opens_on date,
  due_on date,
  answered boolean not null default false,
  attested_at timestamptz,
  said text check (said in ('accounts', 'none')),
  state text not null default 'never_asked'
    check (state in ('attested', 'attested_none', 'due', 'overdue', 'never_asked', 'exempt', 'unreachable')),
  lapsed_at timestamptz,
  proofs_since date,
  planned_at timestamptz,
  next_on date,
  check ((opens_on is null) = (due_on is null)),
  check (due_on is not null or not answered)
) with (fillfactor = 80);
create index attestation_duty_next on attestation_duty (next_on) where next_on is not null;
comment on column attestation_duty.person is 'personal: yes. Who is asked';
comment on column attestation_duty.joined_at is 'personal: yes. Since when here, of whoever did not come in with a list';
comment on column attestation_duty.moved_at is 'personal: yes. When they came into another unit, until their date follows';
comment on column attestation_duty.opens_on is 'personal: yes. First day on which they are asked';
comment on column attestation_duty.due_on is 'personal: yes. Last day';
comment on column attestation_duty.answered is 'personal: yes. That they have attested for this date';
comment on column attestation_duty.attested_at is 'personal: yes. When they last attested';
comment on column attestation_duty.said is 'personal: yes. What they last attested: accounts, or that they have none';
comment on column attestation_duty.state is 'personal: yes. State of the attestation, as the roll shows it';
comment on column attestation_duty.lapsed_at is 'personal: yes. When the date went by without an answer; what is shown of their pages is not current since';
comment on column attestation_duty.proofs_since is 'personal: no. What was proven once before this day lapses; none once it has';
comment on column attestation_duty.planned_at is 'personal: no. When the date was reckoned';
comment on column attestation_duty.next_on is 'personal: no. Day on which the register looks at it again; none while nothing is to come';

create table attestation (
  id uuid primary key,
  code text not null unique,
  person uuid not null references person (id),
  due_on date not null,
  said text not null check (said in ('accounts', 'none')),
  pages int not null,
  channel text not null check (channel in ('web', 'api', 'sample')),
  made_at timestamptz not null default now(),
  unique (person, due_on)
);
comment on column attestation.id is 'personal: no. UUIDv7';
comment on column attestation.code is 'personal: yes. What the person keeps, BN-XXXX-XXXX';
comment on column attestation.person is 'personal: yes. Who attested';
comment on column attestation.due_on is 'personal: yes. For which date';
comment on column attestation.said is 'personal: yes. That these are all the accounts, or that there is none';
comment on column attestation.pages is 'personal: yes. How many lines were answered';
comment on column attestation.channel is 'personal: no. How it came';
comment on column attestation.made_at is 'personal: yes. When it was filed';

create table attestation_answer (
  id uuid primary key default gen_random_uuid(),
  person uuid not null default actor() references person (id),
  declaration uuid not null references declaration (id),
  answer text not null check (answer in ('still_mine', 'changed', 'closed', 'not_in_control')),
  answered_at timestamptz not null default now(),
  attestation uuid references attestation (id)
);
create unique index attestation_answer_open on attestation_answer (declaration) where attestation is null;
create index attestation_answer_person on attestation_answer (person);
create index attestation_answer_filed on attestation_answer (attestation) where attestation is not null;
comment on column attestation_answer.id is 'personal: no. Random';
comment on column attestation_answer.person is 'personal: yes. Who answered';
comment on column attestation_answer.declaration is 'personal: no. About which declaration';
comment on column attestation_answer.answer is 'personal: yes. Still mine, changed, closed, or no longer in control';
comment on column attestation_answer.answered_at is 'personal: yes. When it was answered';
comment on column attestation_answer.attestation is 'personal: no. With which attestation it was filed; none while it waits';

do $$ declare t text; begin
  foreach t in array array['attestation_cycle', 'attestation_duty', 'attestation', 'attestation_answer'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
  end loop;
end $$;

grant select on attestation_cycle to chinhdanh_app, chinhdanh_operator;
create policy administrator on attestation_cycle for select to chinhdanh_app, chinhdanh_operator using (organises(null));
grant select on attestation_duty, attestation, attestation_answer to chinhdanh_app;
create policy own on attestation_duty for select to chinhdanh_app using (person = actor());
create policy own on attestation for select to chinhdanh_app using (person = actor());
create policy officer_who_opened on attestation for select to chinhdanh_app using (opened(person));
grant insert (declaration, answer), update (answer, answered_at) on attestation_answer to chinhdanh_app;
create policy own on attestation_answer for select to chinhdanh_app using (person = actor());
create policy officer_who_opened on attestation_answer for select to chinhdanh_app using (opened(person) and attestation is not null);
create policy own_answers on attestation_answer for insert to chinhdanh_app with check (
  person = actor() and attestation is null and exists (select from declaration d where d.id = declaration and d.person = actor() and d.ended_at is null));
create policy own_answers_anew on attestation_answer for update to chinhdanh_app
  using (person = actor() and attestation is null) with check (person = actor() and attestation is null);
create policy token_scope on attestation_answer as restrictive for insert to chinhdanh_app with check (token_allows('declare'));
create policy token_scope_anew on attestation_answer as restrictive for update to chinhdanh_app using (token_allows('declare'));

grant select, insert, update on attestation_cycle to chinhdanh_keeper;
grant select, insert, update, delete on attestation_duty to chinhdanh_keeper;
grant select, insert on attestation to chinhdanh_keeper;
grant select, update (attestation) on attestation_answer to chinhdanh_keeper;
create policy keeper on attestation_cycle to chinhdanh_keeper using (true) with check (true);
create policy keeper on attestation_duty to chinhdanh_keeper using (true) with check (true);
create policy keeper on attestation to chinhdanh_keeper using (true) with check (true);
create policy keeper on attestation_answer to chinhdanh_keeper using (true) with check (true);

-- The cycles -----------------------------------------------------------------------------------------------------------------------
create function attestation_cycle_set(unit_kind text, every int, first_month int, days int) returns text language plpgsql security definer set search_path = register, public, pg_temp as $$
begin
  if not organises(null) then return 'not_found'; end if;
  insert into attestation_cycle as c (kind, months, month, spread_days, changed_by, changed_by_name)
    values (unit_kind, every, first_month, days, actor(), (select name from person where id = actor()))
  on conflict (kind) do update set months = excluded.months, month = excluded.month, spread_days = excluded.spread_days, changed_at = now(),
      changed_by = excluded.changed_by, changed_by_name = excluded.changed_by_name, settled_at = null
    where (c.months, c.month, c.spread_days) is distinct from (excluded.months, excluded.month, excluded.spread_days);
  return 'set';
end $$;
comment on function attestation_cycle_set is 'By an administrator of the whole organisation. What is open already keeps its date.';
grant execute on function attestation_cycle_set to chinhdanh_app, chinhdanh_operator;

create function cycle_of(of_unit uuid) returns attestation_cycle language sql stable security definer set search_path = register, public, pg_temp
  return (select c from unit u join attestation_cycle c on c.kind in (coalesce(u.kind, ''), '') where u.id = of_unit order by c.kind desc limit 1);
comment on function cycle_of is 'The cycle of the kind of this unit, or the one for all others.';

-- Who is here ------------------------------------------------------------------------------------------------------------------------
-- Whoever comes alone has thirty days of their own. Whoever comes with a list has a date of the cycle: what enters so many at once must
-- not make them due on one day.
create function attestation_joins() returns trigger language plpgsql security definer set search_path = register, public, pg_temp as $$
begin
  if (select count(*) from (select from entered limit 21) as few) > 20 then return null; end if;
  insert into attestation_duty (person, joined_at, next_on) select id, unit_since, '2000-01-01' from entered where unit is not null and left_at is null;
  return null;
end $$;
create trigger attestation_joins after insert on person referencing new table as entered for each statement execute function attestation_joins();

create function attestation_moves() returns trigger language plpgsql security definer set search_path = register, public, pg_temp as $$
begin
  if new.left_at is not null or new.unit is null then
    delete from attestation_duty where person = new.id;
    update roll set attestation = 'never_asked', due_on = null where person = new.id;
  elsif old.left_at is not null then
    insert into attestation_duty (person, joined_at, next_on) values (new.id, new.unit_since, '2000-01-01') on conflict do nothing;
  else
    update attestation_duty set moved_at = now(), next_on = '2000-01-01' where person = new.id;
  end if;
  return null;
end $$;
create trigger attestation_moves after update of unit, left_at on person for each row
  when ((old.unit, old.left_at) is distinct from (new.unit, new.left_at)) execute function attestation_moves();

-- Looked at again at once: an absence that is noted or ended, and a way in for whoever could not be reached.
create function attestation_hurries() returns trigger language plpgsql security definer set search_path = register, public, pg_temp as $$
begin
  update attestation_duty set next_on = '2000-01-01' where person = new.person and (tg_table_name = 'absence' or state = 'unreachable' or tg_op = 'UPDATE' and state = 'overdue');
  return null;
end $$;
create trigger attestation_hurries after insert or update of ended_at on absence for each row execute function attestation_hurries();
create trigger attestation_hurries after insert on passkey for each row execute function attestation_hurries();
create trigger attestation_hurries after insert on mail_address for each row execute function attestation_hurries();
create trigger attestation_hurries_too after update of bounced_at on mail_address for each row execute function attestation_hurries();
create trigger attestation_hurries after insert on organisation_identity for each row execute function attestation_hurries();

-- The roll, and what is shown, in the same transaction -------------------------------------------------------------------------------
create function attestation_on_roll() returns trigger language plpgsql security definer set search_path = register, public, pg_temp as $$
begin
  update roll set attestation = new.state, due_on = new.due_on where person = new.person and (attestation, due_on) is distinct from (new.state, new.due_on);
  return null;
end $$;
create trigger attestation_on_roll after insert or update of state, due_on on attestation_duty for each row execute function attestation_on_roll();

grant select (person, lapsed_at) on attestation_duty to chinhdanh_publisher;
create policy publisher on attestation_duty for select to chinhdanh_publisher using (true);
create function attestation_in_public() returns trigger language plpgsql security definer set search_path = register, public, pg_temp as $$
begin
  update published shown set not_current_since = case when shown.answer = 'confirmed' then new.lapsed_at end
    from declaration d where d.person = new.person and shown.canonical = d.canonical and shown.declaration = d.id;
  return null;
end $$;
create trigger attestation_in_public after update of lapsed_at on attestation_duty for each row
  when (old.lapsed_at is distinct from new.lapsed_at) execute function attestation_in_public();
create function published_is_current() returns trigger language plpgsql security definer set search_path = register, public, pg_temp as $$
begin
  new.not_current_since := case when new.answer = 'confirmed' then
    (select duty.lapsed_at from declaration d join attestation_duty duty on duty.person = d.person where d.id = new.declaration) end;
  return new;
end $$;
comment on function published_is_current is 'Whatever writes an answer anew: it is current while its owner''s attestation is.';
create trigger published_is_current before insert or update of declaration, answer on published for each row execute function published_is_current();

-- To attest ------------------------------------------------------------------------------------------------------------------------
grant select (current_version) on declaration to chinhdanh_keeper;
grant select (id, state) on declaration_version to chinhdanh_keeper;
create policy keeper on declaration_version for select to chinhdanh_keeper using (true);
create function attest(fresh uuid, new_code text, day date, came text, out outcome text, out filed uuid) language plpgsql security definer set search_path = register, public, pg_temp as $$
declare
  duty attestation_duty;
  lines int;
  stands boolean;
begin
  select * into duty from attestation_duty d where d.person = actor() for update;
  if duty.answered and duty.due_on >= day then
    outcome := 'again';
    filed := (select a.id from attestation a where a.person = actor() and a.due_on = duty.due_on);
    return;
  end if;
  outcome := 'attestation_not_open';
  if not token_allows('declare') or duty.due_on is null or duty.answered or duty.opens_on > day then return; end if;
  outcome := 'answers_missing';
  if exists (select from declaration d join declaration_version v on v.id = d.current_version
    where d.person = actor() and d.ended_at is null and v.state = 'active'
      and not exists (select from attestation_answer a where a.declaration = d.id and a.attestation is null)) then return; end if;
  lines := (select count(*) from attestation_answer a where a.person = actor() and a.attestation is null);
  stands := exists (select from declaration d where d.person = actor() and d.ended_at is null);
  insert into attestation (id, code, person, due_on, said, pages, channel)
    values (fresh, new_code, actor(), duty.due_on, case when lines > 0 or stands then 'accounts' else 'none' end, lines, came);
  update attestation_answer a set attestation = fresh where a.person = actor() and a.attestation is null;
  update attestation_duty d set answered = true, attested_at = now(), said = case when lines > 0 or stands then 'accounts' else 'none' end,
      state = case when lines > 0 or stands then 'attested' else 'attested_none' end, lapsed_at = null, next_on = d.due_on + 1
    where d.person = actor();
  outcome := 'attested';
  filed := fresh;
end $$;
comment on function attest is 'The actor has answered every page that stands, and says that there are no others. Once for a date; a second time it is the same.';
grant execute on function attest to chinhdanh_app;
grant execute on function token_allows, by_token to chinhdanh_keeper;

-- The clock -------------------------------------------------------------------------------------------------------------------------
-- Everybody who came with a list and has no line yet, some at a time; read in the order of persons, from the one before on.
create function attestation_enter(after uuid, most int) returns uuid language sql security definer set search_path = register, public, pg_temp
begin atomic
  with block as (
    select r.person from roll r where r.due_on is null and r.attestation = 'never_asked' and r.unit is not null and r.person > attestation_enter.after
    order by r.person limit most
  ), made as (
    insert into attestation_duty (person, next_on) select person, '2000-01-01' from block on conflict do nothing
  ) select person from block order by person desc limit 1;
end;
create index roll_unasked on roll (person) where due_on is null and attestation = 'never_asked' and unit is not null;

-- Dates that are not open yet follow a cycle that was changed; some at a time, as above.
create function attestation_replan(after uuid, day date, most int) returns uuid language plpgsql security definer set search_path = register, public, pg_temp as $$
declare last uuid;
begin
  if not exists (select from attestation_cycle where settled_at is null) then return null; end if;
  with block as (
    select d.person, d.planned_at, d.due_on is null or d.opens_on > day or d.answered as free from attestation_duty d
    where d.person > attestation_replan.after order by d.person limit most
  ), moved as (
    update attestation_duty d set due_on = null, opens_on = null, answered = false, next_on = '2000-01-01'
    from block b join roll r on r.person = b.person cross join lateral cycle_of(r.unit) c
    where d.person = b.person and b.free and c.settled_at is null and (b.planned_at is null or b.planned_at < c.changed_at)
  ) select b.person into last from block b order by b.person desc limit 1;
  if last is null then update attestation_cycle set settled_at = now() where settled_at is null; end if;
  return last;
end $$;

create function attestation_claim(day date, most int) returns table (person uuid, joined_at timestamptz, moved_at timestamptz, opens_on date, due_on date,
  answered boolean, attested_at timestamptz, said text, state text, reachable boolean, months int, month int, spread_days int, began_at timestamptz, away jsonb)
language sql volatile security definer set search_path = register, public, pg_temp
begin atomic
  select d.person, d.joined_at,
    -- Who was carried over because the unit was merged or closed has not moved: their date stays.
    case when d.moved_at is not null and not exists (select from membership m join unit u on u.id = m.unit
      where m.person = d.person and m.to_at = d.moved_at and u.closed_at is not null) then d.moved_at end,
    d.opens_on, d.due_on, d.answered, d.attested_at, d.said, d.state,
    exists (select from passkey k where k.person = d.person) or exists (select from mail_address a where a.person = d.person and a.bounced_at is null)
      or exists (select from organisation_identity i where i.person = d.person),
    c.months, c.month, c.spread_days, c.began_at,
    (select jsonb_agg(jsonb_build_object('kind', a.kind, 'from', a.from_on, 'until', a.until_on) order by a.from_on)
      from absence a where a.person = d.person and a.ended_at is null and a.until_on >= day - 60)
  from attestation_duty d join roll r on r.person = d.person cross join lateral cycle_of(r.unit) c
  where d.next_on <= day order by d.next_on, d.person limit most for update of d skip locked;
end;
comment on function attestation_claim is 'Whose turn it is, held until the end of the transaction: whoever dies in between leaves them to the next.';
grant select (person) on organisation_identity to chinhdanh_keeper;
create policy keeper_asks on organisation_identity for select to chinhdanh_keeper using (true);
grant select (person) on passkey to chinhdanh_keeper;
create policy keeper_asks on passkey for select to chinhdanh_keeper using (true);

-- What the rules made of those that were claimed, and what each is told. Of one kind and date a person is told once.
create function attestation_move(moves jsonb) returns int language plpgsql security definer set search_path = register, public, pg_temp as $$
declare n int;
begin
  with moved as (
    select * from jsonb_to_recordset(moves) as m (person uuid, opens_on date, due_on date, answered boolean, state text, late boolean, proofs_since date, next_on date, tell text)
  ) update attestation_duty d set moved_at = null, joined_at = case when m.due_on is null then d.joined_at end, opens_on = m.opens_on, due_on = m.due_on, answered = m.answered, state = m.state,
      lapsed_at = case when m.late then coalesce(d.lapsed_at, now()) end, proofs_since = coalesce(m.proofs_since, d.proofs_since),
      planned_at = now(), next_on = m.next_on
    from moved m where d.person = m.person;
  get diagnostics n = row_count;
  perform tell(m.person, 'attestation_open', m.due_on::text) from jsonb_to_recordset(moves) as m (person uuid, due_on date, tell text) where m.tell = 'open';
  perform tell(m.person, 'attestation_30_days', m.due_on::text) from jsonb_to_recordset(moves) as m (person uuid, due_on date, tell text) where m.tell = '30_days';
  perform tell(m.person, 'attestation_7_days', m.due_on::text) from jsonb_to_recordset(moves) as m (person uuid, due_on date, tell text) where m.tell = '7_days';
  perform tell(m.person, 'attestation_1_day', m.due_on::text) from jsonb_to_recordset(moves) as m (person uuid, due_on date, tell text) where m.tell = '1_day';
  perform tell(m.person, 'attestation_late', m.due_on::text) from jsonb_to_recordset(moves) as m (person uuid, due_on date, tell text) where m.tell = 'late';
  return n;
end $$;
create function attestation_asks() returns boolean language sql stable security definer set search_path = register, public, pg_temp
  return exists (select from attestation_cycle where months > 0 or settled_at is null);
-- Once a week an officer is told that somebody's date went by, however many did: who, the list says.
create function attestation_digest(week date) returns bigint language sql security definer set search_path = register, public, pg_temp
begin atomic
  select count(tell(held.person, 'attestation_digest', week::text, late.unit)) from (
      select next_keeper(r.unit) as unit from roll r where r.attestation in ('overdue', 'unreachable') and r.due_on < week and r.due_on >= week - 7 and r.unit is not null
      group by 1) late
    join role_held held on held.unit = late.unit and held.role = 'officer' and serving(held);
end;
create index roll_late on roll (due_on) where attestation in ('overdue', 'unreachable');
grant execute on function attestation_enter, attestation_replan, attestation_claim, attestation_move, attestation_digest, attestation_asks to chinhdanh_reminder;

-- What was proven once lapses when the date has gone by, unless it was proven again since the list was asked for.
create function proofs_lapsing(most int) returns table (person uuid, proof uuid) language sql volatile security definer set search_path = register, public, pg_temp
begin atomic
  with block as (
    select d.person, d.proofs_since::timestamp at time zone (select time_zone from watch_rule) as since from attestation_duty d
    where d.proofs_since is not null order by d.person limit most for update skip locked
  ), old as (
    select b.person, p.id as proof from block b join proof p on p.person = b.person and not p.keep and p.state in ('found', 'missed') and p.found_at < b.since
  ), done as (
    update attestation_duty d set proofs_since = null from block b where d.person = b.person and not exists (select from old where old.person = b.person)
  ) select b.person, old.proof from block b left join old on old.person = b.person;
end;
comment on function proofs_lapsing is 'Which one-off proofs are over, of so many people; whoever has none left is done and not given again.';
create index attestation_duty_lapsing on attestation_duty (person) where proofs_since is not null;
grant select (found_at) on proof to chinhdanh_keeper;
grant execute on function proofs_lapsing to chinhdanh_checker;

-- Closing --------------------------------------------------------------------------------------------------------------------------
-- A page that its owner says is closed: looked at after thirty days where that can be done, then watched for whoever takes its name.
create table closing (
  declaration uuid primary key references declaration (id),
  person uuid not null references person (id),
  stated_at timestamptz not null default now(),
  next_look_at timestamptz default now() + interval '30 days',
  looked_at timestamptz,
  looked text check (looked in ('gone', 'same', 'other', 'there', 'unclear', 'no_way')),
  closed_by text check (closed_by in ('look', 'word')),
  watch_until timestamptz,
  watch_ended text check (watch_ended in ('time', 'wish', 'left', 'no_way')),
  alive text check (alive in ('same', 'other', 'there')),
  check (watch_until is null or closed_by is not null)
);
create index closing_person on closing (person);
create index closing_due on closing (next_look_at) where next_look_at is not null;
comment on column closing.declaration is 'personal: no. Which declaration';
comment on column closing.person is 'personal: yes. Whose; kept here for row security';
comment on column closing.stated_at is 'personal: no. When its owner said that it is closed';
comment on column closing.next_look_at is 'personal: no. When it is looked at next; pushed on while somebody looks';
comment on column closing.looked_at is 'personal: no. When it was last looked at';
comment on column closing.looked is 'personal: no. What that said: gone; there; the same account; another one; could not tell; no way to look. Never who holds the name now';
comment on column closing.closed_by is 'personal: no. The look found it gone, or the owner''s word is all there is';
comment on column closing.watch_until is 'personal: no. Until when the freed name is watched: two years';
comment on column closing.watch_ended is 'personal: no. Why it is watched no more';
comment on column closing.alive is 'personal: no. It lives again: as the same account, as another, or nobody can tell';
alter table closing enable row level security; alter table closing force row level security;
grant select on closing to chinhdanh_app;
create policy own on closing for select to chinhdanh_app using (person = actor());
create policy officer_who_opened on closing for select to chinhdanh_app using (opened(person));
grant select (declaration, stated_at, next_look_at, looked_at, looked, closed_by, watch_until, watch_ended, alive),
  update (next_look_at, looked_at, looked, closed_by, watch_until, watch_ended, alive) on closing to chinhdanh_checker;
create policy checker on closing to chinhdanh_checker using (true) with check (true);
grant select, insert, delete, update (next_look_at, watch_ended) on closing to chinhdanh_keeper;
create policy keeper on closing to chinhdanh_keeper using (true) with check (true);

create trigger token_scope before insert or update or delete on closing for each statement
  execute function token_is_scoped('declare', 'records', 'prove');
create function closing_follows() returns trigger language plpgsql security definer set search_path = register, public, pg_temp as $$
begin
  if new.state = 'closing' then insert into closing (declaration, person) values (new.declaration, new.person) on conflict do nothing;
  elsif new.state in ('active', 'lost') then delete from closing where declaration = new.declaration;
  end if;
  return null;
end $$;
comment on function closing_follows is 'It begins with the word of the owner, and is over when they take that back or have lost the page.';
create trigger closing_follows after insert on declaration_version for each row execute function closing_follows();

create function watch_ends() returns trigger language plpgsql security definer set search_path = register, public, pg_temp as $$
begin
  update closing set watch_ended = 'left', next_look_at = null where person = new.id and watch_until is not null and watch_ended is null;
  return null;
end $$;
create trigger watch_ends after update of left_at on person for each row when (new.left_at is not null and old.left_at is null) execute function watch_ends();

create function watch_end(page uuid) returns text language plpgsql security definer set search_path = register, public, pg_temp as $$
declare it closing;
begin
  select * into it from closing c where c.declaration = page and c.person = actor() for update;
  if it.declaration is null or it.watch_until is null or not token_allows('declare') then return 'nothing_watched'; end if;
  update closing c set watch_ended = 'wish', next_look_at = null where c.declaration = page and c.watch_ended is null;
  return 'ended';
end $$;
comment on function watch_end is 'The actor does not want the freed name of their page to be watched any more.';
grant execute on function watch_end to chinhdanh_app;

-- Whose page it is, the one who looks is not told.
create function tells_closing() returns trigger language plpgsql security definer set search_path = register, public, pg_temp as $$
begin
  if new.alive is not null and new.alive is distinct from old.alive then
    perform tell(new.person, 'closed_lives_again', new.declaration || '.' || new.alive, new.declaration);
    perform tell(officer, 'closed_of_member_lives_again', new.declaration || '.' || new.alive, new.person) from officers_for(new.person, null) as officer;
  elsif new.closed_by is not null and old.closed_by is null then
    perform tell(new.person, 'closing_done', new.declaration::text, new.declaration);
  elsif new.closed_by is null and new.looked in ('same', 'there') and new.looked_at is distinct from old.looked_at then
    perform tell(new.person, 'closing_still_there', new.declaration || '.' || to_char(new.looked_at at time zone 'UTC', 'YYYY-MM-DD'), new.declaration);
  end if;
  return null;
end $$;
create trigger tells_closing after update of alive, closed_by, looked_at on closing for each row execute function tells_closing();

create function closings_due() returns bigint language sql stable security definer set search_path = register, public, pg_temp
  return (select count(*) from closing where next_look_at <= now());
comment on function closings_due is 'How many are due whatever the asking role may see: a job that claims nothing while work is due fails loudly.';
grant execute on function closings_due to chinhdanh_checker;

-- Last: from here on the owner of the tables has no right to these any more.
alter function attestation_cycle_set owner to chinhdanh_keeper;
alter function cycle_of owner to chinhdanh_keeper;
alter function attestation_joins owner to chinhdanh_keeper;
alter function attestation_moves owner to chinhdanh_keeper;
alter function attestation_hurries owner to chinhdanh_keeper;
alter function attestation_on_roll owner to chinhdanh_keeper;
alter function attestation_in_public owner to chinhdanh_publisher;
alter function published_is_current owner to chinhdanh_publisher;
alter function attest owner to chinhdanh_keeper;
alter function attestation_enter owner to chinhdanh_keeper;
alter function attestation_replan owner to chinhdanh_keeper;
alter function attestation_claim owner to chinhdanh_keeper;
alter function attestation_move owner to chinhdanh_keeper;
alter function attestation_asks owner to chinhdanh_keeper;
alter function attestation_digest owner to chinhdanh_keeper;
alter function proofs_lapsing owner to chinhdanh_keeper;
alter function closing_follows owner to chinhdanh_keeper;
alter function watch_ends owner to chinhdanh_keeper;
alter function watch_end owner to chinhdanh_keeper;
alter function tells_closing owner to chinhdanh_keeper;
alter function closings_due owner to chinhdanh_keeper;
