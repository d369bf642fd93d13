import type { Page } from '@playwright/test'
import { expect, test } from './support/index.ts'

const heading = (page: Page) => page.getByRole('heading', { level: 1 })
const main = (page: Page) => page.getByRole('main')

test('an officer files from a paper, the member is asked, and takes out what is not theirs @noscript', async ({
  page,
  help,
}) => {
  const officer = await help.person({ name: 'Lê Văn C', office: 'Cán bộ phụ trách', role: 'officer' })
  const [{ code: unit }] = (await help.ask<{ code: string }[]>({
    act: 'sql',
    text: 'select code from unit where id = $1',
    values: [officer.unit],
  })) as [{ code: string }]
  const member = await help.person({ name: 'Trần Thị B', unit })
  await help.signIn(page.context(), officer)
  await page.goto(`/declarations/assisted/${member.id}`)
  await expect(main(page)).not.toContainText('Trần Thị B')
  await page.getByRole('button', { name: 'Khai báo thay' }).click()
  await expect(page).toHaveTitle(/^Lỗi: /)
  await page.getByLabel('Địa chỉ của trang').fill('https://x.com/tran_thi_b_mau')
  await page.getByLabel('Tờ khai giấy').check()
  await page.getByLabel('Ngày ghi trên giấy').fill('2026-01-02')
  await page.getByLabel('Một mình người đó').check()
  await page.getByRole('button', { name: 'Khai báo thay' }).click()
  await expect(heading(page)).toHaveText('Đã khai báo thay')
  await expect(main(page)).toContainText('Trần Thị B')
  const code = /BN-\w{4}-\w{4}/.exec((await main(page).textContent()) ?? '')?.[0]

  await page.context().clearCookies()
  await help.signIn(page.context(), member)
  await page.goto('/my-record')
  await expect(main(page)).toContainText('Khai báo thay, từ giấy hoặc điện thoại')
  await page.goto(`/receipts/${code}`)
  await expect(main(page)).toContainText('Lê Văn C')
  await page.goto('/declarations')
  await expect(main(page)).toContainText('Trang được khai thay')
  await page.getByRole('button', { name: 'Không phải của tôi' }).click()
  await expect(main(page)).not.toContainText('Trang được khai thay')
  await expect(main(page)).toContainText('Đã đóng')

  await page.context().clearCookies()
  await help.signIn(page.context(), officer)
  await page.goto('/notices')
  await expect(main(page)).toContainText('Một khai báo thay không đúng')
})
