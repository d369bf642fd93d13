import type { CDPSession, Page } from '@playwright/test'
import { expect, type Help, test } from './support/index.ts'
import { press } from './support/press.ts'

/** A device with a screen lock and a place for passkeys, as a phone has it; the test may take its lock or its passkeys away. */
async function device(page: Page) {
  const session: CDPSession = await page.context().newCDPSession(page)
  await session.send('WebAuthn.enable')
  const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  return {
    fingerRecognised: (isUserVerified: boolean) =>
      session.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified }),
    forgetsPasskeys: () => session.send('WebAuthn.clearCredentials', { authenticatorId }),
    /** As a copied authenticator would: its counter falls behind. */
    async countsFrom(signCount: number) {
      const { credentials } = await session.send('WebAuthn.getCredentials', { authenticatorId })
      const [copied] = credentials
      if (!copied) throw new Error('no passkey to copy')
      await session.send('WebAuthn.clearCredentials', { authenticatorId })
      await session.send('WebAuthn.addCredential', { authenticatorId, credential: { ...copied, signCount } })
    },
  }
}

async function invited(help: Help) {
  const who = await help.person({ name: 'Nguyễn Thị Lan' })
  const { link } = await help.ask<{ link: string }>({ act: 'invitation', person: who.id })
  return { ...who, link }
}

const makeKey = (page: Page) => page.getByRole('button', { name: 'Tạo khóa đăng nhập' }).click()
const useKey = (page: Page) => page.getByRole('button', { name: 'Đăng nhập bằng khóa' }).click()

test('an invitation makes one passkey, which signs in from then on @desktop', async ({ page, help }) => {
  const { link, name } = await invited(help)
  await device(page)
  await page.goto(link)
  await expect(page.getByRole('main')).toContainText(name)
  await expect(page.getByText('cần JavaScript')).toBeHidden()
  await makeKey(page)
  await page.waitForURL('**/declarations')
  await page.goto(link)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Giấy mời không còn dùng được')

  await page.goto('/me')
  await page.getByRole('button', { name: 'Đăng xuất', exact: true }).click()
  await expect(page.getByText('Đã đăng xuất')).toBeVisible()
  await page.goto('/me')
  await useKey(page)
  await page.waitForURL('**/me')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Tài khoản của tôi')
})

test('whose finger is not recognised makes no passkey and can try again; the invitation is not used up', async ({
  page,
  help,
}) => {
  const { link } = await invited(help)
  const phone = await device(page)
  await phone.fingerRecognised(false)
  await page.goto(link)
  await makeKey(page)
  await expect(page.getByRole('alert')).toContainText('Chưa tạo khóa')
  await phone.fingerRecognised(true)
  await makeKey(page)
  await page.waitForURL('**/declarations')
})

test('a browser without a passkey for this register says what to do', async ({ page }) => {
  await device(page)
  await page.goto('/sign-in')
  await useKey(page)
  await expect(page.getByRole('alert')).toContainText('máy này chưa có khóa')
  await expect(page.getByRole('link', { name: 'Đăng nhập bằng mã dùng một lần' })).toBeVisible()
})

test('a passkey that was removed here, and one whose counter went back, sign nobody in', async ({ page, help }) => {
  const { link, id } = await invited(help)
  const phone = await device(page)
  await page.goto(link)
  await makeKey(page)
  await page.waitForURL('**/declarations')
  await help.ask({ act: 'sql', text: 'update passkey set sign_count = 50 where person = $1', values: [id] })
  await page.context().clearCookies()
  await phone.countsFrom(3)
  await page.goto('/sign-in')
  await useKey(page)
  await expect(page.getByRole('alert')).toContainText('Khóa chưa được chấp nhận')
  await help.ask({ act: 'sql', text: 'delete from passkey where person = $1', values: [id] })
  await useKey(page)
  await expect(page.getByRole('alert')).toContainText('Sổ không biết khóa này')
})

test('a second passkey on the same device is not needed, and the page says so', async ({ page, help }) => {
  const { link } = await invited(help)
  await device(page)
  await page.goto(link)
  await makeKey(page)
  await page.waitForURL('**/declarations')
  await page.goto('/me')
  await page.getByRole('button', { name: 'Thêm khóa' }).click()
  await expect(page.getByRole('alert')).toContainText('Máy này đã có khóa')
})

test('another device adds its own passkey; then the first can be renamed and removed', async ({ page, help }) => {
  const { link } = await invited(help)
  const phone = await device(page)
  await page.goto(link)
  await makeKey(page)
  await page.waitForURL('**/declarations')
  await page.goto('/me')
  await page.getByRole('link', { name: 'Đổi tên hoặc gỡ' }).click()
  await expect(page.getByText('Đây là khóa duy nhất')).toBeVisible()
  await page.getByLabel('Tên của khóa').fill('Điện thoại cũ')
  await page.getByRole('button', { name: 'Lưu tên' }).click()
  await phone.forgetsPasskeys()
  await page.getByRole('button', { name: 'Thêm khóa' }).click()
  await expect(page.getByRole('link', { name: 'Đổi tên hoặc gỡ' })).toHaveCount(2)
  await page.getByRole('link', { name: 'Đổi tên hoặc gỡ Điện thoại cũ' }).click()
  await page.getByRole('button', { name: 'Gỡ khóa' }).click()
  await expect(page.getByRole('link', { name: 'Đổi tên hoặc gỡ' })).toHaveCount(1)
  await expect(page.getByText('Điện thoại cũ')).toHaveCount(0)
})

test('signing out everywhere ends the session of another browser', async ({ page, browser, help }) => {
  const who = await help.person()
  await help.signIn(page.context(), who)
  const { signInCode } = await help.ask<{ signInCode: string }>({ act: 'code', person: who.id })
  const other = await browser.newContext({ baseURL: help.places.register.url, locale: 'vi-VN' })
  const there = await other.newPage()
  await there.goto('/sign-in/code?then=/me')
  await there.getByLabel('Mã đăng nhập').fill(signInCode)
  await there.getByRole('button', { name: 'Đăng nhập' }).click()
  await there.waitForURL('**/me')
  await page.goto('/me')
  await press(page, page.getByRole('button', { name: 'Đăng xuất ở mọi nơi' }))
  await there.reload()
  await expect(there).toHaveURL(/\/sign-in\?then=%2Fme/)
  await other.close()
})

test('a code from the officer signs in, once @noscript', async ({ page, help }) => {
  const who = await help.person()
  const { signInCode } = await help.ask<{ signInCode: string }>({ act: 'code', person: who.id })
  const enter = async () => {
    await page.goto('/sign-in/code?then=/me')
    await page.getByLabel('Mã đăng nhập').fill(signInCode.toLowerCase().replaceAll('-', ' '))
    await page.getByRole('button', { name: 'Đăng nhập' }).click()
  }
  await enter()
  await expect(page.getByRole('main')).toContainText(who.name)
  await press(page, page.getByRole('button', { name: 'Đăng xuất', exact: true }))
  await enter()
  await expect(page).toHaveTitle(/^Lỗi: /)
  await expect(page.getByRole('alert')).toContainText('đã dùng')
})

test('without JavaScript an invitation says that a passkey needs it, and what to do instead @noscript-only', async ({
  page,
  help,
}) => {
  const { link } = await invited(help)
  await page.goto(link)
  await expect(page.getByRole('button', { name: 'Tạo khóa đăng nhập' })).toBeHidden()
  await expect(page.getByText('cần JavaScript')).toBeVisible()
  await page.getByRole('link', { name: 'Tôi có mã đăng nhập' }).click()
  await expect(page.getByLabel('Mã đăng nhập')).toBeVisible()
})

test('a token is made, shown once, and revoked @noscript', async ({ page, help }) => {
  const who = await help.person()
  await help.signIn(page.context(), who)
  await page.goto('/me')
  await page.getByRole('link', { name: 'Tạo mã truy cập' }).click()
  await page.getByLabel('Mã dùng cho việc gì?').fill('Bảng lương')
  await page.getByLabel('Đọc hồ sơ của tôi').check()
  await page.getByLabel('30 ngày').check()
  await page.getByRole('button', { name: 'Tạo mã truy cập' }).click()
  const token = await page.getByLabel('Mã truy cập').inputValue()
  const declarations = () =>
    fetch(`${help.places.register.url}/v1/declarations`, { headers: { authorization: `Bearer ${token}` } })
  expect((await declarations()).status).toBe(200)
  await page.getByRole('link', { name: 'Về tài khoản của tôi' }).click()
  await page.getByRole('button', { name: 'Thu hồi Bảng lương' }).click()
  await expect(page.getByText('Bảng lương')).toHaveCount(0)
  expect((await declarations()).status).toBe(401)
})

test('set-up: the organisation has a name, its administrator a passkey, and the link is dead', async ({
  page,
  help,
}) => {
  const { url, setUpLink } = await help.ask<{ url: string; setUpLink: string }>({ act: 'fresh' })
  await device(page)
  await page.goto(`${url}/sign-in`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sổ này chưa được thiết lập')
  await page.goto(setUpLink)
  await page.getByRole('button', { name: 'Tiếp tục' }).click()
  await expect(page).toHaveTitle(/^Lỗi: /)
  await page.getByLabel('Tên tổ chức').fill('Đơn vị Mẫu')
  await page.getByLabel('Họ và tên').fill('Nguyễn Thị Quản')
  await page.getByRole('button', { name: 'Tiếp tục' }).click()
  await page.waitForURL('**/invitations/*')

  await page.goto(setUpLink)
  await expect(page.getByLabel('Họ và tên')).toHaveValue('Nguyễn Thị Quản')
  await page.getByRole('button', { name: 'Tiếp tục' }).click()
  await makeKey(page)
  await page.waitForURL('**/declarations')
  await expect(page.getByRole('banner')).toContainText('Sổ đăng ký của Đơn vị Mẫu')
  await page.goto(`${url}/me`)
  await expect(page.getByRole('main')).toContainText('Quản trị')
  await page.goto(setUpLink)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Đường dẫn thiết lập không còn dùng được')
})
