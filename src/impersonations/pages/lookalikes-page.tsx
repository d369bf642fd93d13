import { domainToUnicode } from 'node:url'
import { displayAddress } from '../../addresses/index.ts'
import {
  Button,
  CellLines,
  Form,
  Heading,
  Lead,
  PageTitle,
  Soft,
  StackTable,
  timeText,
} from '../../web/components/index.ts'
import { type Lang, page, type Reply } from '../../web/index.ts'
import { mine } from '../given.ts'
import { mostOfOneSite } from '../lookalikes/permute.ts'
import type { Site } from '../lookalikes/store.ts'
import { words } from '../words.ts'

const at = '/impersonations/lookalikes'

/** Names that look like one's own websites: asked for by the person, and shown to nobody else. */
export function lookalikesPage({ sites, lang }: { sites: readonly Site[]; lang: Lang }): Reply {
  const w = words[lang]
  const content = (
    <>
      <PageTitle>{w.lookTitle}</PageTitle>
      <Lead>{w.lookLead}</Lead>
      <p>{w.lookHow(mostOfOneSite)}</p>
      {sites.length === 0 && <p>{w.lookNone}</p>}
      {sites.map((site) => (
        <OneSite key={site.declaration} site={site} lang={lang} />
      ))}
    </>
  )
  return page(w.lookTitle, content, { back: { href: mine }, wide: true })
}

function OneSite({ site, lang }: { site: Site; lang: Lang }) {
  const w = words[lang]
  const { declaration, canonical, watched, looked_at: looked, seen } = site
  return (
    <>
      <Heading>{displayAddress(canonical)}</Heading>
      <p>{!watched ? w.lookOff : looked ? w.lookedAt(timeText(looked, lang)) : w.lookSoon}</p>
      {watched && looked && seen.length === 0 && <p>{w.lookNothing}</p>}
      {seen.length > 0 && <Names site={site} lang={lang} />}
      <Form action={at} hidden={{ site: declaration, watch: watched ? 'off' : 'on' }}>
        <Button kind={watched ? 'secondary' : 'main'}>
          {watched ? w.lookStop : w.lookStart}
          <span class="govuk-visually-hidden"> {displayAddress(canonical)}</span>
        </Button>
      </Form>
    </>
  )
}

function Names({ site, lang }: { site: Site; lang: Lang }) {
  const w = words[lang]
  const rows = site.seen.map(({ name, how, has_address: opens, first_seen_at: since }) => ({
    key: name,
    cells: [
      <CellLines first={<span class="cd-code">{domainToUnicode(name)}</span>} second={written(name)} />,
      w[`like_${how}`],
      opens ? w.lookOpens : w.lookRegistered,
      timeText(since, lang, 'day'),
      <Form action={`${at}/known`} hidden={{ site: site.declaration, name }}>
        <Button kind="secondary" flush>
          {w.lookKnown}
          <span class="govuk-visually-hidden"> {name}</span>
        </Button>
      </Form>,
    ],
  }))
  const columns = [
    { head: w.lookName },
    { head: w.lookLike, label: w.lookLike },
    { head: w.lookState, label: w.lookState },
    { head: w.lookSince, label: w.lookSince },
    { head: w.lookKnown },
  ]
  return (
    <>
      <StackTable caption={displayAddress(site.canonical)} captionHidden {...{ columns, rows }} />
      <Soft>{w.lookMayBe}</Soft>
    </>
  )
}

const written = (name: string) => (name.includes('xn--') ? name : undefined)
