import { z } from 'zod'
import { type Database, isId, newId } from '../db/index.ts'
import { bySession, type Scope, type Somebody } from '../permissions/index.ts'
import { type At, go, page, type Reply, type Route, refuse, type Visit } from '../web/index.ts'
import { mayAddWayIn } from './store.ts'
import { lives } from './token-lives.ts'
import { NewTokenPage, type NewTokenProps, TokenMadePage } from './token-page.tsx'
import { scopesFor } from './token-scopes.ts'
import { revoke } from './token-store.ts'
import { tokenWords } from './token-words.ts'
import { newToken } from './tokens.ts'
import { words } from './words.ts'

type Mine<B = undefined> = Visit<Somebody, B>
const typed = z.string().max(5000).default('')
const form = z.object({
  name: typed,
  life: typed,
  form: typed,
  scopes: z
    .union([z.string(), z.array(z.string())])
    .default([])
    .transform((given) => [given].flat()),
})
type Form = z.infer<typeof form>
const tidy = (text: string) => text.normalize('NFC').replace(/\s+/g, ' ').trim()
const back = { href: '/me' }

/** Tokens for programs: made, shown once, taken back. At the browser only: a token makes no other. */
export function tokenRoutes(at: At, db: Database): readonly Route[] {
  async function make({ actor, lang, body }: Mine<Form>): Promise<Reply> {
    const offered = scopesFor(actor)
    const wanted = {
      name: tidy(body.name),
      life: body.life,
      scopes: offered.filter((one) => body.scopes.includes(one)),
    }
    const id = isId(body.form) ? body.form : newId()
    const errors = errorsIn(lang, wanted)
    if (errors.length > 0) return asking({ lang, id, offered, ...wanted, errors })
    const made = await db.as(actor.id, async (tx) => {
      if (!(await mayAddWayIn(tx))) return { kind: 'came_weakly' } as const
      return newToken(tx, { person: actor.id, days: Number(body.life), id, name: wanted.name, scopes: wanted.scopes })
    })
    if (made.kind === 'came_weakly') return refuse(made.kind)
    const token = made.kind === 'made' ? made.token : undefined
    return page(words[lang].tokenMade, <TokenMadePage lang={lang} token={token} />, { back, islands: ['copy.js'] })
  }

  async function takeBack({ actor, params }: Mine): Promise<Reply> {
    return (await db.as(actor.id, (tx) => revoke(tx, actor.id, params.id ?? ''))) ? go('/me') : refuse('not_found')
  }

  return [
    at.get('/me/tokens/new', bySession, ({ lang, actor }) =>
      asking({ lang, id: newId(), name: '', life: '', scopes: [], offered: scopesFor(actor) }),
    ),
    at.post('/me/tokens/new', bySession, make, { body: form, limit: 30 }),
    at.post('/me/tokens/:id/revoke', 'me.token', takeBack),
  ]
}

type Wanted = { readonly name: string; readonly life: string; readonly scopes: readonly Scope[] }

function errorsIn(lang: Mine['lang'], { name, life, scopes }: Wanted) {
  const w = words[lang]
  return [
    ...(name === '' ? [{ field: 'name', message: w.nameMissing }] : []),
    ...(name.length > 100 ? [{ field: 'name', message: w.nameTooLong }] : []),
    ...(scopes.length === 0 ? [{ field: 'scopes', message: tokenWords[lang].scopesMissing }] : []),
    ...(lives.some((days) => String(days) === life) ? [] : [{ field: 'life', message: w.tokenLifeMissing }]),
  ]
}

function asking(shown: NewTokenProps): Reply {
  const wrong = shown.errors ? { status: 422, error: true } : {}
  return page(words[shown.lang].newToken, <NewTokenPage {...shown} />, { back, ...wrong })
}
