import { type Looker, lookerText } from '../access-record/index.ts'
import type { PersonId } from '../db/index.ts'
import {
  ActLink,
  Button,
  ButtonGroup,
  ErrorSummary,
  Form,
  Heading,
  Measure,
  PageTitle,
  Quote,
  Radios,
  TextField,
  timeText,
} from '../web/components/index.ts'
import { type Lang, page, type Reply } from '../web/index.ts'
import { channelName, fieldsName, purposeName } from './access-words.ts'
import { choices } from './why.ts'
import { words } from './words.ts'

type Given = {
  readonly subject: PersonId
  readonly unit: string
  readonly looker: Looker
  readonly lang: Lang
  /** The form came back: what was wrong, and what was chosen and typed. */
  readonly wrong?: Wrong
  readonly form?: { readonly purpose: string; readonly number: string }
}
export type Wrong = 'purpose_missing' | 'number_missing' | 'number_not_open'

/** Why, before anything opens: the unit is named, the person is not, and the line that they will see is shown. */
export function purposePage({ subject, unit, looker, lang, wrong, form }: Given): Reply {
  const w = words[lang]
  const fields = fieldsName('record', lang)
  const items = choices.map((value) => ({ value, text: purposeName(value, lang), hint: w.opens(fields) }))
  const who = lookerText(looker)
  const message = wrong && w[wrong]
  const error = wrong === 'purpose_missing' ? message : undefined
  const numberError = error ? undefined : message
  const field = error ? 'purpose' : 'number'
  const content = (
    <Measure>
      <ErrorSummary lang={lang} title={w.notOpened} errors={message ? [{ field, message }] : []} />
      <PageTitle caption={w.memberOf(unit)}>{w.why}</PageTitle>
      <Form action={`/records/${subject}`}>
        <Radios name="purpose" legend={w.purpose} value={form?.purpose} {...{ lang, items, error }} />
        <TextField
          name="number"
          label={w.number}
          hint={w.numberHint}
          value={form?.number.slice(0, 40)}
          error={numberError}
          {...{ lang }}
          width={10}
          maxlength={40}
          code
        />
        <Heading small>{w.willSee}</Heading>
        <Quote>
          <p>
            <strong>{w.chosen}</strong>
          </p>
          <p>{w.line(who, fields, timeText(new Date(), lang, 'minute'), channelName('web', lang))}</p>
        </Quote>
        <ButtonGroup>
          <Button>{w.open}</Button>
          <ActLink href="/members">{w.leave}</ActLink>
        </ButtonGroup>
      </Form>
    </Measure>
  )
  const options = { nav: '/members', back: { href: '/members' } }
  return page(w.why.replaceAll('\u00a0', ' '), content, wrong ? { ...options, status: 422, error: true } : options)
}
