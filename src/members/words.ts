import { bothLanguages } from '../web/index.ts'

export const words = bothLanguages({
  members: { vi: 'Thành viên', en: 'Members' },
  units: { vi: 'Đơn vị anh/chị phụ trách', en: 'Units you keep' },
  unit: { vi: 'Đơn vị', en: 'Unit' },
  code: { vi: 'Mã', en: 'Code' },
  persons: { vi: 'Số thành viên', en: 'Members' },
  noUnits: {
    vi: 'Anh/chị hiện không phụ trách đơn vị nào.',
    en: 'You do not keep the register of any unit at present.',
  },
  beforeListing: {
    vi: 'Mở danh sách của một đơn vị thì sổ ghi một dòng, và mỗi người trong danh sách đều thấy dòng đó.',
    en: 'Opening the list of a unit leaves one line, and every person in the list sees it.',
  },
  listed: {
    vi: 'Lần xem danh sách này đã được ghi. Danh sách chỉ có tên và tình trạng; mở hồ sơ phải chọn mục đích, và người có hồ sơ sẽ thấy.',
    en: 'This look at the list has been written down. It holds names and states only; to open a record a purpose must be chosen, and its person will see it.',
  },
  below: { vi: 'Đơn vị bên dưới, chưa có cán bộ phụ trách riêng', en: 'Units below without an officer of their own' },
  list: { vi: 'Xem danh sách', en: 'See the list' },
  member: { vi: 'Thành viên', en: 'Member' },
  attestation: { vi: 'Xác nhận định kỳ', en: 'Attestation' },
  pages: { vi: 'Số trang', en: 'Pages' },
  task: { vi: 'Việc đang mở', en: 'Open task' },
  witness: { vi: 'Chờ chứng kiến', en: 'Waiting for a witness' },
  open: { vi: 'Mở hồ sơ', en: 'Open the record' },
  of: { vi: (name: string) => `của ${name}`, en: (name: string) => `of ${name}` },
  yourself: { vi: 'Chính anh/chị', en: 'Yourself' },
  nobody: { vi: 'Đơn vị này chưa có thành viên nào.', en: 'There is no member in this unit yet.' },
  due: { vi: (day: string) => `hạn ${day}`, en: (day: string) => `due ${day}` },
  // states of the attestation, as the roll keeps them
  never_asked: { vi: 'Chưa được hỏi', en: 'Never asked' },
  attested: { vi: 'Đã xác nhận', en: 'Attested' },
  attested_none: { vi: 'Đã xác nhận không có trang', en: 'Attested none' },
  asked: { vi: 'Đến kỳ', en: 'Due' },
  overdue: { vi: 'Quá hạn', en: 'Overdue' },
  exempt: { vi: 'Được miễn', en: 'Exempt' },
  unreachable: { vi: 'Không liên lạc được', en: 'Unreachable' },
})
