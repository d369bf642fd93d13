import { bothLanguages } from '../web/index.ts'

export const words = bothLanguages({
  // signing in
  signIn: { vi: 'Đăng nhập', en: 'Sign in' },
  signInLead: {
    vi: 'Đăng nhập bằng khóa trên điện thoại hoặc máy tính của anh/chị: vân tay, khuôn mặt hoặc mã mở máy. Sổ không dùng mật khẩu.',
    en: 'Sign in with the passkey on your phone or computer: fingerprint, face or screen lock. The register has no passwords.',
  },
  signInButton: { vi: 'Đăng nhập bằng khóa', en: 'Sign in with a passkey' },
  codeInstead: { vi: 'Đăng nhập bằng mã dùng một lần', en: 'Sign in with a one-use code' },
  noKeyYet: { vi: 'Chưa có khóa, mất khóa hoặc đổi máy?', en: 'No passkey yet, lost it, or a new device?' },
  noKeyYetText: {
    vi: 'Xin liên hệ cán bộ phụ trách của đơn vị. Cán bộ gửi cho anh/chị một thư mời (đường dẫn hoặc mã QR) để tạo khóa, hoặc một mã đăng nhập dùng một lần trong 15 phút.',
    en: 'Ask the officer of your unit. The officer gives you an invitation (a link or a QR code) to make a passkey, or a one-use code for 15 minutes.',
  },
  needsScript: {
    vi: 'Khóa đăng nhập cần JavaScript, và trình duyệt này đang tắt hoặc không có. Anh/chị vẫn đăng nhập được bằng mã dùng một lần.',
    en: 'A passkey needs JavaScript, and this browser has it switched off or does not have it. You can still sign in with a one-use code.',
  },
  notSetUp: { vi: 'Sổ này chưa được thiết lập', en: 'This register is not set up yet' },
  notSetUpText: {
    vi: 'Đường dẫn thiết lập hiện trong cửa sổ dòng lệnh nơi sổ được khởi động. Hãy mở đường dẫn đó trước.',
    en: 'The set-up link is shown on the console where the register was started. Open that link first.',
  },

  // code
  codeTitle: { vi: 'Đăng nhập bằng mã', en: 'Sign in with a code' },
  codeLead: {
    vi: 'Mã do cán bộ phụ trách trao trực tiếp. Mỗi mã dùng được một lần, trong 15 phút.',
    en: 'The officer of your unit gives you the code in person. Each code works once, within 15 minutes.',
  },
  codeLabel: { vi: 'Mã đăng nhập', en: 'Sign-in code' },
  codeHint: {
    vi: 'Ví dụ CD-7K4M9-QXZ2B. Viết hoa hay thường, có gạch nối hay không đều được.',
    en: 'For example CD-7K4M9-QXZ2B. Capitals, spaces and hyphens do not matter.',
  },
  codeMissing: { vi: 'Hãy nhập mã đăng nhập', en: 'Enter the sign-in code' },
  codeNotAccepted: {
    vi: 'Mã không đúng, đã dùng hoặc đã quá 15 phút. Hãy kiểm tra lại từng ký tự, hoặc xin cán bộ phụ trách một mã mới',
    en: 'The code is wrong, was used, or is older than 15 minutes. Check each character, or ask the officer for a new one',
  },
})
