import type { Page } from '@playwright/test'
import { expect, type Help, type Somebody, test } from './support/index.ts'
import { filled } from './support/pages.ts'

const heading = (page: Page) => page.getByRole('heading', { level: 1 })

type Unit = { readonly officer: Somebody; readonly member: Somebody }

/** A unit with an officer and one member, who has declared two pages. */
async function unit(help: Help): Promise<Unit> {
  const officer = await help.person({ name: 'Lê Văn C', office: 'Cán bộ phụ trách', role: 'officer' })
  const text = 'select code from unit where id = $1'
  const [home] = await help.ask<{ code: string }[]>({ act: 'sql', text, values: [officer.unit] })
  const member = await help.person({ name: 'Trần Thị B', unit: home?.code, office: 'Chuyên viên' })
  return { officer, member }
}

async function becomes(page: Page, help: Help, who: Somebody): Promise<void> {
  await page.context().clearCookies()
  await help.signIn(page.context(), who)
}

test('my pages show what was declared, what to do next, and the receipts of it @noscript', async ({ page, help }) => {
  const who = await help.person({ office: 'Chuyên viên' })
  const { host, receipt } = await filled(help, who)
  await help.signIn(page.context(), who)
  await page.goto('/declarations')
  await expect(page.getByRole('heading', { name: 'Đã khai báo 2 trang' })).toBeVisible()
  await expect(page.getByRole('main')).toContainText(`Xác minh ${host}`)
  await expect(page.getByText('Trong 30 ngày qua chưa có ai xem.')).toBeVisible()
  await page.getByRole('link', { name: `Xem ${host}`, exact: true }).click()
  await expect(heading(page)).toHaveText(host)
  await expect(page.getByRole('main')).toContainText('Mức 0')
  await page.goto('/declarations')
  await page.getByRole('link', { name: 'Biên nhận của tôi' }).click()
  await expect(page.getByRole('main').getByRole('link', { name: receipt })).toBeVisible()
  await page.getByRole('main').getByRole('link', { name: receipt }).click()
  await expect(page.locator('.cd-receipt__code')).toHaveText(receipt)
})

test('an officer lists the unit and opens a record with a purpose; its person sees both lines at once @desktop @noscript', async ({
  page,
  help,
}) => {
  const { officer, member } = await unit(help)
  const { host } = await filled(help, member)
  await becomes(page, help, officer)
  await page.goto('/members')
  await page.getByRole('main').getByRole('link', { name: 'Xem danh sách' }).click()
  await expect(page.getByRole('main')).not.toContainText(host)
  await page.getByRole('link', { name: 'Mở hồ sơ của Trần Thị B' }).click()
  await expect(page.getByText('Người có hồ sơ sẽ thấy dòng này')).toBeVisible()
  await expect(page.getByRole('main')).not.toContainText('Trần Thị B')
  await page.getByLabel('Giúp khai báo hoặc xác nhận').check()
  await page.getByRole('button', { name: 'Mở hồ sơ' }).click()
  await expect(heading(page)).toHaveText('Hồ sơ của Trần Thị B')
  await expect(page.getByRole('main')).toContainText(host)

  await becomes(page, help, member)
  await page.goto('/my-record')
  const lines = page.locator('tbody tr')
  await expect(lines).toHaveCount(2)
  await expect(lines.nth(0)).toContainText('Lê Văn C')
  await expect(lines.nth(0)).toContainText('Cán bộ phụ trách')
  await expect(lines.nth(0)).toContainText('Giúp khai báo hoặc xác nhận')
  await expect(lines.nth(0)).toContainText('Danh sách trang và cách xác minh')
  await expect(lines.nth(1)).toContainText('Danh sách đơn vị, 2 người')
  await page.goto('/declarations')
  await expect(page.getByText(/Trong 30 ngày qua có \d lần xem\./)).toBeVisible()
})

test('without a purpose nothing opens and no line is written; the form says what is missing @noscript', async ({
  page,
  help,
}) => {
  const { officer, member } = await unit(help)
  const { host } = await filled(help, member)
  await becomes(page, help, officer)
  await page.goto(`/records/${member.id}`)
  await page.getByRole('button', { name: 'Mở hồ sơ' }).click()
  await expect(page).toHaveTitle(/^Lỗi: /)
  await expect(page.getByRole('alert')).toContainText('Hãy chọn mục đích mở hồ sơ.')
  await expect(page.getByRole('main')).not.toContainText(host)
  await becomes(page, help, member)
  await page.goto('/my-record')
  await expect(page.getByText('Chưa có ai xem hồ sơ của anh/chị.')).toBeVisible()
})

test('the officer of another unit gets the page that nobody’s record gets; so does a member @noscript', async ({
  page,
  help,
}) => {
  const { member } = await unit(help)
  const other = await unit(help)
  const nobody = '/records/0198c0de-0000-7000-8000-000000000000'
  for (const who of [other.officer, other.member]) {
    await becomes(page, help, who)
    const seen: string[] = []
    for (const path of [nobody, `/records/${member.id}`]) {
      const response = await page.goto(path)
      seen.push(`${response?.status()} ${await page.title()} ${await page.getByRole('main').innerHTML()}`)
    }
    expect(seen[1]).toBe(seen[0])
    expect(seen[0]).toMatch(/^404 /)
  }
  await becomes(page, help, other.officer)
  const theirs = await page.goto(`/members?unit=${member.unit}`)
  expect(theirs?.status()).toBe(404)
})
