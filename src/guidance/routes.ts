import { anyAdministrator, anyMember } from '../permissions/index.ts'
import { type At, type Route, room } from '../web/index.ts'
import { answers } from './answers.ts'
import { getText, listFigures, listMissing, listTexts, postRead, postText } from './api.ts'
import { bringOut, confirmRead, goOnWriting, preview } from './changing.ts'
import type { Given } from './given.ts'
import { notices } from './notices.ts'
import {
  draftForm,
  figuresShape,
  missingShape,
  publishBody,
  readBody,
  readForm,
  textShape,
  textsShape,
  unitQuery,
  wholeShape,
} from './shapes.ts'
import { showEdit, showFigures, showMissing, showNew, showText, showTexts, showVersion } from './showing.ts'
import { words } from './words.ts'

/** Everybody inside reads every text; administrators bring out what is for the people they administer. */
export function routesOf(given: Given) {
  return room('guidance', (at) => [...pageRoutes(at, given), ...apiRoutes(at, given)], {
    answers,
    notices,
    nav: [{ href: '/guidance', text: { vi: words.vi.guidance, en: words.en.guidance }, rule: anyMember, order: 45 }],
  })
}

const pageRoutes = (at: At, given: Given): Route[] => [
  at.get('/guidance', anyMember, (visit) => showTexts(given, visit)),
  at.get('/guidance/new', anyAdministrator, showNew),
  at.post('/guidance/preview', anyAdministrator, preview, { body: draftForm }),
  at.post('/guidance/draft', anyAdministrator, goOnWriting, { body: draftForm }),
  at.post('/guidance', anyAdministrator, (visit) => bringOut(given, visit), { body: draftForm, fresh: true }),
  at.get('/guidance/:id', 'guidance.read', (visit) => showText(given, visit)),
  at.get('/guidance/:id/edit', 'guidance.change', (visit) => showEdit(given, visit)),
  at.get('/guidance/:id/versions/:n', 'guidance.read', (visit) => showVersion(given, visit)),
  at.post('/guidance/:id/read', 'guidance.read', (visit) => confirmRead(given, visit), { body: readForm }),
  at.get('/guidance/:id/missing', 'guidance.missing', (visit) => showMissing(given, visit)),
  at.get('/guidance/:id/figures', 'guidance.figures', (visit) => showFigures(given, visit)),
]

const apiRoutes = (at: At, given: Given): Route[] => [
  at.get('/v1/guidance', anyMember, (visit) => listTexts(given, visit), {
    about: {
      summary: 'Texts that explain the register, in their newest version; what asks the caller first',
      answers: { 200: { description: 'At most 200', schema: textsShape } },
    },
  }),
  at.post('/v1/guidance', anyAdministrator, (visit) => postText(given, visit), {
    body: publishBody,
    fresh: true,
    about: {
      summary: 'Bring out a text, or its next version. Takes an Idempotency-Key',
      answers: { 201: { description: 'The text as it stands', schema: textShape } },
    },
  }),
  at.get('/v1/guidance/:id', 'guidance.read', (visit) => getText(given, visit), {
    about: {
      summary: 'One text with all its versions',
      answers: { 200: { description: 'Newest first', schema: wholeShape } },
    },
  }),
  at.post('/v1/guidance/:id/read', 'guidance.read', (visit) => postRead(given, visit), {
    body: readBody,
    about: {
      summary: 'Acknowledge a version',
      answers: { 200: { description: 'The text as it stands', schema: textShape } },
    },
  }),
  at.get('/v1/guidance/:id/missing', 'guidance.missing', (visit) => listMissing(given, visit), {
    about: {
      summary: 'Who of a unit has not yet, for its officer; leaves a row that everybody in the unit sees',
      query: unitQuery,
      answers: { 200: { description: 'By name', schema: missingShape } },
    },
  }),
  at.get('/v1/guidance/:id/figures', 'guidance.figures', (visit) => listFigures(given, visit), {
    about: {
      summary: 'How many a text asks and how many have acknowledged it: of a unit, and of those right below',
      query: unitQuery,
      answers: { 200: { description: 'The unit itself first', schema: figuresShape } },
    },
  }),
]
