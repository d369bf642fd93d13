import { bothLanguages } from '../words.ts'

/** What the five public answers say. They address nobody: whoever asks is not known. */
export const answerWords = bothLanguages({
  confirmedTitle: { vi: 'Đúng, trang này đã được xác\u00a0nhận', en: 'Yes, this page is confirmed' },
  confirmedNamed: {
    vi: 'Người có tên dưới đây đã chứng minh mình đang giữ trang này.',
    en: 'The person named here has proven that they control this page.',
  },
  confirmedUnnamed: {
    vi: 'Chủ trang đã chứng minh với sổ đăng ký rằng mình đang giữ trang này.',
    en: 'The owner has proven to this register that they control this page.',
  },
  confirmedWitnessed: {
    vi: 'Chủ trang đã khai trang này, và tổ chức đã chứng kiến hoặc đã công bố trang.',
    en: 'The owner declared this page, and the organisation witnessed or published it.',
  },
  confirmedNot: {
    vi: 'Xác nhận này nói về chủ trang, không nói về nội dung đăng trên trang.',
    en: 'This is about who owns the page, not about what is posted there.',
  },
  confirmedConsent: {
    vi: 'Tên và chức vụ hiện ra vì chủ trang đã đồng ý.',
    en: 'Name and office are shown because the owner agreed.',
  },
  notCurrent: { vi: 'Chưa xác nhận định kỳ', en: 'Not confirmed again' },
  notCurrentSince: { vi: (day: string) => `Từ ngày ${day}`, en: (day: string) => `Since ${day}` },

  unconfirmedTitle: { vi: 'Chưa có xác\u00a0nhận công\u00a0khai', en: 'No public confirmation' },
  unconfirmedLead: {
    vi: 'Sổ đăng ký không có xác nhận công khai nào cho địa chỉ vừa hỏi.',
    en: 'This register has no public confirmation for that address.',
  },
  unconfirmedMeans: {
    vi: 'Điều này không có nghĩa là trang giả. Có thể trang chưa được khai báo, hoặc chủ trang chưa chọn công khai.',
    en: 'This does not mean that the page is fake. It may not be declared, or its owner may not have made it public.',
  },
  whatToDo: { vi: 'Nên làm gì', en: 'What to do' },
  checkAddress: {
    vi: 'Kiểm tra lại địa chỉ, nhất là phần tên miền.',
    en: 'Check the address again, above all the domain name.',
  },
  callOffice: {
    vi: 'Nếu trang xin tiền hoặc thông tin cá nhân, hãy gọi cho cơ quan của người đó theo số đã biết từ trước.',
    en: 'If the page asks for money or personal data, call that person’s office on a number you already knew.',
  },
  ifImitation: { vi: 'Nếu trang mượn tên người khác, hãy', en: 'If the page uses someone else’s name,' },
  reportImitation: { vi: 'báo trang mạo danh', en: 'report an imitation' },

  suspendedTitle: { vi: 'Tạm\u00a0thời chưa xác\u00a0nhận', en: 'Temporarily not confirmed' },
  suspendedLead: {
    vi: 'Xác nhận của trang này đang tạm dừng. Trong lúc chờ, xin đừng coi tin đăng hoặc tin nhắn mới từ trang là của chủ trang.',
    en: 'The confirmation of this page is paused. Until it is back, please do not take new posts or messages from it as the owner’s.',
  },
  suspendedAdvice: {
    vi: 'Không gửi tiền, mã xác thực hoặc giấy tờ qua trang này. Hãy hỏi lại sổ đăng ký trước khi tin.',
    en: 'Send no money, codes or papers through this page. Ask the register again before you trust it.',
  },

  closedTitle: { vi: 'Trang này đã đóng', en: 'This page is closed' },
  closedLead: {
    vi: 'Chủ trang đã đóng trang và không dùng địa chỉ này nữa.',
    en: 'The owner closed the page and no longer uses this address.',
  },
  closedAdvice: {
    vi: 'Nếu địa chỉ này hoạt động trở lại, đó không còn là trang của người đã đóng.',
    en: 'If this address comes back to life, it is no longer the page of the person who closed it.',
  },
  closedReport: { vi: 'Báo cho sổ đăng ký', en: 'Tell the register' },

  imitationTitle: { vi: 'Đây là trang mạo\u00a0danh', en: 'This page is an imitation' },
  imitationLead: {
    vi: 'Người bị mượn tên đã xác nhận trang này không phải của mình.',
    en: 'The person whose name it uses has stated that this page is not theirs.',
  },
  imitationDo: {
    vi: 'Đừng nhắn tin, đừng chuyển tiền, đừng mở đường dẫn từ trang này.',
    en: 'Do not write to it, send it money or open links from it.',
  },
  imitationPaid: {
    vi: 'Nếu đã chuyển tiền, hãy báo ngân hàng và công an nơi gần nhất.',
    en: 'If money has been sent, tell the bank and the nearest police.',
  },
  object: { vi: 'Chủ trang này có thể phản đối kết luận', en: 'The owner of this page can object to the finding' },

  address: { vi: 'Địa chỉ', en: 'Address' },
  owner: { vi: 'Chủ trang', en: 'Owner' },
  office: { vi: 'Chức vụ', en: 'Office' },
  personPage: { vi: 'Các trang khác của người này', en: 'Other pages of this person' },
  level: { vi: 'Mức xác nhận', en: 'Level' },
  answeredAt: { vi: 'Trả lời lúc', en: 'Answered at' },
  goodFor: { vi: 'dùng được trong 1\u00a0phút', en: 'good for 1\u00a0minute' },
  signed: { vi: 'Bản có chữ ký số', en: 'Signed copy' },
  suspendedFrom: { vi: 'Tạm dừng từ', en: 'Paused since' },
  before: { vi: 'Trước đó', en: 'Before that' },
  closedOn: { vi: 'Đóng ngày', en: 'Closed on' },
  decidedOn: { vi: 'Kết luận ngày', en: 'Found on' },
  reasons: { vi: 'Lý do', en: 'Reasons' },
  objectedSince: { vi: 'Chủ trang phản đối từ', en: 'Objected to since' },
  lapsesOn: { vi: 'Hết hiệu lực ngày', en: 'Lapses on' },
  rightPage: { vi: 'Trang đúng', en: 'The real page' },

  // the title of the window; the heading inside says more
  confirmedPage: { vi: 'Đã xác nhận: đúng trang của chủ trang', en: 'Confirmed: this page is theirs' },
  unconfirmedPage: { vi: 'Chưa có xác nhận công khai', en: 'No public confirmation' },
  suspendedPage: { vi: 'Tạm thời chưa xác nhận', en: 'Temporarily not confirmed' },
  closedPage: { vi: 'Trang đã đóng', en: 'Page closed' },
  imitationPage: { vi: 'Trang mạo danh', en: 'Imitation' },
})
