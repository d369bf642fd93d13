import { displayAddress } from '../../addresses/index.ts'
import { ActLink, CellLines, PageTitle, Pagination, StackTable, Time } from '../../web/components/index.ts'
import type { Lang } from '../../web/words.ts'
import { platformName } from '../address-words.ts'
import type { Receipt } from '../types.ts'
import { words } from '../words.ts'

export type ReceiptsPageProps = {
  readonly lang: Lang
  readonly receipts: readonly Receipt[]
  readonly previous?: string
  readonly next?: string
}

export function ReceiptsPage({ lang, receipts, previous, next }: ReceiptsPageProps) {
  const w = words[lang]
  return (
    <>
      <PageTitle>{w.myReceipts}</PageTitle>
      {receipts.length > 0 ? <ReceiptTable lang={lang} receipts={receipts} /> : <p>{w.noReceipts}</p>}
      <Pagination {...{ lang, previous, next }} />
      <p>
        {w.otherReceipts} <ActLink href="/attestations">{w.ofAttestations}</ActLink>,{' '}
        <ActLink href="/rights">{w.ofRights}</ActLink>.
      </p>
    </>
  )
}

export function ReceiptTable({ lang, receipts }: { lang: Lang; receipts: readonly Receipt[] }) {
  const w = words[lang]
  const columns = [{ head: w.number, nowrap: true }, { head: w.content }, { head: w.receivedAt, label: w.receivedAt }]
  const rows = receipts.map(({ code, act, address, madeAt }) => ({
    key: code,
    cells: [
      <ActLink href={`/receipts/${code}`}>{code}</ActLink>,
      <CellLines
        first={w[`${act}Short`]}
        second={`${platformName(address.platform, lang)}, ${displayAddress(address.canonical)}`}
      />,
      <Time at={madeAt} lang={lang} />,
    ],
  }))
  return <StackTable caption={w.myReceipts} captionHidden {...{ columns, rows }} />
}
