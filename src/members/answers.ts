import type { Room } from '../web/index.ts'

/** Why an act on the place of a person is refused. What is about units alone stands with the units. */
export const answers: Room['answers'] = {
  unit_not_found: {
    status: 422,
    title: { vi: 'Không có đơn vị với mã này', en: 'There is no unit with this code' },
    detail: {
      vi: 'Hãy kiểm tra mã, hoặc chọn đơn vị trong phạm vi của anh/chị.',
      en: 'Check the code, or choose a unit that is yours to change.',
    },
  },
  name_malformed: {
    status: 422,
    title: { vi: 'Tên không hợp lệ', en: 'This is no name' },
    detail: { vi: 'Tên dài từ 1 đến 200 ký tự.', en: 'A name has 1 to 200 characters.' },
  },
  office_malformed: {
    status: 422,
    title: { vi: 'Chức vụ không hợp lệ', en: 'This is no office' },
    detail: { vi: 'Chức vụ dài nhiều nhất 200 ký tự.', en: 'An office has at most 200 characters.' },
  },
  ref_malformed: {
    status: 422,
    title: { vi: 'Số hiệu không hợp lệ', en: 'This is no number' },
    detail: { vi: 'Số hiệu dài nhiều nhất 64 ký tự.', en: 'A number has at most 64 characters.' },
  },
  ref_taken: {
    status: 409,
    title: { vi: 'Số hiệu này đã có người dùng', en: 'Somebody has this number' },
    detail: { vi: 'Mỗi số hiệu chỉ của một người.', en: 'A number is one person’s.' },
  },
  ref_not_yours: {
    status: 422,
    title: { vi: 'Số hiệu do quản trị cấp', en: 'Numbers are given by administrators' },
    detail: { vi: 'Hãy để trống số hiệu.', en: 'Leave the number out.' },
  },
  not_oneself: {
    status: 409,
    title: { vi: 'Không tự ghi cho chính mình', en: 'Not for oneself' },
    detail: {
      vi: 'Nơi sinh hoạt của anh/chị do cán bộ khác hoặc quản trị ghi.',
      en: 'Where you stand is written down by another officer or an administrator.',
    },
  },
  bears_role: {
    status: 409,
    title: { vi: 'Người này đang giữ vai trò trong sổ', en: 'This person holds a role in the register' },
    detail: {
      vi: 'Chỉ quản trị mới chuyển đi hoặc cho thôi, vì vai trò sẽ kết thúc theo.',
      en: 'Only an administrator may take them out, because the role would end with it.',
    },
  },
  person_left: {
    status: 409,
    title: { vi: 'Người này đã thôi tham gia', en: 'This person has left' },
    detail: { vi: 'Không có gì thay đổi.', en: 'Nothing was changed.' },
  },
  person_here: {
    status: 409,
    title: { vi: 'Người này vẫn đang tham gia', en: 'This person has not left' },
    detail: { vi: 'Không có gì thay đổi.', en: 'Nothing was changed.' },
  },
  last_administrator: {
    status: 409,
    title: { vi: 'Đây là quản trị cuối cùng', en: 'This is the last administrator' },
    detail: {
      vi: 'Hãy trao vai trò quản trị cho người khác trước.',
      en: 'First make somebody else an administrator.',
    },
  },
  absence_overlaps: {
    status: 409,
    title: { vi: 'Thời gian này đã được ghi', en: 'These days are written down already' },
    detail: { vi: 'Hãy kết thúc lần ghi trước.', en: 'End the earlier entry first.' },
  },
  noted_already: {
    status: 409,
    title: { vi: 'Đã ghi đúng như vậy', en: 'This is written down already' },
    detail: { vi: 'Không có gì thay đổi.', en: 'Nothing was changed.' },
  },
  absence_dates_wrong: {
    status: 422,
    title: { vi: 'Ngày không hợp lệ', en: 'These days cannot be' },
    detail: {
      vi: 'Ngày cuối không được trước ngày đầu, và không được trước hôm nay.',
      en: 'The last day is not before the first, and not before today.',
    },
  },
  absence_too_long: {
    status: 422,
    title: { vi: 'Thời gian quá dài', en: 'This is too long' },
    detail: {
      vi: 'Mỗi lần ghi nhiều nhất hai năm; hết hạn thì ghi lại.',
      en: 'Two years at most; then write it anew.',
    },
  },
  exempt_needs_reason: {
    status: 422,
    title: { vi: 'Lý do miễn chưa đúng', en: 'The reason does not fit' },
    detail: {
      vi: 'Miễn thì phải chọn lý do; nghỉ hoặc ở nước ngoài thì không ghi lý do.',
      en: 'Who is exempt has a reason; leave and abroad have none.',
    },
  },
  absence_not_found: {
    status: 404,
    title: { vi: 'Không có lần ghi này', en: 'There is no such entry' },
  },
  ended_already: {
    status: 409,
    title: { vi: 'Lần ghi này đã kết thúc', en: 'This entry has ended' },
    detail: { vi: 'Không có gì thay đổi.', en: 'Nothing was changed.' },
  },
}
