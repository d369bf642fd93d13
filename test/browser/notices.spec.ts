import type { Page } from '@playwright/test'
import { expect, test } from './support/index.ts'

const main = (page: Page) => page.getByRole('main')

test('a member is told on the front page, opens what it is about, and has seen it in one press @noscript', async ({
  page,
  help,
}) => {
  const who = await help.person()
  await help.ask({ act: 'sql', text: "select tell($1, 'renew_proof', 'x', $1)", values: [who.id] })
  await help.signIn(page.context(), who)
  await page.goto('/declarations')
  await expect(main(page)).toContainText('Cần xác minh lại một trang trong 7 ngày')
  await expect(main(page).getByRole('link', { name: 'Mở' })).toHaveAttribute('href', `/declarations/${who.id}/prove`)
  await page.getByRole('button', { name: 'Đã xem' }).click()
  await expect(page).toHaveURL('/declarations')
  await expect(main(page)).not.toContainText('Cần xác minh lại một trang trong 7 ngày')
  await page.getByRole('link', { name: 'Thông báo', exact: true }).click()
  await expect(main(page)).toContainText('Cần xác minh lại một trang trong 7 ngày')
  await expect(main(page)).toContainText(/Đã xem \d/)
})

test('a member has notices mailed once the link in a letter was opened and confirmed @noscript', async ({
  page,
  help,
}) => {
  const who = await help.person()
  const address = `lan.${Date.now()}@donvi.vn`
  await help.signIn(page.context(), who)
  await page.goto('/notices')
  await page.getByRole('link', { name: 'Nhận thông báo qua thư' }).click()
  await page.getByLabel('Địa chỉ thư điện tử').fill('lan')
  await page.getByRole('button', { name: 'Gửi liên kết xác nhận' }).click()
  await expect(page).toHaveTitle(/^Lỗi: /)
  await expect(page.getByLabel('Địa chỉ thư điện tử')).toHaveValue('lan')
  await page.getByLabel('Địa chỉ thư điện tử').fill(address)
  await page.getByRole('button', { name: 'Gửi liên kết xác nhận' }).click()
  await expect(main(page)).toContainText(`Đã gửi liên kết tới ${address}`)
  const [letter] = await help.ask<{ body: string }[]>({ act: 'letters', to: address })
  await page.goto(new URL(/http\S+\/notices\/mail\/\S+/.exec(letter?.body ?? '')?.[0] ?? '').pathname)
  await page.getByRole('button', { name: 'Xác nhận' }).click()
  await expect(main(page)).toContainText('Địa chỉ đang dùng')
  await expect(main(page)).toContainText(address)
  await page.getByRole('button', { name: 'Bỏ địa chỉ này' }).click()
  await expect(main(page)).not.toContainText(address)
})
