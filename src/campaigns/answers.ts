import type { Room } from '../web/index.ts'

/** Why an act on a campaign is refused. */
export const answers: Room['answers'] = {
  campaign_text_missing: {
    status: 422,
    title: { vi: 'Hãy chọn hướng dẫn cần đọc', en: 'Choose the guidance to read' },
  },
  campaigns_waiting: {
    status: 409,
    title: { vi: 'Anh/chị đang có 20 đợt chưa bắt đầu', en: 'You have 20 campaigns that were not started' },
    detail: { vi: 'Hãy bỏ bớt đợt không dùng.', en: 'Drop those you do not need.' },
  },
  no_letters: {
    status: 404,
    title: { vi: 'Không ai cần thư giấy', en: 'Nobody needs a printed letter' },
    detail: {
      vi: 'Trong đơn vị này, ai chưa làm xong đều có thư điện tử.',
      en: 'In this unit everybody who has not done it has mail.',
    },
  },
  campaign_not_so: {
    status: 409,
    title: { vi: 'Đợt này không còn ở bước đó', en: 'The campaign is not at that point any more' },
    detail: { vi: 'Hãy tải lại trang để xem đợt đang ở đâu.', en: 'Load the page again to see how it stands.' },
  },
}
