import type { Database, PersonId } from '../../db/index.ts'
import { deviceName, type Lang } from '../../web/index.ts'
import type { Push } from './push.ts'
import { areKeys, browserName, checkEndpoint, type Sub } from './rules.ts'
import { keep } from './store.ts'

export type Kept =
  | { readonly kind: 'kept'; readonly id: string }
  | {
      readonly kind:
        | 'push_not_set_up'
        | 'push_address_refused'
        | 'push_host_unknown'
        | 'push_keys_refused'
        | 'too_many_browsers'
    }

/** A browser that its person turned it on in. Nothing is asked of the address now: the way out looks at it again whenever it goes there. */
export async function keepBrowser(
  given: { readonly db: Database; readonly push: Push | undefined },
  who: PersonId,
  sub: Sub,
  from: { readonly userAgent: string | undefined; readonly lang: Lang },
): Promise<Kept> {
  const { db, push } = given
  if (!push) return { kind: 'push_not_set_up' }
  const wrong = checkEndpoint(sub.endpoint, push.hosts)
  if (wrong) return { kind: wrong }
  if (!(await areKeys(sub))) return { kind: 'push_keys_refused' }
  const label = [browserName(from.userAgent), deviceName(from.userAgent)].filter(Boolean).join(', ')
  const id = await db.as(who, (tx) => keep(tx, sub, label, from.lang))
  return id === undefined ? { kind: 'too_many_browsers' } : { kind: 'kept', id }
}
