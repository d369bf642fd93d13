import type { PushSettings } from '../../config.ts'
import type { Database } from '../../db/index.ts'
import type { Kinds } from '../../mail/index.ts'
import type { GuardedClient } from '../../net/index.ts'
import { messageFor } from './message.ts'
import { sendDue } from './send-due.ts'

export type Push = {
  /** By which a browser lets this register, and no other, write to it. */
  readonly key: string
  readonly hosts: readonly string[]
  /** Tells every browser that is due; gives how many were told. */
  sendDue(): Promise<number>
}

type Given = {
  readonly db: Database
  readonly url: string
  readonly organisation: () => string | undefined
  readonly kinds: () => Kinds
  readonly settings: PushSettings | undefined
  readonly client: GuardedClient | undefined
  readonly quietUntil?: () => Date | undefined
}

/** Nothing without keys or without a way out: then nobody is offered it. */
export function pushOf({ db, url, organisation, kinds, settings, client, quietUntil }: Given): Push | undefined {
  if (!settings || !client) return undefined
  const { public_key, private_key, hosts, contact: subject = url } = settings
  const name = () => organisation() ?? new URL(url).hostname
  return {
    key: public_key,
    hosts,
    sendDue: () =>
      sendDue({
        ...{ db, client, hosts, kinds, quietUntil },
        sealed: (sub) => messageFor(sub, sub.lang, { public_key, private_key, subject, organisation: name() }),
      }),
  }
}
