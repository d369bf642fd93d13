import type { Role } from '../../permissions/index.ts'
import { Button, Fact, Facts, Form, Heading, InsetText, PageTitle, timeText } from '../../web/components/index.ts'
import { type Lang, page, type Reply } from '../../web/index.ts'
import { needTwo } from '../grant-role.ts'
import type { Reach } from '../store.ts'
import type { Whom } from '../whom.ts'
import { words } from '../words.ts'
import { effectOf, roleName } from './parts.tsx'

type Shown = {
  readonly whom: Whom
  readonly role: Role
  readonly unit?: { readonly name: string; readonly code: string }
  readonly reach?: Reach
  readonly typed: Readonly<Record<string, string>>
  readonly lang: Lang
}

/** Everything as it was read, and what it will do, before it is done. */
export function confirmPage({ whom, role, unit, reach, typed, lang }: Shown): Reply {
  const w = words[lang]
  const two = needTwo.has(role)
  const content = (
    <>
      <PageTitle caption={w.confirm}>
        {roleName(role, lang)}: <span lang="vi">{whom.name}</span>
      </PageTitle>
      <Facts>
        <Fact term={w.person}>
          <span lang="vi">{[whom.name, whom.office].filter(Boolean).join(', ')}</span>
        </Fact>
        <Fact term={w.role}>{roleName(role, lang)}</Fact>
        <Fact term={w.unit}>{unit ? <span lang="vi">{`${unit.name} (${unit.code})`}</span> : w.wholeOrganisation}</Fact>
        <Fact term={w.firstDay}>{typed.from && timeText(typed.from, lang, 'day')}</Fact>
        <Fact term={w.lastDay}>{typed.to ? timeText(typed.to, lang, 'day') : w.noEnd}</Fact>
      </Facts>
      <Heading>{w.effect}</Heading>
      <p>{effectOf(role, reach, lang)}</p>
      <InsetText>{two ? w.waitsForSecond : w.atOnce}</InsetText>
      <Form action="/roles" hidden={typed}>
        <Button>{two ? w.confirmPropose : w.confirmGrant}</Button>
      </Form>
    </>
  )
  return page(w.confirm, content, { nav: '/roles', back: { href: '/roles/new' }, path: '/roles/new' })
}
