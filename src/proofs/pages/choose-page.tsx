import type { DeclarationNow } from '../../declarations/index.ts'
import {
  ActLink,
  Button,
  Details,
  ErrorSummary,
  errorFor,
  type FieldError,
  Form,
  Heading,
  PageTitle,
  Radios,
} from '../../web/components/index.ts'
import type { Lang } from '../../web/index.ts'
import { methodTitle, methodWords } from '../method-words.ts'
import type { ProofMethod } from '../methods/index.ts'
import type { Proof } from '../types.ts'
import { words } from '../words.ts'
import { captionOf } from './parts.tsx'

type ChooseProps = {
  readonly lang: Lang
  readonly now: DeclarationNow
  readonly methods: readonly ProofMethod[]
  /** Begun, not found yet, and still good. */
  readonly begun: readonly Proof[]
  readonly any: boolean
  readonly label: string
  readonly errors?: readonly FieldError[]
}

/** Only the ways that can prove this page, the easiest first; before anything is published it is said what others will see. */
export function ChoosePage(props: ChooseProps) {
  const { lang, now, methods, errors } = props
  const w = words[lang]
  return (
    <>
      <ErrorSummary lang={lang} errors={errors} />
      <PageTitle caption={captionOf(now, lang)}>{w.chooseTitle}</PageTitle>
      <Begun {...props} />
      <Form action={`/declarations/${now.id}/prove`}>
        <Radios
          lang={lang}
          name="method"
          legend={w.chooseLegend}
          legendSize="hidden"
          hint={w.chooseHint(methods.length)}
          error={errorFor(errors, 'method')}
          value={methods.length === 1 ? methods[0]?.name : undefined}
          items={methods.map(({ name }) => ({
            value: name,
            text: <strong>{methodWords(name, lang).choice}</strong>,
            hint: methodWords(name, lang).hint,
          }))}
        />
        <Details summary={w.othersSee} open>
          <OthersSee {...props} />
        </Details>
        {!methods.some(({ name }) => name === 'sign-in') && (
          <Details summary={w.whyNoSignIn}>{w.whyNoSignInText}</Details>
        )}
        <Button>{w.next}</Button>
      </Form>
      <TimelineLink {...props} />
    </>
  )
}

/** What whoever looks at the page will see of each kind of way that is offered; what leaves nothing is said too. */
function OthersSee({ lang, methods, label }: ChooseProps) {
  const w = words[lang]
  const secrets = methods.map((method) => (method.how === 'looked_for' ? method.secret : method.name))
  const said = [
    secrets.includes('token') && w.othersSeeToken(label),
    secrets.includes('code') && w.othersSeeCode,
    secrets.includes('page') && w.othersSeeLink,
    secrets.includes('sign-in') && w.othersSeeNothing,
    secrets.includes('witnessed') && w.othersSeeWitness,
  ]
  return said.map((text) => text && <p key={text}>{text}</p>)
}

function Begun({ lang, begun }: ChooseProps) {
  const w = words[lang]
  if (begun.length === 0) return null
  return (
    <>
      <Heading>{w.unfinished}</Heading>
      <ul class="govuk-list">
        {begun.map(({ id, method }) => (
          <li key={id}>
            {methodTitle(method, lang)}:{' '}
            <ActLink href={`/proofs/${id}`} of={methodTitle(method, lang)} children={w.goOn} />
          </li>
        ))}
      </ul>
    </>
  )
}

function TimelineLink({ lang, now, any }: ChooseProps) {
  if (!any) return null
  return (
    <p>
      <ActLink href={`/declarations/${now.id}/proofs`}>{words[lang].seeTimeline}</ActLink>
    </p>
  )
}
