import type { Help, Somebody } from './index.ts'
import { type Opened, press } from './press.ts'
import { call } from './witness-pages.ts'

export type Imitation = {
  readonly member: Somebody
  readonly reviewer: Somebody
  readonly other: Somebody
  /** The page of theirs that everybody may see. */
  readonly right: string
  readonly fake: string
  readonly id: string
  readonly code: string
}

const sql = <T>(help: Help, text: string, values: readonly unknown[]) => help.ask<T[]>({ act: 'sql', text, values })

/** A member who chose to be listed, and two reviewers of their unit. */
export async function listedMember(help: Help) {
  const member = await help.person({ name: 'Trần Thị B', office: 'Chuyên viên' })
  const [home] = await sql<{ code: string }>(help, 'select code from unit where id = $1', [member.unit])
  const reviews = { unit: home?.code, role: 'reviewer' } as const
  const reviewer = await help.person({ ...reviews, name: 'Phạm Thị Quyết', office: 'Ủy viên' })
  const other = await help.person({ ...reviews, name: 'Đỗ Văn Định' })
  const mark = Math.random().toString(36).slice(2, 9)
  const right = `https://www.facebook.com/tranthib${mark}`
  const { id } = await call(help, member, '/v1/declarations', { address: right })
  await sql(
    help,
    "insert into level_step (id, declaration, level, reason) values (gen_random_uuid(), $1, 2, 'proof_found')",
    [id],
  )
  await fetch(`${help.places.register.url}/v1/declarations/${id}`, {
    method: 'PATCH',
    headers: { authorization: `Bearer ${member.token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ visibility: 'listed', shows: 'name_and_office' }),
  })
  return { member, reviewer, other, right, fake: `https://www.facebook.com/tranthibgia${mark}` }
}

/** Reported by somebody, as the public form does it. */
export async function reported(help: Help): Promise<Imitation> {
  const made = await listedMember(help)
  const [one] = await sql<{ code: string }>(
    help,
    `select (impersonation_report(gen_random_uuid(), $1, $2, 'facebook', null, (select page from person_page where person = $3), '{name,photograph,money}')).code`,
    [`MD-${made.fake.slice(-8)}`.toUpperCase(), made.fake, made.member.id],
  )
  const [row] = await sql<{ id: string }>(help, 'select id from impersonation where code = $1', [one?.code])
  return { ...made, id: row?.id as string, code: one?.code as string }
}
export async function denied(help: Help): Promise<Imitation> {
  const made = await reported(help)
  await call(help, made.member, `/v1/impersonations/${made.id}/answer`, { answer: 'not_mine' })
  return made
}
export async function found(help: Help): Promise<Imitation> {
  const made = await denied(help)
  const seen = { as_own: true, says: 'nothing', reasons: ['name', 'money'] }
  await call(help, made.reviewer, `/v1/impersonations/desk/${made.id}/finding`, seen)
  return made
}
export async function objected(help: Help): Promise<Imitation> {
  const made = await found(help)
  await sql(help, 'select impersonation_object($1, $2, $3)', [made.fake, 'own_name', `MD-O${made.fake.slice(-7)}`])
  return made
}

const seen = (
  name: string,
  before: (help: Help) => Promise<Imitation>,
  who: ((at: Imitation) => Somebody) | undefined,
  path: (at: Imitation) => string,
  then?: (at: Opened & Imitation) => Promise<unknown>,
) => ({
  name,
  open: async ({ page, help }: Opened) => {
    const made = await before(help)
    if (who) await help.signIn(page.context(), who(made))
    await page.goto(path(made))
    if (!then) return undefined
    await then({ page, help, ...made })
    return 'answer to a form' as const
  },
})
const plain = (name: string, path: string) => ({
  name,
  open: async ({ page }: Opened) => void (await page.goto(path)) as undefined,
})
const member = ({ member: one }: Imitation) => one
const reviewer = ({ reviewer: one }: Imitation) => one
const other = ({ other: one }: Imitation) => one
const opens = ({ page }: Opened) => press(page, page.getByRole('button', { name: 'Mở tin báo' }))

export const imitationPages = [
  plain('imitation-start', '/impersonations'),
  plain('imitation-not-taken', '/impersonations/new?about=written'),
  plain('imitation-report', '/impersonations/new?about=page'),
  {
    name: 'imitation-report-unclear',
    open: async ({ page }: Opened) => {
      await page.goto('/impersonations/new?about=page')
      await press(page, page.locator('main form button[type=submit]').first())
      return 'answer to a form' as const
    },
  },
  plain('imitation-object', '/impersonations/object?url=facebook.com/trang.gia'),
  seen('imitation-received', reported, undefined, ({ code }) => `/impersonations/reports/${code}`),
  seen('answer-imitation-objected', objected, undefined, ({ fake }) => `/?url=${fake}`),
  seen('imitations-mine', found, member, () => '/impersonations/mine'),
  seen('imitation-asked', reported, member, ({ id }) => `/impersonations/${id}`),
  seen('imitation-found', found, member, ({ id }) => `/impersonations/${id}`),
  seen('imitation-desk', denied, reviewer, () => '/impersonations/desk'),
  seen('imitation-task', denied, reviewer, ({ id }) => `/impersonations/desk/${id}`),
  seen('imitation-task-opened', denied, reviewer, ({ id }) => `/impersonations/desk/${id}`, opens),
  seen('imitation-objection', objected, other, ({ id }) => `/impersonations/desk/${id}`, opens),
]
