import { expect, type Help, test } from './support/index.ts'
import { press } from './support/press.ts'

async function office(help: Help) {
  const [boss, second] = [await help.person({ name: 'Đỗ Văn Q' }), await help.person({ name: 'Vũ Thị H' })]
  for (const { id } of [boss, second]) {
    const text = "insert into role_held (id, person, role) values (gen_random_uuid(), $1, 'administrator')"
    await help.ask({ act: 'sql', text, values: [id] })
  }
  const code = `VT${Math.random().toString(36).slice(2, 8).toUpperCase()}`
  const officer = await help.person({ name: 'Trần Thị B', unit: code })
  return { boss, second, officer, code }
}

test('an administrator grants a role after reading what it does, and ends it; what was open is handed over @noscript', async ({
  page,
  help,
}) => {
  const { boss, officer, code } = await office(help)
  await help.signIn(page.context(), boss)
  await page.goto('/roles')
  await press(page, page.getByRole('link', { name: 'Trao vai trò' }))
  await page.fill('#person', officer.id)
  await page.getByLabel('Cán bộ phụ trách').check()
  await page.fill('#unit', 'KHONG-CO')
  await press(page, page.getByRole('button', { name: 'Xem lại' }))
  await expect(page.locator('#unit')).toHaveValue('KHONG-CO')
  await expect(page.getByRole('alert')).toContainText('Không có đơn vị với mã này')
  await page.fill('#unit', code)
  await press(page, page.getByRole('button', { name: 'Xem lại' }))
  await expect(page.getByRole('main')).toContainText('Sẽ giữ sổ của 1 người trong 1 đơn vị.')
  await press(page, page.getByRole('button', { name: 'Trao vai trò' }))
  await expect(page.getByRole('main')).toContainText('Đang có hiệu lực')

  await page.getByText('Kết thúc vai trò', { exact: true }).click()
  await press(page, page.getByRole('button', { name: 'Kết thúc vai trò này' }))
  await expect(page.getByRole('main')).toContainText('Đã kết thúc')
  await expect(page.getByRole('main')).toContainText('0 yêu cầu chứng kiến')
  await page.goto('/roles?show=ended')
  await page.fill('#unit', code.toLowerCase())
  await press(page, page.getByRole('button', { name: 'Tìm' }))
  await expect(page.getByRole('link', { name: 'Trần Thị B' })).toBeVisible()
})

test('a reviewer waits for a second administrator, and reads at home who granted it @noscript', async ({
  page,
  help,
  browser,
}) => {
  const { boss, second, officer, code } = await office(help)
  await help.signIn(page.context(), boss)
  await page.goto(`/members/${officer.id}`)
  await press(page, page.getByRole('link', { name: 'Trao vai trò' }))
  await page.getByLabel('Người quyết định').check()
  await page.fill('#unit', code)
  await press(page, page.getByRole('button', { name: 'Xem lại' }))
  await press(page, page.getByRole('button', { name: 'Gửi đề xuất' }))
  await expect(page.getByRole('main')).toContainText('Người đề xuất và người được trao không tự đồng ý được.')
  await expect(page.getByRole('button', { name: 'Đồng ý', exact: true })).toHaveCount(0)
  const path = new URL(page.url()).pathname

  const other = await browser.newContext({ baseURL: help.places.register.url })
  await help.signIn(other, second)
  const theirs = await other.newPage()
  await theirs.goto(path)
  await press(theirs, theirs.getByRole('button', { name: 'Đồng ý', exact: true }))
  await expect(theirs.getByRole('main')).toContainText('Đang có hiệu lực')
  await other.close()

  const home = await browser.newContext({ baseURL: help.places.register.url })
  await help.signIn(home, officer)
  const mine = await home.newPage()
  await mine.goto('/roles/mine')
  await expect(mine.getByRole('main')).toContainText('Người quyết định')
  await expect(mine.getByRole('main')).toContainText('Đỗ Văn Q')
  await expect(mine.getByRole('main')).toContainText('Vũ Thị H')
  await home.close()
})
