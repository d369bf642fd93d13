import type { Room } from '../web/index.ts'

const mine = (about: string | null) => `/incidents/${about}`
const officers = (about: string | null) => `/incidents/desk/${about}`

/** What the register tells about incidents (0027-hijack.sql). */
export const notices: Room['notices'] = {
  hijack_by_officer: {
    title: {
      vi: 'Cán bộ phụ trách đã dừng xác nhận một trang của anh/chị',
      en: 'Your officer stopped confirming a page of yours',
    },
    text: {
      vi: 'Việc này làm khi nói chuyện điện thoại với anh/chị. Nếu không phải anh/chị, hãy mở ra, chọn “Không có gì sai”, rồi báo đơn vị cấp trên.',
      en: 'It was done on the phone with you. If that was not you, open it, choose “Nothing is wrong”, and tell the unit above.',
    },
    href: mine,
  },
  help_was_asked: {
    title: { vi: 'Có người báo trang của anh/chị bị chiếm', en: 'Somebody reported a page of yours as taken' },
    text: {
      vi: 'Người báo không đăng nhập nên trang vẫn như cũ. Cán bộ phụ trách sẽ gọi anh/chị. Anh/chị cũng có thể nói ngay là đúng hay không.',
      en: 'They were not signed in, so nothing has changed. Your officer will call you. You can also say at once whether it is so.',
    },
    href: mine,
  },
  incident_answered: {
    title: { vi: 'Cán bộ phụ trách đã nhận xử lý sự cố', en: 'Your officer has taken the incident in hand' },
    text: {
      vi: 'Trang Sự cố của tôi ghi việc nào đã làm và việc nào còn lại.',
      en: 'The page of the incident says what was done and what is left.',
    },
    href: mine,
  },
  page_recovered: {
    title: { vi: 'Một sự cố của anh/chị đã xong', en: 'An incident of yours is over' },
    text: {
      vi: 'Tài khoản đã được xác minh lại. Nếu không còn sự cố nào khác, trang được xác nhận trở lại.',
      en: 'The account was proven again. Unless something else is open about it, the page is confirmed again.',
    },
    href: mine,
  },
  incident_task: {
    title: { vi: 'Có sự cố cần anh/chị xử lý', en: 'An incident waits for you' },
    text: {
      vi: 'Cần trả lời trong 4 giờ. Mở sự cố để xem đó là của ai; người đó thấy ai đã mở.',
      en: 'It is to be answered within 4 hours. Open it to see whose it is; they see who opened it.',
    },
    href: officers,
  },
  incident_raised: {
    title: { vi: 'Một sự cố quá hạn được chuyển lên anh/chị', en: 'An overdue incident was handed up to you' },
    text: {
      vi: 'Đơn vị bên dưới chưa trả lời kịp. Anh/chị mở được hồ sơ của riêng người này cho đến khi sự cố xong.',
      en: 'The unit below did not answer in time. Until it is over you may open the record of this one person.',
    },
    href: officers,
  },
}
