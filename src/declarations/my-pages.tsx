import type { z } from 'zod'
import { go, idIn, page, type Reply, refuse } from '../web/index.ts'
import { assistedOf, unanswered } from './assisted/store.ts'
import { changeVisibility, inOneGo } from './change-visibility.ts'
import { closingOf } from './closing/store.ts'
import type { wishForm } from './forms.ts'
import { back, type Given, type Member, nav, pageIn } from './given.ts'
import { countWaiting, vouchingList, waitingOffers } from './offered/store.ts'
import { DeclarationPage } from './pages/declaration-page.tsx'
import { HomePage } from './pages/home-page.tsx'
import { standsOnPublicPage } from './rules.ts'
import { attestationToDo, missedProofsOf, otherAccountsOf, viewsOf } from './store/at-home.ts'
import {
  answersInPublic,
  declarationOf,
  declarationsOf,
  filerOf,
  levelStepsOf,
  listingOf,
  versionsOf,
} from './store/declarations.ts'
import { draftsOf } from './store/drafts.ts'
import { receiptsAbout } from './store/receipts.ts'
import { words } from './words.ts'

export async function home({ db, url, notices }: Given, { actor, lang, query }: Member): Promise<Reply> {
  const found = await db.as(actor.id, async (tx) => ({
    told: await notices.newest(tx, lang),
    assisted: await unanswered(tx),
    declared: await declarationsOf(tx),
    drafts: (await draftsOf(tx)).filter(({ offered }) => !offered),
    offers: { offers: await waitingOffers(tx, 0, 3), count: await countWaiting(tx) },
    attest: await attestationToDo(tx),
    missed: await missedProofsOf(tx),
    taken: await otherAccountsOf(tx),
    views: await viewsOf(tx),
    listing: listingAt(url, await listingOf(tx)),
  }))
  return page(words[lang].myPages, <HomePage {...{ lang, ...found }} part={pageIn(query)} />, {
    nav,
    wide: true,
    islands: found.listing === undefined ? [] : ['copy.js'],
  })
}

const listingAt = (url: string, id: string | undefined) => (id === undefined ? undefined : `${url}/people/${id}`)

export async function showDeclaration({ db, url }: Given, visit: Member): Promise<Reply> {
  const { actor, lang } = visit
  const found = await db.as(actor.id, async (tx) => {
    const now = await declarationOf(tx, idIn(visit))
    if (!now) return undefined
    const [versions, steps, receipts] = [
      await versionsOf(tx, now.id),
      await levelStepsOf(tx, now.id),
      await receiptsAbout(tx, now.id),
    ]
    const answers = await answersInPublic(tx, now.id)
    const listing = answers && standsOnPublicPage(now) ? listingAt(url, await listingOf(tx)) : undefined
    const taken = (await otherAccountsOf(tx)).find(({ declaration }) => declaration === now.id)
    const assisted = await assistedOf(tx, now.id)
    const closing = await closingOf(tx, now.id)
    const list = await vouchingList(tx, now.id)
    const filer = await filerOf(tx)
    return { list, now, versions, steps, receipts, filer, answers, listing, taken, assisted, closing }
  })
  if (!found) return refuse('not_found')
  return page(words[lang].myPages, <DeclarationPage {...{ lang, ...found }} />, {
    nav,
    back,
    islands: found.listing === undefined ? [] : ['copy.js'],
  })
}

export async function setVisibility({ db }: Given, visit: Member<z.infer<typeof wishForm>>): Promise<Reply> {
  const { actor, body } = visit
  const changed = await inOneGo(db, actor.id, (tx) => changeVisibility(tx, actor.id, idIn(visit), body, 'web'))
  switch (changed.kind) {
    case 'changed':
      return go(`/receipts/${changed.receipt}`)
    case 'unchanged':
      return go(`/declarations/${changed.now.id}`)
    case 'no_such_declaration':
      return refuse('not_found')
    default:
      return refuse(changed.kind)
  }
}
