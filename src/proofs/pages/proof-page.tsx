import type { ComponentChildren } from 'preact'
import type { DeclarationNow } from '../../declarations/index.ts'
import {
  ActLink,
  Button,
  ButtonGroup,
  ButtonLink,
  Checkbox,
  Fact,
  Facts,
  Form,
  InsetText,
  Lead,
  PageTitle,
  Soft,
  Time,
  timeText,
  WarningText,
} from '../../web/components/index.ts'
import type { Lang } from '../../web/index.ts'
import { methodTitle, methodWords } from '../method-words.ts'
import type { Publish } from '../methods/index.ts'
import { isExpired } from '../rules.ts'
import { SignInSteps } from '../sign-in/sign-in-steps.tsx'
import { words as signInWords } from '../sign-in/words.ts'
import type { Proof } from '../types.ts'
import { words } from '../words.ts'
import { captionOf, ValueOf } from './parts.tsx'
import { PublishSteps } from './steps.tsx'

export type ProofProps = {
  readonly lang: Lang
  readonly proof: Proof
  readonly now: DeclarationNow
  readonly publish: Publish
  readonly today: string
}

export function titleOf({ proof, lang, today }: Pick<ProofProps, 'proof' | 'lang' | 'today'>): string {
  const w = words[lang]
  if (proof.state === 'ended') return w.endedTitle
  if (proof.state === 'waiting') return isExpired(proof, today) ? w.expiredTitle : methodTitle(proof.method, lang)
  if (proof.state === 'missed') return w.missedTitle
  return proof.keep ? w.keptTitle : w.provenOnceTitle
}

/** One proof: what to publish while it waits, and where it stands once it was found. */
export function ProofPage(props: ProofProps) {
  const { proof, now, lang } = props
  return (
    <>
      <PageTitle caption={captionOf(now, lang)}>{titleOf(props)}</PageTitle>
      <Body {...props} />
      {proof.state !== 'waiting' && (
        <p>
          <ActLink href={`/declarations/${now.id}/proofs`}>{words[lang].seeTimeline}</ActLink>
        </p>
      )}
    </>
  )
}

function Body(props: ProofProps) {
  const { proof, lang, today } = props
  const w = words[lang]
  if (proof.state === 'ended') return <Again {...props} text={w.endedText} act={w.proveAgain} />
  if (proof.state === 'waiting' && isExpired(proof, today))
    return <Again {...props} text={w.expiredText(goodUntil(proof, lang))} act={w.newCode} />
  if (proof.state === 'waiting') return <Waiting {...props} />
  return proof.keep ? <Kept {...props} /> : <ProvenOnce {...props} />
}

/** A code to the minute, a token to the end of its day. */
const goodUntil = ({ codeUntil, expiresOn }: Proof, lang: Lang): string =>
  codeUntil ? timeText(codeUntil, lang) : words[lang].endOf(expiresOn ? timeText(expiresOn, lang, 'day') : '')

function Again({ proof, now, text, act }: ProofProps & { text: string; act: string }) {
  return (
    <>
      <Lead>{text}</Lead>
      <Form action={`/declarations/${now.id}/prove`} hidden={{ method: proof.method }}>
        <Button>{act}</Button>
      </Form>
    </>
  )
}

function Waiting({ proof, now, publish, lang }: ProofProps) {
  const w = words[lang]
  const m = methodWords(proof.method, lang)
  if ('signIn' in publish)
    return (
      <>
        <SignInSteps lang={lang} publish={publish} platform={now.address.platform} />
        <ActLink href={`/declarations/${now.id}/prove`}>{w.otherWay}</ActLink>
      </>
    )
  return (
    <>
      <PublishSteps lang={lang} proof={proof} publish={publish} platform={now.address.platform} />
      <Form action={`/proofs/${proof.id}/check`} hidden={{ asks: 'keep' }}>
        {!m.leave ? null : now.visibility === 'private' ? (
          <InsetText>{w.keepLater}</InsetText>
        ) : (
          <Checkbox lang={lang} name="keep" text={m.leave} hint={m.leaveHint} checked={proof.keep} />
        )}
        <ButtonGroup>
          <Button>{w.checkNow}</Button>
          <ActLink href={`/declarations/${now.id}/prove`}>{w.otherWay}</ActLink>
        </ButtonGroup>
      </Form>
    </>
  )
}

function ProvenOnce({ proof, now, publish, lang }: ProofProps) {
  const w = words[lang]
  return (
    <>
      <Lead>{'signIn' in publish ? signInWords[lang].foundLead : w.provenOnceText}</Lead>
      <Remove proof={proof} publish={publish} lang={lang} />
      <Since proof={proof} lang={lang} />
      {now.visibility === 'private' ? (
        <ButtonLink href={`/declarations/${now.id}#visibility`}>{w.chooseVisibility}</ButtonLink>
      ) : (
        methodWords(proof.method, lang).leave && (
          <Form action={`/declarations/${now.id}/prove`} hidden={{ method: proof.method, keep: '1' }}>
            <p>{w.keepOffer}</p>
            <Button kind="secondary">{w.keepStart}</Button>
          </Form>
        )
      )}
    </>
  )
}

/** What was put there for the proof alone may go. */
export function Remove({ proof, publish, lang }: Pick<ProofProps, 'proof' | 'publish' | 'lang'>) {
  const { remove } = methodWords(proof.method, lang)
  if (!remove) return null
  return (
    <>
      <p>{remove}</p>
      <ValueOf publish={publish} />
    </>
  )
}

function Kept(props: ProofProps) {
  const { proof, publish, now, lang } = props
  const w = words[lang]
  return (
    <>
      <Trouble {...props} />
      {proof.state === 'missed' ? (
        <PublishSteps lang={lang} proof={proof} publish={publish} platform={now.address.platform} />
      ) : (
        <>
          <p>{methodWords(proof.method, lang).stay}</p>
          <ValueOf publish={publish} />
        </>
      )}
      <Since proof={proof} lang={lang} />
      <Form action={`/proofs/${proof.id}/check`}>
        <Button kind={proof.state === 'missed' ? 'main' : 'secondary'}>{w.checkNow}</Button>
      </Form>
    </>
  )
}

/** What stands against it, before anything else. */
function Trouble({ proof, lang }: ProofProps): ComponentChildren {
  const w = words[lang]
  const day = (moment: Date) => timeText(moment, lang, 'day')
  if (proof.firstMissAt && proof.graceUntil)
    return (
      <WarningText lang={lang}>{w.missedText(day(proof.firstMissAt), timeText(proof.graceUntil, lang))}</WarningText>
    )
  if (proof.notReconfirmedSince) return <InsetText>{w.notSince(day(proof.notReconfirmedSince))}</InsetText>
  return proof.misses > 0 ? <Soft>{w.missesSoFar(proof.misses)}</Soft> : null
}

function Since({ proof, lang }: { proof: Proof; lang: Lang }) {
  const w = words[lang]
  return (
    <Facts>
      <Fact term={w.firstFound}>{proof.foundAt && <Time at={proof.foundAt} lang={lang} />}</Fact>
      <Fact term={w.lastFound}>{proof.keep && proof.lastFoundAt && <Time at={proof.lastFoundAt} lang={lang} />}</Fact>
      <Fact term={w.nextCheck}>{proof.nextCheckAt && <Time at={proof.nextCheckAt} lang={lang} />}</Fact>
    </Facts>
  )
}
