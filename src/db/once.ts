import { createHash } from 'node:crypto'
import type { PersonId, Tx } from './database.ts'

type Given = { readonly status: number; readonly body: unknown }

/** Runs `act` at most once for a person's Idempotency-Key, and answers the same again when the request is sent again.
 *  In the transaction of the act: a second request with the key waits for the first, and neither can be half done. */
export async function answerOnce(
  tx: Tx,
  who: PersonId,
  key: string,
  request: unknown,
  act: () => Promise<Given>,
): Promise<Given | { readonly refused: 'key_used_for_another_request' }> {
  const asked = createHash('sha256').update(JSON.stringify(request)).digest()
  const mine = await tx
    .insertInto('answered_once')
    .values({ person: who, key, asked })
    .onConflict((clash) => clash.doNothing())
    .returning('key')
    .executeTakeFirst()
  if (!mine) {
    const before = await tx
      .selectFrom('answered_once')
      .selectAll()
      .where('person', '=', who)
      .where('key', '=', key)
      .executeTakeFirstOrThrow()
    if (!before.asked.equals(asked)) return { refused: 'key_used_for_another_request' }
    return { status: before.status ?? 200, body: before.body }
  }
  const given = await act()
  await tx
    .updateTable('answered_once')
    .set({ status: given.status, body: JSON.stringify(given.body) })
    .where('person', '=', who)
    .where('key', '=', key)
    .execute()
  return given
}
