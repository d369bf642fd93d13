import { whoPlaces } from '../permissions/index.ts'
import { type At, type Route, room } from '../web/index.ts'
import { answers } from './answers.ts'
import { getImport, getRows, listByApi, postAct, postColumns, postDiscard, postImport } from './api.ts'
import { cancel, chooseColumns, confirm, throwAway, undo, upload } from './changing.ts'
import type { Given } from './given.ts'
import { words } from './life-words.ts'
import { limits } from './reading/index.ts'
import {
  answersQuery,
  answersShape,
  columnsBody,
  columnsForm,
  importShape,
  listShape,
  nothing,
  rowsQuery,
  rowsShape,
  uploadForm,
} from './shapes.ts'
import { giveRejected, showColumns, showFront, showImport } from './showing.ts'
import { getAnswers, showAnswers } from './showing-answers.ts'

/** Whoever keeps a unit or administers one brings files into it; an import is seen by whoever brought it and by nobody else. Which units
 *  and people a file may change, the database answers row by row. */
export function routesOf(given: Given) {
  return room('imports', (at) => [...pageRoutes(at, given), ...apiRoutes(at, given)], {
    answers,
    nav: [{ href: '/imports', text: { vi: words.vi.imports, en: words.en.imports }, rule: whoPlaces, order: 65 }],
  })
}

const aFile = { body: uploadForm, upload: limits.bytes, limit: 30 }

const pageRoutes = (at: At, given: Given): Route[] => [
  at.get('/imports', whoPlaces, (visit) => showFront(given, visit)),
  at.post('/imports', whoPlaces, (visit) => upload(given, visit), aFile),
  at.get('/imports/:id', 'imports.read', (visit) => showImport(given, visit)),
  at.get('/imports/:id/columns', 'imports.read', (visit) => showColumns(given, visit)),
  at.post('/imports/:id/columns', 'imports.change', (visit) => chooseColumns(given, visit), {
    body: columnsForm,
    limit: 30,
  }),
  at.get('/imports/:id/answers', 'imports.read', (visit) => showAnswers(given, visit)),
  at.get('/imports/:id/rejected', 'imports.read', (visit) => giveRejected(given, visit)),
  at.post('/imports/:id/confirm', 'imports.change', (visit) => confirm(given, visit)),
  at.post('/imports/:id/cancel', 'imports.change', (visit) => cancel(given, visit)),
  at.post('/imports/:id/undo', 'imports.change', (visit) => undo(given, visit)),
  at.post('/imports/:id/discard', 'imports.change', (visit) => throwAway(given, visit)),
]

const asItStands = { description: 'The import as it stands', schema: importShape }

const apiRoutes = (at: At, given: Given): Route[] => [
  at.get('/v1/imports', whoPlaces, (visit) => listByApi(given, visit), {
    about: {
      summary: 'My imports, the newest first',
      answers: { 200: { description: 'At most 100', schema: listShape } },
    },
  }),
  at.post('/v1/imports', whoPlaces, (visit) => postImport(given, visit), {
    ...aFile,
    about: {
      summary:
        'Read a CSV or XLSX file (`file`) of units, people or accounts (`kind`); nothing is written until it is confirmed',
      answers: { 201: asItStands },
    },
  }),
  at.get('/v1/imports/:id', 'imports.read', (visit) => getImport(given, visit), {
    about: { summary: 'One of my imports, and how far it is', answers: { 200: asItStands } },
  }),
  at.get('/v1/imports/:id/rows', 'imports.read', (visit) => getRows(given, visit), {
    about: {
      summary: 'Rows of an import by what they do',
      answers: { 200: { description: 'At most 100; `next` is the `from` of the next call', schema: rowsShape } },
      query: rowsQuery,
    },
  }),
  at.get('/v1/imports/:id/answers', 'imports.read', (visit) => getAnswers(given, visit), {
    about: {
      summary:
        'What people of my unit said of the accounts that this import put before them; listing them is listing the unit',
      answers: { 200: { description: 'At most 100; `next` is the `from` of the next call', schema: answersShape } },
      query: answersQuery,
    },
  }),
  at.post('/v1/imports/:id/columns', 'imports.change', (visit) => postColumns(given, visit), {
    body: columnsBody,
    about: { summary: 'Say what columns hold, and read the file again', answers: { 200: asItStands } },
  }),
  at.post(
    '/v1/imports/:id/confirm',
    'imports.change',
    (visit) => postAct(given, visit, 'import_confirm'),
    acts('Write the rows into the register'),
  ),
  at.post(
    '/v1/imports/:id/cancel',
    'imports.change',
    (visit) => postAct(given, visit, 'import_cancel'),
    acts('Stop before the next block'),
  ),
  at.post(
    '/v1/imports/:id/undo',
    'imports.change',
    (visit) => postAct(given, visit, 'import_undo'),
    acts('Take back what this import did'),
  ),
  at.post('/v1/imports/:id/discard', 'imports.change', (visit) => postDiscard(given, visit), {
    body: nothing,
    about: { summary: 'Throw a file away that is not confirmed', answers: { 200: { description: 'Its id' } } },
  }),
]

const acts = (summary: string) => ({ body: nothing, about: { summary, answers: { 200: asItStands } } })
