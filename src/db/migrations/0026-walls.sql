-- 0026-walls.sql: what a token may not, no function does for it; and administrators make the tokens of directories.

-- Scopes, at every table -------------------------------------------------------------------------------------------------------------
-- Policies bind `app` alone; what writes for it, under a role of its own, is bound here: whichever function it is, and whoever called it.
-- What a trigger writes follows from what was written before, and that was asked.
create function token_is_scoped() returns trigger language plpgsql set search_path = register, public, pg_temp as $$
declare scopes text := nullif(current_setting('cd.scopes', true), '');
begin
  if scopes is not null and pg_trigger_depth() = 1 and not coalesce(string_to_array(scopes, ' ') && tg_argv::text[], false) then
    raise exception 'the scopes of this token do not reach %', tg_table_name using errcode = 'insufficient_privilege';
  end if;
  return null;
end $$;
comment on function token_is_scoped is 'Of a token that has none of these scopes nothing is written here. Without any named, no token writes here.';

do $$
declare line record;
begin
  for line in select * from (values
    ('unit', 'units imports'), ('unit_event', 'imports'),
    ('person', 'people units imports'), ('membership', 'imports'), ('roll', 'imports declare'), ('absence', 'people'),
    ('role_held', 'roles units people'), ('handover', 'units people'), ('broken_glass_seen', 'roles'),
    ('import', 'imports'), ('import_file', 'imports'), ('import_block', 'imports'), ('import_row', 'imports'), ('import_column', 'imports'),
    ('offered_account', 'imports declare'), ('draft', 'imports declare'),
    ('declaration', 'declare records'), ('declaration_version', 'declare records'), ('level_step', 'declare records'), ('receipt', 'declare records prove'),
    ('assisted_filing', 'declare records'), ('incident', 'declare records'), ('incident_event', 'declare records'), ('why_request', 'declare records'), ('notice', 'declare records prove'),
    ('mail_address', 'declare'), ('mail_confirmation', 'declare'), ('person_page', 'declare prove'),
    ('proof', 'prove records declare'), ('check_request', 'prove declare'), ('proof_check', 'prove records'), ('proof_sign_in', 'prove'),
    ('witness_request', 'prove records'), ('witness_code', 'records'), ('invitation', 'records'), ('sign_in_code', 'records'),
    ('directory_client', 'people'), ('recovery', 'records declare'), ('sign_in_link', ''),
    -- Ways in are made at the browser, and the rest follows from what else is written, or is written by no person.
    ('api_token', ''), ('session', ''), ('passkey', ''), ('organisation_identity', ''), ('organisation_sign_in', ''), ('challenge', ''),
    ('set_up_link', ''), ('organisation', ''), ('directory_person', ''), ('directory_unit', ''), ('published', 'declare records'), ('renewal', 'declare'), 
    ('outgoing_mail', ''), ('access_digest', '')
  ) as given (of_table, scopes) loop
    execute format('create trigger token_scope before insert or update or delete on %I for each statement execute function token_is_scoped(%s)',
      line.of_table, (select coalesce(string_agg(quote_literal(one), ', '), '') from unnest(string_to_array(nullif(line.scopes, ''), ' ')) one));
  end loop;
end $$;

create policy token_scope on notice as restrictive for update to chinhdanh_app using (true) with check (token_allows('declare'));

-- Tokens of directories, at the page -----------------------------------------------------------------------------------------------
alter table directory_client add column made_by uuid references person (id), add column made_by_name text;
comment on column directory_client.made_by is 'personal: yes. Who made it; none is the operator at the machine itself';
comment on column directory_client.made_by_name is 'personal: yes. Name of who made it, on that day';

grant select (id, name, unit, made_at, expires_at, used_at, revoked_at, made_by_name), insert (id, hash, name, unit, expires_at), update (revoked_at)
  on directory_client to chinhdanh_app;
create policy administrator_sees on directory_client for select to chinhdanh_app using (organises(unit));
-- It is a way in for a program: made by who has just shown who they are, and by no token.
create policy administrator_makes on directory_client for insert to chinhdanh_app
  with check (organises(unit) and verified_lately() and not by_token());
create policy administrator_ends on directory_client for update to chinhdanh_app using (organises(unit)) with check (organises(unit) and revoked_at is not null);

create function directory_is_signed() returns trigger language plpgsql security definer set search_path = register, public, pg_temp as $$
begin
  new.made_by := actor();
  new.made_by_name := (select name from person where id = actor());
  return new;
end $$;
create trigger directory_is_signed before insert on directory_client for each row execute function directory_is_signed();

create function tells_directory() returns trigger language plpgsql security definer set search_path = register, public, pg_temp as $$
begin
  perform tell(other.person, 'directory_token', new.id::text, new.id) from role_held other left join unit top on top.id = other.unit left join unit here on here.id = new.unit
    where other.role = 'administrator' and serving(other) and other.person is distinct from new.made_by
      and (top.id is null or here.path operator(public.<@) top.path);
  return null;
end $$;
comment on function tells_directory is 'Whoever administers the unit as well hears of it: what provisions people is nobody''s alone to let in.';
create trigger tells_directory after insert on directory_client for each row execute function tells_directory();

-- Last: from here on the owner of the tables has no right to these any more.
alter function directory_is_signed owner to chinhdanh_keeper;
alter function tells_directory owner to chinhdanh_keeper;
