import type { z } from 'zod'
import type { Tx } from '../db/index.ts'
import { go, idIn, type Reply, refuse } from '../web/index.ts'
import { agreeToRole, noteBrokenGlass, turnDownRole } from './decide-role.ts'
import { endRole } from './end-role.ts'
import { calendarOf, type Given, type Member } from './given.ts'
import { grantRole } from './grant-role.ts'
import { newPage } from './pages/new-page.tsx'
import type { endForm, grantForm } from './shapes.ts'
import { showRole } from './showing.ts'
import { whomOf } from './whom.ts'

type Granting = Member<z.infer<typeof grantForm>>
/** An empty field says nothing. */
export const said = (text: string) => (text.trim() === '' ? undefined : text.trim())

export const wantedIn = ({ role, unit, from, to }: z.infer<typeof grantForm>) => ({
  role,
  unit: said(unit),
  from: said(from),
  to: said(to),
})

/** After it was read once more. The same form sent twice grants one role. */
export async function grant(given: Given, visit: Granting): Promise<Reply> {
  const { actor, body, lang } = visit
  const done = await given.db.as(actor.id, async (tx) => {
    const person = await whomOf(tx, body.person)
    if (!person) return { kind: 'refused', code: 'person_not_found' } as const
    return grantRole(tx, { ...wantedIn(body), person, id: idOf(body.id) }, calendarOf(given))
  })
  return done.kind === 'granted' ? go(`/roles/${done.id}`) : newPage({ typed: body, code: done.code, lang })
}
const idOf = (text: string) => (/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text) ? text : undefined)

export const agree = (given: Given, visit: Member) => change(given, visit, (tx, id) => agreeToRole(tx, id))
export const turnDown = (given: Given, visit: Member) => change(given, visit, (tx, id) => turnDownRole(tx, id))
export const end = (given: Given, visit: Member<z.infer<typeof endForm>>) =>
  change(given, visit, (tx, id) => endRole(tx, id, said(visit.body.to), calendarOf(given)), visit.body.to)

export async function note({ db }: Given, visit: Member): Promise<Reply> {
  const done = await db.as(visit.actor.id, (tx) => noteBrokenGlass(tx, idIn(visit)))
  return done.kind === 'noted' ? go('/roles') : refuse('not_found')
}

type Done = { readonly kind: string; readonly id: string } | { readonly kind: 'refused'; readonly code: string }
/** What was asked is so: a button that was pressed twice. */
const soAlready = new Set(['role_over', 'role_decided'])

async function change(
  given: Given,
  visit: Member<unknown>,
  act: (tx: Tx, id: string) => Promise<Done>,
  typed = '',
): Promise<Reply> {
  const id = idIn(visit)
  const done = await given.db.as(visit.actor.id, (tx) => act(tx, id))
  if (!('code' in done) || soAlready.has(done.code)) return go(`/roles/${id}`)
  if (done.code === 'role_not_found') return refuse('not_found')
  return showRole(given, visit, { code: done.code, typed })
}
