import type { Answer } from '../web/index.ts'

/** Every refusal of this room, its status and words. `declaration_ended` is said by the room of declarations. */
export const answers: Readonly<Record<string, Answer>> = {
  unknown_method: {
    status: 422,
    title: { vi: 'Không có cách xác minh này', en: 'There is no such way to prove a page' },
    detail: {
      vi: 'Các cách hiện có: dns-txt, well-known, meta-tag.',
      en: 'The ways so far: dns-txt, well-known, meta-tag.',
    },
  },
  method_not_for_this_address: {
    status: 422,
    title: { vi: 'Cách này không dùng được cho trang', en: 'This way does not work for this page' },
    detail: {
      vi: 'Bản ghi DNS và tệp chỉ xác minh được trang gốc của một tên miền riêng; thẻ chỉ xác minh được trang web. Tên miền dùng chung như github.io không xác minh được.',
      en: 'A DNS record and a file prove only the root page of a domain of its own; a tag proves only a web page. A shared domain such as github.io cannot be proven.',
    },
  },
  keep_needs_public: {
    status: 409,
    title: { vi: 'Trang đang riêng tư', en: 'The page is private' },
    detail: {
      vi: 'Chỉ để lại mã được khi trang không riêng tư. Hãy xác minh một lần, chọn ai được biết, rồi lấy mã để lại.',
      en: 'A code can stay only while the page is not private. Prove it once, choose who may know, then get a code that stays.',
    },
  },
  too_many_checks: {
    status: 429,
    title: { vi: 'Đã hết lượt kiểm tra trong giờ này', en: 'No check is left in this hour' },
    detail: {
      vi: 'Mỗi mã kiểm tra được 10 lần một giờ, mỗi người 120 lần. Hãy đợi rồi thử lại. Chưa có gì thay đổi.',
      en: 'A code can be checked 10 times an hour, a person may check 120 times. Wait, then try again. Nothing was changed.',
    },
  },
  proof_expired: {
    status: 409,
    title: { vi: 'Mã đã hết hạn', en: 'The code has expired' },
    detail: { vi: 'Hãy lấy mã mới rồi đặt lên thay mã cũ.', en: 'Get a new code and put it in place of the old one.' },
  },
  proof_ended: {
    status: 409,
    title: { vi: 'Lần xác minh này đã kết thúc', en: 'This proof is over' },
    detail: { vi: 'Hãy xác minh lại bằng một mã mới.', en: 'Prove the page again with a new code.' },
  },
  nothing_leaves_sample: {
    status: 409,
    title: { vi: 'Đây là dữ liệu mẫu', en: 'This is sample data' },
    detail: {
      vi: 'Trong dữ liệu mẫu, sổ không gửi yêu cầu nào ra ngoài nên không kiểm tra được.',
      en: 'With sample data the register sends nothing out, so nothing can be checked.',
    },
  },
}
