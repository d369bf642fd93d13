import {
  browserSupportsWebAuthn,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  startAuthentication,
  startRegistration,
  WebAuthnError,
} from '@simplewebauthn/browser'
import { attempt, Said, withScript } from './shared/attempt.ts'

/** Passkeys: asks for a challenge, lets the device answer it, brings the answer back, and goes where the register says.
 *  The words stand in the page, in its language. */
withScript()

for (const part of document.querySelectorAll<HTMLElement>('[data-passkey]')) {
  const button = part.querySelector('button')
  button?.addEventListener('click', () =>
    attempt(
      part,
      button,
      async () => goOn(await ceremony(part.dataset), part.dataset.thenForm),
      (error) => wordsFor(error, part.dataset),
    ),
  )
}

function goOn(to: string, form: string | undefined) {
  const waiting = form === undefined ? null : document.getElementById(form)
  if (waiting instanceof HTMLFormElement) waiting.requestSubmit()
  else location.assign(to)
}

async function ceremony({ passkey, options = '', answer = '' }: DOMStringMap): Promise<string> {
  if (!browserSupportsWebAuthn()) throw new Error('unsupported')
  const optionsJSON = await send(options)
  const made =
    passkey === 'enrol'
      ? await startRegistration({ optionsJSON: optionsJSON as PublicKeyCredentialCreationOptionsJSON })
      : await startAuthentication({ optionsJSON: optionsJSON as PublicKeyCredentialRequestOptionsJSON })
  return ((await send(answer, made)) as { to: string }).to
}

async function send(to: string, body?: unknown): Promise<unknown> {
  const content =
    body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }
  const response = await fetch(to, { method: 'POST', ...content })
  const answer = (await response.json()) as { message?: string }
  if (response.ok) return answer
  throw new Said(answer.message)
}

function wordsFor(error: unknown, words: DOMStringMap): string | undefined {
  if (error instanceof Said) return error.message || words.unreached
  if (error instanceof WebAuthnError) {
    if (error.code === 'ERROR_AUTHENTICATOR_PREVIOUSLY_REGISTERED') return words.already
    if (/MISSING_USER_VERIFICATION|MISSING_DISCOVERABLE/.test(error.code)) return words.cannotVerify
    if (/INVALID_DOMAIN|INVALID_RP_ID|SUPPORTED_PUBKEY/.test(error.code)) return words.unsupported
  }
  const name = (error as Error).name
  if (name === 'NotAllowedError' || name === 'AbortError') return words.cancelled
  return (error as Error).message === 'unsupported' ? words.unsupported : words.unreached
}
