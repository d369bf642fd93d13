import { z } from 'zod'
import { lookerOf } from '../../access-record/index.ts'
import { type Database, hashOf, isId, newSecret, type PersonId } from '../../db/index.ts'
import { type Actor, anyOfficer, anyone, type Somebody } from '../../permissions/index.ts'
import { type At, go, json, type NavEntry, type Reply, type Route, refuse, type Visit } from '../../web/index.ts'
import { evenly } from '../code-routes.tsx'
import { agreeToRecovery, giveRecovery, startRecovery } from './help-recover.ts'
import { givenPage, listPage, nav, onePage, startPage } from './officer-pages.tsx'
import { askPage, notMePage, sentPage } from './pages.tsx'
import { recoveriesShape, recoveryView } from './shapes.ts'
import { askFor, recoveriesSeen, recoverySeen, stop, stopBy, toldOf, waysRecognised } from './store.ts'
import { words } from './words.ts'

const askForm = z.object({ known: z.string().max(5000).default('') })
const startForm = z.object({ recognised: z.string().max(100).default('') })
type Officer<B = undefined> = Visit<Somebody, B>
type Given = { readonly db: Database; readonly url: string; readonly organisation: () => string | undefined }

export const recoveryNav: NavEntry = {
  href: nav,
  text: { vi: words.vi.short, en: words.en.short },
  rule: anyOfficer,
  order: 57,
}

/** Who lost every passkey. At the browser only: a token neither begins, agrees nor gets a link. */
export function recoveryRoutes(at: At, given: Given): readonly Route[] {
  const { db } = given
  return [
    at.get('/recovery', anyone, ({ lang }) => askPage(lang)),
    at.post('/recovery', anyone, (visit) => ask(db, visit), { body: askForm, limit: 5 }),
    at.get('/recovery/sent', anyone, ({ lang }) => sentPage(lang)),
    at.get('/recovery/not-me/:key', anyone, (visit) => notMe(db, visit), { limit: 60 }),
    at.post('/recovery/not-me/:key', anyone, (visit) => stopIt(db, visit), { limit: 30 }),

    at.get('/recoveries', anyOfficer, async ({ actor, lang }) => listPage(await db.as(actor.id, recoveriesSeen), lang)),
    at.get('/v1/recoveries', anyOfficer, (visit) => list(db, visit), {
      about: {
        summary: 'Recoveries that wait for me, as who keeps the person or as the second officer',
        answers: { 200: { description: 'The oldest first', schema: recoveriesShape } },
      },
    }),
    at.get('/recoveries/:id', 'recoveries.read', (visit) => show(db, visit)),
    at.post('/recoveries/:id/agree', 'recoveries.agree', (visit) => agree(db, visit), { fresh: true }),
    at.post('/recoveries/:id/stop', 'recoveries.stop', (visit) => stopAsOfficer(db, visit)),
    at.post('/recoveries/:id/link', 'recoveries.give', (visit) => give(given, visit), { fresh: true }),
    at.get('/recoveries/for/:id', 'recoveries.start', (visit) => startForPerson(db, visit)),
    at.post('/recoveries/for/:id', 'recoveries.start', (visit) => begin(db, visit), { body: startForm, fresh: true }),
  ]
}

/** Page and time are the same whoever was named: nothing is learnt here of who is in the register. */
async function ask(db: Database, { body, lang }: Visit<Actor, z.infer<typeof askForm>>): Promise<Reply> {
  const known = body.known.normalize('NFC').trim()
  if (known === '') return askPage(lang, { typed: '' })
  if (known.length <= 254) await evenly(db.showing(hashOf(newSecret()), (tx) => askFor(tx, known)))
  return go('/recovery/sent')
}

async function notMe(db: Database, { params, lang }: Visit): Promise<Reply> {
  const key = params.key ?? ''
  const told = isId(key) ? await db.showing(hashOf(key), (tx) => toldOf(tx, key)) : undefined
  return told ? notMePage(key, told, lang) : refuse('not_found')
}

async function stopIt(db: Database, { actor, params }: Visit): Promise<Reply> {
  const key = params.key ?? ''
  if (!isId(key)) return refuse('not_found')
  const said =
    actor.kind === 'person'
      ? await db.as(actor.id, (tx) => stopBy(tx, key))
      : await db.showing(hashOf(key), (tx) => stopBy(tx, key))
  // The page says where it stands: stopped, or over before.
  return said === 'not_found' ? refuse(said) : go(`/recovery/not-me/${key}`)
}

const list = async (db: Database, { actor }: Officer): Promise<Reply> =>
  json({ recoveries: (await db.as(actor.id, recoveriesSeen)).map(recoveryView) })

async function show(db: Database, { actor, params, lang }: Officer): Promise<Reply> {
  const one = await db.as(actor.id, (tx) => recoverySeen(tx, params.id as string))
  return one ? onePage(one, lang) : refuse('not_found')
}

async function startForPerson(db: Database, { actor, params, lang }: Officer, wrong = false): Promise<Reply> {
  const looker = await db.as(actor.id, lookerOf)
  return startPage({ subject: params.id as PersonId, looker, lang, wrong })
}

async function begin(db: Database, visit: Officer<z.infer<typeof startForm>>): Promise<Reply> {
  const how = waysRecognised.find((way) => way === visit.body.recognised)
  if (!how) return startForPerson(db, { ...visit, body: undefined }, true)
  const begun = await startRecovery(db, visit.actor.id, visit.params.id as PersonId, how)
  return begun.kind === 'started' ? go(`/recoveries/${begun.id}`) : refuse(begun.code)
}

async function agree(db: Database, { actor, params }: Officer): Promise<Reply> {
  const said = await agreeToRecovery(db, actor.id, params.id as string)
  return said === 'agreed' ? go(`/recoveries/${params.id}`) : refuse(said)
}

async function stopAsOfficer(db: Database, { actor, params }: Officer): Promise<Reply> {
  const said = await db.as(actor.id, (tx) => stop(tx, params.id as string))
  return said === 'stopped' ? go(nav) : refuse(said)
}

async function give({ db, url, organisation }: Given, { actor, params, lang }: Officer): Promise<Reply> {
  const id = params.id as string
  const given = await giveRecovery(db, actor.id, id)
  if (given.kind === 'refused') return refuse(given.code)
  const link = `${url}/invitations/${given.secret}`
  const { name, expiresAt } = given
  return givenPage({ id, link, name, expiresAt, organisation: organisation(), lang })
}
