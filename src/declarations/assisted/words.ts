import { bothLanguages } from '../../web/words.ts'

export const words = bothLanguages({
  title: { vi: 'Khai báo thay', en: 'Declare for a person' },
  memberOf: { vi: (unit: string) => `Một người của ${unit}`, en: (unit: string) => `A person of ${unit}` },
  lead: {
    vi: 'Dùng khi người đó gửi tờ khai giấy hoặc đọc qua điện thoại. Trang được khai riêng tư, ở mức 0; người đó được báo và được hỏi lại là đúng hay không.',
    en: 'For a paper form, or with the person on the phone. The page is declared private, at level 0; the person is told, and asked whether it is right.',
  },
  willSee: {
    vi: 'Người đó thấy tên anh/chị trong mục Ai đã xem và trên biên nhận.',
    en: 'The person sees your name under Who looked and on the receipt.',
  },
  address: { vi: 'Địa chỉ của trang', en: 'Address of the page' },
  addressHint: {
    vi: 'Chép đúng như trên giấy, hoặc dán liên kết.',
    en: 'As it stands on the paper, or paste the link.',
  },
  addressMissing: { vi: 'Điền địa chỉ của trang', en: 'Enter the address of the page' },
  post: {
    vi: 'Đó là đường dẫn của một bài đăng. Tài khoản đọc ra đã điền vào ô: nếu đúng, hãy gửi lại',
    en: 'That is the link of a post. The account that was read out of it is in the field: if it is right, send again',
  },
  how: { vi: 'Người đó khai bằng cách nào', en: 'How the person declared it' },
  paper: { vi: 'Tờ khai giấy', en: 'A paper form' },
  phone: { vi: 'Qua điện thoại', en: 'On the phone' },
  howMissing: { vi: 'Chọn cách người đó đã khai', en: 'Choose how the person declared it' },
  paperOn: { vi: 'Ngày ghi trên giấy', en: 'Date on the paper' },
  paperOnHint: { vi: 'Chỉ khi có giấy. Ví dụ: 2026-11-24', en: 'Only with a paper. For example: 2026-11-24' },
  paperOnWrong: {
    vi: 'Điền ngày trên giấy, không muộn hơn hôm nay',
    en: 'Enter the date on the paper, no later than today',
  },
  manager: { vi: 'Ai quản lý trang này', en: 'Who manages the page' },
  alone: { vi: 'Một mình người đó', en: 'The person alone' },
  shared: { vi: 'Cùng người khác', en: 'Together with others' },
  unit: { vi: 'Thay cho đơn vị', en: 'For the unit' },
  managerMissing: { vi: 'Chọn ai quản lý trang', en: 'Choose who manages the page' },
  file: { vi: 'Khai báo thay', en: 'Declare' },
  leave: { vi: 'Không khai nữa', en: 'Leave' },
  received: { vi: 'Đã khai báo thay', en: 'Declared for the person' },
  filer: { vi: 'Khai cho', en: 'Declared for' },
  filedBy: { vi: 'Người khai thay', en: 'Filed by' },
  at: { vi: 'Lúc', en: 'When' },
  whoMayKnow: { vi: 'Ai được biết', en: 'Who may know' },
  private: { vi: 'Riêng tư', en: 'Private' },
  receiptNote: {
    vi: 'In ra và đưa cho người đó. Khi đăng nhập được, người đó mở số biên nhận này để nói đúng hay không.',
    en: 'Print it and hand it over. Once the person can sign in, this number opens the question whether it is right.',
  },
  already: {
    vi: 'Trang này đã có trong hồ sơ của người đó',
    en: 'This page is in the record of the person already',
  },
  next: { vi: 'Khai thay một trang nữa', en: 'Declare another page' },
  done: { vi: 'Xong', en: 'Done' },
  // The person's own side.
  asked: { vi: 'Trang được khai thay', en: 'Filed for you' },
  filedFor: {
    vi: (by: string, day: string) => `${by} khai thay anh/chị ngày ${day}. Đây có đúng là trang của anh/chị không?`,
    en: (by: string, day: string) => `${by} filed this for you on ${day}. Is this page yours?`,
  },
  fromPaper: { vi: (day: string) => `Theo tờ giấy ngày ${day}.`, en: (day: string) => `From a paper of ${day}.` },
  byPhone: { vi: 'Theo lời anh/chị qua điện thoại.', en: 'As you said on the phone.' },
  right: { vi: 'Đúng', en: 'Right' },
  notMine: { vi: 'Không phải của tôi', en: 'Not mine' },
  notMineNote: {
    vi: 'Nếu không phải, trang được đóng ngay và cán bộ được báo.',
    en: 'If it is not, the page is closed at once and the officer is told.',
  },
  confirmed: {
    vi: (by: string) => `${by} khai thay; anh/chị đã nói là đúng.`,
    en: (by: string) => `Filed by ${by}; you said that it is right.`,
  },
  denied: {
    vi: (by: string) => `${by} khai thay; anh/chị đã nói không phải của mình.`,
    en: (by: string) => `Filed by ${by}; you said that it is not yours.`,
  },
})
