import type { Page } from '@playwright/test'
import { expect, type Help, type Somebody, test } from './support/index.ts'

const title = (page: Page) => page.getByRole('heading', { level: 1 })
const go = (page: Page) => page.getByRole('button', { name: 'Tiếp tục', exact: true }).click()

async function paste(page: Page, text: string): Promise<void> {
  await page.goto('/declarations/new')
  await page.fill('#address', text)
  await go(page)
}

async function answer(page: Page): Promise<void> {
  await page.getByLabel('Chỉ mình tôi').check()
  await page.fill('#since_year', '2019')
  await page.fill('#since_month', '3')
  await page.getByRole('button', { name: 'Đúng, tiếp tục' }).click()
}

async function member({ page, help }: { page: Page; help: Help }): Promise<Somebody> {
  const who = await help.person()
  await help.signIn(page.context(), who)
  return who
}

const filedBy = async (help: Help, who: Somebody) =>
  (
    await help.ask<{ n: string }[]>({
      act: 'sql',
      text: 'select count(*) as n from declaration where person = $1',
      values: [who.id],
    })
  )[0]?.n

test('a pasted address is recognised, answered, checked and filed, and its receipt opens again @noscript', async ({
  page,
  help,
}) => {
  await member({ page, help })
  await paste(page, 'm.facebook.com/Nguyen.Van.A.Mau?mibextid=x1')
  await expect(title(page)).toHaveText('Đúng trang này không?')
  await expect(page.locator('main')).toContainText('https://www.facebook.com/nguyenvanamau')
  await answer(page)
  await expect(title(page)).toHaveText('Kiểm tra trước khi gửi')
  await expect(page.locator('main')).toContainText('Chỉ mình tôi')
  await page.getByRole('button', { name: 'Gửi khai báo' }).click()
  await expect(title(page)).toHaveText('Đã nhận khai báo')
  const code = (await page.locator('.cd-receipt__code').textContent()) ?? ''
  expect(code).toMatch(/^BN-[0-9A-Z]{4}-[0-9A-Z]{4}$/)
  await expect(page.locator('.cd-receipt svg').first()).toBeVisible()
  await page.goto('/receipts')
  await page.getByRole('link', { name: code }).click()
  await expect(title(page)).toHaveText('Đã nhận khai báo')
})

test('the two questions are asked for, and what was typed stays @noscript', async ({ page, help }) => {
  await member({ page, help })
  await paste(page, 'facebook.com/nguyenvanamau')
  await page.fill('#since_year', '1066')
  await page.getByRole('button', { name: 'Đúng, tiếp tục' }).click()
  await expect(page).toHaveTitle(/^Lỗi/)
  await expect(page.getByRole('alert')).toBeVisible()
  await expect(page.locator('#since_year')).toHaveValue('1066')
})

test('the link of a post leads to its account, with one button @noscript', async ({ page, help }) => {
  await member({ page, help })
  await paste(page, 'https://www.facebook.com/nguyenvanamau/posts/123456789')
  await expect(page.locator('main')).toContainText('https://www.facebook.com/nguyenvanamau')
  await page.locator('main form button').first().click()
  await expect(title(page)).toHaveText('Đúng trang này không?')
})

test('a look-alike is refused with a warning, and the text stays in its field @noscript', async ({ page, help }) => {
  await member({ page, help })
  await paste(page, 'facebook.com.dang-nhap.vn/nguyenvanamau')
  await expect(page).toHaveTitle(/^Lỗi/)
  await expect(page.locator('main')).toContainText('Nếu đã nhập mật khẩu ở địa chỉ này, hãy đổi mật khẩu ngay.')
  await expect(page.locator('#address')).toHaveValue('facebook.com.dang-nhap.vn/nguyenvanamau')
})

test('a draft survives closing the browser @noscript', async ({ page, help, browser }) => {
  const who = await member({ page, help })
  await paste(page, 'facebook.com/nguyenvanamau')
  await expect(title(page)).toHaveText('Đúng trang này không?')
  await page.context().close()
  const later = await browser.newContext({ baseURL: help.places.register.url })
  await help.signIn(later, who)
  const again = await later.newPage()
  await again.goto('/declarations')
  await again.getByRole('listitem').filter({ hasText: 'facebook.com/nguyenvanamau' }).getByRole('link').first().click()
  await expect(title(again)).toHaveText('Đúng trang này không?')
  await later.close()
})

test('sending twice, by two tabs or by going back, files once and shows one receipt @noscript', async ({
  page,
  help,
}) => {
  const who = await member({ page, help })
  await paste(page, 'facebook.com/nguyenvanamau')
  await answer(page)
  const tab = await page.context().newPage()
  await tab.goto(page.url())
  await page.getByRole('button', { name: 'Gửi khai báo' }).click()
  await expect(title(page)).toHaveText('Đã nhận khai báo')
  await tab.getByRole('button', { name: 'Gửi khai báo' }).click()
  await expect(title(tab)).toHaveText('Đã nhận khai báo')
  expect(await tab.locator('.cd-receipt__code').textContent()).toBe(
    await page.locator('.cd-receipt__code').textContent(),
  )
  expect(await filedBy(help, who)).toBe('1')
})

test('a double click files once', async ({ page, help }) => {
  const who = await member({ page, help })
  await paste(page, 'facebook.com/nguyenvanamau')
  await answer(page)
  await page.getByRole('button', { name: 'Gửi khai báo' }).dblclick()
  await expect(title(page)).toHaveText('Đã nhận khai báo')
  expect(await filedBy(help, who)).toBe('1')
})

test('what is declared already leads there, not to a second one @noscript', async ({ page, help }) => {
  const who = await member({ page, help })
  await paste(page, 'facebook.com/nguyenvanamau')
  await answer(page)
  await page.getByRole('button', { name: 'Gửi khai báo' }).click()
  await paste(page, 'https://m.facebook.com/Nguyen.Van.A.Mau/')
  await expect(
    page
      .locator('main')
      .getByRole('link', { name: /facebook|Xem|trang/i })
      .first(),
  ).toBeVisible()
  expect(await filedBy(help, who)).toBe('1')
})
