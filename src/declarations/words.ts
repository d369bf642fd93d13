import { bothLanguages } from '../web/words.ts'

const month = (since: string) => Number(since.slice(5, 7))
const months = 'January February March April May June July August September October November December'.split(' ')

/** What the pages of this room say. `\u00a0` joins the syllables of one Vietnamese word in headings. */
export const words = bothLanguages({
  // my pages
  myPages: { vi: 'Trang của tôi', en: 'My pages' },
  toDo: { vi: 'Việc cần làm', en: 'What to do next' },
  toProve: { vi: (page: string) => `Xác minh ${page}`, en: (page: string) => `Prove ${page}` },
  toProveNote: { vi: 'Trang mới ở mức\u00a00.', en: 'The page is at level\u00a00.' },
  prove: { vi: 'Xác minh trang', en: 'Prove this page' },
  toFinish: { vi: (page: string) => `Khai tiếp ${page}`, en: (page: string) => `Finish declaring ${page}` },
  toFinishNote: {
    vi: (day: string) => `Bản nháp, sửa lần cuối ngày ${day}. Chưa gửi.`,
    en: (day: string) => `Draft, last changed on ${day}. Not filed yet.`,
  },
  finish: { vi: 'Khai tiếp', en: 'Continue' },
  toMend: { vi: (page: string) => `Sửa mã xác minh của ${page}`, en: (page: string) => `Mend the proof of ${page}` },
  toMendNote: {
    vi: (day: string) => `Ba lần kiểm lại gần đây không thấy mã. Mức giữ nguyên đến ngày ${day}.`,
    en: (day: string) => `The last three re-checks did not find it. The level holds until ${day}.`,
  },
  mend: { vi: 'Xem cách sửa', en: 'See how to mend it' },
  toRenew: { vi: (page: string) => `Xác minh lại ${page}`, en: (page: string) => `Prove ${page} again` },
  renewBy: {
    vi: (day: string) =>
      `Một người khác cũng đã xác minh trang này. Hãy xác minh lại trước ngày ${day}; nếu không, câu trả lời công khai sẽ theo khai báo kia.`,
    en: (day: string) =>
      `Somebody else has proven this page too. Prove it again before ${day}; otherwise the public answer will follow the other declaration.`,
  },
  proveOnceMore: { vi: 'Xác minh lại', en: 'Prove again' },
  otherAnswers: {
    vi: 'Câu trả lời công khai về địa chỉ này đang theo một khai báo khác. Khai báo của anh/chị vẫn giữ nguyên, và sẽ được dùng để trả lời khi có mức cao hơn, hoặc khi khai báo kia không được xác minh lại trong 7 ngày.',
    en: 'The public answer about this address follows another declaration. Yours stays as it is, and will answer once its level is higher, or once the other is not proven again within 7 days.',
  },
  moreToProve: {
    vi: (n: number) => `Còn ${n} trang nữa ở mức\u00a00, xem trong danh sách dưới đây.`,
    en: (n: number) => `${n} more pages are at level\u00a00: see the list below.`,
  },
  declaredPages: {
    vi: (n: number) => `Đã khai báo ${n} trang`,
    en: (n: number) => (n === 1 ? '1 page declared' : `${n} pages declared`),
  },
  nothingYet: { vi: 'Chưa khai báo trang nào', en: 'No page declared yet' },
  nothingYetNote: {
    vi: 'Dán địa chỉ của một trang để bắt đầu. Khoảng hai phút một trang.',
    en: 'Paste the address of a page to begin. It takes about two minutes a page.',
  },
  view: { vi: 'Xem', en: 'View' },
  change: { vi: 'Sửa', en: 'Change' },
  proveShort: { vi: 'Xác minh', en: 'Prove' },
  declareMore: { vi: 'Khai báo thêm trang', en: 'Declare another page' },
  declareFirst: { vi: 'Khai báo một trang', en: 'Declare a page' },
  whoLooked: { vi: 'Ai đã xem hồ sơ của tôi', en: 'Who looked at my record' },
  views: {
    vi: (n: number) => `Trong 30 ngày qua có ${n} lần xem.`,
    en: (n: number) => `${n === 1 ? '1 view' : `${n} views`} in the last 30 days.`,
  },
  lastView: { vi: (day: string) => `Lần gần nhất: ${day}.`, en: (day: string) => `The latest: ${day}.` },
  noViews: { vi: 'Trong 30 ngày qua chưa có ai xem.', en: 'Nobody looked in the last 30 days.' },
  seeViews: { vi: 'Xem tất cả các lần', en: 'See all views' },
  myReceipts: { vi: 'Biên nhận của tôi', en: 'My receipts' },

  // states of a page
  active: { vi: 'Đang dùng', en: 'In use' },
  toAttest: { vi: 'Xác nhận danh sách trang của anh/chị', en: 'Attest the list of your pages' },
  attestBy: { vi: (day: string) => `Hạn: hết ngày ${day}.`, en: (day: string) => `Until the end of ${day}.` },
  attestLate: {
    vi: (day: string) => `Hạn là ngày ${day}. Anh/chị vẫn gửi được.`,
    en: (day: string) => `The date was ${day}. You can still send it.`,
  },
  attest: { vi: 'Xác nhận', en: 'Attest' },
  closing: { vi: 'Đang đóng', en: 'Being closed' },
  closed: { vi: 'Đã đóng', en: 'Closed' },
  frozen: { vi: 'Tạm dừng xác nhận', en: 'Confirmation paused' },
  lost: { vi: 'Không còn giữ', en: 'No longer in control' },
  endedOn: { vi: (day: string) => `Ngày ${day}`, en: (day: string) => day },

  // declare
  declare: { vi: 'Khai\u00a0báo một trang', en: 'Declare a page' },
  address: { vi: 'Địa chỉ trang hoặc tài khoản', en: 'Address of the page or account' },
  addressHint: {
    vi: 'Mở trang của mình, sao chép địa chỉ, rồi dán vào đây.',
    en: 'Open your page, copy its address and paste it here.',
  },
  which: { vi: 'Trang nào cần khai báo?', en: 'Which pages have to be declared?' },
  whichAnswer: {
    vi: 'Trang web, blog, kênh và tài khoản mạng xã hội mà anh/chị đứng tên hoặc đang quản lý, kể cả trang ít dùng.',
    en: 'Websites, blogs, channels and social-media accounts that bear your name or that you run, also those you seldom use.',
  },
  continue: { vi: 'Tiếp tục', en: 'Continue' },
  notDeclared: { vi: 'Chưa khai báo được', en: 'This could not be declared' },
  checkAddress: { vi: 'Kiểm tra lại địa chỉ', en: 'Check the address again' },
  platform: { vi: 'Tên này ở nền tảng nào?', en: 'On which platform is this name?' },
  platformHint: {
    vi: 'Chọn nền tảng để sổ đọc được tên tài khoản, hoặc dán địa chỉ đầy đủ.',
    en: 'Choose the platform so that the name can be read, or paste the full address.',
  },
  aPost: { vi: 'đây là một bài đăng', en: 'this is a post' },
  aPostError: {
    vi: 'Đây là đường dẫn của một bài đăng. Hãy dán địa chỉ của trang.',
    en: 'This is the link of a post. Paste the address of the page.',
  },
  inThePost: { vi: 'Trong đường dẫn có tài khoản này', en: 'The link holds this account' },
  postNotKept: { vi: 'Sổ không mở và không lưu bài đăng.', en: 'The post is neither opened nor stored.' },
  useAccount: { vi: 'Dùng tài khoản này', en: 'Use this account' },
  lookalike: {
    vi: (whose: string) => `địa chỉ giả tên ${whose}`,
    en: (whose: string) => `an address that imitates ${whose}`,
  },
  lookalikeError: {
    vi: (whose: string) => `Địa chỉ này không thuộc ${whose}, chỉ viết cho giống. Hãy dán địa chỉ thật.`,
    en: (whose: string) => `This address does not belong to ${whose}, it only looks like it. Paste the real address.`,
  },
  aPlatform: { vi: 'một nền tảng quen thuộc', en: 'a known platform' },
  lookalikeWarning: {
    vi: 'Nếu đã nhập mật khẩu ở địa chỉ này, hãy đổi mật khẩu ngay.',
    en: 'If you have entered a password at this address, change that password now.',
  },
  lookalikeHint: {
    vi: (whose: string) => `Mở ứng dụng ${whose}, vào trang của mình, chọn Sao chép liên kết.`,
    en: (whose: string) => `Open the ${whose} app, go to your page, choose Copy link.`,
  },
  pasted: { vi: 'Đã dán', en: 'Pasted' },
  realDomain: { vi: 'Tên miền thật', en: 'The real domain' },
  notDomain: { vi: ', không phải ', en: ', not ' },
  alreadyYours: { vi: 'Anh/chị đã khai báo trang này', en: 'You have declared this page already' },
  alreadyYoursNote: {
    vi: 'Mỗi trang chỉ cần khai một lần. Chưa có gì được gửi thêm.',
    en: 'Each page is declared once. Nothing more was filed.',
  },
  seeDeclaration: { vi: 'Xem khai báo', en: 'See the declaration' },

  onlyAName: { vi: 'Chỉ biết tên hoặc số tài khoản?', en: 'Only a name or number at hand?' },
  isItTheAccount: {
    vi: 'Đây là một bài đăng. Có phải tài khoản này không?',
    en: 'This is a post. Did you mean this account?',
  },

  // several addresses in one paste
  severalPasted: {
    vi: 'Nhận ra {n} địa chỉ. Chọn Tiếp tục để xem từng địa chỉ.',
    en: '{n} addresses were recognised. Choose Continue to see each of them.',
  },
  severalIn: {
    vi: (n: number) => `Nhận ra ${n} địa chỉ trong đoạn vừa dán`,
    en: (n: number) => (n === 1 ? '1 address was recognised' : `${n} addresses were recognised`),
  },
  severalLead: {
    vi: 'Lưu thành bản nháp rồi khai tiếp từng trang. Chưa có gì được gửi.',
    en: 'Keep them as drafts, then declare each page. Nothing was filed yet.',
  },
  toKeep: { vi: 'Sẽ lưu thành bản nháp', en: 'To be kept as drafts' },
  notKeptYet: { vi: 'Chưa lưu', en: 'Not kept yet' },
  keepSoMany: {
    vi: (n: number) => `Lưu ${n} bản nháp`,
    en: (n: number) => (n === 1 ? 'Keep 1 draft' : `Keep ${n} drafts`),
  },
  keptSoMany: {
    vi: (n: number) => (n === 0 ? 'Chưa lưu thêm bản nháp nào' : `Đã lưu ${n} bản nháp`),
    en: (n: number) => (n === 0 ? 'No more drafts were kept' : n === 1 ? '1 draft was kept' : `${n} drafts were kept`),
  },
  yoursAlready: { vi: 'Anh/chị đã khai báo trang này', en: 'You have declared this page already' },
  readFromPost: {
    vi: 'Đây là một bài đăng; sổ đọc ra tài khoản này',
    en: 'This is a post; this account was read out of it',
  },
  notRecognised: {
    vi: (n: number) => `Chưa nhận ra ${n} dòng`,
    en: (n: number) => (n === 1 ? '1 line was not recognised' : `${n} lines were not recognised`),
  },
  notAllKept: { vi: 'Chưa lưu được hết', en: 'Not everything could be kept' },
  stillRefused: {
    vi: (n: number) => `Còn ${n} dòng chưa nhận ra. Hãy sửa hoặc xóa các dòng đó.`,
    en: (n: number) =>
      n === 1
        ? '1 line is not recognised. Change or remove it.'
        : `${n} lines are not recognised. Change or remove them.`,
  },
  draftsFull: {
    vi: 'Đã có 100 bản nháp. Hãy gửi hoặc xóa bớt ở Trang của tôi, rồi lưu tiếp.',
    en: 'There are 100 drafts already. File or delete some of them on My pages, then go on.',
  },
  restLabel: { vi: 'Các dòng còn lại', en: 'The remaining lines' },
  restHint: { vi: 'Sửa ở đây, mỗi dòng một địa chỉ.', en: 'Change them here, one address a line.' },
  moreLeft: {
    vi: (n: number) => `Mỗi lần lưu được 20 địa chỉ. Còn ${n} địa chỉ chờ ở đây, mỗi dòng một địa chỉ.`,
    en: (n: number) => `20 addresses are kept at a time. ${n} more wait here, one a line.`,
  },

  // draft
  isItThis: { vi: 'Đúng trang này không?', en: 'Is it this page?' },
  recognised: { vi: 'Từ địa chỉ anh/chị dán, sổ nhận ra:', en: 'From what you pasted the register recognised:' },
  underVn: { vi: 'Tên miền này dưới .vn, tên miền quốc gia.', en: 'This name is under .vn, the national domain.' },
  notUnderVn: {
    vi: 'Tên miền này không dưới .vn. Nếu sau này đổi tên, anh/chị có thể chọn tên miền quốc gia.',
    en: 'This name is not under .vn. Should you change it one day, the national domain is there for you.',
  },
  forExample: { vi: 'Ví dụ', en: 'For example' },
  inDns: { vi: 'viết trong DNS:', en: 'in the DNS:' },
  onlyAdvice: {
    vi: 'Đây chỉ là gợi ý, chưa xem tên còn trống hay không; khai báo không bị ảnh hưởng.',
    en: 'This is advice only; whether the name is free was not looked up. The declaration is not affected.',
  },
  noSuchName: {
    vi: 'Từ các chữ này chưa đặt được tên: chỉ dùng chữ tiếng Việt, chữ số và dấu gạch nối.',
    en: 'These words make no such name: use Vietnamese letters, digits and hyphens only.',
  },
  tryAName: { vi: 'Thử một tên tiếng Việt khác', en: 'Try another Vietnamese name' },
  wantedName: { vi: 'Tên muốn dùng', en: 'The name you would like' },
  seeTheName: { vi: 'Xem tên miền', en: 'See the domain name' },
  vnKey: { vi: 'Tên miền quốc gia', en: 'National domain' },
  vnYes: { vi: 'Dưới .vn', en: 'Under .vn' },
  vnNo: { vi: 'Không dưới .vn', en: 'Not under .vn' },
  whoManages: { vi: 'Ai quản lý trang này?', en: 'Who manages this page?' },
  whoManagesHint: {
    vi: 'Trang không được cho mượn, cho thuê hoặc chuyển cho người khác dùng.',
    en: 'A page may not be lent, rented out or handed to someone else.',
  },
  alone: { vi: 'Chỉ mình tôi', en: 'Only I' },
  shared: { vi: 'Tôi và người khác cùng quản lý', en: 'I and others together' },
  unit: { vi: 'Tôi quản lý thay cho đơn vị', en: 'I run it for my unit' },
  unitHint: {
    vi: (unit: string) => `Khi công khai, câu trả lời nêu tên ${unit}, không nêu tên anh/chị.`,
    en: (unit: string) => `Once public, the answer names ${unit}, not you.`,
  },
  since: { vi: 'Dùng trang này từ khi nào?', en: 'Since when has this page been used?' },
  sinceHint: {
    vi: 'Không bắt buộc. Chỉ cần nhớ gần đúng, ví dụ 3 2019.',
    en: 'Optional. Roughly is enough, for example 3 2019.',
  },
  month: { vi: 'Tháng', en: 'Month' },
  year: { vi: 'Năm', en: 'Year' },
  whoMayKnow: { vi: 'Ai được biết', en: 'Who may know' },
  privateFirst: {
    vi: 'Riêng tư: chỉ anh/chị và cán bộ phụ trách của đơn vị. Sau khi xác minh, anh/chị có thể cho phép sổ trả lời công khai về trang này.',
    en: 'Private: only you and the officer of your unit. After a proof you may let the register answer the public about this page.',
  },
  yesContinue: { vi: 'Đúng, tiếp tục', en: 'Yes, continue' },
  changeAddress: { vi: 'Sửa địa chỉ', en: 'Change the address' },
  removeDraft: { vi: 'Xóa bản nháp', en: 'Delete the draft' },
  removeDraftNote: { vi: 'Chưa gửi, nên xóa là không còn gì lưu lại.', en: 'It was not filed: nothing of it remains.' },
  draft: { vi: 'Bản nháp', en: 'Draft' },
  manager_missing: { vi: 'Hãy chọn ai quản lý trang này', en: 'Choose who manages this page' },
  no_unit: {
    vi: 'Anh/chị chưa thuộc đơn vị nào, nên chưa khai thay cho đơn vị được',
    en: 'You belong to no unit, so this cannot be declared for one',
  },
  year_missing: { vi: 'Hãy ghi năm, hoặc để trống cả hai ô', en: 'Give the year, or leave both fields empty' },
  year_wrong: { vi: 'Năm gồm bốn chữ số, từ 1990 trở đi', en: 'The year has four digits, from 1990 on' },
  month_wrong: { vi: 'Tháng là số từ 1 đến 12', en: 'The month is a number from 1 to 12' },
  in_future: { vi: 'Thời điểm này chưa đến', en: 'This has not come yet' },

  // check and file
  check: { vi: 'Kiểm tra trước khi gửi', en: 'Check before you file' },
  platformKey: { vi: 'Nền tảng', en: 'Platform' },
  addressKey: { vi: 'Địa chỉ', en: 'Address' },
  managerKey: { vi: 'Người quản lý', en: 'Managed by' },
  sinceKey: { vi: 'Dùng từ', en: 'In use since' },
  notGiven: { vi: 'Không ghi', en: 'Not given' },
  sinceText: {
    vi: (since: string) => (since.length > 4 ? `Tháng ${month(since)} năm ${since.slice(0, 4)}` : `Năm ${since}`),
    en: (since: string) => (since.length > 4 ? `${months[month(since) - 1]} ${since.slice(0, 4)}` : since),
  },
  privateMeans: {
    vi: 'Riêng tư: chỉ tôi và cán bộ phụ trách của đơn vị. Người ngoài hỏi sẽ nhận câu “chưa có xác nhận công khai”.',
    en: 'Private: only I and the officer of my unit. Others who ask are told “no public confirmation”.',
  },
  statement: { vi: 'Lời khai', en: 'Statement' },
  statementAlone: {
    vi: 'Tôi khai đúng sự thật. Trang này do tôi quản lý; tôi không cho mượn, cho thuê hoặc chuyển cho người khác.',
    en: 'I declare the truth. I manage this page; I do not lend it, rent it out or hand it to anyone else.',
  },
  statementShared: {
    vi: 'Tôi khai đúng sự thật. Trang này do tôi cùng người khác quản lý; chúng tôi không cho mượn, cho thuê hoặc chuyển cho người ngoài.',
    en: 'I declare the truth. I manage this page together with others; we do not lend it, rent it out or hand it to anyone else.',
  },
  statementUnit: {
    vi: 'Tôi khai đúng sự thật. Tôi quản lý trang này thay cho đơn vị; trang không được cho mượn, cho thuê hoặc chuyển cho người khác.',
    en: 'I declare the truth. I run this page for my unit; it is not lent, rented out or handed to anyone else.',
  },
  file: { vi: 'Gửi khai báo', en: 'File the declaration' },
  keepDraft: { vi: 'Lưu bản nháp', en: 'Keep as a draft' },

  // receipts
  receiptTitle: { vi: 'Biên nhận khai báo', en: 'Receipt' },
  declaredReceived: { vi: 'Đã nhận khai báo', en: 'Declaration received' },
  visibility_changedReceived: { vi: 'Đã nhận thay đổi', en: 'Change received' },
  closing_statedReceived: { vi: 'Đã nhận báo đóng trang', en: 'Closing received' },
  reopenedReceived: { vi: 'Đã nhận: trang chưa đóng', en: 'Received: not closed after all' },
  lostReceived: { vi: 'Đã nhận: trang không còn giữ', en: 'Received: no longer in control' },
  closing_statedShort: { vi: 'Báo đóng trang', en: 'Stated closed' },
  reopenedShort: { vi: 'Báo chưa đóng', en: 'Not closed after all' },
  lostShort: { vi: 'Báo không còn giữ', en: 'No longer in control' },
  closing_statedContent: {
    vi: (what: string) => `Báo đã đóng trang: ${what}`,
    en: (what: string) => `Stated closed: ${what}`,
  },
  reopenedContent: {
    vi: (what: string) => `Báo trang chưa đóng: ${what}`,
    en: (what: string) => `Not closed after all: ${what}`,
  },
  lostContent: {
    vi: (what: string) => `Báo không còn giữ trang: ${what}`,
    en: (what: string) => `No longer in control: ${what}`,
  },
  hijack_reportedReceived: { vi: 'Đã dừng xác nhận', en: 'Confirmation stopped' },
  given_upReceived: { vi: 'Đã nhận: không còn giữ trang', en: 'Received: the page is given up' },
  false_alarmReceived: { vi: 'Đã nhận: không có gì sai', en: 'Received: nothing is wrong' },
  renamedReceived: { vi: 'Đã nhận: đổi tên', en: 'Received: renamed' },
  hijack_reportedShort: { vi: 'Báo trang bị chiếm', en: 'Page reported as taken' },
  given_upShort: { vi: 'Không còn giữ trang', en: 'Page given up' },
  false_alarmShort: { vi: 'Không có gì sai', en: 'Nothing was wrong' },
  renamedShort: { vi: 'Đổi tên tài khoản', en: 'Account renamed' },
  hijack_reportedContent: {
    vi: (what: string) => `Báo trang bị chiếm, dừng xác nhận: ${what}`,
    en: (what: string) => `Page reported as taken, confirmation stopped: ${what}`,
  },
  given_upContent: {
    vi: (what: string) => `Không còn giữ trang: ${what}`,
    en: (what: string) => `Page no longer controlled: ${what}`,
  },
  false_alarmContent: {
    vi: (what: string) => `Không có gì sai, mở lại xác nhận: ${what}`,
    en: (what: string) => `Nothing was wrong, confirmed again: ${what}`,
  },
  renamedContent: {
    vi: (what: string) => `Tài khoản đã đổi tên: ${what}`,
    en: (what: string) => `Account renamed: ${what}`,
  },
  declaredShort: { vi: 'Khai báo', en: 'Declaration' },
  visibility_changedShort: { vi: 'Đổi người được biết', en: 'Change of who may know' },
  filer: { vi: 'Người khai', en: 'Filed by' },
  filerUnit: { vi: 'Đơn vị', en: 'Unit' },
  receivedAt: { vi: 'Nhận lúc', en: 'Received at' },
  byOfficer: { vi: 'Cán bộ phụ trách khai thay', en: 'Filed by the officer for the person' },
  byPhone: { vi: 'Cán bộ phụ trách ghi qua điện thoại', en: 'By the officer, on the phone' },
  channel: { vi: 'Cách gửi', en: 'How' },
  web: { vi: 'Tự khai trên trang này', en: 'By oneself, on this site' },
  api: { vi: 'Gửi bằng mã truy cập của mình', en: 'With one’s own access token' },
  sample: { vi: 'Dữ liệu mẫu', en: 'Sample data' },
  byCheck: { vi: 'Sổ tự ghi khi kiểm tra', en: 'Written by the register at a check' },
  content: { vi: 'Nội dung', en: 'Content' },
  declaredContent: {
    vi: (what: string) => `Khai báo 1 trang: ${what}`,
    en: (what: string) => `1 page declared: ${what}`,
  },
  visibility_changedContent: {
    vi: (what: string) => `Đổi người được biết: ${what}`,
    en: (what: string) => `Who may know changed: ${what}`,
  },
  level: { vi: 'Mức', en: 'Level' },
  receiptNote: {
    vi: 'Quét mã QR để mở lại biên nhận này sau khi đăng nhập. Biên nhận không chứng tỏ trang đã được xác minh.',
    en: 'Scan the QR code to open this receipt again after signing in. A receipt does not show that a page is proven.',
  },
  next: { vi: 'Việc tiếp theo', en: 'What comes next' },
  nextProve: {
    vi: 'Xác minh trang để người khác biết chắc trang là của anh/chị. Phần lớn mất chưa đến mười phút.',
    en: 'Prove the page, so that others can be sure it is yours. Most proofs take less than ten minutes.',
  },
  nextPrint: { vi: 'Biên nhận này in vừa một trang.', en: 'This receipt prints on one page.' },
  proveThis: { vi: 'Xác minh trang này', en: 'Prove this page' },
  toMyPages: { vi: 'Về trang của tôi', en: 'To my pages' },
  otherReceipts: { vi: 'Biên nhận khác:', en: 'Other receipts:' },
  ofAttestations: { vi: 'xác nhận định kỳ', en: 'of attestations' },
  ofRights: { vi: 'yêu cầu về dữ liệu', en: 'of requests about data' },
  noReceipts: { vi: 'Chưa có biên nhận nào.', en: 'There are no receipts yet.' },
  number: { vi: 'Số biên nhận', en: 'Receipt number' },

  // a name that changed hands
  toSettle: {
    vi: (address: string) => `${address}: tên này nay thuộc tài khoản khác`,
    en: (address: string) => `${address}: the name belongs to another account now`,
  },
  toSettleNote: {
    vi: 'Sổ tạm dừng xác nhận trang này. Hãy xem cần làm gì.',
    en: 'Confirmation of this page is paused. See what to do.',
  },
  settle: { vi: 'Xem', en: 'See' },
  takenSince: {
    vi: (when: string) =>
      `Lúc ${when}, sổ thấy tên này thuộc về một tài khoản khác với tài khoản đã xác minh. Câu trả lời công khai tạm dừng từ lúc đó.`,
    en: (when: string) =>
      `At ${when} the register saw that this name belongs to another account than the one that was proven. The public answer has rested since.`,
  },
  takenStillMine: {
    vi: 'Nếu anh/chị đã lấy lại tên này cho tài khoản cũ, hãy xác minh lại: trang được xác nhận trở lại ngay.',
    en: 'If your account has the name again, prove it once more: the page is confirmed again at once.',
  },
  takenRenamed: {
    vi: 'Nếu anh/chị đã đổi tên tài khoản, hãy nói rõ, rồi khai báo địa chỉ mới.',
    en: 'If you renamed your account, say so, then declare its new address.',
  },
  takenNotMine: {
    vi: 'Nếu không phải anh/chị đổi, hãy nói là tài khoản bị chiếm: cán bộ phụ trách được báo ngay.',
    en: 'If it was not you, say that it was taken over: your officer is told at once.',
  },
  sayWhatHappened: { vi: 'Nói chuyện gì đã xảy ra', en: 'Say what happened' },
  stopped: {
    vi: 'Trang này đang dừng xác nhận vì có sự cố. Xác minh lại đúng tài khoản thì trang được xác nhận trở lại.',
    en: 'This page is not confirmed at present, because of an incident. Proving the same account again gives it back.',
  },
  toIncidents: { vi: 'Xem sự cố và việc cần làm', en: 'See the incident and what to do' },

  // one declaration
  managedBy: { vi: 'Người quản lý', en: 'Managed by' },
  state: { vi: 'Tình trạng', en: 'State' },
  filedOn: { vi: 'Khai lúc', en: 'Declared at' },
  receipts: { vi: 'Biên nhận', en: 'Receipts' },
  proofs: { vi: 'Xác minh', en: 'Proof' },
  proofsLevel0: {
    vi: 'Trang mới ở mức\u00a00: anh/chị nói trang là của mình, chưa có gì chứng minh.',
    en: 'The page is at level\u00a00: you say that it is yours, nothing proves it yet.',
  },
  seeProofs: { vi: 'Xem các lần xác minh', en: 'See the proofs' },
  proveAgain: { vi: 'Xác minh thêm một cách', en: 'Prove in one more way' },
  onlyAfterProof: {
    vi: 'Trang đang riêng tư. Sau khi xác minh, anh/chị có thể cho phép sổ trả lời công khai về trang này.',
    en: 'The page is private. After a proof you may let the register answer the public about it.',
  },
  endedNote: {
    vi: 'Trang đã kết thúc, không đổi được nữa.',
    en: 'This page has ended and cannot be changed any more.',
  },
  privateChoice: { vi: 'Riêng tư', en: 'Private' },
  privateChoiceHint: {
    vi: 'Ai hỏi cũng chỉ nhận câu “chưa có xác nhận công khai”, giống hệt như với trang chưa từng được khai.',
    en: 'Whoever asks is told “no public confirmation”, exactly as for a page that was never declared.',
  },
  confirmableChoice: { vi: 'Trả lời khi được hỏi', en: 'Answers when asked' },
  confirmableChoiceHint: {
    vi: 'Ai hỏi đúng địa chỉ này sẽ nhận câu “đúng, trang này đã được xác nhận”, kèm mức và ngày. Không ai tìm được trang theo tên anh/chị.',
    en: 'Whoever asks about exactly this address is told “yes, this page is confirmed”, with its level and date. Nobody can find it by your name.',
  },
  listedChoice: { vi: 'Công khai', en: 'Public' },
  listedChoiceHint: {
    vi: 'Như trên, và trang được nêu trên trang công khai của anh/chị, cùng những trang khác mà anh/chị đã chọn công khai. Tên và chức vụ hiện ở đó nếu một trong các trang ấy nêu tên.',
    en: 'The same, and the page stands on your public page beside the others that you made public. Your name and office stand there if one of these pages names you.',
  },
  listingTitle: { vi: 'Trang công khai của tôi', en: 'My public page' },
  listing: { vi: 'Địa chỉ trang công khai của tôi', en: 'Address of my public page' },
  listingHint: {
    vi: 'Ai mở địa chỉ này sẽ thấy các trang đã chọn công khai. Dán vào hồ sơ Mastodon, máy chủ ở đó sẽ tự xác minh.',
    en: 'Whoever opens it sees the pages that were made public. In a Mastodon profile it is verified by the server there.',
  },
  openListing: { vi: 'Mở trang công khai', en: 'Open the public page' },
  showsQuestion: { vi: 'Câu trả lời công khai nêu gì?', en: 'What does the public answer name?' },
  showsHint: { vi: 'Chỉ dùng khi trang không riêng tư.', en: 'Used only while the page is not private.' },
  showsNothing: { vi: 'Không nêu tên', en: 'No name' },
  showsNothingHint: {
    vi: (level: string) => `Câu trả lời: địa chỉ, ${level}, ngày. Không có tên ai.`,
    en: (level: string) => `The answer: address, ${level}, date. Nobody is named.`,
  },
  showsName: { vi: (name: string) => `Tên: ${name}`, en: (name: string) => `Name: ${name}` },
  showsNameAndOffice: {
    vi: (name: string, office: string) => `Tên và chức vụ: ${name}, ${office}`,
    en: (name: string, office: string) => `Name and office: ${name}, ${office}`,
  },
  showsNameHint: {
    vi: 'Câu trả lời nêu đúng tên này, và nói rõ là chủ trang đã đồng ý.',
    en: 'The answer names exactly this, and says that the owner agreed.',
  },
  lapsesWith: {
    vi: 'Nếu mức xác minh về 0, sổ thôi trả lời và trang trở lại riêng tư. Anh/chị có thể đổi lại bất cứ lúc nào, có hiệu lực ngay; bản sao ở nơi khác hết hạn sau 60 giây.',
    en: 'Should the level fall to 0, the register stops answering and the page is private again. You may change this at any time, at once; copies elsewhere expire after 60 seconds.',
  },
  saveVisibility: { vi: 'Lưu thay đổi', en: 'Save the change' },
  history: { vi: 'Lịch sử', en: 'History' },
  when: { vi: 'Lúc', en: 'When' },
  what: { vi: 'Nội dung', en: 'What' },
  how: { vi: 'Cách ghi', en: 'How' },
  versionLine: { vi: (n: number) => `Bản ${n}`, en: (n: number) => `Version ${n}` },
  declared: { vi: 'Khai báo', en: 'Declared' },
  vouched: { vi: 'Có trong danh sách đã công bố', en: 'On a published list' },
  vouchedBy: {
    vi: (list: string) => `Có trong danh sách đã công bố: ${list}`,
    en: (list: string) => `On the published list: ${list}`,
  },
  proof_found: { vi: 'Xác minh thành công', en: 'Proof found' },
  recheck_found: { vi: 'Kiểm lại thành công', en: 'Re-check found the proof' },
  proof_missed: { vi: 'Không còn thấy mã xác minh', en: 'The proof was no longer found' },
  not_reconfirmed: { vi: 'Lâu không kiểm lại được', en: 'Could not be re-checked for long' },
  kept_no_more: {
    vi: 'Mã không còn được giữ, thôi kiểm lại',
    en: 'The proof is kept no more and no longer re-checked',
  },
  lapsed: { vi: 'Hết hạn xác nhận', en: 'Lapsed' },
  shows_nothing: { vi: 'không nêu tên', en: 'no name' },
  shows_name: { vi: 'nêu tên', en: 'name' },
  shows_name_and_office: { vi: 'nêu tên và chức vụ', en: 'name and office' },
})
