import type { z } from 'zod'
import { platformName } from '../addresses/index.ts'
import { pdfOf } from '../pdf/index.ts'
import { timeText } from '../web/components/index.ts'
import { idIn, json, type Lang, type Reply, raw, refuse } from '../web/index.ts'
import type { Given, Member } from './given.ts'
import { opening } from './judge.ts'
import { findingDays, isSaid } from './rules.ts'
import type { packShape } from './shapes.ts'
import { type Imitated, type Impersonation, imitated, myImpersonation } from './store.ts'
import { words } from './words.ts'

export type Pack = z.infer<typeof packShape>

/** What goes to the platform and the authority: only what is said in public, with when and by whom. No picture, nothing of what the page
 *  says. Nothing for what was not found. */
export function packOf(
  one: Impersonation,
  person: Imitated,
  organisation: string | undefined,
  now: Date,
): Pack | undefined {
  const { deniedAt, foundAt, closedAt, stage } = one
  if (!isSaid(stage) || closedAt || !deniedAt || !foundAt) return undefined
  return {
    number: one.number,
    made_at: now.toISOString(),
    organisation: organisation ?? null,
    address: one.address,
    platform: one.platform,
    permanent_id: one.uid,
    imitates: { name: person.name, office: person.office, unit: person.unit },
    how: [...one.ways],
    reported_at: one.reportedAt.toISOString(),
    denied_at: deniedAt.toISOString(),
    finding: {
      at: foundAt.toISOString(),
      by: one.events.findLast(({ what }) => what === 'found')?.by ?? null,
      presents_itself_as_that_person: true,
      says_parody_fan_or_comment: false,
      reasons: [...one.reasons],
      lapses_after_days: findingDays,
    },
    objection_open_since: stage === 'objected' ? (one.objectedAt?.toISOString() ?? null) : null,
  }
}

export function packPdf(pack: Pack, lang: Lang): Promise<Buffer> {
  const w = words[lang]
  const time = (at: string | null) => at && timeText(new Date(at), lang)
  const list = (all: Pack['how']) => all.map((way) => w[`way_${way}`]).join('; ')
  const { imitates, finding } = pack
  return pdfOf({
    lang,
    title: w.packHeading,
    from: pack.organisation ?? '',
    foot: pack.number,
    at: new Date(pack.made_at),
    parts: [
      { kind: 'text', text: w.packIntro(pack.organisation ?? w.organisationUnnamed) },
      {
        kind: 'facts',
        facts: [
          [w.number, pack.number],
          [w.address, pack.address],
          [w.platform, platformName(pack.platform as Impersonation['platform'])],
          [w.uid, pack.permanent_id],
          [w.person, [imitates.name, imitates.office, imitates.unit].filter(Boolean).join(', ')],
          [w.reportedHow, list(pack.how)],
          [w.reportedAt, time(pack.reported_at)],
          [w.denied, time(pack.denied_at)],
        ],
      },
      { kind: 'heading', text: w.finding },
      { kind: 'text', text: w.findingText },
      {
        kind: 'facts',
        facts: [
          [w.reasons, list(finding.reasons)],
          [w.foundAt, time(finding.at)],
          [w.findingBy, finding.by],
          ...(pack.objection_open_since ? [[w.objectionOpen, time(pack.objection_open_since)] as const] : []),
          [w.printedAt, time(pack.made_at)],
        ],
      },
    ],
  })
}

async function given(pack: Pack | undefined, format: string | undefined, lang: Lang): Promise<Reply> {
  if (!pack) return refuse('not_found_yet')
  const headers = {
    'content-disposition': `attachment; filename="${pack.number}.${format}"`,
    'cache-control': 'no-store',
  }
  if (format === 'json') return json(pack, 200, headers)
  if (format !== 'pdf') return refuse('not_found')
  return raw('application/pdf', await packPdf(pack, lang), headers)
}

/** To the person themself: it is theirs to hand on. */
export async function givePack({ db, organisation }: Given, visit: Member): Promise<Reply> {
  const [one, person] = await db.as(visit.actor.id, async (tx) => [
    await myImpersonation(tx, idIn(visit)),
    await imitated(tx, idIn(visit)),
  ])
  if (!one || !person) return refuse('not_found')
  return given(packOf(one, person, organisation(), new Date()), visit.params.format, visit.lang)
}

/** To the reviewer who found it so: behind the row that the person sees. */
export async function givePackAtDesk(house: Given, visit: Member<unknown>): Promise<Reply> {
  const opened = await opening(house, visit, visit.api ? 'api' : 'web', async () => undefined)
  if (!opened) return refuse('not_found')
  return given(packOf(opened.one, opened.person, house.organisation(), new Date()), visit.params.format, visit.lang)
}
