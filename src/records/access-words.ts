import { bothLanguages, type Lang } from '../web/index.ts'

export const purposeWords = bothLanguages({
  help: { vi: 'Giúp khai báo hoặc xác nhận', en: 'To help declare or attest' },
  asked_by_person: { vi: 'Theo yêu cầu của chính người có hồ sơ', en: 'Because the person asked for it' },
  invitation: { vi: 'Đưa giấy mời để tạo khóa đăng nhập', en: 'To hand over an invitation to make a passkey' },
  code: { vi: 'Đưa mã đăng nhập dùng một lần', en: 'To hand over a one-use sign-in code' },
  assist: { vi: 'Khai báo thay, từ giấy hoặc điện thoại', en: 'To declare for the person, from paper or by phone' },
  recovery: { vi: 'Giúp lấy lại cách đăng nhập', en: 'To help the person get back in' },
  list: { vi: 'Xem danh sách đơn vị', en: 'To list the unit' },
  token: { vi: 'Cấp mã truy cập', en: 'To make a token' },
  export: { vi: 'Xuất dữ liệu', en: 'To export' },
  witness: { vi: 'Chứng kiến tài khoản', en: 'To witness an account' },
  incident: { vi: 'Xử lý một sự cố đang mở', en: 'To deal with an open incident' },
  duty: { vi: 'Xem nghĩa vụ nào của sổ chưa làm', en: 'To see which duties of the register are not done' },
  case: { vi: 'Xử lý một hồ sơ đang xem xét', en: 'To deal with an open case' },
  right: { vi: 'Trả lời một yêu cầu về dữ liệu cá nhân', en: 'To answer a request about personal data' },
  directory: { vi: 'Danh bạ của tổ chức cập nhật', en: 'The organisation’s directory changed it' },
  vouched: {
    vi: 'Nhập danh sách đã công bố có trang của anh/chị',
    en: 'To bring in a published list that names your pages',
  },
  place: { vi: 'Xem hoặc thay đổi nơi sinh hoạt', en: 'To see or change the unit and office' },
})
export const fieldWords = bothLanguages({
  record: { vi: 'Danh sách trang và cách xác minh', en: 'Pages and how they are proven' },
  roll: { vi: 'Tên, chức vụ, tình trạng và số trang', en: 'Name, office, state and number of pages' },
  page: { vi: 'Tên, chức vụ và địa chỉ của một trang', en: 'Name, office and the address of one page' },
  imitation: { vi: 'Tên, chức vụ và một tin báo mạo danh', en: 'Name, office and one report of an imitation' },
})
export const channelWords = bothLanguages({
  web: { vi: 'Qua trang web', en: 'On the web' },
  api: { vi: 'Qua giao diện lập trình', en: 'By the API' },
  scim: { vi: 'Qua danh bạ của tổ chức (SCIM)', en: 'By the organisation’s directory (SCIM)' },
  command_line: { vi: 'Tại máy chủ', en: 'At the machine itself' },
})

/** What the columns of an access row say to people; a code without words is shown as it is. */
const said = (words: { readonly [L in Lang]: Readonly<Record<string, string>> }) => (code: string, lang: Lang) =>
  words[lang][code] ?? code

export const purposeName = said(purposeWords)
/** Why it was opened, with the number of what it was opened for, if it has one. */
export const purposeSaid = ({ purpose, number }: { purpose: string; number?: string | null }, lang: Lang) =>
  number ? `${purposeName(purpose, lang)} ${number}` : purposeName(purpose, lang)
export const fieldsName = said(fieldWords)
export const channelName = said(channelWords)
