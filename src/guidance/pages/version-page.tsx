import { ActLink, InsetText, PageTitle } from '../../web/components/index.ts'
import { type Lang, page, type Reply } from '../../web/index.ts'
import type { Version } from '../store.ts'
import { words } from '../words.ts'
import { Body, sinceText, titleOf } from './parts.tsx'

/** One version as it came out, for good. */
export function versionPage({ version, lang }: { readonly version: Version; readonly lang: Lang }): Reply {
  const w = words[lang]
  const href = `/guidance/${version.guidance}`
  const content = (
    <>
      <PageTitle caption={sinceText(version, lang)}>{titleOf(version, lang)}</PageTitle>
      <InsetText>
        {w.older} <ActLink href={href}>{w.inForce}</ActLink>
      </InsetText>
      <Body version={version} lang={lang} />
    </>
  )
  return page(titleOf(version, lang), content, {
    nav: '/guidance',
    back: { href },
    path: `${href}/versions/${version.n}`,
  })
}
