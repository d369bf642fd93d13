import { bothLanguages } from '../../web/words.ts'

export const words = bothLanguages({
  asked: {
    vi: (n: number) => `Danh sách của đơn vị ghi ${n} tài khoản: có phải của anh/chị không?`,
    en: (n: number) =>
      n === 1
        ? 'Your unit has 1 account on its list: is it yours?'
        : `Your unit has ${n} accounts on its list: are they yours?`,
  },
  askedNote: {
    vi: 'Chưa có gì được khai báo. Chỉ khi anh/chị trả lời “Của tôi” thì trang mới thành khai báo, ở chế độ riêng tư.',
    en: 'Nothing is declared. Only what you say is yours becomes a declaration, and it is private.',
  },
  andMore: { vi: (n: number) => `và ${n} tài khoản nữa`, en: (n: number) => `and ${n} more` },
  see: { vi: 'Xem và trả lời', en: 'See and answer' },
  seeAnswered: { vi: 'Tài khoản trong danh sách của đơn vị', en: 'Accounts on the list of my unit' },
  title: { vi: 'Tài khoản trong danh sách của đơn vị', en: 'Accounts on the list of your unit' },
  lead: {
    vi: 'Trả lời từng tài khoản, hoặc để trống tài khoản chưa chắc. Cán bộ đã nhập danh sách xem được câu trả lời trong 7 ngày.',
    en: 'Answer each of them, or leave out what you are not sure of. The officer who brought the list sees the answers for seven days.',
  },
  mineMeans: {
    vi: '“Của tôi” là lời khai: tôi khai đúng sự thật, một mình tôi quản lý trang, tôi không cho mượn, cho thuê hoặc chuyển cho người khác. Trang quản lý cùng người khác hoặc thay đơn vị thì chọn “Khai đầy đủ”.',
    en: '“Mine” is a statement: I declare the truth, I alone manage the page, I do not lend it, rent it out or hand it to anyone else. Choose “Declare in full” for a page that you run with others or for your unit.',
  },
  question: { vi: 'Tài khoản này có phải của anh/chị không?', en: 'Is this account yours?' },
  mine: { vi: 'Của tôi', en: 'Mine' },
  not_mine: { vi: 'Không phải của tôi', en: 'Not mine' },
  closed: { vi: 'Của tôi, đã đóng', en: 'Mine, and closed' },
  inFull: { vi: 'Khai đầy đủ', en: 'Declare in full' },
  declaredAlready: { vi: 'Anh/chị đã khai báo trang này.', en: 'You have declared this page already.' },
  notRecognised: {
    vi: 'Sổ không nhận ra địa chỉ nào trong dòng này. Nếu là trang của anh/chị, hãy khai báo bằng địa chỉ đầy đủ.',
    en: 'No address was recognised in this line. If it is a page of yours, declare it by its full address.',
  },
  declareIt: { vi: 'Khai báo trang', en: 'Declare the page' },
  onList: {
    vi: (list: string) => `Có trong danh sách đã công bố: ${list}`,
    en: (list: string) => `On the published list: ${list}`,
  },
  send: { vi: 'Gửi câu trả lời', en: 'Send the answers' },
  nothing: { vi: 'Không còn tài khoản nào chờ trả lời.', en: 'No account waits for an answer.' },
  answered: { vi: 'Đã trả lời', en: 'Answered' },
  saidOn: {
    vi: (answer: string, day: string) => `${answer}, trả lời ngày ${day}`,
    en: (answer: string, day: string) => `${answer}, answered on ${day}`,
  },
  seeReceipt: { vi: 'Biên nhận', en: 'Receipt' },
  seeDeclaration: { vi: 'Xem khai báo', en: 'See the declaration' },
  again: { vi: 'Trả lời lại', en: 'Answer again' },
  chooseOne: { vi: 'Hãy trả lời ít nhất một tài khoản.', en: 'Answer at least one of them.' },
  notAll: { vi: 'Chưa ghi được hết', en: 'Not everything could be kept' },
  no_address: {
    vi: (line: string) => `${line}: sổ không nhận ra địa chỉ, nên chưa khai báo được`,
    en: (line: string) => `${line}: no address was recognised, so it cannot be declared`,
  },
  filed_already: {
    vi: (line: string) => `${line}: đã thành khai báo, hãy sửa ở trang của khai báo`,
    en: (line: string) => `${line}: it is declared already; change it on the page of the declaration`,
  },
  too_many_declarations: {
    vi: (line: string) => `${line}: đã khai báo đủ 500 trang`,
    en: (line: string) => `${line}: 500 pages are declared already`,
  },
})
