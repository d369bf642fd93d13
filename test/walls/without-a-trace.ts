import type { Database, Tx } from '../../src/db/index.ts'
import type { TestDatabase } from '../support/database.ts'

class Done {
  readonly value: unknown
  constructor(value: unknown) {
    this.value = value
  }
}

export type Traceless = TestDatabase & {
  /** From here on every transaction is really done, and then taken back: a hundred thousand acts leave the world as it was. */
  begin(): void
  /** How many statements were sent for a person, or for who shows a secret, since this was last asked. */
  statements(): number
}

/** The same database, whose acts can be made to leave nothing behind. */
export function withoutATrace(db: TestDatabase): Traceless {
  let begun = false
  let sent = 0
  const counted = (tx: Tx): Tx =>
    tx.withPlugin({
      transformQuery: ({ node }) => {
        sent++
        return node
      },
      transformResult: async ({ result }) => result,
    }) as Tx
  async function takenBack<T>(run: (end: (value: T) => T) => Promise<T>): Promise<T> {
    if (!begun) return run((value) => value)
    try {
      return await run((value) => {
        throw new Done(value)
      })
    } catch (end) {
      if (end instanceof Done) return end.value as T
      throw end
    }
  }
  const acts: Pick<Database, 'as' | 'showing' | 'under'> = {
    as: (actor, act) => takenBack((end) => db.as(actor, async (tx) => end(await act(counted(tx))))),
    showing: (secret, act) =>
      takenBack((end) => db.showing(secret, async (tx, enter) => end(await act(counted(tx), enter)))),
    under: (role, act) => takenBack((end) => db.under(role, async (tx) => end(await act(tx)))),
  }
  return Object.defineProperties(
    {},
    {
      ...Object.getOwnPropertyDescriptors(db),
      ...Object.getOwnPropertyDescriptors({
        ...acts,
        begin: () => {
          begun = true
        },
        statements: () => {
          const n = sent
          sent = 0
          return n
        },
      }),
    },
  ) as Traceless
}
