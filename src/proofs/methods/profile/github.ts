import { z } from 'zod'
import { judged } from './json.ts'
import { notClaimedBack, type ProfileReader } from './reader.ts'
import { askService, bearer, isSameName } from './service.ts'

const user = z.object({ id: z.int().positive(), login: z.string(), bio: z.string().nullish() })

/** `GET /users/LOGIN`. The number stays when an account is renamed; whoever takes the freed name has another. */
export const github: ProfileReader = {
  applies: ({ handle }) => handle !== undefined,
  place: ({ handle = '' }, { settings }) =>
    new URL(`/users/${encodeURIComponent(handle)}`, settings.platforms.github.api),
  async read(net, declared, terms) {
    const headers = bearer(terms.settings.platforms.github.token)
    const question = { url: github.place(declared, terms), accept: 'application/vnd.github+json', headers }
    return judged(await askService(net, question, user), ({ id, login, bio }) =>
      isSameName(login, declared.handle ?? '')
        ? { kind: 'profile', uid: String(id), texts: [bio ?? ''] }
        : notClaimedBack,
    )
  },
}
