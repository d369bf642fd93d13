import type { Help, Somebody } from './index.ts'
import { type Opened, press } from './press.ts'

export type Losing = {
  /** The first officer, and the second, of one unit. */
  readonly first: Somebody
  readonly second: Somebody
  readonly lost: Somebody
}

const sql = <T>(help: Help, text: string, values: readonly unknown[]) => help.ask<T[]>({ act: 'sql', text, values })

/** A member who had a passkey, and the two officers of their unit. */
export async function losing(help: Help): Promise<Losing> {
  const first = await help.person({ name: 'Lê Văn C', office: 'Cán bộ phụ trách', role: 'officer' })
  const [home] = await sql<{ code: string }>(help, 'select code from unit where id = $1', [first.unit])
  const there = { unit: home?.code }
  const second = await help.person({ ...there, name: 'Đỗ Thị Hai', office: 'Cán bộ phụ trách' })
  const role = "insert into role_held (id, person, role, unit) values (gen_random_uuid(), $1, 'officer', $2)"
  await sql(help, role, [second.id, first.unit])
  const lost = await help.person({ ...there, name: 'Nguyễn Thị Mất', office: 'Chuyên viên' })
  await sql(help, 'update person set ref = $2 where id = $1', [lost.id, `MS-${lost.id.slice(-8)}`])
  await sql(
    help,
    "insert into passkey (id, person, credential_hash, credential, public_key) values (gen_random_uuid(), $1, sha256($2::text::bytea), 'x', '')",
    [lost.id, lost.id],
  )
  return { first, second, lost }
}

/** As the acts would have written it, so many hours ago. */
export async function recoveryAt(
  help: Help,
  { first, second, lost }: Losing,
  stage: 'asked' | 'started' | 'waiting' | 'ready',
) {
  const [made] = await sql<{ id: string; stop_key: string }>(
    help,
    "insert into recovery (person, state, asked_by) values ($1, 'asked', 'person') returning id, stop_key",
    [lost.id],
  )
  const recovery = made as { id: string; stop_key: string }
  if (stage === 'asked') return recovery
  await sql(
    help,
    "update recovery set state = 'started', recognised = 'paper', started_by = $2, started_by_name = $3, started_by_unit = 'Phòng Mẫu', started_at = now() where id = $1",
    [recovery.id, first.id, first.name],
  )
  if (stage === 'started') return recovery
  const hours = stage === 'ready' ? 73 : 1
  await sql(
    help,
    `update recovery set state = 'waiting', agreed_by = $2, agreed_by_name = $3, agreed_by_unit = 'Phòng Mẫu', agreed_at = now() - $4 * interval '1 hour',
       opens_at = now() + (72 - $4) * interval '1 hour', reminded_at = case when $4 > 48 then now() - interval '1 day' end where id = $1`,
    [recovery.id, second.id, second.name, hours],
  )
  return recovery
}

type Stage = Parameters<typeof recoveryAt>[2]

function as(
  name: string,
  stage: Stage,
  who: keyof Losing,
  path: (at: { id: string; stop_key: string; lost: string }) => string,
) {
  return {
    name,
    open: async ({ page, help }: Opened) => {
      const all = await losing(help)
      const recovery = await recoveryAt(help, all, stage)
      await help.signIn(page.context(), all[who])
      await page.goto(path({ ...recovery, lost: all.lost.id }))
      return undefined
    },
  }
}

export const recoveryPages = [
  {
    name: 'recovery-not-me',
    open: async ({ page, help }: Opened) => {
      const { stop_key: key } = await recoveryAt(help, await losing(help), 'waiting')
      await page.goto(`/recovery/not-me/${key}`)
      return undefined
    },
  },
  as('recoveries', 'started', 'second', () => '/recoveries'),
  as('recovery-one', 'started', 'second', ({ id }) => `/recoveries/${id}`),
  as('recovery-waiting', 'waiting', 'first', ({ id }) => `/recoveries/${id}`),
  as('recovery-start', 'asked', 'first', ({ lost }) => `/recoveries/for/${lost}`),
  as('account-recovery', 'waiting', 'lost', () => '/me'),
  {
    name: 'recovery-link',
    open: async (at: Opened) => {
      await as('', 'ready', 'first', ({ id }) => `/recoveries/${id}`).open(at)
      await press(at.page, at.page.getByRole('button', { name: 'Lấy đường dẫn để trao' }))
      return 'answer to a form' as const
    },
  },
  {
    name: 'sign-in-link',
    open: async ({ page, help }: Opened) => {
      const who = await help.person()
      await sql(help, "insert into sign_in_link (hash, person) values (sha256(convert_to($2, 'UTF8')), $1)", [
        who.id,
        who.id,
      ])
      await page.goto(`/sign-in/link/${who.id}`)
      return undefined
    },
  },
]
