-- 0021-bulk.sql: lists of a whole nation come in by COPY. Into an empty register as its owner, in one transaction that closes it; into a full
-- one as the loader, from the machine itself and never behind a request, through a temporary table that only its own session reads.
grant select on unit, import to chinhdanh_loader;
grant select (id, ref, name, office, unit, unit_since, phone, started_on) on person to chinhdanh_loader;
grant insert (id, ref, name, office, unit, phone, started_on), update (name, office, unit, unit_since, phone, started_on) on person to chinhdanh_loader;
grant insert (id, kind, file_hash, rows, accepted, rejected), update (rows, accepted, rejected, written, ended_at) on import to chinhdanh_loader;
create policy loader_sees on person for select to chinhdanh_loader using (true);
create policy loader_enters on person for insert to chinhdanh_loader with check (true);
create policy loader_changes on person for update to chinhdanh_loader using (true) with check (true);
create policy loader_imports on import to chinhdanh_loader using (true) with check (true);
