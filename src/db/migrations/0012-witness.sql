-- 0012-witness.sql: an officer sees the account with their own eyes. Kept are who, how and when; never a picture, never what was on the page.
create sequence witness_number;
create table witness_request (
  id uuid primary key,
  number text not null unique,
  proof uuid not null references proof (id),
  declaration uuid not null references declaration (id),
  person uuid not null references person (id),
  look int not null default 1 check (look in (1, 2)),
  follows uuid references witness_request (id),
  state text not null default 'open' check (state in ('open', 'witnessed', 'not_seen', 'withdrawn', 'ended')),
  asked_at timestamptz not null default now(),
  decided_at timestamptz,
  witness uuid references person (id),
  by_name text,
  by_office text,
  by_unit text,
  kept_unit uuid references unit (id),
  seen text check (seen in ('in_person', 'video_call')),
  drawn_at timestamptz,
  settled_at timestamptz,
  check ((state = 'open') = (decided_at is null)),
  check ((state in ('witnessed', 'not_seen')) = (witness is not null)),
  check ((state = 'witnessed') = (seen is not null)),
  check (witness <> person)
);
create unique index witness_request_open on witness_request (declaration, look) where state = 'open';
create unique index witness_request_follows on witness_request (follows) where follows is not null;
create index witness_request_declaration on witness_request (declaration);
create index witness_request_person on witness_request (person);
create index witness_request_proof on witness_request (proof);
create index witness_request_unsettled on witness_request (decided_at) where settled_at is null and state in ('witnessed', 'not_seen');
comment on column witness_request.id is 'personal: no. UUIDv7';
comment on column witness_request.number is 'personal: no. Short number, W-0001: what the roll and the access row name';
comment on column witness_request.proof is 'personal: no. The proof that waits for it';
comment on column witness_request.declaration is 'personal: no. Of which declaration';
comment on column witness_request.person is 'personal: yes. Whose account; kept here for row security';
comment on column witness_request.look is 'personal: no. 1: by the officer of the unit; 2: once more by the unit above, drawn by lot';
comment on column witness_request.follows is 'personal: no. The request whose outcome led to this one';
comment on column witness_request.state is 'personal: no. open, witnessed, not_seen, withdrawn, or ended with its declaration';
comment on column witness_request.asked_at is 'personal: no. When it was asked for, or drawn';
comment on column witness_request.decided_at is 'personal: no. When it left the state open';
comment on column witness_request.witness is 'personal: yes. The officer who looked';
comment on column witness_request.by_name is 'personal: yes. Name of the officer, on that day';
comment on column witness_request.by_office is 'personal: yes. Office of the officer, on that day';
comment on column witness_request.by_unit is 'personal: no. Name of the unit whose officer it was, on that day';
comment on column witness_request.kept_unit is 'personal: no. The unit whose officer it was';
comment on column witness_request.seen is 'personal: no. How it was seen: in person or in a video call';
comment on column witness_request.drawn_at is 'personal: no. When the lot was drawn whether the unit above looks once more';
comment on column witness_request.settled_at is 'personal: no. When the proof was brought in line with the outcome';

create table witness_code (
  request uuid not null references witness_request (id),
  officer uuid not null references person (id),
  code text not null check (code ~ '^CD-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$'),
  made_at timestamptz not null default now(),
  expires_at timestamptz not null default now() + interval '15 minutes',
  tries int not null default 0,
  primary key (request, officer)
);
comment on column witness_code.request is 'personal: no. For which request';
comment on column witness_code.officer is 'personal: yes. Whose code: it is shown to this officer alone';
comment on column witness_code.code is 'personal: no. What the member is to show in the account; gone with the request';
comment on column witness_code.made_at is 'personal: no. When it was made';
comment on column witness_code.expires_at is 'personal: no. Fifteen minutes later';
comment on column witness_code.tries is 'personal: no. How often another address than the declared one was given; five at most';

alter table witness_request enable row level security; alter table witness_request force row level security;
alter table witness_code enable row level security; alter table witness_code force row level security;

-- What the questions below need to see, and no more.
grant select, insert, update on witness_request to chinhdanh_keeper;
grant select, insert, update, delete on witness_code to chinhdanh_keeper;
grant usage on sequence witness_number to chinhdanh_keeper;
grant select (platform, uid) on declaration to chinhdanh_keeper;
grant select (about) on access to chinhdanh_keeper;
create policy keeper on witness_request to chinhdanh_keeper using (true) with check (true);
create policy keeper on witness_code to chinhdanh_keeper using (true) with check (true);
create policy keeper_sees_openings on access for select to chinhdanh_keeper using (about is not null and actor = actor());

-- Who may witness. An officer is impartial who is not the person, did not look before, and never declared the account as their own.
create function impartial(officer uuid, subject uuid, page uuid, before uuid) returns boolean language sql stable security definer set search_path = register, public, pg_temp
  return officer is distinct from subject and officer is distinct from before and not exists (
    select from declaration theirs join declaration own on own.canonical = theirs.canonical or (own.platform = theirs.platform and own.uid = theirs.uid)
    where theirs.id = page and own.person = officer);
comment on function impartial is 'Declarations that ended count too: an account of one''s own is not made another''s by closing it first.';

-- The person's own unit, else the nearest above it with an impartial officer in term; a second look begins above the unit of the first.
create function witnessing_unit(subject uuid, page uuid, below uuid, before uuid) returns uuid language sql stable security definer set search_path = register, public, pg_temp
  return (
    select above.id
    from person p join unit here on here.id = p.unit left join unit floor on floor.id = below,
      unnest(string_to_array(replace(here.path::text, '_', '-'), '.')::uuid[]) with ordinality as above (id, depth)
    where p.id = subject and (p.left_at is null or p.left_at > now())
      and (below is null or (here.path operator(public.<@) floor.path and above.depth < public.nlevel(floor.path)))
      and exists (select from role_held held where held.unit = above.id and held.role = 'officer' and serving(held) and impartial(held.person, subject, page, before))
    order by above.depth desc limit 1);

create function may_witness(asked uuid, whose uuid default null) returns boolean language sql stable security definer set search_path = register, public, pg_temp
  return exists (
    select from witness_request w join declaration d on d.id = w.declaration and d.ended_at is null
      left join witness_request first on w.look = 2 and first.id = w.follows
    where w.id = asked and w.state = 'open' and (whose is null or w.person = whose)
      and impartial(actor(), w.person, w.declaration, first.witness)
      and exists (select from role_held mine where mine.person = actor() and mine.role = 'officer' and serving(mine)
        and mine.unit = witnessing_unit(w.person, w.declaration, first.kept_unit, first.witness)));
comment on function may_witness is 'Is the actor, now, an officer who may look at the account of this open request?';

create function witness_tasks() returns table (id uuid, number text, unit text, look int, asked_at timestamptz) language sql stable security definer set search_path = register, public, pg_temp
begin atomic
  select w.id, w.number, here.name, w.look, w.asked_at
  from witness_request w join person p on p.id = w.person join unit here on here.id = p.unit
  where w.state = 'open'
    and exists (select from role_held mine join unit kept on kept.id = mine.unit
      where mine.person = actor() and mine.role = 'officer' and serving(mine) and here.path operator(public.<@) kept.path)
    and may_witness(w.id)
  order by w.asked_at, w.id limit 200;
end;
comment on function witness_tasks is 'Open requests that the actor may witness: number and unit, no name and no address.';
create function witness_task(asked uuid) returns table (id uuid, number text, unit text, look int, asked_at timestamptz) language sql stable security definer set search_path = register, public, pg_temp
begin atomic
  select w.id, w.number, here.name, w.look, w.asked_at from witness_request w join person p on p.id = w.person join unit here on here.id = p.unit
  where w.id = asked and may_witness(w.id);
end;
comment on function witness_task is 'One of the open requests that the actor may witness, however many there are.';
grant execute on function may_witness, witness_tasks, witness_task to chinhdanh_app;

-- The row comes first, and opens one page: the one that the request is about. Whose it is, the request says.
create function access_is_about() returns trigger language plpgsql security definer set search_path = register, public, pg_temp as $$
begin
  new.subject := (select person from witness_request where id = new.about);
  return new;
end $$;
create trigger access_is_about before insert on access for each row when (new.about is not null) execute function access_is_about();
create policy witness_opens on access for insert to chinhdanh_app with check (
  channel in ('web', 'api') and purpose = 'witness' and fields = 'page' and subject is not null and subject <> actor()
  and coalesce(may_witness(about, subject), false));

create function opened_for(asked uuid) returns boolean language sql stable
  return exists (select from access a where a.tx = pg_current_xact_id_if_assigned() and a.at = now() and a.actor = actor()
    and a.fields = 'page' and a.about = asked);
comment on function opened_for is 'Has the actor, in this very transaction, written down that the page of this request is opened?';
create function opened_page(page uuid) returns boolean language sql stable
  return exists (select from witness_request w where w.declaration = page and opened_for(w.id));
create function opened_page_of(whose uuid) returns boolean language sql stable
  return exists (select from access a where a.tx = pg_current_xact_id_if_assigned() and a.at = now() and a.actor = actor()
    and a.fields = 'page' and a.subject = whose);
grant execute on function opened_for, opened_page, opened_page_of to chinhdanh_app;
create policy witness_who_opened on declaration for select to chinhdanh_app using (opened_page(id));
create policy witness_who_opened on person for select to chinhdanh_app using (opened_page_of(id));

grant select, insert (id, proof), update (state) on witness_request to chinhdanh_app;
create policy own on witness_request for select to chinhdanh_app using (person = actor());
create policy witness_who_opened on witness_request for select to chinhdanh_app using (opened_for(id));
create policy witnessed_by_me on witness_request for select to chinhdanh_app using (witness = actor());
create policy own_asks on witness_request for insert to chinhdanh_app with check (
  person = actor() and look = 1 and state = 'open' and exists (
    select from proof p join declaration d on d.id = p.declaration
    where p.id = proof and p.person = actor() and p.method = 'witnessed' and p.state = 'waiting' and d.ended_at is null));
-- What follows a second look is not the person's to take back.
create policy own_withdraws on witness_request for update to chinhdanh_app
  using (person = actor() and state = 'open' and follows is null) with check (person = actor() and state = 'withdrawn');
grant select on witness_code to chinhdanh_app;
create policy own on witness_code for select to chinhdanh_app using (officer = actor());

create function witness_is_asked() returns trigger language plpgsql security definer set search_path = register, public, pg_temp as $$
begin
  select declaration, person into new.declaration, new.person from proof where id = new.proof;
  new.number := 'W-' || to_char(nextval('witness_number'), 'FM99999999990000');
  return new;
end $$;
create trigger witness_is_asked before insert on witness_request for each row execute function witness_is_asked();
create function witness_is_decided() returns trigger language plpgsql security definer set search_path = register, public, pg_temp as $$
begin
  new.decided_at := now();
  if new.state in ('witnessed', 'not_seen') then
    select actor(), p.name, p.office into new.witness, new.by_name, new.by_office from person p where p.id = actor();
    select u.id, u.name into new.kept_unit, new.by_unit from unit u where u.id = new.kept_unit;
  end if;
  delete from witness_code where request = new.id;
  return new;
end $$;
create trigger witness_is_decided before update of state on witness_request for each row when (old.state = 'open' and new.state <> 'open') execute function witness_is_decided();

-- The roll says that it waits: kind and number. A second look is the business of the unit above, whose roll this is not.
alter table roll add column request uuid references witness_request (id);
comment on column roll.request is 'personal: no. The open request that the task is about';
create function witness_on_roll() returns trigger language plpgsql security definer set search_path = register, public, pg_temp as $$
begin
  update roll set task = case when waits.number is not null then 'witness' end, task_number = waits.number, request = waits.id
    from (select asked.id, asked.number from (select true) always left join (
      select id, number from witness_request where person = new.person and state = 'open' and look = 1 order by asked_at, id limit 1) asked on true) waits
    where roll.person = new.person;
  return null;
end $$;
create trigger witness_on_roll after insert or update of state on witness_request for each row execute function witness_on_roll();

create function witness_ends() returns trigger language plpgsql security definer set search_path = register, public, pg_temp as $$
begin
  update witness_request set state = 'ended' where declaration = new.id and state = 'open';
  return null;
end $$;
create trigger witness_ends after update of ended_at on declaration for each row when (new.ended_at is not null) execute function witness_ends();

-- The acts of the officer. Each says what became of it; what is not the actor's to do and what is not there is the same word.
create function opened_before(asked uuid) returns boolean language sql stable security definer set search_path = register, public, pg_temp
  return exists (select from access a where a.about = asked and a.actor = actor());
create function witness_code_for(asked uuid, fresh text) returns table (shown text, good_until timestamptz) language plpgsql security definer set search_path = register, public, pg_temp as $$
begin
  perform token_needs('records');
  perform from witness_request where id = asked for update;
  if not may_witness(asked) or not opened_before(asked) then return; end if;
  delete from witness_code where request = asked and officer = actor() and (expires_at <= now() or tries >= 5);
  insert into witness_code (request, officer, code) values (asked, actor(), fresh) on conflict do nothing;
  return query select code, expires_at from witness_code where request = asked and officer = actor();
end $$;
comment on function witness_code_for is 'The one code of this officer for this request; a fresh one when there was none, or it is over.';

create function witness_confirm(asked uuid, address text, how text) returns text language plpgsql security definer set search_path = register, public, pg_temp as $$
declare
  w witness_request;
  given witness_code;
begin
  perform token_needs('records');
  select * into w from witness_request where id = asked for update;
  if w.state = 'witnessed' and w.witness = actor() then return 'already'; end if;
  if not may_witness(asked) then return 'not_found'; end if;
  select * into given from witness_code where request = asked and officer = actor() for update;
  if given.code is null or given.expires_at <= clock_timestamp() then return 'witness_code_over'; end if;
  if given.tries >= 5 then return 'witness_tries_over'; end if;
  if address is distinct from (select canonical from declaration where id = w.declaration) then
    update witness_code set tries = tries + 1 where request = asked and officer = actor();
    return 'other_address';
  end if;
  update witness_request set state = 'witnessed', seen = how, kept_unit = witnessing_unit_of(asked) where id = asked;
  return 'witnessed';
end $$;
comment on function witness_confirm is 'The officer saw the code in the account at this address. Another address than the declared one confirms nothing.';

create function witness_decline(asked uuid, next uuid) returns text language plpgsql security definer set search_path = register, public, pg_temp as $$
declare w witness_request;
begin
  perform token_needs('records');
  select * into w from witness_request where id = asked for update;
  if w.state = 'not_seen' and w.witness = actor() then return 'already'; end if;
  if not may_witness(asked) or not opened_before(asked) then return 'not_found'; end if;
  update witness_request set state = 'not_seen', kept_unit = witnessing_unit_of(asked) where id = asked;
  -- A second look that saw nothing takes nothing away: the person's own unit is asked again first.
  if w.look = 2 and exists (select from proof where id = w.proof and state = 'found') then
    insert into witness_request (id, proof, follows) values (next, w.proof, asked) on conflict do nothing;
  end if;
  return 'not_seen';
end $$;
comment on function witness_decline is 'The officer did not see the code in the account. `next` is the id of the request that follows, if one does.';

create function witnessing_unit_of(asked uuid) returns uuid language sql stable security definer set search_path = register, public, pg_temp
  return (select witnessing_unit(w.person, w.declaration, first.kept_unit, first.witness)
    from witness_request w left join witness_request first on w.look = 2 and first.id = w.follows where w.id = asked);
grant execute on function witness_code_for, witness_confirm, witness_decline to chinhdanh_app;

-- As the checker: what the outcome does to the proof. It is told which proof and which look, not whose.
grant select (id, proof, look, follows, state, decided_at, settled_at), update (settled_at) on witness_request to chinhdanh_checker;
create policy checker on witness_request to chinhdanh_checker using (true) with check (true);
create function draw_second_look(asked uuid, next uuid, percent double precision) returns boolean language plpgsql security definer set search_path = register, public, pg_temp as $$
declare w witness_request;
begin
  select * into w from witness_request where id = asked and state = 'witnessed' and look = 1 and follows is null and drawn_at is null for update;
  if w.id is null then return false; end if;
  update witness_request set drawn_at = now() where id = asked;
  if random() * 100 >= percent or objects(w.person, 'second_look') or witnessing_unit(w.person, w.declaration, w.kept_unit, w.witness) is null then return false; end if;
  insert into witness_request (id, proof, look, follows) values (next, w.proof, 2, asked) on conflict do nothing;
  return found;
end $$;
comment on function draw_second_look is 'Draws once, by lot, whether the unit above looks at the account too. No officer has a hand in it.';
grant execute on function draw_second_look to chinhdanh_checker;

-- A level 1 rests on an officer's word, and on nothing else.
create function rests_on_a_witness() returns trigger language plpgsql security definer set search_path = register, public, pg_temp as $$
begin
  if not exists (select from witness_request where proof = new.id and state = 'witnessed') then
    raise exception 'no officer has witnessed this' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger rests_on_a_witness before update of state on proof for each row
  when (new.method = 'witnessed' and new.state = 'found' and old.state <> 'found') execute function rests_on_a_witness();

-- A proof that is over asks nobody any more.
create function witness_is_over() returns trigger language plpgsql security definer set search_path = register, public, pg_temp as $$
begin
  update witness_request set state = 'ended' where proof = new.id and state = 'open';
  return null;
end $$;
create trigger witness_is_over after update of state on proof for each row
  when (new.method = 'witnessed' and new.state = 'ended' and old.state <> 'ended') execute function witness_is_over();

-- Last: from here on the owner of the tables has no right to these any more.
alter function impartial owner to chinhdanh_keeper;
alter function witnessing_unit owner to chinhdanh_keeper;
alter function witnessing_unit_of owner to chinhdanh_keeper;
alter function may_witness owner to chinhdanh_keeper;
alter function witness_tasks owner to chinhdanh_keeper;
alter function witness_task owner to chinhdanh_keeper;
alter function access_is_about owner to chinhdanh_keeper;
alter function witness_is_asked owner to chinhdanh_keeper;
alter function witness_is_decided owner to chinhdanh_keeper;
alter function witness_on_roll owner to chinhdanh_keeper;
alter function witness_ends owner to chinhdanh_keeper;
alter function opened_before owner to chinhdanh_keeper;
alter function witness_code_for owner to chinhdanh_keeper;
alter function witness_confirm owner to chinhdanh_keeper;
alter function witness_decline owner to chinhdanh_keeper;
alter function draw_second_look owner to chinhdanh_keeper;
alter function witness_is_over owner to chinhdanh_keeper;
alter function rests_on_a_witness owner to chinhdanh_keeper;
