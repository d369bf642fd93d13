import type { Page } from '@playwright/test'
import { clerk, sendFile } from './import-pages.ts'
import type { Help, Somebody } from './index.ts'
import { type Opened, press } from './press.ts'

/** An officer brings a list of accounts for a member of their unit, by the pages. */
export async function offered(page: Page, help: Help, ...accounts: readonly string[]) {
  const { officer, code } = await clerk(help)
  const member = await help.person({ name: 'Nguyễn Thị Lan', unit: code })
  await help.ask({ act: 'sql', text: "update person set unit_ref = 'L1' where id = $1", values: [member.id] })
  await help.signIn(page.context(), officer)
  await sendFile(page, 'accounts', `person_id,accounts\nL1,"${accounts.join('; ')}"\n`)
  const at = new URL(page.url()).pathname
  await press(page, page.getByRole('button', { name: 'Ghi 1 dòng vào sổ' }))
  for (let n = 0; n < 60; n++) {
    const [row] = await help.ask<{ state: string }[]>({
      act: 'sql',
      text: 'select state from import where id = $1',
      values: [at.split('/').at(-1)],
    })
    if (row?.state === 'written') break
    await new Promise((done) => setTimeout(done, 500))
  }
  return { officer, member, at }
}

export async function as(page: Page, help: Help, who: Somebody, path: string): Promise<void> {
  await page.context().clearCookies()
  await help.signIn(page.context(), who)
  await page.goto(path)
}

const accounts = [
  'https://facebook.com/lan.mau',
  'https://www.tiktok.com/@lan.mau',
  'Lan Mẫu trên mạng',
  'x.com/lan_mau',
]
const asMember = (name: string, path: string, then: (page: Page) => Promise<unknown> = async () => {}) => ({
  name,
  open: async ({ page, help }: Opened) => {
    const { member } = await offered(page, help, ...accounts)
    await as(page, help, member, path)
    await then(page)
    return undefined
  },
})

async function answerSome(page: Page): Promise<void> {
  await page
    .getByRole('group', { name: /Facebook/ })
    .getByLabel('Của tôi', { exact: true })
    .check()
  await page
    .getByRole('group', { name: /TikTok/ })
    .getByLabel('Không phải của tôi')
    .check()
  await press(page, page.getByRole('button', { name: 'Gửi câu trả lời' }))
}

export const offeredPages = [
  asMember('my-pages-offered', '/declarations'),
  asMember('offered', '/declarations/offered'),
  asMember('offered-answered', '/declarations/offered', answerSome),
  {
    name: 'import-answers',
    open: async ({ page, help }: Opened) => {
      const { officer, member, at } = await offered(page, help, ...accounts)
      await as(page, help, member, '/declarations/offered')
      await answerSome(page)
      await as(page, help, officer, `${at}/answers`)
      return undefined
    },
  },
]
