import { isId } from '../db/index.ts'
import { anyAdministrator, anyOfficer, may } from '../permissions/index.ts'
import { keptUnits } from '../units/index.ts'
import { go, idIn, type Reply, refuse } from '../web/index.ts'
import { answers } from './answers.ts'
import type { Given, Member } from './given.ts'
import { listMembers } from './list-members.ts'
import type { Failed } from './pages/forms.tsx'
import { frontPage } from './pages/front-page.tsx'
import { placePage } from './pages/place-page.tsx'
import { foundPage, rollPage } from './pages/roll-page.tsx'
import { numbered, placeFor } from './place.ts'
import { searchMembers } from './search-members.ts'
import { stateIn } from './shapes.ts'

const longestSought = 100

/** The front page, the roll of one unit, or what was searched for: by words of a name, or, for an administrator, by number. */
export async function showMembers(given: Given, visit: Member): Promise<Reply> {
  const { actor, query, lang } = visit
  const [unit, sought, number] = [query.get('unit'), query.get('q')?.trim(), query.get('number')?.trim()]
  if (unit !== null) return showRoll(given, visit, unit)
  const seen = { me: actor.id, today: given.today(), lang }
  if (sought) {
    if (!may(actor, anyOfficer)) return refuse('not_found')
    const short = sought.slice(0, longestSought)
    const found = await given.db.as(actor.id, (tx) => searchMembers(tx, short, 'web'))
    return foundPage({ found, sought: short, ...seen })
  }
  if (!number) return showFront(given, visit)
  const who = await given.db.as(actor.id, (tx) => numbered(tx, number.slice(0, longestSought)))
  return who ? go(`/members/${who}`) : showFront(given, visit, undefined, number.slice(0, longestSought))
}

export async function showFront(
  { db }: Given,
  { actor, lang }: Member<unknown>,
  failed?: Failed,
  number?: string,
): Promise<Reply> {
  const units = await db.as(actor.id, (tx) => keptUnits(tx))
  const roles = { keeps: may(actor, anyOfficer), administers: may(actor, anyAdministrator) }
  return frontPage({ units, ...roles, number, failed, status: failed && answers[failed.code]?.status, lang })
}

async function showRoll({ db, today }: Given, { actor, query, lang }: Member, unit: string): Promise<Reply> {
  const from = Number(query.get('from') ?? 0)
  if (!isId(unit) || !Number.isSafeInteger(from) || from < 0 || from > 10_000_000) return refuse('not_found')
  const state = stateIn(query)
  const listed = await db.as(actor.id, (tx) => listMembers(tx, unit, from, 'web', state))
  return listed.kind === 'not_found' ? refuse('not_found') : rollPage({ listed, me: actor.id, today: today(), lang })
}

/** Where one person stands. The row that they see is kept before anything is shown. */
export async function showPlace({ db }: Given, visit: Member<unknown>, failed?: Failed): Promise<Reply> {
  const { actor, lang } = visit
  const id = idIn(visit)
  const place = await db.as(actor.id, (tx) => placeFor(tx, actor.id, id, 'web'))
  if (!place) return refuse('not_found')
  return placePage({
    place,
    mine: id === actor.id,
    administers: may(actor, anyAdministrator),
    failed,
    status: failed && (answers[failed.code]?.status ?? 422),
    lang,
  })
}
