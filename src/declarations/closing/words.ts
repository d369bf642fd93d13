import { bothLanguages } from '../../web/index.ts'

export const words = bothLanguages({
  close: { vi: 'Đóng trang', en: 'Close the page' },
  closeOrLost: { vi: 'Không dùng nữa, hoặc không còn giữ', en: 'Not used any more, or no longer in control' },
  more: { vi: 'Việc đóng trang, không còn giữ', en: 'More about it' },
  lead: {
    vi: 'Đóng trang ở chính nơi đó trước, rồi báo ở đây.',
    en: 'Close it where it is first, then say so here.',
  },
  steps: { vi: 'Các bước', en: 'Steps' },
  writtenOn: {
    vi: (day: string) => `Viết ngày ${day}. Nếu màn hình khác, hãy theo trang trợ giúp của nơi đó.`,
    en: (day: string) => `Written on ${day}. Where a screen differs, the help of the platform is right.`,
  },
  help: { vi: 'Trang trợ giúp', en: 'Help page' },
  keptDays: {
    vi: (days: number) => `Nơi đó giữ tài khoản ${days} ngày rồi mới xóa hẳn.`,
    en: (days: number) => `The platform keeps the account for ${days} days before it is gone.`,
  },
  whatFollows: { vi: 'Sau khi báo', en: 'What follows' },
  followsLook: {
    vi: 'Sau 30 ngày sổ xem địa chỉ có còn không. Nếu không còn, trang được ghi là đã đóng.',
    en: 'After 30 days the register sees whether the address is gone. If it is, the page is closed.',
  },
  followsWord: {
    vi: 'Nơi này không cho sổ xem từ ngoài: lời báo của anh/chị là đủ, và được ghi là lời của chủ trang.',
    en: 'This platform cannot be looked at from outside: your word is enough, and stands as the owner’s word.',
  },
  followsWatch: {
    vi: 'Tên đã bỏ được để ý trong 24 tháng, chỉ để biết có phải cùng tài khoản hay không. Anh/chị dừng việc này lúc nào cũng được.',
    en: 'The freed name is watched for 24 months, only for whether it is the same account. You can end that at any time.',
  },
  followsBack: {
    vi: 'Chưa đóng xong thì báo lại được, trang trở về như cũ.',
    en: 'If it is not closed after all you can say so, and all is as before.',
  },
  haveClosed: { vi: 'Tôi đã đóng trang này', en: 'I have closed this page' },
  lostTitle: { vi: 'Không còn giữ được trang?', en: 'No longer in control of it?' },
  lostLead: {
    vi: 'Trang vẫn còn nhưng không phải của anh/chị nữa, hoặc không vào được nữa. Báo xong thì sổ không xác nhận trang này; không đổi lại được.',
    en: 'It is still there but not yours any more, or you cannot get in. The register then confirms it no more; this cannot be taken back.',
  },
  haveLost: { vi: 'Tôi không còn giữ trang này', en: 'It is no longer in my control' },
  closing: { vi: 'Việc đóng trang', en: 'The closing' },
  statedOn: { vi: 'Báo đã đóng ngày', en: 'Stated closed on' },
  state: { vi: 'Tình trạng', en: 'State' },
  looksOn: { vi: (day: string) => `Sổ sẽ xem vào ngày ${day}.`, en: (day: string) => `The register looks on ${day}.` },
  lastLook: { vi: 'Lần xem gần nhất', en: 'Last look' },
  gone: { vi: 'không còn', en: 'gone' },
  same: { vi: 'vẫn là tài khoản đó', en: 'the same account' },
  other: { vi: 'tên thuộc tài khoản khác', en: 'the name belongs to another account' },
  there: { vi: 'vẫn còn', en: 'still there' },
  unclear: { vi: 'chưa xem được', en: 'could not tell' },
  no_way: { vi: 'nơi này không cho xem', en: 'cannot be looked at' },
  byLook: { vi: 'Đã đóng, sổ đã xem', en: 'Closed; the register looked' },
  byWord: { vi: 'Đã đóng, theo lời chủ trang', en: 'Closed, stated by the owner' },
  waits: { vi: 'Đang đóng', en: 'Being closed' },
  stillThere: {
    vi: 'Sổ thấy trang vẫn còn. Nếu đã xóa, nơi đó có thể cần thêm thời gian; sổ sẽ xem lại.',
    en: 'The page was still there. If you have deleted it the platform may need more time; the register looks again.',
  },
  watch: { vi: 'Để ý tên đã bỏ', en: 'Watch on the freed name' },
  watchedUntil: { vi: (day: string) => `đến ngày ${day}`, en: (day: string) => `until ${day}` },
  ended_time: { vi: 'đã hết 24 tháng', en: 'the 24 months are over' },
  ended_wish: { vi: 'đã dừng theo ý anh/chị', en: 'ended as you wished' },
  ended_left: { vi: 'đã dừng', en: 'ended' },
  ended_no_way: { vi: 'nơi này không cho xem', en: 'cannot be looked at' },
  aliveSame: {
    vi: 'Tài khoản đã đóng lại hoạt động. Nếu là anh/chị mở lại, hãy khai báo lại; câu trả lời công khai vẫn là đã đóng.',
    en: 'The closed account lives again. If it was you, declare it again; the public answer stays “closed”.',
  },
  aliveOther: {
    vi: 'Tên này nay thuộc một tài khoản khác. Câu trả lời công khai vẫn là đã đóng. Hãy báo cho những người hay theo trang cũ.',
    en: 'The name belongs to another account now. The public answer stays “closed”. Tell those who used to follow it.',
  },
  endWatch: { vi: 'Đừng để ý tên này nữa', en: 'Watch it no more' },
  notClosed: { vi: 'Trang chưa đóng', en: 'It is not closed after all' },
})
