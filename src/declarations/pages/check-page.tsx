import {
  ActLink,
  Address,
  Button,
  ButtonGroup,
  Form,
  Heading,
  PageTitle,
  SummaryList,
  type SummaryRow,
} from '../../web/components/index.ts'
import type { Lang } from '../../web/words.ts'
import { whatItIs } from '../address-words.ts'
import type { Draft, Manager } from '../types.ts'
import { words } from '../words.ts'

export const managerText = (manager: Manager, lang: Lang): string => words[lang][manager]

const statements = { alone: 'statementAlone', shared: 'statementShared', unit: 'statementUnit' } as const

/** Everything once more, with the way to change it, and the words that are stated by filing. */
export function CheckPage({ lang, draft, manager }: { lang: Lang; draft: Draft; manager: Manager }) {
  const w = words[lang]
  return (
    <>
      <PageTitle>{w.check}</PageTitle>
      <SummaryList lang={lang} rows={rowsOf(draft, manager, lang)} />
      <Heading>{w.statement}</Heading>
      <p>{w[statements[manager]]}</p>
      <Form action={`/drafts/${draft.id}/file`}>
        <ButtonGroup>
          <Button>{w.file}</Button>
          <ActLink href="/declarations">{w.keepDraft}</ActLink>
        </ButtonGroup>
      </Form>
    </>
  )
}

function rowsOf(draft: Draft, manager: Manager, lang: Lang): SummaryRow[] {
  const w = words[lang]
  const toAddress = { href: `/declarations/new?draft=${draft.id}` }
  const to = (field: string) => ({ href: `/drafts/${draft.id}#${field}` })
  return [
    { key: w.platformKey, value: whatItIs(draft.address, lang), change: toAddress },
    { key: w.addressKey, value: <Address text={draft.address.canonical} />, change: toAddress },
    { key: w.managerKey, value: managerText(manager, lang), change: to('manager') },
    { key: w.sinceKey, value: draft.since ? w.sinceText(draft.since) : w.notGiven, change: to('since_month') },
    { key: w.whoMayKnow, value: w.privateMeans },
  ]
}
