import { bothLanguages } from '../web/index.ts'
import type { FileReason, RowReason, Warning } from './reading/index.ts'

type Said = Record<string, { readonly vi: string; readonly en: string }>

/** Why a whole file is refused, and what helps. */
export const fileReasons = bothLanguages({
  too_large: {
    vi: 'Tệp lớn hơn 10 MB. Hãy chia thành nhiều tệp.',
    en: 'The file is larger than 10 MB. Cut it into several.',
  },
  too_many_columns: { vi: 'Tệp có dòng dài hơn 100 cột.', en: 'The file has a row of more than 100 columns.' },
  too_many_rows: {
    vi: 'Tệp có hơn 100.000 dòng. Hãy chia thành nhiều tệp.',
    en: 'The file has more than 100,000 rows. Cut it into several.',
  },
  zip_bomb: {
    vi: 'Tệp giải nén ra quá lớn. Hãy mở bằng phần mềm bảng tính rồi lưu lại dạng CSV UTF-8.',
    en: 'The file unpacks to far too much. Open it in a spreadsheet program and save it as CSV UTF-8.',
  },
  bad_archive: {
    vi: 'Tệp nén có tên bên trong dẫn ra ngoài. Tệp này không phải do phần mềm bảng tính lưu.',
    en: 'A name inside the archive leads out of it. No spreadsheet program saves such a file.',
  },
  dtd_refused: {
    vi: 'Tệp có khai báo kiểu tài liệu (DTD). Tệp này không phải do phần mềm bảng tính lưu.',
    en: 'The file declares a document type (DTD). No spreadsheet program saves such a file.',
  },
  empty_file: { vi: 'Tệp không có dòng nào.', en: 'There is no row in the file.' },
  not_a_table: {
    vi: 'Tệp không phải CSV hay XLSX. Tệp .xls cũ hoặc tệp có mật khẩu: hãy lưu lại dạng .xlsx không có mật khẩu.',
    en: 'The file is neither CSV nor XLSX. An old .xls, or one with a password: save it as .xlsx without one.',
  },
  legacy_encoding: {
    vi: 'Chữ trong tệp không phải UTF-8 hay UTF-16 (có thể là TCVN3, VNI hoặc Windows-1258). Hãy đổi sang Unicode và lưu lại dạng CSV UTF-8.',
    en: 'The text is neither UTF-8 nor UTF-16 (it may be TCVN3, VNI or Windows-1258). Turn it into Unicode and save it as CSV UTF-8.',
  },
  no_header: {
    vi: 'Không tìm thấy dòng tiêu đề có đủ các cột cần thiết trong mười dòng đầu.',
    en: 'No header with every needed column is found in the first ten rows.',
  },
  duplicate_header: {
    vi: 'Có hai cột cùng một nghĩa. Hãy bỏ một cột.',
    en: 'Two columns have one meaning. Take one away.',
  },
  unclosed_quote: {
    vi: 'Có dấu ngoặc kép mở mà không đóng.',
    en: 'There is a quote that nothing closes.',
  },
  other_kind: {
    vi: 'Tệp chứa loại dữ liệu khác với loại được yêu cầu.',
    en: 'The file holds another kind of rows than was asked for.',
  },
  took_too_long: {
    vi: 'Đọc tệp quá 10 giây nên đã dừng. Hãy chia thành nhiều tệp.',
    en: 'Reading took more than 10 seconds and was ended. Cut the file into several.',
  },
} satisfies Record<FileReason, Said[string]>)

/** Why one row is rejected. */
export const rowReasons = bothLanguages({
  formula_cell: { vi: 'ô có công thức', en: 'a cell holds a formula' },
  hidden_characters: { vi: 'có ký tự ẩn bên trong ô', en: 'a field hides characters' },
  legacy_text: { vi: 'tên gõ bằng phông chữ cũ (TCVN3)', en: 'the name is typed in an old font (TCVN3)' },
  cell_too_long: { vi: 'ô quá dài', en: 'a field is too long' },
  too_many_fields: { vi: 'có ô nằm ngoài các cột của tiêu đề', en: 'a field stands past the header' },
  formula_like: { vi: 'ô bắt đầu như công thức', en: 'a field begins like a formula' },
  missing_code: { vi: 'thiếu mã', en: 'the code is missing' },
  missing_name: { vi: 'thiếu tên', en: 'the name is missing' },
  duplicate_code: { vi: 'mã đơn vị đã có', en: 'the code is taken' },
  duplicate_person: { vi: 'mã người đã có ở dòng trên', en: 'an earlier row has this person' },
  missing_unit: { vi: 'đơn vị không có trong sổ', en: 'the unit is not in the register' },
  missing_person: { vi: 'người này không có trong sổ', en: 'the person is not in the register' },
  bad_phone: { vi: 'số điện thoại không đúng', en: 'this is no telephone number' },
  bad_date: { vi: 'ngày không đúng', en: 'this is no date' },
  cycle: { vi: 'đơn vị nằm trong vòng cấp trên', en: 'the unit is on a circle of parents' },
  missing_parent: { vi: 'không có đơn vị cấp trên', en: 'there is no such parent unit' },
  too_deep: { vi: 'sâu quá 20 cấp', en: 'below 20 levels' },
} satisfies Record<RowReason, Said[string]>)

export const warningWords = bothLanguages({
  unknown_column: { vi: 'cột không dùng đến', en: 'columns that are not used' },
  phone_zero_restored: { vi: 'số điện thoại được thêm lại số 0', en: 'telephone numbers that got their zero back' },
  date_from_serial: { vi: 'ngày đọc từ số của bảng tính', en: 'dates read from a spreadsheet’s number' },
  account_not_recognised: { vi: 'tài khoản chưa nhận ra', en: 'accounts that are not recognised' },
} satisfies Record<Warning, Said[string]>)

export const words = bothLanguages({
  reason: { vi: 'Lý do không nhận', en: 'Reason for rejecting' },
})
