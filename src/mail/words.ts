import { bothLanguages } from '../web/words.ts'

export const words = bothLanguages({
  newNotices: { vi: 'Thông báo mới', en: 'New notices' },
  open: { vi: 'Mở', en: 'Open' },
  seen: { vi: 'Đã xem', en: 'Seen' },
  moreNotices: {
    vi: (count: number) => `Còn ${count} thông báo chưa xem. Xem tất cả`,
    en: (count: number) => `${count} more ${count === 1 ? 'notice' : 'notices'} not seen yet. See all`,
  },
  openHere: {
    vi: (link: string) => `Mở trong sổ (cần đăng nhập):\n${link}`,
    en: (link: string) => `Open in the register (you sign in first):\n${link}`,
  },
  openAtOnce: {
    vi: (link: string) => `Xem hoặc dừng lại (không cần đăng nhập):\n${link}`,
    en: (link: string) => `See it or stop it (no sign-in needed):\n${link}`,
  },
  why: {
    vi: (url: string) => `Thư tự động của sổ ${url}. Đổi hoặc bỏ địa chỉ nhận thư: ${url}/notices/mail`,
    en: (url: string) => `Written by the register at ${url}. Change or remove your mail address: ${url}/notices/mail`,
  },
  ends: {
    vi: (link: string) => `Không muốn nhận thư nhắc nữa (không cần đăng nhập; thông báo vẫn có trong sổ):\n${link}`,
    en: (link: string) =>
      `To get no more reminders by mail (no sign-in needed; notices stay in the register):\n${link}`,
  },
  digestSubject: {
    vi: (n: number) => `Anh/chị có ${n} thông báo mới`,
    en: (n: number) => `You have ${n} new notices`,
  },
  register: {
    vi: (url: string) => `Thư tự động của sổ ${url}`,
    en: (url: string) => `Written by the register at ${url}`,
  },
  signInSubject: { vi: 'Liên kết đăng nhập', en: 'Your sign-in link' },
  signInText: {
    vi: 'Mở liên kết này để đăng nhập. Liên kết dùng được một lần, trong 15 phút:',
    en: 'Open this link to sign in. It works once, within 15 minutes:',
  },
  confirmSubject: { vi: 'Xác nhận địa chỉ nhận thư', en: 'Confirm your mail address' },
  confirmText: {
    vi: 'Mở liên kết này rồi bấm Xác nhận để nhận thông báo của sổ qua địa chỉ này. Liên kết dùng được trong một ngày:',
    en: 'Open this link and press Confirm to get the notices of the register at this address. It works for one day:',
  },
  notYou: {
    vi: 'Nếu anh/chị không yêu cầu thư này, xin bỏ qua. Không có gì thay đổi.',
    en: 'If you did not ask for this letter, leave it. Nothing changes.',
  },
})
