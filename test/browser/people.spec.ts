import type { Page } from '@playwright/test'
import { ticks } from '../peers/mastodon-link.ts'
import { expect, test } from './support/index.ts'
import { listed } from './support/pages.ts'
import { press } from './support/press.ts'

const linksOf = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('a[rel~=me], link[rel~=me]')].map((link) => link.getAttribute('href')),
  )

test('whoever opens a listed person sees the pages that they chose, each with its level and date @noscript', async ({
  page,
  help,
}) => {
  const { page: path, address } = await listed(help)
  await page.goto(path)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Nguyễn Văn A')
  await expect(page.getByRole('main')).toContainText('Phó trưởng phòng')
  const entries = page.locator('.cd-entries > li')
  await expect(entries).toHaveCount(3)
  await expect(entries.nth(0)).toContainText('Mastodon')
  await expect(entries.nth(0)).toContainText('Mức 3')
  await expect(entries.nth(1)).toContainText(new URL(address).hostname)
  await expect(entries.nth(1)).toContainText('Mức 2')
  await expect(entries.nth(2)).toContainText('Mức 1')
  for (const entry of await entries.all()) await expect(entry).toContainText(/\d{1,2}\/\d{1,2}\/20\d\d/)
})

test('a browser finds the links that a server of the fediverse demands, and what schema.org is told', async ({
  page,
  help,
}) => {
  const { page: path, address, mastodon, facebook } = await listed(help)
  const broken: string[] = []
  page.on('console', (message) => message.type() === 'error' && broken.push(message.text()))
  await page.addInitScript(() =>
    document.addEventListener('securitypolicyviolation', ({ violatedDirective }) => console.error(violatedDirective)),
  )
  await page.goto(path)
  const links = await linksOf(page)
  expect(links).toEqual([mastodon, address, facebook])
  const data = await page.locator('script[type="application/ld+json"]').textContent()
  expect(JSON.parse(data ?? '')).toMatchObject({ '@type': 'Person', name: 'Nguyễn Văn A', sameAs: links })
  expect(broken).toEqual([])
})

test('the same page, asked for over the wire by the rules of Mastodon, ticks the account', async ({ page, help }) => {
  const { page: path, mastodon } = await listed(help)
  const ticked = await ticks(`https://so.vn${path}`, mastodon, async (method, url, headers) => {
    const answer = await page.request.fetch(new URL(url).pathname, { method, headers, maxRedirects: 0 })
    return { status: answer.status(), headers: answer.headers(), text: await answer.text() }
  })
  expect(ticked).toBe(true)
})

test('its owner copies the address of the public page from beside a listed page', async ({ page, help }) => {
  const { page: path, who, id } = await listed(help)
  await help.signIn(page.context(), who)
  await page.goto(`/declarations/${id}`)
  await expect(page.locator('#listing')).toHaveValue(new RegExp(`^http.*${path}$`))
  await page.context().grantPermissions(['clipboard-write'])
  await page.locator('[data-copies=listing]').click()
  await expect(page.locator('#copied')).not.toBeEmpty()
  await page.getByRole('link', { name: 'Mở trang công khai' }).click()
  await expect(page).toHaveURL(new RegExp(`${path}$`))
})

test('what is chosen as public in the form stands on the page at once, and goes with the next choice @noscript', async ({
  page,
  help,
}) => {
  const { page: path, who, id, address } = await listed(help)
  await help.signIn(page.context(), who)
  const choose = async (visibility: string) => {
    await page.goto(`/declarations/${id}`)
    await page.locator(`input[name=visibility][value=${visibility}]`).check()
    await press(page, page.getByRole('button', { name: 'Lưu thay đổi' }))
    await page.goto(path)
  }
  await choose('confirmable')
  await expect(page.getByRole('main')).not.toContainText(new URL(address).hostname)
  await choose('listed')
  await expect(page.getByRole('main')).toContainText(new URL(address).hostname)
})
