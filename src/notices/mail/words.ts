import { bothLanguages } from '../../web/words.ts'

export const words = bothLanguages({
  title: { vi: 'Nhận thông báo qua thư', en: 'Notices by mail' },
  lead: {
    vi: 'Thông báo luôn có trong sổ. Nếu muốn, sổ gửi thêm một thư điện tử cho mỗi thông báo. Thư không ghi tên trang, tên người.',
    en: 'Notices always stand in the register. If you like, each is mailed to you as well. A letter names no page and no person.',
  },
  notSetUp: {
    vi: 'Sổ này chưa gửi được thư. Thông báo có trên trang đầu của anh/chị.',
    en: 'This register does not send mail. Notices stand on your front page.',
  },
  address: { vi: 'Địa chỉ thư điện tử', en: 'Mail address' },
  addressHint: {
    vi: 'Sổ gửi tới đó một liên kết để xác nhận. Cán bộ phụ trách không xem được địa chỉ này.',
    en: 'A link to confirm it is mailed there. Your officer does not see this address.',
  },
  language: { vi: 'Thư viết bằng', en: 'Letters are written in' },
  vietnamese: { vi: 'Tiếng Việt', en: 'Vietnamese' },
  english: { vi: 'Tiếng Anh', en: 'English' },
  send: { vi: 'Gửi liên kết xác nhận', en: 'Send the link' },
  now: { vi: 'Địa chỉ đang dùng', en: 'Your address' },
  since: { vi: 'Xác nhận ngày', en: 'Confirmed on' },
  change: { vi: 'Đổi địa chỉ', en: 'Change the address' },
  set: { vi: 'Thêm địa chỉ', en: 'Add an address' },
  keepLanguage: { vi: 'Lưu ngôn ngữ', en: 'Keep the language' },
  remove: { vi: 'Bỏ địa chỉ này', en: 'Remove this address' },
  waiting: {
    vi: (address: string) => `Đã gửi liên kết tới ${address}. Mở thư trong một ngày để xác nhận.`,
    en: (address: string) => `A link was mailed to ${address}. Open it within a day to confirm.`,
  },
  confirmTitle: { vi: 'Xác nhận địa chỉ nhận thư', en: 'Confirm your mail address' },
  confirmLead: {
    vi: 'Bấm Xác nhận để nhận thông báo của sổ qua địa chỉ đã nhận được liên kết này.',
    en: 'Press Confirm to get the notices of the register at the address that got this link.',
  },
  confirm: { vi: 'Xác nhận', en: 'Confirm' },
  remindersOn: {
    vi: 'Có gửi thư nhắc và thư tổng hợp hằng tháng.',
    en: 'Reminders and the monthly digest are mailed.',
  },
  remindersOff: {
    vi: 'Không gửi thư nhắc. Thông báo vẫn có trong sổ.',
    en: 'Reminders are not mailed. Notices stand in the register.',
  },
  remindersStop: { vi: 'Thôi nhận thư nhắc', en: 'Stop reminders by mail' },
  remindersStart: { vi: 'Nhận lại thư nhắc', en: 'Mail reminders again' },
  bounced: {
    vi: (day: string) =>
      `Thư gửi tới địa chỉ này bị trả lại ngày ${day}. Sổ không gửi tới đó nữa. Hãy xác nhận lại, hoặc đổi địa chỉ.`,
    en: (day: string) =>
      `A letter to this address came back on ${day}. Nothing more is sent there. Confirm it again, or change it.`,
  },
  endTitle: { vi: 'Thôi nhận thư nhắc', en: 'Stop reminders by mail' },
  endLead: {
    vi: 'Bấm nút dưới đây, sổ không gửi thư nhắc tới địa chỉ đã nhận thư này nữa. Việc cần làm và thông báo vẫn có trong sổ.',
    en: 'Press the button, and no more reminders are mailed to the address that got this letter. Tasks and notices stay in the register.',
  },
  end: { vi: 'Thôi nhận thư nhắc', en: 'Stop reminders' },
  endedTitle: { vi: 'Sổ không gửi thư nhắc nữa', en: 'No more reminders by mail' },
  endedLead: {
    vi: 'Muốn nhận lại, hãy đăng nhập rồi vào Thông báo, Nhận thông báo qua thư.',
    en: 'To get them again, sign in and go to Notices, Notices by mail.',
  },
  outbox: { vi: 'Thư đi', en: 'Outbox' },
  outboxLead: {
    vi: 'Các thư mới nhất, gửi tới đâu và về loại việc gì. Nội dung chỉ người nhận đọc được.',
    en: 'The newest letters, where to and of which kind. Only who gets them reads what they are about.',
  },
  noWay: {
    vi: 'Chưa đặt SMTP_URL, nên thư nằm lại đây. Thông báo vẫn có trên trang đầu của mỗi người.',
    en: 'SMTP_URL is not set, so letters stay here. Notices stand on everybody’s front page all the same.',
  },
  empty: { vi: 'Chưa có thư nào.', en: 'No letters yet.' },
  when: { vi: 'Lúc', en: 'When' },
  to: { vi: 'Gửi tới', en: 'To' },
  kind: { vi: 'Loại', en: 'Kind' },
  state: { vi: 'Trạng thái', en: 'State' },
  noAddress: { vi: 'Địa chỉ đã bỏ', en: 'The address was removed' },
  sent: { vi: 'Đã gửi', en: 'Sent' },
  waits: { vi: 'Đang chờ', en: 'Waiting' },
  gaveUp: { vi: 'Không gửi được', en: 'Not sent' },
  code: { vi: (code: string) => `Mã lỗi ${code}`, en: (code: string) => `Code ${code}` },
})
