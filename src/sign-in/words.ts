import { bothLanguages } from '../web/index.ts'

export const words = bothLanguages({
  // signing in
  signIn: { vi: 'Đăng nhập', en: 'Sign in' },
  signInLead: {
    vi: 'Đăng nhập bằng khóa trên điện thoại hoặc máy tính của anh/chị: vân tay, khuôn mặt hoặc mã mở máy. Sổ không dùng mật khẩu.',
    en: 'Sign in with the passkey on your phone or computer: fingerprint, face or screen lock. The register has no passwords.',
  },
  signInButton: { vi: 'Đăng nhập bằng khóa', en: 'Sign in with a passkey' },
  codeInstead: { vi: 'Đăng nhập bằng mã dùng một lần', en: 'Sign in with a one-use code' },
  mailInstead: { vi: 'Nhận liên kết đăng nhập qua thư', en: 'Get a sign-in link by mail' },
  lostAll: { vi: 'Tôi đã mất hết khóa', en: 'I have lost every passkey' },
  noKeyYet: { vi: 'Chưa có khóa, mất khóa hoặc đổi máy?', en: 'No passkey yet, lost it, or a new device?' },
  noKeyYetText: {
    vi: 'Chưa có khóa: cán bộ phụ trách của đơn vị gửi giấy mời (đường dẫn hoặc mã QR) để tạo khóa. Tạm thời không có máy: cán bộ đưa mã dùng một lần trong 15 phút. Mất hết khóa: cần hai cán bộ và 72 giờ.',
    en: 'No passkey yet: the officer of your unit gives you an invitation (a link or a QR code) to make one. No device at hand: the officer gives you a one-use code for 15 minutes. Every passkey lost: it takes two officers and 72 hours.',
  },
  needsScript: {
    vi: 'Khóa đăng nhập cần JavaScript, và trình duyệt này đang tắt hoặc không có. Anh/chị vẫn đăng nhập được bằng mã dùng một lần.',
    en: 'A passkey needs JavaScript, and this browser has it switched off or does not have it. You can still sign in with a one-use code.',
  },
  notSetUp: { vi: 'Sổ này chưa được thiết lập', en: 'This register is not set up yet' },
  notSetUpText: {
    vi: 'Đường dẫn thiết lập hiện trong cửa sổ dòng lệnh nơi sổ được khởi động. Hãy mở đường dẫn đó trước.',
    en: 'The set-up link is shown on the console where the register was started. Open that link first.',
  },

  // code
  codeTitle: { vi: 'Đăng nhập bằng mã', en: 'Sign in with a code' },
  codeLead: {
    vi: 'Mã do cán bộ phụ trách trao trực tiếp. Mỗi mã dùng được một lần, trong 15 phút.',
    en: 'The officer of your unit gives you the code in person. Each code works once, within 15 minutes.',
  },
  codeLabel: { vi: 'Mã đăng nhập', en: 'Sign-in code' },
  codeHint: {
    vi: 'Ví dụ CD-7K4M9-QXZ2B. Viết hoa hay thường, có gạch nối hay không đều được.',
    en: 'For example CD-7K4M9-QXZ2B. Capitals, spaces and hyphens do not matter.',
  },
  codeMissing: { vi: 'Hãy nhập mã đăng nhập', en: 'Enter the sign-in code' },
  codeNotAccepted: {
    vi: 'Mã không đúng, đã dùng hoặc đã quá 15 phút. Hãy kiểm tra lại từng ký tự, hoặc xin cán bộ phụ trách một mã mới',
    en: 'The code is wrong, was used, or is older than 15 minutes. Check each character, or ask the officer for a new one',
  },

  // a link by mail
  mailTitle: { vi: 'Nhận liên kết đăng nhập qua thư', en: 'Get a sign-in link by mail' },
  mailLead: {
    vi: 'Sổ gửi một liên kết tới địa chỉ thư anh/chị đã xác nhận. Liên kết dùng được một lần, trong 15 phút.',
    en: 'The register sends a link to the mail address that you have confirmed. It works once, within 15 minutes.',
  },
  mailAddress: { vi: 'Địa chỉ thư', en: 'Mail address' },
  mailHint: {
    vi: 'Địa chỉ nhận thông báo của sổ. Những việc liên quan đến người khác vẫn cần khóa.',
    en: 'Where you get the notices of the register. What is about other people still takes a passkey.',
  },
  mailMissing: { vi: 'Hãy nhập địa chỉ thư, ví dụ ten@donvi.vn', en: 'Enter a mail address, such as name@unit.vn' },
  mailSend: { vi: 'Gửi liên kết', en: 'Send the link' },
  mailSent: { vi: 'Hãy xem hộp thư', en: 'Look at your mail' },
  mailSentLead: {
    vi: 'Nếu có người đã xác nhận địa chỉ này, liên kết đang được gửi tới đó. Trang này không cho biết có hay không.',
    en: 'If somebody has confirmed this address, a link is on its way there. This page does not say whether.',
  },
  mailSentText: {
    vi: 'Chưa thấy sau vài phút? Xem thư rác, hoặc đợi một phút rồi gửi lại; liên kết mới thay liên kết cũ.',
    en: 'Nothing after a few minutes? Look among the junk mail, or wait a minute and send it again; a new link ends the one before.',
  },
  linkLead: {
    vi: 'Bấm nút để đăng nhập. Liên kết này dùng được một lần.',
    en: 'Press the button to sign in. This link works once.',
  },
  linkButton: { vi: 'Đăng nhập', en: 'Sign in' },

  // what the passkey button may have to say
  waiting: { vi: 'Đang chờ máy của anh/chị…', en: 'Waiting for your device…' },
  cancelled: {
    vi: 'Chưa xong: anh/chị đã hủy, đã hết giờ, hoặc máy này chưa có khóa của sổ. Hãy thử lại, hoặc dùng mã một lần.',
    en: 'Not done: you cancelled, it took too long, or this device has no passkey for the register. Try again, or use a one-use code.',
  },
  cancelledEnrol: {
    vi: 'Chưa tạo khóa: anh/chị đã hủy hoặc đã hết giờ. Hãy thử lại.',
    en: 'No passkey was made: you cancelled or it took too long. Try again.',
  },
  unsupported: {
    vi: 'Trình duyệt này không dùng được khóa đăng nhập. Hãy mở trang bằng Chrome, Edge, Safari hoặc Firefox bản mới, hoặc trên điện thoại.',
    en: 'This browser cannot use passkeys. Open the page in a recent Chrome, Edge, Safari or Firefox, or on your phone.',
  },
  cannotVerify: {
    vi: 'Máy này chưa có vân tay, khuôn mặt hoặc mã mở máy. Hãy bật khóa màn hình rồi thử lại, hoặc dùng máy khác.',
    en: 'This device has no fingerprint, face or screen lock. Switch on a screen lock and try again, or use another device.',
  },
  already: {
    vi: 'Máy này đã có khóa của anh/chị. Anh/chị đăng nhập được ngay, không cần tạo thêm.',
    en: 'This device already has your passkey. You can sign in with it; there is no need for another.',
  },
  unreached: {
    vi: 'Không gửi được tới sổ. Hãy kiểm tra mạng, đợi một phút rồi thử lại.',
    en: 'The register could not be reached. Check your connection, wait a minute and try again.',
  },
  passkeyNotAccepted: {
    vi: 'Khóa chưa được chấp nhận, có thể vì trang đã mở quá 5 phút. Hãy tải lại trang rồi thử lại.',
    en: 'The passkey was not accepted, perhaps because the page has been open for more than 5 minutes. Reload it and try again.',
  },
  passkeyUnknown: {
    vi: 'Sổ không biết khóa này; có thể khóa đã được gỡ. Hãy chọn khóa khác, hoặc xin cán bộ phụ trách một giấy mời mới.',
    en: 'The register does not know this passkey; it may have been removed. Choose another, or ask the officer for a new invitation.',
  },

  // once more, before what matters most
  againTitle: { vi: 'Xác nhận đúng là anh/chị', en: 'Confirm that it is you' },
  againLead: {
    vi: 'Việc này cần đăng nhập trong vòng 5 phút. Xác nhận xong, anh/chị làm tiếp được ngay; những gì đã điền vẫn còn.',
    en: 'This needs a sign-in within the last 5 minutes. Once confirmed you go on; what you filled in is kept.',
  },
  againButton: { vi: 'Xác nhận bằng khóa', en: 'Confirm with a passkey' },
  againNeedsScript: {
    vi: 'Khóa đăng nhập cần JavaScript, và trình duyệt này đang tắt hoặc không có. Anh/chị xác nhận được bằng mã dùng một lần.',
    en: 'A passkey needs JavaScript, and this browser has it switched off or does not have it. You can confirm with a one-use code.',
  },
  againByCode: { vi: 'Xác nhận bằng mã dùng một lần', en: 'Confirm with a one-use code' },
  againCodeLabel: { vi: 'Mã dùng một lần', en: 'One-use code' },
  againCode: { vi: 'Xác nhận bằng mã', en: 'Confirm with the code' },
  againSample: {
    vi: 'Dữ liệu ở đây là dữ liệu mẫu, nên chỉ cần bấm nút. Trong sổ thật, anh/chị dùng khóa, mã hoặc tài khoản của cơ quan.',
    en: 'This is made-up data, so a press is enough. In a real register you use your passkey, a code or the organisation’s account.',
  },
  againSampleButton: { vi: 'Xác nhận', en: 'Confirm' },
  againElsewhere: { vi: 'Đã xác nhận ở cửa sổ khác?', en: 'Confirmed in another window?' },
  againDone: { vi: 'Đã xác nhận', en: 'Confirmed' },
  againDoneText: {
    vi: 'Bấm nút dưới đây để gửi tiếp những gì anh/chị đã điền. Chưa có gì được gửi.',
    en: 'Press the button to send what you filled in. Nothing has been sent yet.',
  },
  goOn: { vi: 'Gửi tiếp', en: 'Send it now' },

  // at the organisation's own provider
  organisationInstead: { vi: (name: string) => `Đăng nhập bằng ${name}`, en: (name: string) => `Sign in with ${name}` },
  organisationAgain: { vi: (name: string) => `Xác nhận bằng ${name}`, en: (name: string) => `Confirm with ${name}` },
  organisationAgainText: {
    vi: 'Trang đó mở ở cửa sổ mới. Xong, quay lại đây và bấm Gửi tiếp.',
    en: 'It opens in a new window. When done, come back here and press Send it now.',
  },
  againReturn: {
    vi: 'Anh/chị quay lại cửa sổ trước và bấm Gửi tiếp. Có thể đóng cửa sổ này.',
    en: 'Go back to the window you came from and press Send it now. You can close this one.',
  },
  toSignIn: { vi: 'Về trang đăng nhập', en: 'To the sign-in page' },
  organisation_over: { vi: 'Lần đăng nhập này đã hết hiệu lực', en: 'This sign-in is over' },
  organisation_over_text: {
    vi: () => 'Mỗi lần đăng nhập dùng được một lần, trong 10 phút, ở trình duyệt đã bắt đầu. Hãy bắt đầu lại.',
    en: () => 'Each sign-in works once, within 10 minutes, in the browser where it began. Begin again.',
  },
  organisation_cancelled: { vi: 'Chưa đăng nhập', en: 'You are not signed in' },
  organisation_cancelled_text: {
    vi: (name: string) => `Anh/chị đã dừng ở ${name}. Chưa có gì thay đổi.`,
    en: (name: string) => `You stopped at ${name}. Nothing was changed.`,
  },
  organisation_unanswered: { vi: 'Chưa đăng nhập được', en: 'The sign-in did not work' },
  organisation_unanswered_text: {
    vi: (name: string) => `${name} không trả lời, hoặc trả lời không hợp lệ. Hãy thử lại sau vài phút, hoặc dùng khóa.`,
    en: (name: string) => `${name} did not answer, or not as it must. Try again in a few minutes, or use a passkey.`,
  },
  organisation_nobody: { vi: 'Tài khoản này không mở được sổ', en: 'This account does not open the register' },
  organisation_nobody_text: {
    vi: (name: string) =>
      `Anh/chị đã đăng nhập ở ${name}, nhưng sổ không có ai ứng với tài khoản đó, hoặc đó không phải là người đang xác nhận. Xin hỏi cán bộ phụ trách của đơn vị.`,
    en: (name: string) =>
      `You signed in at ${name}, but the register has nobody for that account, or it is not the person who is confirming. Ask the officer of your unit.`,
  },

  // the invitation
  invitationTitle: { vi: 'Giấy mời vào sổ đăng ký', en: 'Invitation to the register' },
  registerOf: { vi: (name: string) => `Sổ đăng ký của ${name}`, en: (name: string) => `Register of ${name}` },
  register: { vi: 'Sổ đăng ký trang và tài khoản', en: 'Register of pages and accounts' },
  inviter: { vi: 'Bên mời', en: 'From' },
  invited: { vi: 'Người được mời', en: 'For' },
  goodUntil: { vi: 'Dùng được đến', en: 'Good until' },
  invitationLead: {
    vi: 'Giấy mời dùng được một lần. Anh/chị tạo một khóa trên điện thoại hoặc máy tính của mình, từ đó đăng nhập bằng vân tay, khuôn mặt hoặc mã mở máy.',
    en: 'The invitation works once. You make a passkey on your own phone or computer, and from then on sign in with fingerprint, face or screen lock.',
  },
  notYou: {
    vi: 'Nếu đây không phải là anh/chị, xin đừng tạo khóa và báo cho người đã gửi.',
    en: 'If this is not you, do not make a passkey, and tell whoever sent it.',
  },
  signedInAs: {
    vi: (name: string) => `Trình duyệt này đang đăng nhập là ${name}. Khi tạo khóa, phiên đó kết thúc.`,
    en: (name: string) => `This browser is signed in as ${name}. Making the passkey ends that session.`,
  },
  enrolButton: { vi: 'Tạo khóa đăng nhập', en: 'Make a passkey' },
  enrolNeedsScript: {
    vi: 'Tạo khóa cần JavaScript, và trình duyệt này đang tắt hoặc không có. Hãy mở giấy mời trên điện thoại hoặc trình duyệt khác. Nếu không có máy nào như vậy, xin cán bộ phụ trách một mã đăng nhập dùng một lần.',
    en: 'Making a passkey needs JavaScript, and this browser has it switched off or does not have it. Open the invitation on your phone or in another browser. If you have none, ask the officer for a one-use sign-in code.',
  },
  useCode: { vi: 'Tôi có mã đăng nhập', en: 'I have a sign-in code' },
  otherDevice: { vi: 'Tạo khóa trên điện thoại khác', en: 'Make the passkey on another phone' },
  otherDeviceText: {
    vi: 'Quét mã này bằng máy ảnh của điện thoại. Chỉ đưa cho người được mời.',
    en: 'Scan this with the phone’s camera. Show it to the invited person only.',
  },
  qrLabel: { vi: 'Mã QR dẫn tới giấy mời này', en: 'QR code that leads to this invitation' },
  whatToDo: { vi: 'Cách dùng', en: 'What to do' },
  sheetScan: {
    vi: 'Quét mã bằng máy ảnh của điện thoại, hoặc mở đường dẫn.',
    en: 'Scan the code with the phone’s camera, or open the link.',
  },
  sheetMake: { vi: 'Bấm Tạo khóa đăng nhập và làm theo máy.', en: 'Press Make a passkey and follow your device.' },
  sheetAfter: {
    vi: 'Từ đó đăng nhập bằng vân tay, khuôn mặt hoặc mã mở máy.',
    en: 'From then on sign in with fingerprint, face or screen lock.',
  },
  link: { vi: 'Đường dẫn giấy mời', en: 'Link of the invitation' },

  // the own account
  me: { vi: 'Tài khoản của tôi', en: 'My account' },
  meName: { vi: 'Họ và tên', en: 'Name' },
  meOffice: { vi: 'Chức vụ', en: 'Office' },
  meUnit: { vi: 'Đơn vị', en: 'Unit' },
  myRoles: { vi: 'Vai trò của tôi, từ ngày nào và ai trao', en: 'My roles, since when and by whom' },
  meRoles: { vi: 'Vai trò', en: 'Roles' },
  officer: { vi: 'Cán bộ phụ trách', en: 'Officer' },
  reviewer: { vi: 'Người quyết định', en: 'Reviewer' },
  overseer: { vi: 'Cấp trên', en: 'Overseer' },
  auditor: { vi: 'Kiểm tra viên', en: 'Auditor' },
  administrator: { vi: 'Quản trị', en: 'Administrator' },

  passkeys: { vi: 'Khóa đăng nhập', en: 'Passkeys' },
  passkeysText: {
    vi: 'Nên có ít nhất hai khóa, trên hai máy, để mất một máy vẫn vào được.',
    en: 'Have at least two, on two devices, so that losing one does not lock you out.',
  },
  passkeysNone: {
    vi: 'Chưa có khóa nào. Tạo một khóa để lần sau không cần mã.',
    en: 'No passkey yet. Make one, and you need no code next time.',
  },
  passkeyUnnamed: { vi: 'Khóa chưa đặt tên', en: 'Unnamed passkey' },
  addPasskey: { vi: 'Thêm khóa trên máy này', en: 'Add a passkey on this device' },
  addNeedsScript: {
    vi: 'Thêm khóa cần JavaScript. Mọi việc khác ở trang này đều làm được khi không có JavaScript.',
    en: 'Adding a passkey needs JavaScript. Everything else on this page works without it.',
  },
  addNeedsPasskey: {
    vi: 'Phiên này vào bằng mã hoặc thư, nên không thêm được khóa và mã truy cập. Hãy đăng nhập bằng khóa. Nếu đã mất hết khóa, hãy xin lấy lại cách đăng nhập.',
    en: 'This session came by a code or by mail, so it adds no passkey and no token. Sign in with a passkey. If every one is lost, ask for a recovery.',
  },
  name: { vi: 'Tên', en: 'Name' },
  made: { vi: 'Tạo lúc', en: 'Made' },
  lastUsed: { vi: 'Dùng lần cuối', en: 'Last used' },
  neverUsed: { vi: 'Chưa dùng', en: 'Not yet' },
  actions: { vi: 'Thao tác', en: 'Actions' },
  change: { vi: 'Đổi tên hoặc gỡ', en: 'Rename or remove' },
  passkeyTitle: { vi: 'Đổi tên hoặc gỡ khóa', en: 'Rename or remove a passkey' },
  passkeyName: { vi: 'Tên của khóa', en: 'Name of the passkey' },
  passkeyNameHint: { vi: 'Ví dụ: điện thoại của tôi, máy ở cơ quan.', en: 'For example: my phone, office computer.' },
  nameMissing: { vi: 'Hãy nhập tên', en: 'Enter a name' },
  nameTooLong: { vi: 'Nhiều nhất 100 ký tự', en: 'At most 100 characters' },
  save: { vi: 'Lưu tên', en: 'Save the name' },
  removeTitle: { vi: 'Gỡ khóa này', en: 'Remove this passkey' },
  removeText: {
    vi: 'Từ lúc gỡ, khóa này không đăng nhập được nữa. Các phiên đang mở không đổi.',
    en: 'Once removed it no longer signs in. Open sessions stay.',
  },
  removeButton: { vi: 'Gỡ khóa', en: 'Remove the passkey' },
  removeLast: {
    vi: 'Đây là khóa duy nhất, nên chưa gỡ được. Hãy thêm một khóa khác trước.',
    en: 'This is your only passkey, so it cannot be removed. Add another one first.',
  },

  sessions: { vi: 'Nơi đang đăng nhập', en: 'Where you are signed in' },
  session: { vi: 'Máy và cách đăng nhập', en: 'Device and way' },
  deviceUnknown: { vi: 'Máy không rõ loại', en: 'Unknown device' },
  endSession: { vi: 'Kết thúc', en: 'End it' },
  endOthers: { vi: 'Kết thúc mọi nơi khác', en: 'End all others' },
  since: { vi: 'Từ lúc', en: 'Since' },
  lastSeen: { vi: 'Hoạt động gần nhất', en: 'Last active' },
  thisOne: { vi: 'máy này', en: 'this one' },
  byPasskey: { vi: 'Khóa', en: 'Passkey' },
  byCode: { vi: 'Mã một lần', en: 'One-use code' },
  byMail: { vi: 'Liên kết qua thư', en: 'Link by mail' },
  byOrganisation: { vi: 'Tài khoản của cơ quan', en: 'Account of the organisation' },
  bySample: { vi: 'Dùng thử', en: 'Sample' },
  strange: {
    vi: 'Thấy một phiên lạ? Hãy đăng xuất ở mọi nơi và báo cho cán bộ phụ trách.',
    en: 'See one that is not yours? Sign out everywhere and tell the officer of your unit.',
  },
  signOut: { vi: 'Đăng xuất', en: 'Sign out' },
  signOutEverywhere: { vi: 'Đăng xuất ở mọi nơi', en: 'Sign out everywhere' },
  signedOut: { vi: 'Đã đăng xuất', en: 'You are signed out' },
  signedOutEverywhere: { vi: 'Đã đăng xuất ở mọi nơi', en: 'You are signed out everywhere' },

  tokens: { vi: 'Mã truy cập cho phần mềm', en: 'Tokens for software' },
  tokensText: {
    vi: 'Mỗi mã cho một phần mềm làm thay anh/chị qua /v1. Đăng xuất không thu hồi mã.',
    en: 'Each lets a program act for you under /v1. Signing out does not revoke them.',
  },
  tokenUnnamed: { vi: 'Mã chưa đặt tên', en: 'Unnamed token' },
  until: { vi: 'Hết hạn', en: 'Expires' },
  revoke: { vi: 'Thu hồi', en: 'Revoke' },
  newToken: { vi: 'Tạo mã truy cập', en: 'Make a token' },
  tokenName: { vi: 'Mã dùng cho việc gì?', en: 'What is it for?' },
  tokenLife: { vi: 'Dùng được trong bao lâu?', en: 'How long is it good?' },
  days: { vi: (n: number) => `${n} ngày`, en: (n: number) => `${n} days` },
  tokenLifeMissing: { vi: 'Hãy chọn thời hạn', en: 'Choose how long' },
  newTokenLabel: { vi: 'Mã truy cập', en: 'Token' },
  tokenMade: { vi: 'Mã truy cập đã tạo', en: 'The token is made' },
  tokenOnce: {
    vi: 'Mã chỉ hiện một lần. Hãy chép ngay; sổ không giữ mã, chỉ giữ dấu vết để nhận ra.',
    en: 'It is shown once. Copy it now; the register does not keep it, only a trace to recognise it by.',
  },
  tokenAgain: {
    vi: 'Mã này đã tạo và đã hiện một lần. Nếu chưa chép được, hãy thu hồi nó rồi tạo mã khác.',
    en: 'This token was made and shown once. If you did not copy it, revoke it and make another.',
  },
  backToMe: { vi: 'Về tài khoản của tôi', en: 'Back to my account' },
})

/** Unknown, used and expired look alike: a guess learns nothing. */
export const answers = {
  sign_in_link_dead: {
    status: 404,
    title: { vi: 'Liên kết không còn dùng được', en: 'This link is no longer good' },
    detail: {
      vi: 'Mỗi liên kết dùng được một lần, trong 15 phút, và liên kết mới thay liên kết cũ. Hãy xin một liên kết mới ở trang đăng nhập.',
      en: 'A link works once, within 15 minutes, and a new one replaces the old. Ask for a new one on the sign-in page.',
    },
  },
  came_weakly: {
    status: 403,
    title: { vi: 'Cần đăng nhập bằng khóa', en: 'Sign in with a passkey' },
    detail: {
      vi: 'Phiên vào bằng mã hoặc thư không tạo thêm được cách vào nào khác.',
      en: 'A session that came by a code or by mail makes no further way in.',
    },
  },
  invitation_dead: {
    status: 404,
    title: { vi: 'Giấy mời không còn dùng được', en: 'This invitation is no longer good' },
    detail: {
      vi: 'Mỗi giấy mời dùng được một lần, trong 7 ngày, và giấy mới thay giấy cũ. Nếu anh/chị đã tạo khóa, hãy đăng nhập. Nếu chưa, xin cán bộ phụ trách của đơn vị gửi giấy mời mới.',
      en: 'An invitation works once, within 7 days, and a new one replaces the old. If you have made your passkey, sign in. If not, ask the officer of your unit for a new invitation.',
    },
  },
} as const
