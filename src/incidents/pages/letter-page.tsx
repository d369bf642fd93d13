import { Address, Button, Fact, Facts, Form, NoPrint, PageTitle, Panel, Time } from '../../web/components/index.ts'
import { type Lang, page, type Reply } from '../../web/index.ts'
import { nav } from '../given.ts'
import type { Whom } from '../rules.ts'
import type { Incident } from '../store.ts'
import { words } from '../words.ts'

type Given = {
  readonly incident: Incident
  readonly whom: Whom
  /** Lines of whom it goes to. */
  readonly to: readonly string[]
  readonly unit: string | undefined
  readonly organisation: string
  readonly lang: Lang
  /** Where the one who prints it comes from. */
  readonly at: string
}

/** One sheet to print: the page, the unit, the number; no person is named. */
export function letterPage({ incident, whom, to, unit, organisation, lang, at }: Given): Reply {
  const w = words[lang]
  const { number, matter, openedAt, page: where } = incident
  const content = (
    <>
      <Panel>
        <PageTitle caption={organisation}>{w.letterTitle}</PageTitle>
        <Facts>
          <Fact term={w.letterTo}>
            {to.map((line) => (
              <>
                {line}
                <br />
              </>
            ))}
          </Fact>
          <Fact term={w.number}>{number}</Fact>
          <Fact term={w.page}>
            <Address text={where.canonical} />
          </Fact>
          <Fact term={w.copyId}>{where.uid && <Address text={where.uid} />}</Fact>
          <Fact term={w.matter}>{w[matter ?? 'reused_handle']}</Fact>
          <Fact term={w.since}>
            <Time at={openedAt} lang={lang} />
          </Fact>
          <Fact term={w.ourUnit}>{unit && <span lang="vi">{unit}</span>}</Fact>
        </Facts>
        <p>{w.letterText(organisation)}</p>
        <p>{w.letterNobody}</p>
      </Panel>
      <NoPrint>
        {!incident.closedAt && (
          <Form action={`${at}/mark`} hidden={{ whom, how: 'printed' }}>
            <Button kind="secondary">{w.letterMark}</Button>
          </Form>
        )}
      </NoPrint>
    </>
  )
  return page(w.letterTitle, content, { nav, path: at, back: { href: at, text: w.back } })
}
