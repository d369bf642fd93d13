import type { Room } from '../web/index.ts'

/** Why an act on the tree is refused. */
export const answers: Room['answers'] = {
  unit_code_malformed: {
    status: 422,
    title: { vi: 'Mã đơn vị không hợp lệ', en: 'This is no code of a unit' },
    detail: { vi: 'Mã dài từ 1 đến 64 ký tự.', en: 'A code has 1 to 64 characters.' },
  },
  unit_name_malformed: {
    status: 422,
    title: { vi: 'Tên đơn vị không hợp lệ', en: 'This is no name of a unit' },
    detail: { vi: 'Tên dài từ 1 đến 300 ký tự.', en: 'A name has 1 to 300 characters.' },
  },
  unit_kind_malformed: {
    status: 422,
    title: { vi: 'Loại đơn vị không hợp lệ', en: 'This is no kind of unit' },
    detail: { vi: 'Loại dài nhiều nhất 100 ký tự.', en: 'A kind has at most 100 characters.' },
  },
  unit_code_taken: {
    status: 409,
    title: { vi: 'Mã này đã có đơn vị dùng', en: 'Another unit has this code' },
    detail: {
      vi: 'Chữ hoa, chữ thường và dấu được coi là một. Hãy chọn mã khác.',
      en: 'Letter case does not tell codes apart. Choose another one.',
    },
  },
  parent_not_found: {
    status: 422,
    title: { vi: 'Không có đơn vị cấp trên với mã này', en: 'There is no unit above with this code' },
    detail: {
      vi: 'Hãy kiểm tra mã, hoặc chọn đơn vị trong phạm vi anh/chị quản trị.',
      en: 'Check the code, or choose a unit that you administer.',
    },
  },
  parent_closed: {
    status: 409,
    title: { vi: 'Đơn vị cấp trên đã đóng', en: 'The unit above is closed' },
    detail: { vi: 'Hãy chọn một đơn vị đang hoạt động.', en: 'Choose a unit that is open.' },
  },
  below_itself: {
    status: 409,
    title: { vi: 'Không thể đặt đơn vị bên dưới chính nó', en: 'A unit cannot hang below itself' },
    detail: {
      vi: 'Đơn vị đã chọn nằm trong nhánh của đơn vị này. Hãy chọn đơn vị ở nhánh khác.',
      en: 'The unit you chose is part of the branch of this one. Choose a unit of another branch.',
    },
  },
  there_already: {
    status: 409,
    title: { vi: 'Đã ở đúng chỗ này', en: 'It is there already' },
    detail: { vi: 'Không có gì thay đổi.', en: 'Nothing was changed.' },
  },
  too_deep: {
    status: 409,
    title: { vi: 'Cây đơn vị sẽ quá sâu', en: 'The tree would be too deep' },
    detail: { vi: 'Cây đơn vị có nhiều nhất 20 cấp.', en: 'A tree has at most 20 levels.' },
  },
  unit_closed: {
    status: 409,
    title: { vi: 'Đơn vị này đã đóng', en: 'This unit is closed' },
    detail: { vi: 'Không có gì thay đổi.', en: 'Nothing was changed.' },
  },
  other_not_found: {
    status: 422,
    title: { vi: 'Không có đơn vị tiếp nhận với mã này', en: 'There is no unit to go to with this code' },
    detail: {
      vi: 'Hãy kiểm tra mã, hoặc chọn đơn vị trong phạm vi của anh/chị.',
      en: 'Check the code, or choose a unit that is yours to change.',
    },
  },
  other_closed: {
    status: 409,
    title: { vi: 'Đơn vị tiếp nhận đã đóng', en: 'The unit to go to is closed' },
    detail: { vi: 'Hãy chọn một đơn vị đang hoạt động.', en: 'Choose a unit that is open.' },
  },
  has_units: {
    status: 409,
    title: { vi: 'Bên dưới còn đơn vị đang hoạt động', en: 'There are open units below' },
    detail: {
      vi: 'Hãy chuyển, nhập hoặc đóng các đơn vị bên dưới trước.',
      en: 'First move, merge or close the units below.',
    },
  },
  has_people: {
    status: 409,
    title: { vi: 'Đơn vị còn thành viên', en: 'There are people in this unit' },
    detail: {
      vi: 'Hãy ghi mã đơn vị mà các thành viên sẽ chuyển đến.',
      en: 'Say to which unit they go.',
    },
  },
}
