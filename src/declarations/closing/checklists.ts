/** How a page is closed for good, platform by platform, as known on `writtenOn`. Menus move: where one is not as written here, the
 *  platform's own help is right. `days`: the platform keeps the account so long before it is gone. */
export type Checklist = {
  readonly writtenOn: string
  readonly days?: number
  readonly help?: string
  readonly steps: readonly { readonly vi: string; readonly en: string }[]
}

const writtenOn = '2026-11-30'
const copyFirst = {
  vi: 'Tải một bản sao dữ liệu của anh/chị, nếu muốn giữ.',
  en: 'Download a copy of your data, if you want to keep it.',
}
const noSignIn = {
  vi: 'Từ lúc đó không đăng nhập lại: đăng nhập là hủy việc xóa.',
  en: 'Do not sign in again from then on: to sign in takes the deletion back.',
}

const meta = (help: string): Checklist => ({
  ...{ writtenOn, days: 30, help },
  steps: [
    copyFirst,
    {
      vi: 'Mở Cài đặt, rồi Trung tâm tài khoản, Thông tin cá nhân, Quyền sở hữu và kiểm soát tài khoản.',
      en: 'Open Settings, then Accounts Center, Personal details, Account ownership and control.',
    },
    {
      vi: 'Chọn Vô hiệu hóa hoặc xóa, rồi Xóa vĩnh viễn. Vô hiệu hóa không phải là đóng.',
      en: 'Choose Deactivation or deletion, then Delete permanently. To deactivate is not to close.',
    },
    noSignIn,
  ],
})

const byPlatform: Readonly<Record<string, Checklist>> = {
  facebook: meta('https://www.facebook.com/help/224562897555674'),
  instagram: meta('https://help.instagram.com/370452623149242'),
  threads: meta('https://help.instagram.com/370452623149242'),
  tiktok: {
    ...{ writtenOn, days: 30 },
    steps: [
      copyFirst,
      {
        vi: 'Mở Hồ sơ, Cài đặt và quyền riêng tư, Tài khoản, Vô hiệu hóa hoặc xóa tài khoản.',
        en: 'Open Profile, Settings and privacy, Account, Deactivate or delete account.',
      },
      { vi: 'Chọn Xóa tài khoản vĩnh viễn.', en: 'Choose Delete account permanently.' },
      noSignIn,
    ],
  },
  x: {
    ...{ writtenOn, days: 30, help: 'https://help.x.com/en/managing-your-account/how-to-deactivate-x-account' },
    steps: [
      copyFirst,
      {
        vi: 'Mở Cài đặt, Tài khoản của bạn, Vô hiệu hóa tài khoản. Sau 30 ngày tài khoản bị xóa.',
        en: 'Open Settings, Your account, Deactivate your account. After 30 days it is deleted.',
      },
      noSignIn,
    ],
  },
  youtube: {
    ...{ writtenOn, help: 'https://support.google.com/youtube/answer/55759' },
    steps: [
      copyFirst,
      { vi: 'Mở Cài đặt, Cài đặt nâng cao, Xóa kênh.', en: 'Open Settings, Advanced settings, Delete channel.' },
      {
        vi: 'Chọn xóa vĩnh viễn, không chọn ẩn kênh.',
        en: 'Choose to delete for good, not to hide the channel.',
      },
    ],
  },
  zalo: {
    ...{ writtenOn, help: 'https://help.zalo.me/' },
    steps: [
      {
        vi: 'Mở Cài đặt, Tài khoản và bảo mật, Xóa tài khoản.',
        en: 'Open Settings, Account and security, Delete account.',
      },
      {
        vi: 'Trang Zalo OA: người quản trị cao nhất xóa trong phần Cài đặt của OA.',
        en: 'An official account: its highest administrator deletes it in the settings of the account.',
      },
    ],
  },
  telegram: {
    ...{ writtenOn, help: 'https://telegram.org/faq#q-how-do-i-delete-my-account' },
    steps: [
      {
        vi: 'Kênh: mở thông tin kênh, Chỉnh sửa, Xóa kênh; chọn xóa cho mọi người.',
        en: 'A channel: open its info, Edit, Delete channel; choose for everybody.',
      },
      {
        vi: 'Tài khoản: xóa ở trang my.telegram.org, hoặc Cài đặt, Quyền riêng tư.',
        en: 'An account: delete it at my.telegram.org, or in Settings, Privacy.',
      },
    ],
  },
  linkedin: {
    writtenOn,
    steps: [
      copyFirst,
      {
        vi: 'Mở Cài đặt và quyền riêng tư, Tùy chọn tài khoản, Đóng tài khoản.',
        en: 'Open Settings and privacy, Account preferences, Close account.',
      },
    ],
  },
  mastodon: {
    writtenOn,
    steps: [
      copyFirst,
      { vi: 'Mở Tùy chọn, Tài khoản, Xóa tài khoản.', en: 'Open Preferences, Account, Delete account.' },
    ],
  },
  bluesky: {
    writtenOn,
    steps: [copyFirst, { vi: 'Mở Cài đặt, Tài khoản, Xóa tài khoản.', en: 'Open Settings, Account, Delete account.' }],
  },
  github: {
    writtenOn,
    steps: [
      copyFirst,
      { vi: 'Mở Settings, Account, Delete your account.', en: 'Open Settings, Account, Delete your account.' },
    ],
  },
  gitlab: {
    writtenOn,
    steps: [
      copyFirst,
      { vi: 'Mở Edit profile, Account, Delete account.', en: 'Open Edit profile, Account, Delete account.' },
    ],
  },
  website: {
    writtenOn,
    steps: [
      { vi: 'Tải một bản sao của trang, nếu muốn giữ.', en: 'Keep a copy of the site, if you want one.' },
      {
        vi: 'Tắt trang ở nơi lưu trữ, để địa chỉ trả lời 404 hoặc 410.',
        en: 'Take the site down at its host, so that the address answers 404 or 410.',
      },
      {
        vi: 'Nên giữ tên miền thêm một thời gian: người khác mua lại có thể giả danh anh/chị.',
        en: 'Keep the domain name for a while: whoever buys it could pose as you.',
      },
      {
        vi: 'Gỡ đường dẫn tới trang này ở các trang khác của anh/chị.',
        en: 'Take out the links to it on your other pages.',
      },
    ],
  },
}

const any: Checklist = {
  writtenOn,
  steps: [
    copyFirst,
    {
      vi: 'Tìm mục xóa hoặc đóng tài khoản trong phần cài đặt, và chọn xóa vĩnh viễn.',
      en: 'Look in the settings for deleting or closing the account, and choose to delete it for good.',
    },
    noSignIn,
  ],
}

export const platformsWithChecklists = Object.keys(byPlatform)
export const checklistFor = (platform: string): Checklist => byPlatform[platform] ?? any
