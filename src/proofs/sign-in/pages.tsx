import type { DeclarationNow } from '../../declarations/index.ts'
import {
  ActLink,
  Address,
  ButtonGroup,
  ButtonLink,
  Fact,
  Facts,
  Lead,
  LevelMark,
  PageTitle,
  Soft,
  Time,
} from '../../web/components/index.ts'
import type { Lang } from '../../web/index.ts'
import type { Finding } from '../finding.ts'
import { NextStep } from '../pages/next-step.tsx'
import { captionOf, levelText } from '../pages/parts.tsx'
import { reasonWords } from '../reason-words.ts'
import type { Level } from '../types.ts'
import { words as roomWords } from '../words.ts'
import { words } from './words.ts'

type About = { readonly lang: Lang; readonly now: DeclarationNow; readonly proof: string }
export type SignedInProps = About & { readonly finding: Finding; readonly level: Level; readonly at: Date }

export const signedInTitle = ({ finding, lang }: Pick<SignedInProps, 'finding' | 'lang'>): string =>
  finding.kind === 'found' ? words[lang].foundTitle : reasonWords[finding.reason].title[lang]

/** What came of a sign-in. Of another account not even the name is on the page. */
export function SignedInPage(props: SignedInProps) {
  const { lang, now, level, at, finding } = props
  const w = words[lang]
  if (finding.kind !== 'found') return <NotThisPage {...props} reason={finding.reason} />
  return (
    <>
      <PageTitle caption={captionOf(now, lang)}>{w.foundTitle}</PageTitle>
      <Lead>{w.foundLead}</Lead>
      <Facts>
        <Fact term={roomWords[lang].level}>
          <LevelMark level={level} lang={lang} at={at} long />
        </Fact>
        <Fact term={w.signedInAt}>
          <Address text={finding.where} />
        </Fact>
      </Facts>
      <NextStep lang={lang} now={now} />
    </>
  )
}

/** What is to be done about these is said of signing in; about the others it is said to whoever runs a website. */
const own: ReadonlySet<string> = new Set(['sign_in_invalid', 'provider_elsewhere', 'no_sign_in_here'])

type Reason = Exclude<Finding, { kind: 'found' }>['reason']
type NotThisProps = SignedInProps & { readonly reason: Reason }

/** It was another account, or nobody could tell: two different things, and neither takes anything away. */
function NotThisPage({ lang, now, proof, finding, reason, level, at }: NotThisProps) {
  const w = words[lang]
  const { title, means, todo } = reasonWords[reason]
  const levelSaid = levelText(level, lang)
  return (
    <>
      <PageTitle caption={captionOf(now, lang)}>{title[lang]}</PageTitle>
      <Lead>
        {means[lang]} {finding.kind === 'absent' || own.has(reason) ? todo[lang] : w.tryLater}
      </Lead>
      {finding.kind === 'unreachable' && <p>{w.saysNothing}</p>}
      <Facts>
        <Fact term={w.account}>
          <Address text={now.address.canonical} />
        </Fact>
        <Fact term={w.signedInAt}>
          <Address text={finding.where} />
        </Fact>
        <Fact term={w.when}>
          <Time at={at} lang={lang} form="second" />
        </Fact>
      </Facts>
      <Again lang={lang} now={now} proof={proof} />
      <Soft>{level === now.level ? roomWords[lang].levelHolds(levelSaid) : roomWords[lang].levelNow(levelSaid)}</Soft>
    </>
  )
}

function Again({ lang, now, proof }: About) {
  return (
    <ButtonGroup>
      <ButtonLink href={`/proofs/${proof}`}>{words[lang].again}</ButtonLink>
      <ActLink href={`/declarations/${now.id}/prove`}>{roomWords[lang].otherWay}</ActLink>
    </ButtonGroup>
  )
}

export function CancelledPage(props: About) {
  const { lang, now } = props
  return (
    <>
      <PageTitle caption={captionOf(now, lang)}>{words[lang].cancelledTitle}</PageTitle>
      <Lead>{words[lang].cancelledText}</Lead>
      <Again {...props} />
    </>
  )
}

/** The same for a state that never was, that was another's, that was used, and that is too old. */
export function OverPage({ lang, proof }: { readonly lang: Lang; readonly proof?: string }) {
  const w = words[lang]
  return (
    <>
      <PageTitle>{w.overTitle}</PageTitle>
      <Lead>{w.overText}</Lead>
      <p>
        {proof === undefined ? (
          <ButtonLink href="/declarations">{w.myPages}</ButtonLink>
        ) : (
          <ButtonLink href={`/proofs/${proof}`}>{w.startAgain}</ButtonLink>
        )}
      </p>
    </>
  )
}
