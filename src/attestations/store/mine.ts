import { sql } from 'kysely'
import type { Tx } from '../../db/index.ts'
import { addressFrom } from '../../declarations/index.ts'
import type { Answer, Filed, FiledLine, Line, MyDuty } from '../types.ts'

// as the person who acts

const me = sql<string>`actor()`

export async function myDuty(tx: Tx): Promise<MyDuty | undefined> {
  const row = await tx
    .selectFrom('attestation_duty')
    .select(['state', 'answered', 'attested_at', 'lapsed_at'])
    .select([sql<string | null>`opens_on::text`.as('opens_on'), sql<string | null>`due_on::text`.as('due_on')])
    .where('person', '=', me)
    .executeTakeFirst()
  return (
    row && {
      state: row.state as MyDuty['state'],
      answered: row.answered,
      opensOn: row.opens_on ?? undefined,
      dueOn: row.due_on ?? undefined,
      attestedAt: row.attested_at ?? undefined,
      lapsedAt: row.lapsed_at ?? undefined,
    }
  )
}

const proven = (keep: boolean) =>
  sql<Date | null>`(select max(found_at) from proof where proof.declaration = declaration_now.id and proof.keep = ${keep}
    and proof.state in ('found', 'missed'))`

/** Every page that stands, the newest first, with what has been answered of it so far. */
export async function myLines(tx: Tx, opensOn: string | undefined): Promise<readonly Line[]> {
  const rows = await tx
    .selectFrom('declaration_now')
    .leftJoin('attestation_answer as said', (on) =>
      on.onRef('said.declaration', '=', 'declaration_now.id').on('said.attestation', 'is', null),
    )
    .select(['declaration_now.id', 'platform', 'kind', 'handle', 'uid', 'canonical', 'state', 'level', 'said.answer'])
    .select([proven(true).as('kept_at'), proven(false).as('once_at')])
    .select(sql<boolean>`${proven(false)} < ${opensOn ?? null}::date`.as('before'))
    .where('declaration_now.person', '=', me)
    .where('declaration_now.ended_at', 'is', null)
    .orderBy('declaration_now.id', 'desc')
    .execute()
  return rows.map((row) => ({
    declaration: row.id as string,
    address: addressFrom(row),
    state: row.state as Line['state'],
    level: row.level as Line['level'],
    answer: (row.answer ?? undefined) as Answer | undefined,
    lapses: row.kept_at === null && row.once_at !== null && row.before ? row.once_at : undefined,
  }))
}

export async function keepAnswer(tx: Tx, declaration: string, answer: Answer): Promise<void> {
  await sql`
    insert into attestation_answer (declaration, answer) values (${declaration}, ${answer})
    on conflict (declaration) where attestation is null do update set answer = excluded.answer, answered_at = now()
      where attestation_answer.answer <> excluded.answer`.execute(tx)
}

type Outcome = { outcome: 'attested' | 'again' | 'attestation_not_open' | 'answers_missing'; filed: string | null }

export async function attestIn(tx: Tx, id: string, code: string, day: string, channel: string): Promise<Outcome> {
  const { rows } = await sql<Outcome>`
    select outcome, filed from attest(${id}, ${code}, ${day}::date, ${channel})`.execute(tx)
  return rows[0] as Outcome
}

const filed = (tx: Tx) =>
  tx
    .selectFrom('attestation')
    .select(['id', 'code', 'said', 'pages', 'channel', 'made_at', sql<string>`due_on::text`.as('due_on')])
    .where('person', '=', me)
    .orderBy('made_at', 'desc')

type Row = Awaited<ReturnType<ReturnType<typeof filed>['executeTakeFirstOrThrow']>>
const filedFrom = ({ due_on, made_at, said, ...row }: Row): Filed => ({
  ...row,
  said: said as Filed['said'],
  dueOn: due_on,
  madeAt: made_at,
})

const mostShown = 20

export const myAttestations = async (tx: Tx): Promise<readonly Filed[]> =>
  (await filed(tx).limit(mostShown).execute()).map(filedFrom)

export async function myAttestation(tx: Tx, id: string): Promise<Filed | undefined> {
  const row = await filed(tx).where('id', '=', id).executeTakeFirst()
  return row && filedFrom(row)
}

/** What was answered with one attestation, in the order of filing. */
export async function filedLines(tx: Tx, attestation: string): Promise<readonly FiledLine[]> {
  const rows = await tx
    .selectFrom('attestation_answer as said')
    .innerJoin('declaration as d', 'd.id', 'said.declaration')
    .select(['d.id', 'd.platform', 'd.kind', 'd.handle', 'd.uid', 'd.canonical', 'said.answer'])
    .where('said.attestation', '=', attestation)
    .where('said.person', '=', me)
    .orderBy('d.id')
    .execute()
  return rows.map((row) => ({ declaration: row.id, address: addressFrom(row), answer: row.answer as Answer }))
}
