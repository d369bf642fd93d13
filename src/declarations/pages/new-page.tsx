import type { ComponentChildren } from 'preact'
import { imitated, platforms, type Reason } from '../../addresses/index.ts'
import {
  Address,
  Button,
  ButtonLink,
  Details,
  ErrorSummary,
  Form,
  Heading,
  Marked,
  PageTitle,
  Select,
  Soft,
  TextField,
  WarningText,
} from '../../web/components/index.ts'
import type { Lang } from '../../web/words.ts'
import { platformName } from '../address-words.ts'
import { reasonText } from '../reasons.ts'
import type { KeptAddress } from '../types.ts'
import { words } from '../words.ts'
import { Reading } from './reading.tsx'

export type NewPageProps = {
  readonly lang: Lang
  /** What was pasted; it stays in its field after a refusal. */
  readonly typed?: string
  readonly hint?: string
  /** The draft that gets another address. */
  readonly draft?: string
  readonly refused?: Reason
  /** The account that was read out of the link of a post. */
  readonly account?: KeptAddress
}

/** A bare name may be anyone's on any platform: then the platform is asked for. */
const platformHelps = new Set<Reason | undefined>(['ambiguous_handle', 'display_name', 'platform_mismatch'])

/** Text that may hold a password does not come back, and a field that holds nothing is nothing to correct. */
const shown = ({ typed = '', refused }: NewPageProps) => (refused === 'credentials' ? '' : typed)

export function NewPage(props: NewPageProps) {
  const { lang, account, refused } = props
  const w = words[lang]
  const error = errorOf(props)
  return (
    <>
      <ErrorSummary lang={lang} title={w.notDeclared} errors={error ? [{ field: 'address', message: error }] : []} />
      <PageTitle>{w.declare}</PageTitle>
      {account && <InThePost {...props} account={account} />}
      {refused === 'lookalike_host' && <Lookalike lang={lang} typed={shown(props)} />}
      <AddressForm {...props} error={error} />
    </>
  )
}

/** The title of the window says what is wrong, before the page is read. */
export function newTitle({ lang, refused, account, typed = '' }: NewPageProps): string {
  const w = words[lang]
  if (account || refused === 'content_not_account') return w.aPost
  if (refused === 'lookalike_host') return w.lookalike(imitated(typed).name ?? w.aPlatform)
  return refused ? w.notDeclared : w.declare
}

function errorOf({ lang, typed = '', refused, account }: NewPageProps): string | undefined {
  const w = words[lang]
  if (account) return w.aPostError
  if (refused === 'lookalike_host') return w.lookalikeError(imitated(typed).name ?? w.aPlatform)
  return refused && reasonText(refused, lang)
}

function AddressForm(props: NewPageProps & { error?: string }) {
  const { lang, refused, account, draft, error } = props
  const w = words[lang]
  const whose = refused === 'lookalike_host' && imitated(shown(props)).name
  return (
    <Form action="/declarations/new" hidden={{ draft }} reads>
      <TextField
        {...{ lang, error }}
        name="address"
        label={w.address}
        labelSize="m"
        hint={whose ? w.lookalikeHint(whose) : w.addressHint}
        inputmode="url"
        code
        value={shown(props)}
      />
      <Reading lang={lang} />
      <PlatformPart {...props} />
      {!error && <Details summary={w.which}>{w.whichAnswer}</Details>}
      <Button kind={account ? 'secondary' : 'main'}>{account ? w.checkAddress : w.continue}</Button>
    </Form>
  )
}

/** Open where a bare name was typed; for everybody else it is there to be opened. */
function PlatformPart({ lang, hint, refused }: NewPageProps) {
  if (hint || platformHelps.has(refused)) return <PlatformField lang={lang} hint={hint} />
  return (
    <Details summary={words[lang].onlyAName}>
      <PlatformField lang={lang} />
    </Details>
  )
}

function PlatformField({ lang, hint }: { lang: Lang; hint?: string }) {
  const w = words[lang]
  const options = platforms.map((platform) => ({ value: platform, text: platformName(platform, lang) }))
  return (
    <Select lang={lang} name="hint" label={w.platform} hint={w.platformHint} options={options} value={hint} empty />
  )
}

function InThePost({ lang, account, draft }: NewPageProps & { account: KeptAddress }) {
  const w = words[lang]
  return (
    <div class="cd-recognised">
      <Heading small>{w.inThePost}</Heading>
      <p>
        {platformName(account.platform, lang)}
        {(account.handle ?? account.uid) && (
          <>
            , <strong>{account.handle ?? account.uid}</strong>
          </>
        )}
        <br />
        <Address text={account.canonical} />
      </p>
      <Soft>{w.postNotKept}</Soft>
      <Form action="/declarations/new" hidden={{ address: account.canonical, draft }}>
        <Button>{w.useAccount}</Button>
      </Form>
    </div>
  )
}

function Lookalike({ lang, typed }: { lang: Lang; typed: string }) {
  const w = words[lang]
  const { domain, host } = imitated(typed)
  return (
    <>
      <WarningText lang={lang}>{w.lookalikeWarning}</WarningText>
      {domain && (
        <dl class="cd-diagnosis">
          <Line term={w.pasted}>
            <span class="cd-code">
              <Marked text={typed} parts={[domain]} />
            </span>
          </Line>
          <Line term={w.realDomain}>
            <Address text={domain} />
            {host && host !== domain && (
              <>
                {w.notDomain}
                <Address text={host} />
              </>
            )}
          </Line>
        </dl>
      )}
    </>
  )
}

const Line = ({ term, children }: { term: string; children: ComponentChildren }) => (
  <div>
    <dt>{term}</dt>
    <dd>{children}</dd>
  </div>
)

/** The same page twice: there it is, nothing more was filed. */
export function AlreadyYoursPage({ lang, id, draft }: { lang: Lang; id: string; draft?: string }) {
  const w = words[lang]
  return (
    <>
      <PageTitle>{w.alreadyYours}</PageTitle>
      <p>{w.alreadyYoursNote}</p>
      <p>
        <ButtonLink href={`/declarations/${id}`}>{w.seeDeclaration}</ButtonLink>
      </p>
      {draft && (
        <Form action={`/drafts/${draft}/delete`}>
          <Button kind="secondary">{w.removeDraft}</Button>
        </Form>
      )}
    </>
  )
}
