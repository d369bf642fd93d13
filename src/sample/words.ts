import { bothLanguages } from '../web/index.ts'

/** Addresses nobody: whoever looks around is not known. `\u00a0` joins the syllables of one word where it must not break. */
export const words = bothLanguages({
  nav: { vi: 'Xem thử', en: 'Sample' },
  title: { vi: 'Xem thử sổ đăng ký', en: 'Look around with sample data' },
  lead: {
    vi: 'Người, chức vụ và trang ở đây đều là dữ liệu mẫu. Không có gì được gửi ra ngoài.',
    en: 'The people, offices and pages here are made up. Nothing is sent outside.',
  },

  continueAs: { vi: 'Tiếp tục với vai', en: 'Continue as' },
  member: { vi: 'Thành viên', en: 'Member' },
  memberText: {
    vi: 'Nguyễn Văn A có trang ở mọi mức và mọi trạng thái, biên nhận, bản nháp, và có người đã xem hồ sơ.',
    en: 'Nguyễn Văn A has pages at every level and in every state, receipts, drafts, and was looked at.',
  },
  asMember: { vi: 'Vào với vai thành viên', en: 'Continue as member' },
  officer: { vi: 'Cán bộ phụ trách', en: 'Officer' },
  officerText: {
    vi: 'Lê Văn C giữ sổ của Phường Hải Châu. Mở hồ sơ của ai cũng phải chọn mục đích trước.',
    en: 'Lê Văn C keeps the register of Phường Hải Châu. Opening a record asks for a purpose first.',
  },
  asOfficer: { vi: 'Vào với vai cán bộ', en: 'Continue as officer' },
  auditor: { vi: 'Kiểm tra viên', en: 'Auditor' },
  auditorText: {
    vi: 'Mai Thị M không giữ sổ của đơn vị nào và không mở được hồ sơ của ai.',
    en: 'Mai Thị M keeps no unit’s register and can open nobody’s record.',
  },
  asAuditor: { vi: 'Vào với vai kiểm tra viên', en: 'Continue as auditor' },
  administrator: { vi: 'Quản trị', en: 'Administrator' },
  administratorText: {
    vi: 'Đỗ Văn Q lo đơn vị, vai trò và việc nhập danh sách, không xem được trang của ai.',
    en: 'Đỗ Văn Q looks after units, roles and imports, and sees nobody’s pages.',
  },
  asAdministrator: { vi: 'Vào với vai quản trị', en: 'Continue as administrator' },

  ask: { vi: 'Hỏi thử như người ngoài', en: 'Ask, as the public does' },
  askConfirmed: { vi: 'Trang đã được xác nhận, mức 3', en: 'A page confirmed at level 3' },
  askWitnessed: {
    vi: 'Tài khoản được xác nhận khi có người hỏi, mức 1',
    en: 'An account confirmed when asked, level 1',
  },
  askSuspended: { vi: 'Tài khoản tạm dừng xác nhận', en: 'An account whose confirmation is suspended' },
  askClosed: { vi: 'Trang đã đóng', en: 'A page that was closed' },
  askUnconfirmed: { vi: 'Trang chưa được xác nhận', en: 'A page that is not confirmed' },

  importTitle: { vi: 'Nhập thử một danh sách', en: 'Try an import' },
  importText: {
    vi: 'Danh sách công khai 2.270 tài khoản của Quốc hội Hoa Kỳ cho thấy sổ đọc địa chỉ ra sao. Vai cán bộ hoặc quản trị nhập được.',
    en: 'A public list of 2,270 accounts of the United States Congress shows how addresses are read. Officer and administrator can import it.',
  },
  importAs: { vi: 'Xem danh sách với vai quản trị', en: 'See the list as administrator' },
  importLink: { vi: 'Xem danh sách sẽ nhập', en: 'See the list to import' },

  about: { vi: 'Dữ liệu này từ đâu', en: 'Where this data comes from' },
  aboutUnits: {
    vi: 'Đơn vị là 3.356 địa danh có thật sau sắp xếp năm 2025, lấy từ danh sách mở (giấy phép MIT), để sổ có kích thước thật. Không ai ở đây làm việc tại các nơi đó.',
    en: 'The units are 3,356 real places as of 2025, from an open list (MIT licence), so that the register has a real size. Nobody shown here works in those places.',
  },
  aboutPeople: {
    vi: (people: number) => `${people} người đều không có thật: tên chỉ có một chữ cái, chức vụ ghi “mẫu”.`,
    en: (people: number) =>
      `The ${people} people do not exist: each given name is one letter, each office says “mẫu” (sample).`,
  },
  aboutPages: {
    vi: 'Tài khoản mang chữ “mau”. Trang web nằm dưới example.com, example.net và example.org, những tên dành riêng cho ví dụ.',
    en: 'Accounts carry “mau” (sample). Websites lie under example.com, example.net and example.org, which are kept for examples.',
  },
  aboutDates: {
    vi: 'Ngày giờ phần lớn là lúc dữ liệu mẫu được tạo. Câu trả lời không được ký, thư không được gửi, trang không được kiểm tra ra ngoài.',
    en: 'Most dates are those of the moment the sample was made. Answers are not signed, no mail is sent, no page is checked outside.',
  },
  aboutEnd: {
    vi: 'Nút “Kết thúc dùng thử” ở đầu mỗi trang xóa toàn bộ dữ liệu mẫu.',
    en: 'The button “End sample” at the top of every page deletes all of it.',
  },

  congressLead: {
    vi: 'Danh sách tài khoản chính thức của thành viên Quốc hội Hoa Kỳ, do dự án unitedstates/congress-legislators công bố (CC0).',
    en: 'The official accounts of members of the United States Congress, as published by unitedstates/congress-legislators (CC0).',
  },
  congressReal: {
    vi: 'Đây là người có thật, và họ không khai báo gì ở đây. Tài khoản nhập vào là bản nháp riêng tư, mức 0: chỉ chính người đó mở được, không trả lời câu hỏi nào của bên ngoài, và mất đi khi kết thúc dùng thử.',
    en: 'These people are real, and they have declared nothing here. Imported accounts are private drafts at level 0: only their person could open them, they answer no question from outside, and they vanish when the sample ends.',
  },
  inTheFile: { vi: 'Trong danh sách', en: 'In the list' },
  units: { vi: 'Đơn vị', en: 'Units' },
  people: { vi: 'Người', en: 'People' },
  accounts: { vi: 'Tài khoản', en: 'Accounts' },
  under: { vi: 'Nhập vào dưới đơn vị', en: 'Entered below the unit' },
  doImport: { vi: 'Nhập thử', en: 'Try the import' },
  doAgain: { vi: 'Nhập lại', en: 'Import again' },
  againText: {
    vi: 'Nhập lại không ghi trùng: chỉ thêm dòng còn thiếu.',
    en: 'Importing again doubles nothing: only what is missing is added.',
  },

  resultTitle: { vi: 'Đã nhập danh sách', en: 'The list was imported' },
  rows: { vi: 'Số dòng', en: 'Rows' },
  accepted: { vi: 'Đã nhận', en: 'Accepted' },
  rejected: { vi: 'Không nhận', en: 'Rejected' },
  nothingRejected: { vi: 'Không có dòng nào bị từ chối.', en: 'No row was rejected.' },
  byPlatform: { vi: 'Theo nền tảng', en: 'By platform' },
  platform: { vi: 'Nền tảng', en: 'Platform' },
  rejectedRows: { vi: 'Dòng không nhận và lý do', en: 'Rejected rows and why' },
  row: { vi: 'Dòng', en: 'Row' },
  reason: { vi: 'Lý do', en: 'Reason' },
  readAs: { vi: 'Sổ đã đọc ra sao', en: 'How they were read' },
  written: { vi: 'Trong danh sách', en: 'In the list' },
  recognised: { vi: 'Ghi vào sổ', en: 'In the register' },
  someRows: {
    vi: (n: number) => `Mỗi nền tảng ${n} dòng đầu.`,
    en: (n: number) => `The first ${n} rows of each platform.`,
  },
  personNotFound: { vi: 'Không có người này trong danh sách người', en: 'This person is not in the list of people' },
  unknownPlatform: { vi: 'Không biết nền tảng này', en: 'This platform is not known' },
  backToSample: { vi: 'Về trang xem thử', en: 'Back to the sample' },
})
