import { bothLanguages, type Lang } from '../web/index.ts'

/** The public question. It addresses nobody: whoever asks is not known. */
export const words = bothLanguages({
  question: { vi: 'Trang này có đúng là của họ không?', en: 'Is this page really theirs?' },
  lead: {
    vi: (register: string) =>
      `Dán địa chỉ một trang web hoặc tài khoản mạng xã hội. ${register} cho biết chủ trang đã xác nhận trang đó hay chưa.`,
    en: (register: string) =>
      `Paste the address of a website or a social-media account. ${register} tells you whether its owner has confirmed it.`,
  },
  theRegister: { vi: 'Sổ đăng ký', en: 'The register' },
  registerOf: {
    vi: (organisation: string) => `Sổ đăng ký của ${organisation}`,
    en: (organisation: string) => `The register of ${organisation}`,
  },
  noNames: {
    vi: 'Sổ chỉ nhận địa chỉ hoặc tên tài khoản, không tìm theo tên người.',
    en: 'The register takes an address or an account name. It does not search by a person’s name.',
  },
  notAsked: { vi: 'Chưa hỏi được', en: 'This could not be asked' },
  aboutAccount: {
    vi: 'Địa chỉ vừa hỏi là của một bài đăng. Sổ trả lời về tài khoản đăng bài; sổ không mở và không lưu bài đăng.',
    en: 'That was the address of a post. The answer is about the account that posted it; the register neither opens nor keeps the post.',
  },
  passwordTyped: {
    vi: 'Nếu đã nhập mật khẩu ở địa chỉ này, hãy đổi mật khẩu ngay.',
    en: 'If a password was typed at this address, change it at once.',
  },
  noAddress: { vi: 'Không phải địa chỉ của một trang', en: 'Not the address of a page' },
  oneUrl: { vi: 'Cần đúng một tham số url', en: 'Exactly one parameter url is needed' },
  notSigned: { vi: 'Câu trả lời mẫu không được ký', en: 'Sample answers are not signed' },
  busy: { vi: 'Sổ đang bận', en: 'The register is busy' },
  busyDetail: { vi: 'Hãy hỏi lại sau vài giây.', en: 'Ask again in a few seconds.' },
  by_name: { vi: 'Dùng tên người khác', en: 'It uses somebody else’s name' },
  by_photograph: { vi: 'Dùng ảnh người khác', en: 'It uses somebody else’s photograph' },
  by_office: { vi: 'Dùng chức vụ, cơ quan của người khác', en: 'It uses somebody else’s office' },
  by_money: { vi: 'Xin tiền', en: 'It asks for money' },
  by_links: { vi: 'Gửi đường dẫn lạ', en: 'It sends links' },
})

/** What a code of the closed list says to whoever asks; one without words is shown as it is. */
export const imitationReason = (code: string, lang: Lang): string =>
  (words[lang] as unknown as Record<string, string>)[`by_${code}`] ?? code
