import type { Help, Somebody } from './index.ts'
import { type Opened, press } from './press.ts'

type Page = { readonly name: string; readonly open: (at: Opened) => Promise<'answer to a form' | undefined> }

/** Somebody whose list is open for `days` more days, or whose date went by. */
export async function asked(help: Help, who: Somebody, days: number): Promise<void> {
  await help.ask({
    act: 'sql',
    text: `insert into attestation_duty (person, opens_on, due_on, state, lapsed_at)
      select $1, d - 60, d, case when $2 < 0 then 'overdue' else 'due' end, case when $2 < 0 then now() end from (select register_day() + $2::int) due (d)
      on conflict (person) do update set opens_on = excluded.opens_on, due_on = excluded.due_on, state = excluded.state, lapsed_at = excluded.lapsed_at, answered = false, next_on = null`,
    values: [who.id, days],
  })
}

/** Pages of these addresses, declared by a script of their owner. */
export async function declare(help: Help, who: Somebody, ...addresses: readonly string[]): Promise<string[]> {
  const made: string[] = []
  for (const address of addresses) {
    const response = await fetch(`${help.places.register.url}/v1/declarations`, {
      method: 'POST',
      headers: { authorization: `Bearer ${who.token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ address }),
    })
    made.push(((await response.json()) as { id: string }).id)
  }
  return made
}

const three = [
  'https://www.facebook.com/nguyenvanamau',
  'https://www.tiktok.com/@nguyenvana_mau',
  'https://nguyenvana-mau.vn/',
]

/** Three pages, one proven long ago, one already closing. */
async function threePages(help: Help, who: Somebody): Promise<string[]> {
  const made = await declare(help, who, ...three, 'https://www.instagram.com/nguyenvana.cu')
  const [, , site] = made
  const text =
    "insert into proof (id, declaration, person, method, token, state, found_at, last_found_at) values (gen_random_uuid(), $1, $2, 'dns-txt', $1::text, 'found', now() - interval '300 days', now() - interval '300 days')"
  await help.ask({ act: 'sql', text, values: [site, who.id] })
  await help.ask({
    act: 'sql',
    text: "update declaration_version set state = 'closing' where declaration = $1",
    values: [made[3]],
  })
  return made
}

function attesting(name: string, days: number | undefined, pages: boolean, then: (at: Opened) => Promise<void>): Page {
  return {
    name,
    open: async (at) => {
      const who = await at.help.person({ name: 'Nguyễn Văn A', office: 'Chuyên viên' })
      if (pages) await threePages(at.help, who)
      if (days !== undefined) await asked(at.help, who, days)
      await at.help.signIn(at.page.context(), who)
      await at.page.goto('/attestations')
      await then(at)
      return then === stay ? undefined : 'answer to a form'
    },
  }
}
const stay = async () => {}
const button = ({ page }: Opened, name: string) => press(page, page.getByRole('button', { name }))

async function send(at: Opened): Promise<void> {
  const groups = at.page.getByRole('group')
  for (const [n, label] of ['Có thay đổi', 'Đã đóng', 'Vẫn của tôi'].entries())
    await groups.nth(n).getByLabel(label).check()
  await button(at, 'Gửi xác nhận')
}

export const attestationPages: readonly Page[] = [
  attesting('attest', 20, true, stay),
  attesting('attest-late', -3, true, stay),
  attesting('attest-none', 20, false, stay),
  attesting('attest-none-receipt', 20, false, (at) => button(at, 'Tôi không có trang nào')),
  attesting('attest-missing', 20, true, async (at) => {
    await at.page.getByLabel('Vẫn của tôi').first().check()
    await button(at, 'Gửi xác nhận')
  }),
  attesting('attest-kept', 20, true, (at) => button(at, 'Lưu, làm tiếp sau')),
  attesting('attest-receipt', 20, true, send),
  attesting('attest-rests', 130, true, stay),
  {
    name: 'my-pages-attest',
    open: async ({ page, help }) => {
      const who = await help.person({ office: 'Chuyên viên' })
      await threePages(help, who)
      await asked(help, who, 20)
      await help.signIn(page.context(), who)
      await page.goto('/declarations')
      return undefined
    },
  },
  {
    name: 'attest-cycles',
    open: async ({ page, help }) => {
      const who = await help.person({ name: 'Đỗ Văn Q', office: 'Quản trị' })
      const role = "insert into role_held (id, person, role) values (gen_random_uuid(), $1, 'administrator')"
      await help.ask({ act: 'sql', text: role, values: [who.id] })
      const cycle =
        "insert into attestation_cycle (kind, months, month, spread_days, changed_by_name) values ('', 12, 10, 90, 'Đỗ Văn Q') on conflict do nothing"
      await help.ask({ act: 'sql', text: cycle, values: [] })
      await help.signIn(page.context(), who)
      await page.goto('/attestations/cycles')
      return undefined
    },
  },
  {
    name: 'members-states',
    open: async ({ page, help }) => {
      const officer = await help.person({ name: 'Lê Văn C', office: 'Cán bộ phụ trách', role: 'officer' })
      const [unit] = await help.ask<{ code: string }[]>({
        act: 'sql',
        text: 'select code from unit where id = $1',
        values: [officer.unit],
      })
      for (const [name, days] of [
        ['Trần Thị B', -10],
        ['Phạm Văn D', 5],
        ['Vũ Thị E', 12],
      ] as const)
        await asked(help, await help.person({ name, unit: unit?.code, office: 'Chuyên viên' }), days)
      await help.signIn(page.context(), officer)
      await page.goto(`/members?unit=${officer.unit}`)
      return undefined
    },
  },
]
