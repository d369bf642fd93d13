import { type Looker, lookerText, purposes } from '../access-record/index.ts'
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
  timeText,
} from '../web/components/index.ts'
import { type Lang, page, type Reply } from '../web/index.ts'
import { channelName, fieldsName, purposeName } from './access-words.ts'
import { words } from './words.ts'

type Given = {
  readonly subject: PersonId
  readonly unit: string
  readonly looker: Looker
  readonly lang: Lang
  /** The form came back without a purpose. */
  readonly missing?: boolean
}

/** Why, before anything opens: the unit is named, the person is not, and the line that they will see is shown. */
export function purposePage({ subject, unit, looker, lang, missing = false }: Given): Reply {
  const w = words[lang]
  const fields = fieldsName('record', lang)
  const items = purposes.map((value) => ({ value, text: purposeName(value, lang), hint: w.opens(fields) }))
  const who = lookerText(looker)
  const error = missing ? w.choose : undefined
  const content = (
    <Measure>
      <ErrorSummary lang={lang} title={w.notOpened} errors={missing ? [{ field: 'purpose', message: w.choose }] : []} />
      <PageTitle caption={w.memberOf(unit)}>{w.why}</PageTitle>
      <Form action={`/records/${subject}`}>
        <Radios name="purpose" legend={w.purpose} {...{ lang, items, error }} />
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
  return page(w.why.replaceAll('\u00a0', ' '), content, missing ? { ...options, status: 422, error: true } : options)
}
