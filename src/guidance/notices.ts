import type { Room } from '../web/index.ts'

/** What the register tells of its texts (0029-guidance.sql). */
export const notices: Room['notices'] = {
  guidance_new: {
    title: { vi: 'Có hướng dẫn cần đọc', en: 'There is guidance to read' },
    text: {
      vi: 'Đọc trong vài phút, rồi bấm xác nhận ở cuối trang.',
      en: 'It takes a few minutes. Acknowledge it at the end of the page.',
    },
    href: (text) => `/guidance/${text}`,
  },
}
