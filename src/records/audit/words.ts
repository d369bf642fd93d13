import { bothLanguages } from '../../web/index.ts'

export const words = bothLanguages({
  short: { vi: 'Sổ truy cập', en: 'Access record' },
  title: { vi: 'Ai đã mở hồ sơ', en: 'Who opened records' },
  titleUnusual: { vi: 'Các lần xem khác thường', en: 'Unusual looks' },
  lead: {
    vi: 'Người có hồ sơ mang một mã, không có tên. Cùng một mã là cùng một người. Ở đây không có khai báo nào.',
    en: 'Whose record it was has a code and no name. The same code is the same person. No declaration is here.',
  },
  all: { vi: 'Xem tất cả', en: 'See all' },
  unusualOnly: { vi: 'Chỉ xem lần khác thường', en: 'See unusual ones only' },
  none: { vi: 'Không có lần xem nào.', en: 'There is none.' },
  when: { vi: 'Lúc nào', en: 'When' },
  who: { vi: 'Ai, ở đâu', en: 'Who, where' },
  purpose: { vi: 'Mục đích', en: 'Purpose' },
  whose: { vi: 'Của ai', en: 'Whose' },
  mark: { vi: 'Ghi chú', en: 'Marks' },
  operator: { vi: 'Người vận hành máy chủ', en: 'The operator of the server' },
  listOf: {
    vi: (unit: string, persons: number) => `Danh sách ${unit}, ${persons} người`,
    en: (unit: string, persons: number) => `List of ${unit}, ${persons} persons`,
  },
  outside_hours: { vi: 'ngoài giờ', en: 'outside hours' },
  many: { vi: 'nhiều hồ sơ trong ngày', en: 'many in a day' },
  asked: { vi: 'Đã hỏi lý do, chưa trả lời', en: 'Asked why, no answer yet' },
  purpose_stated: { vi: 'Đúng mục đích', en: 'Belonged to its purpose' },
  mistake: { vi: 'Xem nhầm', en: 'A mistake' },
  not_justified: { vi: 'Không có lý do chính đáng', en: 'Not justified' },
})
