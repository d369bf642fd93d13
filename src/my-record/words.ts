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
  myPlace: { vi: 'Nơi sinh hoạt của tôi', en: 'My unit and office' },
  purpose: { vi: 'Mục đích', en: 'Purpose' },
  what: { vi: 'Đã xem hoặc đã tạo gì', en: 'What was seen or made' },
  seen: { vi: 'Nội dung', en: 'What' },
  operator: { vi: 'Người vận hành máy chủ', en: 'The operator of the server' },
  yourself: { vi: 'chính anh/chị', en: 'yourself' },
  wayIn: {
    vi: 'Hồ sơ được mở và có thêm một cách vào tài khoản của anh/chị',
    en: 'The record was opened, and a way into your account was made',
  },
  notYours: {
    vi: 'Ai cầm giấy mời, mã đăng nhập hoặc mã truy cập thì vào được tài khoản của anh/chị. Nếu không phải anh/chị đã nhận, hãy xem Tài khoản của tôi, đăng xuất ở mọi nơi và báo cho đơn vị cấp trên.',
    en: 'Whoever holds an invitation, a sign-in code or a token can enter your account. If it was not you who received it, look at My account, sign out everywhere and tell the unit above yours.',
  },
  toAccount: { vi: 'Tài khoản của tôi', en: 'My account' },
  listOf: {
    vi: (persons: number) => `Danh sách đơn vị, ${persons} người`,
    en: (persons: number) => `List of the unit, ${persons} ${persons === 1 ? 'person' : 'persons'}`,
  },
})
