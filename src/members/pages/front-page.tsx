import type { KeptUnit } from '../../units/index.ts'
import {
  ActLink,
  Button,
  CellLines,
  Details,
  ErrorSummary,
  Form,
  Heading,
  Lead,
  PageTitle,
  SearchForm,
  StackTable,
  TextField,
} from '../../web/components/index.ts'
import { type Lang, page, type Reply } from '../../web/index.ts'
import { words } from '../words.ts'
import { AddForm, type Failed, messageOf } from './forms.tsx'

export type Front = {
  /** The units whose register is kept; none to who only administers. */
  readonly units: readonly KeptUnit[]
  readonly keeps: boolean
  readonly administers: boolean
  /** A number that nobody has. */
  readonly number?: string
  readonly failed?: Failed
  readonly status?: number
}

/** Which rolls there are to list. Listing is a step of its own, because it leaves a line. */
export function frontPage({ units, keeps, administers, number, failed, status, lang }: Front & { lang: Lang }): Reply {
  const w = words[lang]
  const unknown = number === undefined ? undefined : w.noSuchNumber
  const errors = [failed && messageOf(failed, lang), unknown && { field: 'number', message: unknown }].filter(
    (one) => !!one,
  )
  const content = (
    <>
      <ErrorSummary lang={lang} errors={errors} />
      <PageTitle>{w.members}</PageTitle>
      {keeps && <Lead>{units.length === 0 ? w.noUnits : w.beforeListing}</Lead>}
      {units.length > 0 && <Units units={units} lang={lang} caption={w.units} />}
      {units.length > 0 && <Search lang={lang} />}
      {administers && <ByNumber number={number} error={unknown} lang={lang} />}
      <Details summary={w.add} open={failed !== undefined}>
        <AddForm {...{ failed, lang }} unit={units.length === 1 ? units[0]?.code : undefined} numbers={administers} />
      </Details>
    </>
  )
  const wrong = errors.length > 0 ? { status: status ?? 422, error: true } : {}
  return page(w.members, content, { nav: '/members', wide: true, path: '/members', ...wrong })
}

export function Units({ units, lang, caption }: { units: readonly KeptUnit[]; lang: Lang; caption: string }) {
  const w = words[lang]
  const columns = [{ head: w.unit }, { head: w.persons, label: w.persons, figures: true }, { head: w.list }]
  const rows = units.map((unit) => ({
    key: unit.id,
    cells: [
      <CellLines first={<span lang="vi">{unit.name}</span>} second={unit.code} />,
      unit.persons,
      <ActLink href={`/members?unit=${unit.id}`} of={unit.name}>
        {w.list}
      </ActLink>,
    ],
  }))
  return <StackTable {...{ caption, columns, rows }} captionHidden named />
}

export function Search({ sought, lang }: { sought?: string; lang: Lang }) {
  const w = words[lang]
  return <SearchForm action="/members" label={w.search} hint={w.searchHint} find={w.find} {...{ sought, lang }} />
}

function ByNumber({ number, error, lang }: { number?: string; error?: string; lang: Lang }) {
  const w = words[lang]
  return (
    <>
      <Heading>{w.byNumber}</Heading>
      <Form action="/members" method="get">
        <TextField
          {...{ name: 'number', label: w.number, hint: w.byNumberHint, value: number, error, lang }}
          code
          width={20}
        />
        <Button kind="secondary">{w.find}</Button>
      </Form>
    </>
  )
}
