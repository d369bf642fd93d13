import type { DeclarationNow } from '../../declarations/index.ts'
import {
  ActLink,
  Button,
  ButtonGroup,
  Details,
  Fact,
  Facts,
  Form,
  InsetText,
  Lead,
  LevelMark,
  Steps,
  Time,
  timeText,
  WarningText,
} from '../../web/components/index.ts'
import type { Lang } from '../../web/index.ts'
import { NextStep } from '../pages/next-step.tsx'
import type { Proof } from '../types.ts'
import { words as roomWords } from '../words.ts'
import type { WitnessRequest } from './types.ts'
import { words } from './words.ts'

export type WitnessProps = {
  readonly lang: Lang
  readonly proof: Proof
  readonly now: DeclarationNow
  /** The newest first. */
  readonly requests: readonly WitnessRequest[]
}

const openOf = ({ requests }: Pick<WitnessProps, 'requests'>, look: 1 | 2) =>
  requests.find((one) => one.state === 'open' && one.look === look)

export function witnessTitle({ proof, requests, lang }: Pick<WitnessProps, 'proof' | 'requests' | 'lang'>): string {
  const w = words[lang]
  if (proof.state === 'ended') return roomWords[lang].endedTitle
  if (proof.state === 'found') return w.witnessedTitle
  if (proof.state === 'missed') return w.secondMissedTitle
  if (openOf({ requests }, 1)) return w.waitingTitle
  return requests[0]?.state === 'not_seen' ? w.notSeenTitle : w.withdrawnTitle
}

/** What its person is told of a proof by an officer's word. */
export function WitnessPart(props: WitnessProps) {
  const { proof } = props
  if (proof.state === 'ended') return <Over {...props} />
  if (proof.state === 'found') return <Witnessed {...props} />
  if (proof.state === 'missed') return <SecondMissed {...props} />
  return openOf(props, 1) ? <Waiting {...props} /> : <NotSeen {...props} />
}

function Waiting(props: WitnessProps) {
  const { lang, proof, now } = props
  const w = words[lang]
  const number = openOf(props, 1)?.number ?? ''
  return (
    <>
      <Lead>{w.waitingLead(number)}</Lead>
      <Showing lang={lang} number={number} />
      <Form action={`/proofs/${proof.id}/withdraw`}>
        <ButtonGroup>
          <Button kind="secondary">{w.withdraw}</Button>
          <ActLink href={`/declarations/${now.id}/prove`}>{roomWords[lang].otherWay}</ActLink>
        </ButtonGroup>
      </Form>
    </>
  )
}

function Showing({ lang, number }: { readonly lang: Lang; readonly number: string }) {
  const w = words[lang]
  return (
    <>
      <Steps
        items={[
          { title: w.stepMeet, children: w.stepMeetText(number) },
          { title: w.stepCode, children: w.stepCodeText },
          { title: w.stepShow, children: w.stepShowText },
          { title: w.stepConfirm, children: w.stepConfirmText },
        ]}
      />
      <Details summary={w.whatTheySee} open>
        {w.whatTheySeeText}
      </Details>
    </>
  )
}

/** Taken back, or the officer did not see it: nothing was lost by either. */
function NotSeen({ lang, now, requests }: WitnessProps) {
  const w = words[lang]
  const last = requests[0]
  const text =
    last?.state === 'not_seen' ? w.notSeenText(whoText(last), timeText(last.decidedAt as Date, lang, 'day')) : undefined
  return (
    <>
      <Lead>{text ?? w.withdrawnText}</Lead>
      <Again lang={lang} now={now} />
    </>
  )
}

function Over({ lang, now, requests }: WitnessProps) {
  const looked = requests.some(({ look, state }) => look === 2 && state === 'not_seen')
  return (
    <>
      <Lead>{looked ? words[lang].endedText : roomWords[lang].endedText}</Lead>
      {!now.endedAt && <Again lang={lang} now={now} />}
    </>
  )
}

function Again({ lang, now }: Pick<WitnessProps, 'lang' | 'now'>) {
  return (
    <Form action={`/declarations/${now.id}/prove`} hidden={{ method: 'witnessed' }}>
      <ButtonGroup>
        <Button>{words[lang].askAgain}</Button>
        <ActLink href={`/declarations/${now.id}/prove`}>{roomWords[lang].otherWay}</ActLink>
      </ButtonGroup>
    </Form>
  )
}

function Witnessed(props: WitnessProps) {
  const { lang, now, requests } = props
  const w = words[lang]
  const seen = (look: 1 | 2) => requests.find((one) => one.look === look && one.state === 'witnessed')
  const [first, second, drawn] = [seen(1), seen(2), openOf(props, 2)]
  return (
    <>
      <Lead>{w.witnessedText}</Lead>
      {drawn && <InsetText>{w.secondOpen(drawn.number)}</InsetText>}
      <Facts>
        <Fact term={roomWords[lang].level}>
          <LevelMark level={now.level} lang={lang} at={now.levelAt} paused={now.state === 'frozen'} long />
        </Fact>
        <Fact term={w.witness}>{first && <Who request={first} />}</Fact>
        <Fact term={w.how}>{first?.seen && w[first.seen]}</Fact>
        <Fact term={w.when}>{first?.decidedAt && <Time at={first.decidedAt} lang={lang} />}</Fact>
        <Fact term={w.number}>{first?.number}</Fact>
        <Fact term={w.secondSeen}>
          {second && (
            <>
              <Who request={second} />, <Time at={second.decidedAt as Date} lang={lang} />
            </>
          )}
        </Fact>
      </Facts>
      <NextStep lang={lang} now={now} />
    </>
  )
}

function SecondMissed(props: WitnessProps) {
  const { lang, proof, requests } = props
  const w = words[lang]
  const missed = requests.find((one) => one.look === 2 && one.state === 'not_seen')
  const asked = openOf(props, 1)
  const day = (at: Date) => timeText(at, lang, 'day')
  return (
    <>
      {missed && proof.graceUntil && (
        <WarningText lang={lang}>
          {w.secondMissedText(whoText(missed), day(missed.decidedAt as Date), timeText(proof.graceUntil, lang))}
        </WarningText>
      )}
      {asked && <Showing lang={lang} number={asked.number} />}
      <p>
        <ActLink href={`/declarations/${props.now.id}/prove`}>{roomWords[lang].otherWay}</ActLink>
      </p>
    </>
  )
}

const whoText = ({ by }: WitnessRequest) => [by?.name, by?.office, by?.unit].filter(Boolean).join(', ')

const Who = ({ request }: { readonly request: WitnessRequest }) => <span lang="vi">{whoText(request)}</span>
