import type { Page } from '@playwright/test'
import type { Help, Somebody } from './index.ts'
import { type Opened, press } from './press.ts'

/** An officer of a unit of their own, and its code. */
export async function clerk(help: Help) {
  const officer = await help.person({ name: 'Lê Văn C', office: 'Cán bộ phụ trách', role: 'officer' })
  const [home] = await help.ask<{ code: string }[]>({
    act: 'sql',
    text: 'select code from unit where id = $1',
    values: [officer.unit],
  })
  return { officer, code: home?.code as string }
}

/** Sends a file from the front page of the room, as a person does. */
export async function sendFile(page: Page, kind: string, text: string, name = 'danh-sach.csv') {
  await page.goto('/imports')
  await page.locator(`input[name=kind][value=${kind}]`).check()
  await page.setInputFiles('input[type=file]', { name, mimeType: 'text/csv', buffer: Buffer.from(text) })
  await press(page, page.getByRole('button', { name: 'Đọc tệp' }))
}

const fileOf = (code: string) =>
  `person_id,full_name,office_title,unit_code,accounts,Ghi chú\nN1,Nguyễn Thị Lan,Chuyên viên,${code},https://facebook.com/lan.mau,a\nN2,Trần Văn Bình,,${code},,b\nN3,Phạm Thị Dung,,KHONG-CO,,c\n`

/** Each page with a file behind it that was just read. */
function read(name: string, then: (page: Page, at: string, help: Help, who: Somebody) => Promise<unknown>) {
  return {
    name,
    open: async ({ page, help }: Opened) => {
      const { officer, code } = await clerk(help)
      await help.signIn(page.context(), officer)
      await sendFile(page, 'people', fileOf(code))
      await then(page, new URL(page.url()).pathname, help, officer)
      return undefined
    },
  }
}

export const importPages = [
  {
    name: 'imports',
    open: async ({ page, help }: Opened) => {
      await help.signIn(page.context(), (await clerk(help)).officer)
      await page.goto('/imports')
      return undefined
    },
  },
  {
    name: 'imports-refused',
    open: async ({ page, help }: Opened) => {
      await help.signIn(page.context(), (await clerk(help)).officer)
      await sendFile(page, 'people', '\x89PNG\0', 'anh.csv')
      return 'answer to a form' as const
    },
  },
  read('import', async () => {}),
  read('import-rows', (page, at) => page.goto(`${at}?part=new`)),
  read('import-rejected', (page, at) => page.goto(`${at}?part=rejected`)),
  read('import-columns', (page, at) => page.goto(`${at}/columns`)),
  read('import-writing', async (page, at, help) => {
    const id = at.split('/').at(-1)
    await help.ask({
      act: 'sql',
      text: "update import set state = 'writing', written = 1, moved_at = now() - interval '2 minutes' where id = $1",
      values: [id],
    })
    await page.goto(at)
  }),
  read('import-written', async (page, at, help) => {
    const id = at.split('/').at(-1)
    await help.ask({
      act: 'sql',
      text: "update import set state = 'written', written = 2, ended_at = now() where id = $1",
      values: [id],
    })
    await page.goto(at)
  }),
]
