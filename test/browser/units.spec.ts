import { expect, type Help, test } from './support/index.ts'
import { press } from './support/press.ts'

const mark = () => Math.random().toString(36).slice(2, 8).toUpperCase()

/** An administrator, and a member in a unit of their own. */
async function office(help: Help) {
  const code = `DV${mark()}`
  const boss = await help.person({ name: 'Đỗ Văn Q', office: 'Quản trị' })
  const text = "insert into role_held (id, person, role) values (gen_random_uuid(), $1, 'administrator')"
  await help.ask({ act: 'sql', text, values: [boss.id] })
  const member = await help.person({ name: 'Trần Thị B', unit: code, office: 'Chuyên viên' })
  return { boss, member, code }
}

test('an administrator adds a unit, finds it without accents, moves it and reads what was done @noscript @desktop', async ({
  page,
  help,
}) => {
  const { boss, code } = await office(help)
  const name = `Hòa Vang ${code}`
  await help.signIn(page.context(), boss)
  await page.goto('/units')
  await page.getByText('Thêm đơn vị ở cấp cao nhất').click()
  await page.fill('#add-code', `X-${code}`)
  await page.fill('#add-name', name)
  await press(page, page.getByRole('button', { name: 'Thêm đơn vị' }))
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name)

  await page.goto('/units')
  await page.fill('#q', `HOA VANG ${code.toLowerCase()}`)
  await press(page, page.getByRole('button', { name: 'Tìm' }))
  await press(page, page.getByRole('link', { name }))
  await page.getByText('Chuyển sang đơn vị cấp trên khác').click()
  await page.fill('#move-parent', code)
  await press(page, page.getByRole('button', { name: 'Chuyển đơn vị' }))
  await expect(page.locator('.cd-facts')).toContainText(code)
  await expect(page.getByRole('main')).toContainText(`Chuyển: cấp cao nhất → Phòng ${code}`)
  await expect(page.getByRole('main')).toContainText('Đỗ Văn Q')
})

test('an administrator finds a person by number and transfers them; the person reads it and who looked @noscript', async ({
  page,
  help,
}) => {
  const { boss, member, code } = await office(help)
  const number = `S-${code}`
  await help.ask({ act: 'sql', text: 'update person set ref = $2 where id = $1', values: [member.id, number] })
  const target = await help.person({ unit: `DV${mark()}` })
  const [{ code: to }] = (await help.ask<{ code: string }[]>({
    act: 'sql',
    text: 'select code from unit where id = $1',
    values: [target.unit],
  })) as [{ code: string }]
  await help.signIn(page.context(), boss)
  await page.goto('/members')
  await page.fill('#number', number.toLowerCase())
  await press(page, page.getByRole('button', { name: 'Tìm' }))
  await page.getByText('Chuyển sang đơn vị khác').click()
  await page.fill('#transfer-unit', to)
  await press(page, page.getByRole('button', { name: 'Chuyển', exact: true }))
  await expect(page.locator('.cd-facts')).toContainText(`(${to})`)

  await page.context().clearCookies()
  await help.signIn(page.context(), member)
  await page.goto('/my-record')
  await expect(page.getByRole('main')).toContainText('Đỗ Văn Q')
  await press(page, page.getByRole('link', { name: 'Nơi sinh hoạt của tôi' }))
  await expect(page.locator('.cd-facts')).toContainText(`(${to})`)
  await expect(page.getByRole('table')).toContainText('Chuyển đơn vị')
})
