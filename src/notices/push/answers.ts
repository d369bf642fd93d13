import type { Answer } from '../../web/index.ts'

export const pushAnswers: Readonly<Record<string, Answer>> = {
  push_not_set_up: {
    status: 409,
    title: { vi: 'Sổ này không báo qua trình duyệt', en: 'This register does not notify browsers' },
  },
  push_address_refused: {
    status: 422,
    title: { vi: 'Địa chỉ nhận báo không dùng được', en: 'This is no address of a push service' },
    detail: {
      vi: 'Cần địa chỉ https do trình duyệt cấp, không quá 2.000 ký tự, không có tên đăng nhập hay cổng riêng.',
      en: 'It takes an https address as a browser gives it: at most 2,000 characters, no user name, no port.',
    },
  },
  push_host_unknown: {
    status: 422,
    title: { vi: 'Sổ không biết dịch vụ báo của trình duyệt này', en: 'The register does not know this push service' },
    detail: {
      vi: 'Hãy dùng trình duyệt khác, hoặc nhận thông báo qua thư.',
      en: 'Use another browser, or get notices by mail.',
    },
  },
  push_keys_refused: {
    status: 422,
    title: { vi: 'Khóa của trình duyệt không dùng được', en: 'The keys of the browser cannot be used' },
    detail: { vi: 'Hãy tắt rồi bật lại trong trình duyệt đó.', en: 'Turn it off and on again in that browser.' },
  },
  too_many_browsers: {
    status: 409,
    title: { vi: 'Đã bật ở mười trình duyệt', en: 'It is on in ten browsers already' },
    detail: { vi: 'Hãy tắt ở một trình duyệt không còn dùng.', en: 'Turn it off in one that you no longer use.' },
  },
}
