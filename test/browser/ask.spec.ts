import type { Page } from '@playwright/test'
import { expect, type Help, test } from './support/index.ts'
import { confirmed, filled } from './support/pages.ts'

const heading = (page: Page) => page.getByRole('heading', { level: 1 })

async function ask(page: Page, typed: string): Promise<void> {
  await page.goto('/')
  await page.getByRole('main').getByRole('textbox').fill(typed)
  await page.getByRole('main').locator('form button').click()
}

/** A confirmed website whose public answer became another one. */
async function answering(help: Help, answer: string, days = 0): Promise<string> {
  const { address } = await confirmed(help)
  const text = "update published set answer = $2, changed_at = now() - $3 * interval '1 day' where canonical = $1"
  await help.ask({ act: 'sql', text, values: [address, answer, days] })
  return address
}

test('a confirmed page is confirmed in every spelling, with the owner that agreed to be named @desktop @noscript', async ({
  page,
  help,
}) => {
  const { address } = await confirmed(help)
  for (const typed of [
    address,
    address.replace('https://', 'http://www.'),
    address.replace('https://', '').toUpperCase(),
    `  ${address}?fbclid=x  `,
  ]) {
    await ask(page, typed)
    await expect(page).toHaveTitle(/^Đã xác nhận: đúng trang của chủ trang/)
    await expect(heading(page)).toHaveText('Đúng, trang này đã được xác nhận')
    const answer = page.locator('.cd-answer--confirmed')
    await expect(answer).toContainText(address)
    await expect(answer).toContainText('Nguyễn Văn A')
    await expect(answer).toContainText('Phó trưởng phòng')
    await expect(answer).toContainText('Mức 2 · Đã xác minh')
    await expect(answer).toContainText('không nói về nội dung đăng trên trang')
  }
})

test('a suspended page asks not to trust what is new on it @noscript', async ({ page, help }) => {
  await ask(page, await answering(help, 'suspended'))
  await expect(page).toHaveTitle(/^Tạm thời chưa xác nhận/)
  await expect(page.locator('.cd-answer--suspended')).toContainText('Không gửi tiền, mã xác thực hoặc giấy tờ')
  await expect(page.locator('.cd-answer')).not.toContainText('Nguyễn Văn A')
})

test('a closed page says that its owner uses it no more @noscript', async ({ page, help }) => {
  await ask(page, await answering(help, 'closed'))
  await expect(page).toHaveTitle(/^Trang đã đóng/)
  await expect(page.locator('.cd-answer--closed')).toContainText('không dùng địa chỉ này nữa')
  await expect(page.locator('.cd-answer')).not.toContainText('Nguyễn Văn A')
})

test('an imitation is called one until its finding lapses after 180 days @noscript', async ({ page, help }) => {
  const address = await answering(help, 'imitation', 179)
  await ask(page, address)
  await expect(page).toHaveTitle(/^Trang mạo danh/)
  await expect(page.locator('.cd-answer--imitation')).toContainText('Đừng nhắn tin, đừng chuyển tiền')
  await expect(page.locator('.cd-answer')).not.toContainText('Nguyễn Văn A')
  await ask(page, await answering(help, 'imitation', 181))
  await expect(heading(page)).toHaveText('Chưa có xác nhận công khai')
})

test('a private page, one whose proof has begun, and one that nobody declared give the same page @noscript', async ({
  page,
  help,
}) => {
  const { host } = await filled(help, await help.person())
  const answers: string[] = []
  for (const typed of ['khong-ai-khai-mau.vn', host, 'https://www.facebook.com/nguyenvanamau']) {
    await ask(page, typed)
    await expect(heading(page)).toHaveText('Chưa có xác nhận công khai')
    answers.push(await page.getByRole('main').innerHTML())
  }
  expect(new Set(answers).size).toBe(1)
  expect(answers[0]).not.toContain('nguyenvana')
})

test('what is no address is answered with the reason, and the text stays @noscript', async ({ page }) => {
  await ask(page, 'Nguyễn Văn A')
  await expect(page).toHaveTitle(/^Lỗi: /)
  await expect(page.getByRole('alert')).toContainText('Chưa hỏi được')
  await expect(page.getByRole('main').getByRole('textbox')).toHaveValue('Nguyễn Văn A')
})

test('the link of a post is answered about its account, and the page says so @noscript', async ({ page }) => {
  await ask(page, 'https://www.facebook.com/khong.ai.biet/posts/123456789012345')
  await expect(page.getByText('Sổ trả lời về tài khoản đăng bài')).toBeVisible()
})

test('the other language keeps the question, and stays chosen @noscript', async ({ page, help }) => {
  const { address } = await confirmed(help)
  await ask(page, address)
  await page.getByRole('link', { name: 'English' }).click()
  await expect(heading(page)).toHaveText('Yes, this page is confirmed')
  await expect(page.locator('.cd-answer')).toContainText(address)
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await page.goto('/')
  await expect(heading(page)).toHaveText('Is this page really theirs?')
  await page.getByRole('link', { name: 'Tiếng Việt' }).click()
  await expect(heading(page)).toHaveText('Trang này có đúng là của họ không?')
})

test('a browser that asks for English gets English, any other Vietnamese @noscript', async ({ browser }) => {
  for (const [locale, said] of [
    ['en-GB', 'Is this page really theirs?'],
    ['fr-FR', 'Trang này có đúng là của họ không?'],
  ] as const) {
    const context = await browser.newContext({ locale })
    const page = await context.newPage()
    await page.goto('/')
    await expect(heading(page)).toHaveText(said)
    await context.close()
  }
})
