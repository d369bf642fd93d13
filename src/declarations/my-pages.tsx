import type { z } from 'zod'
import { go, page, type Reply, refuse } from '../web/index.ts'
import { changeVisibility, inOneGo } from './change-visibility.ts'
import type { wishForm } from './forms.ts'
import { back, type Given, idIn, type Member, nav, pageIn } from './given.ts'
import { DeclarationPage } from './pages/declaration-page.tsx'
import { HomePage } from './pages/home-page.tsx'
import { missedProofsOf, viewsOf } from './store/at-home.ts'
import {
  answersInPublic,
  declarationOf,
  declarationsOf,
  filerOf,
  levelStepsOf,
  versionsOf,
} from './store/declarations.ts'
import { draftsOf } from './store/drafts.ts'
import { receiptsAbout } from './store/receipts.ts'
import { words } from './words.ts'

export async function home({ db, provable }: Given, { actor, lang, query }: Member): Promise<Reply> {
  const found = await db.as(actor.id, async (tx) => ({
    declared: await declarationsOf(tx),
    drafts: await draftsOf(tx),
    missed: await missedProofsOf(tx),
    views: await viewsOf(tx),
  }))
  return page(words[lang].myPages, <HomePage {...{ lang, provable, ...found }} part={pageIn(query)} />, {
    nav,
    wide: true,
  })
}

export async function showDeclaration({ db, provable }: Given, visit: Member): Promise<Reply> {
  const { actor, lang } = visit
  const found = await db.as(actor.id, async (tx) => {
    const now = await declarationOf(tx, idIn(visit))
    if (!now) return undefined
    const [versions, steps, receipts] = [
      await versionsOf(tx, now.id),
      await levelStepsOf(tx, now.id),
      await receiptsAbout(tx, now.id),
    ]
    return { now, versions, steps, receipts, filer: await filerOf(tx), answers: await answersInPublic(tx, now.id) }
  })
  if (!found) return refuse('not_found')
  return page(words[lang].myPages, <DeclarationPage {...{ lang, ...found }} provable={provable(found.now.address)} />, {
    nav,
    back,
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
