import type { Answer } from '../../web/index.ts'

/** What a script of an officer, or of the person, is refused. */
export const witnessAnswers: Readonly<Record<string, Answer>> = {
  other_address: {
    status: 422,
    title: { vi: 'Đây không phải trang đã khai', en: 'This is not the declared page' },
    detail: {
      vi: 'Chưa có gì được ghi là đã thấy. `read` là địa chỉ sổ đọc được, `tries_left` là số lần còn lại với mã này.',
      en: 'Nothing was recorded as seen. `read` is the address that was read, `tries_left` how often another may be given with this code.',
    },
  },
  witness_address_unreadable: {
    status: 422,
    title: { vi: 'Không đọc được địa chỉ', en: 'This is no address of an account' },
    detail: {
      vi: 'Lý do nằm ở `reason`. Lần này không bị tính.',
      en: '`reason` says why. It does not count as a try.',
    },
  },
  witness_code_over: {
    status: 409,
    title: { vi: 'Mã không còn dùng được', en: 'The code is over' },
    detail: {
      vi: 'Mã dùng được 15 phút. Hãy lấy mã mới và xem lại.',
      en: 'A code is good for 15 minutes. Get a new one and look again.',
    },
  },
  witness_tries_over: {
    status: 409,
    title: { vi: 'Đã nhập sai năm lần với mã này', en: 'Another address was given five times with this code' },
    detail: { vi: 'Hãy lấy mã mới và xem lại.', en: 'Get a new one and look again.' },
  },
  nothing_to_withdraw: {
    status: 409,
    title: { vi: 'Không có yêu cầu nào để rút', en: 'There is no request to take back' },
    detail: {
      vi: 'Yêu cầu đã được giải quyết, đã rút, hoặc không phải do anh/chị gửi.',
      en: 'It was decided, was taken back already, or follows a second look.',
    },
  },
}
