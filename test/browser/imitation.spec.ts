import type { Page } from '@playwright/test'
import { found, listedMember } from './support/imitation-pages.ts'
import { expect, type Help, type Somebody, test } from './support/index.ts'

const heading = (page: Page) => page.getByRole('heading', { level: 1 })
const main = (page: Page) => page.getByRole('main')
const presses = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click()

async function becomes(page: Page, help: Help, who: Somebody): Promise<void> {
  await page.context().clearCookies()
  await help.signIn(page.context(), who)
}

test('somebody reports a page, the person says “not mine”, a reviewer finds it so, and its owner objects @noscript', async ({
  page,
  help,
}) => {
  const { member, reviewer, other, right, fake } = await listedMember(help)
  await page.goto('/impersonations')
  await page.getByLabel('Điều ai đó đã viết hoặc đăng').check()
  await presses(page, 'Tiếp tục')
  await expect(heading(page)).toHaveText('Sổ này không nhận việc đó')
  await page.getByRole('link', { name: 'Quay lại câu hỏi đầu' }).click()
  await page.getByLabel('Một trang tự nhận là của người khác').check()
  await presses(page, 'Tiếp tục')
  await page.getByLabel('Địa chỉ trang mạo danh').fill(fake)
  await presses(page, 'Gửi')
  await expect(page).toHaveTitle(/^Lỗi: /)
  await expect(page.getByLabel('Địa chỉ trang mạo danh')).toHaveValue(fake)
  await page.getByLabel('Trang thật của người bị mạo danh').fill(right)
  await page.getByLabel('Dùng tên').check()
  await page.getByLabel('Xin tiền').check()
  await presses(page, 'Gửi')
  await expect(heading(page)).toHaveText('Đã nhận tin báo')
  await expect(main(page)).toContainText('Chờ người bị nêu tên trả lời')
  const code = (await main(page).textContent())?.match(/MD-\w{4}-\w{4}/)?.[0] as string

  await becomes(page, help, member)
  await page.goto('/notices')
  await page.getByRole('link', { name: /Có người báo một trang mạo danh/ }).click()
  await expect(heading(page)).toHaveText('Trang này có phải của anh/chị không?')
  await presses(page, 'Không phải của tôi')
  await expect(heading(page)).toHaveText('Chờ người quyết định xem')

  await becomes(page, help, reviewer)
  await page.goto('/impersonations/desk')
  await expect(main(page)).not.toContainText(member.name)
  await page
    .getByRole('link', { name: /Mở tin báo/ })
    .first()
    .click()
  await presses(page, 'Mở tin báo')
  await expect(main(page)).toContainText(member.name)
  await page
    .getByRole('group', { name: /tự nhận/ })
    .getByLabel('Có', { exact: true })
    .check()
  await page.getByLabel('Không nói gì như vậy').check()
  await page
    .getByRole('group', { name: /nêu công khai/ })
    .getByLabel('Dùng tên')
    .check()
  await presses(page, 'Ghi kết luận')
  await expect(main(page)).toContainText('Đã kết luận là mạo danh')

  await page.context().clearCookies()
  await page.goto(`/?url=${fake}`)
  await expect(main(page)).toContainText('Dùng tên người khác')
  await page.getByRole('link', { name: /có thể phản đối/ }).click()
  await expect(page.getByLabel('Địa chỉ trang')).toHaveValue(fake)
  await page.getByLabel('Đó là tên thật của người giữ trang').check()
  await presses(page, 'Gửi phản đối')
  await expect(heading(page)).toHaveText('Đã nhận phản đối')
  await page.goto(`/?url=${fake}`)
  await expect(main(page)).toContainText('Chủ trang phản đối từ')

  await becomes(page, help, other)
  await page.goto('/impersonations/desk')
  await page
    .getByRole('link', { name: /Mở tin báo/ })
    .first()
    .click()
  await presses(page, 'Mở tin báo')
  await page.getByLabel('Không còn đúng: bỏ kết luận').check()
  await presses(page, 'Ghi kết luận')
  await page.context().clearCookies()
  await page.goto('/impersonations')
  await page.getByLabel('Mã tiếp nhận').fill(code.toLowerCase())
  await presses(page, 'Xem đã đến bước nào')
  await expect(main(page)).toContainText('Đã bỏ kết luận sau phản đối')
})

test('the person takes the pack, says that the platform was told, and that it removed the page', async ({
  page,
  help,
}) => {
  const { member, fake, id } = await found(help)
  await becomes(page, help, member)
  await page.goto(`/impersonations/${id}`)
  const [pack] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Tải bản PDF' }).click(),
  ])
  expect(pack.suggestedFilename()).toMatch(/^M-\d+\.pdf$/)
  await presses(page, 'Tôi đã báo: Nền tảng')
  await expect(main(page)).toContainText('Đã báo: Nền tảng')
  await page.getByLabel('Nền tảng đã gỡ trang').check()
  await presses(page, 'Ghi kết quả')
  await expect(heading(page)).toContainText('Nền tảng đã gỡ trang')
  await page.goto(`/?url=${fake}`)
  await expect(heading(page)).not.toContainText('mạo')
})
