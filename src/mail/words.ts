import { bothLanguages } from '../web/words.ts'

export const words = bothLanguages({
  newNotices: { vi: 'Thông báo mới', en: 'New notices' },
  open: { vi: 'Mở', en: 'Open' },
  seen: { vi: 'Đã xem', en: 'Seen' },
  moreNotices: {
    vi: (count: number) => `Còn ${count} thông báo chưa xem. Xem tất cả`,
    en: (count: number) => `${count} more ${count === 1 ? 'notice' : 'notices'} not seen yet. See all`,
  },
})
