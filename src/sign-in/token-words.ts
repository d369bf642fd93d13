import { bothLanguages } from '../web/index.ts'

export const tokenWords = bothLanguages({
  scopes: { vi: 'Mã được làm gì?', en: 'What may it do?' },
  scopesHint: {
    vi: 'Chỉ chọn những gì phần mềm cần. Mã không bao giờ làm được nhiều hơn chính anh/chị.',
    en: 'Choose only what the program needs. A token never does more than you may.',
  },
  scopesMissing: { vi: 'Hãy chọn ít nhất một việc', en: 'Choose at least one' },
  may: { vi: 'Được làm', en: 'May' },
  read: { vi: 'Đọc hồ sơ của tôi', en: 'Read my own record' },
  declare: { vi: 'Khai báo và sửa trang của tôi', en: 'Declare and change my pages' },
  prove: { vi: 'Xác minh trang của tôi', en: 'Prove my pages' },
  roll: { vi: 'Xem danh sách thành viên', en: 'List members' },
  records: { vi: 'Mở hồ sơ thành viên, có mục đích', en: 'Open members’ records, with a purpose' },
  units: { vi: 'Đơn vị', en: 'Units' },
  people: { vi: 'Nơi sinh hoạt của thành viên', en: 'Where people stand' },
  roles: { vi: 'Vai trò', en: 'Roles' },
  imports: { vi: 'Nhập dữ liệu', en: 'Imports' },
})
