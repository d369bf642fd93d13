import type { z } from 'zod'
import { newId } from '../db/index.ts'
import { anyAdministrator, anyAuditor, anyOfficer, may } from '../permissions/index.ts'
import { unitByCode } from '../units/index.ts'
import { fromIn, idIn, type Reply, refuse } from '../web/index.ts'
import { listIn, unitsSought } from './api.ts'
import { wantedIn } from './changing.ts'
import { calendarOf, type Given, type Member } from './given.ts'
import { readWanted } from './grant-role.ts'
import { confirmPage } from './pages/confirm-page.tsx'
import { minePage } from './pages/mine-page.tsx'
import { newPage } from './pages/new-page.tsx'
import { type RoleFailed, rolePage } from './pages/role-page.tsx'
import { rolesPage } from './pages/roles-page.tsx'
import type { grantForm } from './shapes.ts'
import {
  brokenGlass,
  handoverAhead,
  handoverOf,
  handoversSeen,
  reachOf,
  roleSeen,
  rolesOfMine,
  rolesSeen,
} from './store.ts'
import { whomOf, whomShown } from './whom.ts'

/** Administrators: who holds what where. Officers: what was handed over to them. Auditors: what one person alone granted. */
export async function showRoles({ db }: Given, { actor, query, lang }: Member): Promise<Reply> {
  const [list, from] = [listIn(query), fromIn(query)]
  if (!list || from === undefined) return refuse('not_found')
  const sought = query.get('unit')?.slice(0, 100).trim() || undefined
  const administers = may(actor, anyAdministrator)
  const shown = await db.as(actor.id, async (tx) => ({
    roles: administers ? await rolesSeen(tx, list, from, await unitsSought(tx, sought)) : undefined,
    alarms: administers || may(actor, anyAuditor) ? await brokenGlass(tx) : [],
    handovers: administers || may(actor, anyOfficer) ? await handoversSeen(tx) : [],
  }))
  return rolesPage({ ...shown, list, from, sought, lang })
}

export const showMine = ({ db }: Given, { actor, lang }: Member): Promise<Reply> =>
  db.as(actor.id, async (tx) => minePage({ roles: await rolesOfMine(tx), lang }))

export function showNew({ query, lang }: Member): Reply {
  const asked = (name: string) => query.get(name)?.slice(0, 100) ?? ''
  return newPage({ typed: { person: asked('person'), role: asked('role'), unit: asked('unit') }, lang })
}

/** What was typed, read, with what it will do. The person named sees that their name was looked up. */
export async function confirm(given: Given, visit: Member<z.infer<typeof grantForm>>): Promise<Reply> {
  const { actor, body, lang } = visit
  const read = await given.db.as(actor.id, async (tx) => {
    const [person, wanted] = [await whomOf(tx, body.person), wantedIn(body)]
    if (!person) return 'person_not_found'
    if (person === actor.id) return 'role_for_oneself'
    const fits = readWanted({ ...wanted, person }, calendarOf(given))
    if (typeof fits === 'string') return fits
    const unit = wanted.unit === undefined ? undefined : await unitByCode(tx, wanted.unit)
    if (unit?.closed_at) return 'unit_closed'
    const reach = unit && (await reachOf(tx, fits.role, unit.id))
    if (wanted.unit !== undefined && !reach?.units) return 'unit_not_found'
    const whom = await whomShown(tx, person, 'web')
    return whom ? { whom, role: fits.role, unit, reach } : 'person_not_found'
  })
  if (typeof read === 'string') return newPage({ typed: body, code: read, lang })
  return confirmPage({ ...read, typed: { ...body, id: newId() }, lang })
}

export async function showRole(given: Given, visit: Member<unknown>, failed?: RoleFailed): Promise<Reply> {
  const { actor, lang } = visit
  const id = idIn(visit)
  const shown = await given.db.as(actor.id, async (tx) => {
    const role = await roleSeen(tx, id)
    if (!role) return undefined
    const reach = role.unit === null ? undefined : await reachOf(tx, role.role, role.unit)
    return { role, reach, handover: await handoverOf(tx, id), ahead: await handoverAhead(tx, id) }
  })
  return shown ? rolePage({ ...shown, me: actor.id, failed, lang }) : refuse('not_found')
}
