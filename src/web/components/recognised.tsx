import type { ComponentChildren } from 'preact'
import type { Lang } from '../words.ts'
import { Address } from './address.tsx'
import { Fact, Facts } from './facts.tsx'
import { Initial } from './initial.tsx'
import { words } from './words.ts'

export type RecognisedProps = {
  lang: Lang
  /** As people call it: Facebook, trang web. */
  platform: string
  /** What it is there: tài khoản, kênh, nhóm. */
  kind?: string
  handle?: string
  permanentId?: string
  /** The canonical form, which goes into the register. */
  address: string
  /** What was pasted, where it differs. */
  pasted?: string
  /** A remark or a button below the facts. */
  children?: ComponentChildren
}

/** What the register read out of the pasted text, before anything is kept. */
export function Recognised(props: RecognisedProps) {
  const { lang, platform, kind, handle, permanentId, address, pasted, children } = props
  const w = words[lang]
  return (
    <div class="cd-recognised">
      <Facts>
        <Fact term={w.platform}>
          <Initial of={platform} /> <strong>{platform}</strong>
          {kind && `, ${kind}`}
        </Fact>
        <Fact term={w.handle}>{handle && <strong>{handle}</strong>}</Fact>
        <Fact term={w.permanentId}>{permanentId && <Address text={permanentId} />}</Fact>
        <Fact term={w.addressKept}>
          <Address text={address} />
        </Fact>
        <Fact term={w.pasted}>{pasted && pasted !== address && <Address text={pasted} />}</Fact>
      </Facts>
      {children}
    </div>
  )
}
