import type { Answer, Room } from '../web/index.ts'
import type { FileReason } from './reading/index.ts'
import { fileReasons } from './words.ts'

/** A file that is refused as a whole: the codes of the contract. */
const ofFiles = Object.fromEntries(
  (Object.keys(fileReasons.vi) as FileReason[]).map((code): [string, Answer] => [
    code,
    {
      status: code === 'too_large' ? 413 : 422,
      title: { vi: 'Không nhận được tệp này', en: 'This file cannot be taken' },
      detail: { vi: fileReasons.vi[code], en: fileReasons.en[code] },
    },
  ]),
)

export const answers: Room['answers'] = {
  ...ofFiles,
  no_file: {
    status: 422,
    title: { vi: 'Chưa có tệp', en: 'There is no file' },
    detail: { vi: 'Hãy chọn một tệp CSV hoặc XLSX.', en: 'Choose a CSV or XLSX file.' },
  },
  file_kind_missing: {
    status: 422,
    title: { vi: 'Chưa chọn tệp chứa gì', en: 'It is not said what the file holds' },
    detail: { vi: 'Hãy chọn một trong các loại có trên trang.', en: 'Choose one of the kinds that the page offers.' },
  },
  not_read_yet: {
    status: 409,
    title: { vi: 'Chưa đọc được tệp', en: 'The file is not read yet' },
    detail: { vi: 'Hãy chọn các cột trước.', en: 'Choose the columns first.' },
  },
  confirmed_already: {
    status: 409,
    title: { vi: 'Tệp này đã được ghi', en: 'This file is being written, or was' },
    detail: { vi: 'Không ghi thêm lần nữa.', en: 'It is not written a second time.' },
  },
  nothing_to_stop: {
    status: 409,
    title: { vi: 'Không còn gì để dừng', en: 'There is nothing to stop' },
    detail: { vi: 'Tệp không ở trong lúc đang ghi.', en: 'The file is not being written.' },
  },
  undone_already: {
    status: 409,
    title: { vi: 'Lần nhập này đã được hoàn lại', en: 'This file was taken back already' },
    detail: { vi: 'Mỗi lần nhập chỉ hoàn lại một lần.', en: 'A file is taken back once.' },
  },
  not_written: {
    status: 409,
    title: { vi: 'Chưa có gì để hoàn lại', en: 'There is nothing to take back' },
    detail: { vi: 'Tệp chưa ghi xong.', en: 'The file is not written to its end.' },
  },
  undo_too_late: {
    status: 409,
    title: { vi: 'Đã quá 7 ngày', en: 'More than seven days have passed' },
    detail: { vi: 'Sau 7 ngày không hoàn lại được nữa.', en: 'After seven days a file cannot be taken back.' },
  },
}
