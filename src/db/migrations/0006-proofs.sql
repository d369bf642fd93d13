-- 0006-proofs.sql: proofs of control and their checks. Results are written by `checker` alone, which sees addresses and tokens but no names.
create table proof (
  id uuid primary key,
  declaration uuid not null references declaration (id),
  person uuid not null references person (id),
  method text not null check (method in
    ('dns-txt', 'well-known', 'meta-tag', 'rel-me', 'bluesky', 'profile-code', 'sign-in', 'witnessed')),
  token text not null,
  keep boolean not null default false,
  expires_on date,
  code_until timestamptz,
  uid text,
  state text not null default 'waiting' check (state in ('waiting', 'found', 'missed', 'ended')),
  made_at timestamptz not null default now(),
  found_at timestamptz,
  last_found_at timestamptz,
  next_check_at timestamptz,
  misses int not null default 0,
  first_miss_at timestamptz,
  grace_until timestamptz,
  not_reconfirmed_since timestamptz,
  silences int not null default 0,
  claim uuid,
  claimed_until timestamptz
) with (fillfactor = 80); -- a claim is written into the page where the proof lies, past the indexes
create unique index proof_token on proof (token) where method <> 'rel-me';
create index proof_declaration on proof (declaration);
create index proof_person on proof (person);
create index proof_due on proof (next_check_at) where next_check_at is not null;
comment on column proof.id is 'personal: no. UUIDv7';
comment on column proof.declaration is 'personal: no. Of which declaration';
comment on column proof.person is 'personal: yes. Who proves; kept here for row security';
comment on column proof.method is 'personal: no. Which method';
comment on column proof.token is 'personal: no. 160 random bits, base32, or a code of 40 bits; of rel-me the public page of its person, the same in each';
comment on column proof.keep is 'personal: no. Left in place and re-checked';
comment on column proof.expires_on is 'personal: no. Last day on which the token is good; none for a kept proof';
comment on column proof.code_until is 'personal: no. Until when a code is good; none for a token';
comment on column proof.uid is 'personal: yes. Permanent id of the account, as it was read with the proof';
comment on column proof.state is 'personal: no. waiting, found, missed or ended';
comment on column proof.made_at is 'personal: no. When it was begun';
comment on column proof.found_at is 'personal: no. First time it was found';
comment on column proof.last_found_at is 'personal: no. Last time it was found';
comment on column proof.next_check_at is 'personal: no. When it is checked again; none for a one-off proof';
comment on column proof.misses is 'personal: no. Absent results in a row';
comment on column proof.first_miss_at is 'personal: no. First absent result in a row';
comment on column proof.grace_until is 'personal: no. The level drops after this moment';
comment on column proof.not_reconfirmed_since is 'personal: no. No success for 30 days since then';
comment on column proof.silences is 'personal: no. Re-checks in a row that could not tell: each is tried again later than the one before';
comment on column proof.claim is 'personal: no. Which batch of re-checks has it in hand';
comment on column proof.claimed_until is 'personal: no. From then on anybody may take it again';

create table proof_check (
  id uuid primary key,
  proof uuid not null references proof (id),
  person uuid not null, -- that of the proof, which refers to it
  how text not null check (how in ('by_hand', 'scheduled', 'watched')),
  result text not null check (result in ('found', 'absent', 'unreachable')),
  reason text,
  place text not null,
  resolvers text[] not null default '{}',
  dnssec boolean,
  at timestamptz not null default now()
);
create index proof_check_proof on proof_check (proof, at desc);
comment on column proof_check.id is 'personal: no. UUIDv7';
comment on column proof_check.proof is 'personal: no. Of which proof';
comment on column proof_check.person is 'personal: yes. Whose proof; kept here for row security';
comment on column proof_check.how is 'personal: no. by_hand: asked for by the person, or done by signing in or by an officer; scheduled: a re-check; watched: only whether the name still belongs to the account';
comment on column proof_check.result is 'personal: no. found, absent or unreachable';
comment on column proof_check.reason is 'personal: no. Code of the reason, never what was read';
comment on column proof_check.place is 'personal: yes. Where it was looked for: a DNS name or a URL';
comment on column proof_check.resolvers is 'personal: no. Which resolvers answered';
comment on column proof_check.dnssec is 'personal: no. True where the zone is signed and every resolver that was asked says that it validated the answer';
comment on column proof_check.at is 'personal: no. When';

create table check_request (
  id uuid primary key,
  proof uuid not null references proof (id),
  person uuid not null references person (id) default actor(),
  at timestamptz not null default now()
);
create index check_request_person on check_request (person, at desc);
comment on column check_request.id is 'personal: no. UUIDv7';
comment on column check_request.proof is 'personal: no. Which proof was to be checked';
comment on column check_request.person is 'personal: yes. Who asked; 120 an hour, and 10 an hour per proof';
comment on column check_request.at is 'personal: yes. When';

do $$ declare t text; begin
  foreach t in array array['proof', 'proof_check', 'check_request'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
  end loop;
end $$;

grant select, insert (id, declaration, person, method, token, keep, expires_on, code_until) on proof to chinhdanh_app;
create policy own on proof for select to chinhdanh_app using (person = actor());
create policy officer_who_opened on proof for select to chinhdanh_app using (opened(person));
create policy own_begins on proof for insert to chinhdanh_app with check (
  person = actor() and exists (select from declaration d where d.id = declaration and d.person = actor()));
grant select on proof_check to chinhdanh_app;
create policy own on proof_check for select to chinhdanh_app using (person = actor());
create policy officer_who_opened on proof_check for select to chinhdanh_app using (opened(person));
grant select, insert (id, proof) on check_request to chinhdanh_app;
create policy own on check_request for select to chinhdanh_app using (person = actor());
create policy own_asks on check_request for insert to chinhdanh_app with check (
  person = actor() and exists (select from proof p where p.id = proof and p.person = actor()));

grant select (id, declaration, method, token, keep, expires_on, code_until, uid, state, made_at, found_at, last_found_at, next_check_at, misses, first_miss_at, grace_until, not_reconfirmed_since, silences, claim, claimed_until),
  update (keep, state, expires_on, uid, found_at, last_found_at, next_check_at, misses, first_miss_at, grace_until, not_reconfirmed_since, silences, claim, claimed_until) on proof to chinhdanh_checker;
create policy checker on proof to chinhdanh_checker using (true) with check (true);
grant select (id, proof, how, result, reason, place, resolvers, dnssec, at), insert (id, proof, how, result, reason, place, resolvers, dnssec) on proof_check to chinhdanh_checker;
create policy checker on proof_check to chinhdanh_checker using (true) with check (true);

create function check_belongs() returns trigger language plpgsql security definer set search_path = register, public, pg_temp as $$
begin
  select person into strict new.person from proof where id = new.proof;
  return new;
end $$;
create trigger check_belongs before insert on proof_check for each row when (new.person is null) execute function check_belongs();
grant select (id, person, declaration, last_found_at, keep, state, next_check_at, claimed_until, uid) on proof to chinhdanh_keeper;
create policy keeper on proof for select to chinhdanh_keeper using (true);

-- A page that goes private is due at once: what stays in public is offered only to those who chose to be public, and only theirs is watched.
create function private_is_due() returns trigger language plpgsql security definer set search_path = register, public, pg_temp as $$
begin
  update proof set next_check_at = now() where declaration = new.declaration and next_check_at is not null;
  return null;
end $$;
create trigger private_is_due after insert on declaration_version for each row when (new.visibility = 'private') execute function private_is_due();
-- Once it answers, it is watched whether the name still belongs to the account that was proven.
create function watch_begins() returns trigger language plpgsql security definer set search_path = register, public, pg_temp as $$
begin
  update proof set next_check_at = now() + interval '7 days' where declaration = new.declaration and not keep and state = 'found'
    and uid is not null and next_check_at is null;
  return null;
end $$;
create trigger watch_begins after insert on declaration_version for each row when (new.visibility <> 'private' and new.state = 'active') execute function watch_begins();
grant select (claim), update (next_check_at, claim, claimed_until, silences, last_found_at) on proof to chinhdanh_keeper;
grant insert (id, proof, person, how, result, reason, place, resolvers), select (proof) on proof_check to chinhdanh_keeper;
create policy keeper_records on proof_check to chinhdanh_keeper using (true) with check (true);
create policy keeper_hurries on proof for update to chinhdanh_keeper using (true) with check (true);

-- Whatever else moves a proof takes it out of the hand of the batch that claimed it: what that batch found is then judged anew, by itself.
create function claim_is_void() returns trigger language plpgsql set search_path = register, public, pg_temp as $$
begin
  new.claim := null;
  new.claimed_until := null;
  return new;
end $$;
create trigger claim_is_void before update on proof for each row
  when (old.claim is not null and new.claim is not distinct from old.claim and old.* is distinct from new.*) execute function claim_is_void();

-- What judged a proof also looked at its page: another version or another level voids the claim just the same.
create function claims_are_void() returns trigger language plpgsql security definer set search_path = register, public, pg_temp as $$
begin
  update proof set claim = null, claimed_until = null where declaration = new.id and claim is not null;
  return null;
end $$;
create trigger claims_are_void after update of current_version, current_step, ended_at on declaration for each row execute function claims_are_void();

-- A batch of looks that moved nothing but times, in one statement: a line in the timeline for each, and when it is looked for next. What
-- anybody moved since it was claimed is left alone. Gives which were written.
create function record_quiet(held uuid, proofs uuid[], ids uuid[], results text[], reasons text[], places text[], resolvers text[], silences int[], seconds float8[])
returns setof uuid language sql security definer set search_path = register, public, pg_temp
begin atomic
  with look as materialized (
    select * from unnest(proofs, ids, results, reasons, places, resolvers, silences, seconds)
      as look (proof, id, result, reason, place, resolvers, silences, seconds)
  ), moved as (
    update proof p set claim = null, claimed_until = null, silences = look.silences,
      last_found_at = case when p.keep and look.result = 'found' then now() else p.last_found_at end,
      next_check_at = now() + make_interval(secs => look.seconds)
    from look where p.id = look.proof and case when p.claim = held then true else false end -- so written, nobody tries to find them by their claim
    returning look.*, p.person, p.keep
  )
  insert into proof_check (id, proof, person, how, result, reason, place, resolvers)
  select id, proof, person, case when keep then 'scheduled' else 'watched' end, result, reason, place, string_to_array(resolvers, ' ')
  from moved returning proof;
end;
grant execute on function record_quiet to chinhdanh_checker;

create function proofs_due() returns bigint language sql stable security definer set search_path = register, public, pg_temp
  return (select count(*) from proof where next_check_at <= now() and (claimed_until is null or claimed_until <= now()));
comment on function proofs_due is 'How many are due whatever the asking role may see: a job that claims nothing while work is due fails loudly.';
grant execute on function proofs_due to chinhdanh_checker;

-- Last: from here on the owner of the tables has no right to these any more.
alter function check_belongs owner to chinhdanh_keeper;
alter function claims_are_void owner to chinhdanh_keeper;
alter function record_quiet owner to chinhdanh_keeper;
alter function proofs_due owner to chinhdanh_keeper;
alter function private_is_due owner to chinhdanh_keeper;
alter function watch_begins owner to chinhdanh_keeper;
