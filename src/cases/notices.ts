import type { Room } from '../web/index.ts'

const mine = (about: string | null) => `/cases/${about}`
const task = (about: string | null) => `/cases/desk/${about}`

/** What the register tells about cases (0030-cases.sql). Nothing of what anybody wrote, and not what it is about. */
export const notices: Room['notices'] = {
  case_opened: {
    title: { vi: 'Có một việc cần anh/chị cho biết ý kiến', en: 'Something waits for your word' },
    text: {
      vi: 'Sổ ghi nhận một việc chưa khớp và đã mở hồ sơ. Chưa có kết luận nào. Anh/chị có 10 ngày làm việc để trả lời.',
      en: 'The register noted something that does not fit, and a case was opened. Nothing is decided. You have 10 working days to reply.',
    },
    href: mine,
  },
  case_no_reply: {
    title: {
      vi: 'Hết thời hạn trả lời trong một hồ sơ của anh/chị',
      en: 'The time to reply in a case of yours is over',
    },
    text: {
      vi: 'Hồ sơ đã chuyển đến người quyết định. Anh/chị vẫn gửi được ý kiến cho đến khi có quyết định.',
      en: 'It went to somebody else to decide. Until it is decided you can still send your word.',
    },
    href: mine,
  },
  case_handed_up: {
    title: { vi: 'Hồ sơ của anh/chị được chuyển lên cấp trên', en: 'A case of yours was handed up' },
    text: {
      vi: 'Cấp trên sẽ quyết định. Anh/chị chưa phải làm gì thêm.',
      en: 'The unit above will decide. There is nothing for you to do.',
    },
    href: mine,
  },
  case_late: {
    title: { vi: 'Hồ sơ của anh/chị bị chậm và được chuyển lên cấp trên', en: 'A case of yours was late and went up' },
    text: {
      vi: 'Không có ai quyết định đúng hạn. Đó không phải lỗi của anh/chị.',
      en: 'Nobody decided in time. That is not your fault.',
    },
    href: mine,
  },
  case_decided: {
    title: { vi: 'Đã có quyết định trong một hồ sơ của anh/chị', en: 'A case of yours was decided' },
    text: {
      vi: 'Hãy mở hồ sơ để đọc quyết định, lý do và cách khiếu nại.',
      en: 'Open the case to read the decision, its reasons and how to appeal.',
    },
    href: mine,
  },
  case_stands: {
    title: { vi: 'Hết thời hạn khiếu nại; hồ sơ đã niêm phong', en: 'The time to appeal is over; the case is sealed' },
    text: {
      vi: 'Quyết định giữ nguyên. Hồ sơ ghi rõ ngày xóa.',
      en: 'The decision stands. The case says on which day it is erased.',
    },
    href: mine,
  },
  case_settled: {
    title: { vi: 'Khiếu nại của anh/chị đã được trả lời', en: 'Your appeal was answered' },
    text: { vi: 'Hãy mở hồ sơ để đọc kết quả.', en: 'Open the case to read the answer.' },
    href: mine,
  },
  case_withdrawn: {
    title: { vi: 'Một hồ sơ của anh/chị đã được rút', en: 'A case of yours was withdrawn' },
    text: {
      vi: 'Không có kết luận nào. Anh/chị không phải làm gì thêm.',
      en: 'Nothing was decided. There is nothing for you to do.',
    },
    href: mine,
  },
  case_not_decided: {
    title: {
      vi: 'Hồ sơ của anh/chị đã kết thúc, không có kết luận',
      en: 'A case of yours is over, and nothing was found',
    },
    text: {
      vi: 'Không có ai quyết định đúng hạn, nên hồ sơ kết thúc theo hướng có lợi cho anh/chị.',
      en: 'Nobody decided in time, so it ended for you.',
    },
    href: mine,
  },
  case_task: {
    title: { vi: 'Có hồ sơ cần anh/chị quyết định', en: 'A case waits for you to decide' },
    text: {
      vi: 'Anh/chị có 15 ngày làm việc. Mở hồ sơ để biết đó là của ai; người đó thấy ai đã mở.',
      en: 'You have 15 working days. Open it to see whose it is; they see who opened it.',
    },
    href: task,
  },
  case_appeal_task: {
    title: { vi: 'Có khiếu nại cần anh/chị trả lời', en: 'An appeal waits for you' },
    text: {
      vi: 'Anh/chị có 15 ngày làm việc. Người mở và người đã quyết định không tham gia.',
      en: 'You have 15 working days. Whoever opened or decided the case has no part in it.',
    },
    href: task,
  },
}
