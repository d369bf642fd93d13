import { expect, type Help, test } from './support/index.ts'

type Place = { readonly url: string; readonly setUpLink: string }

const whole = (help: Help) => help.ask<Place>({ act: 'whole' })

test('from the set-up link one explores sample data, goes on as a member, and ends it by one button @noscript', async ({
  page,
  help,
}) => {
  const { url, setUpLink } = await whole(help)
  await page.goto(setUpLink)
  await page.getByRole('button', { name: 'Xem thử với dữ liệu mẫu' }).click()
  await expect(page.getByText('Người và trang ở đây không có thật.')).toBeVisible()
  await expect(page).toHaveURL(`${url}/sample`)
  await page.getByRole('button', { name: 'Vào với vai thành viên' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Trang của tôi')
  await page.goto(`${url}/my-record`)
  await expect(page.getByText('Lê Văn C').first()).toBeVisible()
  await page.getByRole('button', { name: 'Kết thúc dùng thử' }).click()
  await expect(page).toHaveURL(`${url}/`)
  await expect(page.getByText('Người và trang ở đây không có thật.')).toBeHidden()
  await page.goto(`${url}/declarations`)
  await expect(page).toHaveURL(/\/sign-in/)
  await page.goto(setUpLink)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Thiết lập sổ đăng ký')
})

test('an administrator tries the import and reads what came of it @noscript', async ({ page, help }) => {
  await page.goto(`${help.places.sample.url}/sample`)
  await page.getByRole('button', { name: 'Vào với vai quản trị' }).click()
  await expect(page.getByText('Đây là người có thật, và họ không khai báo gì ở đây.')).toBeVisible()
  await page.locator('form[action="/sample/import"] button').click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Đã nhập danh sách')
  await expect(page.locator('dl').first()).toContainText('2.270')
  await expect(page.getByText('Không có dòng nào bị từ chối.')).toBeVisible()
})

test('whoever wants to sign in is led to the made-up people @noscript', async ({ page, help }) => {
  await page.goto(help.places.sample.url)
  await page.getByRole('link', { name: 'Đăng nhập' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Xem thử sổ đăng ký')
})

test('an officer of the sample opens a record only with a purpose', async ({ page, help }) => {
  const { url } = help.places.sample
  await page.goto(`${url}/sample`)
  await page.getByRole('button', { name: 'Vào với vai cán bộ' }).click()
  await page
    .getByRole('link', { name: /Phường Hải Châu/ })
    .first()
    .click()
  await page.locator('main a[href^="/records/"]').filter({ hasText: 'Nguyễn Văn A' }).first().click()
  await expect(page.getByText('nguyenvana.example.com')).toBeHidden()
  await page.getByRole('radio').first().check()
  await page.locator('main form button[type=submit]').click()
  await expect(page.getByText('nguyenvana.example.com').first()).toBeVisible()
})
