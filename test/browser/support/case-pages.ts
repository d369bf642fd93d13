import type { Help, Somebody } from './index.ts'
import { type Opened, press } from './press.ts'
import { call, declaredAccount } from './witness-pages.ts'

export type InQuestion = Awaited<ReturnType<typeof notified>>

const sql = <T>(help: Help, text: string, values: readonly unknown[]) => help.ask<T[]>({ act: 'sql', text, values })

/** A member whose attestation is overdue, the officer of the unit, one who decides there, and one above who answers appeals. */
export async function overdueMember(help: Help) {
  const made = await declaredAccount(help)
  const above = await help.person({ name: 'Phạm Văn Trên', role: 'reviewer' })
  const [unit] = await sql<{ code: string }>(
    help,
    'update unit here set parent = up.id, path = up.path || here.path from unit up where here.id = $1 and up.id = $2 returning here.code',
    [made.officer.unit, above.unit],
  )
  const reviewer = await help.person({ name: 'Đỗ Thị Quyết', unit: unit?.code, role: 'reviewer' })
  await sql(
    help,
    "update attestation_duty set opens_on = register_day() - 60, due_on = register_day() - 3, answered = false, state = 'overdue' where person = $1",
    [made.member.id],
  )
  return { ...made, reviewer, above, id: '' }
}

/** A case was opened about it. */
export async function notified(help: Help) {
  const made = await overdueMember(help)
  const { facts } = (await call(help, made.officer, `/v1/cases/about/${made.member.id}`)) as unknown as {
    facts: { fact: string }[]
  }
  const { id } = await call(help, made.officer, `/v1/cases/about/${made.member.id}/open`, { fact: facts[0]?.fact })
  return { ...made, id: id as string }
}

export async function replied(help: Help) {
  const made = await notified(help)
  await call(help, made.member, `/v1/cases/${made.id}/reply`, { text: 'Tôi đi công tác, chưa có mạng.' })
  return made
}

export async function decided(help: Help) {
  const made = await replied(help)
  await call(help, made.reviewer, `/v1/cases/desk/${made.id}/decision`, {
    ...{ outcome: 'reminder', rule: '1', reasons: 'Đã nhắc ba lần; có máy tính tại đơn vị.' },
  })
  return made
}

export async function appealed(help: Help) {
  const made = await decided(help)
  await call(help, made.member, `/v1/cases/${made.id}/appeal`, { text: 'Lúc đó tôi nằm viện.' })
  return made
}

async function settled(help: Help) {
  const made = await appealed(help)
  await call(help, made.above, `/v1/cases/desk/${made.id}/settlement`, { ground: 'good_reason' })
  return made
}

const seen = (
  name: string,
  before: (help: Help) => Promise<InQuestion>,
  who: (at: InQuestion) => Somebody,
  path: (at: InQuestion) => string,
  then?: (at: Opened & InQuestion) => Promise<unknown>,
) => ({
  name,
  open: async ({ page, help }: Opened) => {
    const made = await before(help)
    await help.signIn(page.context(), who(made))
    await page.goto(path(made))
    if (!then) return undefined
    await then({ page, help, ...made })
    return 'answer to a form' as const
  },
})
const member = ({ member: one }: InQuestion) => one
const reviewer = ({ reviewer: one }: InQuestion) => one
const above = ({ above: one }: InQuestion) => one
const officer = ({ officer: one }: InQuestion) => one
const firstButton = ({ page }: Opened) => press(page, page.locator('main form button[type=submit]').first())

export const casePages = [
  seen('cases', replied, member, () => '/cases'),
  seen('case', notified, member, ({ id }) => `/cases/${id}`),
  seen('case-reply-missing', notified, member, ({ id }) => `/cases/${id}`, firstButton),
  seen('case-decided', decided, member, ({ id }) => `/cases/${id}`),
  seen('case-sealed', settled, member, ({ id }) => `/cases/${id}`),
  seen('case-desk', replied, reviewer, () => '/cases/desk'),
  seen('case-task', replied, reviewer, ({ id }) => `/cases/desk/${id}`),
  seen('case-to-decide', replied, reviewer, ({ id }) => `/cases/desk/${id}`, firstButton),
  seen('case-to-settle', appealed, above, ({ id }) => `/cases/desk/${id}`, firstButton),
  seen(
    'case-facts',
    overdueMember,
    officer,
    ({ member: { id } }) => `/records/${id}`,
    async (at) => {
      await at.page.getByLabel('Theo yêu cầu của chính người có hồ sơ').check()
      await firstButton(at)
      await press(at.page, at.page.getByRole('button', { name: 'Xem nghĩa vụ nào của sổ chưa làm' }))
    },
  ),
]
