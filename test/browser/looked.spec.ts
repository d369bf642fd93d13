import type { Page } from '@playwright/test'
import { expect, type Help, type Somebody, test } from './support/index.ts'
import { lookedAt } from './support/looked-pages.ts'
import { call } from './support/witness-pages.ts'

const heading = (page: Page) => page.getByRole('heading', { level: 1 })
const main = (page: Page) => page.getByRole('main')
const presses = (page: Page, name: string) => page.getByRole('button', { name }).click()

async function becomes(page: Page, help: Help, who: Somebody): Promise<void> {
  await page.context().clearCookies()
  await help.signIn(page.context(), who)
}

test('a member is told of an unusual look, asks why, the unit above answers, and an auditor sees it without a name @noscript', async ({
  page,
  help,
}) => {
  const { member, officer, above, auditor } = await lookedAt(help)
  await becomes(page, help, member)
  await page.goto('/notices')
  await expect(main(page)).toContainText('Có lần xem hồ sơ khác thường')
  await page.goto('/my-record')
  await expect(main(page)).toContainText('Khác thường: ngoài giờ')
  await page.getByRole('link', { name: 'Hỏi lý do' }).click()
  await expect(heading(page)).toHaveText('Hỏi lý do một lần xem')
  await expect(main(page)).toContainText(officer.name)
  await presses(page, 'Gửi câu hỏi')
  await expect(main(page)).toContainText('Đang chờ trả lời')

  await becomes(page, help, officer)
  await page.goto('/records/questions')
  await expect(main(page)).toContainText('Không có câu hỏi nào đang chờ anh/chị.')

  await becomes(page, help, above)
  await page.goto('/records/questions')
  await expect(main(page)).toContainText(officer.name)
  await page.getByRole('link', { name: 'Trả lời' }).click()
  await expect(main(page)).not.toContainText('Trần Thị B')
  await presses(page, 'Gửi câu trả lời')
  await expect(page).toHaveTitle(/^Lỗi: /)
  await page.getByLabel('Không có lý do chính đáng').check()
  await presses(page, 'Gửi câu trả lời')
  await expect(main(page)).toContainText('Không có câu hỏi nào đang chờ anh/chị.')

  await becomes(page, help, member)
  await page.goto('/my-record')
  await page.getByRole('link', { name: 'Đã có câu trả lời' }).click()
  await expect(main(page)).toContainText('Không có lý do chính đáng; đã chuyển kiểm tra viên.')

  await becomes(page, help, auditor)
  await page.goto('/records/access?unusual=1')
  const row = page.getByRole('row').filter({ hasText: officer.name }).filter({ hasText: 'Không có lý do' }).first()
  await expect(row).toContainText(/N-[0-9A-F]{10}/)
  await expect(main(page)).not.toContainText('Trần Thị B')
})

test('an officer opens a record for the sake of an open incident, and the person reads its number @noscript', async ({
  page,
  help,
}) => {
  const { member, officer } = await lookedAt(help)
  const { id } = await call(help, member, '/v1/declarations', { address: `https://looked-${Date.now()}.example.com/` })
  const [incident] = await help.ask<{ number: string }[]>({
    act: 'sql',
    text: "insert into incident (id, kind, declaration) values (gen_random_uuid(), 'reused_handle', $1) returning number",
    values: [id],
  })
  const number = incident?.number as string
  await becomes(page, help, officer)
  await page.goto(`/members?unit=${officer.unit}`)
  await expect(main(page)).toContainText(`Sự cố đang mở ${number}`)
  await page.goto(`/records/${member.id}`)
  await page.getByLabel('Xử lý một sự cố đang mở').check()
  await page.getByLabel('Số sự cố').fill('S-999999')
  await presses(page, 'Mở hồ sơ')
  await expect(page).toHaveTitle(/^Lỗi: /)
  await expect(page.getByLabel('Xử lý một sự cố đang mở')).toBeChecked()
  await expect(page.getByLabel('Số sự cố')).toHaveValue('S-999999')
  await page.getByLabel('Số sự cố').fill(number.toLowerCase())
  await presses(page, 'Mở hồ sơ')
  await expect(heading(page)).toHaveText('Hồ sơ của Trần Thị B')

  await becomes(page, help, member)
  await page.goto('/my-record')
  await expect(main(page)).toContainText(number)
})

test('a token is made for what was ticked, is shown once, and reaches no further @noscript', async ({ page, help }) => {
  const who = await help.person()
  await help.signIn(page.context(), who)
  await page.goto('/me/tokens/new')
  await page.fill('#name', 'Bảng theo dõi')
  await page.getByLabel('Đọc hồ sơ của tôi').check()
  await page.getByLabel('7 ngày').check()
  await presses(page, 'Tạo mã truy cập')
  const token = await page.locator('#token').inputValue()
  const asks = (method: string) =>
    fetch(`${help.places.register.url}/v1/declarations`, { method, headers: { authorization: `Bearer ${token}` } })
  expect((await asks('GET')).status).toBe(200)
  const refused = await asks('POST')
  expect([refused.status, ((await refused.json()) as { code: string }).code]).toEqual([403, 'token_scope_missing'])
  await page.goto('/me')
  await expect(main(page)).toContainText('Đọc hồ sơ của tôi')
  await expect(main(page)).not.toContainText(token)
  await page.getByRole('button', { name: 'Thu hồi Bảng theo dõi' }).click()
  expect((await asks('GET')).status).toBe(401)
})
