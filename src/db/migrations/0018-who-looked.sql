-- 0018-who-looked.sql: for whose sake a record opens, what a token may, what is unusual, and why somebody looked.

-- A number must name something that is open and is about this person -----------------------------------------------------------------
create function concerns(why text, given text, subject uuid) returns boolean language sql stable security definer set search_path = register, public, pg_temp
  return kept_in(subject) is not null
    and why = 'incident' and exists (select from incident i where i.number = given and i.closed_at is null and i.person = subject);
comment on function concerns is 'Is there, now, something open under this number that is about this person? Told to the officer who keeps them. A further kind of number is a further line here.';
grant execute on function concerns to chinhdanh_app;
grant select (number, person, closed_at) on incident to chinhdanh_keeper;
create policy keeper on incident for select to chinhdanh_keeper using (true);
create policy officer_opens_for on access for insert to chinhdanh_app with check (
  channel in ('web', 'api') and subject is not null and fields = 'record' and purpose = 'incident' and subject <> actor() and keeps(subject)
  and concerns(purpose, number, subject));

-- That an incident is open stands on the roll, where no witness is waited for: kind and number.
create function incident_on_roll() returns trigger language plpgsql security definer set search_path = register, public, pg_temp as $$
begin
  update roll set task = case when open.number is not null then 'incident' end, task_number = open.number
    from (select (select i.number from incident i where i.person = new.person and i.closed_at is null order by i.number limit 1)) open (number)
    where roll.person = new.person and roll.task is distinct from 'witness';
  return null;
end $$;
create trigger incident_on_roll after insert or update of closed_at on incident for each row execute function incident_on_roll();
create trigger witness_then_incident after update of state on witness_request for each row execute function incident_on_roll();

-- What a token may -------------------------------------------------------------------------------------------------------------------
create function token_allows(variadic wanted text[]) returns boolean language sql stable
  return coalesce(nullif(current_setting('cd.scopes', true), '') is null or string_to_array(current_setting('cd.scopes', true), ' ') && wanted, false);
comment on function token_allows is 'Does this transaction act for somebody at the browser, or by a token that has one of these scopes?';
create function by_token() returns boolean language sql stable
  return nullif(current_setting('cd.scopes', true), '') is not null;
grant execute on function token_allows, by_token to chinhdanh_app;

alter table api_token
  add column scopes text[] not null default array['read', 'declare', 'prove', 'roll', 'records', 'units', 'people', 'roles', 'imports']
    check (cardinality(scopes) > 0 and scopes <@ array['read', 'declare', 'prove', 'roll', 'records', 'units', 'people', 'roles', 'imports']),
  alter column expires_at set default now() + interval '365 days',
  alter column expires_at set not null,
  add check (expires_at <= made_at + interval '366 days');
comment on column api_token.scopes is 'personal: no. What the token may do of what its person may';
grant insert (scopes) on api_token to chinhdanh_app, chinhdanh_operator;

-- Beside what the person may, and never instead of it.
create policy token_scope on access as restrictive for insert to chinhdanh_app with check (
  case purpose when 'list' then token_allows('roll') when 'place' then token_allows('roll', 'people') else token_allows('records') end);
create policy token_scope on declaration as restrictive for select to chinhdanh_app using (token_allows('read', 'declare', 'prove', 'records'));
create policy token_scope_files on declaration as restrictive for insert to chinhdanh_app with check (token_allows('declare'));
create policy token_scope on declaration_version as restrictive for insert to chinhdanh_app with check (token_allows('declare'));
create policy token_scope on proof as restrictive for insert to chinhdanh_app with check (token_allows('prove'));
create policy token_scope on unit as restrictive for insert to chinhdanh_app with check (token_allows('units', 'imports'));
create policy token_scope_names on unit as restrictive for update to chinhdanh_app using (token_allows('units', 'imports'));
-- A token that got away makes no other way in.
create policy at_the_browser on api_token as restrictive for insert to chinhdanh_app with check (not by_token());
create policy at_the_browser on passkey as restrictive for insert to chinhdanh_app with check (not by_token());
create policy at_the_browser on session as restrictive for insert to chinhdanh_app with check (not by_token());

-- Last: from here on the owner of the tables has no right to these any more.
alter function concerns owner to chinhdanh_keeper;
alter function incident_on_roll owner to chinhdanh_keeper;
