import type { Room } from '../web/index.ts'

/** Why an act on a text is refused. */
export const answers: Room['answers'] = {
  guidance_title_missing: {
    status: 422,
    title: { vi: 'Cần tiêu đề bằng cả hai tiếng', en: 'A title in both languages is needed' },
    detail: { vi: 'Tiêu đề dài nhất 200 ký tự.', en: 'It has at most 200 characters.' },
  },
  guidance_text_missing: {
    status: 422,
    title: { vi: 'Cần nội dung bằng cả hai tiếng', en: 'The text in both languages is needed' },
    detail: { vi: 'Hãy viết cả tiếng Việt và tiếng Anh.', en: 'Write it in Vietnamese and in English.' },
  },
  guidance_too_long: {
    status: 422,
    title: { vi: 'Văn bản quá dài', en: 'The text is too long' },
    detail: { vi: 'Mỗi thứ tiếng dài nhất 8.000 ký tự.', en: 'Each language has at most 8,000 characters.' },
  },
  guidance_unchanged: {
    status: 409,
    title: { vi: 'Văn bản chưa có gì thay đổi', en: 'Nothing in the text has changed' },
    detail: { vi: 'Phiên bản mới nhất đã giống như vậy.', en: 'The newest version says the same.' },
  },
  guidance_superseded: {
    status: 409,
    title: { vi: 'Đã có phiên bản mới hơn', en: 'There is a newer version' },
    detail: { vi: 'Hãy đọc phiên bản mới rồi xác nhận.', en: 'Read the newer version, then acknowledge it.' },
  },
}
