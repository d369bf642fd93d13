import type { Page } from '@playwright/test'
import { expect, type Help, test } from './support/index.ts'
import { confirmed, filled } from './support/pages.ts'

const title = (page: Page) => page.getByRole('heading', { level: 1 })

async function ask(page: Page, text: string): Promise<void> {
  await page.goto('/')
  await page.fill('#url', text)
  await page.getByRole('button', { name: 'Hỏi sổ đăng ký' }).click()
}

const answering = (help: Help, address: string, answer: string) =>
  help.ask({
    act: 'sql',
    text: 'update published set answer = $2, level_at = now() where canonical = $1',
    values: [address, answer],
  })

test('a proven page that its owner opened is confirmed, with level, date and the name they chose @noscript', async ({
  page,
  help,
}) => {
  const { address } = await confirmed(help)
  await ask(page, address.replace('https://', 'http://www.'))
  await expect(title(page)).toContainText('Đúng, trang này')
  for (const said of ['Nguyễn Văn A', 'Phó trưởng phòng', 'Mức\u00a02 · Đã xác minh'])
    await expect(page.locator('main')).toContainText(said)
})

test('unknown and private get the same page, to the letter @noscript', async ({ page, help }) => {
  const { host } = await filled(help, await help.person())
  await page.goto(`/?url=${host}`)
  await expect(title(page)).toContainText('Chưa có')
  const ofPrivate = await page.locator('main').innerHTML()
  await page.goto('/?url=facebook.com/khong.ai.biet')
  expect(await page.locator('main').innerHTML()).toBe(ofPrivate)
})

test('suspended, closed and imitation are pages of their own @noscript', async ({ page, help }) => {
  const titles = new Set<string>()
  for (const answer of ['suspended', 'closed', 'imitation']) {
    const { address } = await confirmed(help)
    await answering(help, address, answer)
    await page.goto(`/?url=${address}`)
    titles.add((await title(page).textContent()) ?? '')
    await expect(page.locator('.cd-answer')).toHaveClass(new RegExp(`cd-answer--${answer}`))
  }
  expect(titles.size).toBe(3)
})

test('a name is no address, and the page says what to paste instead @noscript', async ({ page }) => {
  await ask(page, 'Nguyễn Văn A')
  await expect(page).toHaveTitle(/^Lỗi/)
  await expect(page.locator('#url')).toHaveValue('Nguyễn Văn A')
})

test('the switch changes the language and keeps the question @noscript', async ({ page }) => {
  await page.goto('/?url=facebook.com/khong.ai.biet')
  await page.getByRole('link', { name: 'English' }).click()
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await expect(page).toHaveURL(/url=facebook\.com/)
  await page.goto('/')
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
})

test('a browser that asks for English first gets English', async ({ browser, help }) => {
  const context = await browser.newContext({ locale: 'en-GB', baseURL: help.places.register.url })
  const page = await context.newPage()
  await page.goto('/')
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await context.close()
})

test('printed, the answer keeps its words and loses what only a screen can use', async ({ page, help }) => {
  const { address } = await confirmed(help)
  await page.goto(`/?url=${address}`)
  await page.emulateMedia({ media: 'print' })
  await expect(title(page)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Hỏi sổ đăng ký' })).toBeHidden()
})
