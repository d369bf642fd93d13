import type { Room } from '../web/index.ts'

/** What a person is told about looks at their record (0018-who-looked.sql). */
export const notices: Room['notices'] = {
  unusual_access: {
    title: { vi: 'Có lần xem hồ sơ khác thường', en: 'Your record was looked at in an unusual way' },
    text: {
      vi: 'Hồ sơ của anh/chị được mở ngoài giờ, hoặc bởi người mở nhiều hồ sơ trong một ngày. Anh/chị có thể hỏi lý do.',
      en: 'It was opened outside hours, or by somebody who opened many records in a day. You can ask why.',
    },
    href: (look) => `/my-record/${look}/why`,
  },
  why_answered: {
    title: { vi: 'Đã có câu trả lời vì sao hồ sơ được xem', en: 'Why your record was looked at: there is an answer' },
    text: {
      vi: 'Anh/chị đã hỏi lý do một lần xem hồ sơ. Mở trang để đọc câu trả lời.',
      en: 'You asked why somebody looked at your record. Open the page for the answer.',
    },
    href: (look) => `/my-record/${look}/why`,
  },
  why_raised: {
    title: { vi: 'Câu hỏi của anh/chị đã chuyển lên cấp trên', en: 'Your question went one level up' },
    text: {
      vi: 'Chưa ai trả lời đúng hạn vì sao hồ sơ của anh/chị được xem. Cấp trên có 2 ngày làm việc để trả lời.',
      en: 'Nobody answered in time why your record was looked at. The unit above has 2 working days.',
    },
    href: (look) => `/my-record/${look}/why`,
  },
  access_digest: {
    title: { vi: 'Tháng trước có người xem hồ sơ của anh/chị', en: 'Your record was looked at last month' },
    text: {
      vi: 'Trang Ai đã xem ghi số lần mở hồ sơ và xem danh sách của từng tháng, ai xem và để làm gì.',
      en: 'Who looked says how often each month, who it was and what for.',
    },
    href: () => '/my-record',
    optional: true,
  },
}
