import { openRoll } from '../access-record/index.ts'
import { newId } from '../db/index.ts'
import { unitByCode } from '../units/index.ts'
import { fromIn, idIn, type Reply, raw, refuse, stream } from '../web/index.ts'
import { follow } from './follow.ts'
import type { Given, Member } from './given.ts'
import { paceOf } from './jobs.ts'
import { lettersOf } from './letters.ts'
import { campaignPage } from './pages/campaign-page.tsx'
import { figuresPage } from './pages/figures-page.tsx'
import { listPage } from './pages/list-page.tsx'
import { newPage } from './pages/new-page.tsx'
import { peoplePage } from './pages/people-page.tsx'
import { type Turn, turn } from './rules.ts'
import { blank, type Typed } from './shapes.ts'
import {
  type Campaign,
  campaignSeen,
  campaignsSeen,
  figuresOf,
  lettersAtOnce,
  lettersIn,
  partsOf,
  peopleAtOnce,
  peopleIn,
  textsToRead,
  unitsOver,
} from './store.ts'

export const showCampaigns = ({ db }: Given, { actor, lang }: Member): Promise<Reply> =>
  db.as(actor.id, async (tx) => listPage({ campaigns: await campaignsSeen(tx), lang }))

export const showNew = (given: Given, visit: Member): Promise<Reply> =>
  showForm(given, visit, { ...blank, id: newId(), unit: visit.query.get('unit') ?? '' })

export const showForm = ({ db }: Given, visit: Member<unknown>, typed: Typed, code?: string): Promise<Reply> =>
  db.as(visit.actor.id, async (tx) => {
    const units = await unitsOver(tx)
    const unit = typed.unit === '' && !code ? (units[0]?.code ?? '') : typed.unit
    return newPage({ typed: { ...typed, unit }, texts: await textsToRead(tx), code, lang: visit.lang })
  })

/** When the next wave goes, as far as the clock says it. */
function nextOf({ calendar, today }: Given, one: Campaign): Turn | undefined {
  if (one.state !== 'running') return undefined
  const toldToday = one.told_day === today() ? one.told_that_day : 0
  return turn(paceOf(one), { toldToday, wavedAt: one.waved_at ?? undefined }, new Date(), calendar)
}

export const showCampaign = (given: Given, visit: Member<unknown>, code?: string): Promise<Reply> =>
  given.db.as(visit.actor.id, async (tx) => {
    const campaign = await campaignSeen(tx, idIn(visit))
    if (!campaign) return refuse('not_found')
    const parts = await partsOf(tx, campaign.id)
    const cells = await figuresOf(tx, campaign.id, campaign.unit)
    return campaignPage({ campaign, parts, cells, next: nextOf(given, campaign), code, lang: visit.lang })
  })

/** Goes on coming while it runs: figures alone, for the page that shows them. */
export const followOne = (given: Given, visit: Member): Reply =>
  stream('text/event-stream; charset=utf-8', follow(given.db, visit.actor.id, idIn(visit)))

export const showFigures = ({ db }: Given, visit: Member): Promise<Reply> =>
  db.as(visit.actor.id, async (tx) => {
    const campaign = await campaignSeen(tx, idIn(visit))
    const unit = await unitByCode(tx, visit.query.get('unit') ?? '')
    const cells = campaign && unit ? await figuresOf(tx, campaign.id, unit.id) : []
    return campaign && cells.length > 0 ? figuresPage({ campaign, cells, lang: visit.lang }) : refuse('not_found')
  })

/** Letters to print for those of a unit whom no mail reaches; leaves the row of a list. */
export async function printLetters({ db, url, organisation }: Given, visit: Member): Promise<Reply> {
  const from = fromIn(visit.query)
  if (from === undefined) return refuse('not_found')
  const found = await db.as(visit.actor.id, async (tx) => {
    const campaign = await campaignSeen(tx, idIn(visit))
    const unit = await unitByCode(tx, visit.query.get('unit') ?? '')
    if (!campaign || !unit) return undefined
    const opened = await openRoll(tx, unit.id, visit.api ? 'api' : 'web')
    if (opened.kind !== 'opened') return undefined
    return { campaign, unit, to: (await lettersIn(opened.roll, campaign.id, from)).slice(0, lettersAtOnce) }
  })
  if (!found) return refuse('not_found')
  if (found.to.length === 0) return refuse('no_letters')
  const file = await lettersOf({ ...found, url, organisation: organisation(), at: new Date() })
  return raw('application/pdf', file, { 'content-disposition': 'attachment; filename="thu-nhac.pdf"' })
}

/** Whom it reminds in a unit: the list leaves its row, which everybody in the unit sees. */
export async function showPeople({ db }: Given, visit: Member): Promise<Reply> {
  const from = fromIn(visit.query)
  if (from === undefined) return refuse('not_found')
  return db.as(visit.actor.id, async (tx) => {
    const campaign = await campaignSeen(tx, idIn(visit))
    const unit = await unitByCode(tx, visit.query.get('unit') ?? '')
    if (!campaign || !unit) return refuse('not_found')
    const opened = await openRoll(tx, unit.id, 'web')
    if (opened.kind !== 'opened') return refuse('not_found')
    const found = await peopleIn(opened.roll, campaign.id, from)
    const next = found.length > peopleAtOnce ? from + peopleAtOnce : undefined
    return peoplePage({ campaign, unit, people: found.slice(0, peopleAtOnce), from, next, lang: visit.lang })
  })
}
