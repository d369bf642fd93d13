import { type Database, hashOf, newSecret } from '../db/index.ts'
import { isSetUp, oneAtATime, replaceLink } from './store.ts'

/** Where the first administrator begins: a new link at every start, and nothing once an administrator has a passkey.
 *  Only its hash is kept, so that it stands nowhere but on the console. */
export async function setUpLink(db: Database, url: string): Promise<string | undefined> {
  return db.under('operator', async (tx) => {
    await oneAtATime(tx)
    if (await isSetUp(tx)) return undefined
    const secret = newSecret()
    await replaceLink(tx, hashOf(secret))
    return `${url}/set-up/${secret}`
  })
}

export async function setUpState(db: Database): Promise<'waiting' | 'set_up'> {
  return db.under('operator', async (tx) => ((await isSetUp(tx)) ? 'set_up' : 'waiting'))
}
