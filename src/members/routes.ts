import { type Database, isId } from '../db/index.ts'
import { anyOfficer, type Somebody } from '../permissions/index.ts'
import { keptUnits } from '../units/index.ts'
import { refuse, room, type Visit } from '../web/index.ts'
import { listMembers } from './list-members.ts'
import { rollPage, unitsPage } from './pages.tsx'
import { words } from './words.ts'

export function routesOf({ db }: { readonly db: Database }) {
  return room('members', (at) => [at.get('/members', anyOfficer, (visit) => show(db, visit))], {
    nav: [
      {
        href: '/members',
        text: { vi: words.vi.members, en: words.en.members },
        rule: anyOfficer,
        order: 50,
      },
    ],
  })
}

async function show(db: Database, { actor, query, lang }: Visit<Somebody>) {
  const unit = query.get('unit')
  if (unit === null) return unitsPage(await db.as(actor.id, (tx) => keptUnits(tx)), lang)
  const from = Number(query.get('from') ?? 0)
  if (!isId(unit) || !Number.isSafeInteger(from) || from < 0 || from > 10_000_000) return refuse('not_found')
  const listed = await db.as(actor.id, (tx) => listMembers(tx, unit, from, 'web'))
  return listed.kind === 'not_found' ? refuse('not_found') : rollPage({ listed, me: actor.id, lang })
}
