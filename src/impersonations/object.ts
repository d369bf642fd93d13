import type { z } from 'zod'
import { recognise } from '../addresses/index.ts'
import type { FieldError } from '../web/components/index.ts'
import { go, type Reply, refuse, type Visit } from '../web/index.ts'
import type { Given } from './given.ts'
import { objectPage } from './pages/object-page.tsx'
import { actingFor, codeGiven } from './report.ts'
import { grounds } from './rules.ts'
import type { objectBody, objectForm } from './shapes.ts'
import { keepObjection } from './store.ts'
import { words } from './words.ts'

export const showObjection = ({ query, lang }: Visit): Reply =>
  objectPage({ address: query.get('url') ?? '', ground: '', lang })

/** Whoever runs the page says on which ground the finding is wrong; another reviewer looks again. */
export async function object(given: Given, visit: Visit): Promise<Reply> {
  const { lang } = visit
  const body = visit.body as z.infer<typeof objectForm>
  const { address } = recognise(body.address)
  const ground = grounds.find((known) => known === body.ground)
  const errors: FieldError[] = [
    ...(address ? [] : [{ field: 'address', message: words[lang].addressUnreadable }]),
    ...(ground ? [] : [{ field: 'ground', message: words[lang].chooseOne }]),
  ]
  if (!address || !ground) return objectPage({ ...body, errors, lang })
  const received = await actingFor(given, visit, (tx) => keepObjection(tx, address.canonical, ground))
  return received.code ? go(`/impersonations/reports/${received.code}`) : refuse(received.came)
}

export async function objectByApi(given: Given, visit: Visit): Promise<Reply> {
  const { address: typed, ground } = visit.body as z.infer<typeof objectBody>
  const { address, error } = recognise(typed)
  if (error) return refuse(error)
  return codeGiven(await actingFor(given, visit, (tx) => keepObjection(tx, address.canonical, ground)))
}
