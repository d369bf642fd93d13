import { maskedAddress } from '../../addresses/index.ts'
import {
  ActLink,
  Button,
  ErrorSummary,
  errorFor,
  type FieldError,
  Form,
  Lead,
  PageTitle,
  Radios,
  timeText,
} from '../../web/components/index.ts'
import { type Lang, page, type Reply } from '../../web/index.ts'
import { desk } from '../given.ts'
import { keyOf } from '../shapes.ts'
import type { Concerned, Fact } from '../store.ts'
import { words } from '../words.ts'

type Given = {
  readonly subject: string
  readonly person: Concerned
  readonly facts: readonly Fact[]
  readonly errors: readonly FieldError[] | undefined
  readonly lang: Lang
}

/** What a case can be opened about. There is nothing to type. */
export function factsPage({ subject, person, facts, errors, lang }: Given): Reply {
  const w = words[lang]
  const content = (
    <>
      <ErrorSummary lang={lang} errors={errors} />
      <PageTitle caption={<span lang="vi">{[person.name, person.unit].filter(Boolean).join(', ')}</span>}>
        {w.factsTitle}
      </PageTitle>
      <Lead>{facts.length === 0 ? w.factsNone : w.factsLead}</Lead>
      {facts.length > 0 && (
        <Form action={`/cases/about/${subject}/open`}>
          <Radios
            {...{ lang, name: 'fact', legend: w.factsLegend, error: errorFor(errors, 'fact') }}
            items={facts.map((one) => ({ value: keyOf(one), text: w[one.fact], hint: hintOf(one, lang) }))}
          />
          <p>{w.factsAfter}</p>
          <Button>{w.openCase}</Button>
        </Form>
      )}
      <p>
        <ActLink href="/members">{w.toMembers}</ActLink>
      </p>
    </>
  )
  return page(w.factsTitle, content, {
    nav: desk,
    path: `/cases/about/${subject}`,
    status: errors ? 422 : 200,
    error: errors !== undefined,
    headers: { 'cache-control': 'no-store' },
  })
}

const hintOf = ({ fact_on: on, canonical, handle }: Fact, lang: Lang): string =>
  [words[lang].onDay(timeText(on, lang, 'day')), canonical && maskedAddress({ canonical, handle: handle ?? undefined })]
    .filter(Boolean)
    .join(', ')
