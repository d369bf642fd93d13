import type { Room } from '../web/index.ts'

/** Why an act on a role is refused. */
export const answers: Room['answers'] = {
  role_unknown: {
    status: 422,
    title: { vi: 'Chưa chọn vai trò', en: 'No role was chosen' },
    detail: { vi: 'Hãy chọn một vai trò.', en: 'Choose one of the roles.' },
  },
  role_needs_unit: {
    status: 422,
    title: { vi: 'Vai trò này cần một đơn vị', en: 'This role needs a unit' },
    detail: { vi: 'Hãy ghi mã đơn vị.', en: 'Give the code of a unit.' },
  },
  role_dates_wrong: {
    status: 422,
    title: { vi: 'Ngày không hợp lệ', en: 'These are no dates of a term' },
    detail: {
      vi: 'Ngày bắt đầu và ngày kết thúc không được ở trong quá khứ, và phải theo thứ tự.',
      en: 'First and last day are not past, and in this order.',
    },
  },
  reason_malformed: { status: 422, title: { vi: 'Lý do không hợp lệ', en: 'This is no reason' } },
  person_not_found: {
    status: 422,
    title: { vi: 'Không tìm thấy người này', en: 'There is no such person' },
    detail: {
      vi: 'Hãy kiểm tra số hiệu, hoặc chọn người trong phạm vi anh/chị quản trị.',
      en: 'Check the number, or choose a person in what you administer.',
    },
  },
  role_for_oneself: {
    status: 409,
    title: { vi: 'Không thể tự trao vai trò cho mình', en: 'Nobody grants a role to themselves' },
    detail: { vi: 'Hãy nhờ một quản trị khác.', en: 'Ask another administrator.' },
  },
  role_held_already: {
    status: 409,
    title: { vi: 'Người này đã có vai trò này trong thời gian đó', en: 'The person has this role in that time' },
    detail: {
      vi: 'Vai trò đang có hiệu lực hoặc đang chờ đồng ý.',
      en: 'It is in force, or waits for agreement.',
    },
  },
  role_needs_another: {
    status: 409,
    title: { vi: 'Cần một quản trị khác đồng ý', en: 'Another administrator has to agree' },
    detail: {
      vi: 'Người đề xuất và người được trao không tự đồng ý được.',
      en: 'Neither who proposed it nor who is granted it can agree.',
    },
  },
  role_decided: {
    status: 409,
    title: { vi: 'Đề xuất này đã được quyết định', en: 'This proposal is decided already' },
    detail: { vi: 'Không có gì thay đổi.', en: 'Nothing was changed.' },
  },
  role_lapsed: {
    status: 409,
    title: { vi: 'Đề xuất này đã hết hạn', en: 'This proposal has lapsed' },
    detail: { vi: 'Nếu vẫn cần, hãy đề xuất lại.', en: 'If it is still wanted, propose it again.' },
  },
  role_not_held: {
    status: 409,
    title: { vi: 'Vai trò này không có hiệu lực', en: 'This role is not in force' },
    detail: { vi: 'Không có gì để kết thúc.', en: 'There is nothing to end.' },
  },
  role_over: {
    status: 409,
    title: { vi: 'Vai trò này đã kết thúc', en: 'This role has ended already' },
    detail: { vi: 'Không có gì thay đổi.', en: 'Nothing was changed.' },
  },
  role_end_later: {
    status: 422,
    title: { vi: 'Vai trò đã có ngày kết thúc sớm hơn', en: 'The role ends earlier already' },
    detail: {
      vi: 'Kết thúc chỉ có thể sớm hơn. Muốn dài hơn, hãy trao vai trò một lần nữa.',
      en: 'An end can only come earlier. For a longer term grant the role once more.',
    },
  },
}
