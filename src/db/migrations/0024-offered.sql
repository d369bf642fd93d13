-- 0024-offered.sql: an account on a list is put before its person, who says mine, not mine, or closed. What is theirs becomes a declaration like any other.
alter table import add column vouched text check (length(vouched) between 1 and 200), add column bulk boolean not null default false;
comment on column import.vouched is 'personal: no. Name of the published list that vouches for its accounts; only at the machine itself';
comment on column import.bulk is 'personal: no. A list of a whole nation, copied in';
alter table import add check (vouched is null or by_person is null);
alter table offered_account add column declaration uuid,
  add check ((answer is null) = (answered_at is null)), add check ((declaration is not null) = (answer is not distinct from 'mine'));
comment on column offered_account.declaration is 'personal: yes. The declaration that it is, once the person said that it is theirs';

-- What is filed is not taken back here; a slip is, until then.
drop policy own_answers on offered_account;
grant update (declaration) on offered_account to chinhdanh_app;
create policy own_answers on offered_account for update to chinhdanh_app using (person = actor() and answer is distinct from 'mine')
  with check (person = actor() and (answer is null or answered_at = now()) and (answer is distinct from 'mine' or canonical is not null and exists (
    select from declaration d where d.id = declaration and d.person = actor() and d.canonical = offered_account.canonical and d.ended_at is null)));
create policy token_scope on offered_account as restrictive for update to chinhdanh_app using (token_allows('declare'));

-- Level 1 by the organisation's own published list: never by a request's word, only where the operator named the list and the person said "mine".
grant select (id, level), insert (id, declaration, person, level, reason) on level_step to chinhdanh_keeper;
create policy keeper_sees on level_step for select to chinhdanh_keeper using (true);
create policy keeper_vouches on level_step for insert to chinhdanh_keeper with check (level = 1 and reason = 'vouched');
grant select (current_step, current_version) on declaration to chinhdanh_keeper;
create function vouching_list(page uuid) returns text language sql stable security definer set search_path = register, public, pg_temp
  return (select i.vouched from offered_account o join import i on i.id = o.import
    where o.declaration = page and o.person = actor() and i.vouched is not null order by o.id limit 1);
comment on function vouching_list is 'The published list that vouches for a declaration of the actor.';
create function vouch(step uuid, page uuid) returns boolean language plpgsql security definer set search_path = register, public, pg_temp as $$
begin
  if vouching_list(page) is null then return false; end if;
  insert into level_step (id, declaration, person, level, reason) select step, d.id, d.person, 1, 'vouched'
    from declaration d join level_step now on now.id = d.current_step where d.id = page and d.ended_at is null and now.level = 0;
  return found;
end $$;
comment on function vouch is 'A declaration of the actor that such a list names comes to level 1, if it stands at 0.';
create function offers_vouched() returns table (offer uuid, list text) language sql stable security definer set search_path = register, public, pg_temp
begin atomic
  select o.id, i.vouched from offered_account o join import i on i.id = o.import where o.person = actor() and i.vouched is not null;
end;
comment on function offers_vouched is 'Which of what was put before the actor stands on a published list.';
-- A proof that falls away leaves what the list vouches for.
create function is_vouched(page uuid) returns boolean language sql stable security definer set search_path = register, public, pg_temp
  return exists (select from level_step s where s.declaration = page and s.reason = 'vouched');
comment on function is_vouched is 'Does a published list vouch for this declaration?';
grant select (declaration, reason) on level_step to chinhdanh_keeper;
grant execute on function vouching_list, vouch, offers_vouched to chinhdanh_app;
grant execute on function is_vouched to chinhdanh_checker;

-- What the operator brings leaves what is needed to take it back, as what comes by page does.
grant insert (vouched, state), update (state, moved_at) on import to chinhdanh_operator;
grant select, insert (import, n, row, change, target, before, after) on import_row to chinhdanh_operator;
create policy operator on import_row to chinhdanh_operator using (true) with check (true);

-- A list of a whole nation leaves, for each block of it, between which ids it entered people and offered accounts, and in which transaction.
create table import_block (
  import uuid not null references import (id) on delete cascade,
  n int not null,
  first_id uuid not null,
  last_id uuid not null,
  lines int not null,
  tx xid8 not null default pg_current_xact_id(),
  undone boolean not null default false,
  primary key (import, n)
);
comment on column import_block.import is 'personal: no. Which import';
comment on column import_block.n is 'personal: no. Blocks in the order in which they were written';
comment on column import_block.first_id is 'personal: no. Ids that came with the block are not below this one';
comment on column import_block.last_id is 'personal: no. Nor above this one';
comment on column import_block.lines is 'personal: no. How many rows of the file it has';
comment on column import_block.tx is 'personal: no. Its transaction: whoever still carries it was not changed since';
comment on column import_block.undone is 'personal: no. It was taken back';
alter table import_block enable row level security; alter table import_block force row level security;
grant select, insert (import, n, first_id, last_id, lines) on import_block to chinhdanh_loader;
create policy loader on import_block to chinhdanh_loader using (true) with check (true);
grant select, update (undone), delete on import_block to chinhdanh_keeper;
create policy keeper on import_block to chinhdanh_keeper using (true) with check (true);
grant insert (bulk, state), update (state) on import to chinhdanh_loader;
grant select, insert (import, n, row, change, target, before), update (after) on import_row to chinhdanh_loader;
create policy loader on import_row to chinhdanh_loader using (true) with check (true);
grant select (xmin) on person to chinhdanh_keeper;
grant insert (import, n, row, change, target, undo) on import_row to chinhdanh_keeper;
grant select (made_at, changed_at) on draft to chinhdanh_keeper;

-- Whoever is taken away is looked for in every history: rows that the register itself wrote name nobody, and are not in these.
create index membership_began_by on membership (began_by) where began_by is not null;
create index membership_ended_by on membership (ended_by) where ended_by is not null;

create function import_keep(which uuid, who uuid, why text) returns void language sql security definer set search_path = register, public, pg_temp
begin atomic
  insert into import_row (import, n, row, change, target, undo)
    select which, least(coalesce((select min(r.n) from import_row r where r.import = which), 0), 0) - 1, 0, 'new', who, why;
end;
comment on function import_keep is 'Somebody of a list of a whole nation who could not be taken back, and why.';

-- All of a block in one go; where somebody in it is in use, one by one.
create function import_undo_block(b import_block, of_people boolean) returns void language plpgsql security definer set search_path = register, public, pg_temp as $$
declare
  who uuid;
  fresh uuid[];
begin
  delete from draft d using offered_account o where o.id between b.first_id and b.last_id and o.import = b.import and o.answer is null
    and d.person = o.person and d.address ->> 'canonical' = o.canonical and d.manager is null and d.changed_at = d.made_at and d.made_at = o.offered_at;
  delete from offered_account o where o.id between b.first_id and b.last_id and o.import = b.import and o.answer is null;
  if not of_people then return; end if;
  perform import_keep(b.import, p.id, 'changed_since') from person p where p.id between b.first_id and b.last_id and p.xmin <> b.tx::xid;
  fresh := array(select p.id from person p where p.id between b.first_id and b.last_id and p.xmin = b.tx::xid);
  begin
    delete from membership where person = any(fresh);
    delete from roll where person = any(fresh);
    delete from person where id = any(fresh);
  exception when foreign_key_violation then
    foreach who in array fresh loop
      begin
        delete from membership where person = who;
        delete from roll where person = who;
        delete from person where id = who;
      exception when foreign_key_violation then perform import_keep(b.import, who, 'in_use');
      end;
    end loop;
  end;
end $$;
comment on function import_undo_block is 'Takes back whom one block entered and what it offered; whoever was changed since or is in use stays, and is listed.';

create function import_undo_bulk(it import) returns text language plpgsql security definer set search_path = register, public, pg_temp as $$
declare
  here import_row;
  b import_block;
  met boolean := false;
begin
  for here in select * from import_row where import = it.id and undo is null order by n desc limit 1000 loop
    met := true;
    update import_row set undo = import_undo_person(here) where import = it.id and n = here.n;
  end loop;
  if met then
    update import set moved_at = now() where id = it.id;
    return 'more';
  end if;
  select * into b from import_block where import = it.id and not undone order by n desc limit 1 for update;
  if b.import is null then
    update import set state = 'undone', undone = written, moved_at = now() where id = it.id;
    return 'ended';
  end if;
  perform import_undo_block(b, it.kind = 'people');
  update import_block set undone = true where import = it.id and n = b.n;
  update import set undone = least(written, undone + b.lines), moved_at = now() where id = it.id;
  return 'more';
end $$;
comment on function import_undo_bulk is 'First what it changed is set back, then block after block, the last one first.';

-- Told once a day at most, and not again while the last was not seen. Lists of a whole nation tell nobody: a campaign does.
-- These tables were filled a moment ago and nobody has counted them yet: planned by what they held before, every offer was looked for in
-- every row, minutes for twenty thousand people.
create function import_tells() returns trigger language plpgsql security definer set search_path = register, public, pg_temp as $$
begin
  perform set_config('enable_seqscan', 'off', true);
  perform tell(o.person, 'accounts_offered', to_char(now() at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD'), null)
    from import_row r join offered_account o on o.person = r.target and o.import = r.import where r.import = new.id and o.answer is null
      and not exists (select from notice n where n.person = o.person and n.kind = 'accounts_offered' and n.seen_at is null)
    group by o.person;
  perform set_config('enable_seqscan', 'on', true);
  return null;
end $$;
create trigger import_tells after update of ended_at on import for each row
  when (old.ended_at is null and new.ended_at is not null and new.kind <> 'units' and not new.bulk) execute function import_tells();
grant select (seen_at) on notice to chinhdanh_keeper;

-- What whoever brought a list is told of the answers: of people whose unit they keep now, and have listed in this very transaction.
create function import_asked_units(which uuid) returns setof uuid language sql stable security definer set search_path = register, public, pg_temp
begin atomic
  select distinct p.unit from import i join import_row r on r.import = i.id join person p on p.id = r.target
  where i.id = which and i.by_person = actor() and i.kind <> 'units' and p.left_at is null and p.unit is not null and covers(p.unit);
end;
comment on function import_asked_units is 'Units that the actor keeps, of people whom this import of theirs asked.';
create function import_answers(which uuid) returns table (n int, row_number int, fields text[], typed text, answer text) language sql stable security definer set search_path = register, public, pg_temp
begin atomic
  select r.n, r.row, r.fields, o.typed, o.answer
  from import i join import_row r on r.import = i.id join person p on p.id = r.target join offered_account o on o.person = p.id and o.import = i.id
  where i.id = which and i.by_person = actor() and i.kind <> 'units' and p.left_at is null and covers(p.unit)
    and exists (select from access a where a.tx = pg_current_xact_id_if_assigned() and a.at = now() and a.unit = p.unit and a.actor = actor() and a.fields = 'roll')
  order by r.row, o.id;
end;
comment on function import_answers is 'What each person said of the accounts that this import of the actor put before them.';
grant execute on function import_asked_units, import_answers to chinhdanh_app;

-- Last: from here on the owner of the tables has no right to these any more.
alter function vouching_list owner to chinhdanh_keeper;
alter function vouch owner to chinhdanh_keeper;
alter function offers_vouched owner to chinhdanh_keeper;
alter function is_vouched owner to chinhdanh_keeper;
alter function import_keep owner to chinhdanh_keeper;
alter function import_undo_block owner to chinhdanh_keeper;
alter function import_undo_bulk owner to chinhdanh_keeper;
alter function import_tells owner to chinhdanh_keeper;
alter function import_asked_units owner to chinhdanh_keeper;
alter function import_answers owner to chinhdanh_keeper;
