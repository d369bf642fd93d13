-- 0029-guidance.sql: texts that explain the register, version by version, and who has acknowledged which.
create table guidance (
  id uuid primary key,
  unit uuid references unit (id),
  made_at timestamptz not null default now()
);
comment on column guidance.id is 'personal: no. UUIDv7';
comment on column guidance.unit is 'personal: no. Whom it is for: the people of this unit and of all below; none: everybody';
comment on column guidance.made_at is 'personal: no. When its first version came out';

create table guidance_version (
  id uuid primary key,
  guidance uuid not null references guidance (id),
  n int not null check (n > 0),
  material boolean not null,
  title_vi text not null check (length(title_vi) between 1 and 200),
  title_en text not null check (length(title_en) between 1 and 200),
  guide_vi text not null check (length(guide_vi) between 1 and 8000),
  guide_en text not null check (length(guide_en) between 1 and 8000),
  published_at timestamptz not null default now(),
  published_by uuid references person (id) default actor(),
  published_by_name text,
  unique (guidance, n)
);
comment on column guidance_version.id is 'personal: no. UUIDv7';
comment on column guidance_version.guidance is 'personal: no. Of which text';
comment on column guidance_version.n is 'personal: no. Its number, from 1';
comment on column guidance_version.material is 'personal: no. Whether it asks for a new acknowledgement';
comment on column guidance_version.title_vi is 'personal: no. Title in Vietnamese';
comment on column guidance_version.title_en is 'personal: no. Title in English';
comment on column guidance_version.guide_vi is 'personal: no. The organisation''s own text in Vietnamese, Markdown';
comment on column guidance_version.guide_en is 'personal: no. The same in English';
comment on column guidance_version.published_at is 'personal: no. When it came out';
comment on column guidance_version.published_by is 'personal: yes. Who brought it out; none: it came with the register';
comment on column guidance_version.published_by_name is 'personal: yes. Name of who did, on that day';

create table acknowledgement (
  person uuid not null default actor() references person (id),
  version uuid not null references guidance_version (id),
  at timestamptz not null default now(),
  channel text not null default 'web' check (channel in ('web', 'api')),
  primary key (person, version)
);
comment on column acknowledgement.person is 'personal: yes. Who has read it';
comment on column acknowledgement.version is 'personal: no. Which version';
comment on column acknowledgement.at is 'personal: yes. When they said so';
comment on column acknowledgement.channel is 'personal: no. On a page or by a program';

create table guidance_count (
  guidance uuid not null references guidance (id),
  unit uuid not null references unit (id),
  persons int not null,
  read int not null,
  at timestamptz not null default now(),
  primary key (guidance, unit)
);
comment on column guidance_count.guidance is 'personal: no. Of which text';
comment on column guidance_count.unit is 'personal: no. Of the people right in this unit';
comment on column guidance_count.persons is 'personal: no. How many it asks';
comment on column guidance_count.read is 'personal: no. How many of them have acknowledged it';
comment on column guidance_count.at is 'personal: no. When they were counted';

-- The last version that asks for an acknowledgement: whoever acknowledged it, or a later one, has done their part.
create function asking(which uuid) returns guidance_version language sql stable
  return (select v from guidance_version v where v.guidance = which and v.material order by v.n desc limit 1);
create function has_read(who uuid, asked guidance_version) returns boolean language sql stable
  return exists (select from acknowledgement a join guidance_version v on v.id = a.version
    where a.person = who and v.guidance = asked.guidance and v.n >= asked.n);
comment on function has_read is 'Has this person acknowledged the version that is asked for, or a later one of the same text?';
create function in_audience(home uuid, which uuid) returns boolean language sql stable
  return exists (select from guidance g left join unit top on top.id = g.unit left join unit here on here.id = home
    where g.id = which and (g.unit is null or here.path operator(public.<@) top.path));
comment on function in_audience is 'Is the text for the people of this unit?';

alter table guidance enable row level security; alter table guidance force row level security;
alter table guidance_version enable row level security; alter table guidance_version force row level security;
alter table acknowledgement enable row level security; alter table acknowledgement force row level security;
alter table guidance_count enable row level security; alter table guidance_count force row level security;
grant select on guidance, guidance_version, acknowledgement to chinhdanh_app, chinhdanh_keeper;
grant insert (person, version, channel) on acknowledgement to chinhdanh_app;
grant insert on guidance, guidance_version to chinhdanh_keeper;
grant select, insert, delete on guidance_count to chinhdanh_keeper;
create policy known_inside on guidance for select to chinhdanh_app using (exists (select from person me where me.id = actor()));
create policy known_inside on guidance_version for select to chinhdanh_app using (exists (select from person me where me.id = actor()));
create policy keeper on guidance to chinhdanh_keeper using (true) with check (true);
create policy keeper on guidance_version to chinhdanh_keeper using (true) with check (true);
create policy keeper on guidance_count to chinhdanh_keeper using (true) with check (true);
create policy keeper on acknowledgement for select to chinhdanh_keeper using (true);
create policy own on acknowledgement for select to chinhdanh_app using (person = actor());
-- Only what is asked for today, or came after it: nobody acknowledges what is no longer so.
create policy own_reads on acknowledgement for insert to chinhdanh_app with check (person = actor() and version in (
  select v.id from guidance_version v where v.n >= coalesce((asking(v.guidance)).n, 1)));
create policy token_scope on acknowledgement as restrictive for insert to chinhdanh_app with check (token_allows('declare'));
grant execute on function asking, has_read, in_audience to chinhdanh_app, chinhdanh_keeper;

-- The acts ------------------------------------------------------------------------------------------------------------------------
create function guidance_publish(text_id uuid, fresh uuid, over uuid, is_material boolean, vi_title text, en_title text, vi_guide text, en_guide text)
returns text language plpgsql security definer set search_path = register, public, pg_temp as $$
declare last guidance_version;
begin
  if not token_allows('units') then return 'guidance_not_found'; end if;
  if exists (select from guidance_version where id = fresh and guidance = text_id and published_by is not distinct from actor()) then return 'published'; end if;
  perform pg_advisory_xact_lock(hashtextextended(text_id::text, 0));
  if not exists (select from guidance where id = text_id) then
    if (over is not null and not exists (select from unit where id = over and closed_at is null)) or not organises(over) then return 'unit_not_found'; end if;
    perform pg_advisory_xact_lock(hashtextextended('guidance', 0));
    if exists (select from guidance g join lateral (select * from guidance_version v where v.guidance = g.id order by n desc limit 1) now on true
      where g.unit is not distinct from over and (now.title_vi, now.title_en, now.guide_vi, now.guide_en) = (vi_title, en_title, vi_guide, en_guide))
      then return 'guidance_unchanged'; end if;
    insert into guidance (id, unit) values (text_id, over);
  end if;
  if not organises((select unit from guidance where id = text_id)) then return 'guidance_not_found'; end if;
  select * into last from guidance_version where guidance = text_id order by n desc limit 1;
  if (last.title_vi, last.title_en, last.guide_vi, last.guide_en) = (vi_title, en_title, vi_guide, en_guide) then return 'guidance_unchanged'; end if;
  insert into guidance_version (id, guidance, n, material, title_vi, title_en, guide_vi, guide_en, published_by, published_by_name)
    values (fresh, text_id, coalesce(last.n, 0) + 1, is_material or last.n is null, vi_title, en_title, vi_guide, en_guide, actor(), (select name from person where id = actor()));
  return 'published';
end $$;
comment on function guidance_publish is 'Brings out a text, or its next version. The first version always asks for an acknowledgement. The same version sent twice comes out once.';
grant execute on function guidance_publish to chinhdanh_app, chinhdanh_operator;

create function guidance_begun() returns boolean language sql stable security definer set search_path = register, public, pg_temp
  return exists (select from guidance);
grant execute on function guidance_begun to chinhdanh_operator;

create function guidance_due() returns setof uuid language sql stable security definer set search_path = register, public, pg_temp
begin atomic
  select g.id from guidance g join person me on me.id = actor() where me.left_at is null and (asking(g.id)).id is not null
    and in_audience(me.unit, g.id) and not has_read(me.id, asking(g.id));
end;
comment on function guidance_due is 'The texts that ask the actor for an acknowledgement, and have none.';
create function guidance_for(which uuid) returns boolean language sql stable security definer set search_path = register, public, pg_temp
  return exists (select from person me where me.id = actor() and in_audience(me.unit, which));
comment on function guidance_for is 'Is the text for the actor?';
grant execute on function guidance_due, guidance_for to chinhdanh_app;

grant select (unit, fields) on access to chinhdanh_keeper;
-- Who has not yet: to the officer who has listed the unit in this transaction, and nobody else.
create function guidance_missing(which uuid, of_unit uuid, skip int, most int) returns table (person uuid, name text, office text)
language sql stable security definer set search_path = register, public, pg_temp
begin atomic
  select r.person, r.name, r.office from roll r
  where r.unit = of_unit and in_audience(of_unit, which) and (asking(which)).id is not null and not has_read(r.person, asking(which))
    and exists (select from access a where a.tx = pg_current_xact_id_if_assigned() and a.at = now() and a.unit = of_unit and a.actor = actor() and a.fields = 'roll')
  order by r.sort, r.person offset skip limit most;
end;
comment on function guidance_missing is 'People of a unit who have not acknowledged the text: for the transaction that holds the row of their list.';
create function guidance_missing_count(which uuid, of_unit uuid) returns bigint language sql stable security definer set search_path = register, public, pg_temp
  return (select count(*) from roll r where r.unit = of_unit and covers(of_unit) and token_allows('roll') and in_audience(of_unit, which)
    and (asking(which)).id is not null and not has_read(r.person, asking(which)));
grant execute on function guidance_missing, guidance_missing_count to chinhdanh_app;

-- Figures of a unit and of the units right below it, each with all beneath. Cells that are small, or tell of fewer than five, are left out,
-- and where one alone would follow from the rest, the next smallest too.
create function oversees(target uuid) returns boolean language sql stable security definer set search_path = register, public, pg_temp
  return exists (select from role_held mine join unit here on here.id = target left join unit top on top.id = mine.unit
    where mine.person = actor() and mine.role in ('officer', 'overseer', 'reviewer', 'administrator') and serving(mine)
      and (mine.unit is null or here.path operator(public.<@) top.path));
comment on function oversees is 'Does the actor bear a role over this unit, or over one above it? Figures only.';
create function guidance_figures(which uuid, of_unit uuid)
returns table (part text, unit uuid, code text, name text, persons bigint, read bigint, at timestamptz)
language sql stable security definer set search_path = register, public, pg_temp
begin atomic
  with sheets as ( -- the unit's own, and that of the unit above, in which it is one cell
    select of_unit as sheet where oversees(of_unit) and token_allows('units', 'roll')
    union select u.parent from unit u where u.id = of_unit and oversees(u.parent)
  ), parts as (
    select s.sheet, 'below' as part, u.id, u.code, u.name, u.path from sheets s join unit u on u.parent = s.sheet where u.closed_at is null
    union all select s.sheet, 'here', u.id, u.code, u.name, u.path from sheets s join unit u on u.id = s.sheet
    union all select s.sheet, 'whole', u.id, u.code, u.name, u.path from sheets s join unit u on u.id = s.sheet
  ), cells as (
    select p.sheet, p.part, p.id, p.code, p.name, coalesce(sum(c.persons), 0) as persons, coalesce(sum(c.read), 0) as read, min(c.at) as at
    from parts p left join unit b on case p.part when 'here' then b.id = p.id else b.path operator(public.<@) p.path end
      left join guidance_count c on c.unit = b.id and c.guidance = which
    group by 1, 2, 3, 4, 5
  ), judged as (
    select *, persons between 1 and 4 or read between 1 and 4 or persons - read between 1 and 4 as small from cells
  ), ranked as (
    select *, count(*) filter (where small and part <> 'whole') over (partition by sheet) as smalls,
      row_number() over (partition by sheet, part = 'whole', small, persons = 0 order by persons, id) as rank from judged
  ), told as (
    select *, not small and not (smalls = 1 and part <> 'whole' and persons > 0 and rank = 1) as shown from ranked
  ), mine as (
    select t.*, t.shown and not (t.part = 'whole' and exists (select from told above where above.sheet <> of_unit and above.part = 'below' and above.id = of_unit and not above.shown)) as open
    from told t where t.sheet = of_unit
  )
  select m.part, m.id, m.code, m.name, case when m.open then m.persons end, case when m.open then m.read end, m.at
  from mine m order by m.part = 'whole' desc, m.part = 'here' desc, m.name, m.id;
end;
comment on function guidance_figures is 'How many a text asks, and how many have acknowledged it, by unit. Nobody is named, and no cell tells of fewer than five.';
grant execute on function oversees, guidance_figures to chinhdanh_app;

create function guidance_recount() returns bigint language plpgsql security definer set search_path = register, public, pg_temp as $$
declare counted bigint;
begin
  delete from guidance_count;
  insert into guidance_count (guidance, unit, persons, read)
    select g.id, p.unit, count(*), count(*) filter (where has_read(p.id, asked))
    from guidance g left join unit top on top.id = g.unit, lateral asking(g.id) asked, person p join unit here on here.id = p.unit
    where p.left_at is null and asked.id is not null and (top.id is null or here.path operator(public.<@) top.path)
    group by 1, 2;
  get diagnostics counted = row_count;
  return counted;
end $$;
comment on function guidance_recount is 'Counts anew, for every text and unit. Nightly, by the role that writes counts.';
grant execute on function guidance_recount to chinhdanh_tally;

-- In blocks by id, so that a text for millions is told without a transaction that lasts for hours; whoever was told is not told again.
create function guidance_tell(which uuid, after uuid, most int) returns uuid language plpgsql security definer set search_path = register, public, pg_temp as $$
declare
  asked guidance_version := asking(which);
  above public.ltree := (select u.path from guidance g join unit u on u.id = g.unit where g.id = which);
  last uuid;
begin
  select id into last from (select id from person where id > after order by id limit most) block order by id desc limit 1;
  if last is null or asked.id is null then return null; end if;
  perform tell(p.id, 'guidance_new', asked.id::text, which) from person p left join unit here on here.id = p.unit
    where p.id > after and p.id <= last and p.left_at is null and (above is null or here.path operator(public.<@) above)
      and not exists (select from notice n where n.person = p.id and n.kind = 'guidance_new' and n.key = asked.id::text)
      and not has_read(p.id, asked);
  return last;
end $$;
comment on function guidance_tell is 'Tells so many people, in the order of their ids, of the version that asks for an acknowledgement. Answers the last of them; none: all are told.';
grant execute on function guidance_tell to chinhdanh_reminder;
create function guidance_asking() returns setof uuid language sql stable security definer set search_path = register, public, pg_temp
begin atomic
  select id from guidance g where (asking(g.id)).id is not null order by id;
end;
grant execute on function guidance_asking to chinhdanh_reminder;

grant execute on function token_allows, by_token to chinhdanh_keeper;
alter function guidance_publish owner to chinhdanh_keeper;
alter function guidance_begun owner to chinhdanh_keeper;
alter function guidance_due owner to chinhdanh_keeper;
alter function guidance_for owner to chinhdanh_keeper;
alter function guidance_missing owner to chinhdanh_keeper;
alter function guidance_missing_count owner to chinhdanh_keeper;
alter function oversees owner to chinhdanh_keeper;
alter function guidance_figures owner to chinhdanh_keeper;
alter function guidance_recount owner to chinhdanh_keeper;
alter function guidance_tell owner to chinhdanh_keeper;
alter function guidance_asking owner to chinhdanh_keeper;
