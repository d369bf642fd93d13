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

-- Told once a day at most, and not again while the last was not seen. Lists of a whole nation tell nobody: a campaign does.
create function import_tells() returns trigger language plpgsql security definer set search_path = register, public, pg_temp as $$
begin
  perform tell(o.person, 'accounts_offered', to_char(now() at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD'), null)
    from import_row r join offered_account o on o.person = r.target and o.import = r.import where r.import = new.id and o.answer is null
      and not exists (select from notice n where n.person = o.person and n.kind = 'accounts_offered' and n.seen_at is null)
    group by o.person;
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
alter function import_tells owner to chinhdanh_keeper;
alter function import_asked_units owner to chinhdanh_keeper;
alter function import_answers owner to chinhdanh_keeper;
