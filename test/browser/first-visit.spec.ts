import { addAuthenticator, expect, test } from './support/index.ts'

type Place = { readonly url: string; readonly setUpLink: string }

test('from the link on the console to an administrator with a passkey; then the link is dead', async ({
  page,
  help,
}) => {
  const { url, setUpLink } = await help.ask<Place>({ act: 'fresh' })
  await addAuthenticator(page)
  await page.goto(setUpLink)
  await page.getByLabel('Tên tổ chức').fill('Đơn vị Thử')
  await page.getByLabel('Họ và tên của anh/chị').fill('Nguyễn Quản Trị')
  await page.getByRole('button', { name: 'Tiếp tục: tạo khóa đăng nhập' }).click()
  await page.getByRole('button', { name: 'Tạo khóa đăng nhập' }).click()
  await page.waitForURL(`${url}/declarations`)
  await expect(page.getByText('Sổ đăng ký của Đơn vị Thử')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Nguyễn Quản Trị' })).toBeVisible()
  await page.goto(setUpLink)
  await expect(page.getByLabel('Tên tổ chức')).toBeHidden()
})

test('closing the browser in between loses nothing: the link leads on', async ({ page, help, browser }) => {
  const { setUpLink } = await help.ask<Place>({ act: 'fresh' })
  await page.goto(setUpLink)
  await page.getByLabel('Tên tổ chức').fill('Đơn vị Thử')
  await page.getByLabel('Họ và tên của anh/chị').fill('Nguyễn Quản Trị')
  await page.getByRole('button', { name: 'Tiếp tục: tạo khóa đăng nhập' }).click()
  await expect(page.getByRole('button', { name: 'Tạo khóa đăng nhập' })).toBeVisible()
  await page.context().close()
  const later = await (await browser.newContext()).newPage()
  await later.goto(setUpLink)
  await expect(later.getByLabel('Tên tổ chức')).toHaveValue('Đơn vị Thử')
  await later.context().close()
})
