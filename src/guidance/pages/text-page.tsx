import {
  ActLink,
  BulletList,
  Button,
  ButtonLink,
  ErrorSummary,
  Form,
  Heading,
  InsetText,
  NoPrint,
  PageTitle,
  Rule,
  Soft,
  StackTable,
  Time,
  timeText,
} from '../../web/components/index.ts'
import { type Lang, page, type Reply } from '../../web/index.ts'
import { answers } from '../answers.ts'
import type { Over, Text, Version } from '../store.ts'
import { words } from '../words.ts'
import { Body, StateTag, sinceText, titleOf } from './parts.tsx'

type Shown = {
  readonly text: Text
  readonly versions: readonly Version[]
  /** Units of the reader's own roles: figures of these. */
  readonly over: readonly Over[]
  /** Units whose register the reader keeps, and how many in each have not yet. */
  readonly missing: readonly { readonly unit: Over; readonly n: number }[]
  /** The reader may bring out its next version. */
  readonly writes: boolean
  readonly code?: string
  readonly lang: Lang
}

/** One text: to read, to acknowledge, to print; below it what officers and administrators do with it. */
export function textPage(shown: Shown): Reply {
  const { text, versions, code, lang } = shown
  const w = words[lang]
  const failed = code ? answers[code] : undefined
  const said = failed && `${failed.title[lang]}. ${failed.detail?.[lang] ?? ''}`.trim()
  const content = (
    <>
      {said && <ErrorSummary lang={lang} errors={[{ field: '', message: said }]} />}
      <PageTitle caption={sinceText(text, lang)}>{titleOf(text, lang)}</PageTitle>
      {text.due && text.my_n !== null && <InsetText>{w.changedSince}</InsetText>}
      <Body version={text} lang={lang} />
      <Standing text={text} lang={lang} />
      <NoPrint>
        <Soft>{w.print}</Soft>
        <Duties {...shown} />
        <Rule />
        <Heading>{w.versions}</Heading>
        <Versions versions={versions} lang={lang} />
        {shown.writes && (
          <ButtonLink href={`/guidance/${text.guidance}/edit`} kind="secondary">
            {w.edit}
          </ButtonLink>
        )}
      </NoPrint>
    </>
  )
  const options = { nav: '/guidance', back: { href: '/guidance' }, path: `/guidance/${text.guidance}` }
  return page(titleOf(text, lang), content, { ...options, ...(failed && { status: failed.status, error: true }) })
}

/** What the reader has said about it, or is asked to. */
function Standing({ text, lang }: Pick<Shown, 'text' | 'lang'>) {
  const w = words[lang]
  const said = text.my_at && <p>{w.readOn(text.my_n ?? text.n, timeText(text.my_at, lang, 'minute'))}</p>
  if (!text.due)
    return (
      <>
        <StateTag text={text} lang={lang} />
        {said}
      </>
    )
  return (
    <>
      {said}
      <p>{w.ask}</p>
      <Form action={`/guidance/${text.guidance}/read`} hidden={{ version: text.id }}>
        <Button>{w.acknowledge}</Button>
      </Form>
    </>
  )
}

function Duties({ text, over, missing, lang }: Shown) {
  const w = words[lang]
  if (over.length === 0) return null
  const lines = missing.map(({ unit, n }) => (
    <>
      <span lang="vi">{unit.name}</span>:{' '}
      {n === 0 ? (
        w.missingNone
      ) : (
        <ActLink href={`/guidance/${text.guidance}/missing?unit=${encodeURIComponent(unit.code)}`} of={unit.name}>
          {w.missingOpen(n)}
        </ActLink>
      )}
    </>
  ))
  const figures = over.map(({ code, name }) => (
    <ActLink href={`/guidance/${text.guidance}/figures?unit=${encodeURIComponent(code)}`}>
      <span lang="vi">{name}</span>
    </ActLink>
  ))
  return (
    <>
      <Rule />
      {lines.length > 0 && (
        <>
          <Heading>{w.missing}</Heading>
          <BulletList items={lines} />
        </>
      )}
      <Heading>{w.figures}</Heading>
      <BulletList items={figures} />
    </>
  )
}

function Versions({ versions, lang }: Pick<Shown, 'versions' | 'lang'>) {
  const w = words[lang]
  const columns = [
    { head: w.versionHead },
    { head: w.published, label: w.published },
    { head: w.by, label: w.by },
    { head: w.materialHead, label: w.materialHead },
  ]
  const rows = versions.map((one) => ({
    key: one.id,
    cells: [
      <a class="govuk-link cd-act" href={`/guidance/${one.guidance}/versions/${one.n}`}>
        {w.version(one.n)}
      </a>,
      <Time at={one.published_at} lang={lang} form="day" />,
      one.published_by_name === null ? w.ours : <span lang="vi">{one.published_by_name}</span>,
      one.material ? w.material : w.minor,
    ],
  }))
  return <StackTable caption={w.versions} captionHidden named {...{ columns, rows }} />
}
