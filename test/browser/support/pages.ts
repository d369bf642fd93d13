import { attestationPages } from './attestation-pages.ts'
import { campaignPages } from './campaign-pages.ts'
import { casePages } from './case-pages.ts'
import { guidancePages } from './guidance-pages.ts'
import { imitationPages } from './imitation-pages.ts'
import { importPages } from './import-pages.ts'
import { incidentPages } from './incident-pages.ts'
import type { Help, Somebody } from './index.ts'
import { lookedPages } from './looked-pages.ts'
import { offeredPages } from './offered-pages.ts'
import { type Opened, press } from './press.ts'
import { proofPages } from './proof-pages.ts'
import { recoveryPages } from './recovery-pages.ts'
import { signInPages } from './sign-in-pages.ts'
import { witnessPages } from './witness-pages.ts'

/** Every page of the register, and how one gets to it. Add a page here: axe, width, weight and pictures follow. */
export const pages: readonly {
  readonly name: string
  readonly open: (at: Opened) => Promise<'answer to a form' | undefined>
}[] = [
  at('ask', '/'),
  at('ask-english', '/?lang=en'),
  at('answer-unconfirmed', '/?url=facebook.com/khong.ai.biet'),
  at('answer-lookalike', '/?url=facebook.com.dang-nhap.vn'),
  at('about', '/about'),
  at('help', '/help'),
  at('sign-in', '/sign-in'),
  at('sign-in-code', '/sign-in/code'),
  at('not-found', '/khong-co'),
  {
    name: 'answer-confirmed',
    open: async ({ page, help }) => {
      const { address } = await confirmed(help)
      await page.goto(`/?url=${address}`)
      return undefined
    },
  },
  {
    name: 'set-up',
    open: async ({ page, help }) => {
      await page.goto(help.places.fresh.setUpLink as string)
      return undefined
    },
  },
  {
    name: 'invitation',
    open: async ({ page, help }) => {
      const { id } = await help.person()
      const { link } = await help.ask<{ link: string }>({ act: 'invitation', person: id })
      await page.goto(link)
      return undefined
    },
  },
  at('sample', '/sample', 'sample'),
  {
    name: 'sample-import',
    open: async ({ page, help }) => {
      await page.goto(`${help.places.sample.url}/sample`)
      await press(page, page.getByRole('button', { name: 'Vào với vai quản trị' }))
      return undefined
    },
  },
  {
    name: 'sample-import-result',
    open: async ({ page, help }) => {
      await page.goto(`${help.places.sample.url}/sample`)
      await press(page, page.getByRole('button', { name: 'Vào với vai quản trị' }))
      await press(page, page.locator('form[action="/sample/import"] button'))
      return undefined
    },
  },
  asMember('my-pages-empty', '/declarations', async () => {}),
  asMember('my-pages', '/declarations', (help, who) => filled(help, who).then(() => {})),
  asMember('declare', '/declarations/new', async () => {}),
  typedInto('declare-reading', 'https://m.facebook.com/Nguyen.Van.A.Mau'),
  typedInto('declare-reading-post', 'https://www.facebook.com/nguyen.van.a.mau/posts/122093'),
  typedInto('declare-reading-lookalike', 'https://facebook.com.dang-nhap.vn/nguyenvanamau'),
  typedInto(
    'declare-several',
    'https://x.com/mau_mot https://www.tiktok.com/@mau.hai/video/71 https://bit.ly/abc',
    true,
  ),
  asMember('account', '/me', async () => {}),
  asMember('receipts', '/receipts', (help, who) => filled(help, who).then(() => {})),
  roleAs('roles', () => '/roles'),
  roleAs('roles-mine', () => '/roles/mine'),
  roleAs('role-new', () => '/roles/new'),
  roleAs('role', ({ role }) => `/roles/${role}`),
  roleAs('role-proposed', ({ proposed }) => `/roles/${proposed}`),
  asMember('who-looked', '/my-record', async () => {}),
  asMember('notices', '/notices', told),
  asMember('notices-mail', '/notices/mail', mailed),
  asMember('notices-mail-confirm', '', mailed, ({ id }) => `/notices/mail/${id}`),
  asMember('notices-push', '/notices/push', pushed),
  {
    name: 'unsubscribe',
    open: async ({ page, help }) => {
      const who = await help.person()
      await mailed(help, who)
      const [kept] = await help.ask<{ unsubscribe: string }[]>({
        act: 'sql',
        text: 'select unsubscribe from mail_address where person = $1',
        values: [who.id],
      })
      await page.goto(`/notices/unsubscribe/${kept?.unsubscribe}`)
      return undefined
    },
  },
  {
    name: 'outbox',
    open: async ({ page, help }) => {
      const who = await help.person({ role: 'administrator' })
      await mailed(help, who)
      await told(help, who)
      await help.signIn(page.context(), who)
      await page.goto('/settings/outbox')
      return undefined
    },
  },
  directories('directories', '/settings/directories'),
  directories('directory-new', '/settings/directories/new'),
  {
    name: 'directory-made',
    open: async (opened) => {
      await directories('', '/settings/directories/new').open(opened)
      const { page } = opened
      await page.getByLabel('Tên danh bạ').fill('Keycloak')
      await page.getByLabel('Mã đơn vị').fill('PM1')
      await press(page, page.getByRole('button', { name: 'Tạo mã truy cập' }))
      return 'answer to a form'
    },
  },
  asMember('my-pages-told', '/declarations', told),
  { name: 'declaration', open: async (opened) => visit(opened, ({ id }) => `/declarations/${id}`) },
  { name: 'receipt', open: async (opened) => visit(opened, ({ receipt }) => `/receipts/${receipt}`) },
  { name: 'prove', open: async (opened) => visit(opened, ({ id }) => `/declarations/${id}/prove`) },
  { name: 'proof-dns', open: async (opened) => visit(opened, ({ proofs }) => `/proofs/${proofs['dns-txt']}`) },
  { name: 'proof-file', open: async (opened) => visit(opened, ({ proofs }) => `/proofs/${proofs['well-known']}`) },
  { name: 'proof-tag', open: async (opened) => visit(opened, ({ proofs }) => `/proofs/${proofs['meta-tag']}`) },
  { name: 'timeline', open: async (opened) => visit(opened, ({ id }) => `/declarations/${id}/proofs`) },
  {
    name: 'proof-failed',
    open: async (at) => {
      await visit(at, ({ proofs }) => `/proofs/${proofs['dns-txt']}`)
      await press(at.page, at.page.locator('form[action$="/check"] button').first())
      return 'answer to a form'
    },
  },
  {
    name: 'draft',
    open: async ({ page, help }) => {
      await help.signIn(page.context(), await help.person())
      await page.goto('/declarations/new')
      await page.fill('#address', 'https://m.facebook.com/Nguyen.Van.A.Mau?mibextid=x1')
      await press(page, page.locator('main form button[type=submit]').first())
      return undefined
    },
  },
  {
    name: 'declare-refused',
    open: async ({ page, help }) => {
      await help.signIn(page.context(), await help.person())
      await page.goto('/declarations/new')
      await page.fill('#address', 'facebook.com.dang-nhap.vn/nguyenvanamau')
      await press(page, page.locator('main form button[type=submit]').first())
      return 'answer to a form'
    },
  },
  {
    name: 'draft-check',
    open: async ({ page, help }) => {
      await help.signIn(page.context(), await help.person())
      await page.goto('/declarations/new')
      await page.fill('#address', 'https://m.facebook.com/Nguyen.Van.A.Mau?mibextid=x1')
      await press(page, page.locator('main form button[type=submit]').first())
      await page.locator('input[name=manager][value=alone]').check()
      await press(page, page.locator('main form button[type=submit]').first())
      return undefined
    },
  },
  {
    name: 'proof-found',
    open: async ({ page, help }) => {
      const who = await help.person({ office: 'Chuyên viên' })
      const made = await filled(help, who)
      await help.signIn(page.context(), who)
      await publishRecord(help, made)
      await page.goto(`/proofs/${made.proofs['dns-txt']}`)
      await press(page, page.locator('form[action$="/check"] button').first())
      return 'answer to a form'
    },
  },
  asMember('account-token', '/me/tokens/new', async () => {}),
  {
    name: 'account-passkey',
    open: async ({ page, help }) => {
      const who = await help.person()
      const [key] = await help.ask<{ id: string }[]>({
        act: 'sql',
        text: "insert into passkey (id, person, credential_hash, credential, public_key, name) values (gen_random_uuid(), $1, sha256($2::text::bytea), $2, '', 'Điện thoại') returning id",
        values: [who.id, who.session],
      })
      await help.signIn(page.context(), who)
      await page.goto(`/me/passkeys/${key?.id}`)
      return undefined
    },
  },
  ...['suspended', 'closed', 'imitation'].map((answer) => ({
    name: `answer-${answer}`,
    open: async ({ page, help }: Opened) => {
      const { address } = await confirmed(help)
      await help.ask({
        act: 'sql',
        text: 'update published set answer = $2 where canonical = $1',
        values: [address, answer],
      })
      await page.goto(`/?url=${address}`)
      return undefined
    },
  })),
  renewing('my-pages-renew', '7 days', () => '/declarations'),
  renewing('declaration-renew', '7 days', ({ id }) => `/declarations/${id}`),
  renewing('declaration-renew-late', '-1 day', ({ id }) => `/declarations/${id}`),
  {
    name: 'people',
    open: async ({ page, help }) => {
      await page.goto((await listed(help)).page)
      return undefined
    },
  },
  standing('declaration-listed', ({ id }) => `/declarations/${id}`),
  standing('my-pages-listed', () => '/declarations'),
  {
    name: 'proof-link',
    open: async (at) => {
      const { who, id } = await confirmed(at.help)
      const begun = await callAs(at.help, who, 'POST', `/v1/declarations/${id}/proofs`, { method: 'rel-me' })
      await at.help.signIn(at.page.context(), who)
      await at.page.goto(`/proofs/${((await begun.json()) as { id: string }).id}`)
      return undefined
    },
  },
  ...proofPages,
  ...signInPages,
  at('sign-in-mail', '/sign-in/mail'),
  at('sign-in-mail-sent', '/sign-in/mail/sent'),
  at('recovery', '/recovery'),
  at('recovery-sent', '/recovery/sent'),
  ...recoveryPages,
  ...importPages,
  ...offeredPages,
  ...witnessPages,
  ...lookedPages,
  ...campaignPages,
  ...guidancePages,
  ...attestationPages,
  ...imitationPages,
  ...incidentPages,
  ...casePages,
  asOfficer('assist', ({ member }) => `/declarations/assisted/${member}`),
  {
    name: 'assist-receipt',
    open: async (at) => {
      await asOfficer('', ({ member }) => `/declarations/assisted/${member}`).open(at)
      await filedFor(at.page)
      return 'answer to a form'
    },
  },
  opened('record', []),
  opened('record-invitation', ['Gửi giấy mời']),
  opened('record-code', ['Đưa mã một lần']),
  asOfficer('members', ({ unit }) => `/members?unit=${unit}`),
  asOfficer('members-front', () => '/members'),
  asOfficer('members-found', () => '/members?q=tran+thi'),
  asOfficer('member-place', ({ member }) => `/members/${member}`),
  asMember(
    'my-place',
    '',
    async () => {},
    ({ id }) => `/members/${id}`,
  ),
  asOfficer('units', () => '/units'),
  asOfficer('units-found', () => '/units?q=phong'),
  asOfficer('unit', ({ unit }) => `/units/${unit}`),
  asAdministrator('unit-changes', ({ unit }) => `/units/${unit}`),
  {
    name: 'unit-move-refused',
    open: async (at) => {
      await asAdministrator('unit-move-refused', ({ unit }) => `/units/${unit}`).open(at)
      await at.page.getByText('Chuyển sang đơn vị cấp trên khác').click()
      await at.page.fill('#move-parent', 'KHONG-CO')
      await press(at.page, at.page.getByRole('button', { name: 'Chuyển đơn vị' }))
      return 'answer to a form'
    },
  },
  asOfficer('record-purpose', ({ member }) => `/records/${member}`),
  asOfficer('sign-in-again', () => '/sign-in/again?then=/members'),
  asOfficer('sign-in-again-done', () => '/sign-in/again/done'),
  sentTooLate('record-after-five-minutes', 'Mở hồ sơ'),
]

function at(name: string, path: string, place: 'register' | 'sample' = 'register') {
  return {
    name,
    open: async ({ page, help }: Opened) => void (await page.goto(`${help.places[place].url}${path}`)) as undefined,
  }
}

function asMember(
  name: string,
  path: string,
  before: (help: Help, who: Somebody) => Promise<void>,
  pathOf: (who: Somebody) => string = () => path,
) {
  return {
    name,
    open: async ({ page, help }: Opened) => {
      const who = await help.person({ office: 'Chuyên viên' })
      await before(help, who)
      await help.signIn(page.context(), who)
      await page.goto(pathOf(who))
      return undefined
    },
  }
}

/** What the form says while somebody types; `sent`, the page that follows. */
function typedInto(name: string, text: string, sent = false) {
  return {
    name,
    open: async (at: Opened) => {
      await asMember(name, '/declarations/new', async () => {}).open(at)
      await at.page.fill('#address', text)
      await at.page.locator('#reading > *').first().waitFor()
      if (sent) await press(at.page, at.page.locator('main form button[type=submit]').first())
      return 'answer to a form' as const
    },
  }
}

/** Two browsers, to one of which nothing could be sent of late. */
async function pushed(help: Help, { id }: Somebody): Promise<void> {
  await help.ask({
    act: 'sql',
    text: `insert into push_subscription (person, endpoint, p256dh, auth, label, lang, pushed_at, failed)
      select $1, 'https://fcm.googleapis.com/' || label, 'B' || repeat('A', 86), repeat('A', 22), label, 'vi', at, failed
      from (values ('Chrome, Android', now(), null), ('Firefox, Windows', null, '403')) given (label, at, failed)`,
    values: [id],
  })
}

/** Mail goes to an address, and another waits to be confirmed. */
async function mailed(help: Help, { id }: Somebody): Promise<void> {
  await help.ask({
    act: 'sql',
    text: "insert into mail_address (person, address, lang) values ($1, 'lan.nguyen@donvi.vn', 'vi')",
    values: [id],
  })
  await help.ask({
    act: 'sql',
    text: "insert into mail_confirmation (hash, person, address, lang) values (sha256(convert_to($2, 'UTF8')), $1, 'lan@nha.vn', 'vi')",
    values: [id, id],
  })
}

/** An officer has the form before them, and files from a paper. */
async function filedFor(page: Opened['page']): Promise<void> {
  await page.fill('#address', 'https://x.com/tran_thi_b_mau')
  await page.locator('input[name=how][value=paper]').check()
  await page.fill('#paper_on', '2026-01-02')
  await page.locator('input[name=manager][value=alone]').check()
  await press(page, page.locator('main form button[type=submit]').first())
}

/** Four notices, the oldest seen already. */
async function told(help: Help, who: Somebody): Promise<void> {
  const kinds = ['changed_hands', 'renew_proof', 'proof_missing', 'level_gone', 'level_lower']
  for (const [n, kind] of kinds.entries())
    await help.ask({
      act: 'sql',
      text: "insert into notice (person, kind, key, about, made_at, seen_at) values ($1, $2, 'x', $1, now() - make_interval(days => $3), case when $3 = 4 then now() end)",
      values: [who.id, kind, n],
    })
}

function asOfficer(name: string, path: (at: { unit: string; member: string }) => string) {
  return {
    name,
    open: async ({ page, help }: Opened) => {
      const officer = await help.person({ name: 'Lê Văn C', office: 'Cán bộ phụ trách', role: 'officer' })
      const [{ code }] = (await help.ask<{ code: string }[]>({
        act: 'sql',
        text: 'select code from unit where id = $1',
        values: [officer.unit],
      })) as [{ code: string }]
      const member = await help.person({ name: 'Trần Thị B', unit: code, office: 'Chuyên viên' })
      await help.signIn(page.context(), officer)
      await page.goto(path({ unit: officer.unit, member: member.id }))
      return undefined
    },
  }
}

function asAdministrator(name: string, path: (at: { unit: string }) => string) {
  return {
    name,
    open: async ({ page, help }: Opened) => {
      const who = await help.person({ name: 'Đỗ Văn Q', office: 'Quản trị' })
      const text = "insert into role_held (id, person, role) values (gen_random_uuid(), $1, 'administrator')"
      await help.ask({ act: 'sql', text, values: [who.id] })
      await help.signIn(page.context(), who)
      await page.goto(path({ unit: who.unit }))
      return undefined
    },
  }
}

/** An administrator, an officer in term, a reviewer who waits, an auditor whom one person alone has made, and a hand-over. */
/** An administrator's page of directories, with a token in each state. */
function directories(name: string, path: string) {
  return {
    name,
    open: async ({ page, help }: Opened) => {
      const who = await help.person({ name: 'Đỗ Văn Q', role: 'administrator' })
      const text = `insert into directory_client (id, hash, name, unit, made_at, expires_at, used_at, revoked_at)
        select gen_random_uuid(), sha256(uuid_send(gen_random_uuid())), $1, $2, now() - interval '40 days', now() + $3::interval, now() + $4::interval, now() + $5::interval`
      for (const values of [
        ['Entra ID', who.unit, '300 days', '-2 hours', null],
        ['Keycloak cũ', who.unit, '-1 day', '-3 days', null],
        ['Okta', who.unit, '200 days', null, '-5 days'],
      ])
        await help.ask({ act: 'sql', text, values })
      await help.signIn(page.context(), who)
      await page.goto(path)
      return undefined
    },
  }
}

function roleAs(name: string, path: (at: { role: string; proposed: string }) => string) {
  return {
    name,
    open: async ({ page, help }: Opened) => {
      const who = await help.person({ name: 'Đỗ Văn Q', office: 'Quản trị' })
      const officer = await help.person({ name: 'Lê Thị Phụ Trách', office: 'Cán bộ' })
      const auditor = await help.person({ name: 'Trần Văn Kiểm' })
      const put = async (person: string, role: string, unit: string | null, state = 'active', because?: string) => {
        const text =
          'insert into role_held (id, person, role, unit, state, granted_because) values (gen_random_uuid(), $1, $2, $3, $4, $5) returning id'
        const values = [person, role, unit, state, because ?? null]
        return (await help.ask<{ id: string }[]>({ act: 'sql', text, values }))[0]?.id as string
      }
      await put(who.id, 'administrator', null)
      const ended = await put(auditor.id, 'officer', officer.unit)
      const role = await put(officer.id, 'officer', officer.unit)
      const proposed = await put(auditor.id, 'reviewer', officer.unit, 'proposed')
      await put(auditor.id, 'auditor', null, 'active', 'Kiểm tra đột xuất')
      await help.ask({ act: 'sql', text: 'update role_held set to_at = now() where id = $1', values: [ended] })
      await help.signIn(page.context(), who)
      await page.goto(path({ role, proposed }))
      return undefined
    },
  }
}

/** The record as its officer has opened it, and what they press on it. */
function opened(name: string, presses: readonly string[]) {
  const purpose = asOfficer(name, ({ member }) => `/records/${member}`)
  return {
    name,
    open: async (at: Opened) => {
      await purpose.open(at)
      await at.page.locator('input[name=purpose]').first().check()
      for (const button of ['Mở hồ sơ', ...presses]) await press(at.page, at.page.getByRole('button', { name: button }))
      return 'answer to a form' as const
    },
  }
}

/** Six minutes ago, for the session of this browser. */
export async function signedInLongAgo({ page, help }: Opened): Promise<void> {
  const cookie = (await page.context().cookies()).find(({ name }) => name === 'session')
  const text = "update session set made_at = now() - interval '6 minutes' where hash = sha256(convert_to($1, 'UTF8'))"
  await help.ask({ act: 'sql', text, values: [cookie?.value] })
}

/** An officer chose a purpose on a screen that was left open. */
function sentTooLate(name: string, button: string) {
  return {
    name,
    open: async (at: Opened) => {
      await asOfficer(name, ({ member }) => `/records/${member}`).open(at)
      await at.page.locator('input[name=purpose]').first().check()
      await signedInLongAgo(at)
      await press(at.page, at.page.getByRole('button', { name: button }))
      return 'answer to a form' as const
    },
  }
}

export type Filled = {
  readonly id: string
  readonly receipt: string
  readonly host: string
  readonly proofs: Record<string, string>
}

const newHost = () => `nguyenvana-mau-${Math.random().toString(36).slice(2, 8)}.vn`

/** One website and one Facebook account, declared; three proofs of the website begun. */
export async function filled(help: Help, who: Somebody, host = newHost()): Promise<Filled> {
  const url = help.places.register.url
  const call = async (path: string, body: unknown) => {
    const response = await fetch(`${url}${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${who.token}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`)
    return response.json() as Promise<Record<string, string>>
  }
  await call('/v1/declarations', { address: 'https://www.facebook.com/nguyenvanamau', since: '2019-03' })
  const made = await call('/v1/declarations', { address: `https://${host}/` })
  const proofs: Record<string, string> = {}
  for (const method of ['dns-txt', 'well-known', 'meta-tag']) {
    proofs[method] = (await call(`/v1/declarations/${made.id}/proofs`, { method })).id as string
  }
  return { id: made.id as string, receipt: made.receipt as string, host, proofs }
}

async function visit({ page, help }: Opened, path: (made: Filled) => string): Promise<undefined> {
  const who = await help.person({ office: 'Chuyên viên' })
  const made = await filled(help, who)
  await help.signIn(page.context(), who)
  await page.goto(path(made))
  return undefined
}

/** Two people have proven the same website: the first is asked to prove it again within that time, or was too late. */
function renewing(name: string, within: string, path: (page: { readonly id: string }) => string) {
  return {
    name,
    open: async ({ page, help }: Opened) => {
      const first = await confirmed(help)
      const second = await help.person({ name: 'Trần Thị B' })
      const { id, proofs } = await filled(help, second, first.host)
      await publishRecord(help, { host: first.host, proofs })
      await callAs(help, second, 'POST', `/v1/proofs/${proofs['dns-txt']}/check`)
      await callAs(help, second, 'PATCH', `/v1/declarations/${id}`, { visibility: 'confirmable' })
      await help.ask({
        act: 'sql',
        text: 'update renewal set due_at = now() + $2::interval where declaration = $1',
        values: [first.id, within],
      })
      await help.ask({ act: 'sql', text: 'select publish($1)', values: [first.address] })
      await help.signIn(page.context(), first.who)
      await page.goto(path(first))
      return undefined
    },
  }
}

/** A website that was proven by its DNS record and may be asked about, with its owner's name. */
export async function confirmed(help: Help): Promise<{ address: string; who: Somebody; id: string; host: string }> {
  const who = await help.person({ name: 'Nguyễn Văn A', office: 'Phó trưởng phòng' })
  const { id, host, proofs } = await filled(help, who)
  await publishRecord(help, { host, proofs })
  await callAs(help, who, 'POST', `/v1/proofs/${proofs['dns-txt']}/check`)
  await callAs(help, who, 'PATCH', `/v1/declarations/${id}`, { visibility: 'confirmable', shows: 'name_and_office' })
  return { address: `https://${host}/`, who, id, host }
}

/** A person with three pages on their public page, one of them proven and re-checked, and named by it. */
export async function listed(help: Help) {
  const one = await confirmed(help)
  const mark = one.host.split('-').at(-1)?.slice(0, -3)
  const [facebook, mastodon] = [
    `https://www.facebook.com/nguyenvana${mark}`,
    `https://mastodon.social/@nguyenvana_${mark}`,
  ]
  await callAs(help, one.who, 'PATCH', `/v1/declarations/${one.id}`, { visibility: 'listed', shows: 'name_and_office' })
  for (const [address, level] of [
    [facebook, 1],
    [mastodon, 3],
  ] as const) {
    const made = await callAs(help, one.who, 'POST', '/v1/declarations', { address })
    const { id } = (await made.json()) as { id: string }
    const text =
      "insert into level_step (id, declaration, level, reason) values (gen_random_uuid(), $1, $2, 'proof_found')"
    await help.ask({ act: 'sql', text, values: [id, level] })
    await callAs(help, one.who, 'PATCH', `/v1/declarations/${id}`, { visibility: 'listed' })
  }
  const text = 'select page from person_page where person = $1'
  const [row] = await help.ask<{ page: string }[]>({ act: 'sql', text, values: [one.who.id] })
  return { ...one, page: `/people/${row?.page}`, mastodon, facebook }
}

/** A page of the owner of what stands on a public page. */
function standing(name: string, path: (at: { readonly id: string }) => string) {
  return {
    name,
    open: async ({ page, help }: Opened) => {
      const one = await listed(help)
      await help.signIn(page.context(), one.who)
      await page.goto(path(one))
      return undefined
    },
  }
}

const callAs = ({ places }: Help, { token }: Somebody, method: string, path: string, body: unknown = {}) =>
  fetch(`${places.register.url}${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })

/** Puts the record of the DNS proof where it belongs. */
async function publishRecord(help: Help, { host, proofs }: Pick<Filled, 'host' | 'proofs'>): Promise<void> {
  const [row] = await help.ask<{ token: string }[]>({
    act: 'sql',
    text: 'select token from proof where id = $1',
    values: [proofs['dns-txt']],
  })
  await help.ask({ act: 'dns', name: `TXT _chinhdanh-challenge.${host}`, values: [`token=${row?.token} expiry=never`] })
}
