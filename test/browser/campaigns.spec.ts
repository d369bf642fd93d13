import { onlyByHand, team, wave } from './support/campaign-pages.ts'
import { expect, test } from './support/index.ts'
import { press } from './support/press.ts'

test('an officer looks at whom a campaign reminds, starts it, follows it, stops it, goes on and sees what came of it @noscript', async ({
  page,
  help,
}) => {
  const main = page.getByRole('main')
  const { officer, members } = await team(help)
  await help.signIn(page.context(), officer)
  await page.goto('/campaigns')
  await press(page, page.getByRole('link', { name: 'Soạn đợt mới' }))
  await page.getByLabel('Đã quá hạn').check()
  await page.getByLabel('Nhắc mỗi người nhiều nhất').selectOption('1 lần')
  await page.getByLabel('Số người mỗi lượt').fill('rất nhiều')
  await press(page, page.getByRole('button', { name: 'Xem trước' }))
  await expect(page).toHaveTitle(/^Lỗi: /)
  await page.getByLabel('Số người mỗi lượt').fill('2')
  await press(page, page.getByRole('button', { name: 'Xem trước' }))
  await expect(main).toContainText('Chưa bắt đầu')
  await expect(main).toContainText('có 4 người')
  const id = page.url().split('/').at(-1) ?? ''
  await onlyByHand(help, id)
  await press(page, page.getByRole('button', { name: 'Bắt đầu: nhắc 3 người' }))
  await expect(main).toContainText('Đang chạy')
  const told = main.locator('[data-figure=told]')

  // With a script the figures come by themselves; without one the link fetches them.
  const newest = async (n: string) => {
    if (test.info().project.name === 'noscript') await page.getByRole('link', { name: 'Xem số mới nhất' }).click()
    await expect(told).toHaveText(n, { timeout: 10_000 })
  }
  await wave(help, id, 2)
  await newest('2')
  await press(page, page.getByRole('button', { name: 'Dừng', exact: true }))
  await expect(main).toContainText('Đang dừng')
  await wave(help, id)
  await page.reload()
  await expect(told).toHaveText('2')
  await press(page, page.getByRole('button', { name: 'Chạy tiếp' }))
  await expect(main).toContainText('Đang chạy')
  await wave(help, id)
  await expect(async () => {
    await page.goto(`/campaigns/${id}`)
    await expect(main).toContainText('Đã xong', { timeout: 1_000 })
  }).toPass({ timeout: 20_000 })
  await press(page, page.getByRole('link', { name: /^Xem tên người trong/ }))
  await expect(page.getByRole('table')).toContainText('Trần Thị B')

  await help.signIn(page.context(), members[0] as (typeof members)[number])
  await page.goto('/declarations')
  await expect(main).toContainText('Nhắc: xác nhận danh sách trang của anh/chị')
})
