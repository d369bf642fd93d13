import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { expect, type Help, type Somebody, test } from './support/index.ts'
import { declaredAccount } from './support/witness-pages.ts'

const heading = (page: Page) => page.getByRole('heading', { level: 1 })
const main = (page: Page) => page.getByRole('main')
const presses = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click()

async function becomes(page: Page, help: Help, who: Somebody): Promise<void> {
  await page.context().clearCookies()
  await help.signIn(page.context(), who)
}

test('a person gets a copy of their data and asks for a correction; the officer answers, and the person sees who did @noscript', async ({
  page,
  help,
}) => {
  const { member, officer, address } = await declaredAccount(help)
  await becomes(page, help, member)
  await page.goto('/my-record')
  await page.getByRole('link', { name: 'Quyền đối với dữ liệu của tôi' }).click()
  await page.getByLabel('JSON (để máy đọc)').check()
  const [file] = await Promise.all([page.waitForEvent('download'), presses(page, 'Tải bản sao')])
  const copy = JSON.parse(readFileSync(await file.path(), 'utf8'))
  expect(file.suggestedFilename()).toBe(`${copy.request}.json`)
  expect(copy.tables.person[0].name).toBe(member.name)
  expect(address).toContain(copy.tables.declaration[0].handle)

  await page.goto('/rights')
  await expect(main(page)).toContainText(`Yêu cầu ${copy.request}`)
  await page.getByRole('link', { name: 'Sửa thông tin sai' }).click()
  await presses(page, 'Gửi yêu cầu')
  await expect(page).toHaveTitle(/^Lỗi: /)
  await page.getByLabel('Chức vụ').check()
  await page.getByLabel('Giá trị đúng').fill('Phó trưởng phòng')
  await presses(page, 'Gửi yêu cầu')
  await expect(heading(page)).toHaveText(/^Yêu cầu Y-\d+$/)
  await expect(main(page)).toContainText('Đang chờ trả lời')
  const path = new URL(page.url()).pathname

  await becomes(page, help, officer)
  await page.goto('/rights/desk')
  await expect(main(page)).not.toContainText(member.name)
  await page.getByRole('link', { name: /^Xem/ }).first().click()
  await presses(page, 'Mở yêu cầu')
  await expect(main(page)).toContainText(member.name)
  await expect(main(page)).toContainText('Phó trưởng phòng')
  await page.getByLabel('Chấp nhận', { exact: true }).check()
  await presses(page, 'Gửi trả lời')
  await expect(heading(page)).toHaveText('Yêu cầu về dữ liệu cá nhân')

  await becomes(page, help, member)
  await page.goto(path)
  await expect(main(page)).toContainText('Đã thực hiện')
  await page.goto('/my-record')
  await expect(main(page)).toContainText('Trả lời một yêu cầu về dữ liệu cá nhân')
})
