import { sayRecovery } from '../../access-record/index.ts'
import { type Database, hashOf, newSecret, type PersonId } from '../../db/index.ts'
import { agree, give, goodUntil, type Recognised, recoveryOpenOf, recoverySeen, start } from './store.ts'

const notFound = { kind: 'refused', code: 'not_found' } as const

/** The first officer. First the row that the person sees, then, in the same transaction, the step; the database refuses it without. */
export function startRecovery(db: Database, officer: PersonId, subject: PersonId, how: Recognised) {
  return db.as(officer, async (tx) => {
    if (!(await sayRecovery(tx, subject))) return notFound
    const said = await start(tx, subject, how)
    if (said !== 'started') return { kind: 'refused', code: said } as const
    const open = await recoveryOpenOf(tx, subject)
    return open ? ({ kind: 'started', id: open.id } as const) : notFound
  })
}

/** The second officer. From here on the 72 hours run, and the person has been told. */
export function agreeToRecovery(db: Database, officer: PersonId, id: string) {
  return db.as(officer, async (tx) => {
    const seen = await recoverySeen(tx, id)
    if (!seen) return 'not_found'
    if (seen.agrees && !(await sayRecovery(tx, seen.person))) return 'not_found'
    return agree(tx, id)
  })
}

/** After the 72 hours: a link for one use. It is shown once, and only its hash is kept. */
export function giveRecovery(db: Database, officer: PersonId, id: string) {
  return db.as(officer, async (tx) => {
    const seen = await recoverySeen(tx, id)
    if (!seen?.keeps) return notFound
    if (seen.state !== 'ready') return { kind: 'refused', code: 'recovery_not_ready' } as const
    if (!(await sayRecovery(tx, seen.person))) return notFound
    const secret = newSecret()
    const said = await give(tx, id, hashOf(secret))
    if (said !== 'given') return { kind: 'refused', code: said } as const
    return { kind: 'given', secret, name: seen.name, expiresAt: await goodUntil(tx) } as const
  })
}
