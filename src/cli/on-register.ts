import { type Database, findGround, openDatabase, prepareGround } from '../db/index.ts'
import type { Asked, Outcome } from './outcome.ts'

/** Runs on the register's database, beside a running server or without one. */
export async function onRegister(
  asked: Asked,
  act: (db: Database, adminUrl: string) => Promise<Outcome>,
): Promise<Outcome> {
  const ground = await findGround(asked.config)
  if (ground.kind === 'refused') return { kind: 'failed', text: ground.message }
  try {
    const prepared = await prepareGround(ground.adminUrl)
    if (prepared.kind === 'refused') return { kind: 'failed', text: prepared.message }
    const db = openDatabase(ground.adminUrl)
    try {
      return await act(db, ground.adminUrl)
    } finally {
      await db.close()
    }
  } finally {
    await ground.release()
  }
}
