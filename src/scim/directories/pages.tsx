import {
  ActLink,
  Button,
  CellLines,
  CopyField,
  ErrorSummary,
  errorFor,
  type FieldError,
  Form,
  Lead,
  Measure,
  PageTitle,
  Radios,
  StackTable,
  TextField,
  Time,
} from '../../web/components/index.ts'
import { type Lang, page, type Reply } from '../../web/index.ts'
import type { Token } from './shapes.ts'
import { words } from './words.ts'

export const nav = '/settings/directories'
export const lives = [90, 365, 730] as const

export function directoriesPage(tokens: readonly Token[], lang: Lang): Reply {
  const w = words[lang]
  const columns = [
    { head: w.name },
    { head: w.unit, label: w.unit },
    { head: w.madeBy, label: w.madeBy },
    { head: w.lastUsed, label: w.lastUsed },
    { head: w.until, label: w.until },
    { head: w.actions },
  ]
  const rows = tokens.map((token) => ({
    key: token.id,
    cells: [
      token.name,
      <CellLines first={<span lang="vi">{token.unit_name}</span>} second={token.unit} />,
      <CellLines
        first={token.made_by === null ? w.operator : <span lang="vi">{token.made_by}</span>}
        second={<Time at={token.made_at} lang={lang} form="day" />}
      />,
      token.used_at ? <Time at={token.used_at} lang={lang} /> : w.never,
      <Until token={token} lang={lang} />,
      !token.revoked_at && (
        <Form action={`${nav}/${token.id}/revoke`}>
          <Button kind="secondary" flush>
            {w.revoke}
            <span class="govuk-visually-hidden"> {token.name}</span>
          </Button>
        </Form>
      ),
    ],
  }))
  const content = (
    <>
      <Measure>
        <PageTitle>{w.title}</PageTitle>
        <Lead>{w.lead}</Lead>
        <p>{w.sees}</p>
        {rows.length === 0 && <p>{w.none}</p>}
      </Measure>
      {rows.length > 0 && <StackTable caption={w.title} captionHidden named {...{ columns, rows }} />}
      <p>
        <ActLink href={`${nav}/new`}>{w.make}</ActLink>
      </p>
    </>
  )
  return page(w.title, content, { nav, wide: true })
}

function Until({ token, lang }: { token: Token; lang: Lang }) {
  const w = words[lang]
  const over = token.expires_at.getTime() <= Date.now()
  if (token.revoked_at)
    return <CellLines first={w.revoked} second={<Time at={token.revoked_at} lang={lang} form="day" />} />
  const day = <Time at={token.expires_at} lang={lang} form="day" />
  return over ? <CellLines first={w.over} second={day} /> : day
}

export type Typed = { readonly id: string; readonly name: string; readonly unit: string; readonly life: string }

export function newDirectoryPage(typed: Typed, lang: Lang, errors?: readonly FieldError[]): Reply {
  const w = words[lang]
  const field = (name: 'name' | 'unit') => ({ lang, name, value: typed[name], error: errorFor(errors, name) })
  const content = (
    <>
      <ErrorSummary lang={lang} errors={errors} />
      <PageTitle>{w.make}</PageTitle>
      <Lead>{w.makeLead}</Lead>
      <Form action={`${nav}/new`} hidden={{ form: typed.id }}>
        <TextField {...field('name')} label={w.name} hint={w.nameHint} maxlength={100} />
        <TextField {...field('unit')} label={w.unitCode} hint={w.unitHint} code width={20} />
        <Radios
          lang={lang}
          name="life"
          legend={w.life}
          value={typed.life}
          error={errorFor(errors, 'life')}
          items={lives.map((days) => ({ value: String(days), text: w.days(days) }))}
        />
        <Button>{w.make}</Button>
      </Form>
    </>
  )
  const wrong = errors ? { status: 422, error: true } : {}
  return page(w.make, content, { nav, back: { href: nav }, path: `${nav}/new`, ...wrong })
}

/** The only time the token is seen. */
export function directoryMadePage(token: string | undefined, url: string, lang: Lang): Reply {
  const w = words[lang]
  const content = (
    <>
      <PageTitle>{w.made}</PageTitle>
      <Lead>{token ? w.once : w.before}</Lead>
      {token && <CopyField lang={lang} id="token" label={w.token} value={token} />}
      {token && <CopyField lang={lang} id="address" label={w.address} value={`${url}/scim/v2`} />}
      <p>
        <ActLink href={nav}>{w.back}</ActLink>
      </p>
    </>
  )
  return page(w.made, content, { nav, back: { href: nav }, islands: ['copy.js'] })
}
