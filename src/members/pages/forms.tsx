import { Button, type FieldError, Form, Radios, Select, TextField } from '../../web/components/index.ts'
import type { Lang } from '../../web/index.ts'
import { absences, exemptions } from '../absence.ts'
import { answers } from '../answers.ts'
import type { Place } from '../place.ts'
import { words } from '../words.ts'

/** A form that came back: why, and what had been typed. */
export type Failed = {
  readonly form: 'add' | 'transfer' | 'leave' | 'return' | 'office' | 'absence'
  readonly code: string
  readonly typed: Readonly<Record<string, string>>
}

const fieldOf: Readonly<Record<string, string>> = {
  unit_not_found: 'unit',
  other_not_found: 'unit',
  other_closed: 'unit',
  there_already: 'unit',
  name_malformed: 'name',
  office_malformed: 'office',
  ref_malformed: 'ref',
  ref_taken: 'ref',
  ref_not_yours: 'ref',
  exempt_needs_reason: 'reason',
  absence_dates_wrong: 'until',
  absence_too_long: 'until',
  absence_overlaps: 'from',
}
const firstOf = { add: 'unit', transfer: 'unit', leave: '', return: 'unit', office: 'office', absence: 'kind' } as const

/** Codes about units are the units' own; here they need few words. */
export function messageOf({ form, code }: Failed, lang: Lang): FieldError {
  const w = words[lang]
  const { title, detail } = answers[code] ?? {}
  const units = { other_not_found: w.noSuchUnit, other_closed: w.unitClosed, there_already: w.thereAlready }
  const message = title
    ? `${title[lang]}. ${detail?.[lang] ?? ''}`
    : (units[code as keyof typeof units] ?? w.noSuchUnit)
  const name = fieldOf[code] ?? firstOf[form]
  return { field: name === '' ? '' : `${form}-${name}`, message }
}

type Given = { readonly failed?: Failed; readonly lang: Lang }

function fieldsOf(form: Failed['form'], { failed, lang }: Given) {
  const mine = failed?.form === form ? failed : undefined
  const error = mine && messageOf(mine, lang)
  return (name: string, label: string, value = '') => ({
    ...{ lang, label, name, id: `${form}-${name}` },
    value: mine?.typed[name] ?? value,
    error: error?.field === `${form}-${name}` ? error.message : undefined,
  })
}

export function AddForm({ failed, lang, unit, numbers }: Given & { unit?: string; numbers: boolean }) {
  const w = words[lang]
  const field = fieldsOf('add', { failed, lang })
  return (
    <Form action="/members">
      <TextField {...field('unit', w.unitCode, unit)} code width={20} />
      <TextField {...field('name', w.name)} />
      <TextField {...field('office', w.office)} optional />
      {numbers && <TextField {...field('ref', w.number)} optional code width={20} />}
      <Button kind="secondary">{w.addButton}</Button>
    </Form>
  )
}

type OfOne = Given & { readonly place: Place }

export function OfficeForm({ place, failed, lang }: OfOne) {
  const w = words[lang]
  const field = fieldsOf('office', { failed, lang })
  return (
    <Form action={`/members/${place.id}/office`}>
      <TextField {...field('office', w.office, place.office ?? '')} optional />
      <Button kind="secondary">{w.save}</Button>
    </Form>
  )
}

export function TransferForm({ place, failed, lang }: OfOne) {
  const w = words[lang]
  const field = fieldsOf('transfer', { failed, lang })
  const items = [
    { value: 'end', text: w.termsEnd },
    { value: 'keep', text: w.termsKeep },
  ]
  return (
    <Form action={`/members/${place.id}/transfer`}>
      <TextField {...field('unit', w.toUnit)} code width={20} />
      <Radios name="terms" id="transfer-terms" legend={w.terms} value="end" {...{ items, lang }} />
      <Button kind="secondary">{w.transferButton}</Button>
    </Form>
  )
}

export function LeaveForm({ place, lang }: OfOne) {
  const w = words[lang]
  return (
    <Form action={`/members/${place.id}/leave`}>
      <p>{w.leaveHint}</p>
      <Button kind="secondary">{w.leaveButton}</Button>
    </Form>
  )
}

export function ReturnForm({ place, failed, lang }: OfOne) {
  const w = words[lang]
  const field = fieldsOf('return', { failed, lang })
  return (
    <Form action={`/members/${place.id}/return`}>
      <p>{w.returnHint}</p>
      <TextField {...field('unit', w.toUnit)} hint={w.returnUnitHint} optional code width={20} />
      <Button kind="secondary">{w.returnButton}</Button>
    </Form>
  )
}

export function AbsenceForm({ place, failed, lang }: OfOne) {
  const w = words[lang]
  const field = fieldsOf('absence', { failed, lang })
  const items = absences.map((value) => ({ value, text: w[value] }))
  const reasons = exemptions.map((value) => ({ value, text: w[value] }))
  const kind = field('kind', '')
  return (
    <Form action={`/members/${place.id}/absence`}>
      <Radios
        name="kind"
        id="absence-kind"
        legend={w.absenceKind}
        error={kind.error}
        value={kind.value || 'leave'}
        {...{ items, lang }}
      />
      <Select {...field('reason', w.exemptReason)} hint={w.exemptReasonHint} options={reasons} empty />
      <TextField {...field('from', w.from)} hint={w.fromHint} type="date" optional width={10} />
      <TextField {...field('until', w.until)} type="date" width={10} />
      <Button kind="secondary">{w.absenceButton}</Button>
    </Form>
  )
}
