import { clerk, sendFile } from './support/import-pages.ts'
import { expect, test } from './support/index.ts'
import { press } from './support/press.ts'

test('an officer reads a list, chooses a column, writes it and takes it back @noscript', async ({ page, help }) => {
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
