import { afterAll, beforeAll, expect, test } from 'vitest'
import { pages } from '../browser/support/pages.ts'
import { type TestHouse, testHouse } from '../support/house.ts'

/** Which entry of test/browser/support/pages.ts opens which page, so that none escapes axe, the narrow screen and the weight. */
const opened: Record<string, string> = {
  '/': 'ask',
  '/about': 'about',
  '/help': 'help',
  '/set-up/:secret': 'set-up',
  '/sign-in': 'sign-in',
  '/sign-in/code': 'sign-in-code',
  '/sign-in/again': 'sign-in-again',
  '/sign-in/again/done': 'sign-in-again-done',
  '/sign-in/mail': 'sign-in-mail',
  '/sign-in/mail/sent': 'sign-in-mail-sent',
  '/sign-in/link/:secret': 'sign-in-link',
  '/recovery': 'recovery',
  '/recovery/sent': 'recovery-sent',
  '/recovery/not-me/:key': 'recovery-not-me',
  '/recoveries': 'recoveries',
  '/recoveries/:id': 'recovery-one',
  '/recoveries/for/:id': 'recovery-start',
  '/invitations/:secret': 'invitation',
  '/me': 'account',
  '/me/passkeys/:id': 'account-passkey',
  '/me/tokens/new': 'account-token',
  '/declarations': 'my-pages',
  '/declarations/new': 'declare',
  '/declarations/:id': 'declaration',
  '/declarations/:id/prove': 'prove',
  '/declarations/:id/close': 'close',
  '/declarations/:id/proofs': 'timeline',
  '/declarations/offered': 'offered',
  '/drafts/:id': 'draft',
  '/drafts/:id/check': 'draft-check',
  '/receipts': 'receipts',
  '/receipts/:code': 'receipt',
  '/proofs/:id': 'proof-dns',
  '/proofs/:id/sign-in/:provider': 'sign-in-unreachable',
  '/proofs/sign-in/return/:provider': 'sign-in-found',
  '/people/:page': 'people',
  '/members': 'members',
  '/members/:id': 'member-place',
  '/units': 'units',
  '/units/:id': 'unit',
  '/roles': 'roles',
  '/roles/mine': 'roles-mine',
  '/roles/new': 'role-new',
  '/roles/:id': 'role',
  '/witness': 'witness-tasks',
  '/witness/:id': 'witness',
  '/records/:id': 'record-purpose',
  '/incidents': 'incidents',
  '/incidents/new': 'incident-new',
  '/incidents/:id': 'incident',
  '/incidents/:id/letters/:whom': 'incident-letter',
  '/incidents/help': 'incident-help',
  '/incidents/desk': 'incident-desk',
  '/incidents/desk/:id': 'incident-task',
  '/cases': 'cases',
  '/cases/:id': 'case',
  '/cases/desk': 'case-desk',
  '/cases/desk/:id': 'case-task',
  '/impersonations': 'imitation-start',
  '/impersonations/new': 'imitation-report',
  '/impersonations/reports/:code': 'imitation-received',
  '/impersonations/object': 'imitation-object',
  '/impersonations/mine': 'imitations-mine',
  '/impersonations/lookalikes': 'lookalikes',
  '/impersonations/:id': 'imitation-asked',
  '/impersonations/desk': 'imitation-desk',
  '/impersonations/desk/:id': 'imitation-task',
  '/my-record': 'who-looked',
  '/my-record/:id/why': 'why',
  '/records/questions': 'questions',
  '/records/questions/:id': 'question',
  '/records/access': 'access-record',
  '/declarations/assisted/:id': 'assist',
  '/imports': 'imports',
  '/imports/:id': 'import',
  '/imports/:id/columns': 'import-columns',
  '/imports/:id/answers': 'import-answers',
  '/attestations': 'attest',
  '/attestations/:id': 'attest-receipt',
  '/attestations/cycles': 'attest-cycles',
  '/guidance': 'guidance',
  '/guidance/new': 'guidance-new',
  '/guidance/:id': 'guidance-text',
  '/guidance/:id/edit': 'guidance-edit',
  '/guidance/:id/versions/:n': 'guidance-version',
  '/guidance/:id/missing': 'guidance-missing',
  '/guidance/:id/figures': 'guidance-figures',
  '/campaigns': 'campaigns',
  '/campaigns/new': 'campaign-new',
  '/campaigns/:id': 'campaign-running',
  '/campaigns/:id/figures': 'campaign-figures',
  '/campaigns/:id/people': 'campaign-people',
  '/notices': 'notices',
  '/notices/mail': 'notices-mail',
  '/notices/push': 'notices-push',
  '/notices/unsubscribe/:key': 'unsubscribe',
  '/notices/mail/:secret': 'notices-mail-confirm',
  '/settings/outbox': 'outbox',
  '/settings/directories': 'directories',
  '/settings/directories/new': 'directory-new',
  '/sample': 'sample',
  '/sample/import': 'sample-import',
  '/sample/import/result': 'sample-import-result',
}

/** GET addresses that show no page of their own. */
const noPage: Record<string, string> = {
  '/imports/:id/rejected': 'the file to download',
  '/campaigns/:id/letters': 'the file to print',
  '/campaigns/:id/progress': 'the figures of the page, as events',
  '/proofs/:id/file': 'the file to download',
  '/impersonations/:id/evidence/:format': 'the file to download',
  '/impersonations/reports': 'leads to the report that has the code',
  '/proofs/:id/check': 'leads back to the proof',
  '/declarations/several': 'leads back to the form; the list is the answer to it, and is opened as declare-several',
}

let houses: readonly TestHouse[]
beforeAll(async () => {
  houses = [await testHouse(), await testHouse({ sample: true })]
})
afterAll(() => Promise.all(houses.map((house) => house[Symbol.asyncDispose]())))

test('every page is opened by a browser test', () => {
  const paths = houses
    .flatMap(({ rooms }) => rooms.flatMap(({ routes }) => routes))
    .filter(({ method, path }) => method === 'GET' && !/^\/(v1|\.well-known|healthz|readyz)/.test(path))
    .map(({ path }) => path)
  const missing = [...new Set(paths)].filter((path) => !(path in opened) && !(path in noPage))
  expect(missing, 'add the page to test/browser/support/pages.ts and name it here').toEqual([])
  const names = new Set(pages.map(({ name }) => name))
  expect(
    Object.values(opened).filter((name) => !names.has(name)),
    'no such entry in test/browser/support/pages.ts',
  ).toEqual([])
})
