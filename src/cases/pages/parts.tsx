import type { ComponentChildren } from 'preact'
import {
  Address,
  BulletList,
  Fact,
  Facts,
  Heading,
  Quote,
  StackTable,
  Time,
  timeText,
} from '../../web/components/index.ts'
import type { Lang } from '../../web/index.ts'
import { ruleText } from '../duties.ts'
import type { Case, Evidence } from '../store.ts'
import { words } from '../words.ts'

export type PartProps = {
  readonly one: Case
  readonly lang: Lang
  /** The address as it may be shown. */
  readonly address: string | undefined
  /** To the person themselves. */
  readonly own: boolean
}

/** What it begins with, where it stands, and until when. */
export function CaseFacts({ one, lang, address }: PartProps) {
  const w = words[lang]
  return (
    <Facts>
      <Fact term={w.factTerm}>{w[one.fact]}</Fact>
      <Fact term={w.factOn}>{timeText(one.factOn, lang, 'day')}</Fact>
      <Fact term={w.page}>{address && <Address text={address} />}</Fact>
      <Fact term={w.state}>{w[`state_${one.state}`]}</Fact>
      <Fact term={w.due}>{one.dueOn && w.until(timeText(one.dueOn, lang, 'day'))}</Fact>
      <Fact term={w.since}>
        <Time at={one.openedAt} lang={lang} />
      </Fact>
      <Fact term={w.erasedOn}>{one.eraseOn && timeText(one.eraseOn, lang, 'day')}</Fact>
    </Facts>
  )
}

/** Somebody's words, line by line as they were typed. */
export function Said({ text }: { text: string }) {
  return (
    <Quote>
      {text.split(/\n+/).map((line) => (
        <p lang="vi">{line}</p>
      ))}
    </Quote>
  )
}

export const evidenceText = ({ what, said, at }: Evidence, lang: Lang): string =>
  `${words[lang][`what_${what}`]} ${said}, ${timeText(at, lang, 'day')}`

function Part({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <>
      <Heading>{title}</Heading>
      {children}
    </>
  )
}

/** All that was said and decided, in its order. */
export function File({ one, lang, own }: PartProps) {
  const w = words[lang]
  const { reply, evidence, outcome, rule, reasons, appeal, settled, ground } = one
  return (
    <>
      {(reply !== undefined || !own) && (
        <Part title={own ? w.said : w.saidByPerson}>
          {reply === undefined ? <p>{w.noReply}</p> : <Said text={reply} />}
          {evidence.length > 0 && (
            <>
              <p>{w.shown}:</p>
              <BulletList items={evidence.map((each) => evidenceText(each, lang))} />
            </>
          )}
        </Part>
      )}
      {outcome && (
        <Part title={w.decision}>
          <Facts>
            <Fact term={w.outcomeLegend}>{w[`outcome_${outcome}`]}</Fact>
            <Fact term={w.rule}>{rule && w.ruleNumber(rule, ruleText(rule, lang))}</Fact>
          </Facts>
          <Heading small>{w.reasons}</Heading>
          {reasons !== undefined && <Said text={reasons} />}
        </Part>
      )}
      {appeal !== undefined && (
        <Part title={w.appealed}>
          <Said text={appeal} />
        </Part>
      )}
      {settled && (
        <Part title={w.settled}>
          <p>
            <strong>{w[`settled_${settled}`]}</strong>
            {ground && `. ${w[`ground_${ground}`]}.`}
          </p>
        </Part>
      )}
    </>
  )
}

export function History({ one, lang }: { one: Case; lang: Lang }) {
  const w = words[lang]
  const columns = [{ head: w.since, nowrap: true }, { head: w.history }, { head: w.person }]
  const rows = one.events.map(({ what, at, by, unit }, n) => ({
    key: String(n),
    cells: [
      <Time at={at} lang={lang} />,
      w[`event_${what}` as 'event_opened'],
      by ? <span lang="vi">{[by, unit].filter(Boolean).join(', ')}</span> : w.byRegister,
    ],
  }))
  return (
    <>
      <Heading>{w.history}</Heading>
      <StackTable caption={w.history} captionHidden {...{ columns, rows }} />
    </>
  )
}
