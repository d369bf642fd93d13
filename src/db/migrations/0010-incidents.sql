-- 0010-incidents.sql: what is wrong with a page: its name belongs to another account (the register finds it), or its owner says that it was taken.
create sequence incident_number;
create table incident (
  id uuid primary key,
  number text not null unique,
  kind text not null check (kind in ('reused_handle', 'hijack')),
  matter text check (matter in ('taken_over', 'locked_out', 'misused')),
  stage text not null default 'open' check (stage in ('asked', 'open', 'in_hand')),
  how text not null default 'check' check (how in ('check', 'self', 'phone', 'asked')),
  declaration uuid not null references declaration (id),
  person uuid not null references person (id),
  proof uuid references proof (id),
  was text check (was in ('active', 'closing')),
  decision text check (decision in ('renamed')),
  receipt text,
  raised int not null default 0,
  raised_to uuid references unit (id),
  due_at timestamptz,
  letter_due_at timestamptz,
  letter_tries int not null default 0,
  letter_sent_at timestamptz,
  opened_at timestamptz not null default now(),
  closed_at timestamptz,
  outcome text check (outcome in ('proven_again', 'declaration_ended', 'lost', 'renamed', 'false_alarm', 'not_confirmed')),
  check ((closed_at is null) = (outcome is null)),
  check ((kind = 'hijack') = (matter is not null)),
  check (kind = 'hijack' or stage <> 'asked')
);
create unique index incident_once on incident (declaration, kind) where closed_at is null;
create index incident_person on incident (person);
create index incident_due on incident (due_at) where due_at is not null;
create index incident_letter_due on incident (letter_due_at) where letter_due_at is not null;
create index incident_raised_to on incident (raised_to) where closed_at is null;
comment on column incident.id is 'personal: no. UUIDv7';
comment on column incident.number is 'personal: no. Short number, S-0001: what the roll and the access row name';
comment on column incident.kind is 'personal: no. reused_handle: the name belongs to another permanent id than the one that was proven; hijack: its owner says that it was taken';
comment on column incident.matter is 'personal: no. Of a hijack, from a closed list: taken over, cannot get in, somebody uses it in the owner''s name';
comment on column incident.stage is 'personal: no. asked: reported by nobody who signed in, not frozen yet; open: frozen, no officer has answered; in_hand: an officer has';
comment on column incident.how is 'personal: no. How it came: found by a check, pressed by its owner, by an officer on the phone with them, or asked for without signing in';
comment on column incident.declaration is 'personal: no. About which declaration';
comment on column incident.person is 'personal: yes. Whose declaration; kept here for row security';
comment on column incident.proof is 'personal: no. The proof whose check found it';
comment on column incident.was is 'personal: no. The state that the page goes back to when the last incident about it is over';
comment on column incident.decision is 'personal: no. Of a name that belongs to another account: renamed, said by its owner';
comment on column incident.receipt is 'personal: yes. Receipt of the report';
comment on column incident.raised is 'personal: no. How often it went up because nobody answered in time';
comment on column incident.raised_to is 'personal: no. The unit whose officer answers, where it is not the person''s own';
comment on column incident.due_at is 'personal: no. Until when an officer is to answer: four hours, then a day at a time';
comment on column incident.letter_due_at is 'personal: no. When the letter to the authority may be taken in hand; none: nobody asked for it, or it is settled';
comment on column incident.letter_tries is 'personal: no. How often that letter was taken in hand';
comment on column incident.letter_sent_at is 'personal: no. When the mail server took it';
comment on column incident.opened_at is 'personal: no. When it was found or said; of what was asked for, when it was';
comment on column incident.closed_at is 'personal: no. When it was settled';
comment on column incident.outcome is 'personal: no. proven_again, declaration_ended, lost: given up by its owner, renamed, false_alarm: said by its owner, not_confirmed: by phone';

-- Who did what, in order. Nothing is taken out of it.
create table incident_event (
  n bigint generated always as identity primary key,
  incident uuid not null references incident (id),
  person uuid not null references person (id),
  what text not null check (what in ('asked', 'opened', 'answered', 'queued', 'sent', 'failed', 'printed', 'done', 'raised', 'renamed', 'closed')),
  whom text check (whom in ('unit', 'authority', 'platform')),
  at timestamptz not null default now(),
  actor uuid default actor(),
  by_name text,
  by_unit text,
  check ((what in ('queued', 'sent', 'failed', 'printed', 'done')) = (whom is not null))
);
create index incident_event_incident on incident_event (incident, n);
create index incident_event_person on incident_event (person);
comment on column incident_event.n is 'personal: no. In which order';
comment on column incident_event.incident is 'personal: no. Of which incident';
comment on column incident_event.person is 'personal: yes. Whose incident; kept here for row security';
comment on column incident_event.what is 'personal: no. What was done';
comment on column incident_event.whom is 'personal: no. Of a notice, to whom it goes: the unit, the authority, the platform';
comment on column incident_event.at is 'personal: no. When';
comment on column incident_event.actor is 'personal: yes. Who did it; none: the register itself, or whoever did not sign in';
comment on column incident_event.by_name is 'personal: yes. Name of who did it, on that day';
comment on column incident_event.by_unit is 'personal: no. Unit of who did it, on that day';

-- What somebody reports who cannot sign in. Every address is kept here for at most some minutes, known or not: no answer tells which.
create table help_asked (
  canonical text primary key,
  matter text not null check (matter in ('taken_over', 'locked_out', 'misused')),
  at timestamptz not null default now()
);
comment on column help_asked.canonical is 'personal: yes. The address that help was asked for; gone with the next run of the clock';
comment on column help_asked.matter is 'personal: no. What is the matter, from a closed list';
comment on column help_asked.at is 'personal: no. When';

do $$ declare t text; begin
  foreach t in array array['incident', 'incident_event', 'help_asked'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
  end loop;
end $$;
grant select on incident, incident_event to chinhdanh_app;
create policy own on incident for select to chinhdanh_app using (person = actor());
create policy officer_who_opened on incident for select to chinhdanh_app using (opened(person));
create policy own on incident_event for select to chinhdanh_app using (person = actor());
create policy officer_who_opened on incident_event for select to chinhdanh_app using (opened(person));

-- Everything is written by functions of the keeper (0027): what an incident does to its page belongs to it.
grant select, insert, update on incident to chinhdanh_keeper;
grant select, insert on incident_event to chinhdanh_keeper;
grant select, insert, delete on help_asked to chinhdanh_keeper;
create policy keeper on incident to chinhdanh_keeper using (true) with check (true);
create policy keeper on incident_event to chinhdanh_keeper using (true) with check (true);
create policy keeper on help_asked to chinhdanh_keeper using (true) with check (true);

create function incident_belongs() returns trigger language plpgsql security definer set search_path = register, public, pg_temp as $$
begin
  select person into strict new.person from declaration where id = new.declaration;
  new.number := 'S-' || to_char(nextval('incident_number'), 'FM99999999990000');
  return new;
end $$;
grant usage on sequence incident_number to chinhdanh_keeper;
create trigger incident_belongs before insert on incident for each row execute function incident_belongs();

-- Whose it is, and who did it, is read from the register, never from the request.
create function incident_event_is_signed() returns trigger language plpgsql security definer set search_path = register, public, pg_temp as $$
begin
  select person into strict new.person from incident where id = new.incident;
  select p.name, u.name into new.by_name, new.by_unit from person p left join unit u on u.id = p.unit where p.id = new.actor;
  return new;
end $$;
create trigger incident_event_is_signed before insert on incident_event for each row execute function incident_event_is_signed();

-- Last: from here on the owner of the tables has no right to this any more.
alter function incident_belongs owner to chinhdanh_keeper;
alter function incident_event_is_signed owner to chinhdanh_keeper;
