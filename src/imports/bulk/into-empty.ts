import type { Copier } from '../../db/index.ts'
import type { Block, Offered } from './block.ts'
import { copyRow } from './copy-rows.ts'
import type { BulkKind } from './judge.ts'
import { leaveBlock } from './leave-block.ts'
import { type Lifted, lift, restore } from './lift.ts'

const tables: Record<BulkKind, readonly string[]> = {
  people: ['person', 'membership', 'roll', 'import', 'import_block', 'offered_account', 'draft'],
  accounts: ['import', 'import_block', 'offered_account', 'draft'],
}

/** Is there anything yet that such a file could meet? Asked from outside: by numbers of people, and by whether a table ever held a row. */
export async function isEmpty(copier: Copier, kind: BulkKind): Promise<boolean> {
  const some =
    kind === 'people'
      ? 'exists (select from person where ref is not null)'
      : "pg_relation_size('offered_account') + pg_relation_size('draft') + pg_relation_size('declaration') > 0"
  return (await copier.query<{ some: boolean }>(`select ${some} as some`))[0]?.some === false
}

/** Lays blocks into tables without indexes and keys. The triggers of `person` run once a block, and so does everything they keep. */
export async function intoEmpty(owner: Copier, kind: BulkKind, importId: string) {
  const lifted: Lifted = await lift(owner, tables[kind])
  if (!(await isEmpty(owner, kind))) throw new Error('somebody has filled the register meanwhile: begin again')
  let n = 0
  return {
    lay({ people, offers, lines, span }: Block): () => Promise<void> {
      const entered = people
        .map(({ id, unit, line: { ref, name, office, phone, start } }) =>
          copyRow(id, ref, name, office ?? null, unit, phone ?? null, start ?? null),
        )
        .join('')
      const accounts = offers.map(offered(importId)).join('')
      const drafts = offers.map(drafted).reverse().join('')
      return async () => {
        if (span) await leaveBlock(owner, importId, ++n, lines, span)
        if (entered !== '') await owner.copy('person (id, ref, name, office, unit, phone, started_on)', entered)
        if (accounts === '') return
        await owner.copy('offered_account (id, import, person, typed, canonical)', accounts)
        await owner.copy('draft (id, person, typed, address)', drafts)
      }
    },
    async end(told: (step: string) => void): Promise<void> {
      await forgetRepeats(owner, importId, 'typed')
      await owner.query('savepoint loaded')
      try {
        await restore(owner, lifted, told)
      } catch (error) {
        if ((error as { constraint?: string }).constraint !== 'offered_once') throw error
        await owner.query('rollback to savepoint loaded')
        told('accounts that the file has twice')
        await forgetRepeats(owner, importId, 'canonical')
        await restore(owner, lifted, told)
      }
      for (const table of tables[kind]) await owner.query(`analyze ${table}`)
    },
  }
}

const offered =
  (importId: string) =>
  ({ id, person, typed, address }: Offered) =>
    copyRow(id, importId, person, typed, address?.canonical ?? null)

const drafted = ({ draft, person, typed, address }: Offered) =>
  address ? copyRow(draft, person, typed, JSON.stringify(address)) : ''

/** An account is offered once to a person, as the file has it first. Looked for among those that no index tells apart, and among the
 *  others only when their index has found some: to sort millions takes longer than to index them. */
async function forgetRepeats(owner: Copier, importId: string, by: 'typed' | 'canonical'): Promise<void> {
  const among = by === 'typed' ? 'canonical is null' : 'canonical is not null'
  await owner.query(
    `create temp table twice on commit drop as select person, ${by} as once, (array_agg(id order by id))[1] as first, null::text as typed
     from offered_account where import = $1 and ${among} group by person, ${by} having count(*) > 1`,
    [importId],
  )
  await owner.query('update twice set typed = o.typed from offered_account o where o.id = twice.first')
  await owner.query(
    `delete from offered_account o using twice where o.import = $1 and o.person = twice.person and o.${by} = twice.once and o.${among} and o.id <> twice.first`,
    [importId],
  )
  if (by === 'canonical')
    await owner.query(
      `delete from draft d using (
        select d.id, row_number() over (partition by d.person, twice.once order by d.typed <> twice.typed, d.id desc) as n
        from draft d join twice on twice.person = d.person and twice.once = d.address ->> 'canonical'
      ) counted where counted.id = d.id and counted.n > 1`,
    )
  await owner.query('drop table twice')
}
