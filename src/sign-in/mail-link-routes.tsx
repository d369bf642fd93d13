import { z } from 'zod'
import type { Database } from '../db/index.ts'
import { type Actor, anyone } from '../permissions/index.ts'
import { type At, deviceName, go, page, type Reply, type Route, refuse, type Visit } from '../web/index.ts'
import { linkIsGood, type MailLinks, mailLink, signInByLink } from './mail-link.ts'
import { LinkPage, MailPage, MailSentPage } from './mail-link-pages.tsx'
import { signOut } from './sessions.ts'
import { safeThen } from './then.ts'
import { words } from './words.ts'

const form = z.object({ address: z.string().max(5000).default('') })
const back = { href: '/sign-in' }
const noStore = { 'cache-control': 'no-store' }

/** Signing in by a link for one use, to the address that a person has confirmed: without JavaScript, and without a passkey at hand. Where no mail goes out, there is no such page. */
export function mailLinkRoutes(at: At, db: Database, mail: MailLinks | undefined, url: string): readonly Route[] {
  function ask({ lang, query, body }: Visit<Actor, z.infer<typeof form>>): Reply {
    if (!mail?.goesOut) return refuse('not_found')
    const address = body.address.normalize('NFC').trim()
    const shaped = address.length <= 254 && /^[^\s@]+@[^\s@]+$/.test(address)
    if (!shaped) return asking({ lang, query }, address.slice(0, 254))
    mailLink(db, mail, url, address)
    return go('/sign-in/mail/sent')
  }

  /** Shows and changes nothing. */
  async function show({ lang, params }: Visit): Promise<Reply> {
    const secret = params.secret ?? ''
    if (!(await linkIsGood(db, secret))) return refuse('sign_in_link_dead')
    return page(words[lang].signIn, <LinkPage lang={lang} secret={secret} />, { headers: noStore })
  }

  async function enter({ params, cookie, header }: Visit): Promise<Reply> {
    const signed = await signInByLink(db, params.secret ?? '', deviceName(header('user-agent')))
    if (signed.kind === 'not_accepted') return refuse('sign_in_link_dead')
    if (cookie) await signOut(db, cookie)
    return go(safeThen(null), { set: signed.secret })
  }

  return [
    at.get('/sign-in/mail', anyone, (visit) => (mail?.goesOut ? asking(visit) : refuse('not_found'))),
    at.post('/sign-in/mail', anyone, ask, { body: form, limit: 5 }),
    at.get('/sign-in/mail/sent', anyone, ({ lang }) =>
      page(words[lang].mailSent, <MailSentPage lang={lang} />, { back }),
    ),
    at.get('/sign-in/link/:secret', anyone, show, { limit: 60 }),
    at.post('/sign-in/link/:secret', anyone, enter, { limit: 30 }),
  ]
}

function asking({ lang, query }: Pick<Visit, 'lang' | 'query'>, wrong?: string): Reply {
  const w = words[lang]
  const errors = wrong === undefined ? {} : { typed: wrong, errors: [{ field: 'address', message: w.mailMissing }] }
  const content = <MailPage lang={lang} then={query.get('then')} {...errors} />
  return page(w.mailTitle, content, { back, ...(wrong === undefined ? {} : { status: 422, error: true }) })
}
