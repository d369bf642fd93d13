import type { Page } from '@playwright/test'
import { expect, type Help, test } from './support/index.ts'
import { type Filled, filled } from './support/pages.ts'

const title = (page: Page) => page.getByRole('heading', { level: 1 })
const check = (page: Page) => page.locator('form[action$="/check"]').getByRole('button').first().click()

async function begun({ page, help }: { page: Page; help: Help }, method: string): Promise<Filled & { token: string }> {
  const who = await help.person({ name: 'Nguyễn Văn A', office: 'Chuyên viên' })
  const made = await filled(help, who)
  await help.signIn(page.context(), who)
  const id = made.proofs[method] as string
  const [row] = await help.ask<{ token: string }[]>({
    act: 'sql',
    text: 'select token from proof where id = $1',
    values: [id],
  })
  await page.goto(`/proofs/${id}`)
  return { ...made, token: row?.token as string }
}

test('by DNS record: not there yet, then there, then public @noscript', async ({ page, help }) => {
  const { host, token } = await begun({ page, help }, 'dns-txt')
  await expect(title(page)).toHaveText('Thêm bản ghi DNS')
  await expect(page.getByLabel('Giá trị')).toHaveValue(new RegExp(`^token=${token} expiry=`))
  await check(page)
  const main = page.locator('main')
  for (const said of ['Cần có', 'Tìm thấy', 'Ở đâu', 'Lúc nào', `token=${token}`, 'Trang vẫn giữ mức hiện có'])
    await expect(main).toContainText(said)
  await expect(main).toContainText('127.0.0.1:') // which resolver said so
  await help.ask({
    act: 'dns',
    name: `TXT _chinhdanh-challenge.${host}`,
    values: ['v=spf1 -all', `token=${token} expiry=never`],
  })
  await check(page)
  await expect(title(page)).toHaveText('Đã xác minh')
  await expect(main).toContainText('Mức\u00a02')

  await page.getByRole('link', { name: 'Chọn ai được biết' }).click()
  await page.locator('input[name=visibility][value=confirmable]').check()
  await page.locator('input[name=shows][value=name]').check()
  await page.locator('form[action$="/visibility"]').getByRole('button').click()
  await page.goto(`/?url=${host}`)
  await expect(title(page)).toContainText('Đúng, trang này')
  await expect(main).toContainText('Nguyễn Văn A')
})

test('by file: the page gives the file, and finds it on the server @noscript', async ({ page, help }) => {
  const { host, token, proofs } = await begun({ page, help }, 'well-known')
  await expect(title(page)).toHaveText('Đặt một tệp lên trang web')
  const file = await page.request.get(`/proofs/${proofs['well-known']}/file`)
  expect((await file.text()).trim()).toBe(token)
  await help.ask({
    act: 'web',
    host,
    path: `/.well-known/chinhdanh-challenge/${token}`,
    type: 'text/html',
    body: `<p>${token}`,
  })
  await check(page)
  await expect(title(page)).not.toHaveText('Đã xác minh')
  await help.ask({
    act: 'web',
    host,
    path: `/.well-known/chinhdanh-challenge/${token}`,
    type: 'text/plain',
    body: token,
  })
  await check(page)
  await expect(title(page)).toHaveText('Đã xác minh')
})

test('by tag: in the head it counts, in a comment it does not @noscript', async ({ page, help }) => {
  const { host, token } = await begun({ page, help }, 'meta-tag')
  const tag = `<meta name="chinhdanh-site-verification" content="${token}">`
  await help.ask({
    act: 'web',
    host,
    path: '/',
    type: 'text/html',
    body: `<!doctype html><html><head><!-- ${tag} --></head><body>${tag}</body></html>`,
  })
  await check(page)
  await expect(title(page)).not.toHaveText('Đã xác minh')
  await help.ask({
    act: 'web',
    host,
    path: '/',
    type: 'text/html',
    body: `<!doctype html><html><head>${tag}</head></html>`,
  })
  await check(page)
  await expect(title(page)).toHaveText('Đã xác minh')
})

test('a resolver that fails is no answer, and never a no @noscript', async ({ page, help }) => {
  const { host } = await begun({ page, help }, 'dns-txt')
  await help.ask({ act: 'dns', name: `TXT _chinhdanh-challenge.${host}`, values: 'SERVFAIL' })
  await check(page)
  await expect(page.locator('main')).toContainText('Không kiểm tra được không có nghĩa là không có mã.')
  await expect(page.locator('main')).toContainText('Chưa biết')
})

test('the value is copied by its button', async ({ page, help, context }) => {
  const { token } = await begun({ page, help }, 'dns-txt')
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.getByRole('button', { name: 'Chép giá trị' }).click()
  await expect(page.locator('#copied')).not.toBeEmpty()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(token)
})
