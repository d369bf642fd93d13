import { bothLanguages } from '../../web/index.ts'

export const words = bothLanguages({
  // who cannot sign in
  lost: { vi: 'Mất hết khóa đăng nhập', en: 'Lost every passkey' },
  lostLead: {
    vi: 'Hai cán bộ xác nhận đúng là anh/chị, rồi đợi 72 giờ. Trong thời gian đó khóa cũ vẫn dùng được, và ai còn giữ khóa có thể dừng lại.',
    en: 'Two officers confirm that it is you, then 72 hours pass. Until then old passkeys still work, and whoever holds one can stop it.',
  },
  known: {
    vi: 'Số của anh/chị trong tổ chức, hoặc địa chỉ thư đã xác nhận',
    en: 'Your number in the organisation, or your confirmed mail address',
  },
  knownHint: {
    vi: 'Không nhớ cả hai? Xin gặp trực tiếp cán bộ phụ trách của đơn vị; cán bộ làm được việc này cho anh/chị.',
    en: 'You know neither? See the officer of your unit, who can do this for you.',
  },
  knownMissing: { vi: 'Hãy nhập số hoặc địa chỉ thư', en: 'Enter the number or the mail address' },
  ask: { vi: 'Gửi yêu cầu', en: 'Send the request' },
  sent: { vi: 'Đã nhận yêu cầu', en: 'The request is received' },
  sentLead: {
    vi: 'Nếu số hoặc địa chỉ này có trong sổ, cán bộ phụ trách của đơn vị đã được báo. Trang này không cho biết có hay không.',
    en: 'If the register knows this number or address, the officer of that unit has been told. This page does not say whether it does.',
  },
  sentNext: {
    vi: 'Bây giờ anh/chị đến gặp cán bộ phụ trách, mang theo giấy tờ tùy thân.',
    en: 'Now go and see the officer of your unit. Bring an identity paper.',
  },
  toSignIn: { vi: 'Về trang đăng nhập', en: 'To the sign-in page' },

  // the link of the notice
  notMe: { vi: 'Lấy lại cách đăng nhập của anh/chị', en: 'A new way into your account' },
  notMeLead: {
    vi: 'Có người xin mở khóa mới cho tài khoản nhận được thông báo này.',
    en: 'Somebody asks for a new passkey for the account that got this notice.',
  },
  notMeText: {
    vi: 'Nếu là anh/chị, không cần làm gì. Nếu không phải, hãy bấm nút; việc này dừng ngay và các khóa cũ vẫn dùng được.',
    en: 'If it was you, there is nothing to do. If it was not, press the button: it stops at once, and your old passkeys go on working.',
  },
  notMeButton: { vi: 'Không phải tôi, dừng lại', en: 'This was not me, stop it' },
  toMe: { vi: 'Xem ở tài khoản của tôi', en: 'See it on my account' },

  // where it stands
  asked: { vi: 'Đã xin', en: 'Asked' },
  started: { vi: 'Chờ cán bộ thứ hai', en: 'Waits for a second officer' },
  waiting: { vi: 'Đang đợi đủ 72 giờ', en: 'The 72 hours run' },
  ready: { vi: 'Trao được đường dẫn', en: 'The link can be handed over' },
  done: { vi: 'Đã có khóa mới', en: 'There is a new passkey' },
  stopped: { vi: 'Đã dừng', en: 'Stopped' },
  lapsed: { vi: 'Hết hạn', en: 'Lapsed' },
  asked_text: { vi: 'Chưa có cán bộ nào bắt đầu.', en: 'No officer has begun yet.' },
  started_text: {
    vi: 'Cán bộ thứ nhất đã gặp người này. Chờ cán bộ thứ hai đồng ý.',
    en: 'The first officer has seen the person. A second one has to agree.',
  },
  waiting_text: {
    vi: 'Hai cán bộ đã đồng ý. Chưa mở được khóa mới.',
    en: 'Two officers have agreed. No new passkey can be made yet.',
  },
  ready_text: {
    vi: 'Đã đủ 72 giờ. Cán bộ phụ trách trao được đường dẫn tạo khóa mới.',
    en: 'The 72 hours are over. The officer can hand over the link for a new passkey.',
  },
  done_text: {
    vi: 'Đã tạo khóa mới. Khóa, phiên và mã truy cập cũ hết hiệu lực.',
    en: 'A new passkey was made. Older passkeys, sessions and tokens have ended.',
  },
  stopped_text: { vi: 'Đã dừng. Không có gì thay đổi.', en: 'It was stopped. Nothing has changed.' },
  lapsed_text: {
    vi: 'Quá 14 ngày không có bước tiếp theo, nên đã hết hạn. Không có gì thay đổi.',
    en: 'Nothing happened for 14 days, so it lapsed. Nothing has changed.',
  },

  // the story
  recoveries: { vi: 'Lấy lại cách đăng nhập', en: 'Recoveries' },
  state: { vi: 'Tình trạng', en: 'State' },
  askedAt: { vi: 'Xin lúc', en: 'Asked' },
  byPerson: { vi: 'người có tài khoản, ở trang công khai', en: 'by the person, at the public page' },
  byOfficer: { vi: 'cán bộ, thay người có tài khoản', en: 'by an officer, for the person' },
  first: { vi: 'Cán bộ thứ nhất', en: 'First officer' },
  second: { vi: 'Cán bộ thứ hai', en: 'Second officer' },
  seen: { vi: 'Cách nhận ra', en: 'How recognised' },
  opensAt: { vi: 'Mở được khóa mới từ', en: 'A new passkey from' },
  reminded: { vi: 'Báo lần hai', en: 'Told again' },
  given: { vi: 'Trao đường dẫn', en: 'Link handed over' },
  ended: { vi: 'Kết thúc', en: 'Ended' },
  by_person: { vi: 'người có tài khoản dừng', en: 'stopped by the person' },
  by_link: { vi: 'dừng bằng đường dẫn trong thông báo', en: 'stopped by the link of the notice' },
  by_officer: { vi: 'cán bộ dừng', en: 'stopped by an officer' },
  known_way: { vi: 'Tôi biết người này và đã gặp trực tiếp', en: 'I know the person and have met them' },
  paper_way: { vi: 'Đã gặp trực tiếp và xem giấy tờ tùy thân', en: 'I met them and saw an identity paper' },
  call_back_way: {
    vi: 'Gọi hình, gọi lại vào số mà đơn vị đã có',
    en: 'Video call, calling back the number that the unit has',
  },

  // officers
  short: { vi: 'Lấy lại khóa', en: 'Recoveries' },
  listLead: {
    vi: 'Những người đã mất hết khóa. Cần hai cán bộ và 72 giờ; không ai làm một mình.',
    en: 'People who lost every passkey. It takes two officers and 72 hours; nobody does it alone.',
  },
  none: { vi: 'Không có việc nào đang mở.', en: 'Nothing is open.' },
  person: { vi: 'Người có tài khoản', en: 'Person' },
  office: { vi: 'Chức vụ', en: 'Office' },
  unit: { vi: 'Đơn vị', en: 'Unit' },
  open: { vi: 'Mở', en: 'Open' },
  actions: { vi: 'Thao tác', en: 'Actions' },
  startTitle: { vi: 'Lấy lại cách đăng nhập cho người này', en: 'Help this person get back in' },
  startLead: {
    vi: 'Dùng khi người này đã mất hết khóa. Anh/chị là cán bộ thứ nhất: hãy gặp người đó trước.',
    en: 'For a person who has lost every passkey. You are the first officer: see the person first.',
  },
  startNext: {
    vi: 'Sau đó một cán bộ khác của đơn vị, hoặc của cấp trên, đồng ý. Từ lúc ấy đủ 72 giờ mới mở được khóa mới. Người này được báo ngay và có thể dừng lại bất cứ lúc nào.',
    en: 'Then another officer of the unit, or of the unit above, agrees. From there it takes 72 hours until a new passkey can be made. The person is told at once and can stop it at any time.',
  },
  line: {
    vi: (who: string) => `${who} giúp lấy lại cách đăng nhập`,
    en: (who: string) => `${who} helps to get back in`,
  },
  willSee: { vi: 'Người này sẽ thấy', en: 'The person will see' },
  how: { vi: 'Anh/chị nhận ra người này bằng cách nào?', en: 'How did you recognise the person?' },
  howMissing: { vi: 'Hãy chọn cách nhận ra', en: 'Choose how you recognised the person' },
  start: { vi: 'Đã gặp, bắt đầu', en: 'I saw the person, begin' },
  toStart: { vi: 'Đã gặp người này', en: 'I have seen the person' },
  agreeText: {
    vi: 'Hãy hỏi lại cán bộ thứ nhất, hoặc chính người này, rồi mới đồng ý. Từ lúc anh/chị đồng ý, 72 giờ bắt đầu.',
    en: 'Ask the first officer, or the person, before you agree. The 72 hours begin when you do.',
  },
  agree: { vi: 'Đồng ý', en: 'I agree' },
  noSecond: {
    vi: 'Đơn vị này và cấp trên chưa có cán bộ thứ hai. Xin quản trị trao vai trò cho một người, hoặc nhờ người vận hành gửi giấy mời tại máy chủ.',
    en: 'Neither this unit nor one above has a second officer. Ask an administrator to grant the role, or the operator for an invitation.',
  },
  give: { vi: 'Lấy đường dẫn để trao', en: 'Get the link to hand over' },
  giveText: {
    vi: 'Đường dẫn dùng được một lần, trong 7 ngày. Trao tận tay. Lấy đường dẫn mới thì đường dẫn cũ hết hiệu lực.',
    en: 'It works once, within 7 days. Hand it over yourself. A new one ends the one before.',
  },
  stop: { vi: 'Dừng lại', en: 'Stop it' },
  stopText: {
    vi: 'Không chắc đúng là người này? Hãy dừng lại. Không có gì thay đổi.',
    en: 'Not sure that it is the person? Stop it. Nothing changes.',
  },
  givenTitle: { vi: 'Giấy mở khóa mới', en: 'Paper for a new passkey' },
  givenLead: {
    vi: 'Chỉ hiện một lần. In ra, hoặc cho người này quét mã ngay bây giờ.',
    en: 'It is shown once. Print it, or let the person scan the code now.',
  },
  endsOld: {
    vi: 'Khi tạo khóa mới, mọi khóa, phiên đăng nhập và mã truy cập cũ hết hiệu lực.',
    en: 'Making the new passkey ends every older passkey, session and token.',
  },
  done_button: { vi: 'Về danh sách', en: 'To the list' },
  offer: { vi: 'Người này mất hết khóa?', en: 'Has the person lost every passkey?' },
  offerText: {
    vi: 'Một mình cán bộ không mở được khóa mới cho người đã có khóa: cần hai cán bộ và 72 giờ.',
    en: 'One officer alone makes no new passkey for who had one: it takes two officers and 72 hours.',
  },
  offerLink: { vi: 'Lấy lại cách đăng nhập', en: 'Help the person get back in' },
})

/** Absent, over and somebody else's look alike, but for who takes part. */
export const recoveryAnswers = {
  recovery_open: {
    status: 409,
    title: { vi: 'Đã có cán bộ khác bắt đầu', en: 'Another officer has begun' },
    detail: { vi: 'Xem ở trang Lấy lại khóa.', en: 'It stands on the page of recoveries.' },
  },
  recovery_bears_role: {
    status: 409,
    title: {
      vi: 'Người này giữ một vai trò do hai quản trị trao',
      en: 'This person holds a role that two administrators granted',
    },
    detail: {
      vi: 'Cán bộ phụ trách không mở khóa mới cho người quyết định, kiểm tra viên hoặc quản trị. Xin người vận hành gửi giấy mời tại máy chủ.',
      en: 'Officers make no way in for a reviewer, an auditor or an administrator. The operator can invite them at the machine itself.',
    },
  },
  recovery_not_ready: {
    status: 409,
    title: { vi: 'Chưa đủ 72 giờ, hoặc đã dừng', en: 'The 72 hours are not over, or it was stopped' },
    detail: { vi: 'Chưa trao được đường dẫn.', en: 'No link can be handed over now.' },
  },
  recovery_over: {
    status: 409,
    title: { vi: 'Việc này đã kết thúc', en: 'This is over' },
    detail: { vi: 'Không còn gì để dừng.', en: 'There is nothing left to stop.' },
  },
  recovery_instead: {
    status: 409,
    title: { vi: 'Người này đã có khóa', en: 'This person has a passkey' },
    detail: {
      vi: 'Một mình cán bộ không mở thêm khóa cho người đã có khóa. Nếu người đó mất hết khóa, hãy dùng Lấy lại cách đăng nhập trong hồ sơ.',
      en: 'One officer alone makes no further passkey. If the person has lost every one, begin a recovery from the record.',
    },
  },
} as const
