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

-- Last: from here on the owner of the tables has no right to these any more.
alter function verified_lately owner to chinhdanh_keeper;
