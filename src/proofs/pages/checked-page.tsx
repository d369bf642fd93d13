import type { DeclarationNow } from '../../declarations/index.ts'
import {
  ActLink,
  Address,
  Button,
  ButtonGroup,
  Diagnosis,
  Fact,
  Facts,
  Form,
  InsetText,
  Lead,
  LevelMark,
  Marked,
  PageTitle,
  Soft,
  timeText,
} from '../../web/components/index.ts'
import type { Lang } from '../../web/index.ts'
import type { Absence, Finding } from '../finding.ts'
import { methodWords } from '../method-words.ts'
import type { Publish } from '../methods/index.ts'
import { reasonWords } from '../reason-words.ts'
import { isPast } from '../rules.ts'
import type { Level, Proof } from '../types.ts'
import { words } from '../words.ts'
import { NextStep } from './next-step.tsx'
import { captionOf, levelText, ValueOf } from './parts.tsx'
import { Remove } from './proof-page.tsx'

export type CheckedProps = {
  readonly lang: Lang
  readonly finding: Finding
  /** After the check. */
  readonly proof: Proof
  readonly now: DeclarationNow
  readonly publish: Publish
  readonly level: Level
  readonly at: Date
  readonly left: number
  readonly today: string
  /** Was it found for the first time? */
  readonly first: boolean
}

export function checkedTitle({ finding, first, lang }: Pick<CheckedProps, 'finding' | 'first' | 'lang'>): string {
  if (finding.kind === 'found') return first ? words[lang].foundTitle : words[lang].stillFound
  return reasonWords[finding.reason].title[lang]
}

export function CheckedPage(props: CheckedProps) {
  return props.finding.kind === 'found' ? <FoundPage {...props} /> : <NotFoundPage {...props} />
}

function FoundPage(props: CheckedProps) {
  const { lang, finding, now, publish, level, at } = props
  const w = words[lang]
  return (
    <>
      <PageTitle caption={captionOf(now, lang)}>{checkedTitle(props)}</PageTitle>
      <Lead>{'link' in publish ? w.foundLinkLead : w.foundLead}</Lead>
      <Facts>
        <Fact term={w.level}>
          <LevelMark level={level} lang={lang} at={at} long />
        </Fact>
        <Fact term={w.foundAt}>
          <Address text={finding.where} />
          <br />
          <ResolverNote finding={finding} lang={lang} />
        </Fact>
      </Facts>
      <WhatNow {...props} />
      <NextStep {...props} />
    </>
  )
}

function WhatNow({ lang, finding, proof, publish, level }: CheckedProps) {
  const w = words[lang]
  const m = methodWords(proof.method, lang)
  return (
    <>
      {proof.keep ? (
        <>
          <p>{m.stay}</p>
          <ValueOf publish={publish} />
        </>
      ) : (
        <Remove proof={proof} publish={publish} lang={lang} />
      )}
      {proof.keep ? <p>{w.stayKept(level === 3)}</p> : m.leave && <p>{w.removeOnce}</p>}
      {proof.keep && finding.kind === 'found' && finding.until && (
        <InsetText>{w.endsSoon(timeText(finding.until, lang, 'day'))}</InsetText>
      )}
    </>
  )
}

/** What was expected, what was found, where, when, by which resolver, and what to do. "Could not tell" has its own sentences. */
function NotFoundPage(props: CheckedProps) {
  const { lang, finding, proof, now, at, level, left } = props
  const w = words[lang]
  if (finding.kind === 'found') return null
  const reason = reasonWords[finding.reason]
  const levelSaid = levelText(level, lang)
  return (
    <>
      <PageTitle caption={captionOf(now, lang)}>{reason.title[lang]}</PageTitle>
      <Lead>
        {finding.reason === 'other_token' ? methodWords(proof.method, lang).otherToken : reason.means[lang]}{' '}
        {reason.todo[lang]}
      </Lead>
      {finding.kind === 'unreachable' && <p>{w.saysNothing}</p>}
      <Diagnosis
        lang={lang}
        expected={<Marked text={finding.expected} parts={[proof.token]} />}
        found={foundLines(finding, lang)}
        foundNote={foundNote(props)}
        where={<Place finding={finding} lang={lang} />}
        whereNote={<ResolverNote finding={finding} lang={lang} />}
        at={at}
      />
      <Form action={`/proofs/${proof.id}/check`}>
        <ButtonGroup>
          <Button>{w.checkAgain}</Button>
          <ActLink href={`/proofs/${proof.id}`}>{w.seeSteps}</ActLink>
          <ActLink href={`/declarations/${now.id}/prove`}>{w.otherWay}</ActLink>
        </ButtonGroup>
      </Form>
      <Soft>
        {w.checksLeft(left)} {level === now.level ? w.levelHolds(levelSaid) : w.levelNow(levelSaid)}
      </Soft>
    </>
  )
}

function foundLines(finding: Finding, lang: Lang) {
  if (finding.kind !== 'absent') return [words[lang].notKnown]
  if (isAboutAccount(finding.reason)) return [reasonWords[finding.reason].title[lang]]
  return finding.seen.map((text) => <Marked key={text} text={text} parts={[ours.exec(text)?.[0] ?? '']} />)
}

/** What of a text is shaped like a code of ours. */
const ours = /CD-[0-9A-Z]{4}-[0-9A-Z]{4}|[a-z2-7]{20,32}/

/** It never came to looking for a code: something was found, but not this account. */
const aboutAccount: ReadonlySet<Absence> = new Set([
  'no_account',
  'other_account',
  'two_accounts',
  'not_claimed_back',
  'not_this_account',
  'renamed',
])
const isAboutAccount = (reason: Absence) => aboutAccount.has(reason)

function foundNote({ finding, proof, lang, today }: CheckedProps): string | undefined {
  if (finding.kind !== 'absent') return undefined
  const w = words[lang]
  const day = finding.seen.map((text) => / expiry=(\S+)/.exec(text)?.[1]).find((end) => end && isPast(end, today))
  const notes = [
    day && w.oldCode(timeText(day, lang, 'day')),
    finding.others > 0 && w.others(finding.others, proof.method),
  ].filter(Boolean)
  return notes.length > 0 ? notes.join(' ') : undefined
}

function Place({ finding, lang }: { finding: Finding; lang: Lang }) {
  const isName = !finding.where.includes('://')
  return (
    <>
      {isName && `${words[lang].txtAt} `}
      <Address text={finding.where} />
    </>
  )
}

function ResolverNote({ finding, lang }: { finding: Finding; lang: Lang }) {
  const w = words[lang]
  const [one, other] = finding.resolvers
  if (!one) return null
  const disagree = finding.kind === 'unreachable' && finding.reason === 'dns_disagree'
  const lead = finding.kind === 'unreachable' ? w.resolverSilent : w.resolverOne
  const signed = finding.kind === 'found' && finding.dnssec && `. ${w.dnssec}`
  if (!other)
    return (
      <>
        {lead} <span class="cd-code">{one}</span>
        {signed}
      </>
    )
  return (
    <>
      {disagree ? w.resolversDisagree : finding.kind === 'unreachable' ? lead : w.resolversAgree}{' '}
      <span class="cd-code">{one}</span> {w.and} <span class="cd-code">{other}</span>
      {signed}
    </>
  )
}
