import type { Platform } from '../addresses/index.ts'

/** How one gets an account back, as the platform itself says it. */
export type Way = {
  /** When somebody last saw that the link is the platform's own and leads there; null: not yet. */
  readonly checked: string | null
  /** The platform's own form or page for it. */
  readonly form?: string
  readonly steps: readonly { readonly vi: string; readonly en: string }[]
}

const sessions = {
  vi: 'Nếu vẫn vào được: đổi mật khẩu ngay, rồi đăng xuất khỏi mọi thiết bị khác.',
  en: 'If you can still get in: change the password now, then sign out every other device.',
}
const twoFactor = {
  vi: 'Lấy lại được rồi: bật xác thực hai bước, xem lại email, số điện thoại và những người cùng quản lý.',
  en: 'Once you are back: turn on two-step verification; look over the mail address, the phone number and who else manages it.',
}
const ownMail = {
  vi: 'Tìm trong hộp thư email báo “mật khẩu hoặc email đã đổi” của nền tảng; thư đó có liên kết để hoàn tác.',
  en: 'Look in your mail for the platform’s message that the password or address was changed: it has a link to undo it.',
}

export const ways: Partial<Record<Platform, Way>> = {
  facebook: {
    checked: '2026-11-30',
    form: 'https://www.facebook.com/hacked',
    steps: [
      sessions,
      {
        vi: 'Nếu không vào được: mở facebook.com/hacked trên thiết bị anh/chị vẫn thường dùng, chọn “Tài khoản của tôi bị xâm phạm” và làm theo.',
        en: 'If you cannot get in: open facebook.com/hacked on a device that you have used before and follow it.',
      },
      ownMail,
      twoFactor,
    ],
  },
  instagram: {
    checked: '2026-11-30',
    form: 'https://www.instagram.com/hacked',
    steps: [
      sessions,
      {
        vi: 'Nếu không vào được: mở instagram.com/hacked, chọn “Tài khoản của tôi đã bị hack”; Instagram có thể đề nghị quay video khuôn mặt.',
        en: 'If you cannot get in: open instagram.com/hacked and choose that you were hacked; Instagram may ask for a video of your face.',
      },
      ownMail,
      twoFactor,
    ],
  },
  youtube: {
    checked: '2026-11-30',
    form: 'https://support.google.com/youtube/answer/76187',
    steps: [
      {
        vi: 'Kênh YouTube thuộc về một tài khoản Google: lấy lại tài khoản Google đó trước, tại accounts.google.com/signin/recovery.',
        en: 'A channel belongs to a Google account: recover that account first, at accounts.google.com/signin/recovery.',
      },
      {
        vi: 'Vào được rồi: xem ai có quyền với kênh, bỏ người lạ, rồi hoàn tác những thay đổi không phải của mình.',
        en: 'Once you are in: look who has access to the channel, remove strangers, and undo what was not yours.',
      },
      twoFactor,
    ],
  },
  tiktok: {
    checked: null,
    form: 'https://support.tiktok.com/en/log-in-troubleshoot/log-in/my-account-has-been-hacked',
    steps: [
      sessions,
      {
        vi: 'Nếu không vào được: ở màn hình đăng nhập chọn “Quên mật khẩu”, rồi “Báo cáo sự cố” trong phần trợ giúp.',
        en: 'If you cannot get in: choose “Forgot password” on the sign-in screen, then “Report a problem” in the help pages.',
      },
      twoFactor,
    ],
  },
  x: {
    checked: null,
    form: 'https://help.x.com/en/forms/account-access/regain-access/hacked-or-compromised',
    steps: [
      sessions,
      {
        vi: 'Nếu không vào được: gửi biểu mẫu “tài khoản bị xâm nhập” của X, dùng địa chỉ email đã đăng ký.',
        en: 'If you cannot get in: send X’s form for a compromised account, from the mail address that it is registered with.',
      },
      {
        vi: 'Thu hồi quyền của các ứng dụng lạ trong phần cài đặt bảo mật.',
        en: 'Take back the access of apps that you do not know, in the security settings.',
      },
      twoFactor,
    ],
  },
  telegram: {
    checked: null,
    form: 'https://telegram.org/support',
    steps: [
      {
        vi: 'Nếu vẫn vào được: Cài đặt → Thiết bị → Kết thúc tất cả phiên khác, rồi đặt mật khẩu xác minh hai bước.',
        en: 'If you can still get in: Settings → Devices → Terminate all other sessions, then set a two-step password.',
      },
      {
        vi: 'Nếu không vào được: đăng nhập bằng mã gửi tới số điện thoại của mình. Nếu mất sim, hãy khóa sim và làm lại ngay.',
        en: 'If you cannot get in: sign in with the code sent to your number. If the SIM is gone, have it blocked and replaced at once.',
      },
    ],
  },
  zalo: {
    checked: null,
    form: 'https://help.zalo.me',
    steps: [
      {
        vi: 'Nếu vẫn vào được: Cài đặt → Tài khoản và bảo mật → đổi mật khẩu và đăng xuất khỏi mọi thiết bị khác.',
        en: 'If you can still get in: Settings → Account and security → change the password and sign out other devices.',
      },
      {
        vi: 'Nếu không vào được: chọn “Quên mật khẩu”, nhận mã qua số điện thoại của mình; mất sim thì khóa sim và làm lại ngay.',
        en: 'If you cannot get in: choose “Forgot password” and take the code on your own number; if the SIM is gone, have it replaced at once.',
      },
      {
        vi: 'Báo người thân và đồng nghiệp đừng chuyển tiền theo tin nhắn từ tài khoản đó.',
        en: 'Tell family and colleagues to send no money because of a message from it.',
      },
    ],
  },
  bluesky: {
    checked: null,
    form: 'https://bsky.social/about/support',
    steps: [
      sessions,
      {
        vi: 'Xóa những mật khẩu ứng dụng lạ trong Cài đặt → Quyền riêng tư và bảo mật.',
        en: 'Remove app passwords that you do not know, in Settings → Privacy and security.',
      },
      {
        vi: 'Nếu tên là tên miền riêng: kiểm tra bản ghi DNS của tên miền đó.',
        en: 'If the handle is a domain of your own: look at its DNS record.',
      },
    ],
  },
  mastodon: {
    checked: null,
    steps: [
      sessions,
      {
        vi: 'Nếu không vào được: viết cho người quản trị máy chủ; địa chỉ của họ ở trang “Giới thiệu” của máy chủ đó.',
        en: 'If you cannot get in: write to the administrator of the server; their address is on its “About” page.',
      },
      twoFactor,
    ],
  },
  website: {
    checked: null,
    steps: [
      {
        vi: 'Gọi cho nhà đăng ký tên miền: đổi mật khẩu, khóa chuyển nhượng tên miền, kiểm tra bản ghi DNS.',
        en: 'Call the registrar of the domain: change the password, lock the domain against transfer, look at the DNS records.',
      },
      {
        vi: 'Gọi cho nơi đặt máy chủ: đổi mọi mật khẩu, khôi phục bản sao lưu sạch, cập nhật phần mềm.',
        en: 'Call whoever hosts it: change all passwords, restore a clean backup, update the software.',
      },
      {
        vi: 'Tên miền .vn bị chuyển trái phép: nhà đăng ký sẽ báo Trung tâm Internet Việt Nam (VNNIC).',
        en: 'A .vn domain that was moved without right: the registrar takes it to VNNIC.',
      },
    ],
  },
}

const anyPlatform: Way = {
  checked: null,
  steps: [
    sessions,
    {
      vi: 'Nếu không vào được: dùng phần “Quên mật khẩu” và trang trợ giúp của chính nền tảng. Đừng trả tiền cho ai nhận “lấy lại giúp”.',
      en: 'If you cannot get in: use the platform’s own “Forgot password” and help pages. Pay nobody who offers to “recover” it.',
    },
    twoFactor,
  ],
}

/** Of platforms that are not described here one says what holds everywhere, without a link. */
export const wayOf = (platform: string): Way => ways[platform as Platform] ?? anyPlatform
