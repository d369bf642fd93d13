import { ActLink, CopyField } from '../../web/components/index.ts'
import type { Lang } from '../../web/words.ts'
import { words } from '../words.ts'

/** The person's own public page, to open and to take along into a profile. */
export function Listing({ lang, url }: { lang: Lang; url: string }) {
  const w = words[lang]
  return (
    <>
      <CopyField lang={lang} id="listing" label={w.listing} value={url} hint={w.listingHint} />
      <p>
        <ActLink href={new URL(url).pathname}>{w.openListing}</ActLink>
      </p>
    </>
  )
}
