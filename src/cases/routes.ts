import { anyMember, whoHandlesCases } from '../permissions/index.ts'
import { type At, type Route, room } from '../web/index.ts'
import { answers } from './answers.ts'
import {
  appealByApi,
  beginByApi,
  decideByApi,
  factsByApi,
  getMine,
  handUpByApi,
  listMine,
  listTasks,
  openByApi,
  replyByApi,
  settleByApi,
  withdrawByApi,
} from './api.ts'
import { decideIt, handUpIt, openTask, settleIt, showDesk, showTask, withdrawIt } from './desk.ts'
import { desk, type Given } from './given.ts'
import { notices } from './notices.ts'
import { open, showFacts } from './open-case.ts'
import { appealTo, replyTo, showCase, showMine } from './person.ts'
import {
  appealBody,
  appealForm,
  begunShape,
  caseShape,
  casesShape,
  decideBody,
  decideForm,
  factsShape,
  nothing,
  openBody,
  openedShape,
  openForm,
  replyBody,
  replyForm,
  settleBody,
  settleForm,
  tasksShape,
} from './shapes.ts'
import { words } from './words.ts'

export function routesOf(given: Given) {
  return room(
    'cases',
    (at) => [...personRoutes(at, given), ...deskRoutes(at, given), ...personApi(at, given), ...deskApi(at, given)],
    {
      answers,
      notices,
      // Whoever has no case is not to read of cases on each page: their own stand with their record, and in the notices.
      nav: [{ href: desk, text: { vi: words.vi.deskNav, en: words.en.deskNav }, rule: whoHandlesCases, order: 59 }],
    },
  )
}

const personRoutes = (at: At, given: Given): Route[] => [
  at.get('/cases', anyMember, (visit) => showMine(given, visit)),
  at.get('/cases/:id', 'cases.read', (visit) => showCase(given, visit)),
  at.post('/cases/:id/reply', 'cases.answer', (visit) => replyTo(given, visit), { body: replyForm }),
  at.post('/cases/:id/appeal', 'cases.answer', (visit) => appealTo(given, visit), { body: appealForm }),
]

const deskRoutes = (at: At, given: Given): Route[] => [
  at.get('/cases/desk', whoHandlesCases, (visit) => showDesk(given, visit)),
  at.get('/cases/desk/:id', 'cases.handle', (visit) => showTask(given, visit)),
  at.post('/cases/desk/:id', 'cases.handle', (visit) => openTask(given, visit), { fresh: true }),
  at.post('/cases/desk/:id/decide', 'cases.handle', (visit) => decideIt(given, visit), {
    body: decideForm,
    fresh: true,
  }),
  at.post('/cases/desk/:id/hand-up', 'cases.handle', (visit) => handUpIt(given, visit)),
  at.post('/cases/desk/:id/withdraw', 'cases.handle', (visit) => withdrawIt(given, visit)),
  at.post('/cases/desk/:id/settle', 'cases.handle', (visit) => settleIt(given, visit), {
    body: settleForm,
    fresh: true,
  }),
  at.post('/cases/about/:id', 'cases.open', (visit) => showFacts(given, visit), { fresh: true }),
  at.post('/cases/about/:id/open', 'cases.open', (visit) => open(given, visit), { body: openForm, fresh: true }),
]

const asItStands = { 200: { description: 'The case as it stands', schema: caseShape } }
const asOpened = { 200: { description: 'The case as it stands, and its person', schema: openedShape } }

const personApi = (at: At, given: Given): Route[] => [
  at.get('/v1/cases', anyMember, (visit) => listMine(given, visit), {
    about: {
      summary: 'My cases, what is open first',
      answers: { 200: { description: 'At most 50', schema: casesShape } },
    },
  }),
  at.get('/v1/cases/:id', 'cases.read', (visit) => getMine(given, visit), {
    about: { summary: 'One of my cases, all of it', answers: asItStands },
  }),
  at.post('/v1/cases/:id/reply', 'cases.answer', (visit) => replyByApi(given, visit), {
    body: replyBody,
    about: { summary: 'My reply, once; twice is the same', answers: asItStands },
  }),
  at.post('/v1/cases/:id/appeal', 'cases.answer', (visit) => appealByApi(given, visit), {
    body: appealBody,
    about: { summary: 'My appeal, which the unit above answers', answers: asItStands },
  }),
]

const deskApi = (at: At, given: Given): Route[] => [
  at.get('/v1/cases/desk', whoHandlesCases, (visit) => listTasks(given, visit), {
    about: {
      summary: 'Open cases that I decide, or of people whom I keep; without names',
      answers: { 200: { description: 'At most 200', schema: tasksShape } },
    },
  }),
  at.post('/v1/cases/desk/:id', 'cases.handle', (visit) => openByApi(given, visit), {
    body: nothing,
    fresh: true,
    about: { summary: 'Open a case; its person sees who did', answers: asOpened },
  }),
  at.post('/v1/cases/desk/:id/decision', 'cases.handle', (visit) => decideByApi(given, visit), {
    body: decideBody,
    fresh: true,
    about: { summary: 'Decide a case that somebody else opened', answers: asOpened },
  }),
  at.post('/v1/cases/desk/:id/hand-up', 'cases.handle', (visit) => handUpByApi(given, visit), {
    body: nothing,
    fresh: true,
    about: { summary: 'Let the unit above decide instead', answers: asOpened },
  }),
  at.post('/v1/cases/desk/:id/withdrawal', 'cases.handle', (visit) => withdrawByApi(given, visit), {
    body: nothing,
    fresh: true,
    about: { summary: 'Withdraw a case before it is decided', answers: asOpened },
  }),
  at.post('/v1/cases/desk/:id/settlement', 'cases.handle', (visit) => settleByApi(given, visit), {
    body: settleBody,
    fresh: true,
    about: { summary: 'Answer an appeal against what somebody else decided', answers: asOpened },
  }),
  at.post('/v1/cases/about/:id', 'cases.open', (visit) => factsByApi(given, visit), {
    body: nothing,
    fresh: true,
    about: {
      summary: 'What the register knows of duties not done by a person of my unit; the person sees that I looked',
      answers: { 200: { description: 'At most 50', schema: factsShape } },
    },
  }),
  at.post('/v1/cases/about/:id/open', 'cases.open', (visit) => beginByApi(given, visit), {
    body: openBody,
    fresh: true,
    about: {
      summary: 'Open a case about one of these facts',
      answers: { 201: { description: 'Opened, and the person told', schema: begunShape } },
    },
  }),
]
