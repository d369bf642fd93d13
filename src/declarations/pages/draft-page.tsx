import {
  ActLink,
  Button,
  ButtonGroup,
  ErrorSummary,
  errorFor,
  type FieldError,
  Fieldset,
  Form,
  Heading,
  InsetText,
  PageTitle,
  Radios,
  Recognised,
  Rule,
  Soft,
  TextField,
} from '../../web/components/index.ts'
import type { Lang } from '../../web/words.ts'
import { kindName, platformName } from '../address-words.ts'
import type { DraftForm, DraftProblem } from '../answer.ts'
import type { Draft, Filer } from '../types.ts'
import { words } from '../words.ts'
import { VnAdvice } from './vn-advice.tsx'

export type DraftPageProps = {
  readonly lang: Lang
  readonly draft: Draft
  readonly filer: Filer
  /** What was typed, where it could not be taken. */
  readonly form?: DraftForm
  readonly problems?: readonly DraftProblem[]
  /** Words for a name under .vn; without them no advice is given. */
  readonly wanted?: string
}

/** What was recognised, and the two questions that only the person can answer. */
export function DraftPage({ lang, draft, filer, form = formOf(draft), problems = [], wanted }: DraftPageProps) {
  const w = words[lang]
  const { address } = draft
  const errors = problems.map(({ field, code }) => ({ field, message: w[code] }))
  return (
    <>
      <ErrorSummary lang={lang} errors={errors} />
      <PageTitle>{w.isItThis}</PageTitle>
      <p>{w.recognised}</p>
      <Recognised
        lang={lang}
        platform={platformName(address.platform, lang)}
        kind={kindName(address, lang)}
        handle={address.handle}
        permanentId={address.uid}
        address={address.canonical}
        pasted={draft.typed}
      >
        {wanted !== undefined && <VnAdvice {...{ lang, draft, wanted }} />}
      </Recognised>
      <Form action={`/drafts/${draft.id}`}>
        <Managers {...{ lang, filer, errors }} value={form.manager} />
        <Since {...{ lang, form, errors }} />
        <Heading>{w.whoMayKnow}</Heading>
        <InsetText>{w.privateFirst}</InsetText>
        <ButtonGroup>
          <Button>{w.yesContinue}</Button>
          <ActLink href={`/declarations/new?draft=${draft.id}`}>{w.changeAddress}</ActLink>
        </ButtonGroup>
      </Form>
      <Rule />
      <Soft>{w.removeDraftNote}</Soft>
      <Form action={`/drafts/${draft.id}/delete`}>
        <Button kind="secondary">{w.removeDraft}</Button>
      </Form>
    </>
  )
}

const formOf = ({ manager, since = '' }: Draft): DraftForm => ({
  manager: manager ?? '',
  since_month: since.slice(5).replace(/^0/, ''),
  since_year: since.slice(0, 4),
})

type Part = { lang: Lang; errors: readonly FieldError[] }

function Managers({ lang, filer, errors, value }: Part & { filer: Filer; value: string }) {
  const w = words[lang]
  const forUnit = { value: 'unit', text: w.unit, hint: filer.unit && w.unitHint(filer.unit) }
  const items = [
    { value: 'alone', text: w.alone },
    { value: 'shared', text: w.shared },
    ...(filer.unit ? [forUnit] : []),
  ]
  return (
    <Radios
      lang={lang}
      name="manager"
      legend={w.whoManages}
      hint={w.whoManagesHint}
      error={errorFor(errors, 'manager')}
      {...{ items, value }}
    />
  )
}

function Since({ lang, form, errors }: Part & { form: DraftForm }) {
  const w = words[lang]
  const digits = { lang, inputmode: 'numeric', maxlength: 10 } as const
  const [month, year] = [errorFor(errors, 'since_month'), errorFor(errors, 'since_year')]
  return (
    <Fieldset lang={lang} id="since" legend={w.since} hint={w.sinceHint}>
      <TextField {...digits} name="since_month" label={w.month} width={2} value={form.since_month} error={month} />
      <TextField {...digits} name="since_year" label={w.year} width={4} value={form.since_year} error={year} />
    </Fieldset>
  )
}
