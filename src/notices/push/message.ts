import { buildPushPayload } from '@block65/webcrypto-web-push'
import type { PushSettings } from '../../config.ts'
import type { Lang } from '../../web/index.ts'
import type { Sub } from './rules.ts'
import { words } from './words.ts'

export type Sealed = { readonly headers: Readonly<Record<string, string>>; readonly bytes: Uint8Array }

/** As long as it is worth saying; after that it stands in the register all the same. */
const aDay = 86_400

/** The same words for every notice and everybody, sealed for one browser (RFC 8291) and signed by this register (RFC 8292). Whoever carries it sees
 *  when, to which browser and from which register, and no word of it; it is as long as any other. Of what waits there, the newest is enough: one topic. */
export async function messageFor(
  sub: Sub,
  lang: Lang,
  from: Pick<PushSettings, 'public_key' | 'private_key'> & { readonly subject: string; readonly organisation: string },
): Promise<Sealed> {
  const { headers, body } = await buildPushPayload(
    {
      data: { title: from.organisation, body: words[lang].said, lang },
      options: { ttl: aDay, urgency: 'normal', topic: 'register' },
    },
    { endpoint: sub.endpoint, expirationTime: null, keys: { p256dh: sub.p256dh, auth: sub.auth } },
    { subject: from.subject, publicKey: from.public_key, privateKey: from.private_key },
  )
  const { 'content-length': _, 'content-type': __, ...rest } = headers // the way out says these itself
  return { headers: rest, bytes: body }
}
