import { expect, test } from './support/index.ts'
import { signInBegun, walk } from './support/sign-in-pages.ts'

test('a member proves an account by signing in to it at another site, and comes back signed in here @noscript', async ({
  page,
  help,
}) => {
  const { who, login, proof } = await signInBegun(help)
  await help.signIn(page.context(), who)
  await page.goto(`/proofs/${proof}`)
  await walk({ page }, login)
  await expect(page).toHaveURL(new RegExp(`^${help.places.register.url}/proofs/sign-in/return/`))
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Đã xác minh')
  await expect(page.getByRole('main')).toContainText('Mức 2')
  await page.reload()
  await expect(page).toHaveURL(`${help.places.register.url}/proofs/${proof}`)
  await page.getByRole('link', { name: 'Chọn ai được biết' }).click()
  await expect(page.getByRole('heading', { name: 'Ai được biết' })).toBeVisible()
})

test('the first page says where one will sign in and what the register is told, before anybody leaves @noscript', async ({
  page,
  help,
}) => {
  const { who, declaration } = await signInBegun(help)
  await help.signIn(page.context(), who)
  await page.goto(`/declarations/${declaration}/prove`)
  await page.getByLabel('Đăng nhập vào chính tài khoản đó').check()
  await page.getByRole('button', { name: 'Tiếp tục' }).click()
  await expect(page.getByText('Chỉ tên và số định danh của tài khoản.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Kiểm tra ngay' })).toHaveCount(0)
})

test('who signs in to another account, or stops, is told so and can begin again', async ({ page, help }) => {
  const { who, proof } = await signInBegun(help)
  await help.signIn(page.context(), who)
  await page.goto(`/proofs/${proof}`)
  await walk({ page }, 'ai-khac')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Đây là tài khoản khác')
  await expect(page.locator('body')).not.toContainText('ai-khac')
  await page.getByRole('link', { name: 'Đăng nhập lại' }).click()
  await expect(page).toHaveURL(`${help.places.register.url}/proofs/${proof}`)
})

test('a link to the provider on somebody else’s page leads to our own page first', async ({ page, help }) => {
  const { who, proof } = await signInBegun(help)
  await help.signIn(page.context(), who)
  const { url } = help.places.register
  await page.goto(`${url.replace('localhost', '127.0.0.1')}/about`)
  await page.evaluate((to) => {
    location.href = to
  }, `${url}/proofs/${proof}/sign-in/openid-truong-mau`)
  await expect(page).toHaveURL(`${url}/proofs/${proof}`)
})
