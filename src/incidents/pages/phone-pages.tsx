import { maskPhone } from '../../addresses/index.ts'
import { platformName } from '../../declarations/index.ts'
import {
  ActLink,
  Button,
  ErrorSummary,
  type FieldError,
  Form,
  Lead,
  PageTitle,
  RedBox,
  StackTable,
} from '../../web/components/index.ts'
import { type Lang, page, type Reply } from '../../web/index.ts'
import type { Concerned, Reported, Standing } from '../store.ts'
import { words } from '../words.ts'
import { type Chosen, Questions } from './new-page.tsx'

type Given = {
  readonly subject: string
  readonly person: Concerned
  readonly standing: readonly Standing[]
  readonly lang: Lang
}
const headers = { 'cache-control': 'no-store' }
/** A telephone number in an address is its owner's. */
const masked = (standing: readonly Standing[]) =>
  standing.map((one) => ({ ...one, canonical: maskPhone({ canonical: one.canonical, handle: one.handle }) }))

/** With the person on the phone. The answer to a POST that wrote the row which they see. */
export function phonePage(given: Given & { readonly chosen: Chosen; readonly errors?: readonly FieldError[] }): Reply {
  const { subject, person, standing, chosen, errors, lang } = given
  const w = words[lang]
  const content = (
    <>
      <ErrorSummary lang={lang} errors={errors} />
      <PageTitle caption={<span lang="vi">{person.name}</span>}>{w.phoneTitle}</PageTitle>
      <Lead>{w.phoneLead}</Lead>
      {standing.length === 0 ? (
        <p>{w.phoneNone}</p>
      ) : (
        <RedBox>
          <Form action={`/incidents/phone/${subject}/freeze`}>
            <Questions {...{ standing: masked(standing), chosen, errors, lang }} />
            <Button kind="warning">{w.stopNow}</Button>
          </Form>
        </RedBox>
      )}
      <p>
        <ActLink href="/members">{w.toMembers}</ActLink>
      </p>
    </>
  )
  const status = errors ? 422 : 200
  return page(w.phoneTitle, content, { nav: '/members', path: `/records/${subject}`, status, error: !!errors, headers })
}

/** The receipt, to be read out. */
export function phoneDonePage({
  subject,
  person,
  standing,
  reported,
  lang,
}: Given & { readonly reported: readonly Reported[] }): Reply {
  const w = words[lang]
  const pages = new Map(masked(standing).map((one) => [one.id, one]))
  const rows = reported.map(({ declaration, incident, number, receipt }) => {
    const one = pages.get(declaration)
    return {
      key: incident,
      cells: [
        one ? `${platformName(one.platform, lang)}, ${one.canonical}` : '',
        <strong class="cd-code">{receipt}</strong>,
        <ActLink href={`/incidents/desk/${incident}`}>{number}</ActLink>,
      ],
    }
  })
  const columns = [{ head: w.page }, { head: w.receipt, label: w.receipt }, { head: w.number, label: w.number }]
  const content = (
    <>
      <PageTitle caption={<span lang="vi">{person.name}</span>}>{w.phoneDone}</PageTitle>
      <Lead>{w.phoneRead}</Lead>
      <StackTable caption={w.phoneDone} captionHidden {...{ columns, rows }} />
      <p>
        <ActLink href="/incidents/desk">{w.toDesk}</ActLink>
      </p>
    </>
  )
  return page(w.phoneDone, content, { nav: '/members', path: `/records/${subject}`, headers })
}
