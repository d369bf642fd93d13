import type { Help, Somebody } from './index.ts'
import { type Opened, press } from './press.ts'

/** An account at the provider of the world, declared; its proof by signing in begun. */
export async function signInBegun(help: Help, login = `mau-${Math.random().toString(36).slice(2, 10)}`) {
  const who = await help.person({ office: 'Chuyên viên' })
  const { id } = await call(help, who, '/v1/declarations', { address: `https://blog.truong-mau.vn/${login}` })
  const { id: proof } = await call(help, who, `/v1/declarations/${id}/proofs`, { method: 'sign-in' })
  return { who, login, declaration: id as string, proof: proof as string }
}

async function call({ places }: Help, who: Somebody, path: string, body: unknown) {
  const response = await fetch(`${places.register.url}${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${who.token}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`)
  return response.json() as Promise<Record<string, string>>
}

/** From our page to the pages of the provider, signed in there as `login` and back; or only as far as its first page. */
export async function walk({ page }: Pick<Opened, 'page'>, login: string | undefined): Promise<void> {
  await press(page, page.getByRole('link', { name: 'Đăng nhập ở Trường Mẫu' }))
  if (login === undefined) return press(page, page.getByRole('link', { name: /cancel/i }))
  await page.fill('input[name=login]', login)
  await page.fill('input[name=password]', 'khong-quan-trong')
  await press(page, page.locator('button[type=submit]'))
  await press(page, page.locator('button[type=submit]'))
}

function after(name: string, act: (at: Opened & { readonly login: string }) => Promise<void>) {
  return {
    name,
    open: async ({ page, help }: Opened) => {
      const { who, login, proof } = await signInBegun(help)
      await help.signIn(page.context(), who)
      await page.goto(`/proofs/${proof}`)
      await act({ page, help, login })
      return 'answer to a form' as const
    },
  }
}

export const signInPages = [
  after('proof-sign-in', async () => {}),
  after('sign-in-found', ({ page, login }) => walk({ page }, login)),
  after('sign-in-other-account', ({ page }) => walk({ page }, 'ai-khac')),
  after('sign-in-cancelled', ({ page }) => walk({ page }, undefined)),
  after('sign-in-unreachable', ({ page }) => press(page, page.getByRole('link', { name: 'Đăng nhập ở Nơi Vắng' }))),
  after('sign-in-over', async ({ page }) => {
    await page.goto('/proofs/sign-in/return/openid-truong-mau?state=cu&code=cu')
  }),
]
