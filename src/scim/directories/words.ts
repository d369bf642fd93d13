import { bothLanguages } from '../../web/index.ts'

export const words = bothLanguages({
  title: { vi: 'Kết nối danh bạ', en: 'Directories' },
  lead: {
    vi: 'Danh bạ của tổ chức (Entra ID, Okta, Keycloak) đưa người và đơn vị vào sổ này. Mỗi danh bạ có một mã truy cập riêng, chỉ dùng cho một đơn vị và các đơn vị bên dưới.',
    en: 'A directory of the organisation (Entra ID, Okta, Keycloak) provisions people and units here. Each has a token of its own, good for one unit and those below it.',
  },
  sees: {
    vi: 'Danh bạ không thấy khai báo nào và không trao được vai trò. Người bị danh bạ thay đổi thấy việc đó ở trang Ai đã xem.',
    en: 'A directory sees no declaration and grants no role. Whoever it changes sees so on the page Who looked.',
  },
  none: { vi: 'Chưa có mã truy cập nào.', en: 'There is no token yet.' },
  name: { vi: 'Tên danh bạ', en: 'Name of the directory' },
  nameHint: {
    vi: 'Hiện trong lịch sử và với những người mà danh bạ thay đổi. Ví dụ: Entra ID',
    en: 'Shown in histories, and to the people it changes. For example: Entra ID',
  },
  nameMissing: { vi: 'Hãy ghi tên danh bạ, nhiều nhất 100 ký tự', en: 'Enter a name of at most 100 characters' },
  unit: { vi: 'Đơn vị', en: 'Unit' },
  unitCode: { vi: 'Mã đơn vị', en: 'Code of the unit' },
  unitHint: {
    vi: 'Danh bạ quản lý đơn vị này và tất cả đơn vị bên dưới',
    en: 'The directory provisions this unit and all below it',
  },
  unitMissing: {
    vi: 'Không có đơn vị với mã này trong phạm vi anh/chị quản trị',
    en: 'There is no unit with this code in what you administer',
  },
  unitClosed: { vi: 'Đơn vị này đã đóng', en: 'This unit is closed' },
  life: { vi: 'Dùng trong', en: 'Good for' },
  lifeMissing: { vi: 'Hãy chọn thời hạn', en: 'Choose for how long' },
  madeBy: { vi: 'Người tạo', en: 'Made by' },
  operator: { vi: 'Người vận hành máy chủ', en: 'The operator of the server' },
  lastUsed: { vi: 'Dùng gần nhất', en: 'Last used' },
  never: { vi: 'Chưa dùng', en: 'Never' },
  until: { vi: 'Hết hạn', en: 'Until' },
  revoked: { vi: 'Đã thu hồi', en: 'Revoked' },
  over: { vi: 'Đã hết hạn', en: 'Over' },
  actions: { vi: 'Thao tác', en: 'Actions' },
  revoke: { vi: 'Thu hồi', en: 'Revoke' },
  make: { vi: 'Tạo mã truy cập', en: 'Make a token' },
  makeLead: {
    vi: 'Các quản trị khác của đơn vị được thông báo khi mã được tạo.',
    en: 'Other administrators of the unit are told when a token is made.',
  },
  made: { vi: 'Đã tạo mã truy cập', en: 'The token is made' },
  once: {
    vi: 'Hãy chép mã này vào danh bạ ngay. Mã chỉ hiện một lần.',
    en: 'Copy it into the directory now. It is shown this once.',
  },
  before: {
    vi: 'Mã này đã được tạo và chỉ hiện một lần. Nếu chưa chép, hãy thu hồi và tạo mã khác.',
    en: 'It was made already and is shown once. If you did not copy it, revoke it and make another.',
  },
  token: { vi: 'Mã truy cập', en: 'Token' },
  address: { vi: 'Địa chỉ SCIM', en: 'SCIM address' },
  back: { vi: 'Về trang Kết nối danh bạ', en: 'Back to directories' },
  days: { vi: (n: number) => `${n} ngày`, en: (n: number) => `${n} days` },
})
