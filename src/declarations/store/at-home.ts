import { type SqlBool, sql } from 'kysely'
import type { Tx } from '../../db/index.ts'
import type { MissedProof, OtherAccount, Views } from '../types.ts'
import { me } from './alone.ts'

/** So many at once are enough to mend. */
const mostMissed = 20

/** What one's own line on the roll says of the attestation, while there is something to do. */
export async function attestationToDo(tx: Tx): Promise<{ readonly dueOn: string; readonly late: boolean } | undefined> {
  const row = await tx
    .selectFrom('roll')
    .select(['attestation', sql<string | null>`due_on::text`.as('due_on')])
    .where('person', '=', me)
    .where('attestation', 'in', ['due', 'overdue', 'unreachable'])
    .executeTakeFirst()
  return row?.due_on ? { dueOn: row.due_on, late: row.attestation === 'overdue' } : undefined
}

/** Own kept proofs that re-checks no longer find: until `until` there is time to mend them. The most urgent first. */
export async function missedProofsOf(tx: Tx): Promise<MissedProof[]> {
  const rows = await tx
    .selectFrom('proof')
    .innerJoin('declaration', 'declaration.id', 'proof.declaration')
    .select(['proof.id', 'declaration.canonical', 'proof.grace_until as until'])
    .where('proof.person', '=', me)
    .where('proof.state', '=', 'missed')
    .where('declaration.ended_at', 'is', null)
    .orderBy('proof.grace_until')
    .limit(mostMissed)
    .execute()
  return rows.map(({ until, ...row }) => ({ ...row, until: until ?? undefined }))
}

/** Own pages whose name was found to belong to another account, until that is settled; the newest first. */
export async function otherAccountsOf(tx: Tx): Promise<OtherAccount[]> {
  return tx
    .selectFrom('incident')
    .innerJoin('declaration', 'declaration.id', 'incident.declaration')
    .select(['incident.id', 'incident.declaration', 'declaration.canonical', 'incident.opened_at as since'])
    .where('incident.person', '=', me)
    .where('incident.kind', '=', 'reused_handle')
    .where('incident.closed_at', 'is', null)
    .where('declaration.ended_at', 'is', null)
    .orderBy('incident.opened_at', 'desc')
    .limit(mostMissed)
    .execute()
}

/** How often in the last 30 days somebody looked, at the record or at a list with this person in it, and when last. Row security gives
 *  no other rows; the condition lets an index be used. */
export async function viewsOf(tx: Tx): Promise<Views> {
  const { count, last } = await tx
    .selectFrom('access')
    .select((at) => [at.fn.countAll<string>().as('count'), at.fn.max('at').as('last')])
    .where(
      sql<SqlBool>`(subject = actor() or unit in (select mine.unit from membership mine where mine.person = actor()))`,
    )
    .where('at', '>', sql<Date>`now() - interval '30 days'`)
    .executeTakeFirstOrThrow()
  return { count: Number(count), last: last ?? undefined }
}
