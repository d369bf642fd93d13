import type { Database } from '../db/index.ts'
import { anyAdministrator, anyRole } from '../permissions/index.ts'
import { type At, type Route, room } from '../web/index.ts'
import { answers } from './answers.ts'
import { getUnit, listUnits, patchUnit, postClose, postMerge, postMove, postUnit } from './api.ts'
import { add, close, merge, move, rename } from './changing.ts'
import {
  addBody,
  addForm,
  closeBody,
  closeForm,
  mergeBody,
  mergeForm,
  moveBody,
  moveForm,
  patchBody,
  renameForm,
  unitShape,
  unitsQuery,
  unitsShape,
} from './shapes.ts'
import { showTree, showUnit } from './showing.ts'
import { words } from './words.ts'

/** The tree is read by whoever bears a role, and changed by administrators: row security asks again over which part of it. */
export function routesOf({ db }: { readonly db: Database }) {
  return room('units', (at) => [...pageRoutes(at, db), ...apiRoutes(at, db)], {
    answers,
    nav: [{ href: '/units', text: { vi: words.vi.units, en: words.en.units }, rule: anyRole, order: 60 }],
  })
}

const pageRoutes = (at: At, db: Database): Route[] => [
  at.get('/units', anyRole, (visit) => showTree(db, visit)),
  at.post('/units', anyAdministrator, (visit) => add(db, visit), { body: addForm }),
  at.get('/units/:id', 'units.read', (visit) => showUnit(db, visit)),
  at.post('/units/:id/rename', 'units.change', (visit) => rename(db, visit), { body: renameForm }),
  at.post('/units/:id/move', 'units.change', (visit) => move(db, visit), { body: moveForm }),
  at.post('/units/:id/merge', 'units.change', (visit) => merge(db, visit), { body: mergeForm }),
  at.post('/units/:id/close', 'units.change', (visit) => close(db, visit), { body: closeForm }),
]

const asItStands = { description: 'The unit as it stands', schema: unitShape }

const apiRoutes = (at: At, db: Database): Route[] => [
  at.get('/v1/units', anyRole, (visit) => listUnits(db, visit), {
    about: {
      summary: 'Units below one, the roots, or those found by words; closed ones are left out',
      answers: {
        200: { description: 'In Vietnamese order; `next` is the `from` of the next call', schema: unitsShape },
      },
      query: unitsQuery,
    },
  }),
  at.post('/v1/units', anyAdministrator, (visit) => postUnit(db, visit), {
    body: addBody,
    about: { summary: 'Add a unit. Takes an Idempotency-Key', answers: { 201: asItStands } },
  }),
  at.get('/v1/units/:id', 'units.read', (visit) => getUnit(db, visit), {
    about: { summary: 'One unit', answers: { 200: asItStands } },
  }),
  at.patch('/v1/units/:id', 'units.change', (visit) => patchUnit(db, visit), {
    body: patchBody,
    about: { summary: 'Change name or kind of a unit. Takes an Idempotency-Key', answers: { 200: asItStands } },
  }),
  at.post('/v1/units/:id/move', 'units.change', (visit) => postMove(db, visit), {
    body: moveBody,
    about: {
      summary: 'Hang a unit, with all that is below it, under another one. Takes an Idempotency-Key',
      answers: { 200: asItStands },
    },
  }),
  at.post('/v1/units/:id/merge', 'units.change', (visit) => postMerge(db, visit), {
    body: mergeBody,
    about: {
      summary: 'Merge a unit into another one: people, units below and open work go there. Takes an Idempotency-Key',
      answers: { 200: asItStands },
    },
  }),
  at.post('/v1/units/:id/close', 'units.change', (visit) => postClose(db, visit), {
    body: closeBody,
    about: {
      summary: 'Close a unit; its people go to another one, or there are none. Takes an Idempotency-Key',
      answers: { 200: asItStands },
    },
  }),
]
