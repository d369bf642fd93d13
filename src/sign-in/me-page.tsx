import type { Scope } from '../permissions/index.ts'
import {
  ActLink,
  Button,
  ButtonGroup,
  CellLines,
  Fact,
  Facts,
  Form,
  Heading,
  InsetText,
  PageTitle,
  StackTable,
  Time,
} from '../web/components/index.ts'
import type { Lang } from '../web/index.ts'
import type { Account } from './me.ts'
import { PasskeyButton } from './passkey-button.tsx'
import { MyRecoveries } from './recovery/pages.tsx'
import { tokenWords } from './token-words.ts'
import { words } from './words.ts'

type Props = { lang: Lang; account: Account }

/** Every way into the register that is open for this person, and how to close it. */
export function MePage(props: Props) {
  return (
    <>
      <PageTitle>{words[props.lang].me}</PageTitle>
      <Who {...props} />
      <MyRecoveries recoveries={props.account.recoveries} lang={props.lang} />
      <Passkeys {...props} />
      <Sessions {...props} />
      <Tokens {...props} />
    </>
  )
}

function Who({ lang, account }: Props) {
  const w = words[lang]
  const named = (role: string) => w[role as 'officer'] ?? role
  const roles = account.roles.map(({ role, unit }) => (unit ? `${named(role)}, ${unit}` : named(role)))
  return (
    <>
      <Facts>
        <Fact term={w.meName}>{account.name}</Fact>
        <Fact term={w.meOffice}>{account.office}</Fact>
        <Fact term={w.meUnit}>{account.unit}</Fact>
        <Fact term={w.meRoles}>{roles.join('; ')}</Fact>
      </Facts>
      <p>
        <ActLink href="/roles/mine">{w.myRoles}</ActLink>
      </p>
    </>
  )
}

function Passkeys({ lang, account }: Props) {
  const w = words[lang]
  const rows = account.passkeys.map((passkey) => ({
    key: passkey.id,
    cells: [
      passkey.name || w.passkeyUnnamed,
      <Time at={passkey.madeAt} lang={lang} form="day" />,
      passkey.usedAt ? <Time at={passkey.usedAt} lang={lang} /> : w.neverUsed,
      <ActLink href={`/me/passkeys/${passkey.id}`} of={passkey.name || w.passkeyUnnamed}>
        {w.change}
      </ActLink>,
    ],
  }))
  const columns = [
    { head: w.name },
    { head: w.made, label: w.made },
    { head: w.lastUsed, label: w.lastUsed },
    { head: w.actions },
  ]
  return (
    <>
      <Heading>{w.passkeys}</Heading>
      <p>{rows.length > 0 ? w.passkeysText : w.passkeysNone}</p>
      {rows.length > 0 && <StackTable caption={w.passkeys} captionHidden named columns={columns} rows={rows} />}
      {account.mayAdd ? (
        <PasskeyButton
          lang={lang}
          ceremony="enrol"
          options="/me/passkeys/options"
          answer="/me/passkeys"
          text={w.addPasskey}
          withoutScript={w.addNeedsScript}
          kind="secondary"
        />
      ) : (
        <InsetText>{w.addNeedsPasskey}</InsetText>
      )}
    </>
  )
}

function Sessions({ lang, account }: Props) {
  const w = words[lang]
  const said: Record<string, string> = {
    passkey: w.byPasskey,
    code: w.byCode,
    mail: w.byMail,
    sample: w.bySample,
    organisation: w.byOrganisation,
    organisation_again: w.byOrganisation,
  }
  const how = (way: string) => said[way] ?? way
  const rows = account.sessions.map((session) => ({
    key: session.hash.toString('hex'),
    cells: [
      <CellLines
        first={session.here ? `${session.device || w.deviceUnknown} (${w.thisOne})` : session.device || w.deviceUnknown}
        second={how(session.how)}
      />,
      <Time at={session.madeAt} lang={lang} />,
      <Time at={session.seenAt} lang={lang} />,
      <Form action={`/me/sessions/${session.id}/end`}>
        <Button kind="secondary" flush>
          {w.endSession}
          <span class="govuk-visually-hidden"> {session.device || w.deviceUnknown}</span>
        </Button>
      </Form>,
    ],
  }))
  const columns = [
    { head: w.session },
    { head: w.since, label: w.since },
    { head: w.lastSeen, label: w.lastSeen },
    { head: w.actions },
  ]
  return (
    <>
      <Heading>{w.sessions}</Heading>
      <p>{w.strange}</p>
      <StackTable caption={w.sessions} captionHidden named columns={columns} rows={rows} />
      <ButtonGroup>
        <Form action="/sign-out">
          <Button kind="secondary">{w.signOut}</Button>
        </Form>
        {account.sessions.length > 1 && (
          <Form action="/me/sessions/others/end">
            <Button kind="secondary">{w.endOthers}</Button>
          </Form>
        )}
        <Form action="/sign-out/everywhere">
          <Button kind="secondary">{w.signOutEverywhere}</Button>
        </Form>
      </ButtonGroup>
    </>
  )
}

function Tokens({ lang, account }: Props) {
  const w = words[lang]
  const rows = account.tokens.map((token) => ({
    key: token.id,
    cells: [
      <CellLines
        first={token.name || w.tokenUnnamed}
        second={token.scopes.map((scope) => tokenWords[lang][scope as Scope] ?? scope).join('; ')}
      />,
      <Time at={token.madeAt} lang={lang} form="day" />,
      token.usedAt ? <Time at={token.usedAt} lang={lang} /> : w.neverUsed,
      <Time at={token.expiresAt} lang={lang} form="day" />,
      <Form action={`/me/tokens/${token.id}/revoke`}>
        <Button kind="secondary" flush>
          {w.revoke}
          <span class="govuk-visually-hidden"> {token.name || w.tokenUnnamed}</span>
        </Button>
      </Form>,
    ],
  }))
  const columns = [
    { head: w.name },
    { head: w.made, label: w.made },
    { head: w.lastUsed, label: w.lastUsed },
    { head: w.until, label: w.until },
    { head: w.actions },
  ]
  return (
    <>
      <Heading>{w.tokens}</Heading>
      <p>{w.tokensText}</p>
      {rows.length > 0 && <StackTable caption={w.tokens} captionHidden named columns={columns} rows={rows} />}
      <p>{account.mayAdd ? <ActLink href="/me/tokens/new">{w.newToken}</ActLink> : w.addNeedsPasskey}</p>
    </>
  )
}
