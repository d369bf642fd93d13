import { anyMember, anyOfficer, anyone } from '../permissions/index.ts'
import { type At, type Route, room } from '../web/index.ts'
import { answers } from './answers.ts'
import {
  answerByApi,
  confirmByApi,
  decideByApi,
  dismissByApi,
  endByApi,
  freezeByApi,
  getMine,
  listMine,
  listTasks,
  markByApi,
  markTaskByApi,
  openByApi,
  reportByApi,
} from './api.ts'
import { help, helpByApi, mostAsked, showHelp } from './ask-help.ts'
import { desk, type Given, nav } from './given.ts'
import { notices } from './notices.ts'
import {
  askOnPhone,
  confirmTask,
  dismissTask,
  freezeOnPhone,
  markTask,
  openTask,
  showDesk,
  showTask,
  showTaskLetter,
  takeInHand,
} from './officer.ts'
import { decideOn, endIt, markIt, report, showIncident, showLetter, showMine, showNew } from './owner.ts'
import {
  decideBody,
  decideForm,
  endBody,
  endForm,
  helpBody,
  helpForm,
  incidentShape,
  incidentsShape,
  markBody,
  markForm,
  nothing,
  openedShape,
  receivedShape,
  reportBody,
  reportedShape,
  reportForm,
  tasksShape,
} from './shapes.ts'
import { words } from './words.ts'

/** To stop a page asks for nothing but being signed in; to open it again asks once more who it is. */
export function routesOf(given: Given) {
  const text = (name: 'nav' | 'deskNav') => ({ vi: words.vi[name], en: words.en[name] })
  return room(
    'incidents',
    (at) => [...ownerRoutes(at, given), ...openRoutes(at, given), ...officerRoutes(at, given), ...apiRoutes(at, given)],
    {
      answers,
      notices,
      nav: [
        { href: desk, text: text('deskNav'), rule: anyOfficer, order: 58 },
        { href: nav, text: text('nav'), rule: anyMember, order: 99, red: true },
      ],
    },
  )
}

const ownerRoutes = (at: At, given: Given): Route[] => [
  at.get('/incidents', anyMember, (visit) => showMine(given, visit)),
  at.get('/incidents/new', anyMember, (visit) => showNew(given, visit)),
  at.post('/incidents', anyMember, (visit) => report(given, visit), { body: reportForm }),
  at.get('/incidents/:id', 'incidents.read', (visit) => showIncident(given, visit)),
  at.get('/incidents/:id/letters/:whom', 'incidents.read', (visit) => showLetter(given, visit)),
  at.post('/incidents/:id/mark', 'incidents.change', (visit) => markIt(given, visit), { body: markForm }),
  at.post('/incidents/:id/decide', 'incidents.change', (visit) => decideOn(given, visit), { body: decideForm }),
  at.post('/incidents/:id/end', 'incidents.change', (visit) => endIt(given, visit), { body: endForm, fresh: true }),
]

const openRoutes = (at: At, given: Given): Route[] => [
  at.get('/incidents/help', anyone, showHelp),
  at.post('/incidents/help', anyone, (visit) => help(given, visit), { body: helpForm, limit: mostAsked }),
  at.post('/v1/incidents/help', anyone, (visit) => helpByApi(given, visit), {
    body: helpBody,
    limit: mostAsked,
    about: {
      summary:
        'A page was taken and its owner cannot sign in: their officer calls back. The answer is the same for every address',
      answers: { 202: { description: 'Received, whether or not anybody declared it', schema: receivedShape } },
    },
  }),
]

const officerRoutes = (at: At, given: Given): Route[] => [
  at.get('/incidents/desk', anyOfficer, (visit) => showDesk(given, visit)),
  at.get('/incidents/desk/:id', 'incidents.handle', (visit) => showTask(given, visit)),
  at.post('/incidents/desk/:id', 'incidents.handle', (visit) => openTask(given, visit), { fresh: true }),
  at.post('/incidents/desk/:id/answer', 'incidents.handle', (visit) => takeInHand(given, visit)),
  at.post('/incidents/desk/:id/confirm', 'incidents.handle', (visit) => confirmTask(given, visit), { fresh: true }),
  at.post('/incidents/desk/:id/dismiss', 'incidents.handle', (visit) => dismissTask(given, visit)),
  at.post('/incidents/desk/:id/mark', 'incidents.handle', (visit) => markTask(given, visit), {
    body: markForm,
    fresh: true,
  }),
  at.post('/incidents/desk/:id/letters/:whom', 'incidents.handle', (visit) => showTaskLetter(given, visit), {
    fresh: true,
  }),
  at.post('/incidents/phone/:id', 'incidents.phone', (visit) => askOnPhone(given, visit), {
    body: reportForm,
    fresh: true,
  }),
  at.post('/incidents/phone/:id/freeze', 'incidents.phone', (visit) => freezeOnPhone(given, visit), {
    body: reportForm,
    fresh: true,
  }),
]

const asItStands = { 200: { description: 'The incident as it stands', schema: incidentShape } }
const asOpened = { 200: { description: 'The incident as it stands, and its person', schema: openedShape } }
const frozen = { 201: { description: 'Frozen; each with its receipt', schema: reportedShape } }

const apiRoutes = (at: At, given: Given): Route[] => [
  at.get('/v1/incidents', anyMember, (visit) => listMine(given, visit), {
    about: {
      summary: 'My incidents, what is open first',
      answers: { 200: { description: 'At most 50', schema: incidentsShape } },
    },
  }),
  at.post('/v1/incidents', anyMember, (visit) => reportByApi(given, visit), {
    body: reportBody,
    about: {
      summary: 'My pages were taken: they are confirmed no more, at once. Takes an Idempotency-Key',
      answers: frozen,
    },
  }),
  at.get('/v1/incidents/:id', 'incidents.read', (visit) => getMine(given, visit), {
    about: { summary: 'One of my incidents', answers: asItStands },
  }),
  at.post('/v1/incidents/:id/marks', 'incidents.change', (visit) => markByApi(given, visit), {
    body: markBody,
    about: {
      summary: 'Say that a notice was printed or is done, or have the letter to the authority mailed',
      answers: asItStands,
    },
  }),
  at.post('/v1/incidents/:id/decision', 'incidents.change', (visit) => decideByApi(given, visit), {
    body: decideBody,
    about: { summary: 'A name that belongs to another account: renamed by me, or hijacked', answers: asItStands },
  }),
  at.post('/v1/incidents/:id/end', 'incidents.change', (visit) => endByApi(given, visit), {
    body: endBody,
    fresh: true,
    about: { summary: 'Give the page up, or say that nothing is wrong', answers: asItStands },
  }),
  at.get('/v1/incidents/desk', anyOfficer, (visit) => listTasks(given, visit), {
    about: {
      summary: 'Open incidents that I answer, without names and addresses',
      answers: { 200: { description: 'The most urgent first, at most 200', schema: tasksShape } },
    },
  }),
  at.post('/v1/incidents/desk/:id', 'incidents.handle', (visit) => openByApi(given, visit), {
    body: nothing,
    fresh: true,
    about: { summary: 'Open an incident; its person sees who did', answers: asOpened },
  }),
  at.post('/v1/incidents/desk/:id/answer', 'incidents.handle', (visit) => answerByApi(given, visit), {
    body: nothing,
    fresh: true,
    about: { summary: 'Take an incident in hand', answers: asOpened },
  }),
  at.post('/v1/incidents/desk/:id/confirm', 'incidents.handle', (visit) => confirmByApi(given, visit), {
    body: nothing,
    fresh: true,
    about: { summary: 'Called back, and it is so: the page is frozen', answers: asOpened },
  }),
  at.post('/v1/incidents/desk/:id/dismiss', 'incidents.handle', (visit) => dismissByApi(given, visit), {
    body: nothing,
    fresh: true,
    about: { summary: 'Called back, and it is not so', answers: asOpened },
  }),
  at.post('/v1/incidents/desk/:id/marks', 'incidents.handle', (visit) => markTaskByApi(given, visit), {
    body: markBody,
    fresh: true,
    about: {
      summary: 'Say that a notice was printed or is done, or have the letter to the authority mailed',
      answers: asOpened,
    },
  }),
  at.post('/v1/incidents/phone/:id', 'incidents.phone', (visit) => freezeByApi(given, visit), {
    body: reportBody,
    fresh: true,
    about: {
      summary: 'On the phone with a person of my unit: their pages are confirmed no more. Takes an Idempotency-Key',
      answers: frozen,
    },
  }),
]
