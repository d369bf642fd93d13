import {
  ActLink,
  Address,
  ButtonLink,
  CellLines,
  Heading,
  PageTitle,
  Soft,
  StackTable,
  Time,
} from '../../web/components/index.ts'
import type { Lang } from '../../web/index.ts'
import { methodTitle } from '../method-words.ts'
import type { Timeline } from '../reading.ts'
import { wordsOf } from '../reason-words.ts'
import { isExpired } from '../rules.ts'
import type { PastCheck, Proof } from '../types.ts'
import { words } from '../words.ts'
import { captionOf, levelText } from './parts.tsx'

type TimelineProps = Timeline & { readonly lang: Lang; readonly today: string }

/** All that was done to prove one page: codes, checks, and how its level moved. What was read is not there; it was never stored. */
export function TimelinePage(props: TimelineProps) {
  const { lang, now } = props
  const w = words[lang]
  return (
    <>
      <PageTitle caption={captionOf(now, lang)}>{w.timelineTitle}</PageTitle>
      <Heading>{w.levels}</Heading>
      <Levels {...props} />
      <Heading>{w.proofs}</Heading>
      <Codes {...props} />
      {!now.endedAt && <ButtonLink href={`/declarations/${now.id}/prove`}>{w.chooseTitle}</ButtonLink>}
      <Heading>{w.checks}</Heading>
      <Checks {...props} />
      <Soft>{w.checksNote}</Soft>
    </>
  )
}

function Levels({ steps, lang }: TimelineProps) {
  const w = words[lang]
  const reasons: Readonly<Record<string, string>> = {
    declared: w.declared,
    proof_found: w.proof_found,
    recheck_found: w.recheck_found,
    proof_missed: w.proof_missed,
    not_reconfirmed: w.not_reconfirmed,
    kept_no_more: w.kept_no_more,
    lapsed: w.lapsed,
  }
  return (
    <StackTable
      caption={w.levels}
      captionHidden
      columns={[
        { head: w.when, label: w.when },
        { head: w.level, label: w.level },
        { head: w.why, label: w.why },
      ]}
      rows={steps.map(({ level, reason, at }) => ({
        cells: [<Time at={at} lang={lang} />, levelText(level, lang), reasons[reason] ?? reason],
      }))}
    />
  )
}

function Codes({ proofs, lang, today }: TimelineProps) {
  const w = words[lang]
  if (proofs.length === 0) return <p>{w.noProofs}</p>
  return (
    <StackTable
      caption={w.proofs}
      captionHidden
      columns={[
        { head: w.method, label: w.method },
        { head: w.begun, label: w.begun },
        { head: w.state, label: w.state },
      ]}
      rows={proofs.map((proof) => ({
        key: proof.id,
        cells: [
          <CellLines
            first={
              <ActLink href={`/proofs/${proof.id}`} of={proof.token.slice(0, 4)}>
                {methodTitle(proof.method, lang)}
              </ActLink>
            }
            second={proof.keep ? w.staysInPlace : w.onceOnly}
          />,
          <Time at={proof.madeAt} lang={lang} />,
          stateText(proof, lang, today),
        ],
      }))}
    />
  )
}

const stateText = (proof: Proof, lang: Lang, today: string) =>
  words[lang][proof.state === 'waiting' && isExpired(proof, today) ? 'expired' : proof.state]

function Checks({ checks, lang }: TimelineProps) {
  const w = words[lang]
  if (checks.length === 0) return <p>{w.noChecks}</p>
  return (
    <StackTable
      caption={w.checks}
      captionHidden
      columns={[
        { head: w.when, label: w.when },
        { head: w.result, label: w.result },
        { head: w.place, label: w.place },
      ]}
      rows={checks.map((check) => ({
        key: check.id,
        cells: [
          <CellLines first={<Time at={check.at} lang={lang} form="second" />} second={w[who[check.how]]} />,
          <CellLines first={w[results[check.result]]} second={check.reason && wordsOf(check.reason)?.means[lang]} />,
          <CellLines
            first={<Address text={check.place} />}
            second={check.resolvers.length > 0 && `${w.resolverSilent} ${check.resolvers.join(', ')}`}
          />,
        ],
      }))}
    />
  )
}

const who = { by_hand: 'byHand', scheduled: 'scheduled', watched: 'watched' } as const
const results = {
  found: 'resultFound',
  absent: 'resultAbsent',
  unreachable: 'resultUnreachable',
} as const satisfies Record<PastCheck['result'], string>
