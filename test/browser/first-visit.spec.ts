import type { Page } from '@playwright/test'
import { addAuthenticator, expect, type Help, test } from './support/index.ts'

type Fresh = { readonly url: string; readonly setUpLink: string }

const heading = (page: Page) => page.getByRole('heading', { level: 1 })
const fresh = (help: Help) => help.ask<Fresh>({ act: 'fresh' })

test('the set-up link names the organisation, makes the passkey of its administrator, and is then dead', async ({
  page,
  help,
}) => {
  const { url, setUpLink } = await fresh(help)
  await addAuthenticator(page)
  await page.goto(setUpLink)
  await expect(heading(page)).toHaveText('Thiết lập sổ đăng ký')
  await page.getByLabel('Tên tổ chức').fill('Ủy ban Xã Mẫu')
  await page.getByLabel('Họ và tên').fill('Nguyễn Thị Quản')
  await page.getByRole('button', { name: 'Tiếp tục' }).click()
  await expect(page.getByRole('main')).toContainText('Nguyễn Thị Quản')
  await page.getByRole('button', { name: 'Tạo khóa đăng nhập' }).click()
  await page.waitForURL(`${url}/declarations`)
  await expect(page.getByRole('banner')).toContainText('Sổ đăng ký của Ủy ban Xã Mẫu')
  await page.goto(`${url}/me`)
  await expect(page.getByRole('main')).toContainText('Nguyễn Thị Quản')
  await expect(page.getByRole('main')).toContainText('Quản trị')

  for (const link of [setUpLink, `${setUpLink.slice(0, -4)}aaaa`]) {
    const response = await page.goto(link)
    expect(response?.status()).toBe(404)
    await expect(heading(page)).toHaveText('Đường dẫn thiết lập không còn dùng được')
  }
})

test('the administrator signs in again with that passkey', async ({ page, help }) => {
  const { url, setUpLink } = await fresh(help)
  await addAuthenticator(page)
  await page.goto(setUpLink)
  await page.getByLabel('Tên tổ chức').fill('Ủy ban Xã Mẫu')
  await page.getByLabel('Họ và tên').fill('Nguyễn Thị Quản')
  await page.getByRole('button', { name: 'Tiếp tục' }).click()
  await page.getByRole('button', { name: 'Tạo khóa đăng nhập' }).click()
  await page.waitForURL(`${url}/declarations`)
  await page.context().clearCookies()
  await page.goto(`${url}/sign-in`)
  await page.getByRole('button', { name: 'Đăng nhập bằng khóa' }).click()
  await page.waitForURL(`${url}/declarations`)
})

test('set-up speaks the other language at the switch, and a missing answer is asked for in it @noscript', async ({
  page,
  help,
}) => {
  const { setUpLink } = await fresh(help)
  await page.goto(setUpLink)
  await page.getByRole('link', { name: 'English' }).click()
  await expect(heading(page)).toHaveText('Set up the register')
  await page.getByLabel('Your full name').fill('Nguyễn Thị Quản')
  await page.getByRole('button', { name: 'Continue' }).click()
  await expect(page).toHaveTitle(/^Error: /)
  await expect(page.getByRole('alert')).toContainText('Enter the name of the organisation')
  await expect(page.getByLabel('Your full name')).toHaveValue('Nguyễn Thị Quản')
  await page.getByRole('link', { name: 'Tiếng Việt' }).click()
  await expect(heading(page)).toHaveText('Thiết lập sổ đăng ký')
})

test('before it is set up the register answers the public, and signing in says what is missing @noscript', async ({
  page,
  help,
}) => {
  const { url } = await fresh(help)
  await page.goto(`${url}/?url=facebook.com/khong.ai.biet`)
  await expect(heading(page)).toHaveText('Chưa có xác nhận công khai')
  await page.goto(`${url}/declarations`)
  await expect(heading(page)).toHaveText('Sổ này chưa được thiết lập')
})

test('closing the browser in between loses nothing: the link leads on', async ({ page, browser, help }) => {
  const { url, setUpLink } = await fresh(help)
  await page.goto(setUpLink)
  await page.getByLabel('Tên tổ chức').fill('Ủy ban Xã Mẫu')
  await page.getByLabel('Họ và tên').fill('Nguyễn Thị Quản')
  await page.getByRole('button', { name: 'Tiếp tục' }).click()
  await expect(page.getByRole('button', { name: 'Tạo khóa đăng nhập' })).toBeVisible()
  await page.context().close()
  const later = await browser.newContext()
  const again = await later.newPage()
  await addAuthenticator(again)
  await again.goto(setUpLink)
  await expect(again.getByLabel('Tên tổ chức')).toHaveValue('Ủy ban Xã Mẫu')
  await again.getByRole('button', { name: 'Tiếp tục' }).click()
  await again.getByRole('button', { name: 'Tạo khóa đăng nhập' }).click()
  await again.waitForURL(`${url}/declarations`)
  await later.close()
})
