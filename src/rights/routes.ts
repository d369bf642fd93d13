import { z } from 'zod'
import { anyMember, whoPlaces } from '../permissions/index.ts'
import { type At, type Route, room } from '../web/index.ts'
import { answers } from './answers.ts'
import { answerByApi, appealByApi, askByApi, getMine, listMine, listTasks, openByApi, takeBackByApi } from './api.ts'
import { giveCopy, giveCopyByApi } from './copy/give.ts'
import { answerIt, openTask, showDesk, showTask } from './desk.ts'
import { desk, type Given } from './given.ts'
import { notices } from './notices.ts'
import { appealIt, askFor, showAsking, showMine, showRequest, takeItBack } from './person.ts'
import type { Asked } from './rules.ts'
import {
  answerBody,
  answeredShape,
  answerForm,
  askBody,
  askForm,
  copyBody,
  copyForm,
  nothing,
  openedShape,
  requestShape,
  requestsShape,
  tasksShape,
} from './shapes.ts'
import { words } from './words.ts'

export function routesOf(given: Given) {
  return room(
    'rights',
    (at) => [...personRoutes(at, given), ...deskRoutes(at, given), ...personApi(at, given), ...deskApi(at, given)],
    {
      answers,
      notices,
      // A person's own stand with their record.
      nav: [{ href: desk, text: { vi: words.vi.deskNav, en: words.en.deskNav }, rule: whoPlaces, order: 58 }],
    },
  )
}

const personRoutes = (at: At, given: Given): Route[] => [
  at.get('/rights', anyMember, (visit) => showMine(given, visit)),
  at.post('/rights/copy', anyMember, (visit) => giveCopy(given, visit), { body: copyForm, fresh: true }),
  ...(['correction', 'restriction', 'objection', 'erasure'] as const).flatMap((kind) => asking(at, given, kind)),
  at.get('/rights/:id', 'rights.read', (visit) => showRequest(given, visit)),
  at.post('/rights/:id/appeal', 'rights.change', (visit) => appealIt(given, visit)),
  at.post('/rights/:id/take-back', 'rights.change', (visit) => takeItBack(given, visit)),
]

const asking = (at: At, given: Given, kind: Asked): Route[] => [
  at.get(`/rights/${kind}`, anyMember, async (visit) => showAsking(kind, visit)),
  at.post(`/rights/${kind}`, anyMember, (visit) => askFor(kind, given, visit), { body: askForm }),
]

const deskRoutes = (at: At, given: Given): Route[] => [
  at.get('/rights/desk', whoPlaces, (visit) => showDesk(given, visit)),
  at.get('/rights/desk/:id', 'rights.handle', (visit) => showTask(given, visit)),
  at.post('/rights/desk/:id', 'rights.handle', (visit) => openTask(given, visit), { fresh: true }),
  at.post('/rights/desk/:id/answer', 'rights.handle', (visit) => answerIt(given, visit), {
    body: answerForm,
    fresh: true,
  }),
]

const asItStands = { 200: { description: 'The request as it stands', schema: requestShape } }

const personApi = (at: At, given: Given): Route[] => [
  at.get('/v1/rights', anyMember, (visit) => listMine(given, visit), {
    about: {
      summary: 'What I asked about my data, newest first',
      answers: { 200: { description: 'At most 100', schema: requestsShape } },
    },
  }),
  at.post('/v1/rights', anyMember, (visit) => askByApi(given, visit), {
    body: askBody,
    about: {
      summary: 'Asks for correction, restriction, objection or erasure; answered within two working days',
      answers: { 201: { description: 'Asked, with its receipt; twice is the same', schema: requestShape } },
    },
  }),
  at.post('/v1/rights/copy', anyMember, (visit) => giveCopyByApi(given, visit), {
    body: copyBody,
    fresh: true,
    about: {
      summary: 'All that the register keeps about me, as JSON or PDF',
      answers: {
        200: {
          description: 'The file, version 1 (docs/copy-of-my-data.md)',
          schema: z.object({
            format: z.literal('chinhdanh-copy-of-my-data'),
            version: z.literal(1),
            register: z.string(),
            organisation: z.string().nullable(),
            made_at: z.iso.datetime(),
            request: z.string(),
            receipt: z.string(),
            units: z.record(z.string(), z.string()),
            tables: z.record(z.string(), z.array(z.record(z.string(), z.unknown()))),
          }),
        },
      },
    },
  }),
  at.get('/v1/rights/:id', 'rights.read', (visit) => getMine(given, visit), {
    about: { summary: 'One of my requests', answers: asItStands },
  }),
  at.post('/v1/rights/:id/appeal', 'rights.change', (visit) => appealByApi(given, visit), {
    body: nothing,
    about: { summary: 'Takes what was refused one level up', answers: asItStands },
  }),
  at.post('/v1/rights/:id/take-back', 'rights.change', (visit) => takeBackByApi(given, visit), {
    body: nothing,
    about: { summary: 'Takes a request back, or ends what is in force', answers: asItStands },
  }),
]

const deskApi = (at: At, given: Given): Route[] => [
  at.get('/v1/rights/desk', whoPlaces, (visit) => listTasks(given, visit), {
    about: {
      summary: 'Requests that I answer; without names',
      answers: { 200: { description: 'At most 200', schema: tasksShape } },
    },
  }),
  at.post('/v1/rights/desk/:id', 'rights.handle', (visit) => openByApi(given, visit), {
    body: nothing,
    fresh: true,
    about: {
      summary: 'Open a request; its person sees who did',
      answers: { 200: { description: 'Who asks, and what', schema: openedShape } },
    },
  }),
  at.post('/v1/rights/desk/:id/answer', 'rights.handle', (visit) => answerByApi(given, visit), {
    body: answerBody,
    fresh: true,
    about: {
      summary: 'Answer a request that I have opened',
      answers: { 200: { description: 'Answered', schema: answeredShape } },
    },
  }),
]
