import { bothLanguages } from '../web/index.ts'

export const words = bothLanguages({
  short: { vi: 'Xác nhận', en: 'Attestation' },
  title: { vi: 'Xác nhận định kỳ', en: 'Attestation' },
  lead: {
    vi: 'Xem lại từng trang rồi gửi. Trả lời đến đâu sổ giữ đến đó.',
    en: 'Go through your pages, then send. What you have answered is kept.',
  },
  dueBy: { vi: (day: string) => `Hạn: hết ngày ${day}.`, en: (day: string) => `Until the end of ${day}.` },
  pastDue: {
    vi: (day: string) => `Hạn là ngày ${day}. Anh/chị vẫn xác nhận được; gửi xong là các trang lại hiện là mới.`,
    en: (day: string) => `The date was ${day}. You can still attest; once sent, your pages are shown as current again.`,
  },
  answeredSo: {
    vi: (done: number, all: number) => `Đã trả lời ${done} trên ${all} trang.`,
    en: (done: number, all: number) => `${done} of ${all} pages answered.`,
  },
  still_mine: { vi: 'Vẫn của tôi, vẫn đúng', en: 'Still mine, still right' },
  changed: { vi: 'Có thay đổi', en: 'Something changed' },
  changedHint: {
    vi: 'Đổi tên, đổi người quản lý… Gửi xong, sổ chỉ chỗ sửa.',
    en: 'Another name, another manager… You are shown where to change it.',
  },
  closed: { vi: 'Đã đóng', en: 'Closed' },
  not_in_control: { vi: 'Không còn giữ', en: 'No longer in my control' },
  lapses: {
    vi: (day: string) =>
      `Trang này xác minh một lần ngày ${day}. Lần đó hết hiệu lực khi qua hạn; hãy xác minh lại trước hạn để giữ mức.`,
    en: (day: string) =>
      `Proven once, on ${day}. That lapses when the date has passed; prove it again before then to keep the level.`,
  },
  proveAgain: { vi: 'Xác minh lại', en: 'Prove it again' },
  notAsked: { vi: 'Không phải trả lời', en: 'Nothing to answer' },
  closing: { vi: 'đang đóng', en: 'being closed' },
  frozen: { vi: 'có sự cố đang mở', en: 'an incident is open' },
  complete: {
    vi: 'Gửi nghĩa là: đây là tất cả các trang của tôi, và các câu trả lời là đúng.',
    en: 'Sending means: these are all my pages, and the answers are true.',
  },
  send: { vi: 'Gửi xác nhận', en: 'Send' },
  keep: { vi: 'Lưu, làm tiếp sau', en: 'Keep, go on later' },
  allStill: { vi: 'Các trang còn lại vẫn của tôi', en: 'The others are still mine' },
  kept: { vi: 'Đã lưu. Chưa gửi.', en: 'Kept. Not sent yet.' },
  declareAnother: { vi: 'Khai thêm trang khác', en: 'Declare another page' },
  haveNone: { vi: 'Tôi không có trang nào', en: 'I have none' },
  noneLead: {
    vi: 'Anh/chị chưa khai trang nào. Nếu đúng là không có, bấm một lần là xong.',
    en: 'You have declared no page. If there is none, one tap is all.',
  },
  havePages: { vi: 'Tôi có trang cần khai', en: 'I have a page to declare' },
  chooseFor: {
    vi: (what: string) => `Chọn một câu trả lời cho ${what}`,
    en: (what: string) => `Choose an answer for ${what}`,
  },
  notYet: { vi: 'Chưa đến kỳ xác nhận', en: 'Not yet' },
  nextOn: {
    vi: (from: string, until: string) => `Kỳ tới: từ ngày ${from} đến hết ngày ${until}. Sổ sẽ nhắc anh/chị.`,
    en: (from: string, until: string) => `Next: from ${from} to the end of ${until}. You will be reminded.`,
  },
  notPlanned: { vi: 'Hiện chưa có kỳ nào cho anh/chị.', en: 'There is no date for you at present.' },
  isExempt: {
    vi: 'Anh/chị đang được miễn. Khi hết thời gian miễn, sổ sẽ hỏi và anh/chị có 30 ngày.',
    en: 'You are exempt. When that ends you will be asked, and have 30 days.',
  },
  done: { vi: 'Anh/chị đã xác nhận kỳ này', en: 'You have attested' },
  earlier: { vi: 'Các lần đã xác nhận', en: 'Earlier attestations' },
  number: { vi: 'Số', en: 'Number' },
  sentOn: { vi: 'Gửi ngày', en: 'Sent' },
  said: { vi: 'Nội dung', en: 'What was said' },
  saidPages: {
    vi: (n: number) => `${n} trang đã trả lời`,
    en: (n: number) => (n === 1 ? '1 page answered' : `${n} pages answered`),
  },
  saidNone: { vi: 'Không có trang nào', en: 'No page' },
  // receipt
  received: { vi: 'Đã nhận xác nhận', en: 'Attestation received' },
  filer: { vi: 'Người xác nhận', en: 'Attested by' },
  unit: { vi: 'Đơn vị', en: 'Unit' },
  receivedAt: { vi: 'Nhận lúc', en: 'Received at' },
  forDate: { vi: 'Cho kỳ có hạn', en: 'For the date' },
  answers: { vi: 'Câu trả lời', en: 'Answers' },
  receiptNote: {
    vi: 'Quét mã QR để mở lại biên nhận này sau khi đăng nhập.',
    en: 'Scan the code to open this receipt again after signing in.',
  },
  next: { vi: 'Việc tiếp theo', en: 'Next' },
  nextNothing: { vi: 'Không còn việc gì. Cảm ơn anh/chị.', en: 'Nothing else. Thank you.' },
  toChange: { vi: (what: string) => `Sửa ${what}`, en: (what: string) => `Change ${what}` },
  toClose: { vi: (what: string) => `Xem việc đóng ${what}`, en: (what: string) => `See the closing of ${what}` },
  toMyPages: { vi: 'Trang của tôi', en: 'My pages' },
  // cycles
  cycles: { vi: 'Kỳ xác nhận', en: 'Cycles' },
  cyclesLead: {
    vi: 'Mỗi loại đơn vị có kỳ riêng. Hạn của từng người được rải đều, để không phải ai cũng đến hạn cùng một ngày. Ai đang trong kỳ thì giữ hạn cũ.',
    en: 'Each kind of unit has its cycle. Dates are spread, so that not everybody is due on one day. Whose list is open keeps their date.',
  },
  kind: { vi: 'Loại đơn vị', en: 'Kind of unit' },
  others: { vi: 'Mọi loại khác', en: 'All others' },
  units: { vi: 'Số đơn vị', en: 'Units' },
  cycle: { vi: 'Kỳ', en: 'Cycle' },
  changedBy: { vi: 'Người đổi', en: 'Changed by' },
  notSet: { vi: 'Chưa đặt', en: 'Not set' },
  asOthers: { vi: 'Như mọi loại khác', en: 'As all others' },
  noAsking: { vi: 'Không hỏi', en: 'Not asked' },
  every: {
    vi: (months: number) =>
      months === 12 ? 'Mỗi năm' : months % 12 === 0 ? `${months / 12} năm một lần` : `${months} tháng một lần`,
    en: (months: number) =>
      months === 12 ? 'Every year' : months % 12 === 0 ? `Every ${months / 12} years` : `Every ${months} months`,
  },
  fromMonth: {
    vi: (month: number, days: number) => `hạn từ đầu tháng ${month}, rải trong ${days} ngày`,
    en: (month: number, days: number) => `due from the start of month ${month}, over ${days} days`,
  },
  setCycle: { vi: 'Đặt kỳ', en: 'Set a cycle' },
  howOften: { vi: 'Bao lâu một lần', en: 'How often' },
  firstMonth: { vi: 'Hạn đầu tiên vào tháng', en: 'First due in' },
  monthName: { vi: (n: number) => `Tháng ${n}`, en: (n: number) => `Month ${n}` },
  spread: { vi: 'Rải trong bao nhiêu ngày', en: 'Over how many days' },
  spreadHint: { vi: 'Từ 1 đến 180. Càng nhiều người, càng nên rải dài.', en: '1 to 180. The more people, the longer.' },
  save: { vi: 'Lưu', en: 'Save' },
  spreadWrong: { vi: 'Viết một số từ 1 đến 180.', en: 'Write a number from 1 to 180.' },
  chooseKind: { vi: 'Chọn một loại đơn vị trong danh sách.', en: 'Choose a kind from the list.' },
  chooseMonths: { vi: 'Chọn bao lâu một lần.', en: 'Choose how often.' },
  chooseMonth: { vi: 'Chọn một tháng.', en: 'Choose a month.' },
})
