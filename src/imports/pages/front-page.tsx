import {
  ActLink,
  Button,
  CellLines,
  ErrorSummary,
  FileField,
  Form,
  Heading,
  Lead,
  PageTitle,
  Pagination,
  Radios,
  Soft,
  StackTable,
  timeText,
} from '../../web/components/index.ts'
import { type Lang, page, type Reply } from '../../web/index.ts'
import { answers } from '../answers.ts'
import { type Found, rowsAtOnce, type State } from '../life/store.ts'
import { words } from '../life-words.ts'
import type { Kind } from '../reading/index.ts'

type Mine = Omit<Found, 'fresh' | 'stuck' | 'undo_until'>
export type Front = {
  readonly kinds: readonly Kind[]
  readonly mine: readonly Mine[]
  readonly from: number
  /** Why a file came back; a browser sends no file a second time by itself. */
  readonly failed?: { readonly code: string; readonly kind: string } | undefined
}

export function frontPage({ kinds, mine, from, failed, lang }: Front & { lang: Lang }): Reply {
  const w = words[lang]
  const message = failed && messageOf(failed.code, lang)
  const field = failed?.code === 'file_kind_missing' ? 'kind' : 'file'
  const content = (
    <>
      {message && <ErrorSummary lang={lang} errors={[{ field, message }]} />}
      <PageTitle>{w.imports}</PageTitle>
      <Lead>{w.lead}</Lead>
      <Form action="/imports" enctype="multipart/form-data">
        <Radios
          name="kind"
          legend={w.kind}
          value={failed?.kind ?? (kinds.length === 1 ? kinds[0] : undefined)}
          items={kinds.map((kind) => ({ value: kind, text: w[kind], hint: w[`${kind}Hint`] }))}
          error={field === 'kind' ? message : undefined}
          lang={lang}
        />
        <FileField
          name="file"
          label={w.file}
          hint={w.fileHint}
          accept=".csv,.xlsx,.txt,.tsv"
          error={field === 'file' ? message : undefined}
          lang={lang}
        />
        <Button>{w.read}</Button>
      </Form>
      <Soft>{w.keptFile}</Soft>
      <Heading>{w.before}</Heading>
      {mine.length === 0 ? <p>{w.none}</p> : <Files mine={mine.slice(0, rowsAtOnce)} lang={lang} />}
      <Pagination
        lang={lang}
        previous={from > 0 ? `/imports?from=${Math.max(0, from - rowsAtOnce)}` : undefined}
        next={mine.length > rowsAtOnce ? `/imports?from=${from + rowsAtOnce}` : undefined}
      />
    </>
  )
  const wrong = failed ? { status: answers[failed.code]?.status ?? 422, error: true } : {}
  return page(w.imports, content, { nav: '/imports', wide: true, path: '/imports', ...wrong })
}

function messageOf(code: string, lang: Lang): string {
  const w = words[lang]
  if (code === 'no_file') return w.chooseFile
  return code === 'file_kind_missing' ? w.chooseKind : (answers[code]?.detail?.[lang] ?? code)
}

function Files({ mine, lang }: { mine: readonly Mine[]; lang: Lang }) {
  const w = words[lang]
  const columns = [
    { head: w.what },
    { head: w.state, label: w.state },
    { head: w.rowsIn, label: w.rowsIn, figures: true },
    { head: w.open },
  ]
  const rows = mine.map((one) => ({
    key: one.id,
    cells: [
      <CellLines
        first={one.file_name ?? w.aFile}
        second={`${w[one.kind as Kind]}, ${timeText(one.begun_at, lang, 'day')}`}
      />,
      w[`st_${one.state as State}`],
      one.rows,
      <ActLink href={`/imports/${one.id}`} of={one.file_name ?? w.aFile}>
        {w.open}
      </ActLink>,
    ],
  }))
  return <StackTable caption={w.before} captionHidden named {...{ columns, rows }} />
}
