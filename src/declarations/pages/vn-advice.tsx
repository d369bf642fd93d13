import { Address, Button, Details, Form, Soft, TextField } from '../../web/components/index.ts'
import type { Lang } from '../../web/words.ts'
import type { Draft } from '../types.ts'
import { isUnderVn, type VnName, vietnameseName } from '../vn-advice.ts'
import { words } from '../words.ts'

export type VnAdviceProps = {
  readonly lang: Lang
  readonly draft: Draft
  /** The words of the person: those typed here, else the name that the register has. */
  readonly wanted: string
}

/** One quiet sentence while a website is being declared, and never again. Trying a name reads and keeps nothing. */
export function VnAdvice({ lang, draft, wanted }: VnAdviceProps) {
  const w = words[lang]
  const under = isUnderVn(draft.address)
  if (under === undefined) return null
  if (under) return <Soft>{w.underVn}</Soft>
  return (
    <>
      <p class="cd-soft">
        {w.notUnderVn} <Suggestion lang={lang} made={vietnameseName(wanted)} />
      </p>
      <Details summary={w.tryAName}>
        <Form action={`/drafts/${draft.id}`} method="get">
          <TextField lang={lang} name="name" label={w.wantedName} value={wanted} maxlength={100} code />
          <Button kind="secondary">{w.seeTheName}</Button>
        </Form>
      </Details>
    </>
  )
}

function Suggestion({ lang, made }: { lang: Lang; made: VnName | undefined }) {
  const w = words[lang]
  if (!made) return <>{w.noSuchName}</>
  return (
    <>
      {w.forExample} <Address text={made.name} />
      {made.punycode !== made.name && (
        <>
          {' '}
          ({w.inDns} <Address text={made.punycode} />)
        </>
      )}
      . {w.onlyAdvice}
    </>
  )
}
