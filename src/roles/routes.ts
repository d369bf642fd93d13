import { anyAdministrator, anyMember, anyRole } from '../permissions/index.ts'
import { type At, type Route, room } from '../web/index.ts'
import { answers } from './answers.ts'
import {
  getMine,
  getRole,
  listHandovers,
  listRoles,
  postAgree,
  postEnd,
  postNote,
  postRole,
  postTurnDown,
} from './api.ts'
import { agree, end, grant, note, turnDown } from './changing.ts'
import type { Given } from './given.ts'
import { notices } from './notices.ts'
import {
  endBody,
  endForm,
  grantBody,
  grantForm,
  handoversShape,
  idShape,
  mineShape,
  nothing,
  roleShape,
  rolesQuery,
  rolesShape,
} from './shapes.ts'
import { confirm, showMine, showNew, showRole, showRoles } from './showing.ts'
import { words } from './words.ts'

/** Roles are granted and ended by administrators over what is theirs; the database asks again, and for two persons where two are needed. */
export function routesOf(given: Given) {
  return room('roles', (at) => [...pageRoutes(at, given), ...apiRoutes(at, given)], {
    answers,
    notices,
    nav: [{ href: '/roles', text: { vi: words.vi.roles, en: words.en.roles }, rule: anyRole, order: 70 }],
  })
}

const pageRoutes = (at: At, given: Given): Route[] => [
  at.get('/roles', anyRole, (visit) => showRoles(given, visit)),
  at.get('/roles/mine', anyMember, (visit) => showMine(given, visit)),
  at.get('/roles/new', anyAdministrator, showNew),
  at.post('/roles/confirm', anyAdministrator, (visit) => confirm(given, visit), { body: grantForm }),
  at.post('/roles', anyAdministrator, (visit) => grant(given, visit), { body: grantForm, fresh: true }),
  at.get('/roles/:id', 'roles.read', (visit) => showRole(given, visit)),
  at.post('/roles/:id/agree', 'roles.change', (visit) => agree(given, visit), { fresh: true }),
  at.post('/roles/:id/refuse', 'roles.change', (visit) => turnDown(given, visit)),
  at.post('/roles/:id/end', 'roles.change', (visit) => end(given, visit), { body: endForm }),
  at.post('/roles/:id/note', 'roles.note', (visit) => note(given, visit)),
]

const asItStands = { description: 'The role as it stands', schema: roleShape }

const apiRoutes = (at: At, given: Given): Route[] => [
  at.get('/v1/roles', anyAdministrator, (visit) => listRoles(given, visit), {
    about: {
      summary: 'Who holds, is to hold or held which role, newest first',
      answers: { 200: { description: '`next` is the `from` of the next call', schema: rolesShape } },
      query: rolesQuery,
    },
  }),
  at.get('/v1/roles/mine', anyMember, (visit) => getMine(given, visit), {
    about: {
      summary: 'One’s own roles, with their terms and how they came',
      answers: { 200: { description: 'Newest first', schema: mineShape } },
    },
  }),
  at.get('/v1/roles/handovers', anyRole, (visit) => listHandovers(given, visit), {
    about: {
      summary: 'What was open when an officer left: to who takes over, and to administrators over the unit',
      answers: { 200: { description: 'Counts; nobody but officers is named', schema: handoversShape } },
    },
  }),
  at.post('/v1/roles', anyAdministrator, (visit) => postRole(given, visit), {
    body: grantBody,
    fresh: true,
    about: {
      summary: 'Grant a role, or propose one that takes two persons. Takes an Idempotency-Key',
      answers: { 201: asItStands },
    },
  }),
  at.get('/v1/roles/:id', 'roles.read', (visit) => getRole(given, visit), {
    about: { summary: 'One role of one person', answers: { 200: asItStands } },
  }),
  at.post('/v1/roles/:id/agree', 'roles.change', (visit) => postAgree(given, visit), {
    body: nothing,
    fresh: true,
    about: { summary: 'Agree to a proposed role, as the second person', answers: { 200: asItStands } },
  }),
  at.post('/v1/roles/:id/refuse', 'roles.change', (visit) => postTurnDown(given, visit), {
    body: nothing,
    about: { summary: 'Turn a proposed role down, or take it back', answers: { 200: asItStands } },
  }),
  at.post('/v1/roles/:id/end', 'roles.change', (visit) => postEnd(given, visit), {
    body: endBody,
    about: { summary: 'End a role now, or set its last day', answers: { 200: asItStands } },
  }),
  at.post('/v1/roles/:id/note', 'roles.note', (visit) => postNote(given, visit), {
    body: nothing,
    about: {
      summary: 'Take note of a role that one person alone has granted',
      answers: { 200: { description: 'Noted', schema: idShape } },
    },
  }),
]
