import { anyMember, anyone, anyReviewer } from '../permissions/index.ts'
import { type At, type Route, room } from '../web/index.ts'
import { getOne, listMine, markByApi, markIt, sayWhose, sayWhoseByApi, showMine, showOne } from './answer.ts'
import { answers } from './answers.ts'
import { givePack, givePackAtDesk } from './evidence.ts'
import { findReport, getReport, mostAsked, showReport } from './follow.ts'
import { desk, type Given } from './given.ts'
import { findByApi, findIt, judgeByApi, judgeIt, listTasks, openByApi, openTask, showDesk, showTask } from './judge.ts'
import { notices } from './notices.ts'
import { object, objectByApi, showObjection } from './object.ts'
import { mostReports, report, reportByApi, showForm, showStart } from './report.ts'
import {
  answerBody,
  answerForm,
  codeShape,
  findBody,
  findForm,
  followedShape,
  impersonationShape,
  impersonationsShape,
  judgeBody,
  judgeForm,
  markBody,
  markForm,
  nothing,
  objectBody,
  objectForm,
  openedShape,
  packShape,
  reportBody,
  reportForm,
  tasksShape,
} from './shapes.ts'
import { words } from './words.ts'

/** Anybody reports and objects; the person it names answers; a reviewer decides. */
export const routesOf = (given: Given) =>
  room(
    'impersonations',
    (at) => [
      ...openRoutes(at, given),
      ...personRoutes(at, given),
      ...reviewerRoutes(at, given),
      ...apiRoutes(at, given),
    ],
    {
      answers,
      notices,
      nav: [{ href: desk, text: { vi: words.vi.deskNav, en: words.en.deskNav }, rule: anyReviewer, order: 59 }],
    },
  )

const openRoutes = (at: At, given: Given): Route[] => [
  at.get('/impersonations', anyone, showStart),
  at.get('/impersonations/new', anyone, showForm),
  at.post('/impersonations', anyone, (visit) => report(given, visit), { body: reportForm, limit: mostReports }),
  at.get('/impersonations/reports', anyone, findReport),
  at.get('/impersonations/reports/:code', anyone, (visit) => showReport(given, visit), { limit: mostAsked }),
  at.get('/impersonations/object', anyone, showObjection),
  at.post('/impersonations/object', anyone, (visit) => object(given, visit), { body: objectForm, limit: mostReports }),
]

const personRoutes = (at: At, given: Given): Route[] => [
  at.get('/impersonations/mine', anyMember, (visit) => showMine(given, visit)),
  at.get('/impersonations/:id', 'impersonations.read', (visit) => showOne(given, visit)),
  at.get('/impersonations/:id/evidence/:format', 'impersonations.read', (visit) => givePack(given, visit)),
  at.post('/impersonations/:id/answer', 'impersonations.answer', (visit) => sayWhose(given, visit), {
    body: answerForm,
  }),
  at.post('/impersonations/:id/mark', 'impersonations.answer', (visit) => markIt(given, visit), { body: markForm }),
]

const reviewerRoutes = (at: At, given: Given): Route[] => [
  at.get('/impersonations/desk', anyReviewer, (visit) => showDesk(given, visit)),
  at.get('/impersonations/desk/:id', 'impersonations.judge', (visit) => showTask(given, visit)),
  at.post('/impersonations/desk/:id', 'impersonations.judge', (visit) => openTask(given, visit), { fresh: true }),
  at.post('/impersonations/desk/:id/finding', 'impersonations.judge', (visit) => findIt(given, visit), {
    body: findForm,
    fresh: true,
  }),
  at.post('/impersonations/desk/:id/objection', 'impersonations.judge', (visit) => judgeIt(given, visit), {
    body: judgeForm,
    fresh: true,
  }),
  at.post(
    '/impersonations/desk/:id/evidence/:format',
    'impersonations.judge',
    (visit) => givePackAtDesk(given, visit),
    {
      fresh: true,
    },
  ),
]

const received = { 201: { description: 'Received', schema: codeShape } }
const asItStands = { 200: { description: 'As it stands', schema: impersonationShape } }
const asOpened = { 200: { description: 'As it stands, and whom it names', schema: openedShape } }

const apiRoutes = (at: At, given: Given): Route[] => [
  at.post('/v1/impersonations', anyone, (visit) => reportByApi(given, visit), {
    body: reportBody,
    limit: mostReports,
    about: { summary: 'Report a page that presents itself as somebody else’s. Needs no account', answers: received },
  }),
  at.get('/v1/impersonations/reports/:code', anyone, (visit) => getReport(given, visit), {
    limit: mostAsked,
    about: {
      summary: 'How a report or an objection stands, by its code',
      answers: { 200: { description: 'The state alone', schema: followedShape } },
    },
  }),
  at.post('/v1/impersonations/objections', anyone, (visit) => objectByApi(given, visit), {
    body: objectBody,
    limit: mostReports,
    about: { summary: 'Object to a finding, as whoever runs the page. Needs no account', answers: received },
  }),
  at.get('/v1/impersonations', anyMember, (visit) => listMine(given, visit), {
    about: {
      summary: 'Pages that were reported as imitating me',
      answers: { 200: { description: 'What is open first, at most 100', schema: impersonationsShape } },
    },
  }),
  at.get('/v1/impersonations/:id', 'impersonations.read', (visit) => getOne(given, visit), {
    about: { summary: 'One of them', answers: asItStands },
  }),
  at.get('/v1/impersonations/:id/evidence/:format', 'impersonations.read', (visit) => givePack(given, visit), {
    about: {
      summary: 'The evidence pack, once it was found so: json or pdf',
      answers: { 200: { description: 'No picture, nothing of what the page says', schema: packShape } },
    },
  }),
  at.post('/v1/impersonations/:id/answer', 'impersonations.answer', (visit) => sayWhoseByApi(given, visit), {
    body: answerBody,
    about: { summary: 'Mine, which ends it, or not mine, which brings it before a reviewer', answers: asItStands },
  }),
  at.post('/v1/impersonations/:id/marks', 'impersonations.answer', (visit) => markByApi(given, visit), {
    body: markBody,
    about: { summary: 'To whom it was referred, and what came of it', answers: asItStands },
  }),
  at.get('/v1/impersonations/desk', anyReviewer, (visit) => listTasks(given, visit), {
    about: {
      summary: 'What I may decide, without names and addresses',
      answers: { 200: { description: 'Objections first, at most 200', schema: tasksShape } },
    },
  }),
  at.post('/v1/impersonations/desk/:id', 'impersonations.judge', (visit) => openByApi(given, visit), {
    body: nothing,
    fresh: true,
    about: { summary: 'Open a report; whom it names sees who did', answers: asOpened },
  }),
  at.post('/v1/impersonations/desk/:id/finding', 'impersonations.judge', (visit) => findByApi(given, visit), {
    body: findBody,
    fresh: true,
    about: {
      summary: 'How the page presents itself; only “as their own” and “nothing” are an imitation',
      answers: asOpened,
    },
  }),
  at.post('/v1/impersonations/desk/:id/objection', 'impersonations.judge', (visit) => judgeByApi(given, visit), {
    body: judgeBody,
    fresh: true,
    about: { summary: 'Decide an objection to what another reviewer found', answers: asOpened },
  }),
  at.post(
    '/v1/impersonations/desk/:id/evidence/:format',
    'impersonations.judge',
    (visit) => givePackAtDesk(given, visit),
    {
      body: nothing,
      fresh: true,
      about: {
        summary: 'The evidence pack; whom it names sees who took it',
        answers: { 200: { description: 'json or pdf', schema: packShape } },
      },
    },
  ),
]
