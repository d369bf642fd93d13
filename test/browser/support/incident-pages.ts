import type { Help, Somebody } from './index.ts'
import { type Opened, press } from './press.ts'
import { call, declaredAccount } from './witness-pages.ts'

export type Taken = Awaited<ReturnType<typeof taken>>

/** A member whose account was taken, and who pressed the red button. */
export async function taken(help: Help) {
  const made = await declaredAccount(help)
  const body = { declarations: [made.declaration], matter: 'taken_over' }
  const reported = (await call(help, made.member, '/v1/incidents', body)) as unknown as {
    incidents: { id: string; number: string; receipt: string }[]
  }
  return { ...made, ...(reported.incidents[0] as { id: string; number: string; receipt: string }) }
}

const sql = <T>(help: Help, text: string, values: readonly unknown[]) => help.ask<T[]>({ act: 'sql', text, values })

/** Reported by somebody who was not signed in, and passed on by the clock. */
export async function askedFor(help: Help) {
  const made = await declaredAccount(help)
  await sql(help, 'select help_ask($1, $2)', [made.address, 'locked_out'])
  await sql(help, 'select help_settle()', [])
  const [one] = await sql<{ id: string; number: string }>(
    help,
    'select id, number from incident where declaration = $1 and closed_at is null',
    [made.declaration],
  )
  return { ...made, ...(one as { id: string; number: string }), receipt: '' }
}

/** The name of the account belongs to another one now. */
export async function nameTaken(help: Help) {
  const made = await declaredAccount(help)
  const id = crypto.randomUUID()
  await sql(help, 'select incident_found($1, $2, null)', [id, made.declaration])
  return { ...made, id, number: '', receipt: '' }
}

const seen = (
  name: string,
  before: (help: Help) => Promise<Taken>,
  who: (at: Taken) => Somebody,
  path: (at: Taken) => string,
  then?: (at: Opened & Taken) => Promise<unknown>,
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
const member = ({ member: one }: Taken) => one
const officer = ({ officer: one }: Taken) => one
const declaredOnly = async (help: Help): Promise<Taken> => ({
  ...(await declaredAccount(help)),
  id: '',
  number: '',
  receipt: '',
})

export const incidentPages = [
  {
    name: 'incident-help',
    open: async ({ page }: Opened) => void (await page.goto('/incidents/help')) as undefined,
  },
  {
    name: 'incident-help-sent',
    open: async ({ page }: Opened) => {
      await page.goto('/incidents/help')
      await page.fill('#address', 'facebook.com/khong.ai.biet')
      await page.locator('input[name=matter]').first().check()
      await press(page, page.locator('main form button[type=submit]').first())
      return 'answer to a form' as const
    },
  },
  seen('incident-new', declaredOnly, member, () => '/incidents/new'),
  seen(
    'incident-new-unclear',
    declaredOnly,
    member,
    () => '/incidents/new',
    ({ page }) => press(page, page.locator('main form button[type=submit]').first()),
  ),
  seen('incidents', taken, member, () => '/incidents'),
  seen('incident', taken, member, ({ id }) => `/incidents/${id}`),
  seen('incident-asked', askedFor, member, ({ id }) => `/incidents/${id}`),
  seen('incident-name-taken', nameTaken, member, ({ id }) => `/incidents/${id}`),
  seen('incident-letter', taken, member, ({ id }) => `/incidents/${id}/letters/authority`),
  seen('incident-desk', taken, officer, () => '/incidents/desk'),
  seen('incident-task', taken, officer, ({ id }) => `/incidents/desk/${id}`),
  seen(
    'incident-task-opened',
    taken,
    officer,
    ({ id }) => `/incidents/desk/${id}`,
    ({ page }) => press(page, page.getByRole('button', { name: 'Mở sự cố' })),
  ),
  seen(
    'incident-call-back',
    askedFor,
    officer,
    ({ id }) => `/incidents/desk/${id}`,
    ({ page }) => press(page, page.getByRole('button', { name: 'Mở sự cố' })),
  ),
  seen(
    'incident-phone',
    declaredOnly,
    officer,
    ({ member: one }) => `/records/${one.id}`,
    async ({ page }) => {
      await page.getByLabel('Theo yêu cầu của chính người có hồ sơ').check()
      await press(page, page.getByRole('button', { name: 'Mở hồ sơ' }))
      await press(page, page.getByRole('button', { name: 'dừng xác nhận qua điện thoại' }))
    },
  ),
]
