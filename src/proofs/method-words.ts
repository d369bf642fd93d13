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
  'rel-me': bothLanguages({
    title: { vi: 'Đặt một liên\u00a0kết trên trang', en: 'Put a link on the page' },
    choice: { vi: 'Đặt một liên kết về trang công khai của anh/chị', en: 'Put a link to your own public page' },
    hint: {
      vi: 'Liên kết có rel="me", trỏ về trang của anh/chị trong sổ. Đạt mức\u00a02, hoặc mức\u00a03 nếu để lại cho sổ kiểm tra hằng tuần.',
      en: 'A link with rel="me" to your page in the register. Level\u00a02, or level\u00a03 if it stays for a weekly check.',
    },
    leave: { vi: 'Để lại liên kết, cho sổ kiểm tra hằng tuần', en: 'Leave the link in place for a weekly check' },
    leaveHint: {
      vi: 'Trang sẽ đạt mức\u00a03. Nếu không chọn, có thể xóa liên kết sau khi xác minh.',
      en: 'The page reaches level\u00a03. Otherwise the link may go after the proof.',
    },
    remove: { vi: 'Bây giờ có thể xóa liên kết này:', en: 'You may now delete this link:' },
    stay: { vi: 'Hãy để nguyên liên kết này:', en: 'Leave this link in place:' },
    otherToken: {
      vi: 'Trang có liên kết về sổ, nhưng về trang của người khác.',
      en: 'The page links to the register, but to somebody else’s page.',
    },
  }),
  bluesky: bothLanguages({
    title: { vi: 'Ghi một mã vào hồ sơ Bluesky', en: 'Write a code into the Bluesky profile' },
    choice: {
      vi: 'Ghi một mã vào phần giới thiệu của tài khoản',
      en: 'Write a code into the description of the account',
    },
    hint: {
      vi: 'Mã ngắn, xóa được ngay sau khi xác minh. Đạt mức\u00a02.',
      en: 'A short code that may go as soon as it was found. Level\u00a02.',
    },
    remove: { vi: 'Bây giờ có thể xóa mã này khỏi hồ sơ:', en: 'You may now delete this code from the profile:' },
  }),
  'profile-code': bothLanguages({
    title: { vi: 'Ghi một mã vào phần giới thiệu', en: 'Write a code into the profile' },
    choice: {
      vi: 'Ghi một mã vào phần giới thiệu của tài khoản',
      en: 'Write a code into the description of the account',
    },
    hint: {
      vi: 'Mã ngắn, xóa được ngay sau khi xác minh. Đạt mức\u00a02.',
      en: 'A short code that may go as soon as it was found. Level\u00a02.',
    },
    remove: { vi: 'Bây giờ có thể xóa mã này khỏi hồ sơ:', en: 'You may now delete this code from the profile:' },
  }),
  'sign-in': bothLanguages({
    title: { vi: 'Đăng nhập vào tài khoản', en: 'Sign in to the account' },
    choice: { vi: 'Đăng nhập vào chính tài khoản đó', en: 'Sign in to that very account' },
    hint: {
      vi: 'Sổ chỉ nhận tên và số định danh của tài khoản, không giữ quyền nào. Đạt mức\u00a02.',
      en: 'The register is told the name and number of the account and keeps no right to it. Level\u00a02.',
    },
  }),
  witnessed: bothLanguages({
    title: { vi: 'Cán bộ phụ trách chứng kiến', en: 'Witnessed by an officer' },
    choice: { vi: 'Cho cán bộ phụ trách xem', en: 'Show it to the officer of your unit' },
    hint: {
      vi: 'Gặp trực tiếp hoặc gọi video. Dùng được cho mọi trang. Đạt mức\u00a01.',
      en: 'In person or in a video call. It works for every page. Level\u00a01.',
    },
  }),
} satisfies Record<MethodName, { readonly [L in Lang]: InLanguage<Record<string, { vi: string; en: string }>> }>

/** `leave`, `stay` and `otherToken` only where something may stay in place; `remove` where something was put there. */
export type MethodWords = Readonly<Record<'title' | 'choice' | 'hint', string>> &
  Readonly<Partial<Record<'leave' | 'leaveHint' | 'remove' | 'stay' | 'otherToken', string>>>

const known = (method: string): method is MethodName => Object.hasOwn(byMethod, method)

export const methodWords = (method: string, lang: Lang): MethodWords =>
  byMethod[known(method) ? method : 'dns-txt'][lang]

export const methodTitle = (method: string, lang: Lang): string =>
  known(method) ? byMethod[method][lang].title : method
