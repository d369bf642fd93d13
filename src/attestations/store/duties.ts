import { sql } from 'kysely'
import { type Tx, today } from '../../db/index.ts'
import type { Away, Duty, Moved } from '../rules.ts'

// as the reminder, which is told whom to ask and when: no name, no page

type Claimed = {
  person: string
  joined_at: Date | null
  moved_at: Date | null
  opens_on: string | null
  due_on: string | null
  answered: boolean
  attested_at: Date | null
  said: 'accounts' | 'none' | null
  reachable: boolean
  months: number | null
  month: number | null
  spread_days: number | null
  began_at: Date | null
  away: Away[] | null
}

/** Whose turn it is today, held until the transaction ends. */
export async function claimDuties(tx: Tx, day: string, most: number, timeZone: string): Promise<readonly Duty[]> {
  const { rows } = await sql<Claimed>`
    select person, joined_at, moved_at, opens_on::text, due_on::text, answered, attested_at, said, reachable, months, month, spread_days,
      began_at, away from attestation_claim(${day}::date, ${most})`.execute(tx)
  const dayOf = (at: Date | null) => (at === null ? undefined : today(timeZone, at))
  return rows.map((row) => ({
    person: row.person,
    joinedOn: dayOf(row.joined_at),
    movedOn: dayOf(row.moved_at),
    opensOn: row.opens_on ?? undefined,
    dueOn: row.due_on ?? undefined,
    answered: row.answered,
    attestedOn: dayOf(row.attested_at),
    said: row.said ?? undefined,
    reachable: row.reachable,
    cycle:
      row.months && row.month && row.spread_days
        ? { months: row.months, month: row.month, spreadDays: row.spread_days }
        : undefined,
    cycleSince: dayOf(row.began_at),
    away: row.away ?? [],
  }))
}

/** Writes what the rules made of them, and tells each what there is to tell. */
export async function moveDuties(tx: Tx, moved: readonly Moved[]): Promise<void> {
  const rows = moved.map(({ person, opensOn, dueOn, answered, state, late, proofsSince, nextOn, tell }) => ({
    ...{ person, answered, state, late, tell },
    ...{ opens_on: opensOn, due_on: dueOn, proofs_since: proofsSince, next_on: nextOn },
  }))
  await sql`select attestation_move(${JSON.stringify(rows)}::jsonb)`.execute(tx)
}

/** Takes up to so many of those who came with a list; gives the last, or nothing at the end. */
export async function enterSome(tx: Tx, after: string, most: number): Promise<string | undefined> {
  const { rows } = await sql<{ last: string | null }>`select attestation_enter(${after}, ${most}) as last`.execute(tx)
  return rows[0]?.last ?? undefined
}

/** Takes back up to so many dates that a changed cycle moves; gives the last person looked at, or nothing at the end. */
export async function replanSome(tx: Tx, after: string, day: string, most: number): Promise<string | undefined> {
  const { rows } = await sql<{ last: string | null }>`
    select attestation_replan(${after}, ${day}::date, ${most}) as last`.execute(tx)
  return rows[0]?.last ?? undefined
}

export async function someAreAsked(tx: Tx): Promise<boolean> {
  const { rows } = await sql<{ yes: boolean }>`select attestation_asks() as yes`.execute(tx)
  return rows[0]?.yes === true
}

export async function tellOfficers(tx: Tx, week: string): Promise<void> {
  await sql`select attestation_digest(${week}::date)`.execute(tx)
}

// as the checker

export type Lapsing = { readonly person: string; readonly proof: string | null }

export async function lapsing(tx: Tx, most: number): Promise<readonly Lapsing[]> {
  const { rows } = await sql<Lapsing>`select person, proof from proofs_lapsing(${most})`.execute(tx)
  return rows
}
