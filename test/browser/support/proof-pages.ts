import { type Account, codeBegun, declaredAccount, githubAccount } from './accounts.ts'
import type { Help, Somebody } from './index.ts'
import { type Opened, press } from './press.ts'

type Begun = Awaited<ReturnType<typeof codeBegun>> & { readonly account: Account }

/** A code for a GitHub profile, and the page that has it; what happens there then. */
function code(name: string, act: (at: Opened & Begun) => Promise<unknown> = async () => {}) {
  return {
    name,
    open: async ({ page, help }: Opened) => {
      const account = githubAccount(help)
      const begun = await codeBegun(help, account, 'profile-code')
      await help.signIn(page.context(), begun.who)
      await page.goto(`/proofs/${begun.proof}`)
      await act({ page, help, account, ...begun })
      return 'answer to a form' as const
    },
  }
}

const check = ({ page }: Pick<Opened, 'page'>) => press(page, page.getByRole('button', { name: 'Kiểm tra ngay' }))

/** The page where a way is chosen, for an account at that address. */
function choosing(name: string, address: string) {
  return {
    name,
    open: async ({ page, help }: Opened) => {
      const { who, id } = await declaredAccount(help, { address })
      await help.signIn(page.context(), who)
      await page.goto(`/declarations/${id}/prove`)
      return undefined
    },
  }
}

const call = ({ places }: Help, { token }: Somebody, method: string, path: string, body: unknown = {}) =>
  fetch(`${places.register.url}${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })

/** An account that was declared two months ago, proven since, and whose name went to another account a week ago. */
async function taken(help: Help) {
  const account = githubAccount(help)
  const { who, id, proof, code } = await codeBegun(help, account, 'profile-code')
  await account.says(code)
  await call(help, who, 'POST', `/v1/proofs/${proof}/check`)
  await call(help, who, 'PATCH', `/v1/declarations/${id}`, { visibility: 'confirmable' })
  const again = await call(help, who, 'POST', `/v1/declarations/${id}/proofs`, { method: 'profile-code' })
  const second = (await again.json()) as { id: string; token: string }
  await account.passesOn(second.token)
  await call(help, who, 'POST', `/v1/proofs/${second.id}/check`)
  const ago = (table: string, column: string, where: string, days: number) =>
    help.ask({
      act: 'sql',
      text: `update ${table} set ${column} = ${column} - interval '${days} days' where ${where}`,
      values: [id],
    })
  await ago('level_step', 'made_at', 'declaration = $1 and level = 0', 61)
  await ago('level_step', 'made_at', 'declaration = $1 and level = 2', 48)
  await ago('incident', 'opened_at', 'declaration = $1', 7)
  await ago('proof_check', 'at', "result = 'found' and proof in (select id from proof where declaration = $1)", 48)
  await ago('proof_check', 'at', "result = 'absent' and proof in (select id from proof where declaration = $1)", 7)
  return { who, id }
}

function ofTaken(name: string, path: (id: string) => string) {
  return {
    name,
    open: async ({ page, help }: Opened) => {
      const { who, id } = await taken(help)
      await help.signIn(page.context(), who)
      await page.goto(path(id))
      return undefined
    },
  }
}

export const proofPages = [
  choosing('prove-github', 'https://github.com/nguyenvana-mau'),
  choosing('prove-facebook', 'https://www.facebook.com/nguyenvanamau'),
  code('proof-code'),
  code('proof-code-missing', async (at) => {
    await at.account.says('')
    await check(at)
  }),
  code('proof-code-other', async (at) => {
    await at.account.says('CD-0000-0000')
    await check(at)
  }),
  code('proof-code-silent', async (at) => {
    await at.account.breaks()
    await check(at)
  }),
  code('proof-code-found', async (at) => {
    await at.account.says(at.code)
    await check(at)
  }),
  code('proof-code-over', async ({ page, help, code }) => {
    const text = "update proof set code_until = now() - interval '1 minute' where token = $1"
    await help.ask({ act: 'sql', text, values: [code] })
    await page.reload()
  }),
  ofTaken('my-pages-taken', () => '/declarations'),
  ofTaken('declaration-taken', (id) => `/declarations/${id}`),
  ofTaken('timeline-taken', (id) => `/declarations/${id}/proofs`),
  {
    name: 'record-dossier',
    open: async ({ page, help }: Opened) => {
      const { who } = await taken(help)
      const text = 'select code from unit where id = $1'
      const [unit] = await help.ask<{ code: string }[]>({ act: 'sql', text, values: [who.unit] })
      await help.signIn(page.context(), await help.person({ name: 'Lê Văn C', unit: unit?.code, role: 'officer' }))
      await page.goto(`/records/${who.id}`)
      await page.locator('input[name=purpose]').first().check()
      await press(page, page.getByRole('button', { name: 'Mở hồ sơ' }))
      await page.locator('summary').first().click()
      return 'answer to a form' as const
    },
  },
]
