import type { ComponentChildren } from 'preact'
import type { Lang } from '../words.ts'
import { Qr } from './qr.tsx'
import { words } from './words.ts'

export type ReceiptProps = {
  lang: Lang
  /** What was received: “Đã nhận khai báo”. It is the heading of the page. */
  title: string
  code: string
  /** Where the QR code leads: the full address of the receipt. Left out, no QR code is drawn. */
  url?: string
  /** The `Facts` of what was filed. */
  children: ComponentChildren
  /** What the receipt does not prove. */
  note?: ComponentChildren
}

/** What a person keeps as proof of what they filed. It prints on one page. */
export function Receipt({ lang, title, code, url, children, note }: ReceiptProps) {
  const w = words[lang]
  return (
    <article class="cd-receipt">
      <div class="cd-receipt__head">
        <div>
          <h1 class="govuk-heading-l">{title}</h1>
          <p class="cd-soft govuk-!-margin-bottom-1">{w.receiptNumber}</p>
          <p class="cd-receipt__code">{code}</p>
        </div>
        {url && <Qr text={url} label={w.receiptQr(code)} />}
      </div>
      {children}
      {note && <p class="cd-small cd-soft">{note}</p>}
    </article>
  )
}
