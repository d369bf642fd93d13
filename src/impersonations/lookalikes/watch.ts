import type { z } from 'zod'
import { isId } from '../../db/index.ts'
import { inOneGo } from '../../declarations/index.ts'
import { go, json, type Reply, refuse } from '../../web/index.ts'
import type { Given, Member } from '../given.ts'
import { lookalikesPage } from '../pages/lookalikes-page.tsx'
import { type knownBody, type knownForm, lookalikesView, type watchBody, type watchForm } from './shapes.ts'
import { know, mySites, type Settled, watchSite } from './store.ts'

export const here = '/impersonations/lookalikes'

export const showSites = async ({ db }: Given, { actor, lang }: Member): Promise<Reply> =>
  lookalikesPage({ sites: await db.as(actor.id, mySites), lang })

const set = ({ db }: Given, { actor }: Member<unknown>, site: string, on: boolean): Promise<Settled> =>
  isId(site) ? inOneGo(db, actor.id, (tx) => watchSite(tx, site, on)) : Promise.resolve('not_found' as const)
const known = ({ db }: Given, { actor }: Member<unknown>, site: string, name: string): Promise<Settled> =>
  isId(site) ? inOneGo(db, actor.id, (tx) => know(tx, site, name)) : Promise.resolve('not_found' as const)

export async function setWatch(given: Given, visit: Member<z.infer<typeof watchForm>>): Promise<Reply> {
  if (!visit.body.site) return go(here) // a form without its site wishes nothing
  const came = await set(given, visit, visit.body.site, visit.body.watch === 'on')
  return came === 'set' ? go(here) : refuse(came)
}
export async function sayKnown(given: Given, visit: Member<z.infer<typeof knownForm>>): Promise<Reply> {
  if (!visit.body.site) return go(here)
  const came = await known(given, visit, visit.body.site, visit.body.name)
  return came === 'set' ? go(here) : refuse(came)
}

// the same by a program

export const listSites = async ({ db }: Given, { actor }: Member): Promise<Reply> =>
  json(lookalikesView(await db.as(actor.id, mySites)))
const after = async (given: Given, visit: Member<unknown>, came: Settled): Promise<Reply> =>
  came === 'set' ? json(lookalikesView(await given.db.as(visit.actor.id, mySites))) : refuse(came)
export const setWatchByApi = async (given: Given, visit: Member<z.infer<typeof watchBody>>): Promise<Reply> =>
  after(given, visit, await set(given, visit, visit.body.site, visit.body.watch))
export const sayKnownByApi = async (given: Given, visit: Member<z.infer<typeof knownBody>>): Promise<Reply> =>
  after(given, visit, await known(given, visit, visit.body.site, visit.body.name))
