import { platformName } from '../declarations/index.ts'
import {
  Address,
  Button,
  Fact,
  Facts,
  Form,
  Heading,
  InsetText,
  Lead,
  PageTitle,
  Soft,
  StackTable,
} from '../web/components/index.ts'
import type { Lang } from '../web/index.ts'
import type { Reading } from './import-congress.ts'
import { whyRejected } from './rejected-words.ts'
import { words } from './words.ts'

type Size = { readonly units: number; readonly people: number; readonly accounts: number }

/** What would be imported, and that nobody on it has declared anything. */
export function ImportPage({ lang, size, done }: { lang: Lang; size: Size; done: boolean }) {
  const w = words[lang]
  return (
    <>
      <PageTitle>{w.importTitle}</PageTitle>
      <Lead>{w.congressLead}</Lead>
      <InsetText>{w.congressReal}</InsetText>
      <Heading>{w.inTheFile}</Heading>
      <Facts>
        <Fact term={w.units}>{figure(size.units, lang)}</Fact>
        <Fact term={w.people}>{figure(size.people, lang)}</Fact>
        <Fact term={w.accounts}>{figure(size.accounts, lang)}</Fact>
        <Fact term={w.under}>United States Congress (CONGRESS)</Fact>
      </Facts>
      <Form action="/sample/import">
        <Button>{done ? w.doAgain : w.doImport}</Button>
      </Form>
      {done && <Soft>{w.againText}</Soft>}
    </>
  )
}

/** What came of it: how many rows, which were not taken and why, and how some were read. */
export function ResultPage({ lang, reading, people }: { lang: Lang; reading: Reading; people: number }) {
  const w = words[lang]
  return (
    <>
      <PageTitle>{w.resultTitle}</PageTitle>
      <Lead>{w.congressReal}</Lead>
      <Facts>
        <Fact term={w.rows}>{figure(reading.rows, lang)}</Fact>
        <Fact term={w.accepted}>{figure(reading.good.length, lang)}</Fact>
        <Fact term={w.rejected}>{figure(reading.rejected.length, lang)}</Fact>
        <Fact term={w.people}>{figure(people, lang)}</Fact>
      </Facts>
      <Rejected lang={lang} reading={reading} />
      <Heading>{w.byPlatform}</Heading>
      <ByPlatform lang={lang} reading={reading} />
      <Heading>{w.readAs}</Heading>
      <Soft>{w.someRows(shownEach)}</Soft>
      <ReadAs lang={lang} reading={reading} />
    </>
  )
}

type Read = { readonly lang: Lang; readonly reading: Reading }
const shownEach = 2
const platformsOf = (reading: Reading) => Map.groupBy(reading.good, ({ address }) => address.platform)

function Rejected({ lang, reading: { rejected } }: Read) {
  const w = words[lang]
  if (rejected.length === 0) return <p>{w.nothingRejected}</p>
  return (
    <StackTable
      caption={w.rejectedRows}
      columns={[{ head: w.row, label: w.row, figures: true }, { head: w.reason }]}
      rows={rejected.slice(0, 100).map(({ row, reason }) => ({ cells: [row, whyRejected(reason, lang)] }))}
    />
  )
}

function ByPlatform({ lang, reading }: Read) {
  const w = words[lang]
  return (
    <StackTable
      named
      captionHidden
      caption={w.byPlatform}
      columns={[{ head: w.platform }, { head: w.accepted, label: w.accepted, figures: true }]}
      rows={[...platformsOf(reading)]
        .sort(([, one], [, other]) => other.length - one.length)
        .map(([platform, rows]) => ({ cells: [platformName(platform, lang), figure(rows.length, lang)] }))}
    />
  )
}

function ReadAs({ lang, reading }: Read) {
  const w = words[lang]
  const some = [...platformsOf(reading).values()].flatMap((rows) => rows.slice(0, shownEach))
  return (
    <StackTable
      captionHidden
      caption={w.readAs}
      columns={[
        { head: w.row, label: w.row, figures: true },
        { head: w.written, label: w.written },
        { head: w.recognised, label: w.recognised },
      ]}
      rows={some.map(({ account, address }) => ({
        cells: [account.row, <Address text={account.written} />, <Address text={address.canonical} />],
      }))}
    />
  )
}

const figure = (n: number, lang: Lang) => n.toLocaleString(lang)
