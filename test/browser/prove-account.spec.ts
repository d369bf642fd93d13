import type { Page } from '@playwright/test'
import { type Account, blueskyAccount, declaredAccount, githubAccount } from './support/accounts.ts'
import { expect, type Help, test } from './support/index.ts'
import { press } from './support/press.ts'

const heading = (page: Page) => page.getByRole('heading', { level: 1 })
const check = (page: Page) => press(page, page.getByRole('button', { name: 'Kiểm tra ngay' }))
const line = (page: Page, term: string) => page.locator(`.cd-diagnosis dt:text-is("${term}") + dd`)

const ways = [
  { name: 'a code in a GitHub profile', account: githubAccount, field: 'ô Bio', asked: /users\/lan-/ },
  { name: 'a code in a Bluesky profile', account: blueskyAccount, field: 'ô Mô tả', asked: /at:\/\/|xrpc/ },
] as const

/** Declared, and at the page that has the code. */
async function begun(page: Page, help: Help, account: Account): Promise<{ id: string; code: string }> {
  const { who, id } = await declaredAccount(help, account)
  await help.signIn(page.context(), who)
  await page.goto(`/declarations/${id}/prove`)
  await expect(page.locator('.govuk-caption-l')).toHaveText(account.caption)
  await page.getByLabel('Ghi một mã vào phần giới thiệu của tài khoản').check()
  await press(page, page.getByRole('button', { name: 'Tiếp tục' }))
  const code = await page.locator('#code').inputValue()
  expect(code).toMatch(/^CD-[0-9A-Z]{4}-[0-9A-Z]{4}$/)
  return { id, code }
}

for (const { name, account: made, field, asked } of ways) {
  test(`${name}: looked for too early it is missing, another code is shown, and the right one proves the account @noscript`, async ({
    page,
    help,
  }) => {
    const account = made(help)
    const { id, code } = await begun(page, help, account)
    await expect(page.getByRole('main')).toContainText(field)
    await expect(page.getByRole('main')).toContainText(/Dùng được đến \d\d:\d\d ngày/)
    const steps = page.url()

    await account.says('Phó trưởng phòng, thích đi bộ')
    await check(page)
    await expect(heading(page)).toHaveText('Chưa thấy mã trong hồ sơ')
    await expect(line(page, 'Cần có')).toHaveText(code)
    await expect(line(page, 'Tìm thấy')).toContainText('Không thấy gì')
    await expect(line(page, 'Ở đâu')).toContainText(asked)
    await expect(page.getByRole('main')).not.toContainText('thích đi bộ')

    await account.says('CD-0000-0000 thích đi bộ')
    await press(page, page.getByRole('button', { name: 'Kiểm tra lại' }))
    await expect(heading(page)).toHaveText('Hồ sơ có một mã khác')
    await expect(line(page, 'Tìm thấy').locator('mark')).toHaveText('CD-0000-0000')
    await expect(page.getByText('Còn 3 lần kiểm tra trong giờ này.')).toBeVisible()

    await account.says(`${code} thích đi bộ`)
    await page.goto(steps)
    await check(page)
    await expect(heading(page)).toHaveText('Đã xác minh')
    await expect(page.getByRole('main')).toContainText('Mức 2 · Đã xác minh')
    await expect(page.getByRole('main')).toContainText('Bây giờ có thể xóa mã này khỏi hồ sơ')
    await page.goto(`/declarations/${id}/proofs`)
    await expect(page.getByRole('img', { name: /^Biểu đồ mức/ })).toBeVisible()
    await expect(page.getByRole('main')).toContainText('Thấy mã')
    await expect(page.getByRole('main')).not.toContainText('CD-0000-0000')
  })

  test(`${name}: that the register could not tell is not told as a no @noscript`, async ({ page, help }) => {
    const account = made(help)
    await begun(page, help, account)
    await account.says('')
    await account.breaks()
    await check(page)
    await expect(heading(page)).toHaveText('Lần này chưa kiểm tra được')
    await expect(line(page, 'Tìm thấy')).toHaveText('Chưa biết')
    await expect(page.getByText('Trang vẫn giữ mức hiện có: mức 0')).toBeVisible()
  })

  test(`${name}: a name that is another account now rests the page, and its owner is told what to do @noscript`, async ({
    page,
    help,
  }) => {
    const account = made(help)
    const { id, code } = await begun(page, help, account)
    await account.says(code)
    await check(page)
    await expect(heading(page)).toHaveText('Đã xác minh')

    await page.goto(`/declarations/${id}/prove`)
    await page.getByLabel('Ghi một mã vào phần giới thiệu của tài khoản').check()
    await press(page, page.getByRole('button', { name: 'Tiếp tục' }))
    await account.passesOn(await page.locator('#code').inputValue())
    await check(page)
    await expect(heading(page)).toHaveText('Tên này nay thuộc tài khoản khác')
    await expect(line(page, 'Tìm thấy')).toHaveText('Tên này nay thuộc tài khoản khác')

    await page.goto('/declarations')
    await press(page, page.getByRole('link', { name: 'Xem', exact: true }).first())
    await expect(page.getByRole('main')).toContainText('thuộc về một tài khoản khác với tài khoản đã xác minh')
    await expect(page.getByRole('link', { name: 'Nói chuyện gì đã xảy ra' })).toBeVisible()
    await page.goto(`/declarations/${id}/proofs`)
    await expect(page.getByRole('table', { name: 'Sự cố' })).toContainText('Chưa xong')
  })

  test(`${name}: a code that is over says so, and a new one is another @noscript`, async ({ page, help }) => {
    const { code } = await begun(page, help, made(help))
    const text = "update proof set code_until = now() - interval '1 minute' where token = $1"
    await help.ask({ act: 'sql', text, values: [code] })
    await page.reload()
    await expect(heading(page)).toHaveText('Mã đã hết hạn')
    await expect(page.getByRole('main')).toContainText(/Mã này dùng được đến \d\d:\d\d ngày/)
    await press(page, page.getByRole('button', { name: 'Lấy mã mới' }))
    await expect(page.locator('#code')).not.toHaveValue(code)
  })

  test(`${name}: the code is copied by its button, and that is said`, async ({ page, help }) => {
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    const { code } = await begun(page, help, made(help))
    await page.locator('[data-copies="code"]').click()
    await expect(page.locator('#copied')).toHaveText(/^Đã chép /)
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(code)
  })
}
