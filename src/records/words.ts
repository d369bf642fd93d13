import { bothLanguages } from '../web/index.ts'

export const words = bothLanguages({
  stopByPhone: {
    vi: 'Trang bị chiếm: dừng xác nhận qua điện thoại',
    en: 'Page taken over: stop confirming, on the phone',
  },
  assist: { vi: 'Khai báo thay, từ giấy hoặc điện thoại', en: 'Declare for this person, from paper or by phone' },
  unconfirmed: { vi: 'Khai thay, người đó chưa xác nhận', en: 'Filed by an officer, not yet confirmed by the person' },
  why: { vi: 'Vì sao cần mở hồ\u00a0sơ\u00a0này?', en: 'Why does this record need to be opened?' },
  memberOf: {
    vi: (unit: string) => `Hồ sơ của một thành viên, ${unit}`,
    en: (unit: string) => `Record of a member, ${unit}`,
  },
  purpose: { vi: 'Mục đích', en: 'Purpose' },
  opens: {
    vi: (fields: string) => `Mở: ${fields.toLocaleLowerCase('vi')}`,
    en: (fields: string) => `Opens: ${fields.toLowerCase()}`,
  },
  purpose_missing: { vi: 'Hãy chọn mục đích mở hồ sơ.', en: 'Choose a purpose for opening the record.' },
  number: { vi: 'Số sự cố hoặc hồ sơ', en: 'Number of the incident or case' },
  numberHint: {
    vi: 'Chỉ cần khi mục đích là xử lý sự cố hoặc hồ sơ. Ví dụ S-0001 hoặc H-0001.',
    en: 'Only where the purpose is an incident or a case. For example S-0001 or H-0001.',
  },
  number_missing: { vi: 'Hãy nhập số đang mở', en: 'Enter the number of what is open' },
  number_not_open: {
    vi: 'Người này không có việc nào đang mở mang số này',
    en: 'Nothing of this person is open under this number',
  },
  notOpened: { vi: 'Chưa mở hồ sơ', en: 'The record was not opened' },
  willSee: { vi: 'Người có hồ sơ sẽ thấy dòng này', en: 'The person will see this line' },
  chosen: { vi: 'Mục đích được chọn ở trên', en: 'The purpose chosen above' },
  line: {
    vi: (who: string, fields: string, when: string, channel: string) =>
      `${who}. Xem ${fields.toLocaleLowerCase('vi')}, ${when}, ${channel.toLocaleLowerCase('vi')}.`,
    en: (who: string, fields: string, when: string, channel: string) =>
      `${who}. Looked at ${fields.toLowerCase()}, ${when}, ${channel.toLowerCase()}.`,
  },
  open: { vi: 'Mở hồ sơ', en: 'Open the record' },
  leave: { vi: 'Không mở nữa', en: 'Do not open it' },

  recordOf: { vi: (name: string) => `Hồ sơ của ${name}`, en: (name: string) => `Record of ${name}` },
  written: {
    vi: (purpose: string) =>
      `Đã ghi lần mở này với mục đích “${purpose}”. Người có hồ sơ thấy ngay. Tải lại trang là mở lần nữa.`,
    en: (purpose: string) =>
      `This opening was written down with the purpose “${purpose}”. The person sees it at once. Loading the page again opens it again.`,
  },
  office: { vi: 'Chức vụ', en: 'Office' },
  unit: { vi: 'Đơn vị', en: 'Unit' },
  pages: { vi: 'Các trang đã khai', en: 'Declared pages' },
  dossiers: { vi: 'Quá trình xác minh của từng trang', en: 'How each page was proven' },
  otherAccount: {
    vi: 'Tên này nay thuộc tài khoản khác. Câu trả lời công khai đang tạm dừng.',
    en: 'This name belongs to another account now. The public answer is paused.',
  },
  contested: {
    vi: (day: string) =>
      `Một người khác cũng đã xác minh địa chỉ này. Chủ trang được đề nghị xác minh lại trước ngày ${day}. Sổ không nói cho ai biết người kia là ai.`,
    en: (day: string) =>
      `Somebody else has proven this address too. Its owner is asked to prove it again before ${day}. The register tells nobody who the other is.`,
  },
  noPages: { vi: 'Chưa khai báo trang nào.', en: 'No page has been declared.' },
  openCase: { vi: 'Xem nghĩa vụ nào của sổ chưa làm', en: 'See which duties of the register are not done' },
  done: { vi: 'Xong, về danh sách thành viên', en: 'Done, to the members' },

  helpIn: { vi: 'Giúp người này đăng nhập', en: 'Help this person sign in' },
  helpInText: {
    vi: 'Khi người này chưa có khóa, mất máy hoặc không có máy nào để tạo khóa. Cái mới thay cái cũ. Người có hồ sơ thấy ai đã đưa và lúc nào.',
    en: 'For a person who has no passkey yet, has lost the device, or has none to make one on. A new one replaces the old. The person sees who gave it and when.',
  },
  helpInByOperator: {
    vi: 'Người này giữ một vai trò. Giấy mời và mã đăng nhập của người giữ vai trò chỉ do người vận hành máy đưa.',
    en: 'This person holds a role. Only whoever operates the register gives such a person an invitation or a sign-in code.',
  },
  giveInvitation: { vi: 'Gửi giấy mời', en: 'Give an invitation' },
  giveCode: { vi: 'Đưa mã một lần', en: 'Give a one-use code' },
  invitationGiven: { vi: 'Giấy mời đã sẵn sàng', en: 'The invitation is ready' },
  codeGiven: { vi: 'Mã đăng nhập đã sẵn sàng', en: 'The sign-in code is ready' },
  invitationOnce: {
    vi: 'Giấy mời chỉ hiện một lần ở đây. Hãy gửi đường dẫn hoặc in ra rồi đưa tận tay, chỉ cho người được mời.',
    en: 'The invitation is shown here once. Send the link or print it and hand it over, to the invited person only.',
  },
  codeOnce: {
    vi: 'Mã chỉ hiện một lần ở đây. Hãy đọc hoặc đưa tận tay, chỉ cho người này. Mã dùng được một lần, không cần JavaScript.',
    en: 'The code is shown here once. Read it out or hand it over, to this person only. It works once and needs no JavaScript.',
  },
  givenWritten: {
    vi: (purpose: string) =>
      `Đã ghi một dòng với mục đích “${purpose}”. Người có hồ sơ thấy ngay. Tải lại trang là đưa một cái mới.`,
    en: (purpose: string) =>
      `A line was written with the purpose “${purpose}”. The person sees it at once. Loading the page again gives a new one.`,
  },
  helpInByCode: {
    vi: 'Người này đã có khóa. Mã một lần cho vào trong lúc không có máy; không thêm được khóa. Người có hồ sơ thấy ai đã đưa và lúc nào.',
    en: 'This person has a passkey. A one-use code lets them in while the device is not at hand; it adds no passkey. The person sees who gave it and when.',
  },
  codeQr: { vi: 'Mã QR dẫn tới trang nhập mã', en: 'QR code that leads to the page for the code' },
  whatToDo: { vi: 'Cách dùng', en: 'What to do' },
  codeStepOpen: { vi: 'Quét mã QR, hoặc mở địa chỉ ghi ở trên.', en: 'Scan the QR code, or open the address above.' },
  codeStepType: { vi: 'Nhập mã. Viết hoa hay thường đều được.', en: 'Type the code. Capitals do not matter.' },
  codeStepLeave: {
    vi: 'Xong việc thì đăng xuất, nhất là trên máy chung.',
    en: 'Sign out when you are done, above all on a shared device.',
  },
  codeNotYours: {
    vi: 'Không phải của anh/chị? Xin đừng dùng và báo cho cán bộ phụ trách.',
    en: 'Not yours? Do not use it, and tell the officer of your unit.',
  },
  codeFor: { vi: 'Người được đưa', en: 'For' },
  codeWhere: { vi: 'Nhập mã tại', en: 'Enter it at' },
  goodUntil: { vi: 'Dùng được đến', en: 'Good until' },
  signInCode: { vi: 'Mã đăng nhập', en: 'Sign-in code' },

  active: { vi: 'Đang dùng', en: 'In use' },
  closing: { vi: 'Đang đóng', en: 'Being closed' },
  closed: { vi: 'Đã đóng', en: 'Closed' },
  frozen: { vi: 'Tạm dừng xác nhận', en: 'Confirmation paused' },
  lost: { vi: 'Không còn giữ', en: 'No longer in control' },
  proofs: { vi: 'Cách xác minh', en: 'Proofs' },
  waiting: { vi: 'đang chờ', en: 'waiting' },
  found: { vi: 'đã thấy', en: 'found' },
  missed: { vi: 'lần gần nhất không thấy', en: 'not found the last time' },
  ended: { vi: 'đã kết thúc', en: 'ended' },
  'dns-txt': { vi: 'Bản ghi DNS', en: 'DNS record' },
  'well-known': { vi: 'Tệp trên máy chủ', en: 'File on the server' },
  'meta-tag': { vi: 'Thẻ meta trên trang', en: 'Meta tag on the page' },
  'rel-me': { vi: 'Liên kết rel=me', en: 'rel=me link' },
  bluesky: { vi: 'Bluesky', en: 'Bluesky' },
  'profile-code': { vi: 'Mã trong phần giới thiệu', en: 'Code in the profile' },
  'sign-in': { vi: 'Đăng nhập', en: 'Sign-in' },
  witnessed: { vi: 'Có người chứng kiến', en: 'Witnessed' },
})
