import {
  ActLink,
  Address,
  ButtonGroup,
  ButtonLink,
  Fact,
  Facts,
  Heading,
  InsetText,
  LevelMark,
  NoPrint,
  Receipt as Paper,
  Soft,
  Time,
  visibilityName,
} from '../../web/components/index.ts'
import type { Lang } from '../../web/words.ts'
import { platformName } from '../address-words.ts'
import { Question } from '../assisted/asked.tsx'
import type { Assisted } from '../assisted/store.ts'
import type { Filer, Receipt, Version } from '../types.ts'
import { words } from '../words.ts'
import { managerText } from './check-page.tsx'

export type ReceiptPageProps = {
  readonly lang: Lang
  readonly receipt: Receipt
  readonly filer: Filer
  /** The full address of the receipt, for the QR code. */
  readonly url: string
  /** Offer to prove the page next. */
  readonly toProve: boolean
  /** An officer filed it for this person, who says here whether it is right. */
  readonly assisted?: Assisted
}

/** What was filed, as it was filed: it stays the same however the declaration changes later. */
export function ReceiptPage({ lang, receipt, filer, url, toProve, assisted }: ReceiptPageProps) {
  const w = words[lang]
  return (
    <>
      <Paper lang={lang} title={w[`${receipt.act}Received`]} code={receipt.code} url={url} note={w.receiptNote}>
        <FiledFacts {...{ lang, receipt, filer }} />
      </Paper>
      <NoPrint>
        {assisted && (
          <InsetText>
            <Question filed={assisted} from="page" lang={lang} />
          </InsetText>
        )}
        <Heading>{w.next}</Heading>
        <p>{toProve ? w.nextProve : w.nextPrint}</p>
        <ButtonGroup>
          {toProve && <ButtonLink href={`/declarations/${receipt.declaration}/prove`}>{w.proveThis}</ButtonLink>}
          <ActLink href="/declarations">{w.toMyPages}</ActLink>
        </ButtonGroup>
        {toProve && <Soft>{w.nextPrint}</Soft>}
      </NoPrint>
    </>
  )
}

function FiledFacts({ lang, receipt, filer }: Pick<ReceiptPageProps, 'lang' | 'receipt' | 'filer'>) {
  const w = words[lang]
  const { version, address } = receipt
  return (
    <Facts>
      <Fact term={w.filer}>
        <span lang="vi">{filer.name}</span>
      </Fact>
      <Fact term={w.filerUnit}>
        {filer.unit && <span lang="vi">{[filer.unit, filer.above].filter(Boolean).join(', ')}</span>}
      </Fact>
      <Fact term={w.receivedAt}>
        <Time at={receipt.madeAt} lang={lang} form="second" />
      </Fact>
      <Fact term={w.channel}>{channelText(version.channel, lang)}</Fact>
      <Fact term={w.content}>
        {w[`${receipt.act}Content`](platformName(address.platform, lang))}
        <br />
        <Address text={address.canonical} />
      </Fact>
      <Fact term={w.managerKey}>{managerText(version.manager, lang)}</Fact>
      <Fact term={w.sinceKey}>{version.since && w.sinceText(version.since)}</Fact>
      <Fact term={w.whoMayKnow}>{visibilityText(version, lang)}</Fact>
      <Fact term={w.level}>
        <LevelMark level={receipt.level} lang={lang} at={receipt.levelAt} />
      </Fact>
    </Facts>
  )
}

/** `Riêng tư`, or `Trả lời khi được hỏi, nêu tên` */
export function visibilityText({ visibility, shows }: Pick<Version, 'visibility' | 'shows'>, lang: Lang): string {
  const name = visibilityName(visibility, lang)
  return visibility === 'private' ? name : `${name}, ${words[lang][`shows_${shows}`]}`
}

export function channelText(channel: string, lang: Lang): string {
  const w = words[lang]
  if (channel === 'assisted') return w.byOfficer
  if (channel === 'phone') return w.byPhone
  return channel === 'api' ? w.api : channel === 'check' ? w.byCheck : channel === 'sample' ? w.sample : w.web
}
