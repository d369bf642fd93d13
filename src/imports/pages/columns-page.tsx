import { Button, ErrorSummary, Form, Lead, PageTitle, Select } from '../../web/components/index.ts'
import { type Lang, page, type Reply } from '../../web/index.ts'
import { nav } from '../given.ts'
import { type Found, kindOf } from '../life/store.ts'
import { fieldWords, words } from '../life-words.ts'
import { fieldNamed, fieldsOf, headerKey, type Mapping, neededOf } from '../reading/index.ts'
import { fileReasons } from '../words.ts'

type Choosing = { readonly one: Found; readonly remembered: Mapping; readonly failed: boolean; readonly lang: Lang }

/** Every column whose name the contract does not know, with a choice of what it holds. */
export function columnsPage({ one, remembered, failed, lang }: Choosing): Reply {
  const w = words[lang]
  const kind = kindOf(one)
  const known = new Set(one.header.map((name) => fieldNamed(kind, name)))
  const open = fieldsOf(kind).filter((field) => !known.has(field))
  const needed = neededOf(kind).filter((field) => !known.has(field))
  const options = [
    { value: 'none', text: w.nothingOfUse },
    ...open.map((field) => ({ value: field, text: fieldWords[lang][field] })),
  ]
  const asked = one.header
    .map((name, at) => ({ name, at }))
    .filter(({ name }) => name.trim() && !fieldNamed(kind, name))
  const error = failed ? fileReasons[lang].no_header : undefined
  const content = (
    <>
      {error && <ErrorSummary lang={lang} errors={[{ field: `column-${asked[0]?.at ?? 0}`, message: error }]} />}
      <PageTitle caption={one.file_name ?? w.aFile}>{w.columns}</PageTitle>
      <Lead>{w.columnsLead}</Lead>
      {needed.length > 0 && <p>{w.needed(needed.map((field) => fieldWords[lang][field]).join(', '))}</p>}
      <Form action={`/imports/${one.id}/columns`}>
        {asked.map(({ name, at }) => (
          <Select
            key={at}
            name={`column-${at}`}
            label={<span lang="vi">{w.column(name.trim().slice(0, 100))}</span>}
            value={remembered.get(headerKey(name)) ?? 'none'}
            {...{ options, lang }}
          />
        ))}
        <Button>{w.readAgain}</Button>
      </Form>
    </>
  )
  const wrong = failed ? { status: 422, error: true } : {}
  return page(w.columns, content, {
    nav,
    back: { href: `/imports/${one.id}` },
    path: `/imports/${one.id}/columns`,
    ...wrong,
  })
}
