import { z } from 'zod'
import { judged } from './json.ts'
import { noAccount, type ProfileReader, unreadable } from './reader.ts'
import { askService, bearer, isSameName } from './service.ts'

const some = z.array(z.object({ id: z.int().positive(), username: z.string() }))
const user = z.object({ id: z.int().positive(), username: z.string(), bio: z.string().nullish() })

/** By the name to the number, by the number to the text. Only users have both: a group under the same name is no account to this. */
export const gitlab: ProfileReader = {
  applies: ({ handle }) => handle !== undefined,
  place({ handle = '' }, { settings }) {
    const url = new URL('/api/v4/users', settings.platforms.gitlab.api)
    url.searchParams.set('username', handle)
    return url
  },
  async read(net, declared, terms) {
    const { api, token } = terms.settings.platforms.gitlab
    const named = await askService(net, { url: gitlab.place(declared, terms), headers: bearer(token) }, some)
    if (named.kind !== 'read') return named
    const { where, resolvers, value } = named
    const same = value.filter(({ username }) => isSameName(username, declared.handle ?? ''))
    const [one] = same
    if (!one) return { where, resolvers, ...noAccount }
    if (same.length > 1) return { where, resolvers, ...unreadable }
    const read = await askService(net, { url: new URL(`/api/v4/users/${one.id}`, api), headers: bearer(token) }, user)
    return judged(read, ({ id, username, bio }) =>
      id === one.id && username === one.username
        ? { kind: 'profile', uid: String(id), texts: [bio ?? ''] }
        : unreadable,
    )
  },
}
