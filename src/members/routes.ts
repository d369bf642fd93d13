import { anyOfficer, whoPlaces } from '../permissions/index.ts'
import { type At, type Route, room } from '../web/index.ts'
import { answers } from './answers.ts'
import {
  getPlace,
  listByApi,
  postAbsence,
  postAbsenceEnd,
  postLeave,
  postOffice,
  postPerson,
  postReturn,
  postTransfer,
} from './api.ts'
import {
  absenceOfPerson,
  add,
  endAbsenceOfPerson,
  leavePerson,
  officeOfPerson,
  returnPerson,
  transferPerson,
} from './changing.ts'
import type { Given } from './given.ts'
import {
  absenceBody,
  absenceForm,
  addBody,
  addForm,
  idShape,
  linesShape,
  listQuery,
  nothing,
  officeBody,
  officeForm,
  placeShape,
  returnBody,
  returnForm,
  transferBody,
  transferForm,
} from './shapes.ts'
import { showMembers, showPlace } from './showing.ts'
import { words } from './words.ts'

/** Everybody sees where they stand themselves; others only who keeps their unit or administers it, which the database decides. */
export function routesOf(given: Given) {
  return room('members', (at) => [...pageRoutes(at, given), ...apiRoutes(at, given)], {
    answers,
    nav: [{ href: '/members', text: { vi: words.vi.members, en: words.en.members }, rule: whoPlaces, order: 50 }],
  })
}

const pageRoutes = (at: At, given: Given): Route[] => [
  at.get('/members', whoPlaces, (visit) => showMembers(given, visit)),
  at.post('/members', whoPlaces, (visit) => add(given, visit), { body: addForm }),
  at.get('/members/:id', 'members.read', (visit) => showPlace(given, visit)),
  at.post('/members/:id/transfer', 'members.place', (visit) => transferPerson(given, visit), { body: transferForm }),
  at.post('/members/:id/leave', 'members.place', (visit) => leavePerson(given, visit)),
  at.post('/members/:id/return', 'members.place', (visit) => returnPerson(given, visit), { body: returnForm }),
  at.post('/members/:id/office', 'members.place', (visit) => officeOfPerson(given, visit), { body: officeForm }),
  at.post('/members/:id/absence', 'members.place', (visit) => absenceOfPerson(given, visit), { body: absenceForm }),
  at.post('/members/:id/absence/:absence/end', 'members.place', (visit) => endAbsenceOfPerson(given, visit)),
]

const done = { description: 'Done; the id of the person, or of what was written', schema: idShape }
const doing = (summary: string, status: 200 | 201 = 200) => ({
  summary: `${summary}. Takes an Idempotency-Key`,
  answers: { [status]: done },
})

const apiRoutes = (at: At, given: Given): Route[] => [
  at.get('/v1/members', anyOfficer, (visit) => listByApi(given, visit), {
    about: {
      summary: 'The roll of a unit, or people by name; everybody in the unit sees that it was listed',
      answers: { 200: { description: 'Names and states, no address', schema: linesShape } },
      query: listQuery,
    },
  }),
  at.post('/v1/members', whoPlaces, (visit) => postPerson(given, visit), {
    body: addBody,
    about: doing('Enter a person into a unit', 201),
  }),
  at.get('/v1/members/:id', 'members.read', (visit) => getPlace(given, visit), {
    about: {
      summary: 'Where one person stands and stood; anybody but oneself sees that you looked',
      answers: { 200: { description: 'Unit, office, history and absences', schema: placeShape } },
    },
  }),
  at.post('/v1/members/:id/transfer', 'members.place', (visit) => postTransfer(given, visit), {
    body: transferBody,
    about: doing('Put a person into another unit'),
  }),
  at.post('/v1/members/:id/leave', 'members.place', (visit) => postLeave(given, visit), {
    body: nothing,
    about: doing('Write down that a person has left; nothing is erased'),
  }),
  at.post('/v1/members/:id/return', 'members.place', (visit) => postReturn(given, visit), {
    body: returnBody,
    about: doing('Take a person who left in again'),
  }),
  at.post('/v1/members/:id/office', 'members.place', (visit) => postOffice(given, visit), {
    body: officeBody,
    about: doing('The office a person holds from now on'),
  }),
  at.post('/v1/members/:id/absence', 'members.place', (visit) => postAbsence(given, visit), {
    body: absenceBody,
    about: doing('Write down that a person is on leave, abroad or exempt, until when', 201),
  }),
  at.post('/v1/members/:id/absence/:absence/end', 'members.place', (visit) => postAbsenceEnd(given, visit), {
    body: nothing,
    about: doing('End an absence before its last day'),
  }),
]
