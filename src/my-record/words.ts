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
  myRights: { vi: 'Quyền đối với dữ liệu của tôi', en: 'My rights over my data' },
  myCases: {
    vi: (open: number) => (open > 0 ? `Hồ sơ xem xét của tôi (${open} đang mở)` : 'Hồ sơ xem xét của tôi'),
    en: (open: number) => (open > 0 ? `My cases (${open} open)` : 'My cases'),
  },
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
  ask: { vi: 'Hỏi lý do', en: 'Ask why' },
  asked: { vi: 'Đã hỏi lý do', en: 'You asked why' },
  answered: { vi: 'Đã có câu trả lời', en: 'There is an answer' },
  unusual: { vi: 'Khác thường', en: 'Unusual' },
  outside_hours: { vi: 'ngoài giờ', en: 'outside hours' },
  many: { vi: 'mở nhiều hồ sơ trong ngày', en: 'many records in a day' },
  byMonth: { vi: 'Từng tháng', en: 'Month by month' },
  month: {
    vi: (month: string, records: number, lists: number) =>
      `Tháng ${month}: ${records} lần mở hồ sơ, ${lists} lần xem danh sách.`,
    en: (month: string, records: number, lists: number) =>
      `${month}: the record ${records} ${records === 1 ? 'time' : 'times'}, a list ${lists} ${lists === 1 ? 'time' : 'times'}.`,
  },

  whyTitle: { vi: 'Hỏi lý do một lần xem', en: 'Ask why somebody looked' },
  whyLead: {
    vi: 'Câu hỏi gửi tới cán bộ phụ trách của đơn vị cấp trên người xem; không có thì tới kiểm tra viên. Người xem không tự trả lời. Hạn trả lời: 2 ngày làm việc.',
    en: 'It goes to the officer of the unit above the viewer, or without one to the auditors. Nobody answers for themselves. They have 2 working days.',
  },
  whyShown: {
    vi: 'Người trả lời chỉ thấy dòng này: ai, lúc nào, mục đích. Họ không thấy tên anh/chị và không thấy hồ sơ.',
    en: 'Who answers sees this line only: who, when, what for. They see neither your name nor the record.',
  },
  whyButton: { vi: 'Gửi câu hỏi', en: 'Send the question' },
  back: { vi: 'Về trang Ai đã xem', en: 'Back to who looked' },
  state: { vi: 'Tình trạng', en: 'State' },
  waits: { vi: 'Đang chờ trả lời', en: 'Waiting for an answer' },
  late: { vi: 'Quá hạn trả lời', en: 'Overdue' },
  due: { vi: 'Hạn trả lời', en: 'To be answered by' },
  whoAnswers: { vi: 'Bên trả lời', en: 'Who answers' },
  unitAbove: { vi: 'Đơn vị cấp trên của người xem', en: 'The unit above the viewer' },
  auditors: { vi: 'Kiểm tra viên', en: 'The auditors' },
  raised: {
    vi: (times: number) => `Đã chuyển lên cấp trên ${times} lần vì chưa ai trả lời đúng hạn.`,
    en: (times: number) => `Went up ${times === 1 ? 'once' : `${times} times`} because nobody answered in time.`,
  },
  answer: { vi: 'Câu trả lời', en: 'Answer' },
  answeredAt: { vi: 'Trả lời lúc', en: 'Answered' },
  purpose_stated: { vi: 'Lần xem đúng với mục đích đã ghi.', en: 'It belonged to the purpose that was stated.' },
  mistake: { vi: 'Xem nhầm; người xem đã được nhắc.', en: 'It was a mistake; the viewer was told.' },
  not_justified: {
    vi: 'Không có lý do chính đáng; đã chuyển kiểm tra viên.',
    en: 'It was not justified; it was handed to the auditors.',
  },
})
