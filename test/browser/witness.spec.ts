import type { Page } from '@playwright/test'
import { expect, type Help, type Somebody, test } from './support/index.ts'
import { declaredAccount } from './support/witness-pages.ts'

const heading = (page: Page) => page.getByRole('heading', { level: 1 })
const main = (page: Page) => page.getByRole('main')
const presses = (page: Page, name: string) => page.getByRole('button', { name }).click()

async function becomes(page: Page, help: Help, who: Somebody): Promise<void> {
  await page.context().clearCookies()
  await help.signIn(page.context(), who)
}

async function asks(page: Page, declaration: string): Promise<string> {
  await page.goto(`/declarations/${declaration}`)
  await main(page).getByRole('link', { name: 'Xác minh trang này' }).click()
  await page.getByLabel('Cho cán bộ phụ trách xem').check()
  await presses(page, 'Tiếp tục')
  await expect(heading(page)).toHaveText('Chờ cán bộ phụ trách xem')
  return /W-\d{4,}/.exec((await main(page).textContent()) ?? '')?.[0] as string
}

test('a member shows an account, the officer says a code, types what they saw, and the page is at level 1 @noscript', async ({
  page,
  help,
}) => {
  const { officer, member, address, declaration } = await declaredAccount(help)
  await becomes(page, help, member)
  const number = await asks(page, declaration)
  await expect(page.getByText('không thấy các trang khác')).toBeVisible()

  await becomes(page, help, officer)
  await page.goto(`/members?unit=${officer.unit}`)
  await expect(main(page)).not.toContainText('facebook')
  await page.getByRole('link', { name: `Chờ chứng kiến ${number} của Trần Thị B` }).click()
  await expect(heading(page)).toHaveText(`Yêu cầu chứng kiến ${number}`)
  await expect(main(page)).not.toContainText('Trần Thị B')
  await expect(page.getByText('Người xin sẽ thấy dòng này')).toBeVisible()
  await presses(page, 'Mở yêu cầu')
  await expect(main(page)).toContainText('Trần Thị B')
  await expect(main(page)).toContainText(address.replace('https://www.', ''))
  await presses(page, 'Lấy mã')
  await expect(main(page)).toContainText(/CD-[0-9A-Z]{4}-[0-9A-Z]{4}/)
  await expect(main(page)).not.toContainText(address.slice(-12))

  await page.fill('#address', 'https://www.facebook.com/aikhac.mau')
  await page.getByLabel('Gọi video').check()
  await presses(page, 'Tôi đã thấy mã')
  await expect(page).toHaveTitle(/^Lỗi: /)
  await expect(heading(page)).toHaveText('Đây không phải trang đã khai')
  await expect(page.locator('#address')).toHaveValue('https://www.facebook.com/aikhac.mau')
  await expect(page.getByLabel('Gọi video')).toBeChecked()
  await page.fill('#address', address)
  await presses(page, 'Tôi đã thấy mã')
  await expect(heading(page)).toHaveText('Đã ghi lời chứng kiến')
  await page.reload()
  await expect(main(page)).not.toContainText('Trần Thị B')

  await becomes(page, help, member)
  await page.goto('/my-record')
  await expect(page.locator('tbody tr').first()).toContainText('Chứng kiến tài khoản')
  await expect(page.locator('tbody tr').first()).toContainText(number)
  await page.goto(`/declarations/${declaration}`)
  await expect(main(page)).toContainText('Có chứng kiến')
  await main(page).getByRole('link', { name: 'Các lần xác minh' }).click()
  await main(page).getByRole('link', { name: 'Cán bộ phụ trách chứng kiến' }).click()
  await expect(heading(page)).toHaveText('Đã có chứng kiến')
  await expect(main(page)).toContainText('Lê Văn C, Cán bộ phụ trách')
  await expect(main(page)).toContainText('Gọi video')
  await expect(page.getByRole('link', { name: 'Chọn ai được biết' })).toBeVisible()
})

test('what was not seen is told to the member, who asks again or takes it back @noscript', async ({ page, help }) => {
  const { officer, member, declaration } = await declaredAccount(help)
  await becomes(page, help, member)
  const number = await asks(page, declaration)

  await becomes(page, help, officer)
  await page.goto('/witness')
  await page.getByRole('link', { name: `Mở ${number}` }).click()
  await presses(page, 'Mở yêu cầu')
  await presses(page, 'Tôi không thấy')
  await expect(heading(page)).toHaveText('Đã ghi là chưa thấy')

  await becomes(page, help, member)
  await page.goto(`/declarations/${declaration}/prove`)
  await page.getByRole('link', { name: 'Làm tiếp' }).click()
  await expect(heading(page)).toHaveText('Cán bộ chưa thấy mã')
  await expect(main(page)).toContainText('Lê Văn C, Cán bộ phụ trách')
  await presses(page, 'Xin xem lại')
  await expect(heading(page)).toHaveText('Chờ cán bộ phụ trách xem')
  await expect(main(page)).not.toContainText(number)
  await presses(page, 'Rút yêu cầu')
  await expect(heading(page)).toHaveText('Đã rút yêu cầu')
})

test('the officer of another unit, and the member, find nothing at the address of the request @noscript', async ({
  page,
  help,
}) => {
  const { member, declaration } = await declaredAccount(help)
  const other = await declaredAccount(help)
  await becomes(page, help, member)
  await asks(page, declaration)
  const [request] = await help.ask<{ id: string }[]>({
    act: 'sql',
    text: 'select id from witness_request where declaration = $1',
    values: [declaration],
  })
  for (const who of [member, other.officer, other.member]) {
    await becomes(page, help, who)
    expect((await page.goto(`/witness/${request?.id}`))?.status()).toBe(404)
  }
})
