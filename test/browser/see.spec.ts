import type { Page } from '@playwright/test'
import { expect, type Help, type Somebody, test } from './support/index.ts'
import { filled } from './support/pages.ts'

const title = (page: Page) => page.getByRole('heading', { level: 1 })

/** A member with two pages, and the officer of their unit. */
async function unitOf(help: Help): Promise<{ member: Somebody; officer: Somebody }> {
  const code = `PM${Math.random().toString(36).slice(2, 8).toUpperCase()}`
  const member = await help.person({ name: 'Trần Thị B', unit: code, office: 'Chuyên viên' })
  const officer = await help.person({ name: 'Lê Văn C', unit: code, office: 'Cán bộ phụ trách', role: 'officer' })
  await filled(help, member)
  return { member, officer }
}

/** The same browser as another person. */
async function become(page: Page, help: Help, who: Somebody): Promise<void> {
  await page.context().clearCookies()
  await help.signIn(page.context(), who)
}

test('my pages and my receipts are where I left them @noscript', async ({ page, help }) => {
  const { member } = await unitOf(help)
  await become(page, help, member)
  await page.goto('/declarations')
  await expect(page.locator('main')).toContainText('facebook.com/nguyenvanamau')
  await page.getByRole('link', { name: 'Biên nhận của tôi' }).click()
  await expect(page.getByRole('link', { name: /^BN-/ })).toHaveCount(2)
})

test('an officer opens a record only with a purpose, and its person sees the line at once @noscript', async ({
  page,
  help,
}) => {
  const { member, officer } = await unitOf(help)
  await become(page, help, officer)
  await page.goto(`/members?unit=${officer.unit}`)
  await expect(page.locator('main')).not.toContainText('nguyenvanamau')
  await page.locator(`a[href="/records/${member.id}"]`).click()
  await page.getByRole('button', { name: 'Mở hồ sơ' }).click()
  await expect(page).toHaveTitle(/^Lỗi/)
  await page.locator('input[name=purpose]').first().check()
  await page.getByRole('button', { name: 'Mở hồ sơ' }).click()
  await expect(page.locator('main')).toContainText('facebook.com/nguyenvanamau')

  await become(page, help, member)
  await page.goto('/my-record')
  const line = page.getByRole('row').filter({ hasText: 'Lê Văn C' })
  await expect(line.filter({ hasText: 'Giúp khai báo hoặc xác nhận' })).toHaveCount(1)
  await expect(line.first()).toContainText('Cán bộ phụ trách')
})

test('an officer of another unit meets the page of something that is not there @noscript', async ({ page, help }) => {
  const { member } = await unitOf(help)
  const { officer: other } = await unitOf(help)
  await become(page, help, other)
  await page.goto('/records/0198c0de-0000-7000-8000-000000000000')
  const ofNobody = await page.locator('main').innerHTML()
  await page.goto(`/records/${member.id}`)
  expect(await page.locator('main').innerHTML()).toBe(ofNobody)
  await expect(title(page)).toHaveText('Không có trang này')
})

test('printed, a receipt is one sheet with its code and QR, without buttons', async ({ page, help }) => {
  const member = await help.person()
  const { receipt } = await filled(help, member)
  await become(page, help, member)
  await page.goto(`/receipts/${receipt}`)
  await page.emulateMedia({ media: 'print' })
  await expect(page.locator('.cd-receipt__code')).toHaveText(receipt)
  await expect(page.locator('.cd-receipt svg').first()).toBeVisible()
  await expect(page.getByRole('navigation').first()).toBeHidden()
  await expect(page.locator('main .govuk-button').first()).toBeHidden()
})
