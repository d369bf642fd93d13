import { bothLanguages } from '../web/index.ts'

export const words = bothLanguages({
  title: { vi: 'Ai đã xem hồ sơ của tôi', en: 'Who looked at my record' },
  short: { vi: 'Ai đã xem', en: 'Who looked' },
  lead: {
    vi: 'Mỗi lần có người khác mở hồ sơ của anh/chị, sổ ghi một dòng trước khi cho xem. Không ai xóa hoặc sửa được các dòng này.',
    en: 'Each time somebody else opens your record, a line is written before anything is shown. Nobody can delete or change these lines.',
  },
  in30Days: {
    vi: (records: number, lists: number) =>
      `Trong 30 ngày qua: ${records} lần mở hồ sơ, ${lists} lần xem danh sách có tên anh/chị.`,
    en: (records: number, lists: number) =>
      `In the last 30 days: your record was opened ${records} ${records === 1 ? 'time' : 'times'}, a list with your name ${lists} ${lists === 1 ? 'time' : 'times'}.`,
  },
  nobody: { vi: 'Chưa có ai xem hồ sơ của anh/chị.', en: 'Nobody has looked at your record yet.' },
  caption: { vi: 'Các lần xem, mới nhất ở trên', en: 'Views, newest first' },
  when: { vi: 'Lúc nào', en: 'When' },
  who: { vi: 'Ai, ở đâu', en: 'Who, where' },
  purpose: { vi: 'Mục đích', en: 'Purpose' },
  what: { vi: 'Đã xem gì', en: 'What was seen' },
  seen: { vi: 'Đã xem', en: 'Seen' },
  operator: { vi: 'Người vận hành máy chủ', en: 'The operator of the server' },
  yourself: { vi: 'chính anh/chị', en: 'yourself' },
  listOf: {
    vi: (persons: number) => `Danh sách đơn vị, ${persons} người`,
    en: (persons: number) => `List of the unit, ${persons} ${persons === 1 ? 'person' : 'persons'}`,
  },
})
