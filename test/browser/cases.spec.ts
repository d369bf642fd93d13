import type { Page } from '@playwright/test'
import { decided, overdueMember } from './support/case-pages.ts'
import { expect, type Help, type Somebody, test } from './support/index.ts'

const heading = (page: Page) => page.getByRole('heading', { level: 1 })
const main = (page: Page) => page.getByRole('main')
const presses = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click()

async function becomes(page: Page, help: Help, who: Somebody): Promise<void> {
  await page.context().clearCookies()
  await help.signIn(page.context(), who)
}

test('an officer opens a case about a fact, the person replies, another decides, the person appeals, the unit above answers @noscript', async ({
  page,
  help,
}) => {
  const { member, officer, reviewer, above } = await overdueMember(help)
  await becomes(page, help, officer)
  await page.goto(`/records/${member.id}`)
  await page.getByLabel('Theo yêu cầu của chính người có hồ sơ').check()
  await presses(page, 'Mở hồ sơ')
  await presses(page, 'Xem nghĩa vụ nào của sổ chưa làm')
  await expect(heading(page)).toHaveText('Việc sổ ghi nhận')
  await expect(page.locator('main textarea, main input[type=text]')).toHaveCount(0)
  await page.getByLabel('Sổ chưa nhận được xác nhận định kỳ').check()
  await presses(page, 'Mở hồ sơ')
  await expect(heading(page)).toHaveText(/^Hồ sơ H-\d+$/)

  await becomes(page, help, member)
  await page.goto('/notices')
  await expect(main(page)).toContainText('Chưa có kết luận nào')
  await page.goto('/my-record')
  await page.getByRole('link', { name: 'Hồ sơ xem xét của tôi (1 đang mở)' }).click()
  await page.getByRole('link', { name: /^Xem hồ sơ/ }).click()
  await presses(page, 'Gửi ý kiến')
  await expect(page).toHaveTitle(/^Lỗi: /)
  await page.getByLabel('Anh/chị muốn nói gì?').fill('Tôi đi công tác, chưa có mạng.')
  await page.getByLabel(/^Biên nhận BN-/).check()
  await presses(page, 'Gửi ý kiến')
  await expect(main(page)).toContainText('Tôi đi công tác, chưa có mạng.')
  await expect(main(page)).toContainText('Người đó không phải là người đã mở hồ sơ')
  const path = new URL(page.url()).pathname

  await becomes(page, help, reviewer)
  await page.goto('/cases/desk')
  await expect(main(page)).not.toContainText(member.name)
  await page.getByRole('link', { name: /^Mở/ }).first().click()
  await presses(page, 'Mở hồ sơ')
  await expect(main(page)).toContainText('Tôi đi công tác, chưa có mạng.')
  await page.getByLabel('Nhắc thực hiện').check()
  await page.getByLabel(/^Số 1\./).check()
  await page.getByLabel('Lý do, viết cho người có hồ sơ đọc').fill('Đã nhắc ba lần.')
  await presses(page, 'Gửi quyết định')
  await expect(heading(page)).toHaveText('Hồ sơ cần xử lý')

  await becomes(page, help, member)
  await page.goto(path)
  await expect(main(page)).toContainText('Đã nhắc ba lần.')
  await page.getByLabel('Anh/chị không đồng ý ở điểm nào?').fill('Lúc đó tôi nằm viện.')
  await presses(page, 'Gửi khiếu nại')
  await expect(main(page)).toContainText('Cấp trên đang đọc khiếu nại')

  await becomes(page, help, above)
  await page.goto('/cases/desk')
  await page.getByRole('link', { name: /^Mở/ }).first().click()
  await presses(page, 'Mở hồ sơ')
  await page.getByLabel('Hủy quyết định').nth(1).check()
  await presses(page, 'Gửi câu trả lời')

  await becomes(page, help, member)
  await page.goto(path)
  await expect(main(page)).toContainText('Hủy quyết định')
  await expect(main(page)).toContainText('Xóa ngày')
  await page.goto('/my-record')
  await expect(main(page)).toContainText('Xử lý một hồ sơ đang xem xét')
})

test('who opened a case reads it and withdraws nothing any more once it is decided', async ({ page, help }) => {
  const { officer, id } = await decided(help)
  await becomes(page, help, officer)
  await page.goto(`/cases/desk/${id}`)
  await presses(page, 'Mở hồ sơ')
  await expect(main(page)).toContainText('Anh/chị chỉ đọc')
  await expect(page.getByRole('button', { name: 'Rút hồ sơ' })).toHaveCount(0)
})
