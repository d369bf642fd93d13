import type { Room } from '../web/index.ts'

/** What a filing for somebody else tells the two (0022-assisted.sql), and a list its people (0024-offered.sql). */
export const notices: Room['notices'] = {
  accounts_offered: {
    title: {
      vi: 'Danh sách của đơn vị ghi tài khoản mang tên anh/chị',
      en: 'A list of your unit names accounts as yours',
    },
    text: {
      vi: 'Hãy cho biết tài khoản nào là của anh/chị, tài khoản nào không. Chưa có gì được khai báo.',
      en: 'Say which of them are yours and which are not. Nothing is declared yet.',
    },
    href: () => '/declarations/offered',
  },
  assisted_filed: {
    title: { vi: 'Một trang đã được khai thay anh/chị', en: 'A page was filed for you' },
    text: {
      vi: 'Cán bộ phụ trách khai theo tờ giấy hoặc cuộc gọi. Hãy xem và nói đúng hay không phải của anh/chị.',
      en: 'Your officer filed it from a paper or a call. See whether it is right, or not yours.',
    },
    href: (declaration) => `/declarations/${declaration}`,
  },
  assisted_not_mine: {
    title: { vi: 'Một khai báo thay không đúng', en: 'A page that you filed is not theirs' },
    text: {
      vi: 'Người được khai thay nói trang không phải của mình. Trang đã đóng. Hãy xem lại tờ khai.',
      en: 'The person you filed it for says that the page is not theirs. It is closed. Look at the paper again.',
    },
    href: (person) => `/records/${person}`,
  },
}
