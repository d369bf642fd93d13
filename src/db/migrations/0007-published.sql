-- 0007-published.sql: the only thing the public question reads. Written by `publisher` in the transaction of the act; private, draft, pending and unknown are the same missing row.
create table published (
  canonical text primary key,
  declaration uuid not null,
  answer text not null check (answer in ('confirmed', 'suspended', 'closed', 'imitation')),
  level int not null check (level between 0 and 3),
  level_at timestamptz not null,
  name text,
  office text,
  not_current_since timestamptz,
  page text,
  reasons text[] not null default '{}',
  objected_at timestamptz,
  withheld boolean not null default false,
  changed_at timestamptz not null default now()
) with (fillfactor = 80);
create index published_page on published (page) where page is not null;
comment on column published.canonical is 'personal: yes. The address, as its owner chose to make it answer';
comment on column published.declaration is 'personal: no. The declaration that answers, or the finding of an imitation (0031)';
comment on column published.answer is 'personal: no. confirmed, suspended, closed or imitation';
comment on column published.level is 'personal: no. Level of the proof';
comment on column published.level_at is 'personal: no. Since when at this level, or last re-check';
comment on column published.name is 'personal: yes. Name, as its owner chose to show it';
comment on column published.office is 'personal: yes. Office and unit, as its owner chose to show them';
comment on column published.not_current_since is 'personal: no. The attestation lapsed then';
comment on column published.page is 'personal: yes. The public page of its owner on which it stands; null unless it is listed, confirmed, and the owner''s own';
comment on column published.reasons is 'personal: no. Of an imitation: by what it is one, from a closed list';
comment on column published.objected_at is 'personal: no. Of an imitation: since when an objection is open';
comment on column published.withheld is 'personal: no. Its owner asked that it be restricted: whoever asks is answered as if there were no row';
comment on column published.changed_at is 'personal: no. When this answer was written';
alter table published enable row level security; alter table published force row level security;
grant select on published to chinhdanh_asker;
create policy anyone_asks on published for select to chinhdanh_asker using (not withheld);
grant select, insert, update, delete on published to chinhdanh_publisher;
create policy publisher on published to chinhdanh_publisher using (true) with check (true);

grant select on declaration, declaration_version, level_step to chinhdanh_publisher;
grant select (id, declaration, keep, state, last_found_at) on proof to chinhdanh_publisher;
create policy publisher on declaration for select to chinhdanh_publisher using (true);
create policy publisher on declaration_version for select to chinhdanh_publisher using (visibility in ('confirmable', 'listed'));
create policy publisher on level_step for select to chinhdanh_publisher using (level >= 1);
create policy publisher on proof for select to chinhdanh_publisher using (true);

-- The address of a person's public page: 100 random bits that name nobody, made by the register the first time it is needed and never changed.
create table person_page (
  person uuid primary key references person (id),
  page text not null unique check (page ~ '^[a-z2-7]{20}$')
);
comment on column person_page.person is 'personal: yes. Whose public page';
comment on column person_page.page is 'personal: yes. Its id, in base32: it stands in the address of the page, and in links that prove other pages';
alter table person_page enable row level security; alter table person_page force row level security;
grant select on person_page to chinhdanh_app;
create policy own on person_page for select to chinhdanh_app using (person = actor());
grant select, insert on person_page to chinhdanh_publisher;
create policy publisher on person_page to chinhdanh_publisher using (true) with check (true);

-- Five bits of each byte that is all chance: of a UUID the bytes 6 and 8 hold its version.
create function new_page() returns text language sql volatile set search_path = register, public, pg_temp
begin atomic
  with chance as materialized (select uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()) as bytes)
  select string_agg(substr('abcdefghijklmnopqrstuvwxyz234567', 1 + (get_byte(bytes, at) & 31), 1), '' order by at)
  from chance, unnest(array[0, 1, 2, 3, 4, 5, 9, 10, 11, 12, 16, 17, 18, 19, 20, 21, 25, 26, 27, 28]) as at;
end;
create function page_of(whose uuid) returns text language plpgsql security definer set search_path = register, public, pg_temp as $$
begin
  -- Of two at once the second waits for the first and then sees its row.
  insert into person_page (person, page) values (whose, new_page()) on conflict (person) do nothing;
  return (select page from person_page where person = whose);
end $$;
create function my_page() returns text language sql security definer set search_path = register, public, pg_temp
  return page_of(actor());
comment on function my_page is 'The public page of the actor, made if there is none: nobody chooses its id.';
grant execute on function my_page to chinhdanh_app;
create function my_listing() returns text language sql stable security definer set search_path = register, public, pg_temp
  return (select mine.page from person_page mine where mine.person = actor() and exists (select from published p where p.page = mine.page));
comment on function my_listing is 'The public page of the actor, once something stands on it.';
grant execute on function my_listing to chinhdanh_app;

-- Two people may declare the same address. Whoever answers is asked to renew the proof when another has proven it later.
create table renewal (
  declaration uuid primary key references declaration (id),
  person uuid not null references person (id),
  asked_at timestamptz not null default now(),
  due_at timestamptz not null default now() + interval '7 days',
  renewed_at timestamptz
);
create index renewal_due on renewal (due_at) where renewed_at is null;
create index renewal_person on renewal (person);
comment on column renewal.declaration is 'personal: no. Whose proof is to be renewed; never whose claim is the cause';
comment on column renewal.person is 'personal: yes. Who is asked; kept here for row security';
comment on column renewal.asked_at is 'personal: no. When another claim was proven';
comment on column renewal.due_at is 'personal: no. Seven days later: from then on the other claim answers';
comment on column renewal.renewed_at is 'personal: no. When the proof was found again';
alter table renewal enable row level security; alter table renewal force row level security;
grant select on renewal to chinhdanh_app;
create policy own on renewal for select to chinhdanh_app using (person = actor());
create policy officer_who_opened on renewal for select to chinhdanh_app using (opened(person));
grant select, insert, update, delete on renewal to chinhdanh_publisher;
create policy publisher on renewal to chinhdanh_publisher using (true) with check (true);

-- Every claim that may answer for an address, in the order in which they do. Each comes before a later claim of its level, until it was
-- asked to renew its proof and seven days went by. What was never public is neither suspended nor closed in public.
create function claims(address text) returns table (
  id uuid, person uuid, state text, level int, made_at timestamptz, shows text, manager text, visibility text, rival_at timestamptz, overdue boolean)
language sql stable security definer set search_path = register, public, pg_temp
begin atomic
  with claim as (
    select d.id, d.person, v.state, s.level, s.made_at, v.shows, v.manager, v.visibility, now.declaration is not distinct from d.id as answers,
      coalesce((select max(proven.made_at) from level_step proven where proven.declaration = d.id
        and proven.reason in ('proof_found', 'recheck_found')), s.made_at) as proven_at,
      v.state in ('active', 'closing') as stands, coalesce(r.renewed_at is null and r.due_at <= now(), false) as lapsed
    from declaration d
    join declaration_version v on v.id = d.current_version
    join level_step s on s.id = d.current_step
    left join published now on now.canonical = d.canonical
    left join renewal r on r.declaration = d.id
    where d.canonical = address and (v.state in ('active', 'closing') or v.state in ('frozen', 'closed') and now.declaration = d.id)
  ), rivalled as (
    -- A rival has proven the address later, and no weaker than by a proof made once; nobody's word questions a proof, and to fall
    -- a level is not to prove anew.
    select c.*, (select max(o.proven_at) from claim o where o.id <> c.id and o.stands and c.stands
      and o.level >= least(c.level, 2) and (o.proven_at, o.id) > (c.proven_at, c.id)) as rival_at
    from claim c
  )
  select c.id, c.person, c.state, c.level, c.made_at, c.shows, c.manager, c.visibility, c.rival_at, c.lapsed and c.rival_at is not null
  from rivalled c
  order by (c.state <> 'closed') desc, (c.lapsed and c.rival_at is not null), c.level desc, c.answers desc, c.made_at, c.id;
end;

-- What already answers keeps answering; another takes its place only with a higher level, or when the first did not renew its proof.
create function publish(address text) returns void language plpgsql security definer set search_path = register, public, pg_temp as $$
declare
  claim record;
  said record;
begin
  perform pg_advisory_xact_lock(hashtextextended(address, 0));
  select * into claim from claims(address) limit 1;
  delete from renewal r using declaration d where d.id = r.declaration and d.canonical = address
    and not exists (select from claims(address) c where c.id = r.declaration and (c.overdue or c.id = claim.id and c.rival_at is not null));
  if claim.id is null then
    delete from published where canonical = address and answer <> 'imitation';
    perform publish_imitation(address);
    return;
  end if;
  if claim.rival_at is not null then
    insert into renewal (declaration, person) values (claim.id, claim.person)
    on conflict (declaration) do update set asked_at = now(), due_at = now() + interval '7 days', renewed_at = null
      where renewal.renewed_at < claim.rival_at;
  end if;
  -- Whoever has left holds no office here any more.
  select p.name, case when p.left_at is null then p.office end as office, u.name as unit,
      (select max(last_found_at) from proof where proof.declaration = claim.id and keep and proof.state in ('found', 'missed')) as rechecked_at
    into said from person p left join unit u on u.id = p.unit and p.left_at is null where p.id = claim.person;
  insert into published (canonical, declaration, answer, level, level_at, name, office, page, withheld)
  values (address, claim.id,
    case claim.state when 'frozen' then 'suspended' when 'closed' then 'closed' else 'confirmed' end,
    claim.level, case when claim.level = 3 then greatest(claim.made_at, said.rechecked_at) else claim.made_at end,
    case when claim.shows = 'nothing' then null when claim.manager = 'unit' then said.unit else said.name end,
    case when claim.shows = 'name_and_office' and claim.manager <> 'unit' then nullif(concat_ws(', ', said.office, said.unit), '') end,
    -- What is run for a unit is the unit's: it stands on nobody's own page.
    case when claim.visibility = 'listed' and claim.manager <> 'unit' and claim.state in ('active', 'closing') and not objects(claim.person, 'listing') then page_of(claim.person) end,
    is_restricted(claim.person))
  -- Since when it is suspended or closed does not move because somebody else claims the address.
  -- Nor does the date of a re-check go back that was written meanwhile (found_again).
  on conflict (canonical) do update set declaration = excluded.declaration, answer = excluded.answer, level = excluded.level,
    level_at = case when (published.declaration, published.level, excluded.level) = (excluded.declaration, 3, 3)
      then greatest(published.level_at, excluded.level_at) else excluded.level_at end, name = excluded.name, office = excluded.office, page = excluded.page, withheld = excluded.withheld, reasons = '{}', objected_at = null, changed_at = case
      when (published.declaration, published.answer) = (excluded.declaration, excluded.answer) then published.changed_at else now() end;
end $$;

-- What was found again. In public the date of the last success moves forward: the date alone, and without the lock on the address, since a
-- batch of re-checks would hold a thousand of them; what a level is, its steps say. And a renewal that was asked for is done, whoever looked:
-- the person's button or the register's own re-check. Once for a whole batch, in which hardly ever a renewal is open.
create function found_again() returns trigger language plpgsql security definer set search_path = register, public, pg_temp as $$
declare renewed uuid[];
begin
  update published shown set level_at = p.last_found_at
  from fresh f join proof p on p.id = f.proof join declaration d on d.id = p.declaration
  where f.result = 'found' and p.keep and p.state in ('found', 'missed')
    and shown.canonical = d.canonical and shown.declaration = d.id and shown.level = 3 and shown.level_at < p.last_found_at;
  if not exists (select from renewal where renewed_at is null) then return null; end if;
  with again as (
    update renewal r set renewed_at = now() from fresh f join proof p on p.id = f.proof
    where r.renewed_at is null and r.declaration = p.declaration and f.result = 'found' and f.how <> 'watched'
    returning r.declaration)
  select array_agg(declaration) into renewed from again;
  perform publish(canonical) from (select canonical from declaration where id = any(renewed) order by canonical) one;
  return null;
end $$;
create trigger found_again after insert on proof_check referencing new table as fresh for each statement execute function found_again();

-- What stays in place renews itself: it is looked for at once, not at its next turn.
create function renewal_is_due() returns trigger language plpgsql security definer set search_path = register, public, pg_temp as $$
begin
  update proof set next_check_at = now() where declaration = new.declaration and keep and next_check_at is not null;
  return null;
end $$;
create trigger renewal_is_due after insert or update of asked_at on renewal for each row execute function renewal_is_due();

create function settle_claims() returns bigint language plpgsql security definer set search_path = register, public, pg_temp as $$
declare
  address text;
  settled bigint := 0;
begin
  for address in
    select d.canonical from renewal r join declaration d on d.id = r.declaration join published p on p.declaration = d.id
    where r.renewed_at is null and r.due_at <= now() order by d.canonical
  loop
    perform publish(address);
    settled := settled + 1;
  end loop;
  return settled;
end $$;
comment on function settle_claims is 'Where seven days went by without a renewed proof, the other claim answers from now on. Gives how many.';
grant execute on function settle_claims to chinhdanh_checker;

create function answers(claim uuid) returns boolean language sql stable security definer set search_path = register, public, pg_temp
  return exists (select from declaration d join published p on p.canonical = d.canonical and p.declaration = d.id
    where d.id = claim and d.person = actor());
comment on function answers is 'Does the public answer rest on this declaration of the actor? Of nobody else''s is anything said.';
grant execute on function answers to chinhdanh_app;

create function publish_declaration() returns trigger language plpgsql security definer set search_path = register, public, pg_temp as $$
begin
  perform publish(new.canonical);
  return null;
end $$;
create function publish_person() returns trigger language plpgsql security definer set search_path = register, public, pg_temp as $$
begin
  perform publish(canonical) from declaration where person = new.id;
  return null;
end $$;
create trigger publish_declaration after update of current_version, current_step on declaration for each row execute function publish_declaration();
create trigger publish_person after update of name, office, unit, left_at on person for each row execute function publish_person();

-- Last: from here on the owner of the tables has no right to these any more.
alter function new_page owner to chinhdanh_publisher;
alter function page_of owner to chinhdanh_publisher;
alter function my_page owner to chinhdanh_publisher;
alter function my_listing owner to chinhdanh_publisher;
alter function claims owner to chinhdanh_publisher;
alter function found_again owner to chinhdanh_publisher;
alter function renewal_is_due owner to chinhdanh_keeper;
alter function settle_claims owner to chinhdanh_publisher;
alter function answers owner to chinhdanh_publisher;
alter function publish owner to chinhdanh_publisher;
alter function publish_declaration owner to chinhdanh_publisher;
alter function publish_person owner to chinhdanh_publisher;
