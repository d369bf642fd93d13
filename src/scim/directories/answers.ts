import type { Room } from '../../web/index.ts'

/** Why a token for a directory is refused. */
export const answers: Room['answers'] = {
  directory_name_malformed: {
    status: 422,
    title: { vi: 'Tên danh bạ không hợp lệ', en: 'This is no name of a directory' },
    detail: { vi: 'Tên dài từ 1 đến 100 ký tự.', en: 'A name has 1 to 100 characters.' },
  },
  directory_days_wrong: {
    status: 422,
    title: { vi: 'Thời hạn không hợp lệ', en: 'This is no time for a token' },
    detail: { vi: 'Từ 1 đến 730 ngày.', en: 'From 1 to 730 days.' },
  },
  directory_made_before: {
    status: 409,
    title: { vi: 'Mã này đã được tạo', en: 'The token was made already' },
    detail: { vi: 'Mã chỉ hiện một lần.', en: 'It is shown once.' },
  },
}
