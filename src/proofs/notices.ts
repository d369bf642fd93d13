import type { Room } from '../web/index.ts'

/** What the checks tell a person (0015-notices.sql). A row names no page: it leads to it. */
export const notices: Room['notices'] = {
  proof_missing: {
    title: { vi: 'Không còn thấy một mã xác minh', en: 'A proof is no longer found' },
    text: {
      vi: 'Ba lần kiểm lại liên tiếp đều không thấy mã. Anh/chị có 14 ngày để đặt lại trước khi mức của trang hạ xuống.',
      en: 'Three re-checks in a row did not find it. You have 14 days to put it back before the level of the page drops.',
    },
    href: (proof) => `/proofs/${proof}`,
  },
  level_lower: {
    title: { vi: 'Mức xác minh của một trang đã hạ', en: 'The level of a page has dropped' },
    text: {
      vi: 'Trang vẫn được khai báo. Trong trang có ghi lý do; xác minh lại thì mức tăng trở lại.',
      en: 'The page is still declared. It says why; prove it anew and the level rises again.',
    },
    href: (declaration) => `/declarations/${declaration}`,
  },
  level_gone: {
    title: { vi: 'Một trang không còn mức xác minh', en: 'A page has no proof any more' },
    text: {
      vi: 'Trang vẫn được khai báo, đã chuyển về riêng tư và không còn trả lời công khai. Xác minh lại rồi chọn lại ai được biết.',
      en: 'The page is still declared, is private now and answers no more in public. Prove it anew, then choose again who may know.',
    },
    href: (declaration) => `/declarations/${declaration}`,
  },
  renew_proof: {
    title: { vi: 'Cần xác minh lại một trang trong 7 ngày', en: 'Prove a page once more within 7 days' },
    text: {
      vi: 'Có người khác cũng xác minh được địa chỉ này. Nếu không xác minh lại kịp, lời khai sau sẽ trả lời công khai.',
      en: 'Another person has proven the same address. If you do not renew your proof, the later claim answers in public.',
    },
    href: (declaration) => `/declarations/${declaration}/prove`,
  },
  changed_hands: {
    title: {
      vi: 'Tên của một trang nay thuộc tài khoản khác',
      en: 'The name of a page belongs to another account now',
    },
    text: {
      vi: 'Câu trả lời công khai về trang đã tạm dừng. Mở trang để xác minh lại, hoặc khai đã mất.',
      en: 'The public answer about the page is paused. Open the page to prove it anew, or to say that it is lost.',
    },
    href: (declaration) => `/declarations/${declaration}`,
  },
  closing_done: {
    title: { vi: 'Một trang của anh/chị đã được ghi là đã đóng', en: 'One of your pages is closed now' },
    text: {
      vi: 'Nếu trang từng trả lời công khai, câu trả lời nay là đã đóng.',
      en: 'If it answered in public, the answer is “closed” from now on.',
    },
    href: (declaration) => `/declarations/${declaration}`,
  },
  closing_still_there: {
    title: { vi: 'Trang anh/chị báo đã đóng vẫn còn', en: 'A page that you said is closed is still there' },
    text: {
      vi: 'Nơi đó có thể cần thêm thời gian. Nếu chưa xóa hẳn, hãy xem lại các bước; nếu trang chưa đóng, hãy báo.',
      en: 'The platform may need more time. If it was not deleted for good, see the steps; if it is not closed, say so.',
    },
    href: (declaration) => `/declarations/${declaration}/close`,
  },
  closed_lives_again: {
    title: { vi: 'Một trang anh/chị đã đóng lại hoạt động', en: 'A page that you closed lives again' },
    text: {
      vi: 'Câu trả lời công khai vẫn là đã đóng. Hãy xem trang đó để biết nên làm gì.',
      en: 'The public answer stays “closed”. See the page for what to do.',
    },
    href: (declaration) => `/declarations/${declaration}`,
  },
  closed_of_member_lives_again: {
    title: { vi: 'Một trang thành viên đã đóng lại hoạt động', en: 'A page that a member closed lives again' },
    text: {
      vi: 'Thành viên cũng được báo. Câu trả lời công khai vẫn là đã đóng. Hãy hỏi xem họ có cần giúp không.',
      en: 'The member is told as well. The public answer stays “closed”. Ask whether they need help.',
    },
    href: (person) => `/records/${person}`,
  },
}
