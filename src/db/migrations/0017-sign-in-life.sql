-- 0017-sign-in-life.sql: who signed in long ago shows anew who they are before a record opens.

-- By which session or token this transaction's request came: set by db/ beside the actor. It opens nothing by itself.
create function came_by() returns bytea language sql stable
  return decode(nullif(current_setting('cd.came_by', true), ''), 'hex');
comment on function came_by is 'SHA-256 of the session or token of the request; only asked how long ago its person was verified.';
grant execute on function came_by to chinhdanh_app, chinhdanh_keeper;
create policy keeper_sees_came on session for select to chinhdanh_keeper using (hash = came_by());
create policy keeper_sees_came on api_token for select to chinhdanh_keeper using (hash = came_by());

create function verified_lately() returns boolean language sql stable security definer set search_path = register, public, pg_temp
  return exists (select from session s where s.hash = came_by() and s.person = actor() and s.expires_at > now() and s.verified_at > now() - interval '5 minutes')
    or exists (select from api_token t where t.hash = came_by() and t.person = actor() and t.revoked_at is null and (t.expires_at is null or t.expires_at > now()));
comment on function verified_lately is 'Did the actor show who they are within five minutes, in the session of this request? A token was made so, and is no screen left open.';
grant execute on function verified_lately to chinhdanh_app;

-- Beside whatever else must hold: a screen left open opens no record and gives nobody a way in.
create policy only_when_verified on access as restrictive for insert to chinhdanh_app with check (fields <> 'record' or verified_lately());

-- Nor does it agree to a role that takes two persons. The operator, who is nobody, breaks the glass and says why.
create function role_agreed_lately() returns trigger language plpgsql security definer set search_path = register, public, pg_temp as $$
begin
  if actor() is not null and not verified_lately() then
    raise exception 'who agrees shows who they are' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger role_agreed_lately before update of state on role_held for each row
  when (old.state = 'proposed' and new.state = 'active') execute function role_agreed_lately();

-- Signing in at the organisation's own provider. A row is one way back, for ten minutes, once; it names nobody.
create table organisation_sign_in (
  hash bytea primary key,
  sealed bytea not null check (length(sealed) <= 4096),
  made_at timestamptz not null default now(),
  expires_at timestamptz not null default now() + interval '10 minutes',
  used_at timestamptz,
  ended_at timestamptz
);
create index organisation_sign_in_expires on organisation_sign_in (expires_at);
comment on column organisation_sign_in.hash is 'personal: no. SHA-256 of the state, which only the browser and the provider hold';
comment on column organisation_sign_in.sealed is 'personal: no. PKCE verifier, nonce and the page to go on to, sealed by the state and a cookie of the browser; empty once used. Never a token';
comment on column organisation_sign_in.made_at is 'personal: no. When it was begun';
comment on column organisation_sign_in.expires_at is 'personal: no. Ten minutes later';
comment on column organisation_sign_in.used_at is 'personal: no. When the browser came back; it may not come back twice';
comment on column organisation_sign_in.ended_at is 'personal: no. When the provider had said who it is';

create table organisation_identity (
  issuer text not null check (length(issuer) <= 300),
  subject text not null check (length(subject) between 1 and 255),
  person uuid not null references person (id),
  made_at timestamptz not null default now(),
  primary key (issuer, subject),
  unique (person, issuer)
);
comment on column organisation_identity.issuer is 'personal: no. The provider';
comment on column organisation_identity.subject is 'personal: yes. Number of the account at that provider; tokens are not kept';
comment on column organisation_identity.person is 'personal: yes. Whose account that is';
comment on column organisation_identity.made_at is 'personal: yes. When this person first came from there';

alter table organisation_sign_in enable row level security; alter table organisation_sign_in force row level security;
alter table organisation_identity enable row level security; alter table organisation_identity force row level security;

grant select, insert (hash, sealed), update (used_at, sealed), delete on organisation_sign_in to chinhdanh_app;
create policy begins on organisation_sign_in for insert to chinhdanh_app with check (hash = bearer());
create policy shown on organisation_sign_in for select to chinhdanh_app using (hash = bearer() or expires_at < now());
create policy comes_back on organisation_sign_in for update to chinhdanh_app
  using (hash = bearer() and used_at is null and expires_at > now()) with check (hash = bearer() and used_at is not null);
create policy gone on organisation_sign_in for delete to chinhdanh_app using (expires_at < now());
grant select, update (ended_at) on organisation_sign_in to chinhdanh_keeper;
create policy keeper_ends on organisation_sign_in to chinhdanh_keeper using (hash = bearer()) with check (hash = bearer());

grant select, delete on organisation_identity to chinhdanh_app;
create policy own on organisation_identity for select to chinhdanh_app using (person = actor());
create policy own_parts on organisation_identity for delete to chinhdanh_app using (person = actor());
grant select, insert (issuer, subject, person) on organisation_identity to chinhdanh_keeper;
create policy keeper on organisation_identity to chinhdanh_keeper using (true) with check (true);
grant select (ref) on person to chinhdanh_keeper;

create function organisation_signs_in(issuer text, subject text, number text) returns uuid language plpgsql security definer set search_path = register, public, pg_temp as $$
declare found_person uuid;
begin
  update organisation_sign_in set ended_at = now()
    where hash = bearer() and used_at > now() - interval '2 minutes' and ended_at is null;
  if not found then return null; end if;
  if not exists (select from organisation_identity i where i.issuer = organisation_signs_in.issuer and i.subject = organisation_signs_in.subject) then
    insert into organisation_identity (issuer, subject, person)
      select organisation_signs_in.issuer, organisation_signs_in.subject, p.id from person p
      where p.ref = number and (p.left_at is null or p.left_at > now())
      on conflict do nothing;
  end if;
  select i.person into found_person from organisation_identity i join person p on p.id = i.person
    where i.issuer = organisation_signs_in.issuer and i.subject = organisation_signs_in.subject and (p.left_at is null or p.left_at > now());
  return found_person;
end $$;
comment on function organisation_signs_in is 'Who the provider named, once for a sign-in that has just come back. The first time by the number in the register, from then on by the account; a second account of one person is nobody.';
grant execute on function organisation_signs_in to chinhdanh_app;

-- Last: from here on the owner of the tables has no right to these any more.
alter function verified_lately owner to chinhdanh_keeper;
alter function organisation_signs_in owner to chinhdanh_keeper;
alter function role_agreed_lately owner to chinhdanh_keeper;
