-- 0003-sign-in.sql: secrets are kept as SHA-256 only; whoever shows the secret sees its row, nobody else does.
create table set_up_link (
  hash bytea primary key,
  person uuid references person (id),
  made_at timestamptz not null default now(),
  used_at timestamptz
);
comment on column set_up_link.hash is 'personal: no. SHA-256 of the one-time set-up secret';
comment on column set_up_link.person is 'personal: yes. Who is becoming the first administrator, once named';
comment on column set_up_link.made_at is 'personal: no. When it was printed';
comment on column set_up_link.used_at is 'personal: no. When the first administrator had enrolled; the link is dead from then on';

create table invitation (
  hash bytea primary key,
  person uuid not null references person (id),
  made_at timestamptz not null default now(),
  expires_at timestamptz not null default now() + interval '7 days',
  used_at timestamptz
);
create index invitation_person on invitation (person);
comment on column invitation.hash is 'personal: no. SHA-256 of the invitation secret';
comment on column invitation.person is 'personal: yes. Who is invited';
comment on column invitation.made_at is 'personal: no. When it was made';
comment on column invitation.expires_at is 'personal: no. Seven days later';
comment on column invitation.used_at is 'personal: no. When it was used, once';

create table sign_in_code (
  hash bytea primary key,
  person uuid not null references person (id),
  made_at timestamptz not null default now(),
  expires_at timestamptz not null default now() + interval '15 minutes',
  used_at timestamptz
);
create index sign_in_code_person on sign_in_code (person);
comment on column sign_in_code.hash is 'personal: no. SHA-256 of the one-use code';
comment on column sign_in_code.person is 'personal: yes. Who may sign in with it';
comment on column sign_in_code.made_at is 'personal: no. When it was made';
comment on column sign_in_code.expires_at is 'personal: no. Fifteen minutes later';
comment on column sign_in_code.used_at is 'personal: no. When it was used, once';

create table passkey (
  id uuid primary key,
  person uuid not null references person (id),
  credential_hash bytea not null unique,
  credential text not null,
  public_key bytea not null,
  sign_count bigint not null default 0,
  transports text[] not null default '{}',
  name text not null default '' check (length(name) <= 100),
  made_at timestamptz not null default now(),
  used_at timestamptz
);
create index passkey_person on passkey (person);
comment on column passkey.id is 'personal: no. UUIDv7';
comment on column passkey.person is 'personal: yes. Whose passkey';
comment on column passkey.credential_hash is 'personal: no. SHA-256 of the credential id; the row is found by it at sign-in';
comment on column passkey.credential is 'personal: no. Credential id, base64url';
comment on column passkey.public_key is 'personal: no. COSE public key';
comment on column passkey.sign_count is 'personal: no. Signature counter of the authenticator';
comment on column passkey.transports is 'personal: no. How the authenticator is reached';
comment on column passkey.name is 'personal: yes. What the person calls this device';
comment on column passkey.made_at is 'personal: no. When it was enrolled';
comment on column passkey.used_at is 'personal: yes. When it was last used';

create table challenge (
  hash bytea primary key,
  purpose text not null check (purpose in ('enrol', 'sign-in')),
  made_at timestamptz not null default now(),
  expires_at timestamptz not null default now() + interval '5 minutes'
);
comment on column challenge.hash is 'personal: no. SHA-256 of a WebAuthn challenge; good for one answer';
comment on column challenge.purpose is 'personal: no. enrol or sign-in';
comment on column challenge.made_at is 'personal: no. When it was given';
comment on column challenge.expires_at is 'personal: no. Five minutes later';

create table session (
  hash bytea primary key,
  id uuid not null unique default gen_random_uuid(),
  person uuid not null references person (id),
  how text not null check (how in ('passkey', 'code', 'mail', 'organisation', 'organisation_again', 'sample')),
  device text not null default '' check (length(device) <= 40),
  made_at timestamptz not null default now(),
  -- Whoever is still signed in at the provider has shown nothing now, and who reads a mailbox shows that alone. Made by the database: nobody says it of a session.
  verified_at timestamptz generated always as (case when how not in ('organisation', 'mail') then made_at end) stored,
  seen_at timestamptz not null default now(),
  expires_at timestamptz not null default now() + interval '30 days'
);
create index session_person on session (person);
comment on column session.hash is 'personal: no. SHA-256 of the cookie';
comment on column session.id is 'personal: no. By which its person names it, to end it';
comment on column session.device is 'personal: yes. Kind of device, as the browser says it: iPhone, Windows';
comment on column session.person is 'personal: yes. Who is signed in';
comment on column session.how is 'personal: no. Way of signing in';
comment on column session.made_at is 'personal: yes. When signed in';
comment on column session.verified_at is 'personal: yes. When the person last showed who they are; none where the provider took it for granted, or a mailbox was all';
comment on column session.seen_at is 'personal: yes. Last request, to the hour';
comment on column session.expires_at is 'personal: no. End of the session';

create table api_token (
  id uuid primary key,
  hash bytea not null unique,
  person uuid not null references person (id),
  name text not null default '' check (length(name) <= 100),
  made_at timestamptz not null default now(),
  used_at timestamptz,
  expires_at timestamptz,
  revoked_at timestamptz
);
create index api_token_person on api_token (person);
comment on column api_token.id is 'personal: no. UUIDv7';
comment on column api_token.hash is 'personal: no. SHA-256 of the token; it is shown once';
comment on column api_token.person is 'personal: yes. For whom the token acts';
comment on column api_token.name is 'personal: yes. What it is used for';
comment on column api_token.made_at is 'personal: no. When it was made';
comment on column api_token.used_at is 'personal: yes. Last use, to the hour';
comment on column api_token.expires_at is 'personal: no. End of its life';
comment on column api_token.revoked_at is 'personal: no. When it was taken back';

create table answered_once (
  person uuid not null references person (id),
  key text not null check (length(key) between 1 and 200),
  asked bytea not null,
  status int,
  body json,
  made_at timestamptz not null default now(),
  primary key (person, key)
);
comment on column answered_once.person is 'personal: yes. Who sent the request';
comment on column answered_once.key is 'personal: no. The Idempotency-Key';
comment on column answered_once.asked is 'personal: no. SHA-256 of the request, so that a key is not used for another one';
comment on column answered_once.status is 'personal: no. Status that was answered';
comment on column answered_once.body is 'personal: yes. Answer that was given, given again for 24 hours';
comment on column answered_once.made_at is 'personal: no. When it was first answered';

do $$ declare t text; begin
  foreach t in array array['set_up_link', 'invitation', 'sign_in_code', 'passkey', 'challenge', 'session', 'api_token', 'answered_once'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
  end loop;
end $$;

-- The first administrator: whoever shows the unused set-up link may name the organisation and make one person its administrator.
create function setting_up() returns boolean language sql stable
  return exists (select from set_up_link where hash = bearer() and used_at is null)
    and not exists (select from organisation where set_up_at is not null);
grant select, update (person) on set_up_link to chinhdanh_app;
create policy shown on set_up_link for select to chinhdanh_app using (hash = bearer());
create policy names_administrator on set_up_link for update to chinhdanh_app
  using (hash = bearer() and used_at is null and (person is null or person = actor())) with check (person = actor());
grant select, insert, delete on set_up_link to chinhdanh_operator;
create policy operator on set_up_link to chinhdanh_operator using (true) with check (true);

grant insert (name), update (name) on organisation to chinhdanh_app;
grant insert (id, name), update (name) on person to chinhdanh_app;
grant insert (id, person, role) on role_held to chinhdanh_app;
create policy set_up_names on organisation for insert to chinhdanh_app with check (setting_up());
create policy set_up_renames on organisation for update to chinhdanh_app using (setting_up()) with check (setting_up());
create policy set_up_enters on person for insert to chinhdanh_app with check (setting_up() and id = actor());
create policy set_up_corrects on person for update to chinhdanh_app
  using (id = actor() and id = (select person from set_up_link where hash = bearer() and used_at is null));
create policy set_up_grants on role_held for insert to chinhdanh_app
  with check (setting_up() and person = actor() and role = 'administrator');

-- Expiry is the default of its column and in no grant: nobody makes an invitation or a code that lives longer.
grant select, insert (hash, person), update (used_at) on invitation to chinhdanh_app;
create policy shown on invitation for select to chinhdanh_app using (hash = bearer() or person = actor());
create policy spent on invitation for update to chinhdanh_app using (hash = bearer() and used_at is null and expires_at > now()) with check (hash = bearer());
create policy set_up_invites on invitation for insert to chinhdanh_app with check (setting_up() and person = actor());
grant select, insert (hash, person) on invitation to chinhdanh_operator;
create policy operator on invitation for select to chinhdanh_operator using (true);

grant select, insert (hash, person), update (used_at) on sign_in_code to chinhdanh_app;
create policy shown on sign_in_code for select to chinhdanh_app using (hash = bearer());
create policy spent on sign_in_code for update to chinhdanh_app using (hash = bearer() and used_at is null and expires_at > now()) with check (hash = bearer());
grant select, insert (hash, person) on sign_in_code to chinhdanh_operator;
create policy operator on sign_in_code for select to chinhdanh_operator using (true);

-- Of the invitations (and of the codes) of one person, only the newest counts.
create function ends_earlier() returns trigger language plpgsql security definer set search_path = register, public, pg_temp as $$
begin
  perform pg_advisory_xact_lock(hashtextextended(tg_table_name || new.person, 0));
  execute format('update %I set expires_at = now() where person = $1 and used_at is null and expires_at > now()', tg_table_name) using new.person;
  return new;
end $$;
comment on function ends_earlier is 'Before a new invitation or code: those made before for the same person end.';
grant select, update (expires_at) on invitation, sign_in_code to chinhdanh_keeper;
create policy keeper_ends on invitation to chinhdanh_keeper using (true) with check (true);
create policy keeper_ends on sign_in_code to chinhdanh_keeper using (true) with check (true);
create trigger ends_earlier before insert on invitation for each row execute function ends_earlier();
create trigger ends_earlier before insert on sign_in_code for each row execute function ends_earlier();

grant select, insert, delete, update (sign_count, used_at, name) on passkey to chinhdanh_app;
create policy shown on passkey for select to chinhdanh_app using (credential_hash = bearer() or person = actor());
create policy own on passkey for insert to chinhdanh_app with check (person = actor());
create policy counted on passkey for update to chinhdanh_app using (credential_hash = bearer() or person = actor());
create policy removed on passkey for delete to chinhdanh_app using (person = actor());

-- Set-up ends when an administrator has a passkey; every set-up link is dead from then on.
create function ends_set_up() returns trigger language plpgsql security definer set search_path = register, public, pg_temp as $$
begin
  if exists (select from role_held held where held.person = new.person and held.role = 'administrator' and in_term(held)) then
    update organisation set set_up_at = now() where set_up_at is null;
    update set_up_link set used_at = now() where used_at is null;
  end if;
  return null;
end $$;
grant update (set_up_at) on organisation to chinhdanh_keeper;
grant select (used_at), update (used_at) on set_up_link to chinhdanh_keeper;
create policy keeper_ends_set_up on organisation for update to chinhdanh_keeper using (set_up_at is null) with check (true);
create policy keeper_ends_set_up on set_up_link to chinhdanh_keeper using (true) with check (true);
create trigger ends_set_up after insert on passkey for each row execute function ends_set_up();

grant select, insert, delete on challenge to chinhdanh_app;
create policy given on challenge for insert to chinhdanh_app with check (true);
create policy answered on challenge for select to chinhdanh_app using (hash = bearer() or expires_at < now());
create policy gone on challenge for delete to chinhdanh_app using (hash = bearer() or expires_at < now());

grant select, insert (hash, person, how, device), delete, update (seen_at) on session to chinhdanh_app;
create policy shown on session for select to chinhdanh_app using (hash = bearer() or person = actor());
create policy own on session for insert to chinhdanh_app with check (person = actor());
create policy seen on session for update to chinhdanh_app using (hash = bearer());
create policy ended on session for delete to chinhdanh_app using (hash = bearer() or person = actor());

grant select, insert (id, hash, person, name, expires_at), update (used_at, revoked_at) on api_token to chinhdanh_app;
create policy shown on api_token for select to chinhdanh_app using (hash = bearer() or person = actor());
create policy own on api_token for insert to chinhdanh_app with check (person = actor());
create policy used on api_token for update to chinhdanh_app
  using ((hash = bearer() or person = actor()) and revoked_at is null) with check (hash = bearer() or person = actor());
grant select, insert (id, hash, person, name, expires_at) on api_token to chinhdanh_operator;
create policy operator on api_token for select to chinhdanh_operator using (true);

-- One question for every request: who shows this secret, and which roles are in term now?
create function who_shows(kind text) returns table (person uuid, name text, roles jsonb, rested boolean, fresh boolean)
language sql stable security definer set search_path = register, public, pg_temp
begin atomic
  select p.id, p.name,
    coalesce((select jsonb_agg(jsonb_build_object('role', held.role, 'unit', held.unit)) from role_held held
      where held.person = p.id and in_term(held)), '[]'),
    shown.last_at < now() - interval '1 hour', shown.fresh
  from (
    select s.person, s.seen_at as last_at, coalesce(s.verified_at > now() - interval '5 minutes', false) as fresh from session s where kind = 'session' and s.hash = bearer() and s.expires_at > now()
    union all
    select t.person, coalesce(t.used_at, '-infinity'), true from api_token t where kind = 'token' and t.hash = bearer()
      and t.revoked_at is null and (t.expires_at is null or t.expires_at > now())
  ) shown join person p on p.id = shown.person
  where p.left_at is null or p.left_at > now();
end;
comment on function who_shows is 'The person whose session or token was shown, if it is in force and the person has not left. `rested`: not noted as used for an hour. `fresh`: showed who they are within five minutes, or is a program.';
grant select on session, api_token to chinhdanh_keeper;
create policy keeper_sees_shown on session for select to chinhdanh_keeper using (hash = bearer());
create policy keeper_sees_shown on api_token for select to chinhdanh_keeper using (hash = bearer());

grant select, insert, update (status, body), delete on answered_once to chinhdanh_app;
create policy own on answered_once to chinhdanh_app using (person = actor()) with check (person = actor());
grant execute on function setting_up, who_shows to chinhdanh_app;

create table signing_key (
  kid text primary key,
  private_jwk jsonb not null,
  made_at timestamptz not null default now()
);
comment on column signing_key.kid is 'personal: no. Name of the key, in /.well-known/jwks.json';
comment on column signing_key.private_jwk is 'personal: no. Ed25519 key that signs public answers';
comment on column signing_key.made_at is 'personal: no. When it was made';
alter table signing_key enable row level security; alter table signing_key force row level security;
grant select, insert on signing_key to chinhdanh_operator;
create policy operator on signing_key to chinhdanh_operator using (true) with check (true);

-- Last: from here on the owner of the tables has no right to these any more.
alter function ends_earlier owner to chinhdanh_keeper;
alter function ends_set_up owner to chinhdanh_keeper;
alter function who_shows owner to chinhdanh_keeper;
