import { z } from 'zod'
import type { Database } from '../db/index.ts'
import { type Actor, anyone } from '../permissions/index.ts'
import { type At, deviceName, go, page, type Route, type Visit } from '../web/index.ts'
import { CodePage, type CodePageProps } from './code-page.tsx'
import { signInByCode, signOut } from './sessions.ts'
import { safeThen } from './then.ts'
import { words } from './words.ts'

const form = z.object({ code: z.string().max(100).default('') })

/** Sign in without JavaScript. */
export function codeRoutes(at: At, db: Database): readonly Route[] {
  const enter = async (visit: Visit<Actor, z.infer<typeof form>>) => {
    const { code } = visit.body
    const w = words[visit.lang]
    const again = (message: string) => codePage(visit, { typed: code, errors: [{ field: 'code', message }] })
    if (code.trim() === '') return again(w.codeMissing)
    const answered = await evenly(signInByCode(db, code, { device: deviceName(visit.header('user-agent')) }))
    if (answered.kind === 'not_accepted') return again(w.codeNotAccepted)
    if (visit.cookie) await signOut(db, visit.cookie)
    return go(safeThen(visit.query.get('then')), { set: answered.secret })
  }
  return [
    at.get('/sign-in/code', anyone, (visit) => codePage(visit)),
    at.post('/sign-in/code', anyone, enter, { body: form, limit: 10 }),
  ]
}

type Seen = Pick<Visit, 'lang' | 'query'>

function codePage({ lang, query }: Seen, options: Pick<CodePageProps, 'typed' | 'errors'> = {}) {
  return page(words[lang].codeTitle, <CodePage lang={lang} then={query.get('then')} {...options} />, {
    back: { href: '/sign-in' },
    ...(options.errors ? { status: 422, error: true } : {}),
  })
}

/** However it comes out, the answer takes the same time: what was wrong with a code is not told by the clock. */
export async function evenly<T>(work: Promise<T>): Promise<T> {
  const [done] = await Promise.all([work, new Promise((wake) => setTimeout(wake, 250))])
  return done
}
