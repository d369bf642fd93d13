import { bothLanguages } from '../web/index.ts'

export const words = bothLanguages({
  deskNav: { vi: 'Hồ sơ cần xử lý', en: 'Cases to deal with' },

  // what it is about: never as if it were proven
  not_filed: { vi: 'Về xác nhận định kỳ', en: 'About a regular confirmation' },
  false_declaration: { vi: 'Về một trang đã khai', en: 'About a declared page' },
  not_kept_up_to_date: { vi: 'Về một thay đổi cần cập nhật', en: 'About a change to be filed' },
  lent_or_sold: { vi: 'Về người đang giữ một trang', en: 'About who holds a page' },
  not_attested: {
    vi: 'Sổ chưa nhận được xác nhận định kỳ đến hết ngày này',
    en: 'The register had no regular confirmation by the end of this day',
  },
  proven_by_another: {
    vi: 'Một người khác đã xác minh được địa chỉ này, còn người khai thì chưa',
    en: 'Somebody else has proven this address, and its declarer has not',
  },
  not_seen_again: {
    vi: 'Khi cấp trên xem lại, tài khoản đã được chứng kiến không còn mở ra cho xem',
    en: 'When the unit above looked again, the witnessed account could not be shown',
  },
  change_not_filed: {
    vi: 'Người khai nói trang có thay đổi; sau 30 ngày sổ chưa nhận được thay đổi đó',
    en: 'Its owner said that something had changed; after 30 days nothing of it was filed',
  },
  rename_not_filed: {
    vi: 'Người khai nói đã đổi tên tài khoản; sau 30 ngày tên mới chưa được khai',
    en: 'Its owner said that the account was renamed; after 30 days the new name was not declared',
  },
  other_account: {
    vi: 'Tên này nay thuộc tài khoản khác; sau 30 ngày người khai chưa cho biết vì sao',
    en: 'The name belongs to another account; after 30 days its owner has not said why',
  },
  said_lost: {
    vi: 'Trong xác nhận định kỳ, người khai nói không còn giữ trang này',
    en: 'In the regular confirmation its owner said that they no longer hold it',
  },

  // where it stands
  state_notified: { vi: 'Chờ trả lời', en: 'Waits for the reply' },
  state_to_decide: { vi: 'Chờ quyết định', en: 'Waits for the decision' },
  state_decided: { vi: 'Đã quyết định, còn thời hạn khiếu nại', en: 'Decided; it can be appealed' },
  state_appealed: { vi: 'Chờ trả lời khiếu nại', en: 'Waits for the answer to the appeal' },
  state_sealed: { vi: 'Đã niêm phong', en: 'Sealed' },

  // the person
  mineTitle: { vi: 'Hồ sơ của tôi', en: 'My cases' },
  mineLead: {
    vi: 'Khi sổ ghi nhận một việc chưa khớp, một hồ sơ được mở để hỏi ý kiến anh/chị trước khi ai quyết định gì.',
    en: 'When something in the register does not fit, a case is opened to ask you before anybody decides.',
  },
  mineNone: { vi: 'Anh/chị không có hồ sơ nào.', en: 'You have none.' },
  open: { vi: 'Đang xem xét', en: 'Open' },
  over: { vi: 'Đã xong', en: 'Over' },
  see: { vi: 'Xem hồ sơ', en: 'See the case' },
  until: { vi: (day: string) => `Đến hết ngày ${day}`, en: (day: string) => `Until the end of ${day}` },

  caseTitle: { vi: (number: string) => `Hồ sơ ${number}`, en: (number: string) => `Case ${number}` },
  lead_notified: {
    vi: 'Sổ ghi nhận một việc chưa khớp. Chưa có kết luận nào. Xin anh/chị cho biết ý kiến.',
    en: 'Something in the register does not fit. Nothing is decided. Please tell your side.',
  },
  lead_to_decide: {
    vi: 'Người quyết định đang đọc hồ sơ. Người đó không phải là người đã mở hồ sơ.',
    en: 'Somebody else than who opened it is reading the case and will decide.',
  },
  lead_decided: {
    vi: 'Đã có quyết định. Nếu không đồng ý, anh/chị khiếu nại được ngay tại đây.',
    en: 'It was decided. If you do not agree, you can appeal right here.',
  },
  lead_appealed: {
    vi: 'Cấp trên đang đọc khiếu nại. Người mở và người quyết định không tham gia.',
    en: 'The unit above is reading your appeal. Whoever opened or decided the case has no part in it.',
  },
  ended_decided: { vi: 'Hồ sơ đã xong và được niêm phong.', en: 'It is over, and sealed.' },
  ended_settled: {
    vi: 'Khiếu nại đã được trả lời. Hồ sơ được niêm phong.',
    en: 'The appeal was answered. It is sealed.',
  },
  ended_withdrawn: {
    vi: 'Hồ sơ đã được rút. Không có kết luận nào.',
    en: 'It was withdrawn. Nothing was decided.',
  },
  ended_not_decided: {
    vi: 'Không có ai quyết định đúng hạn. Hồ sơ kết thúc, không có kết luận nào.',
    en: 'Nobody decided in time. It is over, and nothing was found.',
  },
  ended_person_left: {
    vi: 'Hồ sơ kết thúc vì người này đã rời tổ chức.',
    en: 'It is over, because the person left the organisation.',
  },

  factTerm: { vi: 'Sổ ghi nhận', en: 'What the register knows' },
  factOn: { vi: 'Ngày', en: 'Day' },
  page: { vi: 'Trang', en: 'Page' },
  number: { vi: 'Số hồ sơ', en: 'Number' },
  about: { vi: 'Việc', en: 'About' },
  state: { vi: 'Bước', en: 'Step' },
  due: { vi: 'Hạn', en: 'Due' },
  since: { vi: 'Mở lúc', en: 'Opened' },
  restsToo: {
    vi: 'Ngày nghỉ lễ, nghỉ phép và nghỉ ốm không tính.',
    en: 'Holidays, leave and illness do not count.',
  },

  replyTitle: { vi: 'Ý kiến của anh/chị', en: 'Your reply' },
  replyLabel: { vi: 'Anh/chị muốn nói gì?', en: 'What do you want to say?' },
  textHint: {
    vi: 'Tối đa 2.000 ký tự. Không cần kể ai đã đăng gì: sổ không nhận nội dung bài viết.',
    en: 'At most 2,000 characters. What anybody posted need not be told: the register takes no content.',
  },
  evidence: { vi: 'Chỉ ra trong sổ, nếu có', en: 'Point to something in the register, if you like' },
  evidenceHint: {
    vi: 'Biên nhận, lần xác nhận hoặc bằng chứng của anh/chị. Không cần tải gì lên.',
    en: 'Receipts, confirmations or proofs of yours. Nothing needs to be uploaded.',
  },
  what_receipt: { vi: 'Biên nhận', en: 'Receipt' },
  what_attestation: { vi: 'Xác nhận định kỳ', en: 'Regular confirmation' },
  what_proof: { vi: 'Xác minh', en: 'Proof' },
  sendReply: { vi: 'Gửi ý kiến', en: 'Send the reply' },
  replyOnce: {
    vi: 'Gửi một lần, sau đó không sửa được. Không trả lời cũng không bị coi là đồng ý.',
    en: 'It is sent once and cannot be changed. Not to reply is not to agree.',
  },
  appealTitle: { vi: 'Khiếu nại', en: 'Appeal' },
  appealLabel: { vi: 'Anh/chị không đồng ý ở điểm nào?', en: 'What do you not agree with?' },
  sendAppeal: { vi: 'Gửi khiếu nại', en: 'Send the appeal' },
  appealText: {
    vi: 'Cấp trên trả lời. Người mở và người quyết định không tham gia. Nếu không khiếu nại, anh/chị không cần làm gì.',
    en: 'The unit above answers. Whoever opened or decided it has no part. If you do not appeal, there is nothing to do.',
  },
  writeSomething: { vi: 'Hãy viết ít nhất một câu', en: 'Write at least one sentence' },
  tooLong: {
    vi: (n: number) => `Dài hơn 2.000 ký tự. Hãy bớt ${n} ký tự`,
    en: (n: number) => `Longer than 2,000 characters. Take out ${n}`,
  },

  said: { vi: 'Anh/chị đã trả lời', en: 'Your reply' },
  saidByPerson: { vi: 'Ý kiến của người này', en: 'The reply of the person' },
  noReply: { vi: 'Chưa có ý kiến.', en: 'There is no reply.' },
  shown: { vi: 'Đã chỉ ra trong sổ', en: 'Pointed to in the register' },
  decision: { vi: 'Quyết định', en: 'The decision' },
  outcome_unfounded: { vi: 'Không có căn cứ', en: 'Unfounded' },
  outcome_excused: { vi: 'Có lý do chính đáng', en: 'There was a good reason' },
  outcome_reminder: { vi: 'Nhắc thực hiện', en: 'A reminder of the duty' },
  outcomeHint_unfounded: { vi: 'Việc ghi trong sổ không đúng như vậy.', en: 'It is not so as the register has it.' },
  outcomeHint_excused: { vi: 'Việc đó có, nhưng không đáng trách.', en: 'It is so, and nobody is to blame.' },
  outcomeHint_reminder: {
    vi: 'Sổ chỉ nhắc. Sổ không kỷ luật ai. Người này khiếu nại được.',
    en: 'The register reminds. It punishes nobody. The person can appeal.',
  },
  rule: { vi: 'Quy định', en: 'The rule' },
  ruleNumber: {
    vi: (n: string, text: string) => `Số ${n}. ${text}`,
    en: (n: string, text: string) => `No. ${n}. ${text}`,
  },
  reasons: { vi: 'Lý do', en: 'The reasons' },
  appealed: { vi: 'Khiếu nại', en: 'The appeal' },
  settled: { vi: 'Trả lời khiếu nại', en: 'The answer to the appeal' },
  settled_upheld: { vi: 'Giữ nguyên quyết định', en: 'The decision stands' },
  settled_annulled: { vi: 'Hủy quyết định', en: 'The decision is void' },
  ground_holds: { vi: 'Sự việc và quy định đều đúng', en: 'Fact and rule are right' },
  ground_fact_not_so: { vi: 'Sự việc không phải như vậy', en: 'It is not so' },
  ground_good_reason: { vi: 'Có lý do chính đáng', en: 'There was a good reason' },
  ground_steps_not_kept: { vi: 'Các bước chưa được làm đúng', en: 'The steps were not kept' },
  ground_late: { vi: 'Không có ai trả lời đúng hạn', en: 'Nobody answered in time' },

  rights: { vi: 'Quyền của anh/chị', en: 'Your rights' },
  right1: { vi: 'Anh/chị xem được toàn bộ hồ sơ này, bất cứ lúc nào.', en: 'You see all of this case, at any time.' },
  right2: {
    vi: 'Người quyết định không bao giờ là người đã mở hồ sơ.',
    en: 'Whoever decides is never who opened it.',
  },
  right3: {
    vi: 'Không ai quyết định đúng hạn thì hồ sơ kết thúc theo hướng có lợi cho anh/chị.',
    en: 'If nobody decides in time, it ends for you.',
  },
  right4: {
    vi: 'Mỗi lần có người mở hồ sơ, anh/chị thấy ở trang “Ai đã xem”.',
    en: 'Each time somebody opens it, you see so under “Who looked”.',
  },
  right5: {
    vi: 'Xong việc, hồ sơ được niêm phong rồi xóa hẳn. Chỉ còn một dòng thống kê không có tên.',
    en: 'When it is over it is sealed, and then erased. One line without a name is all that stays.',
  },
  erasedOn: { vi: 'Xóa ngày', en: 'Erased on' },
  history: { vi: 'Đã làm gì', en: 'What was done' },
  byRegister: { vi: 'Sổ tự ghi', en: 'The register itself' },
  event_opened: { vi: 'Mở hồ sơ', en: 'Opened' },
  event_replied: { vi: 'Gửi ý kiến', en: 'Replied' },
  event_no_reply: { vi: 'Hết thời hạn trả lời', en: 'The time to reply was over' },
  event_handed_up: { vi: 'Chuyển lên cấp trên', en: 'Handed up' },
  event_raised: { vi: 'Quá hạn, chuyển lên cấp trên', en: 'Late, and went up' },
  event_decided: { vi: 'Quyết định', en: 'Decided' },
  event_appealed: { vi: 'Khiếu nại', en: 'Appealed' },
  event_settled: { vi: 'Trả lời khiếu nại', en: 'Answered the appeal' },
  event_withdrawn: { vi: 'Rút hồ sơ', en: 'Withdrew it' },
  event_sealed: { vi: 'Niêm phong', en: 'Sealed' },

  // who opens, decides or answers
  deskTitle: { vi: 'Hồ sơ cần xử lý', en: 'Cases to deal with' },
  deskNone: { vi: 'Hiện không có hồ sơ nào.', en: 'There is none at the moment.' },
  deskLead: {
    vi: 'Danh sách không ghi tên. Mở một hồ sơ thì người đó thấy ai đã mở.',
    en: 'The list names nobody. When you open one, its person sees who did.',
  },
  deskUnit: { vi: 'Đơn vị', en: 'Unit' },
  yours: { vi: 'Của anh/chị', en: 'Yours to do' },
  openTask: { vi: 'Mở', en: 'Open' },
  late: { vi: 'Quá hạn', en: 'Late' },
  openIt: { vi: 'Mở hồ sơ', en: 'Open the case' },
  openText: {
    vi: 'Khi mở, một dòng được ghi lại và người có hồ sơ thấy ngay:',
    en: 'When you open it, a line is written that its person sees at once:',
  },
  person: { vi: 'Người có hồ sơ', en: 'The person' },
  decideTitle: { vi: 'Quyết định của anh/chị', en: 'Your decision' },
  decideText: {
    vi: 'Chỉ xét việc ghi trong sổ. Không xét nội dung bài viết, quan điểm hay người theo dõi.',
    en: 'Judge only what the register knows. Not posts, not opinions, not followers.',
  },
  outcomeLegend: { vi: 'Kết luận', en: 'What you find' },
  ruleLegend: { vi: 'Theo quy định nào', en: 'By which rule' },
  reasonsLabel: { vi: 'Lý do, viết cho người có hồ sơ đọc', en: 'Reasons, written for the person to read' },
  decideIt: { vi: 'Gửi quyết định', en: 'Send the decision' },
  chooseOutcome: { vi: 'Hãy chọn kết luận', en: 'Choose what you find' },
  chooseRule: { vi: 'Hãy chọn quy định', en: 'Choose the rule' },
  chooseGround: { vi: 'Hãy chọn câu trả lời', en: 'Choose the answer' },
  handUp: { vi: 'Chuyển lên cấp trên', en: 'Hand it up' },
  handUpText: {
    vi: 'Cấp trên quyết định thay. Anh/chị không còn tham gia hồ sơ này.',
    en: 'The unit above decides instead. You have no more part in it.',
  },
  withdraw: { vi: 'Rút hồ sơ', en: 'Withdraw the case' },
  withdrawText: {
    vi: 'Khi việc đã rõ hoặc mở nhầm. Hồ sơ kết thúc, không có kết luận nào.',
    en: 'When it is cleared up, or was a mistake. It ends, and nothing is found.',
  },
  settleTitle: { vi: 'Trả lời khiếu nại', en: 'Answer the appeal' },
  settleLegend: { vi: 'Câu trả lời', en: 'The answer' },
  settleIt: { vi: 'Gửi câu trả lời', en: 'Send the answer' },
  notYours: {
    vi: 'Hồ sơ đang chờ người khác. Anh/chị chỉ đọc.',
    en: 'It waits for somebody else. You can only read it.',
  },
  toDesk: { vi: 'Về danh sách hồ sơ', en: 'To the list of cases' },

  // to open one
  factsTitle: { vi: 'Việc sổ ghi nhận', en: 'What the register knows' },
  factsLead: {
    vi: 'Chỉ mở được hồ sơ về một việc dưới đây. Không có ô nào để tự ghi, và sổ không nhận nội dung bài viết.',
    en: 'A case is opened about one of these only. Nothing can be typed, and the register takes no content of posts.',
  },
  factsNone: {
    vi: 'Sổ không ghi nhận việc gì chưa khớp. Không mở được hồ sơ.',
    en: 'The register knows of nothing that does not fit. No case can be opened.',
  },
  factsLegend: { vi: 'Hồ sơ về việc nào?', en: 'What is the case about?' },
  factsAfter: {
    vi: 'Người này được báo ngay và có 10 ngày làm việc để trả lời. Anh/chị không phải là người quyết định.',
    en: 'The person is told at once and has 10 working days to reply. You will not be the one who decides.',
  },
  openCase: { vi: 'Mở hồ sơ', en: 'Open a case' },
  chooseFact: { vi: 'Hãy chọn một việc', en: 'Choose one' },
  onDay: { vi: (day: string) => `Ngày ${day}`, en: (day: string) => `On ${day}` },
  toMembers: { vi: 'Về danh sách thành viên', en: 'To the members' },
})
