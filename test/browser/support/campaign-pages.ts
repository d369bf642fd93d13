import { asked } from './attestation-pages.ts'
import type { Help, Somebody } from './index.ts'
import type { Opened } from './press.ts'

type Page = { readonly name: string; readonly open: (at: Opened) => Promise<'answer to a form' | undefined> }

const rows = (help: Help, text: string, ...values: readonly string[]) =>
  help.ask<Record<string, string>[]>({ act: 'sql', text, values: [...values] })

/** An officer with people of the unit whose date went by, one of them by mail. */
export async function team(help: Help): Promise<{ officer: Somebody; code: string; members: Somebody[] }> {
  const officer = await help.person({ name: 'Lê Văn C', office: 'Cán bộ phụ trách', role: 'officer' })
  const [unit] = await rows(help, 'select code from unit where id = $1', officer.unit)
  const code = unit?.code ?? ''
  const members: Somebody[] = []
  for (const name of ['Trần Thị B', 'Phạm Văn D', 'Nguyễn Thị E']) {
    const member = await help.person({ name, unit: code, office: 'Chuyên viên' })
    await asked(help, member, -3)
    members.push(member)
  }
  return { officer, code, members }
}

/** The register's own clock sends no wave of it before tomorrow. */
export const onlyByHand = (help: Help, campaign: string) =>
  rows(help, "update campaign set waved_at = now() + interval '1 day' where id = $1 returning id", campaign)

/** What the clock does by day: gathers whom it asks, and sends a wave. */
export async function wave(help: Help, campaign: string, most = 1_000): Promise<void> {
  for (let more = true; more; ) {
    const [row] = await rows(help, 'select campaign_gather($1, register_day(), 500) as more', campaign)
    more = Boolean(row?.more)
  }
  await rows(
    help,
    `select campaign_wave(id, waves, register_day(), ${most}) as told from campaign where id = $1`,
    campaign,
  )
}

const choices = `'attest', 'both', 2, 7, 100, 30, 1000, 8, 20, 'working'`

async function made(help: Help, { id, unit }: Somebody, state: string): Promise<string> {
  const [row] = await rows(
    help,
    `insert into campaign (id, unit, task, whom, steps, gap_days, per_wave, wave_minutes, per_day, from_hour, until_hour, days, state, started_at, made_by, made_by_name)
     select gen_random_uuid(), $1, ${choices}, $2, case when $2 <> 'draft' then now() end, $3, 'Lê Văn C' returning id`,
    ...[unit, state, id],
  )
  await rows(help, 'select campaign_count($1, register_day())::text as counted', row?.id ?? '')
  return row?.id ?? ''
}

const shown = (name: string, state: string, path: (id: string, code: string) => string): Page => ({
  name,
  open: async ({ page, help }) => {
    const { officer, code } = await team(help)
    const id = await made(help, officer, state)
    if (state === 'running') {
      await wave(help, id, 2)
      await rows(help, 'select campaign_count($1, register_day())::text as counted', id)
    }
    await help.signIn(page.context(), officer)
    await page.goto(path(id, code))
    return undefined
  },
})

/** Campaigns, from the form to what came of them. */
export const campaignPages: readonly Page[] = [
  shown('campaigns', 'running', () => '/campaigns'),
  shown('campaign-new', 'draft', () => '/campaigns/new'),
  shown('campaign-preview', 'draft', (id) => `/campaigns/${id}`),
  shown('campaign-running', 'running', (id) => `/campaigns/${id}`),
  shown('campaign-figures', 'running', (id, code) => `/campaigns/${id}/figures?unit=${code}`),
  shown('campaign-people', 'running', (id, code) => `/campaigns/${id}/people?unit=${code}`),
]
