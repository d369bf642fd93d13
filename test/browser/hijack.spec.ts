import type { Page } from '@playwright/test'
import { askedFor, nameTaken } from './support/incident-pages.ts'
import { expect, type Help, type Somebody, test } from './support/index.ts'
import { declaredAccount } from './support/witness-pages.ts'

const heading = (page: Page) => page.getByRole('heading', { level: 1 })
const main = (page: Page) => page.getByRole('main')
const presses = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click()

async function becomes(page: Page, help: Help, who: Somebody): Promise<void> {
  await page.context().clearCookies()
  await help.signIn(page.context(), who)
}
const sql = <T>(help: Help, text: string, values: readonly unknown[]) => help.ask<T[]>({ act: 'sql', text, values })

/** Witnessed, and answering whoever asks. */
async function inPublic(help: Help) {
  const made = await declaredAccount(help)
  await sql(
    help,
    "insert into level_step (id, declaration, level, reason) values (gen_random_uuid(), $1, 1, 'proof_found')",
    [made.declaration],
  )
  await fetch(`${help.places.register.url}/v1/declarations/${made.declaration}`, {
    method: 'PATCH',
    headers: { authorization: `Bearer ${made.member.token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ visibility: 'confirmable' }),
  })
  return made
}

test('a member stops a page in one press, the public answer rests, the officer answers, a proof gives it back @noscript', async ({
  page,
  help,
}) => {
  const { member, officer, address, declaration } = await inPublic(help)
  await becomes(page, help, member)
  await page.goto('/receipts')
  await page.getByRole('link', { name: 'Trang bị chiếm' }).first().click()
  await expect(heading(page)).toHaveText('Trang của tôi bị chiếm')
  await presses(page, 'Dừng xác nhận ngay')
  await expect(page).toHaveTitle(/^Lỗi: /)
  await expect(page.locator('input[name=pages]')).toBeChecked()
  await page.getByLabel('Người khác đã chiếm trang').check()
  await presses(page, 'Dừng xác nhận ngay')
  await expect(heading(page)).toHaveText('Đã dừng xác nhận trang này')
  await expect(main(page)).toContainText(/BN-\w{4}-\w{4}/)
  await expect(page.getByRole('link', { name: 'Mở trang trợ giúp của nền tảng' })).toHaveAttribute(
    'href',
    'https://www.facebook.com/hacked',
  )
  await presses(page, 'Tôi đã báo Nền tảng')
  await expect(main(page)).toContainText('Đã báo: Nền tảng')
  await page.getByRole('link', { name: 'Xem và in thư' }).last().click()
  await expect(main(page)).toContainText(address)
  await expect(main(page)).not.toContainText(member.name)
  await page.goto(`/?url=${address}`)
  await expect(heading(page)).toContainText('Tạm thời')

  await becomes(page, help, officer)
  await page.goto('/incidents/desk')
  await expect(main(page)).not.toContainText(member.name)
  await page.getByRole('link', { name: /^Mở/ }).first().click()
  await presses(page, 'Mở sự cố')
  await expect(main(page)).toContainText(member.name)
  await presses(page, 'Tôi nhận xử lý')

  await becomes(page, help, member)
  await page.goto('/notices')
  await expect(main(page)).toContainText('Cán bộ phụ trách đã nhận xử lý sự cố')
  await page.goto('/my-record')
  await expect(main(page)).toContainText('Xử lý một sự cố đang mở')

  const [proof] = await sql<{ id: string }>(
    help,
    "insert into proof (id, declaration, person, method, token, made_at) values (gen_random_uuid(), $1, $2, 'dns-txt', gen_random_uuid()::text, now() + interval '1 second') returning id",
    [declaration, member.id],
  )
  await sql(help, "update proof set state = 'found', found_at = now() where id = $1", [proof?.id])
  await page.goto('/incidents')
  await expect(main(page)).toContainText('Đã xác minh lại đúng tài khoản')
  await page.goto(`/?url=${address}`)
  await expect(heading(page)).not.toContainText('Tạm thời')
})

test('nothing was wrong: the owner says so, and the page is confirmed again @noscript', async ({ page, help }) => {
  const { member, address } = await inPublic(help)
  await becomes(page, help, member)
  await page.goto('/incidents/new')
  await page.getByLabel('Tôi không vào được trang').check()
  await presses(page, 'Dừng xác nhận ngay')
  await page.locator('summary').filter({ hasText: 'Không có gì sai' }).click()
  await presses(page, 'Không có gì sai: mở lại xác nhận')
  await expect(heading(page)).toHaveText('Sự cố đã xong')
  await page.goto(`/?url=${address}`)
  await expect(heading(page)).not.toContainText('Tạm thời')
})

test('who cannot sign in asks to be called back, and the officer freezes after the call @noscript', async ({
  page,
  help,
}) => {
  await page.goto('/sign-in')
  await page.getByRole('contentinfo').getByRole('link', { name: 'Trang bị chiếm' }).click()
  await page.getByLabel('Địa chỉ trang bị chiếm').fill('facebook.com/khong.ai.khai')
  await page.getByLabel('Tôi không vào được trang').check()
  await presses(page, 'Nhờ gọi lại')
  await expect(heading(page)).toHaveText('Đã nhận')

  const { officer, member, id } = await askedFor(help)
  await becomes(page, help, officer)
  await page.goto(`/incidents/desk/${id}`)
  await presses(page, 'Mở sự cố')
  await expect(main(page)).toContainText('Không gọi số do người báo đưa')
  await presses(page, 'Đã gọi, đúng là bị chiếm: dừng xác nhận')
  await expect(main(page)).toContainText('Báo ba nơi')
  await becomes(page, help, member)
  await page.goto('/notices')
  await expect(main(page)).toContainText('Cán bộ phụ trách đã dừng xác nhận một trang')
})

test('an officer on the phone stops a page from the record and reads the receipt out @noscript', async ({
  page,
  help,
}) => {
  const { officer, member } = await inPublic(help)
  await becomes(page, help, officer)
  await page.goto(`/records/${member.id}`)
  await page.getByLabel('Theo yêu cầu của chính người có hồ sơ').check()
  await presses(page, 'Mở hồ sơ')
  await presses(page, /dừng xác nhận qua điện thoại/)
  await page.getByLabel('Có người dùng trang thay tôi').check()
  await presses(page, 'Dừng xác nhận ngay')
  await expect(heading(page)).toHaveText('Đã dừng xác nhận')
  await expect(main(page)).toContainText(/BN-\w{4}-\w{4}/)
})

test('of a name that belongs to another account its owner says what happened @noscript', async ({ page, help }) => {
  const { member, id } = await nameTaken(help)
  await becomes(page, help, member)
  await page.goto(`/incidents/${id}`)
  await presses(page, 'Tiếp tục')
  await expect(page).toHaveTitle(/^Lỗi: /)
  await page.getByLabel('Tôi đã đổi tên tài khoản').check()
  await presses(page, 'Tiếp tục')
  await expect(main(page)).toContainText('Anh/chị đã nói là mình đổi tên')
  await page.locator('summary').filter({ hasText: 'Trang này không còn là của tôi' }).click()
  await presses(page, 'Tôi không còn giữ trang này')
  await expect(heading(page)).toHaveText('Sự cố đã xong')
})
