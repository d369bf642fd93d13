import type { Copier } from '../../db/index.ts'
import type { Block, Offered } from './block.ts'
import { copyRow } from './copy-rows.ts'
import { leaveBlock } from './leave-block.ts'

/** Which columns the file has: a column that it does not have leaves what is there. */
export type Columns = { readonly office: boolean; readonly phone: boolean; readonly start: boolean }

/** Makes a block ready as the database takes it, while the one before is still written there; what it gives back writes it. */
export type Lay = (block: Block, columns: Columns) => () => Promise<void>

/** Lays the people of each block into a temporary table, which only this session reads and nothing logs, and takes them into the register
 *  from there; its accounts go in as they come. Whole or not at all, as the loader, under the row security, the keys and the triggers that
 *  hold for everybody. */
export async function intoFull(loader: Copier, importId: string): Promise<Lay> {
  await loader.query(
    `create temp table staged_person (id uuid, ref text, name text, office text, unit uuid, phone text, started_on date, row int, there uuid) on commit delete rows`,
  )
  // What a block brought, and that it was written, is lost or kept together: so no block waits for the disk. The end of the import does.
  await loader.query("select set_config('synchronous_commit', 'off', false), set_config('work_mem', '64MB', false)")
  let n =
    (
      await loader.query<{ n: number }>('select coalesce(max(n), 0) as n from import_block where import = $1', [
        importId,
      ])
    )[0]?.n ?? 0
  return function lay({ people, offers, lines, span }, columns) {
    const rows = stagedRows(people)
    const accounts = arraysOf(offers)
    const write = async (number: number, howEntered: Enter) => {
      await loader.transaction(async () => {
        await holdStill(loader)
        if (span) await leaveBlock(loader, importId, number, lines, span)
        if (people.length > 0) await takeIn(loader, importId, rows, columns, howEntered)
        if (people.length > 0 && offers.length > 0) accounts.persons = await standing(loader, offers)
        if (offers.length > 0) await offer(loader, importId, accounts)
        const going = "update import set written = written + $2 where id = $1 and state = 'writing' returning id"
        if ((await loader.query(going, [importId, lines])).length === 0)
          throw new Error('the import was taken back meanwhile')
      })
    }
    return async () => {
      const number = span ? ++n : n
      try {
        await write(number, enter)
      } catch (error) {
        const { code, table } = error as { code?: string; table?: string }
        if (code !== '23505' || table !== 'person') throw error
        await write(number, enterOrLeave) // somebody was entered by another hand at that moment
      }
      // From here this block is in the register, and stays so whatever becomes of the next.
    }
  }
}

/** Imports write their blocks in turn, and no unit is closed, moved or merged while one is written. */
export async function holdStill(copier: Copier): Promise<void> {
  await copier.query(
    "select pg_advisory_xact_lock(hashtextextended('import', 0)), pg_advisory_xact_lock_shared(hashtextextended('tree', 0))",
  )
}

const stagedRows = (people: Block['people']) =>
  people
    .map(({ id, unit, line: { row, ref, name, office, phone, start } }) =>
      copyRow(id, ref, name, office ?? null, unit, phone ?? null, start ?? null, String(row)),
    )
    .join('')

/** How those whom nobody has met yet come in, and who is then there already. The look for them, by index, costs a tenth of what it costs to
 *  let each row ask; but somebody entered between the look and the writing fails the block, which is then written in the other way. */
type Enter = (loader: Copier) => Promise<void>

const columnsOfPerson = 'id, ref, name, office, unit, phone, started_on'
const lookFor = `with found as materialized (select s.id, (select p.id from person p where code_key(p.ref) = code_key(s.ref) limit 1) as there from staged_person s)
  update staged_person s set there = found.there from found where found.id = s.id and found.there is not null`

const enter: Enter = async (loader) => {
  await loader.query(lookFor)
  await loader.query(
    `insert into person (${columnsOfPerson}) select ${columnsOfPerson} from staged_person where there is null`,
  )
}

const enterOrLeave: Enter = async (loader) => {
  await loader.query(
    `insert into person (${columnsOfPerson}) select ${columnsOfPerson} from staged_person
     on conflict (code_key(ref)) where ref is not null do nothing`,
  )
  await loader.query(lookFor)
}

async function takeIn(
  loader: Copier,
  importId: string,
  rows: string,
  columns: Columns,
  howEntered: Enter,
): Promise<void> {
  await loader.copy('staged_person (id, ref, name, office, unit, phone, started_on, row)', rows)
  const closed = await loader.query(
    `with closed as materialized (select id, code from unit where closed_at is not null)
     select code from closed where id in (select unit from staged_person) limit 1`,
  )
  if (closed.length > 0) throw new Error(`unit ${closed[0]?.code} has been closed meanwhile: begin again`)
  await howEntered(loader)
  const [somebody] = await loader.query('select from staged_person where there is not null limit 1')
  if (somebody === undefined) return
  await loader.query(
    `insert into import_row (import, n, row, change, target, before)
     select $4, s.row, s.row, case when p.unit is distinct from s.unit then 'moved' else 'changed' end, p.id, person_image(p.id)
     from staged_person s join person p on p.id = s.there where ${differs}`,
    [columns.office, columns.phone, columns.start, importId],
  )
  await loader.query(
    `update person p set name = s.name, unit = s.unit, office = case when $1 then s.office else p.office end,
      phone = case when $2 then s.phone else p.phone end, started_on = case when $3 then s.started_on else p.started_on end,
      unit_since = case when p.unit is distinct from s.unit then now() else p.unit_since end
     from staged_person s where p.id = s.there and ${differs}`,
    [columns.office, columns.phone, columns.start],
  )
  await loader.query('update import_row set after = person_image(target) where import = $1 and after is null', [
    importId,
  ])
}

const differs = `(p.name, p.unit, p.office, p.phone, p.started_on) is distinct from (s.name, s.unit, case when $1 then s.office else p.office end,
        case when $2 then s.phone else p.phone end, case when $3 then s.started_on else p.started_on end)`

/** As arrays of the database: a row of JSON for each would take it longer than to write them. */
const arraysOf = (offers: readonly Offered[]) => ({
  ids: arrayOf(offers.map(({ id }) => id)),
  drafts: arrayOf(offers.map(({ draft }) => draft)),
  persons: arrayOf(offers.map(({ person }) => person)),
  typed: arrayOf(offers.map(({ typed }) => typed)),
  addresses: arrayOf(offers.map(({ address }) => (address ? JSON.stringify(address) : null))),
})

const arrayOf = (texts: readonly (string | null)[]) =>
  `{${texts.map((text) => (text === null ? 'NULL' : `"${special.test(text) ? text.replace(/["\\]/g, '\\$&') : text}"`)).join()}}`
const special = /["\\]/

/** The accounts of those who were there already are theirs under the id that they have. */
async function standing(loader: Copier, offers: readonly Offered[]): Promise<string> {
  const rows = await loader.query<{ staged: string; id: string }>(
    'select id as staged, there as id from staged_person where there is not null and there <> id',
  )
  const idOf = new Map(rows.map(({ staged, id }) => [staged, id]))
  return arrayOf(offers.map(({ person }) => idOf.get(person) ?? person))
}

async function offer(
  loader: Copier,
  importId: string,
  { ids, drafts, persons, typed, addresses }: ReturnType<typeof arraysOf>,
): Promise<void> {
  await loader.query('select offer_accounts($1, $2, $3, $4, $5, $6)', [
    importId,
    ids,
    drafts,
    persons,
    typed,
    addresses,
  ])
}
