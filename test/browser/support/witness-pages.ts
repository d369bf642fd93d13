import type { Page } from '@playwright/test'
import type { Help, Somebody } from './index.ts'
import { type Opened, press } from './press.ts'

export type Asked = {
  readonly officer: Somebody
  readonly member: Somebody
  readonly address: string
  readonly declaration: string
  readonly proof: string
  readonly request: string
  readonly number: string
}

/** A member who declared an account that no register can read, and the officer of the unit. */
export async function declaredAccount(help: Help) {
  const officer = await help.person({ name: 'Lê Văn C', office: 'Cán bộ phụ trách', role: 'officer' })
  const text = 'select code from unit where id = $1'
  const [home] = await help.ask<{ code: string }[]>({ act: 'sql', text, values: [officer.unit] })
  const member = await help.person({ name: 'Trần Thị B', unit: home?.code, office: 'Chuyên viên' })
  const address = `https://www.facebook.com/tranthib${Math.random().toString(36).slice(2, 9)}`
  const { id: declaration } = await call(help, member, '/v1/declarations', { address })
  return { officer, member, address, declaration: declaration as string }
}

/** The same, who has asked to show it. */
export async function asked(help: Help): Promise<Asked> {
  const made = await declaredAccount(help)
  const begun = await call(help, made.member, `/v1/declarations/${made.declaration}/proofs`, { method: 'witnessed' })
  return { ...made, proof: begun.id as string, ...(await openRequest(help, begun.id as string, 1)) }
}

export async function openRequest(help: Help, proof: string, look: number) {
  const [open] = await help.ask<{ id: string; number: string }[]>({
    act: 'sql',
    text: "select id, number from witness_request where proof = $1 and state = 'open' and look = $2",
    values: [proof, look],
  })
  if (!open) throw new Error('no open request')
  return { request: open.id, number: open.number }
}

export async function call({ places }: Help, who: Somebody, path: string, body?: unknown) {
  const response = await fetch(`${places.register.url}${path}`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${who.token}`,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    body: body === undefined ? undefined : JSON.stringify(body),
  })
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`)
  return response.json() as Promise<Record<string, string>>
}

export async function witnessed(help: Help, { request, address, officer }: Asked): Promise<void> {
  await call(help, officer, `/v1/witness/${request}/code`)
  await call(help, officer, `/v1/witness/${request}/confirm`, { address, seen: 'video_call' })
}

type Step = (at: Opened & Asked) => Promise<unknown>

/** What the member sees after these steps. */
const forMember = (name: string, before: Step, path: (at: Asked) => string = ({ proof }) => `/proofs/${proof}`) => ({
  name,
  open: async ({ page, help }: Opened) => {
    const made = await asked(help)
    await before({ page, help, ...made })
    await help.signIn(page.context(), made.member)
    await page.goto(path(made))
    return undefined
  },
})

const forOfficer = (name: string, path: (at: Asked) => string, ...presses: readonly Step[]) => ({
  name,
  open: async ({ page, help }: Opened) => {
    const made = await asked(help)
    await help.signIn(page.context(), made.officer)
    await page.goto(path(made))
    for (const act of presses) await act({ page, help, ...made })
    return presses.length > 0 ? ('answer to a form' as const) : undefined
  },
})

const button = (name: string) => (at: { readonly page: Page }) => press(at.page, at.page.getByRole('button', { name }))
const at = ({ request }: Asked) => `/witness/${request}`
const [open, code, saw] = [button('Mở yêu cầu'), button('Lấy mã'), button('Tôi đã thấy mã')]
const says =
  (typed: (at: Asked) => string): Step =>
  async ({ page, ...made }) => {
    await page.fill('#address', typed({ ...made, page } as never))
    await page.getByLabel('Gặp trực tiếp').check()
    await saw({ page })
  }

/** The lot fell on it, and the officer of the unit above did not see it. */
const secondMissed: Step = async ({ help, ...made }) => {
  await witnessed(help, made)
  const above = await help.person({ name: 'Phạm Văn Trên', office: 'Trưởng ban', role: 'officer' })
  await help.ask({
    act: 'sql',
    text: 'update unit set parent = above.id, path = above.path || unit.path from unit above where above.id = $1 and unit.id = $2',
    values: [above.unit, made.officer.unit],
  })
  await help.ask({
    act: 'sql',
    text: 'insert into witness_request (id, proof, look, follows) values (gen_random_uuid(), $1, 2, $2)',
    values: [made.proof, made.request],
  })
  const { request } = await openRequest(help, made.proof, 2)
  await call(help, above, `/v1/witness/${request}`)
  await call(help, above, `/v1/witness/${request}/decline`)
}

export const witnessPages = [
  forMember('witness-ask', async () => {}),
  forMember('witness-my-page', ({ help, ...made }) => witnessed(help, made)),
  forMember('witness-not-seen', async ({ help, officer, request }) => {
    await call(help, officer, `/v1/witness/${request}`)
    await call(help, officer, `/v1/witness/${request}/decline`)
  }),
  forMember('witness-second-missed', secondMissed),
  forMember(
    'witness-who-looked',
    ({ help, ...made }) => witnessed(help, made),
    () => '/my-record',
  ),
  forOfficer('witness-members', ({ officer }) => `/members?unit=${officer.unit}`),
  forOfficer('witness-tasks', () => '/witness'),
  forOfficer('witness', at),
  forOfficer('witness-open', at, open),
  forOfficer('witness-code', at, open, code),
  forOfficer(
    'witness-mismatch',
    at,
    open,
    code,
    says(() => 'https://www.facebook.com/tranthibb'),
  ),
  forOfficer(
    'witness-code-over',
    at,
    open,
    code,
    ({ help, request }) =>
      help.ask({
        act: 'sql',
        text: 'update witness_code set expires_at = now() where request = $1',
        values: [request],
      }),
    says(({ address }) => address),
  ),
  forOfficer(
    'witness-done',
    at,
    open,
    code,
    says(({ address }) => address),
  ),
]
