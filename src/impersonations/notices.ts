import type { Room } from '../web/index.ts'

const person = (about: string | null) => `/impersonations/${about}`
const reviewer = (about: string | null) => `/impersonations/desk/${about}`

/** What the register tells about imitations (0031-impersonation.sql). */
export const notices: Room['notices'] = {
  imitation_reported: {
    title: { vi: 'Có người báo một trang mạo danh anh/chị', en: 'Somebody reported a page as imitating you' },
    text: {
      vi: 'Mở ra và nói trang đó có phải của anh/chị không. Trước khi anh/chị trả lời, không có gì được công khai.',
      en: 'Open it and say whether it is yours. Until you answer, nothing is said in public.',
    },
    href: person,
  },
  imitation_found: {
    title: { vi: 'Đã kết luận một trang mạo danh anh/chị', en: 'A page was found to imitate you' },
    text: {
      vi: 'Bộ hồ sơ để gửi nền tảng và cơ quan chức năng đã sẵn sàng.',
      en: 'The pack for the platform and the authority is ready.',
    },
    href: person,
  },
  imitation_closed: {
    title: { vi: 'Một việc mạo danh đã kết thúc', en: 'A report of an imitation is over' },
    text: { vi: 'Mở ra để xem kết thúc thế nào.', en: 'Open it to see how it ended.' },
    href: person,
  },
  imitation_to_judge: {
    title: { vi: 'Có trang mạo danh chờ anh/chị quyết định', en: 'An imitation waits for your decision' },
    text: {
      vi: 'Mở ra để xem đó là của ai; người đó thấy ai đã mở.',
      en: 'Open it to see whom it is about; they see who opened it.',
    },
    href: reviewer,
  },
}
