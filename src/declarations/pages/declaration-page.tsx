import type { ComponentChildren } from 'preact'
import { displayAddress } from '../../addresses/index.ts'
import {
  ActLink,
  Address,
  BulletList,
  Button,
  ButtonGroup,
  ButtonLink,
  CellLines,
  componentWords,
  Fact,
  Facts,
  Form,
  Heading,
  InsetText,
  type Level,
  PageTitle,
  Radios,
  Soft,
  StackTable,
  Time,
  timeText,
  WarningText,
} from '../../web/components/index.ts'
import type { Lang } from '../../web/words.ts'
import { platformName, whatItIs } from '../address-words.ts'
import { Question } from '../assisted/asked.tsx'
import type { Assisted } from '../assisted/store.ts'
import { hasEnded, mayBe } from '../rules.ts'
import type { DeclarationNow, Filer, LevelStep, OtherAccount, Receipt, Version } from '../types.ts'
import { isUnderVn } from '../vn-advice.ts'
import { words } from '../words.ts'
import { managerText } from './check-page.tsx'
import { LevelNow } from './home-page.tsx'
import { Listing } from './listing.tsx'
import { channelText, visibilityText } from './receipt-page.tsx'
import { ReceiptTable } from './receipts-page.tsx'

export type DeclarationPageProps = {
  readonly lang: Lang
  readonly now: DeclarationNow
  readonly filer: Filer
  readonly versions: readonly Version[]
  readonly steps: readonly LevelStep[]
  readonly receipts: readonly Receipt[]
  /** The public answer rests on this declaration. */
  readonly answers: boolean
  /** Address of the public page on which it stands. */
  readonly listing: string | undefined
  /** Its name belongs to another account now. */
  readonly taken: OtherAccount | undefined
  /** An officer filed it for this person. */
  readonly assisted: Assisted | undefined
  /** The published list that vouches for it. */
  readonly list: string | undefined
}

/** One declaration: facts, proof, who may know, receipts, and all that ever changed. */
export function DeclarationPage(props: DeclarationPageProps) {
  const { lang, now } = props
  const w = words[lang]
  return (
    <>
      <PageTitle caption={platformName(now.address.platform, lang)}>{displayAddress(now.address.canonical)}</PageTitle>
      <Taken {...props} />
      {props.assisted && (
        <InsetText>
          <Question filed={props.assisted} from="page" lang={lang} />
        </InsetText>
      )}
      <NowFacts lang={lang} now={now} />
      <OtherClaim {...props} />
      <Heading>{w.proofs}</Heading>
      <ProofLine {...props} />
      <Heading id="visibility">{w.whoMayKnow}</Heading>
      {props.listing !== undefined && <Listing lang={lang} url={props.listing} />}
      <VisibilityPart {...props} />
      <Heading>{w.receipts}</Heading>
      <ReceiptTable lang={lang} receipts={props.receipts} />
      <Heading>{w.history}</Heading>
      <History {...props} />
    </>
  )
}

function NowFacts({ lang, now }: { lang: Lang; now: DeclarationNow }) {
  const w = words[lang]
  return (
    <Facts>
      <Fact term={w.platformKey}>{whatItIs(now.address, lang)}</Fact>
      <Fact term={componentWords[lang].handle}>{now.address.handle}</Fact>
      <Fact term={componentWords[lang].permanentId}>{now.address.uid && <Address text={now.address.uid} />}</Fact>
      <Fact term={w.addressKey}>
        <Address text={now.address.canonical} />
      </Fact>
      <Fact term={w.vnKey}>{vnText(now, lang)}</Fact>
      <Fact term={w.level}>
        <LevelNow now={now} lang={lang} long />
      </Fact>
      <Fact term={w.state}>{w[now.state]}</Fact>
      <Fact term={w.managedBy}>{managerText(now.manager, lang)}</Fact>
      <Fact term={w.sinceKey}>{now.since && w.sinceText(now.since)}</Fact>
      <Fact term={w.whoMayKnow}>{visibilityText(now, lang)}</Fact>
      <Fact term={w.filedOn}>
        <Time at={now.filedAt} lang={lang} />
      </Fact>
    </Facts>
  )
}

/** Before anything else: what happened, that the public answer rests, and the three things it can mean. */
function Taken({ lang, now, taken }: DeclarationPageProps) {
  const w = words[lang]
  if (!taken && now.state === 'frozen')
    return (
      <InsetText>
        <p>{w.stopped}</p>
        <ActLink href="/incidents">{w.toIncidents}</ActLink>
      </InsetText>
    )
  if (!taken) return null
  return (
    <>
      <WarningText lang={lang}>{w.takenSince(timeText(taken.since, lang))}</WarningText>
      <BulletList items={[w.takenStillMine, w.takenRenamed, w.takenNotMine]} />
      <ButtonGroup>
        <ButtonLink href={`/declarations/${now.id}/prove`}>{w.proveOnceMore}</ButtonLink>
        <ActLink href={`/incidents/${taken.id}`}>{w.sayWhatHappened}</ActLink>
      </ButtonGroup>
    </>
  )
}

/** Two people may have proven the same address. Neither is told who the other is. */
function OtherClaim({ lang, now, answers }: DeclarationPageProps) {
  const w = words[lang]
  const wishes = now.visibility !== 'private' && now.level > 0 && now.state === 'active'
  if (!wishes || (answers && !now.renewBy)) return null
  const text = now.renewBy && answers ? w.renewBy(timeText(now.renewBy, lang, 'day')) : w.otherAnswers
  return (
    <InsetText>
      <p>{text}</p>
      {now.renewBy && <ActLink href={`/declarations/${now.id}/prove`}>{w.proveOnceMore}</ActLink>}
    </InsetText>
  )
}

function vnText({ address }: DeclarationNow, lang: Lang): string | undefined {
  const under = isUnderVn(address)
  return under === undefined ? undefined : words[lang][under ? 'vnYes' : 'vnNo']
}

function ProofLine({ lang, now }: DeclarationPageProps) {
  const w = words[lang]
  const path = `/declarations/${now.id}`
  if (hasEnded(now)) return <p>{w.endedNote}</p>
  if (now.level > 0) {
    return (
      <ButtonGroup>
        <ActLink href={`${path}/proofs`}>{w.seeProofs}</ActLink>
        <ActLink href={`${path}/prove`}>{w.proveAgain}</ActLink>
      </ButtonGroup>
    )
  }
  return (
    <>
      <p>{w.proofsLevel0}</p>
      <p>
        <ButtonLink href={`${path}/prove`}>{w.proveThis}</ButtonLink>
      </p>
    </>
  )
}

function VisibilityPart(props: DeclarationPageProps) {
  const { lang, now } = props
  if (hasEnded(now)) return <p>{words[lang].endedNote}</p>
  if (!mayBe('confirmable', now.level) && now.visibility === 'private') return <p>{words[lang].onlyAfterProof}</p>
  return <VisibilityForm {...props} />
}

/** Says, before the button, word for word what the public will be told. */
function VisibilityForm({ lang, now, filer }: DeclarationPageProps) {
  const w = words[lang]
  const choices = [
    { value: 'private', text: w.privateChoice, hint: w.privateChoiceHint },
    { value: 'confirmable', text: w.confirmableChoice, hint: w.confirmableChoiceHint },
    ...(now.manager !== 'unit' || now.visibility === 'listed'
      ? [{ value: 'listed', text: w.listedChoice, hint: w.listedChoiceHint }]
      : []),
  ]
  return (
    <Form action={`/declarations/${now.id}/visibility`}>
      <Radios
        lang={lang}
        id="who-may-know"
        name="visibility"
        legend={w.whoMayKnow}
        legendSize="hidden"
        items={choices}
        value={now.visibility}
      />
      <Radios
        lang={lang}
        name="shows"
        legend={w.showsQuestion}
        hint={w.showsHint}
        items={showing(now, filer, lang)}
        value={now.shows}
      />
      <InsetText>{w.lapsesWith}</InsetText>
      <Button kind={now.level > 0 ? 'main' : 'secondary'}>{w.saveVisibility}</Button>
    </Form>
  )
}

function showing(now: DeclarationNow, filer: Filer, lang: Lang) {
  const w = words[lang]
  const level = levelText(now.level, lang)
  const nothing = { value: 'nothing', text: w.showsNothing, hint: w.showsNothingHint(level) }
  const name = now.manager === 'unit' ? filer.unit : filer.name
  const office = [filer.office, filer.unit].filter(Boolean).join(', ')
  const named = name ? [{ value: 'name', text: vi(w.showsName(name)), hint: w.showsNameHint }] : []
  const full = { value: 'name_and_office', text: vi(w.showsNameAndOffice(filer.name, office)), hint: w.showsNameHint }
  return [nothing, ...named, ...(now.manager !== 'unit' && office ? [full] : [])]
}

const vi = (text: ComponentChildren) => <span lang="vi">{text}</span>

const levelText = (level: Level, lang: Lang) =>
  `${componentWords[lang].level(level)} · ${componentWords[lang][`level${level}`]}`

/** Versions and levels in one line of time, the newest first. */
function History({ lang, versions, steps, list }: DeclarationPageProps) {
  const w = words[lang]
  const rows = [
    ...versions.map((version) => ({
      at: version.madeAt,
      what: versionText(version, lang),
      how: channelText(version.channel, lang),
    })),
    ...steps.map((step) => ({ at: step.madeAt, what: stepText(step, list, lang), how: undefined })),
  ].sort((a, b) => b.at.getTime() - a.at.getTime())
  const columns = [{ head: w.when, nowrap: true }, { head: w.what }]
  const cells = rows.map(({ at, what, how }) => ({
    cells: [<Time at={at} lang={lang} />, <CellLines first={what} second={how} />],
  }))
  return rows.length > 0 ? (
    <StackTable caption={w.history} captionHidden columns={columns} rows={cells} />
  ) : (
    <Soft>{w.noReceipts}</Soft>
  )
}

const versionText = (version: Version, lang: Lang) =>
  [
    words[lang].versionLine(version.n),
    words[lang][version.state],
    managerText(version.manager, lang),
    visibilityText(version, lang),
  ].join(' · ')

function stepText({ level, reason }: LevelStep, list: string | undefined, lang: Lang): string {
  const w = words[lang]
  const why = reason === 'vouched' && list ? w.vouchedBy(list) : reason in w ? String(w[reason as 'declared']) : reason
  return `${levelText(level, lang)} · ${why}`
}
