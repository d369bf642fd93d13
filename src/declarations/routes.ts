import { anyMember } from '../permissions/index.ts'
import { type At, go, type Route, room } from '../web/index.ts'
import { declareByApi, getDeclaration, listDeclarations, patchDeclaration } from './api.ts'
import { assistedRoutes } from './assisted/routes.ts'
import { answerDraft, checkDraft, deleteDraft, file, readPasted, showDraft, startNew } from './declaring.tsx'
import { answersForm, pastedForm, severalForm, wishForm } from './forms.ts'
import { type Given, nav } from './given.ts'
import { keepSeveral } from './keep-several.tsx'
import { home, setVisibility, showDeclaration } from './my-pages.tsx'
import { listReceipts, showReceipt } from './my-receipts.tsx'
import { notices } from './notices.ts'
import { offeredRoutes } from './offered/routes.ts'
import { answers } from './reasons.ts'
import {
  changedShape,
  declarationShape,
  declareBody,
  filedShape,
  listQuery,
  listShape,
  visibilityBody,
} from './shapes.ts'
import { words } from './words.ts'

export function routesOf(given: Given) {
  const entry = { href: nav, text: { vi: words.vi.myPages, en: words.en.myPages }, rule: anyMember, order: 10 }
  return room(
    'declarations',
    (at) => [
      ...pageRoutes(at, given),
      ...assistedRoutes(at, given),
      ...offeredRoutes(at, given),
      ...apiRoutes(at, given),
    ],
    {
      answers,
      notices,
      nav: [entry],
    },
  )
}

const pageRoutes = (at: At, given: Given): Route[] => [
  at.get('/declarations', anyMember, (visit) => home(given, visit)),
  at.get('/declarations/new', anyMember, (visit) => startNew(given, visit)),
  at.post('/declarations/new', anyMember, (visit) => readPasted(given, visit), { body: pastedForm }),
  at.get('/declarations/several', anyMember, () => go('/declarations/new')),
  at.post('/declarations/several', anyMember, (visit) => keepSeveral(given, visit), { body: severalForm }),
  at.get('/declarations/:id', 'declarations.read', (visit) => showDeclaration(given, visit)),
  at.post('/declarations/:id/visibility', 'declarations.change', (visit) => setVisibility(given, visit), {
    body: wishForm,
  }),
  at.get('/drafts/:id', 'drafts.read', (visit) => showDraft(given, visit)),
  at.post('/drafts/:id', 'drafts.change', (visit) => answerDraft(given, visit), { body: answersForm }),
  at.get('/drafts/:id/check', 'drafts.read', (visit) => checkDraft(given, visit)),
  at.post('/drafts/:id/file', 'drafts.change', (visit) => file(given, visit)),
  at.post('/drafts/:id/delete', 'drafts.change', (visit) => deleteDraft(given, visit)),
  at.get('/receipts', anyMember, (visit) => listReceipts(given, visit)),
  at.get('/receipts/:code', 'receipts.read', (visit) => showReceipt(given, visit)),
]

const apiRoutes = (at: At, given: Given): Route[] => [
  at.post('/v1/declarations', anyMember, (visit) => declareByApi(given, visit), {
    body: declareBody,
    about: {
      summary: 'Declare a page. Takes an Idempotency-Key',
      answers: { 201: { description: 'Declared, private, at level 0', schema: filedShape } },
    },
  }),
  at.get('/v1/declarations', anyMember, (visit) => listDeclarations(given, visit), {
    about: {
      summary: 'My declarations in the order of filing',
      answers: {
        200: { description: 'At most `limit` of them; `next` is the `after` of the next call', schema: listShape },
      },
      query: listQuery,
    },
  }),
  at.get('/v1/declarations/:id', 'declarations.read', (visit) => getDeclaration(given, visit), {
    about: {
      summary: 'One of my declarations',
      answers: { 200: { description: 'As it stands', schema: declarationShape } },
    },
  }),
  at.patch('/v1/declarations/:id', 'declarations.change', (visit) => patchDeclaration(given, visit), {
    body: visibilityBody,
    about: {
      summary: 'Say who may know of a page. Takes an Idempotency-Key',
      answers: { 200: { description: 'As it stands now; a receipt where something changed', schema: changedShape } },
    },
  }),
]
