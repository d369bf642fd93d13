import { openRoll } from '../access-record/index.ts'
import { newId } from '../db/index.ts'
import { anyAdministrator, anyRole, may } from '../permissions/index.ts'
import { unitByCode } from '../units/index.ts'
import { fromIn, idIn, type Reply, refuse } from '../web/index.ts'
import type { Given, Member } from './given.ts'
import { editPage } from './pages/edit-page.tsx'
import { figuresPage } from './pages/figures-page.tsx'
import { listPage } from './pages/list-page.tsx'
import { missingPage } from './pages/missing-page.tsx'
import { textPage } from './pages/text-page.tsx'
import { versionPage } from './pages/version-page.tsx'
import type { Draft } from './shapes.ts'
import {
  figuresOf,
  mayPublish,
  missingCount,
  missingIn,
  peopleAtOnce,
  type Text,
  textSeen,
  textsSeen,
  unitsOver,
  versionsOf,
} from './store.ts'

export const showTexts = ({ db }: Given, { actor, lang }: Member): Promise<Reply> =>
  db.as(actor.id, async (tx) => listPage({ texts: await textsSeen(tx), writes: may(actor, anyAdministrator), lang }))

export const showText = ({ db }: Given, visit: Member<unknown>, code?: string): Promise<Reply> =>
  db.as(visit.actor.id, async (tx) => {
    const text = await textSeen(tx, idIn(visit))
    if (!text) return refuse('not_found')
    const over = may(visit.actor, anyRole) ? await unitsOver(tx) : []
    const kept = over.filter(({ keeps }) => keeps)
    const missing = await Promise.all(
      kept.map(async (unit) => ({ unit, n: await missingCount(tx, text.guidance, unit.id) })),
    )
    const versions = await versionsOf(tx, text.guidance)
    const writes = may(visit.actor, anyAdministrator) && (await mayPublish(tx, text.guidance))
    return textPage({ text, versions, over, missing, writes, code, lang: visit.lang })
  })

export const showVersion = ({ db }: Given, visit: Member): Promise<Reply> =>
  db.as(visit.actor.id, async (tx) => {
    const version = (await versionsOf(tx, idIn(visit))).find(({ n }) => String(n) === visit.params.n)
    return version ? versionPage({ version, lang: visit.lang }) : refuse('not_found')
  })

const empty: Draft = {
  ...{ guidance: '', version: '', unit: '', material: '1', title_vi: '', title_en: '', text_vi: '', text_en: '' },
}
export const showNew = ({ lang }: Member): Reply => editPage({ draft: { ...empty, version: newId() }, lang })

/** The newest version, to go on from. */
export const showEdit = ({ db }: Given, visit: Member): Promise<Reply> =>
  db.as(visit.actor.id, async (tx) => {
    const text = await textSeen(tx, idIn(visit))
    return text ? editPage({ draft: draftOf(text), lang: visit.lang }) : refuse('not_found')
  })
const draftOf = (text: Text): Draft => ({
  ...{ guidance: text.guidance, version: newId(), unit: '', material: '' },
  ...{ title_vi: text.title_vi, title_en: text.title_en, text_vi: text.guide_vi, text_en: text.guide_en },
})

/** Who of a unit has not yet: the list leaves its row, which everybody in the unit sees. */
export async function showMissing({ db }: Given, visit: Member): Promise<Reply> {
  const from = fromIn(visit.query)
  if (from === undefined) return refuse('not_found')
  return db.as(visit.actor.id, async (tx) => {
    const text = await textSeen(tx, idIn(visit))
    const unit = await unitByCode(tx, visit.query.get('unit') ?? '')
    if (!text || !unit) return refuse('not_found')
    const opened = await openRoll(tx, unit.id, 'web')
    if (opened.kind !== 'opened') return refuse('not_found')
    const found = await missingIn(opened.roll, text.guidance, from)
    const missing = await missingCount(tx, text.guidance, unit.id)
    const next = found.length > peopleAtOnce ? from + peopleAtOnce : undefined
    return missingPage({ text, unit, people: found.slice(0, peopleAtOnce), missing, from, next, lang: visit.lang })
  })
}

export const showFigures = ({ db }: Given, visit: Member): Promise<Reply> =>
  db.as(visit.actor.id, async (tx) => {
    const text = await textSeen(tx, idIn(visit))
    const unit = await unitByCode(tx, visit.query.get('unit') ?? '')
    const cells = text && unit ? await figuresOf(tx, text.guidance, unit.id) : []
    return text && cells.length > 0 ? figuresPage({ text, cells, lang: visit.lang }) : refuse('not_found')
  })
