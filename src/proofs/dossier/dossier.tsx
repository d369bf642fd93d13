import type { ComponentChildren } from 'preact'
import { Address, CellLines, Heading, Soft, StackTable, Time, timeText } from '../../web/components/index.ts'
import type { Lang } from '../../web/index.ts'
import { methodTitle } from '../method-words.ts'
import { levelText } from '../pages/parts.tsx'
import { wordsOf } from '../reason-words.ts'
import { isExpired } from '../rules.ts'
import type { PastCheck } from '../types.ts'
import { LevelChart } from './chart.tsx'
import type { Dossier, DossierProof } from './types.ts'
import { words } from './words.ts'

export type DossierProps = {
  readonly dossier: Dossier
  readonly lang: Lang
  readonly today: string
  /** To its owner; else to the officer who opened the record. */
  readonly own: boolean
  /** What to show in place of the plain name of a proof's method: for the owner a link to it. */
  readonly nameOf?: (proof: DossierProof) => ComponentChildren
  /** What the owner may do, below the proofs. */
  readonly act?: ComponentChildren
}

/** How the level moved, which proofs there were, what went wrong, and every check with its result, reason, place, time and resolver. */
export function DossierParts(props: DossierProps) {
  const { lang, dossier, act } = props
  const w = words[lang]
  return (
    <>
      <Heading small>{w.levels}</Heading>
      <LevelChart steps={dossier.steps} pauses={dossier.incidents} until={new Date()} lang={lang} />
      {dossier.incidents.length > 0 && <Soft>{w.paused}</Soft>}
      <Levels {...props} />
      <Incidents {...props} />
      <Heading small>{w.proofs}</Heading>
      <Proofs {...props} />
      {act}
      <Heading small>{w.checks}</Heading>
      <Checks {...props} />
      <Soft>{w.checksNote}</Soft>
    </>
  )
}

const labelled = (...heads: readonly string[]) => heads.map((head) => ({ head, label: head }))

function said(code: string, lang: Lang): string {
  const known: Readonly<Record<string, unknown>> = words[lang]
  const text = Object.hasOwn(known, code) ? known[code] : undefined
  return typeof text === 'string' ? text : code
}

function Levels({ dossier, lang }: DossierProps) {
  const w = words[lang]
  return (
    <StackTable
      caption={w.levels}
      captionHidden
      columns={labelled(w.when, w.level, w.why)}
      rows={dossier.steps.map(({ level, reason, at }) => ({
        cells: [<Time at={at} lang={lang} form="second" />, levelText(level, lang), said(reason, lang)],
      }))}
    />
  )
}

function Incidents({ dossier, lang }: DossierProps) {
  const w = words[lang]
  if (dossier.incidents.length === 0) return null
  return (
    <>
      <Heading small>{w.incidents}</Heading>
      <StackTable
        caption={w.incidents}
        captionHidden
        columns={labelled(w.from, w.incidents, w.state)}
        rows={dossier.incidents.map(({ kind, openedAt, closedAt, outcome }) => ({
          cells: [
            <Time at={openedAt} lang={lang} form="second" />,
            said(kind, lang),
            closedAt ? (
              <CellLines first={said(outcome ?? '', lang)} second={<Time at={closedAt} lang={lang} form="second" />} />
            ) : (
              w.open
            ),
          ],
        }))}
      />
    </>
  )
}

function Proofs({ dossier, lang, today, nameOf }: DossierProps) {
  const w = words[lang]
  if (dossier.proofs.length === 0) return <p>{w.noProofs}</p>
  return (
    <StackTable
      caption={w.proofs}
      captionHidden
      columns={labelled(w.method, w.from, w.state)}
      rows={dossier.proofs.map((proof) => ({
        key: proof.id,
        cells: [
          <CellLines
            first={nameOf?.(proof) ?? methodTitle(proof.method, lang)}
            second={proof.keep ? w.staysInPlace : w.onceOnly}
          />,
          <Time at={proof.madeAt} lang={lang} form="second" />,
          <CellLines first={stateText(proof, lang, today)} second={timesOf(proof, lang).join(', ')} />,
        ],
      }))}
    />
  )
}

const stateText = (proof: DossierProof, lang: Lang, today: string) =>
  words[lang][proof.state === 'waiting' && isExpired(proof, today) ? 'expired' : proof.state]

/** What became of it, and when: first and last found, missed since, the level held until, the last look. */
function timesOf(proof: DossierProof, lang: Lang): string[] {
  const w = words[lang]
  const day = (at: Date | string | null) => at && timeText(at, lang, 'day')
  const minute = (at: Date | null) => at && timeText(at, lang)
  const line = (say: (when: string) => string, when: string | null) => (when ? [say(when)] : [])
  if (proof.state === 'waiting') return line(w.goodUntil, minute(proof.codeUntil) ?? day(proof.expiresOn))
  const first = line(w.foundFirst, minute(proof.foundAt))
  if (proof.state === 'ended') return [...first, ...line(w.endedAfter, minute(proof.lastCheckAt))]
  const last = proof.keep && proof.lastFoundAt?.getTime() !== proof.foundAt?.getTime()
  return [
    ...first,
    ...(last ? line(w.foundLast, minute(proof.lastFoundAt)) : []),
    ...(proof.misses > 0 ? [w.misses(proof.misses), ...line(w.missedSince, minute(proof.firstMissAt))] : []),
    ...line(w.graceUntil, minute(proof.graceUntil)),
    ...line(w.notSince, day(proof.notReconfirmedSince)),
    ...line(w.nextAt, minute(proof.nextCheckAt)),
  ]
}

function Checks({ dossier, lang, own }: DossierProps) {
  const w = words[lang]
  if (dossier.checks.length === 0) return <p>{w.noChecks}</p>
  const methods = new Map(dossier.proofs.map(({ id, method }) => [id, method]))
  return (
    <StackTable
      caption={w.checks}
      captionHidden
      columns={labelled(w.when, w.result, w.place)}
      rows={dossier.checks.map((check) => {
        const method = methods.get(check.proof) ?? ''
        return {
          key: check.id,
          cells: [
            <CellLines
              first={<Time at={check.at} lang={lang} form="second" />}
              second={w[whoLooked(check, method, own)]}
            />,
            <CellLines
              first={w[whatCame(check, method)]}
              second={check.reason && wordsOf(check.reason)?.means[lang]}
            />,
            <CellLines first={<Address text={check.place} />} second={byWhom(check, lang)} />,
          ],
        }
      })}
    />
  )
}

function byWhom({ resolvers, dnssec }: PastCheck, lang: Lang): string | undefined {
  const w = words[lang]
  const asked = resolvers.length > 0 ? `${w.resolver} ${resolvers.join(', ')}` : undefined
  return asked && dnssec ? `${asked}. ${w.dnssec}` : asked
}

function whoLooked({ how }: PastCheck, method: string, own: boolean) {
  if (how !== 'by_hand') return how
  if (method === 'witnessed') return 'officerSaw'
  if (method === 'sign-in') return own ? 'youSignedIn' : 'ownerSignedIn'
  return own ? 'youPressed' : 'ownerPressed'
}

/** A code is found or not; an account is the one or another. */
function whatCame({ result, reason, how }: PastCheck, method: string) {
  if (result === 'unreachable') return 'resultUnreachable'
  if (reason === 'other_account' || reason === 'not_this_account') return 'resultOther'
  const account = how === 'watched' || method === 'sign-in' || method === 'witnessed'
  if (result === 'absent') return account || method === 'rel-me' ? 'resultNot' : 'resultAbsent'
  return account ? 'resultSame' : method === 'rel-me' ? 'resultLink' : 'resultFound'
}
