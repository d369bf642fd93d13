import type { Page } from '@playwright/test'
import { expect, type Help, type Somebody, test } from './support/index.ts'

const field = (page: Page) => page.getByLabel('Địa chỉ trang hoặc tài khoản')
const reading = (page: Page) => page.locator('#reading')
const heading = (page: Page) => page.getByRole('heading', { level: 1 })
const next = (page: Page) => page.getByRole('button', { name: 'Tiếp tục' })

async function declaring(page: Page, help: Help): Promise<Somebody> {
  const who = await help.person()
  await help.signIn(page.context(), who)
  await page.goto('/declarations/new')
  return who
}

/** As somebody does who has copied it elsewhere. */
async function paste(page: Page, text: string): Promise<void> {
  await field(page).focus()
  await page.evaluate((pasted) => {
    const data = new DataTransfer()
    data.setData('text/plain', pasted)
    const event = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })
    if (document.activeElement?.dispatchEvent(event)) document.execCommand('insertText', false, pasted)
  }, text)
}

async function draftsOf(help: Help, { id }: Somebody): Promise<string[]> {
  const text = "select address->>'canonical' as canonical from draft where person = $1 order by id"
  return (await help.ask<{ canonical: string }[]>({ act: 'sql', text, values: [id] })).map(({ canonical }) => canonical)
}

test('while somebody types, the register says platform, kind, name and address, with the platform’s mark @desktop', async ({
  page,
  help,
}) => {
  await declaring(page, help)
  await expect(reading(page)).toBeEmpty()
  await field(page).pressSequentially('m.facebook.com/Nguyen.Van.A.Mau')
  await expect(reading(page)).toContainText('Facebook, tài khoản')
  await expect(reading(page)).toContainText('https://www.facebook.com/nguyenvanamau')
  await expect(reading(page).locator('svg text')).toHaveText('F')
  await expect(reading(page)).not.toContainText('Số định danh')
  await expect(page.getByRole('status').and(reading(page))).toHaveCount(1)
  await field(page).fill('')
  await expect(reading(page)).toBeEmpty()
})

test('the recogniser comes when the field is first used, not with the page, and once', async ({ page, help }) => {
  const fetched: string[] = []
  page.on('request', (request) => request.url().includes('/recogniser-') && fetched.push(request.url()))
  await declaring(page, help)
  await page.waitForLoadState('networkidle')
  expect(fetched).toEqual([])
  await field(page).focus()
  await expect.poll(() => fetched.length).toBe(1)
  await field(page).fill('x.com/mau_mot')
  await expect(reading(page)).toContainText('https://x.com/mau_mot')
  expect(fetched).toHaveLength(1)
})

test('a post is answered with its account, and one button puts the account into the field @desktop', async ({
  page,
  help,
}) => {
  const who = await declaring(page, help)
  await paste(page, 'https://www.facebook.com/nguyen.van.a.mau/posts/122093')
  await expect(reading(page)).toContainText('Đây là một bài đăng. Có phải tài khoản này không?')
  await reading(page).getByRole('button', { name: 'Dùng tài khoản này' }).click()
  await expect(field(page)).toHaveValue('https://www.facebook.com/nguyenvanamau')
  await expect(field(page)).toBeFocused()
  await expect(reading(page)).not.toContainText('bài đăng')
  await next(page).click()
  await expect(heading(page)).toHaveText('Đúng trang này không?')
  expect(await draftsOf(help, who)).toEqual(['https://www.facebook.com/nguyenvanamau'])
})

test('an address that looks like facebook.com and is not is warned of at once', async ({ page, help }) => {
  await declaring(page, help)
  await paste(page, 'https://facebook.com.dang-nhap.vn/nguyenvanamau')
  await expect(reading(page)).toContainText('không thuộc Facebook')
  await expect(reading(page)).toContainText('dang-nhap.vn')
  await expect(reading(page)).toContainText('hãy đổi mật khẩu ngay')
})

test('a bare name is asked for its platform, and with the platform chosen it becomes a handle', async ({
  page,
  help,
}) => {
  const who = await declaring(page, help)
  await field(page).fill('nguyenvanamau')
  await expect(reading(page)).toContainText('chưa rõ ở nền tảng nào')
  await page.getByLabel('Tên này ở nền tảng nào?').selectOption('tiktok')
  await expect(reading(page)).toContainText('https://www.tiktok.com/@nguyenvanamau')
  await next(page).click()
  await expect(heading(page)).toHaveText('Đúng trang này không?')
  expect(await draftsOf(help, who)).toEqual(['https://www.tiktok.com/@nguyenvanamau'])
})

test('without a script the platform is chosen beside the name, and it becomes a handle as well @noscript-only', async ({
  page,
  help,
}) => {
  const who = await declaring(page, help)
  await expect(reading(page)).toBeEmpty()
  await page.getByText('Chỉ biết tên hoặc số tài khoản?').click()
  await field(page).fill('0912345678')
  await page.getByLabel('Tên này ở nền tảng nào?').selectOption('zalo')
  await next(page).click()
  await expect(heading(page)).toHaveText('Đúng trang này không?')
  await expect(page.getByRole('main')).toContainText('https://zalo.me/84912345678')
  expect(await draftsOf(help, who)).toEqual(['https://zalo.me/84912345678'])
})

test('a list of lines is kept in lines, counted, and becomes drafts', async ({ page, help }) => {
  const who = await declaring(page, help)
  await paste(page, 'Facebook: nguyenvanamau\nZalo: 0912 345 678\nhttps://bit.ly/abc')
  await expect(field(page)).toHaveValue('Facebook: nguyenvanamau\nZalo: 0912 345 678\nhttps://bit.ly/abc')
  await expect(reading(page)).toContainText('Nhận ra 2 địa chỉ')
  await next(page).click()
  await expect(heading(page)).toHaveText('Nhận ra 2 địa chỉ trong đoạn vừa dán')
  await page.getByRole('button', { name: 'Lưu 2 bản nháp' }).click()
  await expect(heading(page)).toHaveText('Đã lưu 2 bản nháp')
  expect(await draftsOf(help, who)).toEqual(['https://www.facebook.com/nguyenvanamau', 'https://zalo.me/84912345678'])
})

test('several addresses are listed on one page, kept by one button, and what was not recognised can be mended @desktop @noscript', async ({
  page,
  help,
}) => {
  const who = await declaring(page, help)
  await field(page).fill('https://www.facebook.com/mau.mot https://www.tiktok.com/@mau.hai https://bit.ly/abc')
  await next(page).click()
  await expect(page.getByRole('main')).toContainText('facebook.com/maumot')
  await expect(page.getByRole('main')).toContainText('Đây là liên kết rút gọn')
  await page.getByRole('button', { name: 'Lưu 2 bản nháp' }).click()
  await expect(page).toHaveTitle(/^Lỗi: /)
  await expect(page.getByLabel('Các dòng còn lại')).toHaveValue('https://bit.ly/abc')
  await page.getByLabel('Các dòng còn lại').fill('https://x.com/mau_ba')
  await page.getByRole('button', { name: 'Kiểm tra lại địa chỉ' }).click()
  await expect(page).toHaveURL(/\/declarations$/)
  await expect(page.getByRole('main')).toContainText('Khai tiếp x.com/mau_ba')
  expect(await draftsOf(help, who)).toHaveLength(3)
})

test('what is said does not take the button away from under the finger that presses it', async ({ page, help }) => {
  await declaring(page, help)
  await field(page).focus()
  await page.waitForFunction(() =>
    performance.getEntriesByType('resource').some(({ name }) => name.includes('recogniser-')),
  )
  await page.keyboard.insertText('https://www.facebook.com/mau.mot/posts/1')
  const box = await next(page).boundingBox()
  if (!box) throw new Error('no button')
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
  await page.mouse.down()
  await page.waitForTimeout(1_000)
  await expect(reading(page)).toBeEmpty()
  await page.mouse.up()
  await expect(page).toHaveTitle(/^Lỗi: đây là một bài đăng/)
})

test('what is said waits for the finger, and is said when it is lifted', async ({ page, help }) => {
  await declaring(page, help)
  await field(page).focus()
  await page.keyboard.insertText('x.com/mau_mot')
  const box = await page.getByText('Trang nào cần khai báo?').boundingBox()
  await page.mouse.move((box?.x ?? 0) + 20, (box?.y ?? 0) + 5)
  await page.mouse.down()
  await page.waitForTimeout(1_000)
  await expect(reading(page)).toBeEmpty()
  await page.mouse.up()
  await expect(reading(page)).toContainText('https://x.com/mau_mot')
})

test('text with a password in it is answered, and is sent nowhere while it is typed', async ({ page, help }) => {
  await declaring(page, help)
  const sent: string[] = []
  page.on('request', (request) => sent.push(`${request.url()} ${request.postData() ?? ''}`))
  await field(page).fill('https://lan:matkhau@vidu.vn/')
  await expect(reading(page)).toContainText('có thể chứa mật khẩu')
  expect(sent.filter((request) => request.includes('matkhau'))).toEqual([])
})

test('in English the same is said in English', async ({ page, help }) => {
  await declaring(page, help)
  await page.goto('/declarations/new?lang=en')
  await page.getByLabel('Address of the page or account').fill('https://example.org/ten')
  await expect(reading(page)).toContainText('https://example.org/ten')
  await expect(reading(page)).toContainText('Website')
  await page.getByLabel('Address of the page or account').fill('lan@example.org')
  await expect(reading(page)).toContainText('This is an email address')
})

test('a recogniser that cannot be fetched leaves the form as it is without one', async ({ page, help }) => {
  await page.route('**/recogniser-*', (route) => route.abort())
  const who = await declaring(page, help)
  await field(page).fill('x.com/mau_mot')
  await next(page).click()
  await expect(heading(page)).toHaveText('Đúng trang này không?')
  expect(await draftsOf(help, who)).toEqual(['https://x.com/mau_mot'])
})

test('a browser of 2021, which lacks what later ones have, reads too', async ({ page, help }) => {
  await page.addInitScript(() => {
    for (const [of, name] of [
      [URL, 'parse'],
      [Object, 'hasOwn'],
      [Array.prototype, 'at'],
      [String.prototype, 'at'],
    ] as const)
      Reflect.deleteProperty(of, name)
  })
  await declaring(page, help)
  await field(page).fill('https://tiếngviệt.vn/')
  await expect(reading(page)).toContainText('https://xn--tingvit-5t4cyc.vn/')
  await field(page).fill('Facebook: nguyenvanamau')
  await expect(reading(page)).toContainText('https://www.facebook.com/nguyenvanamau')
})
