import { bothLanguages } from '../words.ts'

/** The words that the components say themselves. `\u00a0` joins the syllables of one Vietnamese word where it must not break. */
export const words = bothLanguages({
  // the frame
  product: { vi: 'Chính Danh', en: 'Chính Danh' },
  homeLink: { vi: 'Chính Danh, về trang đầu.', en: 'Chính Danh, to the first page.' },
  registerOf: { vi: (name: string) => `Sổ đăng ký của ${name}`, en: (name: string) => `Register of ${name}` },
  register: { vi: 'Sổ đăng ký trang và tài khoản', en: 'Register of pages and accounts' },
  skip: { vi: 'Đến nội dung chính', en: 'Skip to main content' },
  signIn: { vi: 'Đăng nhập', en: 'Sign in' },
  duties: { vi: 'Việc được giao', en: 'My duties' },
  mainNav: { vi: 'Mục chính', en: 'Main sections' },
  back: { vi: 'Quay lại', en: 'Back' },
  errorPrefix: { vi: 'Lỗi: ', en: 'Error: ' },
  footAsk: { vi: 'Hỏi về một trang', en: 'Ask about a page' },
  footHelp: { vi: 'Trợ giúp', en: 'Help' },
  footTaken: { vi: 'Trang bị chiếm', en: 'Page taken over' },
  footAbout: { vi: 'Sổ này lưu gì', en: 'What this register keeps' },
  footLine: {
    vi: 'Sổ đăng ký ghi tài khoản, không ghi ý kiến. Sổ không thu thập, không tìm kiếm và không đánh giá nội dung đăng trên bất kỳ trang nào.',
    en: 'This register records accounts, never opinions. It does not collect, search or judge what anyone posts.',
  },
  sampleName: { vi: 'Dữ liệu mẫu', en: 'Sample data' },
  sampleLine: {
    vi: 'Dữ liệu mẫu. Người và trang ở đây không có thật.',
    en: 'Sample data. The people and pages here are made up.',
  },
  sampleEnd: { vi: 'Kết thúc dùng thử', en: 'End sample' },

  // forms
  optional: { vi: '(không bắt buộc)', en: '(optional)' },
  error: { vi: 'Lỗi:', en: 'Error:' },
  errorSummary: { vi: 'Có chỗ cần sửa', en: 'There is something to correct' },
  choose: { vi: 'Chọn một mục', en: 'Choose one' },
  or: { vi: 'hoặc', en: 'or' },
  change: { vi: 'Sửa', en: 'Change' },
  copy: { vi: 'Chép', en: 'Copy' },
  copied: { vi: (what: string) => `Đã chép ${what}`, en: (what: string) => `Copied ${what}` },
  warning: { vi: 'Lưu ý', en: 'Warning' },
  pages: { vi: 'Các trang danh sách', en: 'Pages of the list' },
  previous: { vi: 'Trang trước', en: 'Previous page' },
  next: { vi: 'Trang sau', en: 'Next page' },

  // levels
  level: { vi: (n: number) => `Mức\u00a0${n}`, en: (n: number) => `Level\u00a0${n}` },
  level0: { vi: 'Tự khai', en: 'Declared' },
  level1: { vi: 'Có chứng kiến', en: 'Witnessed' },
  level2: { vi: 'Đã xác minh', en: 'Proven once' },
  level3: { vi: 'Xác minh và kiểm lại', en: 'Proven and re-checked' },
  level0On: { vi: (day: string) => `Khai ngày ${day}`, en: (day: string) => `Declared ${day}` },
  level1On: { vi: (day: string) => `Chứng kiến ${day}`, en: (day: string) => `Witnessed ${day}` },
  level2On: { vi: (day: string) => `Xác minh ${day}`, en: (day: string) => `Proven ${day}` },
  level3On: { vi: (day: string) => `Kiểm lại lần cuối: ${day}`, en: (day: string) => `Last re-checked: ${day}` },
  pausedSince: { vi: (when: string) => `Tạm dừng từ ${when}`, en: (when: string) => `Paused since ${when}` },
  notSince: {
    vi: (day: string) => `Chưa kiểm lại được từ ngày ${day}`,
    en: (day: string) => `Not re-confirmed since ${day}`,
  },
  levels: { vi: 'Bốn mức xác\u00a0nhận', en: 'Four levels of confirmation' },
  level0Means: {
    vi: 'Người khai nói trang là của mình. Chưa có bằng chứng.',
    en: 'The owner says that the page is theirs. Nothing proves it yet.',
  },
  level1Means: {
    vi: 'Người khai đã mở trang trước mặt cán bộ phụ trách, hoặc trang có trong danh sách tổ chức đã công bố.',
    en: 'The owner opened the page in front of an officer, or it is on a list that the organisation published.',
  },
  level2Means: {
    vi: 'Trang đã mang mã của sổ đăng ký, được kiểm tra một lần.',
    en: 'The page carried a code of this register and was checked once.',
  },
  level3Means: {
    vi: 'Mã hoặc liên kết vẫn ở trên trang, sổ kiểm tra lại đều đặn.',
    en: 'The code or link stays on the page and is checked again and again.',
  },

  // who may know
  private: { vi: 'Riêng tư', en: 'Private' },
  confirmable: { vi: 'Trả lời khi được hỏi', en: 'Answers when asked' },
  listed: { vi: 'Công khai', en: 'Public' },
  directory: { vi: 'Có trong danh bạ công khai', en: 'In the public directory' },

  // facts about an address
  platform: { vi: 'Nền tảng', en: 'Platform' },
  handle: { vi: 'Tên tài khoản', en: 'Account name' },
  permanentId: { vi: 'Số định danh', en: 'Permanent id' },
  addressKept: { vi: 'Địa chỉ ghi vào sổ', en: 'Address in the register' },
  pasted: { vi: 'Đã dán', en: 'Pasted' },

  // what a check found
  expected: { vi: 'Cần có', en: 'Expected' },
  found: { vi: 'Tìm thấy', en: 'Found' },
  foundNothing: { vi: 'Không thấy gì', en: 'Nothing' },
  where: { vi: 'Ở đâu', en: 'Where' },
  when: { vi: 'Lúc nào', en: 'When' },

  // receipt
  receiptNumber: { vi: 'Số biên nhận', en: 'Receipt number' },
  receiptQr: {
    vi: (code: string) => `Mã QR dẫn đến biên nhận ${code}`,
    en: (code: string) => `QR code of receipt ${code}`,
  },

  // asking
  askLabel: { vi: 'Địa chỉ trang hoặc tài khoản', en: 'Address of the page or account' },
  askAgain: { vi: 'Hỏi về một trang khác', en: 'Ask about another page' },
  askExample: { vi: 'Ví dụ:', en: 'Example:' },
  askExampleAddress: { vi: 'facebook.com/ten-tai-khoan', en: 'facebook.com/account-name' },
  ask: { vi: 'Hỏi sổ đăng ký', en: 'Ask the register' },
})
