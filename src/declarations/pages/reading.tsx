import { componentWords, Fact, Facts, Initial, Soft } from '../../web/components/index.ts'
import type { Lang } from '../../web/words.ts'
import { kindWords, placeWords } from '../address-words.ts'
import { words } from '../words.ts'

/** Where the script of the page says, while somebody types, what the register reads. Without the script it stays empty. */
export function Reading({ lang }: { lang: Lang }) {
  const w = words[lang]
  return (
    <>
      <div
        id="reading"
        role="status"
        data-names={JSON.stringify({ places: placeWords[lang], kinds: kindWords[lang] })}
        data-several={w.severalPasted}
        data-lookalike={w.lookalikeError('{}')}
      />
      <template data-part="found">
        <div class="cd-recognised">
          <What lang={lang} />
        </div>
      </template>
      <template data-part="post">
        <div class="cd-recognised">
          <p>
            <strong>{w.isItTheAccount}</strong>
          </p>
          <What lang={lang} />
          <Soft>{w.postNotKept}</Soft>
          <button class="govuk-button govuk-button--secondary" type="button" data-use>
            {w.useAccount}
          </button>
        </div>
      </template>
      <template data-part="lookalike">
        <div class="cd-recognised">
          <p class="govuk-error-message" data-fill="sentence" />
          <Facts>
            <Fact term={w.realDomain}>
              <span class="cd-code" data-fill="domain" />
            </Fact>
          </Facts>
          <p>{w.lookalikeWarning}</p>
        </div>
      </template>
      <template data-part="note">
        <p class="cd-soft" data-fill="sentence" />
      </template>
    </>
  )
}

function What({ lang }: { lang: Lang }) {
  const w = componentWords[lang]
  const slot = (name: string) => <span class="cd-code" data-fill={name} />
  return (
    <>
      <p>
        <Initial of="" /> <strong data-fill="platform" />
        <span data-fill="kind" />
      </p>
      <Facts>
        <Fact term={w.handle}>
          <strong data-fill="handle" />
        </Fact>
        <Fact term={w.permanentId}>{slot('uid')}</Fact>
        <Fact term={w.addressKept}>{slot('canonical')}</Fact>
      </Facts>
    </>
  )
}
