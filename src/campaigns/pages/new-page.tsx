import {
  Button,
  ErrorSummary,
  Form,
  Heading,
  Lead,
  Measure,
  PageTitle,
  Radios,
  Select,
  TextField,
} from '../../web/components/index.ts'
import { type Lang, page, type Reply } from '../../web/index.ts'
import { answers } from '../answers.ts'
import { choices, type Typed } from '../shapes.ts'
import { daysChoices, type Text, tasks, whoms } from '../store.ts'
import { words } from '../words.ts'
import { nav } from './list-page.tsx'

type Shown = { readonly typed: Typed; readonly texts: readonly Text[]; readonly code?: string; readonly lang: Lang }

/** The field that a refusal is about. */
const fieldOf: Readonly<Record<string, keyof Typed>> = {
  ...{ per_wave: 'per_wave', per_day: 'per_day', unit_not_found: 'unit', campaign_text_missing: 'guidance' },
}

export function newPage({ typed, texts, code, lang }: Shown): Reply {
  const w = words[lang]
  const field = code && (fieldOf[code] ?? 'unit')
  const message = code && messageOf(code, lang)
  const error = (name: keyof Typed) => (field === name ? message : undefined)
  const items = <T extends 'attest' | 'read' | 'due' | 'overdue' | 'both' | 'working' | 'all'>(values: readonly T[]) =>
    values.map((value) => ({ value, text: w[value] }))
  const numbers = (values: readonly number[], text: (n: number) => string) =>
    values.map((n) => ({ value: String(n), text: text(n) }))
  const content = (
    <Measure>
      {field && message && <ErrorSummary lang={lang} errors={[{ field, message }]} />}
      <PageTitle>{w.newOne}</PageTitle>
      <Lead>{w.newLead}</Lead>
      <Form action="/campaigns" hidden={{ id: typed.id }}>
        <TextField
          {...{ lang, name: 'unit', label: w.unitCode, hint: w.unitHint, value: typed.unit, width: 20, maxlength: 200 }}
          code
          error={error('unit')}
        />
        <Radios {...{ lang, name: 'task', legend: w.task, value: typed.task, items: items(tasks) }} />
        <Radios
          {...{ lang, name: 'whom', legend: w.whom, legendSize: 's', hint: w.whomHint, value: typed.whom }}
          items={items(whoms)}
        />
        <Select
          {...{ lang, name: 'guidance', label: w.guidance, hint: w.guidanceHint, value: typed.guidance }}
          options={[
            { value: '', text: w.noGuidance },
            ...texts.map(({ id, title_vi, title_en }) => ({ value: id, text: lang === 'vi' ? title_vi : title_en })),
          ]}
          error={error('guidance')}
        />
        <Heading>{w.pace}</Heading>
        <Select
          {...{ lang, name: 'steps', label: w.steps, value: typed.steps, options: numbers(choices.steps, w.times) }}
        />
        <Select
          {...{ lang, name: 'gap_days', label: w.gap, value: typed.gap_days }}
          options={numbers(choices.gap_days, w.days_n)}
        />
        <TextField
          {...{ lang, name: 'per_wave', label: w.perWave, hint: w.perWaveHint, value: typed.per_wave, width: 5 }}
          inputmode="numeric"
          error={error('per_wave')}
        />
        <Select
          {...{ lang, name: 'wave_minutes', label: w.waveMinutes, value: typed.wave_minutes }}
          options={numbers(choices.wave_minutes, w.minutes)}
        />
        <TextField
          {...{ lang, name: 'per_day', label: w.perDay, hint: w.perDayHint, value: typed.per_day, width: 5 }}
          inputmode="numeric"
          error={error('per_day')}
        />
        <Select
          {...{ lang, name: 'from_hour', label: w.from, value: typed.from_hour }}
          options={numbers(choices.from_hour, w.hour)}
        />
        <Select
          {...{ lang, name: 'until_hour', label: w.until, value: typed.until_hour }}
          options={numbers(choices.until_hour, w.hour)}
        />
        <Radios
          {...{ lang, name: 'days', legend: w.days, legendSize: 's', value: typed.days, items: items(daysChoices) }}
        />
        <Button>{w.prepare}</Button>
      </Form>
    </Measure>
  )
  const status = code ? { status: answers[code]?.status ?? 422, error: true } : {}
  return page(w.newOne, content, { nav, back: { href: nav }, path: '/campaigns/new', ...status })
}

function messageOf(code: string, lang: Lang): string {
  const w = words[lang]
  if (code === 'per_wave' || code === 'per_day') return w.badNumber
  return answers[code]?.title[lang] ?? w.noSuchUnit
}
