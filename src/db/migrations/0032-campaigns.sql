-- 0032-campaigns.sql: an audience, a task, waves of reminders. Whom one asks follows from the register; what they are told is one notice a step.
create table campaign (
  id uuid primary key,
  unit uuid not null references unit (id),
  task text not null check (task in ('attest', 'read')),
  whom text not null default 'both' check (whom in ('due', 'overdue', 'both')),
  guidance uuid references guidance (id),
  steps int not null check (steps between 1 and 3),
  gap_days int not null check (gap_days between 3 and 30),
  per_wave int not null check (per_wave between 1 and 10000),
  wave_minutes int not null check (wave_minutes between 5 and 1440),
  per_day int not null check (per_day between 1 and 500000),
  from_hour int not null check (from_hour between 6 and 12),
  until_hour int not null check (until_hour between 13 and 21),
  days text not null check (days in ('working', 'all')),
  state text not null default 'draft' check (state in ('draft', 'running', 'stopped', 'done', 'dropped')),
  made_by uuid references person (id),
  made_by_name text,
  made_at timestamptz not null default now(),
  started_at timestamptz,
  stopped_at timestamptz,
  ended_at timestamptz,
  counted_at timestamptz,
  gathered_to uuid,
  gathered_at timestamptz,
  waves int not null default 0,
  waved_at timestamptz,
  told_day date,
  told_that_day int not null default 0,
  asked int not null default 0,
  told int not null default 0,
  spared int not null default 0,
  check ((task = 'read') = (guidance is not null))
);
create index campaign_unit on campaign (unit);
create index campaign_at_work on campaign (id) where state = 'running';
comment on column campaign.id is 'personal: no. UUIDv7';
comment on column campaign.unit is 'personal: no. Whom it is for: the people of this unit and of all below';
comment on column campaign.task is 'personal: no. What they are asked: to attest, or to read a text';
comment on column campaign.whom is 'personal: no. Of those asked to attest: whose list is open, whose date has gone by, or both';
comment on column campaign.guidance is 'personal: no. Which text they are asked to read';
comment on column campaign.steps is 'personal: no. How often one person is told at most';
comment on column campaign.gap_days is 'personal: no. Days between two times';
comment on column campaign.per_wave is 'personal: no. How many are told in one wave';
comment on column campaign.wave_minutes is 'personal: no. Minutes between two waves';
comment on column campaign.per_day is 'personal: no. How many are told on one day';
comment on column campaign.from_hour is 'personal: no. Quiet before this hour';
comment on column campaign.until_hour is 'personal: no. Quiet from this hour on';
comment on column campaign.days is 'personal: no. Working days, or all but holidays';
comment on column campaign.state is 'personal: no. Draft, running, stopped, done or dropped';
comment on column campaign.made_by is 'personal: yes. Who prepared it';
comment on column campaign.made_by_name is 'personal: yes. Name of who did, on that day';
comment on column campaign.made_at is 'personal: no. When it was prepared';
comment on column campaign.started_at is 'personal: no. When it was started';
comment on column campaign.stopped_at is 'personal: no. When it was last stopped';
comment on column campaign.ended_at is 'personal: no. When it was done or dropped';
comment on column campaign.counted_at is 'personal: no. When its figures were last counted';
comment on column campaign.gathered_to is 'personal: no. Up to which id the people were gone through who are to be told';
comment on column campaign.gathered_at is 'personal: no. When all were';
comment on column campaign.waves is 'personal: no. How many waves there were';
comment on column campaign.waved_at is 'personal: no. When the last one was';
comment on column campaign.told_day is 'personal: no. Day of the last wave, in the zone of the register';
comment on column campaign.told_that_day is 'personal: no. How many were told on it';
comment on column campaign.asked is 'personal: no. How many it asks';
comment on column campaign.told is 'personal: no. How many times somebody was told';
comment on column campaign.spared is 'personal: no. How many times somebody no longer had to be told';

-- One row for each time that a person is to be told: whatever is done twice, or killed, there is no second.
create table campaign_message (
  campaign uuid not null references campaign (id),
  step int not null,
  person uuid not null references person (id),
  unit uuid not null references unit (id),
  state text not null default 'waiting' check (state in ('waiting', 'told', 'done', 'away', 'left')),
  due_on date not null,
  told_at timestamptz,
  told_on date,
  primary key (campaign, step, person)
);
create index campaign_message_waiting on campaign_message (campaign, due_on, step, person) where state = 'waiting';
create index campaign_message_told on campaign_message (person, told_on) where told_on is not null;
comment on column campaign_message.campaign is 'personal: no. Of which campaign';
comment on column campaign_message.step is 'personal: no. The first, second or third time';
comment on column campaign_message.person is 'personal: yes. Who is told';
comment on column campaign_message.unit is 'personal: yes. In which unit they were when they were gathered';
comment on column campaign_message.state is 'personal: yes. Waiting; told; or not told, because the task was done, they were away, or had left';
comment on column campaign_message.due_on is 'personal: no. Not before this day';
comment on column campaign_message.told_at is 'personal: yes. When they were told';
comment on column campaign_message.told_on is 'personal: no. Which day that was in the register';

-- Figures by unit, of the people right in it.
create table campaign_cell (
  campaign uuid not null references campaign (id),
  unit uuid not null references unit (id),
  persons int not null default 0,
  mailed int not null default 0,
  unmailed int not null default 0,
  done int not null default 0,
  away int not null default 0,
  not_asked int not null default 0,
  not_chosen int not null default 0,
  gathered int not null default 0,
  reached int not null default 0,
  followed int not null default 0,
  primary key (campaign, unit)
);
comment on column campaign_cell.campaign is 'personal: no. Of which campaign';
comment on column campaign_cell.unit is 'personal: no. Of which unit';
comment on column campaign_cell.persons is 'personal: no. How many are in it';
comment on column campaign_cell.mailed is 'personal: no. How many it asks and a letter reaches';
comment on column campaign_cell.unmailed is 'personal: no. How many it asks that see it in the register, or on paper';
comment on column campaign_cell.done is 'personal: no. How many have done it already';
comment on column campaign_cell.away is 'personal: no. How many are exempt: on leave, or ill';
comment on column campaign_cell.not_asked is 'personal: no. How many have no date yet';
comment on column campaign_cell.not_chosen is 'personal: no. How many it leaves out by its rule';
comment on column campaign_cell.gathered is 'personal: no. How many it was to ask when it began';
comment on column campaign_cell.reached is 'personal: no. How many of them were told at least once';
comment on column campaign_cell.followed is 'personal: no. How many of them have done it by now';

do $$ declare t text; begin
  foreach t in array array['campaign', 'campaign_message', 'campaign_cell'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
  end loop;
end $$;

-- Who runs one: officers and overseers, over the units of their own roles.
create function campaigns_over(target uuid) returns boolean language sql stable security definer set search_path = register, public, pg_temp
  return exists (select from role_held mine join unit here on here.id = target join unit top on top.id = mine.unit
    where mine.person = actor() and mine.role in ('officer', 'overseer') and serving(mine) and here.path operator(public.<@) top.path);
comment on function campaigns_over is 'Is the actor officer or overseer of this unit, or of one above it?';
grant execute on function campaigns_over to chinhdanh_app;

grant select on campaign to chinhdanh_app;
create policy who_runs on campaign for select to chinhdanh_app using (campaigns_over(unit));
grant select on campaign_message to chinhdanh_app;
create policy own on campaign_message for select to chinhdanh_app using (person = actor());
grant select, insert, update on campaign, campaign_message to chinhdanh_keeper;
grant select, insert, update, delete on campaign_cell to chinhdanh_keeper;
create policy keeper on campaign to chinhdanh_keeper using (true) with check (true);
create policy keeper on campaign_message to chinhdanh_keeper using (true) with check (true);
create policy keeper on campaign_cell to chinhdanh_keeper using (true) with check (true);

-- Where somebody stands to it, today: asked, or why not.
create function campaign_stands(c campaign, who uuid, home uuid, attests text, day date) returns text language sql stable
  return case
    when c.task = 'attest' then case
      when attests in ('attested', 'attested_none') then 'done'
      when attests = 'exempt' then 'away'
      when attests = 'never_asked' then 'not_asked'
      when attests = 'due' and c.whom in ('due', 'both') then 'asked'
      when attests in ('overdue', 'unreachable') and c.whom in ('overdue', 'both') then 'asked'
      else 'not_chosen' end
    when (asking(c.guidance)).id is null or not in_audience(home, c.guidance) then 'not_chosen'
    when has_read(who, asking(c.guidance)) then 'done'
    when exists (select from absence a where a.person = who and a.ended_at is null and day between a.from_on and a.until_on) then 'away'
    else 'asked' end;
comment on function campaign_stands is 'Asked; done already; away; without a date yet; or left out by the rule.';

-- The acts --------------------------------------------------------------------------------------------------------------------------
create function campaign_prepare(fresh uuid, over uuid, wanted jsonb, out outcome text, out made uuid) language plpgsql security definer set search_path = register, public, pg_temp as $$
declare w campaign;
begin
  outcome := 'unit_not_found';
  if not token_allows('people') or not campaigns_over(over) or exists (select from unit where id = over and closed_at is not null) then return; end if;
  w := jsonb_populate_record(null::campaign, wanted);
  if w.task = 'read' and not exists (select from guidance g where g.id = w.guidance and (asking(g.id)).id is not null) then outcome := 'campaign_text_missing'; return; end if;
  if w.task <> 'read' then w.guidance := null; end if;
  perform pg_advisory_xact_lock(hashtextextended('campaign ' || actor(), 0));
  made := (select c.id from campaign c where c.made_by = actor() and (c.id = fresh or c.state = 'draft' and c.made_at > now() - interval '1 minute'
    and (c.unit, c.task, c.whom, c.steps, c.gap_days, c.per_wave, c.wave_minutes, c.per_day, c.from_hour, c.until_hour, c.days)
      = (over, w.task, w.whom, w.steps, w.gap_days, w.per_wave, w.wave_minutes, w.per_day, w.from_hour, w.until_hour, w.days) and c.guidance is not distinct from w.guidance)
    order by c.id = fresh desc limit 1);
  if made is not null then outcome := 'prepared'; return; end if;
  if exists (select from campaign c where c.id = fresh) then return; end if;
  if (select count(*) from campaign c where c.made_by = actor() and c.state = 'draft') >= 20 then outcome := 'campaigns_waiting'; return; end if;
  insert into campaign (id, unit, task, whom, guidance, steps, gap_days, per_wave, wave_minutes, per_day, from_hour, until_hour, days, made_by, made_by_name)
    values (fresh, over, w.task, w.whom, w.guidance, w.steps, w.gap_days, w.per_wave, w.wave_minutes, w.per_day, w.from_hour, w.until_hour, w.days, actor(),
      (select name from person where id = actor()));
  outcome := 'prepared'; made := fresh;
end $$;
comment on function campaign_prepare is 'A draft: nobody is told anything. The same one sent twice, or asked for twice in a minute, is there once.';

-- The same table as in rules.ts, which is checked against this.
create function campaign_move(which uuid, act text) returns text language plpgsql security definer set search_path = register, public, pg_temp as $$
declare it campaign; leads text;
begin
  select * into it from campaign c where c.id = which for update;
  if it.id is null or not campaigns_over(it.unit) or not token_allows('people') then return 'not_found'; end if;
  leads := case act || ' ' || it.state
    when 'start draft' then 'running' when 'drop draft' then 'dropped'
    when 'stop running' then 'stopped' when 'resume stopped' then 'running'
    when 'close running' then 'done' when 'close stopped' then 'done' end;
  if leads is null then
    return case when (act, it.state) in (('start', 'running'), ('resume', 'running'), ('stop', 'stopped'), ('close', 'done'), ('drop', 'dropped')) then 'moved' else 'campaign_not_so' end;
  end if;
  update campaign c set state = leads, started_at = case act when 'start' then now() else c.started_at end,
    stopped_at = case act when 'stop' then now() else c.stopped_at end,
    ended_at = case when leads in ('done', 'dropped') then now() end
  where c.id = which;
  return 'moved';
end $$;
comment on function campaign_move is 'Starts, stops, resumes, closes or drops it. What it is already, it stays: a second press is the first.';
grant execute on function campaign_prepare, campaign_move to chinhdanh_app;

-- The work ------------------------------------------------------------------------------------------------------------------------
create function campaign_count(which uuid, day date) returns void language plpgsql security definer set search_path = register, public, pg_temp as $$
declare it campaign; above public.ltree;
begin
  select * into it from campaign c where c.id = which for no key update;
  if it.id is null then return; end if;
  above := (select path from unit where id = it.unit);
  insert into campaign_cell as cell (campaign, unit, persons, mailed, unmailed, done, away, not_asked, not_chosen)
    select which, s.unit, count(*), count(*) filter (where s.stands = 'asked' and s.mail), count(*) filter (where s.stands = 'asked' and not s.mail),
      count(*) filter (where s.stands = 'done'), count(*) filter (where s.stands = 'away'), count(*) filter (where s.stands = 'not_asked'), count(*) filter (where s.stands = 'not_chosen')
    from (select r.unit, campaign_stands(it, r.person, r.unit, r.attestation, day) as stands, exists (select from mail_address a where a.person = r.person and a.optional and a.bounced_at is null) as mail
      from roll r join unit here on here.id = r.unit where here.path operator(public.<@) above) s group by s.unit
  on conflict (campaign, unit) do update set persons = excluded.persons, mailed = excluded.mailed, unmailed = excluded.unmailed, done = excluded.done, away = excluded.away,
    not_asked = excluded.not_asked, not_chosen = excluded.not_chosen;
  update campaign_cell cell set gathered = m.gathered, reached = m.reached, followed = m.followed
    from (select one.unit, count(*) as gathered, count(*) filter (where one.told) as reached, count(*) filter (where one.followed) as followed
      from (select a.unit, exists (select from campaign_message t where t.campaign = which and t.person = a.person and t.state = 'told') as told,
          r.unit is not null and campaign_stands(it, a.person, r.unit, r.attestation, day) = 'done' as followed
        from campaign_message a join roll r on r.person = a.person where a.campaign = which and a.step = 1) one group by one.unit) m
    where cell.campaign = which and cell.unit = m.unit;
  update campaign c set counted_at = now() where c.id = which;
end $$;
comment on function campaign_count is 'Counts anew who is asked and who is not, and what came of it, by unit.';

create function campaign_gather(which uuid, day date, most int) returns boolean language plpgsql security definer set search_path = register, public, pg_temp as $$
declare it campaign; above public.ltree; last uuid; n int;
begin
  select * into it from campaign c where c.id = which for update;
  if it.id is null or it.gathered_at is not null or it.state <> 'running' then return false; end if;
  above := (select path from unit where id = it.unit);
  with block as (
    select r.person, r.unit, r.attestation from roll r join unit here on here.id = r.unit
    where here.path operator(public.<@) above and r.person > coalesce(it.gathered_to, '00000000-0000-0000-0000-000000000000') order by r.person limit most
  ), entered as (
    insert into campaign_message (campaign, step, person, unit, due_on)
      select which, 1, b.person, b.unit, day from block b where campaign_stands(it, b.person, b.unit, b.attestation, day) = 'asked' on conflict do nothing returning 1
  ) select (select person from block order by person desc limit 1), (select count(*) from entered) into last, n;
  update campaign c set asked = c.asked + n, gathered_to = coalesce(last, c.gathered_to), gathered_at = case when last is null then now() end where c.id = which;
  return last is not null;
end $$;
comment on function campaign_gather is 'Enters so many of those who are to be told, in the order of their ids. Answers whether there are more.';

create function campaigns_at_work(day date) returns table (id uuid, gathered boolean, waves int, waved_at timestamptz, told_today int, per_wave int, wave_minutes int, per_day int,
  from_hour int, until_hour int, days text, at timestamptz)
language sql stable security definer set search_path = register, public, pg_temp
begin atomic
  select c.id, c.gathered_at is not null, c.waves, c.waved_at, case when c.told_day = day then c.told_that_day else 0 end,
    c.per_wave, c.wave_minutes, c.per_day, c.from_hour, c.until_hour, c.days, now()
  from campaign c where c.state = 'running' order by c.id;
end;

-- One wave. Whoever has seen another number of waves comes too late; whoever dies in it has told nobody.
create function campaign_wave(which uuid, seen int, day date, most int) returns int language plpgsql security definer set search_path = register, public, pg_temp as $$
declare it campaign; n_told int; n_spared int; whom uuid[]; at_step int[];
begin
  select * into it from campaign c where c.id = which for update;
  if it.id is null or it.state <> 'running' or it.gathered_at is null or it.waves <> seen then return 0; end if;
  with taken as (
    select m.step, m.person, case
        when r.unit is null then 'left'
        when stands.now = 'asked' then case when exists (select from campaign_message o where o.person = m.person and o.told_on = day) then 'later' else 'told' end
        when stands.now = 'away' then 'away' else 'done' end as leads
    from campaign_message m join roll r on r.person = m.person
      cross join lateral (select campaign_stands(it, r.person, r.unit, r.attestation, day) as now) stands
    where m.campaign = which and m.state = 'waiting' and m.due_on <= day order by m.due_on, m.step, m.person limit most
  ), moved as (
    update campaign_message m set state = case t.leads when 'later' then 'waiting' else t.leads end,
      due_on = case t.leads when 'later' then day + 1 else m.due_on end,
      told_at = case t.leads when 'told' then now() end, told_on = case t.leads when 'told' then day end
    from taken t where m.campaign = which and m.step = t.step and m.person = t.person
    returning m.step, m.person, m.unit, t.leads
  ), next as (
    insert into campaign_message (campaign, step, person, unit, due_on)
      select which, m.step + 1, m.person, m.unit, day + it.gap_days from moved m where m.leads = 'told' and m.step < it.steps on conflict do nothing
  ) select count(*) filter (where m.leads in ('done', 'away', 'left')), coalesce(array_agg(m.person) filter (where m.leads = 'told'), '{}'),
      coalesce(array_agg(m.step) filter (where m.leads = 'told'), '{}') into n_spared, whom, at_step from moved m;
  n_told := cardinality(whom);
  perform tell(one.person, 'campaign_attest', which || '.' || one.step) from unnest(whom, at_step) as one (person, step) where it.task = 'attest';
  perform tell(one.person, 'campaign_read', which || '.' || one.step, it.guidance) from unnest(whom, at_step) as one (person, step) where it.task = 'read';
  update campaign c set told = c.told + n_told, told_day = day, told_that_day = n_told + case when c.told_day = day then c.told_that_day else 0 end, spared = c.spared + n_spared, waves = c.waves + 1,
      waved_at = case when n_told > 0 then now() else c.waved_at end,
      state = case when left_over.some then c.state else 'done' end, ended_at = case when left_over.some then null else now() end
    from (select exists (select from campaign_message m where m.campaign = which and m.state = 'waiting') as some) left_over where c.id = which;
  return n_told;
end $$;
comment on function campaign_wave is 'Tells so many of those who wait and have not done it meanwhile; ends the campaign when nobody waits any more.';
grant execute on function campaign_gather, campaigns_at_work, campaign_wave, campaign_count to chinhdanh_reminder;
create function campaigns_to_count() returns setof uuid language sql stable security definer set search_path = register, public, pg_temp
begin atomic
  select c.id from campaign c where c.state in ('running', 'stopped') or c.state = 'done' and c.ended_at > now() - interval '30 days' order by c.id;
end;
grant execute on function campaigns_to_count to chinhdanh_reminder;

-- What is shown -------------------------------------------------------------------------------------------------------------------
-- Exact where the actor keeps the register of all that is counted; else nothing that tells of fewer than five.
create function kept_whole(top uuid) returns boolean language sql stable security definer set search_path = register, public, pg_temp
  return covers(top) and not exists (select from role_held other join unit at on at.id = other.unit join unit here on here.id = top
    where other.role = 'officer' and other.person <> actor() and serving(other) and at.id <> top and at.path operator(public.<@) here.path);
comment on function kept_whole is 'Does the actor keep this unit and every one below it?';

create function campaign_parts(which uuid) returns table (part text, n bigint) language sql stable security definer set search_path = register, public, pg_temp
begin atomic
  with it as (select c.id, kept_whole(c.unit) as exact from campaign c where c.id = which and campaigns_over(c.unit) and token_allows('roll', 'people')),
  sums as (select coalesce(sum(mailed), 0) as mailed, coalesce(sum(unmailed), 0) as unmailed, coalesce(sum(done), 0) as done, coalesce(sum(away), 0) as away,
    coalesce(sum(not_asked), 0) as not_asked, coalesce(sum(not_chosen), 0) as not_chosen from campaign_cell cell join it on it.id = cell.campaign),
  parts as (select p.part, p.n from sums, lateral (values ('mailed', mailed), ('unmailed', unmailed), ('done', done), ('away', away), ('not_asked', not_asked), ('not_chosen', not_chosen)) p (part, n) where p.n > 0),
  ranked as (select p.*, it.exact, not it.exact and p.n < 5 as small, row_number() over (partition by p.n < 5 order by p.n, p.part) as rank,
    sum(p.n) filter (where p.n < 5) over () as hidden, count(*) filter (where p.n < 5) over () as smalls from parts p cross join it),
  told as (select case when r.small or not r.exact and r.smalls > 0 and (r.smalls = 1 or r.hidden < 5) and r.n >= 5 and r.rank = 1 then 'together' else r.part end as part, r.n, r.exact from ranked r)
  select t.part, case when t.exact or sum(t.n) >= 5 then sum(t.n) end from told t group by t.part, t.exact;
end;
comment on function campaign_parts is 'Everybody in what it is over, each once: asked, or why not. Parts that are small are told together.';

create function campaign_figures(which uuid, of_unit uuid)
returns table (part text, unit uuid, code text, name text, persons bigint, asked bigint, reached bigint, followed bigint)
language sql stable security definer set search_path = register, public, pg_temp
begin atomic
  with sheet as (
    select c.id, of_unit as unit from campaign c join unit top on top.id = c.unit join unit here on here.id = of_unit
    where c.id = which and here.path operator(public.<@) top.path and campaigns_over(of_unit) and token_allows('roll', 'people')
  ), parts as (
    select 'below' as part, u.id, u.code, u.name, u.path from sheet s join unit u on u.parent = s.unit where u.closed_at is null
    union all select 'here', u.id, u.code, u.name, u.path from sheet s join unit u on u.id = s.unit
    union all select 'whole', u.id, u.code, u.name, u.path from sheet s join unit u on u.id = s.unit
  ), cells as (
    select p.part, p.id, p.code, p.name, coalesce(sum(c.persons), 0) as persons, coalesce(sum(case when it.started_at is null then c.mailed + c.unmailed else c.gathered end), 0) as asked,
      coalesce(sum(c.reached), 0) as reached, coalesce(sum(c.followed), 0) as followed
    from parts p join campaign it on it.id = which left join unit b on case p.part when 'here' then b.id = p.id else b.path operator(public.<@) p.path end
      left join campaign_cell c on c.unit = b.id and c.campaign = which
    group by 1, 2, 3, 4
  ), judged as (
    select *, case part when 'here' then covers(id) else kept_whole(id) end as exact,
      persons between 1 and 4 or asked between 1 and 4 or persons - asked between 1 and 4 or reached between 1 and 4 or asked - reached between 1 and 4
        or followed between 1 and 4 or asked - followed between 1 and 4 as small from cells
  ), ranked as (
    select *, count(*) filter (where small and not exact and part <> 'whole') over () as smalls,
      count(*) filter (where not small and not exact and persons > 0 and part <> 'whole') over () as others,
      row_number() over (partition by part = 'whole', small, exact, persons = 0 order by persons, id) as rank from judged
  ), told as (
    select *, exact or not small and not (part <> 'whole' and smalls = 1 and persons > 0 and rank = 1) and not (part = 'whole' and smalls = 1 and others = 0) as shown from ranked
  )
  select t.part, t.id, t.code, t.name, case when t.shown then t.persons end, case when t.shown then t.asked end, case when t.shown then t.reached end, case when t.shown then t.followed end
  from told t order by t.part = 'whole' desc, t.part = 'here' desc, t.name, t.id;
end;
comment on function campaign_figures is 'By unit: how many are in it, are asked, were told, have done it. Nobody is named; of a unit that others keep no cell tells of fewer than five.';

-- Names: to the officer who has listed the unit in this transaction, and nobody else.
create function campaign_people(which uuid, of_unit uuid, skip int, most int) returns table (person uuid, name text, office text, told int, told_at timestamptz, stands text)
language sql stable security definer set search_path = register, public, pg_temp
begin atomic
  select r.person, r.name, r.office, said.n, said.at, campaign_stands(c, r.person, r.unit, r.attestation, (now() at time zone (select w.time_zone from watch_rule w))::date)
  from campaign c join roll r on r.unit = of_unit join unit here on here.id = of_unit join unit top on top.id = c.unit
    left join lateral (select count(*) filter (where m.state = 'told')::int as n, max(m.told_at) as at, count(*) as rows from campaign_message m where m.campaign = which and m.person = r.person) said on true
  where c.id = which and here.path operator(public.<@) top.path and campaigns_over(c.unit)
    and exists (select from access a where a.tx = pg_current_xact_id_if_assigned() and a.at = now() and a.unit = of_unit and a.actor = actor() and a.fields = 'roll')
    and (said.rows > 0 or c.started_at is null and campaign_stands(c, r.person, r.unit, r.attestation, (now() at time zone (select w.time_zone from watch_rule w))::date) = 'asked')
  order by r.sort, r.person offset skip limit most;
end;
comment on function campaign_people is 'Whom it asks in a unit, and how often they were told: for the transaction that holds the row of their list.';

create function campaign_letters(which uuid, of_unit uuid, skip int, most int) returns table (person uuid, name text, office text, unit text, due_on date)
language sql stable security definer set search_path = register, public, pg_temp
begin atomic
  select r.person, r.name, r.office, here.name, r.due_on
  from campaign c join roll r on r.unit = of_unit join unit here on here.id = of_unit join unit top on top.id = c.unit
  where c.id = which and c.state <> 'dropped' and here.path operator(public.<@) top.path and campaigns_over(c.unit)
    and exists (select from access a where a.tx = pg_current_xact_id_if_assigned() and a.at = now() and a.unit = of_unit and a.actor = actor() and a.fields = 'roll')
    and campaign_stands(c, r.person, r.unit, r.attestation, (now() at time zone (select w.time_zone from watch_rule w))::date) = 'asked'
    and not exists (select from mail_address a where a.person = r.person and a.optional and a.bounced_at is null)
  order by r.sort, r.person offset skip limit most;
end;
comment on function campaign_letters is 'Whom it asks in a unit and no letter by mail reaches: to be printed, for the transaction that holds the row of their list.';
grant execute on function campaign_parts, campaign_figures, campaign_people, campaign_letters to chinhdanh_app;

grant execute on function campaign_stands to chinhdanh_keeper;
alter function campaigns_over owner to chinhdanh_keeper;
alter function campaign_prepare owner to chinhdanh_keeper;
alter function campaign_move owner to chinhdanh_keeper;
alter function campaign_count owner to chinhdanh_keeper;
alter function campaign_gather owner to chinhdanh_keeper;
alter function campaigns_at_work owner to chinhdanh_keeper;
alter function campaign_wave owner to chinhdanh_keeper;
alter function campaigns_to_count owner to chinhdanh_keeper;
alter function kept_whole owner to chinhdanh_keeper;
alter function campaign_parts owner to chinhdanh_keeper;
alter function campaign_figures owner to chinhdanh_keeper;
alter function campaign_people owner to chinhdanh_keeper;
alter function campaign_letters owner to chinhdanh_keeper;
