import type { Room } from '../web/index.ts'

const mine = (about: string | null) => `/rights/${about}`

/** What the register tells about requests (0033-rights.sql): that there is an answer, not which. */
export const notices: Room['notices'] = {
  right_task: {
    title: {
      vi: 'Có yêu cầu về dữ liệu cá nhân cần anh/chị trả lời',
      en: 'A request about personal data waits for you',
    },
    text: {
      vi: 'Anh/chị có 2 ngày làm việc. Mở yêu cầu để biết đó là của ai; người đó thấy ai đã mở.',
      en: 'You have 2 working days. Open it to see whose it is; they see who opened it.',
    },
    href: (about) => `/rights/desk/${about}`,
  },
  right_granted: {
    title: { vi: 'Yêu cầu về dữ liệu của anh/chị được chấp nhận', en: 'Your request about your data was granted' },
    text: { vi: 'Mở yêu cầu để xem việc gì đã làm.', en: 'Open it to see what was done.' },
    href: mine,
  },
  right_refused: {
    title: {
      vi: 'Yêu cầu về dữ liệu của anh/chị không được chấp nhận',
      en: 'Your request about your data was refused',
    },
    text: {
      vi: 'Mở yêu cầu để đọc lý do và cách đề nghị cấp trên xem lại.',
      en: 'Open it for the reason, and for how to take it one level up.',
    },
    href: mine,
  },
  right_raised: {
    title: {
      vi: 'Yêu cầu về dữ liệu của anh/chị được chuyển lên cấp trên',
      en: 'Your request about your data went up',
    },
    text: {
      vi: 'Chưa có ai trả lời đúng hạn. Cấp trên có 2 ngày làm việc để trả lời.',
      en: 'Nobody answered in time. The level above has 2 working days.',
    },
    href: mine,
  },
  right_copied: {
    title: { vi: 'Bản sao dữ liệu của anh/chị đã được tải', en: 'A copy of your data was made' },
    text: {
      vi: 'Nếu không phải anh/chị tải, hãy đăng xuất ở mọi nơi và báo cán bộ phụ trách.',
      en: 'If it was not you, sign out everywhere and tell your officer.',
    },
    href: mine,
  },
}
