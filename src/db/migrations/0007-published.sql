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
  changed_at timestamptz not null default now()
);
comment on column published.canonical is 'personal: yes. The address, as its owner chose to make it answer';
comment on column published.declaration is 'personal: no. The declaration that answers';
comment on column published.answer is 'personal: no. confirmed, suspended, closed or imitation';
comment on column published.level is 'personal: no. Level of the proof';
comment on column published.level_at is 'personal: no. Since when at this level, or last re-check';
comment on column published.name is 'personal: yes. Name, as its owner chose to show it';
comment on column published.office is 'personal: yes. Office and unit, as its owner chose to show them';
comment on column published.not_current_since is 'personal: no. The attestation lapsed then';
comment on column published.changed_at is 'personal: no. When this answer was written';
alter table published enable row level security; alter table published force row level security;
grant select on published to chinhdanh_asker;
create policy anyone_asks on published for select to chinhdanh_asker using (true);
grant select, insert, update, delete on published to chinhdanh_publisher;
create policy publisher on published to chinhdanh_publisher using (true) with check (true);

grant select on declaration, declaration_version, level_step to chinhdanh_publisher;
grant select (id, declaration, keep, state, last_found_at) on proof to chinhdanh_publisher;
create policy publisher on declaration for select to chinhdanh_publisher using (true);
create policy publisher on declaration_version for select to chinhdanh_publisher using (visibility in ('confirmable', 'listed'));
create policy publisher on level_step for select to chinhdanh_publisher using (level >= 1);
create policy publisher on proof for select to chinhdanh_publisher using (true);

-- Which claim answers for an address (two people may declare the same one): what already answers keeps answering; another takes its place only with a higher level.
create function publish(address text) returns void language plpgsql security definer set search_path = register, public, pg_temp as $$
declare claim record;
begin
  perform pg_advisory_xact_lock(hashtextextended(address, 0));
  select d.id, d.canonical, v.state, s.level, s.made_at, v.shows, v.manager, p.name, p.office, u.name as unit,
      (select max(last_found_at) from proof where proof.declaration = d.id and keep and proof.state in ('found', 'missed')) as rechecked_at
    into claim
    from declaration d
    join declaration_version v on v.id = d.current_version
    join level_step s on s.id = d.current_step
    join person p on p.id = d.person left join unit u on u.id = p.unit
    left join published now on now.canonical = d.canonical
    where d.canonical = address
      -- What was never public is neither suspended nor closed in public.
      and (v.state in ('active', 'closing') or v.state in ('frozen', 'closed') and now.declaration = d.id)
    order by (v.state <> 'closed') desc, s.level desc, (now.declaration is not distinct from d.id) desc, s.made_at, d.id
    limit 1;
  if claim.id is null then
    delete from published where canonical = address;
    return;
  end if;
  insert into published (canonical, declaration, answer, level, level_at, name, office)
  values (address, claim.id,
    case claim.state when 'frozen' then 'suspended' when 'closed' then 'closed' else 'confirmed' end,
    claim.level, case when claim.level = 3 then greatest(claim.made_at, claim.rechecked_at) else claim.made_at end,
    case when claim.shows = 'nothing' then null when claim.manager = 'unit' then claim.unit else claim.name end,
    case when claim.shows = 'name_and_office' and claim.manager <> 'unit' then nullif(concat_ws(', ', claim.office, claim.unit), '') end)
  on conflict (canonical) do update set declaration = excluded.declaration, answer = excluded.answer, level = excluded.level,
    level_at = excluded.level_at, name = excluded.name, office = excluded.office, changed_at = now();
end $$;

create function publish_declaration() returns trigger language plpgsql security definer set search_path = register, public, pg_temp as $$
begin
  perform publish(new.canonical);
  return null;
end $$;
create function publish_proof() returns trigger language plpgsql security definer set search_path = register, public, pg_temp as $$
begin
  perform publish(canonical) from declaration where id = new.declaration;
  return null;
end $$;
create function publish_person() returns trigger language plpgsql security definer set search_path = register, public, pg_temp as $$
begin
  perform publish(canonical) from declaration where person = new.id;
  return null;
end $$;
create trigger publish_declaration after update of current_version, current_step on declaration for each row execute function publish_declaration();
create trigger publish_proof after update of last_found_at on proof for each row execute function publish_proof();
create trigger publish_person after update of name, office, unit on person for each row execute function publish_person();

-- Last: from here on the owner of the tables has no right to these any more.
alter function publish owner to chinhdanh_publisher;
alter function publish_declaration owner to chinhdanh_publisher;
alter function publish_proof owner to chinhdanh_publisher;
alter function publish_person owner to chinhdanh_publisher;
