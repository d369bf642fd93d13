import { displayAddress } from '../../addresses/index.ts'
import { type DeclarationNow, platformName } from '../../declarations/index.ts'
import { componentWords } from '../../web/components/index.ts'
import type { Lang } from '../../web/index.ts'
import type { Publish } from '../methods/index.ts'
import type { Level } from '../types.ts'

/** `Trang web nguyenvana.example`, `GitHub lan`, `Mastodon @lan@may-chu.example`: what every page of this room is about. */
export const captionOf = ({ address }: DeclarationNow, lang: Lang): string =>
  `${platformName(address.platform, lang)} ${nameOf(address)}`

/** The name by which the account is known there: with its @ where the address has one. */
function nameOf({ platform, handle, canonical }: DeclarationNow['address']): string {
  if (handle === undefined) return displayAddress(canonical)
  return platform === 'mastodon' || canonical.endsWith(`/@${handle}`) ? `@${handle}` : handle
}

/** `mức 2, đã xác minh` */
export function levelText(level: Level, lang: Lang): string {
  const w = componentWords[lang]
  return `${w.level(level)}, ${w[`level${level}`]}`.toLocaleLowerCase(lang)
}

/** The one value that is put somewhere, for a page that only reminds of it. */
export function ValueOf({ publish }: { publish: Publish }) {
  if ('type' in publish) {
    return (
      <p class="cd-code">
        {publish.name}
        <br />
        {publish.value}
      </p>
    )
  }
  const value = placedValue(publish)
  return value === undefined ? null : <p class="cd-code">{value}</p>
}

function placedValue(publish: Publish): string | undefined {
  if ('tag' in publish) return publish.tag
  if ('link' in publish) return publish.link
  if ('code' in publish) return publish.code
  return 'path' in publish ? publish.url : undefined
}
