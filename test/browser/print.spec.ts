import type { Page } from '@playwright/test'
import { expect, test } from './support/index.ts'
import { confirmed, filled } from './support/pages.ts'

/** What only a screen can use: it leads nowhere on paper. */
const onlyOnScreen = 'nav, footer, button, form, .govuk-button, .govuk-back-link, .govuk-skip-link'

const shown = (page: Page) => page.locator(onlyOnScreen).filter({ visible: true })

async function onPaper(page: Page): Promise<void> {
  expect(await shown(page).count(), 'there is something to leave out').toBeGreaterThan(0)
  await page.emulateMedia({ media: 'print' })
  await expect(shown(page)).toHaveCount(0)
}

/** A4 has 297 mm; the margins of a browser take about 20. */
const a4 = { width: 794, height: Math.floor(((297 - 20) / 25.4) * 96) }

test('a receipt prints on one page with its code and QR code, without anything to press @noscript', async ({
  page,
  help,
}) => {
  const who = await help.person({ office: 'Chuyên viên' })
  const { receipt } = await filled(help, who)
  await help.signIn(page.context(), who)
  await page.goto(`/receipts/${receipt}`)
  await onPaper(page)
  await expect(page.locator('.cd-receipt__code')).toHaveText(receipt)
  await expect(page.locator('.cd-receipt .cd-qr')).toBeVisible()
  await expect(page.getByRole('banner')).toBeVisible()
  await page.setViewportSize(a4)
  const bottom = await page.locator('main').boundingBox()
  expect((bottom?.y ?? Number.NaN) + (bottom?.height ?? Number.NaN)).toBeLessThan(a4.height)
})

test('a confirmed answer prints with address, owner, level and time, without anything to press @noscript', async ({
  page,
  help,
}) => {
  const { address } = await confirmed(help)
  await page.goto(`/?url=${address}`)
  await onPaper(page)
  const answer = page.locator('.cd-answer')
  for (const fact of [address, 'Nguyễn Văn A', 'Mức 2 · Đã xác minh', 'Trả lời lúc']) {
    await expect(answer).toContainText(fact)
  }
  await expect(answer).toBeVisible()
})

test('an invitation prints with its QR code and its link, without anything to press', async ({ page, help }) => {
  const officer = await help.person({ name: 'Lê Văn C', office: 'Cán bộ phụ trách', role: 'officer' })
  const text = 'select code from unit where id = $1'
  const [home] = await help.ask<{ code: string }[]>({ act: 'sql', text, values: [officer.unit] })
  const member = await help.person({ name: 'Trần Thị B', unit: home?.code })
  await help.signIn(page.context(), officer)
  await page.goto(`/records/${member.id}`)
  await page.getByLabel('Giúp khai báo hoặc xác nhận').check()
  await page.getByRole('button', { name: 'Mở hồ sơ' }).click()
  await page.getByRole('button', { name: 'Gửi giấy mời' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Giấy mời đã sẵn sàng')
  await onPaper(page)
  await expect(page.locator('.cd-qr')).toBeVisible()
  await expect(page.getByRole('main')).toContainText('Trần Thị B')
})
