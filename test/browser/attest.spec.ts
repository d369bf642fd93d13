import type { Page } from '@playwright/test'
import { asked, declare } from './support/attestation-pages.ts'
import { expect, test } from './support/index.ts'

const heading = (page: Page) => page.getByRole('heading', { level: 1 })
const main = (page: Page) => page.getByRole('main')

test('a member goes through the list on one page, stops half-way, goes on and has a receipt @noscript', async ({
  page,
  help,
}) => {
  const who = await help.person({ name: 'Nguyễn Văn A' })
  await declare(
    help,
    who,
    'https://x.com/nguyenvana_mau',
    'https://www.tiktok.com/@nguyenvana_mau',
    'https://mau-a.example.com/',
  )
  await asked(help, who, 20)
  await help.signIn(page.context(), who)
  await page.goto('/declarations')
  await page.getByRole('link', { name: 'Xác nhận', exact: true }).last().click()
  await expect(heading(page)).toHaveText('Xác nhận định kỳ')
  await page.getByRole('group').nth(0).getByLabel('Đã đóng').check()
  await page.getByRole('button', { name: 'Lưu, làm tiếp sau' }).click()
  await expect(main(page)).toContainText('Đã lưu. Chưa gửi.')
  await page.goto('/attestations')
  await expect(page.getByRole('group').nth(0).getByLabel('Đã đóng')).toBeChecked()
  await page.getByRole('button', { name: 'Gửi xác nhận' }).click()
  await expect(page).toHaveTitle(/^Lỗi: /)
  await page.getByRole('button', { name: 'Các trang còn lại vẫn của tôi' }).click()
  await page.getByRole('button', { name: 'Gửi xác nhận' }).click()
  await expect(heading(page)).toHaveText('Đã nhận xác nhận')
  await expect(main(page)).toContainText(/BN-\w{4}-\w{4}/)
  await expect(main(page)).toContainText('3 trang đã trả lời')
  await page.goto('/declarations')
  await expect(main(page)).not.toContainText('Xác nhận danh sách trang')
  await page.goto('/attestations')
  await expect(main(page)).toContainText('Anh/chị đã xác nhận kỳ này')
})

test('whoever has no page is done in one tap @noscript', async ({ page, help }) => {
  const who = await help.person({ name: 'Nguyễn Văn A' })
  await asked(help, who, 20)
  await help.signIn(page.context(), who)
  await page.goto('/attestations')
  await page.getByRole('button', { name: 'Tôi không có trang nào' }).click()
  await expect(heading(page)).toHaveText('Đã nhận xác nhận')
  await expect(main(page)).toContainText('Không có trang nào')
})

test('an officer sees how many are where, and filters the list @noscript', async ({ page, help }) => {
  const officer = await help.person({ name: 'Lê Văn C', office: 'Cán bộ phụ trách', role: 'officer' })
  const [unit] = await help.ask<{ code: string }[]>({
    act: 'sql',
    text: 'select code from unit where id = $1',
    values: [officer.unit],
  })
  for (const [name, days] of [
    ['Trần Thị B', -10],
    ['Phạm Văn D', 5],
  ] as const)
    await asked(help, await help.person({ name, unit: unit?.code }), days)
  await help.signIn(page.context(), officer)
  await page.goto(`/members?unit=${officer.unit}`)
  await page.getByRole('link', { name: 'Quá hạn 1' }).click()
  await expect(main(page)).toContainText('Trần Thị B')
  await expect(main(page)).not.toContainText('Phạm Văn D')
})
