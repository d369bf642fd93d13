import { type Reason, reasonWords } from '../addresses/index.ts'
import type { Answer } from '../web/index.ts'
import type { Lang } from '../web/words.ts'

export const reasonText = (reason: Reason, lang: Lang): string => reasonWords[reason][lang]

const title = { vi: 'Chưa khai báo được', en: 'This could not be declared' }

/** A script is told the reason by its own name. */
const byReason = Object.fromEntries(
  Object.entries(reasonWords).map(([reason, detail]) => [reason, { status: 422, title, detail }]),
) as Record<Reason, Answer>

/** Every refusal of this room, its status and words. */
export const answers: Readonly<Record<string, Answer>> = {
  ...byReason,
  content_account: {
    status: 409,
    title: { vi: 'Đây là đường dẫn của một bài đăng', en: 'This is the link of a post' },
    detail: {
      vi: 'Tài khoản được đọc ra từ đường dẫn nằm trong `address`. Nếu đúng, hãy gửi lại với địa chỉ đó.',
      en: 'The account that was read out of it is in `address`. If it is the right one, send that address.',
    },
  },
  already_yours: {
    status: 409,
    title: { vi: 'Anh/chị đã khai báo trang này', en: 'You have declared this page already' },
    detail: { vi: 'Khai báo đó nằm ở `id`.', en: 'That declaration is `id`.' },
  },
  already_theirs: {
    status: 409,
    title: { vi: 'Trang này đã có trong hồ sơ của người đó', en: 'This page is in the record of the person already' },
  },
  paper_date_missing: {
    status: 422,
    title: { vi: 'Thiếu ngày ghi trên giấy', en: 'The date on the paper is missing' },
    detail: { vi: 'Không muộn hơn hôm nay.', en: 'No later than today.' },
  },
  answered_before: {
    status: 409,
    title: { vi: 'Anh/chị đã trả lời khác trước đó', en: 'You have answered otherwise before' },
  },
  filed_already: {
    status: 409,
    title: { vi: 'Đã thành khai báo', en: 'It is declared already' },
    detail: {
      vi: 'Khai báo đã gửi thì sửa hoặc đóng ở trang của khai báo.',
      en: 'What is filed is changed or closed on the page of the declaration.',
    },
  },
  no_address: {
    status: 422,
    title: { vi: 'Không nhận ra địa chỉ', en: 'No address was recognised' },
    detail: { vi: 'Hãy khai báo bằng địa chỉ đầy đủ.', en: 'Declare the page by its full address.' },
  },
  no_unit: {
    status: 422,
    title: { vi: 'Chưa khai thay cho đơn vị được', en: 'This cannot be declared for a unit' },
    detail: { vi: 'Anh/chị chưa thuộc đơn vị nào.', en: 'You belong to no unit.' },
  },
  since_not_possible: {
    status: 422,
    title: { vi: 'Thời điểm bắt đầu không đúng', en: 'This cannot be since when' },
    detail: {
      vi: 'Ghi năm, hoặc năm và tháng, từ 1990 đến nay.',
      en: 'Give a year, or a year and month, from 1990 until now.',
    },
  },
  level_too_low: {
    status: 409,
    title: { vi: 'Cần xác minh trang trước', en: 'Prove the page first' },
    detail: {
      vi: 'Trang ở mức 0 thì luôn riêng tư. Sau khi xác minh, anh/chị có thể cho phép sổ trả lời công khai.',
      en: 'At level 0 a page stays private. After a proof you may let the register answer the public.',
    },
  },
  declaration_ended: {
    status: 409,
    title: { vi: 'Trang này đã kết thúc', en: 'This page has ended' },
    detail: {
      vi: 'Trang đã đóng hoặc không còn giữ thì không đổi được nữa.',
      en: 'A page that is closed or lost cannot be changed any more.',
    },
  },
  too_many_declarations: {
    status: 409,
    title: { vi: 'Đã khai báo đủ 500 trang', en: '500 pages are declared already' },
    detail: {
      vi: 'Mỗi người khai được nhiều nhất 500 trang đang dùng. Chưa có gì được gửi; bản nháp vẫn còn.',
      en: 'One person declares at most 500 pages in use. Nothing was filed; a draft is still there.',
    },
  },
  too_many_drafts: {
    status: 409,
    title: { vi: 'Đã có 100 bản nháp', en: 'There are 100 drafts already' },
    detail: {
      vi: 'Hãy gửi hoặc xóa bớt bản nháp ở Trang của tôi, rồi dán lại địa chỉ này.',
      en: 'File or delete some of them on My pages, then paste this address again.',
    },
  },
}
