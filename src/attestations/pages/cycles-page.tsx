import {
  Button,
  CellLines,
  ErrorSummary,
  Form,
  Heading,
  Lead,
  PageTitle,
  Select,
  StackTable,
  TextField,
  timeText,
} from '../../web/components/index.ts'
import type { Lang } from '../../web/words.ts'
import { type Cycle, everyMonths } from '../rules.ts'
import type { CycleProblem } from '../set-cycle.ts'
import type { KindCycle } from '../store/cycles.ts'
import { words } from '../words.ts'

export type CycleForm = {
  readonly kind: string
  readonly months: string
  readonly month: string
  readonly spread_days: string
}
export type CyclesProps = {
  readonly lang: Lang
  readonly cycles: readonly KindCycle[]
  readonly form?: CycleForm
  readonly problem?: CycleProblem
}

const fields = {
  kind_unknown: 'kind',
  months_wrong: 'months',
  month_wrong: 'month',
  spread_wrong: 'spread_days',
} as const

export function CyclesPage(props: CyclesProps) {
  const { lang, problem } = props
  const w = words[lang]
  const errors = problem ? [{ field: fields[problem], message: problemText(problem, lang) }] : []
  return (
    <>
      <ErrorSummary lang={lang} errors={errors} />
      <PageTitle>{w.cycles}</PageTitle>
      <Lead>{w.cyclesLead}</Lead>
      <Kinds {...props} />
      <Heading>{w.setCycle}</Heading>
      <CycleFields {...props} errors={errors} />
    </>
  )
}

const problemText = (problem: CycleProblem, lang: Lang) => {
  const w = words[lang]
  const texts = {
    kind_unknown: w.chooseKind,
    months_wrong: w.chooseMonths,
    month_wrong: w.chooseMonth,
    spread_wrong: w.spreadWrong,
  }
  return texts[problem]
}

const kindName = (kind: string, lang: Lang) => (kind === '' ? words[lang].others : kind)

function Kinds({ lang, cycles }: CyclesProps) {
  const w = words[lang]
  const columns = [
    { head: w.kind },
    { head: w.units, label: w.units, figures: true },
    { head: w.cycle, label: w.cycle },
    { head: w.changedBy, label: w.changedBy },
  ]
  const rows = cycles.map(({ kind, units, cycle, changedAt, changedBy }) => ({
    key: kind,
    cells: [
      kindName(kind, lang),
      units,
      cycle ? <CycleText lang={lang} cycle={cycle} /> : kind === '' ? w.notSet : w.asOthers,
      changedAt ? <CellLines first={changedBy} second={timeText(changedAt, lang, 'day')} /> : '',
    ],
  }))
  return <StackTable caption={w.cycles} captionHidden named {...{ columns, rows }} />
}

function CycleText({ lang, cycle }: { lang: Lang; cycle: Cycle }) {
  const w = words[lang]
  if (cycle.months === 0) return <>{w.noAsking}</>
  return <CellLines first={w.every(cycle.months)} second={w.fromMonth(cycle.month, cycle.spreadDays)} />
}

function CycleFields({
  lang,
  cycles,
  form,
  errors,
}: CyclesProps & { errors: readonly { field: string; message: string }[] }) {
  const w = words[lang]
  const of = (field: string) => errors.find((one) => one.field === field)?.message
  const months = [...everyMonths.map((n) => ({ value: String(n), text: w.every(n) })), { value: '0', text: w.noAsking }]
  return (
    <Form action="/attestations/cycles">
      <Select
        lang={lang}
        name="kind"
        label={w.kind}
        options={cycles.map(({ kind }) => ({ value: kind, text: kindName(kind, lang) }))}
        value={form?.kind}
        error={of('kind')}
      />
      <Select
        lang={lang}
        name="months"
        label={w.howOften}
        options={months}
        value={form?.months ?? '12'}
        error={of('months')}
      />
      <Select
        lang={lang}
        name="month"
        label={w.firstMonth}
        options={Array.from({ length: 12 }, (_, n) => ({ value: String(n + 1), text: w.monthName(n + 1) }))}
        value={form?.month ?? '10'}
        error={of('month')}
      />
      <TextField
        lang={lang}
        name="spread_days"
        label={w.spread}
        hint={w.spreadHint}
        value={form?.spread_days ?? '90'}
        error={of('spread_days')}
      />
      <Button>{w.save}</Button>
    </Form>
  )
}
