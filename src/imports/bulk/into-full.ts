import type { Copier } from '../../db/index.ts'
import type { Block, Offered } from './block.ts'
import { copyRow } from './copy-rows.ts'
import { leaveBlock } from './leave-block.ts'

/** Which columns the file has: a column that it does not have leaves what is there. */
export type Columns = { readonly office: boolean; readonly phone: boolean; readonly start: boolean }

/** Lays each block into temporary tables, which only this session reads and nothing logs, and takes it into the register from there:
 *  whole or not at all, as the loader, under the row security, the keys and the triggers that hold for everybody. */
export async function intoFull(loader: Copier, importId: string) {
  await loader.query(
    `create temp table staged_person (id uuid, ref text, name text, office text, unit uuid, phone text, started_on date, row int) on commit delete rows`,
  )
  await loader.query(
    'create temp table staged_account (id uuid, draft uuid, person uuid, typed text, address jsonb) on commit delete rows',
  )
  let n =
    (
      await loader.query<{ n: number }>('select coalesce(max(n), 0) as n from import_block where import = $1', [
        importId,
      ])
    )[0]?.n ?? 0
  return async function write({ people, offers, lines, span }: Block, columns: Columns): Promise<void> {
    await loader.transaction(async () => {
      await holdStill(loader)
      if (span) await leaveBlock(loader, importId, ++n, lines, span)
      if (people.length > 0) await takeIn(loader, importId, people, columns)
      if (offers.length > 0) await offer(loader, importId, offers)
      const going = "update import set written = written + $2 where id = $1 and state = 'writing' returning id"
      if ((await loader.query(going, [importId, lines])).length === 0)
        throw new Error('the import was taken back meanwhile')
    })
    // From here this block is in the register for good, and stays so whatever becomes of the next.
  }
}

/** Imports write their blocks in turn, and no unit is closed, moved or merged while one is written. */
export async function holdStill(copier: Copier): Promise<void> {
  await copier.query(
    "select pg_advisory_xact_lock(hashtextextended('import', 0)), pg_advisory_xact_lock_shared(hashtextextended('tree', 0))",
  )
}

async function takeIn(loader: Copier, importId: string, people: Block['people'], columns: Columns): Promise<void> {
  const rows = people.map(({ id, unit, line: { row, ref, name, office, phone, start } }) =>
    copyRow(id, ref, name, office ?? null, unit, phone ?? null, start ?? null, String(row)),
  )
  await loader.copy('staged_person', rows.join(''))
  const closed = await loader.query(
    'select code from unit where closed_at is not null and id in (select unit from staged_person) limit 1',
  )
  if (closed.length > 0) throw new Error(`unit ${closed[0]?.code} has been closed meanwhile: begin again`)
  await loader.query(
    `insert into person (id, ref, name, office, unit, phone, started_on) select id, ref, name, office, unit, phone, started_on from staged_person
     on conflict (code_key(ref)) where ref is not null do nothing`,
  )
  await loader.query('delete from staged_person s using person p where p.id = s.id')
  await loader.query(
    `insert into import_row (import, n, row, change, target, before)
     select $4, s.row, s.row, case when p.unit is distinct from s.unit then 'moved' else 'changed' end, p.id, person_image(p.id)
     from staged_person s join person p on code_key(p.ref) = code_key(s.ref) where ${differs}`,
    [columns.office, columns.phone, columns.start, importId],
  )
  await loader.query(
    `update person p set name = s.name, unit = s.unit, office = case when $1 then s.office else p.office end,
      phone = case when $2 then s.phone else p.phone end, started_on = case when $3 then s.started_on else p.started_on end,
      unit_since = case when p.unit is distinct from s.unit then now() else p.unit_since end
     from staged_person s where code_key(p.ref) = code_key(s.ref) and ${differs}`,
    [columns.office, columns.phone, columns.start],
  )
  await loader.query('update import_row set after = person_image(target) where import = $1 and after is null', [
    importId,
  ])
}

const differs = `(p.name, p.unit, p.office, p.phone, p.started_on) is distinct from (s.name, s.unit, case when $1 then s.office else p.office end,
        case when $2 then s.phone else p.phone end, case when $3 then s.started_on else p.started_on end)`

/** What is still staged of people are those who were there already: their accounts are theirs under the id that they have. */
async function offer(loader: Copier, importId: string, offers: readonly Offered[]): Promise<void> {
  const rows = offers.map(({ id, draft, person, typed, address }) =>
    copyRow(id, draft, person, typed, address ? JSON.stringify(address) : null),
  )
  await loader.copy('staged_account', rows.join(''))
  await loader.query(
    `update staged_account a set person = p.id from staged_person s join person p on code_key(p.ref) = code_key(s.ref) where s.id = a.person`,
  )
  await loader.query(`select offer_accounts($1, jsonb_agg(to_jsonb(a) order by id)) from staged_account a`, [importId])
}
