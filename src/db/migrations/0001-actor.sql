-- 0001-actor.sql: who acts. Set by db/ for one transaction; unset or empty is nobody.

-- A function is called by whom it is granted to: a trigger's function by nobody, or it could be hung on a table of one's own.
alter default privileges revoke execute on functions from public;

create function actor() returns uuid language sql stable
  return nullif(current_setting('cd.actor', true), '')::uuid;
comment on function actor is 'The person for whom this transaction acts; null is nobody.';

create function bearer() returns bytea language sql stable
  return decode(nullif(current_setting('cd.bearer', true), ''), 'hex');
comment on function bearer is 'SHA-256 of the secret that was shown (session, token, invitation, set-up link); only rows kept under it are seen by nobody.';

grant execute on function actor, bearer to public;
grant usage on schema register to chinhdanh_app, chinhdanh_checker, chinhdanh_reminder, chinhdanh_tally, chinhdanh_reporter,
  chinhdanh_loader, chinhdanh_operator, chinhdanh_directory, chinhdanh_publisher, chinhdanh_keeper, chinhdanh_rights, chinhdanh_asker;
