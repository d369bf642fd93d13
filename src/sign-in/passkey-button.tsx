import type { ComponentChildren } from 'preact'
import { InsetText } from '../web/components/index.ts'
import type { Lang } from '../web/index.ts'
import { words } from './words.ts'

export const passkeyIsland = 'passkey.js'

type Props = {
  lang: Lang
  ceremony: 'sign-in' | 'enrol'
  /** Where the island asks for a challenge, and where it brings the answer. */
  options: string
  answer: string
  text: string
  withoutScript: string
  kind?: 'main' | 'secondary'
  /** Instead of going where the register says: the id of a form on the page that is sent now. */
  thenForm?: string | undefined
  /** More that only a browser without JavaScript needs. */
  children?: ComponentChildren
}

/** The button that speaks with the device. Where its script does not run, it is not there, and a sentence says what to do
 *  instead: `noscript` would be silent where the script is merely not loaded. */
export function PasskeyButton({
  lang,
  ceremony,
  options,
  answer,
  text,
  withoutScript,
  kind = 'main',
  thenForm,
  children,
}: Props) {
  const w = words[lang]
  return (
    <>
      <div
        data-passkey={ceremony}
        data-options={options}
        data-answer={answer}
        data-then-form={thenForm}
        data-waiting={w.waiting}
        data-cancelled={ceremony === 'enrol' ? w.cancelledEnrol : w.cancelled}
        data-unsupported={w.unsupported}
        data-cannot-verify={w.cannotVerify}
        data-already={w.already}
        data-unreached={w.unreached}
      >
        <div role="alert" />
        <button
          class={kind === 'main' ? 'govuk-button cd-js' : 'govuk-button govuk-button--secondary cd-js'}
          type="button"
        >
          {text}
        </button>
        <p class="cd-soft" role="status" />
      </div>
      <div data-without-script>
        <InsetText>{withoutScript}</InsetText>
        {children}
      </div>
    </>
  )
}
