import { bothLanguages } from '../web/index.ts'

export const words = bothLanguages({
  // the red button
  nav: { vi: 'Trang bị chiếm', en: 'Page taken over' },
  newTitle: { vi: 'Trang của tôi bị chiếm', en: 'My page was taken over' },
  newLead: {
    vi: 'Bấm một lần: câu trả lời công khai dừng ngay, cán bộ phụ trách được báo. Không cần chắc chắn, anh/chị mở lại được.',
    en: 'One press: the public answer stops at once and your officer is told. You need not be sure; it can be undone.',
  },
  whichPages: { vi: 'Trang nào?', en: 'Which page?' },
  whatMatter: { vi: 'Có chuyện gì?', en: 'What is the matter?' },
  taken_over: { vi: 'Người khác đã chiếm trang', en: 'Somebody has taken it over' },
  locked_out: { vi: 'Tôi không vào được trang', en: 'I cannot get into it' },
  misused: {
    vi: 'Có người dùng trang thay tôi, ví dụ đăng bài hoặc hỏi tiền',
    en: 'Somebody uses it in my name, for instance posts or asks for money',
  },
  stopNow: { vi: 'Dừng xác nhận ngay', en: 'Stop confirming now' },
  notContent: {
    vi: 'Không cần ghi người đó đăng gì. Sổ không nhận nội dung.',
    en: 'What was posted need not be told. The register takes no content.',
  },
  noPages: {
    vi: 'Anh/chị chưa khai trang nào đang dùng, nên không có gì để dừng.',
    en: 'You have declared no page that is in use: there is nothing to stop.',
  },
  declareOne: { vi: 'Khai báo một trang', en: 'Declare a page' },
  chooseAPage: { vi: 'Hãy chọn ít nhất một trang', en: 'Choose at least one page' },
  chooseAMatter: { vi: 'Hãy chọn có chuyện gì', en: 'Choose what is the matter' },
  cannotSignIn: { vi: 'Không đăng nhập được?', en: 'You cannot sign in?' },

  // my incidents
  mineTitle: { vi: 'Sự cố của tôi', en: 'My incidents' },
  mineNone: { vi: 'Chưa có sự cố nào.', en: 'There is none.' },
  stoppedAt: {
    vi: (when: string) => `Đã dừng xác nhận lúc ${when}`,
    en: (when: string) => `Confirmation stopped at ${when}`,
  },
  open: { vi: 'Đang mở', en: 'Open' },
  over: { vi: 'Đã xong', en: 'Over' },
  see: { vi: 'Xem', en: 'See' },
  toImitations: { vi: 'Trang bị báo là mạo danh tôi', en: 'Pages reported as imitating me' },
  toMyPages: { vi: 'Về trang của tôi', en: 'To my pages' },

  // one incident
  frozenTitle: { vi: 'Đã dừng xác nhận trang này', en: 'This page is no longer confirmed' },
  askedTitle: { vi: 'Có người báo trang này bị chiếm', en: 'Somebody reported this page as taken' },
  askedLead: {
    vi: 'Người báo không đăng nhập, nên trang vẫn như cũ. Nếu đúng, hãy dừng xác nhận ngay. Nếu không có gì sai, hãy nói rõ.',
    en: 'Whoever did it was not signed in, so nothing has changed. If it is so, stop confirming now. If nothing is wrong, say so.',
  },
  overTitle: { vi: 'Sự cố đã xong', en: 'This incident is over' },
  reusedTitle: { vi: 'Tên này nay thuộc tài khoản khác', en: 'The name belongs to another account now' },
  publicSays: {
    vi: 'Nếu trang đã công khai, từ nay ai hỏi sẽ nhận câu “tạm thời chưa xác nhận”.',
    en: 'Whoever asks about this page is told “temporarily not confirmed”, if it answered before.',
  },
  number: { vi: 'Số sự cố', en: 'Number' },
  receipt: { vi: 'Biên nhận', en: 'Receipt' },
  page: { vi: 'Trang', en: 'Page' },
  matter: { vi: 'Chuyện gì', en: 'Matter' },
  since: { vi: 'Từ lúc', en: 'Since' },
  officer: { vi: 'Cán bộ phụ trách', en: 'Officer' },
  willAnswer: {
    vi: (when: string) => `Sẽ trả lời trước ${when}`,
    en: (when: string) => `To answer before ${when}`,
  },
  hasAnswered: { vi: 'Đã nhận xử lý', en: 'Has it in hand' },
  wentUp: {
    vi: (n: number) => `Đã chuyển lên cấp trên ${n} lần`,
    en: (n: number) => `Handed up ${n} ${n === 1 ? 'time' : 'times'}`,
  },
  whatToDo: { vi: 'Việc cần làm, theo thứ tự', en: 'What to do, in this order' },
  step1: { vi: 'Lấy lại trang', en: 'Get the page back' },
  step2: { vi: 'Báo ba nơi', en: 'Tell three places' },
  step3: { vi: 'Xác minh lại', en: 'Prove it again' },
  step3Text: {
    vi: 'Lấy lại được rồi thì xác minh lại đúng tài khoản cũ. Trang được xác nhận trở lại ngay.',
    en: 'Once you have it back, prove the same account again. It is confirmed again at once.',
  },
  prove: { vi: 'Xác minh lại trang này', en: 'Prove this page again' },
  platformPage: { vi: 'Mở trang trợ giúp của nền tảng', en: 'Open the help page of the platform' },
  linkChecked: {
    vi: (day: string) => `Đường dẫn kiểm tra lần cuối ngày ${day}.`,
    en: (day: string) => `Link last checked on ${day}.`,
  },
  linkUnchecked: {
    vi: 'Đường dẫn chưa được kiểm tra lại. Hãy nhìn kỹ tên miền trước khi nhập mật khẩu.',
    en: 'This link was not checked lately. Look closely at the domain before you enter a password.',
  },
  payNobody: {
    vi: 'Đừng trả tiền hay đưa mã cho ai nhận “lấy lại giúp”.',
    en: 'Pay nobody, and give no code to anybody, who offers to get it back for you.',
  },

  // notices
  unit: { vi: 'Đơn vị của tôi', en: 'My unit' },
  unitOf: { vi: 'Đơn vị', en: 'The unit' },
  authority: { vi: 'Cơ quan chức năng', en: 'The authority' },
  platform: { vi: 'Nền tảng', en: 'The platform' },
  prepared: { vi: 'Đã soạn sẵn', en: 'Prepared' },
  sent: { vi: 'Đã gửi', en: 'Sent' },
  queued: { vi: 'Đang gửi', en: 'On its way' },
  failed: { vi: 'Gửi không được, hãy in', en: 'Could not be sent: print it' },
  printed: { vi: 'Đã in', en: 'Printed' },
  done: { vi: 'Đã báo', en: 'Done' },
  byAndWhen: {
    vi: (who: string, when: string) => `${who}, ${when}`,
    en: (who: string, when: string) => `${who}, ${when}`,
  },
  theRegister: { vi: 'Sổ đăng ký', en: 'The register' },
  notSignedIn: { vi: 'Không đăng nhập', en: 'Not signed in' },
  letter: { vi: 'Xem và in thư', en: 'See and print the letter' },
  sendMail: { vi: 'Gửi thư ngay', en: 'Send the letter now' },
  markDone: { vi: 'Tôi đã báo', en: 'I have told them' },
  noAuthority: {
    vi: 'Tổ chức chưa ghi nơi nhận. Hãy in thư và hỏi cán bộ phụ trách.',
    en: 'The organisation has named none. Print the letter and ask your officer.',
  },
  copyThese: { vi: 'Chép vào biểu mẫu của nền tảng', en: 'Copy into the form of the platform' },
  copyAddress: { vi: 'Địa chỉ trang', en: 'Address of the page' },
  copyId: { vi: 'Mã cố định', en: 'Permanent id' },
  copyWhen: { vi: 'Biết từ lúc', en: 'Known since' },
  copyText: { vi: 'Mô tả', en: 'Description' },

  // a letter
  letterTitle: { vi: 'Thông báo trang bị chiếm', en: 'Notice of a page that was taken over' },
  letterTo: { vi: 'Kính gửi', en: 'To' },
  letterText: {
    vi: (organisation: string) =>
      `${organisation} thông báo: trang dưới đây do một người của chúng tôi khai báo, nay không còn do người đó kiểm soát. Sổ đăng ký đã dừng xác nhận trang này. Đề nghị hỗ trợ ngăn chặn và khôi phục.`,
    en: (organisation: string) =>
      `${organisation} gives notice: the page below was declared by one of our people and is no longer under their control. The register has stopped confirming it. Please help to stop its abuse and to restore it.`,
  },
  letterNobody: {
    vi: 'Thư này không nêu tên cá nhân. Cần biết thêm, xin liên hệ đơn vị và ghi số sự cố.',
    en: 'This letter names no person. For more, please contact the unit and give the number.',
  },
  letterMark: { vi: 'Đã in thư này', en: 'This letter was printed' },
  ourUnit: { vi: 'Đơn vị', en: 'Unit' },
  subject: {
    vi: (number: string) => `Thông báo sự cố ${number}`,
    en: (number: string) => `Notice of incident ${number}`,
  },
  reused_handle: { vi: 'Tên trang nay thuộc tài khoản khác', en: 'The name belongs to another account now' },
  back: { vi: 'Về sự cố', en: 'To the incident' },

  // ends
  otherwise: { vi: 'Nếu không phải như vậy', en: 'If it is otherwise' },
  nothingWrong: { vi: 'Không có gì sai: mở lại xác nhận', en: 'Nothing is wrong: confirm it again' },
  nothingWrongAsked: { vi: 'Không có gì sai', en: 'Nothing is wrong' },
  nothingWrongText: {
    vi: 'Trang trở lại như trước khi dừng. Anh/chị cần cho thấy lại mình là ai.',
    en: 'The page is as it was before. You show once more who you are.',
  },
  giveUp: { vi: 'Tôi không còn giữ trang này', en: 'I no longer control this page' },
  giveUpText: {
    vi: 'Khai báo kết thúc ở tình trạng “không còn kiểm soát”. Không mở lại được; sau này lấy lại được trang thì khai báo mới.',
    en: 'The declaration ends as “no longer controlled”. This cannot be undone; should you get the page back, declare it anew.',
  },

  // the name belongs to another account
  decideTitle: { vi: 'Chuyện gì đã xảy ra?', en: 'What happened?' },
  renamed: { vi: 'Tôi đã đổi tên tài khoản', en: 'I renamed my account' },
  renamedHint: {
    vi: 'Khai báo địa chỉ mới và xác minh. Xác minh xong, khai báo cũ tự kết thúc.',
    en: 'Declare its new address and prove it. Then the old declaration ends by itself.',
  },
  hijacked: { vi: 'Không phải tôi: tài khoản bị chiếm', en: 'It was not me: the account was taken' },
  hijackedHint: { vi: 'Mở các bước xử lý trang bị chiếm.', en: 'Opens the steps for a page that was taken over.' },
  notMine: { vi: 'Trang này không còn là của tôi', en: 'This page is no longer mine' },
  stillMine: {
    vi: 'Nếu tên đã trở về tài khoản cũ của anh/chị, chỉ cần xác minh lại.',
    en: 'If your old account has the name again, just prove it again.',
  },
  goOn: { vi: 'Tiếp tục', en: 'Continue' },
  chooseOne: { vi: 'Hãy chọn một mục', en: 'Choose one' },
  renamedNow: {
    vi: 'Anh/chị đã nói là mình đổi tên. Việc tiếp theo: khai báo địa chỉ mới rồi xác minh.',
    en: 'You said that you renamed it. Next: declare the new address and prove it.',
  },
  declareNew: { vi: 'Khai báo địa chỉ mới', en: 'Declare the new address' },
  newAccount: {
    vi: 'Nếu anh/chị lập tài khoản mới cùng tên: kết thúc khai báo này ở dưới, rồi khai báo lại địa chỉ đó.',
    en: 'If you made a new account under the same name: end this declaration below, then declare that address anew.',
  },

  // the timeline
  timeline: { vi: 'Đã làm gì', en: 'What was done' },
  when: { vi: 'Lúc', en: 'When' },
  what: { vi: 'Việc', en: 'What' },
  who: { vi: 'Ai', en: 'Who' },
  did_asked: { vi: 'Có người báo mà không đăng nhập', en: 'Reported by somebody who was not signed in' },
  did_opened: { vi: 'Dừng xác nhận', en: 'Confirmation stopped' },
  did_answered: { vi: 'Nhận xử lý', en: 'Taken in hand' },
  did_queued: { vi: 'Yêu cầu gửi thư', en: 'Asked to send the letter' },
  did_sent: { vi: 'Đã gửi', en: 'Sent' },
  did_failed: { vi: 'Không gửi được', en: 'Could not be sent' },
  did_printed: { vi: 'In thư', en: 'Letter printed' },
  did_done: { vi: 'Đã báo', en: 'Told' },
  did_raised: { vi: 'Quá hạn, chuyển lên cấp trên', en: 'Overdue, handed up' },
  did_renamed: { vi: 'Nói là đã đổi tên', en: 'Said to be renamed' },
  did_closed: { vi: 'Kết thúc', en: 'Ended' },
  ended_proven_again: { vi: 'Đã xác minh lại đúng tài khoản', en: 'The same account was proven again' },
  ended_declaration_ended: { vi: 'Khai báo đã kết thúc', en: 'The declaration ended' },
  ended_lost: { vi: 'Không còn kiểm soát trang', en: 'The page is no longer controlled' },
  ended_renamed: { vi: 'Tài khoản đã đổi tên và được xác minh', en: 'The account was renamed, and proven' },
  ended_false_alarm: { vi: 'Không có gì sai', en: 'Nothing was wrong' },
  ended_not_confirmed: { vi: 'Gọi lại: không phải', en: 'Called back: it was not so' },

  // for people who cannot sign in
  helpTitle: { vi: 'Trang bị chiếm, không đăng nhập được sổ', en: 'Page taken over, and you cannot sign in here' },
  helpLead: {
    vi: 'Gọi ngay cán bộ phụ trách của đơn vị: họ dừng xác nhận được khi đang nói chuyện với anh/chị. Không gọi được thì ghi địa chỉ trang ở đây.',
    en: 'Call the officer of your unit at once: they can stop the confirmation while you are on the phone. If you cannot reach them, leave the address of the page here.',
  },
  helpAddress: { vi: 'Địa chỉ trang bị chiếm', en: 'Address of the page that was taken' },
  helpAddressHint: { vi: 'Ví dụ facebook.com/nguyen.van.a', en: 'For example facebook.com/nguyen.van.a' },
  helpSend: { vi: 'Nhờ gọi lại', en: 'Ask to be called back' },
  helpNoPhone: {
    vi: 'Không cần ghi số điện thoại hay tên. Cán bộ chỉ gọi theo số mà đơn vị đã có của chủ trang.',
    en: 'No number and no name are needed. The officer calls only the number that the unit already has of the owner.',
  },
  helpThanks: { vi: 'Đã nhận', en: 'Received' },
  helpThanksText: {
    vi: 'Nếu địa chỉ này có trong sổ, cán bộ phụ trách sẽ gọi chủ trang theo số đơn vị đã có, trong vòng 4 giờ. Ở đây không nói địa chỉ nào có trong sổ.',
    en: 'If this address is in the register, the officer calls its owner within 4 hours, on the number that the unit has. Which addresses are in the register is not said here.',
  },
  helpMeanwhile: { vi: 'Trong lúc chờ', en: 'Meanwhile' },
  helpSignIn: { vi: 'Đăng nhập được thì tự dừng ngay', en: 'If you can sign in, stop it yourself at once' },
  unreadable: { vi: 'Chưa đọc được địa chỉ này', en: 'This address could not be read' },

  // the officer
  deskNav: { vi: 'Sự cố', en: 'Incidents' },
  deskTitle: { vi: 'Sự cố cần xử lý', en: 'Incidents to deal with' },
  deskNone: { vi: 'Không có sự cố nào đang mở.', en: 'No incident is open.' },
  deskLead: {
    vi: 'Danh sách không nêu tên và địa chỉ. Mở sự cố thì người đó thấy ai mở.',
    en: 'The list names nobody and no page. Opening one is seen by its person.',
  },
  hijack: { vi: 'Trang bị chiếm', en: 'Page taken over' },
  stage_asked: { vi: 'Chờ gọi lại', en: 'Call back' },
  stage_open: { vi: 'Chưa ai nhận', en: 'Not taken in hand' },
  stage_in_hand: { vi: 'Đang xử lý', en: 'In hand' },
  due: { vi: 'Hạn', en: 'Due' },
  late: { vi: 'Quá hạn', en: 'Overdue' },
  deskUnit: { vi: 'Đơn vị', en: 'Unit' },
  state: { vi: 'Tình trạng', en: 'State' },
  openTask: { vi: 'Mở', en: 'Open' },
  openTitle: { vi: (number: string) => `Sự cố ${number}`, en: (number: string) => `Incident ${number}` },
  openText: {
    vi: 'Mở ra sẽ hiện tên và trang của một người. Người đó thấy dòng: xử lý sự cố, số sự cố, tên anh/chị.',
    en: 'Opening shows the name and page of a person. They see a line: to deal with an incident, its number, your name.',
  },
  openIt: { vi: 'Mở sự cố', en: 'Open the incident' },
  takeInHand: { vi: 'Tôi nhận xử lý', en: 'I take it in hand' },
  callBack: { vi: 'Gọi lại trước', en: 'Call back first' },
  callBackText: {
    vi: 'Gọi người này theo số mà đơn vị đã có. Không gọi số do người báo đưa, không hỏi mật khẩu hay mã.',
    en: 'Call this person on the number that the unit has. Never one that somebody gives you; ask for no password and no code.',
  },
  saysSo: { vi: 'Đã gọi, đúng là bị chiếm: dừng xác nhận', en: 'Called, and it is so: stop confirming' },
  saysNot: { vi: 'Đã gọi, không có chuyện đó', en: 'Called, and it is not so' },
  toDesk: { vi: 'Về danh sách sự cố', en: 'To the list of incidents' },
  person: { vi: 'Người khai', en: 'Declared by' },

  // on the phone
  phoneTitle: { vi: 'Dừng xác nhận qua điện thoại', en: 'Stop confirming, on the phone' },
  phoneLead: {
    vi: 'Chỉ làm khi anh/chị đang nói chuyện với chính người này, qua số mà đơn vị đã có.',
    en: 'Only while you are talking to this very person, on the number that the unit has.',
  },
  phoneDone: { vi: 'Đã dừng xác nhận', en: 'Confirmation stopped' },
  phoneRead: {
    vi: 'Đọc số biên nhận cho người đó. Họ cũng thấy trong sổ.',
    en: 'Read the receipt number to them. They see it in the register, too.',
  },
  phoneNone: { vi: 'Người này chưa khai trang nào đang dùng.', en: 'This person has declared no page in use.' },
  toMembers: { vi: 'Về danh sách thành viên', en: 'To the list of members' },
})
