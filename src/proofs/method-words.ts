import { bothLanguages, type InLanguage, type Lang } from '../web/words.ts'
import type { MethodName } from './methods/index.ts'

/** What each method says of itself. `choice` and `hint` offer it, `leave` asks to leave it in place, `remove` says what may go. */
export const byMethod = {
  'dns-txt': bothLanguages({
    title: { vi: 'Thêm bản ghi DNS', en: 'Add a DNS record' },
    choice: { vi: 'Thêm một bản ghi DNS', en: 'Add a DNS record' },
    hint: {
      vi: 'Dành cho người quản lý tên miền. Đạt mức\u00a02, hoặc mức\u00a03 nếu để lại bản ghi cho sổ kiểm tra hằng ngày.',
      en: 'For whoever manages the domain. Level\u00a02, or level\u00a03 if the record stays for a daily check.',
    },
    leave: { vi: 'Để lại bản ghi, cho sổ kiểm tra hằng ngày', en: 'Leave the record in place for a daily check' },
    leaveHint: {
      vi: 'Trang sẽ đạt mức\u00a03. Nếu không chọn, có thể xóa bản ghi sau khi xác minh.',
      en: 'The page reaches level\u00a03. Otherwise the record may go after the proof.',
    },
    remove: { vi: 'Bây giờ có thể xóa bản ghi này:', en: 'You may now delete this record:' },
    stay: { vi: 'Hãy để nguyên bản ghi này:', en: 'Leave this record in place:' },
    otherToken: {
      vi: 'Bản ghi có ở đúng chỗ, nhưng vẫn mang mã cũ.',
      en: 'The record is in the right place, but still has an old code.',
    },
  }),
  'well-known': bothLanguages({
    title: { vi: 'Đặt một tệp lên trang web', en: 'Put a file on the website' },
    choice: { vi: 'Đặt một tệp nhỏ lên trang web', en: 'Put a small file on the website' },
    hint: {
      vi: 'Dành cho người tải được tệp lên máy chủ. Đạt mức\u00a02 hoặc mức\u00a03.',
      en: 'For whoever can upload files to the server. Level\u00a02 or level\u00a03.',
    },
    leave: { vi: 'Để lại tệp, cho sổ kiểm tra hằng ngày', en: 'Leave the file in place for a daily check' },
    leaveHint: {
      vi: 'Trang sẽ đạt mức\u00a03. Nếu không chọn, có thể xóa tệp sau khi xác minh.',
      en: 'The page reaches level\u00a03. Otherwise the file may go after the proof.',
    },
    remove: { vi: 'Bây giờ có thể xóa tệp này:', en: 'You may now delete this file:' },
    stay: { vi: 'Hãy để nguyên tệp này:', en: 'Leave this file in place:' },
    otherToken: {
      vi: 'Tệp có ở đúng chỗ, nhưng vẫn mang mã cũ.',
      en: 'The file is in the right place, but still has an old code.',
    },
  }),
  'meta-tag': bothLanguages({
    title: { vi: 'Thêm một thẻ vào đầu trang', en: 'Add a tag to the head of the page' },
    choice: { vi: 'Thêm một thẻ vào đầu trang', en: 'Add a tag to the head of the page' },
    hint: {
      vi: 'Dành cho người sửa được mã của trang. Đạt mức\u00a02, hoặc mức\u00a03 nếu để lại thẻ cho sổ kiểm tra hằng tuần.',
      en: 'For whoever can edit the code of the page. Level\u00a02, or level\u00a03 if the tag stays for a weekly check.',
    },
    leave: { vi: 'Để lại thẻ, cho sổ kiểm tra hằng tuần', en: 'Leave the tag in place for a weekly check' },
    leaveHint: {
      vi: 'Trang sẽ đạt mức\u00a03. Nếu không chọn, có thể xóa thẻ sau khi xác minh.',
      en: 'The page reaches level\u00a03. Otherwise the tag may go after the proof.',
    },
    remove: { vi: 'Bây giờ có thể xóa thẻ này:', en: 'You may now delete this tag:' },
    stay: { vi: 'Hãy để nguyên thẻ này:', en: 'Leave this tag in place:' },
    otherToken: {
      vi: 'Thẻ có ở đúng chỗ, nhưng vẫn mang mã cũ.',
      en: 'The tag is in the right place, but still has an old code.',
    },
  }),
} satisfies Record<MethodName, { readonly [L in Lang]: InLanguage<Record<string, { vi: string; en: string }>> }>

export type MethodWords = (typeof byMethod)['dns-txt']['vi']

/** Methods that another part of the register uses have a name here, so that a timeline can say it. */
const elsewhere: Readonly<Record<string, { vi: string; en: string }>> = {
  witnessed: { vi: 'Cán bộ phụ trách chứng kiến', en: 'Witnessed by an officer' },
}

export const methodWords = (method: string, lang: Lang): MethodWords =>
  (Object.hasOwn(byMethod, method) ? byMethod[method as MethodName] : byMethod['dns-txt'])[lang]

export const methodTitle = (method: string, lang: Lang): string =>
  Object.hasOwn(byMethod, method) ? byMethod[method as MethodName][lang].title : (elsewhere[method]?.[lang] ?? method)
