import { z } from 'zod'
import type { GuardedClient } from '../../../net/index.ts'
import { textOf } from './html-text.ts'
import { judged, limits, type Read, readJson } from './json.ts'
import { type NotRead, notClaimedBack } from './reader.ts'
import { isActivity } from './webfinger.ts'

export type Actor = { readonly id: string; readonly name: string; readonly texts: readonly string[] }

const kinds: ReadonlySet<string> = new Set(['Person', 'Service', 'Organization', 'Group', 'Application'])
/** JSON-LD writes a list of one as the one. */
const some = <T extends z.ZodType>(one: T) => z.union([z.array(one), one.transform((value) => [value])])

const field = z.object({ type: some(z.string()), name: z.string().catch(''), value: z.string().catch('') })
const document = z.object({
  id: z.url({ protocol: /^https$/ }).max(500),
  type: some(z.string()).refine((types) => types.some((type) => kinds.has(type))),
  preferredUsername: z.string().max(500),
  summary: z.string().nullish(),
  attachment: some(z.unknown()).nullish(),
})

const wants = { ...limits, maxRedirects: 3, accept: 'application/activity+json' }

/** The actor at an address that somebody named. A document counts only at its own id: where it names another, that is asked, once. */
export async function actorAt(client: GuardedClient, url: string, again = true): Promise<Read<Actor>> {
  if (!url.startsWith('https://'))
    return { kind: 'unreachable', reason: 'redirect_downgrade', where: url.slice(0, 300), resolvers: [] }
  const read = readJson(await client.get(url, wants), document, isActivity)
  if (read.kind === 'read' && read.value.id !== url && again) return actorAt(client, read.value.id, false)
  return judged(read, (actor): { kind: 'read'; value: Actor } | NotRead =>
    actor.id === url
      ? { kind: 'read', value: { id: actor.id, name: actor.preferredUsername, texts: textsOf(actor) } }
      : notClaimedBack,
  )
}

/** The description, and the fields beside it: a code may stand in the name or in the text of one. */
function textsOf({ summary, attachment }: z.infer<typeof document>): string[] {
  const fields = (attachment ?? []).flatMap((item) => {
    const read = field.safeParse(item)
    return read.success && read.data.type.includes('PropertyValue') ? [read.data.name, read.data.value] : []
  })
  return [summary ?? '', ...fields].map(textOf)
}
