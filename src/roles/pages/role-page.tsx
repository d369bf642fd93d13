import {
  Button,
  ButtonGroup,
  Details,
  ErrorSummary,
  Fact,
  Facts,
  Form,
  Heading,
  InsetText,
  PageTitle,
  TextField,
  timeText,
} from '../../web/components/index.ts'
import { type Lang, page, type Reply } from '../../web/index.ts'
import { answers } from '../answers.ts'
import type { Ahead, Handover, Reach, RoleLine } from '../store.ts'
import { words } from '../words.ts'
import { messageOf } from './new-page.tsx'
import { effectOf, goesTo, Handovers, openIn, roleName, StateTag, Term, UnitOf } from './parts.tsx'

export type RoleFailed = { readonly code: string; readonly typed: string }
export type RoleShown = {
  readonly role: RoleLine
  readonly reach?: Reach
  /** What was handed over, once the term has ended. */
  readonly handover?: Handover
  /** What would be, while it runs. */
  readonly ahead?: Ahead
  readonly me: string
  readonly failed?: RoleFailed
  readonly lang: Lang
}

/** One role of one person: its term, how it came, what it reaches, and what can be done with it. */
export function rolePage(shown: RoleShown): Reply {
  const { role, reach, handover, failed, lang } = shown
  const w = words[lang]
  const running = role.state === 'serving' || role.state === 'coming'
  const content = (
    <>
      {failed && (
        <ErrorSummary lang={lang} errors={[{ field: running ? 'to' : '', message: messageOf(failed.code, lang) }]} />
      )}
      <PageTitle caption={roleName(role.role, lang)}>
        <span lang="vi">{role.name}</span>
      </PageTitle>
      <Standing role={role} lang={lang} />
      {role.state === 'proposed' && <Deciding {...shown} />}
      {(running || role.state === 'proposed') && (
        <>
          <Heading>{w.effect}</Heading>
          <p>{effectOf(role.role, reach, lang)}</p>
        </>
      )}
      {running && <Ending {...shown} />}
      {handover && (
        <>
          <Heading>{w.handover}</Heading>
          <Handovers handovers={[handover]} lang={lang} />
        </>
      )}
    </>
  )
  const status = failed ? { status: answers[failed.code]?.status ?? 409, error: true } : {}
  const back = { href: '/roles' }
  return page(`${roleName(role.role, lang)}: ${role.name}`, content, {
    ...{ nav: '/roles', back, wide: true, path: `/roles/${role.id}` },
    ...status,
  })
}

function Standing({ role, lang }: Pick<RoleShown, 'role' | 'lang'>) {
  const w = words[lang]
  return (
    <Facts>
      <Fact term={w.state}>
        <StateTag state={role.state} lang={lang} />
      </Fact>
      <Fact term={w.unit}>
        <UnitOf line={role} lang={lang} />
      </Fact>
      <Fact term={w.term}>
        <Term line={role} lang={lang} />
      </Fact>
      <Fact term={w.proposedBy}>{role.proposed_by_name ?? w.operator}</Fact>
      <Fact term={w.decidedBy}>{role.decided_by_name}</Fact>
      <Fact term={w.endedBy}>{role.ended_by_name}</Fact>
      <Fact term={w.because}>{role.granted_because && <span lang="vi">{role.granted_because}</span>}</Fact>
    </Facts>
  )
}

function Deciding({ role, me, lang }: RoleShown) {
  const w = words[lang]
  const own = role.proposed_by === me || role.person === me
  return (
    <>
      <InsetText>{w.waitsSince(timeText(role.open_until, lang, 'day'))}</InsetText>
      {own && <p>{w.ownProposal}</p>}
      <ButtonGroup>
        {!own && (
          <Form action={`/roles/${role.id}/agree`}>
            <Button>{w.agree}</Button>
          </Form>
        )}
        <Form action={`/roles/${role.id}/refuse`}>
          <Button kind="secondary">{role.proposed_by === me ? w.takeBack : w.turnDown}</Button>
        </Form>
      </ButtonGroup>
    </>
  )
}

function Ending({ role, ahead, failed, lang }: RoleShown) {
  const w = words[lang]
  return (
    <>
      {ahead && (
        <>
          <Heading>{w.handover}</Heading>
          <Facts>
            <Fact term={w.handedWhat}>{openIn(ahead, lang)}</Fact>
            <Fact term={w.handedTo}>{goesTo(ahead, lang)}</Fact>
          </Facts>
          <p>{w.aheadText}</p>
        </>
      )}
      <Details summary={w.endRole} open={failed !== undefined}>
        <Form action={`/roles/${role.id}/end`}>
          <TextField
            {...{ lang, name: 'to', label: w.lastDay, hint: w.endHint, type: 'date', optional: true, width: 10 }}
            value={failed?.typed}
            error={failed && messageOf(failed.code, lang)}
          />
          <Button kind="secondary">{w.endButton}</Button>
        </Form>
      </Details>
    </>
  )
}
