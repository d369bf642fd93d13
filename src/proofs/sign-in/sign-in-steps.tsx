import { ButtonGroup, ButtonLink, Details, Lead, Soft } from '../../web/components/index.ts'
import type { Lang } from '../../web/index.ts'
import type { Publish } from '../methods/index.ts'
import { words } from './words.ts'

type SignIn = Extract<Publish, { signIn: readonly unknown[] }>
type StepsProps = { readonly lang: Lang; readonly publish: SignIn; readonly platform: string }

/** Where to sign in. Each is a plain link: a form would end at our own policy, which lets none leave. */
export function SignInSteps({ lang, publish, platform }: StepsProps) {
  const w = words[lang]
  if (publish.signIn.length === 0) return <Lead>{w.nowhere}</Lead>
  return (
    <>
      <Lead>{w.lead}</Lead>
      {platform === 'youtube' && <p>{w.youtube}</p>}
      <Details summary={w.what} open>
        {w.whatText}
      </Details>
      <ButtonGroup>
        {publish.signIn.map(({ name, url }, n) => (
          <ButtonLink key={url} href={new URL(url).pathname} kind={n === 0 ? 'main' : 'secondary'}>
            {w.at(name)}
          </ButtonLink>
        ))}
      </ButtonGroup>
      <Soft>{w.tenMinutes}</Soft>
    </>
  )
}
