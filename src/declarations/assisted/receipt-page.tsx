import { maskedAddress } from '../../addresses/index.ts'
import {
  ActLink,
  Address,
  ButtonGroup,
  Fact,
  Facts,
  NoPrint,
  Receipt as Paper,
  Time,
} from '../../web/components/index.ts'
import { type Lang, page, type Reply } from '../../web/index.ts'
import { platformName } from '../address-words.ts'
import type { Filer, KeptAddress } from '../types.ts'
import { words } from './words.ts'

type Given = {
  readonly subject: string
  readonly receipt: string
  readonly address: KeptAddress
  readonly person: Filer
  readonly by: string
  readonly url: string
  readonly lang: Lang
}

/** For the person, on paper. The answer to a POST: sent again, it is the same receipt. A telephone number is its owner's: it is masked. */
export function receiptPage({ subject, receipt, address, person, by, url, lang }: Given): Reply {
  const w = words[lang]
  const content = (
    <>
      <Paper lang={lang} title={w.received} code={receipt} url={`${url}/receipts/${receipt}`} note={w.receiptNote}>
        <Facts>
          <Fact term={w.filer}>
            <span lang="vi">{[person.name, person.unit, person.above].filter(Boolean).join(', ')}</span>
          </Fact>
          <Fact term={w.filedBy}>
            <span lang="vi">{by}</span>
          </Fact>
          <Fact term={w.at}>
            <Time at={new Date()} lang={lang} />
          </Fact>
          <Fact term={w.address}>
            {platformName(address.platform, lang)}
            <br />
            <Address text={maskedAddress({ canonical: address.canonical, handle: address.handle })} />
          </Fact>
          <Fact term={w.whoMayKnow}>{w.private}</Fact>
        </Facts>
      </Paper>
      <NoPrint>
        <ButtonGroup>
          <ActLink href={`/declarations/assisted/${subject}`}>{w.next}</ActLink>
          <ActLink href="/members">{w.done}</ActLink>
        </ButtonGroup>
      </NoPrint>
    </>
  )
  const headers = { 'cache-control': 'no-store' }
  return page(w.received, content, { nav: '/members', path: `/declarations/assisted/${subject}`, headers })
}
