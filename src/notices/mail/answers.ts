import type { Answer } from '../../web/index.ts'

export const mailAnswers: Readonly<Record<string, Answer>> = {
  no_mail_address: {
    status: 422,
    title: { vi: 'Đây chưa phải là địa chỉ thư điện tử', en: 'This is no mail address' },
    detail: { vi: 'Ví dụ: ten@donvi.vn', en: 'For example: name@unit.example' },
  },
  too_many_letters: {
    status: 429,
    title: { vi: 'Đã gửi nhiều liên kết trong một ngày', en: 'Too many links in one day' },
    detail: { vi: 'Hãy tìm trong thư đã nhận, hoặc thử lại ngày mai.', en: 'Look among your mail, or try tomorrow.' },
  },
  mail_not_set_up: {
    status: 409,
    title: { vi: 'Sổ này chưa gửi được thư', en: 'This register does not send mail' },
  },
  letter_not_sent: {
    status: 503,
    title: { vi: 'Chưa gửi được thư', en: 'The letter could not be sent' },
    detail: {
      vi: 'Máy chủ thư chưa nhận. Hãy thử lại sau ít phút.',
      en: 'The mail server did not take it. Try again in a few minutes.',
    },
  },
}
