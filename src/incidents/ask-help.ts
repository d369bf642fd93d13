import type { z } from 'zod'
import { recognise } from '../addresses/index.ts'
import { hashOf, newSecret } from '../db/index.ts'
import type { FieldError } from '../web/components/index.ts'
import { json, type Reply, refuse, type Visit } from '../web/index.ts'
import type { Given } from './given.ts'
import { helpDonePage, helpPage } from './pages/help-page.tsx'
import { type Matter, matters } from './rules.ts'
import type { helpBody, helpForm } from './shapes.ts'
import { askHelp } from './store.ts'
import { words } from './words.ts'

/** How often a minute one place may ask. */
export const mostAsked = 5

export const showHelp = ({ lang }: Visit): Reply => helpPage({ address: '', matter: '', lang })

/** One row, whatever is asked for, and one answer: neither what is said nor how long it takes tells whether anybody declared it. */
const keep = ({ db }: Given, canonical: string, matter: Matter) =>
  db.showing(hashOf(newSecret()), (tx) => askHelp(tx, canonical, matter))

export async function help(given: Given, visit: Visit<never, z.infer<typeof helpForm>> | Visit): Promise<Reply> {
  const { lang } = visit
  const body = visit.body as z.infer<typeof helpForm>
  const w = words[lang]
  const { address } = recognise(body.address)
  const matter = matters.find((known) => known === body.matter)
  const errors: FieldError[] = [
    ...(address ? [] : [{ field: 'address', message: w.unreadable }]),
    ...(matter ? [] : [{ field: 'matter', message: w.chooseAMatter }]),
  ]
  if (!address || !matter) return helpPage({ address: body.address, matter: body.matter, errors, lang })
  await keep(given, address.canonical, matter)
  return helpDonePage(lang)
}

export async function helpByApi(given: Given, visit: Visit): Promise<Reply> {
  const body = visit.body as z.infer<typeof helpBody>
  const { address, error } = recognise(body.address)
  if (error) return refuse(error)
  await keep(given, address.canonical, body.matter)
  return json({ received: true }, 202)
}
