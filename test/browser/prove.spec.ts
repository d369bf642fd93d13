import type { Page } from '@playwright/test'
import { expect, type Help, type Somebody, test } from './support/index.ts'
import { press } from './support/press.ts'

type Begun = { readonly who: Somebody; readonly host: string; readonly id: string }

const heading = (page: Page) => page.getByRole('heading', { level: 1 })
const check = (page: Page) => page.getByRole('button', { name: 'Kiểm tra ngay' }).click()

/** A website that its member declared, at the page that says what to publish. */
async function begun(page: Page, help: Help, way: string): Promise<Begun> {
  const who = await help.person({ name: 'Nguyễn Văn A', office: 'Phó trưởng phòng' })
  const host = `nguyenvana-mau-${Math.random().toString(36).slice(2, 10)}.vn`
  const response = await fetch(`${help.places.register.url}/v1/declarations`, {
    method: 'POST',
    headers: { authorization: `Bearer ${who.token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ address: `https://${host}/` }),
  })
  const { id } = (await response.json()) as { id: string }
  await help.signIn(page.context(), who)
  await page.goto(`/declarations/${id}`)
  await page.getByRole('main').getByRole('link', { name: 'Xác minh trang này' }).click()
  await expect(page.getByText('Người khác có thấy gì không?')).toBeVisible()
  await page.getByLabel(way).check()
  await page.getByRole('button', { name: 'Tiếp tục' }).click()
  return { who, host, id }
}

const empty = '<!doctype html><html><head><title>Trang</title></head><body>Xin chào</body></html>'

/** What each method asks for, taken from the page as a person takes it, and how it is put there. */
const ways = [
  {
    name: 'a DNS record',
    choice: 'Thêm một bản ghi DNS',
    shown: ['#dns-type', '#dns-name', '#dns-value'],
    missing: 'Chưa thấy bản ghi',
    where: (host: string) => `_chinhdanh-challenge.${host}`,
    before: async () => {},
    publish: async (page: Page, help: Help, host: string) => {
      const name = `TXT ${await page.locator('#dns-name').inputValue()}.${host}`
      await help.ask({ act: 'dns', name, values: [await page.locator('#dns-value').inputValue()] })
    },
    silence: (help: Help, host: string) =>
      help.ask({ act: 'dns', name: `TXT _chinhdanh-challenge.${host}`, values: 'SERVFAIL' }),
  },
  {
    name: 'a file',
    choice: 'Đặt một tệp nhỏ lên trang web',
    shown: ['#file-path', '#file-body'],
    missing: 'Chưa có gì ở địa chỉ này',
    where: (host: string) => `https://${host}/.well-known/`,
    before: (help: Help, host: string) => help.ask({ act: 'web', host, path: '/', type: 'text/html', body: empty }),
    publish: async (page: Page, help: Help, host: string) => {
      const path = await page.locator('#file-path').inputValue()
      const body = await page.locator('#file-body').inputValue()
      await help.ask({ act: 'web', host, path, type: 'text/plain', body })
    },
    silence: (help: Help, host: string) => help.ask({ act: 'dns', name: `A ${host}`, values: 'SERVFAIL' }),
  },
  {
    name: 'a meta tag',
    choice: 'Thêm một thẻ vào đầu trang',
    shown: ['#meta-tag'],
    missing: 'Chưa thấy thẻ trong đầu trang',
    where: (host: string) => `https://${host}/`,
    before: (help: Help, host: string) => help.ask({ act: 'web', host, path: '/', type: 'text/html', body: empty }),
    publish: async (page: Page, help: Help, host: string) => {
      const tag = await page.locator('#meta-tag').inputValue()
      await help.ask({
        act: 'web',
        host,
        path: '/',
        type: 'text/html',
        body: empty.replace('</title>', `</title>${tag}`),
      })
    },
    silence: (help: Help, host: string) => help.ask({ act: 'dns', name: `A ${host}`, values: 'SERVFAIL' }),
  },
  {
    name: 'a link',
    choice: 'Đặt một liên kết về trang công khai của anh/chị',
    shown: ['#link'],
    missing: 'Chưa thấy liên kết',
    where: (host: string) => `https://${host}/`,
    before: (help: Help, host: string) => help.ask({ act: 'web', host, path: '/', type: 'text/html', body: empty }),
    publish: async (page: Page, help: Help, host: string) => {
      const link = await page.locator('#link').inputValue()
      const body = empty.replace('</body>', `${link}</body>`)
      await help.ask({ act: 'web', host, path: '/', type: 'text/html', body })
    },
    silence: (help: Help, host: string) => help.ask({ act: 'dns', name: `A ${host}`, values: 'SERVFAIL' }),
  },
] as const

async function toldWhatIsMissing(page: Page, way: (typeof ways)[number], host: string): Promise<void> {
  await expect(heading(page)).toHaveText(way.missing)
  const line = (term: string) => page.locator(`.cd-diagnosis dt:text-is("${term}") + dd`)
  await expect(line('Cần có')).toContainText(/[a-z2-7]{20,32}/)
  await expect(line('Tìm thấy')).toHaveText('Không thấy gì')
  await expect(line('Ở đâu')).toContainText(way.where(host))
  await expect(line('Ở đâu')).toContainText(/máy chủ phân giải 127\.0\.0\.1:\d+/)
  await expect(line('Lúc nào')).toContainText(/^\d\d:\d\d:\d\d ngày/)
  await expect(page.getByText('Trang vẫn giữ mức hiện có: mức 0')).toBeVisible()
}

for (const way of ways) {
  test(`${way.name}: looked for too early it is missing with all that was seen; once published it proves the page, and the public answer names its owner @noscript`, async ({
    page,
    help,
  }) => {
    const { host, id } = await begun(page, help, way.choice)
    await way.before(help, host)
    for (const field of way.shown) expect(await page.locator(field).inputValue()).not.toBe('')
    const steps = page.url()
    await check(page)
    await toldWhatIsMissing(page, way, host)

    await page.goto(steps)
    await way.publish(page, help, host)
    await check(page)
    await expect(page.getByRole('main')).toContainText('Mức 2 · Đã xác minh')
    await page.goto(`/?url=${host}`)
    await expect(heading(page)).toHaveText('Chưa có xác nhận công khai')

    await page.goto(steps)
    await page.getByRole('link', { name: 'Chọn ai được biết' }).click()
    await expect(page).toHaveURL(`/declarations/${id}#visibility`)
    await page.getByLabel('Trả lời khi được hỏi').check()
    await page.getByLabel('Tên: Nguyễn Văn A').check()
    await page.getByRole('button', { name: 'Lưu thay đổi' }).click()
    await expect(page.getByRole('main')).toContainText('Trả lời khi được hỏi, nêu tên')
    for (const spelling of [host, `HTTP://${host.toUpperCase()}/`, `https://${host}/?utm_source=zalo`]) {
      await page.goto(`/?url=${encodeURIComponent(spelling)}`)
      await expect(heading(page)).toHaveText('Đúng, trang này đã được xác nhận')
      await expect(page.locator('.cd-answer')).toContainText('Nguyễn Văn A')
      await expect(page.locator('.cd-answer')).toContainText('Mức 2')
    }
  })

  test(`${way.name}: that the register could not tell is not told as a no @noscript`, async ({ page, help }) => {
    const { host } = await begun(page, help, way.choice)
    await way.silence(help, host)
    await check(page)
    await expect(page.getByText('Không kiểm tra được không có nghĩa là không có mã.')).toBeVisible()
    await expect(page.locator('.cd-diagnosis')).toContainText('Chưa biết')
    await expect(page.locator('.cd-diagnosis')).not.toContainText('Không thấy gì')
    await press(page, page.getByRole('button', { name: 'Kiểm tra lại' }))
    await page.goto(page.url().replace(/\/check$/, ''))
    await expect(page.getByRole('button', { name: 'Kiểm tra ngay' })).toBeVisible()
  })

  test(`${way.name}: each value is copied by its button, and that is said`, async ({ page, help }) => {
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await begun(page, help, way.choice)
    for (const field of way.shown) {
      const value = await page.locator(field).inputValue()
      await page.locator(`[data-copies="${field.slice(1)}"]`).click()
      await expect(page.locator('#copied')).toHaveText(/^Đã chép /)
      expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(value)
    }
  })

  test(`${way.name}: without JavaScript no button is shown that does nothing @noscript-only`, async ({
    page,
    help,
  }) => {
    await begun(page, help, way.choice)
    for (const field of way.shown) {
      await expect(page.locator(field)).toBeVisible()
      await expect(page.locator(`[data-copies="${field.slice(1)}"]`)).toBeHidden()
    }
  })
}

test('the file comes down with the name and the content that the server must show @noscript', async ({
  page,
  help,
}) => {
  const { host } = await begun(page, help, 'Đặt một tệp nhỏ lên trang web')
  const path = await page.locator('#file-path').inputValue()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Tải tệp xác minh' }).click(),
  ])
  expect(path.endsWith(`/${download.suggestedFilename()}`), host).toBe(true)
  const parts: Buffer[] = []
  for await (const part of await download.createReadStream()) parts.push(part as Buffer)
  expect(Buffer.concat(parts).toString()).toBe(await page.locator('#file-body').inputValue())
})

test('who chooses no way is asked to choose one @noscript', async ({ page, help }) => {
  const { id } = await begun(page, help, 'Thêm một bản ghi DNS')
  await page.goto(`/declarations/${id}/prove`)
  await expect(page.getByText('Đang làm dở')).toBeVisible()
  await page.getByRole('button', { name: 'Tiếp tục' }).click()
  await expect(page).toHaveTitle(/^Lỗi: /)
  await expect(page.getByRole('alert')).toContainText('Chọn một cách xác minh')
})

test('a record counts among others that stand beside it @noscript', async ({ page, help }) => {
  const { host } = await begun(page, help, 'Thêm một bản ghi DNS')
  const value = await page.locator('#dns-value').inputValue()
  const steps = page.url()
  const name = `TXT _chinhdanh-challenge.${host}`
  await help.ask({ act: 'dns', name, values: ['v=spf1 -all'] })
  await check(page)
  await expect(heading(page)).toHaveText('Chưa thấy mã trong bản ghi')
  await expect(page.locator('.cd-diagnosis')).toContainText('1 bản ghi khác, sổ không đọc và không giữ.')
  await expect(page.locator('.cd-diagnosis')).not.toContainText('spf1')
  await help.ask({ act: 'dns', name, values: ['v=spf1 -all', value] })
  await page.goto(steps)
  await check(page)
  await expect(heading(page)).toHaveText('Đã xác minh')
})

test('a file sent as a web page does not count @noscript', async ({ page, help }) => {
  const { host } = await begun(page, help, 'Đặt một tệp nhỏ lên trang web')
  const path = await page.locator('#file-path').inputValue()
  const body = await page.locator('#file-body').inputValue()
  await help.ask({ act: 'web', host, path, type: 'text/html', body })
  await check(page)
  await expect(heading(page)).toHaveText('Sai kiểu nội dung')
})

test('a tag in a comment, or in the body, does not count @noscript', async ({ page, help }) => {
  const { host } = await begun(page, help, 'Thêm một thẻ vào đầu trang')
  const tag = await page.locator('#meta-tag').inputValue()
  const body = `<!doctype html><html><head><!-- ${tag} --></head><body><p>Xin chào</p>${tag}</body></html>`
  await help.ask({ act: 'web', host, path: '/', type: 'text/html', body })
  await check(page)
  await expect(heading(page)).toHaveText('Chưa thấy thẻ trong đầu trang')
})
