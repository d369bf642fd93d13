import type { Tx } from '../db/index.ts'
import type { Lang, Room } from '../web/index.ts'
import { kindsOf } from './kinds.ts'
import { markSeen, type NoticeRow, noticesAfter, unseen } from './store.ts'

/** A notice in the words of its room. */
export type Notice = {
  readonly id: string
  readonly kind: string
  readonly title: string
  readonly text: string
  readonly href: string
  readonly at: Date
  readonly seenAt: Date | undefined
}

/** What a person was told. Each of these is asked in a transaction of that person. */
export type Notices = {
  /** The newest that were not seen yet, and how many there are in all. */
  newest(tx: Tx, lang: Lang): Promise<{ readonly notices: readonly Notice[]; readonly unseen: number }>
  /** Newest first; `older` is the last of the page where there are more. */
  all(tx: Tx, lang: Lang, before?: string): Promise<{ readonly notices: readonly Notice[]; readonly older?: string }>
  /** One, or all. Pressed twice it changes nothing. Gives whether there is such a notice of this person. */
  seen(tx: Tx, id?: string): Promise<boolean>
}

const onFront = 3
const aPage = 50

/** `rooms` is asked when somebody reads: the rooms are built with this in hand. */
export function noticesOf(rooms: () => readonly Room[]): Notices {
  const said = (rows: readonly NoticeRow[], lang: Lang) => {
    const kinds = kindsOf(rooms())
    return rows.flatMap(({ id, kind, about, made_at, seen_at }) => {
      const words = kinds.get(kind)
      if (!words) return [] // of a version of the register that is no more
      const { title, text } = words
      const href = words.href(about)
      return [{ id, kind, title: title[lang], text: text[lang], href, at: made_at, seenAt: seen_at ?? undefined }]
    })
  }
  return {
    async newest(tx, lang) {
      const { rows, count } = await unseen(tx, onFront)
      return { notices: said(rows, lang), unseen: count }
    },
    async all(tx, lang, before) {
      const rows = await noticesAfter(tx, aPage + 1, before)
      const here = rows.slice(0, aPage)
      return { notices: said(here, lang), older: rows.length > aPage ? here.at(-1)?.id : undefined }
    },
    seen: markSeen,
  }
}
