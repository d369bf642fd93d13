import { whoCampaigns } from '../permissions/index.ts'
import { type At, type Route, room } from '../web/index.ts'
import { answers } from './answers.ts'
import { getOne, listCampaigns, listFigures, listPeople, postCampaign, postMove } from './api.ts'
import { create, press } from './changing.ts'
import type { Given } from './given.ts'
import { notices } from './notices.ts'
import { acts } from './rules.ts'
import {
  campaignShape,
  campaignsShape,
  figuresShape,
  newForm,
  peopleShape,
  prepareBody,
  unitQuery,
  wholeShape,
} from './shapes.ts'
import { followOne, printLetters, showCampaign, showCampaigns, showFigures, showNew, showPeople } from './showing.ts'
import { words } from './words.ts'

/** Officers and overseers remind people of their units of what the register asks. */
export function routesOf(given: Given) {
  return room('campaigns', (at) => [...pageRoutes(at, given), ...apiRoutes(at, given)], {
    answers,
    notices,
    nav: [
      { href: '/campaigns', text: { vi: words.vi.campaigns, en: words.en.campaigns }, rule: whoCampaigns, order: 63 },
    ],
  })
}

const pageRoutes = (at: At, given: Given): Route[] => [
  at.get('/campaigns', whoCampaigns, (visit) => showCampaigns(given, visit)),
  at.get('/campaigns/new', whoCampaigns, (visit) => showNew(given, visit)),
  at.post('/campaigns', whoCampaigns, (visit) => create(given, visit), { body: newForm }),
  at.get('/campaigns/:id', 'campaigns.read', (visit) => showCampaign(given, visit)),
  at.get('/campaigns/:id/progress', 'campaigns.read', (visit) => followOne(given, visit)),
  at.get('/campaigns/:id/figures', 'campaigns.read', (visit) => showFigures(given, visit)),
  at.get('/campaigns/:id/people', 'campaigns.people', (visit) => showPeople(given, visit)),
  at.get('/campaigns/:id/letters', 'campaigns.people', (visit) => printLetters(given, visit)),
  at.post('/campaigns/:id/start', 'campaigns.change', (visit) => press(given, visit, 'start'), { fresh: true }),
  at.post('/campaigns/:id/stop', 'campaigns.change', (visit) => press(given, visit, 'stop')),
  at.post('/campaigns/:id/resume', 'campaigns.change', (visit) => press(given, visit, 'resume'), { fresh: true }),
  at.post('/campaigns/:id/close', 'campaigns.change', (visit) => press(given, visit, 'close')),
  at.post('/campaigns/:id/drop', 'campaigns.change', (visit) => press(given, visit, 'drop')),
]

const moves = {
  start: 'Start it: people are told in the waves that follow',
  stop: 'Stop it: nobody else is told',
  resume: 'Go on where it was stopped',
  close: 'End it for good',
  drop: 'Drop a draft',
} as const

const apiRoutes = (at: At, given: Given): Route[] => [
  at.get('/v1/campaigns', whoCampaigns, (visit) => listCampaigns(given, visit), {
    about: {
      summary: 'Campaigns over the units that the caller keeps or oversees',
      answers: { 200: { description: 'Newest first, at most 100', schema: campaignsShape } },
    },
  }),
  at.post('/v1/campaigns', whoCampaigns, (visit) => postCampaign(given, visit), {
    body: prepareBody,
    about: {
      summary: 'Prepare a campaign; nobody is told anything yet. Takes an Idempotency-Key',
      answers: { 201: { description: 'The draft', schema: wholeShape } },
    },
  }),
  at.get('/v1/campaigns/:id', 'campaigns.read', (visit) => getOne(given, visit), {
    about: {
      summary: 'One campaign: how far it is, and everybody in what it is over',
      answers: { 200: { description: 'As it stands', schema: wholeShape } },
    },
  }),
  at.get('/v1/campaigns/:id/figures', 'campaigns.read', (visit) => listFigures(given, visit), {
    about: {
      summary: 'Results of a unit and of those right below',
      query: unitQuery,
      answers: { 200: { description: 'The unit itself first', schema: figuresShape } },
    },
  }),
  at.get('/v1/campaigns/:id/people', 'campaigns.people', (visit) => listPeople(given, visit), {
    about: {
      summary: 'Whom it reminds in a unit, for its officer; leaves a row that everybody in the unit sees',
      query: unitQuery,
      answers: { 200: { description: 'By name', schema: peopleShape } },
    },
  }),
  at.get('/v1/campaigns/:id/letters', 'campaigns.people', (visit) => printLetters(given, visit), {
    about: {
      summary:
        'Letters to print for those of a unit whom no mail reaches; leaves a row that everybody in the unit sees',
      query: unitQuery,
      answers: { 200: { description: 'A PDF, one page a person, at most 200' } },
    },
  }),
  ...acts.map((act) =>
    at.post(
      `/v1/campaigns/:id/${act}` as '/v1/campaigns/:id/start',
      'campaigns.change',
      (visit) => postMove(given, visit, act),
      {
        ...(act === 'start' || act === 'resume' ? { fresh: true } : {}),
        about: {
          summary: `${moves[act]}. Twice is once`,
          answers: { 200: { description: 'As it stands', schema: campaignShape } },
        },
      },
    ),
  ),
]
