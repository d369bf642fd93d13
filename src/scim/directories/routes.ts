import type { z } from 'zod'
import { type Database, isId, newId } from '../../db/index.ts'
import { administratorAtBrowser, anyAdministrator, type Somebody } from '../../permissions/index.ts'
import { go, json, type Lang, type Reply, refuse, replyOnce, room, type Visit } from '../../web/index.ts'
import { createScimToken, revokeScimToken, scimTokens } from '../tokens.ts'
import { answers } from './answers.ts'
import { notices } from './notices.ts'
import { directoriesPage, directoryMadePage, lives, nav, newDirectoryPage, type Typed } from './pages.tsx'
import { madeShape, revokedShape, tokenBody, tokenForm, tokensShape, viewOf } from './shapes.ts'
import { words } from './words.ts'

export type Given = { readonly db: Database; readonly url: string }
type Mine<B = undefined> = Visit<Somebody, B>

/** Tokens of directories: made by who administers the unit, at the browser and lately verified, because each is a way in; listed and
 *  taken back by any administrator over it. */
export function routesOf(given: Given) {
  return room(
    'scim',
    (at) => [
      at.get(nav, anyAdministrator, ({ actor, lang }) => show(given, actor, lang)),
      at.get(`${nav}/new`, administratorAtBrowser, ({ lang }) => newDirectoryPage(empty(), lang)),
      at.post(`${nav}/new`, administratorAtBrowser, (visit) => make(given, visit), {
        body: tokenForm,
        fresh: true,
        limit: 30,
      }),
      at.post(`${nav}/:id/revoke`, 'directories.end', (visit) => end(given, visit)),
      at.get(`/v1${nav}`, anyAdministrator, ({ actor }) => list(given, actor), {
        about: {
          summary: 'Tokens of directories (SCIM) in what I administer',
          answers: { 200: { description: 'Newest first', schema: tokensShape } },
        },
      }),
      at.post(`/v1${nav}`, administratorAtBrowser, (visit) => postToken(given, visit), {
        body: tokenBody,
        fresh: true,
        limit: 30,
        about: {
          summary: 'Make a token for a directory: by session only, a token makes no other. Takes an Idempotency-Key',
          answers: { 201: { description: 'The token, this once', schema: madeShape } },
        },
      }),
      at.post(`/v1${nav}/:id/revoke`, 'directories.end', (visit) => postEnd(given, visit), {
        about: {
          summary: 'End a token of a directory. Twice is once',
          answers: { 200: { description: 'It opens nothing any more', schema: revokedShape } },
        },
      }),
    ],
    {
      answers,
      notices,
      nav: [{ href: nav, text: { vi: words.vi.title, en: words.en.title }, rule: anyAdministrator, order: 92 }],
    },
  )
}

const empty = (): Typed => ({ id: newId(), name: '', unit: '', life: '365' })
const tokensOf = async ({ db }: Given, actor: Somebody) => (await db.as(actor.id, scimTokens)).tokens

const show = async (given: Given, actor: Somebody, lang: Lang): Promise<Reply> =>
  directoriesPage(await tokensOf(given, actor), lang)

const list = async (given: Given, actor: Somebody): Promise<Reply> =>
  json({ tokens: (await tokensOf(given, actor)).map(viewOf) })

const fieldOf = { name_malformed: 'name', unit_not_found: 'unit', unit_closed: 'unit', days_wrong: 'life' } as const

async function make({ db, url }: Given, { actor, body, lang }: Mine<z.infer<typeof tokenForm>>): Promise<Reply> {
  const w = words[lang]
  const typed = { ...body, id: isId(body.form) ? body.form : newId() }
  const days = lives.find((one) => String(one) === body.life) ?? 0
  const made = await db.as(actor.id, (tx) => createScimToken(tx, { ...typed, days }))
  if (made.kind === 'refused') {
    const said = {
      name_malformed: w.nameMissing,
      unit_not_found: w.unitMissing,
      unit_closed: w.unitClosed,
      days_wrong: w.lifeMissing,
    }
    return newDirectoryPage(typed, lang, [{ field: fieldOf[made.code], message: said[made.code] }])
  }
  return directoryMadePage(made.kind === 'made' ? made.token : undefined, url, lang)
}

async function end({ db }: Given, { actor, params }: Mine): Promise<Reply> {
  const { kind } = await db.as(actor.id, (tx) => revokeScimToken(tx, params.id ?? ''))
  return kind === 'revoked' ? go(nav) : refuse('not_found')
}

const codeOf = { name_malformed: 'directory_name_malformed', days_wrong: 'directory_days_wrong' } as Record<
  string,
  string
>

/** Under an Idempotency-Key what is answered is kept; the token is not: sent again, it says that it was made. */
function postToken({ db }: Given, visit: Mine<z.infer<typeof tokenBody>>): Promise<Reply> {
  return db.as(visit.actor.id, async (tx) => {
    let shown: Reply | undefined
    const kept = await replyOnce(tx, visit as never, async () => {
      const made = await createScimToken(tx, visit.body)
      if (made.kind === 'refused') return refuse(codeOf[made.code] ?? made.code)
      if (made.kind === 'made_before') return refuse('directory_made_before')
      const { id, token, expires_at } = made
      shown = json({ id, token, expires_at: expires_at.toISOString() }, 201)
      return visit.header('idempotency-key') === undefined ? shown : refuse('directory_made_before')
    })
    return shown ?? kept
  })
}

async function postEnd({ db }: Given, { actor, params }: Mine): Promise<Reply> {
  const done = await db.as(actor.id, (tx) => revokeScimToken(tx, params.id ?? ''))
  if (done.kind !== 'revoked') return refuse('not_found')
  return json({ id: done.id, revoked_at: done.revoked_at?.toISOString() })
}
