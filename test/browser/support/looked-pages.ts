import type { Help, Somebody } from './index.ts'
import type { Opened } from './press.ts'
import { call } from './witness-pages.ts'

export type Looked = {
  readonly member: Somebody
  readonly officer: Somebody
  /** The officer of the unit above, who answers. */
  readonly above: Somebody
  readonly auditor: Somebody
  readonly look: string
}

/** A record that the officer of the unit opened outside hours, with a unit above theirs. */
export async function lookedAt(help: Help): Promise<Looked> {
  const above = await help.person({ name: 'Phạm Văn Trên', office: 'Trưởng ban', role: 'officer' })
  const officer = await help.person({ name: 'Lê Văn C', office: 'Cán bộ phụ trách', role: 'officer' })
  const sql = <T>(text: string, values: readonly unknown[]) => help.ask<T>({ act: 'sql', text, values })
  const [home] = await sql<{ code: string }[]>('select code from unit where id = $1', [officer.unit])
  const member = await help.person({ name: 'Trần Thị B', unit: home?.code, office: 'Chuyên viên' })
  const auditor = await help.person({ name: 'Đỗ Thị Kiểm', office: 'Kiểm tra viên' })
  // Over these units alone: what happened elsewhere, at whatever hour the tests run, is not on the first page before it.
  await sql("insert into role_held (id, person, role, unit) values (gen_random_uuid(), $1, 'auditor', $2)", [
    auditor.id,
    above.unit,
  ])
  await sql(
    'update unit set parent = above.id, path = above.path || unit.path from unit above where above.id = $1 and unit.id = $2',
    [above.unit, officer.unit],
  )
  const [{ id: look } = { id: '' }] = await sql<{ id: string }[]>(
    "insert into access (id, actor, subject, purpose, fields, at) values (gen_random_uuid(), $1, $2, 'help', 'record', date_trunc('day', now()) - interval '5 hours') returning id",
    [officer.id, member.id],
  )
  return { member, officer, above, auditor, look }
}

export async function askedWhy(help: Help) {
  const made = await lookedAt(help)
  await call(help, made.member, `/v1/my-record/${made.look}/why`)
  const [question] = await help.ask<{ id: string }[]>({
    act: 'sql',
    text: 'select id from why_request where access = $1',
    values: [made.look],
  })
  return { ...made, question: question?.id as string }
}
type Asked = Awaited<ReturnType<typeof askedWhy>>

const seen = (name: string, who: (made: Asked) => Somebody, path: (made: Asked) => string) => ({
  name,
  open: async ({ page, help }: Opened) => {
    const made = await askedWhy(help)
    await help.signIn(page.context(), who(made))
    await page.goto(path(made))
    return undefined
  },
})

export const lookedPages = [
  {
    name: 'why-ask',
    open: async ({ page, help }: Opened) => {
      const { member, look } = await lookedAt(help)
      await help.signIn(page.context(), member)
      await page.goto(`/my-record/${look}/why`)
      return undefined
    },
  },
  seen(
    'who-looked-unusual',
    ({ member }) => member,
    () => '/my-record',
  ),
  seen(
    'why',
    ({ member }) => member,
    ({ look }) => `/my-record/${look}/why`,
  ),
  seen(
    'questions',
    ({ above }) => above,
    () => '/records/questions',
  ),
  seen(
    'question',
    ({ above }) => above,
    ({ question }) => `/records/questions/${question}`,
  ),
  seen(
    'access-record',
    ({ auditor }) => auditor,
    () => '/records/access?unusual=1',
  ),
]
