import type { Room } from '../web/index.ts'

/** Why an act on an incident is refused. */
export const answers: Room['answers'] = {
  page_not_reportable: {
    status: 422,
    title: { vi: 'Không có trang nào để dừng', en: 'There is no such page to stop' },
    detail: {
      vi: 'Chỉ dừng được trang đang dùng của mình. Chưa có gì thay đổi.',
      en: 'Only pages of one’s own that are in use can be stopped. Nothing was changed.',
    },
  },
  incident_closed: {
    status: 409,
    title: { vi: 'Sự cố này đã xong', en: 'This incident is over' },
    detail: { vi: 'Không có gì thay đổi.', en: 'Nothing was changed.' },
  },
  not_for_this: {
    status: 409,
    title: { vi: 'Việc này không hợp với sự cố này', en: 'This cannot be done about this incident' },
    detail: {
      vi: 'Tên thuộc tài khoản khác thì cần xác minh lại, báo đổi tên, hoặc nói không còn giữ trang.',
      en: 'A name that belongs to another account is proven again, said to be renamed, or given up.',
    },
  },
  call_back_first: {
    status: 409,
    title: { vi: 'Cần gọi lại trước', en: 'Call back first' },
    detail: {
      vi: 'Sự cố này do người không đăng nhập báo. Hãy mở ra, gọi lại và ghi kết quả.',
      en: 'It was reported by somebody who was not signed in. Open it, call back, and say what came of it.',
    },
  },
  decision_unknown: { status: 422, title: { vi: 'Chưa chọn mục nào', en: 'Nothing was chosen' } },
}
