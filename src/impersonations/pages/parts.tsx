import { platformName } from '../../declarations/index.ts'
import { Address, CellLines, Fact, Facts, Heading, StackTable, Time, timeText } from '../../web/components/index.ts'
import type { Lang } from '../../web/index.ts'
import { findingDays, type Way } from '../rules.ts'
import type { Impersonation } from '../store.ts'
import { words } from '../words.ts'
import { stateText } from './report-pages.tsx'

export const waysText = (ways: readonly Way[], lang: Lang): string =>
  ways.map((way) => words[lang][`way_${way}`]).join('; ')

export const lapsesOn = (foundAt: Date): Date => new Date(foundAt.getTime() + findingDays * 86_400_000)

export function ReportFacts({ one, lang }: { one: Impersonation; lang: Lang }) {
  const w = words[lang]
  const { number, platform, address, uid, ways, reasons, reportedAt, deniedAt, foundAt, closedAt } = one
  return (
    <Facts>
      <Fact term={w.number}>{number}</Fact>
      <Fact term={w.page}>
        {platformName(platform, lang)}
        <br />
        <Address text={address} />
      </Fact>
      <Fact term={w.uid}>{uid ?? undefined}</Fact>
      <Fact term={w.state}>{stateText(one, lang)}</Fact>
      <Fact term={w.reportedHow}>{waysText(ways, lang)}</Fact>
      <Fact term={w.reportedAt}>{timeText(reportedAt, lang)}</Fact>
      <Fact term={w.denied}>{deniedAt ? timeText(deniedAt, lang) : undefined}</Fact>
      <Fact term={w.reasons}>{reasons.length > 0 ? waysText(reasons, lang) : undefined}</Fact>
      <Fact term={w.foundAt}>{foundAt ? timeText(foundAt, lang) : undefined}</Fact>
      <Fact term={w.lapsesOn}>{foundAt && !closedAt ? timeText(lapsesOn(foundAt), lang, 'day') : undefined}</Fact>
    </Facts>
  )
}

export function Timeline({ one, lang }: { one: Impersonation; lang: Lang }) {
  const w = words[lang]
  const rows = one.events.map(({ what, whom, at, by, unit }) => {
    const did = w[`did_${what}` as 'did_found']
    const nobody = what === 'reported' || what === 'objected' ? w.nobodySignedIn : w.theRegister
    return {
      cells: [
        <Time at={at} lang={lang} />,
        whom ? `${did}: ${w[whom]}` : did,
        <CellLines first={by ?? nobody} second={unit ?? undefined} />,
      ],
    }
  })
  return (
    <>
      <Heading>{w.timeline}</Heading>
      <StackTable
        caption={w.timeline}
        captionHidden
        columns={[{ head: w.when, nowrap: true }, { head: w.did }, { head: w.who }]}
        rows={rows}
      />
    </>
  )
}
