import type { Answer } from '../web/index.ts'

/** Every refusal of this room, its status and words. */
export const answers: Readonly<Record<string, Answer>> = {
  attestation_not_open: {
    status: 409,
    title: { vi: 'Chưa đến kỳ xác nhận', en: 'There is nothing to attest yet' },
    detail: { vi: 'Kỳ tới ghi ở trang Xác nhận định kỳ.', en: 'The next date stands on the page Attestation.' },
  },
  answers_missing: {
    status: 422,
    title: { vi: 'Còn trang chưa trả lời', en: 'Some pages have no answer' },
    detail: {
      vi: 'Câu trả lời đã có được giữ lại. Các trang còn thiếu nằm ở `missing`.',
      en: 'What was answered is kept. The pages without an answer are in `missing`.',
    },
  },
  kind_unknown: {
    status: 422,
    title: { vi: 'Không có loại đơn vị này', en: 'There is no such kind of unit' },
  },
  months_wrong: {
    status: 422,
    title: { vi: 'Kỳ phải là 0, 6, 12, 24 hoặc 36 tháng', en: 'A cycle has 0, 6, 12, 24 or 36 months' },
  },
  month_wrong: { status: 422, title: { vi: 'Tháng từ 1 đến 12', en: 'A month is 1 to 12' } },
  spread_wrong: {
    status: 422,
    title: { vi: 'Rải trong 1 đến 180 ngày', en: 'Dates are spread over 1 to 180 days' },
  },
}
