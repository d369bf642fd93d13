import { page, type Reply, refuse } from '../web/index.ts'
import { assistedOf } from './assisted/store.ts'
import { back, type Given, type Member, nav, pageIn } from './given.ts'
import { ReceiptPage } from './pages/receipt-page.tsx'
import { ReceiptsPage } from './pages/receipts-page.tsx'
import { receiptCodeOf } from './rules.ts'
import { declarationOf, filerOf } from './store/declarations.ts'
import { receiptOf, receiptsOf } from './store/receipts.ts'
import { words } from './words.ts'

const receiptsAPage = 50

export async function listReceipts({ db }: Given, { actor, lang, query }: Member): Promise<Reply> {
  const n = pageIn(query)
  const found = await db.as(actor.id, (tx) => receiptsOf(tx, receiptsAPage + 1, (n - 1) * receiptsAPage))
  const receipts = found.slice(0, receiptsAPage)
  const [previous, next] = [
    n > 1 ? `/receipts?page=${n - 1}` : undefined,
    found.length > receiptsAPage ? `/receipts?page=${n + 1}` : undefined,
  ]
  return page(words[lang].myReceipts, <ReceiptsPage {...{ lang, receipts, previous, next }} />, { nav, back })
}

export async function showReceipt({ db, url }: Given, { actor, lang, params }: Member): Promise<Reply> {
  const code = receiptCodeOf(params.code ?? '')
  if (!code) return refuse('not_found')
  const found = await db.as(actor.id, async (tx) => {
    const receipt = await receiptOf(tx, code)
    return (
      receipt && {
        receipt,
        assisted: await assistedOf(tx, receipt.declaration),
        now: await declarationOf(tx, receipt.declaration),
        filer: await filerOf(tx),
      }
    )
  })
  if (!found) return refuse('not_found')
  const toProve = found.now?.level === 0 && found.now.state === 'active'
  const content = (
    <ReceiptPage
      {...{ lang, toProve }}
      receipt={found.receipt}
      assisted={found.assisted}
      filer={found.filer}
      url={`${url}/receipts/${code}`}
    />
  )
  return page(words[lang].receiptTitle, content, { nav, back })
}
