import type { Lang } from '../web/index.ts'
import type { Kind } from './rules.ts'

type Rule = {
  /** Stands in the decision, and never changes its meaning: a changed rule gets a new number. */
  readonly number: string
  readonly kinds: readonly Kind[]
  readonly text: Readonly<Record<Lang, string>>
}

/** What reasons rest on: the duties that this register serves, each with its number. An organisation whose own rules say it in other
 *  words puts their numbers and texts here. */
export const duties: readonly Rule[] = [
  {
    number: '1',
    kinds: ['not_filed'],
    text: {
      vi: 'Xác nhận danh sách trang và tài khoản của mình trong thời hạn được báo, kể cả khi không có trang nào.',
      en: 'Confirm the list of one’s pages and accounts by the date that was told, also where there is none.',
    },
  },
  {
    number: '2',
    kinds: ['false_declaration'],
    text: {
      vi: 'Chỉ khai trang và tài khoản của chính mình; xác minh bằng bằng chứng thật.',
      en: 'Declare only pages and accounts of one’s own, and prove them by what is genuine.',
    },
  },
  {
    number: '3',
    kinds: ['not_kept_up_to_date'],
    text: {
      vi: 'Cập nhật trong 30 ngày khi trang đổi tên, đổi người quản lý hoặc không dùng nữa.',
      en: 'File within 30 days that a page changed its name or who manages it, or is no longer used.',
    },
  },
  {
    number: '4',
    kinds: ['lent_or_sold'],
    text: {
      vi: 'Không cho mượn, cho thuê, bán, cầm cố trang hoặc tài khoản đã khai, và không mượn của người khác.',
      en: 'Do not lend, let, sell or pledge a declared page or account, and borrow none.',
    },
  },
  {
    number: '5',
    kinds: ['not_filed', 'false_declaration', 'not_kept_up_to_date', 'lent_or_sold'],
    text: {
      vi: 'Người bị chiếm trang, ốm, nghỉ phép hoặc không có mạng không bị coi là chưa làm nghĩa vụ trong thời gian đó.',
      en: 'Whoever was robbed of a page, was ill, on leave or without a network has not failed a duty in that time.',
    },
  },
]

export const rulesFor = (kind: Kind): readonly Rule[] => duties.filter(({ kinds }) => kinds.includes(kind))
export const ruleText = (number: string, lang: Lang): string =>
  duties.find((one) => one.number === number)?.text[lang] ?? ''
