import type { Database } from '../db/index.ts'
import type { Somebody } from '../permissions/index.ts'
import { fromIn, idIn, type Reply, refuse, type Visit } from '../web/index.ts'
import type { Failed } from './pages/forms.tsx'
import { treePage } from './pages/tree-page.tsx'
import { unitPage } from './pages/unit-page.tsx'
import { mayOrganise } from './store.ts'
import { childrenOf, historyOf, linesAbove, namesAbove, unitById, unitsFound } from './tree.ts'

type Looking = Visit<Somebody, unknown>
const longestSought = 100

/** The roots, or what was searched for. */
export async function showTree(db: Database, { actor, query, lang }: Looking, failed?: Failed): Promise<Reply> {
  const from = fromIn(query)
  if (from === undefined) return refuse('not_found')
  const sought = query.get('q')?.slice(0, longestSought).trim() || undefined
  const shown = await db.as(actor.id, async (tx) => {
    const changes = await mayOrganise(tx, null)
    if (sought === undefined) return { units: await childrenOf(tx, null, from), changes }
    const units = await unitsFound(tx, sought, from)
    return { units, above: await namesAbove(tx, units), changes }
  })
  return treePage({ ...shown, from, sought, failed, lang })
}

/** One unit and what is right below it. */
export async function showUnit(db: Database, visit: Looking, failed?: Failed, id = idIn(visit)): Promise<Reply> {
  const { actor, query, lang } = visit
  const from = fromIn(query)
  if (from === undefined) return refuse('not_found')
  const shown = await db.as(actor.id, async (tx) => {
    const unit = await unitById(tx, id)
    if (!unit) return undefined
    const above = linesAbove(unit.path, await namesAbove(tx, [unit]))
    const history = (await mayOrganise(tx, id)) ? await historyOf(tx, id) : undefined
    return { unit, above, below: await childrenOf(tx, id, from), history }
  })
  return shown ? unitPage({ ...shown, from, failed, lang }) : refuse('not_found')
}
