import type { Room } from '../web/index.ts'

/** What a campaign tells (0032-campaigns.sql). */
export const notices: Room['notices'] = {
  campaign_attest: {
    title: { vi: 'Nhắc: xác nhận danh sách trang của anh/chị', en: 'A reminder: confirm your list of pages' },
    text: {
      vi: 'Danh sách đã điền sẵn. Xem lại từng dòng rồi gửi; không có trang nào thì chỉ cần một lần bấm.',
      en: 'The list is filled in. Look at each line and send it; if you have no page it takes one tap.',
    },
    href: () => '/attestations',
    optional: true,
  },
  campaign_read: {
    title: { vi: 'Nhắc: có hướng dẫn cần đọc', en: 'A reminder: there is guidance to read' },
    text: {
      vi: 'Đọc trong vài phút, rồi bấm xác nhận ở cuối trang.',
      en: 'It takes a few minutes. Acknowledge it at the end of the page.',
    },
    href: (text) => `/guidance/${text}`,
    optional: true,
  },
}
