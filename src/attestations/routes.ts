import { anyAdministrator, anyMember } from '../permissions/index.ts'
import { type At, type Route, room } from '../web/index.ts'
import { answers } from './answers.ts'
import { getAttestation, getCycles, getMine, postAttestation, postCycle } from './api.ts'
import type { Given } from './given.ts'
import { notices } from './notices.ts'
import { answersForm, attestationShape, attestBody, cycleBody, cycleForm, cyclesShape, mineShape } from './shapes.ts'
import { answer, changeCycle, showCycles, showList, showReceipt } from './showing.tsx'
import { words } from './words.ts'

export function routesOf(given: Given) {
  const text = { vi: words.vi.short, en: words.en.short }
  return room('attestations', (at) => [...pageRoutes(at, given), ...apiRoutes(at, given)], {
    answers,
    notices,
    nav: [{ href: '/attestations', text, rule: anyMember, order: 20 }],
  })
}

const pageRoutes = (at: At, given: Given): Route[] => [
  at.get('/attestations', anyMember, (visit) => showList(given, visit)),
  at.post('/attestations', anyMember, (visit) => answer(given, visit), { body: answersForm }),
  at.get('/attestations/cycles', anyAdministrator, (visit) => showCycles(given, visit)),
  at.post('/attestations/cycles', anyAdministrator, (visit) => changeCycle(given, visit), { body: cycleForm }),
  at.get('/attestations/:id', 'attestations.read', (visit) => showReceipt(given, visit)),
]

const apiRoutes = (at: At, given: Given): Route[] => [
  at.get('/v1/attestations', anyMember, (visit) => getMine(given, visit), {
    about: {
      summary: 'My list: when it is due, each page with its answer, and what I attested before',
      answers: { 200: { description: 'As it stands', schema: mineShape } },
    },
  }),
  at.post('/v1/attestations', anyMember, (visit) => postAttestation(given, visit), {
    body: attestBody,
    about: {
      summary: 'Attest that the list is complete and true, or keep some answers. Takes an Idempotency-Key',
      answers: {
        200: { description: 'Kept, with `send: false`; the list as it stands', schema: mineShape },
        201: { description: 'Filed, with its receipt', schema: attestationShape },
      },
    },
  }),
  at.get('/v1/attestations/cycles', anyAdministrator, (visit) => getCycles(given, visit), {
    about: {
      summary: 'How often people are asked, by kind of unit',
      answers: { 200: { description: 'Every kind', schema: cyclesShape } },
    },
  }),
  at.post('/v1/attestations/cycles', anyAdministrator, (visit) => postCycle(given, visit), {
    body: cycleBody,
    about: {
      summary: 'Set how often people of one kind of unit are asked. Takes an Idempotency-Key',
      answers: { 200: { description: 'Every kind, as it stands now', schema: cyclesShape } },
    },
  }),
  at.get('/v1/attestations/:id', 'attestations.read', (visit) => getAttestation(given, visit), {
    about: {
      summary: 'One of my attestations',
      answers: { 200: { description: 'As it was filed', schema: attestationShape } },
    },
  }),
]
