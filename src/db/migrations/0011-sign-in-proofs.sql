-- 0011-sign-in-proofs.sql: sign-ins that were begun at a provider. A row is one way back, for one person, for ten minutes, once.
create table proof_sign_in (
  hash bytea primary key,
  proof uuid not null references proof (id),
  person uuid not null references person (id) default actor(),
  provider text not null check (length(provider) <= 100),
  sealed bytea not null check (length(sealed) <= 4096),
  made_at timestamptz not null default now(),
  expires_at timestamptz not null default now() + interval '10 minutes',
  used_at timestamptz
);
create index proof_sign_in_person on proof_sign_in (person);
create index proof_sign_in_expires on proof_sign_in (expires_at);
comment on column proof_sign_in.hash is 'personal: no. SHA-256 of the state, which only the browser and the provider hold';
comment on column proof_sign_in.proof is 'personal: no. Of which proof';
comment on column proof_sign_in.person is 'personal: yes. Who began, and who alone may come back';
comment on column proof_sign_in.provider is 'personal: no. Where the person signs in';
comment on column proof_sign_in.sealed is 'personal: no. PKCE verifier, nonce and a client made for this one sign-in, sealed by the state; empty once used. Never a token';
comment on column proof_sign_in.made_at is 'personal: yes. When it was begun';
comment on column proof_sign_in.expires_at is 'personal: no. Ten minutes later';
comment on column proof_sign_in.used_at is 'personal: no. When the browser came back; it may not come back twice';
alter table proof_sign_in enable row level security; alter table proof_sign_in force row level security;

-- Expiry is the default of its column and in no grant: nobody makes a way back that stays open longer.
grant select, insert (hash, proof, provider, sealed), update (used_at, sealed) on proof_sign_in to chinhdanh_app;
create policy own on proof_sign_in for select to chinhdanh_app using (person = actor());
create policy own_begins on proof_sign_in for insert to chinhdanh_app with check (
  person = actor() and exists (select from proof p where p.id = proof and p.person = actor() and p.method = 'sign-in' and p.state = 'waiting'));
create policy own_comes_back on proof_sign_in for update to chinhdanh_app
  using (person = actor() and used_at is null and expires_at > now()) with check (person = actor() and used_at is not null);

-- What is over is swept, whoever's it was.
grant select (expires_at), delete on proof_sign_in to chinhdanh_checker;
create policy checker_sees_over on proof_sign_in for select to chinhdanh_checker using (expires_at < now() - interval '1 hour');
create policy checker_sweeps on proof_sign_in for delete to chinhdanh_checker using (expires_at < now() - interval '1 hour');
