import { roles } from '../../permissions/index.ts'
import {
  Button,
  ErrorSummary,
  type FieldError,
  Form,
  Lead,
  PageTitle,
  Radios,
  TextField,
} from '../../web/components/index.ts'
import { type Lang, page, type Reply } from '../../web/index.ts'
import { answers } from '../answers.ts'
import { words } from '../words.ts'

type Typed = Readonly<Partial<Record<'person' | 'role' | 'unit' | 'from' | 'to', string>>>
type Shown = { readonly typed: Typed; readonly code?: string; readonly lang: Lang }

const fieldOf: Readonly<Record<string, string>> = {
  role_unknown: 'role',
  role_held_already: 'role',
  role_needs_unit: 'unit',
  unit_not_found: 'unit',
  unit_closed: 'unit',
  role_dates_wrong: 'from',
}

/** Codes of the units are said in few words here. */
export function messageOf(code: string, lang: Lang): string {
  const w = words[lang]
  const { title, detail } = answers[code] ?? {}
  if (title) return `${title[lang]}. ${detail?.[lang] ?? ''}`.trim()
  const others = { unit_closed: w.unitClosed, last_administrator: w.lastAdministrator }
  return others[code as keyof typeof others] ?? w.noSuchUnit
}

/** Whom, which role, over which unit, from when to when. A refusal comes back on its field, with what was typed. */
export function newPage({ typed, code, lang }: Shown): Reply {
  const w = words[lang]
  const error: FieldError | undefined = code
    ? { field: fieldOf[code] ?? 'person', message: messageOf(code, lang) }
    : undefined
  const field = (name: keyof Typed, label: string) => ({
    ...{ lang, name, label, value: typed[name] ?? '' },
    error: error?.field === name ? error.message : undefined,
  })
  const items = roles.map((role) => ({ value: role, text: w[role], hint: w[`${role}Hint`] }))
  const content = (
    <>
      {error && <ErrorSummary lang={lang} errors={[error]} />}
      <PageTitle>{w.grant}</PageTitle>
      <Lead>{w.grantLead}</Lead>
      <Form action="/roles/confirm">
        <TextField {...field('person', w.whom)} hint={w.whomHint} code width={30} />
        <Radios {...field('role', w.role)} legend={w.role} items={items} />
        <TextField {...field('unit', w.unitCode)} hint={w.unitHint} code width={20} />
        <TextField {...field('from', w.firstDay)} hint={w.firstDayHint} type="date" optional width={10} />
        <TextField {...field('to', w.lastDay)} hint={w.lastDayHint} type="date" optional width={10} />
        <Button>{w.goOn}</Button>
      </Form>
    </>
  )
  const status = code ? { status: answers[code]?.status ?? 422, error: true } : {}
  return page(w.grant, content, { nav: '/roles', back: { href: '/roles' }, path: '/roles/new', ...status })
}
