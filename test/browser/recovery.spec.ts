import type { Page } from '@playwright/test'
import { expect, type Help, test } from './support/index.ts'
import { press } from './support/press.ts'
import { losing, recoveryAt } from './support/recovery-pages.ts'

const main = (page: Page) => page.getByRole('main')
const sql = (help: Help, text: string, values: readonly unknown[]) => help.ask({ act: 'sql', text, values })

test('who lost every passkey asks, two officers agree, and the person sees the story and can stop it @noscript', async ({
  page,
  help,
}) => {
  const { first, second, lost } = await losing(help)
  await page.goto('/sign-in')
  await page.getByRole('link', { name: 'Tôi đã mất hết khóa' }).click()
  await page.getByRole('button', { name: 'Gửi yêu cầu' }).click()
  await expect(page).toHaveTitle(/^Lỗi: /)
  await page.getByLabel('Số của anh/chị').fill(`MS-${lost.id.slice(-8)}`)
  await page.getByRole('button', { name: 'Gửi yêu cầu' }).click()
  await expect(main(page)).toContainText('Trang này không cho biết có hay không')

  await help.signIn(page.context(), first)
  await page.goto('/recoveries')
  await page.getByRole('link', { name: `Mở ${lost.name}` }).click()
  await page.getByRole('link', { name: 'Đã gặp người này' }).click()
  await page.getByLabel('Đã gặp trực tiếp và xem giấy tờ tùy thân').check()
  await page.getByRole('button', { name: 'Đã gặp, bắt đầu' }).click()
  await expect(main(page)).toContainText('Chờ cán bộ thứ hai')
  await expect(page.getByRole('button', { name: 'Đồng ý' })).toHaveCount(0)

  await page.context().clearCookies()
  await help.signIn(page.context(), second)
  await page.goto('/recoveries')
  await page.getByRole('link', { name: `Mở ${lost.name}` }).click()
  await page.getByRole('button', { name: 'Đồng ý' }).click()
  await expect(main(page)).toContainText('Đang đợi đủ 72 giờ')

  await page.context().clearCookies()
  await help.signIn(page.context(), lost)
  await page.goto('/me')
  await expect(main(page)).toContainText('Lê Văn C')
  await expect(main(page)).toContainText('Đỗ Thị Hai')
  await press(page, page.getByRole('button', { name: 'Không phải tôi, dừng lại' }))
  await expect(main(page)).toContainText('Đã dừng. Không có gì thay đổi.')
})

test('after 72 hours the officer prints one link, which makes the new passkey and ends what was before', async ({
  page,
  help,
}) => {
  const all = await losing(help)
  const { id } = await recoveryAt(help, all, 'ready')
  await help.signIn(page.context(), all.first)
  await page.goto(`/recoveries/${id}`)
  await page.getByRole('button', { name: 'Lấy đường dẫn để trao' }).click()
  const link = await page.getByLabel('Đường dẫn giấy mời').inputValue()
  await page.emulateMedia({ media: 'print' })
  await expect(page.locator('.cd-qr')).toBeVisible()
  await expect(main(page)).toContainText('Dùng được đến')
  await expect(page.getByRole('button').filter({ visible: true })).toHaveCount(0)
  await page.emulateMedia({ media: 'screen' })
  await page.context().clearCookies()

  const session = await page.context().newCDPSession(page)
  await session.send('WebAuthn.enable')
  await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      ...{ protocol: 'ctap2', transport: 'internal', hasResidentKey: true },
      ...{ hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true },
    },
  })
  await page.goto(link)
  await expect(main(page)).toContainText('mọi khóa, phiên đăng nhập và mã truy cập cũ hết hiệu lực')
  await page.getByRole('button', { name: 'Tạo khóa đăng nhập' }).click()
  await page.waitForURL('**/declarations')
  await page.goto('/me')
  await expect(main(page)).toContainText('Đã có khóa mới')
  await expect(page.getByRole('link', { name: 'Đổi tên hoặc gỡ' })).toHaveCount(1)
  const old = await fetch(`${help.places.register.url}/v1/declarations`, {
    headers: { authorization: `Bearer ${all.lost.token}` },
  })
  expect(old.status).toBe(401)
})

test('a link that was mailed signs in by its button alone, once @noscript', async ({ page, help }) => {
  const who = await help.person()
  const address = `lan.${who.id.slice(-10)}@donvi.vn`
  await sql(help, "insert into mail_address (person, address, lang) values ($1, $2, 'vi')", [who.id, address])
  await page.goto('/sign-in')
  await page.getByRole('link', { name: 'Nhận liên kết đăng nhập qua thư' }).click()
  for (const to of ['khong.ai.ca@donvi.vn', address]) {
    await page.goto('/sign-in/mail')
    await page.getByLabel('Địa chỉ thư').fill(to)
    await page.getByRole('button', { name: 'Gửi liên kết' }).click()
    await expect(page).toHaveURL('/sign-in/mail/sent')
  }
  const letters = () => help.ask<{ body: string }[]>({ act: 'letters', to: address })
  await expect.poll(async () => (await letters()).length).toBe(1)
  const link = new URL(/http\S+\/sign-in\/link\/\S+/.exec((await letters())[0]?.body ?? '')?.[0] ?? '').pathname
  await page.goto(link)
  await page.goto(link)
  await page.getByRole('button', { name: 'Đăng nhập' }).click()
  await page.goto('/me')
  await expect(main(page)).toContainText('Liên kết qua thư')
  await press(page, page.getByRole('button', { name: 'Đăng xuất', exact: true }))
  await page.goto(link)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Liên kết không còn dùng được')
})

test('after more than five minutes opening a record asks for the passkey, and goes on where it was', async ({
  page,
  help,
}) => {
  const { first, lost } = await losing(help)
  const { link } = await help.ask<{ link: string }>({ act: 'invitation', person: first.id })
  const session = await page.context().newCDPSession(page)
  await session.send('WebAuthn.enable')
  await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      ...{ protocol: 'ctap2', transport: 'internal', hasResidentKey: true },
      ...{ hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true },
    },
  })
  await page.goto(link)
  await page.getByRole('button', { name: 'Tạo khóa đăng nhập' }).click()
  await page.waitForURL('**/declarations')
  await sql(help, "update session set made_at = now() - interval '6 minutes' where person = $1", [first.id])
  await page.goto(`/records/${lost.id}`)
  await page.getByLabel('Theo yêu cầu của chính người có hồ sơ').check()
  await page.getByRole('button', { name: 'Mở hồ sơ' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Xác nhận đúng là anh/chị')
  await page.getByRole('button', { name: 'Xác nhận bằng khóa' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(lost.name)
  const [row] = (await sql(help, 'select purpose from access where subject = $1', [lost.id])) as { purpose: string }[]
  expect(row?.purpose).toBe('asked_by_person')
})

test('one session is ended, and all others, from the account @noscript', async ({ page, help }) => {
  const who = await help.person()
  for (const device of ['iPhone', 'Windows'])
    await sql(
      help,
      "insert into session (hash, person, how, device) values (sha256($1::text::bytea), $2, 'passkey', $3)",
      [`${device}${who.id}`, who.id, device],
    )
  await help.signIn(page.context(), who)
  await page.goto('/me')
  await press(page, page.getByRole('button', { name: 'Kết thúc iPhone' }))
  await expect(page.getByRole('button', { name: 'Kết thúc iPhone' })).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Kết thúc Windows' })).toHaveCount(1)
  await press(page, page.getByRole('button', { name: 'Kết thúc mọi nơi khác' }))
  await expect(page.getByRole('button', { name: 'Kết thúc Windows' })).toHaveCount(0)
  await expect(main(page)).toContainText('máy này')
})
