import type { Help, Somebody } from './index.ts'
import { type Opened, press } from './press.ts'
import { call, declaredAccount } from './witness-pages.ts'

/** Somebody who asked for a correction, and the officer of their unit. */
export async function askedToCorrect(help: Help) {
  const made = await declaredAccount(help)
  const wish = { kind: 'correction', what: 'office', value: 'Phó trưởng phòng' }
  const { id } = await call(help, made.member, '/v1/rights', wish)
  return { ...made, id: id as string }
}
type Made = Awaited<ReturnType<typeof askedToCorrect>>

/** The same, refused for a reason of the list. */
async function refusedToCorrect(help: Help): Promise<Made> {
  const made = await askedToCorrect(help)
  await call(help, made.officer, `/v1/rights/desk/${made.id}`)
  await call(help, made.officer, `/v1/rights/desk/${made.id}/answer`, { answer: 'refused', ground: 'not_shown' })
  return made
}

const seen = (
  name: string,
  before: (help: Help) => Promise<Made>,
  who: (at: Made) => Somebody,
  path: (at: Made) => string,
  then?: (at: Opened) => Promise<unknown>,
) => ({
  name,
  open: async ({ page, help }: Opened) => {
    const made = await before(help)
    await help.signIn(page.context(), who(made))
    await page.goto(path(made))
    if (!then) return undefined
    await then({ page, help })
    return 'answer to a form' as const
  },
})
const member = ({ member: one }: Made) => one
const officer = ({ officer: one }: Made) => one
const firstButton = ({ page }: Opened) => press(page, page.locator('main form button[type=submit]').first())

export const rightPages = [
  seen('rights', askedToCorrect, member, () => '/rights'),
  seen('right-correction', askedToCorrect, member, () => '/rights/correction'),
  seen('right-correction-missing', askedToCorrect, member, () => '/rights/correction', firstButton),
  seen('right-restriction', askedToCorrect, member, () => '/rights/restriction'),
  seen('right-objection', askedToCorrect, member, () => '/rights/objection'),
  seen('right-erasure', askedToCorrect, member, () => '/rights/erasure'),
  seen('right', askedToCorrect, member, ({ id }) => `/rights/${id}`),
  seen('right-refused', refusedToCorrect, member, ({ id }) => `/rights/${id}`),
  seen('right-desk', askedToCorrect, officer, () => '/rights/desk'),
  seen('right-task', askedToCorrect, officer, ({ id }) => `/rights/desk/${id}`),
  seen('right-opened', askedToCorrect, officer, ({ id }) => `/rights/desk/${id}`, firstButton),
]
