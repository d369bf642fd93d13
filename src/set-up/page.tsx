import {
  Button,
  ErrorSummary,
  errorFor,
  type FieldError,
  Form,
  Heading,
  Lead,
  PageTitle,
  Rule,
  TextField,
} from '../web/components/index.ts'
import type { Lang } from '../web/index.ts'
import type { Named } from './begin.ts'
import { words } from './words.ts'

type Props = { lang: Lang; secret: string; typed: Named; errors?: readonly FieldError[]; sampleOffered: boolean }

export function SetUpPage({ lang, secret, typed, errors, sampleOffered }: Props) {
  const w = words[lang]
  const field = (name: keyof Named, label: string, hint: string) => (
    <TextField
      lang={lang}
      name={name}
      label={label}
      hint={hint}
      value={typed[name]}
      error={errorFor(errors, name)}
      maxlength={200}
      autocomplete={name === 'name' ? 'name' : 'organization'}
    />
  )
  return (
    <>
      <ErrorSummary lang={lang} errors={errors} />
      <PageTitle>{w.title}</PageTitle>
      <Lead>{w.lead}</Lead>
      <Form action={`/set-up/${secret}`}>
        {field('organisation', w.organisation, w.organisationHint)}
        {field('name', w.name, w.nameHint)}
        <Button>{w.next}</Button>
      </Form>
      {sampleOffered && <SampleOffer lang={lang} secret={secret} />}
    </>
  )
}

function SampleOffer({ lang, secret }: Pick<Props, 'lang' | 'secret'>) {
  const w = words[lang]
  return (
    <>
      <Rule />
      <Heading>{w.sampleTitle}</Heading>
      <p>{w.sampleText}</p>
      <Form action={`/set-up/${secret}/sample`}>
        <Button kind="secondary">{w.sampleButton}</Button>
      </Form>
    </>
  )
}
