import { bothLanguages } from '../web/index.ts'

export const words = bothLanguages({
  roles: { vi: 'Vai trò', en: 'Roles' },
  lead: {
    vi: 'Ai giữ vai trò gì, ở đơn vị nào, từ ngày nào đến ngày nào.',
    en: 'Who holds which role, over which unit, from when to when.',
  },
  leadOfficer: {
    vi: 'Việc được bàn giao cho anh/chị khi một cán bộ phụ trách khác thôi nhiệm vụ.',
    en: 'What was handed over to you when another officer left.',
  },
  mine: { vi: 'Vai trò của tôi', en: 'My roles' },
  mineLead: {
    vi: 'Các vai trò anh/chị đã và đang giữ, thời hạn, và ai trao. Vai trò kết thúc thì hết hiệu lực ngay.',
    en: 'The roles you hold and held, their terms, and who granted them. A role that ended is over at once.',
  },
  mineNone: { vi: 'Anh/chị không giữ vai trò nào.', en: 'You hold no role.' },
  officer: { vi: 'Cán bộ phụ trách', en: 'Officer' },
  reviewer: { vi: 'Người quyết định', en: 'Reviewer' },
  overseer: { vi: 'Cấp trên', en: 'Overseer' },
  auditor: { vi: 'Kiểm tra viên', en: 'Auditor' },
  administrator: { vi: 'Quản trị', en: 'Administrator' },
  officerHint: {
    vi: 'Giữ sổ của đơn vị, và của các đơn vị bên dưới chưa có cán bộ phụ trách',
    en: 'Keeps the register of the unit, and of units below that have no officer',
  },
  reviewerHint: {
    vi: 'Quyết định hồ sơ và ký duyệt báo cáo. Cần hai quản trị',
    en: 'Decides cases and signs reports off. Takes two administrators',
  },
  overseerHint: {
    vi: 'Xem số liệu của đơn vị và mọi đơn vị bên dưới, không xem ai cụ thể',
    en: 'Sees figures of the unit and all units below, and no person',
  },
  auditorHint: {
    vi: 'Đọc nhật ký ai đã xem, không đọc khai báo. Cần hai quản trị',
    en: 'Reads who looked, and no declarations. Takes two administrators',
  },
  administratorHint: {
    vi: 'Quản lý đơn vị, vai trò và cài đặt. Cần hai quản trị',
    en: 'Keeps units, roles and settings. Takes two administrators',
  },
  person: { vi: 'Người giữ', en: 'Who' },
  role: { vi: 'Vai trò', en: 'Role' },
  unit: { vi: 'Đơn vị', en: 'Unit' },
  term: { vi: 'Thời hạn', en: 'Term' },
  state: { vi: 'Tình trạng', en: 'State' },
  wholeOrganisation: { vi: 'Toàn tổ chức', en: 'The whole organisation' },
  serving: { vi: 'Đang có hiệu lực', en: 'In force' },
  coming: { vi: 'Chưa bắt đầu', en: 'Not begun' },
  proposed: { vi: 'Chờ đồng ý', en: 'Proposed' },
  ended: { vi: 'Đã kết thúc', en: 'Ended' },
  refused: { vi: 'Không được đồng ý', en: 'Turned down' },
  lapsed: { vi: 'Đề xuất hết hạn', en: 'Lapsed' },
  noEnd: { vi: 'không có ngày kết thúc', en: 'no end' },
  from: { vi: 'Từ ngày', en: 'From' },
  until: { vi: 'đến hết ngày', en: 'until' },
  listNow: { vi: 'Đang và sắp có hiệu lực', en: 'In force or coming' },
  listProposed: { vi: 'Chờ đồng ý', en: 'Proposed' },
  listEnded: { vi: 'Đã kết thúc', en: 'Ended' },
  lists: { vi: 'Lọc danh sách', en: 'Filter the list' },
  search: { vi: 'Tìm theo đơn vị', en: 'Find by unit' },
  searchHint: {
    vi: 'Tên hoặc mã đơn vị, có dấu hay không dấu đều được',
    en: 'Name or code of a unit, with or without accents',
  },
  find: { vi: 'Tìm', en: 'Find' },
  nothingFound: { vi: 'Không có vai trò nào ở đây.', en: 'There is no role here.' },
  grant: { vi: 'Trao vai trò', en: 'Grant a role' },
  grantLead: {
    vi: 'Trước khi trao, anh/chị sẽ xem lại một lần.',
    en: 'Before it is granted you read it once more.',
  },
  whom: { vi: 'Số hiệu của người được trao', en: 'Number of who is granted it' },
  whomHint: {
    vi: 'Số hiệu trong tổ chức, hoặc mã trong sổ. Người ấy sẽ thấy là anh/chị đã tra cứu.',
    en: 'The number in the organisation, or the id in the register. That person sees that you looked it up.',
  },
  unitCode: { vi: 'Mã đơn vị', en: 'Code of the unit' },
  unitHint: {
    vi: 'Kiểm tra viên và quản trị có thể để trống: vai trò cho toàn tổ chức.',
    en: 'Left empty for an auditor or administrator, it is the whole organisation.',
  },
  firstDay: { vi: 'Ngày bắt đầu', en: 'First day' },
  firstDayHint: { vi: 'Để trống thì có hiệu lực ngay.', en: 'Left empty, it is in force at once.' },
  lastDay: { vi: 'Ngày cuối cùng', en: 'Last day' },
  lastDayHint: { vi: 'Để trống thì không có ngày kết thúc.', en: 'Left empty, it has no end.' },
  goOn: { vi: 'Xem lại', en: 'Read it once more' },
  confirm: { vi: 'Xem lại trước khi trao', en: 'Read before you grant' },
  confirmGrant: { vi: 'Trao vai trò', en: 'Grant the role' },
  confirmPropose: { vi: 'Gửi đề xuất', en: 'Propose the role' },
  effect: { vi: 'Vai trò này làm gì', en: 'What this role does' },
  willKeep: {
    vi: (persons: string, units: string) => `Sẽ giữ sổ của ${persons} người trong ${units} đơn vị.`,
    en: (persons: string, units: string) => `Will keep the register of ${persons} persons in ${units} units.`,
  },
  willOversee: {
    vi: (persons: string, units: string) =>
      `Sẽ xem số liệu của ${units} đơn vị, ${persons} người, không xem ai cụ thể.`,
    en: (persons: string, units: string) => `Will see figures of ${units} units, ${persons} persons, and no person.`,
  },
  willReview: {
    vi: (persons: string, units: string) => `Sẽ quyết định hồ sơ trong ${units} đơn vị, ${persons} người.`,
    en: (persons: string, units: string) => `Will decide cases in ${units} units, ${persons} persons.`,
  },
  willAudit: {
    vi: (_persons: string, units: string) => `Sẽ đọc nhật ký ai đã xem trong ${units} đơn vị.`,
    en: (_persons: string, units: string) => `Will read who looked in ${units} units.`,
  },
  willAdminister: {
    vi: (_persons: string, units: string) => `Sẽ quản lý ${units} đơn vị và vai trò trong các đơn vị ấy.`,
    en: (_persons: string, units: string) => `Will administer ${units} units and the roles over them.`,
  },
  forAll: { vi: 'Cho toàn tổ chức.', en: 'For the whole organisation.' },
  atOnce: { vi: 'Có hiệu lực từ ngày bắt đầu.', en: 'In force from its first day.' },
  waitsForSecond: {
    vi: 'Vai trò này cần hai quản trị. Một quản trị khác có 14 ngày để đồng ý; trước đó vai trò chưa có hiệu lực.',
    en: 'This role takes two administrators. Another one has 14 days to agree; before that it is not in force.',
  },
  waitsSince: {
    vi: (day: string) => `Chờ một quản trị khác đồng ý. Hết hạn ngày ${day}.`,
    en: (day: string) => `Waits for another administrator. Lapses on ${day}.`,
  },
  ownProposal: {
    vi: 'Người đề xuất và người được trao không tự đồng ý được.',
    en: 'Neither who proposed it nor who is granted it can agree.',
  },
  agree: { vi: 'Đồng ý', en: 'Agree' },
  turnDown: { vi: 'Không đồng ý', en: 'Turn down' },
  takeBack: { vi: 'Rút đề xuất', en: 'Take it back' },
  proposedBy: { vi: 'Người trao hoặc đề xuất', en: 'Granted or proposed by' },
  decidedBy: { vi: 'Người thứ hai', en: 'Second person' },
  endedBy: { vi: 'Người kết thúc', en: 'Ended by' },
  because: { vi: 'Lý do', en: 'Reason' },
  operator: { vi: 'Người vận hành, tại máy chủ', en: 'The operator, at the machine itself' },
  endRole: { vi: 'Kết thúc vai trò', en: 'End the role' },
  endHint: {
    vi: 'Để trống thì kết thúc ngay: từ lần mở trang sau, vai trò không còn mở được gì.',
    en: 'Left empty, it ends now: with the next page it opens nothing any more.',
  },
  endButton: { vi: 'Kết thúc vai trò này', en: 'End this role' },
  lastAdministrator: {
    vi: 'Đây là quản trị cuối cùng không có ngày kết thúc. Hãy trao vai trò quản trị cho người khác trước.',
    en: 'This is the last administrator without an end. First make somebody else an administrator.',
  },
  noSuchUnit: {
    vi: 'Không có đơn vị với mã này trong phạm vi anh/chị quản trị.',
    en: 'There is no unit with this code in what you administer.',
  },
  unitClosed: { vi: 'Đơn vị này đã đóng.', en: 'This unit is closed.' },
  handover: { vi: 'Bàn giao', en: 'Hand-over' },
  handovers: { vi: 'Đã bàn giao', en: 'Handed over' },
  handoversNone: { vi: 'Chưa có bàn giao nào.', en: 'Nothing was handed over yet.' },
  handedOn: { vi: 'Ngày', en: 'When' },
  handedBy: { vi: 'Cán bộ thôi nhiệm vụ', en: 'Officer who left' },
  handedTo: { vi: 'Giao cho', en: 'Goes to' },
  handedWhat: { vi: 'Việc đang mở', en: 'What was open' },
  toSameUnit: {
    vi: (unit: string) => `Cán bộ phụ trách kế tiếp của ${unit}`,
    en: (unit: string) => `The next officer of ${unit}`,
  },
  toUnitAbove: {
    vi: (unit: string) => `Cán bộ phụ trách của đơn vị cấp trên, ${unit}`,
    en: (unit: string) => `The officer of the unit above, ${unit}`,
  },
  toNobody: {
    vi: 'Chưa có ai: đơn vị này và các cấp trên không có cán bộ phụ trách',
    en: 'Nobody yet: neither this unit nor one above has an officer',
  },
  witnessOpen: {
    vi: (n: number) => `${n} yêu cầu chứng kiến`,
    en: (n: number) => `${n} ${n === 1 ? 'request' : 'requests'} for a witness`,
  },
  incidentsOpen: {
    vi: (n: number) => `${n} sự cố đang mở`,
    en: (n: number) => `${n} open ${n === 1 ? 'incident' : 'incidents'}`,
  },
  invitationsOpen: {
    vi: (n: number) => `${n} lời mời cần gửi lại`,
    en: (n: number) => `${n} ${n === 1 ? 'invitation' : 'invitations'} to give anew`,
  },
  recoveriesOpen: {
    vi: (n: number) => `${n} lần lấy lại cách đăng nhập`,
    en: (n: number) => `${n} ${n === 1 ? 'recovery' : 'recoveries'} of a way in`,
  },
  casesOpen: {
    vi: (n: number) => `${n} hồ sơ đang xem xét`,
    en: (n: number) => `${n} open ${n === 1 ? 'case' : 'cases'}`,
  },
  rightsOpen: {
    vi: (n: number) => `${n} yêu cầu về dữ liệu cá nhân`,
    en: (n: number) => `${n} ${n === 1 ? 'request' : 'requests'} about personal data`,
  },
  aheadText: {
    vi: 'Khi vai trò kết thúc, việc đang mở được giao ngay; lời mời chưa dùng hết hiệu lực và cần gửi lại.',
    en: 'When the role ends, what is open is handed over at once; unused invitations end and are given anew.',
  },
  whereToFind: {
    vi: 'Yêu cầu chứng kiến nằm ở trang Chứng kiến; người cần mời lại được đánh dấu trong danh sách thành viên.',
    en: 'Requests are on the page for witnesses; who is to be invited again is marked in the list of members.',
  },
  why_ended: { vi: 'Kết thúc', en: 'Ended' },
  why_term_over: { vi: 'Hết thời hạn', en: 'Term over' },
  why_left: { vi: 'Rời tổ chức', en: 'Left' },
  why_transferred: { vi: 'Chuyển đơn vị', en: 'Transferred' },
  why_unit_gone: { vi: 'Đơn vị nhập hoặc đóng', en: 'Unit merged or closed' },
  alarm: { vi: 'Vai trò do một người trao', en: 'Granted by one person alone' },
  alarmText: {
    vi: (role: string, name: string) =>
      `${name} được trao vai trò ${role.toLocaleLowerCase('vi')} tại máy chủ, không có người thứ hai đồng ý.`,
    en: (role: string, name: string) =>
      `${name} was made ${role.toLocaleLowerCase('en')} at the machine itself, without a second person.`,
  },
  noted: { vi: 'Đã biết', en: 'I have taken note' },
  open: { vi: 'Mở', en: 'Open' },
})

export type RoleWord = 'officer' | 'reviewer' | 'overseer' | 'auditor' | 'administrator'
