-- 0013-imports.sql: units, people and accounts from files. What a file may hold is decided by the contract for imports, so the tables take it.

-- Two spellings of one code have this in common: full-width signs, letter case and the form of accents do not count.
create function code_key(code text) returns text language sql immutable strict parallel safe
  return lower(normalize(translate(code,
    '！＂＃＄％＆＇（）＊＋，－．／０１２３４５６７８９：；＜＝＞？＠ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺ［＼］＾＿｀ａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚ｛｜｝～',
    '!"#$%&''()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\]^_`abcdefghijklmnopqrstuvwxyz{|}~'), NFC) collate "und-x-icu");
comment on function code_key is 'What two spellings of one code have in common: they are one unit, or one person.';
grant execute on function code_key to chinhdanh_operator, chinhdanh_loader;
create unique index unit_code_once on unit (code_key(code));
create unique index person_ref_once on person (code_key(ref)) where ref is not null;

alter table unit drop constraint unit_code_check, drop constraint unit_name_check;
alter table unit add check (length(code) between 1 and 2000), add check (length(name) between 1 and 2000), add check (length(kind) <= 2000);
alter table person drop constraint person_ref_check, drop constraint person_name_check, drop constraint person_office_check;
alter table person add check (length(ref) between 1 and 2000), add check (length(name) between 1 and 2000), add check (length(office) <= 2000),
  add column phone text check (phone ~ '^0\d{9}$'), add column started_on date;
comment on column person.phone is 'personal: yes. Telephone number in national form, as the organisation''s own list has it';
comment on column person.started_on is 'personal: yes. First day in the organisation, as its own list has it';
-- A name may be longer than an index takes.
drop index roll_unit;
create index roll_unit on roll (unit);

create table import (
  id uuid primary key,
  kind text not null check (kind in ('units', 'people', 'accounts')),
  file_hash bytea not null check (length(file_hash) = 32),
  rows int not null,
  accepted int not null,
  rejected int not null,
  written int not null default 0,
  begun_at timestamptz not null default now(),
  ended_at timestamptz
);
create index import_open on import (file_hash) where ended_at is null;
comment on column import.id is 'personal: no. UUIDv7';
comment on column import.kind is 'personal: no. What the file holds';
comment on column import.file_hash is 'personal: no. SHA-256 of the file: the same file goes on where it was cut off';
comment on column import.rows is 'personal: no. Rows that hold anything';
comment on column import.accepted is 'personal: no. Rows that are good';
comment on column import.rejected is 'personal: no. Rows that are not';
comment on column import.written is 'personal: no. How many good rows are written; a block of them is written whole or not at all';
comment on column import.begun_at is 'personal: no. When it was begun';
comment on column import.ended_at is 'personal: no. When the last block was written; none while it runs or was cut off';
alter table import enable row level security; alter table import force row level security;
grant select, insert (id, kind, file_hash, rows, accepted, rejected), update (written, ended_at) on import to chinhdanh_operator;
create policy operator_imports on import to chinhdanh_operator using (true) with check (true);

create table offered_account (
  id uuid primary key,
  import uuid not null references import (id),
  person uuid not null references person (id),
  typed text not null check (length(typed) <= 2000),
  canonical text,
  draft uuid,
  answer text check (answer in ('mine', 'not_mine', 'closed')),
  answered_at timestamptz,
  offered_at timestamptz not null default now()
);
create unique index offered_once on offered_account (person, canonical) where canonical is not null;
create index offered_person on offered_account (person);
comment on column offered_account.id is 'personal: no. UUIDv7';
comment on column offered_account.import is 'personal: no. Which import it came with';
comment on column offered_account.person is 'personal: yes. To whom it was offered as a draft';
comment on column offered_account.typed is 'personal: yes. As it was written in the file';
comment on column offered_account.canonical is 'personal: yes. The one form of the address; none where no account was recognised, so that there is no draft';
comment on column offered_account.draft is 'personal: yes. The draft that was put before the person; none where they had the address already';
comment on column offered_account.answer is 'personal: yes. What the person said of it';
comment on column offered_account.answered_at is 'personal: yes. When the person said so';
comment on column offered_account.offered_at is 'personal: no. When it was offered; it is offered once, also to who has thrown the draft away';
alter table offered_account enable row level security; alter table offered_account force row level security;
grant select on offered_account to chinhdanh_app;
create policy own on offered_account for select to chinhdanh_app using (person = actor());
grant select, insert (id, import, person, typed, canonical, draft) on offered_account to chinhdanh_keeper;
create policy keeper on offered_account to chinhdanh_keeper using (true) with check (true);
grant select (person, address), insert (id, person, typed, address) on draft to chinhdanh_keeper;
create policy keeper_offers on draft for insert to chinhdanh_keeper with check (true);
create policy keeper_sees on draft for select to chinhdanh_keeper using (true);

-- The operator hands accounts in and learns nothing: whether the person has declared, drafted or thrown away an address stays theirs.
-- Each array has one account at one place, in the order in which they are offered. What there is already is asked for person by person, by its
-- index: as `not exists` it is planned as a hash of everything that anybody has. Of most people there is nothing, which is asked once for all of theirs.
create function offer_accounts(with_import uuid, ids uuid[], drafts uuid[], persons uuid[], texts text[], addresses jsonb[]) returns void
language sql security definer set search_path = register, public, pg_temp
begin atomic
  with given as materialized (
    select o.*, o.address ->> 'canonical' as canonical
    from unnest(ids, drafts, persons, texts, addresses) with ordinality as o (id, draft, person, typed, address, n)
  ), once as (
    select g.* from given g where g.canonical is not null -- twice of one is held off by the index, the first comes first
    union all
    (select distinct on (g.person, g.typed) g.* from given g
      where g.canonical is null and (select true from offered_account before where before.person = g.person and before.canonical is null and before.typed = g.typed limit 1) is null
      order by g.person, g.typed, g.n)
  ), holding as materialized (
    select person from (select distinct person from once where canonical is not null) asked
    where (select true from declaration d where d.person = asked.person limit 1) or (select true from draft there where there.person = asked.person limit 1)
  ), fresh as (
    insert into offered_account (id, import, person, typed, canonical, draft)
    select o.id, with_import, o.person, o.typed, o.canonical,
      case when o.canonical is not null and (o.person not in (select person from holding)
        or (select true from declaration d where d.person = o.person and d.canonical = o.canonical and d.ended_at is null limit 1) is null
        and (select true from draft there where there.person = o.person and there.address ->> 'canonical' = o.canonical limit 1) is null) then o.draft end from once o
    on conflict do nothing
    returning id, draft
  )
  insert into draft (id, person, typed, address)
  select g.draft, g.person, g.typed, g.address from given g join fresh using (id)
  where fresh.draft is not null
  order by g.n desc;
end;
comment on function offer_accounts is 'Puts accounts of a list before the people they are said to belong to, as drafts of their own: mine, not mine, or closed.';
grant execute on function offer_accounts to chinhdanh_operator, chinhdanh_loader;

-- A unit that gets another name gets it wherever a public answer names it.
create function publish_unit() returns trigger language plpgsql security definer set search_path = register, public, pg_temp as $$
begin
  perform publish(d.canonical) from declaration d join person p on p.id = d.person where p.unit = new.id;
  return null;
end $$;
create trigger publish_unit after update of name on unit for each row when (old.name <> new.name) execute function publish_unit();

-- Last: from here on the owner of the tables has no right to these any more.
alter function offer_accounts owner to chinhdanh_keeper;
alter function publish_unit owner to chinhdanh_publisher;
