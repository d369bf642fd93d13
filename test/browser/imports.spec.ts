import { clerk, sendFile } from './support/import-pages.ts'
import { expect, test } from './support/index.ts'
import { as, offered } from './support/offered-pages.ts'
import { press } from './support/press.ts'

test('an officer reads a list, chooses a column, writes it and takes it back @desktop @noscript', async ({
  page,
  help,
}) => {
  const { officer, code } = await clerk(help)
  await help.signIn(page.context(), officer)
  await sendFile(
    page,
    'people',
    `Số thẻ,họ và tên,mã đơn vị\nT1,Nguyễn Thị Hoa,${code}\nT2,Trần Văn Tám,${code}\nT3,Ai Đó,KHONG-CO\n`,
  )
  await page.getByLabel('Cột “Số thẻ”').selectOption({ label: 'mã người' })
  await press(page, page.getByRole('button', { name: 'Đọc lại tệp' }))
  await expect(page.getByRole('main')).toContainText('Chưa có gì được ghi vào sổ')
  await press(page, page.getByRole('link', { name: 'Xem từng dòng Không nhận' }))
  await expect(page.getByRole('main')).toContainText('đơn vị không có trong sổ')
  await page.goBack()
  await press(page, page.getByRole('button', { name: 'Ghi 2 dòng vào sổ' }))
  // With a script the page follows by itself; without one the link does.
  await expect(async () => {
    await page.reload()
    await expect(page.getByRole('main')).toContainText('Đã ghi', { timeout: 500 })
  }).toPass({ timeout: 30_000 })

  await page.goto(`/members?unit=${officer.unit}`)
  await expect(page.getByRole('table')).toContainText('Nguyễn Thị Hoa')
  await page.goto('/imports')
  await press(page, page.getByRole('link', { name: /^Xem/ }).first())
  await press(page, page.getByRole('button', { name: 'Hoàn lại' }))
  await expect(async () => {
    await page.reload()
    await expect(page.getByRole('main')).toContainText('Đã hoàn lại', { timeout: 500 })
  }).toPass({ timeout: 30_000 })
  await page.goto(`/members?unit=${officer.unit}`)
  await expect(page.getByRole('main')).not.toContainText('Nguyễn Thị Hoa')
})

test('rejected rows come back as the file has them, with the reason @noscript', async ({ page, help }) => {
  const { officer, code } = await clerk(help)
  await help.signIn(page.context(), officer)
  await sendFile(page, 'people', `person_id,full_name,unit_code\nA1,=1+1,${code}\nA2,Lê B,${code}\n`)
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: /cột lý do/ }).click(),
  ])
  const stream = await download.createReadStream()
  const parts: Buffer[] = []
  for await (const part of stream) parts.push(part as Buffer)
  expect(Buffer.concat(parts).toString()).toBe(
    `\ufeffperson_id,full_name,unit_code,Lý do không nhận\r\nA1,"'=1+1",${code},formula_like: ô bắt đầu như công thức\r\n`,
  )
})

test('a member says of each account on the list whose it is, takes a slip back, and the officer sees it @noscript', async ({
  page,
  help,
}) => {
  const main = page.getByRole('main')
  const list = ['https://facebook.com/lan.mau', 'https://www.tiktok.com/@lan.mau', 'x.com/lan_mau']
  const { officer, member, at } = await offered(page, help, ...list)
  await as(page, help, member, '/declarations')
  await expect(main).toContainText('Danh sách của đơn vị ghi 3 tài khoản: có phải của anh/chị không?')
  await press(page, page.getByRole('link', { name: 'Xem và trả lời' }))
  const line = (name: RegExp) => page.getByRole('group', { name })
  await press(page, page.getByRole('button', { name: 'Gửi câu trả lời' }))
  await expect(page).toHaveTitle(/^Lỗi: /)
  await line(/Facebook/)
    .getByLabel('Của tôi', { exact: true })
    .check()
  await line(/TikTok/)
    .getByLabel('Không phải của tôi')
    .check()
  await press(page, page.getByRole('button', { name: 'Gửi câu trả lời' }))
  await expect(line(/Facebook|TikTok/)).toHaveCount(0)
  await press(page, page.getByRole('button', { name: /^Trả lời lại TikTok/ }))
  await line(/TikTok/)
    .getByLabel('Của tôi, đã đóng')
    .check()
  await press(page, page.getByRole('button', { name: 'Gửi câu trả lời' }))
  await press(page, page.getByRole('link', { name: /^Biên nhận Facebook/ }))
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Đã nhận khai báo')
  await page.goto('/declarations')
  await expect(main).toContainText('Đã khai báo 1 trang')
  await expect(main).toContainText('Danh sách của đơn vị ghi 1 tài khoản')

  await as(page, help, officer, at)
  await press(page, page.getByRole('link', { name: 'Xem từng người trả lời thế nào' }))
  for (const answer of ['Của tôi, đã đóng', 'Chưa trả lời']) await expect(page.getByRole('table')).toContainText(answer)
  await page.goto(at)
  await press(page, page.getByRole('button', { name: 'Hoàn lại' }))
  await expect(async () => {
    await page.reload()
    await expect(main).toContainText('Đã hoàn lại', { timeout: 500 })
  }).toPass({ timeout: 30_000 })
  await as(page, help, member, '/declarations/offered')
  await expect(main).toContainText('Không còn tài khoản nào chờ trả lời')
  await expect(main).toContainText('Của tôi, đã đóng, trả lời ngày')
})
