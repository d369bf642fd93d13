import type { DeclarationNow } from '../../declarations/index.ts'
import { ActLink, ButtonGroup, ButtonLink, Heading } from '../../web/components/index.ts'
import type { Lang } from '../../web/index.ts'
import { words } from '../words.ts'

type NextProps = { readonly lang: Lang; readonly now: DeclarationNow }

/** What a page that was just proven may do now. */
export function NextStep({ lang, now }: NextProps) {
  const w = words[lang]
  if (now.visibility !== 'private') return <ButtonLink href={`/declarations/${now.id}`}>{w.backToPage}</ButtonLink>
  return (
    <>
      <Heading>{w.nextTitle}</Heading>
      <p>{w.nextVisibility}</p>
      <ButtonGroup>
        <ButtonLink href={`/declarations/${now.id}#visibility`}>{w.chooseVisibility}</ButtonLink>
        <ActLink href={`/declarations/${now.id}`}>{w.backToPage}</ActLink>
      </ButtonGroup>
    </>
  )
}
