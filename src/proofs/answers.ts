import type { Answer } from '../web/index.ts'
import { byMethod } from './method-words.ts'

const methods = Object.keys(byMethod).join(', ')

/** Every refusal of this room, its status and words. `declaration_ended` is said by the room of declarations. */
export const answers: Readonly<Record<string, Answer>> = {
  unknown_method: {
    status: 422,
    title: { vi: 'Không có cách xác minh này', en: 'There is no such way to prove a page' },
    detail: {
      vi: `Các cách: ${methods}.`,
      en: `The ways: ${methods}.`,
    },
  },
  method_not_for_this_address: {
    status: 422,
    title: { vi: 'Cách này không dùng được cho trang', en: 'This way does not work for this page' },
    detail: {
      vi: 'Mỗi nền tảng có những cách riêng, và có cách cần người quản trị sổ cài đặt trước. Các cách dùng được cho trang này đứng ở trang chọn cách xác minh.',
      en: 'Each platform has ways of its own, and some need what the operator sets up. The ways that work for this address stand in "methods", and on the page where a way is chosen.',
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
  method_keeps_nothing: {
    status: 422,
    title: { vi: 'Cách này không để lại gì', en: 'This way leaves nothing in place' },
    detail: {
      vi: 'Chỉ bản ghi DNS, tệp, thẻ và liên kết là để lại được. Hãy bỏ lựa chọn để lại.',
      en: 'Only a DNS record, a file, a tag and a link can stay. Ask again without keep.',
    },
  },
  nothing_to_look_for: {
    status: 409,
    title: { vi: 'Cách này không có gì để kiểm tra', en: 'There is nothing to look for' },
    detail: {
      vi: 'Lần xác minh này xong khi anh/chị đăng nhập vào tài khoản, hoặc khi cán bộ phụ trách xác nhận.',
      en: 'This proof is done by signing in to the account, or by the word of the officer.',
    },
  },
  too_many_checks: {
    status: 429,
    title: { vi: 'Đã hết lượt kiểm tra trong giờ này', en: 'No check is left in this hour' },
    detail: {
      vi: 'Mỗi lần xác minh kiểm tra được 10 lần một giờ (mã ngắn: 5 lần), mỗi người 120 lần. Hãy đợi rồi thử lại. Chưa có gì thay đổi.',
      en: 'A proof can be checked 10 times an hour (a short code: 5 times), a person may check 120 times. Wait, then try again. Nothing was changed.',
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
