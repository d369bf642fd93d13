import { Button, type FieldError, Form, Radios, TextField } from '../../web/components/index.ts'
import type { Lang } from '../../web/index.ts'
import { answers } from '../answers.ts'
import type { Leaf } from '../tree.ts'
import { words } from '../words.ts'

/** A form that came back: why, and what had been typed. */
export type Failed = {
  readonly form: 'add' | 'rename' | 'move' | 'merge' | 'close'
  readonly code: string
  readonly status: number
  readonly typed: Readonly<Record<string, string>>
}

/** Which field a refusal is about; the id of a field is form and name, because several forms stand on one page. */
const fieldOf: Readonly<Record<string, string>> = {
  unit_code_malformed: 'code',
  unit_code_taken: 'code',
  unit_name_malformed: 'name',
  unit_kind_malformed: 'kind',
  parent_not_found: 'parent',
  parent_closed: 'parent',
  there_already: 'parent',
  other_not_found: 'other',
  other_closed: 'other',
  has_people: 'other',
}
/** The first field of each form, for what is about no field alone. */
const firstOf = { add: 'code', rename: 'name', move: 'parent', merge: 'other', close: 'other' } as const

export function messageOf({ form, code }: Failed, lang: Lang): FieldError {
  const answer = answers[code]
  const field = fieldOf[code] ?? firstOf[form]
  const here = form === 'add' && field === 'parent' ? 'code' : field
  return { field: `${form}-${here}`, message: answer ? `${answer.title[lang]}. ${answer.detail?.[lang] ?? ''}` : code }
}

type Given = { readonly failed?: Failed; readonly lang: Lang }

/** What a field of this form says and holds: what was typed, and why it came back. */
function fieldsOf(form: Failed['form'], failed: Failed | undefined, lang: Lang) {
  const mine = failed?.form === form ? failed : undefined
  const error = mine && messageOf(mine, lang)
  return (name: string, label: string, value = '', sent = name) => ({
    lang,
    label,
    id: `${form}-${name}`,
    name: sent,
    value: mine?.typed[sent] ?? value,
    error: error?.field === `${form}-${name}` ? error.message : undefined,
  })
}

export function AddForm({ failed, parent, lang }: Given & { parent?: Leaf }) {
  const w = words[lang]
  const field = fieldsOf('add', failed, lang)
  return (
    <Form action="/units" hidden={{ parent: parent?.code }}>
      <TextField {...field('code', w.code)} code width={20} />
      <TextField {...field('name', w.name)} />
      <TextField {...field('kind', w.kind)} optional width={20} />
      <Button kind="secondary">{w.addButton}</Button>
    </Form>
  )
}

export function RenameForm({ failed, unit, lang }: Given & { unit: Leaf }) {
  const w = words[lang]
  const field = fieldsOf('rename', failed, lang)
  return (
    <Form action={`/units/${unit.id}/rename`}>
      <TextField {...field('name', w.name, unit.name)} />
      <TextField {...field('kind', w.kind, unit.kind ?? '')} optional width={20} />
      <Button kind="secondary">{w.save}</Button>
    </Form>
  )
}

export function MoveForm({ failed, unit, lang }: Given & { unit: Leaf }) {
  const w = words[lang]
  const field = fieldsOf('move', failed, lang)
  const items = [
    { value: 'keep', text: w.officersKeep },
    { value: 'end', text: w.officersEnd },
  ]
  return (
    <Form action={`/units/${unit.id}/move`}>
      <p>{w.moveHint}</p>
      <TextField {...field('parent', w.parentCode)} hint={w.parentHint} code width={20} />
      <Radios name="officers" id="move-officers" legend={w.officers} value="keep" {...{ items, lang }} />
      <Button kind="secondary">{w.moveButton}</Button>
    </Form>
  )
}

export function MergeForm({ failed, unit, lang }: Given & { unit: Leaf }) {
  const w = words[lang]
  const field = fieldsOf('merge', failed, lang)
  const items = [
    { value: 'end', text: w.termsEnd },
    { value: 'move', text: w.termsMove },
  ]
  return (
    <Form action={`/units/${unit.id}/merge`}>
      <p>{w.mergeHint}</p>
      <TextField {...field('other', w.otherCode, '', 'into')} code width={20} />
      <Radios name="terms" id="merge-terms" legend={w.terms} value="end" {...{ items, lang }} />
      <Button kind="secondary">{w.mergeButton}</Button>
    </Form>
  )
}

export function CloseForm({ failed, unit, lang }: Given & { unit: Leaf }) {
  const w = words[lang]
  const field = fieldsOf('close', failed, lang)
  return (
    <Form action={`/units/${unit.id}/close`}>
      <p>{w.closeHint}</p>
      <TextField {...field('other', w.peopleTo, '', 'people_to')} hint={w.peopleToHint} optional code width={20} />
      <Button kind="secondary">{w.closeButton}</Button>
    </Form>
  )
}
