import { displayAddress } from '../../addresses/index.ts'
import { platformName } from '../../declarations/index.ts'
import {
  ActLink,
  Breakable,
  Button,
  ButtonLink,
  Checkboxes,
  ErrorSummary,
  errorFor,
  type FieldError,
  Form,
  Lead,
  PageTitle,
  Radios,
  RedBox,
  Soft,
} from '../../web/components/index.ts'
import { type Lang, page, type Reply } from '../../web/index.ts'
import { nav } from '../given.ts'
import { matters } from '../rules.ts'
import type { Standing } from '../store.ts'
import { words } from '../words.ts'

export type Chosen = { readonly pages: readonly string[]; readonly matter: string }
type Given = {
  readonly standing: readonly Standing[]
  readonly chosen: Chosen
  readonly errors?: readonly FieldError[]
  readonly lang: Lang
}

/** One page, one press. What is chosen already need not be chosen: of a single page, the page. */
export function newPage(given: Given): Reply {
  const { standing, errors, lang } = given
  const w = words[lang]
  const content = (
    <>
      <ErrorSummary lang={lang} errors={errors} />
      <PageTitle>{w.newTitle}</PageTitle>
      {standing.length === 0 ? (
        <>
          <p>{w.noPages}</p>
          <ButtonLink href="/declarations/new">{w.declareOne}</ButtonLink>
        </>
      ) : (
        <>
          <Lead>{w.newLead}</Lead>
          <RedBox>
            <Form action="/incidents">
              <Questions {...given} />
              <Button kind="warning">{w.stopNow}</Button>
            </Form>
          </RedBox>
          <Soft>{w.notContent}</Soft>
        </>
      )}
      <p>
        <ActLink href="/incidents">{w.mineTitle}</ActLink>
      </p>
    </>
  )
  return page(w.newTitle, content, { nav, path: nav, status: errors ? 422 : 200, error: errors !== undefined })
}

/** Which pages, and what is the matter: the same to the owner and to the officer on the phone. */
export function Questions({ standing, chosen, errors, lang }: Given) {
  const w = words[lang]
  const [only, second] = standing
  const values = only && !second ? [only.id] : chosen.pages
  return (
    <>
      <Checkboxes
        {...{ lang, name: 'pages', legend: w.whichPages, values, error: errorFor(errors, 'pages') }}
        items={standing.map(({ id, platform, canonical }) => ({
          value: id,
          text: platformName(platform, lang),
          hint: <Breakable text={displayAddress(canonical)} />,
        }))}
      />
      <Radios
        {...{ lang, name: 'matter', legend: w.whatMatter, value: chosen.matter, error: errorFor(errors, 'matter') }}
        items={matters.map((value) => ({ value, text: w[value] }))}
      />
    </>
  )
}
