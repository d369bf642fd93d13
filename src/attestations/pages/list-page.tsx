import { displayAddress } from '../../addresses/index.ts'
import { platformName } from '../../declarations/index.ts'
import {
  ActLink,
  BulletList,
  Button,
  ButtonGroup,
  CellLines,
  ErrorSummary,
  Form,
  Heading,
  InsetText,
  Lead,
  PageTitle,
  Radios,
  Soft,
  StackTable,
  Time,
  timeText,
} from '../../web/components/index.ts'
import type { Lang } from '../../web/words.ts'
import { isAsked, isOpen } from '../attest.ts'
import { type Answer, type Filed, type Line, type MyDuty, saidOfPages } from '../types.ts'
import { words } from '../words.ts'

export type ListProps = {
  readonly lang: Lang
  readonly today: string
  readonly duty: MyDuty | undefined
  readonly lines: readonly Line[]
  readonly filed: readonly Filed[]
  /** Pages that were sent without an answer. */
  readonly missing?: readonly string[]
  /** What was answered has just been kept. */
  readonly kept?: boolean
  /** Sets the cycles. */
  readonly administers: boolean
}

/** Everything on one page: what is asked, until when, every page with its answer, and the button. */
export function ListPage(props: ListProps) {
  const { lang, duty, today, lines, missing = [] } = props
  const w = words[lang]
  const open = duty !== undefined && isOpen(duty, today)
  const errors = lines
    .filter(({ declaration }) => missing.includes(declaration))
    .map((line) => ({ field: fieldOf(line), message: w.chooseFor(whatOf(line, lang)) }))
  return (
    <>
      <ErrorSummary lang={lang} errors={errors} />
      <PageTitle>{w.title}</PageTitle>
      {open ? <Asked {...props} duty={duty} /> : <Rests {...props} />}
      <Earlier {...props} />
      {props.administers && (
        <p>
          <ActLink href="/attestations/cycles">{w.cycles}</ActLink>
        </p>
      )}
    </>
  )
}

export const fieldOf = ({ declaration }: Pick<Line, 'declaration'>): string => `page-${declaration}`
const whatOf = ({ address }: Line, lang: Lang) =>
  `${platformName(address.platform, lang)}, ${displayAddress(address.canonical)}`
const dayText = (day: string, lang: Lang) => timeText(day, lang, 'day')

function Asked(props: ListProps & { duty: MyDuty }) {
  const { lang, today, duty, lines, kept } = props
  const w = words[lang]
  const [due, asked] = [duty.dueOn as string, lines.filter(isAsked)]
  return (
    <>
      {kept && <InsetText>{w.kept}</InsetText>}
      {lines.length > 0 && <Lead>{w.lead}</Lead>}
      <p>
        <strong>{today > due ? w.pastDue(dayText(due, lang)) : w.dueBy(dayText(due, lang))}</strong>
      </p>
      {lines.length > 0 ? <Answers {...props} asked={asked} /> : <None lang={lang} />}
    </>
  )
}

/** One tap. */
function None({ lang }: { lang: Lang }) {
  const w = words[lang]
  return (
    <>
      <p>{w.noneLead}</p>
      <Form action="/attestations" hidden={{ press: 'send' }}>
        <ButtonGroup>
          <Button>{w.haveNone}</Button>
          <ActLink href="/declarations/new">{w.havePages}</ActLink>
        </ButtonGroup>
      </Form>
    </>
  )
}

function Answers({ lang, lines, asked, missing = [] }: ListProps & { readonly asked: readonly Line[] }) {
  const w = words[lang]
  const done = asked.filter(({ answer }) => answer).length
  const others = lines.filter((line) => !isAsked(line))
  return (
    <Form action="/attestations">
      {asked.length > 0 && <Soft>{w.answeredSo(done, asked.length)}</Soft>}
      {asked.map((line) => (
        <Question {...{ lang, line }} key={line.declaration} missing={missing.includes(line.declaration)} />
      ))}
      {asked.length > 1 && done < asked.length && (
        <Button kind="secondary" name="press" value="all_still">
          {w.allStill}
        </Button>
      )}
      {others.length > 0 && (
        <>
          <Heading>{w.notAsked}</Heading>
          <BulletList items={others.map((line) => `${whatOf(line, lang)}: ${stateText(line, lang)}`)} />
        </>
      )}
      <p>
        <ActLink href="/declarations/new">{w.declareAnother}</ActLink>
      </p>
      <p>{w.complete}</p>
      <ButtonGroup>
        <Button name="press" value="send">
          {w.send}
        </Button>
        {asked.length > 0 && (
          <Button kind="secondary" name="press" value="keep">
            {w.keep}
          </Button>
        )}
      </ButtonGroup>
    </Form>
  )
}

const stateText = ({ state }: Line, lang: Lang) => (state === 'frozen' ? words[lang].frozen : words[lang].closing)

function Question({ lang, line, missing }: { lang: Lang; line: Line; missing: boolean }) {
  const w = words[lang]
  const items = saidOfPages.map((value) => ({ value, text: w[value], hint: hintOf(value, lang) }))
  return (
    <>
      <Radios
        lang={lang}
        name={fieldOf(line)}
        legend={
          <CellLines
            first={platformName(line.address.platform, lang)}
            second={<span class="cd-code">{displayAddress(line.address.canonical)}</span>}
          />
        }
        hint={line.lapses && w.lapses(timeText(line.lapses, lang, 'day'))}
        error={missing ? w.chooseFor(whatOf(line, lang)) : undefined}
        items={items}
        value={line.answer}
      />
      {line.lapses && (
        <p>
          <ActLink href={`/declarations/${line.declaration}/prove`} of={whatOf(line, lang)}>
            {w.proveAgain}
          </ActLink>
        </p>
      )}
    </>
  )
}

const hintOf = (answer: Answer, lang: Lang) => (answer === 'changed' ? words[lang].changedHint : undefined)

/** Nothing to answer today: why, and when next. */
function Rests({ lang, duty, today }: ListProps) {
  const w = words[lang]
  const next =
    duty?.opensOn && duty.dueOn && duty.opensOn > today
      ? w.nextOn(dayText(duty.opensOn, lang), dayText(duty.dueOn, lang))
      : undefined
  if (duty?.answered) return <Lead>{w.done}</Lead>
  return (
    <>
      <Lead>{w.notYet}</Lead>
      <p>{next ?? w.notPlanned}</p>
      {duty?.state === 'exempt' && <p>{w.isExempt}</p>}
    </>
  )
}

function Earlier({ lang, filed }: ListProps) {
  const w = words[lang]
  if (filed.length === 0) return null
  const columns = [{ head: w.number, nowrap: true }, { head: w.said }, { head: w.sentOn, label: w.sentOn }]
  const rows = filed.map(({ id, code, said, pages, madeAt }) => ({
    key: id,
    cells: [
      <ActLink href={`/attestations/${id}`}>{code}</ActLink>,
      said === 'none' ? w.saidNone : w.saidPages(pages),
      <Time at={madeAt} lang={lang} />,
    ],
  }))
  return (
    <>
      <Heading>{w.earlier}</Heading>
      <StackTable caption={w.earlier} captionHidden {...{ columns, rows }} />
    </>
  )
}
