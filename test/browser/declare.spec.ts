import type { Locator, Page } from '@playwright/test'
import { expect, type Help, type Somebody, test } from './support/index.ts'

const heading = (page: Page) => page.getByRole('heading', { level: 1 })

async function member(page: Page, help: Help): Promise<Somebody> {
  const who = await help.person({ office: 'Chuyên viên' })
  await help.signIn(page.context(), who)
  return who
}

async function paste(page: Page, address: string): Promise<void> {
  await page.goto('/declarations/new')
  await page.getByLabel('Địa chỉ trang hoặc tài khoản').fill(address)
  await page.getByRole('button', { name: 'Tiếp tục' }).click()
}

/** Up to the answers that are checked once more. */
async function answered(page: Page, address: string): Promise<void> {
  await paste(page, address)
  await page.getByLabel('Chỉ mình tôi').check()
  await page.getByRole('button', { name: 'Đúng, tiếp tục' }).click()
  await expect(heading(page)).toHaveText('Kiểm tra trước khi gửi')
}

const file = (page: Page) => page.getByRole('button', { name: 'Gửi khai báo' })

async function receiptsOf(help: Help, { id }: Somebody): Promise<string[]> {
  const text = 'select code from receipt where person = $1'
  const rows = await help.ask<{ code: string }[]>({ act: 'sql', text, values: [id] })
  return rows.map(({ code }) => code)
}

test('a pasted address is recognised, answered for, checked, and filed with a receipt that has a code and a QR code @desktop @noscript', async ({
  page,
  help,
}) => {
  const who = await member(page, help)
  await page.goto('/declarations')
  await page.getByRole('link', { name: 'Khai báo một trang' }).click()
  await page
    .getByLabel('Địa chỉ trang hoặc tài khoản')
    .fill('https://m.facebook.com/Nguyen.Van.A.Mau/?mibextid=x1&utm_source=zalo')
  await page.getByRole('button', { name: 'Tiếp tục' }).click()

  await expect(heading(page)).toHaveText('Đúng trang này không?')
  await expect(page.locator('.cd-recognised')).toContainText('Facebook')
  await expect(page.locator('.cd-recognised')).toContainText('https://www.facebook.com/nguyenvanamau')
  await page.getByLabel('Tôi và người khác cùng quản lý').check()
  await page.getByLabel('Tháng').fill('3')
  await page.getByLabel('Năm').fill('2019')
  await page.getByRole('button', { name: 'Đúng, tiếp tục' }).click()

  const answers = page.getByRole('main')
  await expect(heading(page)).toHaveText('Kiểm tra trước khi gửi')
  await expect(answers).toContainText('https://www.facebook.com/nguyenvanamau')
  await expect(answers).toContainText('Tôi và người khác cùng quản lý')
  await expect(answers).toContainText('Tháng 3 năm 2019')
  await expect(answers).toContainText('Riêng tư')
  await file(page).click()

  await expect(heading(page)).toHaveText('Đã nhận khai báo')
  const [code] = await receiptsOf(help, who)
  expect(code).toMatch(/^BN-[0-9A-Z]{4}-[0-9A-Z]{4}$/)
  await expect(page.locator('.cd-receipt__code')).toHaveText(code as string)
  await expect(page).toHaveURL(`/receipts/${code}`)
  await expect(page.getByRole('img', { name: code as string })).toBeVisible()
  await expect(page.locator('.cd-receipt')).toContainText(who.name)
})

test('who does not say who manages the page, or gives a month or a year that is none, is told so and keeps the rest @noscript', async ({
  page,
  help,
}) => {
  await member(page, help)
  await paste(page, 'nguyenvana-mau.vn')
  await page.getByLabel('Tháng').fill('13')
  await page.getByLabel('Năm').fill('2019')
  await page.getByRole('button', { name: 'Đúng, tiếp tục' }).click()
  await expect(page).toHaveTitle(/^Lỗi: /)
  await expect(page.getByRole('alert')).toContainText('Hãy chọn ai quản lý trang này')
  await expect(page.getByRole('alert')).toContainText('Tháng là số từ 1 đến 12')
  await expect(page.getByLabel('Tháng')).toHaveValue('13')
  await expect(page.getByLabel('Năm')).toHaveValue('2019')
  await page.getByLabel('Chỉ mình tôi').check()
  await page.getByLabel('Tháng').fill('3')
  await page.getByLabel('Năm').fill('1066')
  await page.getByRole('button', { name: 'Đúng, tiếp tục' }).click()
  await expect(page.getByRole('alert')).toContainText('từ 1990 trở đi')
  await expect(page.getByLabel('Năm')).toHaveValue('1066')
  await expect(page.getByLabel('Chỉ mình tôi')).toBeChecked()
})

test('an answer can be changed from the check, and the changed one is filed @noscript', async ({ page, help }) => {
  await member(page, help)
  await answered(page, 'nguyenvana-mau.vn')
  await page.getByRole('link', { name: 'Sửa Địa chỉ' }).click()
  await expect(page.getByLabel('Địa chỉ trang hoặc tài khoản')).toHaveValue('nguyenvana-mau.vn')
  await page.getByLabel('Địa chỉ trang hoặc tài khoản').fill('nguyenvanb-mau.vn')
  await page.getByRole('button', { name: 'Tiếp tục' }).click()
  await expect(page.getByLabel('Chỉ mình tôi')).toBeChecked()
  await page.getByRole('button', { name: 'Đúng, tiếp tục' }).click()
  await file(page).click()
  await expect(page.locator('.cd-receipt')).toContainText('https://nguyenvanb-mau.vn/')
})

test('the link of a post asks whether its account is meant, and that account is declared @noscript', async ({
  page,
  help,
}) => {
  await member(page, help)
  await paste(page, 'https://www.facebook.com/nguyenvanamau/posts/123456789012345')
  await expect(page).toHaveTitle(/^Lỗi: đây là một bài đăng/)
  await expect(page.getByText('Sổ không mở và không lưu bài đăng.')).toBeVisible()
  await page.getByRole('button', { name: 'Dùng tài khoản này' }).click()
  await expect(heading(page)).toHaveText('Đúng trang này không?')
  await expect(page.locator('.cd-recognised')).toContainText('https://www.facebook.com/nguyenvanamau')
})

test('an address that only looks like a platform is refused with a warning, and the text stays in its field @noscript', async ({
  page,
  help,
}) => {
  const who = await member(page, help)
  const typed = 'facebook.com.dang-nhap.vn/nguyenvanamau'
  await paste(page, typed)
  await expect(page).toHaveTitle(/^Lỗi: địa chỉ giả tên Facebook/)
  await expect(page.getByText('Nếu đã nhập mật khẩu ở địa chỉ này')).toBeVisible()
  await expect(page.locator('.cd-diagnosis')).toContainText('dang-nhap.vn')
  await expect(page.getByLabel('Địa chỉ trang hoặc tài khoản')).toHaveValue(typed)
  expect(await receiptsOf(help, who)).toEqual([])
})

test('a draft is still there after the browser was closed @noscript', async ({ page, browser, help }) => {
  const who = await member(page, help)
  await answered(page, 'nguyenvana-mau.vn')
  await page.context().close()
  const later = await browser.newContext()
  await help.signIn(later, who)
  const again = await later.newPage()
  await again.goto('/declarations')
  await again.getByRole('link', { name: 'Khai tiếp' }).click()
  await expect(again.locator('.cd-recognised')).toContainText('https://nguyenvana-mau.vn/')
  await expect(again.getByLabel('Chỉ mình tôi')).toBeChecked()
  await later.close()
})

/** Both clicks meet the same page: what the first brings comes back only when the second has been made. Else a quick answer, or a slow
 *  test, would let the second click fall on whatever stands at that place of the next page. */
async function clickTwice(page: Page, button: Locator): Promise<void> {
  let made = () => {}
  const bothMade = new Promise<void>((done) => {
    made = done
  })
  await page.route('**/file', async (route) => {
    const response = await route.fetch({ maxRedirects: 0 })
    await bothMade
    await route.fulfill({ response }).catch(() => {}) // where the second took its place, the browser no longer waits for the first
  })
  await button.dblclick({ noWaitAfter: true })
  made()
}

test('a double click files once @noscript', async ({ page, help }) => {
  const who = await member(page, help)
  await answered(page, 'nguyenvana-mau.vn')
  await clickTwice(page, file(page))
  await expect(heading(page)).toHaveText('Đã nhận khai báo')
  expect(await receiptsOf(help, who)).toHaveLength(1)
})

test('the way back leads to what was declared; sending the form again gives the same receipt, and nothing is filed twice @noscript', async ({
  page,
  help,
}) => {
  const who = await member(page, help)
  await answered(page, 'nguyenvana-mau.vn')
  const action = await page.locator('form[action$="/file"]').getAttribute('action')
  await file(page).click()
  await expect(heading(page)).toHaveText('Đã nhận khai báo')
  const receipt = page.url()
  await page.goBack()
  await expect(page).toHaveURL(/\/declarations\/[0-9a-f-]{36}$/) // nothing is kept in the browser: the way back leads to what was declared
  const url = help.places.register.url
  const again = await page.request.post(`${url}${action}`, { headers: { origin: url }, maxRedirects: 0 })
  expect(again.status()).toBe(303)
  expect(new URL(again.headers().location as string, url).href).toBe(receipt)
  expect(await receiptsOf(help, who)).toHaveLength(1)
})

test('two tabs with the same draft file once and show the same receipt @noscript', async ({ page, help }) => {
  const who = await member(page, help)
  await answered(page, 'nguyenvana-mau.vn')
  const other = await page.context().newPage()
  await other.goto(page.url())
  await file(page).click()
  await expect(heading(page)).toHaveText('Đã nhận khai báo')
  await file(other).click()
  await expect(heading(other)).toHaveText('Đã nhận khai báo')
  expect(other.url()).toBe(page.url())
  expect(await receiptsOf(help, who)).toHaveLength(1)
})

test('two tabs that declare the same address: the second is led to what the first declared @noscript', async ({
  page,
  help,
}) => {
  const who = await member(page, help)
  const other = await page.context().newPage()
  await other.goto('/declarations/new')
  await answered(page, 'nguyenvana-mau.vn')
  await file(page).click()
  await expect(heading(page)).toHaveText('Đã nhận khai báo')
  await other.getByLabel('Địa chỉ trang hoặc tài khoản').fill('https://NguyenVanA-mau.vn/')
  await other.getByRole('button', { name: 'Tiếp tục' }).click()
  await expect(heading(other)).toHaveText('Anh/chị đã khai báo trang này')
  await other.getByRole('link', { name: 'Xem khai báo' }).click()
  await expect(heading(other)).toContainText('nguyenvana-mau.vn')
  expect(await receiptsOf(help, who)).toHaveLength(1)
})
