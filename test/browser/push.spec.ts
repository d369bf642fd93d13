import type { Page } from '@playwright/test'
import { expect, type Help, type Somebody, test } from './support/index.ts'

const main = (page: Page) => page.getByRole('main')
const on = (page: Page) => page.getByRole('button', { name: 'Bật ở trình duyệt này' })

async function opens(page: Page, help: Help): Promise<Somebody> {
  const who = await help.person()
  await help.signIn(page.context(), who)
  await page.goto('/notices')
  await page.getByRole('link', { name: 'Nhận báo qua trình duyệt' }).click()
  await expect(main(page)).toContainText('Khi anh/chị tắt, sổ xóa địa chỉ đó.')
  return who
}

/** In this browser Google is not reached, so no push service gives it an address: this one stands in for what it would give, and for nothing else. */
const reachesAService = (page: Page, keys: { p256dh: string; auth: string }) =>
  page.addInitScript((given) => {
    const read = () => sessionStorage.getItem('endpoint')
    const subscription = () => ({
      endpoint: read(),
      toJSON: () => ({ endpoint: read(), expirationTime: null, keys: given }),
      unsubscribe: async () => sessionStorage.removeItem('endpoint'),
    })
    Object.assign(PushManager.prototype, {
      getSubscription: async () => (read() ? subscription() : null),
      async subscribe() {
        sessionStorage.setItem('endpoint', `https://fcm.googleapis.com/fcm/send/${crypto.randomUUID()}`)
        return subscription()
      },
    })
  }, keys)

test('a browser that reaches no push service, or does not allow it, says so in plain words', async ({ page, help }) => {
  await opens(page, help)
  await on(page).click()
  await expect(page.getByRole('alert')).toContainText('Trình duyệt không cho phép báo.')
  await page.context().grantPermissions(['notifications'])
  await on(page).click()
  await expect(page.getByRole('alert')).toContainText('Trình duyệt chưa nối được với dịch vụ báo của hãng.')
  await expect(on(page)).toBeEnabled()
})

test('what is pushed is shown by the worker, once for all that waits, and the worker keeps nothing', async ({
  page,
  help,
}) => {
  await page.context().grantPermissions(['notifications'])
  await opens(page, help)
  const session = await page.context().newCDPSession(page)
  const registered = new Promise<string>((done) =>
    session.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      for (const { registrationId, scopeURL } of registrations) if (scopeURL.endsWith('/assets/')) done(registrationId)
    }),
  )
  await session.send('ServiceWorker.enable')
  await on(page).click()
  await expect(page.getByRole('alert')).not.toBeEmpty()
  const registrationId = await registered
  const [worker] = page.context().serviceWorkers()
  if (!worker) throw new Error('no worker')
  // A browser without a screen shows nothing: what the worker asks it to show is noted.
  await worker.evaluate(() => {
    const asked: unknown[] = []
    const { registration } = self as unknown as { registration: ServiceWorkerRegistration }
    registration.showNotification = async (title, options) => {
      asked.push([title, options])
    }
    Object.assign(self, { asked })
  })
  const shown = () => worker.evaluate(() => (self as unknown as { asked: unknown[] }).asked)
  const { origin } = new URL(page.url())
  const body = 'Có thông báo mới trong sổ của anh/chị.'
  const said = [JSON.stringify({ title: 'Đơn vị Mẫu', body, lang: 'vi', url: 'https://noi-khac.vn' }), 'no JSON']
  for (const data of said) await session.send('ServiceWorker.deliverPushMessage', { origin, registrationId, data })
  await expect.poll(shown).toEqual([
    ['Đơn vị Mẫu', { body, lang: 'vi', tag: 'register' }],
    ['localhost', { body: '', lang: 'vi', tag: 'register' }],
  ])
  expect(await page.evaluate(async () => [await caches.keys(), navigator.serviceWorker.controller])).toEqual([[], null])
})

test('it is turned on and off in one browser, which knows itself in the list', async ({ page, help }) => {
  await page.context().grantPermissions(['notifications'])
  const keys = await help.ask<{ p256dh: string; auth: string }>({ act: 'browser keys' })
  await reachesAService(page, keys)
  await opens(page, help)
  await on(page).click()
  await expect(main(page).getByText('Trình duyệt này', { exact: true })).toBeVisible()
  await expect(main(page)).toContainText('Đã bật ở trình duyệt này.')
  await expect(on(page)).toHaveCount(0)
  await page.getByRole('button', { name: /^Tắt/ }).click()
  await expect(on(page)).toBeVisible()
  await expect(main(page)).not.toContainText('Các trình duyệt đã bật')
  expect(await page.evaluate(() => sessionStorage.getItem('endpoint'))).toBeNull()
})

test('without JavaScript the page says that it takes it, leads to mail, and turns other browsers off @noscript-only', async ({
  page,
  help,
}) => {
  const who = await opens(page, help)
  await expect(on(page)).toBeHidden()
  await expect(main(page)).toContainText('Muốn bật, trình duyệt cần chạy JavaScript.')
  await expect(main(page).getByRole('link', { name: 'Nhận thông báo qua thư' })).toHaveAttribute(
    'href',
    '/notices/mail',
  )
  await help.ask({
    act: 'sql',
    text: `insert into push_subscription (person, endpoint, p256dh, auth, label, lang)
      values ($1, 'https://fcm.googleapis.com/x', 'B' || repeat('A', 86), repeat('A', 22), 'Chrome, Android', 'vi')`,
    values: [who.id],
  })
  await page.reload()
  await page.getByRole('button', { name: 'Tắt Chrome, Android' }).click()
  await expect(main(page)).not.toContainText('Chrome, Android')
})
