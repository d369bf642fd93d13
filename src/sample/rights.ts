import type { Database } from '../db/index.ts'
import { ask } from '../rights/index.ts'
import { home, type Story } from './story/index.ts'

/** Somebody of the ward has asked that their office be put right: it waits for the officer. Asked again it is the same request. */
export async function askInSample(db: Database, { people, duties }: Story): Promise<void> {
  const person = people.find(({ unit, id }) => unit === home && !duties.some((duty) => duty.person === id))?.id
  if (!person) return
  const wish = { kind: 'correction', what: 'office', value: 'Phó trưởng ban công tác mặt trận' } as const
  await db.as(person, (tx) => ask(tx, wish))
}
