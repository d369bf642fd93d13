import { bothLanguages } from '../../web/words.ts'

export const words = bothLanguages({
  title: { vi: 'Báo qua trình duyệt', en: 'Notices in the browser' },
  lead: {
    vi: 'Khi có thông báo mới, trình duyệt hiện một dòng báo, kể cả khi anh/chị chưa mở sổ. Dòng báo không ghi việc gì, của ai.',
    en: 'When there is a new notice, the browser shows one line, even while the register is closed. It does not say what about, or whose.',
  },
  keeps: {
    vi: 'Để báo được, sổ giữ một địa chỉ do hãng làm trình duyệt (Google, Mozilla, Apple hoặc Microsoft) cấp. Hãng đó biết lúc nào sổ gửi báo tới trình duyệt này, nhưng không đọc được nội dung. Khi anh/chị tắt, sổ xóa địa chỉ đó.',
    en: 'For this the register keeps an address that the maker of the browser (Google, Mozilla, Apple or Microsoft) gives it. The maker knows when the register sends something to this browser, and cannot read it. Turn it off, and the address is deleted.',
  },
  notSetUp: { vi: 'Sổ này không báo qua trình duyệt.', en: 'This register does not notify browsers.' },
  said: {
    vi: 'Có thông báo mới trong sổ của anh/chị.',
    en: 'There is something new in your register.',
  },
  on: { vi: 'Bật ở trình duyệt này', en: 'Turn on in this browser' },
  isOn: { vi: 'Đã bật ở trình duyệt này.', en: 'It is on in this browser.' },
  waiting: { vi: 'Đang bật…', en: 'Turning on…' },
  withoutScript: {
    vi: 'Muốn bật, trình duyệt cần chạy JavaScript. Không có JavaScript, anh/chị vẫn nhận được thông báo qua thư.',
    en: 'Turning it on takes JavaScript. Without it, you can get notices by mail.',
  },
  byMail: { vi: 'Nhận thông báo qua thư', en: 'Get notices by mail' },
  unsupported: {
    vi: 'Trình duyệt này không nhận báo được. Trên iPhone, hãy thêm sổ vào Màn hình chính rồi mở từ đó.',
    en: 'This browser cannot show such notices. On an iPhone, add the register to the Home Screen and open it there.',
  },
  denied: {
    vi: 'Trình duyệt không cho phép báo. Hãy cho phép trang này gửi thông báo trong cài đặt của trình duyệt, rồi bật lại.',
    en: 'The browser does not allow it. Allow notifications of this site in the settings of the browser, then turn it on again.',
  },
  noService: {
    vi: 'Trình duyệt chưa nối được với dịch vụ báo của hãng. Hãy thử lại sau, hoặc nhận thông báo qua thư.',
    en: 'The browser does not reach the push service of its maker. Try again later, or get notices by mail.',
  },
  unreached: { vi: 'Chưa nối được với sổ. Hãy thử lại.', en: 'The register could not be reached. Try again.' },
  list: { vi: 'Các trình duyệt đã bật', en: 'Browsers in which it is on' },
  browser: { vi: 'Trình duyệt', en: 'Browser' },
  unknown: { vi: 'Không rõ', en: 'Unknown' },
  here: { vi: 'Trình duyệt này', en: 'This browser' },
  since: { vi: 'Bật ngày', en: 'On since' },
  last: { vi: 'Báo gần nhất', en: 'Last notice' },
  never: { vi: 'Chưa có', en: 'None yet' },
  failed: {
    vi: (code: string) => `Lần gần nhất không báo được, mã ${code}`,
    en: (code: string) => `The last one failed, code ${code}`,
  },
  off: { vi: 'Tắt', en: 'Turn off' },
  act: { vi: 'Việc', en: 'Act' },
})
