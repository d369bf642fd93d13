import { bothLanguages } from '../web/words.ts'

export const words = bothLanguages({
  title: { vi: 'Thông báo', en: 'Notices' },
  lead: {
    vi: 'Những gì sổ đã báo cho anh/chị, mới nhất trước.',
    en: 'What the register has told you, newest first.',
  },
  byMail: { vi: 'Nhận thông báo qua thư', en: 'Get notices by mail' },
  inBrowser: { vi: 'Nhận báo qua trình duyệt', en: 'Get notices in the browser' },
  none: { vi: 'Chưa có thông báo nào.', en: 'No notices yet.' },
  caption: { vi: 'Các thông báo', en: 'Notices' },
  when: { vi: 'Ngày', en: 'Day' },
  what: { vi: 'Việc', en: 'What' },
  state: { vi: 'Trạng thái', en: 'State' },
  open: { vi: 'Mở', en: 'Open' },
  seenOn: { vi: (day: string) => `Đã xem ${day}`, en: (day: string) => `Seen ${day}` },
  allSeen: { vi: 'Đã xem tất cả', en: 'All seen' },
})
