import type { Server } from 'node:http'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from '@playwright/test'

// The browser itself, whichever it is, does what the other tests rely on.

const page = `<!doctype html><html lang="vi"><title>Chính Danh</title><meta name="viewport" content="width=device-width">
<h1>Đặng Thị Ố</h1><form method="post" action="/"><button>Gửi</button></form><script src="/script.js"></script>`
const script =
  "document.querySelector('h1').textContent = 'có JavaScript'; fetch(location.href.replace('localhost', '127.0.0.1')).then(() => { document.title = 'khác nguồn' }, () => { document.title = 'chỉ nguồn này' })"

let server: Server
let origin: string
let posted: string | undefined

test.beforeAll(async () => {
  server = createServer((request, response) => {
    if (request.method === 'POST') posted = request.headers.origin
    const isScript = request.url === '/script.js'
    response
      .setHeader('content-type', isScript ? 'text/javascript' : 'text/html; charset=utf-8')
      .end(isScript ? script : page)
  })
  await new Promise<void>((resolve) => server.listen(0, resolve))
  origin = `http://localhost:${(server.address() as AddressInfo).port}`
})

test.afterAll(() => {
  server.close()
  server.closeAllConnections()
})

test('a page shows Vietnamese, runs its script and fits the screen @desktop', async ({ page }) => {
  await page.goto(origin)
  await expect(page.getByRole('heading')).toHaveText('có JavaScript')
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
})

test('a page of another origin cannot be read', async ({ page }) => {
  await page.goto(origin)
  await expect(page).toHaveTitle('chỉ nguồn này')
})

test('without JavaScript the page stays as it was sent @noscript-only', async ({ page }) => {
  await page.goto(origin)
  await expect(page.getByRole('heading')).toHaveText('Đặng Thị Ố')
})

test('a form says from which origin it is posted @noscript', async ({ page }) => {
  await page.goto(origin)
  posted = undefined
  await page.getByRole('button').click()
  await expect.poll(() => posted).toBe(origin)
})

test('a virtual authenticator makes a passkey', async ({ page }) => {
  await page.goto(origin)
  const session = await page.context().newCDPSession(page)
  await session.send('WebAuthn.enable')
  const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  await page.evaluate(makePasskey)
  const { credentials } = await session.send('WebAuthn.getCredentials', { authenticatorId })
  expect(credentials).toHaveLength(1)
})

const makePasskey = () =>
  navigator.credentials
    .create({
      publicKey: {
        rp: { id: 'localhost', name: 'Chính Danh' },
        user: { id: new Uint8Array(16), name: 'lan', displayName: 'Lan' },
        challenge: new Uint8Array(32),
        pubKeyCredParams: [{ type: 'public-key', alg: -7 }],
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      },
    })
    .then((made) => made?.id)
