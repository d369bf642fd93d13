import { z } from 'zod'
import type { Declared } from '../method.ts'
import { judged } from './json.ts'
import { noAccount, notClaimedBack, type ProfileReader, unreadable } from './reader.ts'
import { askService, isSameName } from './service.ts'

const channels = z.object({
  items: z
    .array(
      z.object({
        id: z.string().max(100),
        snippet: z.object({ description: z.string(), customUrl: z.string().optional() }),
      }),
    )
    .default([]), // left away where there is none
})

/** The Data API, which answers only with a key of the operator's. The key goes into a header: the question itself is kept.
 *  Of the old `/user/` and `/c/` names it knows nothing certain. */
export const youtube: ProfileReader = {
  applies: (declared, { settings }) => settings.platforms.youtube !== undefined && askFor(declared) !== undefined,
  place(declared, { settings }) {
    const query = new URLSearchParams({ part: 'snippet', ...askFor(declared) })
    return new URL(`/youtube/v3/channels?${query}`, settings.platforms.youtube?.api)
  },
  async read(net, declared, terms) {
    const headers = { 'x-goog-api-key': terms.settings.platforms.youtube?.key ?? '' }
    const read = await askService(net, { url: youtube.place(declared, terms), headers }, channels)
    return judged(read, ({ items: [one, ...more] }) => {
      if (!one) return noAccount
      if (more.length > 0) return unreadable
      if (!isOf(declared, one.id, one.snippet.customUrl)) return notClaimedBack
      return { kind: 'profile', uid: one.id, texts: [one.snippet.description] }
    })
  },
}

function askFor({ uid, handle, canonical }: Declared): { id: string } | { forHandle: string } | undefined {
  if (uid !== undefined) return { id: uid }
  const isHandle = new URL(canonical).pathname.startsWith('/@')
  return isHandle && handle !== undefined ? { forHandle: `@${handle}` } : undefined
}

/** What the channel says of its own handle, where it says anything, must be the handle that was declared; a name without `@` is none. */
function isOf({ uid, handle = '' }: Declared, id: string, customUrl: string | undefined): boolean {
  if (uid !== undefined) return id === uid
  return !customUrl?.startsWith('@') || isSameName(plain(customUrl), `@${handle}`)
}

function plain(customUrl: string): string {
  try {
    return decodeURIComponent(customUrl)
  } catch {
    return customUrl
  }
}
