import type { Room } from '../web/index.ts'

const href = () => '/attestations'
const stillCan = {
  vi: 'Mở danh sách, trả lời từng trang rồi gửi. Trả lời đến đâu sổ giữ đến đó.',
  en: 'Open your list, answer for each page, and send. What you have answered is kept.',
}

/** What the register tells about attestations (0028-attestations.sql). */
export const notices: Room['notices'] = {
  attestation_open: {
    title: { vi: 'Đến kỳ xác nhận các trang của anh/chị', en: 'Your pages are to be attested' },
    text: {
      vi: 'Danh sách đã điền sẵn; thường chỉ mất một phút. Hạn ghi ở đầu trang.',
      en: 'The list is filled in already; it usually takes a minute. The date stands at its top.',
    },
    href,
  },
  attestation_30_days: {
    title: { vi: 'Còn 30 ngày để xác nhận các trang', en: '30 days left to attest your pages' },
    text: stillCan,
    href,
  },
  attestation_7_days: {
    title: { vi: 'Còn 7 ngày để xác nhận các trang', en: '7 days left to attest your pages' },
    text: {
      vi: 'Trang nào chỉ xác minh một lần thì lần đó hết hiệu lực khi qua hạn. Danh sách nói rõ trang nào.',
      en: 'What was proven only once lapses when the date has passed. The list says which pages.',
    },
    href,
  },
  attestation_1_day: {
    title: { vi: 'Còn 1 ngày để xác nhận các trang', en: '1 day left to attest your pages' },
    text: stillCan,
    href,
  },
  attestation_late: {
    title: { vi: 'Đã qua hạn xác nhận; anh/chị vẫn gửi được', en: 'The date has passed; you can still attest' },
    text: {
      vi: 'Các trang công khai nay hiện “chưa xác nhận lại”. Gửi xong là hiện như cũ. Không có gì bị xóa.',
      en: 'Your public pages say “not confirmed since”. Once you send they are as before. Nothing is erased.',
    },
    href,
  },
  attestation_digest: {
    title: { vi: 'Tuần qua có người quá hạn xác nhận', en: 'Some people’s date went by last week' },
    text: {
      vi: 'Danh sách thành viên lọc được theo “Quá hạn”. Có thể họ cần giúp; đây không phải lỗi của ai.',
      en: 'The list of members can be filtered by “overdue”. They may need help; it is nobody’s fault.',
    },
    href: (unit) => `/members?unit=${unit}&state=overdue`,
  },
}
