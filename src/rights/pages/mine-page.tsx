import {
  ActLink,
  Button,
  Entries,
  EntryState,
  ErrorSummary,
  errorFor,
  type FieldError,
  Form,
  Heading,
  Lead,
  Measure,
  PageTitle,
  Radios,
  Soft,
  timeText,
} from '../../web/components/index.ts'
import { type Lang, page, type Reply } from '../../web/index.ts'
import { mine } from '../given.ts'
import type { Asked } from '../rules.ts'
import type { Request } from '../store.ts'
import { words } from '../words.ts'

const asked: readonly Asked[] = ['correction', 'restriction', 'objection', 'erasure']

type Given = { readonly requests: readonly Request[]; readonly errors?: readonly FieldError[]; readonly lang: Lang }

/** What one may ask, the copy first, and what one asked. */
export function minePage({ requests, errors, lang }: Given): Reply {
  const w = words[lang]
  const content = (
    <Measure>
      <ErrorSummary lang={lang} errors={errors} />
      <PageTitle>{w.title}</PageTitle>
      <Lead>{w.lead}</Lead>
      <Heading>{w.copy}</Heading>
      <p>{w.copyText}</p>
      <Form action={`${mine}/copy`}>
        <Radios
          {...{ lang, name: 'format', legend: w.formatLegend, value: 'pdf', error: errorFor(errors, 'format') }}
          items={[
            { value: 'pdf', text: w.pdf },
            { value: 'json', text: w.json },
          ]}
        />
        <Soft>{w.stepUp}</Soft>
        <Button>{w.download}</Button>
      </Form>
      <Heading>{w.askTitle}</Heading>
      <ul class="govuk-list">
        {asked.map((kind) => (
          <li key={kind} class="govuk-!-margin-bottom-3">
            <ActLink href={`${mine}/${kind}`}>{w[kind]}</ActLink>
            <br />
            {w[`${kind}Hint`]}
          </li>
        ))}
      </ul>
      <Heading>{w.mineTitle}</Heading>
      {requests.length === 0 ? <p>{w.none}</p> : <Entries items={requests.map((one) => entryOf(one, lang))} />}
    </Measure>
  )
  return page(w.title, content, {
    nav: '/my-record',
    path: mine,
    back: { href: '/my-record' },
    status: errors ? 422 : 200,
    error: errors !== undefined,
  })
}

function entryOf({ id, number, kind, state, dueOn, what }: Request, lang: Lang) {
  const w = words[lang]
  return {
    title: w.requestTitle(number),
    state: (
      <>
        <p>{what ? `${w[kind]}: ${w[`what_${what}`]}` : w[kind]}</p>
        <EntryState word={w[`state_${state}`]}>{dueOn && `${w.due}: ${timeText(dueOn, lang, 'day')}`}</EntryState>
      </>
    ),
    acts: [{ href: `${mine}/${id}`, text: w.see }],
  }
}
